//! A user's own words: lexicon packs that extend the built-in tables.

use once_cell::sync::OnceCell;

use crate::text::lexicon::{Lexicon, LexiconError};

/// A phrase list of the caller's, in the format of [`crate::text::lexicon`].
///
/// Its section names say what it extends: `[outlet]`, `[role]`, `[furniture]`, or a category of a signal
/// (`[editorializing.label]`). It is parsed on first use, or by `AnalyzerBuilder::build`, which reports what is wrong with it.
#[derive(Clone, Debug)]
pub struct Pack {
    name: String,
    list: String,
    compiled: OnceCell<Lexicon>,
}

impl Pack {
    /// A pack under a name that errors will use.
    pub fn new(name: impl Into<String>, list: impl Into<String>) -> Self {
        Pack {
            name: name.into(),
            list: list.into(),
            compiled: OnceCell::new(),
        }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its compiled list.
    ///
    /// # Errors
    ///
    /// What is wrong with the list, and on which line.
    pub fn lexicon(&self) -> Result<&Lexicon, LexiconError> {
        self.compiled.get_or_try_init(|| Lexicon::parse(&self.list))
    }
}

/// A match of a user's entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PackMatch {
    /// The entry's section.
    pub section: String,
    /// The entry as written.
    pub phrase: String,
    /// The entry's `weight`, when it has one.
    pub weight: Option<f64>,
    /// The entry's `note`, when it has one.
    pub note: Option<String>,
    /// First token.
    pub first: usize,
    /// One past the last token.
    pub end: usize,
}

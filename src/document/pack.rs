//! A user's own words: lexicon packs that extend the built-in tables.

use once_cell::sync::OnceCell;

use crate::document::outlet::gazetteer::Gazetteer;
use crate::text::fold;
use crate::text::lexicon::{Lexicon, LexiconError};

/// A phrase list of the caller's, in the format of [`crate::text::lexicon`].
///
/// Its section names say what it extends: `[outlet]` the gazetteer of news outlets, `[editorializing.CATEGORY]` a category of
/// that signal, or a new one. What stands in any other section a signal of the caller's can read
/// ([`Document::pack_matches`](crate::Document::pack_matches)). Names may be written with their capitals. The list is parsed on
/// first use, or by `AnalyzerBuilder::build`, which reports what is wrong with it.
///
/// # Outlets
///
/// One name a line, without its article. Behind it, as far as they apply:
///
/// | attribute | means |
/// |---|---|
/// | `of=NAME` | another name of the outlet NAME (of this list or of the built-in table), or a programme it airs |
/// | `country=CC` | where it is published, in two letters |
/// | `shy=1` | also an ordinary word or a surname: counts only where the words around it report |
/// | `caps=1` | an initialism: counts only in capitals |
/// | `quoted=1` | counts only in quotation marks or behind its network's name |
/// | `article=1` | the article belongs to the name ("The Hill") |
/// | `told=1` | counts only as somebody who is told something |
/// | `programme=1` | a programme's name |
///
/// ```
/// use onrecord::{Analyzer, Article, Pack};
/// let article = Article::new("The ferry was sold, an inspector told Lantern. Lanternlight reported that the price was low.");
/// assert!(onrecord::analyze(&article).chains().is_empty(), "no table knows Lantern");
///
/// let pack = Pack::new("our region", "[outlet]\nLantern ; country=nz\nLanternlight ; of=Lantern\n");
/// let report = Analyzer::builder().pack(pack).build()?.analyze(&article);
/// assert_eq!(report.chains().len(), 2);
/// assert!(report.graph().nodes.iter().any(|n| n.country.as_deref() == Some("nz")));
/// # Ok::<(), onrecord::Error>(())
/// ```
///
/// # Categories of your own
///
/// A section `[editorializing.NAME]` whose name is none of the built-in ones is a category of yours: its entries raise
/// `editorializing/loaded-term` with `NAME` in the evidence and the entry's `note` in the message. Under a built-in name
/// (`label`, `loaded-verb`, `political-idiom`, …) they raise that category's rule.
///
/// How it is scored: an entry of a pack always stands as a finding outside quotation, alone and in a paraphrase too, whatever its
/// `weight` (0 to 1, usually 0.6). The weight is what it adds to the signal's measure: its finding's confidence is about 0.7 times
/// the weight (0.35 times twice the weight), a fifth less for a figure or an attribution in the same sentence.
///
/// ```
/// use onrecord::{Analyzer, Article, Pack};
///
/// let pack = Pack::new("our desk", "[editorializing.house-style]\nstakeholder/n ; weight=0.7 ; note=say who\n");
/// let report = Analyzer::builder().pack(pack).build()?.analyze(&Article::new("The stakeholders met on Monday."));
/// let finding = &report.findings()[0];
/// assert_eq!(finding.rule, "editorializing/loaded-term");
/// assert_eq!(finding.message, "\"stakeholders\" judges what it names: say who");
/// assert_eq!(finding.confidence, 0.49);
/// # Ok::<(), onrecord::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Pack {
    name: String,
    list: String,
    compiled: OnceCell<Compiled>,
}

#[derive(Clone, Debug)]
struct Compiled {
    lexicon: Lexicon,
    outlets: Option<Gazetteer>,
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
        self.compiled().map(|c| &c.lexicon)
    }

    /// Its outlets, when it has any.
    pub(crate) fn outlets(&self) -> Option<&Gazetteer> {
        self.compiled().ok()?.outlets.as_ref()
    }

    fn compiled(&self) -> Result<&Compiled, LexiconError> {
        self.compiled.get_or_try_init(|| {
            let list = folded(&self.list);
            Ok(Compiled {
                lexicon: Lexicon::parse(&list)?,
                outlets: Gazetteer::of_pack(&list)?,
            })
        })
    }
}

/// The list with its phrases folded as a document's words are; section heads and attributes stay as written.
fn folded(list: &str) -> String {
    let mut out = String::with_capacity(list.len());
    for line in list.lines() {
        if line.trim_start().starts_with(['[', '#']) {
            out.push_str(line);
        } else {
            let (phrase, rest) = line.split_at(line.find(';').unwrap_or(line.len()));
            let words: Vec<String> = phrase.split_whitespace().map(fold::folded).collect();
            out.push_str(&words.join(" "));
            out.push(' ');
            out.push_str(rest);
        }
        out.push('\n');
    }
    out
}

/// A match of a user's entry.
#[derive(Clone, Debug, PartialEq)]
pub struct PackMatch {
    /// The entry's section.
    pub section: String,
    /// The entry's phrase, folded, with its inflection marks.
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

//! Word classes: what part each distinct word can play in a clause, joined once per word of the article.
//!
//! What the lexis holds of a word, and what its ending tells of a word that it doesn't hold. What is in neither is a noun, an adjective
//! or a name, which is all the grammar above needs to know of it.

use crate::document::english::lexis::fact::Layer;
pub(crate) use crate::document::english::lexis::fact::{cue as frame, grammar as flag, usage};
use crate::document::english::lexis::{self, Facts, Lexis, lexis};
use crate::document::page::token::Vocabulary;
use crate::text::inflect;
use crate::text::known::Memo;

/// The parts and frames of one distinct word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct WordParts {
    /// Parts, see [`flag`].
    pub(crate) flags: u64,
    /// Frames, see [`frame`].
    pub(crate) frames: u64,
    /// The verb it is a form of, for [`Lexis::phrases`]; 0 for none.
    pub(crate) lemma: u16,
    /// Parts in one construction, see [`usage`].
    pub(crate) usages: u64,
}

impl WordParts {
    /// Has any of these parts.
    pub(crate) fn is(&self, flags: u64) -> bool {
        self.flags & flags != 0
    }
    /// Has any of these usages.
    pub(crate) fn does(&self, usages: u64) -> bool {
        self.usages & usages != 0
    }
    /// Has any of these frames.
    pub(crate) fn takes(&self, frames: u64) -> bool {
        self.frames & frames != 0
    }
}

/// The compiled word table.
pub(crate) fn table() -> &'static Lexis {
    lexis()
}

/// Classes of all distinct words of an article, by word id.
pub(crate) fn classes(vocab: &Vocabulary) -> Vec<WordParts> {
    static CLASSES: Memo<WordParts> = Memo::new();
    lexis::recall(vocab, &CLASSES, WordParts::of)
}

impl Lexis {
    /// The class of a folded word.
    pub(crate) fn class(&self, word: &str) -> WordParts {
        WordParts::of(word, self.facts(word))
    }
}

impl WordParts {
    /// The class of a folded word, of which these are the listed facts.
    pub(crate) fn of(word: &str, facts: &Facts) -> WordParts {
        let mut class = WordParts {
            flags: facts.of(Layer::Grammar),
            frames: facts.of(Layer::Cue),
            lemma: facts.verb,
            usages: facts.of(Layer::Usage),
        };
        let last = word.as_bytes().last().copied().unwrap_or_default();
        // No ending below closes with another letter.
        let may_end = matches!(last, b'c' | b'd' | b'e' | b'g' | b'h' | b'l' | b's' | b'y');
        if may_end && class.flags & !flag::NOTADVERB == 0 {
            if class.flags == 0 && word.len() > 3 && word.ends_with("ly") {
                class.flags |= flag::ADVERB | flag::LY;
            } else if word.len() > 4 && word.ends_with("ing") {
                class.flags |= flag::VBG;
            } else if (word.len() > 4 || word.ends_with("ied"))
                && word.ends_with("ed")
                && !word.ends_with("eed")
                && !word.contains('-')
            {
                class.flags |= flag::VBD | flag::VBN;
            } else if inflect::is_adjective(word) {
                class.flags |= flag::ADJECTIVE | flag::SUFFIXED;
            }
        }
        if word.len() > 3
            && word.ends_with('s')
            && !word.ends_with("ss")
            && !word.ends_with("us")
            && !word.ends_with("is")
        {
            class.flags |= flag::PLURAL;
        }
        class
    }
}

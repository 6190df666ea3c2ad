//! The English of an article: word classes, tags, noun phrases and verb groups, read once and kept.
//!
//! | file | needs | gives |
//! |---|---|---|
//! | `words` | a folded word | its classes and frames |
//! | `tag` | tokens, their classes, sentences | one tag a token |
//! | `phrase` | tags | where a noun phrase begins and ends |
//! | `verb` | tags, phrases | the verb groups of a sentence with their subjects |
//!
//! Not here: who is a source, what is an outlet, whose words are whose.

pub(crate) mod phrase;
pub(crate) mod stem;
pub(crate) mod tag;
pub(crate) mod verb;
pub(crate) mod words;

use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::{Tag, Words};
use crate::document::english::verb::Group;
use crate::document::english::words::Class;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Vocabulary};

/// The grammar of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct English {
    /// The classes of each distinct word, by word id.
    pub(crate) classes: Vec<Class>,
    /// One for each token.
    pub(crate) tags: Vec<Tag>,
    /// All verb groups, in text order.
    groups: Vec<Group>,
    /// For each sentence, one past its last group.
    ends: Vec<u32>,
}

impl English {
    /// Reads all sentences.
    pub(crate) fn read(text: &str, tokens: &[Token], vocabulary: &Vocabulary, sentences: &[Sentence]) -> English {
        let classes = words::classes(vocabulary);
        let words = Words {
            text,
            tokens,
            vocabulary,
            classes: &classes,
        };
        let tags = tag::tag(words, sentences);
        let mut groups = Vec::with_capacity(tokens.len() / 8);
        let mut ends = Vec::with_capacity(sentences.len());
        for sentence in sentences {
            let view = SentenceView::of(words, &tags, sentence);
            verb::groups(&view, &mut groups);
            ends.push(groups.len() as u32);
        }
        English {
            classes,
            tags,
            groups,
            ends,
        }
    }

    /// The words with their classes; the arguments are those the layer was read from.
    pub(crate) fn words<'a>(&'a self, text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary) -> Words<'a> {
        Words {
            text,
            tokens,
            vocabulary,
            classes: &self.classes,
        }
    }

    /// The verb groups of a sentence, left to right.
    pub(crate) fn groups(&self, sentence: usize) -> &[Group] {
        let end = |at: usize| self.ends.get(at).map_or(0, |end| *end as usize);
        let first = sentence.checked_sub(1).map_or(0, end);
        self.groups.get(first..end(sentence)).unwrap_or_default()
    }
}

//! The English of an article: word classes, tags, noun phrases, verb groups and clauses, read once and kept.
//!
//! | file | needs | gives |
//! |---|---|---|
//! | `lexis` | a folded word | all its facts |
//! | `words` | the lexis, a word's ending | its classes and frames |
//! | `tag`, `tagger` (with `closed`, `open`, `opening`, `reduced`) | tokens, their classes, sentences | one tag a token |
//! | `phrase`, `time` | tags | where a noun phrase or a time begins and ends |
//! | `noun` | a run of tokens | one noun phrase: head, determiner, number, modifiers, name, what stands behind |
//! | `verb` | tags, phrases | the verb groups of a sentence |
//! | `subject`, `apposition` | tags, phrases, verb groups | who does what a group says |
//! | `frame` | a verb group, its verb's classes | the verb that says what may follow |
//! | `extent` | tags, verb groups, quotations | where a complement ends |
//! | `tail`, `complement` | all of these | addressee, venue, agent, complement |
//! | `clause` | verb groups and their parts | the view that everybody reads |
//!
//! Not here: who is a source, what is an outlet, whose words are whose.

mod apposition;
pub mod clause;
mod closed;
mod complement;
pub(crate) mod extent;
pub(crate) mod frame;
pub(crate) mod lexis;
pub mod noun;
mod open;
mod opening;
pub(crate) mod phrase;
mod reduced;
pub(crate) mod scene;
pub(crate) mod subject;
pub mod tag;
mod tagger;
pub(crate) mod tail;
mod time;
pub(crate) mod verb;
pub(crate) mod words;

use crate::document::english::clause::{Clause, Group, Part};
use crate::document::english::phrase::SentenceView;
use crate::document::english::scene::{Outermost, Scene};
use crate::document::english::tag::{ClassedWords, Tag};
use crate::document::english::words::WordParts;
use crate::document::page::fitted;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Vocabulary};

/// The grammar of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct English {
    /// The classes of each distinct word, by word id.
    pub(crate) classes: Vec<WordParts>,
    /// One for each token.
    pub(crate) tags: Vec<Tag>,
    /// All verb groups, in text order.
    groups: Vec<Group>,
    /// What hangs on them, in the same order.
    parts: Vec<Part>,
    /// For each sentence, one past its last group.
    ends: Vec<u32>,
}

impl English {
    /// Reads all sentences.
    pub(crate) fn read(
        text: &str,
        tokens: &[Token],
        vocabulary: &Vocabulary,
        sentences: &[Sentence],
        quoted: &Outermost<'_>,
    ) -> English {
        let classes = words::classes(vocabulary);
        let words = ClassedWords {
            text,
            tokens,
            vocabulary,
            classes: &classes,
        };
        let tags = tagger::tag(words, sentences);
        // News has a verb in seven to eight tokens, and hardly more parts.
        let mut english = English {
            groups: Vec::with_capacity(tokens.len() / 7),
            parts: Vec::with_capacity(tokens.len() / 7),
            ends: Vec::with_capacity(sentences.len()),
            ..English::default()
        };
        for (index, sentence) in sentences.iter().enumerate() {
            let view = SentenceView::of(words, &tags, sentence);
            let first = english.groups.len();
            verb::groups(&view, &mut english.groups);
            english.ends.push(english.groups.len() as u32);
            for at in first..english.groups.len() {
                let scene = Scene {
                    view,
                    groups: &english.groups[first..],
                    first_group: first as u32,
                    quotes: &quoted.quotes,
                    quote_at: &quoted.at,
                    sentence: index as u32,
                    line_from: view.from,
                };
                let part = english.parts.len();
                let reach = tail::read(&scene, &scene.groups[at - first], &mut english.parts);
                english.groups[at].set_tail(reach, part);
            }
        }
        English {
            classes,
            tags,
            ..english
        }
    }

    /// The words with their classes; the arguments are those the layer was read from.
    pub(crate) fn words<'a>(
        &'a self,
        text: &'a str,
        tokens: &'a [Token],
        vocabulary: &'a Vocabulary,
    ) -> ClassedWords<'a> {
        ClassedWords {
            text,
            tokens,
            vocabulary,
            classes: &self.classes,
        }
    }

    /// Forgets what only the layers of speech ask for: the classes of the words.
    pub(crate) fn settled(self) -> English {
        English {
            classes: Vec::new(),
            groups: fitted(self.groups),
            parts: fitted(self.parts),
            ..self
        }
    }

    /// Every sentence with its groups.
    pub(crate) fn scenes<'a>(
        &'a self,
        words: ClassedWords<'a>,
        sentences: &'a [Sentence],
        quoted: &'a Outermost<'_>,
    ) -> impl Iterator<Item = Scene<'a>> {
        let (mut line, mut line_from, mut first) = (u32::MAX, 0, 0);
        sentences
            .iter()
            .zip(&self.ends)
            .enumerate()
            .map(move |(index, (sentence, end))| {
                if sentence.line != line {
                    line = sentence.line;
                    line_from = sentence.tokens.start as usize;
                }
                let groups = self.groups.get(first..*end as usize).unwrap_or_default();
                let first_group = std::mem::replace(&mut first, *end as usize);
                Scene {
                    view: SentenceView::of(words, &self.tags, sentence),
                    groups,
                    first_group: first_group as u32,
                    quotes: &quoted.quotes,
                    quote_at: &quoted.at,
                    sentence: index as u32,
                    line_from,
                }
            })
    }

    /// A clause by its number.
    pub(crate) fn clause(&self, id: u32) -> Option<Clause<'_>> {
        let group = self.groups.get(id as usize)?;
        let next = self.groups.get(id as usize + 1);
        let end = next.map_or(self.parts.len(), Group::first_part);
        Some(Clause {
            group,
            parts: self.parts.get(group.first_part()..end).unwrap_or_default(),
        })
    }

    /// The clauses of a sentence, left to right.
    pub(crate) fn clauses_in(&self, sentence: usize) -> impl DoubleEndedIterator<Item = Clause<'_>> {
        let end = |at: usize| self.ends.get(at).copied().unwrap_or(0);
        (sentence.checked_sub(1).map_or(0, end)..end(sentence)).filter_map(|id| self.clause(id))
    }

    /// All clauses, in text order.
    pub(crate) fn clauses(&self) -> impl Iterator<Item = Clause<'_>> {
        (0..self.groups.len() as u32).filter_map(|id| self.clause(id))
    }
}

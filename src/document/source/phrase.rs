//! One source phrase: a noun phrase, and what kind of source its head calls.
//!
//! What a phrase is used for (a statement, an attitude) is not known here: that is [`super::kind`].

use std::ops::{Deref, Range};

use crate::document::english::noun::{self, NounPhrase, behind};
use crate::document::page::token::{TokenKind, Tokens};
use crate::document::source::SourceKind;
pub(crate) use crate::document::source::shape::Shape;
use crate::document::source::shape::shape;
use crate::document::source::words::Words;

impl Shape {
    /// Whether it calls people whose name could be given.
    pub(crate) const fn is_people(self) -> bool {
        matches!(
            self,
            Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group
        )
    }

    /// Whether it calls one person or several, by whatever they are or do.
    pub(crate) const fn is_described(self) -> bool {
        self.is_people() || matches!(self, Shape::Spokes | Shape::Counsel | Shape::Office | Shape::Kin)
    }

    /// Whether it calls a body or what a body publishes.
    pub(crate) const fn is_body(self) -> bool {
        matches!(
            self,
            Shape::Organisation | Shape::Institution | Shape::Outlet | Shape::Document
        )
    }
}

/// One source phrase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phrase {
    pub(crate) noun: NounPhrase,
    pub(crate) shape: Shape,
    /// The name that identifies it, in the phrase or beside it.
    pub(crate) name: Option<Range<usize>>,
    /// An identifying clause that tells how they know: `familiar with`, `who attended`.
    pub(crate) access: bool,
    /// `including Jane Roe`
    pub(crate) with_names: bool,
}

/// A source phrase is a noun phrase.
impl Deref for Phrase {
    type Target = NounPhrase;

    fn deref(&self) -> &NounPhrase {
        &self.noun
    }
}

/// Reads the phrase in `range`; `None` when it holds no word.
pub(crate) fn read(words: &Words, range: Range<usize>) -> Option<Phrase> {
    let noun = noun::read(words, range)?;
    let mut phrase = Phrase {
        shape: shape(words, &noun),
        name: noun.behind.name.map(Tokens::range),
        access: noun.behind.access,
        with_names: noun.behind.with_names,
        noun,
    };
    if phrase.name.is_none() && phrase.shape.is_described() {
        phrase.with_names |= behind::includes_names(words, &phrase.noun);
        phrase.name = behind::beside(words, &phrase.noun).or_else(|| behind::ending(words, &phrase.noun));
    }
    // The name it ends with goes before one in apposition: `Chris Orvik, North Selby director`.
    let whole = phrase.own_name.is_some_and(|n| n.len() > 1);
    if phrase.shape == Shape::Name && (phrase.name.is_none() || whole) {
        phrase.name = phrase.own_name.map(Tokens::range);
    }
    if phrase.name.is_some() && !phrase.shape.is_body() && phrase.shape != Shape::Thing {
        phrase.shape = Shape::Name;
    }
    Some(phrase)
}

impl Phrase {
    /// The words by which a reader finds it again: the whole of a description, a body's or paper's without the clause, apposition or
    /// bracket behind it.
    pub(crate) fn label(&self, words: &Words, kind: SourceKind) -> Range<usize> {
        let tokens = self.tokens.clone();
        if kind == SourceKind::Anonymous {
            return tokens;
        }
        let behind = [&self.behind.apposition, &self.behind.clause];
        let starts = behind.into_iter().flatten().map(|part| part.start as usize);
        let mut end = starts.min().unwrap_or(tokens.end).max(self.core.end);
        while end > self.core.end && matches!(words.kind(end - 1), Some(TokenKind::Punct)) {
            end -= 1;
        }
        tokens.start..end
    }

    /// Whether it names people whose name could be given.
    pub(crate) fn is_people(&self) -> bool {
        self.shape.is_people()
    }
}

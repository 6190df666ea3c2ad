//! One grammatical tag per token, enough to see noun phrases and verb groups.
//!
//! The tags are given by `tagger`.

use crate::document::english::words::WordParts;
use crate::document::page::token::{Token, Vocabulary};

/// The part a token plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Tag {
    /// `the`, `a`, `this`, `some`
    Determiner,
    /// `his`, `'s`
    Possessive,
    /// `she`, `it`, `nobody`
    Pronoun,
    /// `who`, `which` behind a noun
    Relative,
    /// `bridge`
    Noun,
    /// `Ostby`
    Name,
    /// `40`, `two`
    Number,
    /// `safe`
    Adjective,
    /// `slowly`
    Adverb,
    /// `Monday`, `today`
    Time,
    /// A finite lexical verb.
    Finite,
    /// `say` behind `to` or an auxiliary
    Base,
    /// `saying`
    Gerund,
    /// `told` in "was told"
    Participle,
    /// A finite auxiliary.
    Auxiliary,
    /// `be`, `been`, `being`, `having`
    Linking,
    /// `not`, `never`
    Not,
    /// `to` before a verb
    To,
    /// `of`, `in`
    Preposition,
    /// `and`, `but`
    Coordinator,
    /// `while`, `although`
    Subordinator,
    /// `that` before a clause.
    That,
    /// `whether`, `how`
    Question,
    /// A quote mark.
    Quote,
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// `;`
    Semicolon,
    /// `—`
    Dash,
    /// `(`
    Open,
    /// `)`
    Close,
    /// `.`, `?`, `!`
    Stop,
    /// Anything else.
    Symbol,
}

impl Tag {
    /// The tag of a punctuation mark.
    pub(crate) fn of_mark(mark: &str) -> Tag {
        match mark {
            "," => Tag::Comma,
            ":" => Tag::Colon,
            ";" => Tag::Semicolon,
            "—" | "-" => Tag::Dash,
            "(" | "[" | "{" => Tag::Open,
            ")" | "]" | "}" => Tag::Close,
            "." | "!" | "?" | "…" => Tag::Stop,
            _ => Tag::Symbol,
        }
    }

    /// Can stand inside a noun phrase, left of its last word.
    pub fn in_phrase(self) -> bool {
        matches!(
            self,
            Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Number | Tag::Adjective | Tag::Symbol
        )
    }

    /// Can be the last word of a noun phrase.
    pub fn ends_phrase(self) -> bool {
        matches!(self, Tag::Noun | Tag::Name | Tag::Pronoun | Tag::Number)
    }

    /// Any verb form.
    pub fn is_verb(self) -> bool {
        matches!(
            self,
            Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle | Tag::Auxiliary | Tag::Linking
        )
    }
}

/// Tokens with their words' classes.
#[derive(Clone, Copy)]
pub(crate) struct ClassedWords<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) classes: &'a [WordParts],
}

impl<'a> ClassedWords<'a> {
    /// The class of a token's word; none past the end.
    #[inline]
    pub(crate) fn class(&self, at: usize) -> WordParts {
        self.tokens
            .get(at)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .copied()
            .unwrap_or_default()
    }

    /// The folded word of a token; empty past the end.
    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| self.vocabulary.word(t.word))
    }
}

//! The words of an article with what they say about newsrooms: who tells, what reports, which nouns stand for an outlet.

use crate::document::outlet::newsroom::{self as words, Class};
use crate::document::page::token::{Token, Tokens, Vocabulary};
use crate::text::span::Span;

/// An article's tokens with the newsroom classes of their words.
#[derive(Clone, Copy)]
pub(crate) struct NewsWords<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub vocabulary: &'a Vocabulary,
    classes: &'a [Class],
    /// The classes of all words together.
    met: Class,
}

impl<'a> NewsWords<'a> {
    /// `classes` holds those of each distinct word.
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary, classes: &'a [Class]) -> Self {
        let met = classes.iter().fold(0, |all, class| all | class);
        NewsWords {
            text,
            tokens,
            vocabulary,
            classes,
            met,
        }
    }

    /// Whether any word is of one of these classes: most articles hold none of the rarer ones, and need not be walked for them.
    pub(crate) fn has(&self, class: Class) -> bool {
        self.met & class != 0
    }

    #[inline]
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| self.vocabulary.word(t.word))
    }

    #[inline]
    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens
            .get(at)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .is_some_and(|c| c & class != 0)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// A capital word that could stand inside a name.
    pub(crate) fn name_word(&self, at: usize) -> bool {
        self.capital(at) && !self.is(at, words::FUNCTION) && self.word(at) != "'s"
    }

    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1))) {
            (Some(a), Some(b)) => Span::new(a.start as usize, b.end as usize),
            _ => Span::default(),
        }
    }

    /// The tokens that share a byte with a span.
    pub(crate) fn tokens_over(&self, span: Span) -> Tokens {
        let first = self.tokens.partition_point(|t| (t.end as usize) <= span.start);
        let end = self.tokens.partition_point(|t| (t.start as usize) < span.end);
        Tokens::new(first, end)
    }
}

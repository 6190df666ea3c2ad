//! What insertions are looked for in: the layers below, handed down together.

use crate::document::page::furniture::PageLabels;
use crate::document::page::line::{Line, Paragraph};
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Vocabulary};
use crate::document::source::Source;

/// No stem, no block, no root.
pub(super) const NONE: u32 = u32::MAX;

/// The page, its words and those who speak on it.
#[derive(Clone, Copy)]
pub(crate) struct Material<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) vocabulary: &'a Vocabulary,
    pub(crate) lines: &'a [Line],
    pub(crate) paragraphs: &'a [Paragraph],
    pub(crate) sentences: &'a [Sentence],
    pub(crate) labels: &'a PageLabels,
    pub(crate) sources: &'a [Source],
}

impl Material<'_> {
    /// The folded word of a token.
    pub(super) fn word(&self, token: u32) -> &str {
        self.tokens
            .get(token as usize)
            .map_or("", |t| self.vocabulary.word(t.word))
    }
}

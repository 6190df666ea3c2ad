//! A relation while it is being found: token ranges instead of bytes, and what decides between two that clash.

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::english::phrase::SentenceView;
use crate::document::english::verb::Group;
use crate::document::page::quote::Quote;

/// No quotation.
pub(crate) const NONE: u32 = u32::MAX;

/// A proposed relation.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) kind: CueKind,
    /// Token that carries the cue's meaning.
    pub(crate) head: usize,
    pub(crate) sentence: u32,
    pub(crate) no_comment: bool,
    /// The content stands before the source ("…, she said").
    pub(crate) trails: bool,
}

impl Draft {
    /// A relation without source and content.
    pub(crate) fn new(scene: &Scene<'_>, cue: Range<usize>, head: usize, kind: CueKind) -> Draft {
        Draft {
            source: None,
            cue: Some(cue),
            content: Vec::new(),
            kind,
            head,
            sentence: scene.sentence,
            no_comment: false,
            trails: false,
        }
    }
}

/// What one sentence offers the proposers.
pub(crate) struct Scene<'a> {
    pub(crate) view: SentenceView<'a>,
    pub(crate) groups: &'a [Group],
    pub(crate) quotes: &'a [Quote],
    /// Quotation of each token, [`NONE`] outside.
    pub(crate) quote_at: &'a [u32],
    pub(crate) sentence: u32,
    /// First token of the sentence's line.
    pub(crate) line_from: usize,
}

impl Scene<'_> {
    /// The quotation that holds a token.
    pub(crate) fn quote(&self, at: usize) -> Option<&Quote> {
        let id = self.quote_at.get(at).copied().unwrap_or(NONE);
        self.quotes.get(id as usize)
    }

    /// Token range of the quotation that holds a token.
    pub(crate) fn quote_range(&self, at: usize) -> Option<Range<usize>> {
        self.quote(at).map(|q| q.tokens.start as usize..q.tokens.end as usize)
    }
}

/// Maps each token to the outermost quotation that holds it.
pub(crate) fn quote_map(tokens: usize, quotes: &[Quote]) -> Vec<u32> {
    let mut map = vec![NONE; tokens];
    for (id, quote) in quotes.iter().enumerate() {
        if quote.is_nested() {
            continue;
        }
        let range = quote.tokens.start as usize..(quote.tokens.end as usize).min(tokens);
        if let Some(part) = map.get_mut(range) {
            part.fill(id as u32);
        }
    }
    map
}

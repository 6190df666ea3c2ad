//! A sentence with its verb groups and quotations: what the readers of its verbs look at.

use std::borrow::Cow;
use std::ops::Range;

use crate::document::english::clause::Group;
use crate::document::english::phrase::SentenceView;
use crate::document::page::quote::Quote;

/// No quotation.
pub(crate) const NONE: u32 = u32::MAX;

/// The outermost quotations: what is quoted inside a quotation is the quoted one's affair.
pub(crate) struct Outermost<'a> {
    pub(crate) quotes: Cow<'a, [Quote]>,
    /// The quotation of each token, [`NONE`] outside.
    pub(crate) at: Vec<u32>,
}

impl<'a> Outermost<'a> {
    /// Those of an article of so many tokens.
    pub(crate) fn of(quotes: &'a [Quote], tokens: usize) -> Outermost<'a> {
        let quotes = if quotes.iter().any(Quote::is_nested) {
            Cow::Owned(quotes.iter().filter(|q| !q.is_nested()).cloned().collect())
        } else {
            Cow::Borrowed(quotes)
        };
        let mut at = vec![NONE; tokens];
        for (id, quote) in quotes.iter().enumerate() {
            let range = quote.tokens.start as usize..(quote.tokens.end as usize).min(tokens);
            if let Some(part) = at.get_mut(range) {
                part.fill(id as u32);
            }
        }
        Outermost { quotes, at }
    }
}

/// One sentence.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) view: SentenceView<'a>,
    /// Its verb groups, left to right.
    pub(crate) groups: &'a [Group],
    /// The first of them, counted over the article.
    pub(crate) first_group: u32,
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

//! Quotations: what stands between quote marks.

use serde::{Deserialize, Serialize};

use crate::document::line::Paragraph;
use crate::document::sentence::Sentence;
use crate::document::token::{Token, TokenKind};
use crate::text::span::Span;

/// Which marks enclose a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Mark {
    /// `"…"`, `“…”`, `''…''`, `«…»`
    Double,
    /// `'…'`, `‘…’`
    Single,
}

/// What a quotation is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum QuoteRole {
    /// Somebody's words.
    Speech,
    /// Words held at arm's length by the writer.
    Scare,
    /// The name of a work, ship, programme.
    Title,
    /// None of these is plain.
    Unknown,
}

/// A span between quote marks. It need not be attributed to anybody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// With its marks.
    pub span: Span,
    /// Without its marks.
    pub inner: Span,
    /// Tokens with its marks: first and one past the last.
    pub tokens: std::ops::Range<u32>,
    /// Which marks.
    pub mark: Mark,
    /// Whether it is closed in its paragraph.
    pub closed: bool,
    /// The quotation that holds it.
    pub parent: Option<u32>,
    /// What it is used for.
    pub role: QuoteRole,
}

/// Finds the quotations of every paragraph.
pub(crate) fn find(text: &str, tokens: &[Token], paragraphs: &[Paragraph], sentences: &[Sentence]) -> Vec<Quote> {
    let mut quotes = Vec::new();
    for paragraph in paragraphs {
        let range = sentences
            .get(paragraph.sentences.start as usize..paragraph.sentences.end as usize)
            .unwrap_or(&[]);
        let (Some(first), Some(last)) = (range.first(), range.last()) else {
            continue;
        };
        let mut open: Option<usize> = None;
        for at in first.tokens.start as usize..last.tokens.end as usize {
            let token = &tokens[at];
            if token.kind != TokenKind::Quote || !matches!(&text[token.span()], "\"" | "“" | "”" | "''" | "``") {
                continue;
            }
            match open.take() {
                None => open = Some(at),
                Some(from) => quotes.push(quote(tokens, from, at, true)),
            }
        }
        if let Some(from) = open {
            quotes.push(quote(tokens, from, last.tokens.end as usize - 1, false));
        }
    }
    quotes
}

fn quote(tokens: &[Token], from: usize, to: usize, closed: bool) -> Quote {
    let span = Span::new(tokens[from].start as usize, tokens[to].end as usize);
    let inner = Span::new(
        tokens[from].end as usize,
        if closed { tokens[to].start } else { tokens[to].end } as usize,
    );
    let words = to.saturating_sub(from);
    let role = if words > 5 {
        QuoteRole::Speech
    } else {
        QuoteRole::Unknown
    };
    Quote {
        span,
        inner,
        tokens: from as u32..to as u32 + 1,
        mark: Mark::Double,
        closed,
        parent: None,
        role,
    }
}

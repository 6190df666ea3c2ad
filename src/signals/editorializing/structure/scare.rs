//! Quote marks that hold a word at arm's length.

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::page::quote::{Quote, QuoteRole};
use crate::document::page::token::{Case, TokenKind};
use crate::signals::editorializing::classes::{NAMING, class_of};

/// The closing mark of single quotes around one to three plain words, when `i` opens them: 'experts', ‘safe’.
pub(super) fn single_scare(document: &Document<'_>, i: usize, end: usize) -> Option<usize> {
    let (tokens, text) = (document.tokens(), document.text());
    let mark = |i: usize| {
        tokens
            .get(i)
            .filter(|t| t.kind == TokenKind::Quote)
            .and_then(|t| text.get(t.span().start..t.span().end))
    };
    let (open, opened) = (tokens.get(i)?, mark(i)?);
    let close = match opened {
        "\u{2018}" => "\u{2019}",
        "'" => "'",
        _ => return None,
    };
    let letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric());
    let bytes = text.as_bytes();
    if open.start > 0 && letter(bytes.get(open.start as usize - 1)) {
        return None;
    }
    if i > 0 && is_mention(document, i, i) {
        return None;
    }
    for j in i + 1..end.min(i + 2 + SCARE_WORDS) {
        let token = tokens.get(j)?;
        if mark(j) == Some(close) {
            let closes = j > i + 1 && !letter(bytes.get(token.end as usize));
            return closes.then_some(j);
        }
        if token.kind != TokenKind::Word || token.case != Case::Lower {
            return None;
        }
    }
    None
}

/// Words of a quotation that may be held at arm's length.
const SCARE_WORDS: usize = 3;

/// Whether marks hold a word at arm's length: read so by the quotation layer, or a word or two in lower case that no relation owns.
pub(super) fn is_scare(document: &Document<'_>, quote: &Quote) -> bool {
    match quote.role {
        QuoteRole::Scare => true,
        QuoteRole::Unknown => {
            let inner = quote.tokens.start as usize + 1..(quote.tokens.end as usize).saturating_sub(1);
            let words = inner.len();
            let plain = inner.clone().all(|i| {
                document
                    .tokens()
                    .get(i)
                    .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
            });
            // Relations stand in the order of their cues, so those of one sentence are together.
            let sentence = document.sentence_at(quote.span.start).unwrap_or(0) as u32;
            let relations = document.attributions();
            let from = relations.partition_point(|a| a.sentence < sentence);
            let near = relations[from..].iter().take_while(|a| a.sentence <= sentence);
            let owned = |a: &Attribution| a.content.iter().any(|c| c.overlaps(quote.span));
            let mention = is_mention(document, quote.tokens.start as usize, quote.tokens.end as usize);
            (1..=SCARE_WORDS - 1).contains(&words) && plain && quote.closed && !mention && !near.into_iter().any(owned)
        }
        _ => false,
    }
}

/// Whether the marks name a word instead of holding it off: `the term "barge"`, `known as "the cut"`, `"raw" or "brown"`.
fn is_mention(document: &Document<'_>, first: usize, end: usize) -> bool {
    let quote = |i: usize| document.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Quote);
    let joins = |i: usize| matches!(document.word(i), "or" | "and" | "," | "/");
    let listed = first >= 2 && joins(first - 1) && quote(first - 2) || joins(end) && quote(end + 1);
    listed || first > 0 && class_of(document.word(first - 1)) & NAMING != 0
}

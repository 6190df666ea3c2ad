//! What quote marks are there for, by what stands between and before them.

use serde::{Deserialize, Serialize};

use crate::document::page::token::{Token, TokenKind};
use crate::document::page::words::{self, PageWord};

/// What a quotation is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum QuoteRole {
    /// Somebody's words.
    Speech,
    /// Words held at arm's length by the writer: the so-called “experts”.
    Scare,
    /// The name of a work, ship or programme, or a nickname: her novel “Low Water”, Jo “Red” Roe.
    Title,
    /// None of these is plain: a word or two that may be somebody's.
    Unknown,
}

/// Tokens with marks above which a quotation is somebody's words.
pub(super) const LONG: usize = 5;
/// Tokens of a scrap.
pub(super) const SHORT: usize = 4;
/// Tokens of a long title.
const LONG_TITLE: usize = 9;

/// Tells what the marks of a paragraph are there for.
pub(super) struct RoleReader<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The paragraph's first token.
    pub(super) from: usize,
}

impl RoleReader<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at).filter(|t| t.kind == TokenKind::Word)?;
        self.text.get(token.start as usize..token.end as usize)
    }

    /// What the marks are there for, by what stands between and before them.
    pub(super) fn role(&self, from: usize, to: usize, closed: bool) -> QuoteRole {
        let inner = from + 1..if closed { to } else { to + 1 };
        let before = from
            .checked_sub(1)
            .filter(|b| *b >= self.from)
            .and_then(|b| self.word(b));
        let marked = |kind: PageWord| before.is_some_and(|w| words::is_written(kind, w));
        let lower = |w: &str| w.starts_with(char::is_lowercase);
        let first = inner.clone().find_map(|i| self.word(i));
        if inner.len() <= SHORT && first.is_some_and(lower) && marked(PageWord::ArmsLength) {
            return QuoteRole::Scare;
        }
        if inner.len() <= LONG_TITLE && self.is_headed(inner.clone()) {
            let behind = self.word(to + 1).filter(|_| closed);
            let nickname = inner.len() <= 2
                && before.is_some_and(|w| !lower(w))
                && behind.is_some_and(|w| !lower(w))
                && from > self.from + 1;
            let capitals = inner
                .clone()
                .filter(|i| self.word(*i).is_some_and(|w| !lower(w)))
                .count();
            if nickname || marked(PageWord::Work) || closed && capitals > 1 {
                return QuoteRole::Title;
            }
        }
        if to - from > LONG {
            return QuoteRole::Speech;
        }
        let last = inner.end.checked_sub(1).and_then(|i| self.tokens.get(i));
        let stopped = last.is_some_and(|t| matches!(&self.text[t.span()], "," | "." | "!" | "?" | "…"));
        if stopped && inner.len() > 1 && first.is_some_and(|w| !lower(w)) {
            return QuoteRole::Speech;
        }
        QuoteRole::Unknown
    }

    /// Whether words are written as names and titles are: a capital on every word but the small ones, and no mark inside.
    fn is_headed(&self, inner: std::ops::Range<usize>) -> bool {
        let small = |w: &str| w.len() <= 3;
        let word = |i: usize| self.word(i);
        let all = inner
            .clone()
            .all(|i| word(i).is_some_and(|w| small(w) || !w.starts_with(char::is_lowercase)));
        all && word(inner.start).is_some_and(|w| !w.starts_with(char::is_lowercase))
    }
}

//! How many of a line's words and marks are of which class.

use crate::document::page::furniture::words::class;
use crate::document::page::token::{Token, TokenKind};

/// The words and marks of a line, counted.
#[derive(Default)]
pub(super) struct Counts {
    pub(super) words: usize,
    pub(super) numbers: usize,
    pub(super) function: usize,
    pub(super) interface: usize,
    pub(super) imperative: bool,
    pub(super) network: usize,
    pub(super) quotes: usize,
    pub(super) commas: usize,
    pub(super) bars: usize,
    pub(super) titles: usize,
    pub(super) long: usize,
    pub(super) address: bool,
}

impl Counts {
    /// Adds one token with its class bits.
    pub(super) fn add(&mut self, text: &str, token: &Token, bits: u16) {
        let has = |bit: u16| bits & bit != 0;
        match token.kind {
            TokenKind::Word => {
                self.imperative |= self.words == 0 && has(class::IMPERATIVE);
                self.words += 1;
                self.function += usize::from(has(class::FUNCTION));
                self.interface += usize::from(has(class::INTERFACE));
                self.network += usize::from(has(class::NETWORK));
                let long = token.end - token.start >= 4;
                self.long += usize::from(long);
                self.titles += usize::from(long && token.is_capital());
                self.address |= text.as_bytes()[token.start as usize] == b'@';
            }
            TokenKind::Number => {
                self.words += 1;
                self.numbers += 1;
            }
            TokenKind::Quote => match &text[token.span()] {
                "»" | "›" | "«" | "‹" => self.bars += 1,
                "'" | "’" | "‘" => {}
                _ => self.quotes += 1,
            },
            TokenKind::Punct => match &text[token.span()] {
                "," => self.commas += 1,
                "|" | "•" | "·" => self.bars += 1,
                _ => {}
            },
            TokenKind::Symbol => {
                let mark = &text[token.span()];
                self.address |= mark.len() > 6 && mark.is_ascii();
                self.bars += usize::from(matches!(mark, ">" | "→" | "←" | "▶" | "►" | "✕" | "×"));
            }
        }
    }

    /// So many of the words, as a share.
    pub(super) fn share(&self, some: usize) -> f32 {
        some as f32 / self.words.max(1) as f32
    }
}

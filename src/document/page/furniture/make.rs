//! How a line is made: lines of one list are made alike.

use crate::document::page::furniture::words::{Words, class};
use crate::document::page::token::{Case, Token, TokenKind};

/// How a line is made (what it opens with, the first marks that part it, how it ends, how long it is), and whether it is an entry.
pub(super) fn make(text: &str, source: &str, tokens: &[Token], words: &Words, n: usize) -> (u32, bool) {
    let mut made = 0x811c_9dc5u32;
    let mut add = |b: u32| made = (made ^ b).wrapping_mul(0x0100_0193);
    let mut entry = false;
    if let Some(first) = tokens.first() {
        let day = words.bits(first) & class::DAY != 0;
        entry = n > 1 && (day || first.kind == TokenKind::Number);
        match first.kind {
            TokenKind::Number => add(1),
            _ if day => add(2),
            TokenKind::Word if first.is_capital() => add(3),
            TokenKind::Word => add(4),
            _ => text[first.span()].bytes().for_each(|b| add(u32::from(b))),
        }
    }
    let marks = tokens.iter().filter_map(|t| match t.kind {
        TokenKind::Word | TokenKind::Number => None,
        _ => match &text[t.span()] {
            ":" => Some(5),
            "|" => Some(6),
            "(" => Some(7),
            "$" => Some(8),
            "–" => Some(9),
            "-" => Some(10),
            "—" => Some(11),
            "--" => Some(12),
            "/" => Some(13),
            "•" => Some(14),
            _ => None,
        },
    });
    for mark in marks.take(3) {
        entry = true;
        add(mark);
    }
    add(match source.chars().next_back() {
        Some(c) if c.is_numeric() => 15,
        Some(c) if c.is_alphabetic() => 16,
        Some(c) => u32::from(c),
        None => 17,
    });
    add([0, 1, 3, 7, 14, 28].iter().filter(|most| n > **most).count() as u32);
    let capitals = |t: &Token| t.kind != TokenKind::Word || matches!(t.case, Case::Upper | Case::None);
    let word = |t: &Token| t.kind == TokenKind::Word;
    add(u32::from(
        n >= 2 && tokens.iter().all(capitals) && tokens.iter().any(word),
    ));
    (made, entry)
}

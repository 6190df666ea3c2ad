//! Whether a line's words are those of the story: the facts that need the whole article.

use rustc_hash::FxHashMap;

use crate::document::furniture::shape::{Shape, Words, class};
use crate::document::line::Line;
use crate::document::token::{Token, TokenKind};

/// Fills in the facts about shared words and repeated lines.
pub(super) fn relate(lines: &[Line], tokens: &[Token], words: &Words, shapes: &mut [Shape]) {
    // In how many prose lines each word stands.
    let mut spread = vec![0u32; words.bits.len()];
    let mut last = vec![u32::MAX; words.bits.len()];
    let range = |line: &Line| {
        tokens
            .get(line.tokens.start as usize..line.tokens.end as usize)
            .unwrap_or_default()
    };
    for (i, (line, shape)) in lines.iter().zip(shapes.iter()).enumerate() {
        if !shape.prose {
            continue;
        }
        for token in range(line).iter().filter(|t| t.kind == TokenKind::Word) {
            let w = token.word.0 as usize;
            if last[w] != i as u32 {
                last[w] = i as u32;
                spread[w] += 1;
            }
        }
    }
    let mut seen: FxHashMap<u64, u32> = FxHashMap::default();
    let keys: Vec<(u64, u32)> = lines.iter().map(|l| key(range(l))).collect();
    for (key, _) in &keys {
        *seen.entry(*key).or_default() += 1;
    }
    for (i, (line, shape)) in lines.iter().zip(shapes.iter_mut()).enumerate() {
        let own = u32::from(shape.prose);
        let (mut content, mut common, mut often) = (0usize, 0usize, 0usize);
        for token in range(line).iter().filter(|t| t.kind == TokenKind::Word) {
            if words.bits(token) & class::FUNCTION != 0 {
                continue;
            }
            let others = spread[token.word.0 as usize].saturating_sub(own);
            content += 1;
            common += usize::from(others > 0);
            often += usize::from(others > 2);
        }
        shape.facts[21] = common as f32 / content.max(1) as f32;
        shape.facts[22] = often as f32 / content.max(1) as f32;
        shape.facts[23] = common.min(8) as f32 / 8.0;
        let first = keys[i].1;
        let same = |at: Option<usize>| at.and_then(|j| keys.get(j)).is_some_and(|k| k.1 == first);
        let alike = u8::from(same(i.checked_sub(1))) + u8::from(same(Some(i + 1)));
        shape.facts[24] = if first == u32::MAX { 0.0 } else { f32::from(alike) / 2.0 };
        shape.facts[33] = f32::from(u8::from(
            shape.words > 0 && seen.get(&keys[i].0).is_some_and(|n| *n > 1),
        ));
    }
}

/// A line's words as one number, and its first word.
fn key(tokens: &[Token]) -> (u64, u32) {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    let mut first = u32::MAX;
    for token in tokens
        .iter()
        .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    {
        if first == u32::MAX {
            first = token.word.0;
        }
        hash = (hash ^ u64::from(token.word.0)).wrapping_mul(0x0100_0000_01b3);
    }
    (hash, first)
}

//! Whether a line's words are those of the story: the facts that need the whole article.

use std::ops::Range;

use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::words::{Words, class};
use crate::document::page::line::Line;
use crate::document::page::token::{Token, TokenKind};

/// The distinct words of each line that carry meaning.
pub(super) struct Content {
    words: Vec<u32>,
    of_line: Vec<Range<u32>>,
    /// How many distinct words the article has.
    vocabulary: usize,
}

impl Content {
    fn of(&self, line: usize) -> &[u32] {
        let range = self.of_line.get(line).cloned().unwrap_or_default();
        &self.words[range.start as usize..range.end as usize]
    }

    /// For each line the share of its words that stand in other lines, each counted by how much that line is the story.
    pub(super) fn shared(&self, story: impl Fn(usize) -> f32) -> Vec<f32> {
        let mut weight = vec![0f32; self.vocabulary];
        for line in 0..self.of_line.len() {
            let own = story(line);
            if own > 0.0 {
                self.of(line).iter().for_each(|w| weight[*w as usize] += own);
            }
        }
        let shares = (0..self.of_line.len()).map(|line| {
            let (own, words) = (story(line), self.of(line));
            let sum: f32 = words.iter().map(|w| (weight[*w as usize] - own).min(1.0)).sum();
            sum / words.len().max(1) as f32
        });
        shares.collect()
    }
}

/// Fills in the facts about shared words.
pub(super) fn relate(lines: &[Line], tokens: &[Token], words: &Words, shapes: &mut [Shape]) -> Content {
    // In how many prose lines each word stands.
    let mut spread = vec![0u32; words.bits.len()];
    let mut last = vec![u32::MAX; words.bits.len()];
    let mut content = Content {
        words: Vec::with_capacity(tokens.len() / 2),
        of_line: Vec::with_capacity(lines.len()),
        vocabulary: words.bits.len(),
    };
    let meant = |line: &Line| {
        let own = tokens.get(line.tokens.start as usize..line.tokens.end as usize);
        let own = own.unwrap_or_default().iter();
        own.filter(|t| t.kind == TokenKind::Word && words.bits(t) & class::FUNCTION == 0)
            .map(|t| t.word.0 as usize)
    };
    for (i, (line, shape)) in lines.iter().zip(shapes.iter()).enumerate() {
        let from = content.words.len() as u32;
        for w in meant(line) {
            if last[w] != i as u32 {
                last[w] = i as u32;
                spread[w] += u32::from(shape.prose);
                content.words.push(w as u32);
            }
        }
        content.of_line.push(from..content.words.len() as u32);
    }
    for (line, shape) in lines.iter().zip(shapes.iter_mut()) {
        let own = u32::from(shape.prose);
        let (mut all, mut common, mut often) = (0usize, 0usize, 0usize);
        for w in meant(line) {
            let others = spread[w].saturating_sub(own);
            all += 1;
            common += usize::from(others > 0);
            often += usize::from(others > 2);
        }
        shape.facts.shared = common as f32 / all.max(1) as f32;
        shape.facts.shared_often = often as f32 / all.max(1) as f32;
        shape.facts.shared_8 = common.min(8) as f32 / 8.0;
    }
    content
}

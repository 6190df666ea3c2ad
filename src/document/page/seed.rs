//! Where a repeat may begin: pairs of places that begin the same four words.

use std::ops::Range;

use crate::document::page::token::{Token, TokenKind};
use crate::text::span::Span;
use crate::text::word::{each_word, mix};

/// Words in a seed.
const SEED: usize = 4;
/// A text of more tokens says something twice, if only by chance.
const FEW_TOKENS: usize = 8192;
/// A shingle that stands more often than this is a refrain, and begins no repeat.
const OFTEN: usize = 6;

/// Whether any words stand twice in a row of [`SEED`]: a look at numbers that the tokens carry already. Words that differ in an accent
/// alone are two here, and a word with a hyphen is one, which is the same to a repeat of twice as many words.
pub(super) fn says_twice<'l>(tokens: &[Token], lines: impl Iterator<Item = &'l Range<u32>> + Clone) -> bool {
    let words = |line: &Range<u32>| {
        let tokens = tokens.get(line.start as usize..line.end as usize).unwrap_or_default();
        tokens
            .iter()
            .filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    };
    let most: usize = lines.clone().map(|line| line.len()).sum();
    if most > FEW_TOKENS {
        return true;
    }
    // The last four words, sixteen bits of each: their whole numbers, but on a page of more distinct words than that. Two rows taken
    // for one only make the text be read in full.
    let (mut row, mut read) = (0u64, 0);
    let mut rows = vec![0u32; (2 * most).next_power_of_two()];
    let last = rows.len() - 1;
    for token in lines.flat_map(words) {
        row = row << 16 | u64::from(token.word.0 & 0xffff);
        read += 1;
        if read < SEED {
            continue;
        }
        let half = (mix(row) >> 32) as u32 | 1;
        let mut slot = half as usize >> 1 & last;
        while rows[slot] != half && rows[slot] != 0 {
            slot = (slot + 1) & last;
        }
        if rows[slot] == half {
            return true;
        }
        rows[slot] = half;
    }
    false
}

/// Bytes of a text whose table of shingles stays in a near cache however wide it is.
const SHORT: usize = 65_536;

/// The base of the rolling hash.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

pub(super) fn roll(sum: u64, word: u64) -> u64 {
    sum.wrapping_mul(SPREAD).wrapping_add(word)
}

/// Finds pairs of places that begin the same four words.
///
/// Nearly every shingle of an article is its only one, so one flat table holds half a hash and a place of each, and nothing else; the
/// few later places of a shingle are chained behind its first. Two shingles of one half hash are a seed that grows to nothing.
pub(super) struct Seeds {
    /// Half a hash above, a place below; at most four fifths of them used.
    slots: Vec<u64>,
    used: usize,
    /// The next place of the same shingle.
    later: Vec<u32>,
    found: Vec<(u32, u32)>,
}

impl Seeds {
    const FREE: u64 = u64::MAX;
    const NONE: u32 = u32::MAX;

    /// The pairs, and how many words were read.
    pub(super) fn of(text: &str, body: impl Iterator<Item = Span> + Clone) -> (Vec<(u32, u32)>, usize) {
        let bytes: usize = body.clone().map(|s| s.len()).sum();
        let mut seeds = Seeds {
            // A word takes six bytes of news. A short text can have room to spare.
            slots: vec![Self::FREE; if bytes < SHORT { bytes / 3 } else { bytes / 4 }.max(16)],
            used: 0,
            later: Vec::new(),
            found: Vec::new(),
        };
        let top = SPREAD.wrapping_pow(SEED as u32);
        let (mut sum, mut read, mut last) = (0u64, 0usize, [0u64; SEED]);
        for line in body {
            each_word(&text[line], |word| {
                let old = std::mem::replace(&mut last[read % SEED], word.hash);
                sum = roll(sum, word.hash).wrapping_sub(old.wrapping_mul(top));
                read += 1;
                if read >= SEED {
                    seeds.add(mix(sum), (read - SEED) as u32);
                }
            });
        }
        (seeds.found, read)
    }

    fn add(&mut self, hash: u64, at: u32) {
        let half = hash >> 32;
        let mut slot = self.home(half);
        while self.slots[slot] != Self::FREE && self.slots[slot] >> 32 != half {
            slot = self.behind(slot);
        }
        if self.slots[slot] != Self::FREE {
            self.again(self.slots[slot] as u32, at);
            return;
        }
        self.slots[slot] = half << 32 | u64::from(at);
        self.used += 1;
        if self.used * 5 > self.slots.len() * 4 {
            self.widen();
        }
    }

    /// A shingle that stands earlier: a seed with each earlier place, unless it is a refrain.
    fn again(&mut self, first: u32, at: u32) {
        let from = self.found.len();
        let mut place = first;
        loop {
            self.found.push((place, at));
            match self.later.get(place as usize) {
                None | Some(&Self::NONE) => break,
                Some(next) => place = *next,
            }
        }
        if self.found.len() - from >= OFTEN {
            self.found.truncate(from);
            return;
        }
        let place = place as usize;
        if self.later.len() <= place {
            self.later.resize(place + 1, Self::NONE);
        }
        self.later[place] = at;
    }

    /// Where the search for a half hash begins.
    fn home(&self, half: u64) -> usize {
        ((half * self.slots.len() as u64) >> 32) as usize
    }

    fn behind(&self, slot: usize) -> usize {
        if slot + 1 == self.slots.len() { 0 } else { slot + 1 }
    }

    fn widen(&mut self) {
        let wider = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![Self::FREE; wider]);
        for entry in old.into_iter().filter(|e| *e != Self::FREE) {
            let mut slot = self.home(entry >> 32);
            while self.slots[slot] != Self::FREE {
                slot = self.behind(slot);
            }
            self.slots[slot] = entry;
        }
    }
}

//! A handful of texts against each other: every passage that two of them share.

use rustc_hash::FxHashMap;

use crate::corpus::direction::{self, Side};
pub use crate::corpus::text::{First, Text};
use crate::text::align::{Aligned, Keep, align_words};
use crate::text::shingle::{Word, shingles, words};
use crate::text::span::Span;

/// How two passages resemble each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Likeness {
    /// Word for word.
    Verbatim,
    /// With edits.
    Near,
    /// With single words swapped throughout.
    Spun,
}

/// A passage of one text that also stands in another.
#[derive(Clone, Debug, PartialEq)]
pub struct Passage {
    /// Where it stands here.
    pub span: Span,
    /// Index of the other text.
    pub other: usize,
    /// Where it stands there.
    pub other_span: Span,
    /// How alike.
    pub likeness: Likeness,
    /// Matched words.
    pub words: usize,
    /// |A∩B| / |A∪B| of the two passages' words.
    pub resemblance: f64,
    /// Which was first.
    pub first: First,
    /// What was seen: swapped words, dates, credits.
    pub evidence: Vec<String>,
}

/// Words in a seed. Four: a spinning program that swaps every fifth word still leaves some.
const SEED: usize = 4;
/// A shingle in more texts than this is only held against the first of them, so that work stays linear.
const COMMON: usize = 48;
/// What a shared passage must have.
const PASSAGE: Keep = Keep {
    words: 8,
    density: 0.45,
};
/// A passage this short, in so many texts that share nothing else, is stock text.
const STOCK_WORDS: usize = 40;
const STOCK_TEXTS: usize = 8;
const STOCK_SHARE: f64 = 0.3;

/// All shared passages, by text, in order of their place.
pub fn compare(texts: &[Text<'_>]) -> Vec<Vec<Passage>> {
    let read: Vec<Vec<Word>> = texts.iter().enumerate().map(|(i, t)| masked(t, i)).collect();
    let mut pairs: Vec<(u32, u32, Vec<Aligned>)> = Vec::new();
    for ((a, b), mut seeds) in seeds(&read) {
        let mut found = align_words(&read[a as usize], &read[b as usize], &mut seeds, PASSAGE);
        found.retain(Aligned::is_passage);
        if !found.is_empty() {
            pairs.push((a, b, found));
        }
    }
    drop_stock(&read, &mut pairs);
    let mut out: Vec<Vec<Passage>> = texts.iter().map(|_| Vec::new()).collect();
    for (a, b, found) in &pairs {
        let (i, j) = (*a as usize, *b as usize);
        let here = Side::new(&texts[i], &read[i]);
        let there = Side::new(&texts[j], &read[j]);
        let judged = direction::judge(&here, &there, found);
        for one in found {
            let (span, other_span) = (here.span(&one.a), there.span(&one.b));
            let passage = Passage {
                span,
                other: j,
                other_span,
                likeness: likeness(one),
                words: one.matched as usize,
                resemblance: one.resemblance(),
                first: judged.first,
                evidence: direction::evidence(&here, &there, one, &judged, false),
            };
            let mirrored = Passage {
                span: other_span,
                other: i,
                other_span: span,
                first: judged.first.mirrored(),
                evidence: direction::evidence(&here, &there, one, &judged, true),
                ..passage.clone()
            };
            out[i].push(passage);
            out[j].push(mirrored);
        }
    }
    for passages in &mut out {
        passages.sort_by_key(|p| (p.span, p.other, p.other_span));
    }
    out
}

impl First {
    /// The same, told from the other side.
    pub fn mirrored(self) -> First {
        match self {
            First::This => First::Other,
            First::Other => First::This,
            First::Unknown => First::Unknown,
        }
    }
}

/// Verbatim, near or spun.
pub(crate) fn likeness(one: &Aligned) -> Likeness {
    let longest = one.a.len().max(one.b.len());
    let swaps = one.swaps();
    if one.matched as usize == longest {
        Likeness::Verbatim
    } else if swaps >= 2 && swaps * 12 >= longest {
        Likeness::Spun
    } else {
        Likeness::Near
    }
}

/// The words of a text; those that are left out match nothing.
fn masked(text: &Text<'_>, index: usize) -> Vec<Word> {
    let mut all = words(text.text);
    let mut skip = text.skip.iter().peekable();
    for (i, word) in all.iter_mut().enumerate() {
        while skip.peek().is_some_and(|s| s.end <= word.start as usize) {
            skip.next();
        }
        if skip.peek().is_some_and(|s| s.start < word.end as usize) {
            word.hash = ((index as u64) << 32 | i as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
        }
    }
    all
}

/// Word indexes of shared shingles, by pair of texts.
type Seeds = Vec<((u32, u32), Vec<(u32, u32)>)>;

fn seeds(read: &[Vec<Word>]) -> Seeds {
    let total = read.iter().map(Vec::len).sum();
    let mut all: Vec<(u64, u32, u32)> = Vec::with_capacity(total);
    for (text, words) in read.iter().enumerate() {
        let made = shingles(words, SEED).into_iter().enumerate();
        all.extend(made.map(|(at, hash)| (hash, text as u32, at as u32)));
    }
    all.sort_unstable();
    let mut by_pair: FxHashMap<(u32, u32), Vec<(u32, u32)>> = FxHashMap::default();
    for group in all.chunk_by(|x, y| x.0 == y.0) {
        if group.len() < 2 {
            continue;
        }
        let firsts = if group.len() > COMMON { 1 } else { group.len() };
        for (n, x) in group.iter().take(firsts).enumerate() {
            for y in group.iter().skip(n + 1).filter(|y| y.1 != x.1) {
                by_pair.entry((x.1, y.1)).or_default().push((x.2, y.2));
            }
        }
    }
    let mut out: Seeds = by_pair.into_iter().collect();
    out.sort_unstable_by_key(|(pair, _)| *pair);
    out
}

/// Leaves out stock sentences: short, in many texts that share nothing else.
fn drop_stock(read: &[Vec<Word>], pairs: &mut Vec<(u32, u32, Vec<Aligned>)>) {
    // In how many other texts each word of each text stands, as part of a short passage of a pair that shares little.
    let mut cover: FxHashMap<(u32, u32), Vec<u32>> = FxHashMap::default();
    let little = |a: u32, b: u32, found: &[Aligned]| {
        let shared: usize = found.iter().map(|f| f.a.len()).sum();
        let least = read[a as usize].len().min(read[b as usize].len()).max(1);
        (shared as f64) < STOCK_SHARE * least as f64
    };
    for (a, b, found) in pairs.iter() {
        if !little(*a, *b, found) {
            continue;
        }
        for one in found.iter().filter(|f| f.a.len() <= STOCK_WORDS) {
            cover.entry((*a, (one.a.start + one.a.end) / 2)).or_default().push(*b);
            cover.entry((*b, (one.b.start + one.b.end) / 2)).or_default().push(*a);
        }
    }
    // Middles of one sentence's copies fall within a few words of each other.
    let texts_near = |text: u32, at: u32| {
        let mut others: Vec<u32> = (at.saturating_sub(3)..=at + 3)
            .filter_map(|w| cover.get(&(text, w)))
            .flatten()
            .copied()
            .collect();
        others.sort_unstable();
        others.dedup();
        others.len()
    };
    let mut keep: Vec<(u32, u32, Vec<Aligned>)> = Vec::with_capacity(pairs.len());
    for (a, b, found) in pairs.iter() {
        let few = little(*a, *b, found);
        let left: Vec<Aligned> = found
            .iter()
            .filter(|f| {
                let middle = |r: &std::ops::Range<u32>| (r.start + r.end) / 2;
                let many = texts_near(*a, middle(&f.a)).max(texts_near(*b, middle(&f.b))) >= STOCK_TEXTS;
                !(few && f.a.len() <= STOCK_WORDS && many)
            })
            .cloned()
            .collect();
        if !left.is_empty() {
            keep.push((*a, *b, left));
        }
    }
    *pairs = keep;
}

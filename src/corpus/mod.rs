//! Passages that articles share: between a handful, and against millions.
//!
//! [`compare`](compare::compare) lays a few texts against each other. [`fingerprints`] and [`align`] are pure functions, so that a
//! database can do the join between them; [`Corpus`] is an index of fingerprints in memory and in one file. Furniture is left out before matching: two articles of one site share its menus.

mod checksum;
mod cluster;
pub mod compare;
mod direction;
mod file;
pub mod index;
mod matching;
mod text;

pub use crate::text::shingle::{Fingerprint, Winnow, fingerprints};
pub use cluster::Cluster;
pub use index::{Corpus, Entry};
pub use matching::Match;

pub use compare::{First, Likeness, Passage, Text};

use crate::corpus::compare::likeness;
use crate::text::align::{Aligned, Keep, align_words, span_of};
use crate::text::shingle::{shingles, words};
use crate::text::span::Span;

/// Two passages laid against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Alignment {
    /// Where it stands in the first text.
    pub a: Span,
    /// Where it stands in the second text.
    pub b: Span,
    /// Matched words.
    pub words: usize,
    /// |A∩B| / |A∪B| of the two passages' words.
    pub resemblance: f64,
    /// How alike.
    pub likeness: Likeness,
    /// Words in each other's place: a span of the first text, a span of the second.
    pub swaps: Vec<(Span, Span)>,
}

/// The passages of eight words or more that two texts share, in order of their place in the first.
///
/// ```
/// use onrecord::corpus::{Likeness, align};
/// let a = "Officials said the ferry left the harbor on time and that the crew was calm.";
/// let b = "The ferry left the port on time and that the crew was calm, a paper wrote.";
/// let found = align(a, b);
/// assert_eq!(found.len(), 1);
/// let (x, y) = found[0].swaps[0];
/// assert_eq!((&a[x], &b[y]), ("harbor", "port"));
/// ```
pub fn align(a: &str, b: &str) -> Vec<Alignment> {
    const SEED: usize = 4;
    /// A shingle that stands more often than this in one text begins no alignment.
    const OFTEN: usize = 16;
    let (x, y) = (words(a), words(b));
    let mut of_b: Vec<(u64, u32)> = shingles(&y, SEED)
        .into_iter()
        .enumerate()
        .map(|(i, h)| (h, i as u32))
        .collect();
    of_b.sort_unstable();
    let mut seeds = Vec::new();
    for (i, hash) in shingles(&x, SEED).into_iter().enumerate() {
        let from = of_b.partition_point(|(h, _)| *h < hash);
        let same = of_b[from..].iter().take(OFTEN).take_while(|(h, _)| *h == hash);
        seeds.extend(same.map(|(_, j)| (i as u32, *j)));
    }
    let keep = Keep {
        words: 8,
        density: 0.45,
    };
    let mut found = align_words(&x, &y, &mut seeds, keep);
    found.retain(Aligned::is_passage);
    let made = found.iter().map(|one| {
        let part = |words: &[crate::text::shingle::Word], range: &std::ops::Range<u32>| {
            let words = words.get(range.start as usize..range.end as usize).unwrap_or_default();
            match (words.first(), words.last()) {
                (Some(first), Some(last)) => Span::new(first.start as usize, last.end as usize),
                _ => Span::default(),
            }
        };
        Alignment {
            a: span_of(a, x.get(one.a.start as usize..one.a.end as usize).unwrap_or_default()),
            b: span_of(b, y.get(one.b.start as usize..one.b.end as usize).unwrap_or_default()),
            words: one.matched as usize,
            resemblance: one.resemblance(),
            likeness: likeness(one),
            swaps: one
                .edits
                .iter()
                .filter(|e| !e.a.is_empty() && !e.b.is_empty())
                .map(|e| (part(&x, &e.a), part(&y, &e.b)))
                .collect(),
        }
    });
    made.collect()
}

//! Two word sequences laid against each other: seeds, exact runs, chains, and the edits between them.
//!
//! A shared shingle is a *seed*. It grows to the longest exact run around it; runs on nearby diagonals are *chained* over gaps of a
//! few words; the ends are extended word by word as long as matches outweigh edits. What is kept has enough matched words, and
//! enough of them for its length. Single words that stand in each other's place are *swaps*: a run of them inside a long
//! alignment is the trace of a spinning program.
//!
//! Work is linear in the seeds given; whoever makes them bounds their number.

use rustc_hash::FxHashMap;

use crate::text::shingle::Word;
use crate::text::span::Span;
pub use crate::text::walk::{Aligned, Edit};
use crate::text::walk::{Run, Walker};

/// The longest gap between two runs of one chain, in words.
const GAP: u32 = 8;
/// Chains that are still open for a run to join.
const OPEN: usize = 32;

/// What an alignment must have to be kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Keep {
    /// Matched words.
    pub words: u32,
    /// Matched words of the longer side.
    pub density: f32,
}

/// From the first word to the last, with the quote marks and stops that touch them.
pub(crate) fn span_of(text: &str, words: &[Word]) -> Span {
    let (Some(first), Some(last)) = (words.first(), words.last()) else {
        return Span::default();
    };
    let (mut start, mut end) = (first.start as usize, last.end as usize);
    let before = text.get(..start).unwrap_or("");
    for c in before.chars().rev().take(3) {
        if !matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '«' | '$' | '£' | '€') {
            break;
        }
        start -= c.len_utf8();
    }
    let after = text.get(end..).unwrap_or("");
    for c in after.chars().take(4) {
        if !matches!(
            c,
            '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '.' | ',' | '!' | '?' | ';' | ':' | '…' | '%'
        ) {
            break;
        }
        end += c.len_utf8();
    }
    Span::new(start, end)
}

/// Aligns two sequences from their seeds (pairs of word indexes that begin an equal shingle).
pub(crate) fn align_words(a: &[Word], b: &[Word], seeds: &mut Vec<(u32, u32)>, keep: Keep) -> Vec<Aligned> {
    let chains = chain(&runs(a, b, seeds));
    let walker = Walker::new(a, b);
    let mut out: Vec<Aligned> = Vec::new();
    for chain in chains {
        let found = walker.walk(&chain);
        // A longer alignment already covers this one.
        let covered = out.iter().rev().take(OPEN).any(|o| {
            o.a.start <= found.a.start && found.a.end <= o.a.end && o.b.start <= found.b.start && found.b.end <= o.b.end
        });
        if !covered && found.matched >= keep.words && found.density() >= keep.density {
            out.push(found);
        }
    }
    out.sort_by_key(|o| (o.a.start, o.b.start, o.a.end));
    merge(out)
}

/// Alignments that ran into each other become one.
fn merge(found: Vec<Aligned>) -> Vec<Aligned> {
    let mut out: Vec<Aligned> = Vec::new();
    for next in found {
        match out.last_mut() {
            Some(last) if next.a.start < last.a.end && next.b.start < last.b.end && next.b.start >= last.b.start => {
                if next.a.end > last.a.end && next.b.end > last.b.end {
                    let new = (next.a.end - last.a.end).min(next.b.end - last.b.end);
                    last.matched += new.min(next.matched);
                    let from = last.a.end;
                    last.edits.extend(next.edits.into_iter().filter(|e| e.a.start >= from));
                    last.a.end = next.a.end;
                    last.b.end = next.b.end;
                }
            }
            _ => out.push(next),
        }
    }
    out
}

/// Grows seeds to exact runs, each diagonal once.
fn runs(a: &[Word], b: &[Word], seeds: &mut Vec<(u32, u32)>) -> Vec<Run> {
    seeds.sort_unstable();
    seeds.dedup();
    let mut reached: FxHashMap<i64, u32> = FxHashMap::default();
    let mut out = Vec::new();
    let same = |i: u32, j: u32| match (a.get(i as usize), b.get(j as usize)) {
        (Some(x), Some(y)) => x.hash == y.hash,
        _ => false,
    };
    for &(i, j) in seeds.iter() {
        let end = reached.entry(i64::from(i) - i64::from(j)).or_insert(0);
        if i < *end || !same(i, j) {
            continue;
        }
        let (mut from_a, mut from_b) = (i, j);
        while from_a > *end && from_b > 0 && same(from_a - 1, from_b - 1) {
            from_a -= 1;
            from_b -= 1;
        }
        let mut len = i - from_a;
        while same(from_a + len, from_b + len) {
            len += 1;
        }
        *end = from_a + len;
        out.push(Run {
            a: from_a,
            b: from_b,
            len,
        });
    }
    out.sort_by_key(|r| (r.a, r.b));
    out
}

/// Joins runs that follow each other closely in both sequences.
fn chain(runs: &[Run]) -> Vec<Vec<Run>> {
    let mut chains: Vec<Vec<Run>> = Vec::new();
    for &run in runs {
        let from = chains.len().saturating_sub(OPEN);
        let mut best: Option<(u32, usize)> = None;
        for (at, chain) in chains.iter().enumerate().skip(from) {
            let Some(last) = chain.last() else { continue };
            let (end_a, end_b) = (last.a + last.len, last.b + last.len);
            // Runs may overlap by a word or two where a word was put in or left out.
            if run.a + 2 < end_a || run.b + 2 < end_b || run.a <= last.a || run.b <= last.b {
                continue;
            }
            let (gap_a, gap_b) = (run.a.saturating_sub(end_a), run.b.saturating_sub(end_b));
            let cost = gap_a.max(gap_b) + gap_a.abs_diff(gap_b);
            if gap_a <= GAP && gap_b <= GAP && best.is_none_or(|(c, _)| cost < c) {
                best = Some((cost, at));
            }
        }
        match best {
            Some((_, at)) => chains[at].push(run),
            None => chains.push(vec![run]),
        }
    }
    chains
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::shingle::{shingles, words};

    fn aligned(a: &str, b: &str) -> Vec<Aligned> {
        let (a, b) = (words(a), words(b));
        let (x, y) = (shingles(&a, 3), shingles(&b, 3));
        let mut seeds = Vec::new();
        for (i, h) in x.iter().enumerate() {
            seeds.extend(
                y.iter()
                    .enumerate()
                    .filter(|(_, g)| *g == h)
                    .map(|(j, _)| (i as u32, j as u32)),
            );
        }
        align_words(
            &a,
            &b,
            &mut seeds,
            Keep {
                words: 8,
                density: 0.45,
            },
        )
    }

    #[test]
    fn a_swap_inside_a_run_is_listed() {
        let a = "x y z the ferry left the harbor on time and the crew was calm all day q r";
        let b = "one the ferry left the port on time and the crew was calm all night two";
        let found = aligned(a, b);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].matched, found[0].swaps()), (12, 1));
        assert_eq!((found[0].a.clone(), found[0].b.clone()), (3..16, 1..14));
    }

    #[test]
    fn words_put_in_or_left_out_do_not_break_it() {
        let a = "the plan was made in the spring of that year and the men left the town at once";
        let b = "the plan was reportedly made in the spring of that year and men left the town at once";
        let found = aligned(a, b);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].matched, 17);
    }

    #[test]
    fn common_small_words_alone_do_not_align() {
        assert!(
            aligned(
                "one of the men in the town said so",
                "one of the women in the city said no"
            )
            .is_empty()
        );
        assert!(aligned("", "").is_empty());
    }
}

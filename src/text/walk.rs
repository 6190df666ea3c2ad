//! The words between and beside exact runs: matches go on over small edits.

use crate::text::shingle::Word;

/// How far ahead an edit is looked over, in words.
const AHEAD: usize = 4;
/// An extension stops when edits outweigh matches by this much.
const DROP: f32 = 4.0;

/// Two word ranges that were laid against each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Aligned {
    /// Words of the first sequence.
    pub a: std::ops::Range<u32>,
    /// Words of the second sequence.
    pub b: std::ops::Range<u32>,
    /// Matched words.
    pub matched: u32,
    /// Where the two differ, in order.
    pub edits: Vec<Edit>,
}

/// Words of one sequence in the place of words of the other; either range may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// Words of the first sequence.
    pub a: std::ops::Range<u32>,
    /// Words of the second sequence.
    pub b: std::ops::Range<u32>,
}

impl Edit {
    pub(crate) fn new(a: usize, a_len: usize, b: usize, b_len: usize) -> Self {
        Edit {
            a: a as u32..(a + a_len) as u32,
            b: b as u32..(b + b_len) as u32,
        }
    }

    /// Whether as many words stand in each other's place, one or two.
    pub fn is_swap(&self) -> bool {
        self.a.len() == self.b.len() && (1..=2).contains(&self.a.len())
    }
}

impl Aligned {
    /// |A∩B| / |A∪B| of the two word sequences.
    pub fn resemblance(&self) -> f64 {
        let sum = self.a.len() + self.b.len();
        f64::from(self.matched) / (sum as f64 - f64::from(self.matched)).max(1.0)
    }

    /// Words swapped for others.
    pub fn swaps(&self) -> usize {
        self.edits.iter().filter(|e| e.is_swap()).map(|e| e.a.len()).sum()
    }

    /// Whether it reads as one passage: a short one has no edit of more than two words, or two formulas that happen to stand near each
    /// other would be called a copy.
    pub fn is_passage(&self) -> bool {
        self.matched >= 12 || self.edits.iter().all(|e| e.a.len().max(e.b.len()) <= 2)
    }

    /// Matched words of the longer side.
    pub fn density(&self) -> f32 {
        self.matched as f32 / self.a.len().max(self.b.len()).max(1) as f32
    }
}

/// An exact run that two sequences share.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Its first word in the first sequence.
    pub(crate) a: u32,
    /// Its first word in the second sequence.
    pub(crate) b: u32,
    /// Words.
    pub(crate) len: u32,
}

/// Two sequences that are walked side by side.
pub(crate) struct Walker<'a> {
    a: &'a [Word],
    b: &'a [Word],
}

/// What stands between two matched places.
#[derive(Default)]
struct Tally {
    matched: u32,
    edits: Vec<Edit>,
}

impl<'a> Walker<'a> {
    pub(crate) fn new(a: &'a [Word], b: &'a [Word]) -> Self {
        Walker { a, b }
    }

    fn same(&self, i: usize, j: usize) -> bool {
        match (self.a.get(i), self.b.get(j)) {
            (Some(x), Some(y)) => x.hash == y.hash,
            _ => false,
        }
    }

    /// From the first run to the last, and on at both ends.
    pub(crate) fn walk(&self, chain: &[Run]) -> Aligned {
        let mut tally = Tally::default();
        let Some(first) = chain.first() else {
            return Aligned {
                a: 0..0,
                b: 0..0,
                matched: 0,
                edits: Vec::new(),
            };
        };
        let (start_a, start_b) = self.back(first.a as usize, first.b as usize, &mut tally);
        tally.edits.reverse();
        let (mut end_a, mut end_b) = (first.a as usize, first.b as usize);
        for run in chain {
            let (mut a, mut b, mut len) = (run.a as usize, run.b as usize, run.len as usize);
            // Cut what the run before has taken already.
            let over = end_a.saturating_sub(a).max(end_b.saturating_sub(b)).min(len);
            a += over;
            b += over;
            len -= over;
            self.between(end_a..a, end_b..b, &mut tally);
            tally.matched += len as u32;
            end_a = a + len;
            end_b = b + len;
        }
        let (end_a, end_b) = self.forth(end_a, end_b, &mut tally);
        Aligned {
            a: start_a as u32..end_a as u32,
            b: start_b as u32..end_b as u32,
            matched: tally.matched,
            edits: tally.edits,
        }
    }

    /// Counts matches and swaps in a short gap.
    fn between(&self, a: std::ops::Range<usize>, b: std::ops::Range<usize>, tally: &mut Tally) {
        let (mut i, mut j) = (a.start, b.start);
        while i < a.end && j < b.end {
            if self.same(i, j) {
                tally.matched += 1;
                i += 1;
                j += 1;
                continue;
            }
            match self.edit(i, j, a.end, b.end, 1) {
                Some((di, dj)) => {
                    tally.edits.push(Edit::new(i, di, j, dj));
                    i += di;
                    j += dj;
                }
                None => break,
            }
        }
        if i < a.end || j < b.end {
            let (di, dj) = (a.end.saturating_sub(i), b.end.saturating_sub(j));
            tally.edits.push(Edit::new(i, di, j, dj));
        }
    }

    /// The smallest edit after which the next `need` words match.
    fn edit(&self, i: usize, j: usize, end_a: usize, end_b: usize, need: usize) -> Option<(usize, usize)> {
        for size in 1..=AHEAD {
            // A swap of equal length first, then words put in or left out.
            for (di, dj) in std::iter::once((size, size)).chain((0..size).flat_map(|s| [(size, s), (s, size)])) {
                let (x, y) = (i + di, j + dj);
                if x + need > end_a || y + need > end_b {
                    continue;
                }
                if (0..need).all(|n| self.same(x + n, y + n)) {
                    return Some((di, dj));
                }
            }
        }
        None
    }

    /// Extends to the right; returns the new ends.
    fn forth(&self, a: usize, b: usize, tally: &mut Tally) -> (usize, usize) {
        let (mut i, mut j) = (a, b);
        let mut score = 0.0f32;
        let (mut best, mut kept) = ((i, j, 0.0f32), (0u32, tally.edits.len()));
        let mut matched = 0u32;
        while i < self.a.len() && j < self.b.len() && score > best.2 - DROP {
            if self.same(i, j) {
                score += 1.0;
                matched += 1;
                i += 1;
                j += 1;
                if score > best.2 {
                    best = (i, j, score);
                    kept = (matched, tally.edits.len());
                }
                continue;
            }
            let step = self
                .edit(i, j, self.a.len(), self.b.len(), 2)
                .or_else(|| self.same(i + 1, j + 1).then_some((1, 1)));
            let Some((di, dj)) = step else { break };
            tally.edits.push(Edit::new(i, di, j, dj));
            score -= di.max(dj) as f32;
            i += di;
            j += dj;
        }
        tally.matched += kept.0;
        tally.edits.truncate(kept.1);
        let (mut end_a, mut end_b) = (best.0, best.1);
        // One or two swapped words before both sentences end still belong.
        if let Some(n) = self.to_the_end(end_a, end_b) {
            tally.edits.push(Edit::new(end_a, n, end_b, n));
            end_a += n;
            end_b += n;
        }
        (end_a, end_b)
    }

    fn to_the_end(&self, a: usize, b: usize) -> Option<usize> {
        let opens = |words: &[Word], at: usize| at == words.len() || words.get(at).is_some_and(|w| w.opens);
        if opens(self.a, a) && opens(self.b, b) {
            return None;
        }
        (1..=2).find(|n| opens(self.a, a + n) && opens(self.b, b + n))
    }

    /// Extends to the left; returns the new starts.
    fn back(&self, a: usize, b: usize, tally: &mut Tally) -> (usize, usize) {
        let (mut i, mut j) = (a, b);
        let mut score = 0.0f32;
        let (mut best, mut kept) = ((i, j, 0.0f32), (0u32, 0usize));
        let mut matched = 0u32;
        while i > 0 && j > 0 && score > best.2 - DROP {
            if self.same(i - 1, j - 1) {
                score += 1.0;
                matched += 1;
                i -= 1;
                j -= 1;
                if score > best.2 {
                    best = (i, j, score);
                    kept = (matched, tally.edits.len());
                }
                continue;
            }
            let Some((di, dj)) = self.edit_back(i, j) else { break };
            tally.edits.push(Edit::new(i - di, di, j - dj, dj));
            score -= di.max(dj) as f32;
            i -= di;
            j -= dj;
        }
        tally.matched += kept.0;
        tally.edits.truncate(kept.1);
        let (mut start_a, mut start_b) = (best.0, best.1);
        let opens = |words: &[Word], at: usize| words.get(at).is_some_and(|w| w.opens);
        if !(opens(self.a, start_a) && opens(self.b, start_b)) {
            let more = (1..=2usize)
                .find(|n| start_a >= *n && start_b >= *n && opens(self.a, start_a - n) && opens(self.b, start_b - n));
            if let Some(n) = more {
                tally.edits.push(Edit::new(start_a - n, n, start_b - n, n));
                start_a -= n;
                start_b -= n;
            }
        }
        (start_a, start_b)
    }

    fn edit_back(&self, i: usize, j: usize) -> Option<(usize, usize)> {
        for size in 1..=AHEAD {
            for (di, dj) in std::iter::once((size, size)).chain((0..size).flat_map(|s| [(size, s), (s, size)])) {
                let two = i >= di + 2
                    && j >= dj + 2
                    && self.same(i - di - 1, j - dj - 1)
                    && self.same(i - di - 2, j - dj - 2);
                let one = di == 1 && dj == 1 && i >= 2 && j >= 2 && self.same(i - 2, j - 2);
                if two || one {
                    return Some((di, dj));
                }
            }
        }
        None
    }
}

//! Shingles of words, and the few of them that are kept as fingerprints.
//!
//! A shingle is `k` consecutive folded [words](crate::text::word). *Winnowing* (Schleimer, Wilkerson and Aiken, 2003) keeps the least
//! shingle of each window of `w`, and so guarantees that every run of [`Winnow::guarantee`] words that two texts share leaves a
//! fingerprint in both, and that nothing under `k` words ever does.
//!
//! # Design
//!
//! [`fingerprints`] reads the text once. A ring as long as one window holds all that it looks back on, so that memory is that of the
//! fingerprints alone. Hashes of shingles roll: adding a word and dropping one is two multiplications, whatever `k` is. The least of a
//! window is looked up anew only when it leaves the window, about once a window.

use crate::text::word::{each_word, mix};

pub use crate::text::word::{Word, words};

/// How shingles are made and thinned out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Winnow {
    /// Words in a shingle: nothing shorter is ever matched.
    pub k: usize,
    /// Shingles in a window, of which one is kept.
    pub w: usize,
}

impl Winnow {
    /// For one article or a handful: every shared run of 8 words is found.
    pub const SMALL: Winnow = Winnow { k: 5, w: 4 };
    /// For a corpus: every shared run of 12 words is found.
    pub const CORPUS: Winnow = Winnow { k: 6, w: 7 };

    /// Shingles that find every shared run of `t` words, and none under about half of them: [`Winnow::SMALL`] for 8,
    /// [`Winnow::CORPUS`] for 12.
    ///
    /// ```
    /// use onrecord::text::shingle::Winnow;
    /// assert_eq!(Winnow::finding(8), Winnow::SMALL);
    /// assert_eq!(Winnow::finding(12), Winnow::CORPUS);
    /// assert_eq!(Winnow::finding(20).guarantee(), 20);
    /// ```
    pub const fn finding(t: usize) -> Winnow {
        let t = if t == 0 { 1 } else { t };
        // Shingles under five words match by chance.
        let k = match t / 2 {
            half if half >= 5 => half,
            _ if t < 5 => t,
            _ => 5,
        };
        Winnow { k, w: t + 1 - k }
    }

    /// The length of run, in words, that is always found: `w + k - 1`.
    pub const fn guarantee(self) -> usize {
        self.w + self.k - 1
    }
}

/// One kept shingle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint {
    /// Hash of the shingle.
    pub hash: u64,
    /// Index of its first word.
    pub word: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// The base of the rolling hash.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Hashes of all shingles of `k` words; shingle `i` begins with word `i`.
pub fn shingles(words: &[Word], k: usize) -> Vec<u64> {
    let k = k.max(1);
    if words.len() < k {
        return Vec::new();
    }
    let top = SPREAD.wrapping_pow(k as u32);
    let mut h = 0u64;
    let mut out = Vec::with_capacity(words.len() + 1 - k);
    for (i, new) in words.iter().enumerate() {
        h = h.wrapping_mul(SPREAD).wrapping_add(new.hash);
        if let Some(old) = i.checked_sub(k).and_then(|old| words.get(old)) {
            h = h.wrapping_sub(old.hash.wrapping_mul(top));
        }
        if i + 1 >= k {
            out.push(mix(h));
        }
    }
    out
}

/// The fingerprints of a text: a pure function, so that a database can call it and do the join by itself.
///
/// Every run of [`Winnow::guarantee`] words that two texts share leaves the same fingerprint hash in both; a hash that two texts
/// share stands for `k` words that they share. A text shorter than one window still leaves its least shingle.
///
/// ```
/// use onrecord::text::shingle::{Winnow, fingerprints};
/// let a = fingerprints("He said “the plan for the U.S. was never to go ahead without the senate”.", Winnow::SMALL);
/// let b = fingerprints("Yesterday HE SAID the plan for the USA was never to go ahead without the Senate", Winnow::SMALL);
/// assert!(a.iter().any(|f| b.iter().any(|g| f.hash == g.hash)));
/// ```
pub fn fingerprints(text: &str, winnow: Winnow) -> Vec<Fingerprint> {
    let mut sieve = Sieve::new(text.len(), winnow);
    each_word(text, |word| sieve.word(word));
    sieve.finish()
}

/// A word and the shingle that begins with it.
#[derive(Clone, Copy, Default)]
struct Slot {
    word: u64,
    shingle: u64,
    start: u32,
    end: u32,
}

/// Words in, fingerprints out.
struct Sieve {
    k: usize,
    w: usize,
    /// The base to the power of `k`.
    top: u64,
    /// The last words, each at its index modulo the length, a power of two over `k + w`.
    ring: Vec<Slot>,
    /// Words that were read.
    read: usize,
    rolled: u64,
    /// The shingle that is least in the window: the rightmost of equals.
    least: usize,
    least_hash: u64,
    kept: Vec<Fingerprint>,
}

impl Sieve {
    fn new(bytes: usize, winnow: Winnow) -> Self {
        // A text has no more words than bytes; a longer shingle or window is as good as one that just does not fit.
        let k = winnow.k.clamp(1, bytes + 1);
        let w = winnow.w.clamp(1, bytes + 1);
        Sieve {
            k,
            w,
            top: SPREAD.wrapping_pow(k as u32),
            ring: vec![Slot::default(); (k + w + 1).next_power_of_two()],
            read: 0,
            rolled: 0,
            least: 0,
            least_hash: u64::MAX,
            // Two in `w + 1` words of six bytes.
            kept: Vec::with_capacity(bytes / (3 * (w + 1)) + 1),
        }
    }

    #[inline]
    fn slot(&self, at: usize) -> &Slot {
        &self.ring[at & (self.ring.len() - 1)]
    }

    #[inline]
    fn word(&mut self, word: Word) {
        let (at, mask) = (self.read, self.ring.len() - 1);
        self.read += 1;
        self.rolled = self.rolled.wrapping_mul(SPREAD).wrapping_add(word.hash);
        if at >= self.k {
            let old = self.slot(at - self.k).word;
            self.rolled = self.rolled.wrapping_sub(old.wrapping_mul(self.top));
        }
        self.ring[at & mask] = Slot {
            word: word.hash,
            shingle: 0,
            start: word.start,
            end: word.end,
        };
        if at + 1 < self.k {
            return;
        }
        let shingle = at + 1 - self.k;
        let hash = mix(self.rolled);
        self.ring[shingle & mask].shingle = hash;
        let new = if hash <= self.least_hash {
            (self.least, self.least_hash) = (shingle, hash);
            true
        } else if self.least + self.w <= shingle {
            self.look_again(shingle);
            true
        } else {
            shingle + 1 == self.w
        };
        if new && shingle + 1 >= self.w {
            self.keep();
        }
    }

    /// The least one left the window that ends with this shingle.
    fn look_again(&mut self, last: usize) {
        self.least = last + 1 - self.w;
        self.least_hash = self.slot(self.least).shingle;
        for at in self.least + 1..=last {
            let hash = self.slot(at).shingle;
            if hash <= self.least_hash {
                (self.least, self.least_hash) = (at, hash);
            }
        }
    }

    fn keep(&mut self) {
        let (first, last) = (self.slot(self.least), self.slot(self.least + self.k - 1));
        self.kept.push(Fingerprint {
            hash: self.least_hash,
            word: self.least as u32,
            start: first.start,
            end: last.end,
        });
    }

    fn finish(mut self) -> Vec<Fingerprint> {
        if self.read >= self.k && self.read + 1 - self.k < self.w {
            self.keep();
        }
        self.kept
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Winnowing as the paper tells it: the rightmost least of every window.
    fn by_the_book(text: &str, winnow: Winnow) -> Vec<(u64, u32)> {
        let hashes = shingles(&words(text), winnow.k);
        let mut kept: Vec<(u64, u32)> = Vec::new();
        for window in 0..(hashes.len() + 1)
            .saturating_sub(winnow.w)
            .max(usize::from(!hashes.is_empty()))
        {
            let all = window..hashes.len().min(window + winnow.w);
            let least = all.rev().min_by_key(|i| hashes[*i]).expect("a window holds a shingle");
            if kept.last().is_none_or(|(_, at)| *at != least as u32) {
                kept.push((hashes[least], least as u32));
            }
        }
        kept
    }

    #[test]
    fn one_pass_keeps_what_the_paper_keeps() {
        for n in 0..120usize {
            let text: String = (0..n).map(|i| format!("w{} ", (i * i + n) % (3 + n % 41))).collect();
            for winnow in [(5, 4), (6, 7), (1, 1), (1, 5), (9, 1), (3, 200), (200, 3)] {
                let winnow = Winnow {
                    k: winnow.0,
                    w: winnow.1,
                };
                let made: Vec<(u64, u32)> = fingerprints(&text, winnow).iter().map(|f| (f.hash, f.word)).collect();
                assert_eq!(made, by_the_book(&text, winnow), "{n} {winnow:?}");
            }
        }
        let all = Winnow {
            k: usize::MAX,
            w: usize::MAX,
        };
        assert_eq!(fingerprints("no shingle is so long", all), []);
    }

    #[test]
    fn a_fingerprint_tells_where_its_words_stand() {
        let text = "“One two,” three four five six seven eight nine.";
        let all = words(text);
        for print in fingerprints(text, Winnow::SMALL) {
            let (first, last) = (all[print.word as usize], all[print.word as usize + 4]);
            assert_eq!((print.start, print.end), (first.start, last.end));
        }
    }

    #[test]
    fn rolling_and_fresh_hashes_agree() {
        let all = words("one two three four five six seven eight");
        let rolled = shingles(&all, 3);
        assert_eq!(rolled.len(), 6);
        for (i, h) in rolled.iter().enumerate() {
            assert_eq!(shingles(&all[i..i + 3], 3), [*h]);
        }
    }

    #[test]
    fn t_is_found_whatever_it_is() {
        for t in 1..100 {
            let winnow = Winnow::finding(t);
            assert!(winnow.guarantee() == t && winnow.k >= 1 && winnow.w >= 1, "{t}");
        }
    }
}

//! Words as numbers: folded hard and hashed in one pass, without a copy of the text or an allocation.
//!
//! Two texts share a passage when they share a run of words, whatever their quote marks, capitals, accents or line ends. So case,
//! accents and apostrophes go here, `3,000` is `3000`, and `U.S.`, `US` and `USA` are one word.
//!
//! # Design
//!
//! Almost every byte of English news is an ASCII letter or the space after a word. Eight bytes are classified and folded at once in
//! one register, the way `memchr` looks at them; a word of up to eight letters is then hashed in two multiplications. Bytes that may
//! join two halves of a word (apostrophes, dots, commas) and all that is not ASCII go the slow way, byte by byte, into the same hash.
//! A hash therefore depends on the folded bytes alone, never on the way they were read.
//!
//! The hashes are part of the file format of a corpus: they must not change within a version.

use crate::text::letter::{Fold, letter_at, wide};
use crate::text::span::Span;

/// One folded word, as a number, and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Hash of the folded word.
    pub hash: u64,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Whether a sentence or line ended before it.
    pub opens: bool,
}

impl Word {
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// All folded words of a text.
///
/// ```
/// use onrecord::text::word::words;
/// let (a, b) = (words("Nicolás didn’t visit the U.S."), words("nicolas DIDN'T visit the USA"));
/// assert!(a.iter().map(|w| w.hash).eq(b.iter().map(|w| w.hash)));
/// ```
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    each_word(text, |w| out.push(w));
    out
}

/// Calls `word` for every folded word of a text, in order.
#[inline]
pub fn each_word(text: &str, mut word: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut opens = true;
    while let Some(&first) = bytes.get(at) {
        let mut hash = Hash::new();
        let chunk = load(bytes, at);
        let mut run = leading(chunk);
        if run == 0 {
            if first < 128 {
                opens |= STOPS[usize::from(first)];
                at += 1;
                continue;
            }
            let (len, fold) = wide(text, at);
            if !matches!(fold, Fold::Base(_) | Fold::Letter(_)) {
                opens |= matches!(fold, Fold::Stop);
                at += len;
                continue;
            }
        }
        let start = at;
        at += run;
        hash.run(chunk, run);
        while run == 8 {
            let chunk = load(bytes, at);
            run = leading(chunk);
            hash.run(chunk, run);
            at += run;
        }
        let next = bytes.get(at).copied().unwrap_or(b' ');
        if MAY_JOIN[usize::from(next)] {
            at = rest(text, start, at, &mut hash);
        }
        let hash = hash.finish();
        word(Word {
            hash: if hash == USA { US } else { hash },
            start: start as u32,
            end: at as u32,
            opens,
        });
        opens = false;
        if next == b' ' && bytes.get(at) == Some(&b' ') {
            at += 1;
        }
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;

/// Eight bytes, the first lowest; zeros after the end.
#[inline]
pub(crate) fn load(bytes: &[u8], at: usize) -> u64 {
    match bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        Some(whole) => u64::from_le_bytes(*whole),
        None => tail(bytes, at),
    }
}

#[cold]
fn tail(bytes: &[u8], at: usize) -> u64 {
    let left = bytes.get(at..).unwrap_or_default().iter().rev();
    left.fold(0, |chunk, b| chunk << 8 | u64::from(*b))
}

/// How many of the first bytes are ASCII letters or digits.
///
/// Each byte's low seven bits are moved so that its top bit tells which side of a bound it stands on; no sum carries into its
/// neighbour. Letters are compared after `| 0x20`, which folds their case and would turn some controls into digits.
#[inline]
const fn leading(chunk: u64) -> usize {
    let seven = chunk & !HIGH;
    let low = seven | (0x20 * ONES);
    let letter = (low + (0x80 - b'a' as u64) * ONES) & !(low + (0x80 - (b'z' as u64 + 1)) * ONES);
    let digit = (seven + (0x80 - b'0' as u64) * ONES) & !(seven + (0x80 - (b'9' as u64 + 1)) * ONES);
    let other = !((letter | digit) & !chunk) & HIGH;
    (other.trailing_zeros() / 8) as usize
}

/// How many of the first bytes are small ASCII letters, told as [`leading`] tells it.
#[inline]
pub(crate) const fn leading_small(chunk: u64) -> usize {
    let seven = chunk & !HIGH;
    let small = (seven + (0x80 - b'a' as u64) * ONES) & !(seven + (0x80 - (b'z' as u64 + 1)) * ONES);
    let other = !(small & !chunk) & HIGH;
    (other.trailing_zeros() / 8) as usize
}

/// Bytes that end a sentence.
const STOPS: [bool; 256] = table(b".!?\n", false);
/// Bytes after which a word may go on.
const MAY_JOIN: [bool; 256] = table(b"'.,", true);

const fn table(bytes: &[u8], wide: bool) -> [bool; 256] {
    let mut out = [false; 256];
    let mut i = 0;
    while i < bytes.len() {
        out[bytes[i] as usize] = true;
        i += 1;
    }
    let mut b = 128;
    while b < 256 {
        out[b] = wide;
        b += 1;
    }
    out
}

/// A hash of folded bytes, eight at a time.
#[derive(Clone, Copy)]
struct Hash {
    state: u64,
    /// Bytes that do not make eight yet, the first lowest.
    held: u64,
    /// How many.
    fill: u32,
}

impl Hash {
    const fn new() -> Self {
        Hash {
            state: 0xcbf2_9ce4_8422_2325,
            held: 0,
            fill: 0,
        }
    }

    const fn step(&mut self, chunk: u64) {
        let mixed = (self.state ^ chunk).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.state = mixed ^ (mixed >> 32);
    }

    /// The first `n` of eight letters or digits, before any single byte.
    #[inline]
    fn run(&mut self, chunk: u64, n: usize) {
        let folded = chunk | (0x20 * ONES);
        if n == 8 {
            self.step(folded);
        } else {
            self.held = folded & ((1 << (8 * n)) - 1);
            self.fill = n as u32;
        }
    }

    const fn byte(&mut self, b: u8) {
        self.held |= (b as u64) << (8 * self.fill);
        self.fill += 1;
        if self.fill == 8 {
            self.step(self.held);
            self.held = 0;
            self.fill = 0;
        }
    }

    #[inline]
    const fn finish(mut self) -> u64 {
        self.step(self.held);
        mix(self.state)
    }

    const fn of(word: &[u8]) -> u64 {
        let mut hash = Hash::new();
        let mut i = 0;
        while i < word.len() {
            hash.byte(word[i]);
            i += 1;
        }
        hash.finish()
    }
}

/// Spreads every bit over the whole number.
#[inline]
pub(crate) const fn mix(mut h: u64) -> u64 {
    h ^= h >> 32;
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

const USA: u64 = Hash::of(b"usa");
const US: u64 = Hash::of(b"us");

/// Reads on, byte by byte, in a word that began at `start`; gives its end.
#[inline(never)]
fn rest(text: &str, start: usize, from: usize, hash: &mut Hash) -> usize {
    let bytes = text.as_bytes();
    let (mut at, mut end) = (from, from);
    // Letters since the last dot: `U.S.` goes on over its dots, `end.Next` does not.
    let mut since = from - start;
    while let Some(&b) = bytes.get(at) {
        if b.is_ascii_alphanumeric() {
            hash.byte(b | 0x20);
            since += 1;
            at += 1;
            end = at;
            continue;
        }
        if b < 128 {
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            let joins = match b {
                b'\'' => letter_at(text, at + 1),
                b'.' => {
                    since == 1
                        && next.is_ascii_alphabetic()
                        && bytes[at - 1].is_ascii_alphabetic()
                        && !bytes.get(at + 2).is_some_and(u8::is_ascii_alphanumeric)
                }
                b',' => bytes[at - 1].is_ascii_digit() && next.is_ascii_digit(),
                _ => false,
            };
            if !joins {
                break;
            }
            if b == b'.' {
                since = 0;
            }
            at += 1;
            continue;
        }
        let (len, fold) = wide(text, at);
        match fold {
            Fold::Base(base) => {
                base.bytes().for_each(|b| hash.byte(b));
                since += 1;
            }
            Fold::Letter(c) => {
                let mut utf8 = [0; 4];
                for low in c.to_lowercase() {
                    low.encode_utf8(&mut utf8).bytes().for_each(|b| hash.byte(b));
                }
                since += 1;
            }
            Fold::Nothing => {}
            Fold::Apostrophe if letter_at(text, at + len) => {
                at += len;
                continue;
            }
            _ => break,
        }
        at += len;
        end = at;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<u64> {
        words(text).iter().map(|w| w.hash).collect()
    }

    #[test]
    fn spelling_and_typography_fold_away() {
        assert_eq!(
            folded("Nicolás didn’t visit the U.S."),
            folded("nicolas DIDN'T visit the USA")
        );
        assert_eq!(folded("U.S. troops"), folded("US troops"));
        assert_eq!(folded("40,000 anti-Maduro"), folded("40000 Anti Maduro"));
        assert_eq!(folded("end.Next"), folded("end next"));
        assert_eq!(folded("Constantinoplé’s"), folded("constantinoples"));
        assert_ne!(folded("form"), folded("from"));
        // A control byte is no digit, though one bit makes it one.
        assert_eq!(folded("\u{10}0\u{11}"), folded("0"));
        assert_eq!(words("coup d’état").len(), 2);
    }

    #[test]
    fn spans_are_the_words() {
        let text = "“É um’a” U.S. 3,000 x";
        let spans: Vec<&str> = words(text).iter().map(|w| &text[w.span()]).collect();
        assert_eq!(spans, ["É", "um’a", "U.S", "3,000", "x"]);
        assert!(words("\u{0} … \u{301}").len() <= 1);
    }

    #[test]
    fn eight_bytes_at_once_are_read_as_one_by_one() {
        for b in 0..=255u8 {
            for place in 0..8 {
                let mut bytes = [b'q'; 8];
                bytes[place] = b;
                let want = if b.is_ascii_alphanumeric() { 8 } else { place };
                assert_eq!(leading(u64::from_le_bytes(bytes)), want, "{b} at {place}");
            }
        }
        let long = "Anticonstitutionally2026Z";
        for cut in 0..=long.len() {
            let word = &long[..cut];
            let want: Vec<u64> = (cut > 0)
                .then(|| Hash::of(word.to_ascii_lowercase().as_bytes()))
                .into_iter()
                .collect();
            assert_eq!(folded(word), want, "{word}");
            assert_eq!(folded(&format!(" {word}")), want, "{word}");
        }
    }
}

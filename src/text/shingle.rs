//! Words as numbers, shingles of them, and the few that are kept as fingerprints.
//!
//! Two texts share a passage when they share a run of words, whatever their quote marks, capitals, accents or line ends. So words
//! are folded hard here (case, accents and apostrophes go, `U.S.`, `US` and `USA` are one word) and hashed; a shingle is `k`
//! consecutive words. *Winnowing* (Schleimer, Wilkerson and Aiken, 2003) keeps the least shingle of each window of `w`, and so
//! guarantees that every run of [`Winnow::guarantee`] words that two texts share leaves a fingerprint in both.
//!
//! The hashes are part of the file format of a corpus: they must not change within a version.

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

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const STEP: u64 = 0x0000_0100_0000_01b3;
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

const fn mix(mut h: u64) -> u64 {
    h ^= h >> 32;
    h = h.wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^= h >> 32;
    h
}

/// Lower-case letter or digit of an ASCII byte, 0 for anything else.
const FOLDED: [u8; 128] = {
    let mut table = [0u8; 128];
    let mut b = 0;
    while b < 128 {
        let c = b as u8;
        table[b] = if c.is_ascii_alphanumeric() {
            c.to_ascii_lowercase()
        } else {
            0
        };
        b += 1;
    }
    table
};

/// The hash of a word that is folded already (ASCII lower case).
const fn hash_of(word: &[u8]) -> u64 {
    let mut h = SEED;
    let mut i = 0;
    while i < word.len() {
        h = (h ^ word[i] as u64).wrapping_mul(STEP);
        i += 1;
    }
    mix(h)
}

const USA: u64 = hash_of(b"usa");
const US: u64 = hash_of(b"us");

/// Calls `word` for every folded word of a text, in order.
pub fn each_word(text: &str, mut word: impl FnMut(Word)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut opens = true;
    while at < bytes.len() {
        let b = bytes[at];
        if b < 128 {
            if FOLDED[b as usize] == 0 {
                opens |= matches!(b, b'.' | b'!' | b'?' | b'\n');
                at += 1;
                continue;
            }
        } else {
            let (len, fold) = wide(text, at);
            if !matches!(fold, Fold::Base(_) | Fold::Letter(_)) {
                opens |= matches!(fold, Fold::Stop);
                at += len;
                continue;
            }
        }
        let start = at;
        let (end, hash) = one(text, at);
        at = end;
        word(Word {
            hash: if hash == USA { US } else { hash },
            start: start as u32,
            end: end as u32,
            opens,
        });
        opens = false;
    }
}

/// All folded words of a text.
pub fn words(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 6);
    each_word(text, |w| out.push(w));
    out
}

/// End and hash of the word that begins here.
fn one(text: &str, from: usize) -> (usize, u64) {
    let bytes = text.as_bytes();
    let mut h = SEED;
    let mut at = from;
    // Letters since the last dot: `U.S.` goes on over its dots, `end.Next` does not.
    let mut since = 0;
    let mut end = from;
    while at < bytes.len() {
        let b = bytes[at];
        if b < 128 {
            let folded = FOLDED[b as usize];
            if folded != 0 {
                h = (h ^ u64::from(folded)).wrapping_mul(STEP);
                since += 1;
                at += 1;
                end = at;
                continue;
            }
            let next = bytes.get(at + 1).copied().unwrap_or(0);
            let letter = next.is_ascii_alphabetic();
            let joins = match b {
                b'\'' => letter_at(text, at + 1),
                b'.' => {
                    since == 1
                        && letter
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
                for b in base.bytes() {
                    h = (h ^ u64::from(b)).wrapping_mul(STEP);
                }
                since += 1;
            }
            Fold::Letter(c) => {
                for low in c.to_lowercase() {
                    h = (h ^ u64::from(u32::from(low))).wrapping_mul(STEP);
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
    (end, mix(h))
}

fn letter_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(b) if *b < 128 => b.is_ascii_alphabetic(),
        Some(_) => matches!(wide(text, at).1, Fold::Base(_) | Fold::Letter(_)),
        None => false,
    }
}

enum Fold {
    /// An accented letter, without its accent.
    Base(&'static str),
    /// Another letter or digit.
    Letter(char),
    /// A mark that has no width.
    Nothing,
    Apostrophe,
    /// Ends a sentence.
    Stop,
    Gap,
}

fn wide(text: &str, at: usize) -> (usize, Fold) {
    let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else {
        return (1, Fold::Gap);
    };
    let fold = match c {
        '’' | '‘' | 'ʼ' | '´' => Fold::Apostrophe,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' | '\u{feff}' => Fold::Nothing,
        '…' | '。' | '\u{2028}' | '\u{2029}' => Fold::Stop,
        c => match base(c) {
            Some(base) => Fold::Base(base),
            None if c.is_alphanumeric() => Fold::Letter(c),
            None => Fold::Gap,
        },
    };
    (c.len_utf8(), fold)
}

/// A Latin letter without its accent.
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'Ñ' | 'ñ' | 'Ń'..='ŉ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'ß' => "ss",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ĺ'..='ł' => "l",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' => "s",
        'Ţ'..='ŧ' => "t",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

/// Hashes of all shingles of `k` words; shingle `i` begins with word `i`.
pub fn shingles(words: &[Word], k: usize) -> Vec<u64> {
    let k = k.max(1);
    if words.len() < k {
        return Vec::new();
    }
    let top = SPREAD.wrapping_pow((k - 1) as u32);
    let mut h = words[..k]
        .iter()
        .fold(0u64, |h, w| h.wrapping_mul(SPREAD).wrapping_add(w.hash));
    let mut out = Vec::with_capacity(words.len() + 1 - k);
    out.push(mix(h));
    for (old, new) in words.iter().zip(&words[k..]) {
        h = h
            .wrapping_sub(old.hash.wrapping_mul(top))
            .wrapping_mul(SPREAD)
            .wrapping_add(new.hash);
        out.push(mix(h));
    }
    out
}

/// The indexes of the shingles that are kept: the rightmost least of every window of `w`.
pub fn winnow(shingles: &[u64], w: usize) -> Vec<u32> {
    let w = w.max(1);
    let mut kept = Vec::with_capacity(shingles.len() * 2 / (w + 1) + 1);
    let mut least = 0usize;
    for at in 0..shingles.len() {
        let from = (at + 1).saturating_sub(w);
        if least < from {
            // The least one left the window: look again, from the right.
            least = from;
            for i in from..=at {
                if shingles[i] <= shingles[least] {
                    least = i;
                }
            }
        } else if shingles[at] <= shingles[least] {
            least = at;
        }
        // A text shorter than one window still leaves its least shingle.
        if (at + 1 >= w || at + 1 == shingles.len()) && kept.last() != Some(&(least as u32)) {
            kept.push(least as u32);
        }
    }
    kept
}

/// The fingerprints of a text: a pure function, so that a database can call it.
///
/// ```
/// use onrecord::text::shingle::{Winnow, fingerprints};
/// let a = fingerprints("He said “the plan for the U.S. was never to go ahead without the senate”.", Winnow::SMALL);
/// let b = fingerprints("Yesterday HE SAID the plan for the USA was never to go ahead without the Senate", Winnow::SMALL);
/// assert!(a.iter().any(|f| b.iter().any(|g| f.hash == g.hash)));
/// ```
pub fn fingerprints(text: &str, winnowing: Winnow) -> Vec<Fingerprint> {
    of_words(&words(text), winnowing)
}

/// The fingerprints of a text whose words are known.
pub fn of_words(words: &[Word], winnowing: Winnow) -> Vec<Fingerprint> {
    let k = winnowing.k.max(1);
    let hashes = shingles(words, k);
    let kept = winnow(&hashes, winnowing.w);
    let made = kept.into_iter().filter_map(|at| {
        let (first, last) = (words.get(at as usize)?, words.get(at as usize + k - 1)?);
        Some(Fingerprint {
            hash: *hashes.get(at as usize)?,
            word: at,
            start: first.start,
            end: last.end,
        })
    });
    made.collect()
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
        assert_ne!(folded("form"), folded("from"));
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
    fn every_shared_run_of_the_guaranteed_length_leaves_a_common_fingerprint() {
        let common: Vec<String> = (0..12).map(|i| format!("common{i}")).collect();
        for (winnowing, run) in [(Winnow::SMALL, 8), (Winnow::CORPUS, 12)] {
            assert_eq!(winnowing.guarantee(), run);
            for shift in 0..40 {
                let before: Vec<String> = (0..shift).map(|i| format!("a{}", i * 7 + shift)).collect();
                let after: Vec<String> = (0..30).map(|i| format!("z{}", i * 3 + shift)).collect();
                let a = format!("{} {} {}", before.join(" "), common[..run].join(" "), after.join(" "));
                let b = format!("other start {} another end of it", common[..run].join(" "));
                let (a, b) = (fingerprints(&a, winnowing), fingerprints(&b, winnowing));
                assert!(a.iter().any(|f| b.iter().any(|g| g.hash == f.hash)), "{run} {shift}");
            }
        }
    }

    #[test]
    fn rolling_and_fresh_hashes_agree() {
        let all = words("one two three four five six seven eight");
        let rolled = shingles(&all, 3);
        for (i, h) in rolled.iter().enumerate() {
            assert_eq!(shingles(&all[i..i + 3], 3), [*h]);
        }
    }
}

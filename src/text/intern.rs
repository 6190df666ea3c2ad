//! Distinct words, each stored once and numbered in the order of its first occurrence.
//!
//! Nine words of ten in English are at most eight bytes long. Such a word is one integer: it is hashed, compared and looked up without
//! reading it again. A longer one is found by a hash of its bytes, which are then compared.

use crate::text::word::{load, mix};

/// A word as one integer: a word of up to eight bytes itself, a longer one by its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Key(u64);

/// The longest word that is its own key.
pub(crate) const SHORT: usize = 8;

impl Key {
    /// The key of a word.
    #[inline]
    pub(crate) fn of(word: &str) -> Self {
        let bytes = word.as_bytes();
        if bytes.len() <= SHORT {
            return Key(load(bytes, 0));
        }
        let last = bytes.len() - 8;
        let all = (0..last).step_by(8).chain([last]);
        Key(all.fold(bytes.len() as u64, |hash, at| mix(hash ^ load(bytes, at))))
    }
}

/// One distinct word; it begins in the arena where the one before it ends.
#[derive(Clone, Copy, Debug)]
struct Word<T> {
    key: Key,
    end: u32,
    of: T,
}

/// No word stands in this slot.
const FREE: u32 = u32::MAX;

/// Distinct words, and what is known of each.
#[derive(Clone)]
pub(crate) struct Interner<T> {
    arena: String,
    words: Vec<Word<T>>,
    /// Numbers of words, each at the slot of its hash or the next free one; a power of two of them, at most half of them taken.
    slots: Vec<u32>,
}

impl<T> Default for Interner<T> {
    fn default() -> Self {
        Interner::new()
    }
}

impl<T> Interner<T> {
    /// Without a word.
    pub(crate) const fn new() -> Self {
        Interner {
            arena: String::new(),
            words: Vec::new(),
            slots: Vec::new(),
        }
    }

    /// With room for this many words.
    pub(crate) fn with_capacity(words: usize) -> Self {
        Interner {
            arena: String::with_capacity(7 * words),
            words: Vec::with_capacity(words),
            slots: vec![FREE; (2 * words).next_power_of_two().max(16)],
        }
    }

    /// Number of distinct words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The word with this number; empty when there is none.
    #[inline]
    pub(crate) fn word(&self, number: u32) -> &str {
        let number = number as usize;
        self.words
            .get(number)
            .map_or("", |w| &self.arena[self.start(number)..w.end as usize])
    }

    /// Where the word with this number begins.
    #[inline]
    fn start(&self, number: usize) -> usize {
        let before = number.checked_sub(1).and_then(|before| self.words.get(before));
        before.map_or(0, |w| w.end as usize)
    }

    /// What is known of the word with this number.
    #[inline]
    pub(crate) fn get(&self, number: u32) -> Option<&T> {
        self.words.get(number as usize).map(|w| &w.of)
    }

    /// The same, to change it.
    #[inline]
    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut T> {
        self.words.get_mut(number as usize).map(|w| &mut w.of)
    }

    /// All words in the order of their numbers, each with its key.
    pub(crate) fn keyed(&self) -> impl ExactSizeIterator<Item = (Key, &str)> {
        let mut start = 0;
        self.words.iter().map(move |w| {
            let from = std::mem::replace(&mut start, w.end as usize);
            (w.key, &self.arena[from..start])
        })
    }

    /// Every word that holds an ASCII byte, in order, each with its number.
    pub(crate) fn holding(&self, byte: u8) -> impl Iterator<Item = (u32, &str)> {
        let mut next = 0;
        memchr::memchr_iter(byte, self.arena.as_bytes()).filter_map(move |at| {
            // Words stand one behind the other, in the order of their numbers.
            let ends_before = |w: &Word<T>| w.end as usize <= at;
            let number = next + self.words.get(next..)?.partition_point(ends_before);
            // A second one in the word before.
            if number >= self.words.len() || number < next || at < self.start(number) {
                return None;
            }
            next = number + 1;
            Some((number as u32, self.word(number as u32)))
        })
    }

    /// The number of a word that is held, or the slot it would take; `same` is asked of where a word of its key and length begins.
    #[inline]
    fn seek(&self, key: Key, len: usize, same: impl Fn(usize) -> bool) -> Result<u32, usize> {
        let last = self.slots.len().wrapping_sub(1);
        let mut slot = mix(key.0) as usize & last;
        loop {
            let number = self.slots[slot];
            let Some(known) = self.words.get(number as usize) else {
                return Err(slot);
            };
            if known.key == key {
                let start = self.start(number as usize);
                if known.end as usize - start == len && same(start) {
                    return Ok(number);
                }
            }
            slot = (slot + 1) & last;
        }
    }

    #[inline]
    fn seek_word(&self, key: Key, word: &str) -> Result<u32, usize> {
        let bytes = word.as_bytes();
        self.seek(key, bytes.len(), |start| {
            bytes.len() <= SHORT || self.arena.as_bytes()[start..][..bytes.len()] == *bytes
        })
    }

    /// The number of a word, given with its key.
    #[inline]
    pub(crate) fn find(&self, key: Key, word: &str) -> Option<u32> {
        if self.slots.is_empty() {
            return None;
        }
        self.seek_word(key, word).ok()
    }

    /// The number of a word, given with its key; one that is not held yet joins with this value.
    pub(crate) fn intern(&mut self, key: Key, word: &str, of: impl FnOnce() -> T) -> u32 {
        self.make_room();
        match self.seek_word(key, word) {
            Ok(number) => number,
            Err(slot) => self.join(slot, key, word, of()),
        }
    }

    /// As [`Interner::intern`] for an ASCII word of up to eight bytes, given as a number with the first byte lowest.
    #[inline]
    pub(crate) fn intern_short(&mut self, bytes: u64, len: usize, of: impl FnOnce() -> T) -> u32 {
        self.make_room();
        match self.seek(Key(bytes), len, |_| true) {
            Ok(number) => number,
            Err(slot) => {
                let bytes_of = bytes.to_le_bytes();
                let word = bytes_of.get(..len).and_then(|b| std::str::from_utf8(b).ok());
                self.join(slot, Key(bytes), word.unwrap_or_default(), of())
            }
        }
    }

    fn join(&mut self, slot: usize, key: Key, word: &str, of: T) -> u32 {
        let number = self.words.len() as u32;
        self.slots[slot] = number;
        self.arena.push_str(word);
        self.words.push(Word {
            key,
            end: self.arena.len() as u32,
            of,
        });
        number
    }

    #[inline]
    fn make_room(&mut self) {
        if self.slots.len() <= 2 * self.words.len() {
            self.grow();
        }
    }

    #[cold]
    fn grow(&mut self) {
        let slots = (2 * self.slots.len()).max(16);
        self.slots.clear();
        self.slots.resize(slots, FREE);
        let last = slots - 1;
        for (number, word) in self.words.iter().enumerate() {
            let mut slot = mix(word.key.0) as usize & last;
            while self.slots[slot] != FREE {
                slot = (slot + 1) & last;
            }
            self.slots[slot] = number as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_held_once_whatever_its_length() {
        let mut words: Interner<()> = Interner::new();
        let text: String = ('a'..='z').cycle().take(40).collect();
        let given: Vec<&str> = (0..=40)
            .map(|len| &text[..len])
            .chain(["é", "日本語", "naïveté's"])
            .collect();
        for (number, word) in given.iter().enumerate() {
            assert_eq!(words.intern(Key::of(word), word, || ()), number as u32);
        }
        for (number, word) in given.iter().enumerate() {
            assert_eq!(words.intern(Key::of(word), word, || ()), number as u32);
            assert_eq!(words.find(Key::of(word), word), Some(number as u32));
            assert_eq!(words.word(number as u32), *word);
        }
        assert_eq!(words.len(), given.len());
        assert_eq!(words.find(Key::of("none"), "none"), None);
    }

    #[test]
    fn a_short_word_is_its_own_key() {
        for word in ["a", "of", "the", "said", "press", "senate", "officer", "official"] {
            let mut bytes = [0; SHORT];
            bytes[..word.len()].copy_from_slice(word.as_bytes());
            let bytes = u64::from_le_bytes(bytes);
            assert_eq!(Key::of(word), Key(bytes), "{word}");
            let mut words: Interner<()> = Interner::new();
            let number = words.intern_short(bytes, word.len(), || ());
            assert_eq!(words.word(number), word);
            assert_eq!(words.intern(Key::of(word), word, || ()), number);
        }
    }

    #[test]
    fn long_words_that_differ_anywhere_have_their_own_keys() {
        let word = "internationalisation";
        for at in 0..word.len() {
            let other = format!("{}#{}", &word[..at], &word[at + 1..]);
            assert_ne!(Key::of(word), Key::of(&other), "byte {at}");
        }
    }

    #[test]
    fn words_that_hold_a_byte_come_once_each() {
        let mut words: Interner<()> = Interner::new();
        for word in ["-", "a", "", "so-so-so", "b-", "c", "-d", "é-é"] {
            words.intern(Key::of(word), word, || ());
        }
        let found: Vec<(u32, &str)> = words.holding(b'-').collect();
        assert_eq!(found, [(0, "-"), (3, "so-so-so"), (4, "b-"), (6, "-d"), (7, "é-é")]);
        assert_eq!(words.holding(b'#').count(), 0);
    }

    #[test]
    fn nothing_is_found_in_an_empty_one() {
        let words: Interner<()> = Interner::default();
        assert_eq!(words.find(Key::of(""), ""), None);
        assert_eq!(words.word(0), "");
    }
}

//! The words of all built-in tables, numbered once per process.
//!
//! A word table that ships with the crate joins here when it is compiled ([`Lexicon::built_in`]): each of its words gets a number,
//! the same for all tables, and the table one bit of a mask. An article's distinct words are then looked up here once
//! ([`join`]), and each table is asked by that bit: most words stand in few tables, so most questions cost one `and`. A function of a
//! word that no table answers is remembered for all known words ([`Memo`]).
//!
//! None of this changes what is found. A table that joined after an article's words were looked up (the first articles of a process),
//! one that does not fit the mask, and a caller's own pack are asked word by word.
//!
//! [`Lexicon::built_in`]: crate::text::lexicon::Lexicon::built_in

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, PoisonError, RwLock};

use crate::text::intern::{Interner, Key};

/// The number of a word that no table holds.
pub(crate) const UNKNOWN: u32 = u32::MAX;

/// How many tables have a bit of their own.
const TABLES: u32 = u32::BITS;

/// How many tables have a bit in the mark of a token ([`Opening`]).
const MARKED: u32 = u16::BITS;

#[derive(Clone, Copy, Default)]
struct Tables {
    /// Those the word stands in.
    holds: u32,
    /// Those in which an entry begins with it.
    starts: u32,
    opening: Opening,
}

/// How a word may stand in the entries of the first tables, a bit for each: what a scan of all tokens is spared by.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Opening {
    /// Those in which an entry begins with it.
    starts: u16,
    /// Those in which it is an entry by itself.
    alone: u16,
    /// Those in which it stands behind the first word of an entry.
    follows: u16,
}

impl Opening {
    /// The tables of which an entry may begin with this word, before that one.
    #[inline]
    pub(crate) fn before(self, next: Opening) -> u16 {
        self.starts & (self.alone | next.follows)
    }
}

/// How a word stands in the entries of a table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Role {
    /// An entry begins with it.
    pub(crate) starts: bool,
    /// It is an entry by itself.
    pub(crate) alone: bool,
    /// It stands behind the first word of an entry.
    pub(crate) follows: bool,
}

struct Known {
    words: Interner<Tables>,
    tables: u32,
}

static KNOWN: RwLock<Known> = RwLock::new(Known {
    words: Interner::new(),
    tables: 0,
});

impl Known {
    fn number(&mut self, word: &str) -> u32 {
        self.words.intern(Key::of(word), word, Tables::default)
    }
}

/// The place of a table among all: its bit, and its own word ids by known number.
#[derive(Debug, Clone)]
pub(crate) struct Seat {
    mask: u32,
    marks: bool,
    own: Box<[u32]>,
}

impl Seat {
    /// Its bit.
    pub(crate) fn mask(&self) -> u32 {
        self.mask
    }

    /// Its bit in the mark of a token; none when the marks do not speak of it.
    pub(crate) fn mark(&self) -> Option<u16> {
        u16::try_from(self.mask).ok().filter(|_| self.marks)
    }

    /// The table's own id of a known word it holds.
    pub(crate) fn own(&self, known: u32) -> u32 {
        self.own.get(known as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// Numbers the words of a table, given in the order of its own ids, each with how it stands in the entries, and whether they mark the
/// tokens. `None` when all bits are taken.
pub(crate) fn seat<'w>(words: impl Iterator<Item = (&'w str, Role)>, marks: bool) -> Option<Seat> {
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    let bit = known.tables;
    if bit == TABLES {
        return None;
    }
    let mut own = Vec::new();
    for (id, (word, role)) in words.enumerate() {
        let number = known.number(word) as usize;
        if own.len() <= number {
            own.resize(number + 1, UNKNOWN);
        }
        own[number] = id as u32;
        if let Some(tables) = known.words.get_mut(number as u32) {
            tables.holds |= 1 << bit;
            tables.starts |= u32::from(role.starts) << bit;
            if marks && bit < MARKED {
                tables.opening.starts |= u16::from(role.starts) << bit;
                tables.opening.alone |= u16::from(role.alone) << bit;
                tables.opening.follows |= u16::from(role.follows) << bit;
            }
        }
    }
    known.tables += 1;
    Some(Seat {
        mask: 1 << bit,
        marks,
        own: own.into_boxed_slice(),
    })
}

/// Numbers words that are in no table with a seat, so that a [`Memo`] remembers them and tells all others apart.
pub(crate) fn add<'w>(words: impl Iterator<Item = &'w str>) {
    let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
    words.for_each(|word| {
        known.number(word);
    });
}

/// The distinct words of an article, looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Joined {
    /// Known number, by word.
    pub(crate) numbers: Vec<u32>,
    /// The bits of the tables it stands in, by word.
    pub(crate) holds: Vec<u32>,
    /// The bits of those in which an entry begins with it.
    pub(crate) starts: Vec<u32>,
    /// The bits of all tables that had joined when the words were looked up.
    tables: u32,
    /// How many words were known then.
    known: usize,
}

impl Joined {
    /// Whether the bits speak of this table.
    pub(crate) fn covers(&self, seat: &Seat) -> bool {
        seat.mask & self.tables != 0
    }
}

/// Looks up the distinct words of an article, each with its key; with how each may stand in entries.
pub(crate) fn join<'w>(words: impl ExactSizeIterator<Item = (Key, &'w str)>) -> (Joined, Vec<Opening>) {
    let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
    let mut joined = Joined {
        numbers: Vec::with_capacity(words.len()),
        holds: Vec::with_capacity(words.len()),
        starts: Vec::with_capacity(words.len()),
        tables: 1_u32.checked_shl(known.tables).map_or(u32::MAX, |next| next - 1),
        known: known.words.len(),
    };
    let mut openings = Vec::with_capacity(words.len());
    for (key, word) in words {
        let number = known.words.find(key, word).unwrap_or(UNKNOWN);
        let tables = known.words.get(number).copied().unwrap_or_default();
        joined.numbers.push(number);
        joined.holds.push(tables.holds);
        joined.starts.push(tables.starts);
        openings.push(tables.opening);
    }
    (joined, openings)
}

/// The values of a pure function of a folded word, remembered for all known words.
///
/// The function is given where the memo is asked, the same each time. It is told whether a table may hold the word: where none does,
/// it needs to ask none. Its tables must have joined before the memo is asked.
///
/// The memo is filled when it is asked twice without a table having joined in between, so that a process that reads one article does
/// not pay for words the article does not hold.
pub(crate) struct Memo<T> {
    values: RwLock<Option<Arc<[T]>>>,
    seen: AtomicUsize,
}

impl<T: Clone> Memo<T> {
    /// Without a value.
    pub(crate) const fn new() -> Self {
        Memo {
            values: RwLock::new(None),
            seen: AtomicUsize::new(0),
        }
    }

    /// The value for each distinct word of an article.
    pub(crate) fn recall<'w>(
        &self,
        joined: &Joined,
        word: impl Fn(usize) -> &'w str,
        of: impl Fn(&str, bool) -> T,
    ) -> Vec<T> {
        let mut all = Vec::with_capacity(joined.numbers.len());
        self.each(joined, word, of, |value| all.push(value.clone()));
        all
    }

    /// As [`Memo::recall`], one value after the other.
    pub(crate) fn each<'w>(
        &self,
        joined: &Joined,
        word: impl Fn(usize) -> &'w str,
        of: impl Fn(&str, bool) -> T,
        mut value: impl FnMut(&T),
    ) {
        let (values, known) = self.values(&of);
        let values: &[T] = values.as_deref().unwrap_or_default();
        // Of a table that has joined since, nothing was asked.
        let late = joined.known < known;
        for (at, number) in joined.numbers.iter().enumerate() {
            match values.get(*number as usize) {
                Some(known) => value(known),
                None => value(&of(word(at), late || *number != UNKNOWN)),
            }
        }
    }

    /// The values, if it is time for them, and how many words are known.
    fn values(&self, of: impl Fn(&str, bool) -> T) -> (Option<Arc<[T]>>, usize) {
        let size = {
            let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
            known.words.len()
        };
        let held = self.values.read().unwrap_or_else(PoisonError::into_inner).clone();
        let settled = self.seen.swap(size, Ordering::Relaxed) == size;
        if !settled || held.as_ref().is_some_and(|v| v.len() == size) {
            return (held, size);
        }
        // The lock on the words is not held while the function runs: it may compile a table, which joins.
        let (mut all, mut ends) = (String::new(), Vec::with_capacity(size));
        {
            let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
            for (_, word) in known.words.keyed().take(size) {
                all.push_str(word);
                ends.push(all.len());
            }
        }
        let mut start = 0;
        let words = ends
            .into_iter()
            .map(|end| &all[std::mem::replace(&mut start, end)..end]);
        let fresh: Arc<[T]> = words.map(|word| of(word, true)).collect();
        *self.values.write().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&fresh));
        (Some(fresh), size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyed<'w>(words: &'w [&'w str]) -> impl ExactSizeIterator<Item = (Key, &'w str)> {
        words.iter().map(|w| (Key::of(w), *w))
    }

    #[test]
    fn a_seated_table_is_told_by_its_bit() {
        let role = |starts| Role {
            starts,
            ..Role::default()
        };
        let words = [("known-one", role(true)), ("known-two", role(false))];
        let seat = seat(words.into_iter(), true).expect("a free bit");
        let (joined, _) = join(keyed(&["known-two", "known-none", "known-one"]));
        assert!(joined.covers(&seat));
        let has = |masks: &[u32]| masks.iter().map(|m| m & seat.mask() != 0).collect::<Vec<bool>>();
        let (holds, starts) = (has(&joined.holds), has(&joined.starts));
        assert_eq!(holds, [true, false, true]);
        assert_eq!(starts, [false, false, true]);
        assert_eq!(seat.own(joined.numbers[0]), 1);
        assert_eq!(seat.own(joined.numbers[2]), 0);
    }

    #[test]
    fn an_older_article_does_not_speak_of_a_newer_table() {
        let (joined, _) = join(keyed(&["late-word"]));
        let seat = seat([("late-word", Role::default())].into_iter(), true).expect("a free bit");
        assert!(!joined.covers(&seat));
    }

    #[test]
    fn a_word_of_a_late_table_is_asked_for() {
        static LENGTH: Memo<usize> = Memo::new();
        let words = ["memo-late"];
        let (joined, _) = join(keyed(&words));
        add(words.into_iter());
        let length = |word: &str, held: bool| if held { word.len() } else { 0 };
        assert_eq!(LENGTH.recall(&joined, |i| words[i], length), [9]);
    }

    #[test]
    fn a_memo_gives_what_its_function_gives() {
        static LENGTH: Memo<usize> = Memo::new();
        add(["memo-a", "memo-abc"].into_iter());
        let words = ["memo-abc", "memo-unheard-of", "memo-a"];
        for _ in 0..4 {
            let (joined, _) = join(keyed(&words));
            let length = |word: &str, held: bool| if held { word.len() } else { 0 };
            assert_eq!(LENGTH.recall(&joined, |i| words[i], length), [8, 0, 6]);
        }
    }
}

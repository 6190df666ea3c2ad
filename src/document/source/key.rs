//! Keys under which equal phrases meet.

use std::hash::Hasher;
use std::ops::Range;

use crate::document::source::names::id_of;
use crate::document::source::phrase::Phrase;
use crate::document::source::words::{Class, Words, usage};

/// Core words without determiner.
pub(super) fn content(words: &Words, phrase: &Phrase) -> Range<usize> {
    let mut start = phrase.core.start;
    while start < phrase.head
        && words.is(
            start,
            Class::DEFINITE
                .or(Class::INDEFINITE)
                .or(Class::DEMONSTRATIVE)
                .or(Class::POSSESSIVE),
        )
        && !words.is(start, Class::NUMBER)
    {
        start += 1;
    }
    start..phrase.core.end
}

pub(super) fn modifiers(words: &Words, phrase: &Phrase) -> Vec<u32> {
    let skip = Class::DEFINITE
        .or(Class::INDEFINITE)
        .or(Class::DEMONSTRATIVE)
        .or(Class::NUMBER)
        .or(Class::SEVERAL)
        .or(Class::VAGUE)
        .or(Class::BOUND)
        .or(Class::OTHER)
        .or(Class::UNNAMED);
    (phrase.core.start..phrase.head)
        .filter(|i| words.is_word(*i) && !words.is(*i, skip) && !words.does(*i, usage::UNSAYING))
        .map(|i| id_of(words, i))
        .collect()
}

pub(super) fn subset(small: &[u32], large: &[u32]) -> bool {
    small.iter().all(|w| large.contains(w))
}

pub(super) fn hash_word(word: &str) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    word.chars()
        .filter(|c| c.is_alphanumeric())
        .for_each(|c| hasher.write_u32(c as u32));
    hasher.finish()
}

pub(super) fn hash(words: &Words, range: Range<usize>) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    for i in range {
        if words.is(i, Class::DEFINITE) || words.word(i) == "a" || words.word(i) == "an" {
            continue;
        }
        hasher.write_u32(id_of(words, i));
    }
    hasher.finish()
}

/// The initials of a capitalised name.
pub(super) fn acronym(words: &Words, range: Range<usize>) -> u64 {
    let initials: String = range
        .filter(|i| words.is_capital(*i))
        .filter_map(|i| words.word(i).chars().next())
        .collect();
    hash_word(&initials)
}

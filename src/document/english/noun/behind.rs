//! What stands behind and beside a head: complement, appositions, identifying clauses.

use std::ops::Range;

use crate::document::english::noun::name::{is_calendar, leads, name_at};
use crate::document::english::noun::words::{Class, HEAD, PEOPLE, Words};
use crate::document::english::noun::{NounPhrase, is_doer};
use crate::document::page::token::{TokenKind, Tokens};

/// The parts of a phrase behind its head.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Behind {
    /// From where the phrase's own words end.
    pub(crate) tokens: Range<usize>,
    /// From a preposition on: `for the port of Ostby`.
    pub(crate) complement: Option<Tokens>,
    /// The first between commas that is no clause: `a baker`.
    pub(crate) apposition: Option<Tokens>,
    /// The first relative or participial clause: `who left in May`.
    pub(crate) clause: Option<Tokens>,
    /// A name of two words or more in apposition: `…, John Weaver,`.
    pub(crate) name: Option<Tokens>,
    /// It tells how somebody knows: `familiar with`, `who attended`.
    pub(crate) access: bool,
    /// `including Jane Roe`
    pub(crate) with_names: bool,
}

impl Behind {
    /// Reads what stands between `from` and the phrase's end.
    pub(super) fn read(words: &Words, phrase: &NounPhrase, from: usize) -> Behind {
        let end = phrase.tokens.end;
        let mut behind = Behind {
            tokens: from..end.max(from),
            access: (from..end.max(from + 1)).any(|i| is_access(words, i)),
            ..Behind::default()
        };
        behind.part(words, phrase.core.end, end);
        for at in behind.tokens.clone() {
            if words.word(at) == "including" || words.word(at) == "like" && words.is_proper(at + 1) {
                behind.with_names |= names_person(words, at + 1..(at + 5).min(end));
            }
        }
        if !phrase.plural || phrase.counted {
            let mut commas = behind.tokens.clone().filter(|i| words.is_mark(*i, &[","]));
            behind.name = commas.find_map(|i| name_at(words, i + 1, end)).map(Tokens::from);
        }
        behind
    }

    /// Parts what stands between `from` and `end` into complement, apposition and clause.
    fn part(&mut self, words: &Words, from: usize, end: usize) {
        let mut at = from;
        while at < end {
            let comma = words.is_mark(at, &[",", "—", "("]);
            let first = at + usize::from(comma);
            let stop = |i: &usize| words.is_mark(*i, &[",", "—", ")"]);
            let close = (first..end).find(stop).unwrap_or(end);
            if opens_clause(words, first) {
                self.clause.get_or_insert(Tokens::new(first, close));
                at = close;
            } else if comma {
                if first < close {
                    self.apposition.get_or_insert(Tokens::new(first, close));
                }
                at = close;
            } else if words.is(at, Class::BREAK) && words.is(at, Class::FUNCTION) {
                let stop = (at + 1..close).find(|i| opens_clause(words, *i)).unwrap_or(close);
                self.complement.get_or_insert(Tokens::new(at, stop));
                at = stop;
            } else {
                at += 1;
            }
            at = at.max(first);
        }
    }
}

/// Whether a relative or participial clause begins at a token: `who`, `familiar with`, `named`, `working`.
fn opens_clause(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let described = !words.is(at, Class::FUNCTION) && (is_access(words, at) || words.is(at, Class::BREAK));
    let participle = word.ends_with("ed") && !words.is_capital(at) && !words.is(at, HEAD.or(Class::SENIORITY));
    matches!(word, "who" | "which" | "that" | "whose" | "whom") || described || participle
}

/// A capitalised word that is no body's and no people's name.
fn names_person(words: &Words, mut range: Range<usize>) -> bool {
    range.any(|i| words.is_proper(i) && !words.is(i, Class::AGENCY.or(Class::NATIONALITY)))
}

/// Whether names stand behind "including" right past the phrase's tokens.
pub(crate) fn includes_names(words: &Words, phrase: &NounPhrase) -> bool {
    let end = phrase.tokens.end;
    let past = end + usize::from(words.is_mark(end, &[",", "—", "("]));
    words.word(past) == "including" && names_person(words, past + 1..past + 4)
}

/// The name beside a phrase, past its tokens: `…, John Weaver,` behind it, `John Weaver, …` before it.
pub(crate) fn beside(words: &Words, phrase: &NounPhrase) -> Option<Range<usize>> {
    if phrase.plural {
        return None;
    }
    let end = phrase.tokens.end;
    let open = words.is_mark(end, &[","]) && !words.breaks_before(end + 1);
    let behind = (open && end < words.len())
        .then(|| name_at(words, end + 1, words.len()))
        .flatten()
        .filter(|n| closes(words, n.end));
    behind.or_else(|| before(words, phrase.core.start))
}

/// The name a post ends in, behind the realm it is held for: `ambassador to Karst John Weaver`; not `a lawyer for John Weaver`.
pub(crate) fn ending(words: &Words, phrase: &NounPhrase) -> Option<Range<usize>> {
    let (first, end) = (phrase.core.end, phrase.tokens.end);
    let linked = words.is(first, Class::BREAK) && first + 2 < end && !phrase.plural;
    let people = PEOPLE
        .or(Class::OFFICE)
        .or(Class::TITLE)
        .or(Class::KIN)
        .or(Class::HOLDER)
        .or(Class::BREAK)
        .or(Class::FUNCTION);
    let given = |i: &usize| words.is(*i, Class::MAN.or(Class::WOMAN)) && words.is_capital(*i);
    let start = (first + 2..end.saturating_sub(1))
        .find(|i| linked && given(i) && !words.is(i - 1, people) && words.is_word(i - 1))?;
    (start..end).all(|i| words.is_capital(i)).then_some(start..end)
}

/// `John Weaver, 42, a farmer`: the name before the comma that a phrase follows.
fn before(words: &Words, start: usize) -> Option<Range<usize>> {
    if start < 2 || !words.is_mark(start - 1, &[","]) {
        return None;
    }
    let mut first = start - 1;
    if words.kind(first - 1) == Some(TokenKind::Number) && first >= 4 && words.is_mark(first - 2, &[","]) {
        first -= 2;
    }
    let last = first;
    // "In June, the senator said": a date is no name.
    let of_a_name = |i: usize| words.is_capital(i) && !leads(words.word(i)) && !is_calendar(words.word(i));
    while first > 0 && last - first < 4 && of_a_name(first - 1) && !words.breaks_before(first) {
        first -= 1;
    }
    let body = |i: usize| words.is(i, Class::AGENCY.or(Class::INSTITUTION)) && !words.is(i, Class::TITLE);
    (last - first >= 2 && !(first..last).any(body)).then_some(first..last)
}

/// An apposition is closed by a comma, a cue or the end of its sentence; an enumeration goes on.
fn closes(words: &Words, at: usize) -> bool {
    let cue = Class::SAYING
        .or(Class::POSTING)
        .or(Class::DECLINING)
        .or(Class::THINKING);
    !words.is_word(at) || words.is(at, cue.or(Class::BREAK))
}

/// Whether an indefinite phrase that calls one person begins at a token: `a beekeeper from Ostby`.
pub(crate) fn is_person(words: &Words, at: usize) -> bool {
    if !words.is(at, Class::INDEFINITE) {
        return false;
    }
    let end = (at + 1..at + 8)
        .find(|i| !words.is_word(*i) || words.is(*i, Class::BREAK))
        .unwrap_or(at + 8);
    end > at + 1 && (words.is(end - 1, PEOPLE.or(Class::OFFICE).or(Class::HOLDER)) || is_doer(words, end - 1))
}

/// Ways to say how somebody knows.
pub(crate) fn is_access(words: &Words, at: usize) -> bool {
    match words.word(at) {
        "close" => words.word(at + 1) == "to",
        "aware" => words.word(at + 1) == "of",
        "with" => (1..5).any(|d| matches!(words.word(at + d), "knowledge" | "insight" | "access" | "ties")),
        "who" => (1..5).any(|d| took_part(words, at + d)),
        _ => words.is(at, Class::ACCESS),
    }
}

/// `who spoke to`, `who attended`
fn took_part(words: &Words, at: usize) -> bool {
    match words.word(at) {
        "spoke" | "talked" | "spoken" | "speak" => words.is(at + 1, Class::BREAK.or(Class::MANNER)),
        _ => words.is(at, Class::TOOK_PART),
    }
}

//! What stands behind and beside a head: identifying clauses, and the name that an apposition gives.

use std::ops::Range;

use crate::document::page::token::TokenKind;
use crate::document::source::names::{is_calendar, leads};
use crate::document::source::phrase::{Phrase, Shape};
use crate::document::source::words::{Class, Words};

/// Ways to say how somebody knows.
pub(super) fn is_access(words: &Words, at: usize) -> bool {
    match words.word(at) {
        "familiar" | "briefed" | "privy" | "knowledgeable" => true,
        "close" => words.word(at + 1) == "to",
        "aware" => words.word(at + 1) == "of",
        "involved" | "present" | "participating" => true,
        "inside" | "within" => true,
        "with" => (1..5).any(|d| matches!(words.word(at + d), "knowledge" | "insight" | "access" | "ties")),
        "interviewed" | "contacted" | "reached" => true,
        "who" => (1..5).any(|d| {
            let spoke = matches!(words.word(at + d), "spoke" | "talked" | "spoken" | "speak");
            let to = matches!(
                words.word(at + d + 1),
                "to" | "with" | "on" | "about" | "under" | "only" | "anonymously" | "privately" | "of"
            );
            spoke && to
                || matches!(
                    words.word(at + d),
                    "attended"
                        | "participated"
                        | "asked"
                        | "requested"
                        | "declined"
                        | "insisted"
                        | "heard"
                        | "witnessed"
                        | "saw"
                        | "seen"
                        | "reviewed"
                        | "worked"
                        | "works"
                        | "helped"
                        | "took"
                        | "briefed"
                        | "familiar"
                        | "authorized"
                        | "authorised"
                        | "identified"
                        | "named"
                        | "relayed"
                        | "discussed"
                        | "met"
                )
        }),
        "i've" | "we've" => true,
        "speaking" | "granted" => true,
        _ => false,
    }
}

/// What stands behind the head: access clauses, names in apposition.
pub(super) fn follow(words: &Words, phrase: &mut Phrase, from: usize, end: usize) {
    phrase.access = (from..end.max(from + 1)).any(|i| is_access(words, i));
    for at in from..end {
        if words.word(at) == "including" || (words.word(at) == "like" && words.is_proper(at + 1)) {
            phrase.with_names |= (at + 1..(at + 5).min(end))
                .any(|i| words.is_proper(i) && !words.is(i, Class::AGENCY.or(Class::NATIONALITY)));
        }
    }
    if !phrase.plural || phrase.counted {
        phrase.name = (from..end)
            .filter(|i| words.is_mark(*i, &[","]))
            .find_map(|i| name_at(words, i + 1, end));
    }
}

/// Looks past the span for an apposition that names: `…, John Weaver,` behind it, `John Weaver, …` before it.
pub(super) fn beside(words: &Words, phrase: &mut Phrase) {
    if phrase.name.is_some()
        || !phrase.is_people()
            && !matches!(
                phrase.shape,
                Shape::Spokes | Shape::Counsel | Shape::Office | Shape::Kin
            )
    {
        return;
    }
    let end = phrase.tokens.end;
    let past = end + usize::from(words.is_mark(end, &[",", "—", "("]));
    phrase.with_names |= words.word(past) == "including"
        && (past + 1..past + 4).any(|i| words.is_proper(i) && !words.is(i, Class::AGENCY.or(Class::NATIONALITY)));
    if (phrase.core.end == end || phrase.tokens.end < words.len())
        && words.is_mark(end, &[","])
        && !words.breaks_before(end + 1)
    {
        phrase.name = name_at(words, end + 1, words.len()).filter(|n| !phrase.plural && closes(words, n.end));
    }
    let start = phrase.core.start;
    if phrase.name.is_none() && start >= 2 && words.is_mark(start - 1, &[","]) {
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
        if last - first >= 2
            && !phrase.plural
            && (first..last)
                .all(|i| !words.is(i, Class::AGENCY.or(Class::INSTITUTION)) || words.class(i).is(Class::TITLE))
        {
            phrase.name = Some(first..last);
        }
    }
}

/// An apposition is closed by a comma, a cue or the end of its sentence; an enumeration goes on.
fn closes(words: &Words, at: usize) -> bool {
    !words.is_word(at)
        || words.is(
            at,
            Class::SAYING
                .or(Class::POSTING)
                .or(Class::DECLINING)
                .or(Class::THINKING)
                .or(Class::BREAK),
        )
}

/// A capitalised name of two words or more, a title allowed before it.
fn name_at(words: &Words, start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut capitals = 0;
    while at < end.min(words.len()) && at < start + 6 && words.is_word(at) {
        let class = words.class(at);
        if words.is_capital(at) {
            if class.is(Class::INSTITUTION) && !class.is(Class::OFFICE.or(Class::TITLE)) {
                return None;
            }
            capitals += 1;
        } else if !(class.is(Class::PARTICLE) && capitals > 0) {
            break;
        }
        at += 1;
    }
    (capitals >= 2).then_some(start..at)
}

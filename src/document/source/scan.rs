//! Finds unnamed people who plainly are the source of a statement where no relation says so: "quotes from 11 former officials",
//! "sources familiar with the talks", "officials say".

use std::ops::Range;

use crate::document::english::noun::behind::is_access;
use crate::document::english::noun::is_plural;
use crate::document::english::noun::name::is_calendar;
use crate::document::english::noun::words::DETERMINER;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::TokenKind;
use crate::document::source::SourceKind;
use crate::document::source::kind::{Use, kind_of};
use crate::document::source::phrase;
use crate::document::source::withheld::Statement;
use crate::document::source::words::{Class, HEAD, Words, takes, usage};

/// How far a phrase is followed to its cue, in tokens.
const REACH: usize = 28;
/// How far behind its source a statement that the name is kept back may begin, in tokens.
const KEPT: usize = 24;
/// The longest run of modifiers before a head.
const MODIFIERS: usize = 10;

const HEADS: Class = Class::SOURCE
    .or(Class::INSIDER)
    .or(Class::ROLE)
    .or(Class::PERSON)
    .or(Class::GROUP);
const MODIFIER: Class = Class::AGENCY
    .or(Class::SENIORITY)
    .or(Class::SIDE)
    .or(Class::NATIONALITY)
    .or(Class::MEDIA)
    .or(Class::UNNAMED)
    .or(Class::OTHER)
    .or(Class::INSTITUTION)
    .or(Class::PLACE);
const QUANTITY: Class = Class::SEVERAL.or(Class::NUMBER).or(Class::VAGUE).or(Class::BOUND);

/// A phrase that the scan takes for a source.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    pub(crate) used: Use,
}

/// All of them in order, outside the token ranges in `taken` (sorted by start).
pub(crate) fn find(
    words: &Words,
    sentences: &[Sentence],
    statements: &[Statement],
    aside: &[bool],
    taken: &[Range<usize>],
) -> Vec<Found> {
    let mut out = Vec::new();
    let mut next = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        if aside.get(index).copied().unwrap_or(false) {
            continue;
        }
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut at = from;
        while at < to {
            while taken.get(next).is_some_and(|t| t.end <= at) {
                next += 1;
            }
            let inside = taken.get(next).is_some_and(|t| t.start <= at);
            if !inside
                && words.is(at, HEADS)
                && let Some(found) = source_at(words, statements, at, from, to)
            {
                at = found.tokens.end.max(at + 1);
                out.push(found);
                continue;
            }
            at += 1;
        }
    }
    out
}

fn source_at(words: &Words, statements: &[Statement], head: usize, from: usize, to: usize) -> Option<Found> {
    // A head that another head follows is its modifier: `source officials`, `people power`.
    if words.is(head + 1, HEADS) && head + 1 < to || words.word(head + 1) == "'s" {
        return None;
    }
    let first = before(words, head, from);
    let lead = lead(words, first, from);
    // Inside another phrase: `a spokesman for the buyer`, `Roe and her aides`.
    let back = first.checked_sub(1).filter(|b| *b >= from);
    if lead.is_none() {
        // `Roe is a state employee who says`: that is Roe.
        let predicate = back.is_some_and(|b| words.does(b, usage::COPULA) || matches!(words.word(b), "be" | "being"));
        if predicate {
            return None;
        }
        let inner = back.is_some_and(|b| words.does(b, usage::INNER));
        let joined = back.is_some_and(|b| {
            b > from
                && matches!(words.word(b), "and" | "or")
                && (words.is_proper(b - 1) || words.is(b - 1, HEADS.or(Class::PRONOUN).or(Class::OFFICE)))
        });
        if inner || joined {
            return None;
        }
    }
    let (end, cue) = after(words, head, to);
    let kept = || {
        let next = statements.partition_point(|s| s.tokens.start < head);
        statements
            .get(next)
            .is_some_and(|s| s.tokens.start < to && s.tokens.start - head <= KEPT)
    };
    let used = lead
        .or(cue)
        .or_else(|| {
            (words.is(head, Class::SOURCE) && end > head + 1 && is_access(words, head + 1)).then_some(Use::Preposition)
        })
        .or_else(|| (!words.is(head, Class::GROUP) && kept()).then_some(Use::Saying))?;
    let phrase = phrase::read(words, first..end).filter(|phrase| phrase.head == head)?;
    let unnamed = kind_of(&phrase, used, words) == SourceKind::Anonymous;
    let tokens = phrase.noun.tokens;
    unnamed.then_some(Found { tokens, used })
}

/// Where the phrase of a head begins.
pub(crate) fn before(words: &Words, head: usize, from: usize) -> usize {
    let mut at = head;
    let floor = from.max(head.saturating_sub(MODIFIERS));
    while at > floor {
        let p = at - 1;
        let class = words.class(p);
        let word = words.word(p);
        let date = words.kind(p) == Some(TokenKind::Number) && p > floor && is_calendar(words.word(p - 1));
        if date {
            break;
        }
        let quantity = words.kind(p) == Some(TokenKind::Number) || class.is(QUANTITY);
        if quantity || word == "'s" || words.is_mark(p, &["'"]) && p > floor && words.word(p - 1).ends_with('s') {
            at = p;
        } else if !words.is_word(p) {
            break;
        } else if class.is(DETERMINER) {
            // "said that few people knew": nothing that stands for many is pointed at with "that".
            let many = words.word(head).ends_with('s')
                || is_plural(words, head)
                || words.is(at, QUANTITY.or(Class::INDEFINITE))
                || words.word(at) == "those";
            if word == "that" && many {
                break;
            }
            at = p;
            if p >= floor + 2
                && words.word(p - 1) == "of"
                && (words.is(p - 2, QUANTITY.or(Class::INDEFINITE)) || words.kind(p - 2) == Some(TokenKind::Number))
            {
                at = p - 2;
                continue;
            }
            break;
        } else if matches!(word, "and" | "or")
            && p > floor
            && words.is(at, MODIFIER)
            && (words.is(p - 1, MODIFIER) || words.is_proper(p - 1))
        {
            at = p - 1;
        } else if words.is_proper(p) && is_calendar(word) {
            break;
        } else if words.is_proper(p)
            || class.is(MODIFIER)
            || class.is_empty()
                && (1..3).any(|d| {
                    p >= floor + d
                        && (words.is(p - d, DETERMINER.or(QUANTITY).or(Class::AGENCY).or(Class::MEDIA))
                            || d == 1 && words.word(p - 1) == "to")
                })
        {
            at = p;
        } else {
            break;
        }
    }
    // `at least three`, `more than a dozen`, `up to five`
    let word = |d: usize| at.checked_sub(d).filter(|i| *i >= from).map_or("", |i| words.word(i));
    match (word(1), word(2)) {
        ("at", _) if matches!(words.word(at), "least" | "most") => at - 1,
        ("than", "more" | "fewer" | "less") | ("to", "up") => at - 2,
        _ => at,
    }
}

/// A cue that stands before the phrase: `according to`, `, said`, `quotes from`.
fn lead(words: &Words, first: usize, from: usize) -> Option<Use> {
    let back = |d: usize| {
        first
            .checked_sub(d)
            .filter(|i| *i >= from)
            .map_or("", |i| words.word(i))
    };
    match back(1) {
        "to" if matches!(back(2), "according" | "attributed" | "credited") => Some(Use::Preposition),
        "citing" | "quoting" | "per" => Some(Use::Preposition),
        "from" | "with" | "of" | "by" => {
            let noun = words.does(first - 2, usage::SOURCE_OF);
            noun.then_some(Use::Preposition)
        }
        "interviewed" | "cited" | "quoted" | "cites" | "quotes" => Some(Use::Preposition),
        _ if words.does(first.wrapping_sub(1), usage::INVERTED) => {
            let i = first.checked_sub(2).filter(|i| *i >= from)?;
            let inverted = words.is_mark(i, &[",", "\"", "'", "?", "!", "…"]) || words.word(i) == "as";
            (inverted && back(1) != "told").then_some(Use::Saying)
        }
        _ => None,
    }
}

/// Where the phrase ends behind its head, and the use its cue makes of it.
pub(super) fn after(words: &Words, head: usize, to: usize) -> (usize, Option<Use>) {
    let limit = to.min(head + REACH);
    let mut tail = Tail {
        words,
        head,
        at: head + 1,
        end: head + 1,
        open: false,
        described: false,
    };
    while tail.at < limit {
        let at = tail.at;
        if words.is_mark(at, &[","]) {
            if !tail.comma() {
                break;
            }
            continue;
        }
        let number = words.kind(at) == Some(TokenKind::Number);
        if !words.is_word(at) && !number || words.word(at) == "as" {
            break;
        }
        if matches!(words.word(at), "and" | "or") && at == head + 1 {
            // `aides and outside advisers`
            match (at + 1..(at + 5).min(limit)).find(|i| words.is(*i, HEADS)) {
                Some(next) => return after(words, next, to),
                None => break,
            }
        }
        if tail.described && words.does(at, usage::TURNS) {
            break;
        }
        match tail.cue() {
            Some(None) => break,
            Some(used) => return (cut(words, head, at), used),
            None => {}
        }
        if !tail.describes() {
            break;
        }
    }
    if tail.described {
        (cut(words, head, described_end(words, head, limit)), None)
    } else {
        (head + 1, None)
    }
}

/// The way from a head to its cue.
struct Tail<'a, 'w> {
    words: &'a Words<'w>,
    head: usize,
    at: usize,
    end: usize,
    /// Between two commas.
    open: bool,
    /// Behind a preposition or relative pronoun.
    described: bool,
}

impl Tail<'_, '_> {
    /// A comma closes an inserted clause or opens one.
    fn comma(&mut self) -> bool {
        let opens = self.words.does(self.at + 1, usage::INSERTED);
        if !self.open && !opens {
            return false;
        }
        self.open = !self.open;
        self.end = self.at;
        self.at += 1;
        true
    }

    /// The use of the word at hand, if it is a cue; `Some(None)` when the phrase is told of, not telling: `officers are told`.
    fn cue(&self) -> Option<Option<Use>> {
        let (words, at) = (self.words, self.at);
        let class = words.class(at);
        let before = words.word(at - 1);
        let plain = at == self.end || is_manner(words, at - 1) || !words.is_word(at - 1);
        let going = words.word(at).ends_with("ing") && !matches!(before, "is" | "are" | "was" | "were" | "been");
        let bare = !going && before != "to" && !words.is_capital(at);
        let noun = class.is(HEAD) && !(plain && self.end == at);
        if self.open || !bare || noun || self.described && !is_finite(words.word(at)) {
            return None;
        }
        match () {
            () if class.is(Class::SAYING) && is_passive(words, at) => Some(None),
            () if class.is(Class::DECLINING) => Some(Some(Use::Declining)),
            () if class.is(Class::SAYING) => Some(Some(Use::Saying)),
            () if class.is(Class::POSTING) && plain => Some(Some(Use::Posting)),
            () if class.is(Class::THINKING) && (plain || self.described) => Some(Some(Use::Thinking)),
            () => None,
        }
    }

    /// Takes the word at hand into the description; `false` where none goes on.
    fn describes(&mut self) -> bool {
        let (words, at) = (self.words, self.at);
        self.at += 1;
        if self.open {
            return true;
        }
        if !self.described && at == self.head + 1 && words.is(at, Class::BREAK) {
            if words.word(at) == "to" && !words.is_capital(at + 1) && !words.is(at + 1, DETERMINER) {
                return false;
            }
            self.described = true;
        } else if !self.described && !is_manner(words, at) {
            return false;
        }
        if self.described {
            self.end = at + 1;
        }
        true
    }
}

/// An adverb or auxiliary of a cue.
fn is_manner(words: &Words, at: usize) -> bool {
    let class = words.class(at);
    class.is(Class::MANNER) || class.is_empty() && words.word(at).ends_with("ly")
}

/// `officers are told`, `employees accused of`, `those mentioned were`: somebody else speaks.
fn is_passive(words: &Words, at: usize) -> bool {
    let word = words.word(at);
    let participle = word.ends_with("ed") || matches!(word, "told" | "said" | "quoted");
    let be = |i: usize| words.does(i, usage::COPULA) || matches!(words.word(i), "be" | "been" | "being");
    let before = (1..4)
        .take_while(|d| *d <= at && is_manner(words, at - d))
        .any(|d| be(at - d));
    participle
        && (before || be(at + 1) || words.word(at + 1) == "by" || word == "accused" && words.word(at + 1) == "of")
}

/// A verb form that no noun shares.
fn is_finite(word: &str) -> bool {
    word.ends_with("ed") && word != "according" || takes(word, usage::FINITE)
}

/// The phrase ends before the adverbs and auxiliaries of its cue.
fn cut(words: &Words, head: usize, cue: usize) -> usize {
    let mut end = cue;
    while end > head + 1 && (is_manner(words, end - 1) || !words.is_word(end - 1)) {
        end -= 1;
    }
    end
}

/// Where an identifying clause without a cue ends: the next mark.
fn described_end(words: &Words, head: usize, limit: usize) -> usize {
    (head + 1..limit)
        .find(|i| {
            matches!(words.word(*i), "whose" | "as") || !words.is_word(*i) && words.kind(*i) != Some(TokenKind::Number)
        })
        .unwrap_or(limit)
}

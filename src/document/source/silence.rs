//! Who was asked and gave no comment: "haven't commented", "did not confirm or deny", "could not be reached".
//!
//! A right of reply that was offered is part of how a story is sourced. Relations that say so are marked; where no relation was
//! read, because nothing was said, one without content is added.

use std::ops::Range;

use crate::document::attribution::{Attribution, CueKind, Form};
use crate::document::english::noun::Determiner;
use crate::document::page::sentence::Sentence;
use crate::document::source::phrase::{self, Shape};
use crate::document::source::words::{Class, Words};

/// The longest subject, in tokens.
const SUBJECT: usize = 12;

/// Marks and adds relations; ids stay the order of the cues.
pub(crate) fn mark(words: &Words, sentences: &[Sentence], attributions: &mut Vec<Attribution>) {
    let mut added = Vec::new();
    let mut next = 0;
    for (index, sentence) in sentences.iter().enumerate() {
        let (from, to) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        let mut at = from;
        while at < to {
            let found = words.is(at, Class::AUXILIARY).then(|| silence(words, at, to));
            let Some(end) = found.flatten() else {
                at += 1;
                continue;
            };
            let span = words.span(at, end);
            while attributions
                .get(next)
                .is_some_and(|a| a.cue.is_some_and(|c| c.end + LATE < span.start))
            {
                next += 1;
            }
            let same = attributions
                .iter_mut()
                .skip(next)
                .take(WINDOW)
                .find(|a| a.cue.is_some_and(|c| c.overlaps(span)) && !a.content.iter().any(|c| c.contains(span)));
            match same {
                Some(relation) => {
                    relation.no_comment = true;
                    relation.cue = relation.cue.map(|c| c.cover(span));
                }
                None => added.extend(relation(words, index, from, at..end)),
            }
            at = end;
        }
    }
    if added.is_empty() {
        return;
    }
    attributions.extend(added);
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by_key(|i| attributions.get(*i).and_then(|a| a.cue).map_or(0, |c| c.start));
    let mut new_id = vec![0u32; attributions.len()];
    for (id, old) in order.iter().enumerate() {
        if let Some(slot) = new_id.get_mut(*old) {
            *slot = id as u32;
        }
    }
    for (old, relation) in attributions.iter_mut().enumerate() {
        relation.id = new_id.get(old).copied().unwrap_or(relation.id);
        relation.inside = relation.inside.and_then(|i| new_id.get(i as usize).copied());
    }
    attributions.sort_by_key(|a| a.id);
}

/// How many relations around a place are looked at, and how far before it their cue may end, in bytes.
const WINDOW: usize = 12;
const LATE: usize = 400;

/// Whether a phrase of silence can begin with a word.
pub(super) fn begins(word: &str) -> bool {
    is_auxiliary(word) || is_contracted(word)
}

fn is_contracted(word: &str) -> bool {
    word.ends_with("n't")
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "did"
            | "does"
            | "do"
            | "has"
            | "have"
            | "had"
            | "would"
            | "will"
            | "could"
            | "can"
            | "was"
            | "were"
            | "is"
            | "are"
    )
}

/// Where a phrase of silence that begins at `at` ends.
fn silence(words: &Words, at: usize, to: usize) -> Option<usize> {
    let word = |i: usize| if i < to { words.word(i) } else { "" };
    let contracted = is_contracted(word(at));
    let mut i = match () {
        () if contracted => at + 1,
        () if is_auxiliary(word(at)) && matches!(word(at + 1), "not" | "never") => at + 2,
        () if is_auxiliary(word(at)) && matches!(word(at + 1), "unavailable") => at + 1,
        () => return None,
    };
    while i < to
        && (words.word(i).ends_with("ly") || matches!(words.word(i), "yet" | "been" | "be" | "so" | "far" | "even"))
    {
        i += 1;
    }
    match (word(i), word(i + 1)) {
        ("comment" | "commented" | "respond" | "responded" | "reply" | "replied", _) => Some(i + 1),
        ("confirm" | "confirmed", "or" | "nor") if matches!(word(i + 2), "deny" | "denied") => Some(i + 3),
        ("return" | "returned", next) => {
            let calls = (i + 1..i + 6).any(|k| {
                matches!(
                    word(k),
                    "call" | "calls" | "message" | "messages" | "email" | "emails" | "request" | "requests"
                )
            });
            (calls && next != "to").then_some(i + 1)
        }
        ("reached", _) => Some(i + 1 + if word(i + 1) == "for" { 2 } else { 0 }).map(|e| e.min(to)),
        ("available" | "unavailable", "for") if matches!(word(i + 2), "comment" | "interview" | "interviews") => {
            Some(i + 3)
        }
        _ => None,
    }
}

fn relation(words: &Words, sentence: usize, from: usize, cue: Range<usize>) -> Option<Attribution> {
    let floor = from.max(cue.start.saturating_sub(SUBJECT));
    let mut first = cue.start;
    while first > floor
        && (words.is_word(first - 1) || words.word(first - 1) == "'s")
        && !words.is(first - 1, Class::SAYING)
    {
        first -= 1;
    }
    let subject = phrase::read(words, first..cue.start)?;
    // Whoever is silent could have spoken: `the sale could not be reached by road` has no such subject.
    let speaks = subject.is_people()
        || matches!(
            subject.shape,
            Shape::Name
                | Shape::Organisation
                | Shape::Pronoun
                | Shape::Spokes
                | Shape::Counsel
                | Shape::Kin
                | Shape::Office
                | Shape::Institution
                | Shape::Outlet
        );
    // Patients do not respond to a drug either.
    let many = subject.is_people() && subject.plural && subject.determiner == Determiner::Bare;
    let asked = words.word(cue.end) == "to" || !words.word(cue.end - 1).starts_with("resp");
    if !speaks
        || many && !asked
        || words.is(subject.head, Class::PLACE)
        || matches!(words.word(subject.head), "it" | "which" | "that" | "there")
    {
        return None;
    }
    Some(Attribution {
        id: 0,
        source: None,
        source_span: Some(words.span(subject.core.start, subject.tokens.end)),
        cue: Some(words.span(cue.start, cue.end)),
        content: Vec::new(),
        form: Form::Indirect,
        inside: None,
        no_comment: true,
        cue_kind: CueKind::Speech,
        cue_head: cue.end as u32 - 1,
        sentence: sentence as u32,
        clause: None,
    })
}

//! Who was asked and gave no comment: "haven't commented", "did not confirm or deny", "could not be reached".
//!
//! A right of reply that was offered is part of how a story is sourced. Relations that say so are marked; where no relation was
//! read, because nothing was said, one without content is added.

use std::ops::Range;

use crate::document::attribution::{Act, Attribution, CueKind, Form};
use crate::document::english::English;
use crate::document::english::clause::Clause;
use crate::document::english::noun::Determiner;
use crate::document::page::sentence::Sentence;
use crate::document::source::phrase::{self, Shape};
use crate::document::source::words::{Class, Words, usage};

/// Marks and adds relations; ids stay the order of the cues.
pub(crate) fn mark(words: &Words, english: &English, sentences: &[Sentence], attributions: &mut Vec<Attribution>) {
    let mut added = Vec::new();
    let mut next = 0;
    for clause in english.clauses() {
        if let Some((cue, whom)) = asked(words, clause) {
            added.extend(relation(words, sentences, whom, cue));
            continue;
        }
        let Some(cue) = silence(words, clause) else { continue };
        let span = words.span(cue.start, cue.end);
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
            None => {
                let subject = clause.subject().map(|s| s.range());
                added.extend(subject.and_then(|subject| relation(words, sentences, subject, cue)));
            }
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
/// The longest name of whoever is asked, in tokens.
const ASKED: usize = 14;

/// "The Echo has asked **the mill's owner** for comment": whoever is asked has not spoken yet. Gives the words that ask, and whom.
fn asked(words: &Words, clause: Clause) -> Option<(Range<usize>, Range<usize>)> {
    let head = clause.head();
    let asks = matches!(words.word(head), "approached" | "contacted" | "asked" | "reached");
    if !asks || clause.is_passive() || clause.is_negated() || clause.subject().is_none() {
        return None;
    }
    let first = head + 1 + 2 * usize::from(words.word(head + 1) == "out" && words.word(head + 2) == "to");
    let at = (first + 1..first + ASKED).find(|i| words.word(*i) == "for" || !words.is_word(*i))?;
    let noun = at + 1 + usize::from(words.word(at + 1) == "a");
    let comment = words.word(at) == "for" && matches!(words.word(noun), "comment" | "response");
    comment.then_some((at..noun + 1, first..at))
}

/// The words of silence of a clause that says nobody spoke: "did not respond", "could not be reached", "was not available for comment".
fn silence(words: &Words, clause: Clause) -> Option<Range<usize>> {
    let verb = clause.verb().range();
    // Asked of few verbs.
    let denied = || clause.is_negated() || verb.clone().any(|i| matches!(words.word(i), "yet" | "neither"));
    let head = clause.head();
    let after = |d: usize| words.word(head + d);
    let end = match words.word(head) {
        _ if words.does(head, usage::REPLYING) && denied() => head + 1,
        "confirm" | "confirmed" if denied() && matches!(after(1), "or" | "nor") && after(2).starts_with("den") => {
            head + 3
        }
        "return" | "returned" if denied() && after(1) != "to" && (1..6).any(|d| is_call(after(d))) => head + 1,
        "reached" if denied() && clause.is_passive() && after(1) == "for" => head + 3,
        "reached" if denied() && clause.is_passive() => head + 1,
        _ => unavailable(words, verb.end, denied)?,
    };
    Some(verb.start..end.min(words.len()))
}

fn is_call(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    matches!(one, "call" | "message" | "email" | "request")
}

/// Where "available for comment" ends, a few adverbs behind the verb.
fn unavailable(words: &Words, from: usize, denied: impl Fn() -> bool) -> Option<usize> {
    let adverb = |i: &usize| words.word(*i).ends_with("ly") || matches!(words.word(*i), "yet" | "even");
    let at = (from..from + 3).find(|i| !adverb(i))?;
    let kept = match words.word(at) {
        "available" => denied(),
        "unavailable" => true,
        _ => false,
    };
    let asked = matches!(words.word(at + 2), "comment" | "interview" | "interviews");
    (kept && asked && words.word(at + 1) == "for").then_some(at + 3)
}

fn relation(words: &Words, sentences: &[Sentence], whom: Range<usize>, cue: Range<usize>) -> Option<Attribution> {
    let subject = phrase::read(words, whom)?;
    let sentence = sentences.partition_point(|s| (s.tokens.end as usize) <= cue.start);
    // Whoever is silent could have spoken: `the sale could not be reached by road` has no such subject.
    let speaks = subject.shape.is_described()
        || subject.shape.is_body() && subject.shape != Shape::Document
        || matches!(subject.shape, Shape::Name | Shape::Pronoun);
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
        act: Act::Statement,
        cue_kind: CueKind::Speech,
        cue_head: cue.end as u32 - 1,
        sentence: sentence as u32,
        clause: None,
    })
}

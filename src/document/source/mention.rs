//! Every place that refers to a source: the sources of relations, what is joined to them or included in them, and unnamed people
//! found by the scan.

use std::ops::Range;

use crate::document::attribution::{Attribution, CueKind};
use crate::document::english::noun::Determiner;
use crate::document::english::noun::behind::is_access;
use crate::document::page::sentence::Sentence;
use crate::document::source::kind::{Use, can_tell, use_of};
use crate::document::source::phrase::{self, Shape};
use crate::document::source::resolve::Mention;
use crate::document::source::scan;
use crate::document::source::withheld::Statement;
use crate::document::source::words::{Class, Words};

/// All mentions, by position.
pub(crate) fn gather(
    words: &Words,
    sentences: &[Sentence],
    statements: &[Statement],
    aside: &[bool],
    attributions: &[Attribution],
) -> Vec<Mention> {
    let mut out = Vec::with_capacity(attributions.len());
    let mut taken: Vec<Range<usize>> = Vec::with_capacity(attributions.len());
    for (index, attribution) in attributions.iter().enumerate() {
        let Some(span) = attribution.source_span else { continue };
        let used = use_in(words, attribution);
        let range = words.range(span);
        taken.push(range.clone());
        let speech = matches!(
            attribution.cue_kind,
            CueKind::Speech | CueKind::Preposition | CueKind::Colon
        );
        let place = Place {
            used,
            told: speech || used.is_telling(),
            relation: Some(index),
            inside: attribution.inside.is_some(),
        };
        push(words, sentences, &mut out, range, place);
    }
    taken.sort_by_key(|t| (t.start, t.end));
    for found in scan::find(words, sentences, statements, aside, &taken) {
        let range = found.phrase.tokens.clone();
        let place = Place {
            used: found.used,
            told: true,
            relation: None,
            inside: false,
        };
        push(words, sentences, &mut out, range, place);
    }
    out.sort_by_key(|m| (m.phrase.tokens.start, m.phrase.tokens.end));
    out
}

fn use_in(words: &Words, attribution: &Attribution) -> Use {
    if attribution.no_comment {
        return Use::Declining;
    }
    let Some(cue) = attribution.cue else { return Use::Acting };
    match attribution.cue_kind {
        CueKind::Preposition => Use::Preposition,
        CueKind::Colon => Use::Saying,
        _ => use_of(words, words.range(cue)),
    }
}

/// What the place of a phrase makes of it.
#[derive(Clone, Copy)]
struct Place {
    used: Use,
    told: bool,
    relation: Option<usize>,
    inside: bool,
}

fn push(words: &Words, sentences: &[Sentence], out: &mut Vec<Mention>, range: Range<usize>, place: Place) {
    let Place {
        used,
        told,
        relation,
        inside,
    } = place;
    let Some(mut read) = phrase::read(words, heard(words, range.clone())) else {
        return;
    };
    if !can_tell(&read, used, told, words) {
        return;
    }
    let sentence = sentences.partition_point(|s| (s.tokens.end as usize) <= read.tokens.start);
    let end = range.end.min(words.len());
    if read.is_people() {
        // The relation may hold only the last words of the phrase: `current officials` of `former US and current officials`.
        let floor = sentences.get(sentence).map_or(0, |s| s.tokens.start as usize);
        let first = scan::before(words, read.head, floor).min(read.core.start);
        let known = read.core.end == end && is_access(words, end);
        let ceiling = sentences.get(sentence).map_or(words.len(), |s| s.tokens.end as usize);
        let end = if known {
            scan::after(words, read.head, ceiling).0.max(end)
        } else {
            end
        };
        if (first < read.core.start || known)
            && let Some(whole) = phrase::read(words, first..end)
            && whole.head == read.head
        {
            read = whole;
        }
    }
    let parts = parts(words, read.core.end, end, &read.shape, read.name.is_some());
    if let Some(first) = parts.first() {
        read.noun.tokens.end = first.at.max(read.core.end);
    }
    let people = read.is_people();
    out.push(Mention {
        phrase: read,
        used,
        relation,
        sentence,
        included: false,
        told,
        inside,
    });
    for part in parts {
        let Some(read) = phrase::read(words, part.from..part.to) else {
            continue;
        };
        if part.included && !(people && (read.is_people() && read.determiner != Determiner::Bare)) {
            continue;
        }
        if !part.included && (read.shape == Shape::Pronoun || !can_tell(&read, used, told, words)) {
            continue;
        }
        out.push(Mention {
            phrase: read,
            used,
            relation: None,
            sentence,
            included: part.included,
            told,
            inside,
        });
    }
    // `quotes from 11 officials, including a commander`: the clause may lie past the span.
    let past = usize::from(words.is_mark(end, &[","]));
    if people
        && words.word(end + past) == "including"
        && words.is(end + past + 1, Class::INDEFINITE.or(Class::NUMBER).or(Class::SEVERAL))
    {
        let from = end + past + 1;
        let to = (from..(from + 14).min(words.len()))
            .find(|i| !words.is_word(*i))
            .unwrap_or((from + 14).min(words.len()));
        if let Some(read) = phrase::read(words, from..to)
            && read.is_people()
        {
            out.push(Mention {
                phrase: read,
                used,
                relation: None,
                sentence,
                included: true,
                told,
                inside,
            });
        }
    }
}

/// `interviews with a dozen officials`: the people are the source.
fn heard(words: &Words, range: Range<usize>) -> Range<usize> {
    let limit = range.end.min(range.start + 5);
    let link = (range.start..limit).find(|i| matches!(words.word(*i), "with" | "from" | "by"));
    match link {
        Some(link)
            if link > range.start
                && link + 1 < range.end
                && matches!(
                    words.word(link - 1),
                    "interview" | "interviews" | "conversations" | "accounts" | "testimony" | "discussions" | "talks"
                ) =>
        {
            link + 1..range.end
        }
        _ => range,
    }
}

struct Part {
    /// Where the joining word stands.
    at: usize,
    from: usize,
    to: usize,
    included: bool,
}

/// Splits what is joined by "and" with a determiner or name of its own, and what is included.
fn parts(words: &Words, from: usize, end: usize, shape: &Shape, named: bool) -> Vec<Part> {
    let mut out: Vec<Part> = Vec::new();
    let first_named = named
        || matches!(
            shape,
            Shape::Name | Shape::Pronoun | Shape::Office | Shape::Kin | Shape::Organisation
        );
    let mut at = from;
    while at < end && out.len() < 6 {
        let word = words.word(at);
        let next = at + 1;
        let own = words.is(next, Class::INDEFINITE.or(Class::NUMBER).or(Class::SEVERAL)) || words.is_proper(next);
        let unnamed = !words.is_proper(next);
        // Names are joined to names: `Roe, Doe and Poe`, not `Roe, head of Arts and Letters`.
        let listed = unnamed || (from..at).all(|i| words.is_proper(i) || !words.is_word(i));
        let joins = word == "and" && own && listed && !(first_named && unnamed);
        let includes = word == "including" && !words.is_proper(next);
        if joins || includes {
            let cut = if words.is_mark(at.saturating_sub(1), &[","]) {
                at - 1
            } else {
                at
            };
            if let Some(last) = out.last_mut() {
                last.to = cut;
            }
            out.push(Part {
                at: cut,
                from: next,
                to: end,
                included: includes,
            });
        }
        at += 1;
    }
    out
}

//! Every place that refers to a source: the sources of relations, what is joined to them or included in them, and unnamed people
//! found by the scan.

use std::ops::Range;

use crate::document::attribution::{Attribution, CueKind};
use crate::document::english::noun::Determiner;
use crate::document::english::noun::behind::is_access;
use crate::document::page::sentence::Sentence;
use crate::document::source::kind::{Use, can_tell, use_of};
use crate::document::source::phrase::{self, Phrase, Shape};
use crate::document::source::resolve::Mention;
use crate::document::source::scan;
use crate::document::source::withheld::Statement;
use crate::document::source::words::{Class, Words, usage};

/// All mentions, by position.
pub(crate) fn gather(
    words: &Words,
    sentences: &[Sentence],
    statements: &[Statement],
    aside: &[bool],
    attributions: &[Attribution],
) -> Vec<Mention> {
    let mut taken: Vec<Range<usize>> = attributions
        .iter()
        .filter_map(|a| Some(words.range(a.source_span?)))
        .collect();
    taken.sort_by_key(|t| (t.start, t.end));
    let scanned = scan::find(words, sentences, statements, aside, &taken);
    // A mention is large: there is room for all, but for those that few phrases hold beside their first.
    let mut out = Vec::with_capacity(taken.len() + scanned.len() + taken.len() / 16);
    drop(taken);
    for (index, attribution) in attributions.iter().enumerate() {
        let Some(span) = attribution.source_span else { continue };
        let used = use_in(words, attribution);
        let range = words.range(span);
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
    for found in scanned {
        let place = Place {
            used: found.used,
            told: true,
            relation: None,
            inside: false,
        };
        push(words, sentences, &mut out, found.tokens, place);
    }
    for (turn, mention) in out.iter_mut().enumerate() {
        mention.turn = turn as u32;
    }
    // They are large: a sort that keeps the order of equals by itself would hold them twice.
    out.sort_unstable_by_key(|m| (m.phrase.tokens.start, m.phrase.tokens.end, m.turn));
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

impl Place {
    fn mention(self, phrase: Phrase, sentence: usize, included: bool) -> Mention {
        Mention {
            phrase,
            used: self.used,
            relation: self.relation,
            sentence,
            included,
            told: self.told,
            inside: self.inside,
            turn: 0,
        }
    }
}

fn push(words: &Words, sentences: &[Sentence], out: &mut Vec<Mention>, range: Range<usize>, place: Place) {
    let Some(mut read) = phrase::read(words, heard(words, range.clone())) else {
        return;
    };
    if !can_tell(&read, place.used, place.told, words) {
        return;
    }
    let sentence = sentences.partition_point(|s| (s.tokens.end as usize) <= read.tokens.start);
    let end = range.end.min(words.len());
    if read.is_people() {
        let bounds = sentences
            .get(sentence)
            .map_or(0..words.len(), |s| s.tokens.start as usize..s.tokens.end as usize);
        read = whole(words, read, end, bounds);
    }
    let people = read.is_people();
    let parts = parts(words, read.core.end, end, &read.shape, read.name.is_some());
    if let Some(first) = parts.first() {
        read.noun.tokens.end = first.at.max(read.core.end);
    }
    out.push(place.mention(read, sentence, false));
    let beside = Place {
        relation: None,
        ..place
    };
    for part in parts {
        let Some(read) = phrase::read(words, part.from..part.to) else {
            continue;
        };
        let fits = if part.included {
            people && read.is_people() && read.determiner != Determiner::Bare
        } else {
            read.shape != Shape::Pronoun && can_tell(&read, place.used, place.told, words)
        };
        if fits {
            out.push(beside.mention(read, sentence, part.included));
        }
    }
    if people && let Some(read) = included_past(words, end) {
        out.push(beside.mention(read, sentence, true));
    }
}

/// The whole phrase of people of which a relation may hold only the last words: `current officials` of `former US and current
/// officials`.
fn whole(words: &Words, read: Phrase, end: usize, sentence: Range<usize>) -> Phrase {
    let first = scan::before(words, read.head, sentence.start).min(read.core.start);
    let known = read.core.end == end && is_access(words, end);
    let past = if known {
        scan::after(words, read.head, sentence.end).0.max(end)
    } else {
        end
    };
    if !known && first >= read.core.start {
        return read;
    }
    match phrase::read(words, first..past) {
        Some(whole) if whole.head == read.head => whole,
        _ => read,
    }
}

/// `quotes from 11 officials, including a commander`: the people included right past the span.
fn included_past(words: &Words, end: usize) -> Option<Phrase> {
    let at = end + usize::from(words.is_mark(end, &[","]));
    let counted = words.is(at + 1, Class::INDEFINITE.or(Class::NUMBER).or(Class::SEVERAL));
    if words.word(at) != "including" || !counted {
        return None;
    }
    let limit = (at + 15).min(words.len());
    let to = (at + 1..limit).find(|i| !words.is_word(*i)).unwrap_or(limit);
    phrase::read(words, at + 1..to).filter(Phrase::is_people)
}

/// `interviews with a dozen officials`: the people are the source.
fn heard(words: &Words, range: Range<usize>) -> Range<usize> {
    let limit = range.end.min(range.start + 5);
    let link = (range.start..limit).find(|i| matches!(words.word(*i), "with" | "from" | "by"));
    match link {
        Some(link) if link > range.start && link + 1 < range.end && words.does(link - 1, usage::HEARD_IN) => {
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

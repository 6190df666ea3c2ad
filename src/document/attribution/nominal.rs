//! Relations whose cue is a preposition ("according to") or a noun ("the claim that", "her criticism of").

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::{Draft, Scene};
use crate::document::tag::Tag;
use crate::document::verb::GroupKind;
use crate::document::words::{flag, frame};

/// Proposes the sentence's prepositional and nominal relations.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let clause = &scene.clause;
    for at in clause.from..clause.to {
        if clause.word(at) == "according" && clause.word(at + 1) == "to" {
            if let Some(draft) = prepositional(scene, at, at + 2) {
                out.push(draft);
            }
        } else if clause.tag(at) == Tag::Noun
            && clause.words.class(at).takes(frame::NOUNS)
            && let Some(draft) = noun(scene, at)
        {
            out.push(draft);
        }
    }
}

fn prepositional(scene: &Scene<'_>, at: usize, after: usize) -> Option<Draft> {
    let clause = &scene.clause;
    let base = clause.base_end(after);
    if base == after {
        return None;
    }
    let mut end = clause.end(after).max(base);
    // A relative clause or participle that identifies: "a person who was there", "people briefed on it".
    if matches!(clause.tag(end), Tag::Relative | Tag::Participle | Tag::Gerund)
        || clause.words.class(end).is(flag::ADJECTIVE) && clause.tag(end) == Tag::Adjective
    {
        let mut i = end;
        while i < clause.to
            && !matches!(
                clause.tag(i),
                Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Dash | Tag::Quote
            )
        {
            i += 1;
        }
        end = i;
    }
    let source_end = if at == clause.from || clause.before(at) == Tag::Coordinator {
        end
    } else {
        clause.apposition_end(end)
    };
    let mut draft = Draft {
        source: Some(after..source_end),
        cue: Some(at..after),
        content: Vec::new(),
        kind: CueKind::Preposition,
        head: at,
        sentence: scene.sentence,
        no_comment: false,
        trails: false,
    };
    let opens = at == clause.from
        || clause.before(at) == Tag::Coordinator && at == clause.from + 1
        || at <= clause.from + 2 && matches!(clause.before(at), Tag::Comma | Tag::Adverb);
    if opens {
        // The comma that ends the source may stand behind an apposition.
        let mut comma = source_end;
        let closing = clause.apposition_end(comma);
        if closing > comma && clause.tag(closing) == Tag::Comma {
            comma = closing;
            draft.source = Some(after..closing);
        }
        if clause.tag(comma) != Tag::Comma && clause.tag(comma) != Tag::Colon {
            comma = (comma..clause.to).take(20).find(|i| clause.tag(*i) == Tag::Comma)?;
        }
        let start = comma + 1;
        if start >= clause.to {
            return None;
        }
        draft.content.push(start..tail(scene, start));
        return Some(draft);
    }
    // Behind the clause: everything before it in the sentence, or the quotation that ends there.
    let mut last = at - 1;
    if matches!(clause.tag(last), Tag::Comma | Tag::Dash) && last > clause.from {
        last -= 1;
    }
    if clause.tag(last) == Tag::Quote
        && let Some(range) = scene
            .quote_range(last)
            .filter(|r| r.end == last + 1 && r.start < clause.from)
    {
        draft.content.push(range);
        return Some(draft);
    }
    let mut start = clause.from;
    for i in (clause.from..last).rev() {
        if matches!(clause.tag(i), Tag::Semicolon)
            || clause.tag(i) == Tag::Open && !(i..at).any(|j| clause.tag(j) == Tag::Close)
        {
            start = i + 1;
            break;
        }
    }
    if clause.tag(start) == Tag::Coordinator {
        start += 1;
    }
    if start > last {
        return None;
    }
    // In the middle of a sentence: "X, according to Y, did Z".
    draft.content.push(start..last + 1);
    if clause.tag(source_end) == Tag::Comma && clause.verb_at(source_end + 1) {
        draft.content.push(source_end + 1..tail(scene, source_end + 1));
    }
    draft.trails = true;
    Some(draft)
}

fn tail(scene: &Scene<'_>, floor: usize) -> usize {
    let clause = &scene.clause;
    let mut end = clause.to;
    if let Some(range) = scene.quote_range(end - 1)
        && range.start >= floor
    {
        return range.end;
    }
    while end > floor + 1 && matches!(clause.tag(end - 1), Tag::Stop | Tag::Comma | Tag::Semicolon) {
        end -= 1;
    }
    end
}

fn noun(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let clause = &scene.clause;
    let class = clause.words.class(at);
    let next = at + 1;
    // Compounds ("the claims process") are no cues.
    let base = clause.base_start(at);
    if clause.tag(next).in_phrase() && clause.tag(next) != Tag::Determiner || clause.tag(next) == Tag::Possessive {
        return None;
    }
    let owner = (base..at).rev().find(|i| clause.tag(*i) == Tag::Possessive);
    let mut draft = Draft {
        source: None,
        cue: Some(at..next),
        content: Vec::new(),
        kind: CueKind::Noun,
        head: at,
        sentence: scene.sentence,
        no_comment: false,
        trails: false,
    };
    if let Some(owner) = owner {
        if matches!(clause.word(owner), "'s" | "'") {
            if owner == base {
                return None;
            }
            draft.source = Some(clause.base_start(owner - 1).min(owner - 1)..owner);
        } else {
            draft.source = Some(owner..owner + 1);
        }
    }
    let start;
    let end;
    match clause.tag(next) {
        Tag::That if class.takes(frame::NOUN_CLAUSE) => {
            start = next;
            end = object_end(scene, next, true);
        }
        Tag::To if class.takes(frame::NOUN_INFINITIVE) && draft.source.is_some() => {
            start = next;
            end = object_end(scene, next, false);
        }
        Tag::Preposition
            if class.takes(frame::NOUN_OBJECT)
                && draft.source.is_some()
                && matches!(
                    clause.word(next),
                    "of" | "on" | "about" | "for" | "against" | "to" | "over" | "with" | "that"
                ) =>
        {
            start = next + 1;
            end = object_end(scene, start, false);
            draft.cue = Some(at..next + 1);
        }
        _ => return None,
    }
    if end <= start {
        return None;
    }
    // "made the claim that": the light verb's subject is the source.
    if draft.source.is_none()
        && let Some(group) = scene
            .groups
            .iter()
            .find(|g| g.end == base && g.kind == GroupKind::Finite && !g.passive)
        && clause.words.class(group.head).is(flag::VERB)
        && matches!(
            clause.word(group.head),
            "made"
                | "make"
                | "makes"
                | "expressed"
                | "express"
                | "expresses"
                | "issued"
                | "issue"
                | "issues"
                | "gave"
                | "give"
                | "gives"
                | "voiced"
                | "voices"
                | "raised"
                | "raises"
        )
    {
        draft.source = group.subject.clone();
        draft.cue = Some(group.start..draft.cue.as_ref().map_or(next, |c| c.end));
    }
    draft.content.push(start..end);
    Some(draft)
}

fn object_end(scene: &Scene<'_>, at: usize, whole: bool) -> usize {
    let clause = &scene.clause;
    let mut i = at;
    while i < clause.to {
        if let Some(range) = scene.quote_range(i)
            && range.start == i
        {
            i = range.end;
            continue;
        }
        match clause.tag(i) {
            Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Colon | Tag::Stop | Tag::Quote | Tag::Close => break,
            Tag::Finite | Tag::Auxiliary if !whole && i > at + 1 && clause.tag(at) != Tag::To => break,
            Tag::Subordinator if i > at + 1 => break,
            _ => {}
        }
        i += 1;
    }
    i.min(clause.to)
}

//! Relations whose cue is a preposition ("according to", "in a poll"), an adverb ("reportedly"), a label ("Roe: …") or a noun
//! ("the claim that", "her criticism of").

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::Draft;
use crate::document::english::clause::VerbForm;
use crate::document::english::extent::Shape;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame, usage};
use crate::document::page::token::Case;

/// Proposes the sentence's prepositional, nominal and labelled relations.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let view = &scene.view;
    out.extend(label(scene));
    for at in view.from..view.to {
        let class = view.words.class(at);
        // Most words begin no such relation.
        if !class.is(flag::ACCORDING | flag::PREPOSITION | flag::HEARSAY)
            && !class.takes(frame::NOUNS | frame::ADJECTIVES)
        {
            continue;
        }
        let found = match view.tag(at) {
            _ if class.is(flag::ACCORDING) && view.word(at + 1) == "to" => prepositional(scene, at, at + 2),
            Tag::Preposition if view.word(at) == "in" => figures(scene, at).or_else(|| viewpoint(scene, at)),
            Tag::Noun if class.takes(frame::NOUNS) => noun(scene, at),
            Tag::Adverb if class.is(flag::HEARSAY) => hearsay(scene, at),
            Tag::Adjective | Tag::Participle | Tag::Noun if class.takes(frame::ADJECTIVES) => adjective(scene, at),
            _ => None,
        };
        if let Some(draft) = found {
            out.push(draft);
        }
    }
}

/// "Roe: taxes must fall", a headline; "ROE: I never said so", a transcript.
fn label(scene: &Scene<'_>) -> Option<Draft> {
    let view = &scene.view;
    if view.from != scene.line_from {
        return None;
    }
    let colon = (view.from + 1..view.to).take(5).find(|i| view.tag(*i) == Tag::Colon)?;
    let names = (view.from..colon).all(|i| {
        view.tag(i) == Tag::Name
            && (!view.is(i, flag::VERB | flag::DOCUMENT | flag::PERIOD) || view.is(i, flag::PERSON | flag::TITLE))
            || matches!(view.tag(i), Tag::Noun | Tag::Adjective)
                && view.is(i, flag::PERSON | flag::TITLE | flag::ORGANISATION)
    });
    let letter = colon == view.from + 1 && matches!(view.word(view.from), "q" | "a");
    let length = view.to - colon;
    let shouted = (view.from..colon).all(|i| view.words.tokens[i].case == Case::Upper);
    let first = scene.sentence == 0;
    if !(letter || names && (first || shouted && length > 4)) || length < 3 || first && shouted && !letter {
        return None;
    }
    let mut draft = Draft::new(scene, colon..colon + 1, colon, CueKind::Colon);
    draft.source = Some(view.from..colon);
    draft.content.push(scene.rest(colon + 1)?);
    Some(draft)
}

/// "In a poll released on Monday, …", "… in recent surveys"
fn figures(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let view = &scene.view;
    let base = view.base_end(at + 1);
    if base == at + 1 || !view.is(base - 1, flag::FIGURES) {
        return None;
    }
    let mut end = view.end(at + 1).max(base);
    if matches!(view.tag(end), Tag::Participle | Tag::Finite) {
        end = (end..view.to)
            .take(20)
            .find(|i| matches!(view.tag(*i), Tag::Comma | Tag::Stop))?;
    }
    let mut draft = Draft::new(scene, at..at + 1, at, CueKind::Preposition);
    draft.source = Some(at + 1..end);
    let behind = view.time_end(end).max(end);
    if at == view.from || at == view.from + 1 && view.before(at) == Tag::Coordinator {
        let comma = if view.tag(behind) == Tag::Comma {
            behind
        } else {
            return None;
        };
        draft.content.push(scene.rest(comma + 1)?);
        return Some(draft);
    }
    // Behind a clause that gives a number or a standing.
    if !(view.from..at).any(|i| matches!(view.tag(i), Tag::Finite | Tag::Auxiliary)) || view.before(at).is_verb() {
        return None;
    }
    let start = view.from + usize::from(view.tag(view.from) == Tag::Coordinator);
    let numbered = (start..at).any(|i| view.tag(i) == Tag::Number || view.does(i, usage::STANDING));
    if !numbered {
        return None;
    }
    draft.content.push(start..at);
    draft.trails = true;
    Some(draft)
}

/// "in her view, …"
fn viewpoint(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let view = &scene.view;
    let noun = (at + 2..view.to).take(5).find(|i| view.is(*i, flag::VIEW))?;
    let owner = noun - 1;
    if view.tag(owner) != Tag::Possessive
        || view.tag(noun + 1) != Tag::Comma && noun + 1 < view.to && view.tag(noun + 1) != Tag::Stop
    {
        return None;
    }
    let mut draft = Draft::new(scene, noun..noun + 1, noun, CueKind::Noun);
    draft.source = Some(if owner > at + 1 {
        at + 1..owner
    } else {
        owner..owner + 1
    });
    if at <= view.from + 1 {
        draft.content.push(scene.rest(noun + 2)?);
    } else {
        draft.content.push(view.from..at);
        if view.tag(noun + 1) == Tag::Comma {
            draft.content.extend(scene.rest(noun + 2));
        }
        draft.trails = true;
    }
    Some(draft)
}

/// "is confident that", "was critical of", "are worried about", "is willing to"
fn adjective(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let view = &scene.view;
    let class = view.words.class(at);
    let group = scene
        .groups
        .iter()
        .rev()
        .find(|g| g.start() <= at && g.kind == VerbForm::Finite)?;
    let linked = group.head() == at && group.passive
        || (group.end() <= at
            && (group.end()..at).all(|i| matches!(view.tag(i), Tag::Adverb | Tag::Not | Tag::Determiner))
            && (view.is(group.head(), flag::BE) || view.does(group.head(), usage::LINKING)));
    if !linked {
        return None;
    }
    let next = at + 1;
    let (start, shape) = match view.tag(next) {
        Tag::That | Tag::Question if class.takes(frame::ADJ_CLAUSE) => (next, Shape::Clause),
        Tag::To if class.takes(frame::ADJ_INFINITIVE) => (next, Shape::Object),
        Tag::Preposition if view.word(next) == "of" && class.takes(frame::ADJ_OF) => (next + 1, Shape::Object),
        Tag::Preposition if matches!(view.word(next), "about" | "over") && class.takes(frame::ADJ_ABOUT) => {
            (next + 1, Shape::Object)
        }
        Tag::Pronoun | Tag::Determiner | Tag::Name if class.takes(frame::ADJ_CLAUSE) => (next, Shape::Clause),
        _ => return None,
    };
    let end = scene.content_end(at, start, shape);
    if end <= start {
        return None;
    }
    let mut draft = Draft::new(
        scene,
        group.start()..if start == next { next } else { start },
        at,
        CueKind::Stance,
    );
    draft.source = group
        .subject()
        .filter(|s| !matches!(view.word(view.head(s)), "it" | "it's" | "there" | "this" | "that"));
    draft.content.push(start..end);
    Some(draft)
}

/// "Roe reportedly left": the clause around the adverb.
fn hearsay(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let view = &scene.view;
    let group = scene
        .groups
        .iter()
        .find(|g| g.start() <= at && g.end() > at && g.kind == VerbForm::Finite)?;
    let subject = group.subject().filter(|s| s.end <= group.start())?;
    let mut draft = Draft::new(scene, at..at + 1, at, CueKind::Preposition);
    draft.content.push(subject);
    if at > group.start() {
        draft.content.push(group.start()..at);
    }
    let end = scene.content_end(at, (at + 1).min(view.to), Shape::Object);
    if end <= at + 1 {
        return None;
    }
    draft.content.push(at + 1..end);
    Some(draft)
}

/// "According to Roe, taxes must fall", "taxes must fall, according to Roe"
fn prepositional(scene: &Scene<'_>, at: usize, after: usize) -> Option<Draft> {
    let view = &scene.view;
    let base = view.base_end(after);
    if base == after {
        return None;
    }
    let end = view.identified_end(view.end(after).max(base));
    let source_end = if at == view.from || view.before(at) == Tag::Coordinator {
        end
    } else {
        view.apposition_end(end)
    };
    let draft = Draft {
        source: Some(after..source_end),
        cue: Some(at..after),
        content: Vec::new(),
        kind: CueKind::Preposition,
        head: at,
        sentence: scene.sentence,
        clause: None,
        no_comment: false,
        trails: false,
    };
    let opens = at == view.from
        || view.before(at) == Tag::Coordinator && at == view.from + 1
        || at <= view.from + 2 && matches!(view.before(at), Tag::Comma | Tag::Adverb);
    if opens {
        leading(scene, draft, after..source_end)
    } else {
        trailing(scene, draft, source_end)
    }
}

/// A phrase that opens the sentence tells whose the rest is: "According to Roe, the mayor, taxes must fall".
fn leading(scene: &Scene<'_>, mut draft: Draft, source: Range<usize>) -> Option<Draft> {
    let view = &scene.view;
    // The comma that ends the source may stand behind an apposition.
    let mut comma = source.end;
    let closing = view.apposition_end(comma);
    if closing > comma && view.tag(closing) == Tag::Comma {
        comma = closing;
        draft.source = Some(source.start..closing);
    }
    if view.tag(comma) != Tag::Comma && view.tag(comma) != Tag::Colon {
        comma = (comma..view.to).take(20).find(|i| view.tag(*i) == Tag::Comma)?;
    }
    let start = comma + 1;
    if start >= view.to {
        return None;
    }
    draft.content.push(start..tail(scene, start));
    Some(draft)
}

/// A phrase behind the clause: everything before it in the sentence is the source's, or the quotation that ends there.
fn trailing(scene: &Scene<'_>, mut draft: Draft, source_end: usize) -> Option<Draft> {
    let view = &scene.view;
    let at = draft.head;
    let mut last = at - 1;
    if matches!(view.tag(last), Tag::Comma | Tag::Dash) && last > view.from {
        last -= 1;
    }
    if view.tag(last) == Tag::Quote
        && let Some(range) = scene
            .quote_range(last)
            .filter(|r| r.end == last + 1 && r.start < view.from)
    {
        draft.content.push(range);
        return Some(draft);
    }
    let start = clause_start(scene, last, at);
    if start > last {
        return None;
    }
    draft.content.push(start..last + 1);
    // In the middle of a sentence: "X, according to Y, did Z".
    if view.tag(source_end) == Tag::Comma && view.verb_at(source_end + 1) {
        draft.content.push(source_end + 1..tail(scene, source_end + 1));
    }
    draft.trails = true;
    Some(draft)
}

/// Where the clause before a phrase opens: "Roe left; and taxes fell, according to her" speaks of the taxes alone.
fn clause_start(scene: &Scene<'_>, last: usize, at: usize) -> usize {
    let view = &scene.view;
    let parts = |i: usize| {
        view.tag(i) == Tag::Semicolon || view.tag(i) == Tag::Open && !(i..at).any(|j| view.tag(j) == Tag::Close)
    };
    let part = (view.from..last).rev().find(|i| parts(*i));
    let start = part.map_or(view.from, |i| i + 1);
    start + usize::from(view.tag(start) == Tag::Coordinator)
}

fn tail(scene: &Scene<'_>, floor: usize) -> usize {
    let view = &scene.view;
    let mut end = view.to;
    if let Some(range) = scene.quote_range(end - 1)
        && range.start >= floor
    {
        return range.end;
    }
    while end > floor + 1 && matches!(view.tag(end - 1), Tag::Stop | Tag::Comma | Tag::Semicolon) {
        end -= 1;
    }
    end
}

fn noun(scene: &Scene<'_>, at: usize) -> Option<Draft> {
    let view = &scene.view;
    let class = view.words.class(at);
    let next = at + 1;
    // Compounds ("the claims process") are no cues.
    let base = view.base_start(at);
    if view.tag(next).in_phrase() && view.tag(next) != Tag::Determiner || view.tag(next) == Tag::Possessive {
        return None;
    }
    let owner = (base..at).rev().find(|i| view.tag(*i) == Tag::Possessive);
    let mut draft = Draft::new(scene, at..next, at, CueKind::Noun);
    if let Some(owner) = owner {
        if !matches!(view.word(owner), "'s" | "'") {
            draft.source = Some(owner..owner + 1);
        } else if owner > base {
            draft.source = Some(base..owner);
        } else {
            return None;
        }
    }
    let (start, shape) = match view.tag(next) {
        Tag::That if class.takes(frame::NOUN_CLAUSE) => (next, Shape::Clause),
        Tag::To if class.takes(frame::NOUN_INFINITIVE) && draft.source.is_some() => (next, Shape::Object),
        Tag::Preposition
            if class.takes(frame::NOUN_OBJECT) && draft.source.is_some() && view.does(next, usage::OBJECTIVE) =>
        {
            draft.cue = Some(at..next + 1);
            (next + 1, Shape::Object)
        }
        _ => return None,
    };
    let end = scene.content_end(at, start, shape);
    if end <= start {
        return None;
    }
    // "made the claim that": the light verb's subject is the source.
    if draft.source.is_none()
        && let Some(group) = scene
            .groups
            .iter()
            .find(|g| g.end() == base && g.kind == VerbForm::Finite && !g.passive)
        && view.words.class(group.head()).takes(frame::LIGHT | frame::OBJECT)
    {
        draft.source = group.subject();
        draft.cue = Some(group.start()..draft.cue.as_ref().map_or(next, |c| c.end));
    }
    draft.content.push(start..end);
    Some(draft)
}

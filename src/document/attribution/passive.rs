//! Relations that lay content on nobody, or on an agent behind "by"; and replies that give no comment.

use crate::document::attribution::CueKind;
use crate::document::attribution::act;
use crate::document::attribution::draft::{Draft, kind_of, plausible};
use crate::document::english::clause::{Group, Role, VerbForm};
use crate::document::english::extent::Shape;
use crate::document::english::frame::FramedVerb;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{frame, table, usage};

/// "Roe appears to have left": content on both sides, no source.
pub(crate) fn raised(scene: &Scene<'_>, group: &Group, cue: &FramedVerb) -> Option<Draft> {
    let view = &scene.view;
    let after = cue.end;
    if matches!(view.tag(after), Tag::Stop | Tag::Comma | Tag::Preposition)
        && !matches!(view.word(after), "like" | "as")
    {
        return None;
    }
    if group.kind != VerbForm::Finite {
        return None;
    }
    let that = view.tag(after) == Tag::That;
    let end = scene.content_end(cue.head, after, if that { Shape::Clause } else { Shape::Object });
    if end <= after {
        return None;
    }
    let mut draft = Draft::new(scene, cue.start..cue.end, cue.head, CueKind::Stance);
    match &group.subject() {
        Some(subject) if view.word(subject.start) == "it" && that => {}
        Some(subject) if subject.end <= group.start() => draft.content.push(subject.clone()),
        _ => return None,
    }
    draft.content.push(after..end);
    Some(draft)
}

/// Passives: "was asked whether", "is expected to", "was described by Roe as", "it is believed that".
pub(crate) fn passive(scene: &Scene<'_>, index: usize, cue: &FramedVerb) -> Option<Draft> {
    let view = &scene.view;
    let group = &scene.groups[index];
    let mut draft = Draft::new(
        scene,
        cue.start..cue.end,
        cue.head,
        kind_of(cue.frames & !frame::PASSIVE),
    );
    let after = cue.end;
    // "was reported earlier by the Echo"
    let by = over_when(scene, after);
    if view.word(by) == "by" && view.base_end(by + 1) > by + 1 && view.time_end(by + 1) == by + 1 {
        return agent(scene, group, cue, by, draft);
    }
    let asked = cue.frames & frame::ASK != 0;
    if group.kind != VerbForm::Finite {
        // "Asked whether …, Roe said": nobody asks.
        let opens = view.before(group.start()) == Tag::Stop
            || matches!(view.word(group.start().wrapping_sub(1)), "when" | "if" | "while");
        if !asked || !opens {
            return None;
        }
    }
    let mut at = after;
    if asked {
        at = over_circumstance(scene, at);
    }
    let content_end = |at: usize, shape: Shape| scene.content_end(cue.head, at, shape);
    match view.tag(at) {
        Tag::That if cue.frames & (frame::CLAUSE | frame::STANCE_CLAUSE | frame::TELL | frame::PASSIVE) != 0 => {
            draft.content.push(at..content_end(at, Shape::Clause));
        }
        Tag::Question | Tag::Subordinator if asked || cue.frames & frame::TELL != 0 => {
            // Who "was asked whether" has said nothing yet.
            draft.kind = if asked { CueKind::Stance } else { draft.kind };
            draft.content.push(
                at..content_end(
                    at,
                    if group.kind == VerbForm::Finite {
                        Shape::Clause
                    } else {
                        Shape::Object
                    },
                ),
            );
        }
        Tag::Preposition if view.word(at) == "about" && asked => {
            draft.cue = Some(cue.start..if at == after { at + 1 } else { after });
            draft.content.push(at + 1..content_end(at + 1, Shape::Object));
        }
        Tag::To if cue.frames & (frame::PASSIVE | frame::STANCE_ORDER | frame::ASK) != 0 && at == after => {
            let subject = group.subject().filter(|s| s.end <= group.start())?;
            // "is said to have left", not "is allowed to leave"
            if cue.frames & (frame::CLAUSE | frame::BARE) == 0 || cue.frames & frame::STANCE_ORDER != 0 {
                draft.kind = CueKind::Stance;
            }
            draft.content.push(subject);
            draft.content.push(at..content_end(at, Shape::Object));
        }
        Tag::Preposition if view.word(at) == "as" && cue.frames & (frame::NAME | frame::STANCE_NAME) != 0 => {
            draft.content.push(group.subject()?);
            draft.content.push(at..content_end(at, Shape::Object));
        }
        Tag::Preposition if view.word(at) == "of" && table().base(view.words.class(cue.head).lemma) == "accuse" => {
            draft.cue = Some(cue.start..at + 1);
            draft.content.push(group.subject()?);
            draft.content.push(at + 1..content_end(at + 1, Shape::Object));
        }
        _ => return None,
    }
    draft.content.retain(|p| p.start < p.end);
    (!draft.content.is_empty()).then_some(draft)
}

/// Over adverbs and times.
fn over_when(scene: &Scene<'_>, mut at: usize) -> usize {
    let view = &scene.view;
    for _ in 0..3 {
        let from = at + usize::from(matches!(view.word(at), "on" | "in"));
        let time = view.time_end(from);
        let passes = view.tag(at) == Tag::Adverb || view.word(at) == "earlier";
        if time == from && !passes {
            break;
        }
        at = if time == from { at + 1 } else { time };
    }
    at
}

fn over_circumstance(scene: &Scene<'_>, mut at: usize) -> usize {
    let view = &scene.view;
    for _ in 0..3 {
        let time = view.time_end(at);
        if time > at {
            at = time;
        } else if matches!(view.word(at), "at" | "in" | "on" | "during" | "by") && view.end(at + 1) > at + 1 {
            let time = view.time_end(at + 1);
            at = if time > at + 1 { time } else { view.end(at + 1) };
        } else if view.tag(at) == Tag::Adverb {
            at += 1;
        } else {
            break;
        }
    }
    at
}

/// "was praised by Roe as …"
fn agent(scene: &Scene<'_>, group: &Group, cue: &FramedVerb, by: usize, mut draft: Draft) -> Option<Draft> {
    let view = &scene.view;
    let agent = by + 1..view.end(by + 1);
    if cue.frames & (frame::SPEECH | frame::STANCE) & !frame::LIGHT == 0 || !plausible(scene, Some(&agent), cue, false)
    {
        return None;
    }
    draft.cue = Some(cue.start..by + 1);
    draft.kind = act::kind_of(scene, cue, Role::Agent, by + 1);
    draft.content.push(group.subject()?);
    if matches!(view.tag(agent.end), Tag::To | Tag::That) || view.word(agent.end) == "as" {
        draft
            .content
            .push(agent.end..scene.content_end(cue.head, agent.end, Shape::Object));
    }
    draft.source = Some(agent);
    Some(draft)
}

/// "declined to comment", "did not respond to a request", "has not commented", "did not confirm or deny".
pub(crate) fn no_comment(scene: &Scene<'_>, group: &Group, cue: &FramedVerb, draft: &Draft) -> bool {
    let view = &scene.view;
    let base = table().base(view.words.class(cue.head).lemma);
    let answers = |at: usize| view.does(at, usage::ANSWERS);
    if matches!(base, "decline" | "refuse") || base == "agree" && group.negated {
        return draft
            .content
            .first()
            .is_some_and(|c| (c.start..c.end.min(c.start + 5)).any(|i| view.tag(i) == Tag::Base && answers(i)));
    }
    group.negated && matches!(base, "comment" | "respond" | "reply" | "confirm" | "answer")
}

//! What stands behind a verb: adverbs and times, where it was said, to whom, and what.
//!
//! Each function appends the parts it finds. A verb with a frame takes what its frame allows and nothing else; one without takes
//! what stands there.

use crate::document::english::clause::{Group, Part, Role, VerbForm, push};
use crate::document::english::complement::Complement;
use crate::document::english::frame::FramedVerb;
use crate::document::english::open::is_channel;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame, usage};

/// Appends the parts of a group and gives the token where its complement can begin.
pub(crate) fn read(scene: &Scene<'_>, group: &Group, parts: &mut Vec<Part>) -> usize {
    participles(scene, group, parts);
    if group.passive || group.kind == VerbForm::Participle {
        agent(scene, group, parts);
        return group.end();
    }
    match FramedVerb::of(&scene.view, group) {
        Some(verb) if verb.takes(frame::RAISE) => verb.end,
        Some(verb) => {
            let after = adjuncts(scene, &verb, parts);
            Complement {
                scene,
                verb: &verb,
                parts,
            }
            .read(after);
            after
        }
        None => {
            plain(scene, group, parts);
            group.end()
        }
    }
}

/// "The company, based in Ostby, said", "Figures released on Friday show": participles that modify the subject.
fn participles(scene: &Scene<'_>, group: &Group, parts: &mut Vec<Part>) {
    let Some(subject) = group.subject().filter(|s| s.end <= group.start() && !group.shared) else {
        return;
    };
    let view = &scene.view;
    let within = scene
        .groups
        .iter()
        .filter(|g| g.start() > subject.start && g.end() < group.start());
    for phrase in within.filter(|g| matches!(g.kind, VerbForm::Participle | VerbForm::Gerund)) {
        let close = (phrase.end()..group.start())
            .find(|i| view.tag(*i) == Tag::Comma)
            .unwrap_or(subject.end.max(phrase.end()));
        push(parts, Role::Participle, phrase.start()..close);
    }
}

/// "was asked by the board"
fn agent(scene: &Scene<'_>, group: &Group, parts: &mut Vec<Part>) {
    let view = &scene.view;
    let by = FramedVerb::of(view, group).map_or(group.end(), |verb| verb.end);
    let base = view.base_end(by + 1);
    if view.word(by) != "by" || base == by + 1 {
        return;
    }
    if is_channel(view.words, by + 1) {
        push(parts, Role::Venue, by..base);
    } else {
        push(parts, Role::Agent, by + 1..base);
    }
}

/// The object or clause of a verb that no table frames.
fn plain(scene: &Scene<'_>, group: &Group, parts: &mut Vec<Part>) {
    let view = &scene.view;
    let at = group.end();
    let role = match view.tag(at) {
        Tag::That => Role::That,
        Tag::To => Role::Infinitive,
        _ => Role::Object,
    };
    let end = match role {
        Role::Object => view.end(at),
        _ => (at..view.to)
            .find(|i| {
                matches!(
                    view.tag(*i),
                    Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Quote | Tag::Stop
                )
            })
            .unwrap_or(view.to),
    };
    if end > at {
        push(parts, role, at..end);
    }
}

/// Skips what may stand between verb and complement: adverbs, times, the manner ("in a statement"). Returns the token behind.
fn adjuncts(scene: &Scene<'_>, verb: &FramedVerb, parts: &mut Vec<Part>) -> usize {
    let view = &scene.view;
    let mut at = verb.end;
    for _ in 0..6 {
        let tag = view.tag(at);
        if tag == Tag::Adverb && !matches!(view.word(at), "so" | "there" | "here") && view.tag(at + 1) != Tag::Adjective
        {
            at += 1;
            continue;
        }
        if tag == Tag::Comma && view.tag(at + 1) == Tag::Adverb && view.tag(at + 2) == Tag::Comma {
            at += 3;
            continue;
        }
        // Nothing else stands behind a verb that does not say.
        if !verb.says() {
            break;
        }
        if tag == Tag::Time || matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early") {
            let time = view.time_end(at);
            if time > at {
                at = time;
                continue;
            }
        }
        if tag != Tag::Preposition || verb.takes_preposition(view.word(at)) {
            break;
        }
        let Some((end, role)) = manner(scene, at) else { break };
        if let Some(role) = role {
            let from = at + usize::from(role == Role::Addressee);
            push(parts, role, from..end);
        }
        at = end;
    }
    at
}

/// One past the prepositional phrase at `at`, when the complement can begin behind it; a place to speak in or somebody spoken to.
fn manner(scene: &Scene<'_>, at: usize) -> Option<(usize, Option<Role>)> {
    let view = &scene.view;
    if !view.does(at, usage::MANNER) {
        return None;
    }
    let time = view.time_end(at + 1);
    if time > at + 1 {
        return Some((time, None));
    }
    let base = view.base_end(at + 1);
    // "over the phone", not "over the fares"
    if base == at + 1 || view.word(at) == "over" && !is_channel(view.words, base - 1) {
        return None;
    }
    let venue = view.does(at, usage::PLACE) && (at + 1..base).any(|i| view.is(i, flag::VENUE));
    let end = if venue { view.end(at + 1).min(base + 8) } else { base };
    // A clause that begins with the same words ("said in Iowa he won") is left alone: the manner must end there.
    let follows = view.tag(end);
    let ends = matches!(
        follows,
        Tag::Stop
            | Tag::Comma
            | Tag::That
            | Tag::Colon
            | Tag::Quote
            | Tag::Preposition
            | Tag::Time
            | Tag::Dash
            | Tag::Semicolon
    );
    let begins = venue && matches!(follows, Tag::Pronoun | Tag::Determiner | Tag::Name);
    let role = match view.word(at) {
        "to" => Some(Role::Addressee),
        "by" if is_channel(view.words, at + 1) => Some(Role::Venue),
        "over" => Some(Role::Venue),
        _ if venue => Some(Role::Venue),
        _ => None,
    };
    (ends || begins).then_some((end, role))
}

//! Reports that cite: "The Harbor Times quoted a clerk as saying that …" (the clerk says it, though the paper is the subject), "The
//! Harbor Times, citing a clerk who was there, said …" (the paper does).

use std::ops::Range;

use crate::document::english::clause::{Group, VerbForm};
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;

/// "The Harbor Times, citing an official who took part, said": whoever cites says it.
pub(crate) fn reporter(scene: &Scene<'_>, group: &Group) -> Option<Range<usize>> {
    let view = &scene.view;
    if group.kind != VerbForm::Finite || view.before(group.start()) != Tag::Comma {
        return None;
    }
    let cites = |g: &&Group| {
        g.kind == VerbForm::Gerund
            && g.end() < group.start()
            && view.before(g.start()) == Tag::Comma
            && matches!(view.word(g.head()), "citing" | "quoting")
    };
    let citing = scene.groups.iter().find(cites)?;
    // Its subject is looked for among those it cites: "who … said".
    if group.subject().is_some_and(|s| s.start < citing.start()) {
        return None;
    }
    let comma = citing.start() - 1;
    let first = view.start(comma.checked_sub(1)?);
    (first < comma).then_some(first..comma)
}

/// Whoever is quoted "as saying" what the group says.
pub(crate) fn speaker(scene: &Scene<'_>, group: &Group) -> Option<Range<usize>> {
    let view = &scene.view;
    let link = group.start().checked_sub(1)?;
    if group.kind != VerbForm::Gerund || view.word(link) != "as" {
        return None;
    }
    let quotes = |g: &&Group| g.end() < link && view.word(g.head()).starts_with("quot");
    let quoting = scene.groups.iter().rev().find(quotes)?;
    if quoting.passive {
        return quoting.subject().filter(|s| s.end <= quoting.start());
    }
    let object = quoting.end()..link;
    (view.base_end(object.start) > object.start).then_some(object)
}

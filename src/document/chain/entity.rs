//! What a hop is that the source layer has not met: its kind, how many people, an outlet's fullest name.

use crate::document::chain::relay::Scene;
use crate::document::chain::subject::{self, Np};
use crate::document::newsroom as words;
use crate::document::source::{People, Source, SourceKind};
use crate::text::span::Span;

/// The longest name of each outlet, a programme's only where it has no other; the first of equals.
pub(super) fn names(scene: &Scene<'_, '_>) -> Vec<Option<Span>> {
    let mut best: Vec<Option<(bool, Span)>> = vec![None; scene.outlets.list.len()];
    for m in &scene.outlets.mentions {
        let span = scene.page.span(m.first, m.end);
        let rank = (!m.programme, span.len());
        if let Some(slot) = best.get_mut(m.outlet as usize)
            && slot.is_none_or(|(plain, have)| (plain, have.len()) < rank)
        {
            *slot = Some((!m.programme, span));
        }
    }
    best.into_iter().map(|b| b.map(|(_, span)| span)).collect()
}

/// The kind of an origin. A bare surname that nothing introduces is a loose end for the reader, but it names somebody.
pub(super) fn origin(source: &Source) -> SourceKind {
    let mut words = source.label.split_whitespace();
    let named = words
        .next_back()
        .is_some_and(|w| w.chars().next().is_some_and(char::is_uppercase))
        && !matches!(
            source.label.to_lowercase().as_str(),
            "he" | "she" | "they" | "it" | "who" | "that" | "this" | "one"
        );
    match source.kind {
        SourceKind::Unresolved if named => SourceKind::Named,
        kind => kind,
    }
}

/// What a phrase that the source layer has not met names.
pub(super) fn kind_of(scene: &Scene<'_, '_>, np: &Np) -> SourceKind {
    let p = scene.page;
    let head = subject::head(p, np);
    if p.capital(head) && p.name_word(head) {
        return SourceKind::Named;
    }
    if p.is(head, words::PERSON) {
        return SourceKind::Anonymous;
    }
    if p.is(head, words::DOCUMENT) {
        return SourceKind::Document;
    }
    if (np.first..np.end).any(|i| p.name_word(i) && !p.is(i, words::TIME))
        && !matches!(p.word(np.first), "a" | "an" | "one" | "two" | "several" | "another")
    {
        return SourceKind::Named;
    }
    SourceKind::Anonymous
}

pub(super) fn people(scene: &Scene<'_, '_>, np: &Np, kind: SourceKind) -> People {
    let none = People {
        at_least: 0,
        exact: false,
    };
    match kind {
        SourceKind::Named => People {
            at_least: 1,
            exact: true,
        },
        SourceKind::Anonymous => {
            let p = scene.page;
            let head = subject::head(p, np);
            let plural =
                p.word(head).ends_with('s') && p.word(head) != "witness" || matches!(p.word(head), "people" | "others");
            let number = match p.word(np.first) {
                "two" | "both" | "several" => Some((2, p.word(np.first) == "two")),
                "three" => Some((3, true)),
                "four" => Some((4, true)),
                "five" => Some((5, true)),
                "six" => Some((6, true)),
                w => w.parse::<u32>().ok().filter(|n| *n > 0 && *n < 1000).map(|n| (n, true)),
            };
            match number {
                Some((at_least, exact)) => People { at_least, exact },
                None => People {
                    at_least: if plural { 2 } else { 1 },
                    exact: !plural,
                },
            }
        }
        _ => none,
    }
}

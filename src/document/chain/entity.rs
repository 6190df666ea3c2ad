//! What a hop is that the source layer has not met: its kind, how many people, an outlet's fullest name.

use crate::document::chain::scene::ChainView;
use crate::document::outlet::OutletMention;
use crate::document::outlet::newsroom as words;
use crate::document::page::token::Tokens;
use crate::document::source::lookup;
use crate::document::source::{People, Source, SourceKind};
use crate::text::span::Span;

/// How good a name is: a programme's or not, the main one or not, its length; then where it stands.
type Ranked = ((bool, bool, usize), Span);

/// The best name the page has for each outlet: its main name, else the longest, a programme's only where it has no other; the first
/// of equals.
pub(super) fn names(scene: &ChainView<'_>) -> Vec<Option<Span>> {
    let mut best: Vec<Option<Ranked>> = vec![None; scene.outlets.list.len()];
    for m in &scene.outlets.mentions {
        let Some(outlet) = scene.outlets.list.get(m.outlet as usize) else {
            continue;
        };
        let span = scene.page.span(m.first, m.end);
        let rank = (!m.programme, is_main(scene, m, &outlet.key), span.len());
        if let Some(slot) = best.get_mut(m.outlet as usize)
            && slot.is_none_or(|(have, _)| have < rank)
        {
            *slot = Some((rank, span));
        }
    }
    best.into_iter().map(|b| b.map(|(_, span)| span)).collect()
}

/// Whether a mention spells an outlet's main name.
fn is_main(scene: &ChainView<'_>, m: &OutletMention, key: &str) -> bool {
    let p = &scene.page;
    let article = p.word(m.first) == "the" && !key.starts_with("the ");
    let words = (m.first + usize::from(article)..m.end).map(|i| p.word(i));
    words.eq(key.split(' '))
}

/// A name as a reader would list it: without its article, unless that belongs to the name ("The Hill").
pub(super) fn listed(label: &str, key: &str) -> String {
    let bare = label.strip_prefix("the ").or_else(|| label.strip_prefix("The "));
    match bare {
        Some(bare) if key.starts_with("the ") => format!("The {bare}"),
        Some(bare) => bare.to_string(),
        None => label.to_string(),
    }
}

/// The kind of an origin. A bare surname that nothing introduces is a loose end for the reader, but it names somebody.
pub(super) fn origin(source: &Source) -> SourceKind {
    let mut words = source.label.split_whitespace();
    let named = words
        .next_back()
        .is_some_and(|w| w.chars().next().is_some_and(char::is_uppercase))
        && !lookup::stands_for_another(&source.label.to_lowercase());
    match source.kind {
        SourceKind::Unresolved if named => SourceKind::Named,
        kind => kind,
    }
}

/// What a phrase that the source layer has not met names.
pub(super) fn kind_of(scene: &ChainView<'_>, phrase: Tokens) -> SourceKind {
    let p = &scene.page;
    let head = scene.head(phrase);
    // "Sources close to the owner": the capital is the sentence's.
    let opens = head == phrase.start as usize && lookup::names_people(p.word(head));
    if p.capital(head) && p.name_word(head) && !opens {
        return SourceKind::Named;
    }
    if p.is(head, words::PERSON) {
        return SourceKind::Anonymous;
    }
    if p.is(head, words::DOCUMENT) {
        return SourceKind::Document;
    }
    if (phrase.range()).any(|i| p.name_word(i) && !p.is(i, words::TIME))
        && !lookup::counts(p.word(phrase.start as usize))
    {
        return SourceKind::Named;
    }
    // Things do not speak: what the tables do not know as people stays a loose end. "One of the mayor's advisers" counts by its end.
    let counted = lookup::counts(p.word(head));
    let noun = if counted {
        (phrase.end as usize).saturating_sub(1)
    } else {
        head
    };
    // "a baker, who told": whoever is "who" is somebody.
    let who = p.word(phrase.end as usize) == "who"
        || p.word(phrase.end as usize) == "," && p.word((phrase.end as usize) + 1) == "who";
    if noun == head && counted || who || lookup::names_people(p.word(noun)) {
        SourceKind::Anonymous
    } else {
        SourceKind::Unresolved
    }
}

pub(super) fn people(scene: &ChainView<'_>, phrase: Tokens, kind: SourceKind) -> People {
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
            let p = &scene.page;
            let head = scene.head(phrase);
            let plural =
                p.word(head).ends_with('s') && p.word(head) != "witness" || matches!(p.word(head), "people" | "others");
            let number = match p.word(phrase.start as usize) {
                "two" | "both" | "several" => Some((2, p.word(phrase.start as usize) == "two")),
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

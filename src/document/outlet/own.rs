//! The article's own house: the outlet that publishes it, as its record or its text tells, and what belongs to that outlet.
//!
//! A text without a record still gives its outlet away where it speaks of itself ("FRN has learned", "this newspaper"), and
//! declares its relatives ("FRN's parent organization, CSS"). Citing them is citing oneself.

use crate::document::outlet::Page;
use crate::document::outlet::newsroom as words;
use crate::text::span::Span;

/// One name of the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    /// Where the name stands.
    pub span: Span,
    /// Its folded words.
    pub name: String,
}

/// Finds the names by which the text shows its own outlet and that outlet's relatives. `publisher` is folded.
pub(crate) fn find(page: &Page<'_>, publisher: Option<&str>) -> Vec<Own> {
    let mut own: Vec<Own> = Vec::new();
    if publisher.is_none() {
        speaks_of_itself(page, &mut own);
    }
    let is_own = |name: &str, own: &[Own]| {
        own.iter().any(|o| o.name == name)
            || publisher.is_some_and(|p| p == name || p.strip_prefix("the ") == Some(name))
    };
    let mut relatives = Vec::new();
    let mut phrases = Vec::new();
    let walked = if page.has(words::RELATIVE) {
        1..page.tokens.len()
    } else {
        0..0
    };
    for at in walked {
        if !page.is(at, words::RELATIVE)
            || !matches!(
                page.word(at + 1),
                "organization"
                    | "organisation"
                    | "company"
                    | "group"
                    | "firm"
                    | "publication"
                    | "outlet"
                    | "site"
                    | "paper"
                    | "network"
                    | "think"
                    | "station"
                    | "magazine"
                    | "newspaper"
            )
        {
            continue;
        }
        let before = at - 1;
        let possessed = page.word(before) == "'s" && before > 0;
        let ours = page.word(before) == "our";
        if !(ours || possessed && is_own(&name_before(page, before), &own)) {
            continue;
        }
        let mut name = at + 2;
        while matches!(page.word(name), "," | "the" | "tank") {
            name += 1;
        }
        let mut end = name;
        while end < name + 6 && page.name_word(end) {
            end += 1;
        }
        if end > name {
            let name_here = folded(page, name, end);
            // The whole phrase, as a source mention would have it: "our sister publication, Harbor Weekly".
            phrases.push(Own {
                span: page.span(if ours { before } else { at }, end),
                name: name_here.clone(),
            });
            relatives.push(Own {
                span: page.span(name, end),
                name: name_here,
            });
        }
    }
    own.extend(relatives);
    // Every further place that says the same name.
    let mut all = Vec::new();
    if !own.is_empty() {
        for at in 0..page.tokens.len() {
            if !page.name_word(at) || at > 0 && page.name_word(at - 1) {
                continue;
            }
            let mut end = at;
            while end < at + 6 && page.name_word(end) {
                end += 1;
            }
            let name = folded(page, at, end);
            if own.iter().any(|o| o.name == name) {
                all.push(Own {
                    span: page.span(at, end),
                    name,
                });
            }
        }
    }
    all.extend(phrases);
    all.sort_by_key(|o: &Own| (o.span.start, o.span.end));
    all
}

/// "FRN is of the view", "FRN has been made aware", "FRN can reveal": only an outlet writes of itself so.
fn speaks_of_itself(page: &Page<'_>, own: &mut Vec<Own>) {
    for at in 0..page.tokens.len() {
        // Cheapest question first: few words follow a name so.
        if !page.capital(at)
            || !matches!(page.word(at + 1), "is" | "has" | "can" | "understands")
            || !page.name_word(at)
        {
            continue;
        }
        let rest: [&str; 5] = std::array::from_fn(|i| page.word(at + 1 + i));
        let itself = matches!(
            rest,
            ["is", "of", "the", "view" | "opinion", _]
                | ["has", "been", "made", "aware", _]
                | ["has", "learned" | "learnt", "that" | "from", ..]
                | ["can", "reveal" | "disclose", ..]
                | ["can", "exclusively", "reveal", ..]
                | ["understands", "that", ..]
        );
        if !itself {
            continue;
        }
        let mut first = at;
        while first > 0 && at - first < 4 && page.name_word(first - 1) {
            first -= 1;
        }
        let name = folded(page, first, at + 1);
        // Initialisms, and names with a news word in them: "Ortiz is of the view" is somebody's opinion.
        let newsy = (first..=at).any(|i| page.is(i, words::SHAPE | words::SHAPE_AIR))
            || page
                .tokens
                .get(at)
                .is_some_and(|t| t.case == crate::document::page::token::Case::Upper && first == at);
        if newsy && !own.iter().any(|o| o.name == name) {
            own.push(Own {
                span: page.span(first, at + 1),
                name,
            });
        }
    }
}

fn name_before(page: &Page<'_>, end: usize) -> String {
    let mut first = end;
    while first > 0 && end - first < 5 && page.name_word(first - 1) {
        first -= 1;
    }
    folded(page, first, end)
}

fn folded(page: &Page<'_>, first: usize, end: usize) -> String {
    (first..end).map(|i| page.word(i)).collect::<Vec<_>>().join(" ")
}

//! Outlets by a name that a list holds: where its words stand on the page as that name.

use crate::document::outlet::gazetteer::{Gazetteer, Known, OutletFacts};
use crate::document::outlet::newsroom as words;
use crate::document::outlet::{FoundName, Key, NewsWords, adjoining};
use crate::document::page::token::{Case, TokenKind};
use crate::text::lexicon::Match;

/// Listed names, in text order and disjoint.
pub(super) fn find<'a>(page: &NewsWords<'_>, known: Known<'a>) -> Vec<FoundName<'a>> {
    let mut lists = known.lists().map(|list| in_list(page, list));
    let mut out = lists.next().unwrap_or_default();
    for more in lists.filter(|more| !more.is_empty()) {
        out.extend(more);
        // Stable: of equals the earlier list's stands first.
        out.sort_by_key(|f| f.first);
        out = longest(out);
    }
    out
}

fn in_list<'a>(page: &NewsWords<'_>, list: &'a Gazetteer) -> Vec<FoundName<'a>> {
    let matches = page.vocabulary.matches(list.lexicon(), page.tokens);
    let people = surnames(page, list, &matches);
    let names = matches.iter().filter_map(|m| {
        let facts = list.facts(m.entry)?;
        let surname = facts.shy
            && m.end == m.first + 1
            && people.contains(&page.tokens.get(m.first).map_or(u32::MAX, |t| t.word.0));
        if surname || !fits(page, facts, m) {
            return None;
        }
        name(page, facts, m)
    });
    longest(names.collect())
}

/// Of overlapping names the longer one, else the first.
fn longest(names: Vec<FoundName<'_>>) -> Vec<FoundName<'_>> {
    let mut out: Vec<FoundName<'_>> = Vec::with_capacity(names.len());
    for found in names {
        if let Some(last) = out.last()
            && found.first < last.end
        {
            if found.words <= last.words {
                continue;
            }
            out.pop();
        }
        out.push(found);
    }
    out
}

/// Every word in capitals but for function words, initialisms all in capitals.
fn fits(page: &NewsWords<'_>, facts: &OutletFacts, m: &Match) -> bool {
    (m.first..m.end).all(|i| {
        let Some(t) = page.tokens.get(i) else { return false };
        match t.kind {
            TokenKind::Word => match t.case {
                Case::Upper => true,
                Case::Title | Case::Mixed => !facts.caps,
                _ if i > m.first => {
                    page.is(
                        i,
                        words::FUNCTION | words::GENERIC | words::SHAPE_AIR | words::WIRE_TAIL,
                    ) || matches!(page.word(i), "news" | "'s")
                }
                _ => facts.article && page.word(i) == "the",
            },
            TokenKind::Number | TokenKind::Symbol => true,
            _ => !matches!(page.word(i), "," | "."),
        }
    })
}

/// The name where the words around it allow one.
fn name<'a>(page: &NewsWords<'_>, facts: &'a OutletFacts, m: &Match) -> Option<FoundName<'a>> {
    let (first, end) = (m.first, m.end);
    let told = first > 0 && (page.is(first - 1, words::TELL) || matches!(page.word(first - 1), "to" | "with"));
    if facts.told && !told {
        return None;
    }
    // "The Hill Tribune" is not The Hill.
    if facts.article && page.capital(end) && page.is(end, words::SHAPE) && adjoining(page, end) {
        return None;
    }
    let quoted = first > 0 && matches!(page.word(first - 1), "\"" | "'");
    let behind_network =
        first > 1 && page.word(first - 1) == "'s" || (first > 2 && quoted && page.word(first - 2) == "'s");
    let mut shy = facts.shy;
    if facts.quoted {
        if !(quoted || behind_network) {
            return None;
        }
        shy = !behind_network;
    } else if facts.programme && (quoted || behind_network) {
        shy = false;
    }
    // A longer name holds it: "Steve Forbes", "Fox Chase".
    if facts.shy && !facts.programme {
        let goes_on = end < page.tokens.len()
            && page.name_word(end)
            && adjoining(page, end)
            && !page.is(end, words::STAFF | words::SHAPE | words::AFFILIATED | words::TIME);
        let began = first > 0 && page.name_word(first - 1) && adjoining(page, first);
        if goes_on || began {
            return None;
        }
    }
    let article = first > 0 && page.word(first - 1) == "the";
    Some(FoundName {
        first: first - usize::from(article),
        end,
        words: end - first,
        key: Key::Known(&facts.key),
        shy,
        programme: facts.programme,
        air: false,
    })
}

/// Words that are an outlet's name in the list and a person's surname on this page: "Mayor Bloomberg", "Steve Forbes".
fn surnames(page: &NewsWords<'_>, list: &Gazetteer, matches: &[Match]) -> Vec<u32> {
    let mut out = Vec::new();
    for m in matches {
        let Some(before) = m.first.checked_sub(1) else { continue };
        if m.end != m.first + 1 || !page.capital(m.first) || !list.facts(m.entry).is_some_and(|f| f.shy) {
            continue;
        }
        let titled = page.is(before, words::HONORIFIC) && page.capital(before);
        let named = page.name_word(before) && adjoining(page, m.first) && !page.is(before, words::TIME);
        let opens = page.is(m.end, words::SHAPE | words::SHAPE_AIR) && page.capital(m.end);
        if (titled || named) && !opens {
            out.extend(page.tokens.get(m.first).map(|t| t.word.0));
        }
    }
    out
}

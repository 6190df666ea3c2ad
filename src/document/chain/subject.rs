//! Noun phrases around a verb: whose words they are. Small on purpose: head, determiner, names and "of" chains.

use crate::document::outlet::NewsWords;
use crate::document::outlet::newsroom as words;
use crate::document::page::token::TokenKind;

/// A noun phrase by its tokens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Np {
    pub first: usize,
    pub end: usize,
}

impl Np {
    /// Whether its last word lies in a token range.
    pub(crate) fn head_in(&self, range: (usize, usize)) -> bool {
        range.0 < self.end && self.end <= range.1 + 1
    }
}

const LONGEST: usize = 14;

fn wordlike(p: &NewsWords<'_>, at: usize) -> bool {
    p.tokens
        .get(at)
        .is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
}

pub(super) fn determiner(w: &str) -> bool {
    matches!(
        w,
        "a" | "an"
            | "the"
            | "this"
            | "that"
            | "these"
            | "those"
            | "his"
            | "her"
            | "their"
            | "its"
            | "our"
            | "my"
            | "your"
            | "one"
            | "two"
            | "three"
            | "four"
            | "five"
            | "six"
            | "several"
            | "some"
            | "many"
            | "multiple"
            | "both"
            | "another"
            | "no"
            | "every"
            | "each"
            | "most"
            | "other"
            | "numerous"
            | "few"
    )
}

fn bridge(w: &str) -> bool {
    matches!(
        w,
        "of" | "for" | "at" | "with" | "from" | "in" | "to" | "on" | "familiar" | "close"
    )
}

/// Whether the word before the verb lies inside a noun phrase.
fn inside(p: &NewsWords<'_>, at: usize) -> bool {
    if !wordlike(p, at) {
        return false;
    }
    let w = p.word(at);
    if w == "'s" || determiner(w) {
        return true;
    }
    p.capital(at) && !p.is(at, words::FUNCTION)
        || !p.is(at, words::FUNCTION | words::SAY | words::SKIP | words::TELL) && !w.ends_with("ly")
        || p.is(at, words::PERSON)
}

/// The noun phrase that ends right before `end`.
pub(crate) fn before(p: &NewsWords<'_>, end: usize, from: usize) -> Option<Np> {
    let mut end = end;
    // (R-Va.)
    if end > from && p.word(end - 1) == ")" {
        let open = (from..end).rev().take(12).find(|i| p.word(*i) == "(")?;
        end = open;
    }
    if end > from && p.word(end - 1) == "\"" {
        let open = (from..end - 1).rev().take(6).find(|i| p.word(*i) == "\"")?;
        // "Meet the Press" may speak, “very casual,” may not.
        if end - open > 5 || !(p.name_word(open + 1) || p.is(open + 1, words::DOCUMENT)) {
            return None;
        }
        let mut first = open;
        while first > from && open - first < 4 && inside(p, first - 1) {
            first -= 1;
        }
        return Some(Np { first, end: end - 1 });
    }
    if end <= from {
        return None;
    }
    let last = end - 1;
    if p.is(last, words::PRONOUN) || p.is(last, words::FIRST_PERSON) {
        return Some(Np { first: last, end });
    }
    if !wordlike(p, last)
        || p.is(last, words::FUNCTION | words::SKIP)
            && !p.is(last, words::PERSON)
            && !matches!(
                p.word(last),
                "one" | "another" | "others" | "both" | "several" | "many" | "some"
            )
    {
        return None;
    }
    let mut first = last;
    while first > from && end - first < LONGEST {
        let prev = first - 1;
        let w = p.word(prev);
        // "sources close to the owner", "people familiar with the matter"
        let familiar = prev > from + 1
            && matches!(w, "to" | "with" | "on" | "about")
            && matches!(p.word(prev - 1), "close" | "familiar" | "briefed" | "knowledgeable")
            && inside(p, prev - 2);
        if familiar {
            first = prev - 1;
            continue;
        }
        if determiner(p.word(first)) && !matches!(w, "both" | "the" | "of") && w != "'s" {
            break;
        }
        let behind = prev > from && inside(p, prev - 1);
        let chained = bridge(w) && behind && !p.is(prev - 1, words::TIME) && !determiner(p.word(prev - 1));
        let paired = w == "and" && behind && (p.is(first, words::PERSON) || p.capital(first)) && end - first < 4;
        if inside(p, prev) && !(p.capital(first) && p.is(prev, words::TIME)) {
            first = prev;
        } else if chained || paired {
            first = prev - 1;
        } else {
            break;
        }
    }
    Some(Np { first, end })
}

/// The subject of a finite verb.
pub(crate) fn of_verb(p: &NewsWords<'_>, verb: usize, from: usize) -> Option<Np> {
    let mut at = verb;
    let mut steps = 0;
    while at > from
        && steps < 6
        && (p.is(at - 1, words::SKIP)
            || p.word(at - 1).ends_with("ly") && !p.capital(at - 1) && p.word(at - 1).len() > 4
            || matches!(p.word(at - 1), "went" | "on" | "to") && p.word(verb) == "say"
            || (p.is(at - 1, words::TIME) && !p.capital(at - 1) && steps < 3 && p.word(at - 1) != "week"))
    {
        at -= 1;
        steps += 1;
    }
    if at <= from {
        return None;
    }
    let prev = at - 1;
    match p.word(prev) {
        "," => {
            // S, who …, told / S, his aide, told
            let stop = from.max(prev.saturating_sub(45));
            let open = (stop..prev).rev().find(|i| p.word(*i) == "," || p.word(*i) == "\"");
            match open {
                Some(open) if p.word(open) == "," => {
                    let inner = open + 1;
                    let relative = matches!(
                        p.word(inner),
                        "who" | "whose" | "which" | "when" | "speaking" | "citing" | "quoting" | "where" | "writing"
                    );
                    let name = (inner..prev).all(|i| p.name_word(i) || p.is(i, words::HONORIFIC))
                        && prev - inner <= 4
                        && prev > inner;
                    if name && !relative {
                        return Some(Np {
                            first: inner,
                            end: prev,
                        });
                    }
                    before(p, open, from).filter(|n| !p.is(n.end - 1, words::TIME))
                }
                _ => None,
            }
        }
        ")" => before(p, at, from),
        "who" | "that" | "which" => {
            let mut end = prev;
            if p.word(end.wrapping_sub(1)) == "," {
                end -= 1;
            }
            before(p, end, from).or(Some(Np { first: prev, end: at }).filter(|_| p.word(prev) == "who"))
        }
        _ => before(p, at, from),
    }
}

/// The subject of the sentence: its first noun phrase that no preposition opens.
pub(crate) fn of_sentence(p: &NewsWords<'_>, from: usize, to: usize) -> Option<Np> {
    let mut at = from;
    let mut quoted = false;
    while at < to {
        let w = p.word(at);
        if w == "\"" {
            quoted = !quoted;
            at += 1;
            continue;
        }
        if quoted {
            at += 1;
            continue;
        }
        let prev_prep = at > from
            && matches!(
                p.word(at - 1),
                "in" | "on"
                    | "at"
                    | "of"
                    | "for"
                    | "with"
                    | "by"
                    | "to"
                    | "from"
                    | "during"
                    | "after"
                    | "before"
                    | "about"
                    | "over"
                    | "under"
                    | "against"
                    | "into"
                    | "since"
                    | "as"
                    | "like"
                    | "than"
                    | "despite"
                    | "amid"
            );
        if p.is(at, words::PRONOUN) && !matches!(w, "it" | "who") {
            return Some(Np { first: at, end: at + 1 });
        }
        if p.is(at, words::FIRST_PERSON) {
            return Some(Np { first: at, end: at + 1 });
        }
        let starts_name = p.name_word(at) && !p.is(at, words::TIME);
        let starts_np = determiner(w) || p.is(at, words::PERSON);
        if (starts_name || starts_np) && !prev_prep {
            return after(p, at, to);
        }
        if prev_prep {
            // step over the object
            while at < to && (p.name_word(at) || determiner(p.word(at)) || p.is(at, words::TIME)) {
                at += 1;
            }
        }
        at += 1;
    }
    None
}

/// The noun phrase that begins at `at`.
pub(crate) fn after(p: &NewsWords<'_>, at: usize, to: usize) -> Option<Np> {
    let mut first = at;
    while first < to
        && (matches!(p.word(first), "," | "both" | "\"" | "—") || p.word(first).ends_with("ly") && !p.capital(first))
    {
        first += 1;
    }
    if first >= to {
        return None;
    }
    if p.is(first, words::PRONOUN | words::FIRST_PERSON) {
        return Some(Np { first, end: first + 1 });
    }
    let mut end = first;
    while end < to && end - first < LONGEST {
        let w = p.word(end);
        let opened = end > first;
        let before = p.word(end.wrapping_sub(1));
        // "Ortiz warned": a name ends where a verb begins.
        let verb = opened
            && p.name_word(end - 1)
            && !p.capital(end)
            && (w.ends_with("ed") || p.is(end, words::SAY))
            && !p.is(end, words::PERSON);
        let determines = determiner(w)
            && (!opened
                || matches!(
                    before,
                    "of" | "in" | "with" | "to" | "for" | "both" | "at" | "from" | "the"
                ));
        let late = opened && p.is(end, words::TIME);
        let nominal =
            !(verb || late || determiner(w)) && wordlike(p, end) && inside(p, end) && !p.is(end, words::CARRY);
        let chains = opened
            && bridge(w)
            && end + 1 < to
            && (inside(p, end + 1) || determiner(p.word(end + 1)))
            && !p.is(end + 1, words::TIME);
        let pairs =
            opened && w == "and" && (p.is(end + 1, words::PERSON) || matches!(p.word(end + 1), "former" | "current"));
        if !(determines || nominal || (chains && !verb) || pairs) {
            break;
        }
        end += 1;
    }
    (end > first).then_some(Np { first, end })
}

/// The noun phrases of "citing A and a B who …", in order.
pub(crate) fn after_all(p: &NewsWords<'_>, at: usize, to: usize) -> Vec<Np> {
    let mut out: Vec<Np> = after(p, at, to).into_iter().collect();
    if let Some(first) = out.first() {
        let end = first.end;
        if p.word(end) == "and" && (determiner(p.word(end + 1)) || p.capital(end + 1)) {
            out.extend(after(p, end + 1, to));
        }
    }
    out
}

/// The noun phrase behind the next comma: "In an interview with CNN on Friday, S said".
pub(crate) fn after_comma(p: &NewsWords<'_>, at: usize, to: usize) -> Option<Np> {
    let comma = (at..to.min(at + 10)).find(|i| p.word(*i) == ",")?;
    after(p, comma + 1, to).filter(|n| {
        p.capital(n.first)
            || p.is(n.first, words::PRONOUN)
            || determiner(p.word(n.first))
            || p.is(n.end - 1, words::PERSON)
    })
}

/// "I told", "we said": the speaker speaks of himself.
pub(crate) fn first_person(p: &NewsWords<'_>, np: &Np) -> bool {
    np.end == np.first + 1 && p.is(np.first, words::FIRST_PERSON)
}

/// Whether the phrase names a document.
pub(crate) fn documentary(p: &NewsWords<'_>, np: &Np) -> bool {
    // The head: the last word before the first "of/from/about".
    let mut head = np.end;
    for i in np.first + 1..np.end {
        if matches!(p.word(i), "of" | "from" | "about" | "by" | "to" | "in" | "for" | "on") {
            head = i;
            break;
        }
    }
    head.checked_sub(1)
        .is_some_and(|h| p.is(h, words::DOCUMENT) || p.is(h, words::EVENT))
}

/// Whether the phrase names a thing that cannot speak in its own right here.
pub(crate) fn thing(p: &NewsWords<'_>, np: &Np) -> bool {
    let last = np.end.saturating_sub(1);
    np.end == np.first + 1 && matches!(p.word(last), "it" | "that" | "this" | "which" | "what" | "there")
        || p.is(last, words::EVENT) && !p.capital(last)
}

/// The head of a phrase: the last word before its first preposition or relative clause.
pub(crate) fn head(p: &NewsWords<'_>, np: &Np) -> usize {
    for i in np.first + 1..np.end {
        if !p.capital(i)
            && (bridge(p.word(i)) || matches!(p.word(i), "who" | "about" | "by" | "," | "and" | "that" | "briefed"))
        {
            return i - 1;
        }
    }
    np.end.saturating_sub(1)
}

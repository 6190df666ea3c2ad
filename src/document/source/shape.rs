//! What the head of a phrase is.

use crate::document::source::names::after_titles;
use crate::document::source::phrase::{Determiner, Phrase, Shape};
use crate::document::source::words::{Class, HEAD, PEOPLE, Words};

pub(super) fn is_head(words: &Words, i: usize) -> bool {
    words.is(i, HEAD) && !words.is(i, Class::SENIORITY)
}

/// `Secretary of State`, `Smith & Sons`: a small word inside a capitalised name.
pub(super) fn continues_name(words: &Words, at: usize, end: usize) -> bool {
    at > 0
        && at + 1 < end
        && words.is_proper(at - 1)
        && words.is_proper(at + 1)
        && (words.word(at) != "and" || words.is(at + 2, Class::INSTITUTION))
}

pub(super) fn is_plural(words: &Words, head: usize) -> bool {
    let word = words.word(head);
    matches!(
        word,
        "people"
            | "men"
            | "women"
            | "folks"
            | "those"
            | "others"
            | "ones"
            | "police"
            | "children"
            | "wives"
            | "staff"
            | "some"
            | "many"
            | "most"
            | "several"
            | "both"
            | "few"
    ) || word.ends_with("men") && word.len() > 4
        || word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || word.ends_with("people")
        || words.is(head, Class::NUMBER)
}

pub(super) fn shape(words: &Words, phrase: &Phrase, proper: Option<usize>, possessed: bool) -> Shape {
    let head = phrase.head;
    let class = words.class(head);
    if let Some(first) = proper {
        let run = head + 1 - first;
        let described = (phrase.core.start..first).any(|i| words.is(i, PEOPLE.or(Class::OFFICE)));
        let organised = class.is(Class::INSTITUTION.or(Class::OUTLET))
            || (first..head).any(|i| words.is(i, Class::INSTITUTION) && !words.is(i, Class::OFFICE));
        let capitals = run == 1 && words.is_upper(head) && words.word(head).chars().count() > 1 && !words.shouts(head);
        // `one Republican`, `another Democrat`
        let counted = phrase.counted || phrase.determiner == Determiner::Indefinite;
        if run == 1 && counted && class.is(Class::SIDE) && class.is(Class::GROUP.or(Class::HOLDER)) {
            return if is_plural(words, head) {
                Shape::Group
            } else {
                Shape::Role
            };
        }
        if class.is(Class::DOCUMENT) && !class.is(Class::INSTITUTION) && run > 1 {
            return Shape::Document;
        }
        let titled = after_titles(words, phrase.core.start, head + 1).is_some();
        if titled || described && !organised && !capitals {
            return Shape::Name;
        }
        if run == 1 && class.is(Class::OFFICE) && phrase.determiner == Determiner::Definite {
            return Shape::Office;
        }
        // `White House Officials`, in a headline: a capital does not make a name of a role.
        if class.is(Class::SOURCE.or(Class::INSIDER)) {
            return if class.is(Class::SOURCE) {
                Shape::Source
            } else {
                Shape::Insider
            };
        }
        if class.is(Class::SPOKES) {
            return Shape::Spokes;
        }
        if class.is(Class::OFFICE) && !words.is(first, Class::TITLE) && !organised {
            return Shape::Office;
        }
        if organised
            || capitals
            || matches!(phrase.determiner, Determiner::Definite | Determiner::Indefinite)
            || words.is(head, Class::NATIONALITY)
            || class.is(Class::PLACE)
                && (first..head).all(|i| words.is(i, Class::PLACE.or(Class::NATIONALITY)) || words.word(i) == "new")
        {
            return Shape::Organisation;
        }
        if class.is(Class::GROUP) && phrase.plural_hint(words) {
            return Shape::Group;
        }
        return Shape::Name;
    }
    let plural = is_plural(words, head);
    let unique = !plural && !phrase.counted && !phrase.vague && phrase.determiner != Determiner::Indefinite;
    match () {
        () if class.is(Class::SOURCE) && phrase.media => Shape::Outlet,
        // `a source of water`, `the source of the leak`
        () if class.is(Class::SOURCE) && words.word(head + 1) == "of" => Shape::Thing,
        () if class.is(Class::SOURCE) => Shape::Source,
        () if class.is(Class::SPOKES) => Shape::Spokes,
        () if class.is(Class::OFFICE)
            && unique
            && !(class.is(Class::ROLE.or(Class::INSIDER)) && phrase.determiner == Determiner::Bare) =>
        {
            Shape::Office
        }
        () if class.is(Class::COUNSEL)
            && (possessed || phrase.determiner == Determiner::Possessive || words.word(head + 1) == "for") =>
        {
            Shape::Counsel
        }
        () if class.is(Class::INSIDER) => Shape::Insider,
        () if class.is(Class::KIN)
            && (phrase.determiner == Determiner::Possessive || words.word(head + 1) == "of")
            && !phrase.counted =>
        {
            Shape::Kin
        }
        // `figures show`, but `party figures say`
        () if class.is(Class::DOCUMENT) && class.is(Class::PERSON) && !of_people(words, phrase) => Shape::Document,
        () if class.is(Class::PERSON) => Shape::Person,
        () if class.is(Class::GROUP) && !class.is(Class::ROLE) => Shape::Group,
        () if class.is(Class::ROLE)
            && class.is(Class::INSTITUTION.or(Class::DOCUMENT))
            && !plural
            && phrase.determiner == Determiner::Definite =>
        {
            Shape::Institution
        }
        () if class.is(Class::ROLE.or(Class::COUNSEL)) => Shape::Role,
        () if class.is(Class::OFFICE) => Shape::Role,
        () if class.is(Class::KIN) => Shape::Role,
        // `three different groups`, `a faction of officers`: people counted by the group, no body with a name.
        () if phrase.counted && is_band(words.word(head))
            || is_band(words.word(head))
                && words.word(head + 1) == "of"
                && (head + 2..head + 5).any(|i| words.is(i, PEOPLE)) =>
        {
            Shape::Group
        }
        () if class.is(Class::INSTITUTION) => Shape::Institution,
        () if class.is(Class::OUTLET) => Shape::Outlet,
        () if class.is(Class::DOCUMENT) => Shape::Document,
        () if class.is(Class::THING) => Shape::Thing,
        () if class.is(Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE)) => Shape::Group,
        () if class.is_empty() && is_doer(words.word(head)) => Shape::Role,
        () => Shape::Other,
    }
}

/// A word that goes with people stands before the head.
fn of_people(words: &Words, phrase: &Phrase) -> bool {
    let people = Class::SENIORITY
        .or(Class::AGENCY)
        .or(Class::SIDE)
        .or(Class::INSTITUTION)
        .or(Class::NATIONALITY);
    !phrase.plural_hint(words) || (phrase.core.start..phrase.head).any(|i| words.is(i, people))
}

/// A number of people that is no body with a name.
pub(super) fn is_band(word: &str) -> bool {
    matches!(
        word,
        "group" | "groups" | "faction" | "factions" | "band" | "bands" | "crowd" | "crowds" | "circle" | "circles"
    )
}

/// A noun no table knows, with an ending that people have: `bookbinder`, `cellist`.
fn is_doer(word: &str) -> bool {
    let one = word.strip_suffix('s').unwrap_or(word);
    word.len() > 5 && ["er", "or", "ist", "man", "woman"].iter().any(|e| one.ends_with(e))
}

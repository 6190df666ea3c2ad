//! What the head of a phrase is.

use crate::document::english::noun::behind;
use crate::document::english::noun::name::after_titles;
use crate::document::english::noun::{Determiner, NounPhrase, is_doer, is_plural};
use crate::document::source::words::{Class, PEOPLE, Words, listed, takes, usage};

/// What the head of a phrase is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A person's name, alone or with a description.
    Name,
    /// A capitalised name of an organisation or place.
    Organisation,
    /// `he`, `who`, and what is joined to it.
    Pronoun,
    /// `source`, `insider`
    Source,
    /// `official`, `aide`
    Insider,
    /// `soldier`, `neighbour`
    Role,
    /// `person`, `people`, `those`
    Person,
    /// `critics`, `voters`
    Group,
    /// `spokeswoman`
    Spokes,
    /// `lawyer`
    Counsel,
    /// `wife`
    Kin,
    /// `president`, one at a time
    Office,
    /// `ministry`
    Institution,
    /// `newspaper`
    Outlet,
    /// `report`
    Document,
    /// `move`
    Thing,
    /// A noun no table knows.
    Other,
}

pub(super) fn shape(words: &Words, phrase: &NounPhrase) -> Shape {
    if phrase.pronoun {
        return Shape::Pronoun;
    }
    match phrase.proper {
        Some(first) => proper(words, phrase, first),
        None => common(words, phrase),
    }
}

/// The shape of a phrase that ends in capitals, from `first` on.
fn proper(words: &Words, phrase: &NounPhrase, first: usize) -> Shape {
    let head = phrase.head;
    let class = words.class(head);
    let single = first == head;
    let described = (phrase.core.start..first).any(|i| words.is(i, PEOPLE.or(Class::OFFICE)));
    let organised = class.is(Class::INSTITUTION.or(Class::OUTLET))
        || !single && class.is(Class::FIRM)
        || (first..head).any(|i| words.is(i, Class::INSTITUTION) && !words.is(i, Class::OFFICE));
    if bears_name(words, phrase, first) {
        return Shape::Name;
    }
    // `BBC`, `SAVE OB`; but `LENA VOLD` is somebody written loud.
    let short = single || (first..=head).any(|i| words.word(i).chars().count() <= 3);
    let capitals = short
        && (first..=head).all(|i| words.is_upper(i))
        && words.word(head).chars().count() > 1
        && !words.shouts(head);
    // `one Republican`, `another Democrat`
    let counted = phrase.counted || phrase.determiner == Determiner::Indefinite;
    if single && counted && class.is(Class::SIDE) && class.is(Class::GROUP.or(Class::HOLDER)) {
        return if is_plural(words, head) {
            Shape::Group
        } else {
            Shape::Role
        };
    }
    if class.is(Class::DOCUMENT) && !class.is(Class::INSTITUTION) && !single {
        return Shape::Document;
    }
    let titled = after_titles(words, phrase.core.start, head + 1).is_some();
    let many = class.is(Class::GROUP) && is_plural(words, head);
    if titled || described && !organised && !capitals && !many {
        return Shape::Name;
    }
    // A capital does not make a name of a role: `White House Officials`, in a headline.
    let role = match () {
        () if single && class.is(Class::OFFICE) && phrase.determiner == Determiner::Definite => Some(Shape::Office),
        () if class.is(Class::SOURCE) => Some(Shape::Source),
        () if class.is(Class::INSIDER) => Some(Shape::Insider),
        () if class.is(Class::SPOKES) => Some(Shape::Spokes),
        () if class.is(Class::OFFICE) && !words.is(first, Class::TITLE) && !organised => Some(Shape::Office),
        () => None,
    };
    if let Some(role) = role {
        return role;
    }
    let placed = Class::PLACE.or(Class::NATIONALITY);
    let place = class.is(Class::PLACE) && (first..head).all(|i| words.is(i, placed) || words.word(i) == "new");
    let pointed = matches!(phrase.determiner, Determiner::Definite | Determiner::Indefinite);
    match () {
        () if single && is_people_of(words, head) => Shape::Group,
        () if single && place && words.written(head).is_somebody() => Shape::Name,
        () if organised || capitals || pointed || class.is(Class::NATIONALITY) || place => Shape::Organisation,
        () if many => Shape::Group,
        () => Shape::Name,
    }
}

/// Whether a capital calls those who live in a place or belong to a faith: `Palestinians`, `Orrinians`.
fn is_people_of(words: &Words, head: usize) -> bool {
    let word = words.word(head);
    let ending = ["ians", "eans", "icans", "ites"].iter().any(|e| word.ends_with(e));
    ending && word.len() > 6 && words.class(head).is_empty()
        || word
            .strip_suffix('s')
            .is_some_and(|one| listed(one).is(Class::NATIONALITY))
}

/// Whether a run of capitals is a person's name though its last word is a rank, a place or a body elsewhere: `Kwabena King, who`,
/// `Olu Page, a beekeeper,`, `Grace Church`.
fn bears_name(words: &Words, phrase: &NounPhrase, first: usize) -> bool {
    let head = phrase.head;
    let given = words.is(first, Class::MAN.or(Class::WOMAN));
    let unlisted = (first..head).all(|i| words.class(i).is_empty());
    if head != first + 1 || !(given || unlisted) {
        return false;
    }
    let behind = phrase.behind.tokens.start;
    let told =
        words.is_mark(behind, &[","]) && (words.word(behind + 1) == "who" || behind::is_person(words, behind + 1));
    told || given
        && words.is(head, Class::OFFICE.or(Class::PLACE).or(Class::DOCUMENT))
        && !words.is(head, Class::INSTITUTION.or(Class::FIRM))
}

/// The shape of a phrase that ends in a common noun.
fn common(words: &Words, phrase: &NounPhrase) -> Shape {
    let head = phrase.head;
    let class = words.class(head);
    let plural = is_plural(words, head);
    let followed = |word: &str| words.word(head + 1) == word;
    let indefinite = phrase.determiner == Determiner::Indefinite;
    let possessed = phrase.determiner == Determiner::Possessive;
    let unique = !plural && !phrase.counted && !phrase.vague && !indefinite;
    let bare = phrase.determiner == Determiner::Bare || phrase.core.start == head;
    let hired = class.is(Class::ROLE.or(Class::INSIDER)) && phrase.determiner == Determiner::Bare;
    let media = phrase.core.start < head && words.is(head - 1, Class::MEDIA);
    match () {
        () if class.is(Class::SOURCE) && media => Shape::Outlet,
        // `a source of water`, `the source of the leak`
        () if class.is(Class::SOURCE) && followed("of") => Shape::Thing,
        () if class.is(Class::SOURCE) => Shape::Source,
        () if class.is(Class::SPOKES) => Shape::Spokes,
        () if class.is(Class::OFFICE) && unique && !hired => Shape::Office,
        // `the airport's chief executive`
        () if class.is(PEOPLE) && unique && !bare && words.is(head - 1, Class::OFFICE) => Shape::Office,
        // `her deputy`
        () if possessed && unique && matches!(words.word(head), "deputy" | "successor" | "predecessor") => {
            Shape::Office
        }
        () if class.is(Class::COUNSEL) && (possessed || phrase.possessor.is_some() || followed("for")) => {
            Shape::Counsel
        }
        () if class.is(Class::INSIDER) => Shape::Insider,
        () if class.is(Class::KIN) && (possessed || followed("of")) && !phrase.counted => Shape::Kin,
        // `figures show`, but `party figures say`
        () if class.is(Class::DOCUMENT) && class.is(Class::PERSON) && !of_people(words, phrase) => Shape::Document,
        () if class.is(Class::PERSON) => Shape::Person,
        () if class.is(Class::GROUP) && class.is(Class::INSTITUTION) && !phrase.counted => Shape::Institution,
        () if class.is(Class::GROUP) && !class.is(Class::ROLE) => Shape::Group,
        () if class.is(Class::ROLE)
            && class.is(Class::INSTITUTION.or(Class::DOCUMENT))
            && !plural
            && phrase.determiner == Determiner::Definite =>
        {
            Shape::Institution
        }
        () if class.is(Class::ROLE.or(Class::COUNSEL).or(Class::OFFICE).or(Class::KIN)) => Shape::Role,
        () if is_band(words.word(head)) && (phrase.counted || followed("of") && holds_people(words, head)) => {
            Shape::Group
        }
        () if class.is(Class::INSTITUTION) => Shape::Institution,
        () if class.is(Class::OUTLET) => Shape::Outlet,
        () if class.is(Class::DOCUMENT) => Shape::Document,
        () if class.is(Class::THING) => Shape::Thing,
        () if class.is(Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE)) => Shape::Group,
        () if is_doer(words, head) => Shape::Role,
        () => Shape::Other,
    }
}

/// `a faction of officers`: people counted by the group, no body with a name.
fn holds_people(words: &Words, head: usize) -> bool {
    (head + 2..head + 5).any(|i| words.is(i, PEOPLE))
}

/// A word that goes with people stands before the head.
fn of_people(words: &Words, phrase: &NounPhrase) -> bool {
    let people = Class::SENIORITY
        .or(Class::AGENCY)
        .or(Class::SIDE)
        .or(Class::INSTITUTION)
        .or(Class::NATIONALITY);
    !is_plural(words, phrase.head) || phrase.before_head().any(|i| words.is(i, people))
}

/// A number of people that is no body with a name.
pub(super) fn is_band(word: &str) -> bool {
    takes(word, usage::BAND)
}

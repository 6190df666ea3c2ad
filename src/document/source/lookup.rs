//! What the source tables say of a single word, for the layers above this one.

use crate::document::source::words::{Class, PEOPLE, listed};

/// Whether a folded noun calls people: "inspector", "sources", "widow".
pub(crate) fn names_people(word: &str) -> bool {
    listed(word).is(PEOPLE.or(Class::KIN).or(Class::OFFICE).or(Class::HOLDER))
}

/// Whether a folded word has a place in the tables that is no person's name: a place, a people, a body, a thing.
pub(crate) fn is_no_surname(word: &str) -> bool {
    let bodies = Class::INSTITUTION
        .or(Class::OUTLET)
        .or(Class::DOCUMENT)
        .or(Class::THING);
    let places = Class::PLACE.or(Class::NATIONALITY).or(Class::HOUSEHOLD);
    listed(word).is(bodies.or(places).or(PEOPLE))
}

/// Whether a folded word counts or determines those it heads: "one", "several", "another".
pub(crate) fn counts(word: &str) -> bool {
    let quantities = Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE);
    listed(word).is(quantities.or(Class::OTHER).or(Class::INDEFINITE))
}

/// Whether a folded word stands for somebody named elsewhere: "he", "this", "one".
pub(crate) fn stands_for_another(word: &str) -> bool {
    listed(word).is(Class::PRONOUN.or(Class::DEMONSTRATIVE).or(Class::INDEFINITE))
}

#[cfg(test)]
mod tests {
    use super::{is_no_surname, names_people};

    #[test]
    fn people_are_told_from_things_and_names() {
        assert!(["inspector", "officials", "sources"].iter().all(|w| names_people(w)));
        assert!(!["things", "situation", "quillon"].iter().any(|w| names_people(w)));
        assert!(["argentina", "officials"].iter().all(|w| is_no_surname(w)));
        assert!(!is_no_surname("quillon"));
    }
}

//! How fully an unnamed source is described: what a reader is told instead of the name.

use std::ops::Range;

use crate::document::source::phrase::{Phrase, Shape};
use crate::document::source::words::{Class, PEOPLE, Words, usage};

/// What a description tells about people who are not named.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Description {
    /// What they do: "a diplomat", not "a source" or "an official".
    pub role: bool,
    /// Where they do it: "a Treasury official".
    pub agency: bool,
    /// How high, or that they no longer do: "senior", "former".
    pub seniority: bool,
    /// How they know: "who attended the meeting".
    pub access: bool,
    /// Whose side they are on: "a rebel commander", "an ally of the mayor".
    pub side: bool,
}

impl Description {
    /// How many of the five are told.
    pub fn count(&self) -> usize {
        [self.role, self.agency, self.seniority, self.access, self.side]
            .iter()
            .filter(|f| **f)
            .count()
    }

    /// What several mentions tell together.
    pub fn or(self, other: Description) -> Description {
        Description {
            role: self.role || other.role,
            agency: self.agency || other.agency,
            seniority: self.seniority || other.seniority,
            access: self.access || other.access,
            side: self.side || other.side,
        }
    }

    /// The told facets, in words.
    pub fn told(&self) -> Vec<&'static str> {
        [
            (self.role, "role"),
            (self.agency, "agency"),
            (self.seniority, "seniority"),
            (self.access, "access"),
            (self.side, "side"),
        ]
        .into_iter()
        .filter_map(|(told, name)| told.then_some(name))
        .collect()
    }
}

/// Grades one phrase.
pub(crate) fn describe(words: &Words, phrase: &Phrase) -> Description {
    let head = phrase.head;
    let mut told = Description {
        access: phrase.access,
        ..Description::default()
    };
    told.role = match phrase.shape {
        Shape::Source | Shape::Person | Shape::Group => false,
        Shape::Insider => !words.does(head, usage::BLAND),
        _ => true,
    };
    let modifiers = phrase.core.start..head;
    read(words, modifiers, &mut told);
    // Behind the head: `with the ministry`, `close to the mayor`, `at Acme Corp.`
    let behind = head + 1..phrase.tokens.end;
    for i in behind.clone() {
        let class = words.class(i);
        // "an adviser to the rival bidder"
        if words.word(head + 1) == "to" && i > head + 1 && class.is(PEOPLE.or(Class::OFFICE)) {
            told.side = true;
            break;
        }
        if words.is_proper(i) || class.is(Class::INSTITUTION.or(Class::AGENCY)) && i > head + 1 {
            match words.word(head + 1) {
                "close" | "loyal" | "to" => told.side = true,
                _ => told.agency |= words.does(head + 1, usage::BELONGING),
            }
            break;
        }
    }
    told
}

fn read(words: &Words, modifiers: Range<usize>, told: &mut Description) {
    for i in modifiers {
        let class = words.class(i);
        told.seniority |= class.is(Class::SENIORITY);
        told.side |= class.is(Class::SIDE);
        let determiner = class.is(Class::DEFINITE
            .or(Class::INDEFINITE)
            .or(Class::DEMONSTRATIVE)
            .or(Class::NUMBER)
            .or(Class::SEVERAL)
            .or(Class::VAGUE)
            .or(Class::OTHER));
        if class.is(Class::POSSESSIVE) || words.word(i) == "'s" {
            told.side = true;
        } else if !determiner
            && (class.is(Class::AGENCY
                .or(Class::INSTITUTION)
                .or(Class::NATIONALITY)
                .or(Class::PLACE))
                || words.is_proper(i))
        {
            told.agency = true;
        }
    }
}

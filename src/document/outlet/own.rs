//! The article's own house: the outlet that publishes it, as its record or its text tells, and what belongs to that outlet.
//!
//! A text without a record still gives its outlet away where it speaks of itself ("FRN has learned", "this newspaper"), and
//! declares its relatives ("FRN's parent organization, CSS"). Citing them is citing oneself. `chain`, `voice` and the signals ask
//! here.

use rustc_hash::FxHashSet;

use crate::document::outlet::NewsWords;
use crate::document::outlet::newsroom as words;
use crate::document::page::token::{Case, Tokens};
use crate::text::span::Span;

/// The longest name, in words.
const LONGEST: usize = 6;

/// So many bytes an article takes before a name.
const ARTICLE: usize = 5;

/// One place that names the house.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Its tokens.
    pub tokens: Tokens,
    /// Its bytes.
    pub span: Span,
    /// Whether somebody of the house is meant: "FRN's Jo Lindqvist".
    of_staff: bool,
}

/// Where an article names its own house.
#[derive(Clone, Debug, Default)]
pub(crate) struct House {
    /// In text order.
    pub places: Vec<Place>,
    /// The folded names.
    pub names: FxHashSet<String>,
    /// Whether the page or its record says that the house speaks here; that it "has learned" something is no view of its own.
    holds_views: bool,
}

impl House {
    /// Reads the names by which the text shows its own outlet and that outlet's relatives. `publisher` is folded.
    pub(crate) fn read(page: &NewsWords<'_>, publisher: Option<&str>) -> House {
        let mut house = House::default();
        match publisher.map(|p| p.strip_prefix("the ").unwrap_or(p)) {
            Some(publisher) => {
                house.names.insert(publisher.to_string());
                house.holds_views = true;
            }
            None => house.speaks_of_itself(page),
        }
        let phrases = house.relatives(page);
        if !house.names.is_empty() {
            house.every_place(page);
        }
        house.places.extend(phrases.into_iter().map(|t| place(page, t)));
        house.places.sort_by_key(|p| (p.span.start, p.span.end));
        house
    }

    /// Whether a name of the house stands at the head of these bytes, but for an article.
    pub(crate) fn opens(&self, at: Span) -> bool {
        let next = self.places.partition_point(|p| p.span.start < at.start);
        let first = self.places.get(next);
        first.is_some_and(|p| !p.of_staff && at.contains(p.span) && p.span.start <= at.start + ARTICLE)
    }

    /// The runs of tokens that name a house which speaks for itself, by their last one.
    pub(crate) fn by_end(&self) -> Vec<Tokens> {
        if !self.holds_views {
            return Vec::new();
        }
        let mut runs: Vec<Tokens> = self.places.iter().map(|p| p.tokens).collect();
        // Of two that end alike the shorter is the name.
        runs.sort_by_key(|t| (t.end, std::cmp::Reverse(t.start)));
        runs.dedup_by_key(|t| t.end);
        runs
    }

    /// Adds places that name the house by another of its names.
    pub(super) fn add(&mut self, places: impl Iterator<Item = Place>) {
        self.places.extend(places);
        self.places.sort_by_key(|p| (p.span.start, p.span.end));
        self.places.dedup();
    }

    /// "FRN is of the view", "FRN has been made aware", "FRN can reveal": only an outlet writes of itself so.
    fn speaks_of_itself(&mut self, page: &NewsWords<'_>) {
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
            let first = name_start(page, at + 1);
            // Initialisms, and names with a news word in them: "Ortiz is of the view" is somebody's opinion.
            let initials = first == at && page.tokens.get(at).is_some_and(|t| t.case == Case::Upper);
            if initials || (first..=at).any(|i| page.is(i, words::SHAPE | words::SHAPE_AIR)) {
                self.names.insert(folded(page, first, at + 1));
                self.holds_views |= rest[0] == "is";
            }
        }
    }

    /// Learns the names of relatives; gives back the phrases that declare them, whole, as a source mention would have them: "our
    /// sister publication, Harbor Weekly".
    fn relatives(&mut self, page: &NewsWords<'_>) -> Vec<Tokens> {
        let mut phrases = Vec::new();
        if !page.has(words::RELATIVE) {
            return phrases;
        }
        let mut names = Vec::new();
        for at in 1..page.tokens.len() {
            if !page.is(at, words::RELATIVE) || !is_enterprise(page, at + 1) {
                continue;
            }
            let before = at - 1;
            let ours = page.word(before) == "our";
            let owner = folded(page, name_start(page, before), before);
            // "GNR's parent organization, CTS": who else would say so?
            let initials = page
                .tokens
                .get(before.wrapping_sub(1))
                .is_some_and(|t| t.case == Case::Upper);
            let declared = initials && page.word(at) == "parent" && page.word(at + 1).starts_with("organi");
            if !(ours || page.word(before) == "'s" && (declared || self.names.contains(&owner))) {
                continue;
            }
            if declared {
                names.push(owner);
            }
            let mut name = at + 2;
            while matches!(page.word(name), "," | "the" | "tank") {
                name += 1;
            }
            let end = name_end(page, name);
            if end > name {
                phrases.push(Tokens::new(if ours { before } else { at }, end));
                names.push(folded(page, name, end));
            }
        }
        self.holds_views |= !names.is_empty();
        self.names.extend(names);
        phrases
    }

    /// Every place that says one of the names.
    fn every_place(&mut self, page: &NewsWords<'_>) {
        for at in 0..page.tokens.len() {
            if !page.name_word(at) || at > 0 && page.name_word(at - 1) {
                continue;
            }
            let end = name_end(page, at);
            if self.names.contains(&folded(page, at, end)) {
                self.places.push(place(page, Tokens::new(at, end)));
            }
        }
    }
}

pub(super) fn place(page: &NewsWords<'_>, tokens: Tokens) -> Place {
    let (first, end) = (tokens.start as usize, tokens.end as usize);
    Place {
        tokens,
        span: page.span(first, end),
        of_staff: page.word(end) == "'s" && page.name_word(end + 1),
    }
}

/// "organization" of "parent organization".
fn is_enterprise(page: &NewsWords<'_>, at: usize) -> bool {
    page.is(at, words::GENERIC) && page.word(at) != "blog"
        || matches!(
            page.word(at),
            "organization" | "organisation" | "company" | "group" | "firm"
        )
        || page.word(at) == "think" && page.word(at + 1) == "tank"
}

/// The first word of the name that ends before `end`.
fn name_start(page: &NewsWords<'_>, end: usize) -> usize {
    let from = end.saturating_sub(LONGEST - 1);
    (from..end)
        .rev()
        .take_while(|i| page.name_word(*i))
        .last()
        .unwrap_or(end)
}

/// One past the last word of the name at `at`.
fn name_end(page: &NewsWords<'_>, at: usize) -> usize {
    (at..at + LONGEST).find(|i| !page.name_word(*i)).unwrap_or(at + LONGEST)
}

fn folded(page: &NewsWords<'_>, first: usize, end: usize) -> String {
    (first..end).map(|i| page.word(i)).collect::<Vec<_>>().join(" ")
}

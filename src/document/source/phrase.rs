//! Reads one source phrase: its head, determiner, number, possessor, names and identifying clause.
//!
//! What a phrase is used for (a statement, an attitude) is not known here: that is [`super::kind`].

use std::ops::Range;

use crate::document::page::token::TokenKind;
use crate::document::source::apposition::{beside, follow};
use crate::document::source::names::after_titles;
use crate::document::source::quantity::{determine, partitive, quantify};
use crate::document::source::shape::{continues_name, is_head, is_plural, shape};
use crate::document::source::words::{Class, HEAD, Words};
use crate::document::source::{People, people};

/// How a phrase points at what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Determiner {
    /// `officials`
    Bare,
    /// `the official`
    Definite,
    /// `that person`
    Demonstrative,
    /// `an official`, `one official`, `two officials`
    Indefinite,
    /// `his aides`, `the president's aides`
    Possessive,
}

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

/// One source phrase.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Phrase {
    /// Its tokens, as given.
    pub(crate) tokens: Range<usize>,
    /// From determiner to head.
    pub(crate) core: Range<usize>,
    /// Its head.
    pub(crate) head: usize,
    pub(crate) shape: Shape,
    pub(crate) determiner: Determiner,
    pub(crate) plural: bool,
    /// A number or quantity word was given.
    pub(crate) counted: bool,
    /// `most`, `many`, `40 percent of`
    pub(crate) vague: bool,
    pub(crate) people: People,
    /// The name that identifies it, in the phrase or beside it.
    pub(crate) name: Option<Range<usize>>,
    /// An identifying clause that tells how they know: `familiar with`, `who attended`.
    pub(crate) access: bool,
    /// `unnamed`, `anonymous`
    pub(crate) unnamed: bool,
    /// `another`, `a second`
    pub(crate) other: bool,
    /// `including Jane Roe`
    pub(crate) with_names: bool,
    /// `news`, `media` before the head.
    pub(crate) media: bool,
}

/// The longest phrase that is read, in tokens.
const LONGEST: usize = 48;

const CLITIC: &str = "'s";

/// Reads the phrase in `range`; `None` when it holds no word.
pub(crate) fn read(words: &Words, range: Range<usize>) -> Option<Phrase> {
    let tokens = trim(words, range)?;
    let end = tokens.end;
    let mut start = open(words, tokens.clone());
    if is_pronoun(words, start, end) {
        return Some(Phrase {
            name: None,
            ..blank(tokens, start..start + 1, start, Shape::Pronoun)
        });
    }
    let mut phrase = blank(tokens.clone(), start..start, start, Shape::Other);
    let mut at = determine(words, &mut phrase, start, end);
    let mut head = None;
    let mut proper: Option<usize> = None;
    let mut possessors = 0;
    while at < end {
        let class = words.class(at);
        if words.word(at) == CLITIC || (words.is_mark(at, &["'"]) && head.is_some()) {
            if at + 1 < end && words.is_word(at + 1) {
                phrase.determiner = Determiner::Possessive;
                possessors += 1;
                head = None;
                proper = None;
                at = quantify(words, &mut phrase, at + 1, end);
                continue;
            }
            break;
        }
        if !words.is_word(at) {
            let joins = words.is_mark(at, &[","]) && head.is_none_or(|h| !words.is(h, HEAD)) && proper.is_none();
            let number = words.kind(at) == Some(TokenKind::Number);
            if !joins && !number && !words.is_mark(at, &["\"", "'"]) {
                break;
            }
            at += 1;
            // What stood before the comma was no part of it: `despite its promises, Roe said`.
            if joins && head.is_some() && words.is_proper(at) {
                start = at;
                phrase.determiner = Determiner::Bare;
                head = None;
            }
            continue;
        }
        if matches!(words.word(at), "and" | "or" | "&") {
            let ends = head.is_some_and(|h: usize| is_head(words, h))
                || proper.is_some_and(|_| !words.is(at.saturating_sub(1), Class::SENIORITY.or(Class::NATIONALITY)));
            if ends && !continues_name(words, at, end) {
                break;
            }
            at += 1;
            continue;
        }
        if head.is_some() && class.is(Class::BREAK) && !words.is_proper(at) {
            if words.word(at) == "of" {
                if let Some(next) = partitive(words, &mut phrase, head, at, end) {
                    head = None;
                    proper = None;
                    at = next;
                    continue;
                }
                if continues_name(words, at, end) {
                    at += 1;
                    continue;
                }
            }
            break;
        }
        if head.is_some_and(|h| words.is(h, HEAD) && words.word(at).ends_with("ed"))
            && !class.is(HEAD)
            && !words.is_capital(at)
        {
            break;
        }
        // `Maduro back in May stated`
        if class.is(Class::FUNCTION)
            && !words.is_capital(at)
            && (proper.is_some() || head.is_some_and(|h| is_head(words, h)))
            && !class.is(HEAD.or(Class::PARTICLE))
            && class.is_empty()
        {
            break;
        }
        if words.is_proper(at) {
            proper = proper.or(Some(at));
        } else if proper.is_some()
            && !class.is(HEAD.or(Class::AGENCY).or(Class::SENIORITY).or(Class::SIDE))
            && class.is(Class::PARTICLE)
        {
            at += 1;
            continue;
        } else {
            proper = None;
        }
        if class.is(Class::UNNAMED) {
            phrase.unnamed = true;
        }
        head = Some(at);
        at += 1;
    }
    let head = head?;
    phrase.head = head;
    phrase.core = start..head + 1;
    phrase.media = (start..head).any(|i| words.is(i, Class::MEDIA)) && words.is(head.saturating_sub(1), Class::MEDIA);
    phrase.shape = shape(words, &phrase, proper, possessors > 0);
    phrase.plural = is_plural(words, head);
    phrase.people = people::count(words, phrase.core.clone(), phrase.plural);
    // `one of the teachers`
    phrase.plural &= !(phrase.people.exact && phrase.people.at_least == 1);
    follow(words, &mut phrase, at, end);
    beside(words, &mut phrase);
    if matches!(phrase.shape, Shape::Name) && phrase.name.is_none() {
        phrase.name = Some(after_titles(words, start, head + 1).or(proper).unwrap_or(head)..head + 1);
    }
    if phrase.name.is_some()
        && !matches!(
            phrase.shape,
            Shape::Organisation | Shape::Institution | Shape::Document | Shape::Outlet | Shape::Thing
        )
    {
        phrase.shape = Shape::Name;
    }
    Some(phrase)
}

fn blank(tokens: Range<usize>, core: Range<usize>, head: usize, shape: Shape) -> Phrase {
    Phrase {
        tokens,
        core,
        head,
        shape,
        determiner: Determiner::Bare,
        plural: false,
        counted: false,
        vague: false,
        people: People {
            at_least: 1,
            exact: true,
        },
        name: None,
        access: false,
        unnamed: false,
        other: false,
        with_names: false,
        media: false,
    }
}

/// Drops marks at both ends.
fn trim(words: &Words, range: Range<usize>) -> Option<Range<usize>> {
    let mut first = range.start;
    let mut end = range.end.min(words.len()).min(range.start.saturating_add(LONGEST));
    while first < end && !words.is_word(first) && words.kind(first) != Some(TokenKind::Number) {
        first += 1;
    }
    while end > first && !words.is_word(end - 1) {
        end -= 1;
    }
    // What a cut left hanging: `an architect who`, `the council in`.
    while end > first + 1
        && (words.word(end - 1) == CLITIC
            || words.is(end - 1, Class::BREAK.or(Class::PRONOUN))
                && words.is(end - 1, Class::FUNCTION)
                && !words.is_capital(end - 1)
                && !words.is(end - 1, HEAD))
    {
        end -= 1;
    }
    (first < end).then_some(first..end)
}

/// Passes conjunctions and prepositions that a span may open with.
fn open(words: &Words, tokens: Range<usize>) -> usize {
    let mut at = tokens.start;
    while at + 1 < tokens.end
        && words.is(at, Class::OPENER)
        && !words.is_proper(at)
        && !matches!(words.word(at + 1), "least" | "most" | "than")
    {
        at += 1;
    }
    // `signs that some voters`: the word joins a clause.
    if at + 1 < tokens.end
        && words.word(at) == "that"
        && words.is(
            at + 1,
            Class::VAGUE
                .or(Class::SEVERAL)
                .or(Class::DEFINITE)
                .or(Class::INDEFINITE)
                .or(Class::POSSESSIVE),
        )
    {
        at += 1;
    }
    at
}

fn is_pronoun(words: &Words, at: usize, end: usize) -> bool {
    let class = words.class(at);
    let initials = words.is_upper(at) && matches!(words.word(at), "us" | "it" | "who") && !words.shouts(at);
    if !class.is(Class::PRONOUN) || initials {
        return false;
    }
    let next = at + 1;
    if next >= end {
        return !class.is(Class::DEMONSTRATIVE) || words.word(at) == "that";
    }
    match words.word(at) {
        "his" | "her" | "their" | "its" => false,
        "whose" => true,
        "that" => words.is_mark(next, &[","]) || words.is(next, Class::MANNER),
        "who" | "which" | "whom" => true,
        _ => !words.is_word(next) || !words.is(next, HEAD) || words.is(next, Class::OPENER),
    }
}

impl Phrase {
    pub(super) fn plural_hint(&self, words: &Words) -> bool {
        is_plural(words, self.head)
    }

    /// Whether it names people whose name could be given.
    pub(crate) fn is_people(&self) -> bool {
        matches!(
            self.shape,
            Shape::Source | Shape::Insider | Shape::Role | Shape::Person | Shape::Group
        )
    }
}

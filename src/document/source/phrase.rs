//! Reads one source phrase: its head, determiner, number, possessor, names and identifying clause.
//!
//! What a phrase is used for (a statement, an attitude) is not known here: that is [`super::kind`].

use std::ops::Range;

use crate::document::source::words::{Class, HEAD, PEOPLE, Words};
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
    let start = open(words, tokens.clone());
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
            let number = words.kind(at) == Some(crate::document::token::TokenKind::Number);
            if !joins && !number && !words.is_mark(at, &["\"", "'"]) {
                break;
            }
            at += 1;
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
    follow(words, &mut phrase, at, end);
    beside(words, &mut phrase);
    if matches!(phrase.shape, Shape::Name) && phrase.name.is_none() {
        phrase.name = Some(proper.unwrap_or(head)..head + 1);
    }
    if phrase.name.is_some()
        && !matches!(
            phrase.shape,
            Shape::Organisation | Shape::Institution | Shape::Document | Shape::Outlet | Shape::Thing
        )
    {
        phrase.shape = Shape::Name;
    }
    let plural = phrase.plural;
    phrase.people = people::count(words, phrase.core.clone(), plural);
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
    while first < end && !words.is_word(first) && words.kind(first) != Some(crate::document::token::TokenKind::Number) {
        first += 1;
    }
    while end > first && !words.is_word(end - 1) {
        end -= 1;
    }
    while end > first && words.word(end - 1) == CLITIC {
        end -= 1;
    }
    (first < end).then_some(first..end)
}

/// Passes conjunctions and prepositions that a span may open with.
fn open(words: &Words, tokens: Range<usize>) -> usize {
    let mut at = tokens.start;
    while at + 1 < tokens.end && words.is(at, Class::OPENER) && !words.is_proper(at) {
        at += 1;
    }
    at
}

fn is_pronoun(words: &Words, at: usize, end: usize) -> bool {
    let class = words.class(at);
    if !class.is(Class::PRONOUN) || (words.is_upper(at) && words.word(at).len() > 1 && words.word(at) != "i") {
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

/// Reads determiner and quantity; gives the first token behind them.
fn determine(words: &Words, phrase: &mut Phrase, start: usize, end: usize) -> usize {
    let mut at = start;
    let class = words.class(at);
    if class.is(Class::POSSESSIVE) {
        phrase.determiner = Determiner::Possessive;
        at += 1;
    } else if class.is(Class::DEFINITE) {
        phrase.determiner = Determiner::Definite;
        at += 1;
    } else if class.is(Class::DEMONSTRATIVE) && at + 1 < end && words.is_word(at + 1) && !words.is(at + 1, Class::BREAK)
    {
        phrase.determiner = Determiner::Demonstrative;
        at += 1;
    } else if class.is(Class::INDEFINITE) {
        phrase.determiner = Determiner::Indefinite;
        phrase.other = words.word(at) == "another";
        at += 1;
    }
    quantify(words, phrase, at, end)
}

/// Reads `at least two dozen`, `several other`; gives the first token behind.
fn quantify(words: &Words, phrase: &mut Phrase, start: usize, end: usize) -> usize {
    let mut at = start;
    while at < end {
        let class = words.class(at);
        let number = words.kind(at) == Some(crate::document::token::TokenKind::Number)
            || class.is(Class::NUMBER.or(Class::SEVERAL));
        // `number`, `pair`, `group` count only before `of`.
        let noun = class.is(Class::SEVERAL)
            && class.is(HEAD.or(Class::SEVERAL))
            && matches!(
                words.word(at),
                "number"
                    | "group"
                    | "pair"
                    | "trio"
                    | "range"
                    | "variety"
                    | "host"
                    | "string"
                    | "slew"
                    | "series"
                    | "parade"
                    | "handful"
                    | "couple"
            );
        if number && !noun {
            phrase.counted = true;
        } else if class.is(Class::VAGUE) {
            phrase.vague = true;
        } else if class.is(Class::OTHER) && !words.is(at, Class::PERSON) {
            phrase.other = true;
        } else if class.is(Class::PERSON) && words.word(at) == "others" {
            break;
        } else if !(class.is(Class::BOUND) || matches!(words.word(at), "than" | "as" | "the")) {
            break;
        } else if at > start && words.word(at) == "the" {
            break;
        }
        if phrase.determiner == Determiner::Bare && number {
            phrase.determiner = Determiner::Indefinite;
        }
        // A quantity that stands alone is the head: `some say`, `one of them`.
        if at + 1 >= end || (words.is(at + 1, Class::BREAK) && words.word(at + 1) != "of") {
            return at;
        }
        if words.word(at + 1) == "of" {
            return at;
        }
        at += 1;
    }
    at
}

/// `one of the officials`, `a number of aides`: the noun behind `of` is the head.
fn partitive(words: &Words, phrase: &mut Phrase, head: Option<usize>, of: usize, end: usize) -> Option<usize> {
    let quantity = head?;
    let class = words.class(quantity);
    let number = words.kind(quantity) == Some(crate::document::token::TokenKind::Number);
    if !(number
        || class.is(Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE).or(Class::INDEFINITE))
        || words.word(quantity) == "members")
        || of + 1 >= end
    {
        return None;
    }
    if words.word(quantity) == "members" {
        return None;
    }
    phrase.counted |= number || class.is(Class::NUMBER.or(Class::SEVERAL));
    phrase.vague |= class.is(Class::VAGUE);
    let mut at = of + 1;
    if words.is(at, Class::DEFINITE.or(Class::POSSESSIVE).or(Class::DEMONSTRATIVE)) {
        at += 1;
    }
    if phrase.determiner == Determiner::Bare {
        phrase.determiner = Determiner::Indefinite;
    }
    Some(quantify(words, phrase, at, end))
}

fn is_head(words: &Words, i: usize) -> bool {
    words.is(i, HEAD) && !words.is(i, Class::SENIORITY)
}

/// `Secretary of State`, `Smith & Sons`: a small word inside a capitalised name.
fn continues_name(words: &Words, at: usize, end: usize) -> bool {
    at > 0
        && at + 1 < end
        && words.is_proper(at - 1)
        && words.is_proper(at + 1)
        && (words.word(at) != "and" || words.is(at + 2, Class::INSTITUTION))
}

fn is_plural(words: &Words, head: usize) -> bool {
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

fn shape(words: &Words, phrase: &Phrase, proper: Option<usize>, possessed: bool) -> Shape {
    let head = phrase.head;
    let class = words.class(head);
    if let Some(first) = proper {
        let run = head + 1 - first;
        let described = (phrase.core.start..first).any(|i| words.is(i, PEOPLE.or(Class::OFFICE)));
        let organised = class.is(Class::INSTITUTION.or(Class::OUTLET))
            || (first..head).any(|i| words.is(i, Class::INSTITUTION) && !words.is(i, Class::OFFICE));
        let capitals = run == 1 && words.is_upper(head) && words.word(head).chars().count() > 1;
        if class.is(Class::DOCUMENT) && !class.is(Class::INSTITUTION) && run > 1 {
            return Shape::Document;
        }
        if described && !organised {
            return Shape::Name;
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
            || run == 1 && class.is(Class::PLACE)
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
        () if class.is(Class::INSTITUTION) => Shape::Institution,
        () if class.is(Class::OUTLET) => Shape::Outlet,
        () if class.is(Class::DOCUMENT) => Shape::Document,
        () if class.is(Class::THING) => Shape::Thing,
        () if class.is(Class::NUMBER.or(Class::SEVERAL).or(Class::VAGUE)) => Shape::Group,
        () => Shape::Other,
    }
}

impl Phrase {
    fn plural_hint(&self, words: &Words) -> bool {
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

/// Ways to say how somebody knows.
fn is_access(words: &Words, at: usize) -> bool {
    match words.word(at) {
        "familiar" | "briefed" | "privy" | "knowledgeable" => true,
        "close" => words.word(at + 1) == "to",
        "aware" => words.word(at + 1) == "of",
        "involved" | "present" | "participating" => true,
        "inside" | "within" => true,
        "with" => (1..5).any(|d| matches!(words.word(at + d), "knowledge" | "insight" | "access" | "ties")),
        "interviewed" | "contacted" | "reached" => true,
        "who" => (1..5).any(|d| {
            matches!(
                words.word(at + d),
                "attended"
                    | "spoke"
                    | "participated"
                    | "asked"
                    | "requested"
                    | "declined"
                    | "insisted"
                    | "heard"
                    | "witnessed"
                    | "saw"
                    | "seen"
                    | "reviewed"
                    | "worked"
                    | "works"
                    | "helped"
                    | "took"
                    | "briefed"
                    | "familiar"
                    | "know"
                    | "knows"
                    | "authorized"
                    | "authorised"
                    | "identified"
                    | "named"
                    | "relayed"
                    | "talked"
                    | "discussed"
                    | "met"
            )
        }),
        "i've" | "we've" => true,
        "speaking" | "granted" => true,
        _ => false,
    }
}

/// What stands behind the head: access clauses, names in apposition.
fn follow(words: &Words, phrase: &mut Phrase, from: usize, end: usize) {
    phrase.access = (from..end.max(from + 1)).any(|i| is_access(words, i));
    for at in from..end {
        if words.word(at) == "including" || (words.word(at) == "like" && words.is_proper(at + 1)) {
            phrase.with_names |= (at + 1..(at + 5).min(end))
                .any(|i| words.is_proper(i) && !words.is(i, Class::AGENCY.or(Class::NATIONALITY)));
        }
    }
    if !phrase.plural || phrase.counted {
        phrase.name = (from..end)
            .filter(|i| words.is_mark(*i, &[","]))
            .find_map(|i| name_at(words, i + 1, end));
    }
}

/// Looks past the span for an apposition that names: `…, John Weaver,` behind it, `John Weaver, …` before it.
fn beside(words: &Words, phrase: &mut Phrase) {
    if phrase.name.is_some()
        || !phrase.is_people()
            && !matches!(
                phrase.shape,
                Shape::Spokes | Shape::Counsel | Shape::Office | Shape::Kin
            )
    {
        return;
    }
    let end = phrase.tokens.end;
    if phrase.core.end == end || phrase.tokens.end < words.len() {
        if words.is_mark(end, &[","]) && !words.breaks_before(end + 1) {
            phrase.name = name_at(words, end + 1, words.len()).filter(|n| !phrase.plural && closes(words, n.end));
        }
    }
    let start = phrase.core.start;
    if phrase.name.is_none() && start >= 2 && words.is_mark(start - 1, &[","]) {
        let mut first = start - 1;
        if words.kind(first - 1) == Some(crate::document::token::TokenKind::Number)
            && first >= 4
            && words.is_mark(first - 2, &[","])
        {
            first -= 2;
        }
        let last = first;
        while first > 0 && last - first < 4 && words.is_capital(first - 1) && !words.breaks_before(first) {
            first -= 1;
        }
        if last - first >= 2
            && !phrase.plural
            && (first..last)
                .all(|i| !words.is(i, Class::AGENCY.or(Class::INSTITUTION)) || words.class(i).is(Class::TITLE))
        {
            phrase.name = Some(first..last);
        }
    }
}

/// An apposition is closed by a comma, a cue or the end of its sentence; an enumeration goes on.
fn closes(words: &Words, at: usize) -> bool {
    !words.is_word(at)
        || words.is(
            at,
            Class::SAYING
                .or(Class::POSTING)
                .or(Class::DECLINING)
                .or(Class::THINKING)
                .or(Class::BREAK),
        )
}

/// A capitalised name of two words or more, a title allowed before it.
fn name_at(words: &Words, start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    let mut capitals = 0;
    let mut titled = false;
    while at < end.min(words.len()) && at < start + 6 && words.is_word(at) {
        let class = words.class(at);
        if words.is_capital(at) {
            if at == start && class.is(Class::TITLE) {
                titled = true;
            }
            if class.is(Class::INSTITUTION) && !class.is(Class::OFFICE.or(Class::TITLE)) {
                return None;
            }
            capitals += 1;
        } else if !(class.is(Class::PARTICLE) && capitals > 0) {
            break;
        }
        at += 1;
    }
    let _ = titled;
    (capitals >= 2).then_some(start..at)
}

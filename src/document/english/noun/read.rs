//! Reads one phrase from determiner to head.

use std::ops::Range;

use crate::document::english::noun::behind::Behind;
use crate::document::english::noun::count;
use crate::document::english::noun::name::continues_name;
use crate::document::english::noun::quantity::{determine, partitive, quantify};
use crate::document::english::noun::words::{Class, DETERMINER, HEAD, PEOPLE, Words};
use crate::document::english::noun::{Determiner, NounPhrase, People, is_plural};
use crate::document::page::token::{Case, TokenKind, Tokens};

/// The longest phrase that is read, in tokens.
const LONGEST: usize = 48;

const CLITIC: &str = "'s";

/// Reads the phrase in `range`; `None` when it holds no word.
pub(crate) fn read(words: &Words, range: Range<usize>) -> Option<NounPhrase> {
    let tokens = trim(words, range)?;
    let end = tokens.end;
    let start = open(words, tokens.clone());
    if is_pronoun(words, start, end) {
        let mut phrase = blank(tokens, start..start + 1, start);
        phrase.pronoun = true;
        return Some(phrase);
    }
    let mut phrase = blank(tokens, start..start, start);
    let at = determine(words, &mut phrase, start, end);
    let mut reader = Reader {
        words,
        end,
        at,
        start,
        head: None,
        phrase: NounPhrase { first: at, ..phrase },
    };
    while reader.at < end && reader.step().is_some() {}
    let Reader {
        at,
        start,
        head,
        mut phrase,
        ..
    } = reader;
    let head = head?;
    phrase.head = head;
    phrase.core = start..head + 1;
    phrase.plural = is_plural(words, head);
    phrase.people = count::count(words, phrase.core.clone(), phrase.plural);
    phrase.plural &= phrase.people != People::ONE;
    phrase.part(words);
    phrase.behind = Behind::read(words, &phrase, at);
    Some(phrase)
}

fn blank(tokens: Range<usize>, core: Range<usize>, head: usize) -> NounPhrase {
    NounPhrase {
        tokens,
        core,
        head,
        determiner: Determiner::Bare,
        plural: false,
        counted: false,
        vague: false,
        other: false,
        people: People::ONE,
        unnamed: false,
        first: head,
        proper: None,
        own_name: None,
        title: None,
        possessor: None,
        pronoun: false,
        behind: Behind::default(),
    }
}

/// A phrase on its way from determiner to head.
struct Reader<'a, 'w> {
    words: &'a Words<'w>,
    end: usize,
    at: usize,
    start: usize,
    /// The last word that could be the head.
    head: Option<usize>,
    phrase: NounPhrase,
}

impl Reader<'_, '_> {
    /// Takes the next token into the phrase; `None` where the phrase has ended.
    fn step(&mut self) -> Option<()> {
        let (words, at) = (self.words, self.at);
        if words.word(at) == CLITIC || words.is_mark(at, &["'"]) && self.head.is_some() {
            return self.possess();
        }
        if !words.is_word(at) {
            return self.mark();
        }
        if matches!(words.word(at), "and" | "or" | "&") {
            return self.join();
        }
        if self.head.is_some() && words.is(at, Class::BREAK) && !words.is_proper(at) {
            return self.hang();
        }
        if self.is_behind() {
            return None;
        }
        self.take();
        Some(())
    }

    /// `the president's aides`: what stood before is the possessor.
    fn possess(&mut self) -> Option<()> {
        let next = self.at + 1;
        if next >= self.end || !self.words.is_word(next) {
            return None;
        }
        self.phrase.determiner = Determiner::Possessive;
        self.phrase.possessor = Some(Tokens::new(self.start, next));
        self.head = None;
        self.phrase.proper = None;
        self.at = quantify(self.words, &mut self.phrase, next, self.end);
        self.phrase.first = self.at;
        Some(())
    }

    /// A comma between modifiers, a number, a quote mark.
    fn mark(&mut self) -> Option<()> {
        let words = self.words;
        let at = self.at;
        let joins =
            words.is_mark(at, &[","]) && self.head.is_none_or(|h| !words.is(h, HEAD)) && self.phrase.proper.is_none();
        let number = words.kind(at) == Some(TokenKind::Number);
        if !joins && !number && !words.is_mark(at, &["\"", "'"]) {
            return None;
        }
        self.at += 1;
        // What stood before the comma was no part of it: `despite its promises, Roe said`.
        if joins && self.head.is_some() && words.is_proper(self.at) {
            self.start = self.at;
            self.phrase.first = self.at;
            self.phrase.determiner = Determiner::Bare;
            self.phrase.possessor = None;
            self.head = None;
        }
        Some(())
    }

    /// "and": ends the phrase when a head or a name stands before it.
    fn join(&mut self) -> Option<()> {
        let (words, at) = (self.words, self.at);
        let named = self.phrase.proper.is_some();
        let ends = self.head.is_some_and(|h| is_head(words, h))
            || named && !words.is(at.saturating_sub(1), Class::SENIORITY.or(Class::NATIONALITY));
        if ends && !continues_name(words, at, self.end) && !self.titles_go_on() {
            return None;
        }
        self.at += 1;
        Some(())
    }

    /// `presidential contender and former surgeon Ben Roe`: what stands behind "and" is another title of one name.
    fn titles_go_on(&self) -> bool {
        let (words, from, end) = (self.words, self.at + 1, self.end);
        let single = self.phrase.determiner == Determiner::Bare
            && self.phrase.proper.is_none()
            && self
                .head
                .is_some_and(|h| words.is(h, PEOPLE.or(Class::OFFICE)) && !is_plural(words, h));
        let Some(post) = (from..end.min(from + 5)).find(|i| words.is(*i, PEOPLE.or(Class::OFFICE))) else {
            return false;
        };
        single
            && !words.is(from, DETERMINER.or(Class::NUMBER))
            && (from..post).all(|i| words.is_word(i) && !words.is(i, Class::FUNCTION))
            && !is_plural(words, post)
            && post + 3 <= end
            && (post + 1..post + 3).all(|i| words.is_proper(i))
    }

    /// A preposition behind a noun ends the phrase, except in `one of the teachers` and `Secretary of State`.
    fn hang(&mut self) -> Option<()> {
        let (words, at) = (self.words, self.at);
        if words.word(at) != "of" {
            return None;
        }
        if let Some(next) = partitive(words, &mut self.phrase, self.head, at, self.end) {
            self.head = None;
            self.phrase.proper = None;
            self.at = next;
            self.phrase.first = next;
            return Some(());
        }
        if !continues_name(words, at, self.end) {
            return None;
        }
        self.at += 1;
        Some(())
    }

    /// Whether the word at hand stands behind the head: `the group called`, `Roe back in May`.
    fn is_behind(&self) -> bool {
        let (words, at) = (self.words, self.at);
        let class = words.class(at);
        if words.is_capital(at) || class.is(HEAD) {
            return false;
        }
        let participle = self
            .head
            .is_some_and(|h| words.is(h, HEAD) && words.word(at).ends_with("ed"));
        let done = self.phrase.proper.is_some() || self.head.is_some_and(|h| is_head(words, h));
        participle || done && class.is(Class::FUNCTION) && !class.is(Class::PARTICLE) && class.is_empty()
    }

    /// The word at hand is the head until another follows.
    fn take(&mut self) {
        let (words, at) = (self.words, self.at);
        let class = words.class(at);
        self.at += 1;
        // `Jane Roe MP`
        if is_short_role(words, at) && self.phrase.proper.is_some_and(|first| at > first + 1) {
            return;
        }
        let described = HEAD.or(Class::AGENCY).or(Class::SENIORITY).or(Class::SIDE);
        if words.is_proper(at) && !is_short_role(words, at) {
            self.phrase.proper.get_or_insert(at);
        } else if self.phrase.proper.is_some() && class.is(Class::PARTICLE) && !class.is(described) {
            return;
        } else {
            self.phrase.proper = None;
        }
        self.phrase.unnamed |= class.is(Class::UNNAMED);
        self.head = Some(at);
    }
}

/// `MP`, `GPs`, `CEO`: the capitals are those of the abbreviation, and what it calls is a common noun.
fn is_short_role(words: &Words, at: usize) -> bool {
    let short = words.word(at).len() <= 4
        && words
            .tokens
            .get(at)
            .is_some_and(|t| matches!(t.case, Case::Upper | Case::Mixed));
    short && words.is(at, PEOPLE.or(Class::OFFICE)) && !words.is(at, Class::INSTITUTION) && !words.shouts(at)
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
    let hangs = |i: usize| {
        words.word(i) == CLITIC
            || words.is(i, Class::BREAK.or(Class::PRONOUN))
                && words.is(i, Class::FUNCTION)
                && !words.is_capital(i)
                && !words.is(i, HEAD)
    };
    while end > first + 1 && hangs(end - 1) {
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
    let determined = Class::VAGUE
        .or(Class::SEVERAL)
        .or(Class::DEFINITE)
        .or(Class::INDEFINITE)
        .or(Class::POSSESSIVE);
    if at + 1 < tokens.end && words.word(at) == "that" && words.is(at + 1, determined) {
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

/// A noun that ends what it heads.
fn is_head(words: &Words, i: usize) -> bool {
    words.is(i, HEAD) && !words.is(i, Class::SENIORITY)
}

//! Noun phrases: what the words of one phrase are to each other.
//!
//! `the mayor's former press secretary, Lena Vold, who left in May` has a possessor (`the mayor's`), modifiers (`former press`),
//! a head (`secretary`), an apposition that names (`Lena Vold`) and a clause (`who left in May`). Where a phrase begins and ends is
//! told by whoever asks for it; who is meant, and whether they speak, is not known here.
//!
//! | file | gives |
//! |---|---|
//! | `read` | the phrase from determiner to head |
//! | `quantity` | determiners and numbers before a head |
//! | `count` | how many people a phrase stands for |
//! | `name` | titles and the name behind them |
//! | `behind` | complement, appositions and clauses |
//! | `words`, `written` | the classes of one word, and how the page writes it |
//!
//! Blind spots: a phrase of more than 48 tokens is cut; two heads joined by "and" are one phrase with the first as its head.

pub(crate) mod behind;
pub(crate) mod count;
pub(crate) mod name;
pub(crate) mod quantity;
mod read;
pub(crate) mod words;
pub(crate) mod written;

use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::document::english::noun::behind::Behind;
use crate::document::english::noun::name::after_titles;
pub(crate) use crate::document::english::noun::read::read;
use crate::document::english::noun::words::{Class, DETERMINER, PEOPLE, Words};
use crate::document::page::token::{Token, Tokens, Vocabulary};
use crate::text::span::Span;

/// How a phrase points at what it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Determiner {
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

/// How many people a phrase stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct People {
    /// Lower bound the text commits to; 0 for what is not people.
    pub at_least: u32,
    /// Whether the text gives exactly this number.
    pub exact: bool,
}

impl People {
    /// Exactly one.
    pub(crate) const ONE: People = People {
        at_least: 1,
        exact: true,
    };
    /// Not people.
    pub(crate) const NONE: People = People::from(0);

    /// So many or more.
    pub(crate) const fn from(at_least: u32) -> People {
        People { at_least, exact: false }
    }
}

/// One noun phrase.
///
/// ```
/// use onrecord::{Article, Document};
/// let article = Article::new("Commerce Secretary Lena Vold said the pier was safe.");
/// let document = Document::new(&article, &[]);
/// let sentence = document.sentences()[0].span;
/// let phrase = document.nouns().read(onrecord::Span::new(sentence.start, sentence.start + 28)).unwrap();
/// let words = |t: onrecord::document::page::token::Tokens| &article.text()[document.span_of(t.start as usize, t.end as usize)];
/// assert_eq!(phrase.title().map(words), Some("Commerce Secretary"));
/// assert_eq!(phrase.name().map(words), Some("Lena Vold"));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct NounPhrase {
    /// Its tokens, as given.
    pub(crate) tokens: Range<usize>,
    /// From determiner to head.
    pub(crate) core: Range<usize>,
    /// Its head; the last word of a name.
    pub(crate) head: usize,
    pub(crate) determiner: Determiner,
    /// The head is a plural, and not one of several: `one of the teachers`.
    pub(crate) plural: bool,
    /// A number or quantity word was given.
    pub(crate) counted: bool,
    /// `most`, `many`, `40 percent of`
    pub(crate) vague: bool,
    /// `another`, `a second`
    pub(crate) other: bool,
    pub(crate) people: People,
    /// `unnamed`, `anonymous`
    pub(crate) unnamed: bool,
    /// Where its modifiers begin: behind determiner, number and possessor.
    pub(crate) first: usize,
    /// Where the run of capitals that ends in the head begins.
    pub(crate) proper: Option<usize>,
    /// The name it ends with: `Lena Vold` of `Commerce Secretary Lena Vold`.
    pub(crate) own_name: Option<Tokens>,
    /// `Commerce Secretary` of the same.
    pub(crate) title: Option<Tokens>,
    /// `the mayor's`, without a pronoun.
    pub(crate) possessor: Option<Tokens>,
    /// It is a pronoun.
    pub(crate) pronoun: bool,
    /// What stands behind the head, up to the phrase's end.
    pub(crate) behind: Behind,
}

/// Whether a head stands for several.
pub(crate) fn is_plural(words: &Words, head: usize) -> bool {
    let word = words.word(head);
    words.is(head, Class::MANY)
        || word.ends_with("men") && word.len() > 4
        || word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us")
        || word.ends_with("people")
        || words.is(head, Class::NUMBER)
}

/// A noun no table knows, with an ending that people have: `bookbinder`, `cellist`.
pub(crate) fn is_doer(words: &Words, noun: usize) -> bool {
    let word = words.word(noun);
    let one = word.strip_suffix('s').unwrap_or(word);
    let ending = ["er", "or", "ist", "man", "woman"].iter().any(|e| one.ends_with(e));
    words.class(noun).is_empty() && word.len() > 5 && ending
}

/// Reads noun phrases of one article; [`Document::nouns`](crate::Document::nouns) gives it.
pub struct Nouns<'a> {
    words: Words<'a>,
}

impl<'a> Nouns<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary) -> Nouns<'a> {
        Nouns {
            words: Words::new(text, tokens, vocabulary),
        }
    }

    /// Reads a span as one phrase; `None` when it holds no word.
    pub fn read(&self, span: Span) -> Option<NounPhrase> {
        read(&self.words, self.words.range(span))
    }
}

impl NounPhrase {
    /// Its tokens, without the marks at both ends.
    pub fn tokens(&self) -> Tokens {
        self.tokens.clone().into()
    }

    /// Its head: the noun that the rest describes, or the last word of a name.
    pub fn head(&self) -> usize {
        self.head
    }

    /// How it points at what it names.
    pub fn determiner(&self) -> Determiner {
        self.determiner
    }

    /// Whether it stands for several.
    pub fn is_plural(&self) -> bool {
        self.plural
    }

    /// How many people it stands for, if it stands for people.
    pub fn people(&self) -> People {
        self.people
    }

    /// `the mayor's` of `the mayor's aides`
    pub fn possessor(&self) -> Option<Tokens> {
        self.possessor
    }

    /// `former press` of `a former press aide`; empty when there are none.
    pub fn modifiers(&self) -> Tokens {
        let end = self.title.or(self.own_name).map_or(self.head, |n| n.start as usize);
        Tokens::new(self.first, end)
    }

    /// What somebody is called before their name: `Commerce Secretary` of `Commerce Secretary Lena Vold`.
    pub fn title(&self) -> Option<Tokens> {
        self.title
    }

    /// The name it ends with, whoever or whatever bears it.
    pub fn name(&self) -> Option<Tokens> {
        self.own_name
    }

    /// `of the last bus` of `the driver of the last bus`
    pub fn complement(&self) -> Option<Tokens> {
        self.behind.complement
    }

    /// The first apposition: `a baker` of `Lena Vold, a baker`.
    pub fn apposition(&self) -> Option<Tokens> {
        self.behind.apposition
    }

    /// The first clause that describes it: `who left in May`, `familiar with the sale`, `named last year`.
    pub fn clause(&self) -> Option<Tokens> {
        self.behind.clause
    }

    /// Everything before the head.
    pub(crate) fn before_head(&self) -> Range<usize> {
        self.core.start..self.head
    }

    /// Notes where the modifiers begin, the name the phrase ends with and the title before it.
    fn part(&mut self, words: &Words) {
        // `one of the teachers`
        let counts = DETERMINER.or(Class::NUMBER).or(Class::SEVERAL);
        while self.first < self.head && (words.word(self.first) == "of" || words.is(self.first, counts)) {
            self.first += 1;
        }
        let Some(proper) = self.proper else { return };
        let start = after_titles(words, self.core.start, self.core.end).unwrap_or(proper);
        let posts = PEOPLE.or(Class::OFFICE).or(Class::TITLE).or(Class::KIN);
        self.title = (self.first..start)
            .any(|i| words.is(i, posts) || is_doer(words, i))
            .then(|| Tokens::new(self.first, start));
        self.own_name = Some(Tokens::new(start, self.core.end));
    }
}

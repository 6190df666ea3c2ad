//! Clauses: each verb group with what hangs on it.
//!
//! A [`Clause`] is a view of one verb group and its parts; [`Document::clauses`](crate::Document::clauses) gives them in text
//! order. What a verb takes is read by the frames of the lexis where it has any, and by word order alone where it has none.
//!
//! Blind spots: a clause without a verb is none; a part that stands before the verb ("To the Post he said nothing") is not seen.

use std::ops::Range;

use crate::document::page::token::Tokens;

/// What a verb group looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum VerbForm {
    /// `said`, `has said`, `will say`
    Finite,
    /// `to say`
    Infinitive,
    /// `saying`
    Gerund,
    /// `asked about the tolls`
    Participle,
}

/// When a finite verb group says it happens, by its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Tense {
    /// The group is not finite.
    None,
    /// `said`, `had said`, `was told`
    Past,
    /// `says`, `has said`, `is told`
    Present,
    /// `will say`
    Future,
}

/// What a run of tokens is to its verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
#[non_exhaustive]
pub enum Role {
    /// Who is spoken to: "told **the Post**", "said to **reporters**".
    Addressee,
    /// Where or by what means, with its preposition: "**in an interview** with Channel 4", "**on its website**".
    Venue,
    /// Who does it, in a passive: "was asked by **the board**".
    Agent,
    /// A participle between subject and verb: "The company, **based in Ostby**, said".
    Participle,
    /// A clause behind `that` or a question word: "said **that it was over**".
    That,
    /// A clause without one: "said **it was over**".
    Bare,
    /// "wants **to leave**".
    Infinitive,
    /// "denied **the charge**", "warned of **a flood**".
    Object,
    /// Words between marks, or behind a colon.
    Quotation,
}

impl Role {
    /// Whether it completes the verb.
    pub fn is_complement(self) -> bool {
        matches!(
            self,
            Role::That | Role::Bare | Role::Infinitive | Role::Object | Role::Quotation
        )
    }
}

/// A run of tokens that hangs on a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Part {
    /// What it is to the verb.
    pub role: Role,
    /// Its tokens.
    pub tokens: Tokens,
}

/// Hangs a run of tokens on a verb.
pub(crate) fn push(parts: &mut Vec<Part>, role: Role, range: Range<usize>) {
    parts.push(Part {
        role,
        tokens: Tokens::from(range),
    });
}

/// One verb group: the whole of "has repeatedly declined to say". Its lengths are kept in two bytes, as no sentence is longer than
/// [`MAX_TOKENS`](crate::document::page::sentence::MAX_TOKENS): the groups of a whole article are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Group {
    start: u32,
    /// The first of its parts.
    parts: u32,
    length: u16,
    head: u16,
    first: u16,
    /// From its start to where its complement can begin: over adverbs, times and the manner.
    reach: u16,
    /// From its start to that of its subject, and the subject's length; 0 when it has none.
    subject: (i16, u16),
    pub(crate) kind: VerbForm,
    pub(crate) tense: Tense,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) modal: bool,
    /// Whether the subject is a relative pronoun.
    pub(crate) relative: bool,
    /// Whether the subject stands before another group.
    pub(crate) shared: bool,
}

impl Group {
    /// A group that is nothing but its tokens yet.
    pub(crate) fn new(start: usize, end: usize, first: usize, head: usize, kind: VerbForm) -> Group {
        Group {
            start: start as u32,
            length: (end - start) as u16,
            head: (head - start) as u16,
            first: (first - start) as u16,
            reach: 0,
            subject: (0, 0),
            parts: 0,
            kind,
            tense: Tense::None,
            passive: false,
            negated: false,
            modal: false,
            relative: false,
            shared: false,
        }
    }

    /// Its first token.
    #[inline]
    pub(crate) fn start(&self) -> usize {
        self.start as usize
    }

    /// One past its last token.
    #[inline]
    pub(crate) fn end(&self) -> usize {
        self.start() + usize::from(self.length)
    }

    /// The verb that carries the meaning.
    #[inline]
    pub(crate) fn head(&self) -> usize {
        self.start() + usize::from(self.head)
    }

    /// The first lexical verb.
    #[inline]
    pub(crate) fn first(&self) -> usize {
        self.start() + usize::from(self.first)
    }

    /// Its subject.
    #[inline]
    pub(crate) fn subject(&self) -> Option<Range<usize>> {
        let (from, length) = self.subject;
        let start = self.start().saturating_add_signed(isize::from(from));
        (length > 0).then(|| start..start + usize::from(length))
    }

    /// Where a complement can begin.
    #[inline]
    pub(crate) fn reach(&self) -> usize {
        self.start() + usize::from(self.reach)
    }

    pub(crate) fn set_subject(&mut self, subject: Option<Range<usize>>) {
        let run = |s: Range<usize>| ((s.start as isize - self.start() as isize) as i16, s.len() as u16);
        self.subject = subject.map(run).unwrap_or_default();
    }

    /// Notes where the complement can begin and which parts are its own.
    pub(crate) fn set_tail(&mut self, reach: usize, parts: usize) {
        self.reach = (reach - self.start()) as u16;
        self.parts = parts as u32;
    }

    pub(crate) fn first_part(&self) -> usize {
        self.parts as usize
    }
}

/// A verb group with its subject and the parts that hang on it.
#[derive(Clone, Copy, Debug)]
pub struct Clause<'a> {
    pub(crate) group: &'a Group,
    pub(crate) parts: &'a [Part],
}

impl<'a> Clause<'a> {
    /// The tokens of the verb group: "has repeatedly declined to say".
    pub fn verb(&self) -> Tokens {
        Tokens::new(self.group.start(), self.group.end())
    }

    /// The token of the verb that carries the meaning: `say`.
    pub fn head(&self) -> usize {
        self.group.head()
    }

    /// The token of its first lexical verb: `declined`.
    pub fn first_verb(&self) -> usize {
        self.group.first()
    }

    /// What the verb group looks like.
    pub fn form(&self) -> VerbForm {
        self.group.kind
    }

    /// When it says it happens.
    pub fn tense(&self) -> Tense {
        self.group.tense
    }

    /// Whether the subject suffers what the verb says: "was told".
    pub fn is_passive(&self) -> bool {
        self.group.passive
    }

    /// Whether it is denied: "did not say".
    pub fn is_negated(&self) -> bool {
        self.group.negated
    }

    /// Whether its first word is a modal: "may say", "would say".
    pub fn is_modal(&self) -> bool {
        self.group.modal
    }

    /// Who or what does it.
    pub fn subject(&self) -> Option<Tokens> {
        self.group.subject().map(Tokens::from)
    }

    /// Whether the subject is a relative pronoun: "the men **who** built it".
    pub fn is_relative(&self) -> bool {
        self.group.relative
    }

    /// Whether the subject is that of another clause: "Roe sat down and **said**".
    pub fn shares_subject(&self) -> bool {
        self.group.shared
    }

    /// All that hangs on the verb, in the order it was found.
    pub fn parts(&self) -> &'a [Part] {
        self.parts
    }

    /// The first part of a role.
    pub fn part(&self, role: Role) -> Option<Tokens> {
        self.parts.iter().find(|p| p.role == role).map(|p| p.tokens)
    }

    /// Who is spoken to.
    pub fn addressee(&self) -> Option<Tokens> {
        self.part(Role::Addressee)
    }

    /// Where or by what means it is said, the first if there are several; with its preposition.
    pub fn venue(&self) -> Option<Tokens> {
        self.part(Role::Venue)
    }

    /// Who does it, in a passive.
    pub fn agent(&self) -> Option<Tokens> {
        self.part(Role::Agent)
    }

    /// What completes the verb; the last, when an object announces it ("made **the following remark**: …").
    pub fn complement(&self) -> Option<Part> {
        self.parts.iter().rev().find(|p| p.role.is_complement()).copied()
    }
}

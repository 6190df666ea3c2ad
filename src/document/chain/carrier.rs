//! Carriers: the noun phrases that can pass news on. An outlet's name with what surrounds it ("CNN's Jane Roe", "a Harbor
//! Times article", "an interview with the Times"), what stands for one ("the paper", "the report") and outlets nobody names
//! ("media reports").
//!
//! Here are the walk over the sentences and the words around a name; `named` reads the phrase around one, `anaphor` one without.

use crate::document::outlet::newsroom as words;
use crate::document::outlet::{NewsWords, Outlets};
use crate::document::page::sentence::Sentence;

/// What a carrier is as a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CarrierForm {
    /// The outlet itself, by name or as "the paper".
    Outlet,
    /// Somebody who reports for it.
    Journalist,
    /// One of its reports.
    Report,
    /// An interview it did.
    Interview,
    /// Outlets without a name.
    Unnamed,
    /// The name modifies something that reports nothing: a poll, a building, an owner.
    Other,
}

/// Which outlet a carrier belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// Index into the article's outlets.
    Outlet(u32),
    /// None is named.
    Nobody,
}

/// One carrier.
#[derive(Clone, Debug)]
pub(crate) struct Carrier {
    /// First token of the phrase.
    pub first: usize,
    /// One past its last token.
    pub end: usize,
    /// Tokens of the mention that the hop shows.
    pub hop: (usize, usize),
    pub owner: Owner,
    pub form: CarrierForm,
    pub shy: bool,
    pub sentence: u32,
    /// The words refer back ("the paper", "the report", a reporter's bare surname).
    pub anaphor: bool,
}

/// The sentence that is read: its tokens, its number and its paragraph.
#[derive(Clone, Copy)]
pub(super) struct InSentence {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) sentence: u32,
    pub(super) paragraph: u32,
}

pub(super) struct Finder<'a, 'b> {
    pub(super) page: &'a NewsWords<'b>,
    pub(super) outlets: &'a Outlets,
    /// Surnames (word ids) of journalists met so far.
    pub(super) staff: Vec<(u32, u32)>,
    out: Vec<Carrier>,
    /// Words a later mention would mistake for a name.
    pub(super) last: Option<(u32, u32)>,
}

/// Words that can stand for an outlet.
pub(super) const STANDS_FOR_ONE: words::Class =
    words::GENERIC | words::REPORT_NOUN | words::INTERVIEW | words::UNNAMED | words::MEDIA_WORD;

/// Finds the carriers of every sentence, in text order.
pub(crate) fn find(page: &NewsWords<'_>, outlets: &Outlets, sentences: &[Sentence]) -> Vec<Carrier> {
    let mut finder = Finder {
        page,
        outlets,
        staff: Vec::new(),
        out: Vec::new(),
        last: None,
    };
    let mut next = 0usize;
    for (index, sentence) in sentences.iter().enumerate() {
        let place = InSentence {
            from: sentence.tokens.start as usize,
            to: sentence.tokens.end as usize,
            sentence: index as u32,
            paragraph: sentence.paragraph,
        };
        let mut at = place.from;
        while at < place.to {
            while outlets.mentions.get(next).is_some_and(|m| m.end <= at) {
                next += 1;
            }
            let at_mention = outlets.mentions.get(next).is_some_and(|m| m.first <= at);
            // Nine words of ten stand for no outlet.
            if !at_mention && !finder.may_stand_for_one(at) {
                at += 1;
                continue;
            }
            let end = if at_mention {
                finder.named(&mut next, place)
            } else {
                finder.unnamed(at, place)
            };
            at = end.max(at + 1);
        }
    }
    finder.out
}

impl Finder<'_, '_> {
    /// Whether a word could stand for an outlet or its reporter: [`Finder::unnamed`] passes over all others.
    fn may_stand_for_one(&self, at: usize) -> bool {
        self.page.is(at, STANDS_FOR_ONE) || !self.staff.is_empty() && self.page.capital(at)
    }

    pub(super) fn push(&mut self, carrier: Carrier) {
        if let Some(last) = self.out.last()
            && carrier.first < last.end
        {
            return;
        }
        self.out.push(carrier);
    }

    pub(super) fn poss(&self, at: usize) -> bool {
        // "Fox News' Sean Hannity", "ABC's"
        self.page.word(at) == "'s"
            || (self.page.word(at) == "'"
                && self
                    .page
                    .tokens
                    .get(at.wrapping_sub(1))
                    .zip(self.page.tokens.get(at))
                    .is_some_and(|(a, b)| a.end == b.start))
    }
}

/// Whether a word before a name belongs to the noun that says what it is: "the local television program X".
pub(super) fn before_its_kind(p: &NewsWords<'_>, at: usize) -> bool {
    p.is(at, words::OF_NEWSROOM) || matches!(p.word(at), "a" | "the")
}

/// Whether a word can stand between a name and its noun: "CNN's Monday night interview".
pub(super) fn before_its_noun(p: &NewsWords<'_>, at: usize) -> bool {
    p.is(at, words::TIME | words::OF_NEWSROOM)
}

/// Whether the word behind a name says what kind of outlet it is: "the Courier newspaper", "Kivu radio".
pub(super) fn says_its_kind(p: &NewsWords<'_>, at: usize) -> bool {
    let kind = p.is(at, words::GENERIC | words::PROGRAMME | words::SHAPE_AIR)
        || matches!(p.word(at), "affiliate" | "host" | "news");
    kind && !p.capital(at)
}

/// Whether an article, or an adjective that one goes with, opens the phrase: "an explosive Times report", not "the Times reports".
pub(super) fn article_before(p: &NewsWords<'_>, first: usize, from: usize) -> bool {
    let article = |at: usize| matches!(p.word(at), "the" | "a" | "an" | "this" | "that");
    article(first)
        || first > from
            && (article(first - 1) || p.is(first - 1, words::WITH_REPORT | words::TIME) || p.word(first - 1) == "one")
}

/// Takes the article and adjectives before a report.
pub(super) fn widen(p: &NewsWords<'_>, first: usize, from: usize) -> usize {
    let mut at = first;
    while at > from && first - at < 4 {
        let w = p.word(at - 1);
        if matches!(w, "a" | "an" | "the" | "this" | "that") {
            return at - 1;
        }
        if p.is(at - 1, words::TIME | words::WITH_REPORT) {
            at -= 1;
        } else {
            break;
        }
    }
    at
}

/// Whether the word behind a name reads as the noun that the name modifies ("CNN poll", "Times building").
pub(super) fn noun_after(p: &NewsWords<'_>, at: usize) -> bool {
    let Some(token) = p.tokens.get(at) else { return false };
    if token.kind != crate::document::page::token::TokenKind::Word || p.word(at) == "'s" {
        return false;
    }
    if token.is_capital() {
        return p.is(at, words::EVENT);
    }
    let word = p.word(at);
    !(p.is(
        at,
        words::FUNCTION
            | words::SAY
            | words::REPORT
            | words::TELL
            | words::SPEAK
            | words::SKIP
            | words::TIME
            | words::CARRY
            | words::QUOTING,
    ) || word.ends_with("ly")
        || word.ends_with("ed")
        || word.ends_with("ing"))
}

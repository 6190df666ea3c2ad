//! Relays: the places where a carrier passes something on, and from whom it has it.

use crate::document::chain::carrier::{Carrier, Form, Owner};
use crate::document::chain::subject::{self, Np};
use crate::document::chain::verb_use;
use crate::document::outlet::newsroom as words;
use crate::document::outlet::{NewsWords, Outlets};
use crate::document::page::sentence::Sentence;

/// One link of a path as the text shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Hop {
    /// An outlet, by carrier index.
    Carrier(usize),
    /// Anybody else, by tokens.
    Source(Np),
}

/// One relay.
#[derive(Clone, Debug)]
pub(crate) struct Relay {
    /// Outermost first.
    pub hops: Vec<Hop>,
    /// Tokens of the words that relay.
    pub cue: (usize, usize),
    /// The relation in whose content this one stands.
    pub under: Option<u32>,
}

pub(crate) struct Scene<'a, 'b> {
    pub page: &'a NewsWords<'b>,
    pub outlets: &'a Outlets,
    pub carriers: &'a [Carrier],
    pub sentences: &'a [Sentence],
    /// The speech quotation over each token, 0 for none.
    pub quoted: &'a [u32],
}

/// Finds the relays of an article, in text order.
pub(crate) fn find(scene: &Scene<'_, '_>) -> Vec<Relay> {
    let mut out = Vec::new();
    for index in 0..scene.carriers.len() {
        scene.read(index, &mut out);
    }
    out
}

impl Scene<'_, '_> {
    pub(super) fn own(&self, c: &Carrier) -> bool {
        match c.owner {
            Owner::Outlet(o) => self.outlets.list.get(o as usize).is_some_and(|o| o.own),
            Owner::Nobody => false,
        }
    }

    pub(super) fn bounds(&self, c: &Carrier) -> (usize, usize) {
        self.sentences
            .get(c.sentence as usize)
            .map_or((c.first, c.end), |s| (s.tokens.start as usize, s.tokens.end as usize))
    }

    pub(super) fn read(&self, index: usize, out: &mut Vec<Relay>) {
        let Some(c) = self.carriers.get(index) else { return };
        if self.own(c) || c.form == Form::Other {
            return;
        }
        let (from, to) = self.bounds(c);
        // Words of a speaker about an outlet are that speaker's, not the article's.
        if self.quoted.get(c.first).is_some_and(|q| *q != 0) {
            return;
        }
        let found = self
            .object(index, c, from, to)
            .or_else(|| self.subject(index, c, from, to));
        if let Some(relays) = found {
            out.extend(relays);
        }
    }

    pub(super) fn one(&self, index: usize, inner: Option<Np>, cue: (usize, usize)) -> Vec<Relay> {
        let mut hops = vec![Hop::Carrier(index)];
        if let Some(np) = inner.filter(|np| self.carrier_in(np.first, np.end) != Some(index)) {
            hops.push(self.hop(np));
        }
        vec![Relay { hops, cue, under: None }]
    }

    /// A phrase as a hop: the outlet where its head is one.
    pub(crate) fn hop(&self, np: Np) -> Hop {
        match self.carrier_in(np.first, np.end) {
            Some(k) if self.carriers.get(k).is_some_and(|c| np.head_in((c.first, c.end))) => Hop::Carrier(k),
            _ => Hop::Source(np),
        }
    }

    /// The carrier over a token.
    pub(super) fn carrier_at(&self, at: usize) -> Option<usize> {
        let index = self.carriers.partition_point(|c| c.end <= at);
        self.carriers.get(index).filter(|c| c.first <= at).map(|_| index)
    }

    /// The first carrier that shares a token with a range and could have been heard from.
    pub(super) fn carrier_in(&self, first: usize, end: usize) -> Option<usize> {
        let from = self.carriers.partition_point(|c| c.end <= first);
        let near = self.carriers.get(from..)?;
        let at = near
            .iter()
            .take_while(|c| c.first < end)
            .position(|c| c.form != Form::Other)?;
        Some(from + at)
    }

    /// Who does what a verb says: a participle borrows the subject of its sentence.
    pub(super) fn agent(&self, verb: usize, from: usize) -> Option<Np> {
        let p = self.page;
        if p.word(verb).ends_with("ing") && p.word(verb.wrapping_sub(1)) == "," {
            return subject::of_sentence(p, from, verb);
        }
        subject::of_verb(p, verb, from).or_else(|| subject::of_sentence(p, from, verb))
    }

    /// Whether the sentence or the one behind it says what was said.
    pub(super) fn has_content(&self, c: &Carrier, from: usize, to: usize, verb: usize) -> bool {
        let p = self.page;
        let said = (from..to).any(|i| {
            i != verb && (p.is(i, words::SAY) && !p.is(i, words::SPEAK))
                || p.word(i) == "\""
                || (p.word(i) == "according" && i < verb)
        });
        let next_quote = self
            .sentences
            .get(c.sentence as usize + 1)
            .is_some_and(|n| p.word(n.tokens.start as usize) == "\"");
        said || next_quote
    }

    pub(super) fn citing(&self, from: usize, to: usize) -> Option<Np> {
        let p = self.page;
        let q = (from..to.min(from + 8)).find(|i| p.is(*i, words::QUOTING))?;
        subject::after(p, q + 1, to)
    }

    /// The speaker whose words the outlet passes on, in the clause before `at`.
    pub(super) fn inner_before(&self, at: usize, from: usize) -> Option<Np> {
        let p = self.page;
        // "According to S, …, CNN reported"
        for i in from..at {
            if p.word(i) == "according" && p.word(i + 1) == "to" && self.quoted.get(i).copied().unwrap_or(0) == 0 {
                return subject::after(p, i + 2, at);
            }
        }
        self.speaker_before(at, from)
    }

    /// The subject of the last verb of speech before `at`, outside quotations.
    pub(super) fn speaker_before(&self, at: usize, from: usize) -> Option<Np> {
        let p = self.page;
        let mut i = at;
        while i > from {
            i -= 1;
            if !p.is(i, words::SAY) || self.quoted.get(i).copied().unwrap_or(0) != 0 {
                continue;
            }
            if self.carrier_at(i).is_some() {
                continue;
            }
            if verb_use::noun_use(p, i) || verb_use::negated(p, i, from) {
                continue;
            }
            let np = if p.word(i).ends_with("ing") {
                if p.word(i.wrapping_sub(1)) != "," {
                    continue;
                }
                subject::of_sentence(p, from, i)
            } else {
                subject::of_verb(p, i, from)
            };
            if let Some(np) = np {
                if subject::first_person(p, &np) || subject::thing(p, &np) {
                    continue;
                }
                return Some(np);
            }
        }
        None
    }

    /// The speaker inside what the outlet is said to report, behind `at`.
    pub(super) fn inner_after(&self, at: usize, to: usize, c: &Carrier) -> Option<Np> {
        let p = self.page;
        let mut start = at;
        while start < to
            && (matches!(p.word(start), "that" | ":" | "," | "\"") || p.is(start, words::TIME) && !p.capital(start))
        {
            start += 1;
        }
        // "reported a day after Ortiz announced": when, not what.
        let when = (start..to.min(start + 4)).any(|i| matches!(p.word(i), "after" | "before" | "when" | "while"));
        if when && !(at..start + 4).any(|i| p.word(i) == "that") {
            return None;
        }
        let limit = to.min(start + 14);
        for i in start..limit {
            if matches!(p.word(i), ";" | "." | "—") {
                break;
            }
            if p.word(i) == "according" && p.word(i + 1) == "to" {
                // Its own analysis is no other source.
                return subject::after(p, i + 2, to).filter(|n| {
                    !(n.first..n.end).any(|k| p.is(k, words::REPORT_NOUN))
                        && !matches!(p.word(n.first), "its" | "their")
                });
            }
            if p.is(i, words::SAY) && !verb_use::noun_use(p, i) && i > start {
                if verb_use::negated(p, i, start) {
                    return None;
                }
                let np = subject::of_verb(p, i, start)?;
                if subject::first_person(p, &np) || subject::thing(p, &np) || np.first < c.end && np.end > c.first {
                    return None;
                }
                // The clause must begin with the speaker, not reach him through another verb.
                if np.first <= start + 3 {
                    return Some(np);
                }
                return None;
            }
        }
        None
    }

    pub(super) fn paragraph_quote(&self, c: &Carrier) -> bool {
        self.sentences
            .get(c.sentence as usize + 1)
            .is_some_and(|n| self.page.word(n.tokens.start as usize) == "\"")
    }
}

//! Channels: how each outlet in the text comes to what is said there.
//!
//! The words right before an outlet say whether it was told ("told the Harbor Times"), asked ("in an interview with Channel 4"),
//! holds a document ("records obtained by the paper") or is only credited; else it may be the source of a relation itself. Which
//! relation that is, and who its source, the relation layer has read already.
//!
//! | the text | role | relation |
//! |---|---|---|
//! | "told / confirmed to OUTLET" | hears | the one whose cue the verb is |
//! | "who spoke to OUTLET", "reached by OUTLET" | hears | the one whose source the clause describes, else the next of the same speaker |
//! | "in an interview with / on OUTLET" | hears | the nearest in the sentence |
//! | "a memo seen by OUTLET" | hears | the one whose source the memo is |
//! | "OUTLET reported", "according to OUTLET" | tells | the one whose source it is |

use crate::document::attribution::CueKind;
use crate::document::chain::carrier::{Carrier, CarrierForm};
use crate::document::chain::scene::{ChainView, Hop, Relation, meet};
use crate::document::english::clause::{Clause, VerbForm};
use crate::document::english::tag::Tag;
use crate::document::english::words::usage;
use crate::document::outlet::newsroom as words;
use crate::document::page::token::Tokens;

/// What a channel does with a relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It heard the source, or holds the document.
    Hears,
    /// It is the source.
    Tells,
    /// It is credited, no relation is made.
    Credited,
}

/// One channel.
#[derive(Clone, Debug)]
pub(crate) struct Channel {
    pub way: Way,
    pub hop: Hop,
    pub relation: Option<u32>,
    /// Tokens of the words that relay.
    pub cue: Tokens,
    /// Whom a teller cites.
    pub cited: Vec<Tokens>,
}

/// How an outlet is governed by the words before it.
enum Place {
    /// The verb says something to it.
    Told(usize),
    /// The verb only says that somebody spoke to it.
    Spoke(usize),
    /// Behind this preposition it is where somebody spoke; a bare "on" or "in" wants its verb near.
    Venue { at: usize, near: bool },
    /// The participle before "by".
    By(usize),
    /// "(via OUTLET)" behind what is said.
    Via(usize),
    /// These words thank it.
    Credit(Tokens),
    /// Nothing before it says what it does here.
    Open,
}

/// Finds the channels of an article.
pub(crate) fn find(scene: &ChainView<'_>) -> Vec<Channel> {
    let mut out: Vec<Channel> = Vec::new();
    for (index, c) in scene.carriers.iter().enumerate() {
        // Words of a speaker about an outlet are that speaker's, not the article's.
        if scene.is_own(c) || c.form == CarrierForm::Other || scene.is_quoted(c.first) {
            continue;
        }
        out.extend(Sighting { scene, c, index }.channel());
    }
    super::quoting::find(scene, &mut out);
    out
}

/// One outlet in its sentence.
pub(super) struct Sighting<'a, 'b> {
    pub(super) scene: &'a ChainView<'b>,
    pub(super) c: &'a Carrier,
    pub(super) index: usize,
}

impl<'a> Sighting<'a, '_> {
    fn channel(&self) -> Option<Channel> {
        match self.place() {
            Place::Told(verb) => self.told(verb),
            Place::Spoke(verb) => self.spoke(verb),
            Place::Venue { at, near } => self.venue(at, near),
            Place::By(verb) => self.by(verb),
            Place::Via(at) => self.via(at),
            Place::Credit(cue) => Some(self.made(Way::Credited, None, cue)),
            Place::Open => self.teller(),
        }
    }

    pub(super) fn from(&self) -> usize {
        self.scene.bounds(self.c.sentence).start as usize
    }

    pub(super) fn made(&self, way: Way, relation: Option<u32>, cue: Tokens) -> Channel {
        Channel {
            way,
            hop: Hop::Carrier(self.index),
            relation,
            cue,
            cited: Vec::new(),
        }
    }

    pub(super) fn hears(&self, relation: &Relation, first: usize, end: usize) -> Option<Channel> {
        let heard = self.scene.is_somebody(relation.source) || relation.source.is_empty() && relation.entity.is_some();
        heard.then(|| self.made(Way::Hears, Some(relation.id), Tokens::new(first, end)))
    }

    /// Steps back over times and adverbs.
    pub(super) fn back(&self, mut at: usize, steps: usize) -> usize {
        let p = &self.scene.page;
        let from = self.from();
        for _ in 0..steps {
            let passes = p.is(at, words::TIME | words::SKIP)
                || p.word(at).ends_with("ly")
                || matches!(p.word(at), "it" | "this");
            if at <= from || !passes || p.is(at, words::SAY | words::SPEAK) {
                break;
            }
            at -= 1;
        }
        at
    }

    fn place(&self) -> Place {
        let (p, c) = (&self.scene.page, self.c);
        let Some(before) = c.first.checked_sub(1).filter(|b| *b >= self.from()) else {
            return Place::Open;
        };
        let hears = matches!(
            c.form,
            CarrierForm::Outlet | CarrierForm::Journalist | CarrierForm::Unnamed
        );
        // Where "to" is lost: "officials confirmed CNN, the report is correct".
        let bare = p.word(before) == "confirmed" && matches!(p.word(c.end), "," | "that");
        if hears && (p.is(before, words::TELL) || bare) {
            return Place::Told(before);
        }
        let word = p.word(before);
        match word {
            "to" | "with" if hears && before > self.from() => self.addressed(before),
            "by" if before > self.from() => {
                let verb = self.back(before - 1, 3);
                match p.word(verb) {
                    "reporting" if matches!(p.word(verb.wrapping_sub(1)), "with" | "additional") => {
                        Place::Credit(Tokens::new(verb, c.first))
                    }
                    _ => Place::By(verb),
                }
            }
            // "(via the Harbor Times)"
            "via" if hears && p.word(before.wrapping_sub(1)) == "(" && p.word(c.end) == ")" => Place::Via(before),
            "per" => self.credited(before),
            "in" | "for" if c.form == CarrierForm::Outlet && self.byline(before).is_some() => {
                let verb = before - 1;
                Place::Credit(Tokens::new(verb, verb + 1))
            }
            "on" | "during" | "in" | "at" | "over" if c.form == CarrierForm::Interview => Place::Venue {
                at: before,
                near: false,
            },
            // "commented on recent reports" is about them.
            "on" if p.is(before.wrapping_sub(1), words::INTERVIEW) && before > self.from() => {
                self.interview(before - 1)
            }
            "on" if hears && c.form != CarrierForm::Unnamed => Place::Venue { at: before, near: true },
            "in" if c.form == CarrierForm::Outlet
                && p.is(before.wrapping_sub(1), words::VOICE)
                && !matches!(p.word(before - 1), "wrote" | "writing" | "writes") =>
            {
                Place::Venue { at: before, near: true }
            }
            _ => Place::Open,
        }
    }

    /// Behind "to" or "with".
    fn addressed(&self, before: usize) -> Place {
        let p = &self.scene.page;
        let to = p.word(before) == "to";
        let noun = before - 1;
        if to && p.word(noun) == "according" {
            return Place::Open;
        }
        let verb = self.back(noun, 4);
        if p.is(verb, words::SPEAK) {
            Place::Spoke(verb)
        } else if to && p.is(verb, words::SAY) && !p.is(verb, words::UNADDRESSED) {
            Place::Told(verb)
        } else if p.is(noun, words::INTERVIEW) || to && p.is(noun, words::MESSAGE) {
            self.interview(noun)
        } else {
            Place::Open
        }
    }

    /// "in an interview with", not "after an interview with".
    fn interview(&self, noun: usize) -> Place {
        let p = &self.scene.page;
        let opens = |i: &usize| {
            self.scene.class(*i).does(usage::CIRCUMSTANCE) || matches!(p.word(*i), "and" | "," | "of" | "for")
        };
        match (self.from()..noun).rev().take(7).find(opens) {
            Some(at) if matches!(p.word(at), "in" | "during" | "from") => Place::Venue { at, near: false },
            _ => Place::Open,
        }
    }

    /// "per OUTLET", "via OUTLET": a relation where one is read, else thanks.
    fn credited(&self, preposition: usize) -> Place {
        match self.scene.told_at(self.c.sentence, preposition) {
            Some(_) => Place::Open,
            None => Place::Credit(Tokens::new(preposition, self.c.first)),
        }
    }

    /// "as Jo Lindqvist wrote in", "Jo Lindqvist reported for" before a preposition. Who merely wrote somewhere speaks in his own
    /// words.
    fn byline(&self, preposition: usize) -> Option<usize> {
        let p = &self.scene.page;
        let from = self.from();
        let verb = preposition.checked_sub(1).filter(|v| *v > from)?;
        let reports = matches!(p.word(verb), "reported" | "reports" | "revealed" | "reveals");
        let wrote = matches!(p.word(verb), "wrote" | "writes" | "written");
        let named = |i: &usize| p.name_word(*i) && !p.is(*i, words::TIME);
        let first = (from..verb).rev().take(4).take_while(named).last()?;
        (verb - first >= 2 && (reports || wrote && p.word(first.wrapping_sub(1)) == "as")).then_some(verb)
    }

    fn via(&self, at: usize) -> Option<Channel> {
        let here = self.scene.told_in(self.c.sentence);
        match here.iter().rev().find(|r| (r.cue.start as usize) < at) {
            Some(relation) => self.hears(relation, at, self.c.first),
            None => Some(self.made(Way::Credited, None, Tokens::new(at, self.c.first))),
        }
    }

    pub(super) fn told(&self, verb: usize) -> Option<Channel> {
        if self.scene.is_denied(self.c.sentence, verb) {
            return None;
        }
        match self.scene.told_at(self.c.sentence, verb) {
            Some(relation) => self.hears(relation, verb, verb + 1),
            None if self.scene.page.is(verb, words::TELL) => {
                let teller = self.scene.phrase_before(self.c.sentence, verb)?;
                self.unread(teller, Tokens::new(verb, verb + 1))
            }
            None => None,
        }
    }

    /// A path for which no relation is read (yet): "Sources close to the owner tell OUTLET".
    pub(super) fn unread(&self, origin: Tokens, cue: Tokens) -> Option<Channel> {
        self.scene.is_somebody(origin).then(|| Channel {
            cited: vec![origin],
            ..self.made(Way::Credited, None, cue)
        })
    }

    /// "three officials who spoke to CNN said", "Ortiz spoke to Reuters on Monday. “It will hold,” he said."
    fn spoke(&self, verb: usize) -> Option<Channel> {
        if self.scene.is_denied(self.c.sentence, verb) {
            return None;
        }
        let relation = self.speaker_of(verb)?;
        self.hears(relation, verb, verb + 1)
    }

    /// The relation that gives what the subject of a verb said: in this sentence, or the first of the next.
    pub(super) fn speaker_of(&self, verb: usize) -> Option<&'a Relation> {
        let scene = self.scene;
        let here = scene.told_in(self.c.sentence);
        let subject = scene
            .clause_at(self.c.sentence, verb)
            .and_then(|c| c.subject())
            .unwrap_or_default();
        let described = here.iter().find(|r| r.source.holds(verb));
        let same = || {
            here.iter()
                .find(|r| meet(r.source, subject) && r.cue.start as usize != verb)
        };
        described.or_else(same).or_else(|| {
            let direct = |r: &&Relation| !scene.is_quoted(r.head) && r.kind == CueKind::Speech;
            // The quotation may be two sentences long before its speaker is named.
            let next = (1..=2).find_map(|n| scene.told_in(self.c.sentence + n).iter().find(direct))?;
            let last = |t: Tokens| (t.end as usize).wrapping_sub(1);
            let pronoun = |t: Tokens| scene.page.is(last(t), words::PRONOUN);
            let again = pronoun(next.source)
                || pronoun(subject)
                || !subject.is_empty() && scene.page.word(last(next.source)) == scene.page.word(last(subject));
            again.then_some(next)
        })
    }

    /// "Ortiz said in an interview with OUTLET", "On OUTLET, Ortiz said", "Ortiz appeared on OUTLET".
    fn venue(&self, at: usize, near: bool) -> Option<Channel> {
        let scene = self.scene;
        let p = &scene.page;
        let here = scene.told_in(self.c.sentence);
        let speaks = |r: &&Relation| {
            r.kind == CueKind::Speech
                && p.is(r.head, words::SAY | words::SPEAK | words::TELL)
                && !scene.is_quoted(r.head)
                && scene.is_somebody(r.source)
                // "his claim in an interview with"
                || r.kind == CueKind::Noun && r.cue.end as usize == at && !r.source.is_empty()
        };
        let appears = (self.from()..at)
            .rev()
            .take(6)
            .find(|i| matches!(p.word(*i), "appeared" | "appearing" | "appears"));
        // "despite his claim in an interview with OUTLET that": what is claimed is not what the sentence says.
        let noun = at.wrapping_sub(1);
        if !near && scene.tag(noun) == Tag::Noun && p.is(noun, words::SAY) && !here.iter().any(|r| r.cue.holds(noun)) {
            return None;
        }
        let before = here.iter().rev().filter(speaks).find(|r| (r.cue.start as usize) < at);
        let before = before.filter(|r| !near || r.cue.holds(at) || self.reaches(r, at));
        let after = || here.iter().filter(speaks).find(|r| r.cue.start as usize >= self.c.end);
        let fronted = at - self.from() <= 6 && (!near || self.opens_sentence(at));
        let relation = match before {
            Some(r) => Some(r),
            None if fronted || !near => after(),
            None => None,
        };
        let main = || {
            let told = |c: &Clause<'_>| c.form() == VerbForm::Finite && c.head() < at;
            let verb = scene.clauses(self.c.sentence).rev().find(told);
            verb.map(|c| c.head()).filter(|_| !near)
        };
        let Some(relation) = relation.or_else(|| self.speaker_of(appears.or_else(main)?)) else {
            return if near { None } else { self.quoted_behind(at) };
        };
        if scene.is_denied(relation.sentence, relation.head) {
            return None;
        }
        // "This story was updated to include quotes from an interview": the article speaks of itself.
        let head = scene.head(relation.source);
        if p.is(head, words::REPORT_NOUN) && !p.capital(head) {
            return None;
        }
        self.hears(relation, relation.head, relation.head + 1)
    }

    /// "In an OUTLET interview, Ortiz went further: “It will hold.”"
    pub(super) fn quoted_behind(&self, at: usize) -> Option<Channel> {
        let scene = self.scene;
        let rest = self.c.end..scene.bounds(self.c.sentence).end as usize;
        let speaker = scene
            .clauses(self.c.sentence)
            .find(|v| v.head() > self.c.end)?
            .subject()?;
        let quotes = rest.into_iter().any(|i| matches!(scene.page.word(i), "\"" | ":"));
        (quotes && at - self.from() <= 6).then(|| self.unread(speaker, Tokens::new(at, self.c.end)))?
    }

    /// Whether only time, manner and the speaker stand between a cue and "on OUTLET".
    pub(super) fn reaches(&self, relation: &Relation, at: usize) -> bool {
        let p = &self.scene.page;
        let end = relation.cue.end as usize;
        end <= at
            && at - end <= 9
            && (end..at).all(|i| {
                p.is(i, words::TIME | words::SKIP)
                    || p.word(i).ends_with("ly")
                    || relation.source.holds(i)
                    || p.capital(i)
                    || matches!(
                        self.scene.tag(i),
                        Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Preposition
                    )
                    || p.is(i, words::INTERVIEW)
                    || matches!(p.word(i), "telephone" | "phone" | "live")
            })
    }

    /// Whether nothing but times, functions and "speaking" stand before a fronted place.
    pub(super) fn opens_sentence(&self, at: usize) -> bool {
        let p = &self.scene.page;
        (self.from()..at).all(|i| {
            p.is(i, words::TIME | words::FUNCTION | words::INTERVIEW | words::SPEAK)
                || p.word(i).ends_with("ly")
                || matches!(p.word(i), "," | "appearing")
        })
    }
}

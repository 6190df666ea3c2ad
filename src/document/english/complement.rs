//! What completes a verb with a frame: a clause, an infinitive, an object, a quotation, and who is addressed before it.
//!
//! A verb takes what its frame allows and nothing else.

use std::ops::Range;

use crate::document::english::clause::{Part, Role, VerbForm, push};
use crate::document::english::extent::Shape;
use crate::document::english::frame::FramedVerb;
use crate::document::english::open::is_channel;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame, usage};
use crate::document::page::token::Tokens;

/// Frames of verbs with an object.
const OBJECTS: u64 = frame::OBJECT | frame::NAME | frame::STANCE_OBJECT | frame::STANCE_NAME | frame::STANCE_ORDER;

/// Reads what completes a verb.
pub(crate) struct Complement<'s, 'a> {
    pub(crate) scene: &'s Scene<'a>,
    pub(crate) verb: &'s FramedVerb,
    pub(crate) parts: &'s mut Vec<Part>,
}

impl Complement<'_, '_> {
    fn add(&mut self, role: Role, range: Option<Range<usize>>) {
        if let Some(range) = range {
            push(self.parts, role, range);
        }
    }

    fn whole(&self, at: usize, shape: Shape) -> Option<Range<usize>> {
        let end = self.scene.content_end(self.verb.head, at, shape);
        (end > at).then_some(at..end)
    }

    /// Reads on from the token where it can begin.
    pub(crate) fn read(&mut self, after: usize) {
        let (scene, verb) = (self.scene, self.verb);
        let view = &scene.view;
        let clausal = verb.takes(frame::CLAUSE | frame::TELL | frame::ASK | frame::STANCE_CLAUSE);
        let objects = verb.takes(OBJECTS);
        let at = self.over_comma(after, clausal);
        let marked = verb.says() || objects;
        let role = match view.tag(at) {
            Tag::Colon if marked => Some((Role::Quotation, scene.rest(at + 1))),
            Tag::Dash if verb.says() && view.tag(at + 1) == Tag::Quote => Some((Role::Quotation, scene.rest(at + 1))),
            Tag::Quote if marked => Some((Role::Quotation, scene.quoted(verb.head, at))),
            Tag::That | Tag::Question if clausal => Some((Role::That, self.whole(at, Shape::Clause))),
            Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Coordinator | Tag::Relative | Tag::Close => return,
            Tag::Finite | Tag::Auxiliary if view.word(at) != "there" => return,
            _ => None,
        };
        if let Some((role, range)) = role {
            self.add(role, range);
            return;
        }
        let tells = verb.takes(frame::TELL | frame::ASK);
        if tells && self.addressed(at) {
            return;
        }
        let before = self.parts.len();
        self.unmarked(at, clausal, objects);
        let end = view.end(at);
        if tells && self.parts.len() == before && end > at {
            // "…," she told the paper.
            push(self.parts, Role::Addressee, at..end);
        }
    }

    /// ", that …", ", "…"", "reported, citing two officials, that …"
    fn over_comma(&self, after: usize, clausal: bool) -> usize {
        let view = &self.scene.view;
        let mut at = after;
        if view.tag(at) == Tag::Comma && matches!(view.tag(at + 1), Tag::Quote | Tag::That) {
            at += 1;
        }
        if clausal
            && view.tag(at) == Tag::Comma
            && matches!(view.tag(at + 1), Tag::Gerund | Tag::Preposition)
            && let Some(close) = (at + 2..view.to).take(20).find(|i| view.tag(*i) == Tag::Comma)
            && view.tag(close + 1) == Tag::That
        {
            at = close + 1;
        }
        at
    }

    /// What no mark and no "that" opens.
    fn unmarked(&mut self, at: usize, clausal: bool, objects: bool) {
        let (scene, verb) = (self.scene, self.verb);
        let view = &scene.view;
        let tag = view.tag(at);
        if tag == Tag::Preposition {
            if verb.takes_preposition(view.word(at)) {
                self.add(Role::Object, self.whole(at + 1, Shape::Object));
                return;
            }
            if !verb.says() || view.word(at) == "as" {
                return;
            }
        }
        if tag == Tag::To || tag == Tag::Not && view.tag(at + 1) == Tag::To {
            if verb.takes(frame::INFINITIVE | frame::STANCE_INFINITIVE) {
                self.add(Role::Infinitive, self.whole(at, Shape::Object));
            }
            return;
        }
        if clausal && bare_clause(scene, at) {
            self.add(Role::Bare, self.whole(at, Shape::Clause));
            return;
        }
        if objects {
            if verb.takes(frame::OBJECT | frame::STANCE_OBJECT | frame::STANCE_ORDER) || named(scene, at) {
                self.object(at);
            }
            return;
        }
        let opens = tag.in_phrase() || matches!(tag, Tag::Pronoun | Tag::Gerund);
        if verb.takes(frame::BARE) && opens && view.to - at > 3 {
            self.add(Role::Bare, self.whole(at, Shape::Clause));
            return;
        }
        // "made a claim"; in "made the claim that" the noun is the better cue.
        let base = view.base_end(at);
        if verb.takes(frame::LIGHT) && base > at && self.speaks(base - 1) && view.tag(base) != Tag::That {
            self.object(at);
        }
    }

    /// A noun of saying, or something to speak in.
    fn speaks(&self, noun: usize) -> bool {
        let view = &self.scene.view;
        view.words.class(noun).takes(frame::NOUNS) || view.is(noun, flag::VENUE)
    }

    /// "the charge", and "the following comment: …", "her exit in a letter: …"
    fn object(&mut self, at: usize) {
        let scene = self.scene;
        let view = &scene.view;
        let Some(object) = self.whole(at, Shape::Object) else {
            return;
        };
        let base = view.base_end(at).clamp(at + 1, object.end);
        let mut end = object.end;
        let announces = self.speaks(end - 1) || self.speaks(base - 1);
        push(self.parts, Role::Object, object);
        let venue = view.end(end + 1);
        if view.tag(end) == Tag::Preposition && view.tag(venue) == Tag::Colon && self.speaks(view.base_end(end + 1) - 1)
        {
            push(self.parts, Role::Venue, end..venue);
            end = venue;
        } else if !announces {
            return;
        }
        if view.tag(end) == Tag::Colon {
            self.add(Role::Quotation, scene.rest(end + 1));
        }
    }

    /// "told CNN (that) …", "asked the court to …", "warned him against …"
    fn addressed(&mut self, at: usize) -> bool {
        let (scene, verb) = (self.scene, self.verb);
        let view = &scene.view;
        let addressee = view.base_end(at);
        if addressee == at {
            return false;
        }
        let mut end = view.end(at);
        if end > addressee && view.does(addressee, usage::ADJUNCT) {
            end = addressee;
        }
        let named = Part {
            role: Role::Addressee,
            tokens: Tokens::new(at, end),
        };
        let end = self.over_circumstances(end);
        let mut i = end;
        if view.tag(i) == Tag::Relative || view.tag(i) == Tag::Comma && view.tag(i + 1) == Tag::Relative {
            // "told the mayors who gathered in Tor, …"
            i = (i..view.to)
                .take(25)
                .find(|j| view.tag(*j) == Tag::Comma && *j > end + 1)
                .unwrap_or(i);
        }
        if view.tag(i) == Tag::Comma {
            i += 1;
        }
        let (role, range) = match view.tag(i) {
            Tag::That | Tag::Question => (Role::That, self.whole(i, Shape::Clause)),
            Tag::Quote => (Role::Quotation, scene.quoted(verb.head, i)),
            Tag::Colon => (Role::Quotation, scene.rest(i + 1)),
            Tag::To if i == end => (Role::Infinitive, self.whole(i, Shape::Object)),
            Tag::Not if view.tag(i + 1) == Tag::To && i == end => (Role::Infinitive, self.whole(i, Shape::Object)),
            _ if view.tag(addressee) == Tag::Preposition && verb.takes_preposition(view.word(addressee)) => {
                (Role::Object, self.whole(addressee + 1, Shape::Object))
            }
            _ if i == end && verb.takes(frame::TELL) && bare_clause(scene, i) => {
                (Role::Bare, self.whole(i, Shape::Clause))
            }
            _ => return false,
        };
        range.is_some_and(|range| {
            self.parts.push(named);
            push(self.parts, role, range);
            true
        })
    }

    /// A preposition that tells when, where or by what means.
    fn circumstantial(&self, at: usize) -> bool {
        let view = &self.scene.view;
        match view.word(at) {
            "by" => is_channel(view.words, at + 1),
            _ => view.does(at, usage::CIRCUMSTANCE),
        }
    }

    /// Adjuncts behind the addressee: "told CNN on Monday that", "told the paper in an interview".
    fn over_circumstances(&mut self, mut end: usize) -> usize {
        let scene = self.scene;
        let view = &scene.view;
        for _ in 0..4 {
            let time = view.time_end(end);
            if time > end && view.tag(end) != Tag::Determiner {
                end = time;
            } else if view.tag(end) == Tag::Preposition && self.circumstantial(end) {
                let time = view.time_end(end + 1);
                let base = if time > end + 1 { time } else { view.end(end + 1) };
                if base == end + 1 {
                    break;
                }
                let spoken = time <= end + 1 && (end + 1..base).any(|i| view.is(i, flag::VENUE));
                if spoken || view.word(end) == "by" {
                    push(self.parts, Role::Venue, end..base);
                }
                end = base;
            } else if view.tag(end) == Tag::Adverb {
                end += 1;
            } else {
                break;
            }
        }
        end
    }
}

/// Whether what the object is made out to be stands behind it: "called it a lie", not "called a taxi".
fn named(scene: &Scene<'_>, at: usize) -> bool {
    let view = &scene.view;
    let base = view.base_end(at);
    let end = view.end(at);
    let quoted = (at..view.to)
        .take(14)
        .take_while(|i| !matches!(view.tag(*i), Tag::Stop | Tag::Semicolon))
        .any(|i| view.tag(i) == Tag::Quote);
    quoted
        || [base, end].iter().any(|&end| {
            end > at
                && (matches!(
                    view.tag(end),
                    Tag::Determiner
                        | Tag::Adjective
                        | Tag::Possessive
                        | Tag::Noun
                        | Tag::Name
                        | Tag::Gerund
                        | Tag::Participle
                        | Tag::Finite
                ) || view.tag(end) == Tag::Adverb && matches!(view.tag(end + 1), Tag::Adjective | Tag::Quote)
                    || matches!(view.word(end), "as" | "to"))
        })
        || end > at + 1 && view.tag(end - 1) == Tag::Adjective && view.tag(end - 2).ends_phrase()
}

/// Whether a clause without "that" begins here: a phrase with a finite verb behind it.
fn bare_clause(scene: &Scene<'_>, at: usize) -> bool {
    let view = &scene.view;
    match view.tag(at) {
        Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::To | Tag::Finite | Tag::Auxiliary => return false,
        Tag::Subordinator => return matches!(view.word(at), "if" | "unless" | "whenever"),
        Tag::Pronoun if view.is(at, flag::FUSED) => return true,
        _ => {}
    }
    if matches!(view.word(at), "there" | "if") {
        return true;
    }
    // `said Roe "has no plan"`
    let base = view.base_end(at);
    if base > at
        && view.tag(base) == Tag::Quote
        && scene
            .quote_range(base)
            .is_some_and(|r| r.start == base && r.end > base + 3)
    {
        return true;
    }
    let prefixed = matches!(view.tag(at), Tag::Preposition | Tag::Adverb | Tag::Time | Tag::Gerund);
    scene
        .groups
        .iter()
        .filter(|g| g.kind == VerbForm::Finite && g.start() > at && g.start() < at + 40 && !g.relative)
        .any(|g| {
            let Some(subject) = &g.subject() else { return false };
            if subject.start < at || subject.start > at + 25 {
                return false;
            }
            let broken = (at..g.start()).any(|i| matches!(view.tag(i), Tag::Semicolon | Tag::Dash | Tag::Colon));
            let between = (at..subject.start).any(|i| view.tag(i).is_verb() || view.tag(i) == Tag::Comma);
            !broken && (prefixed || subject.start == at || !between)
        })
}

//! Verb groups: the whole of "has repeatedly declined to say", with auxiliaries, negation, adverbs, carriers and head.

use crate::document::english::clause::{Group, Tense, VerbForm};
use crate::document::english::phrase::SentenceView;
use crate::document::english::subject;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, usage};

/// Appends all groups of a sentence, left to right, with their subjects.
pub(crate) fn groups(view: &SentenceView<'_>, all: &mut Vec<Group>) {
    let first = all.len();
    let mut at = view.from;
    while at < view.to {
        match group_at(view, at) {
            Some(group) => {
                at = group.end().max(at + 1);
                all.push(group);
            }
            None => at += 1,
        }
    }
    subject::find(view, &mut all[first..]);
}

fn skip_adverbs(view: &SentenceView<'_>, mut at: usize) -> usize {
    while matches!(view.tag(at), Tag::Adverb | Tag::Not) && at < view.to {
        at += 1;
    }
    at
}

/// A group while its words are read.
struct Reading<'v, 'a> {
    view: &'v SentenceView<'a>,
    /// Where it begins, adverbs in front aside.
    at: usize,
    end: usize,
    head: usize,
    /// The last auxiliary is a form of "be".
    be: bool,
    passive: bool,
    negated: bool,
    /// A verb with a meaning of its own has been found.
    lexical: bool,
}

fn group_at(view: &SentenceView<'_>, at: usize) -> Option<Group> {
    let mut kind = match view.tag(at) {
        Tag::Finite | Tag::Auxiliary | Tag::Base | Tag::Linking => VerbForm::Finite,
        Tag::To => VerbForm::Infinitive,
        Tag::Gerund => VerbForm::Gerund,
        Tag::Participle => VerbForm::Participle,
        _ => return None,
    };
    // "she's told": the auxiliary is part of the pronoun.
    let fused = view.before(at) == Tag::Pronoun && view.is(at - 1, flag::FUSED);
    let mut group = Reading {
        view,
        at,
        end: at + 1,
        head: at,
        be: matches!(view.tag(at), Tag::Auxiliary | Tag::Linking) && view.is(at, flag::BE) || fused,
        passive: kind == VerbForm::Participle && fused && !view.word(at - 1).ends_with("ve"),
        negated: view.word(at).ends_with("n't") || view.word(at) == "cannot",
        lexical: matches!(view.tag(at), Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle),
    };
    if fused {
        kind = VerbForm::Finite;
    }
    if view.tag(at) == Tag::Linking && view.word(at) == "having" {
        kind = VerbForm::Gerund;
    }
    while !group.lexical && group.over_auxiliary() {}
    let first = group.head;
    let mut turns = 0;
    while turns < 3 && !group.passive && group.over_carrier() {
        turns += 1;
    }
    let start = group.adverbs_in_front();
    let mut found = Group::new(start, group.end, first, group.head, kind);
    found.passive = group.passive;
    found.negated = group.negated;
    (found.tense, found.modal) = tense(view, at, kind, fused);
    Some(found)
}

impl Reading<'_, '_> {
    fn take(&mut self, verb: usize) {
        self.head = verb;
        self.end = verb + 1;
    }

    /// Goes on from an auxiliary to the next verb form, over adverbs; false when there is none.
    fn over_auxiliary(&mut self) -> bool {
        let view = self.view;
        let mut next = skip_adverbs(view, self.end);
        // "Did Roe say": one phrase may stand between.
        let inverts = next == self.end
            && view.tag(self.at) == Tag::Auxiliary
            && view.before(self.at) != Tag::Relative
            && view.tag(next) == Tag::Pronoun
            && self.end == self.at + 1
            && !view.is(self.at, flag::BE);
        next += usize::from(inverts);
        let inside = over_adverbial(view, self.end - 1, next);
        self.negated |= (self.end..next).any(|i| view.tag(i) == Tag::Not);
        match view.tag(inside.unwrap_or(next)) {
            Tag::Linking => {
                self.be = view.is(next, flag::BE);
                self.take(next);
            }
            Tag::Participle | Tag::Finite if inside.is_some() => {
                self.passive = self.be;
                self.take(inside.unwrap_or(next));
                self.lexical = true;
            }
            Tag::Participle => {
                self.passive = self.be;
                self.take(next);
                self.lexical = true;
            }
            Tag::Gerund | Tag::Base => {
                self.take(next);
                self.lexical = true;
            }
            Tag::Auxiliary
                if view.tag(self.at) == Tag::To
                    || view.tag(self.end - 1) == Tag::Auxiliary
                        && next == self.end
                        && view.is(next, flag::HAVE | flag::BE | flag::DO) =>
            {
                self.be = view.is(next, flag::BE);
                self.take(next);
            }
            _ => return false,
        }
        true
    }

    /// "went on to say", "began to ask", "continues to insist", "came out and said"; false when no verb is carried.
    fn over_carrier(&mut self) -> bool {
        let (view, end) = (self.view, self.end);
        let carrier = view.is(self.head, flag::CARRIER)
            || view.is(self.head, flag::HAVE) && !self.lexical && view.tag(end) == Tag::To;
        let going = self.be && !self.lexical && view.tag(end) == Tag::To;
        if !carrier && !going {
            return false;
        }
        let mut next = end;
        if matches!(view.word(next), "on" | "out" | "ahead" | "back") && view.tag(self.head) != Tag::Auxiliary {
            next += 1;
        }
        next = skip_adverbs(view, next);
        let framed = |at: usize| view.words.class(at).frames != 0;
        let verb = match view.tag(next) {
            Tag::To => skip_adverbs(view, next + 1),
            Tag::Gerund if framed(next) => next,
            Tag::Coordinator
                if view.word(next) == "and" && framed(next + 1) && next > end && view.tag(next + 1).is_verb() =>
            {
                next + 1
            }
            _ => return false,
        };
        let carried = matches!(view.tag(verb), Tag::Base | Tag::Gerund | Tag::Finite);
        if carried {
            self.take(verb);
        }
        carried
    }

    /// Where the group begins with the adverbs in front: "also said", "repeatedly denied".
    fn adverbs_in_front(&mut self) -> usize {
        let view = self.view;
        let mut start = self.at;
        while start > view.from {
            let before = start - 1;
            let adverb = view.tags[before] == Tag::Adverb && !view.does(before, usage::APART);
            if !adverb && view.tags[before] != Tag::Not {
                break;
            }
            self.negated |= view.tags[before] == Tag::Not;
            start = before;
        }
        start
    }
}

/// "has on several occasions said", "was in recent weeks described by": the participle behind an adverbial that begins at `at`,
/// directly behind the auxiliary.
fn over_adverbial(view: &SentenceView<'_>, auxiliary: usize, at: usize) -> Option<usize> {
    let has = view.is(auxiliary, flag::HAVE);
    if view.tag(auxiliary) != Tag::Auxiliary || !has && !view.is(auxiliary, flag::BE) {
        return None;
    }
    let comma = usize::from(view.tag(at) == Tag::Comma);
    let first = at + comma;
    let preposition = usize::from(view.tag(first) == Tag::Preposition || view.word(first) == "since");
    let time = view.time_end(first + preposition);
    let end = if time > first + preposition {
        time
    } else if has && preposition == 1 {
        view.base_end(first + 1)
    } else {
        return None;
    };
    let apart = usize::from(view.tag(end) == Tag::Comma);
    let verb = skip_adverbs(view, end + apart);
    let participle =
        view.tag(verb) == Tag::Participle || has && view.tag(verb) == Tag::Finite && view.is(verb, flag::VBN);
    (end > first + preposition && apart == comma && participle).then_some(verb)
}

/// When a group whose first verb form stands at `at` says it happens, and whether that is a modal.
fn tense(view: &SentenceView<'_>, at: usize, kind: VerbForm, fused: bool) -> (Tense, bool) {
    if kind != VerbForm::Finite {
        return (Tense::None, false);
    }
    let at = if fused { at - 1 } else { at };
    let word = view.word(at);
    match word {
        "will" | "shall" | "won't" => return (Tense::Future, true),
        _ if fused && word.ends_with("'ll") => return (Tense::Future, true),
        _ if view.does(at, usage::PAST) => return (Tense::Past, false),
        _ => {}
    }
    let class = view.words.class(at);
    let modal = class.is(flag::MODAL) || fused && word.ends_with("'d");
    let past = view.tag(at) == Tag::Finite && class.is(flag::VBD) && !class.is(flag::VBZ);
    (if past { Tense::Past } else { Tense::Present }, modal)
}

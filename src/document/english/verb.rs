//! Verb groups: the whole of "has repeatedly declined to say", with auxiliaries, negation, adverbs, carriers and head.

use crate::document::english::clause::{Group, Tense, VerbForm};
use crate::document::english::phrase::SentenceView;
use crate::document::english::subject;
use crate::document::english::tag::Tag;
use crate::document::english::words::flag;

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

fn group_at(view: &SentenceView<'_>, at: usize) -> Option<Group> {
    let mut kind = match view.tag(at) {
        Tag::Finite | Tag::Auxiliary | Tag::Base | Tag::Linking => VerbForm::Finite,
        Tag::To => VerbForm::Infinitive,
        Tag::Gerund => VerbForm::Gerund,
        Tag::Participle => VerbForm::Participle,
        _ => return None,
    };
    let fused = view.before(at) == Tag::Pronoun && view.is(at - 1, flag::FUSED);
    if fused {
        kind = VerbForm::Finite;
    }
    if view.tag(at) == Tag::Linking && view.word(at) == "having" {
        kind = VerbForm::Gerund;
    }
    let mut negated = false;
    let mut head = at;
    let mut end = at + 1;
    let mut be = matches!(view.tag(at), Tag::Auxiliary | Tag::Linking) && view.is(at, flag::BE) || fused;
    let mut passive = false;
    let mut lexical = matches!(view.tag(at), Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle);
    negated |= view.word(at).ends_with("n't") || view.word(at) == "cannot";
    if kind == VerbForm::Participle && fused {
        passive = !view.word(at - 1).ends_with("ve");
    }
    while !lexical {
        let mut next = skip_adverbs(view, end);
        // "Did Roe say": one phrase may stand between.
        if next == end
            && view.tag(at) == Tag::Auxiliary
            && view.before(at) != Tag::Relative
            && view.tag(next) == Tag::Pronoun
            && end == at + 1
            && !view.is(at, flag::BE)
        {
            next += 1;
        }
        negated |= (end..next).any(|i| view.tag(i) == Tag::Not);
        match view.tag(next) {
            Tag::Linking => {
                be = view.is(next, flag::BE);
                head = next;
                end = next + 1;
            }
            Tag::Participle => {
                passive = be;
                head = next;
                end = next + 1;
                lexical = true;
            }
            Tag::Gerund | Tag::Base => {
                head = next;
                end = next + 1;
                lexical = true;
            }
            Tag::Auxiliary
                if view.tag(at) == Tag::To
                    || view.tag(end - 1) == Tag::Auxiliary
                        && next == end
                        && view.is(next, flag::HAVE | flag::BE | flag::DO) =>
            {
                be = view.is(next, flag::BE);
                head = next;
                end = next + 1;
            }
            _ => break,
        }
    }
    let first = head;
    // "went on to say", "began to ask", "continues to insist", "came out and said"
    let mut turns = 0;
    while turns < 3 && !passive {
        turns += 1;
        let carrier = view.is(head, flag::CARRIER) || view.is(head, flag::HAVE) && !lexical && view.tag(end) == Tag::To;
        let going = be && !lexical && view.tag(end) == Tag::To;
        if !carrier && !going {
            break;
        }
        let mut next = end;
        if matches!(view.word(next), "on" | "out" | "ahead" | "back") && view.tag(head) != Tag::Auxiliary {
            next += 1;
        }
        next = skip_adverbs(view, next);
        let verb = match view.tag(next) {
            Tag::To => skip_adverbs(view, next + 1),
            Tag::Gerund if view.words.class(next).frames != 0 => next,
            Tag::Coordinator
                if view.word(next) == "and"
                    && view.words.class(next + 1).frames != 0
                    && next > end
                    && view.tag(next + 1).is_verb() =>
            {
                next + 1
            }
            _ => break,
        };
        if !matches!(view.tag(verb), Tag::Base | Tag::Gerund | Tag::Finite) {
            break;
        }
        head = verb;
        end = verb + 1;
    }
    // Adverbs in front: "also said", "repeatedly denied".
    let mut start = at;
    while start > view.from
        && (matches!(view.tags[start - 1], Tag::Not)
            || view.tags[start - 1] == Tag::Adverb
                && !matches!(
                    view.words.word(start - 1),
                    "however"
                        | "meanwhile"
                        | "here"
                        | "there"
                        | "too"
                        | "ago"
                        | "therefore"
                        | "so"
                        | "even"
                        | "instead"
                ))
    {
        negated |= view.tags[start - 1] == Tag::Not;
        start -= 1;
    }
    let mut group = Group::new(start, end, first, head, kind);
    group.passive = passive;
    group.negated = negated;
    (group.tense, group.modal) = tense(view, at, kind, fused);
    Some(group)
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
        "was" | "were" | "had" | "did" | "wasn't" | "weren't" | "hadn't" | "didn't" => return (Tense::Past, false),
        _ if fused && word.ends_with("'ll") => return (Tense::Future, true),
        _ => {}
    }
    let class = view.words.class(at);
    let modal = class.is(flag::MODAL) || fused && word.ends_with("'d");
    let past = view.tag(at) == Tag::Finite && class.is(flag::VBD) && !class.is(flag::VBZ);
    (if past { Tense::Past } else { Tense::Present }, modal)
}

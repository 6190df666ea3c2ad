//! Who does what a verb group says.
//!
//! Looked for to the left of the group, over appositions, relative clauses and time expressions, or shared with the group it
//! continues.

use std::ops::Range;

use crate::document::english::clause::{Group, VerbForm};
use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame};

/// Finds the subjects of a sentence's groups, left to right.
pub(crate) fn find(view: &SentenceView<'_>, groups: &mut [Group]) {
    for index in 0..groups.len() {
        let (subject, relative, shared) = subject(view, groups, index);
        let group = &mut groups[index];
        group.set_subject(subject);
        group.relative = relative;
        group.shared = shared;
    }
    // "Speaking on Monday, Roe said": the gerund that opens the sentence shares what follows.
    let opens = groups.len() > 1
        && groups[0].subject().is_none()
        && groups[0].kind != VerbForm::Finite
        && groups[0].start() <= view.from + 2;
    if opens && let Some(subject) = opened_main(view, groups) {
        groups[0].set_subject(Some(subject));
        groups[0].shared = true;
    }
}

/// The subject of the main group behind an opening gerund: it follows a comma.
fn opened_main(view: &SentenceView<'_>, groups: &[Group]) -> Option<Range<usize>> {
    let mut finite = groups
        .iter()
        .skip(1)
        .filter(|g| g.kind == VerbForm::Finite && !g.relative);
    finite.find_map(|g| g.subject().filter(|s| view.before(s.start) == Tag::Comma))
}

type Found = (Option<Range<usize>>, bool, bool);

fn subject(view: &SentenceView<'_>, groups: &[Group], index: usize) -> Found {
    let group = &groups[index];
    let none = (None, false, false);
    if group.start() <= view.from {
        return none;
    }
    match group.kind {
        VerbForm::Finite => finite_subject(view, groups, index, group.start() - 1),
        VerbForm::Gerund => gerund_subject(view, groups, index),
        VerbForm::Infinitive => {
            // The purpose or promise of the group before, or of its object ("urged him to say").
            let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
                return none;
            };
            if group.start() - before.end() > 12 {
                return none;
            }
            (before.subject(), before.relative, true)
        }
        VerbForm::Participle => {
            let last = group.start() - 1;
            if view.tag(last).ends_phrase() {
                return (Some(view.start(last)..last + 1), false, false);
            }
            none
        }
    }
}

/// Whether the group's clause hangs on another verb: "that she left", "said she left", "who left".
fn embedded(view: &SentenceView<'_>, group: &Group) -> bool {
    let Some(subject) = &group.subject() else { return true };
    if group.relative {
        return true;
    }
    match view.before(subject.start) {
        Tag::That | Tag::Question | Tag::Relative | Tag::Subordinator => subject.start > view.from + 1,
        Tag::Finite | Tag::Base | Tag::Gerund => true,
        Tag::Preposition => matches!(
            view.word(subject.start - 1),
            "after" | "before" | "since" | "until" | "as"
        ),
        _ => false,
    }
}

/// The nearest group to the left that is finite and stands in the main clause.
fn main_before<'g>(view: &SentenceView<'_>, groups: &'g [Group], index: usize) -> Option<&'g Group> {
    let finite = |g: &&Group| g.kind == VerbForm::Finite && g.subject().is_some() && !g.relative;
    let before = &groups[..index];
    before
        .iter()
        .rev()
        .take(8)
        .filter(finite)
        .find(|g| !embedded(view, g))
        .or_else(|| before.iter().rev().take(8).find(finite))
}

fn gerund_subject(view: &SentenceView<'_>, groups: &[Group], index: usize) -> Found {
    let group = &groups[index];
    let last = group.start() - 1;
    let tag = view.tag(last);
    if tag == Tag::Pronoun && view.is(last, flag::FUSED) {
        return (Some(last..last + 1), false, false);
    }
    if tag == Tag::Relative {
        return (Some(last..last + 1), true, false);
    }
    if tag.ends_phrase() {
        // "polls showing", "a man saying"; but "issued a statement saying" shares the main subject.
        return (Some(view.start(last)..last + 1), false, false);
    }
    match main_before(view, groups, index) {
        Some(main) => (main.subject(), false, true),
        None => (None, false, false),
    }
}

fn finite_subject(view: &SentenceView<'_>, groups: &[Group], index: usize, mut last: usize) -> Found {
    let none = (None, false, false);
    let mut turns = 0;
    loop {
        turns += 1;
        if turns > 8 {
            return none;
        }
        match view.tag(last) {
            Tag::Relative => return (Some(last..last + 1), true, false),
            Tag::Question if matches!(view.word(last), "who" | "what" | "which") => return none,
            Tag::Coordinator => return shared(groups, index, view, last),
            Tag::Comma => {
                if last <= view.from {
                    return none;
                }
                // ", however," and ", on Monday,"
                let inner = last - 1;
                if view.tag(inner) == Tag::Adverb && view.before(inner) == Tag::Comma && inner >= view.from + 2 {
                    last = inner - 2;
                    continue;
                }
                if let Some(found) = over_apposition(view, last) {
                    return found;
                }
                return shared(groups, index, view, last);
            }
            Tag::Close => {
                let Some(open) = (view.from..last).rev().take(15).find(|i| view.tags[*i] == Tag::Open) else {
                    return none;
                };
                if open <= view.from {
                    return none;
                }
                // "Roe (D-Tor) said": the bracket belongs to the name.
                let (found, relative, shared) = finite_subject(view, groups, index, open - 1);
                let found = found.map(|s| {
                    if s.end == open && last - open <= 6 {
                        s.start..last + 1
                    } else {
                        s
                    }
                });
                return (found, relative, shared);
            }
            Tag::Dash => {
                let Some(open) = (view.from..last).rev().take(30).find(|i| view.tags[*i] == Tag::Dash) else {
                    return none;
                };
                if open <= view.from {
                    return none;
                }
                last = open - 1;
                continue;
            }
            Tag::Time => match view.skip_time_left(last) {
                Some(before) if before < last && before >= view.from && !matches!(view.tag(before), Tag::Stop) => {
                    last = before;
                    continue;
                }
                _ => return none,
            },
            Tag::Pronoun if view.word(last).ends_with("sel") => return none,
            Tag::Pronoun if view.word(last).ends_with("self") || view.word(last).ends_with("selves") => {
                if last == view.from {
                    return none;
                }
                last -= 1;
                continue;
            }
            tag if tag.ends_phrase() || tag == Tag::Adjective || tag == Tag::Possessive && view.word(last) != "'s" => {
                if let Some(before) = view.skip_time_left(last)
                    && before < last
                    && before > view.from
                    && (view.tag(before).ends_phrase() || view.tag(before) == Tag::Comma)
                {
                    last = before;
                    continue;
                }
                return phrase_subject(view, groups, index, last);
            }
            // "Roe back in May said"
            Tag::Adverb if last > view.from + 1 && view.before(last) == Tag::Name => last -= 1,
            Tag::Quote => {
                // "the 'Bern' campaign": a quoted name can be the subject; a closing quote of speech cannot.
                return none;
            }
            _ => return none,
        }
    }
}

/// The subject of the group that this one is coordinated with.
fn shared(groups: &[Group], index: usize, view: &SentenceView<'_>, at: usize) -> Found {
    let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
        return (None, false, false);
    };
    let _ = before;
    let own = &groups[index];
    let finite = || {
        groups[..index]
            .iter()
            .rev()
            .take(6)
            .filter(|g| g.kind == VerbForm::Finite)
    };
    // Verbs that share a subject share their form, and the main clause comes first.
    let form = |g: &Group| {
        let class = view.words.class(g.start().max(g.first().min(g.head())));
        (
            view.tag(g.first()) == Tag::Finite,
            class.flags & (flag::VBD | flag::VBZ),
        )
    };
    let candidate = finite()
        .find(|g| form(g) == form(own) && !embedded(view, g))
        .or_else(|| finite().find(|g| form(g) == form(own)))
        .or_else(|| finite().next());
    match candidate {
        Some(g) if at - g.end().min(at) < 45 => {
            let _ = view;
            (g.subject(), g.relative, true)
        }
        _ => (None, false, false),
    }
}

fn phrase_subject(view: &SentenceView<'_>, groups: &[Group], index: usize, last: usize) -> Found {
    let start = view.start(last);
    let phrase = start..last + 1;
    // Does a verb govern this phrase? Then it is that verb's object, and the subject is further left.
    let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
        return (Some(phrase), false, false);
    };
    let mut edge = start;
    while edge > before.end()
        && matches!(
            view.tags[edge - 1],
            Tag::Preposition
                | Tag::Determiner
                | Tag::Adverb
                | Tag::Noun
                | Tag::Name
                | Tag::Adjective
                | Tag::Number
                | Tag::Possessive
                | Tag::Time
        )
    {
        // "arrested in Ohio on Monday said": only prepositions and phrases between.
        edge -= 1;
    }
    let touching = edge == before.end();
    if !touching {
        return (Some(phrase), false, false);
    }
    let class = view.words.class(before.head());
    let preposed = start > before.end() && view.before(start) == Tag::Preposition;
    let takes_clause = class.takes(
        frame::CLAUSE
            | frame::TELL
            | frame::STANCE_CLAUSE
            | frame::STANCE_OBJECT
            | frame::ASK
            | frame::RAISE
            | frame::PASSIVE,
    );
    if takes_clause && !preposed && !before.relative {
        return (Some(phrase), false, false);
    }
    match before.kind {
        VerbForm::Finite if before.relative && before.subject().is_some() => {
            // "the officials who met him said"
            let Some(relative) = before.subject() else {
                return (Some(phrase), false, false);
            };
            if relative.start > view.from && view.tag(relative.start - 1).ends_phrase() {
                let head = view.start(relative.start - 1);
                return (Some(head..last + 1), false, false);
            }
            (Some(phrase), false, false)
        }
        VerbForm::Participle | VerbForm::Gerund
            if before.start() > view.from && view.tag(before.start() - 1).ends_phrase() =>
        {
            let head = view.start(before.start() - 1);
            (Some(head..last + 1), false, false)
        }
        VerbForm::Infinitive
            if !takes_clause
                && before.subject().is_none()
                && before.start() > view.from
                && view.tag(before.start() - 1).ends_phrase() =>
        {
            let head = view.start(before.start() - 1);
            (Some(head..last + 1), false, false)
        }
        VerbForm::Finite
            if preposed
                && !before.shared
                && !takes_clause
                && view.is(before.head(), flag::VBN)
                && before.first() == before.start() =>
        {
            let Some(own) = before.subject() else {
                return (Some(phrase), false, false);
            };
            (Some(own.start..last + 1), false, false)
        }
        _ => (Some(phrase), false, false),
    }
}

/// "Roe, the minister of defence, said": the phrase before the appositions that end at this comma.
fn over_apposition(view: &SentenceView<'_>, comma: usize) -> Option<Found> {
    let mut close = comma;
    for _ in 0..4 {
        let open = (view.from..close).rev().take(35).find(|i| {
            matches!(
                view.tags[*i],
                Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Quote | Tag::Colon | Tag::Open
            )
        })?;
        if view.tags[open] != Tag::Comma || open <= view.from {
            return None;
        }
        let start = open + 1;
        if start >= close {
            return None;
        }
        if !modifies(view, start, close) {
            return None;
        }
        let last = open - 1;
        if !view.tag(last).ends_phrase() && view.tag(last) != Tag::Close && view.tag(last) != Tag::Time {
            return None;
        }
        let mut name = last;
        if view.tag(last) == Tag::Close {
            let bracket = (view.from..last).rev().take(12).find(|i| view.tags[*i] == Tag::Open)?;
            name = bracket.checked_sub(1).filter(|n| *n >= view.from)?;
        }
        if view.tag(name) == Tag::Time {
            return None;
        }
        let head = view.start(name);
        // The phrase opens the clause, or a further apposition ("Roe, 22, of Tor, said") stands before it.
        let further = view.before(head) == Tag::Comma && head >= view.from + 2
            || view.before(head) == Tag::Preposition && head >= view.from + 2 && view.before(head - 1) == Tag::Comma;
        let modifier_chain = further && {
            let at = if view.before(head) == Tag::Comma {
                head
            } else {
                head - 1
            };
            modifies(view, at, open)
                && at >= view.from + 2
                && (view.tag(at - 2).ends_phrase())
                && !view.is(at - 2, flag::PERIOD)
                && (view.tag(at) == Tag::Number
                    || view.tag(at) == Tag::Preposition && view.word(at) == "of"
                    || view.tag(at) == Tag::Determiner
                    || view.is(at, flag::PERSON | flag::TITLE) && view.tag(at) == Tag::Noun
                    || view.word(at) == "who")
                && !matches!(
                    view.tag(view.start(at - 2).saturating_sub(1).max(view.from)),
                    Tag::Preposition
                )
        };
        if modifier_chain {
            close = open;
            continue;
        }
        let end = source_apposition(view, head, name + 1, comma);
        return Some((Some(head..end), false, false));
    }
    None
}

/// Whether the words between two commas can modify the phrase before them.
fn modifies(view: &SentenceView<'_>, start: usize, end: usize) -> bool {
    let tag = view.tag(start);
    let verb = (start..end).find(|i| matches!(view.tags[*i], Tag::Finite | Tag::Auxiliary));
    // No verb of its own: the first one, if any, stands in a relative clause.
    let verbless = verb.is_none_or(|verb| (start..verb).any(|i| view.tags[i] == Tag::Relative));
    match tag {
        Tag::Relative => true,
        Tag::Question => view.word(start) == "who",
        Tag::Preposition => verb.is_none(),
        Tag::Participle => true,
        // "The Post, citing officials who took part, said"
        Tag::Gerund => verbless,
        Tag::Number if end == start + 1 => true,
        Tag::Adverb | Tag::Not => true,
        Tag::Coordinator => false,
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number => verbless,
        _ => false,
    }
}

/// Where the source ends: an apposition right behind the name belongs to it, a mere clause does not.
fn source_apposition(view: &SentenceView<'_>, _head: usize, name_end: usize, comma: usize) -> usize {
    let start = name_end + 1;
    if view.tag(name_end) != Tag::Comma || start >= comma {
        return name_end;
    }
    match view.tag(start) {
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number
            if comma - start <= 25 =>
        {
            comma
        }
        Tag::Preposition if view.word(start) == "including" && comma - start <= 25 => comma,
        Tag::Relative if comma - start <= 14 => comma,
        _ => name_end,
    }
}

//! Verb groups and their subjects.
//!
//! A group is the whole of "has repeatedly declined to say": auxiliaries, negation, adverbs, carriers and head. Its subject is
//! looked for to the left, over appositions, relative clauses and time expressions, or shared with the group it continues.

use std::ops::Range;

use crate::document::english::phrase::Clause;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame};

/// Form of a verb group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GroupKind {
    Finite,
    Infinitive,
    Gerund,
    Participle,
}

/// One verb group.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// Token of the verb that carries the meaning.
    pub(crate) head: usize,
    /// Token of the first lexical verb.
    pub(crate) first: usize,
    pub(crate) kind: GroupKind,
    pub(crate) passive: bool,
    pub(crate) negated: bool,
    pub(crate) subject: Option<Range<usize>>,
    /// Whether the subject is a relative pronoun.
    pub(crate) relative: bool,
    /// Whether the subject stands before another group.
    pub(crate) shared: bool,
}

/// Appends all groups of a sentence, left to right, with their subjects.
pub(crate) fn groups(clause: &Clause<'_>, all: &mut Vec<Group>) {
    let first = all.len();
    let mut at = clause.from;
    while at < clause.to {
        match group_at(clause, at) {
            Some(group) => {
                at = group.end.max(at + 1);
                all.push(group);
            }
            None => at += 1,
        }
    }
    let out = &mut all[first..];
    for index in 0..out.len() {
        let (subject, relative, shared) = subject(clause, out, index);
        let group = &mut out[index];
        group.subject = subject;
        group.relative = relative;
        group.shared = shared;
    }
    // "Speaking on Monday, Roe said": the gerund that opens the sentence shares what follows.
    if out.len() > 1
        && out[0].subject.is_none()
        && matches!(
            out[0].kind,
            GroupKind::Gerund | GroupKind::Participle | GroupKind::Infinitive
        )
        && out[0].start <= clause.from + 2
        && let Some(main) = opened_main(clause, out)
    {
        let subject = main.subject.clone();
        out[0].subject = subject;
        out[0].shared = true;
    }
}

/// The main group behind an opening gerund: its subject follows a comma.
fn opened_main<'g>(clause: &Clause<'_>, groups: &'g [Group]) -> Option<&'g Group> {
    groups.iter().skip(1).find(|g| {
        g.kind == GroupKind::Finite
            && !g.relative
            && g.subject.as_ref().is_some_and(|s| clause.before(s.start) == Tag::Comma)
    })
}

fn skip_adverbs(clause: &Clause<'_>, mut at: usize) -> usize {
    while matches!(clause.tag(at), Tag::Adverb | Tag::Not) && at < clause.to {
        at += 1;
    }
    at
}

fn group_at(clause: &Clause<'_>, at: usize) -> Option<Group> {
    let mut kind = match clause.tag(at) {
        Tag::Finite | Tag::Auxiliary | Tag::Base | Tag::Linking => GroupKind::Finite,
        Tag::To => GroupKind::Infinitive,
        Tag::Gerund => GroupKind::Gerund,
        Tag::Participle => GroupKind::Participle,
        _ => return None,
    };
    let fused = clause.before(at) == Tag::Pronoun && clause.is(at - 1, flag::FUSED);
    if fused {
        kind = GroupKind::Finite;
    }
    if clause.tag(at) == Tag::Linking && clause.word(at) == "having" {
        kind = GroupKind::Gerund;
    }
    let mut negated = false;
    let mut head = at;
    let mut end = at + 1;
    let mut be = matches!(clause.tag(at), Tag::Auxiliary | Tag::Linking) && clause.is(at, flag::BE) || fused;
    let mut passive = false;
    let mut lexical = matches!(clause.tag(at), Tag::Finite | Tag::Base | Tag::Gerund | Tag::Participle);
    negated |= clause.word(at).ends_with("n't") || clause.word(at) == "cannot";
    if kind == GroupKind::Participle && fused {
        passive = !clause.word(at - 1).ends_with("ve");
    }
    while !lexical {
        let mut next = skip_adverbs(clause, end);
        // "Did Roe say": one phrase may stand between.
        if next == end
            && clause.tag(at) == Tag::Auxiliary
            && clause.before(at) != Tag::Relative
            && clause.tag(next) == Tag::Pronoun
            && end == at + 1
            && !clause.is(at, flag::BE)
        {
            next += 1;
        }
        negated |= (end..next).any(|i| clause.tag(i) == Tag::Not);
        match clause.tag(next) {
            Tag::Linking => {
                be = clause.is(next, flag::BE);
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
                if clause.tag(at) == Tag::To
                    || clause.tag(end - 1) == Tag::Auxiliary
                        && next == end
                        && clause.is(next, flag::HAVE | flag::BE | flag::DO) =>
            {
                be = clause.is(next, flag::BE);
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
        let carrier =
            clause.is(head, flag::CARRIER) || clause.is(head, flag::HAVE) && !lexical && clause.tag(end) == Tag::To;
        let going = be && !lexical && clause.tag(end) == Tag::To;
        if !carrier && !going {
            break;
        }
        let mut next = end;
        if matches!(clause.word(next), "on" | "out" | "ahead" | "back") && clause.tag(head) != Tag::Auxiliary {
            next += 1;
        }
        next = skip_adverbs(clause, next);
        let verb = match clause.tag(next) {
            Tag::To => skip_adverbs(clause, next + 1),
            Tag::Gerund if clause.words.class(next).frames != 0 => next,
            Tag::Coordinator
                if clause.word(next) == "and"
                    && clause.words.class(next + 1).frames != 0
                    && next > end
                    && clause.tag(next + 1).is_verb() =>
            {
                next + 1
            }
            _ => break,
        };
        if !matches!(clause.tag(verb), Tag::Base | Tag::Gerund | Tag::Finite) {
            break;
        }
        head = verb;
        end = verb + 1;
    }
    // Adverbs in front: "also said", "repeatedly denied".
    let mut start = at;
    while start > clause.from
        && (matches!(clause.tags[start - 1], Tag::Not)
            || clause.tags[start - 1] == Tag::Adverb
                && !matches!(
                    clause.words.word(start - 1),
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
        negated |= clause.tags[start - 1] == Tag::Not;
        start -= 1;
    }
    if start > clause.from && clause.tags[start - 1] == Tag::Comma && start < at {
        // ", then said": the adverb may belong to the clause before; harmless.
    }
    Some(Group {
        start,
        end,
        head,
        first,
        kind,
        passive,
        negated,
        subject: None,
        relative: false,
        shared: false,
    })
}

type Found = (Option<Range<usize>>, bool, bool);

fn subject(clause: &Clause<'_>, groups: &[Group], index: usize) -> Found {
    let group = &groups[index];
    let none = (None, false, false);
    if group.start <= clause.from {
        return none;
    }
    match group.kind {
        GroupKind::Finite => finite_subject(clause, groups, index, group.start - 1),
        GroupKind::Gerund => gerund_subject(clause, groups, index),
        GroupKind::Infinitive => {
            // The purpose or promise of the group before, or of its object ("urged him to say").
            let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
                return none;
            };
            if group.start - before.end > 12 {
                return none;
            }
            (before.subject.clone(), before.relative, true)
        }
        GroupKind::Participle => {
            let last = group.start - 1;
            if clause.tag(last).ends_phrase() {
                return (Some(clause.start(last)..last + 1), false, false);
            }
            none
        }
    }
}

/// Whether the group's clause hangs on another verb: "that she left", "said she left", "who left".
fn embedded(clause: &Clause<'_>, group: &Group) -> bool {
    let Some(subject) = &group.subject else { return true };
    if group.relative {
        return true;
    }
    match clause.before(subject.start) {
        Tag::That | Tag::Question | Tag::Relative | Tag::Subordinator => subject.start > clause.from + 1,
        Tag::Finite | Tag::Base | Tag::Gerund => true,
        Tag::Preposition => matches!(
            clause.word(subject.start - 1),
            "after" | "before" | "since" | "until" | "as"
        ),
        _ => false,
    }
}

/// The nearest group to the left that is finite and stands in the main clause.
fn main_before<'g>(clause: &Clause<'_>, groups: &'g [Group], index: usize) -> Option<&'g Group> {
    let finite = |g: &&Group| g.kind == GroupKind::Finite && g.subject.is_some() && !g.relative;
    let before = &groups[..index];
    before
        .iter()
        .rev()
        .take(8)
        .filter(finite)
        .find(|g| !embedded(clause, g))
        .or_else(|| before.iter().rev().take(8).find(finite))
}

fn gerund_subject(clause: &Clause<'_>, groups: &[Group], index: usize) -> Found {
    let group = &groups[index];
    let last = group.start - 1;
    let tag = clause.tag(last);
    if tag == Tag::Pronoun && clause.is(last, flag::FUSED) {
        return (Some(last..last + 1), false, false);
    }
    if tag == Tag::Relative {
        return (Some(last..last + 1), true, false);
    }
    if tag.ends_phrase() {
        // "polls showing", "a man saying"; but "issued a statement saying" shares the main subject.
        return (Some(clause.start(last)..last + 1), false, false);
    }
    match main_before(clause, groups, index) {
        Some(main) => (main.subject.clone(), false, true),
        None => (None, false, false),
    }
}

fn finite_subject(clause: &Clause<'_>, groups: &[Group], index: usize, mut last: usize) -> Found {
    let none = (None, false, false);
    let mut turns = 0;
    loop {
        turns += 1;
        if turns > 8 {
            return none;
        }
        match clause.tag(last) {
            Tag::Relative => return (Some(last..last + 1), true, false),
            Tag::Question if matches!(clause.word(last), "who" | "what" | "which") => return none,
            Tag::Coordinator => return shared(groups, index, clause, last),
            Tag::Comma => {
                if last <= clause.from {
                    return none;
                }
                // ", however," and ", on Monday,"
                let inner = last - 1;
                if clause.tag(inner) == Tag::Adverb && clause.before(inner) == Tag::Comma && inner >= clause.from + 2 {
                    last = inner - 2;
                    continue;
                }
                if let Some(found) = over_apposition(clause, last) {
                    return found;
                }
                return shared(groups, index, clause, last);
            }
            Tag::Close => {
                let Some(open) = (clause.from..last)
                    .rev()
                    .take(15)
                    .find(|i| clause.tags[*i] == Tag::Open)
                else {
                    return none;
                };
                if open <= clause.from {
                    return none;
                }
                // "Roe (D-Tor) said": the bracket belongs to the name.
                let (found, relative, shared) = finite_subject(clause, groups, index, open - 1);
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
                let Some(open) = (clause.from..last)
                    .rev()
                    .take(30)
                    .find(|i| clause.tags[*i] == Tag::Dash)
                else {
                    return none;
                };
                if open <= clause.from {
                    return none;
                }
                last = open - 1;
                continue;
            }
            Tag::Time => match clause.skip_time_left(last) {
                Some(before) if before < last && before >= clause.from && !matches!(clause.tag(before), Tag::Stop) => {
                    last = before;
                    continue;
                }
                _ => return none,
            },
            Tag::Pronoun if clause.word(last).ends_with("sel") => return none,
            Tag::Pronoun if clause.word(last).ends_with("self") || clause.word(last).ends_with("selves") => {
                if last == clause.from {
                    return none;
                }
                last -= 1;
                continue;
            }
            tag if tag.ends_phrase()
                || tag == Tag::Adjective
                || tag == Tag::Possessive && clause.word(last) != "'s" =>
            {
                if let Some(before) = clause.skip_time_left(last)
                    && before < last
                    && before > clause.from
                    && (clause.tag(before).ends_phrase() || clause.tag(before) == Tag::Comma)
                {
                    last = before;
                    continue;
                }
                return phrase_subject(clause, groups, index, last);
            }
            // "Roe back in May said"
            Tag::Adverb if last > clause.from + 1 && clause.before(last) == Tag::Name => last -= 1,
            Tag::Quote => {
                // "the 'Bern' campaign": a quoted name can be the subject; a closing quote of speech cannot.
                return none;
            }
            _ => return none,
        }
    }
}

/// The subject of the group that this one is coordinated with.
fn shared(groups: &[Group], index: usize, clause: &Clause<'_>, at: usize) -> Found {
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
            .filter(|g| g.kind == GroupKind::Finite)
    };
    // Verbs that share a subject share their form, and the main clause comes first.
    let form = |g: &Group| {
        let class = clause.words.class(g.start.max(g.first.min(g.head)));
        (
            clause.tag(g.first) == Tag::Finite,
            class.flags & (flag::VBD | flag::VBZ),
        )
    };
    let candidate = finite()
        .find(|g| form(g) == form(own) && !embedded(clause, g))
        .or_else(|| finite().find(|g| form(g) == form(own)))
        .or_else(|| finite().next());
    match candidate {
        Some(g) if at - g.end.min(at) < 45 => {
            let _ = clause;
            (g.subject.clone(), g.relative, true)
        }
        _ => (None, false, false),
    }
}

fn phrase_subject(clause: &Clause<'_>, groups: &[Group], index: usize, last: usize) -> Found {
    let start = clause.start(last);
    let phrase = start..last + 1;
    // Does a verb govern this phrase? Then it is that verb's object, and the subject is further left.
    let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
        return (Some(phrase), false, false);
    };
    let mut edge = start;
    while edge > before.end
        && matches!(
            clause.tags[edge - 1],
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
    let touching = edge == before.end;
    if !touching {
        return (Some(phrase), false, false);
    }
    let class = clause.words.class(before.head);
    let preposed = start > before.end && clause.before(start) == Tag::Preposition;
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
        GroupKind::Finite if before.relative && before.subject.is_some() => {
            // "the officials who met him said"
            let Some(relative) = before.subject.clone() else {
                return (Some(phrase), false, false);
            };
            if relative.start > clause.from && clause.tag(relative.start - 1).ends_phrase() {
                let head = clause.start(relative.start - 1);
                return (Some(head..last + 1), false, false);
            }
            (Some(phrase), false, false)
        }
        GroupKind::Participle | GroupKind::Gerund
            if before.start > clause.from && clause.tag(before.start - 1).ends_phrase() =>
        {
            let head = clause.start(before.start - 1);
            (Some(head..last + 1), false, false)
        }
        GroupKind::Infinitive
            if !takes_clause
                && before.subject.is_none()
                && before.start > clause.from
                && clause.tag(before.start - 1).ends_phrase() =>
        {
            let head = clause.start(before.start - 1);
            (Some(head..last + 1), false, false)
        }
        GroupKind::Finite
            if preposed
                && !before.shared
                && !takes_clause
                && clause.is(before.head, flag::VBN)
                && before.first == before.start =>
        {
            let Some(own) = before.subject.clone() else {
                return (Some(phrase), false, false);
            };
            (Some(own.start..last + 1), false, false)
        }
        _ => (Some(phrase), false, false),
    }
}

/// "Roe, the minister of defence, said": the phrase before the appositions that end at this comma.
fn over_apposition(clause: &Clause<'_>, comma: usize) -> Option<Found> {
    let mut close = comma;
    for _ in 0..4 {
        let open = (clause.from..close).rev().take(35).find(|i| {
            matches!(
                clause.tags[*i],
                Tag::Comma | Tag::Dash | Tag::Semicolon | Tag::Quote | Tag::Colon | Tag::Open
            )
        })?;
        if clause.tags[open] != Tag::Comma || open <= clause.from {
            return None;
        }
        let start = open + 1;
        if start >= close {
            return None;
        }
        if !modifies(clause, start, close) {
            return None;
        }
        let last = open - 1;
        if !clause.tag(last).ends_phrase() && clause.tag(last) != Tag::Close && clause.tag(last) != Tag::Time {
            return None;
        }
        let mut name = last;
        if clause.tag(last) == Tag::Close {
            let bracket = (clause.from..last)
                .rev()
                .take(12)
                .find(|i| clause.tags[*i] == Tag::Open)?;
            name = bracket.checked_sub(1).filter(|n| *n >= clause.from)?;
        }
        if clause.tag(name) == Tag::Time {
            return None;
        }
        let head = clause.start(name);
        // The phrase opens the clause, or a further apposition ("Roe, 22, of Tor, said") stands before it.
        let further = clause.before(head) == Tag::Comma && head >= clause.from + 2
            || clause.before(head) == Tag::Preposition
                && head >= clause.from + 2
                && clause.before(head - 1) == Tag::Comma;
        let modifier_chain = further && {
            let at = if clause.before(head) == Tag::Comma {
                head
            } else {
                head - 1
            };
            modifies(clause, at, open)
                && at >= clause.from + 2
                && (clause.tag(at - 2).ends_phrase())
                && !clause.is(at - 2, flag::PERIOD)
                && (clause.tag(at) == Tag::Number
                    || clause.tag(at) == Tag::Preposition && clause.word(at) == "of"
                    || clause.tag(at) == Tag::Determiner
                    || clause.is(at, flag::PERSON | flag::TITLE) && clause.tag(at) == Tag::Noun
                    || clause.word(at) == "who")
                && !matches!(
                    clause.tag(clause.start(at - 2).saturating_sub(1).max(clause.from)),
                    Tag::Preposition
                )
        };
        if modifier_chain {
            close = open;
            continue;
        }
        let end = source_apposition(clause, head, name + 1, comma);
        return Some((Some(head..end), false, false));
    }
    None
}

/// Whether the words between two commas can modify the phrase before them.
fn modifies(clause: &Clause<'_>, start: usize, end: usize) -> bool {
    let tag = clause.tag(start);
    let verb = (start..end).find(|i| matches!(clause.tags[*i], Tag::Finite | Tag::Auxiliary));
    // No verb of its own: the first one, if any, stands in a relative clause.
    let verbless = verb.is_none_or(|verb| (start..verb).any(|i| clause.tags[i] == Tag::Relative));
    match tag {
        Tag::Relative => true,
        Tag::Question => clause.word(start) == "who",
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
fn source_apposition(clause: &Clause<'_>, _head: usize, name_end: usize, comma: usize) -> usize {
    let start = name_end + 1;
    if clause.tag(name_end) != Tag::Comma || start >= comma {
        return name_end;
    }
    match clause.tag(start) {
        Tag::Determiner | Tag::Possessive | Tag::Noun | Tag::Name | Tag::Adjective | Tag::Number
            if comma - start <= 25 =>
        {
            comma
        }
        Tag::Preposition if clause.word(start) == "including" && comma - start <= 25 => comma,
        Tag::Relative if comma - start <= 14 => comma,
        _ => name_end,
    }
}

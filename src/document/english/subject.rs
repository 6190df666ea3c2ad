//! Who does what a verb group says.
//!
//! Looked for to the left of the group, over appositions, relative clauses and time expressions, or shared with the group it
//! continues.

use std::ops::Range;

use crate::document::english::apposition::over_apposition;
use crate::document::english::clause::{Group, VerbForm};
use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, frame};

/// Finds the subjects of a sentence's groups, left to right.
pub(crate) fn find(view: &SentenceView<'_>, groups: &mut [Group]) {
    for index in 0..groups.len() {
        let found = subject(view, groups, index);
        let group = &mut groups[index];
        group.set_subject(found.subject);
        group.relative = found.relative;
        group.shared = found.shared;
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

/// A subject, and how it belongs to its group.
struct Found {
    subject: Option<Range<usize>>,
    /// A relative pronoun.
    relative: bool,
    /// Another group's.
    shared: bool,
}

impl Found {
    const NONE: Found = Found {
        subject: None,
        relative: false,
        shared: false,
    };

    fn own(subject: Range<usize>, relative: bool) -> Found {
        Found {
            subject: Some(subject),
            relative,
            shared: false,
        }
    }

    fn of(group: &Group, relative: bool) -> Found {
        Found {
            subject: group.subject(),
            relative,
            shared: true,
        }
    }
}

fn subject(view: &SentenceView<'_>, groups: &[Group], index: usize) -> Found {
    let group = &groups[index];
    if group.start() <= view.from {
        return Found::NONE;
    }
    match group.kind {
        VerbForm::Finite => finite_subject(view, groups, index, group.start() - 1),
        VerbForm::Gerund => gerund_subject(view, groups, index),
        VerbForm::Infinitive => {
            // The purpose or promise of the group before, or of its object ("urged him to say").
            let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
                return Found::NONE;
            };
            if group.start() - before.end() > 12 {
                return Found::NONE;
            }
            Found::of(before, before.relative)
        }
        VerbForm::Participle => {
            let last = group.start() - 1;
            if view.tag(last).ends_phrase() {
                return Found::own(view.start(last)..last + 1, false);
            }
            Found::NONE
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
        return Found::own(last..last + 1, false);
    }
    if tag == Tag::Relative {
        return Found::own(last..last + 1, true);
    }
    if tag.ends_phrase() {
        // "polls showing", "a man saying"; but "issued a statement saying" shares the main subject.
        return Found::own(view.start(last)..last + 1, false);
    }
    match main_before(view, groups, index) {
        Some(main) => Found::of(main, false),
        None => Found::NONE,
    }
}

/// The subject of a finite group, from the token before it to the left.
fn finite_subject(view: &SentenceView<'_>, groups: &[Group], index: usize, mut last: usize) -> Found {
    for _ in 0..8 {
        let next = match view.tag(last) {
            Tag::Relative => return Found::own(last..last + 1, true),
            Tag::Coordinator => return shared(groups, index, view, last),
            Tag::Comma => {
                let Some(before) = over_parenthesis(view, last) else {
                    let apart = over_apposition(view, last).map(|subject| Found::own(subject, false));
                    return apart.unwrap_or_else(|| {
                        if last > view.from {
                            shared(groups, index, view, last)
                        } else {
                            Found::NONE
                        }
                    });
                };
                Some(before)
            }
            Tag::Close => return over_bracket(view, groups, index, last),
            Tag::Dash => {
                let Some(before) = opening(view, last, 30, Tag::Dash) else {
                    // "Roe, one of the wardens — has asked"
                    return over_apposition(view, last).map_or(Found::NONE, |subject| Found::own(subject, false));
                };
                Some(before)
            }
            Tag::Time => view
                .skip_time_left(last)
                .filter(|before| *before < last && *before >= view.from && view.tag(*before) != Tag::Stop),
            // "Figures released | show"
            Tag::Participle => return reduced(view, groups, index, last),
            Tag::Pronoun if view.word(last).ends_with("self") || view.word(last).ends_with("selves") => {
                last.checked_sub(1).filter(|before| *before >= view.from)
            }
            tag if tag.ends_phrase() || tag == Tag::Adjective || tag == Tag::Possessive && view.word(last) != "'s" => {
                let before = view.skip_time_left(last).filter(|before| {
                    *before < last
                        && *before > view.from
                        && (view.tag(*before).ends_phrase()
                            || matches!(view.tag(*before), Tag::Comma | Tag::Participle))
                });
                if before.is_none() {
                    return phrase_subject(view, groups, index, last);
                }
                before
            }
            // "Roe back in May said"
            Tag::Adverb if last > view.from + 1 && view.before(last) == Tag::Name => Some(last - 1),
            // "the 'Bern' campaign": a quoted name can be the subject; a closing quote of speech cannot.
            _ => None,
        };
        match next {
            Some(before) => last = before,
            None => return Found::NONE,
        }
    }
    Found::NONE
}

/// The token before the mark that opens what `close` closes.
fn opening(view: &SentenceView<'_>, close: usize, reach: usize, mark: Tag) -> Option<usize> {
    let open = (view.from..close).rev().take(reach).find(|i| view.tags[*i] == mark)?;
    (open > view.from).then(|| open - 1)
}

/// ", however," and the like: the token before.
fn over_parenthesis(view: &SentenceView<'_>, comma: usize) -> Option<usize> {
    let inner = comma.checked_sub(1).filter(|inner| *inner >= view.from + 2)?;
    (view.tag(inner) == Tag::Adverb && view.before(inner) == Tag::Comma).then(|| inner - 2)
}

/// "Roe (D-Tor) said": the bracket belongs to the name.
fn over_bracket(view: &SentenceView<'_>, groups: &[Group], index: usize, close: usize) -> Found {
    let Some(name) = opening(view, close, 15, Tag::Open) else {
        return Found::NONE;
    };
    let mut found = finite_subject(view, groups, index, name);
    if let Some(subject) = &mut found.subject
        && subject.end == name + 1
        && close - name <= 7
    {
        subject.end = close + 1;
    }
    found
}

/// "Figures released on Friday | show": the phrase with the participle behind it.
fn reduced(view: &SentenceView<'_>, groups: &[Group], index: usize, last: usize) -> Found {
    let participle = groups[..index]
        .iter()
        .rev()
        .find(|g| g.start() <= last && g.end() > last);
    let noun = participle
        .and_then(|g| g.start().checked_sub(1))
        .filter(|noun| *noun >= view.from);
    match noun {
        Some(noun) if view.tag(noun).ends_phrase() => Found::own(view.start(noun)..groups[index].start(), false),
        _ => Found::NONE,
    }
}

/// The subject of the group that this one is coordinated with.
fn shared(groups: &[Group], index: usize, view: &SentenceView<'_>, at: usize) -> Found {
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
        Some(g) if at - g.end().min(at) < 45 => Found::of(g, g.relative),
        _ => Found::NONE,
    }
}

/// The phrase that ends with `last`, or what it belongs to where a verb governs it.
fn phrase_subject(view: &SentenceView<'_>, groups: &[Group], index: usize, last: usize) -> Found {
    let start = behind_opener(view, view.start(last), last);
    let phrase = Found::own(start..last + 1, false);
    let Some(before) = index.checked_sub(1).and_then(|i| groups.get(i)) else {
        return phrase;
    };
    if !touches(view, before, start) {
        return phrase;
    }
    let preposed = start > before.end() && view.before(start) == Tag::Preposition;
    let takes_clause = view.words.class(before.head()).takes(
        frame::CLAUSE
            | frame::TELL
            | frame::STANCE_CLAUSE
            | frame::STANCE_OBJECT
            | frame::ASK
            | frame::RAISE
            | frame::PASSIVE,
    );
    if takes_clause && !preposed && !before.relative {
        return phrase;
    }
    let noun = before.start().checked_sub(1).filter(|noun| *noun >= view.from);
    let modified = noun.filter(|noun| view.tag(*noun).ends_phrase());
    let whole = match before.kind {
        // "the officials who met him said"
        VerbForm::Finite if before.relative => before
            .subject()
            .and_then(|pronoun| pronoun.start.checked_sub(1))
            .filter(|noun| *noun >= view.from && view.tag(*noun).ends_phrase())
            .map(|noun| view.start(noun)),
        VerbForm::Participle | VerbForm::Gerund => modified.map(|noun| view.start(noun)),
        VerbForm::Infinitive if !takes_clause && before.subject().is_none() => modified.map(|noun| view.start(noun)),
        VerbForm::Finite
            if preposed
                && !before.shared
                && !takes_clause
                && view.is(before.head(), flag::VBN)
                && before.first() == before.start() =>
        {
            before.subject().map(|own| own.start)
        }
        _ => None,
    };
    whole.map_or(phrase, |start| Found::own(start..last + 1, false))
}

/// Whether a verb governs the phrase that begins at `start`: only prepositions and phrases stand between ("arrested in Ohio on
/// Monday said").
fn touches(view: &SentenceView<'_>, before: &Group, start: usize) -> bool {
    (before.end()..start).all(|i| {
        matches!(
            view.tags[i],
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
    }) && before.end() <= start
}

/// "In the end | Ida Lund said", "Last week | Ida Lund said": an adverbial that opens the clause, with no comma behind it, is not the
/// subject's. Gives where the subject begins.
fn behind_opener(view: &SentenceView<'_>, start: usize, last: usize) -> usize {
    let at = match view.before(start) {
        Tag::Preposition => start - 1,
        _ if matches!(view.word(start), "last" | "this" | "next" | "earlier") => start,
        _ => return start,
    };
    let opens = matches!(
        view.before(at),
        Tag::Stop
            | Tag::Quote
            | Tag::Comma
            | Tag::Coordinator
            | Tag::That
            | Tag::Semicolon
            | Tag::Colon
            | Tag::Subordinator
    );
    let mut name = last + 1;
    while name > start && view.tag(name - 1) == Tag::Name {
        name -= 1;
    }
    let listed = (start..name).any(|i| view.tags[i] == Tag::Coordinator);
    if !opens || name > last || listed || view.word(at) == "as" {
        return start;
    }
    match view.before(name) {
        // "In Ostby | Ida Lund said"; not "With Mr. Lund", "After Ida Lund said"
        Tag::Preposition if last > name && !view.is(at, flag::SUBORDINATOR) && !view.is(name, flag::TITLE) => name + 1,
        Tag::Noun | Tag::Number | Tag::Time if name > start && !is_particle(view, name - 1) => {
            let mut first = name;
            while first > start + 1
                && view.is(first - 1, flag::PERSON | flag::TITLE)
                && view.tag(first - 1) == Tag::Noun
            {
                first -= 1;
            }
            first
        }
        _ => start,
    }
}

/// "de", "van", "bin" in a name.
fn is_particle(view: &SentenceView<'_>, at: usize) -> bool {
    view.tag(at) == Tag::Noun && view.word(at).len() <= 3 && !view.is(at, flag::NOUN | flag::PERIOD)
}

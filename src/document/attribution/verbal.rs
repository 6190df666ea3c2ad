//! Relations whose cue is a verb.
//!
//! For each verb group with a cue at its head, the words behind it decide the frame: a quotation, a clause, an infinitive, a
//! preposition, an object; with nothing behind it, the content is what stands before ("…, she said").

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::{Draft, Scene};
use crate::document::attribution::extent::Shape;
use crate::document::attribution::passive::{no_comment, passive, raised};
use crate::document::attribution::preceding::{inverted, left_content, preceding};
use crate::document::english::tag::Tag;
use crate::document::english::verb::{Group, GroupKind};
use crate::document::english::words::{Class, flag, frame, table};
use crate::document::page::token::Case;

/// Proposes a relation for every cue verb of the sentence.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let first = out.len();
    for index in 0..scene.groups.len() {
        let draft = relation(scene, index, out.get(first..).unwrap_or(&[]));
        out.extend(draft);
    }
}

/// A cue with its extent and frames.
pub(crate) struct Cue {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) head: usize,
    pub(crate) frames: u64,
}

fn relation(scene: &Scene<'_>, index: usize, earlier: &[Draft]) -> Option<Draft> {
    let view = &scene.view;
    let group = &scene.groups[index];
    let mut cue = cue_of(scene, group)?;
    let quoted = scene.quote_at.get(cue.head).copied();
    if cue.frames & frame::RAISE != 0 {
        return raised(scene, group, &cue);
    }
    if group.passive || group.kind == GroupKind::Participle {
        return passive(scene, index, &cue);
    }
    if is_epithet(scene, group, &cue) {
        return None;
    }
    let mut source = group.subject.clone();
    if source.is_none() && group.kind == GroupKind::Gerund {
        // "…," said Roe, referring to …: the speaker stands behind an earlier cue.
        source = earlier.iter().rev().find(|d| d.trails).and_then(|d| d.source.clone());
    }
    // A source outside the quotation the verb stands in is no source of it.
    source = source.filter(|range| scene.quote_at.get(range.start).copied() == quoted);
    let after = adjuncts(scene, &mut cue);
    let mut draft = Draft::new(scene, cue.start..cue.end, cue.head, kind_of(cue.frames));
    draft.source = source;
    if (draft.source.is_none() || group.shared)
        && group.kind == GroupKind::Finite
        && let Some(found) = inverted(scene, group, &cue)
    {
        return Some(found);
    }
    let behind_quote = draft
        .source
        .as_ref()
        .is_some_and(|s| s.end <= group.start && follows_quote(scene, group, &cue, s.start));
    let plain = cue.end;
    let ahead = complement(scene, &mut cue, after)
        .filter(|c| !behind_quote || view.tag(c.start) == Tag::That)
        .filter(|c| !resumes_clause(scene, group, &cue, draft.source.as_ref(), c));
    if let Some(content) = ahead {
        draft.content = vec![content];
    } else {
        cue.end = plain;
        if let Some(found) = relative_object(scene, group, &cue, draft.source.as_ref()) {
            draft.content = found;
            draft.cue = Some(cue.start..cue.end);
            return Some(draft);
        }
        if group.kind == GroupKind::Finite
            && let Some(found) = inverted(scene, group, &cue)
        {
            return Some(found);
        }
        let (content, end) = preceding(scene, group, &cue, after, draft.source.as_ref())?;
        cue.end = end.max(cue.end);
        draft.content = content;
        draft.trails = true;
    }
    let opening = draft.content.first().map(|c| view.tag(c.start))?;
    let vouched = matches!(opening, Tag::That | Tag::Quote);
    if draft.source.is_none()
        && group.kind == GroupKind::Finite
        && !draft.trails
        && view.before(group.start) != Tag::Stop
        && !vouched
    {
        return None;
    }
    let says = cue.frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE) != 0;
    let trusted = says && vouched;
    if !trusted && !plausible(scene, draft.source.as_ref(), &cue, draft.trails) {
        return None;
    }
    draft.cue = Some(cue.start..cue.end);
    draft.no_comment = no_comment(scene, group, &cue, &draft);
    Some(draft)
}

/// "A man named Roe left", "a group called Tor": the participle gives somebody's name, and nobody calls him so.
fn is_epithet(scene: &Scene<'_>, group: &Group, cue: &Cue) -> bool {
    let view = &scene.view;
    let Some(subject) = &group.subject else { return false };
    let first = view.word(subject.start);
    let indefinite = matches!(
        first,
        "a" | "an" | "one" | "another" | "some" | "something" | "someone" | "two" | "what"
    );
    if group.start != cue.head || subject.end != group.start || !indefinite {
        return false;
    }
    match view.word(cue.head) {
        "named" | "nicknamed" | "dubbed" | "titled" | "entitled" | "codenamed" => true,
        "called" => {
            let end = view.base_end(cue.end);
            end == cue.end && view.tag(end) == Tag::Quote
                || matches!(
                    view.tag(end),
                    Tag::Finite | Tag::Auxiliary | Tag::Comma | Tag::Stop | Tag::Coordinator | Tag::Preposition
                )
        }
        _ => false,
    }
}

/// Right behind a closing quotation ("…," she said), only more quotation is content.
fn follows_quote(scene: &Scene<'_>, group: &Group, cue: &Cue, source: usize) -> bool {
    let says = cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK) != 0;
    if !says || group.kind != GroupKind::Finite || group.shared {
        return false;
    }
    let Some(content) = left_content(scene, source, false) else {
        return false;
    };
    let Some(quote) = scene.quote_range(content.end - 1).filter(|q| q.end == content.end) else {
        return false;
    };
    let last = scene.view.words.word(quote.end.saturating_sub(2));
    content.end < source || matches!(last, "," | "?" | "!")
}

/// `When they left, she said, "we wept"`: a quotation in lower case goes on with the clause before the source.
fn resumes_clause(
    scene: &Scene<'_>,
    group: &Group,
    cue: &Cue,
    source: Option<&Range<usize>>,
    content: &Range<usize>,
) -> bool {
    let view = &scene.view;
    let Some(source) = source else { return false };
    view.tag(content.start) == Tag::Quote
        && view.tag(cue.end) == Tag::Comma
        && view
            .words
            .tokens
            .get(content.start + 1)
            .is_some_and(|t| t.case == Case::Lower)
        && !group.shared
        && source.end <= group.start
        && view.before(source.start) == Tag::Comma
        && left_content(scene, source.start, true).is_some()
}

/// "the rules, which officials said would change": the relative pronoun is part of the content.
fn relative_object(
    scene: &Scene<'_>,
    group: &Group,
    cue: &Cue,
    source: Option<&Range<usize>>,
) -> Option<Vec<Range<usize>>> {
    let view = &scene.view;
    let source = source?;
    if group.kind != GroupKind::Finite
        || source.start <= view.from
        || cue.frames & (frame::CLAUSE | frame::STANCE_CLAUSE) == 0
    {
        return None;
    }
    let pronoun = source.start - 1;
    if !matches!(view.tag(pronoun), Tag::Relative | Tag::That | Tag::Question)
        || !matches!(view.tag(cue.end), Tag::Finite | Tag::Auxiliary)
    {
        return None;
    }
    let end = scene.content_end(cue.head, cue.end, Shape::Object);
    (end > cue.end).then(|| vec![pronoun..pronoun + 1, cue.end..end])
}

/// Whether the source can hold an attitude or speak of an object.
pub(crate) fn plausible(scene: &Scene<'_>, source: Option<&Range<usize>>, cue: &Cue, trails: bool) -> bool {
    let view = &scene.view;
    let speech = cue.frames & (frame::CLAUSE | frame::TELL) != 0;
    let Some(source) = source else { return speech };
    let head = view.head(source);
    match view.tag(head) {
        Tag::Pronoun => match view.word(head) {
            "it" => speech || trails,
            "this" | "that" | "these" | "what" | "something" | "nothing" | "everything" | "it's" | "that's" => trails,
            _ => true,
        },
        Tag::Name | Tag::Relative | Tag::Number => true,
        _ => true,
    }
}

pub(crate) fn kind_of(frames: u64) -> CueKind {
    if frames & frame::SPEECH != 0 {
        CueKind::Speech
    } else {
        CueKind::Stance
    }
}

fn cue_of(scene: &Scene<'_>, group: &Group) -> Option<Cue> {
    const VERBS: u64 = frame::SPEECH | frame::STANCE | frame::RAISE | frame::PASSIVE | frame::PHRASE;
    let view = &scene.view;
    for head in [group.first, group.head] {
        let class = view.words.class(head);
        if !class.takes(VERBS) || !view.tag(head).is_verb() {
            continue;
        }
        if class.takes(frame::PHRASE)
            && let Some((length, frame)) = phrase(scene, head, class)
            && (head == group.head || view.tag(head + 1 + length) != Tag::To)
        {
            return Some(Cue {
                start: group.start,
                end: head + 1 + length,
                head,
                frames: frame,
            });
        }
        let frames = class.frames & VERBS & !frame::PHRASE;
        // "wants to say": the first verb is the cue, the rest its content; "went on to say" has no frame of its own.
        let carrier = head == group.first && group.first != group.head;
        if frames == 0 || carrier && (frames & (frame::SPEECH | frame::STANCE) == 0 || view.is(head, flag::CARRIER)) {
            continue;
        }
        let end = if head == group.head { group.end } else { head + 1 };
        return Some(Cue {
            start: group.start,
            end,
            head,
            frames,
        });
    }
    None
}

fn phrase(scene: &Scene<'_>, head: usize, class: Class) -> Option<(usize, u64)> {
    let view = &scene.view;
    table()
        .phrases(class.lemma)
        .iter()
        .find(|p| p.rest.iter().enumerate().all(|(i, w)| view.word(head + 1 + i) == *w))
        .map(|p| (p.rest.len(), p.frame))
}

/// Skips what may stand between cue and content: adverbs, times, the manner ("in a statement"). The manner joins the cue.
/// Returns the token behind.
fn adjuncts(scene: &Scene<'_>, cue: &mut Cue) -> usize {
    let view = &scene.view;
    let says = cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK) != 0;
    let mut at = cue.end;
    let mut glued = true;
    for _ in 0..6 {
        let tag = view.tag(at);
        if tag == Tag::Adverb && !matches!(view.word(at), "so" | "there" | "here") && view.tag(at + 1) != Tag::Adjective
        {
            at += 1;
            continue;
        }
        if tag == Tag::Comma && view.tag(at + 1) == Tag::Adverb && view.tag(at + 2) == Tag::Comma {
            at += 3;
            glued = false;
            continue;
        }
        let time = view.time_end(at);
        if says
            && time > at
            && (tag == Tag::Time || matches!(view.word(at), "last" | "this" | "earlier" | "late" | "early"))
        {
            at = time;
            glued = false;
            continue;
        }
        if !says || tag != Tag::Preposition || preposition_frame(view.word(at), cue.frames) {
            break;
        }
        let Some((end, venue)) = manner(scene, at) else { break };
        if venue && glued {
            cue.end = end;
        }
        at = end;
        glued &= venue;
    }
    at
}

/// One past the prepositional phrase at `at`, when the content can begin behind it, and whether it is a place to speak in.
fn manner(scene: &Scene<'_>, at: usize) -> Option<(usize, bool)> {
    let view = &scene.view;
    if !matches!(
        view.word(at),
        "in" | "on"
            | "at"
            | "during"
            | "to"
            | "via"
            | "through"
            | "after"
            | "before"
            | "from"
            | "by"
            | "with"
            | "for"
            | "about"
            | "of"
    ) {
        return None;
    }
    let time = view.time_end(at + 1);
    if time > at + 1 {
        return Some((time, false));
    }
    let base = view.base_end(at + 1);
    if base == at + 1 {
        return None;
    }
    let venue = matches!(view.word(at), "in" | "on" | "during" | "at" | "via" | "to")
        && (at + 1..base).any(|i| view.is(i, flag::VENUE));
    let end = if venue { view.end(at + 1).min(base + 8) } else { base };
    // A clause that begins with the same words ("said in Iowa he won") is left alone: the manner must end there.
    let follows = view.tag(end);
    let ends = matches!(
        follows,
        Tag::Stop
            | Tag::Comma
            | Tag::That
            | Tag::Colon
            | Tag::Quote
            | Tag::Preposition
            | Tag::Time
            | Tag::Dash
            | Tag::Semicolon
    );
    let begins = venue && matches!(follows, Tag::Pronoun | Tag::Determiner | Tag::Name);
    (ends || begins).then_some((end, venue))
}

/// What stands behind the cue, when it can be content.
fn complement(scene: &Scene<'_>, cue: &mut Cue, after: usize) -> Option<Range<usize>> {
    let view = &scene.view;
    let frames = cue.frames;
    let head = cue.head;
    let clausal = frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::STANCE_CLAUSE) != 0;
    let talks = frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE) != 0;
    let objects =
        frames & (frame::OBJECT | frame::NAME | frame::STANCE_OBJECT | frame::STANCE_NAME | frame::STANCE_ORDER) != 0;
    let whole = |at: usize, shape: Shape| {
        let end = scene.content_end(head, at, shape);
        (end > at).then_some(at..end)
    };
    let mut at = after;
    // ", that ...", ", \"...\""
    if view.tag(at) == Tag::Comma && matches!(view.tag(at + 1), Tag::Quote | Tag::That) {
        at += 1;
    }
    // "reported, citing two officials, that …"
    if clausal
        && view.tag(at) == Tag::Comma
        && matches!(view.tag(at + 1), Tag::Gerund | Tag::Preposition)
        && let Some(close) = (at + 2..view.to).take(20).find(|i| view.tag(*i) == Tag::Comma)
        && view.tag(close + 1) == Tag::That
    {
        at = close + 1;
    }
    match view.tag(at) {
        Tag::Colon if talks || objects => {
            if at == cue.end {
                cue.end = at + 1;
            }
            return scene.rest(at + 1);
        }
        Tag::Dash if talks && view.tag(at + 1) == Tag::Quote => return scene.rest(at + 1),
        Tag::Quote if talks || objects => return scene.quoted(head, at),
        Tag::That | Tag::Question if clausal => return whole(at, Shape::Clause),
        Tag::Comma | Tag::Stop | Tag::Semicolon | Tag::Coordinator | Tag::Relative | Tag::Close => return None,
        Tag::Finite | Tag::Auxiliary if view.word(at) != "there" => return None,
        _ => {}
    }
    if frames & (frame::TELL | frame::ASK) != 0
        && let Some(content) = addressed(scene, cue, at)
    {
        return Some(content);
    }
    if view.tag(at) == Tag::Preposition {
        if preposition_frame(view.word(at), frames) {
            let found = whole(at + 1, Shape::Object)?;
            if at == cue.end {
                cue.end = at + 1;
            }
            return Some(found);
        }
        if !talks || view.word(at) == "as" {
            return None;
        }
    }
    if view.tag(at) == Tag::To || view.tag(at) == Tag::Not && view.tag(at + 1) == Tag::To {
        let wanted = frames & (frame::INFINITIVE | frame::STANCE_INFINITIVE) != 0;
        return if wanted { whole(at, Shape::Object) } else { None };
    }
    if clausal && bare_clause(scene, at) {
        return whole(at, Shape::Clause);
    }
    let introduces = |cue: &mut Cue, object: &Range<usize>| {
        // "made the following comment: …"
        let named = object
            .end
            .checked_sub(1)
            .is_some_and(|last| view.words.class(last).takes(frame::NOUNS) || view.is(last, flag::VENUE));
        if view.tag(object.end) != Tag::Colon || !named {
            return None;
        }
        let rest = scene.rest(object.end + 1)?;
        cue.end = object.end + 1;
        Some(rest)
    };
    if objects {
        if frames & (frame::OBJECT | frame::STANCE_OBJECT | frame::STANCE_ORDER) == 0 && !named(scene, at) {
            return None;
        }
        let object = whole(at, Shape::Object)?;
        return Some(introduces(cue, &object).unwrap_or(object));
    }
    let opens = view.tag(at).in_phrase() || matches!(view.tag(at), Tag::Pronoun | Tag::Gerund);
    if frames & frame::BARE != 0 && opens && view.to - at > 3 {
        return whole(at, Shape::Clause);
    }
    if frames & frame::LIGHT != 0 {
        let base = view.base_end(at);
        let noun = base.checked_sub(1).filter(|_| base > at)?;
        let spoken = view.words.class(noun).takes(frame::NOUNS) || view.is(noun, flag::VENUE);
        if !spoken {
            return None;
        }
        if view.tag(base) == Tag::That {
            // "made the claim that": the noun is the better cue.
            return None;
        }
        let object = whole(at, Shape::Object)?;
        return Some(introduces(cue, &object).unwrap_or(object));
    }
    None
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

/// Whether the verb wants this preposition.
fn preposition_frame(word: &str, frames: u64) -> bool {
    let wanted = match word {
        "about" | "regarding" | "over" => frame::ABOUT | frame::STANCE_ABOUT,
        "of" => frame::OF | frame::STANCE_OF,
        "for" => frame::FOR | frame::STANCE_FOR,
        "against" => frame::AGAINST | frame::STANCE_AGAINST,
        "on" | "upon" => frame::ON | frame::STANCE_ON,
        "to" => frame::TO | frame::STANCE_TO,
        "at" => frame::AT,
        "with" => frame::WITH | frame::STANCE_WITH,
        "in" => frame::IN | frame::STANCE_IN,
        _ => 0,
    };
    wanted & frames != 0
}

/// "told CNN (that) …", "asked the court to …", "warned him against …"
fn addressed(scene: &Scene<'_>, cue: &mut Cue, at: usize) -> Option<Range<usize>> {
    let view = &scene.view;
    let head = cue.head;
    let addressee = view.base_end(at);
    if addressee == at {
        return None;
    }
    let mut end = view.end(at);
    if end > addressee && matches!(view.word(addressee), "in" | "on" | "at" | "about" | "for" | "to") {
        end = addressee;
    }
    // Adjuncts behind the addressee: "told CNN on Monday that", "told the paper in an interview".
    for _ in 0..4 {
        let time = view.time_end(end);
        if time > end && view.tag(end) != Tag::Determiner {
            end = time;
        } else if matches!(view.word(end), "in" | "on" | "at" | "during" | "after" | "from" | "via")
            && view.tag(end) == Tag::Preposition
        {
            let time = view.time_end(end + 1);
            let base = if time > end + 1 { time } else { view.end(end + 1) };
            if base == end + 1 {
                break;
            }
            end = base;
        } else if view.tag(end) == Tag::Adverb {
            end += 1;
        } else {
            break;
        }
    }
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
    let whole = |at: usize, shape: Shape| {
        let end = scene.content_end(head, at, shape);
        (end > at).then_some(at..end)
    };
    match view.tag(i) {
        Tag::That | Tag::Question => whole(i, Shape::Clause),
        Tag::Quote => scene.quoted(head, i),
        Tag::Colon => scene.rest(i + 1),
        Tag::To if i == end => whole(i, Shape::Object),
        Tag::Not if view.tag(i + 1) == Tag::To && i == end => whole(i, Shape::Object),
        _ if view.tag(addressee) == Tag::Preposition && preposition_frame(view.word(addressee), cue.frames) => {
            whole(addressee + 1, Shape::Object)
        }
        _ if i == end && cue.frames & frame::TELL != 0 && bare_clause(scene, i) => whole(i, Shape::Clause),
        _ => None,
    }
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
        .filter(|g| g.kind == GroupKind::Finite && g.start > at && g.start < at + 40 && !g.relative)
        .any(|g| {
            let Some(subject) = &g.subject else { return false };
            if subject.start < at || subject.start > at + 25 {
                return false;
            }
            let broken = (at..g.start).any(|i| matches!(view.tag(i), Tag::Semicolon | Tag::Dash | Tag::Colon));
            let between = (at..subject.start).any(|i| view.tag(i).is_verb() || view.tag(i) == Tag::Comma);
            !broken && (prefixed || subject.start == at || !between)
        })
}

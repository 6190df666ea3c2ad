//! Relations whose cue is a verb.
//!
//! For each verb group with a cue at its head, the words behind it decide the frame: a quotation, a clause, an infinitive, a
//! preposition, an object; with nothing behind it, the content is what stands before ("…, she said").

use std::ops::Range;

use crate::document::attribution::act;
use crate::document::attribution::draft::{Draft, kind_of, plausible};
use crate::document::attribution::passive::{no_comment, passive, raised};
use crate::document::attribution::preceding::{inverted, left_content, preceding};
use crate::document::attribution::quoted;
use crate::document::english::English;
use crate::document::english::clause::{Clause, Group, Role, VerbForm};
use crate::document::english::extent::Shape;
use crate::document::english::frame::FramedVerb;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{frame, usage};
use crate::document::page::token::{Case, Tokens};

/// Proposes a relation for every cue verb of the sentence.
pub(crate) fn propose(scene: &Scene<'_>, english: &English, out: &mut Vec<Draft>) {
    let first = out.len();
    for (index, group) in scene.groups.iter().enumerate() {
        let id = scene.first_group + index as u32;
        let Some(cue) = FramedVerb::of(&scene.view, group) else {
            continue;
        };
        let draft = if cue.takes(frame::RAISE) {
            raised(scene, group, &cue)
        } else if group.passive || group.kind == VerbForm::Participle {
            passive(scene, index, &cue)
        } else if let Some(clause) = english.clause(id) {
            active(scene, clause, cue, out.get(first..).unwrap_or(&[]))
        } else {
            None
        };
        out.extend(draft.map(|draft| Draft {
            clause: Some(id),
            ..draft
        }));
    }
}

/// A verb in the active voice: what completes it, or what stands before it, is the content.
fn active(scene: &Scene<'_>, clause: Clause<'_>, mut cue: FramedVerb, earlier: &[Draft]) -> Option<Draft> {
    let group = clause.group;
    if is_epithet(scene, group, &cue) {
        return None;
    }
    let source = speaker(scene, group, &cue, earlier);
    with_venues(scene, clause, &mut cue);
    let finite = group.kind == VerbForm::Finite;
    // "They meet here, in spring and in autumn, said Roe": no apposition of theirs.
    let last = scene.view.tag(scene.view.end(cue.end));
    let behind_comma = scene.view.before(group.start()) == Tag::Comma
        && scene.view.tag(cue.end) == Tag::Name
        && matches!(last, Tag::Stop | Tag::Comma);
    if (source.is_none() || group.shared || behind_comma)
        && finite
        && let Some(found) = inverted(scene, group, &cue)
    {
        return Some(found);
    }
    let mut draft = Draft::new(scene, cue.start..cue.end, cue.head, kind_of(cue.frames));
    draft.source = source;
    if let Some((role, content)) = completing(scene, clause, &cue, draft.source.as_ref()) {
        draft.kind = act::kind_of(scene, &cue, role, content.start);
        cue.end = over_mark(scene, clause, &cue, content.start);
        // "announced her exit in a letter: …": what is announced, and the letter.
        let object = clause.part(Role::Object).map(Tokens::range);
        let object = object.filter(|o| cue.end <= o.start && o.end < content.start);
        // Kept as it is: most have this one part, and room for no other.
        draft.content = vec![content];
        draft.content.extend(object);
    } else if let Some(found) = relative_object(scene, group, &cue, draft.source.as_ref()) {
        draft.content = found;
        return Some(draft);
    } else {
        if finite && let Some(found) = inverted(scene, group, &cue) {
            return Some(found);
        }
        let (content, end) = preceding(scene, group, &cue, group.reach(), draft.source.as_ref())?;
        cue.end = end.max(cue.end);
        draft.content = content;
        draft.trails = true;
    }
    if !stands(scene, group, &cue, &draft) {
        return None;
    }
    draft.cue = Some(cue.start..cue.end);
    draft.no_comment = no_comment(scene, group, &cue, &draft);
    Some(draft)
}

/// The subject, or the speaker whose clause a gerund goes on.
fn speaker(scene: &Scene<'_>, group: &Group, cue: &FramedVerb, earlier: &[Draft]) -> Option<Range<usize>> {
    let quoted = scene.quote_at.get(cue.head).copied();
    let mut source = quoted::speaker(scene, group)
        .or_else(|| quoted::reporter(scene, group))
        .or_else(|| group.subject());
    if source.is_none() && group.kind == VerbForm::Gerund {
        // "…," said Roe, referring to …: the speaker stands behind an earlier cue.
        source = earlier.iter().rev().find(|d| d.trails).and_then(|d| d.source.clone());
    }
    // A source outside the quotation the verb stands in is no source of it.
    source.filter(|range| scene.quote_at.get(range.start).copied() == quoted)
}

/// "said in a statement": a place to speak in right behind the verb joins the cue.
fn with_venues(scene: &Scene<'_>, clause: Clause<'_>, cue: &mut FramedVerb) {
    let venues = clause.parts().iter().filter(|p| p.role == Role::Venue);
    for venue in venues.map(|p| p.tokens.range()) {
        if (cue.end..venue.start).all(|i| scene.view.tag(i) == Tag::Adverb) {
            cue.end = venue.end;
        }
    }
}

/// What completes the verb, where it is the content.
fn completing(
    scene: &Scene<'_>,
    clause: Clause<'_>,
    cue: &FramedVerb,
    source: Option<&Range<usize>>,
) -> Option<(Role, Range<usize>)> {
    let group = clause.group;
    let part = clause.complement()?;
    let content = part.tokens.range();
    let behind_quote = source.is_some_and(|s| s.end <= group.start() && follows_quote(scene, group, cue, s.start));
    if behind_quote && scene.view.tag(content.start) != Tag::That {
        return None;
    }
    (!resumes_clause(scene, group, cue, source, &content)).then_some((part.role, content))
}

/// Where the cue ends: over the colon or preposition right behind it, and over an object that announces the content ("made the
/// following remark: …").
fn over_mark(scene: &Scene<'_>, clause: Clause<'_>, cue: &FramedVerb, content: usize) -> usize {
    let mark = content.wrapping_sub(1);
    let adjacent = mark == cue.end && matches!(scene.view.tag(mark), Tag::Colon | Tag::Preposition);
    let object = clause.part(Role::Object).map(Tokens::range);
    let announced = object.is_some_and(|o| o.end == mark && scene.view.tag(mark) == Tag::Colon);
    if adjacent || announced { content } else { cue.end }
}

/// Whether somebody can be meant to have said so.
fn stands(scene: &Scene<'_>, group: &Group, cue: &FramedVerb, draft: &Draft) -> bool {
    let Some(opening) = draft.content.first().map(|c| scene.view.tag(c.start)) else {
        return false;
    };
    let vouched = matches!(opening, Tag::That | Tag::Quote);
    let opens = scene.view.before(group.start()) == Tag::Stop;
    if draft.source.is_none() && group.kind == VerbForm::Finite && !draft.trails && !opens && !vouched {
        return false;
    }
    cue.says() && vouched || plausible(scene, draft.source.as_ref(), cue, draft.trails)
}

/// "A man named Roe left", "a group called Tor": the participle gives somebody's name, and nobody calls him so.
fn is_epithet(scene: &Scene<'_>, group: &Group, cue: &FramedVerb) -> bool {
    let view = &scene.view;
    let Some(subject) = &group.subject() else { return false };
    let indefinite = view.does(subject.start, usage::UNKNOWN);
    if group.start() != cue.head || subject.end != group.start() || !indefinite {
        return false;
    }
    match view.word(cue.head) {
        _ if view.does(cue.head, usage::NAMING) => true,
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
fn follows_quote(scene: &Scene<'_>, group: &Group, cue: &FramedVerb, source: usize) -> bool {
    let says = cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK) != 0;
    if !says || group.kind != VerbForm::Finite || group.shared {
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
    cue: &FramedVerb,
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
        && source.end <= group.start()
        && view.before(source.start) == Tag::Comma
        && left_content(scene, source.start, true).is_some()
}

/// "the rules, which officials said would change": the relative pronoun is part of the content.
fn relative_object(
    scene: &Scene<'_>,
    group: &Group,
    cue: &FramedVerb,
    source: Option<&Range<usize>>,
) -> Option<Vec<Range<usize>>> {
    let view = &scene.view;
    let source = source?;
    if group.kind != VerbForm::Finite
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

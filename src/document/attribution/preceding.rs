//! Contents that stand before their source: "…, she said", "…," said Roe, "…".

use std::ops::Range;

use crate::document::attribution::draft::{Draft, kind_of};
use crate::document::english::clause::{Group, VerbForm};
use crate::document::english::frame::FramedVerb;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::frame;

const SAYS: u64 = frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK;

/// The clause or quotation before the source, and what goes on behind the cue.
pub(crate) fn preceding(
    scene: &Scene<'_>,
    group: &Group,
    cue: &FramedVerb,
    after: usize,
    source: Option<&Range<usize>>,
) -> Option<(Vec<Range<usize>>, usize)> {
    let view = &scene.view;
    if cue.frames & (SAYS | frame::STANCE_CLAUSE) == 0
        || group.kind != VerbForm::Finite
        || group.shared
        || group.relative
    {
        return None;
    }
    let source = source?;
    if source.end > group.start() {
        return None;
    }
    let mut edge = source.start;
    let as_said = edge > view.from && view.word(edge - 1) == "as";
    if as_said {
        edge -= 1;
    }
    let mut after = after;
    // An addressee stands between cue and stop: "she told the paper".
    if cue.frames & (frame::TELL | frame::ASK) != 0 {
        let end = view.end(after);
        if end > after {
            after = end;
        }
    }
    if as_said && edge <= view.from + 1 {
        // "As Roe put it, …"
        let after = over_adjuncts(scene, after);
        if view.tag(after) == Tag::Comma {
            return scene.rest(after + 1).map(|rest| (vec![rest], cue.end));
        }
        return None;
    }
    let mut right = continuation(scene, after);
    let left = left_content(scene, edge, right.is_some())?;
    right = right.filter(|right| goes_on(scene, &left, right));
    if right.is_none() && scene.quote_range(left.end - 1).is_some() {
        right = resumed(scene, cue.end);
    }
    let mut content = vec![left];
    content.extend(right);
    let colon = usize::from(view.tag(cue.end) == Tag::Colon);
    Some((content, cue.end + colon))
}

/// "…," she said, and switched off the light: behind words that were wholly quoted only a quotation is hers.
fn goes_on(scene: &Scene<'_>, left: &Range<usize>, right: &Range<usize>) -> bool {
    let view = &scene.view;
    let whole = scene.quote_range(left.end - 1).is_some_and(|q| q == *left);
    let quoted = view.tag(right.start) == Tag::Quote
        || view.tag(right.start) == Tag::Coordinator && view.tag(right.start + 1) == Tag::Quote;
    !whole || quoted
}

fn over_adjuncts(scene: &Scene<'_>, mut at: usize) -> usize {
    let view = &scene.view;
    for _ in 0..3 {
        let time = view.time_end(at);
        if time > at {
            at = time;
        } else if view.tag(at) == Tag::Preposition {
            let time = view.time_end(at + 1);
            let end = if time > at + 1 { time } else { view.end(at + 1) };
            if end == at + 1 {
                break;
            }
            at = end;
        } else {
            break;
        }
    }
    at
}

/// Content that ends right before `edge`: a closing quotation, or a clause before a comma. `resumes`: it goes on behind the cue,
/// so that a mere phrase ("In a merger, he said, …") will do.
pub(crate) fn left_content(scene: &Scene<'_>, edge: usize, resumes: bool) -> Option<Range<usize>> {
    let view = &scene.view;
    let mut last = edge.checked_sub(1)?;
    // A quotation that closes right before the sentence, in the same line.
    let before_sentence = |at: usize| {
        let range = scene.quote_range(at)?;
        (range.end == at + 1 && at >= scene.line_from).then_some(range)
    };
    if last < view.from {
        return before_sentence(last);
    }
    let mut comma = false;
    if view.tag(last) == Tag::Comma || view.tag(last) == Tag::Dash {
        comma = true;
        if last == view.from {
            return before_sentence(last.checked_sub(1)?);
        }
        last -= 1;
    }
    if view.tag(last) == Tag::Quote {
        if scene.quote_range(last).is_none() {
            return unopened(scene, last);
        }
        let range = scene.quote_range(last).filter(|r| r.end == last + 1)?;
        if range.start <= view.from || view.tag(range.start - 1) == Tag::Stop {
            return Some(range);
        }
        // The writer's words lead into the quotation.
        let inner = view.before(last);
        let start = clause_start(scene, range.start);
        let finite = (start..range.end).any(|i| matches!(view.tag(i), Tag::Finite | Tag::Auxiliary));
        if (comma || matches!(inner, Tag::Comma | Tag::Stop)) && (finite || resumes) {
            return Some(start..range.end);
        }
        return None;
    }
    if !comma {
        return None;
    }
    let start = clause_start(scene, last);
    if start > last {
        return None;
    }
    let finite = (start..last + 1).any(|i| matches!(view.tag(i), Tag::Finite | Tag::Auxiliary));
    if !finite && !resumes {
        return None;
    }
    // "As Roe said on Monday, the dam had cracked": a lone subordinate clause is nobody's statement.
    let subordinate = view.word(start) == "as" || view.tag(start) == Tag::Subordinator;
    if subordinate && !resumes && !(start..last).any(|i| view.tag(i) == Tag::Comma) {
        return None;
    }
    // "Next year, Roe said, wages will rise", but "Speaking in Tor, Roe said, …"
    if !finite && view.tag(start).is_verb() {
        return None;
    }
    Some(start..last + 1)
}

/// `The kiln is cold," Roe said.`: the opening mark is lost, and the sentence up to the closing one is the content.
fn unopened(scene: &Scene<'_>, mark: usize) -> Option<Range<usize>> {
    let view = &scene.view;
    let ends = matches!(view.words.word(mark.checked_sub(1)?), "," | "?" | "!");
    let alone = (view.from..mark).all(|i| view.tags[i] != Tag::Quote);
    let finite = (view.from..mark).any(|i| matches!(view.tags[i], Tag::Finite | Tag::Auxiliary));
    (ends && alone && finite).then(|| clause_start(scene, mark)..mark)
}

/// Where the clause that holds `at` begins: behind an opening coordinator.
fn clause_start(scene: &Scene<'_>, at: usize) -> usize {
    let view = &scene.view;
    let mut start = view.from;
    let mut closed = false;
    for i in (view.from..at).rev() {
        closed |= view.tag(i) == Tag::Close;
        if view.tag(i) == Tag::Semicolon || view.tag(i) == Tag::Open && !closed {
            start = i + 1;
            break;
        }
    }
    if view.tag(start) == Tag::Coordinator && start < at {
        start += 1;
    }
    start
}

/// What goes on behind "…, she said, …".
fn continuation(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let view = &scene.view;
    let at = over_adjuncts(scene, at);
    if view.tag(at) == Tag::Colon && view.tag(at + 1) == Tag::Quote {
        return scene.quote_range(at + 1);
    }
    if view.tag(at) == Tag::Semicolon && at + 1 < view.to && view.tag(at + 1) != Tag::Coordinator {
        return scene.rest(at + 1);
    }
    if view.tag(at) != Tag::Comma {
        return None;
    }
    let begin = at + 1;
    if view.tag(begin) == Tag::Quote {
        return scene.quote_range(begin).filter(|r| r.start == begin);
    }
    let mut next = begin;
    if view.tag(next) == Tag::Coordinator {
        next += 1;
        if view.tag(next) == Tag::Quote {
            return scene.quote_range(next).map(|r| begin..r.end);
        }
    }
    if next >= view.to {
        return None;
    }
    match view.tag(next) {
        Tag::Gerund | Tag::Relative | Tag::Participle | Tag::Subordinator | Tag::Stop | Tag::Time => None,
        Tag::Finite | Tag::Auxiliary | Tag::Adverb if begin == next => scene.rest(begin),
        Tag::Finite => None,
        _ => {
            let finite = scene
                .groups
                .iter()
                .any(|g| g.start() > begin && g.kind == VerbForm::Finite);
            if finite || begin == next && view.tag(next) == Tag::Preposition {
                scene.rest(begin)
            } else {
                None
            }
        }
    }
}

/// "…," she said, referring to the bill, "…": a later quotation that nobody else tags.
fn resumed(scene: &Scene<'_>, from: usize) -> Option<Range<usize>> {
    let view = &scene.view;
    let open = (from..view.to).take(40).find(|i| view.tag(*i) == Tag::Quote)?;
    let spoken = (from..open).any(|i| view.tag(i) == Tag::Finite && view.words.class(i).takes(SAYS));
    if spoken || view.before(open) != Tag::Comma {
        return None;
    }
    scene.quote_range(open).filter(|r| r.start == open && r.end > open + 5)
}

/// "…," said Roe, the minister.
pub(crate) fn inverted(scene: &Scene<'_>, group: &Group, cue: &FramedVerb) -> Option<Draft> {
    let view = &scene.view;
    if cue.frames & (SAYS & !frame::TELL) == 0 {
        return None;
    }
    let before = group.start();
    if before != view.from && !matches!(view.before(before), Tag::Comma | Tag::Quote | Tag::Dash) {
        return None;
    }
    let start = group.end();
    let base = view.base_end(start);
    let end = view.end(start);
    if base == start || view.verb_at(base) || view.verb_at(end) {
        return None;
    }
    if scene
        .groups
        .iter()
        .any(|g| g.kind == VerbForm::Finite && g.subject().is_some_and(|s| s.start == start) && g.start() > start)
    {
        return None;
    }
    let end = view.identified_end(end);
    let bracket = (end..view.to)
        .take(6)
        .find(|i| view.tag(end) == Tag::Open && view.tag(*i) == Tag::Close);
    let source_end = view.apposition_end(bracket.map_or(end, |b| b + 1));
    let mut right = continuation(scene, source_end);
    let left = left_content(scene, before, right.is_some());
    if let Some(left) = &left {
        right = right.filter(|right| goes_on(scene, left, right));
    }
    let mut content: Vec<Range<usize>> = left.into_iter().collect();
    if content.is_empty()
        && !right
            .as_ref()
            .is_some_and(|r| before == view.from && view.tag(r.start) == Tag::Quote)
    {
        return None;
    }
    content.extend(right);
    Some(Draft {
        source: Some(start..source_end),
        cue: Some(cue.start..group.end()),
        content,
        kind: kind_of(cue.frames),
        head: cue.head,
        sentence: scene.sentence,
        clause: None,
        no_comment: false,
        trails: true,
    })
}

//! Makes proposals agree and turns them into relations.

use std::ops::Range;

use crate::document::attribution::act;
use crate::document::attribution::draft::Draft;
use crate::document::attribution::{Attribution, Form};
use crate::document::english::English;
use crate::document::english::scene::NONE;
use crate::document::english::tag::ClassedWords;
use crate::text::span::Span;

fn meets(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Settles clashes inside one sentence: `drafts[first..]`.
pub(crate) fn within(drafts: &mut Vec<Draft>, first: usize) {
    let mut index = first;
    while index < drafts.len() {
        let cue = drafts[index].cue.clone();
        // Two readings of one cue: the verb's wins.
        let twice = cue.is_some_and(|cue| {
            drafts[first..index]
                .iter()
                .any(|d| d.cue.as_ref().is_some_and(|c| meets(c, &cue)))
        });
        if twice {
            drafts.remove(index);
        } else {
            index += 1;
        }
    }
    // A trailing cue ("…, she said") holds all that stands before it; a leading one gives way.
    let trailing: Vec<(Range<usize>, Range<usize>)> = drafts[first..]
        .iter()
        .filter(|d| d.trails)
        .filter_map(|d| {
            let cue = d.cue.clone()?;
            let own = d
                .source
                .clone()
                .map_or(cue.clone(), |s| s.start.min(cue.start)..s.end.max(cue.end));
            Some((own, cue))
        })
        .collect();
    for draft in &mut drafts[first..] {
        let Some(cue) = draft.cue.clone() else { continue };
        for (own, other) in &trailing {
            if *other == cue {
                continue;
            }
            // Only a content that runs on into the other's source and cue is cut before them.
            if cue.end <= own.start && !draft.trails {
                for part in &mut draft.content {
                    if part.start < own.start && part.end > own.start && part.start >= cue.end {
                        part.end = own.start;
                    }
                }
            }
        }
    }
}

/// Content must not touch its own cue or source.
fn carve(draft: &mut Draft) {
    if let (Some(cue), Some(source)) = (&draft.cue, &draft.source)
        && meets(cue, source)
    {
        draft.source = None;
    }
    for hole in [draft.cue.clone(), draft.source.clone()].into_iter().flatten() {
        if !draft.content.iter().any(|part| meets(part, &hole)) {
            continue;
        }
        let mut parts = Vec::new();
        for part in draft.content.drain(..) {
            if !meets(&part, &hole) {
                parts.push(part);
                continue;
            }
            if part.start < hole.start {
                parts.push(part.start..hole.start);
            }
            if part.end > hole.end {
                parts.push(hole.end..part.end);
            }
        }
        draft.content = parts;
    }
    if draft.content.len() < 2 {
        return;
    }
    draft.content.sort_by_key(|p| p.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for part in draft.content.drain(..) {
        match merged.last_mut() {
            Some(last) if part.start <= last.end => last.end = last.end.max(part.end),
            _ => merged.push(part),
        }
    }
    draft.content = merged;
}

/// Drafts to relations: bytes, form, nesting.
pub(crate) fn finish(
    english: &English,
    words: ClassedWords<'_>,
    quote_at: &[u32],
    mut drafts: Vec<Draft>,
) -> Vec<Attribution> {
    for draft in &mut drafts {
        carve(draft);
        trim(words, draft);
    }
    drafts.retain(|d| !d.content.is_empty());
    drafts.sort_by_key(|d| {
        (
            d.cue.as_ref().map_or(d.content[0].start, |c| c.start),
            d.content[0].start,
        )
    });
    let inside = nesting(&drafts);
    let bytes = |range: Range<usize>| -> Span {
        match (
            words.tokens.get(range.start),
            words.tokens.get(range.end.wrapping_sub(1)),
        ) {
            (Some(a), Some(b)) if range.start < range.end => a.span().cover(b.span()),
            _ => Span::default(),
        }
    };
    drafts
        .into_iter()
        .enumerate()
        .map(|(id, draft)| {
            let form = form(words, quote_at, &draft);
            let act = act::of(english, &draft, form);
            Attribution {
                id: id as u32,
                source: None,
                form,
                source_span: draft.source.map(bytes),
                cue: draft.cue.map(bytes),
                // In the same memory: a range of tokens is as large as one of bytes.
                content: draft.content.into_iter().map(bytes).collect(),
                inside: inside[id],
                no_comment: draft.no_comment,
                act,
                cue_kind: draft.kind,
                cue_head: draft.head as u32,
                sentence: draft.sentence,
                clause: draft.clause,
            }
        })
        .collect()
}

/// Marks at the edges of a content that say nothing are left out.
fn trim(words: ClassedWords<'_>, draft: &mut Draft) {
    for part in &mut draft.content {
        while part.end > part.start && matches!(words.word(part.end - 1), "," | ";" | "—" | ":" | "(" | "[") {
            part.end -= 1;
        }
        while part.end > part.start && matches!(words.word(part.start), "," | ";" | "—" | ":" | ")" | "." | "]") {
            part.start += 1;
        }
    }
    draft.content.retain(|p| p.start < p.end);
}

/// For each relation, the innermost other one whose content holds its cue.
fn nesting(drafts: &[Draft]) -> Vec<Option<u32>> {
    let anchor = |d: &Draft| d.cue.clone().unwrap_or_else(|| d.content[0].clone());
    let mut parts: Vec<(usize, usize, u32)> = Vec::with_capacity(drafts.iter().map(|d| d.content.len()).sum());
    for (i, draft) in drafts.iter().enumerate() {
        parts.extend(draft.content.iter().map(|p| (p.start, p.end, i as u32)));
    }
    parts.sort_by_key(|p| (p.0, std::cmp::Reverse(p.1)));
    let mut order: Vec<u32> = (0..drafts.len() as u32).collect();
    order.sort_by_key(|i| anchor(&drafts[*i as usize]).start);
    let mut inside = vec![None; drafts.len()];
    let mut open: Vec<(usize, usize, u32)> = Vec::new();
    let mut next = 0;
    for id in order {
        let cue = anchor(&drafts[id as usize]);
        while next < parts.len() && parts[next].0 <= cue.start {
            open.push(parts[next]);
            next += 1;
        }
        open.retain(|p| p.1 > cue.start);
        // The shortest content that holds the cue, other than its own; never a circle.
        let holder = open
            .iter()
            .filter(|p| p.2 != id && p.1 >= cue.end && p.0 <= cue.start)
            .filter(|p| {
                let mut up = Some(p.2);
                let mut steps = 0;
                while let Some(at) = up {
                    if at == id || steps > 64 {
                        return false;
                    }
                    up = inside[at as usize];
                    steps += 1;
                }
                true
            })
            .min_by_key(|p| (p.1 - p.0, p.2));
        inside[id as usize] = holder.map(|p| p.2);
    }
    inside
}

fn form(words: ClassedWords<'_>, quote_at: &[u32], draft: &Draft) -> Form {
    let (mut inside, mut outside) = (0, 0);
    // A relation inside a quotation is the quoted one's paraphrase, unless it quotes in turn.
    let home = draft
        .cue
        .as_ref()
        .and_then(|c| quote_at.get(c.start).copied())
        .unwrap_or(NONE);
    for at in draft.content.iter().flat_map(Clone::clone) {
        if words.tokens.get(at).is_some_and(|t| t.opens_with_letter(words.text)) {
            let quote = quote_at.get(at).copied().unwrap_or(NONE);
            if quote == NONE || quote == home {
                outside += 1;
            } else {
                inside += 1;
            }
        }
    }
    match (inside, outside) {
        (0, _) => Form::Indirect,
        (_, 0) => Form::Direct,
        _ => Form::Mixed,
    }
}

//! Quotations that run on: over sentence ends, and over paragraphs under one speaker.

use crate::document::attribution::draft::Draft;
use crate::document::english::tag::Tag;
use crate::document::page::line::Paragraph;
use crate::document::page::quote::Quote;
use crate::document::page::sentence::Sentence;

/// Gives quotations that no relation holds to the speaker whose words they go on; `quotes` are outermost ones.
pub(crate) fn extend(
    tags: &[Tag],
    paragraphs: &[Paragraph],
    sentences: &[Sentence],
    quotes: &[Quote],
    drafts: &mut [Draft],
) {
    let mut owner = vec![None; quotes.len()];
    for (id, draft) in drafts.iter().enumerate() {
        for part in &draft.content {
            let first = quotes.partition_point(|q| (q.tokens.end as usize) <= part.start);
            for (at, quote) in quotes.iter().enumerate().skip(first) {
                if quote.tokens.start as usize >= part.end {
                    break;
                }
                if quote.tokens.start as usize >= part.start && quote.tokens.end as usize <= part.end {
                    owner[at].get_or_insert(id);
                }
            }
        }
    }
    let mut next = 0;
    // The relation that spoke last, and whether its words reach the end of the paragraph before.
    let mut speaking: Option<usize> = None;
    for paragraph in paragraphs {
        let sentence = |range: usize| sentences.get(range);
        let (Some(first), Some(last)) = (
            sentence(paragraph.sentences.start as usize),
            sentence((paragraph.sentences.end as usize).wrapping_sub(1)),
        ) else {
            continue;
        };
        let (from, to) = (first.tokens.start as usize, last.tokens.end as usize);
        let mut current: Option<usize> = None;
        let mut edge = from;
        let mut last_quote_end = from;
        let mut alone = true;
        while let Some(quote) = quotes.get(next).filter(|q| (q.tokens.start as usize) < to) {
            let id = next;
            next += 1;
            let (start, end) = (quote.tokens.start as usize, quote.tokens.end as usize);
            let own = sentences
                .get(paragraph.sentences.start as usize..paragraph.sentences.end as usize)
                .unwrap_or(&[]);
            let opens = start == from
                || matches!(tags.get(start - 1), Some(Tag::Stop | Tag::Quote))
                || own.binary_search_by_key(&(start as u32), |s| s.tokens.start).is_ok();
            let speech = end - start > 4;
            if let Some(holder) = owner[id] {
                current = Some(holder);
            } else if opens && speech {
                let before_is_quiet = quiet(tags, drafts, current, edge, start);
                if let (Some(holder), true) = (current, before_is_quiet) {
                    drafts[holder].content.push(start..end);
                    owner[id] = Some(holder);
                } else if let (true, Some(holder), true) = (start == from, speaking, alone)
                    && whole(tags, end, to)
                {
                    drafts[holder].content.push(start..end);
                    owner[id] = Some(holder);
                    current = Some(holder);
                }
            } else {
                alone = false;
            }
            edge = end;
            last_quote_end = end;
        }
        // The speaker goes on in the next paragraph only when this one ends in their words or with their tag.
        let ends = current.filter(|holder| {
            let tail = (last_quote_end..to)
                .filter(|i| !matches!(tags.get(*i), Some(Tag::Stop | Tag::Quote)))
                .count();
            let own = drafts[*holder]
                .cue
                .as_ref()
                .is_some_and(|c| c.start >= edge.min(last_quote_end) && c.end + 30 >= to);
            tail == 0 || own
        });
        speaking = ends;
    }
}

/// Nothing but the speaker's own tag stands between two quotations.
fn quiet(tags: &[Tag], drafts: &[Draft], holder: Option<usize>, from: usize, to: usize) -> bool {
    let Some(draft) = holder.and_then(|h| drafts.get(h)) else {
        return false;
    };
    let stops = (from..to).filter(|i| matches!(tags.get(*i), Some(Tag::Stop))).count();
    let cue = draft.cue.clone().unwrap_or(from..from);
    stops <= 1 && (cue.start >= from && cue.start < to || to - from <= 1)
        || (from..to).all(|i| matches!(tags.get(i), Some(Tag::Stop | Tag::Comma | Tag::Quote | Tag::Dash)))
}

/// The quotation fills the rest of its paragraph.
fn whole(tags: &[Tag], end: usize, to: usize) -> bool {
    (end..to).all(|i| matches!(tags.get(i), Some(Tag::Stop | Tag::Quote | Tag::Dash)))
}

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
    let mut reader = Reader {
        tags,
        quotes,
        owner: owners(quotes, drafts),
        drafts,
        next: 0,
    };
    // The relation that spoke last, when its words reach the end of the paragraph before.
    let mut speaking = None;
    for paragraph in paragraphs {
        let own = sentences.get(paragraph.sentences.start as usize..paragraph.sentences.end as usize);
        if let Some(own) = own.filter(|own| !own.is_empty()) {
            speaking = reader.paragraph(own, speaking);
        }
    }
}

/// For each quotation, the first relation that holds it whole.
fn owners(quotes: &[Quote], drafts: &[Draft]) -> Vec<Option<usize>> {
    let mut owner = vec![None; quotes.len()];
    for (id, draft) in drafts.iter().enumerate() {
        for part in &draft.content {
            let first = quotes.partition_point(|q| (q.tokens.end as usize) <= part.start);
            let within = quotes.iter().enumerate().skip(first);
            for (at, quote) in within.take_while(|(_, q)| (q.tokens.start as usize) < part.end) {
                if quote.tokens.start as usize >= part.start && quote.tokens.end as usize <= part.end {
                    owner[at].get_or_insert(id);
                }
            }
        }
    }
    owner
}

/// Reads the quotations of one paragraph after another.
struct Reader<'a, 'd> {
    tags: &'a [Tag],
    quotes: &'a [Quote],
    owner: Vec<Option<usize>>,
    drafts: &'d mut [Draft],
    /// The first quotation that is not read yet.
    next: usize,
}

impl Reader<'_, '_> {
    /// Reads a paragraph of these sentences; gives who speaks at its end.
    fn paragraph(&mut self, sentences: &[Sentence], speaking: Option<usize>) -> Option<usize> {
        let from = sentences.first()?.tokens.start as usize;
        let to = sentences.last()?.tokens.end as usize;
        let mut current: Option<usize> = None;
        let mut edge = from;
        let mut alone = true;
        while let Some(quote) = self.quotes.get(self.next).filter(|q| (q.tokens.start as usize) < to) {
            let id = self.next;
            self.next += 1;
            let (start, end) = (quote.tokens.start as usize, quote.tokens.end as usize);
            let opens = start == from
                || matches!(self.tags.get(start - 1), Some(Tag::Stop | Tag::Quote))
                || sentences
                    .binary_search_by_key(&(start as u32), |s| s.tokens.start)
                    .is_ok();
            if let Some(holder) = self.owner[id] {
                current = Some(holder);
            } else if opens && end - start > 4 {
                let goes_on = current.filter(|_| quiet(self.tags, self.drafts, current, edge, start));
                let over = speaking.filter(|_| start == from && alone && whole(self.tags, end, to));
                if let Some(holder) = goes_on.or(over) {
                    self.drafts[holder].content.push(start..end);
                    self.owner[id] = Some(holder);
                    current = Some(holder);
                }
            } else {
                alone = false;
            }
            edge = end;
        }
        // The speaker goes on in the next paragraph only when this one ends in their words or with their tag.
        current.filter(|holder| self.ends_with(*holder, edge, to))
    }

    /// Whether nothing, or the relation's own cue, stands between its last quotation and the paragraph's end.
    fn ends_with(&self, holder: usize, edge: usize, to: usize) -> bool {
        let silent = (edge..to).all(|i| matches!(self.tags.get(i), Some(Tag::Stop | Tag::Quote)));
        let cue = self.drafts[holder].cue.as_ref();
        silent || cue.is_some_and(|c| c.start >= edge && c.end + 30 >= to)
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

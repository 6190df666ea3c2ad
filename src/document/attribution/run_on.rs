//! Quotations that run on: over sentence ends, over paragraphs under one speaker, and bare ones behind a sentence that tells who speaks.
//!
//! ```text
//! The wheel will stay, Roe said. "Nobody asked us."           whoever the sentence before lets speak
//! Roe met the keepers on Monday. "Nobody asked us."           whom it is about, where it lets nobody speak
//! "We had no radio. // "By four we saw the pier," said Roe.   a paragraph left open is whoever's the next one is
//! ```

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::Draft;
use crate::document::english::English;
use crate::document::english::clause::{Clause, VerbForm};
use crate::document::english::scene::{NONE, Outermost};
use crate::document::english::tag::Tag;
use crate::document::page::line::Paragraph;
use crate::document::page::quote::Quote;
use crate::document::page::sentence::Sentence;

/// Paragraphs without a full stop (a heading, a caption) over which a speaker is still heard.
const CAPTIONS: usize = 3;
/// How many relations of a sentence are looked at for its speaker.
const RELATIONS: usize = 16;
/// The longest source before a colon, in tokens.
const NAME: usize = 12;
/// A quotation of fewer tokens with its marks is a word or a title.
const SHORTEST: usize = 5;

/// Gives quotations that no relation holds to the speaker whose words they go on.
pub(crate) fn extend(
    english: &English,
    paragraphs: &[Paragraph],
    sentences: &[Sentence],
    quoted: &Outermost<'_>,
    drafts: &mut Vec<Draft>,
) {
    let quotes: &[Quote] = &quoted.quotes;
    if quotes.is_empty() {
        return;
    }
    let mut reader = Reader {
        english,
        sentences,
        quoted,
        owner: owners(quotes, drafts),
        drafts,
        added: Vec::new(),
        next: 0,
    };
    // The relation that spoke last, when its words reach the end of the paragraph before; and how many captions ago.
    let mut speaking = None;
    let mut captions = 0;
    for paragraph in paragraphs {
        let own = paragraph.sentences.start as usize..paragraph.sentences.end as usize;
        let Some(last) = own.clone().last().and_then(|at| sentences.get(at)) else {
            continue;
        };
        let first = reader.next;
        let spoke = reader.paragraph(own, speaking, captions);
        let stopped = matches!(
            english.tags.get((last.tokens.end as usize).wrapping_sub(1)),
            Some(Tag::Stop | Tag::Quote | Tag::Colon)
        );
        if spoke.is_none() && first == reader.next && !stopped && captions < CAPTIONS {
            captions += 1;
        } else {
            captions = 0;
            speaking = spoke;
        }
    }
    reader.left_open();
    let added = reader.added;
    drafts.extend(added);
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
    english: &'a English,
    sentences: &'a [Sentence],
    quoted: &'a Outermost<'a>,
    owner: Vec<Option<usize>>,
    drafts: &'d mut Vec<Draft>,
    /// Relations of quotations that nobody is said to speak.
    added: Vec<Draft>,
    /// The first quotation that is not read yet.
    next: usize,
}

impl Reader<'_, '_> {
    fn tag(&self, at: usize) -> Option<Tag> {
        self.english.tags.get(at).copied()
    }

    /// Reads a paragraph of these sentences, so many captions behind the last one of the story; gives who speaks at its end.
    fn paragraph(&mut self, own: Range<usize>, speaking: Option<usize>, captions: usize) -> Option<usize> {
        let from = self.sentences.get(own.start)?.tokens.start as usize;
        let to = self.sentences.get(own.end.checked_sub(1)?)?.tokens.end as usize;
        let mut current: Option<usize> = None;
        let mut edge = from;
        let mut alone = true;
        while let Some(quote) = self
            .quoted
            .quotes
            .get(self.next)
            .filter(|q| (q.tokens.start as usize) < to)
        {
            let id = self.next;
            self.next += 1;
            let (start, end) = (quote.tokens.start as usize, quote.tokens.end as usize);
            let sentence = self.sentences.partition_point(|s| (s.tokens.end as usize) <= start);
            let opens = start == from
                || matches!(self.tag(start - 1), Some(Tag::Stop | Tag::Quote))
                || self
                    .sentences
                    .get(sentence)
                    .is_some_and(|s| s.tokens.start as usize == start);
            if let Some(holder) = self.owner[id] {
                current = Some(holder);
            } else if start > 0 && self.tag(start - 1) == Some(Tag::Colon) {
                let draft = self.announced(sentence - usize::from(opens), start..end);
                alone &= draft.is_some() && start == from;
                self.added.extend(draft);
            } else if opens && end - start >= SHORTEST {
                let goes_on = current.filter(|_| self.quiet(current, edge, start));
                let over = speaking.filter(|_| start == from && alone && self.whole(end, to));
                let before = if start == from {
                    own.start.checked_sub(1 + captions).filter(|_| self.whole(end, to))
                } else {
                    sentence.checked_sub(1).filter(|_| self.ends_sentence(start, end))
                };
                let told = || before.and_then(|sentence| self.teller(sentence));
                if let Some(holder) = goes_on.or(over).or_else(told) {
                    self.hold(holder, start..end);
                    self.owner[id] = Some(holder);
                    current = Some(holder);
                } else if start != from
                    && let Some(before) = before
                {
                    let draft = self.subject(before, start..end);
                    self.added.extend(draft);
                }
            } else {
                alone = false;
            }
            edge = end;
        }
        // The speaker goes on in the next paragraph only when this one ends in their words or with their tag.
        current.filter(|holder| self.ends_with(*holder, edge, to))
    }

    /// Gives a quotation to a relation, and to whoever passes that one on: "Roe said, according to the Echo. “…”"
    fn hold(&mut self, holder: usize, quotation: Range<usize>) {
        let (head, sentence) = (self.drafts[holder].head, self.drafts[holder].sentence);
        let first = self.drafts.partition_point(|d| d.sentence < sentence);
        let own = self.drafts.iter_mut().enumerate().skip(first).take(RELATIONS);
        for (at, draft) in own.take_while(|(_, d)| d.sentence == sentence) {
            let relays =
                draft.kind == CueKind::Preposition && draft.trails && draft.content.iter().any(|c| c.contains(&head));
            if at == holder || relays {
                draft.content.push(quotation.clone());
            }
        }
    }

    /// Whether nothing, or the relation's own cue, stands between its last quotation and the paragraph's end.
    fn ends_with(&self, holder: usize, edge: usize, to: usize) -> bool {
        let silent = (edge..to).all(|i| matches!(self.tag(i), Some(Tag::Stop | Tag::Quote)));
        let cue = self.drafts[holder].cue.as_ref();
        silent || cue.is_some_and(|c| c.start >= edge && c.end + 30 >= to)
    }

    /// Nothing but the speaker's own tag stands between two quotations.
    fn quiet(&self, holder: Option<usize>, from: usize, to: usize) -> bool {
        let Some(draft) = holder.and_then(|h| self.drafts.get(h)) else {
            return false;
        };
        let stops = (from..to).filter(|i| self.tag(*i) == Some(Tag::Stop)).count();
        let cue = draft.cue.clone().unwrap_or(from..from);
        stops <= 1 && (cue.start >= from && cue.start < to || to - from <= 1)
            || (from..to).all(|i| matches!(self.tag(i), Some(Tag::Stop | Tag::Comma | Tag::Quote | Tag::Dash)))
    }

    /// The quotation fills the rest of its paragraph.
    fn whole(&self, end: usize, to: usize) -> bool {
        (end..to).all(|i| matches!(self.tag(i), Some(Tag::Stop | Tag::Quote | Tag::Dash)))
    }

    /// The quotation is a sentence of its own.
    fn ends_sentence(&self, start: usize, end: usize) -> bool {
        let stop = |at: usize| self.tag(at) == Some(Tag::Stop);
        let ends = stop(end.wrapping_sub(2)) || stop(end) || stop(end.wrapping_sub(1));
        ends && (start..end).any(|i| matches!(self.tag(i), Some(Tag::Finite | Tag::Auxiliary | Tag::Base)))
    }

    /// Whoever a sentence lets speak last, in nobody else's words.
    fn teller(&self, sentence: usize) -> Option<usize> {
        let end = self.drafts.partition_point(|d| d.sentence as usize <= sentence);
        let own = |d: &&Draft| d.sentence as usize == sentence;
        let near = || self.drafts[..end].iter().rev().take_while(own).take(RELATIONS);
        let speaks = |draft: &Draft| {
            let cue = draft.head;
            let quoted = self.quoted.at.get(cue).is_some_and(|q| *q != NONE);
            let within = |other: &Draft| other.content.iter().any(|part| part.contains(&cue));
            let person = |s: &Range<usize>| self.tag(s.start) != Some(Tag::Relative);
            matches!(draft.kind, CueKind::Speech | CueKind::Preposition)
                && !draft.no_comment
                && !quoted
                && draft.source.as_ref().is_some_and(person)
                && !near().any(within)
        };
        let at = near().position(speaks)?;
        Some(end - 1 - at)
    }

    /// "Roe met the keepers on Monday. “Nobody asked us.”": whom a sentence without a word of speech is about.
    fn subject(&self, sentence: usize, quotation: Range<usize>) -> Option<Draft> {
        let outside = |at: usize| self.quoted.at.get(at).is_none_or(|q| *q == NONE);
        let clause = self
            .english
            .clauses_in(sentence)
            .find(|c| c.form() == VerbForm::Finite && outside(c.head()))?;
        let subject = clause.subject()?.range();
        if !self.is_somebody(&subject) || clause.is_passive() {
            return None;
        }
        Some(silent(subject, None, quotation, sentence + 1))
    }

    /// "Roe wrote the following on the board: “…”", "Roe was blunt: “…”", "From Northwire: “…”", "Captain Roe (on the lamp): “…”"
    fn announced(&self, sentence: usize, quotation: Range<usize>) -> Option<Draft> {
        let colon = quotation.start - 1;
        let from = self.sentences.get(sentence)?.tokens.start as usize;
        let outside = |at: usize| self.quoted.at.get(at).is_none_or(|q| *q == NONE);
        let finite = |c: &Clause<'_>| c.form() == VerbForm::Finite && c.head() < colon && outside(c.head());
        let clause = self
            .english
            .clauses_in(sentence)
            .filter(finite)
            .find(|c| !c.is_relative());
        let source = match clause {
            Some(clause) => clause.subject()?.range(),
            None => {
                let opener = |at: &usize| matches!(self.tag(*at), Some(Tag::Coordinator | Tag::Preposition));
                let first = (from..colon).take(2).find(|at| !opener(at))?;
                let last = (first..colon).find(|at| self.tag(*at) == Some(Tag::Open));
                first..last.unwrap_or(colon)
            }
        };
        let fits = source.len() <= NAME && source.end <= colon && self.is_somebody(&source);
        fits.then(|| silent(source, Some(colon..colon + 1), quotation, sentence))
    }

    /// A name with what stands beside it, or a pronoun alone.
    fn is_somebody(&self, range: &Range<usize>) -> bool {
        let (first, last) = (self.tag(range.start), self.tag(range.end.wrapping_sub(1)));
        first == Some(Tag::Name) || last == Some(Tag::Name) || range.len() == 1 && last == Some(Tag::Pronoun)
    }

    /// A paragraph that leaves its quotation open goes on in the next one, whoever speaks there.
    fn left_open(&mut self) {
        let quotes = &self.quoted.quotes;
        for at in (1..quotes.len()).rev() {
            let (open, next) = (&quotes[at - 1], &quotes[at]);
            let Some(holder) = self.owner[at] else { continue };
            let opens = open.tokens.end == next.tokens.start;
            if self.owner[at - 1].is_none() && !open.closed && opens {
                self.drafts[holder]
                    .content
                    .push(open.tokens.start as usize..open.tokens.end as usize);
                self.owner[at - 1] = Some(holder);
            }
        }
    }
}

/// A relation without a word of speech.
fn silent(source: Range<usize>, cue: Option<Range<usize>>, quotation: Range<usize>, sentence: usize) -> Draft {
    Draft {
        source: Some(source),
        cue,
        head: quotation.start,
        content: vec![quotation],
        kind: CueKind::Colon,
        sentence: sentence as u32,
        clause: None,
        no_comment: false,
        trails: false,
    }
}

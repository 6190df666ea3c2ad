//! The headline held against the body: who says it there, in which words, and whether it is there at all.

use crate::document::Document;
use crate::document::attribution::{Attribution, CueKind};
use crate::document::claim::Claim;
use crate::document::english::lexis::fact::{Layer, cue};
use crate::document::english::lexis::lexis;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::{Token, TokenKind};
use crate::document::source::SourceKind;
use crate::finding::{Evidence, Finding};
use crate::signals::headline::Headline;
use crate::signals::headline::clickbait::CUES;
use crate::signals::headline::rules;
use crate::text::span::Span;

/// Fewest words a body must have to be held against its headline.
const FEWEST_BODY_WORDS: usize = 60;
/// Fewest content words a headline must have.
const FEWEST_CONTENT: usize = 4;
/// Under this share of its content words in the body, a headline claims what the body does not tell.
const ABSENT: f64 = 0.34;
/// From this share of them in one sentence, the sentence makes the headline's claim.
const SAME_CLAIM: f64 = 0.5;
/// How many sentences of the body are read for the claim.
const LEAD: usize = 8;
/// Fewest words of the claim in such a sentence.
const FEWEST_HITS: usize = 3;
/// Words of a body in which more than one word of its headline is to be expected.
const FULL_REPORT: usize = 150;

/// Findings that need a body.
pub(super) fn find(document: &Document<'_>, headline: &Headline) -> Vec<Finding> {
    let mut out = Vec::new();
    let title = &document.tokens()[headline.first..headline.end];
    let claim = Claim::of(title, document.vocabulary());
    let body: Vec<usize> = (headline.sentences..document.sentences().len())
        .filter(|s| {
            let start = document.sentences()[*s].span.start;
            start >= headline.span.end && document.segment_at(start) == SegmentKind::Body
        })
        .collect();
    let read = Body::read(document, &body, &claim);
    if read.words < FEWEST_BODY_WORDS || claim.len() < FEWEST_CONTENT {
        return out;
    }
    if read.leaves_out(title, &claim) {
        out.push(absent(document, headline, read.told(), claim.len()));
        return out;
    }
    out.extend(stated_as_fact(document, headline, &claim, &body));
    out.extend(stronger(document, headline, &read.holds));
    out
}

/// What the body has of the headline.
struct Body {
    words: usize,
    /// By distinct word.
    holds: Vec<bool>,
    /// By word of the claim.
    told: Vec<bool>,
    /// Whether a word of the claim is a name there.
    named: bool,
}

impl Body {
    fn read(document: &Document<'_>, sentences: &[usize], claim: &Claim) -> Self {
        let mut body = Body {
            words: 0,
            holds: vec![false; document.vocabulary().len()],
            told: vec![false; claim.len()],
            named: false,
        };
        for s in sentences {
            let range = &document.sentences()[*s].tokens;
            let tokens = document.tokens().get(range.start as usize..range.end as usize);
            for (i, token) in tokens.unwrap_or(&[]).iter().enumerate() {
                body.words += usize::from(token.kind == TokenKind::Word);
                if let Some(holds) = body.holds.get_mut(token.word.0 as usize) {
                    *holds = true;
                }
                if let Some(told) = claim.place(token).and_then(|place| body.told.get_mut(place)) {
                    *told = true;
                    body.named |= i > 0 && token.is_capital();
                }
            }
        }
        body
    }

    /// How many words of the claim it has.
    fn told(&self) -> usize {
        self.told.iter().filter(|told| **told).count()
    }

    /// Whether it tells something else than the headline. Few of a headline's words need stand in a report that tells it in its own,
    /// so a name or a figure that both have is enough for it to be the same story, and one word is, where there are few.
    fn leaves_out(&self, title: &[Token], claim: &Claim) -> bool {
        let told = self.told();
        let figure = |t: &Token| t.kind == TokenKind::Number && self.holds.get(t.word.0 as usize) == Some(&true);
        let share = told as f64 / claim.len() as f64;
        share < ABSENT && !self.named && !title.iter().any(figure) && (told == 0 || self.words >= FULL_REPORT)
    }
}

fn absent(document: &Document<'_>, headline: &Headline, told: usize, of: usize) -> Finding {
    Finding::new(&rules::CLAIM_ABSENT, headline.span)
        .message(format!(
            "the body has {told} of the {of} content words of \"{}\"",
            &document.text()[headline.span]
        ))
        .evidence(Evidence::Ratio {
            count: told as f64,
            of: of as f64,
            unit: "content words of the headline".into(),
        })
        .confidence(0.5)
}

/// The headline states as fact what the body lays on a source.
fn stated_as_fact(document: &Document<'_>, headline: &Headline, claim: &Claim, body: &[usize]) -> Option<Finding> {
    let counts = |i: usize| document.tokens().get(i).is_some_and(|t| t.kind == TokenKind::Number);
    // A toll is told by those who count.
    if headline.attributed || (headline.first..headline.end).any(|i| document.word(i) == ":" || counts(i)) {
        return None;
    }
    let (sentence, hits) = body
        .iter()
        .take(LEAD)
        .map(|s| (&document.sentences()[*s], hits(document, *s, claim)))
        .find(|(_, hits)| hits.len() as f64 >= SAME_CLAIM * claim.len() as f64 && hits.len() >= FEWEST_HITS)?;
    // The claim is told here: is it told as somebody's?
    let by = document
        .attributions()
        .iter()
        .filter(|a| a.inside.is_none() && !a.no_comment && !matches!(a.cue_kind, CueKind::Stance | CueKind::Noun))
        .filter(|a| a.content.iter().all(|c| c.start >= headline.span.end))
        .find(|a| {
            let inside = |i: &&usize| {
                let token = document.tokens().get(**i);
                token.is_some_and(|t| a.content.iter().any(|c| c.contains(t.span())))
            };
            hits.iter().filter(inside).count() * 3 >= hits.len() * 2
        })?;
    if speaks_of_itself(document, headline, by, claim) || !asserts(document, by) {
        return None;
    }
    let source = by.source.and_then(|id| document.source(id));
    let label = by
        .source_span
        .map(|s| document.text()[s].to_string())
        .or_else(|| source.map(|s| s.label.clone()));
    let (rule, message, confidence) = match source.map(|s| s.kind) {
        // "its owners" speak for what the headline is about.
        Some(SourceKind::Anonymous) if label.as_deref().is_some_and(is_possessed) => return None,
        // Officials who don't hide are the voice of their office.
        Some(SourceKind::Anonymous)
            if source.is_some_and(|s| s.withheld.is_none() && s.label.to_lowercase().contains("official")) =>
        {
            return None;
        }
        Some(SourceKind::Anonymous) => {
            let by = label.as_deref().unwrap_or("unnamed people");
            let message = format!("stated as fact; the body has it from {by}");
            (&rules::ANONYMOUS_CLAIM, message, 0.6)
        }
        Some(SourceKind::Named) if !is_plan(document, headline) => {
            let by = label.as_deref().unwrap_or("a source");
            let message = format!("stated as fact; in the body {by} says so");
            (&rules::UNATTRIBUTED_CLAIM, message, 0.4)
        }
        // Institutions and offices speak with authority about their own acts, and another outlet has looked.
        _ => return None,
    };
    Some(
        Finding::new(rule, headline.span)
            .message(message)
            .evidence(Evidence::Relation {
                source: label,
                cue: by.cue.map(|c| document.text()[c].to_string()),
            })
            .confidence(confidence)
            .related(sentence.span, "here the body says who says so"),
    )
}

/// The first token of a sentence for each word of the claim that it has.
fn hits(document: &Document<'_>, sentence: usize, claim: &Claim) -> Vec<usize> {
    let range = &document.sentences()[sentence].tokens;
    let mut met = vec![false; claim.len()];
    let tokens = document.tokens();
    (range.start as usize..range.end as usize)
        .filter(|i| {
            let place = tokens.get(*i).and_then(|t| claim.place(t));
            place
                .and_then(|p| met.get_mut(p))
                .is_some_and(|met| !std::mem::replace(met, true))
        })
        .collect()
}

/// Whether the claim is an announcement, or of the one whom the headline names: then the saying is the event itself.
fn speaks_of_itself(document: &Document<'_>, headline: &Headline, by: &Attribution, claim: &Claim) -> bool {
    let cue = document.word(by.cue_head as usize);
    let title = &document.tokens()[headline.first..headline.end];
    let names = |span: Span| {
        document.tokens()[document.tokens_in(span).range()]
            .iter()
            .any(|t| claim.place(t).is_some() || t.is_capital() && title.iter().any(|h| h.word == t.word))
    };
    CUES.has_word("announcing-verb", cue) || by.source_span.is_some_and(names)
}

/// Whether the headline tells what is to be or ought to be: that is told by those whose plan it is.
fn is_plan(document: &Document<'_>, headline: &Headline) -> bool {
    let verb = |i: usize| document.tags().get(i).is_some_and(|t| t.is_verb());
    (headline.first..headline.end).any(|i| match document.word(i) {
        "should" | "may" | "could" => true,
        "to" => !(headline.first..i).any(verb),
        _ => false,
    })
}

/// Whether the source is said to state it: not to urge, to defend or to refuse it.
fn asserts(document: &Document<'_>, by: &Attribution) -> bool {
    let facts = lexis().facts(document.word(by.cue_head as usize)).of(Layer::Cue);
    by.cue_kind != CueKind::Speech || facts & (cue::CLAUSE | cue::TELL) != 0
}

fn is_possessed(label: &str) -> bool {
    let first = label.split(' ').next().unwrap_or_default().to_lowercase();
    matches!(&*first, "its" | "his" | "her" | "their")
}

/// The headline uses a stronger word than any the body has.
fn stronger(document: &Document<'_>, headline: &Headline, in_body: &[bool]) -> Option<Finding> {
    let lexicon = &*CUES;
    for i in headline.first..headline.end {
        let word = document.word(i);
        let entry = |section: &str| {
            let section = lexicon.section(section)?;
            lexicon
                .single(word)
                .find(|(_, e)| e.section == section)
                .map(|(id, _)| id)
        };
        let span = document.span_of(i, i + 1);
        let quoted = document.voice_at(span.start) == crate::document::voice::Voice::Quoted;
        if quoted {
            continue;
        }
        if entry("strong-verb").is_some() {
            let stem = word.get(..4.min(word.len())).unwrap_or(word);
            let softer = !(0..in_body.len()).any(|w| {
                in_body[w]
                    && document
                        .vocabulary()
                        .word(crate::document::page::token::WordId(w as u32))
                        .starts_with(stem)
            });
            if softer {
                return Some(
                    Finding::new(&rules::STRONGER_VERB, span)
                        .message(format!(
                            "\"{word}\" stands in the headline only; the body uses no such word"
                        ))
                        .evidence(Evidence::Term {
                            term: word.to_string(),
                            category: "strong-verb".into(),
                        })
                        .confidence(0.5),
                );
            }
        }
    }
    None
}

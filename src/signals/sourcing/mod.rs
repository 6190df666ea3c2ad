//! Is what the article says laid on anybody who can be asked?
//!
//! A sentence rests on somebody when an attribution covers it: a person with a name, a holder of a post, an institution, an outlet
//! or a document. What the reporter saw needs no source, so some share of bare sentences is usual; an article without any source
//! is not. The measure is the share of the story's sentences that rest on nobody.
//!
//! Blind spots: eyewitness reporting, live accounts and summaries of what everybody knows have few attributions for good reasons.
//!
//! Sources: the W3C Credible Web draft of 2019 (number of quoted sources, no source cited), JTI CWA 17493, the SPJ code.

pub mod rules;

use std::collections::BTreeSet;

use crate::document::Document;
use crate::document::genre::Genre;
use crate::document::page::segment::SegmentKind;
use crate::document::source::{Source, SourceKind};
use crate::finding::{Evidence, Finding};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
use crate::text::span::Span;

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "sourcing",
    question: "Is what the article says laid on anybody who can be asked?",
    why: "A claim with an identified source can be checked, and its source asked; a claim of the article's own has only the article",
    part: Part::Sourcing,
    scale: Scale {
        cap: 16.0,
        // Three in five sentences of a mainstream report rest on nobody: what happened, when, and what was known before.
        usual: 0.6,
        // Nineteen in twenty: there is no source to speak of.
        extreme: 0.95,
        unit: "sentences",
        prior: 6.0,
        origin: "measured: the median and the 95th percentile of reports labelled not hyperpartisan (SemEval-2019) are .61 and .94; of \
                 political reports (PolNeAR) .54 and .88",
    },
    rules: &[&rules::UNSOURCED, &rules::SINGLE_SOURCE, &rules::UNATTRIBUTED_RUN],
    read,
};

/// Fewest words of an article that is expected to have a source.
pub const SHORT: usize = 110;
/// Fewest words, and attributions, of an article that is expected to have two.
const LONG: usize = 220;
const FEW: usize = 4;
/// A run of bare sentences is worth a note from here on, in sentences and in words.
const RUN: usize = 10;
const RUN_WORDS: usize = 110;

fn read(document: &Document<'_>) -> Reading {
    let genre = document.genre().genre;
    if !matches!(genre, Genre::Reportage | Genre::Analysis) {
        return Reading::new(Outcome::NotApplicable(
            "not a news report, so its claims are its author's".to_string(),
        ));
    }
    let story = Story::of(document);
    if story.sentences.is_empty() {
        return Reading::new(Outcome::NotApplicable("no sentence of a story".to_string()));
    }
    let bare = story.sentences.iter().filter(|s| !s.rests).count();
    let outcome = if story.words < SHORT {
        Outcome::Inconclusive(format!("{} words are too few to expect a source", story.words))
    } else {
        Outcome::Measured(Measure {
            count: bare as f64,
            exposure: story.sentences.len() as f64,
            because: format!(
                "{bare} of {} sentences rest on nobody who is named, holds a post or can be looked up",
                story.sentences.len()
            ),
            spans: Vec::new(),
        })
    };
    let mut findings = Vec::new();
    findings.extend(unsourced(&story));
    findings.extend(single(document, &story));
    findings.extend(runs(&story));
    let bare_ones = Remedy::new(
        "laying",
        ["unsourced sentence", "unsourced sentences"],
        std::iter::repeat_n(1.0, bare),
    );
    Reading::new(outcome)
        .remedy(bare_ones.tail("on a named person, an office or a document"))
        .count("named_people", story.named as f64)
        .count("identified_sources", story.identified.len() as f64)
        .count("all_sources", story.everybody.len() as f64)
        .count("bare_sentences", bare as f64)
        .with(findings)
}

struct Told {
    span: Span,
    words: usize,
    rests: bool,
    /// Rests on anybody at all, be it an unnamed person.
    heard: bool,
}

/// The story's own sentences, and who stands behind them.
struct Story {
    sentences: Vec<Told>,
    words: usize,
    identified: BTreeSet<u32>,
    everybody: BTreeSet<u32>,
    named: usize,
    attributions: usize,
}

impl Story {
    fn of(document: &Document<'_>) -> Story {
        // A content and a cue of each, most often.
        let spans = 2 * document.attributions().len();
        let mut rests: Vec<Span> = Vec::with_capacity(spans);
        let mut heard: Vec<Span> = Vec::with_capacity(spans);
        let (mut identified, mut everybody) = (BTreeSet::new(), BTreeSet::new());
        let mut attributions = 0;
        // What somebody wants or plans is an act of theirs, not a thing they told.
        let told = document.attributions().iter().filter(|a| a.is_statement());
        for relation in told {
            let spans = relation.content.iter().copied().chain(relation.cue);
            let source = relation.source.and_then(|s| document.source(s));
            if source.is_some_and(is_identified) {
                rests.extend(spans.clone());
            }
            heard.extend(spans);
            if let Some(source) = source.filter(|_| relation.inside.is_none()) {
                attributions += 1;
                if source.kind != SourceKind::Unresolved {
                    everybody.insert(source.id);
                }
                if is_identified(source) {
                    identified.insert(source.id);
                }
            }
        }
        everybody.extend(document.unnamed().iter().map(|u| u.source));
        let (rests, heard) = (merged(rests), merged(heard));
        let mut sentences = Vec::with_capacity(document.sentences().len());
        for sentence in document.sentences() {
            let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
            let tokens = document.tokens().get(range).unwrap_or_default();
            let words = tokens.iter().filter(|t| t.opens_with_letter(document.text())).count();
            let another = document
                .article()
                .quoted_blocks()
                .iter()
                .any(|b| b.contains(sentence.span));
            if document.segment_at(sentence.span.start) != SegmentKind::Body || another || words < 4 {
                continue;
            }
            sentences.push(Told {
                span: sentence.span,
                words,
                rests: touches(&rests, sentence.span),
                heard: touches(&heard, sentence.span),
            });
        }
        let is_named = |id: &&u32| document.source(**id).is_some_and(|s| s.kind == SourceKind::Named);
        Story {
            words: sentences.iter().map(|s| s.words).sum(),
            sentences,
            named: identified.iter().filter(is_named).count(),
            identified,
            everybody,
            attributions,
        }
    }
}

/// Somebody or something that a reader could ask or look up.
fn is_identified(source: &Source) -> bool {
    matches!(
        source.kind,
        SourceKind::Named | SourceKind::Office | SourceKind::Institution | SourceKind::Outlet | SourceKind::Document
    )
}

/// Sorted and without overlaps.
fn merged(mut spans: Vec<Span>) -> Vec<Span> {
    spans.sort_unstable();
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        match out.last_mut() {
            Some(last) if last.end >= span.start => *last = last.cover(span),
            _ => out.push(span),
        }
    }
    out
}

fn touches(spans: &[Span], sentence: Span) -> bool {
    let at = spans.partition_point(|s| s.end <= sentence.start);
    spans.get(at).is_some_and(|s| s.overlaps(sentence))
}

fn ratio(count: usize, of: usize, unit: &'static str) -> Evidence {
    Evidence::Ratio {
        count: count as f64,
        of: of as f64,
        unit: unit.into(),
    }
}

fn unsourced(story: &Story) -> Option<Finding> {
    let first = story.sentences.first()?;
    let quiet = story.words >= SHORT && story.everybody.is_empty() && story.attributions == 0;
    quiet.then(|| {
        Finding::new(&rules::UNSOURCED, first.span)
            .message(format!(
                "nobody is cited in {} words: no person, no institution, no document",
                story.words
            ))
            .evidence(ratio(0, story.sentences.len(), "sentences with a source"))
            .confidence(0.8)
    })
}

fn single(document: &Document<'_>, story: &Story) -> Option<Finding> {
    let one = story.everybody.first().filter(|_| story.everybody.len() == 1)?;
    if story.words < LONG || story.attributions < FEW {
        return None;
    }
    let source = document.source(*one)?;
    let first = *source.mentions.first()?;
    Some(
        Finding::new(&rules::SINGLE_SOURCE, first)
            .message(format!(
                "\"{}\" is the only source of an article of {} words",
                source.label, story.words
            ))
            .evidence(ratio(1, story.attributions, "attributions"))
            .confidence(0.7),
    )
}

/// Long stretches of the story that rest on nobody.
fn runs(story: &Story) -> Vec<Finding> {
    let mut out = Vec::new();
    // An article without a source is one finding, not one run.
    if story.everybody.is_empty() {
        return out;
    }
    let mut from = 0;
    let total = story.sentences.len();
    while from < total {
        let Some(run) = story.sentences.get(from..) else { break };
        let length = run.iter().take_while(|s| !s.heard).count();
        let bare = run.get(..length).unwrap_or(&[]);
        let words: usize = bare.iter().map(|s| s.words).sum();
        if let (Some(first), Some(last)) = (bare.first(), bare.last())
            && length >= RUN
            && words >= RUN_WORDS
        {
            out.push(
                Finding::new(&rules::UNATTRIBUTED_RUN, first.span)
                    .message(format!("{length} sentences in a row, {words} words, rest on nobody"))
                    .evidence(ratio(length, total, "sentences"))
                    .confidence(0.6)
                    .related(last.span, "the last of them"),
            );
        }
        from += length + 1;
    }
    out
}

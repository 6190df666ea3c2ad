//! Does the headline say what the article says?
//!
//! Two questions: does it promise instead of tell (`clickbait`: second person, lists, openers that keep something back,
//! commands, gaps), and does the body carry it (`body`: who says it there, in which words, whether it is there at all).
//!
//! *How it is measured.* Clickbait cues are weighed together against words of hard news, blind to case. A headline's claim is
//! looked for in the first sentences of the body by its content words.
//!
//! *Blind spots.* A claim told in other words; a headline that leaves out what matters; puns.
//!
//! *Sources.* Chakraborty et al. 2016 and Potthast et al. 2016 (cues of clickbait); Blom and Hansen 2015 (forward reference);
//! the W3C group's signals on titles and on title against body.

mod body;
mod clickbait;
mod rules;

use crate::document::Document;
use crate::document::attribution::CueKind;
use crate::document::english::tag::Tag;
use crate::document::page::segment::SegmentKind;
use crate::document::voice::Voice;
use crate::finding::{Evidence, Finding};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
use crate::text::span::Span;

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "headline",
    question: "Does the headline say what the article says?",
    why: "Many read only the headline",
    part: Part::Style,
    scale: Scale {
        cap: 8.0,
        // One finding on a headline is common in good papers; several sure ones are a teaser.
        usual: 0.6,
        extreme: 1.6,
        unit: "headline",
        prior: 0.25,
        origin: "quantiles over the headlines of labelled news pages: three in four are under 0.6",
    },
    rules: rules::ALL,
    read,
};

/// The headline of a story.
struct Headline {
    span: Span,
    /// First token.
    first: usize,
    /// One past the last token.
    end: usize,
    /// The first sentence behind it.
    sentences: usize,
    /// Whether it says who says so, or quotes, or asks.
    attributed: bool,
}

fn headline(document: &Document<'_>) -> Option<Headline> {
    let line = document.lines().iter().find(|l| {
        document.segment_at(l.span.start) == SegmentKind::Title
            || (document.article().title().is_some() && l.span.end <= document.article().body_start().max(1))
    })?;
    let (first, end) = (line.tokens.start as usize, line.tokens.end as usize);
    let hedged = (first..end).any(|i| {
        clickbait::CUES.has_word("attributing-word", document.word(i))
            || document
                .tokens()
                .get(i)
                .is_some_and(|t| document.voice_at(t.start as usize) == Voice::Quoted)
    });
    // Headline style: marks around the claim say that it is somebody's ("Plotters 'met officials'").
    let quoted = document
        .quotes()
        .iter()
        .any(|q| line.span.contains(q.span) && q.tokens.len() >= 4);
    let related = document
        .attributions()
        .iter()
        .filter(|a| matches!(a.cue_kind, CueKind::Colon | CueKind::Preposition))
        .any(|a| {
            a.cue
                .is_some_and(|c| c.start >= line.span.start && c.end <= line.span.end)
        });
    let sentences = document.sentences().partition_point(|s| s.span.end <= line.span.end);
    Some(Headline {
        span: line.span,
        first,
        end,
        sentences,
        attributed: hedged || quoted || related,
    })
}

fn read(document: &Document<'_>) -> Reading {
    let Some(headline) = headline(document) else {
        return Reading::new(Outcome::NotApplicable("no headline was given or seen".to_string()));
    };
    let mut findings: Vec<Finding> = Vec::new();
    if document.language() == "en" || document.words() <= 20 {
        findings.extend(clickbait::find(document, &headline));
    }
    findings.extend(question(document, &headline));
    findings.extend(body::find(document, &headline));
    let sum: f64 = findings.iter().map(|f| f.confidence).sum();
    let count = findings.len();
    let measure = Measure {
        count: sum,
        exposure: 1.0,
        because: match count {
            0 => "the headline raises nothing".to_string(),
            1 => "1 finding on the headline".to_string(),
            n => format!("{n} findings on the headline"),
        },
        spans: findings.iter().map(|f| f.span).collect(),
    };
    let things = ["finding on the headline", "findings on the headline"];
    let settled = Remedy::new("settling", things, findings.iter().map(|f| f.confidence)).most("gravest");
    Reading::new(Outcome::Measured(measure))
        .remedy(settled)
        .count("findings", count as f64)
        .count("weighted", (sum * 100.0).round() / 100.0 + 0.0)
        .with(findings)
}

/// A headline that asks whether something is so: what, how and why are asked to be answered.
fn question(document: &Document<'_>, headline: &Headline) -> Option<Finding> {
    let last = headline.end.checked_sub(1)?;
    let token = document.tokens().get(last)?;
    let quoted = document.voice_at(token.start as usize) == Voice::Quoted;
    let asks_for = (headline.first..last).any(|i| document.tags().get(i) == Some(&Tag::Question));
    if document.word(last) != "?" || quoted || asks_for || headline.end - headline.first < 4 {
        return None;
    }
    Some(
        Finding::new(&rules::QUESTION, headline.span)
            .message("asks where a headline tells")
            .evidence(Evidence::Term {
                term: "?".to_string(),
                category: "question".into(),
            })
            .confidence(0.15),
    )
}

//! How much of the page is not this story's words?
//!
//! Page furniture left in the text, and what the text says twice. Both are facts about the page, not about the reporting, so they
//! weigh little: many honest articles reach a reader through a bad scraper. Text of another story is the matter of `inserted-text`.
//!
//! Blind spots: a teaser in full sentences reads like the story; a label this page invented is known only by its neighbours.

mod page;
mod repeat;

use crate::document::Document;
use crate::document::page::segment::SegmentKind;
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};
use crate::text::span::Span;

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "boilerplate",
    question: "How much of the page is not this story's words?",
    why: "Recurring page text and copies dilute and displace reporting",
    part: Part::Integrity,
    scale: Scale {
        cap: 12.0,
        // A page label or two slip into half of all scraped articles; at a third of the text the page has displaced the story.
        usual: 0.02,
        extreme: 0.35,
        unit: "words and marks",
        prior: 50.0,
        origin: "measured: nine in ten cleaned articles stay under .019 (PolNeAR) or .021 (Horne and Adali, trusted outlets); one scraped page \
                 in a hundred has .29 or more, and the upper end is set a little above",
    },
    rules: &[&page::RULE, &repeat::TITLE, &repeat::PASSAGE],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let exposure = document.tokens().len();
    if document.words() == 0 {
        return Reading::new(Outcome::NotApplicable("no words".to_string()));
    }
    let pages = page::find(document);
    let repeats = repeat::find(document);
    let lines = document.lines().iter().zip(&document.labels().lines);
    let held = |span: Span| {
        let from = document.tokens().partition_point(|t| (t.start as usize) < span.start);
        document.tokens()[from..]
            .iter()
            .take_while(|t| t.end as usize <= span.end)
            .count()
    };
    let parts: Vec<usize> = page::parts(document).iter().map(|p| held(p.span)).collect();
    let furniture: usize = lines
        .filter(|(_, label)| label.kind == SegmentKind::Furniture)
        .map(|(line, _)| line.tokens.len())
        .chain(parts.iter().copied())
        .sum();
    let pieces: Vec<f64> = document
        .lines()
        .iter()
        .zip(&document.labels().lines)
        .collect::<Vec<_>>()
        .chunk_by(|a, b| a.1.kind == b.1.kind)
        .filter(|run| {
            run.first()
                .is_some_and(|(_, label)| label.kind == SegmentKind::Furniture)
        })
        .map(|run| run.iter().map(|(line, _)| line.tokens.len()).sum::<usize>() as f64)
        .chain(parts.iter().map(|p| *p as f64))
        .chain(document.repeats().iter().map(|r| r.words as f64))
        .collect();
    let repeated: usize = document.repeats().iter().map(|r| r.words).sum();
    let spans = pages.iter().chain(&repeats).map(|f| f.span).collect();
    let because = format!(
        "{} of {exposure} words and marks are page text or told twice",
        furniture + repeated
    );
    let things = ["piece of page text or repetition", "pieces of page text or repetition"];
    Reading::new(Outcome::Measured(Measure {
        count: (furniture + repeated) as f64,
        exposure: exposure as f64,
        because,
        spans,
    }))
    .remedy(Remedy::new("cutting", things, pieces).most("longest").cutting())
    .count("furniture_words", furniture as f64)
    .count("furniture_places", pages.len() as f64)
    .count("repeated_words", repeated as f64)
    .count("repeats", repeats.len() as f64)
    .with(pages)
    .with(repeats)
}

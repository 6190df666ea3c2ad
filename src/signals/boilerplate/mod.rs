//! How much of the page is not this story's words?
//!
//! Page furniture left in the text, and what the text says twice. Both are facts about the page, not about the reporting, so they
//! weigh little: many honest articles reach a reader through a bad scraper. Text of another story is the matter of `inserted-text`.
//!
//! Blind spots: a teaser in full sentences reads like the story; a label this page invented is known only by its neighbours.

mod page;

use crate::document::Document;
use crate::document::segment::SegmentKind;
use crate::signal::{Measure, Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "boilerplate",
    question: "How much of the page is not this story's words?",
    why: "Recurring page text and copies dilute and displace reporting",
    part: Part::Integrity,
    scale: Scale {
        cap: 4.0,
        usual: 0.0,
        extreme: 1.0,
        prior: 1.0,
        origin: "starting point",
    },
    rules: &[&page::RULE],
    read,
};

fn read(document: &Document<'_>) -> Reading {
    let found = page::find(document);
    let words = document.words();
    if words == 0 {
        return Reading::new(Outcome::NotApplicable("no words".to_string()));
    }
    let labels = document.labels();
    let in_kind = |kind: SegmentKind| {
        let lines = document
            .lines()
            .iter()
            .zip(&labels.lines)
            .filter(|(_, l)| l.kind == kind);
        lines.map(|(line, _)| line.tokens.len()).sum::<usize>()
    };
    let furniture = in_kind(SegmentKind::Furniture);
    let spans = found.iter().map(|f| f.span).collect();
    let lines = found.len();
    Reading::new(Outcome::Measured(Measure {
        count: furniture as f64,
        exposure: document.tokens().len() as f64,
        unit: "words",
        because: format!(
            "{furniture} of {} words are page furniture, in {lines} places",
            document.tokens().len()
        ),
        spans,
    }))
    .count("furniture_words", furniture as f64)
    .count("furniture_places", lines as f64)
    .with(found)
}

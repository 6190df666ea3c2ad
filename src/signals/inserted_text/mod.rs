//! Does every passage belong to the story?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "inserted-text",
    question: "Does every passage belong to the story?",
    why: "A foreign passage shows that nobody read the page before it went out",
    part: Part::Integrity,
    scale: Scale {
        cap: 6.0,
        usual: 0.0,
        extreme: 1.0,
        prior: 1.0,
        origin: "starting point",
    },
    rules: &[],
    read,
};

fn read(_document: &Document<'_>) -> Reading {
    Reading::new(Outcome::NotApplicable("nothing to judge".to_string()))
}

//! Does the headline say what the article says?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "headline",
    question: "Does the headline say what the article says?",
    why: "Many read only the headline",
    part: Part::Style,
    scale: Scale {
        cap: 15.0,
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

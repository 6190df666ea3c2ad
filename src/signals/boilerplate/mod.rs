//! How much of the page is not this story's words?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

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
    rules: &[],
    read,
};

fn read(_document: &Document<'_>) -> Reading {
    Reading::new(Outcome::NotApplicable("nothing to judge".to_string()))
}

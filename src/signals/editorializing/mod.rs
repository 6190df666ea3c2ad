//! Does the outlet judge in its own voice?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "editorializing",
    question: "Does the outlet judge in its own voice?",
    why: "A judgment in the outlet's own voice has no source to weigh",
    part: Part::Style,
    scale: Scale {
        cap: 40.0,
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

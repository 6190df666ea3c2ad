//! Who heard it from whom?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "attribution-chains",
    question: "Who heard it from whom?",
    why: "Every relay is a place where a claim can change",
    part: Part::Sourcing,
    scale: Scale {
        cap: 10.0,
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

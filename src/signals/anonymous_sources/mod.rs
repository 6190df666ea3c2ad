//! How much rests on people who are not named?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "anonymous-sources",
    question: "How much rests on people who are not named?",
    why: "A reader cannot weigh a source without a name",
    part: Part::Sourcing,
    scale: Scale {
        cap: 8.0,
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

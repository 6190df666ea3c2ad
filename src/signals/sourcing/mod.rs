//! Is what the article says laid on anybody with a name?

use crate::document::Document;
use crate::signal::{Outcome, Part, Reading, Scale, Signal};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "sourcing",
    question: "Is what the article says laid on anybody with a name?",
    why: "A claim with a named source can be checked",
    part: Part::Sourcing,
    scale: Scale {
        cap: 17.0,
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

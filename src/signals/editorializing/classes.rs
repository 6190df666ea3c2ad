//! What a single word can be in a structure: a set of classes, found once per distinct word of a page.

use crate::document::english::lexis::Facts;
use crate::document::english::lexis::fact::Layer;
pub(super) use crate::document::english::lexis::fact::structure::*;
use crate::document::english::lexis::lexis;

/// Several classes in one number.
pub(super) type Classes = u32;

/// The classes of a folded word that is not at hand with its facts.
pub(super) fn class_of(word: &str) -> Classes {
    class(word, lexis().facts(word))
}

/// The classes of a folded word.
pub(super) fn class(word: &str, facts: &Facts) -> Classes {
    let bits = facts.of(Layer::Structure) as Classes;
    if word.len() > 4 && word.ends_with("ly") {
        return bits | ADVERB;
    }
    bits
}

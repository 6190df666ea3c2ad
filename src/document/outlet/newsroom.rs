//! Classes of the words of relaying, joined once per distinct word.

use crate::document::english::lexis;
use crate::document::english::lexis::fact::Layer;
pub(crate) use crate::document::english::lexis::fact::news::*;
use crate::document::page::token::Vocabulary;
use crate::text::known::Memo;

/// A set of word classes, one bit each.
pub(crate) type Class = u64;

/// The classes of every word of an article.
pub(crate) fn classify(vocabulary: &Vocabulary) -> Vec<Class> {
    static CLASSES: Memo<Class> = Memo::new();
    lexis::recall(vocabulary, &CLASSES, |_, facts| facts.of(Layer::News))
}

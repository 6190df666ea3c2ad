//! Names where a capital tells nothing.
use crate::document::english::tag::{Tag, Words};
use crate::document::english::tagger::Tagger;
use crate::document::english::words::Class;
use crate::document::page::sentence::Sentence;

pub(crate) fn met(words: Words<'_>, _sentences: &[Sentence]) -> Vec<bool> {
    vec![false; words.vocabulary.len()]
}
impl Tagger<'_, '_> {
    pub(crate) fn opening_name(&self, _at: usize, _class: Class) -> Option<Tag> {
        None
    }
}

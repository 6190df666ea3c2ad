//! A relation while it is being found: token ranges instead of bytes, and what decides between two that clash.

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::english::scene::Scene;

/// A proposed relation.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) source: Option<Range<usize>>,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) content: Vec<Range<usize>>,
    pub(crate) kind: CueKind,
    /// Token that carries the cue's meaning.
    pub(crate) head: usize,
    pub(crate) sentence: u32,
    /// Its verb group, counted over the article; none where the cue is no verb.
    pub(crate) clause: Option<u32>,
    pub(crate) no_comment: bool,
    /// The content stands before the source ("…, she said").
    pub(crate) trails: bool,
}

impl Draft {
    /// A relation without source and content.
    pub(crate) fn new(scene: &Scene<'_>, cue: Range<usize>, head: usize, kind: CueKind) -> Draft {
        Draft {
            source: None,
            cue: Some(cue),
            content: Vec::new(),
            kind,
            head,
            sentence: scene.sentence,
            clause: None,
            no_comment: false,
            trails: false,
        }
    }
}

//! A relation while it is being found: token ranges instead of bytes, and what decides between two that clash.

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::english::frame::FramedVerb;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::{frame, usage};

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

/// What a verb with these frames makes of its source.
pub(crate) fn kind_of(frames: u64) -> CueKind {
    if frames & frame::SPEECH != 0 {
        CueKind::Speech
    } else {
        CueKind::Stance
    }
}

/// Whether the source can hold an attitude or speak of an object.
pub(crate) fn plausible(scene: &Scene<'_>, source: Option<&Range<usize>>, cue: &FramedVerb, trails: bool) -> bool {
    let view = &scene.view;
    let speech = cue.frames & (frame::CLAUSE | frame::TELL) != 0;
    let Some(source) = source else { return speech };
    let head = view.head(source);
    match view.tag(head) {
        Tag::Pronoun => match view.word(head) {
            "it" => speech || trails,
            _ if view.does(head, usage::THINGLIKE) => trails,
            _ => true,
        },
        Tag::Name | Tag::Relative | Tag::Number => true,
        _ => true,
    }
}

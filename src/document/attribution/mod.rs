//! Attribution relations: a source (who), a cue ("said", "according to") and a content (what).
//!
//! The scheme is that of PARC and PolNeAR, with one addition: relations inside another's content are kept, and point at the one
//! they stand in.

use serde::{Deserialize, Serialize};

use crate::document::quote::Quote;
use crate::document::sentence::Sentence;
use crate::document::token::{Token, Vocabulary};
use crate::text::span::Span;

/// How the content is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Form {
    /// Wholly between quote marks.
    Direct,
    /// Wholly in the writer's words.
    Indirect,
    /// Some of both.
    Mixed,
}

/// What kind of cue links source and content.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CueKind {
    /// "said", "told", "wrote", "confirmed"
    #[default]
    Speech,
    /// "believes", "plans", "wants"
    Stance,
    /// "according to", "per"
    Preposition,
    /// "claim", "warning", "a report that"
    Noun,
    /// A colon behind a name.
    Colon,
}

/// One relation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Attribution {
    /// Its index.
    pub id: u32,
    /// The source entity.
    pub source: Option<u32>,
    /// The words that name the source here.
    pub source_span: Option<Span>,
    /// The words that link.
    pub cue: Option<Span>,
    /// What is attributed; several spans when the cue stands between.
    pub content: Vec<Span>,
    /// How the content is given.
    pub form: Form,
    /// The relation whose content holds this one.
    pub inside: Option<u32>,
    /// Whether the source is said to have given no comment.
    pub no_comment: bool,
    /// What kind of cue it is.
    #[serde(skip)]
    pub cue_kind: CueKind,
    /// The folded head of the cue: `said`, `according`.
    #[serde(skip)]
    pub cue_word: String,
    /// The sentence its cue stands in.
    #[serde(skip)]
    pub sentence: u32,
}

/// Finds the relations of an article, in order of their cue.
pub(crate) fn find(
    _text: &str,
    _tokens: &[Token],
    _vocabulary: &Vocabulary,
    _sentences: &[Sentence],
    _quotes: &[Quote],
) -> Vec<Attribution> {
    Vec::new()
}

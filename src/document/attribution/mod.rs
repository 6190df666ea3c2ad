//! Attribution relations: a source (who), a cue ("said", "according to") and a content (what).
//!
//! The scheme is that of PARC and PolNeAR, with one addition: relations inside another's content are kept, and point at the one
//! they stand in.
//!
//! Per sentence, the verb groups whose head is a cue of the lexis propose relations by the frame they find on their right or left
//! (`verbal`); nouns and prepositions propose theirs (`nominal`); quotations pull theirs over sentence ends (`run_on`).
//! `settle` makes the proposals agree: contents give way to cues and sources, and who stands in whose content is noted.

mod act;
mod credited;
mod draft;
mod nominal;
mod passive;
mod preceding;
mod quoted;
mod run_on;
mod settle;
mod verbal;

use serde::{Deserialize, Serialize};

use crate::document::attribution::draft::Draft;
use crate::document::english::English;
use crate::document::english::scene::Outermost;
use crate::document::english::tag::ClassedWords;
use crate::document::page::line::Paragraph;
use crate::document::page::sentence::Sentence;
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
    /// A colon behind a name, a dash before it.
    Colon,
}

/// Whether somebody stated something or only holds it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Act {
    /// Said, wrote, showed or found: what a reader can ask the source about.
    #[default]
    Statement,
    /// Plans, wants, believes, permits: what the writer tells of somebody.
    Stance,
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
    /// Whether it is a statement.
    #[serde(default)]
    pub act: Act,
    /// What kind of cue it is.
    #[serde(skip)]
    pub cue_kind: CueKind,
    /// The token that is the head of the cue: `said`, `according`.
    #[serde(skip)]
    pub cue_head: u32,
    /// The sentence its cue stands in.
    #[serde(skip)]
    pub sentence: u32,
    #[serde(skip)]
    pub(crate) clause: Option<u32>,
}

impl Attribution {
    /// The clause whose verb is its cue, for [`Document::clause`](crate::Document::clause); none where the cue is no verb.
    pub fn clause(&self) -> Option<u32> {
        self.clause
    }

    /// Whether somebody said, wrote, showed or found it, and may so be asked about it.
    pub fn is_statement(&self) -> bool {
        self.act == Act::Statement
    }

    /// As it goes into a report: without the notes that only a document's readers need, so that a report read back from JSON equals
    /// the one written.
    pub(crate) fn published(self) -> Self {
        Attribution {
            cue_kind: CueKind::default(),
            cue_head: 0,
            sentence: 0,
            clause: None,
            ..self
        }
    }
}

/// Finds the relations of an article, in order of their cue.
pub(crate) fn find(
    words: ClassedWords<'_>,
    english: &English,
    paragraphs: &[Paragraph],
    sentences: &[Sentence],
    quoted: &Outermost<'_>,
) -> Vec<Attribution> {
    // News has one in two sentences and more; a long text grows by itself.
    let mut drafts: Vec<Draft> = Vec::with_capacity(sentences.len().min(64));
    for scene in english.scenes(words, sentences, quoted) {
        let first = drafts.len();
        verbal::propose(&scene, english, &mut drafts);
        nominal::propose(&scene, &mut drafts);
        credited::propose(&scene, &mut drafts);
        settle::within(&mut drafts, first);
    }
    run_on::extend(english, paragraphs, sentences, quoted, &mut drafts);
    settle::finish(english, words, &quoted.at, drafts)
}

/// Leaves out what stands in text of the page (`aside` marks its sentences): a teaser, a caption and a note on the author state nothing.
pub(crate) fn of_story(attributions: Vec<Attribution>, aside: &[bool]) -> Vec<Attribution> {
    let left_out = |a: &Attribution| aside.get(a.sentence as usize).copied().unwrap_or(false);
    if !attributions.iter().any(left_out) {
        return attributions;
    }
    let mut next = 0;
    let ids: Vec<Option<u32>> = attributions
        .iter()
        .map(|a| {
            let id = (!left_out(a)).then_some(next);
            next += u32::from(id.is_some());
            id
        })
        .collect();
    let mut kept = attributions;
    kept.retain(|a| !left_out(a));
    for attribution in &mut kept {
        attribution.id = ids[attribution.id as usize].unwrap_or_default();
        attribution.inside = attribution.inside.and_then(|i| ids.get(i as usize).copied().flatten());
    }
    kept
}

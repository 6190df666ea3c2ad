//! Source entities: who the article hears from, each with all its mentions.

use serde::{Deserialize, Serialize};

use crate::text::span::Span;

/// What kind of source it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum SourceKind {
    /// A person with a name.
    Named,
    /// Unnamed people who gave a specific statement.
    Anonymous,
    /// A unique post that identifies its holder: "the defence minister".
    Office,
    /// A body that speaks as one, and its spokespeople.
    Institution,
    /// A news outlet.
    Outlet,
    /// A document, record, statement, poll.
    Document,
    /// A group whose attitude is described: "critics", "voters".
    Collective,
    /// Nobody at all: "it is believed".
    Implied,
    /// A pronoun or description that nothing introduces.
    Unresolved,
}

impl SourceKind {
    /// The name used in reports.
    pub const fn name(self) -> &'static str {
        match self {
            SourceKind::Named => "named",
            SourceKind::Anonymous => "anonymous",
            SourceKind::Office => "office",
            SourceKind::Institution => "institution",
            SourceKind::Outlet => "outlet",
            SourceKind::Document => "document",
            SourceKind::Collective => "collective",
            SourceKind::Implied => "implied",
            SourceKind::Unresolved => "unresolved",
        }
    }
}

/// How many people a source stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct People {
    /// Lower bound the text commits to; 0 for what is not people.
    pub at_least: u32,
    /// Whether the text gives exactly this number.
    pub exact: bool,
}

/// One source of the article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Source {
    /// Its index.
    pub id: u32,
    /// Its fullest mention.
    pub label: String,
    /// What kind it is.
    pub kind: SourceKind,
    /// How many people it stands for.
    pub people: People,
    /// The source it is part of.
    pub within: Option<u32>,
    /// The stated reason, or the phrase, with which a name is kept back.
    pub withheld: Option<String>,
    /// Whether it is the article's own outlet, its parent or its own experts.
    #[serde(rename = "self")]
    pub is_self: bool,
    /// Whether the text introduces it before relying on it.
    pub introduced: bool,
    /// Every place that refers to it.
    pub mentions: Vec<Span>,
}

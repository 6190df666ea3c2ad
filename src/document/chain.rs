//! Attribution chains: who heard it from whom.

use serde::{Deserialize, Serialize};

use crate::document::source::SourceKind;

/// A path from the outermost source to the first to state something.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Chain {
    /// Source ids, outermost first; this article itself is left out.
    pub hops: Vec<u32>,
    /// Number of hops.
    pub depth: u32,
    /// The relations that carry it.
    pub attributions: Vec<u32>,
    /// The kind of the innermost hop.
    pub origin: SourceKind,
}

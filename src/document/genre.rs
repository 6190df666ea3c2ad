//! What kind of piece it is: opinion is not failed reportage.

use serde::{Deserialize, Serialize};

/// The genre, as far as the page shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Genre {
    /// News.
    #[default]
    Reportage,
    /// A view, signed or not.
    Opinion,
    /// News explained.
    Analysis,
    /// Marked as satire.
    Satire,
    /// A list or round-up.
    List,
    /// Questions and answers.
    Interview,
}

/// A genre with the reasons for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenreReading {
    /// Which.
    pub genre: Genre,
    /// What on the page says so.
    pub reasons: Vec<String>,
}

//! The one error type.

/// What was given and what was expected.
///
/// # Design
///
/// Analysis is total; only settings, lexicon packs and stored reports can be wrong. Callers show the message or ask a predicate; the
/// kinds stay private so that they can grow.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(transparent)]
pub struct Error(#[from] Kind);

#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
enum Kind {
    #[error("{0}")]
    Settings(String),
    #[error("lexicon pack `{pack}`, {error}")]
    Pack {
        pack: String,
        error: crate::text::lexicon::LexiconError,
    },
    #[cfg_attr(not(feature = "json"), allow(dead_code))]
    #[error("not a report: {0}")]
    Report(String),
    #[error("{0}")]
    Corpus(String),
}

impl Error {
    pub(crate) fn settings(message: impl Into<String>) -> Self {
        Kind::Settings(message.into()).into()
    }

    pub(crate) fn pack(pack: &str, error: crate::text::lexicon::LexiconError) -> Self {
        Kind::Pack {
            pack: pack.to_string(),
            error,
        }
        .into()
    }

    #[cfg_attr(not(feature = "json"), allow(dead_code))]
    pub(crate) fn report(message: impl Into<String>) -> Self {
        Kind::Report(message.into()).into()
    }

    pub(crate) fn corpus(message: impl Into<String>) -> Self {
        Kind::Corpus(message.into()).into()
    }

    /// Whether a corpus file could not be read or written.
    pub fn is_corpus(&self) -> bool {
        matches!(self.0, Kind::Corpus(_))
    }

    /// Whether a setting was wrong.
    pub fn is_settings(&self) -> bool {
        matches!(self.0, Kind::Settings(_))
    }

    /// Whether a lexicon pack was wrong.
    pub fn is_pack(&self) -> bool {
        matches!(self.0, Kind::Pack { .. })
    }
}

/// The known name nearest to a wrong one, when one is near enough to suggest.
pub(crate) fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let scored = known.into_iter().map(|k| (strsim::jaro_winkler(name, k), k));
    let best = scored.fold((0.0, ""), |best, now| if now.0 > best.0 { now } else { best });
    (best.0 >= 0.75).then_some(best.1)
}

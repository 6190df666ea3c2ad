//! Statements that a name is kept back, and the reason they give.

use std::ops::Range;

use once_cell::sync::Lazy;

use crate::document::page::sentence::Sentence;
use crate::document::page::token::Vocabulary;
use crate::document::source::SourceKind;
use crate::document::source::resolve::Entity;
use crate::document::source::words::{Class, Words};
use crate::text::lexicon::Lexicon;

/// Why a name is kept back, as far as the text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// Nothing is said.
    None,
    /// "not authorised to speak"
    NotAuthorised,
    /// "to discuss private deliberations"
    Sensitive,
    /// "for fear of retaliation"
    Fear,
    /// "to speak candidly"
    Candour,
    /// "bound by a nondisclosure agreement"
    Contract,
    /// A reason of another kind.
    Other,
}

impl Reason {
    /// In words.
    pub const fn name(self) -> &'static str {
        match self {
            Reason::None => "no reason",
            Reason::NotAuthorised => "not authorised to speak",
            Reason::Sensitive => "a sensitive matter",
            Reason::Fear => "fear of consequences",
            Reason::Candour => "to speak candidly",
            Reason::Contract => "bound by contract",
            Reason::Other => "another reason",
        }
    }
}

/// One such statement.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Statement {
    pub(crate) tokens: Range<usize>,
    pub(crate) reason_tokens: Option<Range<usize>>,
    pub(crate) reason: Reason,
    /// The reason says nothing that is not said of any source.
    pub(crate) rote: bool,
}

static TABLE: Lazy<Lexicon> =
    Lazy::new(|| Lexicon::built_in_for(include_str!("withheld.txt"), |section| section == "withheld"));

/// The longest reason, in tokens.
const REASON: usize = 30;

/// All statements of an article, in order.
pub(crate) fn find(words: &Words, vocabulary: &Vocabulary, sentences: &[Sentence]) -> Vec<Statement> {
    let Some(section) = TABLE.section("withheld") else {
        return Vec::new();
    };
    let sections = Sections::new();
    let mut out: Vec<Statement> = Vec::new();
    for found in vocabulary.matches(&TABLE, words.tokens) {
        if found.section != section || out.last().is_some_and(|s| s.tokens.end > found.first) {
            continue;
        }
        let at = sentences.partition_point(|s| (s.tokens.end as usize) <= found.first);
        let limit = sentences.get(at).map_or(words.len(), |s| s.tokens.end as usize);
        // A second statement inside the reason of the first is that reason: "anonymity because not authorised".
        if let Some(last) = out.last_mut()
            && last.reason_tokens.as_ref().is_some_and(|r| r.end > found.first)
        {
            continue;
        }
        out.push(read(words, &sections, found.first..found.end, limit));
    }
    out
}

struct Sections {
    reasons: [(Option<u16>, Reason); 5],
    stock: Option<u16>,
    lead: Option<u16>,
}

impl Sections {
    fn new() -> Self {
        let section = |name| TABLE.section(name);
        Sections {
            reasons: [
                (section("fear"), Reason::Fear),
                (section("contract"), Reason::Contract),
                (section("not-authorised"), Reason::NotAuthorised),
                (section("sensitive"), Reason::Sensitive),
                (section("candour"), Reason::Candour),
            ],
            stock: section("stock"),
            lead: section("lead"),
        }
    }

    fn has(section: Option<u16>, word: &str) -> bool {
        section.is_some_and(|s| TABLE.has(s, word))
    }
}

fn read(words: &Words, sections: &Sections, tokens: Range<usize>, limit: usize) -> Statement {
    let own = (tokens.start..tokens.end).any(|i| Sections::has(sections.reasons[2].0, words.word(i)));
    let from = if own {
        Some(tokens.start)
    } else {
        (tokens.end..(tokens.end + 3).min(limit))
            .find(|i| words.is_word(*i) && Sections::has(sections.lead, words.word(*i)))
    };
    let from = from.or_else(|| before(words, sections, &tokens));
    let Some(from) = from else {
        return Statement {
            tokens,
            reason_tokens: None,
            reason: Reason::None,
            rote: false,
        };
    };
    let floor = if from < tokens.start { tokens.start } else { limit };
    let end = (from.max(if own { tokens.end } else { from })..floor.min(from + REASON))
        .find(|i| ends(words, *i))
        .unwrap_or(floor.min(from + REASON));
    let range = from..end.max(from);
    if range.len() < 2 {
        return Statement {
            tokens,
            reason_tokens: None,
            reason: Reason::None,
            rote: false,
        };
    }
    let reason = sections
        .reasons
        .iter()
        .find(|(section, _)| range.clone().any(|i| Sections::has(*section, words.word(i))))
        .map_or(Reason::Other, |(_, reason)| *reason);
    let plain = range
        .clone()
        .all(|i| !words.is_word(i) || Sections::has(sections.stock, words.word(i)));
    let rote = plain
        && matches!(
            reason,
            Reason::NotAuthorised | Reason::Sensitive | Reason::Candour | Reason::Other
        );
    Statement {
        tokens,
        reason_tokens: Some(range),
        reason,
        rote,
    }
}

/// "Citing the sensitivity of the talks, the official asked not to be named".
fn before(words: &Words, sections: &Sections, tokens: &Range<usize>) -> Option<usize> {
    let floor = tokens.start.saturating_sub(16);
    (floor..tokens.start)
        .rev()
        .take_while(|i| !words.is_mark(*i, &[".", "!", "?", "\""]))
        .find(|i| {
            matches!(words.word(*i), "citing" | "fearing" | "because") && Sections::has(sections.lead, words.word(*i))
        })
}

fn ends(words: &Words, i: usize) -> bool {
    words.is_mark(i, &[".", ",", ";", "—", "!", "?", "\"", ")", ":"])
        || matches!(words.word(i), "said" | "says" | "told" | "added")
        || (words.is(i, Class::SAYING)
            && words.word(i).ends_with("ed")
            && !words.is(i - 1, Class::MANNER)
            && i > 0
            && !words.is_word(i - 1))
}

/// Gives each statement to the unnamed source it is about: the nearest before it in its sentence, else the next there, else the
/// last of the two sentences before. The answer holds, per entity, the index of its statement.
pub(crate) fn assign(
    words: &Words,
    sentences: &[Sentence],
    statements: &[Statement],
    placed: &[(u32, Range<usize>, usize)],
    entities: &mut [Entity],
) -> Vec<Option<usize>> {
    let mut kept = vec![None; entities.len()];
    for (index, statement) in statements.iter().enumerate() {
        let sentence = sentences.partition_point(|s| (s.tokens.end as usize) <= statement.tokens.start);
        let split = placed.partition_point(|p| p.1.start < statement.tokens.start);
        let open = |id: u32| {
            entities.get(id as usize).is_some_and(|e| match e.kind {
                SourceKind::Anonymous => true,
                SourceKind::Collective | SourceKind::Unresolved => e.people.at_least > 0 && e.is_people(),
                _ => false,
            })
        };
        let same = |p: &&(u32, Range<usize>, usize)| p.2 == sentence;
        let before = placed[..split]
            .iter()
            .rev()
            .take_while(same)
            .take(WINDOW)
            .find(|p| open(p.0));
        let after = placed[split..].iter().take_while(same).take(WINDOW).find(|p| open(p.0));
        let earlier = || {
            placed[..split]
                .iter()
                .rev()
                .take(WINDOW)
                .take_while(|p| p.2 + 2 >= sentence)
                .find(|p| open(p.0))
        };
        let named = placed[..split]
            .iter()
            .rev()
            .take_while(same)
            .next()
            .is_some_and(|p| !open(p.0) && !words.is(p.1.start, Class::PRONOUN));
        let Some(found) = before.or(after).or_else(|| if named { None } else { earlier() }) else {
            continue;
        };
        let id = found.0 as usize;
        if let (Some(slot), Some(entity)) = (kept.get_mut(id), entities.get_mut(id)) {
            entity.kind = SourceKind::Anonymous;
            let better =
                slot.is_none_or(|s: usize| statements[s].reason == Reason::None && statement.reason != Reason::None);
            if better {
                *slot = Some(index);
            }
        }
    }
    kept
}

/// How many mentions are looked at around a statement.
const WINDOW: usize = 16;

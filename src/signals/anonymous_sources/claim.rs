//! Who stands behind the headline's claim.

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::claim::Claim;
use crate::document::page::segment::SegmentKind;
use crate::document::source::SourceKind;
use crate::finding::{Evidence, Fact, Finding};
use crate::signals::anonymous_sources::rules::HEADLINE_CLAIM;
use crate::text::span::Span;

/// Words of a headline that a sentence has to share for it to make the same claim.
const FEWEST: usize = 3;

/// Raises the rule when the claim is one unnamed person's and nobody else's.
pub(super) fn of_the_headline(document: &Document<'_>) -> Option<Finding> {
    let alone = |id: u32| {
        let source = document.source(id);
        source.is_some_and(|s| s.kind == SourceKind::Anonymous && s.people.at_least == 1)
    };
    let title = document.segments().iter().find(|s| s.kind == SegmentKind::Title)?;
    if !document.attributions().iter().any(|a| a.source.is_some_and(alone)) {
        return None;
    }
    let title = Span::new(title.start, title.end).trimmed(document.text());
    let headline = &document.tokens()[document.tokens_in(title).range()];
    let claim = Claim::of(headline, document.vocabulary());
    if claim.len() < FEWEST {
        return None;
    }
    let mut reader = Reader {
        document,
        claim: &claim,
        met: vec![usize::MAX; claim.len()],
    };
    let told: Vec<(usize, u32, &Attribution)> = document
        .attributions()
        .iter()
        .enumerate()
        .filter(|(_, a)| !a.no_comment && a.content.first().is_some_and(|c| c.start >= title.end))
        .filter_map(|(turn, a)| Some((turn, a.source?, a)))
        .filter(|(_, id, _)| document.source(*id).is_some())
        .collect();
    let enough = FEWEST.max(claim.len().div_ceil(2));
    let mut best: Option<(usize, u32, Span)> = None;
    for (turn, id, relation) in told.iter().filter(|(_, id, _)| alone(*id)) {
        let shared = reader.shared(*turn, relation);
        match best {
            _ if shared < enough => {}
            Some((_, other, _)) if other != *id => return None,
            Some((most, ..)) if most >= shared => {}
            _ => best = Some((shared, *id, relation.source_span.or(relation.content.first().copied())?)),
        }
    }
    // Most articles have no such claim, and nobody else need be heard.
    let best = best?;
    let mut others = told.iter().filter(|(_, id, _)| !alone(*id));
    if others.any(|(turn, _, relation)| reader.shared(*turn, relation) >= enough) {
        return None;
    }
    let (shared, id, span) = best;
    let label = &document.source(id)?.label;
    Some(
        Finding::new(&HEADLINE_CLAIM, span)
            .message(format!(
                "\"{label}\", one person without a name, is the only source given for the headline's claim"
            ))
            .evidence(Evidence::Facts {
                facts: vec![
                    Fact {
                        name: "words shared with the headline".into(),
                        value: format!("{shared} of {}", claim.len()),
                    },
                    Fact {
                        name: "other sources for it".into(),
                        value: "0".to_string(),
                    },
                ],
            })
            .confidence(0.7)
            .related(title, "the headline"),
    )
}

/// Counts the headline's words in what somebody says.
struct Reader<'r> {
    document: &'r Document<'r>,
    claim: &'r Claim,
    /// By word of the claim: the relation it was last met in. Contents nest, so a token may be read often.
    met: Vec<usize>,
}

impl Reader<'_> {
    fn shared(&mut self, turn: usize, relation: &Attribution) -> usize {
        let Some(first) = relation.content.first() else {
            return 0;
        };
        let whole = relation.content.iter().fold(*first, |a, b| a.cover(*b));
        let mut shared = 0;
        for token in &self.document.tokens()[self.document.tokens_in(whole).range()] {
            if let Some(met) = self.claim.place(token).and_then(|place| self.met.get_mut(place))
                && *met != turn
            {
                *met = turn;
                shared += 1;
            }
        }
        shared
    }
}

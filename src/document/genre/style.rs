//! Who speaks, and whether it argues or reports.

use crate::document::attribution::CueKind;
use crate::document::genre::{Genre, GenreReading, Sheet, WORDS, label};
use crate::document::page::token::TokenKind;
use crate::document::voice::Voice;

/// Fewest words of the outlet's own that rates are taken of.
const FEWEST_WORDS: usize = 80;
/// Opinion needs this much evidence.
const OPINION: f64 = 2.0;
/// A piece is cut into so many parts to see whether its writer is there throughout.
const PARTS: usize = 8;
/// In so many of them a writer who declares a view must say "I", once in the first [`OPENING`] at least.
const PARTS_WITH_SELF: usize = 4;
const OPENING: usize = 3;
/// And so often: times, and times in a hundred words.
const SELVES: usize = 4;
const SELF_RATE: f64 = 0.5;

/// What stands in the outlet's own voice.
#[derive(Default)]
struct Counts {
    words: usize,
    selves: usize,
    wes: usize,
    yous: usize,
    argues: usize,
    prescribes: usize,
    questions: usize,
    /// "My column", "in this space".
    columns: usize,
    /// In which parts of the piece the writer says "I".
    parts: [bool; PARTS],
}

impl Counts {
    fn rate(&self, n: usize) -> f64 {
        n as f64 * 100.0 / self.words.max(1) as f64
    }

    /// Whether the writer stands before the reader as "I" from beginning to end.
    fn is_signed(&self) -> bool {
        let there = self.parts.iter().filter(|p| **p).count();
        there >= PARTS_WITH_SELF
            && self.parts.iter().take(OPENING).any(|p| *p)
            && self.selves >= SELVES
            && self.rate(self.selves) >= SELF_RATE
    }
}

pub(super) fn read(page: &Sheet<'_>) -> GenreReading {
    let counts = count(page);
    if counts.words < FEWEST_WORDS {
        return GenreReading::default();
    }
    let speech = page
        .attributions
        .iter()
        .filter(|a| a.inside.is_none() && matches!(a.cue_kind, CueKind::Speech | CueKind::Preposition | CueKind::Colon))
        .count();
    let mut evidence = 0.0;
    let mut reasons = Vec::new();
    let mut weigh = |n: usize, unit: f64, cap: f64, what: &str| {
        let gain = (counts.rate(n) * unit).min(cap);
        if n > 1 && gain >= 0.25 {
            evidence += gain;
            reasons.push((gain, format!("{n} {what} in {} words of its own", counts.words)));
        }
    };
    weigh(counts.selves, 1.6, 2.2, "times \"I\" or \"my\"");
    weigh(counts.wes, 0.9, 1.4, "times \"we\" or \"our\"");
    weigh(counts.yous, 0.6, 0.9, "times \"you\"");
    weigh(counts.argues, 1.3, 1.3, "connectives of argument");
    weigh(counts.prescribes, 1.5, 1.3, "times \"should\" or the like");
    weigh(counts.questions, 1.6, 1.2, "questions to the reader");
    if counts.columns > 0 {
        evidence += 1.0;
        reasons.push((1.0, "it speaks of itself as a column".to_string()));
    }
    // Reporting speaks against opinion: one attribution in fifty words is usual in news.
    evidence -= (counts.rate(speech) * 0.45).min(1.2);
    if evidence < OPINION {
        return GenreReading::default();
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    GenreReading {
        genre: Genre::Opinion,
        reasons: reasons.into_iter().take(3).map(|(_, r)| r).collect(),
        declared: counts.columns > 0 || counts.is_signed() || label::has_note(page),
    }
}

fn count(page: &Sheet<'_>) -> Counts {
    let lexicon = &*WORDS;
    let section = |name: &str| lexicon.section(name);
    let (own, we, you) = (section("self"), section("we"), section("you"));
    let (argument, prescribes, column) = (section("argument"), section("prescribes"), section("column-voice"));
    let mut counts = Counts::default();
    let mut outlet: Vec<bool> = Vec::with_capacity(page.tokens.len());
    let mut at = 0;
    for token in page.tokens {
        let start = token.start as usize;
        while page.voice.get(at).is_some_and(|r| r.end <= start) {
            at += 1;
        }
        let is_own = page.voice.get(at).is_none_or(|r| r.voice == Voice::Outlet);
        counts.words += usize::from(is_own && token.kind == TokenKind::Word);
        counts.questions +=
            usize::from(is_own && token.kind == TokenKind::Punct && page.text.as_bytes().get(start) == Some(&b'?'));
        outlet.push(is_own);
    }
    for m in page.vocabulary.matches(lexicon, page.tokens) {
        if outlet.get(m.first) != Some(&true) {
            continue;
        }
        let section = Some(m.section);
        if section == own {
            // "World War I" is listed so that its number is not read as a writer.
            if lexicon
                .entries()
                .get(m.entry as usize)
                .is_some_and(|e| e.attribute("number").is_some())
            {
                continue;
            }
            counts.selves += 1;
            counts.parts[m.first * PARTS / page.tokens.len().max(1)] = true;
        } else if section == we {
            counts.wes += 1;
        } else if section == you {
            counts.yous += 1;
        } else if section == argument {
            counts.argues += 1;
        } else if section == prescribes {
            counts.prescribes += 1;
        } else if section == column {
            counts.columns += 1;
        }
    }
    counts
}

//! Is what the article says laid on anybody who can be asked?
//!
//! A sentence rests on somebody when an attribution covers it: a person with a name, a holder of a post, an institution, an outlet
//! or a document. What the reporter saw needs no source, so some share of bare sentences is usual; an article without any source
//! is not. Between the two a reader learns more or less: "Mara Holt, the harbor master, said" leaves nothing to ask, "Holt said" of
//! somebody who is never introduced leaves most of it. The measure is what the story's sentences leave open, added up.
//!
//! Blind spots: eyewitness reporting, live accounts and summaries of what everybody knows have few attributions for good reasons.
//!
//! Sources: the W3C Credible Web draft of 2019 (number of quoted sources, no source cited), JTI CWA 17493, the SPJ code.

mod open;
pub mod rules;

use crate::document::Document;
use crate::document::genre::Genre;
use crate::finding::{Evidence, Finding};
use crate::signal::{Measure, Outcome, Part, Reading, Remedy, Scale, Signal};

use open::{Open, Story};

/// The signal.
pub static SIGNAL: Signal = Signal {
    id: "sourcing",
    question: "Is what the article says laid on anybody who can be asked?",
    why: "A claim with an identified source can be checked, and its source asked; a claim of the article's own has only the article",
    part: Part::Sourcing,
    scale: Scale {
        cap: 14.0,
        // Three fifths of a mainstream report are left open: what happened, when, and what was known before rest on nobody.
        usual: 0.6,
        // Nine tenths: there is no source to speak of.
        extreme: 0.9,
        unit: "sentences",
        prior: 6.0,
        origin: "measured: of reports labelled not hyperpartisan (SemEval-2019) half leave .61 or more open, one in ten .92; of 91 plain reports of \
                 broadcasters and agencies half .56, one in twenty .89",
    },
    rules: &[&rules::UNSOURCED, &rules::SINGLE_SOURCE, &rules::UNATTRIBUTED_RUN],
    read,
};

/// Fewest words of an article that is expected to have a source.
pub const SHORT: usize = 110;
/// Fewest words, and attributions, of an article that is expected to have two.
const LONG: usize = 220;
const FEW: usize = 4;
/// A run of bare sentences is worth a note from here on, in sentences and in words.
const RUN: usize = 10;
const RUN_WORDS: usize = 110;

fn read(document: &Document<'_>) -> Reading {
    let genre = document.genre().genre;
    if !matches!(genre, Genre::Reportage | Genre::Analysis) {
        return Reading::new(Outcome::NotApplicable(
            "not a news report, so its claims are its author's".to_string(),
        ));
    }
    let story = Story::of(document);
    if story.sentences.is_empty() {
        return Reading::new(Outcome::NotApplicable("no sentence of a story".to_string()));
    }
    let nobody = story.sentences.iter().filter(|s| s.open == Open::Everything).count();
    let outcome = if story.words < SHORT {
        Outcome::Inconclusive(format!("{} words are too few to expect a source", story.words))
    } else {
        Outcome::Measured(Measure {
            count: story.sentences.iter().map(|s| s.open.share()).sum(),
            exposure: story.sentences.len() as f64,
            because: because(&story, nobody),
            spans: Vec::new(),
        })
    };
    let mut findings = Vec::new();
    findings.extend(unsourced(&story));
    findings.extend(single(document, &story));
    findings.extend(runs(&story));
    let saved = Open::Everything.share() - Open::Person.share();
    let laying = Remedy::new(
        "laying",
        ["unsourced sentence", "unsourced sentences"],
        std::iter::repeat_n(saved, nobody),
    );
    let introducing = Remedy::new(
        "introducing",
        [
            "person of whom only a name is given",
            "people of whom only a name is given",
        ],
        story.to_introduce(),
    );
    Reading::new(outcome)
        .remedy(laying.tail("on a named person, an office or a document"))
        .remedy(introducing.most("most cited"))
        .count("named_people", story.named as f64)
        .count("identified_sources", story.identified.len() as f64)
        .count("all_sources", story.everybody.len() as f64)
        .count("bare_sentences", nobody as f64)
        .with(findings)
}

/// "9 of 12 sentences rest on nobody, 2 more on sources who are not named or never introduced".
fn because(story: &Story, nobody: usize) -> String {
    let all = story.sentences.len();
    let half = story.sentences.iter().filter(|s| s.open.is_half()).count();
    let most = format!("{nobody} of {all} sentences rest on nobody");
    match half {
        0 => most,
        half => format!("{most}, {half} more on sources that are not named or never introduced"),
    }
}

fn ratio(count: usize, of: usize, unit: &'static str) -> Evidence {
    Evidence::Ratio {
        count: count as f64,
        of: of as f64,
        unit: unit.into(),
    }
}

fn unsourced(story: &Story) -> Option<Finding> {
    let first = story.sentences.first()?;
    let quiet = story.words >= SHORT && story.everybody.is_empty() && story.attributions == 0;
    quiet.then(|| {
        Finding::new(&rules::UNSOURCED, first.span)
            .message(format!(
                "nobody is cited in {} words: no person, no institution, no document",
                story.words
            ))
            .evidence(ratio(0, story.sentences.len(), "sentences with a source"))
            .confidence(0.8)
    })
}

fn single(document: &Document<'_>, story: &Story) -> Option<Finding> {
    let one = story.everybody.first().filter(|_| story.everybody.len() == 1)?;
    if story.words < LONG || story.attributions < FEW {
        return None;
    }
    let source = document.source(*one)?;
    let first = *source.mentions.first()?;
    Some(
        Finding::new(&rules::SINGLE_SOURCE, first)
            .message(format!(
                "\"{}\" is the only source of an article of {} words",
                source.label, story.words
            ))
            .evidence(ratio(1, story.attributions, "attributions"))
            .confidence(0.7),
    )
}

/// Long stretches of the story that rest on nobody.
fn runs(story: &Story) -> Vec<Finding> {
    let mut out = Vec::new();
    // An article without a source is one finding, not one run.
    if story.everybody.is_empty() {
        return out;
    }
    let mut from = 0;
    let total = story.sentences.len();
    while from < total {
        let Some(run) = story.sentences.get(from..) else { break };
        let length = run.iter().take_while(|s| !s.is_heard()).count();
        let bare = run.get(..length).unwrap_or(&[]);
        let words: usize = bare.iter().map(|s| s.words).sum();
        if let (Some(first), Some(last)) = (bare.first(), bare.last())
            && length >= RUN
            && words >= RUN_WORDS
        {
            out.push(
                Finding::new(&rules::UNATTRIBUTED_RUN, first.span)
                    .message(format!("{length} sentences in a row, {words} words, rest on nobody"))
                    .evidence(ratio(length, total, "sentences"))
                    .confidence(0.6)
                    .related(last.span, "the last of them"),
            );
        }
        from += length + 1;
    }
    out
}

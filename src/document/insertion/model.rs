//! The linear score: one weight a feature. It was fitted so that in an article with one planted block (another article's paragraphs,
//! sentences or teaser among its own) that block outweighs every other run, and in an article without, "none" outweighs them all. A
//! feature's share is its weight times its distance from the usual, so the verdict can be told in words.
//!
//! Cross-validated over articles (five parts; hosts and donors of a part are unseen), the threshold below finds .71 of the easy and .61
//! of the hard blocks at one alarm in 373 clean articles of the planted sets, and five in 300 political reports and columns of
//! nine outlets that were only read for alarms.

use crate::document::insertion::features::Features;

/// Runs below are not reported. At 2.5 the next two clean articles of the planted sets would be.
pub(super) const THRESHOLD: f32 = 2.7;

/// Added for a headline over prose, a shape that hardly any story has inside.
const TEASER_BONUS: f32 = 0.8;

/// A run from here on stands apart, if not far enough to be reported by itself.
pub(super) const STANDS_APART: f32 = -2.0;

/// What each point over [`STANDS_APART`] of the second run takes off: where several passages stand apart, the paragraphs are loosely
/// linked by the writer's habit, and none is foreign for it.
const HANDICAP: f32 = 0.3;

/// Share of articles that hold a foreign block, for the confidence: an assumption, stated wherever the number is shown.
pub(super) const PRIOR: f64 = 0.03;

/// Logistic calibration of the score at even odds.
const SLOPE: f64 = 1.0841;
const SHIFT: f64 = -0.4586;

const BIAS: f32 = -10.11498;

struct Weight {
    name: &'static str,
    weight: f32,
    /// The median over ordinary paragraphs.
    usual: f32,
}

/// In the order of `Features::NAMES`.
const WEIGHTS: [Weight; Features::NAMES.len()] = [
    Weight {
        name: "its share of the article",
        weight: -10.88654,
        usual: 0.10926,
    },
    Weight {
        name: "another keyboard's quote marks",
        weight: 1.53601,
        usual: -0.33452,
    },
    Weight {
        name: "how closely the other paragraphs hang together",
        weight: 4.79016,
        usual: 0.47891,
    },
    Weight {
        name: "another keyboard's apostrophes",
        weight: 1.39205,
        usual: -0.33452,
    },
    Weight {
        name: "words of the headline in it",
        weight: -0.31605,
        usual: 0.0,
    },
    Weight {
        name: "few words shared with the rest",
        weight: -0.88114,
        usual: -0.81216,
    },
    Weight {
        name: "key words of the article in it",
        weight: -0.42717,
        usual: 3.0,
    },
    Weight {
        name: "words it repeats that stand nowhere else",
        weight: 0.4453,
        usual: 0.40808,
    },
    Weight {
        name: "few words shared, related words counted half",
        weight: -1.60227,
        usual: -0.69599,
    },
    Weight {
        name: "names it shares",
        weight: 0.45234,
        usual: 1.38629,
    },
    Weight {
        name: "longer or shorter paragraphs than the rest",
        weight: -1.16124,
        usual: 0.09415,
    },
    Weight {
        name: "rare words",
        weight: -0.0811,
        usual: 12.0,
    },
    Weight {
        name: "paragraphs in the passage",
        weight: -0.48973,
        usual: 2.0,
    },
    Weight {
        name: "names found nowhere else",
        weight: 0.98313,
        usual: 1.38629,
    },
    Weight {
        name: "stands first",
        weight: -2.92845,
        usual: 0.0,
    },
    Weight {
        name: "the next paragraph does not take it up",
        weight: -4.08592,
        usual: 0.08378,
    },
    Weight {
        name: "full names found nowhere else",
        weight: -1.20378,
        usual: std::f32::consts::LN_2,
    },
    Weight {
        name: "the paragraphs around it follow each other without it",
        weight: 0.54168,
        usual: -0.30866,
    },
    Weight {
        name: "another keyboard's dashes",
        weight: 2.15605,
        usual: 0.0,
    },
    Weight {
        name: "courtesy titles in an article that has none",
        weight: 2.87294,
        usual: 0.0,
    },
    Weight {
        name: "a headline over loose sentences",
        weight: 4.29848,
        usual: 0.0,
    },
    Weight {
        name: "weight of the headline's words",
        weight: 2.85035,
        usual: 0.0,
    },
    Weight {
        name: "fairly common words found nowhere else",
        weight: 0.56285,
        usual: 1.04447,
    },
    Weight {
        name: "its length",
        weight: 0.46027,
        usual: 3.63759,
    },
    Weight {
        name: "few words shared for its length",
        weight: -0.65546,
        usual: -0.38644,
    },
    Weight {
        name: "its sentences",
        weight: -0.18799,
        usual: 4.0,
    },
    Weight {
        name: "its place among the paragraphs by what they share",
        weight: 0.0415,
        usual: 0.16667,
    },
    Weight {
        name: "its share of function words",
        weight: 4.94816,
        usual: 0.56115,
    },
    Weight {
        name: "very common words shared",
        weight: -1.57442,
        usual: 0.20851,
    },
    Weight {
        name: "words shared with one paragraph only",
        weight: 4.90734,
        usual: 0.11594,
    },
    Weight {
        name: "very common words found nowhere else",
        weight: 1.37024,
        usual: 0.1715,
    },
    Weight {
        name: "stands last",
        weight: -1.88179,
        usual: 0.0,
    },
    Weight {
        name: "few words shared with its neighbours",
        weight: -4.51327,
        usual: 0.16353,
    },
    Weight {
        name: "people quoted without being introduced",
        weight: 1.71423,
        usual: 0.0,
    },
    Weight {
        name: "lines without a closing mark",
        weight: -0.65096,
        usual: 0.0,
    },
    Weight {
        name: "paragraphs of another size",
        weight: 0.99112,
        usual: 0.22378,
    },
    Weight {
        name: "common words found nowhere else",
        weight: 0.72082,
        usual: 0.54772,
    },
    Weight {
        name: "words shared with the next paragraph",
        weight: 1.01361,
        usual: 0.05734,
    },
    Weight {
        name: "a \"she\" in an article that has none",
        weight: 1.39013,
        usual: 0.0,
    },
    Weight {
        name: "a pronoun that goes on with a known person",
        weight: -1.33216,
        usual: 0.0,
    },
    Weight {
        name: "a \"he\" in an article that has none",
        weight: 1.21395,
        usual: 0.0,
    },
    Weight {
        name: "few telling words shared",
        weight: -0.13287,
        usual: -0.97223,
    },
    Weight {
        name: "rarest words shared",
        weight: 0.04749,
        usual: 0.22361,
    },
    Weight {
        name: "paragraphs in the article",
        weight: -0.02733,
        usual: 20.0,
    },
    Weight {
        name: "names the article knows",
        weight: -0.44969,
        usual: 1.60944,
    },
];

/// What is taken off every run of an article whose second run has this score.
pub(super) fn handicap(second: f32) -> f32 {
    HANDICAP * (second - STANDS_APART).max(0.0)
}

/// The score of a run; from [`THRESHOLD`] on, less the [`handicap`], it reads as foreign.
pub(super) fn score(features: &Features) -> f32 {
    let shares = features.values();
    let weighed = WEIGHTS.iter().zip(shares).map(|(w, x)| w.weight * x).sum::<f32>();
    BIAS + TEASER_BONUS * features.teaser + weighed
}

/// Probability that the run is foreign, at the [`PRIOR`].
pub(super) fn confidence(score: f32) -> f64 {
    let odds = SLOPE * f64::from(score) + SHIFT + (PRIOR / (1.0 - PRIOR)).ln();
    1.0 / (1.0 + (-odds).exp())
}

/// The score, the confidence and what weighed most, as an editor may want to see them.
pub(super) fn facts(features: &Features, score: f32) -> Vec<(&'static str, String)> {
    let mut shares: Vec<(f32, &'static str)> = WEIGHTS
        .iter()
        .zip(features.values())
        .map(|(w, x)| (w.weight * (x - w.usual), w.name))
        .filter(|(share, _)| *share > 0.3)
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let most: Vec<String> = shares
        .into_iter()
        .take(4)
        .map(|(share, name)| format!("{name} {share:+.1}"))
        .collect();
    vec![
        ("score", format!("{score:.1}, reported from {THRESHOLD:.1} on")),
        (
            "chance that it is foreign",
            format!(
                "{:.0} % where {:.0} in 100 articles hold such a passage",
                // Some hundred articles cannot teach a chance of more than this.
                (100.0 * confidence(score)).min(99.0),
                100.0 * PRIOR
            ),
        ),
        ("weighed most", most.join(", ")),
    ]
}

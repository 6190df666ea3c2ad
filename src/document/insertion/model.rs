//! The linear score: one weight a feature, fitted on articles with one planted block each (other sites' paragraphs among an article's
//! own), with the hardest clean run of every article as counter-example. A feature's share is its weight times its distance from the
//! usual, so the verdict can be told in words.

use crate::document::insertion::features::Features;

/// Runs below are not reported. At 2.4 three of 190 clean articles had a run above in cross-validation, more than the one in a
/// hundred that a reader may be asked to bear.
pub(super) const THRESHOLD: f32 = 2.8;

/// The same for a headline over prose, a shape that hardly any story has inside: none of 373 clean articles has one above.
const TEASER_THRESHOLD: f32 = 1.2;

/// Share of articles that hold a foreign block, for the confidence: an assumption, stated wherever the number is shown.
pub(super) const PRIOR: f64 = 0.03;

/// Logistic calibration of the score at even odds.
const SLOPE: f64 = 1.3495;
const SHIFT: f64 = -0.4198;

const BIAS: f32 = -1.08798;

struct Weight {
    name: &'static str,
    weight: f32,
    /// The median over ordinary paragraphs.
    usual: f32,
}

/// In the order of `Features::NAMES`.
const WEIGHTS: [Weight; Features::NAMES.len()] = [
    Weight {
        name: "length in content words",
        weight: -0.2975,
        usual: 3.4012,
    },
    Weight {
        name: "share of names shared",
        weight: -1.51054,
        usual: 0.56864,
    },
    Weight {
        name: "shared words against the other paragraphs' usual",
        weight: -1.85938,
        usual: -0.23817,
    },
    Weight {
        name: "share of the article",
        weight: -4.95714,
        usual: 0.08872,
    },
    Weight {
        name: "paragraphs in the passage",
        weight: -0.18409,
        usual: 2.0,
    },
    Weight {
        name: "words it repeats that stand nowhere else",
        weight: 0.44619,
        usual: 0.0,
    },
    Weight {
        name: "likelihood of its words in this article",
        weight: -0.02056,
        usual: 35.68877,
    },
    Weight {
        name: "rare words",
        weight: -0.06875,
        usual: 10.0,
    },
    Weight {
        name: "words shared to words not shared",
        weight: -0.77115,
        usual: -0.3823,
    },
    Weight {
        name: "headline line over loose sentences",
        weight: 2.86732,
        usual: 0.0,
    },
    Weight {
        name: "paragraphs in the article",
        weight: -0.02617,
        usual: 20.0,
    },
    Weight {
        name: "key words of the article",
        weight: -0.50781,
        usual: 3.0,
    },
    Weight {
        name: "lines without a closing mark",
        weight: -3.00911,
        usual: 0.0,
    },
    Weight {
        name: "shared words beyond chance",
        weight: -0.08341,
        usual: 6.59183,
    },
    Weight {
        name: "share of words shared beyond chance",
        weight: 6.26811,
        usual: 0.38395,
    },
    Weight {
        name: "words of the same root elsewhere",
        weight: -6.58348,
        usual: 0.03063,
    },
    Weight {
        name: "words shared, roots counted half",
        weight: -0.52357,
        usual: -0.28767,
    },
    Weight {
        name: "words that three other paragraphs share",
        weight: -3.29227,
        usual: 0.15529,
    },
    Weight {
        name: "paragraphs that share its words",
        weight: 7.41394,
        usual: 0.06774,
    },
    Weight {
        name: "common words not shared",
        weight: 0.70823,
        usual: 0.11396,
    },
    Weight {
        name: "rare words shared",
        weight: -0.84184,
        usual: 0.33333,
    },
    Weight {
        name: "rare words not shared",
        weight: -0.5053,
        usual: 0.48507,
    },
    Weight {
        name: "names shared",
        weight: 0.69826,
        usual: 1.38629,
    },
    Weight {
        name: "paragraphs that share its names",
        weight: 0.26756,
        usual: 2.56495,
    },
    Weight {
        name: "words shared with the paragraph before",
        weight: -5.62603,
        usual: 0.07065,
    },
    Weight {
        name: "words shared with the paragraph after",
        weight: -2.50524,
        usual: 0.06684,
    },
    Weight {
        name: "words shared with its neighbours",
        weight: -2.65094,
        usual: 0.20523,
    },
    Weight {
        name: "stands first",
        weight: -4.52061,
        usual: 0.0,
    },
    Weight {
        name: "words of the headline",
        weight: -0.57325,
        usual: 1.0,
    },
    Weight {
        name: "another keyboard's apostrophes",
        weight: 1.04534,
        usual: -0.29689,
    },
    Weight {
        name: "another keyboard's quote marks",
        weight: 1.04824,
        usual: 0.0,
    },
    Weight {
        name: "a \"she\" in an article that has none",
        weight: 1.26638,
        usual: 0.0,
    },
    Weight {
        name: "a \"he\" in an article that has none",
        weight: 1.29474,
        usual: 0.0,
    },
    Weight {
        name: "a \"you\" in an article that has none",
        weight: 0.91424,
        usual: 0.0,
    },
    Weight {
        name: "courtesy titles in an article that has none",
        weight: 2.33602,
        usual: 0.0,
    },
    Weight {
        name: "another tense of saying",
        weight: 0.88733,
        usual: 0.0,
    },
    Weight {
        name: "full names that stand nowhere else",
        weight: -0.66942,
        usual: 0.0,
    },
    Weight {
        name: "names the article knows",
        weight: -0.67694,
        usual: 1.38629,
    },
    Weight {
        name: "sentences",
        weight: -0.07574,
        usual: 4.0,
    },
    Weight {
        name: "wholly a quotation",
        weight: -0.40808,
        usual: 0.0,
    },
    Weight {
        name: "headlines among the paragraphs",
        weight: -0.4031,
        usual: 0.7,
    },
    Weight {
        name: "set phrases of reporting",
        weight: -1.3975,
        usual: 0.0,
    },
    Weight {
        name: "words shared, for its length",
        weight: -0.90354,
        usual: -0.13155,
    },
    Weight {
        name: "length far from usual",
        weight: 0.2458,
        usual: 0.34049,
    },
];

/// The score from which a run is reported.
pub(super) fn threshold(features: &Features) -> f32 {
    if features.teaser > 0.0 {
        TEASER_THRESHOLD
    } else {
        THRESHOLD
    }
}

/// The score of a run; from [`threshold`] on it reads as foreign.
pub(super) fn score(features: &Features) -> f32 {
    let shares = features.values();
    BIAS + WEIGHTS.iter().zip(shares).map(|(w, x)| w.weight * x).sum::<f32>()
}

/// Probability that the run is foreign, at the [`PRIOR`].
pub(super) fn confidence(score: f32) -> f64 {
    let odds = SLOPE * f64::from(score) + SHIFT + (PRIOR / (1.0 - PRIOR)).ln();
    1.0 / (1.0 + (-odds).exp())
}

/// The facts that weighed most, with their share of the score.
pub(super) fn facts(features: &Features, score: f32) -> Vec<(&'static str, String)> {
    let mut shares: Vec<(f32, &'static str)> = WEIGHTS
        .iter()
        .zip(features.values())
        .map(|(w, x)| (w.weight * (x - w.usual), w.name))
        .filter(|(share, _)| *share > 0.3)
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let mut facts = vec![(
        "score",
        format!(
            "{score:.2} (reported from {} on; confidence at a prior of {PRIOR})",
            threshold(features)
        ),
    )];
    facts.extend(
        shares
            .into_iter()
            .take(5)
            .map(|(share, name)| (name, format!("{share:+.2}"))),
    );
    facts
}

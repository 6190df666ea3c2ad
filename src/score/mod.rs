//! Readings become contributions, contributions a score. Knows no signal by name.
//!
//! # The model
//!
//! - A signal's **rate** is `r = (count + usual·prior) / (exposure + prior)`: a short article is pulled towards what is usual.
//! - Its **badness** is `clamp((r − usual) / (extreme − usual), 0, 1)`.
//! - It **costs** `floor(100 · cap · badness)` centipoints.
//! - The **score** is 100 points less all costs. Costs are integers and caps sum to at most 100, so that the sum is exact and no
//!   clamp is needed.
//! - **Coverage** is the share of the caps that could be measured. What could not be measured costs nothing and is not a good mark.
//! - The **interval** holds the score at 80 %: each count is a Poisson draw whose rate has a Gamma posterior (Jeffreys' prior added);
//!   the signals' bounds are joined as independent ones; and it is never narrower than what cutting an article to the same
//!   length was measured to do ([`CUT_DEVIATION`]).
//!
//! A gate should look at the interval's *upper* end: an article fails when even the kind reading fails.

mod advice;
mod model;
mod versus;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::signal::{Measure, Outcome, Part, Reading, Scale, Signal};
use crate::text::span::Span;

use advice::{Goal, number, to_next_band};
use model::{cost, cost_bounds, cut_deviation};

pub use model::{BAND_MEANS, BANDS, CUT_DEVIATION, JEFFREYS, NORMAL_90, band};
pub use versus::{SignalVersus, Versus};

/// What one signal takes from the score.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Contribution {
    /// Signal id.
    pub signal: String,
    /// Points, zero or less, in hundredths.
    pub points: f64,
    /// The most it could have cost, in points.
    pub cap: f64,
    /// A count of a count: "2 of 7 attributions".
    pub measure: String,
    /// What was counted, in words.
    pub because: String,
    /// The smallest change that reaches the next band, all else equal ("band B: naming one of the three unnamed sources"); nothing
    /// when this signal alone cannot reach it.
    pub to_next_band: Option<String>,
    /// The places that were counted.
    pub spans: Vec<Span>,
    /// Whether it is an absence that costs, so that there is no place to point at.
    pub absence: bool,
}

impl Contribution {
    /// The points as an integer number of hundredths, zero or less.
    pub fn centipoints(&self) -> i64 {
        (self.points * 100.0).round() as i64
    }
}

/// The score of one article.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Score {
    /// 0 to 100, two decimals; nothing when the report abstains.
    pub points: Option<f64>,
    /// Lower end of the interval.
    pub low: Option<f64>,
    /// Upper end of the interval; gates use it.
    pub high: Option<f64>,
    /// `A` (90 and more) to `E` (under 50).
    pub band: Option<String>,
    /// Share of the caps that could be measured, 0 to 1.
    pub coverage: f64,
    /// What each part lost: sourcing and style speak of the reporting, integrity of the page it came on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<PartScore>,
    /// The preset whose caps and scales were used; scores of different presets do not compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
}

/// What one part of the score lost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PartScore {
    /// Which part.
    pub part: Part,
    /// Points, zero or less, in hundredths.
    pub points: f64,
    /// The most it could have lost: the caps of its signals that were measured.
    pub cap: f64,
    /// The part's own mark, 0 to 100: what it kept of its cap.
    #[serde(default)]
    pub mark: f64,
}

impl Score {
    /// The parts' own marks in words: "sourcing 74, style 100, page 95"; empty without a score.
    pub fn marks(&self) -> String {
        let of = |part: &PartScore| format!("{} {:.0}", part.part.name(), part.mark);
        let marks: Vec<String> = self.parts.iter().map(of).collect();
        marks.join(", ")
    }
}

/// Contributions and score of one article.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) contributions: Vec<Contribution>,
    pub(crate) score: Score,
}

/// One signal's answer with its price.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Priced<'r> {
    pub(crate) signal: &'r Signal,
    pub(crate) scale: Scale,
    pub(crate) reading: &'r Reading,
}

/// What one measured signal costs.
struct Cost<'r> {
    of: Priced<'r>,
    measure: &'r Measure,
    centipoints: i64,
}

/// Adds up what the signals measured; `words` is the article's length.
pub(crate) fn tally(readings: &[Priced<'_>], words: usize) -> Tally {
    let costs: Vec<Cost<'_>> = readings
        .iter()
        .filter_map(|of| match &of.reading.outcome {
            Outcome::Measured(measure) => Some(Cost {
                of: *of,
                measure,
                centipoints: cost(&of.scale, measure.count, measure.exposure),
            }),
            _ => None,
        })
        .collect();
    let total: i64 = costs.iter().map(|c| c.centipoints).sum();
    let (mut below, mut above) = (0.0, 0.0);
    for c in &costs {
        let (kind, harsh) = cost_bounds(&c.of.scale, c.measure);
        below += square((harsh - c.centipoints).max(0));
        above += square((c.centipoints - kind).max(0));
    }
    let least = NORMAL_90 * cut_deviation(words as f64);
    let points = (10_000 - total) as f64 / 100.0;
    let caps: f64 = readings.iter().map(|r| r.scale.cap).sum();
    // A sum of nothing is minus zero, which prints.
    let covered = 0.0 + costs.iter().map(|c| c.of.scale.cap).sum::<f64>();
    let score = Score {
        points: Some(points),
        low: Some(hundredths((points - least.max(below.sqrt() / 100.0)).max(0.0))),
        high: Some(hundredths((points + least.max(above.sqrt() / 100.0)).min(100.0))),
        band: Some(band(points).to_string()),
        coverage: if caps > 0.0 {
            (covered / caps * 10_000.0).round() / 10_000.0
        } else {
            0.0
        },
        parts: parts(&costs),
        preset: None,
    };
    let contributions = costs.iter().map(|c| contribution(c, total)).collect();
    Tally { contributions, score }
}

/// What each part of the score lost, for the parts that were measured.
fn parts(costs: &[Cost<'_>]) -> Vec<PartScore> {
    let mut sums: BTreeMap<Part, (i64, f64)> = BTreeMap::new();
    for c in costs {
        let sum = sums.entry(c.of.signal.part).or_default();
        sum.0 += c.centipoints;
        sum.1 += c.of.scale.cap;
    }
    let of = |(part, (centipoints, cap)): (Part, (i64, f64))| PartScore {
        part,
        points: minus(centipoints),
        cap,
        // No signal is free in every preset, but custom ones may be.
        mark: hundredths(100.0 - centipoints as f64 / cap.max(0.01)),
    };
    sums.into_iter().map(of).collect()
}

fn contribution(c: &Cost<'_>, total: i64) -> Contribution {
    let (measure, scale) = (c.measure, &c.of.scale);
    let goal = Goal::of(c.centipoints, total);
    Contribution {
        signal: c.of.signal.id.to_string(),
        points: minus(c.centipoints),
        cap: scale.cap,
        measure: [
            &number(measure.count),
            " of ",
            &number(measure.exposure),
            " ",
            scale.unit,
        ]
        .concat(),
        because: measure.because.clone(),
        to_next_band: goal.and_then(|goal| to_next_band(scale, measure, &c.of.reading.remedies, goal)),
        spans: measure.spans.clone(),
        absence: measure.spans.is_empty() && c.centipoints > 0,
    }
}

/// Points lost, without a minus zero.
fn minus(centipoints: i64) -> f64 {
    if centipoints == 0 {
        0.0
    } else {
        -(centipoints as f64) / 100.0
    }
}

fn square(centipoints: i64) -> f64 {
    let value = centipoints as f64;
    value * value
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::score::model::tests::SCALE;
    use crate::signal::Part;
    use proptest::prelude::*;

    fn nothing(_: &crate::document::Document<'_>) -> Reading {
        Reading::new(Outcome::NotApplicable("a test".into()))
    }

    static ONE: Signal = Signal {
        id: "one",
        question: "",
        why: "",
        part: Part::Style,
        scale: SCALE,
        rules: &[],
        read: nothing,
    };
    static TWO: Signal = Signal {
        id: "two",
        question: "",
        why: "",
        part: Part::Sourcing,
        scale: Scale { cap: 60.0, ..SCALE },
        rules: &[],
        read: nothing,
    };

    fn reading(count: f64, exposure: f64) -> Reading {
        Reading::new(Outcome::Measured(Measure {
            count,
            exposure,
            because: String::new(),
            spans: vec![Span::new(0, 1)],
        }))
    }

    fn scored(a: &Reading, b: &Reading, words: usize) -> Tally {
        let priced = |signal: &'static Signal, reading| Priced {
            signal,
            scale: signal.scale,
            reading,
        };
        tally(&[priced(&ONE, a), priced(&TWO, b)], words)
    }

    #[test]
    fn what_is_not_measured_costs_nothing_and_lowers_coverage() {
        let out = Reading::new(Outcome::Inconclusive("short".into()));
        let all = scored(&reading(20.0, 400.0), &reading(0.0, 400.0), 400);
        let half = scored(&reading(20.0, 400.0), &out, 400);
        assert_eq!(all.contributions[0], half.contributions[0]);
        assert_eq!((all.score.coverage, half.score.coverage), (1.0, 0.4));
    }

    #[test]
    fn the_next_band_is_reached_by_the_count_it_names() {
        let read = |count| scored(&reading(count, 400.0), &reading(0.0, 400.0), 400);
        let now = read(18.0);
        let advice = now.contributions[0]
            .to_next_band
            .clone()
            .expect("a better band is in reach");
        let count: f64 = advice
            .split_whitespace()
            .nth(2)
            .and_then(|w| w.parse().ok())
            .expect("a number");
        assert!(
            advice.contains(&format!("band {}", read(count).score.band.expect("scored"))),
            "{advice}"
        );
        assert_eq!(read(count + 1.0).score.band, now.score.band, "{advice}");
    }

    #[test]
    fn the_parts_sum_to_what_was_lost() {
        let t = scored(&reading(20.0, 400.0), &reading(30.0, 400.0), 400);
        let lost: f64 = t.score.parts.iter().map(|p| p.points * 100.0).sum();
        assert_eq!(
            10_000.0 + lost.round(),
            (t.score.points.expect("scored") * 100.0).round()
        );
        assert_eq!(t.score.parts.len(), 2);
    }

    /// How far the costs could have been off, below and above, in points.
    fn reach(of: &'static Signal, count: f64, exposure: f64) -> (f64, f64) {
        let read = reading(count, exposure);
        let Outcome::Measured(measure) = &read.outcome else {
            panic!("measured")
        };
        let (kind, harsh) = cost_bounds(&of.scale, measure);
        let now = cost(&of.scale, count, exposure);
        assert!(kind < now && now < harsh, "{kind} {now} {harsh}");
        ((harsh - now) as f64 / 100.0, (now - kind) as f64 / 100.0)
    }

    #[test]
    fn the_interval_adds_what_chance_could_do_to_each_signal() {
        let (a, b) = (reach(&ONE, 2.0, 60.0), reach(&TWO, 2.5, 80.0));
        let score = scored(&reading(2.0, 60.0), &reading(2.5, 80.0), 5_000).score;
        let points = score.points.expect("scored");
        let near = |at: Option<f64>, by: f64| (at.expect("scored") - (points + by)).abs() < 0.011;
        // Independent errors: the root of the sum of squares, as Pythagoras has it.
        assert!(near(score.low, -a.0.hypot(b.0)), "{score:?} {a:?} {b:?}");
        assert!(near(score.high, a.1.hypot(b.1)), "{score:?} {a:?} {b:?}");
    }

    #[test]
    fn the_interval_is_no_narrower_than_cutting_the_article_moves_it() {
        let score = scored(&reading(600.0, 40_000.0), &reading(600.0, 40_000.0), 200).score;
        let (points, low) = (score.points.expect("scored"), score.low.expect("scored"));
        let (_, of_200_words) = model::CUT_DEVIATION[1];
        assert!((points - low - 1.281_551_6 * of_200_words).abs() < 0.011, "{score:?}");
    }

    proptest! {
        #[test]
        fn the_sum_is_exact_and_inside_its_interval(a in 0u32..200, b in 0u32..200, e in 1u32..5000, words in 0usize..5000) {
            let t = scored(&reading(f64::from(a), f64::from(e)), &reading(f64::from(b), f64::from(e)), words);
            let points = t.score.points.expect("scored");
            let sum: i64 = t.contributions.iter().map(Contribution::centipoints).sum();
            prop_assert_eq!((points * 100.0).round() as i64, 10_000 + sum);
            prop_assert!(t.contributions.iter().all(|c| c.points <= 0.0 && -c.points <= c.cap));
            prop_assert!(t.score.low.expect("scored") <= points && points <= t.score.high.expect("scored"));
        }

        #[test]
        fn one_more_never_raises_the_score(a in 0u32..200, e in 1u32..5000) {
            let e = f64::from(e);
            let points = |count| scored(&reading(count, e), &reading(0.0, e), 400).score.points;
            prop_assert!(points(f64::from(a) + 1.0) <= points(f64::from(a)));
        }
    }
}

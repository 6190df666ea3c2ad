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

use serde::{Deserialize, Serialize};

use crate::signal::{Measure, Outcome, Reading, Scale, Signal};
use crate::text::span::Span;

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
    /// The largest count that reaches the next band, all else equal; nothing when no count of this signal does.
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
}

/// Lowest points of each band.
pub const BANDS: [(&str, f64); 5] = [("A", 90.0), ("B", 80.0), ("C", 65.0), ("D", 50.0), ("E", 0.0)];

/// Standard deviation of the score, in points, when an article is cut to so many words (measured on news articles while the model was
/// designed); between the rows it is interpolated, beyond them it stays.
pub const CUT_DEVIATION: [(f64, f64); 4] = [(100.0, 9.5), (200.0, 8.1), (400.0, 6.4), (600.0, 5.8)];

/// The 90 % point of the normal distribution: 80 % lie between it and its mirror.
const NORMAL_90: f64 = 1.281_551_6;

/// The band of a score.
pub fn band(points: f64) -> &'static str {
    BANDS
        .iter()
        .find(|(_, from)| points >= *from)
        .map_or("E", |(name, _)| name)
}

/// What a rate costs, in centipoints.
fn cost_of_rate(scale: &Scale, cap: f64, rate: f64) -> i64 {
    let width = (scale.extreme - scale.usual).max(f64::MIN_POSITIVE);
    let badness = ((rate - scale.usual) / width).clamp(0.0, 1.0);
    (cap * 100.0 * badness).floor() as i64
}

fn cost(scale: &Scale, cap: f64, count: f64, exposure: f64) -> i64 {
    let weight = (exposure + scale.prior).max(f64::MIN_POSITIVE);
    cost_of_rate(scale, cap, (count + scale.usual * scale.prior) / weight)
}

/// A quantile of the Gamma distribution by Wilson and Hilferty's cube (within 2 % for shapes of a half and more at these points).
fn gamma_quantile(shape: f64, rate: f64, normal: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let cube = (1.0 - ninth + normal * ninth.sqrt()).max(0.0);
    shape / rate * cube * cube * cube
}

/// The costs at both ends of the count's 80 % interval, lowest first.
fn cost_bounds(scale: &Scale, cap: f64, measure: &Measure) -> (i64, i64) {
    let shape = measure.count + scale.usual * scale.prior + 0.5;
    let rate = (measure.exposure + scale.prior).max(f64::MIN_POSITIVE);
    let at = |normal| cost_of_rate(scale, cap, gamma_quantile(shape, rate, normal));
    (at(-NORMAL_90), at(NORMAL_90))
}

/// Contributions and score of one article.
#[derive(Clone, Debug)]
pub(crate) struct Tally {
    pub(crate) contributions: Vec<Contribution>,
    pub(crate) score: Score,
}

/// Adds up what the signals measured; `words` is the article's length.
pub(crate) fn tally(readings: &[(&Signal, &Reading, f64)], words: usize) -> Tally {
    let measured: Vec<(&Signal, &Measure, f64, i64)> = readings
        .iter()
        .filter_map(|(signal, reading, cap)| match &reading.outcome {
            Outcome::Measured(m) => Some((*signal, m, *cap, cost(&signal.scale, *cap, m.count, m.exposure))),
            _ => None,
        })
        .collect();
    let total: i64 = measured.iter().map(|m| m.3).sum();
    let (mut below, mut above) = (0.0, 0.0);
    for (signal, measure, cap, cost) in &measured {
        let (kind, harsh) = cost_bounds(&signal.scale, *cap, measure);
        below += square((harsh - cost).max(0));
        above += square((cost - kind).max(0));
    }
    let least = NORMAL_90 * cut_deviation(words as f64);
    let points = (10_000 - total) as f64 / 100.0;
    let caps: f64 = readings.iter().map(|(_, _, cap)| cap).sum();
    // A sum of nothing is minus zero, which prints.
    let covered = 0.0 + measured.iter().map(|(_, _, cap, _)| cap).sum::<f64>();
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
    };
    let contributions = measured
        .iter()
        .map(|m| contribution(m.0, m.1, m.2, m.3, total))
        .collect();
    Tally { contributions, score }
}

fn contribution(signal: &Signal, measure: &Measure, cap: f64, cost: i64, total: i64) -> Contribution {
    Contribution {
        signal: signal.id.to_string(),
        points: if cost == 0 { 0.0 } else { -(cost as f64) / 100.0 },
        cap,
        measure: format!(
            "{} of {} {}",
            number(measure.count),
            number(measure.exposure),
            measure.unit
        ),
        because: measure.because.clone(),
        to_next_band: to_next_band(&signal.scale, cap, measure, cost, total),
        spans: measure.spans.clone(),
        absence: measure.spans.is_empty() && cost > 0,
    }
}

/// The largest whole count at which the score would stand in the next band, found by trying it.
fn to_next_band(scale: &Scale, cap: f64, measure: &Measure, now: i64, total: i64) -> Option<String> {
    let points = 10_000 - total;
    let (name, from) = BANDS.iter().rev().find(|(_, from)| (from * 100.0) as i64 > points)?;
    let allowed = now - ((from * 100.0) as i64 - points);
    if allowed < 0 {
        return None;
    }
    let enough = |count: f64| cost(scale, cap, count, measure.exposure) <= allowed;
    if !enough(0.0) {
        return None;
    }
    // Cost never falls as the count rises, so the largest count that is enough is found by halving.
    let (mut good, mut bad) = (0u64, measure.count.ceil().max(1.0) as u64);
    while bad - good > 1 {
        let middle = good + (bad - good) / 2;
        if enough(middle as f64) {
            good = middle
        } else {
            bad = middle
        }
    }
    let most = if good == 0 {
        "0".to_string()
    } else {
        format!("{good} or fewer")
    };
    Some(format!(
        "band {name} at {most} of {} {}, now {}",
        number(measure.exposure),
        measure.unit,
        number(measure.count)
    ))
}

fn cut_deviation(words: f64) -> f64 {
    let rows = &CUT_DEVIATION;
    let after = rows.partition_point(|(w, _)| *w <= words);
    match (after.checked_sub(1).and_then(|i| rows.get(i)), rows.get(after)) {
        (Some((w0, d0)), Some((w1, d1))) => d0 + (d1 - d0) * (words - w0) / (w1 - w0),
        (Some((_, d)), None) | (None, Some((_, d))) => *d,
        (None, None) => 0.0,
    }
}

fn square(centipoints: i64) -> f64 {
    let value = centipoints as f64;
    value * value
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

fn number(value: f64) -> String {
    // An empty sum of floats is minus zero.
    let value = value + 0.0;
    if value.fract().abs() < 0.05 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signal::Part;
    use proptest::prelude::*;

    const SCALE: Scale = Scale {
        cap: 40.0,
        usual: 0.01,
        extreme: 0.05,
        prior: 50.0,
        origin: "a test",
    };

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
            unit: "words",
            because: String::new(),
            spans: vec![Span::new(0, 1)],
        }))
    }

    fn scored(a: &Reading, b: &Reading, words: usize) -> Tally {
        tally(&[(&ONE, a, 40.0), (&TWO, b, 60.0)], words)
    }

    #[test]
    fn a_usual_rate_costs_nothing_and_an_extreme_one_the_cap() {
        assert_eq!(cost(&SCALE, 40.0, 10.0, 1000.0), 0);
        assert_eq!(cost(&SCALE, 40.0, 500.0, 1000.0), 4000);
        // 0.03 is no binary fraction, and costs are rounded down.
        assert!((1999..=2000).contains(&cost_of_rate(&SCALE, 40.0, 0.03)));
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
            .nth(3)
            .and_then(|w| w.parse().ok())
            .expect("a number");
        assert!(
            advice.contains(&format!("band {}", read(count).score.band.expect("scored"))),
            "{advice}"
        );
        assert_eq!(read(count + 1.0).score.band, now.score.band, "{advice}");
    }

    #[test]
    fn the_deviation_is_interpolated() {
        assert_eq!(cut_deviation(50.0), 9.5);
        assert_eq!(cut_deviation(300.0), 7.25);
        assert_eq!(cut_deviation(5000.0), 5.8);
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

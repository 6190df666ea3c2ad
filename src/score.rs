//! Readings become contributions, contributions a score. Knows no signal by name.
//!
//! A signal's rate is `r = (count + usual·prior) / (exposure + prior)`; its badness is `clamp((r − usual) / (extreme − usual), 0, 1)`; it
//! costs `floor(cap · badness)` centipoints. The score is 100 points less all costs: exact in integers, and no clamp is needed
//! because caps sum to at most 100.

use serde::{Deserialize, Serialize};

use crate::signal::{Outcome, Reading, Scale, Signal};
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
    /// The smallest change that reaches the next band.
    pub to_next_band: Option<String>,
    /// The places that were counted.
    pub spans: Vec<Span>,
    /// Whether it is an absence that costs, so that there is no place to point at.
    pub absence: bool,
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

/// The band of a score.
pub fn band(points: f64) -> &'static str {
    BANDS
        .iter()
        .find(|(_, from)| points >= *from)
        .map_or("E", |(name, _)| name)
}

fn centipoints(scale: &Scale, cap: f64, count: f64, exposure: f64) -> i64 {
    let rate = (count + scale.usual * scale.prior) / (exposure + scale.prior).max(f64::MIN_POSITIVE);
    let width = (scale.extreme - scale.usual).max(f64::MIN_POSITIVE);
    let badness = ((rate - scale.usual) / width).clamp(0.0, 1.0);
    (cap * 100.0 * badness).floor() as i64
}

/// What each measured signal takes from the score, in the order given.
pub(crate) fn contributions(readings: &[(&Signal, &Reading, f64)]) -> Vec<Contribution> {
    let mut out = Vec::new();
    for (signal, reading, cap) in readings {
        let Outcome::Measured(measure) = &reading.outcome else {
            continue;
        };
        let cost = centipoints(&signal.scale, *cap, measure.count, measure.exposure);
        out.push(Contribution {
            signal: signal.id.to_string(),
            points: if cost == 0 { 0.0 } else { -(cost as f64) / 100.0 },
            cap: *cap,
            measure: format!(
                "{} of {} {}",
                number(measure.count),
                number(measure.exposure),
                measure.unit
            ),
            because: measure.because.clone(),
            to_next_band: None,
            spans: measure.spans.clone(),
            absence: measure.spans.is_empty(),
        });
    }
    out
}

/// Sums contributions; `caps` is the sum of all caps that could have been measured.
pub(crate) fn total(contributions: &[Contribution], caps: f64) -> Score {
    let cost: i64 = contributions.iter().map(|c| (c.points * -100.0).round() as i64).sum();
    let measured: f64 = contributions.iter().map(|c| c.cap).sum();
    let points = (10_000 - cost) as f64 / 100.0;
    Score {
        points: Some(points),
        low: Some((points - 10.0).max(0.0)),
        high: Some((points + 10.0).min(100.0)),
        band: Some(band(points).to_string()),
        coverage: if caps > 0.0 {
            (measured / caps * 10_000.0).round() / 10_000.0
        } else {
            0.0
        },
    }
}

fn number(value: f64) -> String {
    if value.fract().abs() < 1e-9 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

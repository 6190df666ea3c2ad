//! Two scores against each other: the difference, signal by signal.

use serde::{Deserialize, Serialize};

use crate::score::{Contribution, Score};

/// How one article's score differs from another's. The signals' differences sum to that of the points, exactly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Versus {
    /// The other article's id.
    pub other: String,
    /// This one's points less the other's; nothing when either has no score.
    pub points: Option<f64>,
    /// Whether the two intervals meet, so that length and chance alone could account for the difference.
    pub within_chance: Option<bool>,
    /// The signals that were measured in either, in the order of the report.
    pub signals: Vec<SignalVersus>,
}

/// One signal's share of the difference.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SignalVersus {
    /// Signal id.
    pub signal: String,
    /// This one's contribution; nothing when it was not measured, which counts as 0.
    pub here: Option<f64>,
    /// The other's.
    pub there: Option<f64>,
    /// The first less the second.
    pub points: f64,
}

impl Versus {
    /// One score and its contributions against another's, which goes by the name `other`.
    pub fn new(here: (&Score, &[Contribution]), there: (&Score, &[Contribution]), other: impl Into<String>) -> Versus {
        let scored = here.0.points.zip(there.0.points);
        let mut ids: Vec<&str> = Vec::new();
        if scored.is_some() {
            for c in here.1.iter().chain(there.1) {
                if !ids.contains(&c.signal.as_str()) {
                    ids.push(&c.signal);
                }
            }
        }
        let of = |side: &[Contribution], id: &str| side.iter().find(|c| c.signal == id).map(Contribution::centipoints);
        let points = |centipoints: i64| centipoints as f64 / 100.0;
        let signals = ids.into_iter().map(|id| {
            let (a, b) = (of(here.1, id), of(there.1, id));
            SignalVersus {
                signal: id.to_string(),
                here: a.map(points),
                there: b.map(points),
                points: points(a.unwrap_or(0) - b.unwrap_or(0)),
            }
        });
        let meet = |score: &Score, other: &Score| Some(score.low? <= other.high? && other.low? <= score.high?);
        Versus {
            other: other.into(),
            points: scored.map(|(a, b)| points((a * 100.0).round() as i64 - (b * 100.0).round() as i64)),
            within_chance: scored.and_then(|_| meet(here.0, there.0)),
            signals: signals.collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn side(points: &[(&str, f64)]) -> (Score, Vec<Contribution>) {
        let contributions: Vec<Contribution> = points
            .iter()
            .map(|(signal, points)| Contribution {
                signal: (*signal).to_string(),
                points: *points,
                cap: 50.0,
                measure: String::new(),
                because: String::new(),
                to_next_band: None,
                spans: Vec::new(),
                absence: false,
            })
            .collect();
        let sum: i64 = contributions.iter().map(Contribution::centipoints).sum();
        let points = (10_000 + sum) as f64 / 100.0;
        let score = Score {
            points: Some(points),
            low: Some(points - 5.0),
            high: Some(points + 5.0),
            ..Score::default()
        };
        (score, contributions)
    }

    fn versus(a: &(Score, Vec<Contribution>), b: &(Score, Vec<Contribution>)) -> Versus {
        Versus::new((&a.0, &a.1), (&b.0, &b.1), "b")
    }

    #[test]
    fn the_signals_sum_to_the_difference() {
        let a = side(&[("one", -0.07), ("two", -12.29)]);
        let b = side(&[("one", -3.1), ("three", -0.01)]);
        let v = versus(&a, &b);
        let sum: i64 = v.signals.iter().map(|s| (s.points * 100.0).round() as i64).sum();
        assert_eq!(v.points.map(|p| (p * 100.0).round() as i64), Some(sum));
        assert_eq!(v.points, Some(-9.25));
        assert_eq!(v.within_chance, Some(true));
        let missing = v
            .signals
            .iter()
            .find(|s| s.signal == "three")
            .expect("a signal of the other alone");
        assert_eq!((missing.here, missing.there, missing.points), (None, Some(-0.01), 0.01));
    }

    #[test]
    fn without_a_score_there_is_no_difference() {
        let a = side(&[("one", -3.0)]);
        let none = (Score::default(), Vec::new());
        let v = versus(&a, &none);
        assert_eq!((v.points, v.within_chance, v.signals.len()), (None, None, 0));
    }

    #[test]
    fn far_apart_is_more_than_chance() {
        let v = versus(&side(&[("one", -40.0)]), &side(&[]));
        assert_eq!((v.points, v.within_chance), (Some(-40.0), Some(false)));
    }
}

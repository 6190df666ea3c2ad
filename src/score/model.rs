//! From a rate to centipoints, and how far chance could have moved them.

use crate::signal::{Measure, Scale};

/// Lowest points of each band.
pub const BANDS: [(&str, f64); 5] = [("A", 90.0), ("B", 80.0), ("C", 65.0), ("D", 50.0), ("E", 0.0)];

/// What a band says to a desk, in the order of [`BANDS`]: set by hand, as the bands are.
pub const BAND_MEANS: [&str; 5] = [
    "nothing to send it back for: who says so is clear, the words are plain, the page is the story",
    "printable after a look: some sources nobody introduced, a few words of its own, or page text around the story",
    "one thing to send it back for, or many small ones: a foreign passage, hearsay throughout, judgment in every other paragraph",
    "several things to send it back for",
    "no report as it stands: judgment, hearsay or foreign text on most of it",
];

/// Standard deviation of the score, in points, when an article is cut to so many words: `cargo bench --bench score` measures it. Between
/// the rows it is interpolated, beyond them it stays.
pub const CUT_DEVIATION: [(f64, f64); 4] = [(100.0, 8.7), (200.0, 7.3), (400.0, 6.6), (600.0, 6.2)];

/// The 90 % point of the normal distribution: 80 % lie between it and its mirror.
pub const NORMAL_90: f64 = 1.281_551_6;

/// Jeffreys' prior for the rate of a Poisson count.
pub const JEFFREYS: f64 = 0.5;

/// The band of a score.
pub fn band(points: f64) -> &'static str {
    BANDS
        .iter()
        .find(|(_, from)| points >= *from)
        .map_or("E", |(name, _)| name)
}

/// What a rate costs, in centipoints.
fn cost_of_rate(scale: &Scale, rate: f64) -> i64 {
    let width = (scale.extreme - scale.usual).max(f64::MIN_POSITIVE);
    let badness = ((rate - scale.usual) / width).clamp(0.0, 1.0);
    (scale.cap * 100.0 * badness).floor() as i64
}

/// What a count of an exposure costs, in centipoints.
pub(super) fn cost(scale: &Scale, count: f64, exposure: f64) -> i64 {
    let weight = (exposure + scale.prior).max(f64::MIN_POSITIVE);
    cost_of_rate(scale, (count + scale.usual * scale.prior) / weight)
}

/// A quantile of the Gamma distribution by Wilson and Hilferty's cube (within 2 % for shapes of a half and more at these points).
fn gamma_quantile(shape: f64, rate: f64, normal: f64) -> f64 {
    let ninth = 1.0 / (9.0 * shape);
    let cube = (1.0 - ninth + normal * ninth.sqrt()).max(0.0);
    shape / rate * cube * cube * cube
}

/// The costs at both ends of the count's 80 % interval, lowest first.
pub(super) fn cost_bounds(scale: &Scale, measure: &Measure) -> (i64, i64) {
    let shape = measure.count + scale.usual * scale.prior + JEFFREYS;
    let rate = (measure.exposure + scale.prior).max(f64::MIN_POSITIVE);
    let at = |normal| cost_of_rate(scale, gamma_quantile(shape, rate, normal));
    (at(-NORMAL_90), at(NORMAL_90))
}

/// The standard deviation that [`CUT_DEVIATION`] gives an article of so many words.
pub(super) fn cut_deviation(words: f64) -> f64 {
    let rows = &CUT_DEVIATION;
    let after = rows.partition_point(|(w, _)| *w <= words);
    match (after.checked_sub(1).and_then(|i| rows.get(i)), rows.get(after)) {
        (Some((w0, d0)), Some((w1, d1))) => d0 + (d1 - d0) * (words - w0) / (w1 - w0),
        (Some((_, d)), None) | (None, Some((_, d))) => *d,
        (None, None) => 0.0,
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub(in crate::score) const SCALE: Scale = Scale {
        cap: 40.0,
        usual: 0.01,
        extreme: 0.05,
        unit: "words",
        prior: 50.0,
        origin: "a test",
    };

    #[test]
    fn a_usual_rate_costs_nothing_and_an_extreme_one_the_cap() {
        assert_eq!(cost(&SCALE, 10.0, 1000.0), 0);
        assert_eq!(cost(&SCALE, 500.0, 1000.0), 4000);
        // 0.03 is no binary fraction, and costs are rounded down.
        assert!((1999..=2000).contains(&cost_of_rate(&SCALE, 0.03)));
    }

    #[test]
    fn the_deviation_is_interpolated() {
        let [(short, most), (next, less), .., (long, least)] = CUT_DEVIATION;
        assert_eq!(cut_deviation(short / 2.0), most);
        assert!((cut_deviation((short + next) / 2.0) - (most + less) / 2.0).abs() < 1e-9);
        assert_eq!(cut_deviation(long * 9.0), least);
    }
}

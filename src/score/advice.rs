//! The smallest change that reaches the next band, in words an editor can act on.
//!
//! A signal says what could be done and what each doing is worth ([`Remedy`]); here it is tried on the counts, the weightiest things
//! first, until the score would stand in the next band. A signal without remedies is told the largest count that does.

use crate::score::model::{BANDS, cost};
use crate::signal::{Measure, Remedy, Scale};

/// The band to reach, and what a signal may cost then, in centipoints, all else equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) band: &'static str,
    pub(super) allowed: i64,
}

impl Goal {
    /// Of a signal that costs `now` in a score that lost `total`; nothing in the best band, or when the signal alone can't do it.
    pub(super) fn of(now: i64, total: i64) -> Option<Goal> {
        let points = 10_000 - total;
        let (band, from) = BANDS.iter().rev().find(|(_, from)| (from * 100.0) as i64 > points)?;
        let allowed = now - ((from * 100.0) as i64 - points);
        (allowed >= 0).then_some(Goal { band, allowed })
    }
}

/// How many of a remedy's things must be dealt with, the weightiest first, and whether any so many of them would do.
fn needed(scale: &Scale, measure: &Measure, remedy: &Remedy, goal: Goal) -> Option<(usize, bool)> {
    let mut worth = remedy.worth.clone();
    worth.sort_by(|a, b| b.total_cmp(a));
    let enough = |off: f64| {
        let exposure = measure.exposure - if remedy.cuts { off } else { 0.0 };
        cost(scale, (measure.count - off).max(0.0), exposure.max(0.0)) <= goal.allowed
    };
    let mut off = 0.0;
    let n = worth.iter().position(|w| {
        off += w;
        enough(off)
    })? + 1;
    let lightest: f64 = worth.iter().rev().take(n).sum();
    Some((n, enough(lightest)))
}

/// "naming one of the three unnamed sources".
fn phrase(remedy: &Remedy, n: usize, any: bool) -> String {
    let all = remedy.worth.len();
    let [one, many] = remedy.things;
    let most = if any { "" } else { remedy.most };
    let things = match (n, all) {
        (_, 1) => format!("the {one}"),
        (2, 2) => format!("both {many}"),
        (n, all) if n == all => format!("all {} {many}", spelled(all)),
        (n, all) if most.is_empty() => format!("{} of the {} {many}", spelled(n), spelled(all)),
        (1, all) => format!("the {most} of the {} {many}", spelled(all)),
        (n, all) => format!("the {} {most} of the {} {many}", spelled(n), spelled(all)),
    };
    let tail = if remedy.tail.is_empty() { "" } else { " " };
    format!("{} {things}{tail}{}", remedy.act, remedy.tail)
}

/// The next band and how to reach it through one signal.
pub(super) fn to_next_band(scale: &Scale, measure: &Measure, remedies: &[Remedy], goal: Goal) -> Option<String> {
    if remedies.is_empty() {
        return by_count(scale, measure, goal);
    }
    let ways: Vec<(&Remedy, usize, bool)> = remedies
        .iter()
        .filter_map(|remedy| needed(scale, measure, remedy, goal).map(|(n, any)| (remedy, n, any)))
        .collect();
    let mut out = String::new();
    let mut before: Option<&Remedy> = None;
    for (remedy, n, any) in ways {
        out.push_str(if before.is_some() { ", or " } else { "" });
        // The same things again need not be named again: "or giving a reason for two".
        let same = before.is_some_and(|b| b.things == remedy.things && b.worth.len() == remedy.worth.len());
        if same && any && remedy.worth.len() > 1 {
            let all = if n == remedy.worth.len() { "all of them" } else { "" };
            let count = if all.is_empty() { spelled(n) } else { all.to_string() };
            out.push_str(&format!("{} {count}", remedy.act));
        } else {
            out.push_str(&phrase(remedy, n, any));
        }
        before = Some(remedy);
    }
    (!out.is_empty()).then(|| format!("band {}: {out}", goal.band))
}

/// The largest whole count that reaches the band, found by trying it.
fn by_count(scale: &Scale, measure: &Measure, goal: Goal) -> Option<String> {
    let enough = |count: f64| cost(scale, count, measure.exposure) <= goal.allowed;
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
        "band {}: {most} of {} {}, now {}",
        goal.band,
        number(measure.exposure),
        scale.unit,
        number(measure.count)
    ))
}

/// Small numbers in words, as newsrooms write them.
fn spelled(n: usize) -> String {
    const WORDS: [&str; 10] = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ];
    WORDS.get(n).map_or_else(|| n.to_string(), |word| (*word).to_string())
}

/// A count for people: a whole number, or one decimal.
pub(super) fn number(value: f64) -> String {
    // An empty sum of floats is minus zero.
    let value = value + 0.0;
    // Most are counts, and an integer is written much faster than a float is rounded.
    if value.fract() == 0.0 && (0.0..1e15).contains(&value) {
        (value as u64).to_string()
    } else if value.fract().abs() < 0.05 {
        format!("{value:.0}")
    } else {
        format!("{value:.1}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SCALE: Scale = Scale {
        cap: 40.0,
        usual: 0.0,
        extreme: 1.0,
        unit: "attributions",
        prior: 0.0,
        origin: "a test",
    };
    const THINGS: [&str; 2] = ["unnamed source", "unnamed sources"];

    fn measure(count: f64, exposure: f64) -> Measure {
        Measure {
            count,
            exposure,
            because: String::new(),
            spans: Vec::new(),
        }
    }

    /// What is said of a score that lost exactly what this signal costs.
    fn said(count: f64, exposure: f64, remedies: &[Remedy]) -> Option<String> {
        let now = cost(&SCALE, count, exposure);
        to_next_band(&SCALE, &measure(count, exposure), remedies, Goal::of(now, now)?)
    }

    #[test]
    fn an_editor_is_told_how_many_to_name_or_to_explain() {
        // 3 of 10 cost 12 points, and band A may cost 10: two and a half.
        let remedies = [
            Remedy::new("naming", THINGS, [1.0, 1.0, 1.0]).most("most cited"),
            Remedy::new("giving a reason for", THINGS, [0.5, 0.5, 0.5]).most("most cited"),
        ];
        assert_eq!(
            said(3.0, 10.0, &remedies).as_deref(),
            Some("band A: naming one of the three unnamed sources, or giving a reason for one")
        );
        // 3 of 9 cost 13.33: what is left may be 2.25.
        assert_eq!(
            said(3.0, 9.0, &remedies).as_deref(),
            Some("band A: naming one of the three unnamed sources, or giving a reason for two")
        );
    }

    #[test]
    fn the_weightiest_are_told_apart_where_others_would_not_do() {
        let remedies = [Remedy::new("naming", THINGS, [0.5, 2.5]).most("most cited")];
        assert_eq!(
            said(3.0, 10.0, &remedies).as_deref(),
            Some("band A: naming one of the two unnamed sources")
        );
        let remedies = [Remedy::new("naming", THINGS, [0.4, 0.4, 2.2]).most("most cited")];
        assert_eq!(
            said(3.0, 10.0, &remedies).as_deref(),
            Some("band A: naming the most cited of the three unnamed sources")
        );
        assert_eq!(
            said(3.0, 4.0, &remedies[..1]).as_deref(),
            Some("band B: naming the most cited of the three unnamed sources")
        );
    }

    #[test]
    fn without_remedies_the_count_is_told() {
        assert_eq!(
            said(3.0, 10.0, &[]).as_deref(),
            Some("band A: 2 or fewer of 10 attributions, now 3")
        );
        assert_eq!(said(2.0, 10.0, &[]), None, "band A has no next one");
    }

    proptest! {
        /// The number told is enough when the weightiest are dealt with, and one fewer is not; when any will do, the lightest do.
        #[test]
        fn the_change_told_is_enough_and_no_smaller_one_is(
            worth in prop::collection::vec(1u32..8, 1..12),
            more in 0u32..30,
            others in 0i64..6000,
            cuts in any::<bool>(),
        ) {
            let mut worth: Vec<f64> = worth.into_iter().map(|w| f64::from(w) / 2.0).collect();
            let count: f64 = worth.iter().sum();
            let measure = measure(count, count + f64::from(more));
            let now = cost(&SCALE, measure.count, measure.exposure);
            let Some(goal) = Goal::of(now, now + others) else { return Ok(()) };
            let remedy = Remedy { cuts, ..Remedy::new("cutting", THINGS, worth.clone()) };
            let total_after = |off: f64| {
                let exposure = measure.exposure - if cuts { off } else { 0.0 };
                others + cost(&SCALE, measure.count - off, exposure)
            };
            let reaches = |off: f64| {
                let points = (10_000 - total_after(off)) as f64 / 100.0;
                crate::score::model::band(points) <= goal.band
            };
            worth.sort_by(|a, b| b.total_cmp(a));
            match needed(&SCALE, &measure, &remedy, goal) {
                None => prop_assert!(!reaches(count)),
                Some((n, any)) => {
                    prop_assert!(reaches(worth[..n].iter().sum()), "{n} of {worth:?} are too few");
                    prop_assert!(!reaches(worth[..n - 1].iter().sum()), "{n} of {worth:?} are too many");
                    prop_assert_eq!(any, reaches(worth[worth.len() - n..].iter().sum()));
                }
            }
        }
    }
}

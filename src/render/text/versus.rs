//! The score set against another article's, signal by signal.

use std::fmt::Write as _;

use crate::render::text::ink::Ink;
use crate::render::text::{Look, heading};
use crate::render::wrap::{clip, fill};
use crate::score::Versus;

/// Widest signal id.
const SIGNAL: usize = 20;

/// The table of differences, and whether they are more than chance.
pub(super) fn section(out: &mut String, versus: &Versus, look: &Look, ink: &Ink) {
    heading(
        out,
        &format!("Against {}", clip(&versus.other, look.width.saturating_sub(8))),
        ink,
    );
    let Some(points) = versus.points else {
        fill(
            out,
            "no difference: one of the two has no score",
            "  ",
            "  ",
            look.width,
        );
        return;
    };
    let widest = versus.signals.iter().map(|s| s.signal.len()).max();
    let name = widest.unwrap_or(0).clamp(6, SIGNAL);
    let title = format!("  {:name$}    here   there  difference", "signal");
    let _ = writeln!(out, "{}", ink.dim(&title));
    let cell = |points: Option<f64>| points.map_or("-".to_string(), |p| format!("{p:.2}"));
    for s in &versus.signals {
        let line = format!(
            "  {:name$} {:>7} {:>7} {:>+11.2}\n",
            clip(&s.signal, name),
            cell(s.here),
            cell(s.there),
            s.points
        );
        out.push_str(&if s.points == 0.0 { ink.dim_block(&line) } else { line });
    }
    let line = format!("  {:name$} {:>15} {points:>+11.2}", "score", "");
    let _ = writeln!(out, "{}", ink.bold(&line));
    if versus.within_chance == Some(true) {
        fill(
            out,
            "The two intervals meet: a difference of this size may be chance.",
            "  ",
            "  ",
            look.width,
        );
    }
}

//! The score of a line: a sum of facts, each with a weight anyone can read.
//!
//! Three passes. The first knows the line alone; the second adds what stands around it, among that how furniture-like its
//! surroundings looked in the first; the third looks around once more, at what the second made of them. The weights were fitted by
//! logistic regression over these facts (two public collections of labelled article pages); no word has a weight of its own.

use crate::document::page::furniture::around::Ground;
use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::weights::{Around, BIAS, Fact, Standing};

/// What the last pass found.
pub(super) struct Judgement {
    /// Log-odds that a line is furniture.
    pub(super) odds: Vec<f32>,
    /// What speaks for it, strongest first, where the odds do.
    pub(super) reasons: Vec<Vec<&'static str>>,
    /// Whether something on the page itself speaks of furniture here, and not the shape of the lines alone.
    pub(super) witnessed: Vec<bool>,
    /// Whether labels stand all over the page.
    pub(super) scraped: bool,
}

fn sigmoid(z: f32) -> f32 {
    1.0 / (1.0 + (-z).exp())
}

/// The first pass: how likely a line is furniture by itself.
fn alone(shape: &Shape) -> f32 {
    let sum: f32 = shape.facts.weighed().map(|(v, f)| v * f.alone).sum();
    sigmoid(sum + BIAS[0])
}

/// All facts of a line with their weights.
fn facts(shape: &Shape, standing: &Standing, around: &Around) -> impl Iterator<Item = (f32, &'static Fact)> {
    shape.facts.weighed().chain(standing.weighed()).chain(around.weighed())
}

/// All passes.
pub(super) fn judge(shapes: &[Shape], ground: &Ground<'_>) -> Judgement {
    let p: Vec<f32> = shapes.iter().map(alone).collect();
    let sum = |i: usize, around: &Around, weight: fn(&Fact) -> f32| -> f32 {
        let facts = facts(&shapes[i], ground.standing(i), around);
        facts.map(|(value, fact)| value * weight(fact)).sum()
    };
    let mut placed = Vec::with_capacity(p.len());
    ground.look(&p, |i, around| {
        placed.push(sigmoid(sum(i, around, |f| f.placed) + BIAS[1]))
    });
    let mut odds = Vec::with_capacity(p.len());
    let mut reasons = Vec::with_capacity(p.len());
    ground.look(&placed, |i, around| {
        let z = sum(i, around, |f| f.settled) + BIAS[2];
        odds.push(z);
        reasons.push(if z > 0.0 {
            strongest(facts(&shapes[i], ground.standing(i), around))
        } else {
            Vec::new()
        });
    });
    Judgement {
        odds,
        reasons,
        witnessed: witnessed(shapes),
        scraped: is_scraped(shapes),
    }
}

/// The facts that pushed hardest towards furniture, strongest first.
fn strongest(facts: impl Iterator<Item = (f32, &'static Fact)>) -> Vec<&'static str> {
    let mut pushes: Vec<(f32, &'static str)> = Vec::new();
    for (value, fact) in facts {
        // Against a usual line of a story: a line without a closing stop is told by the stop it lacks.
        let push = (value - fact.usual) * fact.settled;
        if push > 0.15 && !fact.says.is_empty() {
            match pushes.iter_mut().find(|p| p.1 == fact.says) {
                Some(p) => p.0 += push,
                None => pushes.push((push, fact.says)),
            }
        }
    }
    pushes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    // Not collected in place: the room of all facts would stay with each line.
    let mut strongest = Vec::with_capacity(pushes.len().min(3));
    strongest.extend(pushes.iter().take(3).map(|p| p.1));
    strongest
}

/// So many lines that name a widget make a scraped page.
const SCRAPED: usize = 4;

fn is_scraped(shapes: &[Shape]) -> bool {
    shapes.iter().filter(|s| s.witness).count() >= SCRAPED
}

/// A clean article has short lines too: sub-headings, lists, one-sentence paragraphs. Without one word of a page near them they are
/// never called furniture, whatever their shape.
fn witnessed(shapes: &[Shape]) -> Vec<bool> {
    let mut out = vec![is_scraped(shapes); shapes.len()];
    let mut from = 0;
    while from < shapes.len() {
        let mut to = from + 1;
        while to < shapes.len() && !shapes[from].prose && !shapes[to].prose {
            to += 1;
        }
        if shapes[from..to].iter().any(|s| s.witness) {
            out[from..to].fill(true);
        }
        from = to;
    }
    out
}

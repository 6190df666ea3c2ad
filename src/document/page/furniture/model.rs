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
    /// The lines that the odds and something on the page speak against, in order, each with its reasons, strongest first.
    reasons: Vec<(usize, Vec<&'static str>)>,
    /// Whether something on the page itself speaks of furniture here, and not the shape of the lines alone.
    pub(super) witnessed: Vec<bool>,
    /// Whether labels stand all over the page.
    pub(super) scraped: bool,
}

impl Judgement {
    /// What speaks for a line's being furniture, strongest first; to be taken once.
    pub(super) fn reasons(&mut self, line: usize) -> Vec<&'static str> {
        let at = self.reasons.binary_search_by_key(&line, |(of, _)| *of);
        at.map_or(Vec::new(), |at| std::mem::take(&mut self.reasons[at].1))
    }
}

fn sigmoid(z: f32) -> f32 {
    1.0 / (1.0 + (-z).exp())
}

/// The first pass: how likely a line is furniture by itself.
fn alone(shape: &Shape) -> f32 {
    sigmoid(shape.facts.add::<0>(0.0) + BIAS[0])
}

/// All facts of a line with their weights.
fn facts(shape: &Shape, standing: &Standing, around: &Around) -> impl Iterator<Item = (f32, &'static Fact)> {
    shape.facts.weighed().chain(standing.weighed()).chain(around.weighed())
}

/// All passes.
pub(super) fn judge(shapes: &[Shape], ground: &Ground<'_>) -> Judgement {
    let p: Vec<f32> = shapes.iter().map(alone).collect();
    let mut placed = Vec::with_capacity(p.len());
    ground.look(&p, |i, around| {
        placed.push(sigmoid(sum::<1>(&shapes[i], ground.standing(i), around)))
    });
    let witnessed = witnessed(shapes);
    let mut odds = Vec::with_capacity(p.len());
    let mut reasons = Vec::new();
    ground.look(&placed, |i, around| {
        let z = sum::<2>(&shapes[i], ground.standing(i), around);
        odds.push(z);
        // Asked of few lines: nothing on the page speaks against most of those that look odd.
        if z > 0.0 && witnessed[i] {
            reasons.push((i, strongest(facts(&shapes[i], ground.standing(i), around))));
        }
    });
    Judgement {
        odds,
        reasons,
        witnessed,
        scraped: is_scraped(shapes),
    }
}

/// The log-odds of a line in a pass.
fn sum<const PASS: usize>(shape: &Shape, standing: &Standing, around: &Around) -> f32 {
    let sum = shape.facts.add::<PASS>(0.0);
    let sum = standing.add::<PASS>(sum);
    around.add::<PASS>(sum) + BIAS[PASS]
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

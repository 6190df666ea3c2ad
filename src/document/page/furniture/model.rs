//! The score of a line: a sum of facts, each with a weight anyone can read.
//!
//! Three passes. The first knows the line alone; the second adds what stands around it, among that how furniture-like its
//! surroundings looked in the first; the third looks around once more, at what the second made of them. The weights were fitted by
//! logistic regression over these facts (two public collections of labelled article pages); no word has a weight of its own.

use crate::document::page::furniture::around::{AROUND, Ground};
use crate::document::page::furniture::shape::{SHAPES, Shape};
use crate::document::page::furniture::weights::{BIAS, FACTS, USUAL};

/// One fact: its weight in the three passes, and how it reads when it speaks for furniture.
pub(super) struct Fact {
    pub(super) alone: f32,
    pub(super) placed: f32,
    pub(super) settled: f32,
    /// Said when the fact pushes a line towards furniture.
    pub(super) says: &'static str,
}

pub(super) const fn fact(alone: f32, placed: f32, settled: f32, says: &'static str) -> Fact {
    Fact {
        alone,
        placed,
        settled,
        says,
    }
}

/// What the last pass saw and found.
pub(super) struct Page {
    /// Facts about a line's surroundings.
    around: Vec<[f32; AROUND]>,
    /// Log-odds that a line is furniture.
    pub(super) odds: Vec<f32>,
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
    let sum: f32 = shape.facts.iter().zip(&FACTS).map(|(v, f)| v * f.alone).sum();
    sigmoid(sum + BIAS[0])
}

fn sum(shape: &Shape, around: &[f32; AROUND], weight: impl Fn(&Fact) -> f32) -> f32 {
    let values = shape.facts.iter().chain(around.iter());
    values.zip(&FACTS).map(|(v, f)| v * weight(f)).sum()
}

/// All passes.
pub(super) fn page(shapes: &[Shape], ground: &Ground<'_>) -> Page {
    let mut p: Vec<f32> = shapes.iter().map(alone).collect();
    let around = ground.look(&p);
    for ((p, shape), around) in p.iter_mut().zip(shapes).zip(&around) {
        *p = sigmoid(sum(shape, around, |f| f.placed) + BIAS[1]);
    }
    let around = ground.look(&p);
    let odds = shapes.iter().zip(&around);
    Page {
        odds: odds.map(|(s, a)| sum(s, a, |f| f.settled) + BIAS[2]).collect(),
        around,
        witnessed: witnessed(shapes),
        scraped: is_scraped(shapes),
    }
}

impl Page {
    /// The facts that pushed hardest towards furniture, strongest first.
    pub(super) fn reasons(&self, shapes: &[Shape], line: usize) -> Vec<&'static str> {
        let mut pushes: Vec<(f32, &'static str)> = Vec::new();
        let values = shapes[line].facts.iter().chain(self.around[line].iter());
        for ((value, usual), fact) in values.zip(&USUAL).zip(&FACTS) {
            // Against a usual line of a story: a line without a closing stop is told by the stop it lacks.
            let push = (value - usual) * fact.settled;
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
}

/// All facts: of the line, then of what stands around it.
pub(super) const ALL: usize = SHAPES + AROUND;

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

//! The score of a line: a sum of facts, each with a weight anyone can read.
//!
//! Two passes. The first knows the line alone; the second adds what stands around it, among that how furniture-like its
//! neighbours looked in the first. The weights were fitted by logistic regression over these facts (two public collections of
//! labelled article pages); they are few, and no word has a weight of its own.

use crate::document::furniture::shape::Shape;
use crate::document::furniture::weights::{BIAS_ALONE, BIAS_PLACED, FACTS, USUAL};

/// Number of facts about a line's surroundings.
pub(super) const AROUND: usize = 26;

/// One fact: its weight in the first and the second pass, and how it reads when it speaks for furniture and against.
pub(super) struct Fact {
    pub(super) alone: f32,
    pub(super) placed: f32,
    /// Said when the fact pushes a line towards furniture.
    pub(super) says: &'static str,
}

pub(super) const fn fact(alone: f32, placed: f32, says: &'static str) -> Fact {
    Fact { alone, placed, says }
}

/// What stands around every line.
pub(super) struct Page {
    /// Facts about a line's surroundings.
    pub(super) around: Vec<[f32; AROUND]>,
    /// Whether something on the page itself speaks of furniture here, and not the shape of the lines alone.
    pub(super) witnessed: Vec<bool>,
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

fn sigmoid(z: f32) -> f32 {
    1.0 / (1.0 + (-z).exp())
}

/// The first pass.
pub(super) fn alone(shape: &Shape) -> f32 {
    let sum: f32 = shape.facts.iter().zip(FACTS.iter()).map(|(v, f)| v * f.alone).sum();
    sigmoid(sum + BIAS_ALONE)
}

/// The second pass: log-odds that the line is furniture.
pub(super) fn placed(shape: &Shape, around: &[f32; AROUND]) -> f32 {
    let values = shape.facts.iter().chain(around.iter());
    values.zip(FACTS.iter()).map(|(v, f)| v * f.placed).sum::<f32>() + BIAS_PLACED
}

/// The facts that pushed hardest towards furniture, strongest first.
pub(super) fn reasons(shape: &Shape, around: &[f32; AROUND]) -> Vec<&'static str> {
    let mut pushes: Vec<(f32, &'static str)> = Vec::new();
    let mut values: Vec<f32> = shape.facts.to_vec();
    values.extend_from_slice(around);
    for ((value, usual), fact) in values.iter().zip(USUAL.iter()).zip(FACTS.iter()) {
        // Against a usual line of a story: a line without a closing stop is told by the stop it lacks.
        let push = (value - usual) * fact.placed;
        if push > 0.15 && !fact.says.is_empty() {
            match pushes.iter_mut().find(|p| p.1 == fact.says) {
                Some(p) => p.0 += push,
                None => pushes.push((push, fact.says)),
            }
        }
    }
    pushes.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    pushes.into_iter().take(3).map(|p| p.1).collect()
}

/// Sums over a window of lines in constant time.
struct Sums(Vec<f32>);

impl Sums {
    fn new(values: impl Iterator<Item = f32>) -> Self {
        let mut sums = vec![0.0];
        let mut total = 0.0f64;
        for v in values {
            total += f64::from(v);
            sums.push(total as f32);
        }
        Sums(sums)
    }

    /// The mean over `from..to`, or `empty`.
    fn mean(&self, from: usize, to: usize, empty: f32) -> f32 {
        let to = to.min(self.0.len() - 1);
        if from >= to {
            return empty;
        }
        (self.0[to] - self.0[from]) / (to - from) as f32
    }
}

/// Whether a line stands before the story begins or where it ends.
pub(super) fn at_an_end(page: &Page, line: usize) -> bool {
    page.around.get(line).is_some_and(|a| a[8] > 0.0 || a[9] > 0.0)
}

/// Looks around every line.
pub(super) fn page(shapes: &[Shape]) -> Page {
    let n = shapes.len();
    let p: Vec<f32> = shapes.iter().map(alone).collect();
    let likely = Sums::new(p.iter().copied());
    let sentences = Sums::new(shapes.iter().map(|s| flag(s.sentence)));
    let links = Sums::new(shapes.iter().map(|s| flag(s.widget || s.opener)));
    let prose_words = |s: &Shape| if s.prose { s.words } else { 0 };
    let total: usize = shapes.iter().map(prose_words).sum();
    let mut above = 0usize;
    let mut next_prose = vec![n; n];
    let mut next = n;
    for i in (0..n).rev() {
        next_prose[i] = next;
        if shapes[i].prose {
            next = i;
        }
    }
    let mut previous: Option<usize> = None;
    let mut last_widget: Option<usize> = None;
    let mut around = Vec::with_capacity(n);
    for (i, shape) in shapes.iter().enumerate() {
        let below = total - above - prose_words(shape);
        let share = |words: usize| words as f32 / total.max(1) as f32;
        let run = if shape.prose {
            0
        } else {
            next_prose[i] - previous.map_or(0, |p| p + 1)
        };
        let near = |at: Option<usize>| at.and_then(|j| shapes.get(j));
        let (one_up, one_down) = (near(i.checked_sub(1)), near(Some(i + 1)));
        let up = flag(one_up.is_some_and(|s| s.sentence));
        let down = flag(one_down.is_some_and(|s| s.sentence));
        let beside = up.max(down);
        let between = up * down;
        let a8 = likely.mean(i.saturating_sub(8), i, 0.5);
        let b8 = likely.mean(i + 1, i + 9, 0.5);
        let (sa, sb) = (
            sentences.mean(i.saturating_sub(8), i, 0.5),
            sentences.mean(i + 1, i + 9, 0.5),
        );
        let (head, tail) = (above == 0, below == 0);
        let length = (1.0 + run as f32).ln() / 5.0;
        let own = &shape.facts;
        let (stop, topic, headline) = (own[5], own[21], flag(shape.headline));
        let sentence = flag(shape.sentence);
        around.push([
            p.get(i.wrapping_sub(1)).copied().unwrap_or(0.5),
            p.get(i + 1).copied().unwrap_or(0.5),
            likely.mean(i.saturating_sub(3), i, 0.5),
            likely.mean(i + 1, i + 4, 0.5),
            a8,
            b8,
            a8.min(b8),
            a8.max(b8),
            flag(share(above) < 0.05),
            flag(share(below) < 0.05),
            flag(last_widget.is_some_and(|w| i - w <= 5)),
            length,
            length * flag(head),
            length * flag(tail),
            flag(shape.words <= 3 && run >= 4),
            sentence * beside,
            sentence * flag(run >= 1),
            sa.min(sb),
            sa.max(sb),
            between,
            (1.0 - stop) * topic * beside,
            links.mean(i.saturating_sub(3), i, 0.0),
            headline * between,
            sentence * flag(head),
            headline * flag(head),
            flag(share(above) > 0.02 && share(below) > 0.02),
        ]);
        above += prose_words(shape);
        if shape.prose {
            previous = Some(i);
        }
        if shape.widget {
            last_widget = Some(i);
        }
    }
    Page {
        around,
        witnessed: witnessed(shapes),
    }
}

/// So many lines that name a widget make a scraped page.
const SCRAPED: usize = 4;

/// A clean article has short lines too: sub-headings, lists, one-sentence paragraphs. Without one word of a page near them they are
/// never called furniture, whatever their shape.
fn witnessed(shapes: &[Shape]) -> Vec<bool> {
    let scraped = shapes.iter().filter(|s| s.witness).count() >= SCRAPED;
    let mut out = vec![scraped; shapes.len()];
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

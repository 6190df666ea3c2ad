//! What stands around a line: its neighbours, the run of lines it stands in, the lines made like it, and where the story is.
//!
//! Some of it is plain shape (how many sentences stand near); the rest is how furniture-like the lines looked in the pass before,
//! so that a line is judged by what its surroundings turned out to be. Every fact takes constant time a line.

use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::topic::Content;
use crate::document::page::furniture::weights::{Around, Standing};

/// Lines on each side that count as near.
const NEAR: usize = 8;
/// Lines on each side among which lines of one make are looked for.
const ALIKE: usize = 6;

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

/// Sums over a window of lines in constant time.
struct Sums(Vec<f64>);

impl Sums {
    fn new(values: impl Iterator<Item = f32>, lines: usize) -> Self {
        let mut sums = Vec::with_capacity(lines + 1);
        let mut total = 0.0f64;
        sums.push(total);
        for v in values {
            total += f64::from(v);
            sums.push(total);
        }
        Sums(sums)
    }

    /// The mean over `from..to`, or `empty`.
    fn mean(&self, from: usize, to: usize, empty: f32) -> f32 {
        let to = to.min(self.0.len() - 1);
        if from >= to {
            return empty;
        }
        ((self.0[to] - self.0[from]) / (to - from) as f64) as f32
    }
}

/// A prose line by itself, or lines without prose that follow each other.
#[derive(Clone, Copy)]
struct Run {
    from: u32,
    to: u32,
    /// Share of its lines in which something speaks of a page.
    witness: f32,
}

/// The lines of a page, and what is the same of them in each pass.
pub(super) struct Ground<'a> {
    shapes: &'a [Shape],
    content: &'a Content,
    standing: Vec<Standing>,
    runs: Vec<Run>,
    /// By line, its run.
    run_of: Vec<u32>,
    /// By line, a bit for each near line of its make.
    alike: Vec<u16>,
    /// By line, the share of entries near it.
    entries: Vec<f32>,
    /// The share of the words that stands in prose.
    prose: f32,
}

/// Words of a line, as far as they count for its weight on the page.
fn weight(shape: &Shape) -> f32 {
    shape.words.min(60) as f32
}

impl<'a> Ground<'a> {
    pub(super) fn new(shapes: &'a [Shape], content: &'a Content) -> Self {
        let n = shapes.len();
        let (mut runs, mut run_of) = (Vec::new(), Vec::with_capacity(n));
        let mut from = 0;
        while from < n {
            let mut to = from + 1;
            while to < n && !shapes[from].prose && !shapes[to].prose {
                to += 1;
            }
            let witness = shapes[from..to].iter().filter(|s| s.witness).count() as f32 / (to - from) as f32;
            run_of.resize(to, runs.len() as u32);
            runs.push(Run {
                from: from as u32,
                to: to as u32,
                witness,
            });
            from = to;
        }
        let alike = (0..n).map(|i| {
            let near = i.saturating_sub(ALIKE)..(i + ALIKE + 1).min(n);
            let same = near.filter(|j| *j != i && shapes[*j].make == shapes[i].make);
            same.fold(0u16, |bits, j| bits | 1 << (j + ALIKE - i))
        });
        let alike = alike.collect();
        let entries = Sums::new(shapes.iter().map(|s| flag(s.entry)), n);
        let total: f32 = shapes.iter().map(weight).sum();
        let prose: f32 = shapes.iter().filter(|s| s.prose).map(weight).sum();
        Ground {
            shapes,
            content,
            standing: standing(shapes, &runs, &run_of),
            runs,
            run_of,
            alike,
            entries: (0..n).map(|i| entries.mean(i.saturating_sub(4), i + 5, 0.0)).collect(),
            prose: prose / total.max(1.0),
        }
    }

    /// Whether a line stands before the story begins or where it ends.
    pub(super) fn is_at_an_end(&self, line: usize) -> bool {
        self.standing.get(line).is_some_and(|s| s.head > 0.0 || s.tail > 0.0)
    }

    /// How a line stands on the page, the same in each pass.
    pub(super) fn standing(&self, line: usize) -> &Standing {
        &self.standing[line]
    }

    /// Looks around every line in turn, given how likely each is furniture. What is seen is not kept: a page of short lines has as
    /// many as it has words.
    pub(super) fn look(&self, p: &[f32], mut seen: impl FnMut(usize, &Around)) {
        let n = p.len();
        let likely = Sums::new(p.iter().copied(), n);
        let (first, last) = block(self.shapes, p);
        let story = |i: usize| {
            let own = (1.0 - p[i]) * (self.shapes[i].words as f32 / 8.0).min(1.0);
            if own > 0.3 { own } else { 0.0 }
        };
        let topics = self.content.shared(story);
        let told = |i: usize| {
            if p[i] < 0.5 && self.shapes[i].words >= 5 {
                f64::from((1.0 - p[i]) * weight(&self.shapes[i]))
            } else {
                0.0
            }
        };
        let all = (0..n).map(told).sum::<f64>().max(1.0);
        let short = |i: usize| self.shapes[i].words.min(20) as f32;
        let words: f32 = (0..n).map(short).sum();
        let page = (0..n).map(|i| p[i] * short(i)).sum::<f32>() / words.max(1.0);
        let mut above = 0.0;
        for (i, shape) in self.shapes.iter().enumerate() {
            let below = 1.0 - (above + told(i)) / all;
            let run = &self.runs[self.run_of[i] as usize];
            let (from, to) = (run.from as usize, run.to as usize);
            let in_run = if shape.prose { 0.5 } else { likely.mean(from, to, 0.5) };
            let long = ((1 + to - from) as f32).ln();
            let (up, down) = (
                p.get(i.wrapping_sub(1)).copied().unwrap_or(0.5),
                p.get(i + 1).copied().unwrap_or(0.5),
            );
            let (a8, b8) = (
                likely.mean(i.saturating_sub(NEAR), i, 0.5),
                likely.mean(i + 1, i + 1 + NEAR, 0.5),
            );
            let (alike, like) = self.made_alike(i, p);
            let some = flag(shape.words >= 5);
            let around = Around {
                above: up,
                below: down,
                below_3: likely.mean(i + 1, i + 4, 0.5),
                above_8: a8,
                below_8: b8,
                least_8: a8.min(b8),
                most_8: a8.max(b8),
                least_1: up.min(down),
                behind_block: (i.saturating_sub(last) as f32 / 4.0).min(1.0),
                before_block: (first.saturating_sub(i) as f32 / 4.0).min(1.0),
                last_bit: flag(below < 0.01),
                last_part: flag(below < 0.06),
                alike_look: like,
                alike: alike * some,
                entries: self.entries[i],
                run: in_run,
                run_labels: if shape.prose { 0.0 } else { run.witness },
                run_length: (in_run - 0.5) * (long / 3.0).min(1.0),
                page,
                prose: self.prose,
                story: topics[i],
                story_5: topics[i] * some,
                at_tail: flag(below < 0.02) * b8,
                at_head: flag(above / all < 0.02) * a8,
                in_block: flag(shape.sentence && (first..=last).contains(&i)),
                between_short: a8 * b8 * flag(shape.words <= 24) * (1.0 - shape.facts.stop),
            };
            seen(i, &around);
            above += told(i);
        }
    }

    /// How many of the near lines are made like this one, and how much more than even they look like furniture.
    fn made_alike(&self, line: usize, p: &[f32]) -> (f32, f32) {
        let bits = self.alike[line];
        if bits == 0 {
            return (0.0, 0.0);
        }
        let set = (0..=2 * ALIKE).filter(|b| bits >> b & 1 == 1);
        let sum: f32 = set.map(|b| p[line + b - ALIKE]).sum();
        let count = bits.count_ones() as f32;
        (count.min(6.0) / 6.0, (sum / count - 0.5) * count.min(3.0) / 3.0)
    }
}

/// First and last line of the block that holds the story: the one in which words of the story most outweigh words of the page.
fn block(shapes: &[Shape], p: &[f32]) -> (usize, usize) {
    let (mut best, mut sum, mut from) = (f32::MIN, 0.0, 0);
    let mut out = (0, 0);
    for (i, shape) in shapes.iter().enumerate() {
        if sum <= 0.0 {
            (sum, from) = (0.0, i);
        }
        sum += (0.5 - p[i]) * (weight(shape) + 3.0);
        if sum > best {
            best = sum;
            out = (from, i);
        }
    }
    out
}

/// The facts that do not hang on an earlier pass.
fn standing(shapes: &[Shape], runs: &[Run], run_of: &[u32]) -> Vec<Standing> {
    let n = shapes.len();
    let sentences = Sums::new(shapes.iter().map(|s| flag(s.sentence)), n);
    let prose_words = |s: &Shape| if s.prose { s.words } else { 0 };
    let total: usize = shapes.iter().map(prose_words).sum();
    let mut above = 0usize;
    let mut last_widget: Option<usize> = None;
    let mut out = Vec::with_capacity(n);
    for (i, shape) in shapes.iter().enumerate() {
        let below = total - above - prose_words(shape);
        let share = |words: usize| words as f32 / total.max(1) as f32;
        let run = runs[run_of[i] as usize];
        let run = if shape.prose { 0 } else { run.to - run.from };
        let is_sentence = |at: usize| flag(shapes.get(at).is_some_and(|s| s.sentence));
        let (up, down) = (is_sentence(i.wrapping_sub(1)), is_sentence(i + 1));
        let beside = up.max(down);
        let (sa, sb) = (
            sentences.mean(i.saturating_sub(NEAR), i, 0.5),
            sentences.mean(i + 1, i + 1 + NEAR, 0.5),
        );
        let (head, tail) = (flag(above == 0), flag(below == 0));
        let length = (1.0 + run as f32).ln() / 5.0;
        let (sentence, headline) = (flag(shape.sentence), flag(shape.headline));
        out.push(Standing {
            head: flag(share(above) < 0.05),
            tail: flag(share(below) < 0.05),
            below_label: flag(last_widget.is_some_and(|w| i - w <= 5)),
            run_at_head: length * head,
            run_at_tail: length * tail,
            short_run: flag(shape.words <= 3 && run >= 4),
            sentence_beside: sentence * beside,
            sentence_in_run: sentence * flag(run >= 1),
            sentences_least: sa.min(sb),
            sentences_most: sa.max(sb),
            between: up * down,
            shared_beside: (1.0 - shape.facts.stop) * shape.facts.shared * beside,
            headline_at_head: headline * head,
            middle: flag(share(above) > 0.02 && share(below) > 0.02),
        });
        above += prose_words(shape);
        if shape.widget {
            last_widget = Some(i);
        }
    }
    out
}

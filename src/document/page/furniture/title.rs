//! Which lines are headlines of this story.

use crate::document::page::furniture::shape::Shape;
use crate::document::page::line::Line;

/// No page puts its headline further down, in lines.
const DEEPEST: usize = 400;
/// At most this many headlines stand on top of each other.
const STACKED: usize = 4;

/// The lines that are headlines: those given apart, or the first before the story that has the shape of one and its words.
pub(super) fn find(text: &str, body_start: usize, lines: &[Line], shapes: &[Shape]) -> Vec<usize> {
    if body_start > 0 {
        return (0..lines.len())
            .take_while(|i| lines[*i].span.end <= body_start)
            .collect();
    }
    let prose = shapes.iter().position(|s| s.prose).unwrap_or(lines.len());
    if lines.len() < 2 {
        return Vec::new();
    }
    let ends = |i: usize| {
        let line = &text[lines[i].span];
        line.ends_with(['.', ';', ',']) && !line.ends_with("...")
    };
    let shaped = |i: usize| (2..=30).contains(&shapes[i].words) && !ends(i) && !shapes[i].known;
    let about = |i: usize| shapes[i].facts.shared_8 >= 0.25 && shapes[i].facts.shared >= 0.4;
    // "Check out …" and "Poll: …" open a link, and also a headline: above the first paragraph they are one.
    let imperative = prose == 1 && shapes[0].words >= 4 && !shapes[0].widget && !ends(0);
    let head = 0..lines.len().min(DEEPEST).min(prose.max(1));
    let likely = |i: &usize| shaped(*i) && shapes[*i].words >= 4 && about(*i);
    let most = head
        .clone()
        .filter(likely)
        .map(|i| shapes[i].facts.shared_8)
        .fold(0.0, f32::max);
    // The first that shares nearly as many words with the story as the best: decks and captions share many, menus share none.
    let first = head
        .filter(likely)
        .find(|i| shapes[*i].facts.shared_8 >= 0.5 * most)
        .or_else(|| ((shaped(0) || imperative) && prose > 0).then_some(0));
    let Some(first) = first else { return Vec::new() };
    let mut out = vec![first];
    for (i, shape) in shapes.iter().enumerate().take(first + STACKED).skip(first + 1) {
        if i >= prose || !shaped(i) || !about(i) || shape.words < 5 {
            break;
        }
        out.push(i);
    }
    out
}

//! Headlines of other stories that stand in this one: in capitals between its paragraphs, or below the label of a link.

use crate::document::page::furniture::shape::Shape;
use crate::document::page::line::Line;
use crate::document::page::token::{Case, Token, TokenKind};

pub(super) const CAPITALS: &str = "a headline in capitals between paragraphs";
pub(super) const LABELLED: &str = "a headline below the label of a link";

/// A shorter line in capitals may be a sub-heading of the story, in words.
const HEADLINE: usize = 8;
/// So many headlines stand below a label while the story goes on.
const LINKS: usize = 3;
/// The shortest headline below a label, in words, and the shortest behind another headline: a sub-heading may stand there.
const FIRST: usize = 3;
const NEXT: usize = 5;
/// Where more lines are in capitals, they are the headings of a list.
const RARE: usize = 8;

/// By line, what tells it for the headline of another story.
pub(super) fn find(text: &str, lines: &[Line], shapes: &[Shape], tokens: &[Token]) -> Vec<Option<&'static str>> {
    let mut out = vec![None; lines.len()];
    let loud: Vec<bool> = lines
        .iter()
        .zip(shapes)
        .map(|(line, shape)| is_loud(text, line, shape, tokens))
        .collect();
    let rare = loud.iter().filter(|l| **l).count() <= RARE;
    let last = shapes.iter().rposition(|s| s.prose).unwrap_or(0);
    let (mut story, mut labelled) = (false, 0usize);
    for (i, shape) in shapes.iter().enumerate() {
        if loud[i] && rare && story {
            out[i] = Some(CAPITALS);
        }
        let headline = shape.facts.stop + shape.facts.colon == 0.0 && !shape.prose;
        let least = if labelled == 1 { FIRST } else { NEXT };
        let near = i > last || labelled <= LINKS;
        if labelled > 0 && near && headline && (least..=24).contains(&shape.words) {
            out[i] = Some(LABELLED);
            labelled += 1;
        } else {
            labelled = 0;
        }
        if shape.link_label {
            labelled = 1;
        }
        story |= shape.prose;
    }
    out
}

/// Six words or more, every letter a capital, and no closing stop: a sentence in capitals may be the story.
fn is_loud(text: &str, line: &Line, shape: &Shape, tokens: &[Token]) -> bool {
    // A question ends with its mark in a headline too.
    let stop = shape.facts.stop > 0.0 && !text[line.span].ends_with('?');
    if shape.words < HEADLINE || stop || shape.facts.colon + shape.facts.quote + shape.facts.list > 0.0 {
        return false;
    }
    let own = tokens
        .get(line.tokens.start as usize..line.tokens.end as usize)
        .unwrap_or_default();
    // "MAYOR: THE BOAT WILL RUN" is a headline; "ROE: …" in a transcript is one speaker among many, and not rare.
    let loud = |t: &&Token| t.kind == TokenKind::Word && t.case == Case::Upper && t.end - t.start > 1;
    own.iter().filter(loud).count() >= HEADLINE / 2
        && own.iter().all(|t| {
            t.kind != TokenKind::Word
                || matches!(t.case, Case::Upper | Case::None)
                || text[t.span()].starts_with(['\'', '’'])
        })
}

//! Lines between the paragraphs of this story that are of another, or below a picture: in capitals, below the label of a link, or,
//! where the page has several, sentences without a stop.

use crate::document::page::furniture::shape::Shape;
use crate::document::page::line::Line;
use crate::document::page::token::{Case, Token, TokenKind};

pub(super) const CAPITALS: &str = "a headline in capitals between paragraphs";
pub(super) const LABELLED: &str = "a headline below the label of a link";

pub(super) const UNSTOPPED: &str = "one of several sentences without a stop between paragraphs";

/// A sentence without a stop has so many words; a shorter one may be a sub-heading.
const SENTENCE: std::ops::RangeInclusive<usize> = 10..=40;
/// So many of them, and at most so many of the paragraphs' number: one may be a slip, many are the writer's way.
const SEVERAL: usize = 2;
/// So many stand on top of each other.
const STACK: usize = 3;
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
    let mut out = unstopped(text, lines, shapes, tokens);
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

/// Sentences without a stop that paragraphs stand around: captions whose credit is lost, headlines of other stories.
fn unstopped(text: &str, lines: &[Line], shapes: &[Shape], tokens: &[Token]) -> Vec<Option<&'static str>> {
    let open: Vec<bool> = lines
        .iter()
        .zip(shapes)
        .map(|(l, s)| is_unstopped(text, l, s, tokens))
        .collect();
    let mut out = vec![None; lines.len()];
    let (mut from, mut count) = (0, 0);
    for i in 0..lines.len() {
        if open[i] {
            continue;
        }
        let between = from > 0 && from < i && i - from <= STACK && shapes[from - 1].prose && shapes[i].prose;
        if between {
            out[from..i].fill(Some(UNSTOPPED));
            count += i - from;
        }
        from = i + 1;
    }
    let prose = shapes.iter().filter(|s| s.prose).count();
    if count < SEVERAL || count * 2 > prose {
        out.fill(None);
    }
    out
}

/// Words like a sentence's, a name among them, no question, and nothing that ends it.
fn is_unstopped(text: &str, line: &Line, shape: &Shape, tokens: &[Token]) -> bool {
    let facts = &shape.facts;
    let marks = facts.stop + facts.colon + facts.quote + facts.list;
    let plain = facts.function >= 0.2 && facts.capitals <= 0.6 && marks == 0.0;
    if !plain || shape.goes_on || shape.entry || !SENTENCE.contains(&shape.words) {
        return false;
    }
    let own = tokens
        .get(line.tokens.start as usize..line.tokens.end as usize)
        .unwrap_or_default();
    let (Some(first), Some(last)) = (own.first(), own.last()) else {
        return false;
    };
    let opening = text[first.span()].to_ascii_lowercase();
    let asks = opening.starts_with("wh") || opening == "how";
    let words = first.is_capital() && matches!(last.kind, TokenKind::Word | TokenKind::Number);
    words && !asks && own[1..].iter().any(Token::is_capital)
}

//! The shape of the lines: numbered, asked and answered, or spoken in turns.

use crate::document::genre::{Genre, GenreReading, Sheet};
use crate::document::page::token::{TokenKind, WordId};

/// Fewest lines a shape is read from.
const FEWEST_LINES: usize = 6;
/// Share of lines that must be numbered for a list.
const LIST_SHARE: f64 = 0.3;
/// Fewest turns of a transcript, their share of the lines, and how often one speaker must come back.
const TURNS: usize = 6;
const TURN_SHARE: f64 = 0.3;
const COMES_BACK: usize = 3;
/// Words of the longest speaker's label.
const LONGEST_LABEL: usize = 4;

pub(super) fn read(page: &Sheet<'_>) -> Option<GenreReading> {
    let (text, lines) = (page.text, page.lines);
    if lines.len() < FEWEST_LINES {
        return None;
    }
    let (mut numbered, mut asked, mut answered) = (0usize, 0usize, 0usize);
    let mut speakers: Vec<WordId> = Vec::new();
    for line in lines {
        let at = line.tokens.start as usize;
        let (Some(first), Some(next)) = (page.tokens.get(at), page.tokens.get(at + 1)) else {
            continue;
        };
        let mark = text.get(next.span().start..next.span().end).unwrap_or("");
        let short = first.end - first.start <= 2;
        numbered += usize::from(first.kind == TokenKind::Number && short && matches!(mark, "." | ")" | ":"));
        let head = text.get(first.span().start..first.span().end).unwrap_or("");
        numbered += usize::from(matches!(head, "•" | "*" | "-" | "–" | "#") && next.kind != TokenKind::Punct);
        match page.word(at) {
            "q" if mark == ":" || mark == "." => asked += 1,
            "a" if mark == ":" || mark == "." => answered += 1,
            _ => speakers.extend(speaker(page, at, line.tokens.end as usize)),
        }
    }
    let share = |n: usize| n as f64 / lines.len() as f64;
    if numbered >= 4 && share(numbered) >= LIST_SHARE {
        return Some(GenreReading::declared(
            Genre::List,
            format!("{numbered} of {} lines are items of a list", lines.len()),
        ));
    }
    if asked >= 3 && answered >= 3 {
        return Some(GenreReading::declared(
            Genre::Interview,
            format!("{asked} lines begin with \"Q\" and {answered} with \"A\""),
        ));
    }
    let turns = speakers.len();
    if turns >= TURNS && share(turns) >= TURN_SHARE {
        speakers.sort_unstable();
        let most = speakers.chunk_by(|a, b| a == b).map(<[WordId]>::len).max().unwrap_or(0);
        if most >= COMES_BACK {
            return Some(GenreReading::declared(
                Genre::Interview,
                format!("{turns} of {} lines begin with a speaker's name", lines.len()),
            ));
        }
    }
    None
}

/// The last word of a speaker's label at the head of a line: "BROOK:", "Ada Brook:".
fn speaker(page: &Sheet<'_>, first: usize, end: usize) -> Option<WordId> {
    let colon = (first + 1..end.min(first + 1 + LONGEST_LABEL)).find(|i| page.word(*i) == ":")?;
    let name = page.tokens.get(first..colon)?;
    let capitals = name.iter().all(|t| t.is_capital());
    // "Clinton: 2,205" is a table.
    let says = colon + 1 < end && page.tokens.get(colon + 1).is_some_and(|t| t.kind == TokenKind::Word);
    (capitals && says).then(|| name.last().map(|t| t.word)).flatten()
}

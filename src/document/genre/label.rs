//! A label: in the address, among the authors, in a short line at the top or foot, or as a note on the author.

use crate::document::genre::{Genre, GenreReading, Sheet, WORDS};
use crate::document::page::line::Line;
use crate::document::page::segment::SegmentKind;
use crate::document::page::token::TokenKind;
use crate::document::page::words::{self, PageWord};

/// Lines at the top and the foot of a page in which a label counts.
const EDGE_LINES: usize = 4;
/// Lines at the foot that may be a note on the author.
const NOTE_LINES: usize = 3;
/// Words of the longest note on an author.
const LONGEST_NOTE: usize = 50;
/// Words of the longest line that is a title or a byline: an author is named there.
const BYLINE: usize = 16;
/// Words between "is" and what the author is: "is the paper's chief political columnist".
const NOTE_REACH: usize = 8;

/// Parts of an address that name a section of the paper.
const ADDRESS: [(&str, Genre); 15] = [
    ("opinion", Genre::Opinion),
    ("opinions", Genre::Opinion),
    ("op-ed", Genre::Opinion),
    ("oped", Genre::Opinion),
    ("commentisfree", Genre::Opinion),
    ("commentary", Genre::Opinion),
    ("editorial", Genre::Opinion),
    ("editorials", Genre::Opinion),
    ("columnists", Genre::Opinion),
    ("columns", Genre::Opinion),
    ("letters", Genre::Opinion),
    ("letters-to-the-editor", Genre::Opinion),
    ("satire", Genre::Satire),
    ("analysis", Genre::Analysis),
    ("fact-check", Genre::Analysis),
];

const LABELS: [(&str, Genre); 3] = [
    ("label-satire", Genre::Satire),
    ("label-opinion", Genre::Opinion),
    ("label-analysis", Genre::Analysis),
];

pub(super) fn read(page: &Sheet<'_>) -> Option<GenreReading> {
    by_address(page)
        .or_else(|| by_author(page))
        .or_else(|| by_line(page))
        .or_else(|| by_note(page))
}

fn by_address(page: &Sheet<'_>) -> Option<GenreReading> {
    let lower = page.article.url()?.to_ascii_lowercase();
    let host = lower.split('/').nth(2).unwrap_or("");
    if host.starts_with("opinion.") || host.starts_with("opinions.") {
        return Some(GenreReading::declared(
            Genre::Opinion,
            format!("the address begins with \"{host}\""),
        ));
    }
    ADDRESS
        .iter()
        .find(|(part, _)| lower.split('/').skip(3).any(|p| p == *part))
        .map(|(part, genre)| GenreReading::declared(*genre, format!("the address has \"/{part}/\"")))
}

fn by_author(page: &Sheet<'_>) -> Option<GenreReading> {
    let board = page.article.authors().iter().find(|a| {
        let lower = a.to_lowercase();
        ["editorial board", "letters to the editor", "opinion"]
            .iter()
            .any(|l| lower.contains(l))
    })?;
    Some(GenreReading::declared(
        Genre::Opinion,
        format!("the author is given as \"{board}\""),
    ))
}

/// The lines in which a label may stand.
fn edges<'p>(page: &Sheet<'p>) -> impl Iterator<Item = (usize, &'p Line)> + use<'p> {
    let lines = page.lines;
    let foot = lines.len().saturating_sub(EDGE_LINES).max(EDGE_LINES.min(lines.len()));
    lines
        .iter()
        .enumerate()
        .filter(move |(i, _)| *i < EDGE_LINES || *i >= foot)
}

fn by_line(page: &Sheet<'_>) -> Option<GenreReading> {
    let lexicon = &*WORDS;
    for (at, line) in edges(page) {
        let (first, end) = (line.tokens.start as usize, line.tokens.end as usize);
        // "Opinion: Why …" below the story is the headline of another piece.
        let of_link = at >= EDGE_LINES && page.labels.get(at).is_some_and(|l| l.kind == SegmentKind::Furniture);
        let mut found = None;
        let tokens = page.tokens.get(first..end).unwrap_or_default();
        page.vocabulary.matches(lexicon, tokens).into_iter().for_each(|m| {
            let section = lexicon
                .sections()
                .get(usize::from(m.section))
                .map_or("", String::as_str);
            let entry = lexicon.entries().get(m.entry as usize);
            let (Some(entry), None) = (entry, &found) else { return };
            let phrase = entry.phrase.trim_end_matches(" :");
            if section == "salutation" && m.first == 0 {
                let to_line_end = (first + m.end..end).all(|i| is_mark(page, i));
                if to_line_end || page.word(first + m.end) == "," || phrase != entry.phrase {
                    found = Some((Genre::Opinion, phrase));
                }
                return;
            }
            let Some((_, genre)) = LABELS.iter().find(|(s, _)| *s == section) else {
                return;
            };
            // A formula is a label wherever it stands in the line, unless it speaks of what readers write below.
            let formula = entry.attribute("formula").is_some() && !of_readers(page, first, end);
            if of_link && !formula {
                return;
            }
            let headed = phrase != entry.phrase && m.first == 0;
            if formula || headed || stands_as_label(page, at, first, end, first + m.first, first + m.end) {
                found = Some((*genre, phrase));
            }
        });
        if let Some((genre, phrase)) = found {
            return Some(GenreReading::declared(
                genre,
                format!("a line at the edge of the page says \"{phrase}\""),
            ));
        }
    }
    None
}

/// Whether a line is about comments of readers, which have disclaimers of their own.
fn of_readers(page: &Sheet<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|i| words::is(PageWord::Readers, page.word(i)))
}

fn is_mark(page: &Sheet<'_>, token: usize) -> bool {
    page.tokens
        .get(token)
        .is_some_and(|t| !matches!(t.kind, TokenKind::Word | TokenKind::Number))
}

/// Whether a phrase is set off as a label: alone in its line, before a mark, a byline or a date, or behind a bar at the end.
fn stands_as_label(page: &Sheet<'_>, at: usize, first: usize, end: usize, from: usize, to: usize) -> bool {
    if in_menu(page, at) {
        return false;
    }
    let bar = |i: usize| {
        page.tokens
            .get(i)
            .and_then(|t| page.text.get(t.span().start..t.span().end))
            .is_some_and(|t| matches!(t, "|" | "/" | "–" | "—" | "-" | "•" | "·" | "»"))
    };
    if to == end && from > first {
        return bar(from - 1);
    }
    if from > first && !(from == first + 1 && is_mark(page, first)) {
        return false;
    }
    let rest = || to..end;
    rest().all(|i| is_mark(page, i))
        || bar(to)
        || page.word(to) == "by"
        || (end - to <= 4 && rest().all(|i| is_mark(page, i) || words::is(PageWord::Byline, page.word(i))))
}

/// Whether a line is one of a menu: its neighbours are names of sections too.
fn in_menu(page: &Sheet<'_>, at: usize) -> bool {
    let section = |i: Option<usize>| {
        i.and_then(|i| page.lines.get(i)).is_some_and(|l| {
            let (first, end) = (l.tokens.start as usize, l.tokens.end as usize);
            end - first <= 2 && words::is(PageWord::Menu, page.word(first))
        })
    };
    section(at.checked_sub(1)) || section(Some(at + 1))
}

/// A note on the author at the foot: "Ada Brook is a columnist for the Harbour Post."
fn by_note(page: &Sheet<'_>) -> Option<GenreReading> {
    let lexicon = &*WORDS;
    let writes = lexicon.section("author-is")?;
    notes(page).find_map(|(from, end)| {
        let mut note = None;
        let tokens = page.tokens.get(from..end.min(from + NOTE_REACH)).unwrap_or_default();
        page.vocabulary.matches(lexicon, tokens).into_iter().for_each(|m| {
            if m.section == writes && note.is_none() {
                note = lexicon.entries().get(m.entry as usize).map(|e| e.phrase.as_str());
            }
        });
        let what = note?.trim_end_matches("/n");
        Some(GenreReading::declared(
            Genre::Opinion,
            format!("a note at the foot calls the author a {what}"),
        ))
    })
}

/// Whether the page ends in a note on its author, whatever that is: a byline says less.
pub(super) fn has_note(page: &Sheet<'_>) -> bool {
    notes(page).next().is_some()
}

/// The notes on an author at the foot, each as the tokens behind "is".
fn notes<'p>(page: &'p Sheet<'_>) -> impl Iterator<Item = (usize, usize)> + use<'p> {
    let foot = page.lines.len().saturating_sub(NOTE_LINES).max(1);
    page.lines.iter().skip(foot).filter_map(|line| {
        let (first, end) = (line.tokens.start as usize, line.tokens.end as usize);
        if end - first > LONGEST_NOTE {
            return None;
        }
        let is = (first + 2..end.min(first + 6)).find(|i| matches!(page.word(*i), "is" | "was" | "writes"))?;
        if page.word(first) == "the" && matches!(page.word(first + 1), "writer" | "author") && is == first + 2 {
            return Some((is + 1, end));
        }
        let named = (first..is).all(|i| page.tokens.get(i).is_some_and(|t| t.is_capital() || is_mark(page, i)));
        // Somebody the story has spoken of is no author: the last line of a report may well introduce an expert.
        let name = page.tokens.get(is - 1)?;
        let body = page
            .lines
            .iter()
            .find(|l| (l.tokens.end - l.tokens.start) as usize > BYLINE)
            .map_or(first, |l| l.tokens.start as usize);
        let told = page
            .tokens
            .get(body..first)
            .unwrap_or(&[])
            .iter()
            .any(|t| t.word == name.word);
        (named && !told).then_some((is + 1, end))
    })
}

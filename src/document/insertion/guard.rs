//! Articles that hold several stories by design: live pages, briefings, transcripts, lists. They are left alone, with the reason.

use crate::document::insertion::material::Material;
use crate::document::insertion::page::PageIndex;
use crate::document::insertion::shape::Marks;
use crate::document::page::token::TokenKind;
use crate::document::page::words::{self, PageWord};

/// From so many foreign blocks on, the page has no one story to be foreign to.
pub(super) const SEVERAL: usize = 3;

/// Whether a phrase stands in a line as whole words.
fn holds_whole(line: &str, phrase: &str) -> bool {
    let first = phrase.as_bytes().first().copied().unwrap_or_default();
    memchr::memchr_iter(first, line.as_bytes()).any(|at| {
        let bare = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        line[at..]
            .strip_prefix(phrase)
            .is_some_and(|rest| bare(rest.chars().next()))
            && bare(line[..at].chars().next_back())
    })
}

/// Why the form of the page forbids a verdict.
pub(super) fn form(material: Material<'_>, page: &PageIndex) -> Option<String> {
    let titles = page.blocks.iter().take(page.titles.max(1));
    for block in titles.filter(|b| b.words <= 30) {
        let line = material.text[block.span].to_lowercase();
        for form in words::phrases(PageWord::SeveralStories) {
            if holds_whole(&line, form) {
                return Some(format!(
                    "the headline says \"{form}\": such a page holds several stories by design"
                ));
            }
        }
    }
    let body = &page.blocks[page.titles.min(page.blocks.len())..];
    let (mut stamps, mut items, mut turns) = (0, 0, 0);
    for block in body {
        match opening(material, block.tokens) {
            Opening::Time => stamps += 1,
            Opening::Item => items += 1,
            Opening::Turn => turns += 1,
            Opening::Plain => {}
        }
    }
    let of = body.len();
    if stamps >= 4 && stamps * 4 >= of {
        return Some(format!(
            "{stamps} paragraphs open with a time of day: a live page holds several stories by design"
        ));
    }
    if turns >= 4 && turns * 3 >= of {
        return Some(format!(
            "{turns} paragraphs open with a speaker and a colon: an interview changes its subject by design"
        ));
    }
    let headings = body.iter().filter(|b| b.shape.open_end && b.words <= HEADING).count();
    if headings >= 8 && headings * 2 >= of {
        return Some(format!(
            "{headings} of {of} paragraphs are headings: each may open a subject of its own"
        ));
    }
    if items >= 5 && items * 2 >= of {
        return Some(format!(
            "{items} of {of} paragraphs are entries of a list: each may have a subject of its own"
        ));
    }
    None
}

/// Whether a run is no candidate, whatever its words: the paragraph before announces or continues into it, it would cut a heading off
/// from what it heads, or it speaks of the page and not of the world.
pub(super) fn belongs(page: &PageIndex, first: usize, last: usize) -> bool {
    let (Some(head), Some(tail)) = (page.blocks.get(first), page.blocks.get(last)) else {
        return true;
    };
    if head.shape.refers_back || first == last && is_author_note(page, first) {
        return true;
    }
    let before = first.checked_sub(1).and_then(|at| page.blocks.get(at));
    let announced = before.is_some_and(|b| b.shape.announces);
    let continued = head.shape.opens_quote && before.is_some_and(|b| b.shape.quote_open);
    let heads_next = first < last && tail.shape.open_end && tail.words <= HEADING;
    let page_talk = Marks::from(head.marks).0[Marks::PAGE] >= 2 && head.words <= PAGE_TALK && !head.shape.teaser;
    announced || continued || heads_next || first == last && (head.shape.credited || page_talk)
}

/// A heading inside the story has no more words.
const HEADING: u32 = 14;

/// "Watch the video here", "sign up for updates": such a line is short.
const PAGE_TALK: u32 = 45;

/// A short note among the last three blocks that says who wrote the piece.
fn is_author_note(page: &PageIndex, at: usize) -> bool {
    at + 3 >= page.blocks.len() && page.blocks.get(at).is_some_and(|b| b.shape.note && b.words <= 50)
}

/// Why so many foreign blocks are no finding.
pub(super) fn several_stories(blocks: usize) -> Option<String> {
    (blocks >= SEVERAL).then(|| {
        format!(
            "{blocks} passages share next to nothing with the rest: the page reads as a round-up of several stories"
        )
    })
}

enum Opening {
    Time,
    Item,
    Turn,
    Plain,
}

fn opening(material: Material<'_>, range: (u32, u32)) -> Opening {
    let tokens = material
        .tokens
        .get(range.0 as usize..range.1 as usize)
        .unwrap_or_default();
    let word = |i: usize| tokens.get(i).map_or("", |t| material.vocabulary.word(t.word));
    let number = |i: usize| tokens.get(i).is_some_and(|t| t.kind == TokenKind::Number);
    if number(0) {
        let clock = word(0).ends_with("am")
            || word(0).ends_with("pm")
            || words::is(PageWord::Clock, word(1))
            || word(1) == ":" && number(2);
        return match word(1) {
            _ if clock => Opening::Time,
            "." | ")" | ":" => Opening::Item,
            _ => Opening::Plain,
        };
    }
    match word(0) {
        "•" | "*" | "·" | "◦" | "▪" | "-" | "—" => return Opening::Item,
        _ => {}
    }
    let speaker = |n: usize| tokens.iter().take(n).all(|t| t.is_capital()) && word(n) == ":";
    if (1..=3).any(speaker) {
        Opening::Turn
    } else {
        Opening::Plain
    }
}

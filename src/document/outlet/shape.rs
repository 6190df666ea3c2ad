//! Outlets by the shape of their name: "the Harbor Times", "Channel 4", "Radio Kivu", "KXYZ-TV".

use crate::document::english::lexis::fact::Layer;
use crate::document::english::lexis::lexis;
use crate::document::outlet::newsroom as words;
use crate::document::outlet::{FoundName, Key, NewsWords, adjoining};
use crate::document::page::token::{Case, TokenKind};

const LONGEST_NAME: usize = 6;

/// A name's tokens, its article left out, and whether they could be something else.
struct Name {
    first: usize,
    end: usize,
    shy: bool,
}

/// Names with the shape of an outlet's, in text order.
pub(super) fn find<'a>(page: &NewsWords<'_>) -> Vec<FoundName<'a>> {
    let mut out = Vec::new();
    for (at, token) in page.tokens.iter().enumerate() {
        if token.kind != TokenKind::Word || !token.is_capital() {
            continue;
        }
        let name = channel(page, at)
            .or_else(|| call_sign(page, at))
            .or_else(|| agency(page, at))
            .or_else(|| employer(page, at))
            .or_else(|| described_name(page, at));
        if let Some(name) = name {
            out.push(found(page, &name));
            continue;
        }
        let air = page.is(at, words::SHAPE_AIR);
        if !air && !page.is(at, words::SHAPE) && !hyphen_shape(page.word(at)) {
            continue;
        }
        if let Some(name) = radio(page, at).filter(|_| air) {
            out.push(found(page, &name));
        } else {
            out.extend(shaped(page, at, air));
        }
    }
    out
}

/// "Channel 4", "Vermont Channel 4 News": a number makes an outlet of the word.
fn channel(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    if page.word(at) != "channel" || page.tokens.get(at + 1)?.kind != TokenKind::Number {
        return None;
    }
    let news = page.word(at + 2) == "news" && page.capital(at + 2);
    Some(Name {
        first: name_start(page, at),
        end: at + 2 + usize::from(news),
        shy: false,
    })
}

/// "KXYZ", "WXYZ-TV": without what it sends, four letters could abbreviate anything.
fn call_sign(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    let word = page.word(at);
    let sign = page.tokens.get(at)?.case == Case::Upper
        && matches!(word.as_bytes().first(), Some(b'k' | b'w'))
        && (word.len() == 4 && word.bytes().all(|b| b.is_ascii_alphabetic()) || is_call_sign(word));
    sign.then(|| Name {
        first: at,
        end: at + 1,
        shy: !word.contains('-'),
    })
}

/// "the Dogan news agency": a name before lower-case words that say what it is.
fn agency(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    let kind = page.word(at + 1) == "news"
        && !page.capital(at + 1)
        && matches!(page.word(at + 2), "agency" | "network" | "service");
    let named = kind && page.name_word(at) && !page.is(at, words::TIME);
    named.then(|| Name {
        first: name_start(page, at),
        end: at + 3,
        shy: false,
    })
}

/// "told SANA reporter": a job at it makes an outlet of a name that stands without an article.
fn employer(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    if !matches!(page.word(at + 1), "reporter" | "correspondent") {
        return None;
    }
    let before = at.wrapping_sub(1);
    let named = !page.capital(at + 1) && !page.capital(at + 2) && page.name_word(at) && adjoining(page, at + 1);
    let speaks = page.is(before, words::TELL)
        || page.word(before) == "to"
        || page.is(at + 2, words::SAY) && !page.is(before, words::FUNCTION);
    let whole = at == 0 || !page.capital(before);
    (named && speaks && whole).then_some(Name {
        first: at,
        end: at + 1,
        shy: false,
    })
}

/// "the newspaper Kurier", "local broadcaster RTK": the noun before says what an unknown name is.
fn described_name(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    if at == 0 || !page.name_word(at) || !adjoining(page, at) || !described(page, at - 1) {
        return None;
    }
    let mut end = at;
    while end < at + 4 && page.name_word(end) && (end == at || adjoining(page, end)) && !page.is(end, words::TIME) {
        end += 1;
    }
    Some(Name {
        first: at,
        end,
        shy: false,
    })
}

/// "Radio Kivu", "TV Nova": the name stands behind the word of its shape.
fn radio(page: &NewsWords<'_>, at: usize) -> Option<Name> {
    if !matches!(page.word(at), "radio" | "television" | "tv")
        || !page.name_word(at + 1)
        || !adjoining(page, at + 1)
        || page.is(at + 1, words::SHAPE)
    {
        return None;
    }
    let second = page.name_word(at + 2) && adjoining(page, at + 2) && !page.is(at + 2, words::STAFF);
    let mut end = at + 2 + usize::from(second);
    // "told Radio Kivu Tuesday"
    if page.is(end - 1, words::TIME) {
        end -= 1;
    }
    (end > at + 1).then_some(Name {
        first: at,
        end,
        shy: true,
    })
}

/// A name around the word of its shape: "the Harbor Times", "Times of Malta", "the Sunday Herald".
fn shaped<'a>(page: &NewsWords<'_>, at: usize, air: bool) -> Option<FoundName<'a>> {
    let end = shaped_end(page, at)?;
    let first = shaped_start(page, at);
    let article = first > 0 && page.word(first - 1) == "the";
    if first == at && end == at + 1 {
        return if article { lone(page, at) } else { None };
    }
    // "Emily Post, a teacher": a surname with an apposition, and no article.
    let person = !article && page.word(end) == "," && matches!(page.word(end + 1), "a" | "an" | "who" | "whose");
    if person && at - first == 1 && !air {
        return None;
    }
    let shy = page.is(at, words::SHY_SHAPE) && !article;
    Some(found(page, &Name { first, end, shy }))
}

/// Where a name ends that has a word of shape: "Times of Malta" goes on, "Times Square" is no outlet's.
fn shaped_end(page: &NewsWords<'_>, at: usize) -> Option<usize> {
    let word = page.word(at);
    let end = at + 1;
    // "Review of Books" and "Star of Bethlehem" name no place behind their "of".
    if page.word(end) == "of" && page.name_word(end + 1) && !(page.is(at, words::SHY_SHAPE) || word == "news") {
        return Some(end + 2);
    }
    // "Harbor News Network", "Kivu Broadcasting Corporation"
    let tail = word == "news" && page.is(end, words::WIRE_TAIL)
        || word == "broadcasting"
            && (page.is(end, words::WIRE_TAIL)
                || matches!(
                    page.word(end),
                    "corporation" | "corp" | "company" | "authority" | "system"
                ));
    if tail && page.capital(end) {
        return Some(end + 1);
    }
    // "Sun City", "Post Malone", "Times Square": the shape word opens another name.
    let other = page.capital(end)
        && adjoining(page, end)
        && page.name_word(end)
        && !page.is(
            end,
            words::STAFF | words::AFFILIATED | words::TIME | words::SHAPE | words::SHAPE_AIR | words::REPORT_NOUN,
        );
    (!other).then_some(end)
}

/// Where a name opens that has a word of shape: "On Monday Harbor Times reporters" at the harbor, "the Sunday Herald" at its
/// day.
fn shaped_start(page: &NewsWords<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0
        && at - first < LONGEST_NAME
        && page.name_word(first - 1)
        && adjoining(page, first)
        && !page.is(first - 1, words::TIME | words::HONORIFIC)
    {
        first -= 1;
    }
    let before = at.wrapping_sub(1);
    let day =
        page.is(before, words::TIME) && page.capital(before) && matches!(page.word(before), "sunday" | "saturday");
    first - usize::from(first == at && day)
}

/// "The Times", "the Post": short for an outlet that may be named in full elsewhere. A lone
/// "the News" or "the Press" is rather what is told, or all who tell it.
fn lone<'a>(page: &NewsWords<'_>, at: usize) -> Option<FoundName<'a>> {
    let word = page.word(at);
    let short = page.tokens.get(at)?.case == Case::Title && page.is(at, words::LONE_SHAPE);
    short.then(|| FoundName {
        first: at - 1,
        end: at + 1,
        words: 1,
        key: Key::Short(word.to_string()),
        shy: true,
        programme: false,
        air: false,
    })
}

/// Where a name opens of which up to three more words stand before its last: "Vermont Channel 4".
fn name_start(page: &NewsWords<'_>, at: usize) -> usize {
    let mut first = at;
    while first > 0 && at - first < 3 && page.name_word(first - 1) && adjoining(page, first) {
        first -= 1;
    }
    first
}

/// Whether a lower-case noun calls what follows it an outlet.
fn described(page: &NewsWords<'_>, noun: usize) -> bool {
    if page.capital(noun) {
        return false;
    }
    let before = page.word(noun.wrapping_sub(1));
    match page.word(noun) {
        "broadcaster" | "newspaper" | "tabloid" => true,
        "agency" | "outlet" | "portal" | "website" | "site" => before == "news",
        "station" | "channel" | "network" => matches!(before, "radio" | "television" | "tv" | "news"),
        "daily" | "weekly" | "magazine" => !matches!(before, "a" | "his" | "her" | "twice"),
        _ => false,
    }
}

fn is_call_sign(word: &str) -> bool {
    word.split_once('-')
        .is_some_and(|(sign, kind)| (3..=4).contains(&sign.len()) && matches!(kind, "tv" | "fm" | "am"))
}

fn hyphen_shape(word: &str) -> bool {
    let tail = word.rsplit_once('-').map_or("", |(_, tail)| tail);
    lexis().facts(tail).of(Layer::News) & words::LONE_SHAPE != 0 || matches!(tail, "news" | "telegram")
}

/// The mention of a name that only this page tells of: its key is the name as written.
fn found<'a>(page: &NewsWords<'_>, name: &Name) -> FoundName<'a> {
    let Name { first, end, shy } = *name;
    let mut key = String::new();
    for i in first..end {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(page.word(i));
    }
    let first = if first > 0 && page.word(first - 1) == "the" {
        first - 1
    } else {
        first
    };
    let air = page.is(end - 1, words::SHAPE_AIR);
    FoundName {
        first,
        end,
        words: end - first,
        key: Key::Page(key),
        shy,
        programme: false,
        air,
    }
}

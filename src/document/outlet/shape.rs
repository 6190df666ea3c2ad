//! Outlets by the shape of their name: "the Harbor Times", "Channel 4", "Radio Kivu", "KXYZ-TV".

use crate::document::outlet::newsroom as words;
use crate::document::outlet::{Found, Key, NewsWords, adjoining};
use crate::document::page::token::{Case, TokenKind};

const LONGEST_NAME: usize = 6;

/// Names with the shape of an outlet's, in text order.
pub(super) fn find<'a>(page: &NewsWords<'_>) -> Vec<Found<'a>> {
    let mut out = Vec::new();
    for at in 0..page.tokens.len() {
        let Some(token) = page.tokens.get(at) else { break };
        if token.kind != TokenKind::Word || !token.is_capital() {
            continue;
        }
        let word = page.word(at);
        let channel = word == "channel" && page.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        if channel {
            let mut first = at;
            while first > 0 && at - first < 3 && page.name_word(first - 1) && adjoining(page, first) {
                first -= 1;
            }
            let end = if page.word(at + 2) == "news" && page.capital(at + 2) {
                at + 3
            } else {
                at + 2
            };
            push_page(page, &mut out, first, end, false);
            continue;
        }
        let call_sign = token.case == Case::Upper
            && matches!(word.as_bytes().first(), Some(b'k' | b'w'))
            && (word.len() == 4 && word.bytes().all(|b| b.is_ascii_alphabetic()) || is_call_sign(word));
        if call_sign {
            push_page(page, &mut out, at, at + 1, !word.contains('-'));
            continue;
        }
        // "the Dogan news agency": a name before lower-case words that say what it is.
        if page.word(at + 1) == "news"
            && !page.capital(at + 1)
            && matches!(page.word(at + 2), "agency" | "network" | "service")
            && page.name_word(at)
            && !page.is(at, words::TIME)
        {
            let mut first = at;
            while first > 0 && at - first < 3 && page.name_word(first - 1) && adjoining(page, first) {
                first -= 1;
            }
            push_page(page, &mut out, first, at + 3, false);
            continue;
        }
        // "told SANA reporter": a job at it makes an outlet of a name that stands without an article.
        if matches!(page.word(at + 1), "reporter" | "correspondent")
            && !page.capital(at + 1)
            && !page.capital(at + 2)
            && page.name_word(at)
            && adjoining(page, at + 1)
            && (page.is(at.wrapping_sub(1), words::TELL)
                || page.word(at.wrapping_sub(1)) == "to"
                || page.is(at + 2, words::SAY) && !page.is(at.wrapping_sub(1), words::FUNCTION))
            && !(at > 0 && page.capital(at - 1))
        {
            push_page(page, &mut out, at, at + 1, false);
            continue;
        }
        // "the newspaper Kurier", "local broadcaster RTK": the noun before says what an unknown name is.
        if at > 0 && page.name_word(at) && adjoining(page, at) && described(page, at - 1) {
            let mut end = at;
            while end < at + 4
                && page.name_word(end)
                && (end == at || adjoining(page, end))
                && !page.is(end, words::TIME)
            {
                end += 1;
            }
            push_page(page, &mut out, at, end, false);
            continue;
        }
        let air = page.is(at, words::SHAPE_AIR);
        let paper = page.is(at, words::SHAPE) || hyphen_shape(word);
        if !(air || paper) {
            continue;
        }
        // "Radio Kivu", "Times of Malta"
        if air
            && matches!(word, "radio" | "television" | "tv")
            && page.name_word(at + 1)
            && adjoining(page, at + 1)
            && !page.is(at + 1, words::SHAPE)
        {
            let end = if page.name_word(at + 2) && adjoining(page, at + 2) && !page.is(at + 2, words::STAFF) {
                at + 3
            } else {
                at + 2
            };
            let end = if page.is(end - 1, words::TIME) { end - 1 } else { end };
            if end > at + 1 {
                push_page(page, &mut out, at, end, true);
                continue;
            }
        }
        let mut end = at + 1;
        if page.word(end) == "of"
            && page.name_word(end + 1)
            && !matches!(word, "news" | "press" | "review" | "register" | "star" | "record")
        {
            end += 2;
        } else if page.word(at) == "news" && page.capital(end) && page.is(end, words::WIRE_TAIL)
            || page.word(at) == "broadcasting"
                && page.capital(end)
                && matches!(
                    page.word(end),
                    "corporation" | "corp" | "company" | "authority" | "service" | "network" | "system"
                )
        {
            end += 1;
        } else if page.capital(end)
            && adjoining(page, end)
            && page.name_word(end)
            && !page.is(
                end,
                words::STAFF | words::AFFILIATED | words::TIME | words::SHAPE | words::SHAPE_AIR | words::REPORT_NOUN,
            )
        {
            // "Sun City", "Post Malone", "Times Square": the shape word opens another name.
            continue;
        }
        let mut first = at;
        while first > 0
            && at - first < LONGEST_NAME
            && page.name_word(first - 1)
            && adjoining(page, first)
            && !page.is(first - 1, words::TIME | words::HONORIFIC)
        {
            first -= 1;
        }
        // A possessed name: "Chicago's Daily Herald" stays as it is; "the Sunday Herald".
        if first == at
            && page.is(at.wrapping_sub(1), words::TIME)
            && page.capital(at.wrapping_sub(1))
            && matches!(page.word(at - 1), "sunday" | "saturday")
        {
            first -= 1;
        }
        let article = first > 0 && page.word(first - 1) == "the";
        if first == at && end == at + 1 {
            if article
                && page.tokens.get(at).is_some_and(|t| t.case == Case::Title)
                && matches!(
                    word,
                    "times"
                        | "post"
                        | "journal"
                        | "herald"
                        | "tribune"
                        | "chronicle"
                        | "gazette"
                        | "globe"
                        | "guardian"
                        | "telegraph"
                        | "mirror"
                        | "star"
                        | "sun"
                        | "observer"
                        | "examiner"
                        | "inquirer"
                        | "register"
                        | "sentinel"
                        | "courier"
                        | "bulletin"
                        | "monitor"
                        | "dispatch"
                        | "review"
                        | "magazine"
                        | "echo"
                        | "argus"
                        | "beacon"
                        | "ledger"
                )
            {
                out.push(Found {
                    first: at - 1,
                    end,
                    words: end - at,
                    key: Key::Short(word.to_string()),
                    shy: true,
                    programme: false,
                    air: false,
                });
            }
            continue;
        }
        // "Emily Post, a teacher": a surname with an apposition, and no article.
        let person = !article && page.word(end) == "," && matches!(page.word(end + 1), "a" | "an" | "who" | "whose");
        if person && at - first == 1 && !air {
            continue;
        }
        let shy = page.is(at, words::SHY_SHAPE) && !article;
        push_page(page, &mut out, first, end, shy);
    }
    out
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
    word.rsplit_once('-').is_some_and(|(_, tail)| {
        matches!(
            tail,
            "times"
                | "gazette"
                | "herald"
                | "tribune"
                | "journal"
                | "dispatch"
                | "post"
                | "sentinel"
                | "star"
                | "courier"
                | "news"
                | "register"
                | "ledger"
                | "telegram"
        )
    })
}

fn push_page(page: &NewsWords<'_>, out: &mut Vec<Found<'_>>, first: usize, end: usize, shy: bool) {
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
    out.push(Found {
        first,
        end,
        words: end - first,
        key: Key::Page(key),
        shy,
        programme: false,
        air,
    });
}

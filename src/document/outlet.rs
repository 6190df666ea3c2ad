//! News outlets in the text: who carries news here besides this article.
//!
//! Names come from a gazetteer (`outlets.txt`) and, for outlets no list knows, from their shape ("the Harbor Times",
//! "Channel 4", "KXYZ"). A name is only an outlet's *name*: whether it relays anything is for `chain` to decide. What
//! surrounds a name is folded into the mention: its possessor ("CNN's Jane Roe"), its programme, its report.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::document::newsroom::{self as words, Class};
use crate::document::outlet_shape;
use crate::document::token::{Case, Token, TokenKind, Vocabulary};
use crate::text::fold;
use crate::text::lexicon::{Entry, Lexicon, Match};
use crate::text::span::Span;

static OUTLETS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(include_str!("outlets.txt")));

/// One outlet the article names.
#[derive(Clone, Debug)]
pub(crate) struct Outlet {
    /// What merges its names: the gazetteer's main name, or the folded name on the page.
    pub key: String,
    /// Whether it publishes this article.
    pub own: bool,
}

/// One place that names an outlet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// First token, article included.
    pub first: usize,
    /// One past the last token of the name.
    pub end: usize,
    /// Index into the outlets of the article.
    pub outlet: u32,
    /// Also an ordinary word, a surname or a title: counts only where the words around it report.
    pub shy: bool,
    /// A programme's name.
    pub programme: bool,
}

/// The outlets of an article.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outlets {
    pub list: Vec<Outlet>,
    /// In text order, disjoint.
    pub mentions: Vec<Mention>,
}

struct Facts {
    key: &'static str,
    country: Option<&'static str>,
    shy: bool,
    caps: bool,
    quoted: bool,
    article: bool,
    told: bool,
    programme: bool,
}

static FACTS: LazyLock<Vec<Facts>> = LazyLock::new(|| {
    let lexicon: &'static Lexicon = &OUTLETS;
    let main: FxHashMap<&str, &Entry> = lexicon.entries().iter().map(|e| (e.phrase.as_str(), e)).collect();
    lexicon
        .entries()
        .iter()
        .map(|entry| {
            let of = entry.attribute("of");
            let owner = of.and_then(|name| main.get(name).copied()).unwrap_or(entry);
            let programme = lexicon
                .sections()
                .get(usize::from(entry.section))
                .is_some_and(|s| s == "programme");
            Facts {
                key: of.unwrap_or(&entry.phrase),
                country: entry.attribute("country").or_else(|| owner.attribute("country")),
                shy: entry.attribute("shy").is_some(),
                caps: entry.attribute("caps").is_some(),
                quoted: entry.attribute("quoted").is_some(),
                article: entry.attribute("article").is_some(),
                told: entry.attribute("told").is_some(),
                programme,
            }
        })
        .collect()
});

/// The gazetteer's main name for a folded outlet name, without its article.
pub(crate) fn known(folded: &str) -> Option<&'static str> {
    let bare = folded.strip_prefix("the ").unwrap_or(folded);
    let lexicon: &'static Lexicon = &OUTLETS;
    let words: Vec<&str> = bare.split_whitespace().collect();
    let mut hit = None;
    lexicon.scan(
        words.len(),
        |i| lexicon.word_id(words[i]),
        |m| {
            if m.first == 0 && m.end == words.len() {
                hit = hit.or(FACTS.get(m.entry as usize).map(|f| f.key));
            }
        },
    );
    hit
}

/// The country an outlet is published in, as a two-letter code, when the gazetteer knows the name.
///
/// ```
/// use onrecord::document::outlet::country;
/// assert_eq!(country("The New York Times"), Some("us"));
/// assert_eq!(country("Le Monde"), Some("fr"));
/// assert_eq!(country("the Harbor Times"), None);
/// ```
pub fn country(name: &str) -> Option<&'static str> {
    let key = known(&folded(name))?;
    let lexicon: &'static Lexicon = &OUTLETS;
    FACTS
        .iter()
        .zip(lexicon.entries())
        .find(|(f, e)| f.key == key && (e.phrase == key || f.country.is_some()))
        .and_then(|(f, _)| f.country)
}

/// A publisher's name as the tables know names.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(fold::folded).collect();
    words.join(" ")
}

/// What the finder reads.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub tokens: &'a [Token],
    pub vocabulary: &'a Vocabulary,
    pub classes: &'a [Class],
}

impl<'a> Page<'a> {
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |t| self.vocabulary.word(t.word))
    }

    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.tokens
            .get(at)
            .and_then(|t| self.classes.get(t.word.0 as usize))
            .is_some_and(|c| c & class != 0)
    }

    pub(crate) fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// A capital word that could stand inside a name.
    pub(crate) fn name_word(&self, at: usize) -> bool {
        self.capital(at) && !self.is(at, words::FUNCTION) && self.word(at) != "'s"
    }

    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.wrapping_sub(1))) {
            (Some(a), Some(b)) => Span::new(a.start as usize, b.end as usize),
            _ => Span::default(),
        }
    }
}

impl Outlets {
    /// Marks the outlets of these folded names as the article's own.
    pub(crate) fn claim(&mut self, names: &[&str]) {
        for outlet in &mut self.list {
            outlet.own |= names.contains(&outlet.key.as_str());
        }
    }
}

pub(super) struct Found {
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) key: Key,
    pub(super) shy: bool,
    pub(super) programme: bool,
    pub(super) air: bool,
}

pub(super) enum Key {
    Known(&'static str),
    Page(String),
    /// "the Times": the last outlet whose name holds the word.
    Short(String),
}

/// Finds the outlets an article names. `publisher` is the folded name of the outlet that publishes it.
pub(crate) fn find(page: &Page<'_>, publisher: Option<&str>) -> Outlets {
    let known = gazetteer(page);
    let shaped = outlet_shape::find(page);
    let mut all = merge(known, shaped);
    all.sort_by_key(|f| (f.first, f.end));
    let mut outlets = assemble(all, publisher);
    for at in 0..outlets.mentions.len() {
        let Some(m) = outlets.mentions.get(at) else { break };
        if dateline(page, m) {
            let outlet = m.outlet as usize;
            if let Some(o) = outlets.list.get_mut(outlet) {
                o.own = true;
            }
        }
    }
    outlets
}

/// "WASHINGTON (AP) — ": the agency wrote this copy, so it is no hop in it.
fn dateline(page: &Page<'_>, m: &Mention) -> bool {
    let open = m.first.wrapping_sub(1);
    page.word(open) == "("
        && page.word(m.end) == ")"
        && matches!(page.word(m.end + 1), "—" | "-" | "–" | "--")
        && open > 0
        && page.tokens.get(open - 1).is_some_and(|t| {
            t.case == Case::Upper
                || t.kind == TokenKind::Number
                || page.is(open - 1, words::TIME)
                || page.capital(open - 1)
        })
}

fn gazetteer(page: &Page<'_>) -> Vec<Found> {
    let mut out: Vec<Found> = Vec::new();
    let matches = page.vocabulary.matches(&OUTLETS, page.tokens);
    let people = surnames(page, &matches);
    for m in matches {
        let Some(facts) = FACTS.get(m.entry as usize) else {
            continue;
        };
        let (mut first, end) = (m.first, m.end);
        // Every word in capitals but for function words, initialisms all in capitals.
        let fits = (first..end).all(|i| {
            let Some(t) = page.tokens.get(i) else { return false };
            match t.kind {
                TokenKind::Word => match t.case {
                    Case::Upper => true,
                    Case::Title | Case::Mixed => !facts.caps,
                    _ => {
                        i > first
                            && (page.is(
                                i,
                                words::FUNCTION | words::GENERIC | words::SHAPE_AIR | words::WIRE_TAIL,
                            ) || page.word(i) == "news"
                                || page.word(i) == "'s")
                            || (i == first && page.word(i) == "the" && facts.article)
                    }
                },
                TokenKind::Number | TokenKind::Symbol => true,
                _ => page.word(i) != "," && page.word(i) != ".",
            }
        });
        if !fits {
            continue;
        }
        let told = first > 0 && (page.is(first - 1, words::TELL) || matches!(page.word(first - 1), "to" | "with"));
        if facts.told && !told {
            continue;
        }
        // "The Hill Tribune" is not The Hill.
        if facts.article && page.capital(end) && page.is(end, words::SHAPE) && adjoining(page, end) {
            continue;
        }
        let quoted = first > 0 && matches!(page.word(first - 1), "\"" | "'");
        let behind_network =
            first > 1 && page.word(first - 1) == "'s" || (first > 2 && quoted && page.word(first - 2) == "'s");
        let mut shy = facts.shy;
        if facts.quoted {
            if !(quoted || behind_network) {
                continue;
            }
            shy = !behind_network;
        } else if facts.programme && (quoted || behind_network) {
            shy = false;
        }
        if facts.shy
            && people.contains(&page.tokens.get(m.first).map_or(u32::MAX, |t| t.word.0))
            && m.end == m.first + 1
        {
            continue;
        }
        // A longer name holds it: "Steve Forbes", "Fox Chase".
        if facts.shy && !facts.programme {
            if end < page.tokens.len()
                && page.name_word(end)
                && adjoining(page, end)
                && !page.is(end, words::STAFF | words::SHAPE | words::AFFILIATED)
                && !page.is(end, words::TIME)
            {
                continue;
            }
            if first > 0 && page.name_word(first - 1) && adjoining(page, first) {
                continue;
            }
        }
        if first > 0 && page.word(first - 1) == "the" {
            first -= 1;
        }
        if let Some(last) = out.last()
            && first < last.end
        {
            // Two families know the words: the longer name, else the first.
            if end - m.first > last.end - last.first {
                out.pop();
            } else {
                continue;
            }
        }
        out.push(Found {
            first,
            end,
            key: Key::Known(facts.key),
            shy,
            programme: facts.programme,
            air: false,
        });
    }
    out
}

/// Words that are an outlet's name in the list and a person's surname on this page: "Mayor Bloomberg", "Steve Forbes".
fn surnames(page: &Page<'_>, matches: &[Match]) -> Vec<u32> {
    let mut out = Vec::new();
    for m in matches {
        let Some(before) = m.first.checked_sub(1) else { continue };
        if m.end != m.first + 1 || !page.capital(m.first) || !FACTS.get(m.entry as usize).is_some_and(|f| f.shy) {
            continue;
        }
        let titled = page.is(before, words::HONORIFIC) && page.capital(before);
        let named = page.name_word(before) && adjoining(page, m.first) && !page.is(before, words::TIME);
        let opens = page.is(m.end, words::SHAPE | words::SHAPE_AIR) && page.capital(m.end);
        if (titled || named) && !opens {
            out.extend(page.tokens.get(m.first).map(|t| t.word.0));
        }
    }
    out
}

/// Whether a token follows its forerunner with one blank between.
pub(super) fn adjoining(page: &Page<'_>, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|i| page.tokens.get(i)), page.tokens.get(at)) {
        (Some(a), Some(b)) => b.start.saturating_sub(a.end) <= 1,
        _ => false,
    }
}

/// The gazetteer wins unless a shaped name holds the known one whole and more.
fn merge(known: Vec<Found>, shaped: Vec<Found>) -> Vec<Found> {
    let mut out = Vec::with_capacity(known.len() + shaped.len());
    let mut shaped = shaped.into_iter().peekable();
    let mut last_end = 0;
    let mut known = known.into_iter().peekable();
    loop {
        let take_known = match (known.peek(), shaped.peek()) {
            (Some(k), Some(s)) => {
                let overlap = k.first < s.end && s.first < k.end;
                if overlap {
                    let short = matches!(s.key, Key::Short(_));
                    let swallow = !short
                        && s.first <= k.first
                        && s.end >= k.end
                        && (s.end - s.first) > (k.end - k.first)
                        && (k.shy || s.air);
                    if swallow {
                        known.next();
                    } else {
                        shaped.next();
                    }
                    continue;
                }
                k.first <= s.first
            }
            (Some(_), None) => true,
            (None, Some(_)) => false,
            (None, None) => break,
        };
        let next = if take_known { known.next() } else { shaped.next() };
        if let Some(found) = next
            && found.first >= last_end
        {
            last_end = found.end;
            out.push(found);
        }
    }
    out
}

fn assemble(found: Vec<Found>, publisher: Option<&str>) -> Outlets {
    let mut outlets = Outlets::default();
    let mut index: FxHashMap<String, u32> = FxHashMap::default();
    let own_key =
        publisher.map(|p| known(p).map_or_else(|| p.strip_prefix("the ").unwrap_or(p).to_string(), str::to_string));
    for f in found {
        let (key, shy) = match f.key {
            Key::Known(key) => (key.to_string(), f.shy),
            Key::Page(key) => (key, f.shy),
            Key::Short(word) => {
                let named = outlets.mentions.iter().rev().take(40).map(|m| m.outlet).find(|o| {
                    outlets
                        .list
                        .get(*o as usize)
                        .is_some_and(|o| o.key.split([' ', '-']).any(|w| w == word))
                });
                match named.and_then(|o| outlets.list.get(o as usize)) {
                    Some(outlet) => (outlet.key.clone(), false),
                    None => match own_key.as_deref() {
                        Some(own) if own.split([' ', '-']).any(|w| w == word) => (own.to_string(), false),
                        _ => (format!("the {word}"), true),
                    },
                }
            }
        };
        let fresh = outlets.list.len() as u32;
        let outlet = *index.entry(key.clone()).or_insert(fresh);
        if outlet == fresh {
            let own = own_key.as_deref() == Some(key.as_str());
            outlets.list.push(Outlet { key, own });
        }
        outlets.mentions.push(Mention {
            first: f.first,
            end: f.end,
            outlet,
            shy,
            programme: f.programme,
        });
    }
    outlets
}

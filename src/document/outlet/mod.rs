//! News outlets in the text: who carries news here besides this article.
//!
//! Names come from a gazetteer (`outlets.txt`) and, for outlets no list knows, from their shape ("the Harbor Times",
//! "Channel 4", "KXYZ"). A name is only an outlet's *name*: whether it relays anything is for `chain` to decide. What
//! surrounds a name is folded into the mention: its possessor ("CNN's Jane Roe"), its programme, its report.

pub(crate) mod gazetteer;
mod listed;
pub(crate) mod newsroom;
mod newswords;
pub(crate) mod own;
mod shape;

use rustc_hash::FxHashMap;

use crate::document::outlet::gazetteer::{Known, bare};
use crate::document::outlet::newsroom::{self as words, Class};
use crate::document::outlet::own::House;
use crate::document::page::token::{Case, Token, TokenKind, Tokens, Vocabulary};
use crate::text::span::Span;

pub(crate) use crate::document::outlet::gazetteer::{folded, is_nameless, known};
pub(crate) use crate::document::outlet::newswords::NewsWords;

/// What the words of an article say about outlets, read once: `attribution`, `source`, `chain`, `voice` and the signals ask the same
/// layer.
#[derive(Clone, Debug, Default)]
pub(crate) struct Newsroom {
    /// The classes of each distinct word, by word id.
    classes: Vec<Class>,
    /// The outlets the article names.
    pub outlets: Outlets,
    /// Where it names its own.
    pub house: House,
}

impl Newsroom {
    /// Finds the outlets of an article. `publisher` is the outlet that publishes it, as its record names it.
    pub(crate) fn read(
        text: &str,
        tokens: &[Token],
        vocabulary: &Vocabulary,
        known: Known<'_>,
        publisher: Option<&str>,
    ) -> Newsroom {
        let classes = newsroom::classify(vocabulary);
        let page = NewsWords::new(text, tokens, vocabulary, &classes);
        let publisher = publisher.map(folded);
        let mut house = House::read(&page, publisher.as_deref());
        let mut outlets = find(&page, known, publisher.as_deref());
        for outlet in &mut outlets.list {
            outlet.own |= house.names.contains(&outlet.key);
        }
        // "HNN", where the Harbor News Network writes of itself.
        let is_own = |m: &&OutletMention| !m.shy && outlets.list.get(m.outlet as usize).is_some_and(|o| o.own);
        let named = |m: &OutletMention| Tokens::new(m.first + usize::from(page.word(m.first) == "the"), m.end);
        house.add(
            outlets
                .mentions
                .iter()
                .filter(is_own)
                .map(|m| own::place(&page, named(m))),
        );
        Newsroom {
            classes,
            outlets,
            house,
        }
    }

    /// The words with their classes; the arguments are those the layer was read from.
    pub(crate) fn words<'a>(&'a self, text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary) -> NewsWords<'a> {
        NewsWords::new(text, tokens, vocabulary, &self.classes)
    }
}

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
pub(crate) struct OutletMention {
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
    pub mentions: Vec<OutletMention>,
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
    Known::new(&[]).country(&folded(name))
}

impl Outlets {
    /// Whether an outlet is named inside these bytes.
    pub(crate) fn within(&self, page: &NewsWords<'_>, at: Span) -> bool {
        let next = self
            .mentions
            .partition_point(|m| page.span(m.first, m.end).start < at.start);
        let mention = self.mentions.get(next);
        mention.is_some_and(|m| at.contains(page.span(m.first, m.end)))
    }

    /// Whether bytes lie inside an outlet's name.
    pub(crate) fn names(&self, page: &NewsWords<'_>, at: Span) -> bool {
        let next = self
            .mentions
            .partition_point(|m| page.span(m.first, m.end).end <= at.start);
        let mention = self.mentions.get(next);
        mention.is_some_and(|m| page.span(m.first, m.end).contains(at))
    }
}

pub(super) struct FoundName<'a> {
    pub(super) first: usize,
    pub(super) end: usize,
    /// Words of the name without its article.
    pub(super) words: usize,
    pub(super) key: Key<'a>,
    pub(super) shy: bool,
    pub(super) programme: bool,
    pub(super) air: bool,
}

pub(super) enum Key<'a> {
    Known(&'a str),
    Page(String),
    /// "the Times": the last outlet whose name holds the word.
    Short(String),
}

/// Finds the outlets an article names. `publisher` is the folded name of the outlet that publishes it.
fn find(page: &NewsWords<'_>, known: Known<'_>, publisher: Option<&str>) -> Outlets {
    let listed = listed::find(page, known);
    let shaped = shape::find(page);
    let mut all = merge(listed, shaped);
    initials(page, &mut all);
    all.sort_by_key(|f| (f.first, f.end));
    let publisher = publisher.map(|p| known.main_name(p).unwrap_or(bare(p)));
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

/// "The Harbor News Network … HNN": an outlet's initials in capitals, when the page has its whole name before them.
fn initials(page: &NewsWords<'_>, found: &mut Vec<FoundName<'_>>) {
    let mut names: Vec<(String, usize, String)> = Vec::new();
    for f in found.iter().filter(|f| f.words > 2 && !f.shy) {
        let Key::Page(key) = &f.key else { continue };
        let words = (f.end - f.words..f.end).filter(|i| page.name_word(*i));
        let letters: String = words.filter_map(|i| page.word(i).chars().next()).collect();
        if (3..=6).contains(&letters.len()) && !names.iter().any(|(known, ..)| *known == letters) {
            names.push((letters, f.end, key.clone()));
        }
    }
    if names.is_empty() {
        return;
    }
    for at in 0..page.tokens.len() {
        if page.tokens.get(at).is_none_or(|t| t.case != Case::Upper) {
            continue;
        }
        let named = names
            .iter()
            .find(|(letters, from, _)| at >= *from && page.word(at) == letters);
        let taken = |f: &FoundName<'_>| f.first <= at && at < f.end;
        if let Some((_, _, key)) = named
            && !found.iter().any(taken)
        {
            let article = at > 0 && page.word(at - 1) == "the";
            found.push(FoundName {
                first: at - usize::from(article),
                end: at + 1,
                words: 1,
                key: Key::Page(key.clone()),
                shy: false,
                programme: false,
                air: false,
            });
        }
    }
}

/// "WASHINGTON (AP) — ": the agency wrote this copy, so it is no hop in it.
fn dateline(page: &NewsWords<'_>, m: &OutletMention) -> bool {
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

/// Whether a token follows its forerunner with one blank between.
pub(super) fn adjoining(page: &NewsWords<'_>, at: usize) -> bool {
    match (at.checked_sub(1).and_then(|i| page.tokens.get(i)), page.tokens.get(at)) {
        (Some(a), Some(b)) => {
            let gap = page.text.as_bytes().get(a.end as usize..b.start as usize);
            gap.is_some_and(|gap| gap.len() <= 1 && gap != b"\n")
        }
        _ => false,
    }
}

/// The gazetteer wins unless a shaped name holds the known one whole and more.
fn merge<'a>(known: Vec<FoundName<'a>>, shaped: Vec<FoundName<'a>>) -> Vec<FoundName<'a>> {
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

fn assemble(found: Vec<FoundName<'_>>, own_key: Option<&str>) -> Outlets {
    let mut outlets = Outlets::default();
    let mut index: FxHashMap<String, u32> = FxHashMap::default();
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
                    None => match own_key {
                        Some(own) if own.split([' ', '-']).any(|w| w == word) => (own.to_string(), false),
                        _ => (format!("the {word}"), true),
                    },
                }
            }
        };
        let fresh = outlets.list.len() as u32;
        let outlet = *index.entry(key.clone()).or_insert(fresh);
        if outlet == fresh {
            let own = own_key == Some(key.as_str());
            outlets.list.push(Outlet { key, own });
        }
        outlets.mentions.push(OutletMention {
            first: f.first,
            end: f.end,
            outlet,
            shy,
            programme: f.programme,
        });
    }
    outlets
}

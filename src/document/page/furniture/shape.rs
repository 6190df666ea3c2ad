//! The facts of one line alone: its length, its words, how it ends.
//!
//! Every fact is a number between 0 and 1. Which words a table knows is asked once per distinct word of the article.

use std::sync::LazyLock;

use crate::document::page::line::Line;
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary};
use crate::text::lexicon::{Lexicon, UNKNOWN};

/// The words of page furniture.
pub(super) static PAGE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(include_str!("page.txt")));

/// Word classes, one bit each.
pub(super) mod class {
    pub(in super::super) const FUNCTION: u16 = 1;
    pub(in super::super) const INTERFACE: u16 = 2;
    pub(in super::super) const IMPERATIVE: u16 = 4;
    pub(in super::super) const NETWORK: u16 = 8;
    pub(in super::super) const DATE: u16 = 32;
    pub(in super::super) const DAY: u16 = 64;
    pub(in super::super) const ROLE: u16 = 128;
    /// Begins a phrase of a page, or the credit of a picture.
    pub(in super::super) const PHRASE: u16 = 256;
    pub(in super::super) const PICTURE: u16 = 512;
    /// Is an entry by itself, or stands behind the first word of one.
    pub(in super::super) const ALONE: u16 = 1024;
    pub(in super::super) const FOLLOWS: u16 = 2048;
}

/// What the tables say of each distinct word.
pub(super) struct Words {
    /// [`class`] bits, by word.
    pub(super) bits: Vec<u16>,
    /// Word ids in [`PAGE`].
    pub(super) ids: Vec<u32>,
}

impl Words {
    pub(super) fn new(vocabulary: &Vocabulary) -> Self {
        let of_section = &TABLE.class;
        let mut bits = vec![0; vocabulary.len()];
        vocabulary.singles(&PAGE, |word, _, entry| {
            bits[word.0 as usize] |= of_section[usize::from(entry.section)];
        });
        let mut ids = vocabulary.ids(&PAGE);
        // `ABOUT US` in capitals folds to the country; on a page it is the pronoun.
        if let Some(country) = vocabulary.find("u.s.") {
            ids[country.0 as usize] = PAGE.word_id("us");
        }
        for (bits, id) in bits.iter_mut().zip(&ids) {
            *bits |= if TABLE.begins(*id, TABLE.phrases) {
                class::PHRASE
            } else {
                0
            };
            *bits |= if TABLE.begins(*id, TABLE.pictures) {
                class::PICTURE
            } else {
                0
            };
            *bits |= TABLE.places.get(*id as usize).copied().unwrap_or(0);
        }
        Words { bits, ids }
    }

    pub(super) fn bits(&self, token: &Token) -> u16 {
        self.bits.get(token.word.0 as usize).copied().unwrap_or(0)
    }

    pub(super) fn id(&self, token: &Token) -> u32 {
        self.ids.get(token.word.0 as usize).copied().unwrap_or(UNKNOWN)
    }
}

/// Number of facts of a line alone.
pub(super) const SHAPES: usize = 24;
/// Where the closing stop stands among them.
pub(super) const STOP: usize = 5;
/// Where the three facts about shared words stand: they need the whole article.
pub(super) const SHARED: usize = 19;

/// What one line is made of.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Words and numbers.
    pub(super) words: usize,
    /// The facts, in the order of the model's table.
    pub(super) facts: [f32; SHAPES],
    /// A full sentence that is not about the page.
    pub(super) sentence: bool,
    /// Ten words or more that read as running text.
    pub(super) prose: bool,
    /// A table knows it: the whole line, its opening, or a phrase in it.
    pub(super) known: bool,
    /// The whole line is the label of a widget.
    pub(super) widget: bool,
    /// It opens with a link label and a colon: "READ MORE: …".
    pub(super) link: bool,
    /// Something in the line itself speaks of a page: a table entry, a mark, an address, the names of networks.
    pub(super) witness: bool,
    /// No closing stop, as a headline has none.
    pub(super) headline: bool,
    /// It begins in lower case.
    pub(super) goes_on: bool,
    /// How it is made, as a number: its first token, its marks, its end and its length. The lines of one list are made alike.
    pub(super) make: u32,
    /// It reads like an entry: a mark parts it, or it opens with a number or a day.
    pub(super) entry: bool,
}

/// What is asked of [`PAGE`] for every article, looked up once.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// Section numbers of the tables that are matched as phrases, and the words their entries begin with.
pub(super) struct Table {
    widget: u16,
    opener: u16,
    phrase: u16,
    label: u16,
    pub(super) picture: u16,
    pub(super) credit: u16,
    /// The first four of these as bits, and the fifth.
    phrases: u64,
    pub(super) pictures: u64,
    /// By section, its [`class`] bit.
    class: Vec<u16>,
    /// By word id, a bit for each section with an entry that begins so.
    starts: Vec<u64>,
    /// By word id, the [`class`] bits of its places in entries.
    places: Vec<u16>,
}

/// The words of one line, as far as phrases are sought in it.
#[derive(Default)]
pub(super) struct Scratch {
    /// Word ids in [`PAGE`].
    ids: Vec<u32>,
    /// The words that may begin a phrase, the word behind them being what it is.
    begins: Vec<usize>,
}

impl Table {
    fn new() -> Self {
        let section = |name: &str| PAGE.section(name).unwrap_or(u16::MAX);
        let bit = |name: &String| match name.as_str() {
            "function" => class::FUNCTION,
            "interface" => class::INTERFACE,
            "imperative" => class::IMPERATIVE,
            "network" => class::NETWORK,
            "date" => class::DATE,
            "day" => class::DAY,
            "role" => class::ROLE,
            _ => 0,
        };
        let bits = |names: &[&str]| {
            let all = names
                .iter()
                .filter_map(|name| 1u64.checked_shl(u32::from(section(name))));
            all.fold(0, |a, b| a | b)
        };
        let place = |(id, follows): (usize, bool)| {
            let alone = PAGE.single_of(id as u32).next().is_some();
            (if alone { class::ALONE } else { 0 }) | (if follows { class::FOLLOWS } else { 0 })
        };
        Table {
            phrases: bits(&["widget", "opener", "phrase", "link-label"]),
            pictures: bits(&["picture"]),
            widget: section("widget"),
            opener: section("opener"),
            phrase: section("phrase"),
            label: section("link-label"),
            picture: section("picture"),
            credit: section("credit"),
            class: PAGE.sections().iter().map(bit).collect(),
            starts: PAGE.starts(),
            places: PAGE.followers().into_iter().enumerate().map(place).collect(),
        }
    }

    /// Whether an entry of these sections (a bit for each) begins with the word.
    pub(super) fn begins(&self, word: u32, sections: u64) -> bool {
        self.starts.get(word as usize).is_some_and(|s| s & sections != 0)
    }
}

fn flag(yes: bool) -> f32 {
    f32::from(u8::from(yes))
}

fn part(count: usize, from: usize, width: usize) -> f32 {
    count.saturating_sub(from).min(width) as f32 / width as f32
}

/// What the last visible mark of a line says.
#[derive(Clone, Copy, Default)]
struct Ending {
    stop: bool,
    dots: bool,
    colon: bool,
}

fn ending(line: &str) -> Ending {
    let line = line.trim_end();
    let bare = line.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»']);
    let dots = line.ends_with('…') || line.ends_with("...");
    Ending {
        stop: bare.ends_with(['.', '!', '?']) && !dots,
        dots,
        colon: line.ends_with(':'),
    }
}

/// Reads one line's words into facts; `scratch` is reused from line to line.
pub(super) fn shape(text: &str, line: &Line, tokens: &[Token], words: &Words, scratch: &mut Scratch) -> Shape {
    let source = &text[line.span];
    let range = line.tokens.start as usize..line.tokens.end as usize;
    let tokens = tokens.get(range).unwrap_or_default();
    let mut count = Counts::default();
    let Scratch { ids, begins } = scratch;
    ids.clear();
    begins.clear();
    let mut before = 0;
    for token in tokens {
        let bits = words.bits(token);
        count.add(text, token, bits);
        if token.kind == TokenKind::Word && ids.len() < 400 {
            let open = before & (class::PHRASE | class::ALONE) == class::PHRASE;
            if open && bits & class::FOLLOWS != 0 {
                begins.push(ids.len() - 1);
            }
            if bits & class::PHRASE != 0 && bits & class::ALONE != 0 {
                begins.push(ids.len());
            }
            before = bits;
            ids.push(words.id(token));
        }
    }
    let (mut widget, mut opener, mut phrases, mut label) = (false, false, 0usize, 0usize);
    let table = &*TABLE;
    PAGE.scan_at(
        begins.iter().copied(),
        ids.len(),
        |i| ids[i],
        |m| {
            widget |= m.section == table.widget && m.first == 0 && m.end == ids.len();
            opener |= m.section == table.opener && m.first == 0;
            phrases += usize::from(m.section == table.phrase);
            if m.section == table.label && m.first == 0 {
                label = m.end;
            }
        },
    );
    let n = count.words;
    let share = |k: usize| k as f32 / n.max(1) as f32;
    let end = ending(source);
    let function = share(count.function);
    let sentence = end.stop && n >= 5 && function >= 0.2 && phrases == 0 && !widget;
    let headline = !end.stop && !end.colon && !end.dots && (6..=24).contains(&n);
    let first = tokens.first().map_or("", |t| &text[t.span()]);
    let list = source.starts_with(['-', '•', '*', '·'])
        || (first.len() <= 3
            && first.starts_with(|c: char| c.is_ascii_digit())
            && tokens
                .first()
                .is_some_and(|t| text[t.span().end..line.span.end].starts_with(['.', ')'])));
    let facts = [
        flag(n == 0),
        part(n, 0, 3),
        part(n, 3, 7),
        part(n, 10, 20),
        part(n, 30, 40),
        flag(end.stop),
        flag(sentence),
        flag(widget),
        flag(opener && !widget),
        part(phrases, 0, 3),
        share(count.interface),
        part(count.interface, 0, 4),
        flag(count.imperative && n <= 12),
        if n >= 4 { function } else { 0.0 },
        flag(count.quotes > 0),
        flag(end.colon),
        part(count.commas, 0, 3),
        if n <= 4 { share(count.network) } else { 0.0 },
        if n >= 4 {
            count.titles as f32 / count.long.max(1) as f32
        } else {
            0.0
        },
        0.0,
        0.0,
        0.0,
        flag(list),
        share(count.numbers),
    ];
    let (make, entry) = make(text, source, tokens, words, n);
    Shape {
        words: n,
        facts,
        sentence,
        prose: n >= 10 && (end.stop || end.colon || end.dots) && function >= 0.2,
        known: widget || opener || phrases > 0,
        widget,
        link: label > 0 && label < ids.len() && !end.stop && colon_behind(text, tokens, label),
        witness: n == 0
            || widget
            || opener
            || phrases > 0
            || count.bars > 0
            || count.address
            || source.contains('©')
            || share(count.interface) >= 0.34
            || (n <= 4 && count.network > 0),
        headline,
        goes_on: source.starts_with(char::is_lowercase),
        make,
        entry,
    }
}

/// How a line is made (what it opens with, the first marks that part it, how it ends, how long it is), and whether it is an entry.
fn make(text: &str, source: &str, tokens: &[Token], words: &Words, n: usize) -> (u32, bool) {
    let mut made = 0x811c_9dc5u32;
    let mut add = |b: u32| made = (made ^ b).wrapping_mul(0x0100_0193);
    let mut entry = false;
    if let Some(first) = tokens.first() {
        let day = words.bits(first) & class::DAY != 0;
        entry = n > 1 && (day || first.kind == TokenKind::Number);
        match first.kind {
            TokenKind::Number => add(1),
            _ if day => add(2),
            TokenKind::Word if first.is_capital() => add(3),
            TokenKind::Word => add(4),
            _ => text[first.span()].bytes().for_each(|b| add(u32::from(b))),
        }
    }
    let marks = tokens.iter().filter_map(|t| match t.kind {
        TokenKind::Word | TokenKind::Number => None,
        _ => match &text[t.span()] {
            ":" => Some(5),
            "|" => Some(6),
            "(" => Some(7),
            "$" => Some(8),
            "–" => Some(9),
            "-" => Some(10),
            "—" => Some(11),
            "--" => Some(12),
            "/" => Some(13),
            "•" => Some(14),
            _ => None,
        },
    });
    for mark in marks.take(3) {
        entry = true;
        add(mark);
    }
    add(match source.chars().next_back() {
        Some(c) if c.is_numeric() => 15,
        Some(c) if c.is_alphabetic() => 16,
        Some(c) => u32::from(c),
        None => 17,
    });
    add([0, 1, 3, 7, 14, 28].iter().filter(|most| n > **most).count() as u32);
    let capitals = |t: &Token| t.kind != TokenKind::Word || matches!(t.case, Case::Upper | Case::None);
    let word = |t: &Token| t.kind == TokenKind::Word;
    add(u32::from(
        n >= 2 && tokens.iter().all(capitals) && tokens.iter().any(word),
    ));
    (made, entry)
}

/// Whether the first mark behind this many words is a colon or a bar.
fn colon_behind(text: &str, tokens: &[Token], words: usize) -> bool {
    let at = tokens
        .iter()
        .enumerate()
        .filter(|(_, t)| t.kind == TokenKind::Word)
        .nth(words - 1);
    let next = at.and_then(|(i, _)| tokens.get(i + 1));
    next.is_some_and(|t| matches!(&text[t.span()], ":" | "|" | "»" | "›" | ">"))
}

#[derive(Default)]
struct Counts {
    words: usize,
    numbers: usize,
    function: usize,
    interface: usize,
    imperative: bool,
    network: usize,
    quotes: usize,
    commas: usize,
    bars: usize,
    titles: usize,
    long: usize,
    address: bool,
}

impl Counts {
    fn add(&mut self, text: &str, token: &Token, bits: u16) {
        let has = |bit: u16| bits & bit != 0;
        match token.kind {
            TokenKind::Word => {
                self.imperative |= self.words == 0 && has(class::IMPERATIVE);
                self.words += 1;
                self.function += usize::from(has(class::FUNCTION));
                self.interface += usize::from(has(class::INTERFACE));
                self.network += usize::from(has(class::NETWORK));
                let long = token.end - token.start >= 4;
                self.long += usize::from(long);
                self.titles += usize::from(long && token.is_capital());
                self.address |= text.as_bytes()[token.start as usize] == b'@';
            }
            TokenKind::Number => {
                self.words += 1;
                self.numbers += 1;
            }
            TokenKind::Quote => match &text[token.span()] {
                "»" | "›" | "«" | "‹" => self.bars += 1,
                "'" | "’" | "‘" => {}
                _ => self.quotes += 1,
            },
            TokenKind::Punct => match &text[token.span()] {
                "," => self.commas += 1,
                "|" | "•" | "·" => self.bars += 1,
                _ => {}
            },
            TokenKind::Symbol => {
                let mark = &text[token.span()];
                self.address |= mark.len() > 6 && mark.is_ascii();
                self.bars += usize::from(matches!(mark, ">" | "→" | "←" | "▶" | "►" | "✕" | "×"));
            }
        }
    }
}

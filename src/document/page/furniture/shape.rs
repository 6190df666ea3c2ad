//! The facts of one line alone: its length, its words, how it ends.
//!
//! Every fact is a number between 0 and 1.

use crate::document::page::furniture::count::Counts;
use crate::document::page::furniture::make::make;
use crate::document::page::furniture::weights::Alone;
use crate::document::page::furniture::words::{PAGE, TABLE, Words, class};
use crate::document::page::line::Line;
use crate::document::page::token::{Token, TokenKind};

/// What one line is made of.
#[derive(Clone, Debug)]
pub(super) struct Shape {
    /// Words and numbers.
    pub(super) words: usize,
    /// The facts that the model weighs.
    pub(super) facts: Alone,
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
    /// It is the label of a link and nothing else: "READ MORE".
    pub(super) link_label: bool,
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

/// The words of one line, as far as phrases are sought in it.
#[derive(Default)]
pub(super) struct Scratch {
    /// Word ids in [`PAGE`].
    ids: Vec<u32>,
    /// The words that may begin a phrase, the word behind them being what it is.
    begins: Vec<usize>,
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

/// What phrases of the table say of a line.
#[derive(Default)]
struct Phrases {
    /// One is the whole line, and the label of a widget.
    widget: bool,
    /// One opens it as a link is opened.
    opener: bool,
    /// So many are phrases of sign-up and share boxes.
    boxes: usize,
    /// So many words at its head are the label of a link; none is 0.
    label: usize,
    /// So many words at its head name a list of links by what stands behind them: "More from".
    head: usize,
}

/// Counts a line's words, and makes them ready for [`phrases`].
fn count(text: &str, tokens: &[Token], words: &Words, scratch: &mut Scratch) -> Counts {
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
    count
}

fn phrases(scratch: &Scratch) -> Phrases {
    let Scratch { ids, begins } = scratch;
    let table = &*TABLE;
    let mut found = Phrases::default();
    PAGE.scan_at(
        begins.iter().copied(),
        ids.len(),
        |i| ids[i],
        |m| {
            found.widget |= m.section == table.widget && m.first == 0 && m.end == ids.len();
            found.opener |= m.section == table.opener && m.first == 0;
            found.boxes += usize::from(m.section == table.phrase);
            if m.section == table.label && m.first == 0 {
                found.label = m.end;
            }
            if m.section == table.link_head && m.first == 0 {
                found.head = m.end;
            }
        },
    );
    found
}

/// Whether a line is an item of a list: "- ramps", "2. The bridge".
fn is_item(text: &str, line: &Line, tokens: &[Token]) -> bool {
    let source = &text[line.span];
    source.starts_with(['-', '•', '*', '·'])
        || tokens.first().is_some_and(|first| {
            let number = &text[first.span()];
            let short = number.len() <= 3 && number.starts_with(|c: char| c.is_ascii_digit());
            short && text[first.span().end..line.span.end].starts_with(['.', ')'])
        })
}

/// The facts but for those about shared words, which need the whole article.
fn facts(count: &Counts, end: Ending, phrases: &Phrases, sentence: bool, item: bool) -> Alone {
    let n = count.words;
    let from = |least: usize, share: f32| if n >= least { share } else { 0.0 };
    Alone {
        wordless: flag(n == 0),
        words_3: part(n, 0, 3),
        words_10: part(n, 3, 7),
        words_30: part(n, 10, 20),
        words_70: part(n, 30, 40),
        stop: flag(end.stop),
        sentence: flag(sentence),
        label: flag(phrases.widget),
        opener: flag(phrases.opener && !phrases.widget),
        phrases: part(phrases.boxes, 0, 3),
        page_words: count.share(count.interface),
        page_words_4: part(count.interface, 0, 4),
        imperative: flag(count.imperative && n <= 12),
        function: from(4, count.share(count.function)),
        quote: flag(count.quotes > 0),
        colon: flag(end.colon),
        commas: part(count.commas, 0, 3),
        networks: if n <= 4 { count.share(count.network) } else { 0.0 },
        capitals: from(4, count.titles as f32 / count.long.max(1) as f32),
        list: flag(item),
        numbers: count.share(count.numbers),
        ..Alone::default()
    }
}

/// Reads one line's words into facts; `scratch` is reused from line to line.
pub(super) fn shape(text: &str, line: &Line, tokens: &[Token], words: &Words, scratch: &mut Scratch) -> Shape {
    let source = &text[line.span];
    let range = line.tokens.start as usize..line.tokens.end as usize;
    let tokens = tokens.get(range).unwrap_or_default();
    let count = count(text, tokens, words, scratch);
    let found = phrases(scratch);
    let n = count.words;
    let end = ending(source);
    let prose = count.share(count.function) >= 0.2;
    let known = found.widget || found.opener || found.boxes > 0;
    let sentence = end.stop && n >= 5 && prose && found.boxes == 0 && !found.widget;
    let (make, entry) = make(text, source, tokens, words, n);
    Shape {
        words: n,
        facts: facts(&count, end, &found, sentence, is_item(text, line, tokens)),
        sentence,
        prose: n >= 10 && (end.stop || end.colon || end.dots) && prose,
        known,
        widget: found.widget,
        link: !end.stop
            && (heads_links(tokens, found.head, n)
                || (1..scratch.ids.len()).contains(&found.label) && colon_behind(text, tokens, found.label)),
        link_label: found.label > 1 && found.label == n && !end.stop,
        witness: n == 0
            || known
            || count.bars > 0
            || count.address
            || source.contains('©')
            || count.share(count.interface) >= 0.34
            || (n <= 4 && count.network > 0),
        headline: !end.stop && !end.colon && !end.dots && (6..=24).contains(&n),
        goes_on: source.starts_with(char::is_lowercase),
        make,
        entry,
    }
}

/// "Popular on Harbor Online", "Full coverage of the flood": a few words, and "More from the inquiry" is no name.
fn heads_links(tokens: &[Token], head: usize, words: usize) -> bool {
    let tokens = match tokens {
        [rest @ .., colon] if colon.kind == TokenKind::Punct => rest,
        _ => tokens,
    };
    let all_words = tokens.iter().all(|t| t.kind == TokenKind::Word);
    let last = tokens.last().is_some_and(Token::is_capital);
    (1..words).contains(&head) && words <= head + 3 && all_words && last
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

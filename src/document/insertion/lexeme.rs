//! The distinct words of the article, each joined with the tables once, and the walk over a block's words.

use crate::document::english::lexis::{self, Facts};
use crate::document::insertion::material::{Material, NONE};
use crate::document::insertion::tables::{TABLES, UNKNOWN, mark};
use crate::document::page::token::{TokenKind, Vocabulary, WordId};
use crate::text::known::Memo;
use crate::text::stem;

/// What is known of a distinct word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    pub(super) marks: u32,
    /// Stems of its hyphenated parts.
    pub(super) stems: [u32; 3],
    pub(super) parts: u8,
    /// One or two letters.
    pub(super) short: bool,
    /// A mark behind which any word has a capital.
    pub(super) ends: bool,
    /// The possessive ending by itself.
    pub(super) possessive: bool,
}

/// How the article writes a distinct word: uses in lower case, and capitalised inside a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Casing {
    pub(super) low: u32,
    pub(super) mid: u32,
}

impl Casing {
    /// Whether a capital makes it a name: not where any word has one, unless it is never written without or is a rare word.
    pub(super) fn is_name(&self, starts: bool, heady: bool, rare: bool) -> bool {
        if heady {
            self.mid > 0 && self.low == 0 && rare
        } else {
            !starts || self.mid > 0 && self.low <= self.mid || self.low == 0 && rare
        }
    }
}

/// The words of an article, and its stems with their ranks, weights and roots.
pub(super) struct Joined {
    pub(super) words: Vec<Word>,
    pub(super) stems: Vec<(u16, f32, u32)>,
    /// How many roots there are.
    pub(super) roots: usize,
}

/// What the tables say of a word, the same in every article.
#[derive(Clone, Copy, Debug, Default)]
struct Lexeme {
    marks: u32,
    ends: bool,
    possessive: bool,
    short: bool,
    /// Has a topic; where it has several parts they are told apart by spelling.
    topic: bool,
    parts: bool,
    first: Part,
}

/// One part of a word: the key and rank of its stem, and the key of its root.
#[derive(Clone, Copy, Debug, Default)]
struct Part {
    key: u64,
    root: Option<u64>,
    rank: u16,
    idf: f32,
}

impl Part {
    fn new(part: &str) -> Part {
        let (key, root) = stem::keys(part);
        let rank = TABLES.rank(key);
        Part {
            key,
            root,
            rank,
            idf: idf(rank),
        }
    }
}

/// How telling a shared use of a stem of this rank is: 0.05 to 1. A stem the list does not hold stands behind all others.
fn idf(rank: u16) -> f32 {
    let place = if rank == UNKNOWN {
        9_500.0
    } else {
        // The list keeps one word a stem, which is about seven in ten.
        f32::from(rank) * 1.3
    };
    (((1.0 + place).ln() / 11.0 - 0.35) / 0.65).max(0.05)
}

fn lexeme(folded: &str, facts: &Facts) -> Lexeme {
    let mut lexeme = Lexeme {
        marks: TABLES.marks_by(folded, facts),
        ends: matches!(folded, "." | "!" | "?" | ":" | "…" | "\""),
        possessive: folded == "'s",
        short: folded.len() < 3,
        ..Lexeme::default()
    };
    let silent = lexeme.marks & mark::STOP != 0 && lexeme.short;
    lexeme.topic = !silent && folded.starts_with(char::is_alphabetic);
    lexeme.parts = folded.contains(['-', '\'']);
    if lexeme.topic && !lexeme.parts {
        lexeme.topic = folded.len() > 1;
        lexeme.first = Part::new(folded);
    }
    lexeme
}

/// Keys that are hashes already, numbered in the order they come.
struct Numbers {
    /// Each key at its number.
    keys: Vec<u64>,
    /// Numbers; a power of two slots, of which at most half are used.
    slots: Vec<u32>,
}

impl Numbers {
    fn for_words(words: usize) -> Self {
        Numbers {
            keys: Vec::with_capacity(words),
            slots: vec![NONE; (2 * words).max(16).next_power_of_two()],
        }
    }

    fn number(&mut self, key: u64) -> u32 {
        let mut slot = self.home(key);
        while let Some(held) = self.keys.get(self.slots[slot] as usize) {
            if *held == key {
                return self.slots[slot];
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        let number = self.keys.len() as u32;
        self.slots[slot] = number;
        self.keys.push(key);
        if self.keys.len() * 2 > self.slots.len() {
            self.widen();
        }
        number
    }

    fn home(&self, key: u64) -> usize {
        (key ^ key >> 32) as usize & (self.slots.len() - 1)
    }

    /// Words of several parts have more stems than there are words.
    fn widen(&mut self) {
        self.slots = vec![NONE; self.slots.len() * 2];
        for (number, key) in self.keys.iter().enumerate() {
            let mut slot = self.home(*key);
            while self.slots[slot] != NONE {
                slot = (slot + 1) & (self.slots.len() - 1);
            }
            self.slots[slot] = number as u32;
        }
    }
}

/// Joins each distinct word with the tables and gives it its stems.
pub(super) fn join(vocabulary: &Vocabulary) -> Joined {
    static LEXEMES: Memo<Lexeme> = Memo::new();
    let mut ids = Numbers::for_words(vocabulary.len());
    let mut roots = Numbers::for_words(vocabulary.len());
    let mut stems: Vec<(u16, f32, u32)> = Vec::with_capacity(vocabulary.len());
    let mut add = |word: &mut Word, part: &Part| {
        let id = ids.number(part.key);
        if id as usize == stems.len() {
            let root = part.root.map_or(NONE, |r| roots.number(r));
            stems.push((part.rank, part.idf, root));
        }
        word.stems[usize::from(word.parts)] = id;
        word.parts += 1;
    };
    let mut words: Vec<Word> = Vec::with_capacity(vocabulary.len());
    lexis::each(vocabulary, &LEXEMES, lexeme, |lexeme| {
        let mut word = Word {
            marks: lexeme.marks,
            short: lexeme.short,
            ends: lexeme.ends,
            possessive: lexeme.possessive,
            ..Word::default()
        };
        if !lexeme.topic || !lexeme.parts {
            if lexeme.topic {
                add(&mut word, &lexeme.first);
            }
            words.push(word);
            return;
        }
        let folded = vocabulary.word(WordId(words.len() as u32));
        for part in folded.split('-') {
            let part = part.split('\'').next().unwrap_or(part);
            let joined = part.len() < folded.len();
            if usize::from(word.parts) == word.stems.len()
                || part.len() < 2
                || joined && TABLES.marks(part) & mark::STOP != 0
            {
                continue;
            }
            add(&mut word, &Part::new(part));
        }
        words.push(word);
    });
    Joined {
        words,
        stems,
        roots: roots.keys.len(),
    }
}

/// A word or number of the story: its token, and in the lowest bit whether any word would have a capital there. (A text's tokens are
/// far fewer than 2³¹.)
#[derive(Clone, Copy, Debug)]
pub(super) struct WordStep(u32);

impl WordStep {
    fn new(token: usize, starts: bool) -> WordStep {
        WordStep((token as u32) << 1 | u32::from(starts))
    }

    /// Its token.
    pub(super) fn token(self) -> u32 {
        self.0 >> 1
    }

    /// Whether any word would have a capital there.
    pub(super) fn starts(self) -> bool {
        self.0 & 1 == 1
    }
}

/// Walks over the words and numbers of a block, possessive endings left out.
pub(super) fn walk(material: Material<'_>, words: &[Word], range: (u32, u32), mut step: impl FnMut(WordStep)) {
    let text = material.text.as_bytes();
    let range = range.0 as usize..range.1 as usize;
    let (mut fresh, mut last) = (true, 0);
    for (index, token) in range.clone().zip(material.tokens.get(range).unwrap_or_default()) {
        let word = words.get(token.word.0 as usize);
        if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
            fresh |= word.is_some_and(|w| w.ends);
            continue;
        }
        // A line break begins a sentence as a full stop does.
        let start = token.start as usize;
        let blank = start == last + 1 && text.get(last) == Some(&b' ');
        let breaks = || text.get(last..start).unwrap_or_default().contains(&b'\n');
        let starts = fresh || last > 0 && !blank && breaks();
        let joined = start == last;
        last = token.end as usize;
        if joined && word.is_some_and(|w| w.possessive) {
            fresh = starts;
            continue;
        }
        fresh = false;
        step(WordStep::new(index, starts));
    }
}

//! The distinct words of the article, each joined with the tables once, and the walk over a block's words.

use rustc_hash::FxHashMap;

use crate::document::insertion::page::{NONE, Source};
use crate::document::insertion::tables::{TABLES, mark};
use crate::document::stem;
use crate::document::token::{Token, TokenKind, Vocabulary, WordId};
use crate::text::known::Memo;

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
    /// Uses in lower case, and capitalised inside a sentence.
    pub(super) low: u32,
    pub(super) mid: u32,
}

/// The words of an article, and its stems with their ranks and roots.
pub(super) struct Joined {
    pub(super) words: Vec<Word>,
    pub(super) stems: Vec<(u16, u32)>,
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
}

impl Part {
    fn new(part: &str) -> Part {
        let key = stem::key(part);
        Part {
            key,
            root: stem::root_key(part),
            rank: TABLES.rank(key),
        }
    }
}

fn lexeme(folded: &str) -> Lexeme {
    let mut lexeme = Lexeme {
        marks: TABLES.marks(folded),
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

/// Joins each distinct word with the tables and gives it its stems.
pub(super) fn join(vocabulary: &Vocabulary) -> Joined {
    static LEXEMES: Memo<Lexeme> = Memo::new(lexeme);
    let known = vocabulary.recall(&LEXEMES);
    let mut ids: FxHashMap<u64, u32> = FxHashMap::default();
    ids.reserve(vocabulary.len());
    let mut roots: FxHashMap<u64, u32> = FxHashMap::default();
    let mut stems: Vec<(u16, u32)> = Vec::with_capacity(vocabulary.len());
    let mut add = |word: &mut Word, part: Part| {
        let next = stems.len() as u32;
        let id = *ids.entry(part.key).or_insert(next);
        if id == next {
            let fresh = roots.len() as u32;
            let root = part.root.map_or(NONE, |r| *roots.entry(r).or_insert(fresh));
            stems.push((part.rank, root));
        }
        word.stems[usize::from(word.parts)] = id;
        word.parts += 1;
    };
    let words = known.iter().enumerate().map(|(at, lexeme)| {
        let folded = vocabulary.word(WordId(at as u32));
        let mut word = Word {
            marks: lexeme.marks,
            short: lexeme.short,
            ends: lexeme.ends,
            possessive: lexeme.possessive,
            ..Word::default()
        };
        if !lexeme.topic {
            return word;
        }
        if !lexeme.parts {
            add(&mut word, lexeme.first);
            return word;
        }
        for part in folded.split('-') {
            let part = part.split('\'').next().unwrap_or(part);
            let joined = part.len() < folded.len();
            if usize::from(word.parts) == word.stems.len()
                || part.len() < 2
                || joined && TABLES.marks(part) & mark::STOP != 0
            {
                continue;
            }
            add(&mut word, Part::new(part));
        }
        word
    });
    let words = words.collect();
    Joined {
        words,
        stems,
        roots: roots.len(),
    }
}

/// Words and numbers of a block with their index, each with whether any word would have a capital there.
pub(super) struct Starts<'a> {
    source: Source<'a>,
    words: &'a [Word],
    at: usize,
    end: usize,
    fresh: bool,
    last: usize,
}

impl<'a> Starts<'a> {
    pub(super) fn new(source: Source<'a>, words: &'a [Word], range: (u32, u32)) -> Self {
        Starts {
            source,
            words,
            at: range.0 as usize,
            end: range.1 as usize,
            fresh: true,
            last: 0,
        }
    }
}

impl<'a> Iterator for Starts<'a> {
    type Item = (u32, &'a Token, bool);

    fn next(&mut self) -> Option<Self::Item> {
        while self.at < self.end {
            let index = self.at;
            let token = self.source.tokens.get(index)?;
            self.at += 1;
            if !matches!(token.kind, TokenKind::Word | TokenKind::Number) {
                self.fresh |= self.words.get(token.word.0 as usize).is_some_and(|w| w.ends);
                continue;
            }
            let start = token.start as usize;
            let gap = self.source.text.get(self.last..start).unwrap_or_default();
            // A line break begins a sentence as a full stop does.
            let fresh = std::mem::take(&mut self.fresh) || (self.last > 0 && gap.contains('\n'));
            self.last = token.end as usize;
            if gap.is_empty() && self.words.get(token.word.0 as usize).is_some_and(|w| w.possessive) {
                self.fresh = fresh;
                continue;
            }
            return Some((index as u32, token, fresh));
        }
        None
    }
}

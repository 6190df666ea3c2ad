//! Tokens and the words of one article.
//!
//! Every distinct folded word is stored once; a token points at it. Tables are joined per distinct word
//! ([`Vocabulary::classify`]), never per token.

use std::hash::Hasher;

use hashbrown::HashTable;
use rustc_hash::FxHasher;

use crate::text::lexicon::{Lexicon, Match};
use crate::text::span::Span;

/// Index of a distinct folded word in the article's [`Vocabulary`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WordId(pub u32);

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum TokenKind {
    /// Letters, possibly with digits, hyphens, inner apostrophes, inner dots.
    Word,
    /// Begins with a digit: `40,000`, `11th`, `1990s`, `3.5`.
    Number,
    /// Sentence and clause punctuation, brackets, dashes.
    Punct,
    /// A quote mark or a lone apostrophe.
    Quote,
    /// Anything else: `$`, `%`, emoji, a web address.
    Symbol,
}

/// How a word is capitalised.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Case {
    /// `officials`
    Lower,
    /// `Officials`
    Title,
    /// `CNN`, `U.S.`, also a single capital.
    Upper,
    /// `iPhone`, `McDonald`
    Mixed,
    /// No cased letter.
    None,
}

/// One token: where it stands, which word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// Its folded word.
    pub word: WordId,
    /// What it is made of.
    pub kind: TokenKind,
    /// How it is capitalised.
    pub case: Case,
}

impl Token {
    /// Its bytes.
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Whether it is a word that begins with a capital.
    pub fn is_capital(&self) -> bool {
        self.kind == TokenKind::Word && matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }
}

#[derive(Clone, Copy, Debug)]
struct Distinct {
    at: u32,
    len: u32,
    count: u32,
}

/// The distinct folded words of one article.
#[derive(Clone, Default)]
pub struct Vocabulary {
    arena: String,
    words: Vec<Distinct>,
    table: HashTable<u32>,
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("words", &self.words.len()).finish()
    }
}

fn hash(word: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(word.as_bytes());
    hasher.finish()
}

impl Vocabulary {
    /// Number of distinct words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the article has no word.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The folded word.
    pub fn word(&self, id: WordId) -> &str {
        self.words
            .get(id.0 as usize)
            .map_or("", |w| &self.arena[w.at as usize..(w.at + w.len) as usize])
    }

    /// How many tokens are this word.
    pub fn count(&self, id: WordId) -> u32 {
        self.words.get(id.0 as usize).map_or(0, |w| w.count)
    }

    /// The id of a folded word that occurs.
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.table
            .find(hash(word), |id| self.word(WordId(*id)) == word)
            .map(|id| WordId(*id))
    }

    /// Runs a function once for every distinct word; index the answer by `token.word.0`.
    pub fn classify<T>(&self, mut class: impl FnMut(&str) -> T) -> Vec<T> {
        (0..self.words.len())
            .map(|i| class(self.word(WordId(i as u32))))
            .collect()
    }

    /// All matches of a lexicon over these tokens, in order of their first token.
    pub fn matches(&self, lexicon: &Lexicon, tokens: &[Token]) -> Vec<Match> {
        let ids = self.classify(|w| lexicon.word_id(w));
        let mut out = Vec::new();
        lexicon.scan(tokens.len(), |i| ids[tokens[i].word.0 as usize], |m| out.push(m));
        out
    }

    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let key = hash(word);
        let Vocabulary { arena, words, table } = self;
        let text = |id: u32| {
            let w = words[id as usize];
            &arena[w.at as usize..(w.at + w.len) as usize]
        };
        if let Some(id) = table.find(key, |id| text(*id) == word) {
            let id = *id;
            words[id as usize].count += 1;
            return WordId(id);
        }
        let id = words.len() as u32;
        table.insert_unique(key, id, |id| hash(text(*id)));
        words.push(Distinct {
            at: arena.len() as u32,
            len: word.len() as u32,
            count: 1,
        });
        arena.push_str(word);
        WordId(id)
    }
}

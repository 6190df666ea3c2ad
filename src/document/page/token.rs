//! Tokens and the words of one article.
//!
//! Every distinct folded word is stored once; a token points at it. Tables are joined per distinct word, never per token, and each
//! word is looked up once for all built-in tables together (`text::known`):
//!
//! - phrases: [`Vocabulary::matches`], or `Vocabulary::ids` for a scan of one's own;
//! - words that are an entry by themselves: `Vocabulary::singles`;
//! - a function of the word: `Vocabulary::recall` of a `Memo`, which remembers it for all known words;
//! - a function that depends on the article: [`Vocabulary::classify`].

use std::ops::Range;

use crate::text::intern::{Interner, Key};
use crate::text::known::{self, Joined, Memo, Opening, Seat};
use crate::text::lexicon::{Entry, Lexicon, Match, Slot, UNKNOWN};
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
    /// No cased letter.
    None,
    /// `Officials`
    Title,
    /// `CNN`, `U.S.`, also a single capital.
    Upper,
    /// `iPhone`, `McDonald`
    Mixed,
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
    /// The first tables, a bit for each, of which an entry may begin here.
    pub(crate) opens: u16,
}

/// A run of tokens, half-open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Tokens {
    /// The first.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Tokens {
    /// The run from `start` up to `end`; empty when that lies before it.
    #[inline]
    pub fn new(start: usize, end: usize) -> Tokens {
        Tokens {
            start: start as u32,
            end: end.max(start) as u32,
        }
    }

    /// As indices.
    #[inline]
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many.
    #[inline]
    pub fn len(self) -> usize {
        self.range().len()
    }

    /// Whether it holds none.
    #[inline]
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Whether a token is one of them.
    #[inline]
    pub fn holds(self, token: usize) -> bool {
        self.range().contains(&token)
    }

    /// Whether two runs share a token.
    #[inline]
    pub fn meets(self, other: Tokens) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl From<Range<usize>> for Tokens {
    fn from(range: Range<usize>) -> Tokens {
        Tokens::new(range.start, range.end)
    }
}

impl Token {
    /// Its bytes.
    #[inline]
    pub fn span(&self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }

    /// Whether it begins with a letter or figure; `text` is the one it was cut from.
    #[inline]
    pub(crate) fn opens_with_letter(&self, text: &str) -> bool {
        match text.as_bytes().get(self.start as usize) {
            Some(byte) if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            _ => text[self.span()].starts_with(char::is_alphanumeric),
        }
    }

    /// Whether it is a word that begins with a capital.
    #[inline]
    pub fn is_capital(&self) -> bool {
        // Only a word has a case. (The three stand last, so that this is one comparison.)
        matches!(self.case, Case::Title | Case::Upper | Case::Mixed)
    }
}

/// The distinct folded words of one article.
#[derive(Clone, Default)]
pub struct Vocabulary {
    /// Each with the number of its tokens.
    words: Interner<u32>,
    joined: Joined,
    /// The first tables of which an entry may begin anywhere: [`Token::opens`] of all tokens.
    opens: u16,
    /// A bit for each token at which an entry of any of them may begin, and how many tokens there are.
    openings: (Vec<u64>, usize),
}

impl std::fmt::Debug for Vocabulary {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Vocabulary").field("words", &self.words.len()).finish()
    }
}

impl Vocabulary {
    /// Number of distinct words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether the article has no word.
    pub fn is_empty(&self) -> bool {
        self.words.len() == 0
    }

    /// The folded word.
    #[inline]
    pub fn word(&self, id: WordId) -> &str {
        self.words.word(id.0)
    }

    /// How many tokens are this word.
    #[inline]
    pub fn count(&self, id: WordId) -> u32 {
        self.words.get(id.0).copied().unwrap_or(0)
    }

    /// The id of a folded word that occurs.
    pub fn find(&self, word: &str) -> Option<WordId> {
        self.words.find(Key::of(word), word).map(WordId)
    }

    /// Every distinct word that holds an ASCII byte, in order.
    pub(crate) fn holding(&self, byte: u8) -> impl Iterator<Item = (WordId, &str)> {
        self.words.holding(byte).map(|(id, word)| (WordId(id), word))
    }

    /// Runs a function once for every distinct word; index the answer by `token.word.0`.
    pub fn classify<T>(&self, mut class: impl FnMut(&str) -> T) -> Vec<T> {
        (0..self.words.len())
            .map(|i| class(self.word(WordId(i as u32))))
            .collect()
    }

    /// The value of a remembered function for every distinct word; index the answer by `token.word.0`. The function is told whether a
    /// table may hold the word.
    pub(crate) fn recall<T: Clone>(&self, memo: &Memo<T>, of: impl Fn(&str, bool) -> T) -> Vec<T> {
        memo.recall(&self.joined, |i| self.word(WordId(i as u32)), of)
    }

    /// As [`Vocabulary::recall`], one word after the other.
    pub(crate) fn each<T: Clone>(&self, memo: &Memo<T>, of: impl Fn(&str, bool) -> T, value: impl FnMut(&T)) {
        memo.each(&self.joined, |i| self.word(WordId(i as u32)), of, value);
    }

    /// A lexicon's own id of every distinct word; index the answer by `token.word.0`.
    pub(crate) fn ids(&self, lexicon: &Lexicon) -> Vec<u32> {
        match self.seat(lexicon) {
            Some(seat) => (0..self.words.len()).map(|i| self.own(seat, i)).collect(),
            None => self.classify(|w| lexicon.word_id(w)),
        }
    }

    /// Every distinct word that is an entry of a lexicon by itself, with that entry and its index.
    pub(crate) fn singles<'l>(&self, lexicon: &'l Lexicon, mut found: impl FnMut(WordId, u32, &'l Entry)) {
        let seat = self.seat(lexicon);
        for word in 0..self.words.len() {
            let id = match seat {
                Some(seat) if self.joined.starts[word] & seat.mask() == 0 => continue,
                Some(seat) => self.own(seat, word),
                None => lexicon.word_id(self.word(WordId(word as u32))),
            };
            for (at, entry) in lexicon.single_of(id) {
                found(WordId(word as u32), at, entry);
            }
        }
    }

    /// All matches of a lexicon over these tokens, in order of their first token.
    pub fn matches(&self, lexicon: &Lexicon, tokens: &[Token]) -> Vec<Match> {
        let mut out = Vec::new();
        let word = |i: usize| tokens[i].word.0 as usize;
        match self.seat(lexicon) {
            Some(seat) => {
                let (starts, mask) = (&self.joined.starts, seat.mask());
                // A short list may have no entry that begins in the article at all.
                let opens = match seat.mark() {
                    Some(mark) => self.opens & mark != 0,
                    None => starts.iter().any(|s| s & mask != 0),
                };
                if !opens {
                    return out;
                }
                let id = |i: usize| self.own(seat, word(i));
                let all = tokens.iter().enumerate();
                match seat.mark() {
                    Some(mark) if self.openings.1 == tokens.len() => {
                        let opens = self.openings().filter(|i| tokens[*i].opens & mark != 0);
                        lexicon.scan_at(opens, tokens.len(), id, |m| out.push(m));
                    }
                    _ => {
                        let opens = all.filter(|(_, t)| starts.get(t.word.0 as usize).is_some_and(|s| s & mask != 0));
                        lexicon.scan_at(opens.map(|(i, _)| i), tokens.len(), id, |m| out.push(m));
                    }
                }
            }
            None => {
                let ids = self.classify(|w| lexicon.word_id(w));
                lexicon.scan(tokens.len(), |i| ids[word(i)], |m| out.push(m));
            }
        }
        out
    }

    /// All places of a lexicon with classes in its phrases, and what each class stood for ([`Lexicon::scan_frames`]).
    pub fn frames(
        &self,
        lexicon: &Lexicon,
        tokens: &[Token],
        covers: impl Fn(u16, usize) -> usize,
        found: impl FnMut(Match, &[Slot]),
    ) {
        let ids = self.ids(lexicon);
        lexicon.scan_frames(tokens.len(), |i| ids[tokens[i].word.0 as usize], covers, found);
    }

    /// The tokens at which an entry of the first tables may begin: few of all, so that a scan need not look at each.
    fn openings(&self) -> impl Iterator<Item = usize> {
        self.openings.0.iter().enumerate().flat_map(|(part, bits)| {
            let mut left = *bits;
            std::iter::from_fn(move || {
                let at = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(64 * part + at)
            })
        })
    }

    /// The seat of a lexicon, when the words have been looked up in it.
    fn seat<'l>(&self, lexicon: &'l Lexicon) -> Option<&'l Seat> {
        lexicon
            .seat()
            .filter(|seat| self.joined.covers(seat) && self.joined.numbers.len() == self.words.len())
    }

    fn own(&self, seat: &Seat, word: usize) -> u32 {
        if self.joined.holds[word] & seat.mask() == 0 {
            return UNKNOWN;
        }
        seat.own(self.joined.numbers[word])
    }

    /// Looks up all words in the built-in tables and marks the tokens where entries may begin; to be called when the last word is in.
    pub(crate) fn join(&mut self, tokens: &mut [Token]) {
        let (joined, openings) = known::join(self.words.keyed());
        self.joined = joined;
        let of = |word: WordId| openings.get(word.0 as usize).copied().unwrap_or_default();
        let (mut next, mut opens) = (Opening::default(), 0);
        let mut openings = vec![0; tokens.len().div_ceil(64)];
        for (at, token) in tokens.iter_mut().enumerate().rev() {
            let opening = of(token.word);
            token.opens = opening.before(next);
            opens |= token.opens;
            openings[at / 64] |= u64::from(token.opens != 0) << (at % 64);
            next = opening;
        }
        self.opens = opens;
        self.openings = (openings, tokens.len());
    }

    /// An empty vocabulary with room for the words of a text of this length: news has one distinct word in ten bytes at the length of
    /// an article, and ever fewer beyond.
    pub(crate) fn for_text(bytes: usize) -> Self {
        Vocabulary {
            words: Interner::with_capacity((bytes / 10).min(4096)),
            joined: Joined::default(),
            opens: 0,
            openings: (Vec::new(), 0),
        }
    }

    /// Counts a token of this folded word.
    pub(crate) fn intern(&mut self, word: &str) -> WordId {
        let id = self.words.intern(Key::of(word), word, || 0);
        self.counted(id)
    }

    /// As [`Vocabulary::intern`] for a word of up to eight letters, given in lower case, the first letter lowest.
    #[inline]
    pub(crate) fn intern_short(&mut self, letters: u64, len: usize) -> WordId {
        let id = self.words.intern_short(letters, len, || 0);
        self.counted(id)
    }

    #[inline]
    fn counted(&mut self, id: u32) -> WordId {
        if let Some(count) = self.words.get_mut(id) {
            *count += 1;
        }
        WordId(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;
    use crate::document::page::tokenize::tokenize;

    #[test]
    fn marks_spare_no_match() {
        // The words open, close and fill entries by turns: alone, in pairs, one inside another, at either end of a text.
        let lexicon =
            Lexicon::built_in("[a]\nof the\nthe\nthe harbour of\n[b]\nharbour\nof the harbour light\nlight's keeper\n");
        for text in [
            "The harbour of the harbour light.",
            "of",
            "Of the light's keeper, of the harbour",
            "harbour of\n\nthe",
            "No word of it; of, the, harbour.",
            // More tokens than bits in a word.
            &"No word here, of the harbour light ".repeat(40),
        ] {
            let (mut lines, _) = split_lines(text);
            let (tokens, vocabulary) = tokenize(text, &mut lines);
            let mut plain = Vec::new();
            let id = |i: usize| lexicon.word_id(vocabulary.word(tokens[i].word));
            lexicon.scan(tokens.len(), id, |m| plain.push(m));
            assert_eq!(vocabulary.matches(&lexicon, &tokens), plain, "{text}");
            assert!(!plain.is_empty() || text == "of", "{text}");
        }
    }
}

//! The words that tell what stands where: where a sentence ends, what quote marks are for, what is a menu.

use std::sync::LazyLock;

use crate::document::page::token::{Case, Vocabulary};
use crate::text::intern::{Interner, Key};
use crate::text::known::{self, Memo};
use crate::text::lexicon::{Entry, Lexicon};

/// What a word tells of its place; each is a section of the table, which says more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PageWord {
    Abbreviation,
    ArmsLength,
    BehindClock,
    Byline,
    Clock,
    Elision,
    English,
    Menu,
    NumberSign,
    Readers,
    SeveralStories,
    Small,
    Starter,
    Title,
    Work,
}

impl PageWord {
    const ALL: [(&str, PageWord); 15] = [
        ("abbreviation", PageWord::Abbreviation),
        ("arms length", PageWord::ArmsLength),
        ("behind clock", PageWord::BehindClock),
        ("byline", PageWord::Byline),
        ("clock", PageWord::Clock),
        ("elision", PageWord::Elision),
        ("english", PageWord::English),
        ("menu", PageWord::Menu),
        ("number sign", PageWord::NumberSign),
        ("readers", PageWord::Readers),
        ("several stories", PageWord::SeveralStories),
        ("small abbreviation", PageWord::Small),
        ("starter", PageWord::Starter),
        ("title", PageWord::Title),
        ("work", PageWord::Work),
    ];
}

struct PageWords {
    lexicon: Lexicon,
    /// What each single word tells, a bit a kind: asked of every new word of an article.
    told: Interner<Told>,
    /// By section.
    kinds: Vec<Option<PageWord>>,
}

impl PageWords {
    fn parse(list: &str) -> PageWords {
        // No text is scanned for these words, so they need no seat among the tables that are.
        let lexicon = Lexicon::parse(list).unwrap_or_default();
        let kind = |name: &String| PageWord::ALL.iter().find(|(n, _)| n == name).map(|(_, kind)| *kind);
        let kinds: Vec<Option<PageWord>> = lexicon.sections().iter().map(kind).collect();
        let mut told = Interner::new();
        for entry in lexicon.entries().iter().filter(|e| !e.phrase.contains(' ')) {
            let word = entry.phrase.as_str();
            let id = told.intern(Key::of(word), word, Told::default);
            if let Some(told) = told.get_mut(id) {
                told.add(entry, kinds.get(usize::from(entry.section)).copied().flatten());
            }
        }
        PageWords { lexicon, told, kinds }
    }

    fn kind(&self, section: u16) -> Option<PageWord> {
        self.kinds.get(usize::from(section)).copied().flatten()
    }
}

/// All that one word tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Told(u32);

impl Told {
    /// A name or number stands behind it.
    const LEADS_ON: u32 = 1 << 30;
    /// It stands behind some names too.
    const STREET: u32 = 1 << 31;

    fn add(&mut self, entry: &Entry, kind: Option<PageWord>) {
        self.0 |= kind.map_or(0, |kind| 1 << kind as u32);
        if kind == Some(PageWord::Title) || entry.attribute("title").is_some() {
            self.0 |= Told::LEADS_ON;
        }
        if entry.attribute("street").is_some() {
            self.0 |= Told::STREET;
        }
    }

    /// Whether it tells this.
    pub(super) fn is(self, kind: PageWord) -> bool {
        self.0 >> kind as u32 & 1 == 1
    }

    /// Whether a name or number stands behind an abbreviation, so that no sentence ends there: "Mr.", "v.".
    pub(super) fn leads_on(self) -> bool {
        self.0 & Told::LEADS_ON != 0
    }

    /// Whether an abbreviation that stands before names stands behind some too: "St. Ives", "Marsh St."
    pub(super) fn is_street(self) -> bool {
        self.0 & Told::STREET != 0
    }
}

/// All that a folded word tells.
pub(super) fn told(folded: &str) -> Told {
    let id = WORDS.told.find(Key::of(folded), folded);
    id.and_then(|id| WORDS.told.get(id)).copied().unwrap_or_default()
}

/// A function of what each distinct word of an article tells, by word id; the memo is the function's own.
pub(super) fn recall<T: Clone>(vocabulary: &Vocabulary, memo: &Memo<T>, of: impl Fn(&str, Told) -> T) -> Vec<T> {
    LazyLock::force(&WORDS);
    vocabulary.recall(memo, |word, listed| {
        let told = if listed { told(word) } else { Told::default() };
        of(word, told)
    })
}

static WORDS: LazyLock<PageWords> = LazyLock::new(|| {
    let words = PageWords::parse(include_str!("words.txt"));
    known::add(words.told.keyed().map(|(_, word)| word));
    words
});

/// Whether a folded word tells this.
pub(crate) fn is(kind: PageWord, folded: &str) -> bool {
    told(folded).is(kind)
}

/// The same of a word as it is written.
pub(super) fn is_written(kind: PageWord, word: &str) -> bool {
    is(kind, word) || word.bytes().any(|b| b.is_ascii_uppercase()) && is(kind, &word.to_ascii_lowercase())
}

/// Whether a number belongs to the word and the dot before it: "No. 5", but "He said no. 5 people stayed" not.
pub(super) fn is_number_sign(word: &str, case: Case) -> bool {
    let fits = |capital: bool| match case {
        Case::Title => true,
        Case::Lower => !capital,
        _ => false,
    };
    let word = word.to_ascii_lowercase();
    let mut signs = WORDS.lexicon.single(&word);
    signs.any(|(_, e)| WORDS.kind(e.section) == Some(PageWord::NumberSign) && fits(e.attribute("capital").is_some()))
}

/// The phrases of a kind, in order.
pub(crate) fn phrases(kind: PageWord) -> impl Iterator<Item = &'static str> {
    let words: &'static PageWords = &WORDS;
    let entries = words.lexicon.entries().iter();
    entries
        .filter(move |e| words.kind(e.section) == Some(kind))
        .map(|e| e.phrase.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_is_a_kind_and_every_kind_a_section() {
        let lexicon = Lexicon::parse(include_str!("words.txt")).expect("the table parses");
        let names: Vec<&str> = PageWord::ALL.iter().map(|(name, _)| *name).collect();
        assert_eq!(lexicon.sections(), names);
    }

    #[test]
    fn small_abbreviations_are_short() {
        assert!(phrases(PageWord::Small).all(|w| w.len() <= 3 && w.is_ascii()));
    }

    #[test]
    fn number_signs_are_told_by_their_capital() {
        assert!(is_number_sign("No", Case::Title) && is_number_sign("pp", Case::Lower));
        assert!(is_number_sign("Art", Case::Title) && !is_number_sign("art", Case::Lower));
    }
}

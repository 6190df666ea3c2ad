//! The words of page furniture: which class a word is of, and which begin a phrase.
//!
//! What the table knows is asked once per distinct word of the article.

use std::sync::LazyLock;

use crate::document::page::token::{Token, Vocabulary};
use crate::text::lexicon::{Lexicon, UNKNOWN};

/// The words of page furniture.
pub(super) static PAGE: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in_asked(include_str!("page.txt")));

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
    /// Begins a phrase of a notice or of a caption.
    pub(in super::super) const NOTICE: u16 = 4096;
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
            *bits |= if TABLE.begins(*id, TABLE.notices) {
                class::NOTICE
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

/// What is asked of [`PAGE`] for every article, looked up once.
pub(super) static TABLE: LazyLock<Table> = LazyLock::new(Table::new);

/// Section numbers of the tables that are matched as phrases, and the words their entries begin with.
pub(super) struct Table {
    pub(super) widget: u16,
    pub(super) opener: u16,
    pub(super) phrase: u16,
    pub(super) label: u16,
    pub(super) picture: u16,
    pub(super) credit: u16,
    pub(super) notice: u16,
    pub(super) contribution: u16,
    pub(super) notice_opening: u16,
    pub(super) reader: u16,
    pub(super) ask: u16,
    pub(super) appeal: u16,
    pub(super) correction: u16,
    pub(super) writer: u16,
    pub(super) link_head: u16,
    pub(super) teases: u16,
    pub(super) caption_opener: u16,
    pub(super) caption_pose: u16,
    pub(super) caption_place: u16,
    pub(super) caption_credit: u16,
    /// Those that a line is scanned for as bits, the picture, and what tells a notice or a caption.
    pub(super) phrases: u64,
    pub(super) pictures: u64,
    pub(super) notices: u64,
    /// By section, its [`class`] bit.
    class: Vec<u16>,
    /// By word id, a bit for each section with an entry that begins so.
    starts: Vec<u64>,
    /// By word id, the [`class`] bits of its places in entries.
    places: Vec<u16>,
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
        // All sections behind the link labels tell a notice or a caption.
        let notices = (section("notice")..PAGE.sections().len() as u16).fold(0, |bits, s| bits | 1u64 << s);
        Table {
            notices,
            phrases: bits(&["widget", "opener", "phrase", "link-label", "link head"]),
            pictures: bits(&["picture"]),
            widget: section("widget"),
            opener: section("opener"),
            phrase: section("phrase"),
            label: section("link-label"),
            picture: section("picture"),
            credit: section("credit"),
            notice: section("notice"),
            contribution: section("contribution"),
            notice_opening: section("notice opening"),
            reader: section("reader"),
            ask: section("ask"),
            appeal: section("appeal"),
            correction: section("correction"),
            writer: section("writer"),
            link_head: section("link head"),
            teases: section("teases"),
            caption_opener: section("caption opener"),
            caption_pose: section("caption pose"),
            caption_place: section("caption place"),
            caption_credit: section("caption credit"),
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

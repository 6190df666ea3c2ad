//! How common a stem is in news English, and which words carry register instead of topic.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::document::english::lexis::fact::Layer;
pub(super) use crate::document::english::lexis::fact::register as mark;
use crate::document::english::lexis::{Facts, lexis};
use crate::text::known;
use crate::text::stem;
use crate::text::table::{Row, rows};

/// Rank of a stem that the list does not hold.
pub(super) const UNKNOWN: u16 = u16::MAX;

pub(super) struct Ranks {
    ranks: FxHashMap<u64, u16>,
}

pub(super) static TABLES: LazyLock<Ranks> = LazyLock::new(|| {
    let mut ranks = FxHashMap::default();
    let words = rows(include_str!("ranks.txt")).filter_map(|row| match row {
        Ok((_, Row::Entry(entry))) => Some(entry.text),
        _ => None,
    });
    let words: Vec<&str> = words.collect();
    for (rank, word) in words.iter().enumerate() {
        let rank = u16::try_from(rank).unwrap_or(UNKNOWN - 1);
        ranks.entry(stem::key(word)).or_insert(rank);
    }
    known::add(words.into_iter());
    Ranks { ranks }
});

impl Ranks {
    /// Rank of a stem by its key.
    pub(super) fn rank(&self, key: u64) -> u16 {
        self.ranks.get(&key).copied().unwrap_or(UNKNOWN)
    }

    /// Register marks of a folded word.
    pub(super) fn marks(&self, word: &str) -> u32 {
        self.marks_by(word, lexis().facts(word))
    }

    /// The same of a word whose facts are known.
    pub(super) fn marks_by(&self, word: &str, facts: &Facts) -> u32 {
        let listed = |word: &str| lexis().facts(word).of(Layer::Register) as u32;
        let marks = facts.of(Layer::Register) as u32;
        let Some((first, _)) = word.split_once('\'').filter(|_| marks == 0) else {
            return marks;
        };
        // "couldn't", "they've": a contraction is its first word.
        match (listed(first), first.strip_suffix('n')) {
            (0, Some(stem)) => listed(stem),
            (marks, _) => marks,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::fs;
    use std::io::{BufRead, BufReader};

    /// So many entries of the source are read; of them about seven in ten are the first word of their stem.
    const READ: usize = 10_000;

    /// The words that stay: letters only, two at least, the first of each stem.
    fn distill(entries: impl Iterator<Item = String>) -> Vec<String> {
        let mut stems = HashSet::new();
        entries
            .take(READ)
            .map(|entry| entry.split(' ').next().unwrap_or_default().to_string())
            .filter(|w| w.chars().count() > 1 && w.chars().all(char::is_alphabetic) && stems.insert(stem::key(w)))
            .collect()
    }

    /// Rebuilds `ranks.txt` from a file of GloVe 6B (`word`, or `word` and its vector, a line, in the order of the release) and
    /// compares, or writes it with `ONRECORD_BLESS=1`:
    /// `ONRECORD_RANKS=glove.6B.50d.txt cargo test --lib insertion::tables`. Without a file the list is held against its own rule.
    #[test]
    fn the_rank_list_is_what_its_source_gives() {
        const LIST: &str = include_str!("ranks.txt");
        let header: String = LIST
            .lines()
            .take_while(|l| l.starts_with(['#', '[']))
            .map(|l| format!("{l}\n"))
            .collect();
        let entries: Box<dyn Iterator<Item = String>> = match std::env::var_os("ONRECORD_RANKS") {
            Some(path) => {
                let file = fs::File::open(path).expect("the source can be read");
                Box::new(BufReader::new(file).lines().map(|l| l.expect("the source is UTF-8")))
            }
            None => Box::new(LIST[header.len()..].lines().map(str::to_string)),
        };
        let built = format!("{header}{}\n", distill(entries).join("\n"));
        if std::env::var_os("ONRECORD_RANKS").is_some() && std::env::var_os("ONRECORD_BLESS").is_some() {
            let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/document/insertion/ranks.txt");
            fs::write(path, &built).expect("the list can be written");
        }
        assert!(built == LIST, "ranks.txt is not the list its source gives");
        assert!(
            LIST.len() <= 64 * 1024,
            "{} bytes: over 64 KB it needs a feature",
            LIST.len()
        );
    }

    #[test]
    fn common_stems_have_low_ranks() {
        let rank = |w| TABLES.rank(stem::key(w));
        assert!(rank("government") < rank("embassy"));
        assert_eq!(rank("qzxv"), UNKNOWN);
        assert_eq!(rank("elections"), rank("election"));
    }

    #[test]
    fn a_contraction_is_its_first_word() {
        assert_ne!(TABLES.marks("couldn't") & mark::STOP, 0);
        assert_ne!(TABLES.marks("she") & mark::SHE, 0);
        assert_eq!(TABLES.marks("embassy"), 0);
    }
}

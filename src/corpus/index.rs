//! Fingerprints of many articles: what does a new one share with them?
//!
//! # Guarantee
//!
//! Every run of [`Winnow::guarantee`] words (12 by default) that an article shares with an indexed one is found, whatever its case,
//! accents, quote marks and line ends; nothing shorter than one shingle (6 words) is reported. Texts are not kept, so a match is as
//! exact as its fingerprints: to the word at both ends of what they cover. [`align`](crate::corpus::align) two texts for the rest.
//!
//! # Design
//!
//! A fingerprint is 16 bytes: hash, article, offset. They stand in sorted runs, each at least twice as long as the next, so that
//! adding is a merge now and then and looking up is a binary search in a few runs. Memory grows with the words that were added and
//! with nothing else; the order of additions decides everything, so that one thread and many give the same index.

use crate::article::Article;
use crate::document::page::page_text;
use crate::text::shingle::{Fingerprint, Winnow, fingerprints};

/// What the index knows of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The caller's name for it.
    pub id: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, as given.
    pub published: Option<String>,
    /// How many fingerprints it left.
    pub fingerprints: u32,
}

/// Where a fingerprint stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Posting {
    pub(super) hash: u64,
    pub(super) entry: u32,
    pub(super) start: u32,
}

/// Postings of one fingerprint that are looked at: the earliest.
pub(super) const LOOKED: usize = 32;

/// An index of fingerprints.
///
/// ```
/// use onrecord::{Article, corpus::Corpus};
/// let mut corpus = Corpus::new();
/// let first = "The ferry left the harbor at noon with two hundred people on board and returned before the storm.";
/// corpus.add(&Article::builder(first).id("first").build());
/// let found = corpus.matches(&Article::from(format!("A reader writes: {first}")));
/// assert_eq!(corpus.entries()[found[0].entry].id, "first");
/// ```
#[derive(Clone, Debug)]
pub struct Corpus {
    pub(super) winnow: Winnow,
    pub(super) entries: Vec<Entry>,
    /// Sorted runs, each at least twice as long as the next.
    pub(super) runs: Vec<Vec<Posting>>,
}

impl Default for Corpus {
    fn default() -> Self {
        Corpus::new()
    }
}

impl Corpus {
    /// An empty index that finds every shared run of 12 words.
    pub fn new() -> Self {
        Corpus::with(Winnow::CORPUS)
    }

    /// An empty index with another guarantee.
    pub fn with(winnow: Winnow) -> Self {
        Corpus {
            winnow,
            entries: Vec::new(),
            runs: Vec::new(),
        }
    }

    /// The articles, in the order they were added.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How shingles are made.
    pub fn winnow(&self) -> Winnow {
        self.winnow
    }

    /// Number of fingerprints held.
    pub fn len(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Bytes of memory that the fingerprints take.
    pub fn bytes(&self) -> usize {
        self.runs.iter().map(|r| r.capacity() * size_of::<Posting>()).sum()
    }

    /// Adds an article, its furniture left out; gives its place in [`Corpus::entries`].
    pub fn add(&mut self, article: &Article) -> usize {
        let prints = prints(article, self.winnow);
        let at = self.enter(article, prints.len());
        self.push(postings_of(at, &prints).collect());
        at
    }

    /// Adds articles in order; their fingerprints are made on all cores, and the index is the same as on one.
    #[cfg(feature = "parallel")]
    pub fn add_all(&mut self, articles: &[Article]) {
        use rayon::prelude::*;
        let winnow = self.winnow;
        for batch in articles.chunks(4096) {
            let made: Vec<Vec<Fingerprint>> = batch.par_iter().map(|a| prints(a, winnow)).collect();
            let mut run = Vec::with_capacity(made.iter().map(Vec::len).sum());
            for (article, prints) in batch.iter().zip(&made) {
                let at = self.enter(article, prints.len());
                run.extend(postings_of(at, prints));
            }
            self.push(run);
        }
    }

    /// Notes an article; its fingerprints are still to come.
    fn enter(&mut self, article: &Article, fingerprints: usize) -> usize {
        let at = self.entries.len();
        self.entries.push(Entry {
            id: article.id().map_or_else(|| (at + 1).to_string(), str::to_string),
            publisher: article.publisher().map(str::to_string),
            published: article.published().map(str::to_string),
            fingerprints: fingerprints as u32,
        });
        at
    }

    /// Adds an article of which only the fingerprints are known (made elsewhere with the same [`Winnow`]).
    pub fn add_raw(&mut self, mut entry: Entry, prints: &[Fingerprint]) -> usize {
        let at = self.entries.len();
        entry.fingerprints = prints.len() as u32;
        self.entries.push(entry);
        self.push(postings_of(at, prints).collect());
        at
    }

    /// Takes in a run, and merges runs until each is at least twice as long as the next.
    fn push(&mut self, mut run: Vec<Posting>) {
        if run.is_empty() {
            return;
        }
        run.sort_unstable();
        self.runs.push(run);
        while let [.., long, short] = self.runs.as_slice() {
            if long.len() >= 2 * short.len() {
                break;
            }
            let merged = merge(long, short);
            self.runs.truncate(self.runs.len() - 2);
            self.runs.push(merged);
        }
    }

    /// All postings of a fingerprint, earliest article first.
    pub(super) fn postings(&self, hash: u64, out: &mut Vec<Posting>) {
        out.clear();
        for run in &self.runs {
            let from = run.partition_point(|p| p.hash < hash);
            out.extend(run[from..].iter().take(LOOKED).take_while(|p| p.hash == hash));
        }
        out.sort_unstable();
    }

    /// Calls `group` with all postings of each fingerprint, in order.
    pub(super) fn each_hash(&self, mut group: impl FnMut(&[Posting])) {
        let mut at = vec![0usize; self.runs.len()];
        let mut same: Vec<Posting> = Vec::new();
        loop {
            let next = self
                .runs
                .iter()
                .zip(&at)
                .filter_map(|(run, i)| run.get(*i))
                .map(|p| p.hash)
                .min();
            let Some(hash) = next else { return };
            same.clear();
            for (run, i) in self.runs.iter().zip(&mut at) {
                while let Some(posting) = run.get(*i).filter(|p| p.hash == hash) {
                    same.push(*posting);
                    *i += 1;
                }
            }
            same.sort_unstable();
            group(&same);
        }
    }
}

/// The fingerprints of an article's story: those that touch no furniture.
pub(super) fn prints(article: &Article, winnow: Winnow) -> Vec<Fingerprint> {
    let mut made = fingerprints(article.text(), winnow);
    let skip = page_text(article);
    if !skip.is_empty() {
        made.retain(|p| {
            let at = skip.partition_point(|s| s.end <= p.start as usize);
            skip.get(at).is_none_or(|s| s.start >= p.end as usize)
        });
    }
    made
}

fn postings_of(entry: usize, prints: &[Fingerprint]) -> impl Iterator<Item = Posting> {
    prints.iter().map(move |print| Posting {
        hash: print.hash,
        entry: entry as u32,
        start: print.start,
    })
}

fn merge(a: &[Posting], b: &[Posting]) -> Vec<Posting> {
    let mut out = Vec::with_capacity(a.len() + b.len());
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x <= y {
            out.push(*x);
            i += 1;
        } else {
            out.push(*y);
            j += 1;
        }
    }
    out.extend_from_slice(a.get(i..).unwrap_or_default());
    out.extend_from_slice(b.get(j..).unwrap_or_default());
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Cluster, First};

    /// Words that no other seed has in this order: steps through one cycle would make every story a shift of the next.
    fn story(seed: usize) -> String {
        let word = |i: usize| ((seed << 20 | i) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
        (0..120).map(|i| format!("w{} ", word(i))).collect()
    }

    fn article(id: &str, text: &str) -> Article {
        Article::builder(text).id(id).build()
    }

    #[test]
    fn every_planted_run_of_twelve_words_is_found() {
        let mut corpus = Corpus::new();
        for i in 0..50 {
            corpus.add(&article(&format!("a{i}"), &story(i)));
        }
        for i in 0..50 {
            let words: Vec<String> = story(i).split(' ').skip(i).take(12).map(str::to_string).collect();
            let text = format!(
                "Nothing of this was there before: {} and this neither.",
                words.join(" ")
            );
            let found = corpus.matches(&article("new", &text));
            assert!(found.iter().any(|m| m.entry == i && m.words >= 6), "{i}");
        }
        assert!(corpus.matches(&article("new", &story(999))).is_empty());
    }

    #[test]
    fn copies_cluster_under_the_first() {
        let mut corpus = Corpus::new();
        for (id, seed) in [("a", 1), ("b", 2), ("c", 1), ("d", 1), ("e", 3)] {
            corpus.add(&article(id, &story(seed)));
        }
        assert_eq!(
            corpus.clusters(0.5),
            [Cluster {
                root: 0,
                copies: vec![2, 3]
            }]
        );
        assert_eq!(
            corpus.len(),
            corpus.entries().iter().map(|e| e.fingerprints as usize).sum::<usize>()
        );
    }

    #[test]
    fn an_article_is_not_its_own_copy() {
        let mut corpus = Corpus::new();
        corpus.add(&article("a", &story(1)));
        assert!(corpus.matches(&article("a", &story(1))).is_empty());
        let found = corpus.matches(&article("b", &story(1)));
        assert_eq!(found.len(), 1);
        assert!(found[0].words > 90);
        assert_eq!(found[0].first, First::Unknown);
    }

    #[test]
    fn the_earlier_date_is_first() {
        let dated = |id: &str, day: &str| Article::builder(story(1)).id(id).published(day).build();
        let mut corpus = Corpus::new();
        corpus.add(&dated("a", "2025-02-03"));
        let first = |day: &str| corpus.matches(&dated("b", day))[0].first;
        assert_eq!(first("2025-02-02"), First::This);
        assert_eq!(first("2025-02-04T08:00:00Z"), First::Other);
        assert_eq!(first("2025-02-03"), First::Unknown);
    }
}

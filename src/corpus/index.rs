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

use rustc_hash::FxHashMap;

use crate::article::Article;
use crate::document::page_text;
use crate::text::shingle::{Fingerprint, Winnow, fingerprints};
use crate::text::span::Span;

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

/// A passage of an article that also stands in an indexed one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// Where it stands in the article.
    pub span: Span,
    /// The indexed article, as an index into [`Corpus::entries`].
    pub entry: usize,
    /// Where it begins there.
    pub start: usize,
    /// Words that are surely shared: those that common fingerprints cover.
    pub words: usize,
    /// Common fingerprints.
    pub fingerprints: usize,
}

/// Articles that come from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The first of them that was added.
    pub root: usize,
    /// The others, in order.
    pub copies: Vec<usize>,
}

/// A shingle in so many articles of at most [`FEW_SITES`] publishers is site furniture.
const MANY: usize = 8;
const FEW_SITES: usize = 2;
/// Postings of one fingerprint that are looked at: the earliest.
const LOOKED: usize = 32;
/// Two common fingerprints further apart than this belong to two passages, in bytes.
const APART: u32 = 300;
/// How far the distance between them may differ, in bytes.
const SLACK: u32 = 80;

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
        self.add_prints(article, &prints)
    }

    /// Adds articles in order; their fingerprints are made on all cores, and the index is the same as on one.
    #[cfg(feature = "parallel")]
    pub fn add_all(&mut self, articles: &[Article]) {
        use rayon::prelude::*;
        let winnow = self.winnow;
        for batch in articles.chunks(4096) {
            let made: Vec<Vec<Fingerprint>> = batch.par_iter().map(|a| prints(a, winnow)).collect();
            for (article, prints) in batch.iter().zip(&made) {
                self.add_prints(article, prints);
            }
        }
    }

    fn add_prints(&mut self, article: &Article, prints: &[Fingerprint]) -> usize {
        let at = self.entries.len();
        let id = article.id().map_or_else(|| (at + 1).to_string(), str::to_string);
        self.add_raw(
            Entry {
                id,
                publisher: article.publisher().map(str::to_string),
                published: article.published().map(str::to_string),
                fingerprints: prints.len() as u32,
            },
            prints,
        )
    }

    /// Adds an article of which only the fingerprints are known (made elsewhere with the same [`Winnow`]).
    pub fn add_raw(&mut self, mut entry: Entry, prints: &[Fingerprint]) -> usize {
        let at = self.entries.len();
        entry.fingerprints = prints.len() as u32;
        let mut run: Vec<Posting> = prints
            .iter()
            .map(|p| Posting {
                hash: p.hash,
                entry: at as u32,
                start: p.start,
            })
            .collect();
        run.sort_unstable();
        self.entries.push(entry);
        if !run.is_empty() {
            self.runs.push(run);
        }
        while let [.., long, short] = self.runs.as_slice() {
            if long.len() >= 2 * short.len() {
                break;
            }
            let merged = merge(long, short);
            self.runs.truncate(self.runs.len() - 2);
            self.runs.push(merged);
        }
        at
    }

    /// What an article shares with indexed ones, in order of its place; an indexed article of the same id is passed over.
    pub fn matches(&self, article: &Article) -> Vec<Match> {
        let prints = prints(article, self.winnow);
        let own = article.id();
        let mut by_entry: FxHashMap<u32, Vec<(Fingerprint, u32)>> = FxHashMap::default();
        let mut found = Vec::new();
        for print in &prints {
            self.postings(print.hash, &mut found);
            if self.is_site_furniture(&found) {
                continue;
            }
            for posting in found.iter().take(LOOKED) {
                let entry = self.entries.get(posting.entry as usize);
                if entry.is_some_and(|e| own != Some(e.id.as_str())) {
                    by_entry.entry(posting.entry).or_default().push((*print, posting.start));
                }
            }
        }
        let mut out = Vec::new();
        for (entry, mut hits) in by_entry {
            hits.sort_unstable_by_key(|(p, start)| (p.start, *start));
            passages(entry as usize, self.winnow.k, &hits, &mut out);
        }
        out.sort_by_key(|m| (m.span, m.entry, m.start));
        out
    }

    /// All postings of a fingerprint, earliest article first.
    fn postings(&self, hash: u64, out: &mut Vec<Posting>) {
        out.clear();
        for run in &self.runs {
            let from = run.partition_point(|p| p.hash < hash);
            out.extend(run[from..].iter().take(LOOKED).take_while(|p| p.hash == hash));
        }
        out.sort_unstable();
    }

    fn is_site_furniture(&self, postings: &[Posting]) -> bool {
        if postings.len() < MANY {
            return false;
        }
        let mut sites: Vec<&str> = Vec::new();
        for posting in postings {
            let Some(site) = self
                .entries
                .get(posting.entry as usize)
                .and_then(|e| e.publisher.as_deref())
            else {
                return false;
            };
            if !sites.contains(&site) {
                sites.push(site);
            }
            if sites.len() > FEW_SITES {
                return false;
            }
        }
        true
    }

    /// Groups of articles of which each shares at least `least` (0 to 1) of its fingerprints with the group's first. Every
    /// fingerprint links to the first article that has it, so the work is linear.
    pub fn clusters(&self, least: f64) -> Vec<Cluster> {
        let mut shared: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        self.each_hash(|group| {
            let Some(first) = group.first() else { return };
            let mut last = first.entry;
            for posting in group {
                if posting.entry != last {
                    last = posting.entry;
                    *shared.entry((posting.entry, first.entry)).or_default() += 1;
                }
            }
        });
        let mut best: FxHashMap<u32, (u32, u32)> = FxHashMap::default();
        for (&(entry, first), &n) in &shared {
            let all = self.entries.get(entry as usize).map_or(0, |e| e.fingerprints).max(1);
            let enough = f64::from(n) >= least * f64::from(all);
            let now = best.get(&entry).copied();
            if enough && now.is_none_or(|(m, f)| (n, u32::MAX - first) > (m, u32::MAX - f)) {
                best.insert(entry, (n, first));
            }
        }
        let mut roots: Vec<(usize, usize)> = Vec::new();
        let mut links: Vec<(u32, u32)> = best.into_iter().map(|(entry, (_, first))| (entry, first)).collect();
        links.sort_unstable();
        // A link points back, so an article's root is known before its copies are seen.
        let mut root_of: FxHashMap<u32, u32> = FxHashMap::default();
        for (entry, first) in links {
            let root = root_of.get(&first).copied().unwrap_or(first);
            root_of.insert(entry, root);
            roots.push((root as usize, entry as usize));
        }
        roots.sort_unstable();
        roots
            .chunk_by(|a, b| a.0 == b.0)
            .map(|group| Cluster {
                root: group[0].0,
                copies: group.iter().map(|(_, copy)| *copy).collect(),
            })
            .collect()
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
fn prints(article: &Article, winnow: Winnow) -> Vec<Fingerprint> {
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

/// Common fingerprints that follow each other in both texts are one passage.
fn passages(entry: usize, k: usize, hits: &[(Fingerprint, u32)], out: &mut Vec<Match>) {
    struct Open {
        found: Match,
        last: Fingerprint,
        there: u32,
    }
    let mut open: Vec<Open> = Vec::new();
    for (print, there) in hits {
        let joins = open.iter_mut().rev().take(8).find(|o| {
            let here = print.start.saturating_sub(o.last.start);
            let far = there.saturating_sub(o.there);
            print.word > o.last.word && *there > o.there && here <= APART && far <= APART && here.abs_diff(far) <= SLACK
        });
        match joins {
            Some(o) => {
                let new = (print.word - o.last.word).min(k as u32);
                o.found.words += new as usize;
                o.found.fingerprints += 1;
                o.found.span.end = print.end as usize;
                o.last = *print;
                o.there = *there;
            }
            None => open.push(Open {
                found: Match {
                    span: Span::new(print.start as usize, print.end as usize),
                    entry,
                    start: *there as usize,
                    words: k,
                    fingerprints: 1,
                },
                last: *print,
                there: *there,
            }),
        }
    }
    out.extend(open.into_iter().map(|o| o.found));
}

#[cfg(test)]
mod tests {
    use super::*;

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
    }
}

//! Who finds which planted copies? Each method gives pairs of articles, the later first.

use std::collections::HashSet;

use gaoya::minhash::{MinHashIndex, MinHasher, MinHasher32};
use onrecord::Article;
use onrecord::corpus::{Corpus, Winnow};

use crate::data::{COPIES, planted, text};

type Pairs = HashSet<(u64, u64)>;

/// A name on the command line, what is shown for it, and how it is run on texts.
pub const FINDERS: [(&str, &str, fn(&[String]) -> Pairs); 5] = [
    ("own12", "onrecord, t = 12", |texts| own(texts, 12)),
    ("own8", "onrecord, t = 8", |texts| own(texts, 8)),
    ("minhash", "gaoya MinHash .5, whole articles", |texts| {
        minhash(texts, false)
    }),
    ("sentences", "gaoya MinHash .5, sentences", |texts| minhash(texts, true)),
    ("suffixes", "suffix array, 60 bytes", suffixes),
];

/// Runs one method; gives its row.
pub fn run(shown: &str, find: fn(&[String]) -> Pairs, articles: u64) -> String {
    let texts: Vec<String> = (0..articles).map(text).collect();
    let before = crate::peak();
    let start = crate::seconds();
    let found = find(&texts);
    let took = crate::seconds() - start;
    let mut row = format!("{shown:<34}");
    let truth: Vec<_> = (0..articles)
        .filter_map(|a| planted(a).map(|(from, copy)| ((a, from), copy)))
        .collect();
    for (copy, _) in COPIES {
        let all = truth.iter().filter(|(_, c)| *c == copy);
        let (hit, of) = all.fold((0, 0), |(hit, of), (pair, _)| {
            (hit + u32::from(found.contains(pair)), of + 1)
        });
        row.push_str(&format!(" {:>8.3}", f64::from(hit) / f64::from(of.max(1))));
    }
    let right = truth.iter().filter(|(pair, _)| found.contains(pair)).count();
    let precision = right as f64 / found.len().max(1) as f64;
    let memory = crate::peak()
        .zip(before)
        .map_or("-".into(), |(now, then)| format!("{}", (now - then) / 1024));
    row + &format!(" {precision:>9.3} {:>7.1} {memory:>8}", took)
}

fn own(texts: &[String], t: usize) -> Pairs {
    let articles: Vec<Article> = texts
        .iter()
        .enumerate()
        .map(|(i, t)| Article::builder(t.as_str()).id(i.to_string()).build())
        .collect();
    let mut corpus = Corpus::with(Winnow::finding(t));
    corpus.add_all(&articles);
    let found = corpus.matches_all(&articles);
    let pairs = found.iter().enumerate().flat_map(|(a, found)| {
        let earlier = found.iter().filter(move |m| m.entry < a);
        earlier.map(move |m| (a as u64, m.entry as u64))
    });
    pairs.collect()
}

/// Shingles of three words, 42 bands of three.
fn minhash(texts: &[String], by_sentence: bool) -> Pairs {
    use rayon::prelude::*;
    let (bands, width) = (42, 3);
    let hasher = MinHasher32::new(bands * width);
    let parts: Vec<(u64, String)> = texts
        .iter()
        .enumerate()
        .flat_map(|(a, text)| {
            let text = text.to_lowercase();
            let parts: Vec<String> = match by_sentence {
                true => text.split_terminator(". ").map(str::to_string).collect(),
                false => vec![text],
            };
            parts.into_iter().map(move |part| (a as u64, part))
        })
        .collect();
    let signatures: Vec<Vec<u32>> = parts
        .par_iter()
        .map(|(_, part)| {
            let words: Vec<&str> = part.split_whitespace().collect();
            hasher.create_signature(words.windows(3.min(words.len().max(1))).map(|w| w.join(" ")))
        })
        .collect();
    let mut index = MinHashIndex::new(bands, width, 0.5);
    index.par_bulk_insert((0..parts.len()).collect(), signatures.clone());
    let found = index.par_bulk_query(&signatures);
    let pairs = found.iter().enumerate().flat_map(|(i, found)| {
        let a = parts[i].0;
        let earlier = found.iter().map(|j| parts[*j].0).filter(move |b| *b < a);
        earlier.map(move |b| (a, b))
    });
    pairs.collect()
}

/// Exact substrings, as `text-dedup` finds them: neighbours in the suffix array that share so many bytes.
fn suffixes(texts: &[String]) -> Pairs {
    const SHARED: usize = 60;
    let mut all: Vec<u8> = Vec::new();
    let mut ends: Vec<usize> = Vec::new();
    for text in texts {
        all.extend_from_slice(text.to_lowercase().as_bytes());
        // No substring runs from one article into the next unnoticed: it would hold this byte at different places.
        all.push(0);
        ends.push(all.len());
    }
    let (all, order) = divsufsort::sort(&all).into_parts();
    let article = |at: usize| ends.partition_point(|end| *end <= at) as u64;
    let shared = |a: usize, b: usize| {
        let (x, y) = (&all[a..], &all[b..]);
        x.len() >= SHARED && y.len() >= SHARED && x[..SHARED] == y[..SHARED] && !x[..SHARED].contains(&0)
    };
    let mut pairs = Pairs::new();
    for group in order
        .chunk_by(|a, b| shared(*a as usize, *b as usize))
        .filter(|g| g.len() > 1)
    {
        let mut of: Vec<u64> = group.iter().map(|at| article(*at as usize)).collect();
        of.sort_unstable();
        of.dedup();
        pairs.extend(of.iter().skip(1).map(|a| (*a, of[0])));
    }
    pairs
}

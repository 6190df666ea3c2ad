//! The same fingerprints in the corpus's own file and in two embedded stores: time, size, memory, and what a kill leaves.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use onrecord::corpus::{Corpus, Entry, Fingerprint, Winnow, fingerprints};
use redb::{ReadableDatabase as _, ReadableTableMetadata as _};

use crate::data::{planted, text};

/// Articles in one commit.
const BATCH: u64 = 4096;
/// Postings of one fingerprint that are looked at.
const LOOKED: usize = 32;
const POSTINGS: redb::TableDefinition<'static, (u64, u32, u32), ()> = redb::TableDefinition::new("postings");

pub const STORES: [(&str, &str); 3] = [("own", "own file"), ("redb", "redb"), ("fjall", "fjall")];

/// What all three can do.
trait Store: Sized {
    fn open(place: &Path) -> Self;
    fn add(&mut self, first: u64, prints: &[Vec<Fingerprint>]);
    /// Makes all that was added durable.
    fn finish(&mut self, place: &Path);
    /// How many fingerprints each indexed article shares.
    fn shares(&self, prints: &[Fingerprint]) -> HashMap<u64, usize>;
    fn postings(&self) -> u64;
}

impl Store for Corpus {
    fn open(place: &Path) -> Self {
        if place.exists() {
            Corpus::load(place).expect("whole")
        } else {
            Corpus::new()
        }
    }
    fn add(&mut self, first: u64, prints: &[Vec<Fingerprint>]) {
        for (i, prints) in prints.iter().enumerate() {
            let entry = Entry {
                id: (first + i as u64).to_string(),
                publisher: None,
                published: None,
                fingerprints: 0,
            };
            self.add_raw(entry, prints);
        }
    }
    fn finish(&mut self, place: &Path) {
        self.save(place).expect("saved");
    }
    fn shares(&self, prints: &[Fingerprint]) -> HashMap<u64, usize> {
        let mut out = HashMap::new();
        for one in self.matches_raw(prints, None) {
            *out.entry(one.entry as u64).or_default() += one.fingerprints;
        }
        out
    }
    fn postings(&self) -> u64 {
        self.len() as u64
    }
}

impl Store for redb::Database {
    fn open(place: &Path) -> Self {
        redb::Database::create(place).expect("opened")
    }
    fn add(&mut self, first: u64, prints: &[Vec<Fingerprint>]) {
        let mut all: Vec<(u64, u32, u32)> = keys(first, prints).collect();
        all.sort_unstable();
        let commit = self.begin_write().expect("begun");
        {
            let mut table = commit.open_table(POSTINGS).expect("opened");
            for key in all {
                table.insert(key, ()).expect("inserted");
            }
        }
        commit.commit().expect("committed");
    }
    fn finish(&mut self, _: &Path) {}
    fn shares(&self, prints: &[Fingerprint]) -> HashMap<u64, usize> {
        let read = self.begin_read().expect("begun");
        let table = read.open_table(POSTINGS).expect("opened");
        let mut out = HashMap::new();
        for print in prints {
            let same = table
                .range((print.hash, 0, 0)..=(print.hash, u32::MAX, u32::MAX))
                .expect("range");
            for posting in same.take(LOOKED) {
                *out.entry(u64::from(posting.expect("read").0.value().1)).or_default() += 1;
            }
        }
        out
    }
    fn postings(&self) -> u64 {
        let read = self.begin_read().expect("begun");
        read.open_table(POSTINGS)
            .map_or(0, |table| table.len().expect("counted"))
    }
}

struct Fjall(fjall::Database, fjall::Keyspace);

impl Store for Fjall {
    fn open(place: &Path) -> Self {
        let db = fjall::Database::builder(place).open().expect("opened");
        let keyspace = db
            .keyspace("postings", fjall::KeyspaceCreateOptions::default)
            .expect("opened");
        Fjall(db, keyspace)
    }
    fn add(&mut self, first: u64, prints: &[Vec<Fingerprint>]) {
        let mut all: Vec<(u64, u32, u32)> = keys(first, prints).collect();
        all.sort_unstable();
        let mut batch = self.0.batch();
        for (hash, entry, start) in all {
            let mut key = hash.to_be_bytes().to_vec();
            key.extend_from_slice(&entry.to_be_bytes());
            key.extend_from_slice(&start.to_be_bytes());
            batch.insert(&self.1, key, []);
        }
        batch.commit().expect("committed");
    }
    fn finish(&mut self, _: &Path) {
        self.0.persist(fjall::PersistMode::SyncAll).expect("durable");
    }
    fn shares(&self, prints: &[Fingerprint]) -> HashMap<u64, usize> {
        let mut out = HashMap::new();
        for print in prints {
            for posting in self.1.prefix(print.hash.to_be_bytes()).take(LOOKED) {
                let key = posting.key().expect("read");
                let entry = u32::from_be_bytes(key[8..12].try_into().expect("four bytes"));
                *out.entry(u64::from(entry)).or_default() += 1;
            }
        }
        out
    }
    fn postings(&self) -> u64 {
        self.1.len().expect("counted") as u64
    }
}

fn keys(first: u64, prints: &[Vec<Fingerprint>]) -> impl Iterator<Item = (u64, u32, u32)> {
    let numbered = prints.iter().enumerate();
    numbered.flat_map(move |(i, of)| of.iter().map(move |p| (p.hash, first as u32 + i as u32, p.start)))
}

fn made(from: u64, to: u64) -> Vec<Vec<Fingerprint>> {
    use rayon::prelude::*;
    (from..to)
        .into_par_iter()
        .map(|a| fingerprints(&text(a), Winnow::CORPUS))
        .collect()
}

/// Does one step with one store: `build`, `match`, `one` (adds one more article) or `loop` (adds for ever, to be killed).
pub fn run(store: &str, step: &str, place: &Path, articles: u64) -> String {
    match store {
        "own" => with::<Corpus>(step, place, articles),
        "redb" => with::<redb::Database>(step, place, articles),
        _ => with::<Fjall>(step, place, articles),
    }
}

fn with<S: Store>(step: &str, place: &Path, articles: u64) -> String {
    match step {
        "build" => {
            let batches: Vec<u64> = (0..articles).step_by(BATCH as usize).collect();
            let mut took = 0.0;
            let mut store = S::open(place);
            for first in batches {
                let prints = made(first, articles.min(first + BATCH));
                let start = crate::seconds();
                store.add(first, &prints);
                took += crate::seconds() - start;
            }
            let start = crate::seconds();
            store.finish(place);
            drop(store);
            took += crate::seconds() - start;
            format!("{:>8.1} {:>8}", took, size(place) / 1_000_000)
        }
        "match" => {
            let start = crate::seconds();
            let store = S::open(place);
            let prints = made(0, 1);
            std::hint::black_box(store.shares(&prints[0]));
            let first = crate::seconds() - start;
            let copies: Vec<u64> = (0..articles).filter(|a| planted(*a).is_some()).collect();
            let prints: Vec<_> = copies.iter().map(|a| fingerprints(&text(*a), Winnow::CORPUS)).collect();
            let start = crate::seconds();
            let found = copies.iter().zip(&prints).filter(|(a, prints)| {
                let from = planted(**a).expect("a copy").0;
                store.shares(prints).contains_key(&from)
            });
            let found = found.count();
            let each = (crate::seconds() - start) * 1e6 / copies.len().max(1) as f64;
            let memory = crate::peak().map_or("-".into(), |kb| (kb / 1024).to_string());
            format!(
                "{:>9.3} {each:>9.0} {:>9.3} {memory:>8}",
                first,
                found as f64 / copies.len() as f64
            )
        }
        "one" => {
            let prints = made(articles, articles + 1);
            let start = crate::seconds();
            let mut store = S::open(place);
            store.add(articles, &prints);
            store.finish(place);
            drop(store);
            format!("{:>8.3}", crate::seconds() - start)
        }
        "count" => S::open(place).postings().to_string(),
        _ => loop {
            let mut store = S::open(place);
            for round in 0..4 {
                store.add(round * 50, &made(round * 50, round * 50 + 50));
                store.finish(place);
            }
        },
    }
}

fn size(place: &Path) -> u64 {
    if place.is_file() {
        return fs::metadata(place).map_or(0, |m| m.len());
    }
    let inside = fs::read_dir(place).into_iter().flatten().flatten();
    inside.map(|entry| size(&entry.path())).sum()
}

/// How often a store that is killed while it adds can be opened again.
pub fn kills(store: &str, many: u64, start: impl Fn(&[&str]) -> std::process::Child) -> String {
    let place: PathBuf = std::env::temp_dir().join(format!("onrecord-peers-kill-{store}-{}", std::process::id()));
    let path = place.to_str().expect("UTF-8").to_owned();
    let mut whole = 0;
    for kill in 0..many {
        let mut child = start(&["store", store, "loop", &path, "0"]);
        std::thread::sleep(Duration::from_millis(40 + kill * 37 % 160));
        let _ = child.kill();
        let _ = child.wait();
        let counted = start(&["store", store, "count", &path, "0"]).wait_with_output();
        whole += u64::from(counted.is_ok_and(|o| o.status.success()));
    }
    let _ = fs::remove_file(&place);
    let _ = fs::remove_dir_all(&place);
    format!("{whole} of {many}")
}

//! A corpus in one file: versioned, checksummed, and replaced as a whole.
//!
//! # Design
//!
//! A save writes a neighbour file, flushes it to the disk and renames it over the old one, so that a save that is cut off leaves
//! the old file. A load reads everything and compares the checksum before anything is used. The format is ours because the index is
//! one sorted array: an embedded store would keep each 16-byte fingerprint as a record of a tree, and we never change one in place.
//!
//! ```text
//! "onrecord-corpus\n"  version u32  k u32  w u32  entries u64  postings u64
//! entry:    id, publisher, published (length u32, bytes; u32::MAX for none), fingerprints u32
//! posting:  hash u64, entry u32, start u32, in ascending order
//! checksum u64 of all that stands before it; every number little-endian
//! ```

use std::fs::{self, File};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use crate::corpus::index::{Corpus, Entry, Posting};
use crate::error::Error;
use crate::text::shingle::Winnow;

const MAGIC: &[u8; 16] = b"onrecord-corpus\n";
/// Raised when the format or the fingerprints change.
const VERSION: u32 = 1;
/// No id, publisher or date is longer, in bytes.
const LONGEST: u32 = 1 << 20;
const NONE: u32 = u32::MAX;

impl Corpus {
    /// Saves the corpus: the file is replaced as a whole or not at all.
    ///
    /// # Errors
    ///
    /// What the file system refuses, with the path.
    pub fn save(&self, path: impl AsRef<Path>) -> Result<(), Error> {
        let path = path.as_ref();
        self.write(path)
            .map_err(|e| Error::corpus(format!("{}: the corpus could not be saved: {e}", path.display())))
    }

    fn write(&self, path: &Path) -> io::Result<()> {
        let fresh = beside(path);
        let mut out = Summed::new(BufWriter::with_capacity(1 << 20, File::create(&fresh)?));
        out.put(MAGIC)?;
        out.number(VERSION)?;
        out.number(self.winnow.k as u32)?;
        out.number(self.winnow.w as u32)?;
        out.long(self.entries.len() as u64)?;
        out.long(self.len() as u64)?;
        for entry in &self.entries {
            out.text(Some(&entry.id))?;
            out.text(entry.publisher.as_deref())?;
            out.text(entry.published.as_deref())?;
            out.number(entry.fingerprints)?;
        }
        let mut wrong = None;
        self.each_hash(|group| {
            for posting in group {
                let mut bytes = [0u8; 16];
                bytes[..8].copy_from_slice(&posting.hash.to_le_bytes());
                bytes[8..12].copy_from_slice(&posting.entry.to_le_bytes());
                bytes[12..].copy_from_slice(&posting.start.to_le_bytes());
                if wrong.is_none() {
                    wrong = out.put(&bytes).err();
                }
            }
        });
        if let Some(error) = wrong {
            return Err(error);
        }
        let sum = out.sum.finish();
        out.inner.write_all(&sum.to_le_bytes())?;
        out.inner.flush()?;
        out.inner.get_ref().sync_all()?;
        drop(out);
        fs::rename(&fresh, path)?;
        // The rename itself must reach the disk; where folders cannot be opened (Windows) it does without.
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder).and_then(|f| f.sync_all()).or(Ok(()))
    }

    /// Loads a corpus.
    ///
    /// # Errors
    ///
    /// A file that is missing, is no corpus, is of another version, or is damaged: each said so. Nothing is half-read.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        read(path).map_err(|why| Error::corpus(format!("{}: {why}", path.display())))
    }
}

/// The neighbour a save writes first.
fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    name.push(".saving");
    path.with_file_name(name)
}

fn read(path: &Path) -> Result<Corpus, String> {
    let file = File::open(path).map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => "no such file".to_string(),
        _ => e.to_string(),
    })?;
    let size = file.metadata().map_err(|e| e.to_string())?.len();
    let mut input = Summing {
        inner: BufReader::with_capacity(1 << 20, file),
        sum: Sum::default(),
    };
    let mut magic = [0u8; 16];
    if input.take(&mut magic).is_err() || &magic != MAGIC {
        return Err("this is not an onrecord corpus".to_string());
    }
    let damaged = |e: io::Error| match e.kind() {
        io::ErrorKind::UnexpectedEof => "the corpus is cut off".to_string(),
        io::ErrorKind::InvalidData => "the corpus is damaged".to_string(),
        _ => e.to_string(),
    };
    let version = input.number().map_err(damaged)?;
    if version != VERSION {
        return Err(format!(
            "corpus version {version}, this program reads version {VERSION}"
        ));
    }
    let k = input.number().map_err(damaged)?;
    let w = input.number().map_err(damaged)?;
    let entries = input.long().map_err(damaged)?;
    let postings = input.long().map_err(damaged)?;
    // No damaged count makes us reserve more than the file can hold.
    let plausible = (1..=64).contains(&k)
        && (1..=64).contains(&w)
        && entries.saturating_mul(16) <= size
        && postings.saturating_mul(16) <= size;
    if !plausible {
        return Err("the corpus is damaged".to_string());
    }
    let corpus = input.body(entries, postings).map_err(damaged)?;
    let want = input.sum.finish();
    let mut sum = [0u8; 8];
    input.inner.read_exact(&mut sum).map_err(damaged)?;
    let rest = input.inner.read(&mut [0u8; 1]).map_err(damaged)?;
    if u64::from_le_bytes(sum) != want || rest != 0 {
        return Err("the corpus is damaged: its checksum does not match".to_string());
    }
    let (entries, run) = corpus;
    Ok(Corpus {
        winnow: Winnow {
            k: k as usize,
            w: w as usize,
        },
        entries,
        runs: if run.is_empty() { Vec::new() } else { vec![run] },
    })
}

/// A 64-bit checksum, eight bytes at a time.
#[derive(Clone, Debug)]
struct Sum {
    state: u64,
    length: u64,
    part: [u8; 8],
    held: usize,
}

impl Default for Sum {
    fn default() -> Self {
        Sum {
            state: 0x9e37_79b9_7f4a_7c15,
            length: 0,
            part: [0; 8],
            held: 0,
        }
    }
}

impl Sum {
    fn word(&mut self, word: u64) {
        self.state = (self.state ^ word).wrapping_mul(0xd6e8_feb8_6659_fd93).rotate_left(31);
    }

    fn add(&mut self, mut bytes: &[u8]) {
        self.length += bytes.len() as u64;
        while !bytes.is_empty() {
            if self.held == 0
                && let Some((whole, rest)) = bytes.split_first_chunk::<8>()
            {
                self.word(u64::from_le_bytes(*whole));
                bytes = rest;
                continue;
            }
            self.part[self.held] = bytes[0];
            self.held += 1;
            bytes = &bytes[1..];
            if self.held == 8 {
                self.word(u64::from_le_bytes(self.part));
                self.held = 0;
            }
        }
    }

    fn finish(&self) -> u64 {
        let mut last = self.clone();
        last.part[last.held..].fill(0);
        last.word(u64::from_le_bytes(last.part));
        last.word(last.length);
        last.state ^ last.state >> 29
    }
}

struct Summed<W> {
    inner: W,
    sum: Sum,
}

impl<W: Write> Summed<W> {
    fn new(inner: W) -> Self {
        Summed {
            inner,
            sum: Sum::default(),
        }
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.add(bytes);
        self.inner.write_all(bytes)
    }

    fn number(&mut self, n: u32) -> io::Result<()> {
        self.put(&n.to_le_bytes())
    }

    fn long(&mut self, n: u64) -> io::Result<()> {
        self.put(&n.to_le_bytes())
    }

    fn text(&mut self, text: Option<&str>) -> io::Result<()> {
        let Some(text) = text else { return self.number(NONE) };
        if text.len() > LONGEST as usize {
            return Err(io::Error::other("an id, publisher or date is over a megabyte long"));
        }
        self.number(text.len() as u32)?;
        self.put(text.as_bytes())
    }
}

struct Summing<R> {
    inner: R,
    sum: Sum,
}

impl<R: Read> Summing<R> {
    fn take(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.inner.read_exact(bytes)?;
        self.sum.add(bytes);
        Ok(())
    }

    fn number(&mut self) -> io::Result<u32> {
        let mut bytes = [0u8; 4];
        self.take(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn long(&mut self) -> io::Result<u64> {
        let mut bytes = [0u8; 8];
        self.take(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    fn text(&mut self) -> io::Result<Option<String>> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let len = self.number()?;
        if len == NONE {
            return Ok(None);
        }
        if len > LONGEST {
            return Err(invalid());
        }
        let mut bytes = vec![0u8; len as usize];
        self.take(&mut bytes)?;
        String::from_utf8(bytes).map(Some).map_err(|_| invalid())
    }

    fn body(&mut self, entries: u64, postings: u64) -> io::Result<(Vec<Entry>, Vec<Posting>)> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let mut all = Vec::with_capacity(entries as usize);
        for _ in 0..entries {
            all.push(Entry {
                id: self.text()?.ok_or_else(invalid)?,
                publisher: self.text()?,
                published: self.text()?,
                fingerprints: self.number()?,
            });
        }
        let mut run: Vec<Posting> = Vec::with_capacity(postings as usize);
        let mut bytes = [0u8; 16];
        for _ in 0..postings {
            self.take(&mut bytes)?;
            let word = u128::from_le_bytes(bytes);
            let posting = Posting {
                hash: word as u64,
                entry: (word >> 64) as u32,
                start: (word >> 96) as u32,
            };
            if run.last().is_some_and(|last| *last > posting) || u64::from(posting.entry) >= entries {
                return Err(invalid());
            }
            run.push(posting);
        }
        Ok((all, run))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;

    fn corpus(n: usize) -> Corpus {
        let mut corpus = Corpus::new();
        for i in 0..n {
            let text: String = (0..60).map(|w| format!("w{} ", (w * 31 + i * 977) % 4099)).collect();
            corpus.add(
                &Article::builder(text)
                    .id(format!("é{i}"))
                    .publisher("Harbor Times")
                    .build(),
            );
        }
        corpus
    }

    fn place(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("onrecord-corpus-{}", std::process::id()));
        fs::create_dir_all(&folder).expect("a temporary folder");
        folder.join(name)
    }

    #[test]
    fn what_is_saved_is_loaded() {
        let (path, corpus) = (place("whole"), corpus(20));
        corpus.save(&path).expect("saved");
        let again = Corpus::load(&path).expect("loaded");
        assert_eq!(
            (again.entries(), again.len(), again.winnow()),
            (corpus.entries(), corpus.len(), corpus.winnow())
        );
        let text: String = (0..60).map(|w| format!("w{} ", (w * 31 + 5 * 977) % 4099)).collect();
        assert_eq!(
            again.matches(&Article::from(text.as_str())),
            corpus.matches(&Article::from(text.as_str()))
        );
        assert!(!beside(&path).exists());
    }

    #[test]
    fn a_damaged_or_foreign_file_is_refused() {
        let path = place("damaged");
        corpus(3).save(&path).expect("saved");
        let whole = fs::read(&path).expect("read");
        let refused = |bytes: &[u8]| {
            fs::write(&path, bytes).expect("written");
            Corpus::load(&path).expect_err("refused").to_string()
        };
        for cut in [0, 10, 16, 20, 60, whole.len() / 2, whole.len() - 1] {
            refused(&whole[..cut]);
        }
        for at in (0..whole.len()).step_by(7) {
            let mut bytes = whole.clone();
            bytes[at] ^= 0x10;
            refused(&bytes);
        }
        assert!(refused(b"a text of another kind").ends_with("this is not an onrecord corpus"));
        let mut newer = whole.clone();
        newer[16] = 9;
        assert!(refused(&newer).ends_with("corpus version 9, this program reads version 1"));
        let mut longer = whole.clone();
        longer.push(0);
        refused(&longer);
        assert!(Corpus::load(place("absent")).expect_err("refused").is_corpus());
    }
}

//! A corpus in one file: versioned, checksummed, and replaced as a whole.
//!
//! # Design
//!
//! A save writes a neighbour file, flushes it to the disk and renames it over the old one, so that a save that is cut off leaves
//! the old file. A load reads everything and compares the checksum before anything is used.
//!
//! Why not an embedded store? The index is one sorted array of 16-byte postings that is only ever added to and read by hash. In a
//! file it is itself: no key is stored twice, no page is half empty, it can be copied while nobody writes, and its checksum vouches
//! for all of it. A store (redb and fjall were measured, `benches/README.md` has the table) keeps each posting as a record of a tree:
//! it pays with space and with time to build, and gains two things that we go without, to answer from a file that was not read
//! whole, and to add one article without writing the others again. Articles come in batches and a million of 300 words load in
//! seconds, so the array serves; were single articles to be added all day, a store would be the better choice.
//!
//! ```text
//! "onrecord-corpus\n"  version u32  k u32  w u32  entries u64  postings u64
//! entry:    id, publisher, published (length u32, bytes; u32::MAX for none), fingerprints u32
//! posting:  hash u64, entry u32, start u32, in ascending order
//! checksum u64 of all that stands before it; every number little-endian
//! ```

use std::fs::{self, File, Permissions};
use std::io::{self, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use crate::corpus::checksum::{Sum, Summed, Summing};
use crate::corpus::index::{Corpus, Entry, Posting};
use crate::error::Error;
use crate::text::shingle::Winnow;

const MAGIC: &[u8; 16] = b"onrecord-corpus\n";
/// Bytes of a posting.
const POSTING: usize = 16;
/// Bytes of postings that are written and read at once.
const BLOCK: usize = 4096 * POSTING;

impl Corpus {
    /// The version of the file format that [`Corpus::save`] writes: raised when the format or the fingerprints change.
    pub const VERSION: u32 = 2;

    /// Saves the corpus: the file is replaced as a whole or not at all.
    ///
    /// A save that is killed leaves a neighbour `NAME.NUMBER.saving`, which may be deleted. Two programs that save to one path at
    /// once leave the corpus of one of them, whole; the command line keeps them apart with a lock.
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
        // A link goes on pointing at the corpus.
        let path = &path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
        let fresh = beside(path);
        let kept = fs::metadata(path).ok().map(|old| old.permissions());
        if kept.as_ref().is_some_and(Permissions::readonly) {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        let done = self.write_to(&fresh, kept).and_then(|()| fs::rename(&fresh, path));
        if done.is_err() {
            let _ = fs::remove_file(&fresh);
            return done;
        }
        // The rename itself must reach the disk; where folders cannot be opened (Windows) it does without.
        let folder = path
            .parent()
            .filter(|p| !p.as_os_str().is_empty())
            .unwrap_or(Path::new("."));
        File::open(folder).and_then(|f| f.sync_all()).or(Ok(()))
    }

    fn write_to(&self, fresh: &Path, kept: Option<Permissions>) -> io::Result<()> {
        let file = File::create(fresh)?;
        // Whom the old file was closed to, the new one is, before there is anything in it.
        if let Some(permissions) = kept {
            file.set_permissions(permissions)?;
        }
        let mut out = Summed::new(BufWriter::with_capacity(1 << 20, file));
        out.put(MAGIC)?;
        out.number(Corpus::VERSION)?;
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
        let mut block = Vec::with_capacity(BLOCK);
        let mut written = Ok(());
        self.each_hash(|group| {
            for posting in group {
                let high = u128::from(posting.start) << 32 | u128::from(posting.entry);
                let word = high << 64 | u128::from(posting.hash);
                block.extend_from_slice(&word.to_le_bytes());
                if block.len() == BLOCK {
                    if written.is_ok() {
                        written = out.put(&block);
                    }
                    block.clear();
                }
            }
        });
        written?;
        out.put(&block)?;
        let sum = out.sum.finish();
        out.inner.write_all(&sum.to_le_bytes())?;
        out.inner.flush()?;
        out.inner.get_ref().sync_all()
    }

    /// Loads a corpus.
    ///
    /// # Errors
    ///
    /// A file that is missing, is no corpus, is of another version, is cut off or damaged: each said so. Nothing is half-read.
    pub fn load(path: impl AsRef<Path>) -> Result<Self, Error> {
        let path = path.as_ref();
        read(path).map_err(|why| Error::corpus(format!("{}: {why}", path.display())))
    }
}

/// The neighbour a save writes first: no two running saves have the same.
fn beside(path: &Path) -> PathBuf {
    static SAVES: AtomicU32 = AtomicU32::new(0);
    let mut name = path.file_name().unwrap_or_default().to_os_string();
    let (process, save) = (std::process::id(), SAVES.fetch_add(1, Ordering::Relaxed));
    name.push(format!(".{process}-{save}.saving"));
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
    if version != Corpus::VERSION {
        return Err(format!(
            "corpus version {version}, this program reads version {}: use the program that wrote it, or build it anew",
            Corpus::VERSION
        ));
    }
    let k = input.number().map_err(damaged)?;
    let w = input.number().map_err(damaged)?;
    let entries = input.long().map_err(damaged)?;
    let postings = input.long().map_err(damaged)?;
    // No damaged count makes us reserve more than the file can hold.
    let plausible = k > 0 && w > 0 && entries.saturating_mul(16) <= size && postings.saturating_mul(16) <= size;
    if !plausible {
        return Err("the corpus is damaged".to_string());
    }
    let corpus = body(&mut input, entries, postings).map_err(damaged)?;
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

/// Everything between the counts and the checksum.
fn body<R: Read>(input: &mut Summing<R>, entries: u64, postings: u64) -> io::Result<(Vec<Entry>, Vec<Posting>)> {
    let invalid = || io::Error::from(io::ErrorKind::InvalidData);
    let mut all = Vec::with_capacity(entries as usize);
    for _ in 0..entries {
        all.push(Entry {
            id: input.text()?.ok_or_else(invalid)?,
            publisher: input.text()?,
            published: input.text()?,
            fingerprints: input.number()?,
        });
    }
    let mut run: Vec<Posting> = Vec::with_capacity(postings as usize);
    let mut block = vec![0u8; BLOCK];
    let mut left = postings as usize * POSTING;
    while left > 0 {
        let part = block.get_mut(..left.min(BLOCK)).unwrap_or_default();
        input.take(part)?;
        left -= part.len();
        let (postings, _) = part.as_chunks::<POSTING>();
        for bytes in postings {
            let word = u128::from_le_bytes(*bytes);
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
    }
    Ok((all, run))
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
        let left = fs::read_dir(path.parent().expect("a folder")).expect("listed");
        let names: Vec<String> = left
            .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert!(!names.iter().any(|n| n.starts_with("whole.")), "{names:?}");
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
        assert!(refused(&newer).contains("corpus version 9, this program reads version 2"));
        let mut longer = whole.clone();
        longer.push(0);
        refused(&longer);
        assert!(Corpus::load(place("absent")).expect_err("refused").is_corpus());
    }
}

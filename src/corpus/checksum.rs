//! Bytes to and from a file, with a checksum of all that passed.

use std::io::{self, Read, Write};

/// No id, publisher or date is longer, in bytes.
const LONGEST: u32 = 1 << 20;
const NONE: u32 = u32::MAX;

/// A 64-bit checksum, eight bytes at a time.
#[derive(Clone, Debug)]
pub(super) struct Sum {
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

    pub(super) fn add(&mut self, mut bytes: &[u8]) {
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

    pub(super) fn finish(&self) -> u64 {
        let mut last = self.clone();
        last.part[last.held..].fill(0);
        last.word(u64::from_le_bytes(last.part));
        last.word(last.length);
        last.state ^ last.state >> 29
    }
}

/// Writes, and sums what it wrote.
pub(super) struct Summed<W> {
    pub(super) inner: W,
    pub(super) sum: Sum,
}

impl<W: Write> Summed<W> {
    pub(super) fn new(inner: W) -> Self {
        Summed {
            inner,
            sum: Sum::default(),
        }
    }

    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.sum.add(bytes);
        self.inner.write_all(bytes)
    }

    pub(super) fn number(&mut self, n: u32) -> io::Result<()> {
        self.put(&n.to_le_bytes())
    }

    pub(super) fn long(&mut self, n: u64) -> io::Result<()> {
        self.put(&n.to_le_bytes())
    }

    pub(super) fn text(&mut self, text: Option<&str>) -> io::Result<()> {
        let Some(text) = text else { return self.number(NONE) };
        if text.len() > LONGEST as usize {
            return Err(io::Error::other("an id, publisher or date is over a megabyte long"));
        }
        self.number(text.len() as u32)?;
        self.put(text.as_bytes())
    }
}

/// Reads, and sums what it read.
pub(super) struct Summing<R> {
    pub(super) inner: R,
    pub(super) sum: Sum,
}

impl<R: Read> Summing<R> {
    pub(super) fn take(&mut self, bytes: &mut [u8]) -> io::Result<()> {
        self.inner.read_exact(bytes)?;
        self.sum.add(bytes);
        Ok(())
    }

    pub(super) fn number(&mut self) -> io::Result<u32> {
        let mut bytes = [0u8; 4];
        self.take(&mut bytes)?;
        Ok(u32::from_le_bytes(bytes))
    }

    pub(super) fn long(&mut self) -> io::Result<u64> {
        let mut bytes = [0u8; 8];
        self.take(&mut bytes)?;
        Ok(u64::from_le_bytes(bytes))
    }

    pub(super) fn text(&mut self) -> io::Result<Option<String>> {
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
}

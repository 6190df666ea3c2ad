//! Phrases of words, found in a run of tokens.

use super::{Lexicon, Match, NONE};

/// A scan of a list with so many sections or fewer allocates nothing.
const FEW_SECTIONS: usize = 32;

/// The longest entry of each section that begins at one token: section, entry, end.
#[derive(Default)]
struct Longest {
    few: [(u16, u32, usize); 4],
    len: usize,
    /// All of them, when they are more.
    many: Vec<(u16, u32, usize)>,
}

impl Longest {
    fn clear(&mut self) {
        self.len = 0;
        self.many.clear();
    }

    fn all(&self) -> &[(u16, u32, usize)] {
        if self.many.is_empty() {
            &self.few[..self.len]
        } else {
            &self.many
        }
    }

    fn put(&mut self, entry: (u16, u32, usize)) {
        let held = if self.many.is_empty() {
            &mut self.few[..self.len]
        } else {
            &mut self.many[..]
        };
        if let Some(shorter) = held.iter_mut().find(|b| b.0 == entry.0) {
            *shorter = entry;
        } else if let Some(place) = self.few.get_mut(self.len) {
            *place = entry;
            self.len += 1;
        } else {
            if self.many.is_empty() {
                self.many.extend_from_slice(&self.few);
            }
            self.many.push(entry);
        }
    }
}

impl Lexicon {
    /// Leftmost-longest matches of each section over `len` tokens; `id_at` gives the [`Lexicon::word_id`] of a token.
    pub fn scan(&self, len: usize, id_at: impl Fn(usize) -> u32, found: impl FnMut(Match)) {
        self.scan_at(0..len, len, id_at, found);
    }

    /// As [`Lexicon::scan`], where the caller knows the tokens that may begin an entry.
    pub(crate) fn scan_at(
        &self,
        starts: impl Iterator<Item = usize>,
        len: usize,
        id_at: impl Fn(usize) -> u32,
        mut found: impl FnMut(Match),
    ) {
        let (mut few, mut many) = ([0; FEW_SECTIONS], Vec::new());
        let free = match few.get_mut(..self.sections.len()) {
            Some(few) => few,
            None => {
                many.resize(self.sections.len(), 0);
                &mut many[..]
            }
        };
        let mut best = Longest::default();
        for first in starts {
            let mut node = self.root(id_at(first));
            if node == NONE {
                continue;
            }
            let mut at = first + 1;
            best.clear();
            loop {
                for &(entry, section) in self.ends_at(node) {
                    best.put((section, entry, at));
                }
                if at >= len {
                    break;
                }
                node = self.step(node, || id_at(at));
                if node == NONE {
                    break;
                }
                at += 1;
            }
            for &(section, entry, end) in best.all() {
                let free = &mut free[usize::from(section)];
                if first >= *free {
                    *free = end;
                    found(Match {
                        section,
                        entry,
                        first,
                        end,
                    });
                }
            }
        }
    }
}

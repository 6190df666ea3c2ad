//! The article as blocks of stems: an inverted index, so that every question about a run of blocks is answered by counting.

use crate::document::insertion::lexeme::{self, Casing, Word, WordStep};
use crate::document::insertion::material::{Material, NONE};
use crate::document::insertion::shape::{self, Block, Marks};
use crate::document::insertion::tables::{UNKNOWN, mark};
use crate::document::page::token::{Case, Token, TokenKind};

/// A stem of this rank or beyond is taken for a name where every word has a capital.
const RARE: u16 = 2200;

/// One distinct stem of the article.
#[derive(Clone, Copy, Debug)]
pub(super) struct StemUse {
    pub(super) rank: u16,
    /// 0 for the most frequent words, 4 for those the list does not hold.
    pub(super) band: u8,
    /// Among the six that carry the article.
    pub(super) key: bool,
    pub(super) title: bool,
    /// How telling a shared use is: 0.05 to 1.
    pub(super) idf: f32,
    /// Blocks that hold it, and uses.
    pub(super) blocks: u32,
    pub(super) uses: u32,
    /// Class of stems with the same first five letters.
    pub(super) root: u32,
    /// A token that shows it.
    pub(super) token: u32,
    /// Its last entry, and the block of that.
    last: (u32, u32),
}

/// One stem in one block.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) stem: u32,
    pub(super) count: u16,
    pub(super) name: bool,
    /// The blocks before and after that hold it.
    pub(super) before: u32,
    pub(super) after: u32,
}

/// A run of capitalised words: a name, or the first word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct NameRun {
    pub(super) stems: [u32; 4],
    pub(super) len: u8,
    /// Begins where any word has a capital.
    pub(super) starts: bool,
}

impl NameRun {
    fn new(starts: bool) -> NameRun {
        NameRun {
            stems: [NONE; 4],
            len: 0,
            starts,
        }
    }

    /// Adds a word's stems, as long as there is room.
    fn push(&mut self, word: &Word) {
        for id in &word.stems[..usize::from(word.parts)] {
            if let Some(slot) = self.stems.get_mut(usize::from(self.len)) {
                *slot = *id;
                self.len += 1;
            }
        }
    }
}

/// The whole article, indexed.
#[derive(Debug, Default)]
pub(super) struct PageIndex {
    pub(super) blocks: Vec<Block>,
    /// How many of the first blocks are headlines.
    pub(super) titles: usize,
    pub(super) entries: Vec<Entry>,
    pub(super) stems: Vec<StemUse>,
    pub(super) runs: Vec<NameRun>,
    /// How many blocks hold each root.
    pub(super) roots: Vec<u32>,
    pub(super) words: u32,
    pub(super) content: u32,
    /// Words of the blocks that are no headlines.
    pub(super) body_words: u32,
    pub(super) marks: Marks,
    /// What is known of each distinct word of the vocabulary.
    lexemes: Vec<Word>,
}

impl PageIndex {
    pub(super) fn new(material: Material<'_>) -> PageIndex {
        let joined = lexeme::join(material.vocabulary);
        let words = joined.words;
        let blocks = shape::blocks(material, &words);
        let mut page = PageIndex {
            titles: shape::titles(material, &blocks),
            blocks,
            stems: joined
                .stems
                .into_iter()
                .map(|(rank, idf, root)| StemUse::new(rank, idf, root))
                .collect(),
            roots: vec![0; joined.roots],
            ..PageIndex::default()
        };
        let mut written = vec![Casing::default(); words.len()];
        let is_word = |t: &&Token| matches!(t.kind, TokenKind::Word | TokenKind::Number);
        let mut steps: Vec<WordStep> = Vec::with_capacity(material.tokens.iter().filter(is_word).count());
        let mut ends = Vec::with_capacity(page.blocks.len());
        for block in &page.blocks {
            lexeme::walk(material, &words, block.tokens, |step| {
                let token = &material.tokens[step.token() as usize];
                if let Some(written) = written.get_mut(token.word.0 as usize) {
                    if token.is_capital() {
                        written.mid += u32::from(!step.starts());
                    } else {
                        written.low += 1;
                    }
                }
                steps.push(step);
            });
            ends.push(steps.len());
        }
        page.entries.reserve(steps.len() / 2);
        let mut fill = Fill {
            material,
            words: &words,
            written: &written,
            seen: vec![NONE; page.stems.len()],
            roots_seen: vec![NONE; page.roots.len()],
        };
        let mut from = 0;
        for (at, to) in ends.into_iter().enumerate() {
            page.fill(&mut fill, &steps[from..to], at);
            from = to;
        }
        page.weigh();
        page.lexemes = words;
        page
    }

    /// The stem of a token, of its first part when it has several.
    pub(super) fn stem_of(&self, token: &Token) -> Option<u32> {
        let word = self.lexemes.get(token.word.0 as usize)?;
        (word.parts > 0).then_some(word.stems[0])
    }

    /// The topic stem of a token: that of a word or name which is no function word.
    pub(super) fn topic_of(&self, token: &Token) -> Option<u32> {
        let word = self.lexemes.get(token.word.0 as usize)?;
        let silent = word.marks & mark::STOP != 0 || word.short && token.case != Case::Upper;
        (word.parts > 0 && !silent).then_some(word.stems[0])
    }

    /// The register marks of a token.
    pub(super) fn marks_of(&self, token: Option<&Token>) -> u32 {
        let word = token.and_then(|t| self.lexemes.get(t.word.0 as usize));
        word.map_or(0, |w| w.marks)
    }

    /// Whether another block has a word of the same root as a stem that only one block has.
    pub(super) fn is_related(&self, stem: u32) -> bool {
        let root = self.stems[stem as usize].root as usize;
        self.roots.get(root).is_some_and(|blocks| *blocks > 1)
    }

    /// Indexes one block: its stems, its runs of capitals, its counts.
    fn fill(&mut self, fill: &mut Fill<'_>, steps: &[WordStep], at: usize) {
        let (material, words) = (fill.material, fill.words);
        let range = self.blocks[at].tokens;
        let starts_at = (self.entries.len() as u32, self.runs.len() as u32);
        let heady = shape::is_heady(&material.tokens[range.0 as usize..range.1 as usize]);
        let mut marks = shape::typography(&material.text[self.blocks[at].span]);
        let (mut number, mut content) = (0, 0);
        let mut opener = None;
        let mut run: Option<NameRun> = None;
        let mut expected = range.0;
        let (nothing, never) = (Word::default(), Casing::default());
        for &step in steps {
            let (at_token, starts) = (step.token(), step.starts());
            let token = &material.tokens[at_token as usize];
            // Marks and possessives part names.
            if at_token != expected {
                self.runs.extend(run.take());
            }
            expected = at_token + 1;
            number += 1;
            let word = words.get(token.word.0 as usize).unwrap_or(&nothing);
            let written = fill.written.get(token.word.0 as usize).unwrap_or(&never);
            marks.count(word.marks);
            opener.get_or_insert(word.marks);
            let capital = token.is_capital();
            let stop = word.marks & mark::STOP != 0;
            if capital && !stop && word.parts > 0 && !(starts && run.is_some()) {
                run.get_or_insert(NameRun::new(starts)).push(word);
            } else {
                self.runs.extend(run.take());
            }
            let named_stop = stop && capital && !starts && written.mid >= 2 && written.low == 0;
            if stop && !named_stop || word.short && token.case != Case::Upper {
                continue;
            }
            for &id in &word.stems[..usize::from(word.parts)] {
                content += 1;
                let rare = self.stems[id as usize].rank >= RARE;
                let name = capital && !stop && written.is_name(starts, heady, rare);
                self.meet(fill, id, at, at_token, name);
            }
        }
        self.runs.extend(run.take());
        let block = &mut self.blocks[at];
        block.entries = (starts_at.0, self.entries.len() as u32);
        block.runs = (starts_at.1, self.runs.len() as u32);
        block.words = number;
        block.content = content;
        block.marks = marks.into();
        block.shape.opener = opener.unwrap_or(0);
        self.words += number;
        self.body_words += if at < self.titles { 0 } else { number };
        self.content += content;
        self.marks.add(marks);
    }

    /// Counts one use of a stem: its first in a block is a new entry.
    fn meet(&mut self, fill: &mut Fill<'_>, id: u32, block: usize, token: u32, name: bool) {
        let stamp = block as u32;
        let next_entry = self.entries.len() as u32;
        let stem = &mut self.stems[id as usize];
        stem.uses += 1;
        if fill.seen[id as usize] == stamp {
            let entry = &mut self.entries[stem.last.0 as usize];
            entry.count = entry.count.saturating_add(1);
            entry.name |= name;
            return;
        }
        fill.seen[id as usize] = stamp;
        if stem.blocks == 0 {
            stem.token = token;
        }
        stem.blocks += 1;
        stem.title |= block < self.titles;
        if let Some(root) = fill.roots_seen.get_mut(stem.root as usize).filter(|r| **r != stamp) {
            *root = stamp;
            self.roots[stem.root as usize] += 1;
        }
        let (earlier, block) = std::mem::replace(&mut stem.last, (next_entry, stamp));
        let before = self.entries.get_mut(earlier as usize).map_or(NONE, |e| {
            e.after = stamp;
            block
        });
        self.entries.push(Entry {
            stem: id,
            count: 1,
            name,
            before,
            after: NONE,
        });
    }

    /// Weights that need the whole article: the key stems, each block's coverage.
    fn weigh(&mut self) {
        let mut top: Vec<u32> = (0..self.stems.len() as u32)
            .filter(|s| self.stems[*s as usize].blocks >= 3)
            .collect();
        let weight = |s: &u32| {
            let stem = &self.stems[*s as usize];
            stem.idf * stem.blocks as f32
        };
        let order = |a: &u32, b: &u32| weight(b).total_cmp(&weight(a)).then(a.cmp(b));
        if top.len() > KEYS {
            top.select_nth_unstable_by(KEYS - 1, order);
            top.truncate(KEYS);
        }
        for stem in top {
            self.stems[stem as usize].key = true;
        }
        for block in &mut self.blocks {
            let (mut mass, mut hit) = (1e-6, 0.0);
            for entry in &self.entries[block.entries.0 as usize..block.entries.1 as usize] {
                let stem = &self.stems[entry.stem as usize];
                mass += stem.idf;
                hit += if stem.blocks > 1 { stem.idf } else { 0.0 };
            }
            block.mass = mass;
            block.coverage = hit / mass;
        }
    }

    /// The entries of a block.
    pub(super) fn entries_of(&self, block: usize) -> &[Entry] {
        self.blocks
            .get(block)
            .and_then(|b| self.entries.get(b.entries.0 as usize..b.entries.1 as usize))
            .unwrap_or_default()
    }
}

/// How many stems carry an article.
const KEYS: usize = 6;

/// What the blocks are filled from, and which of them held each stem and root last.
struct Fill<'a> {
    material: Material<'a>,
    words: &'a [Word],
    written: &'a [Casing],
    seen: Vec<u32>,
    roots_seen: Vec<u32>,
}

impl StemUse {
    fn new(rank: u16, idf: f32, root: u32) -> StemUse {
        StemUse {
            rank,
            band: match rank {
                0..260 => 0,
                260..800 => 1,
                800..2300 => 2,
                2300..UNKNOWN => 3,
                UNKNOWN => 4,
            },
            key: false,
            title: false,
            idf,
            blocks: 0,
            uses: 0,
            root,
            token: 0,
            last: (NONE, NONE),
        }
    }
}

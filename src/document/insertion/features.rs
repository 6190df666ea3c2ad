//! What is measured of a run of blocks against the rest of the article. All of it is counting over the index.

use crate::document::insertion::page::{Entry, NONE, Page};
use crate::document::insertion::shape::Marks;

macro_rules! features {
    ($($name:ident)*) => {
        /// One number a question.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub(super) struct Features { $(pub(super) $name: f32,)* }

        impl Features {
            /// The names, in order.
            pub(super) const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

            /// The values, in the order of the names.
            pub(super) fn values(&self) -> [f32; [$(stringify!($name),)*].len()] {
                [$(self.$name,)*]
            }
        }
    };
}

features! {
    size names_shared coverage_z share length repeats_unshared likelihood
    rare_words coverage_odds teaser blocks keys open_lines beyond_chance
    excess roots coverage_odds_roots spread reach miss_0 hit_4
    miss_4 name_hits name_reach near_before near_after near first
    title_words apostrophes quote_marks she_new he_new you_new mister_new
    said_clash full_names_new known_names sentences quote_all heads formula
    odds_by_size size_squared
}

/// Longest run of blocks that is judged as one.
pub(super) const LONGEST: usize = 3;

/// A run of fewer content words is not judged.
const FEWEST: u32 = 4;

/// A stem of the run in hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) stem: u32,
    pub(super) name: bool,
    uses: u32,
    blocks: u32,
    before: u32,
    after: u32,
}

/// Sums over the body that leave-one-out means need.
#[derive(Clone, Copy, Debug, Default)]
struct Sums {
    blocks: f64,
    coverage: f64,
    squares: f64,
}

/// Reads runs of one page, one after the other, with its scratch space.
pub(super) struct Reader<'a> {
    page: &'a Page,
    all: Sums,
    heads: u32,
    /// Where a stem stands in `seen`, if it was stamped by the run in hand.
    stamps: Vec<(u32, u32)>,
    roots: Vec<(u32, u32, u32)>,
    pub(super) seen: Vec<Seen>,
    run: Sums,
    marks: Marks,
    words: u32,
    content: u32,
    sentences: u32,
    lines: (u32, u32),
    /// The run in hand.
    stamp: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(page: &'a Page) -> Self {
        let mut all = Sums::default();
        let mut heads = 0;
        for block in page.blocks.iter().skip(page.titles) {
            all.add(block.coverage);
            heads += u32::from(block.shape.teaser || block.shape.headline);
        }
        Reader {
            page,
            all,
            heads,
            stamps: vec![(NONE, 0); page.stems.len()],
            roots: vec![(NONE, 0, NONE); page.roots.len()],
            seen: Vec::new(),
            run: Sums::default(),
            marks: Marks::default(),
            words: 0,
            content: 0,
            sentences: 0,
            lines: (0, 0),
            stamp: 0,
        }
    }

    /// Begins a run at a block.
    pub(super) fn begin(&mut self) {
        self.stamp = self.stamp.wrapping_add(1);
        self.seen.clear();
        self.run = Sums::default();
        self.marks = Marks::default();
        (self.words, self.content, self.sentences, self.lines) = (0, 0, 0, (0, 0));
    }

    /// Lets the run reach to `last`, which must be its first block or the next one.
    pub(super) fn extend(&mut self, last: usize) {
        let page = self.page;
        let Some(block) = page.blocks.get(last) else { return };
        for entry in page.entries_of(last) {
            self.take(last as u32, entry);
        }
        self.run.add(block.coverage);
        self.marks.add(block.marks);
        self.words += block.words;
        self.content += block.content;
        self.sentences += block.sentences;
        self.lines.0 += block.shape.lines;
        self.lines.1 += block.shape.open_lines;
    }

    fn take(&mut self, block: u32, entry: &Entry) {
        let stamp = self.stamp;
        let slot = &mut self.stamps[entry.stem as usize];
        if slot.0 == stamp {
            let seen = &mut self.seen[slot.1 as usize];
            seen.uses += u32::from(entry.count);
            seen.blocks += 1;
            seen.after = entry.after;
            seen.name |= entry.name;
        } else {
            *slot = (stamp, self.seen.len() as u32);
            self.seen.push(Seen {
                stem: entry.stem,
                name: entry.name,
                uses: u32::from(entry.count),
                blocks: 1,
                before: entry.before,
                after: entry.after,
            });
        }
        let root = self.page.stems[entry.stem as usize].root;
        if let Some(root) = self.roots.get_mut(root as usize) {
            if root.0 != stamp {
                *root = (stamp, 1, block);
            } else if root.2 != block {
                *root = (stamp, root.1 + 1, block);
            }
        }
    }

    /// Whether a stem of the run stands in another block, and in how many.
    pub(super) fn elsewhere(&self, seen: &Seen) -> u32 {
        self.page.stems[seen.stem as usize].blocks.saturating_sub(seen.blocks)
    }

    /// Whether a word of the same root stands in another block.
    fn root_elsewhere(&self, stem: u32) -> bool {
        let root = self.page.stems[stem as usize].root as usize;
        match (self.page.roots.get(root), self.roots.get(root)) {
            (Some(all), Some(run)) => *all > if run.0 == self.stamp { run.1 } else { 0 },
            _ => false,
        }
    }

    /// Measures the run from `first` to `last`; nothing when it is too short to judge.
    pub(super) fn read(&self, first: usize, last: usize) -> Option<Features> {
        if self.content < FEWEST {
            return None;
        }
        let page = self.page;
        let (head, tail) = (page.blocks.get(first)?, page.blocks.get(last)?);
        let mut f = Features::default();
        let (mut mass, mut hit, mut roots, mut gain, mut variance) = (1e-6f32, 0.0, 0.0, 0.0f32, 0.0f32);
        let (mut wide, mut reach) = (0.0, 0.0);
        let (mut name_mass, mut name_hit, mut names, mut name_reach) = (0.0, 0.0, 0u32, 0u32);
        let (mut near_before, mut near_after, mut near) = (0.0, 0.0, 0.0);
        let (mut missed, mut unlisted) = ([0.0f32; 5], 0.0f32);
        for seen in &self.seen {
            let stem = &page.stems[seen.stem as usize];
            let idf = stem.idf;
            mass += idf;
            let others = self.elsewhere(seen);
            let mut got = 0.0;
            if others > 0 {
                got = 1.0;
                hit += idf;
                f.likelihood += stem.llr;
                reach += idf * others as f32;
                wide += if others >= 3 { idf } else { 0.0 };
                let gap = |a: usize, b: u32| {
                    if b == NONE {
                        usize::MAX
                    } else {
                        (b as usize).abs_diff(a)
                    }
                };
                let (back, on) = (gap(first, seen.before), gap(last, seen.after));
                near_before += if back == 1 && first > page.titles { idf } else { 0.0 };
                near_after += if on == 1 { idf } else { 0.0 };
                near += if back.min(on) <= 2 { idf } else { 0.0 };
            } else {
                f.likelihood += UNSEEN;
                f.repeats_unshared += idf * (seen.uses - 1) as f32;
                if self.root_elsewhere(seen.stem) {
                    got = 0.5;
                    roots += idf;
                }
            }
            let band = usize::from(stem.band.min(4));
            missed[band] += 1.0 - got;
            unlisted += if band == 4 { got } else { 0.0 };
            gain += idf * (got - stem.chance);
            variance += idf * idf * stem.chance * (1.0 - stem.chance);
            f.rare_words += f32::from(u8::from(idf > 0.6));
            f.keys += f32::from(u8::from(stem.key));
            if stem.title {
                f.title_words += 1.0;
            }
            if seen.name {
                name_mass += idf;
                if others > 0 {
                    name_hit += idf;
                    names += 1;
                    name_reach += others;
                }
            }
        }
        let miss = mass - hit;
        let coverage = hit / mass;
        let scale = 1.0 / (self.seen.len() as f32 + 3.0).sqrt();
        let (mean, deviation) = self.all.without(&self.run, coverage);
        let log1 = |n: u32| (n as f32).ln_1p();
        let flag = |b: bool| f32::from(u8::from(b));
        f.size = log1(self.content);
        let size = log1(self.content) - 3.0;
        f.odds_by_size = ((hit + 0.3) / (miss + 0.3)).ln() * size;
        f.size_squared = size * size;
        f.names_shared = if name_mass > 0.0 { name_hit / name_mass } else { 0.5 };
        f.coverage_z = (coverage - mean) / (deviation + 0.08);
        f.share = self.words as f32 / page.words.max(1) as f32;
        f.length = (last + 1 - first) as f32;
        f.coverage_odds = ((hit + 0.3) / (miss + 0.3)).ln();
        f.coverage_odds_roots = ((hit + 0.5 * roots + 0.3) / (miss - 0.5 * roots + 0.3)).ln();
        let heads = self.heads.saturating_sub(u32::from(head.shape.teaser));
        f.heads = log1(heads.min(20));
        f.teaser = flag(head.shape.teaser && first == last);
        f.blocks = (page.blocks.len() - page.titles).min(60) as f32;
        f.open_lines = if self.lines.0 > 2 {
            self.lines.1 as f32 / self.lines.0 as f32
        } else {
            0.0
        };
        f.beyond_chance = gain / (variance + 0.5).sqrt();
        f.excess = gain / (mass + 0.5);
        f.roots = roots / mass;
        f.spread = wide / mass;
        f.reach = reach / mass / (page.blocks.len() - (last + 1 - first)).max(1) as f32;
        f.miss_0 = missed[0] * scale;
        (f.hit_4, f.miss_4) = (unlisted * scale, missed[4] * scale);
        (f.name_hits, f.name_reach) = (log1(names), log1(name_reach));
        (f.near_before, f.near_after, f.near) = (near_before / mass, near_after / mass, near / mass);
        f.first = flag(first == page.titles);
        self.register(&mut f);
        self.chains(first, last, &mut f);
        f.formula = flag(self.marks.0[Marks::FORMULA] >= 2);
        f.sentences = (self.sentences as f32).min(20.0);
        f.quote_all = flag(head.shape.opens_quote && tail.shape.closes_quote);
        Some(f)
    }

    /// Differences of keyboard and habit between the run and the rest.
    fn register(&self, f: &mut Features) {
        let count = |k: usize| {
            (
                self.marks.0[k] as f32,
                (self.page.marks.0[k].saturating_sub(self.marks.0[k])) as f32,
            )
        };
        let clash = |a: usize, b: usize| {
            let ((x, rest_x), (y, rest_y)) = (count(a), count(b));
            if x + y == 0.0 {
                return 0.0;
            }
            let p = (rest_x + 0.5) / (rest_x + rest_y + 1.0);
            let surprise = -(x * p.ln() + y * (1.0 - p).ln()) / (x + y) - std::f32::consts::LN_2;
            surprise.clamp(-1.0, 4.0) * ((x + y) / 2.0).min(1.0)
        };
        f.apostrophes = clash(Marks::CURLY_APOSTROPHE, Marks::STRAIGHT_APOSTROPHE);
        f.quote_marks = clash(Marks::CURLY_QUOTE, Marks::STRAIGHT_QUOTE);
        let new = |k: usize| f32::from(u8::from(count(k).0 > 0.0 && count(k).1 == 0.0));
        f.she_new = new(Marks::SHE);
        f.he_new = new(Marks::HE);
        f.you_new = new(Marks::YOU);
        f.mister_new = new(Marks::MISTER);
        f.said_clash = clash(Marks::SAID, Marks::SAYS);
    }

    /// Names the article knows, and names that are given in full and nowhere else.
    fn chains(&self, first: usize, last: usize, f: &mut Features) {
        let page = self.page;
        let (mut full, mut known) = (0.0f32, 0.0f32);
        let range = match (page.blocks.get(first), page.blocks.get(last)) {
            (Some(a), Some(b)) => a.chains.0 as usize..b.chains.1 as usize,
            _ => return,
        };
        for chain in page.chains.get(range).unwrap_or_default() {
            let stems = &chain.stems[..usize::from(chain.len)];
            let at = |s: &u32| self.stamps.get(*s as usize).filter(|x| x.0 == self.stamp);
            let seen = |s: &u32| at(s).and_then(|x| self.seen.get(x.1 as usize));
            if chain.starts && stems.len() == 1 && !stems.iter().filter_map(seen).any(|s| s.name) {
                continue;
            }
            if stems.iter().filter_map(seen).any(|s| self.elsewhere(s) > 0) {
                known += 1.0;
            } else if stems.len() > 1 {
                full += 1.0;
            }
        }
        f.full_names_new = full.ln_1p();
        f.known_names = known.ln_1p();
    }
}

/// Log-likelihood ratio of a stem no other block holds: half the background.
const UNSEEN: f32 = -std::f32::consts::LN_2;

impl Sums {
    fn add(&mut self, coverage: f32) {
        let c = f64::from(coverage);
        self.blocks += 1.0;
        self.coverage += c;
        self.squares += c * c;
    }

    /// Mean and deviation of what is left without the run.
    fn without(&self, run: &Sums, otherwise: f32) -> (f32, f32) {
        let n = self.blocks - run.blocks;
        if n < 1.0 {
            return (otherwise, 0.0);
        }
        let mean = (self.coverage - run.coverage) / n;
        let variance = ((self.squares - run.squares) / n - mean * mean).max(0.0);
        (mean as f32, variance.sqrt() as f32)
    }
}

//! What is measured of a run of blocks against the rest of the article. All of it is counting over the index.

use crate::document::insertion::cited::Cited;
use crate::document::insertion::material::NONE;
use crate::document::insertion::page::{Entry, PageIndex};
use crate::document::insertion::shape::Marks;
use crate::document::insertion::sums::Sums;
use crate::document::insertion::weights::Features;

/// Longest run of blocks that is judged as one.
pub(super) const LONGEST: usize = 3;

/// A run of fewer content words is not judged.
const FEWEST: u32 = 4;

/// A run is judged from here down: how far its coverage lies under that of the other blocks, in deviations. Fewer than two in a
/// hundred planted runs lie above, and two thirds of all others.
const STANDS_OUT: f32 = -0.3;

/// A stem of the run in hand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Seen {
    pub(super) stem: u32,
    pub(super) name: bool,
    uses: u32,
    blocks: u32,
    /// The nearest blocks before and after the run that hold it, or [`NONE`].
    pub(super) before: u32,
    pub(super) after: u32,
}

/// Reads runs of one page, one after the other, with its scratch space.
pub(super) struct Reader<'a> {
    page: &'a PageIndex,
    cited: Cited,
    all: Sums,
    /// Coverage of the body's blocks that have enough words, rising.
    ranked: Vec<f32>,
    /// Where a stem stands in `seen`, if it was stamped by the run in hand.
    stamps: Vec<(u32, u32)>,
    roots: Vec<(u32, u32, u32)>,
    /// Scratch of [`Reader::link`].
    linked: Vec<u32>,
    links: u32,
    pub(super) seen: Vec<Seen>,
    run: Sums,
    marks: Marks,
    words: u32,
    content: u32,
    sentences: u32,
    lines: (u32, u32),
    /// Weight of the stems of the run, and of those that other blocks hold.
    mass: f32,
    hit: f32,
    /// The run in hand.
    stamp: u32,
}

impl<'a> Reader<'a> {
    pub(super) fn new(page: &'a PageIndex, cited: Cited) -> Self {
        let mut all = Sums::default();
        let mut ranked = Vec::with_capacity(page.blocks.len());
        for block in page.blocks.iter().skip(page.titles) {
            all.add(block.coverage);
            if block.content >= RANKED {
                ranked.push(block.coverage);
            }
        }
        ranked.sort_unstable_by(f32::total_cmp);
        Reader {
            page,
            cited,
            all,
            ranked,
            stamps: vec![(NONE, 0); page.stems.len()],
            roots: vec![(NONE, 0, NONE); page.roots.len()],
            linked: vec![0; page.stems.len()],
            links: 0,
            // Of a paragraph and its neighbours.
            seen: Vec::with_capacity(page.stems.len().min(128)),
            run: Sums::default(),
            marks: Marks::default(),
            words: 0,
            content: 0,
            sentences: 0,
            lines: (0, 0),
            mass: 0.0,
            hit: 0.0,
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
        (self.mass, self.hit) = (1e-6, 0.0);
    }

    /// Lets the run reach to `last`, which must be its first block or the next one.
    pub(super) fn extend(&mut self, last: usize) {
        let page = self.page;
        let Some(block) = page.blocks.get(last) else { return };
        for entry in page.entries_of(last) {
            self.take(last as u32, entry);
        }
        self.run.add(block.coverage);
        self.marks.add(block.marks.into());
        self.words += block.words;
        self.content += block.content;
        self.sentences += block.sentences;
        self.lines.0 += block.shape.lines;
        self.lines.1 += block.shape.open_lines;
    }

    fn take(&mut self, block: u32, entry: &Entry) {
        let stamp = self.stamp;
        let stem = &self.page.stems[entry.stem as usize];
        let slot = &mut self.stamps[entry.stem as usize];
        if slot.0 == stamp {
            let seen = &mut self.seen[slot.1 as usize];
            seen.uses += u32::from(entry.count);
            seen.blocks += 1;
            seen.after = entry.after;
            seen.name |= entry.name;
            if seen.blocks == stem.blocks {
                self.hit -= stem.idf;
            }
        } else {
            *slot = (stamp, self.seen.len() as u32);
            self.mass += stem.idf;
            self.hit += if stem.blocks > 1 { stem.idf } else { 0.0 };
            self.seen.push(Seen {
                stem: entry.stem,
                name: entry.name,
                uses: u32::from(entry.count),
                blocks: 1,
                before: entry.before,
                after: entry.after,
            });
        }
        if let Some(root) = self.roots.get_mut(stem.root as usize) {
            if root.0 != stamp {
                *root = (stamp, 1, block);
            } else if root.2 != block {
                *root = (stamp, root.1 + 1, block);
            }
        }
    }

    /// In how many blocks outside the run a stem of the run stands.
    pub(super) fn elsewhere(&self, seen: &Seen) -> u32 {
        self.page.stems[seen.stem as usize].blocks.saturating_sub(seen.blocks)
    }

    /// What the run in hand holds of a stem.
    pub(super) fn seen_of(&self, stem: u32) -> Option<&Seen> {
        let stamp = self.stamps.get(stem as usize).filter(|s| s.0 == self.stamp)?;
        self.seen.get(stamp.1 as usize)
    }

    /// Whether a word of the same root stands in another block.
    fn root_elsewhere(&self, root: u32) -> bool {
        match (self.page.roots.get(root as usize), self.roots.get(root as usize)) {
            (Some(all), Some(run)) => *all > if run.0 == self.stamp { run.1 } else { 0 },
            _ => false,
        }
    }

    /// Measures the run from `first` to `last`; nothing when it is too short to judge or shares as much as any other.
    pub(super) fn read(&mut self, first: usize, last: usize) -> Option<Features> {
        if self.content < FEWEST {
            return None;
        }
        let page = self.page;
        let head = page.blocks.get(first)?;
        let coverage = self.hit / self.mass;
        let (mean, deviation) = self.all.without(&self.run, coverage);
        if (coverage - mean) / (deviation + 0.08) > STANDS_OUT {
            return None;
        }
        let mut f = Features {
            rest_coverage: mean,
            coverage_rank: self.rank(first, last, coverage),
            ..Features::default()
        };
        self.count_words(first, last, &mut f);
        let log1 = |n: u32| (n as f32).ln_1p();
        let flag = |b: bool| f32::from(u8::from(b));
        let miss = self.mass - self.hit;
        let size = log1(self.content) - 3.0;
        f.size = log1(self.content);
        f.coverage_odds = ((self.hit + 0.3) / (miss + 0.3)).ln();
        f.odds_by_size = f.coverage_odds * size;
        f.share = self.words as f32 / page.words.max(1) as f32;
        f.length = (last + 1 - first) as f32;
        f.teaser = flag(head.shape.teaser && first == last);
        let body = page.blocks.len() - page.titles;
        f.blocks = body.min(60) as f32;
        f.open_lines = if self.lines.0 > 2 {
            self.lines.1 as f32 / self.lines.0 as f32
        } else {
            0.0
        };
        f.first = flag(first == page.titles);
        f.last = flag(last + 1 == page.blocks.len());
        f.sentences = (self.sentences as f32).min(20.0);
        let rest = (page.body_words.saturating_sub(self.words)) as f32 / (body as f32 - f.length).max(1.0);
        f.paragraph_size = ((self.words as f32 / f.length + 5.0) / (rest + 5.0)).ln();
        f.paragraph_size_off = f.paragraph_size.abs();
        self.register(&mut f);
        self.name_runs(first, last, &mut f);
        self.bridge(first, last, &mut f);
        let cited = self.cited.within(first, last);
        f.sources_unmet = log1(cited.unmet);
        f.he_goes_on = flag(cited.goes_on);
        Some(f)
    }

    /// What share of the other blocks shares less than the run does.
    fn rank(&self, first: usize, last: usize, coverage: f32) -> f32 {
        let own = self.page.blocks.get(first..=last).unwrap_or_default();
        let own = own.iter().filter(|b| b.content >= RANKED);
        let (all, below) = own.fold((0, 0), |(all, below), b| {
            (all + 1, below + usize::from(b.coverage < coverage))
        });
        let under = self.ranked.partition_point(|c| *c < coverage).saturating_sub(below);
        under as f32 / self.ranked.len().saturating_sub(all).max(1) as f32
    }

    /// All that is counted word by word.
    fn count_words(&self, first: usize, last: usize, f: &mut Features) {
        let page = self.page;
        let mut roots = 0.0;
        let (mut names, mut alone) = (0u32, 0u32);
        let mut once = 0.0;
        let (mut hits, mut misses) = ([0.0f32; 5], [0.0f32; 5]);
        for seen in &self.seen {
            let stem = &page.stems[seen.stem as usize];
            let idf = stem.idf;
            let others = self.elsewhere(seen);
            let band = usize::from(stem.band.min(4));
            if others > 0 {
                hits[band] += 1.0;
                once += if others == 1 { idf } else { 0.0 };
                let back = (first as u32).saturating_sub(seen.before);
                let back = if seen.before == NONE { NONE } else { back };
                let on = seen.after.saturating_sub(last as u32);
                f.near_after += if on == 1 { idf } else { 0.0 };
                f.near += if back.min(on) <= 2 { idf } else { 0.0 };
                names += u32::from(seen.name);
            } else {
                misses[band] += 1.0;
                f.repeats_unshared += idf * (seen.uses - 1) as f32;
                roots += if self.root_elsewhere(stem.root) { idf } else { 0.0 };
                alone += u32::from(seen.name);
            }
            f.rare_words += f32::from(u8::from(idf > 0.6));
            f.keys += f32::from(u8::from(stem.key));
            if stem.title {
                f.title_words += 1.0;
                f.title_weight += idf;
            }
        }
        let scale = 1.0 / (self.seen.len() as f32 + 3.0).sqrt();
        let miss = self.mass - self.hit;
        f.coverage_odds_roots = ((self.hit + 0.5 * roots + 0.3) / (miss - 0.5 * roots + 0.3)).ln();
        f.telling_odds = ((hits[2] + hits[3] + 0.3) / (misses[2] + misses[3] + 0.3)).ln();
        (f.hit_0, f.hit_4) = (hits[0] * scale, hits[4] * scale);
        (f.miss_0, f.miss_1, f.miss_2) = (misses[0] * scale, misses[1] * scale, misses[2] * scale);
        (f.names_shared, f.names_new) = ((names as f32).ln_1p(), (alone as f32).ln_1p());
        f.near /= self.mass;
        f.near_after /= self.mass;
        f.shared_once = once / self.mass;
        f.title_weight /= self.mass;
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
        f.dashes = clash(Marks::LONG_DASH, Marks::DOUBLE_DASH);
        let new = |k: usize| f32::from(u8::from(count(k).0 > 0.0 && count(k).1 == 0.0));
        f.she_new = new(Marks::SHE);
        f.he_new = new(Marks::HE);
        f.mister_new = new(Marks::MISTER);
        f.stop_words = self.marks.0[Marks::STOP] as f32 / self.words.max(1) as f32;
    }

    /// Names the article knows, and names that are given in full and nowhere else.
    fn name_runs(&self, first: usize, last: usize, f: &mut Features) {
        let page = self.page;
        let (mut full, mut known) = (0.0f32, 0.0f32);
        let range = match (page.blocks.get(first), page.blocks.get(last)) {
            (Some(a), Some(b)) => a.runs.0 as usize..b.runs.1 as usize,
            _ => return,
        };
        for run in page.runs.get(range).unwrap_or_default() {
            let stems = &run.stems[..usize::from(run.len)];
            let seen = |s: &u32| self.seen_of(*s);
            if run.starts && stems.len() == 1 && !stems.iter().filter_map(seen).any(|s| s.name) {
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

    /// How closely the block behind follows, and whether the blocks around the run follow each other more closely than the run
    /// follows either: taken out, a foreign run leaves no hole.
    fn bridge(&mut self, first: usize, last: usize, f: &mut Features) {
        let before = (first > self.page.titles).then(|| first - 1);
        let after = (last + 1 < self.page.blocks.len()).then_some(last + 1);
        let back = before.map_or(USUAL_LINK, |b| self.link(b, first));
        let on = after.map_or(USUAL_LINK, |a| self.link(last, a));
        let around = match (before, after) {
            (Some(b), Some(a)) => self.link(b, a),
            _ => USUAL_LINK,
        };
        f.link_after = on;
        f.bridge = ((around + 0.05) / (back.max(on) + 0.05)).ln();
    }

    /// Weight of the stems two blocks share, as a share of the lighter one.
    fn link(&mut self, a: usize, b: usize) -> f32 {
        let page = self.page;
        self.links += 1;
        for entry in page.entries_of(a) {
            self.linked[entry.stem as usize] = self.links;
        }
        let both = page
            .entries_of(b)
            .iter()
            .filter(|e| self.linked[e.stem as usize] == self.links);
        let shared: f32 = both.map(|e| page.stems[e.stem as usize].idf).sum();
        shared / (page.blocks[a].mass.min(page.blocks[b].mass) + 1.0)
    }
}

/// A block of fewer content words is not ranked by what it shares.
const RANKED: u32 = 6;

/// The link taken for a neighbour that is not there: about what two neighbours share.
const USUAL_LINK: f32 = 0.08;

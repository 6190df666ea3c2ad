//! Which articles come from one?

use rustc_hash::FxHashMap;

use crate::corpus::index::Corpus;

/// Articles that come from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cluster {
    /// The first of them that was added.
    pub root: usize,
    /// The others, in order.
    pub copies: Vec<usize>,
}

impl Corpus {
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
}

//! Sources that turned out to be one.

use rustc_hash::FxHashMap;

/// Sources that are another source under a second name.
pub(super) type Merged = FxHashMap<u32, u32>;

pub(super) fn root(merged: &Merged, id: u32) -> u32 {
    merged.get(&id).copied().unwrap_or(id)
}

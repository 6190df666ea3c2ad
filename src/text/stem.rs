//! A light suffix stemmer for topic words: enough to join "meeting" with "meetings" and "policies" with "policy".
//!
//! Not a linguistic stemmer: it never looks words up, and it leaves a word alone when fewer than three letters would remain.

/// A stem: the first bytes of a word, and whether a `y` stands behind them ("policies" gives "polic" and `y`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stem {
    /// How many bytes of the word are kept.
    pub(crate) keep: usize,
    /// Whether the stem ends in a `y` that the word does not show.
    pub(crate) with_y: bool,
}

const SUFFIXES: [&str; 9] = ["ingly", "edly", "ings", "ing", "ies", "ied", "ed", "es", "s"];

/// The stem of a folded word.
pub(crate) fn stem(word: &str) -> Stem {
    let whole = Stem {
        keep: word.len(),
        with_y: false,
    };
    // Every suffix ends in one of four letters.
    if !word.ends_with(['s', 'd', 'g', 'y']) {
        return whole;
    }
    for suffix in SUFFIXES {
        let Some(rest) = word.strip_suffix(suffix) else {
            continue;
        };
        if rest.len() < 3 {
            continue;
        }
        if suffix == "s" && rest.ends_with(['s', 'u']) {
            return whole;
        }
        return Stem {
            keep: rest.len(),
            with_y: matches!(suffix, "ies" | "ied"),
        };
    }
    whole
}

/// A 64-bit key of the stem, so that tables need not store its spelling.
pub(crate) fn key(word: &str) -> u64 {
    keys(word).0
}

/// The keys of a word's stem and of its root: the first five letters of the stem, so that "economy" and "economic" share it.
pub(crate) fn keys(word: &str) -> (u64, Option<u64>) {
    let stem = stem(word);
    (stem_key(word, stem), root_key(word, stem))
}

fn stem_key(word: &str, stem: Stem) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    let bytes = word.as_bytes().iter().take(stem.keep).copied();
    for byte in bytes.chain(stem.with_y.then_some(b'y')) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    }
    hash
}

fn root_key(word: &str, stem: Stem) -> Option<u64> {
    let mut hash = 0x6c62_272e_07bb_0142_u64;
    let mut letters = 0;
    for c in word.get(..stem.keep)?.chars().take(5) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0000_0100_0000_01b3);
        letters += 1;
    }
    (letters == 5).then_some(hash)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inflections_share_a_key() {
        for (a, b) in [
            ("meeting", "meetings"),
            ("policy", "policies"),
            ("plotted", "plotting"),
            ("report", "reports"),
        ] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("bus"), key("bu"));
        assert_ne!(key("press"), key("pre"));
    }

    #[test]
    fn short_words_stay_whole() {
        assert_eq!(stem("thing").keep, 5);
        assert_eq!(stem("yes").keep, 3);
        assert_eq!(stem("").keep, 0);
        assert_eq!(stem("élus").keep, 5);
    }

    #[test]
    fn derivations_share_a_root() {
        assert_eq!(keys("economy").1, keys("economics").1);
        assert_eq!(keys("Óscars").1, keys("Óscar").1);
        assert_eq!(keys("tax").1, None);
    }
}

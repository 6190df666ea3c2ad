//! Generated articles with planted copies: the same for every method.

/// Words in an article.
pub const WORDS: u64 = 300;
/// One article in this many carries a copy.
const EVERY: u64 = 25;

/// What was copied from an earlier article, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copy {
    /// A run of 12 words, retyped in capitals.
    Run,
    /// 60 words as they are.
    Passage,
    /// The whole article, every 25th word edited.
    Edited,
    /// The whole article, every 6th word swapped by a program.
    Spun,
}

pub const COPIES: [(Copy, &str); 4] = [
    (Copy::Run, "12 words"),
    (Copy::Passage, "60 words"),
    (Copy::Edited, "edited"),
    (Copy::Spun, "spun"),
];

/// The article that this one copies, and how.
pub fn planted(article: u64) -> Option<(u64, Copy)> {
    let copies = article >= EVERY && article % EVERY == 0;
    copies.then(|| (article - EVERY / 2, COPIES[(article / EVERY % 4) as usize].0))
}

fn mix(mut h: u64) -> u64 {
    h = (h ^ h >> 31).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    h = (h ^ h >> 29).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    h ^ h >> 32
}

/// A word out of some thousands: a few are very common, as in any language.
fn word(article: u64, place: u64) -> String {
    let chance = (mix(article << 20 | place) >> 11) as f64 / (1u64 << 53) as f64;
    let mut rank = (chance.powi(3) * 60_000.0) as u64 + 1;
    let mut out = String::new();
    while rank > 0 {
        out.push(char::from(b"bcdfghklmnprstvz"[(rank % 16) as usize]));
        out.push(char::from(b"aeiou"[(rank / 16 % 5) as usize]));
        rank /= 80;
    }
    out
}

pub fn text(article: u64) -> String {
    let copy = planted(article);
    let mut out = String::with_capacity(8 * WORDS as usize);
    for place in 0..WORDS {
        let word = match copy {
            Some((from, Copy::Run)) if (100..112).contains(&place) => word(from, place).to_uppercase(),
            Some((from, Copy::Passage)) if (100..160).contains(&place) => word(from, place),
            Some((from, Copy::Edited)) if place % 25 != 7 => word(from, place),
            Some((from, Copy::Spun)) if place % 6 != 3 => word(from, place),
            _ => word(article, place),
        };
        out.push_str(&word);
        out.push_str(if place % 17 == 16 { ". " } else { " " });
    }
    out
}

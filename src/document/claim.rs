//! What a headline claims, as words: the one place that says whether a passage tells the same.
//!
//! A claim is the stems of the headline's words that carry meaning. A passage tells the claim when it holds enough of them; how many
//! are enough is for the caller to say. This layer stands on tokens, their distinct words and the lexis. *Blind spots*: a claim told in other
//! words, and two claims about the same things.

use crate::document::english::lexis::fact::{Layer, news};
use crate::document::english::lexis::lexis;
use crate::document::page::token::{Token, TokenKind, Vocabulary};

/// Fewest letters of a word that carries a claim.
const SHORTEST: usize = 4;
/// Letters that words of one stem share at most: `engineer`, `engineering`.
const STEM: usize = 5;
/// Fewest letters that an ending leaves: `sing` is no form of `s`.
const ROOT: usize = 3;

/// The words of a headline that carry its claim.
#[derive(Clone, Debug)]
pub(crate) struct Claim {
    len: usize,
    /// By distinct word of the article: the claim's word with the same stem.
    places: Vec<Option<u16>>,
}

impl Claim {
    /// The claim of a headline, given its tokens.
    pub(crate) fn of(headline: &[Token], vocabulary: &Vocabulary) -> Self {
        let mut stems: Vec<&str> = headline
            .iter()
            .filter(|t| t.kind == TokenKind::Word)
            .map(|t| vocabulary.word(t.word))
            .filter(|word| carries(word))
            .map(stem)
            .collect();
        stems.sort_unstable();
        stems.dedup();
        // Nearly no word of the article begins as a stem does, and is cut to its own.
        let begun: Vec<[u8; ROOT]> = stems.iter().filter_map(|stem| beginning(stem)).collect();
        let bit = |b: [u8; ROOT]| 1_u64 << ((b[0] ^ b[1].rotate_left(2) ^ b[2].rotate_left(4)) % 64);
        let bits = begun.iter().fold(0, |bits, own| bits | bit(*own));
        let place = |word: &str| {
            let own = beginning(word).filter(|own| bits & bit(*own) != 0);
            let begins = own.is_some_and(|own| begun.contains(&own));
            begins.then(|| stems.binary_search(&stem(word)).ok().map(|at| at as u16))?
        };
        Claim {
            len: stems.len(),
            places: vocabulary.classify(place),
        }
    }

    /// How many words it has.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// Which of its words a token is a form of.
    pub(crate) fn place(&self, token: &Token) -> Option<usize> {
        self.places
            .get(token.word.0 as usize)
            .copied()
            .flatten()
            .map(usize::from)
    }
}

fn carries(word: &str) -> bool {
    word.chars().count() >= SHORTEST
        && word.chars().all(char::is_alphanumeric)
        && lexis().facts(word).of(Layer::News) & news::CLAIMLESS == 0
}

/// What a word has in common with its stem; nothing for a word that is too short to carry a claim.
fn beginning(word: &str) -> Option<[u8; ROOT]> {
    word.as_bytes().first_chunk().copied()
}

/// The first letters of a word without its ending: "votes", "voted" and "voting" are one.
fn stem(word: &str) -> &str {
    let ending = ["ing", "ed", "es", "s", "e"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending));
    let root = ending.filter(|root| root.chars().count() >= ROOT).unwrap_or(word);
    let end = root.char_indices().nth(STEM).map_or(root.len(), |(at, _)| at);
    let root = &root[..end];
    // "shipping" is of "ship", and "passes" of "pass".
    match root.as_bytes() {
        [.., a, b] if a == b && root.len() > ROOT && b.is_ascii_alphabetic() => &root[..root.len() - 1],
        _ => root,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_word_share_its_stem() {
        for forms in [
            &["vote", "votes", "voted", "voting"][..],
            &["ship", "ships", "shipped", "shipping"],
            &["pass", "passes", "passed", "passing"],
            &["engineer", "engineers", "engineering"],
            &["flood", "flooded", "flooding"],
        ] {
            assert!(forms.windows(2).all(|w| stem(w[0]) == stem(w[1])), "{forms:?}");
        }
        for (one, other) in [("sing", "song"), ("bus", "busy"), ("king", "kind"), ("mayor", "major")] {
            assert_ne!(stem(one), stem(other));
        }
    }
}

//! Sentences out of place: a paragraph that opens with "He" or "She" when nobody has been named or described before it.
//!
//! The test is strict on purpose. Any name, any person ("the minister", "a neighbor") in the same paragraph, the two before it or the
//! headlines is an antecedent, right or wrong; only where there is none at all does the sentence hang in the air.

use crate::document::english::words;
use crate::document::insertion::material::Material;
use crate::document::insertion::page::PageIndex;
use crate::document::insertion::tables::{TABLES, mark};
use crate::document::insertion::{Insertion, Kind};
use crate::document::page::token::{Token, TokenKind};
use crate::text::inflect;

/// How far back an antecedent may stand, in paragraphs.
const REACH: usize = 3;

pub(super) fn find(material: Material<'_>, page: &PageIndex) -> Option<Insertion> {
    // A capital is found in nearly every block: only where there is none the words are asked one by one.
    let person = |t: &Token| is_person(material.vocabulary.word(t.word));
    let peopled = |at: usize| {
        let range = page.blocks[at].tokens;
        let tokens = &material.tokens[range.0 as usize..range.1 as usize];
        let marked = |(i, t): (usize, &Token)| i > 0 && t.is_capital() || t.kind == TokenKind::Quote;
        tokens.iter().enumerate().any(marked) || tokens.iter().any(person)
    };
    if (0..page.titles).any(peopled) {
        return None;
    }
    let mut bare = 0;
    for at in page.titles..page.blocks.len() {
        let block = &page.blocks[at];
        let pronoun = block.shape.opener & (mark::HE | mark::SHE) != 0 && block.shape.opener & mark::PRONOUN != 0;
        let word = material.word(block.tokens.0);
        if bare >= REACH.min(at - page.titles).max(1) && pronoun && matches!(word, "he" | "she") {
            let sentence = material.sentences.partition_point(|s| s.span.end <= block.span.start);
            let span = material.sentences.get(sentence).map_or(block.span, |s| s.span);
            return Some(Insertion {
                span,
                confidence: 0.5,
                facts: vec![
                    (
                        "pronoun",
                        material
                            .text
                            .get(span.start..)
                            .unwrap_or_default()
                            .chars()
                            .take(3)
                            .collect::<String>()
                            .trim()
                            .to_string(),
                    ),
                    ("paragraphs before it that name or describe nobody", bare.to_string()),
                ],
                kind: Kind::OutOfPlace,
                unshared: Vec::new(),
                shared: Vec::new(),
            });
        }
        bare = if peopled(at) { return None } else { bare + 1 };
    }
    None
}

/// Whether a word may be an antecedent; in doubt it may.
fn is_person(word: &str) -> bool {
    let (marks, class) = (TABLES.marks(word), words::table().class(word));
    if marks & mark::STOP != 0 && marks & (mark::I | mark::HE | mark::SHE) == 0 || class.does(words::usage::THING) {
        return marks & mark::AUTHOR != 0;
    }
    let listed = class.is(words::flag::PERSON | words::flag::TITLE);
    listed || marks & (mark::AUTHOR | mark::I) != 0 || inflect::names_doer(word)
}

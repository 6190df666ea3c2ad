//! Whether a listed word stands in the sense that judges: not as a name, and not as another part of speech.

use crate::document::Document;
use crate::document::page::token::Case;
use crate::signals::editorializing::classes::{BEFORE_LABEL, BEFORE_NOUN, class_of};
use crate::text::lexicon::Match;

/// Whether a single word is part of a name: capitalised inside a sentence.
pub(super) fn is_name(document: &Document<'_>, m: &Match, first: usize, category: &str) -> bool {
    if m.end - m.first > 1 || category == "label-adjective" {
        return false;
    }
    if category == "label-person" {
        // "Marxist Moreno" labels, "John Savage" is called so.
        let ism = ["ist", "ists", "azi", "azis"]
            .iter()
            .any(|e| document.word(m.first).ends_with(e));
        let title = |i: usize| document.tokens().get(i).is_some_and(|t| t.case == Case::Title);
        let opens = m.first > first && class_of(document.word(m.first - 1)) & BEFORE_LABEL != 0;
        return !ism && m.first > first && title(m.first - 1) && title(m.first) && !opens;
    }
    // The first word of a sentence is capitalised anyway; inside it a lone capital is a name, and capitals throughout are a shout.
    m.first > first && document.tokens().get(m.first).is_some_and(|t| t.case == Case::Title)
}

/// Whether a single word that is listed as a verb is a noun here: "the hammer", "in silence", "its fumes".
pub(super) fn is_noun(document: &Document<'_>, m: &Match, first: usize) -> bool {
    let word = document.word(m.first);
    if m.end - m.first > 1 || m.first == first || word.ends_with("ed") || word.ends_with("ing") {
        return false;
    }
    class_of(document.word(m.first - 1)) & BEFORE_NOUN != 0
}

/// Whether a label stands where a title would: "the socialist Moreno".
pub(super) fn is_epithet(document: &Document<'_>, m: &Match, first: usize, end: usize) -> bool {
    let lower = document.tokens().get(m.first).is_some_and(|t| t.case == Case::Lower);
    let name = m.end < end && document.tokens().get(m.end).is_some_and(|t| t.case == Case::Title);
    let alone = !document
        .tokens()
        .get(m.end + 1)
        .is_some_and(|t| m.end + 1 < end && t.is_capital());
    lower && name && alone && m.first > first && document.word(m.first - 1) == "the"
}

//! Whether a listed word stands in the sense that judges: not as a name, and not as another part of speech.

use crate::document::Document;
use crate::document::english::tag::Tag;
use crate::document::page::token::Case;
use crate::signals::editorializing::classes::{BEFORE_LABEL, BEFORE_NOUN, class_of};
use crate::signals::editorializing::tables::TABLES;
use crate::text::lexicon::Match;

/// Whether a single word is part of a name: capitalised inside a sentence.
pub(super) fn is_name(document: &Document<'_>, m: &Match, first: usize, category: &str) -> bool {
    if m.end - m.first > 1 {
        return false;
    }
    let ends = |ends: &[&str]| ends.iter().any(|e| document.word(m.first).ends_with(e));
    let title = |i: usize| document.tokens().get(i).is_some_and(|t| t.case == Case::Title);
    let describes = || {
        let adjectives = TABLES.lexicon.section("label-adjective");
        let entries = TABLES.lexicon.single(document.word(m.first));
        entries.into_iter().any(|(_, e)| Some(e.section) == adjectives)
    };
    // "Marxist Moreno" labels, "Radical Sportswear" is called so.
    let named = document.tokens().get(m.end).is_some_and(|t| t.is_capital());
    if title(m.first) && named && m.first > first && !ends(&["ist", "ic", "ian", "azi"]) && describes() {
        return true;
    }
    if category == "label-adjective" {
        return false;
    }
    if category == "label-person" {
        // "Marxist Moreno" labels, "John Savage" is called so.
        let ism = ends(&["ist", "ists", "azi", "azis"]);
        let opens = m.first > first && class_of(document.word(m.first - 1)) & BEFORE_LABEL != 0;
        return !ism && m.first > first && title(m.first - 1) && title(m.first) && !opens;
    }
    // The first word of a sentence is capitalised anyway; inside it a lone capital is a name, and capitals throughout are a shout.
    m.first > first && title(m.first)
}

/// Whether a single word that is listed as a verb is a noun here, told by the word before it: "the hammer", "in silence". A headline's
/// tags are guesses, so there this is all that is asked.
pub(super) fn is_noun(document: &Document<'_>, m: &Match, first: usize) -> bool {
    let word = document.word(m.first);
    if m.end - m.first > 1 || m.first == first || word.ends_with("ed") || word.ends_with("ing") {
        return false;
    }
    class_of(document.word(m.first - 1)) & BEFORE_NOUN != 0
}

/// The same in a headline: "Restaurant blast rocks city" has its verb behind it.
pub(super) fn is_noun_in_title(document: &Document<'_>, m: &Match, first: usize) -> bool {
    let verb = document.tags().get(m.end) == Some(&Tag::Finite);
    is_noun(document, m, first) || verb && m.end - m.first == 1
}

/// Whether a single word plays another part than the one that judges.
pub(super) fn is_other_part(document: &Document<'_>, m: &Match, first: usize, category: &str) -> bool {
    if m.end - m.first > 1 {
        return false;
    }
    let tag = |i: usize| document.tags().get(i).copied();
    if document.word(m.first) == "so-called" {
        // "The so-called 'blue wall'", "the so-called Five Groups" introduce a name.
        return matches!(tag(m.end), Some(Tag::Quote | Tag::Name | Tag::Number));
    }
    match category {
        // "High-speed rail", "a new brand", "its claims in the strait".
        "loaded-verb" | "doubt-verb" => {
            let before = m.first.checked_sub(1).filter(|i| *i >= first).and_then(tag);
            let noun = tag(m.first) == Some(Tag::Noun) && !document.word(m.first).ends_with("ed");
            let named = match before {
                Some(Tag::Determiner | Tag::Possessive | Tag::Adjective | Tag::Number | Tag::Preposition) => true,
                Some(Tag::Noun) => tag(m.end) == Some(Tag::Noun),
                // "Acts of Karst sabotage, ...", "shock and outrage on": what has no object is no verb of these.
                Some(Tag::Name) => matches!(tag(m.end), Some(Tag::Comma | Tag::Stop)),
                Some(Tag::Coordinator) => matches!(tag(m.end), Some(Tag::Comma | Tag::Stop | Tag::Preposition)),
                _ => false,
            };
            // What a verb follows is its subject: "the dock blasts have fuelled doubts", "Bash pressed on".
            let subject = matches!(tag(m.end), Some(Tag::Finite | Tag::Auxiliary));
            noun && named || subject || is_noun(document, m, first)
        }
        // "Alarming the West", "disturbing her sleep" tell what is done to somebody.
        "judging-negative" | "judging-positive" => {
            let does = tag(m.first) == Some(Tag::Gerund);
            does && matches!(
                tag(m.end),
                Some(Tag::Determiner | Tag::Possessive | Tag::Pronoun | Tag::Name)
            )
        }
        _ => false,
    }
}

/// Whether a participle hangs the outlet's word on what somebody says: "confirming what the mayor has long warned of".
pub(super) fn vouches(document: &Document<'_>, m: &Match) -> bool {
    document.word(m.first).ends_with("ing") && document.word(m.end) == "what"
}

/// Whether "regime" is the government of somebody or of some country: "the Karst regime", "Velm's regime".
pub(super) fn names_a_government(document: &Document<'_>, m: &Match) -> bool {
    let before = m.first.checked_sub(1).and_then(|i| document.tags().get(i));
    document.word(m.first) == "regime" && matches!(before, Some(Tag::Possessive | Tag::Name))
}

/// Whether a label stands where a title would: "the socialist Moreno".
pub(super) fn is_epithet(document: &Document<'_>, m: &Match, first: usize, end: usize) -> bool {
    let lower = document.tokens().get(m.first).is_some_and(|t| t.case == Case::Lower);
    let name = m.end < end && document.tokens().get(m.end).is_some_and(|t| t.case == Case::Title);
    let alone = !document
        .tokens()
        .get(m.end + 1)
        .is_some_and(|t| m.end + 1 < end && t.is_capital());
    // "The far-right Alternative for Velm" is a party.
    let party = matches!(document.word(m.end + 1), "for" | "of");
    lower && name && alone && !party && m.first > first && document.word(m.first - 1) == "the"
}

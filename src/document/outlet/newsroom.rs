//! Classes of the words of relaying, joined once per distinct word.

use std::sync::LazyLock;

use crate::document::page::token::Vocabulary;
use crate::text::lexicon::Lexicon;

/// A set of word classes, one bit each.
pub(crate) type Class = u64;

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(include_str!("newsroom.txt")));

/// The class of each section of the table.
static BITS: LazyLock<Vec<Class>> = LazyLock::new(|| {
    let bit = |name: &String| SECTIONS.iter().find(|(s, _)| s == name).map_or(0, |(_, bit)| *bit);
    WORDS.sections().iter().map(bit).collect()
});

macro_rules! classes {
    ($($name:ident = $section:literal),* $(,)?) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        #[repr(u8)]
        enum Bit { $($name),* }
        $(pub(crate) const $name: Class = 1 << (Bit::$name as u8);)*
        const SECTIONS: &[(&str, Class)] = &[$(($section, $name)),*];
    };
}

classes! {
    TELL = "tell", SPEAK = "speak", SAY = "say", VOICE = "voice", REPORT = "report", PLAIN = "plain-report", CARRY = "carry", QUOTING = "quoting",
    REPORT_NOUN = "report-noun", INTERVIEW = "interview-noun", EVENT = "event-noun", PROGRAMME = "programme-noun", STAFF = "staff",
    AFFILIATED = "affiliated", GENERIC = "generic-outlet", UNNAMED = "unnamed-head", MARK = "unnamed-mark", SHAPE = "shape",
    SHAPE_AIR = "shape-air", SHY_SHAPE = "shy-shape", WIRE_TAIL = "wire-tail", FUNCTION = "function", TIME = "time", SKIP = "skip",
    PRONOUN = "pronoun", FIRST_PERSON = "first-person", PERSON = "person-plain", DOCUMENT = "document", HONORIFIC = "honorific", HEARSAY = "hearsay", MODAL = "modal", GENERIC_PERSON = "generic-person",
    RELATIVE = "relative", MEDIA_WORD = "media-word",
}

/// The classes of every word of an article.
pub(crate) fn classify(vocabulary: &Vocabulary) -> Vec<Class> {
    let lexicon: &Lexicon = &WORDS;
    let bits: &[Class] = &BITS;
    let mut classes = vec![0; vocabulary.len()];
    vocabulary.singles(lexicon, |word, _, entry| {
        classes[word.0 as usize] |= bits.get(usize::from(entry.section)).copied().unwrap_or(0);
    });
    classes
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_parses() {
        let _ = super::Lexicon::parse(include_str!("newsroom.txt")).expect("a good list");
    }
}

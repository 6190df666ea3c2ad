//! Is it English? By the share of function words, which no English prose does without.

use crate::document::page::token::{Token, TokenKind, Vocabulary};
use crate::document::page::words::{self, PageWord};
use crate::text::known::Memo;

/// Fewer words than this cannot be told.
const FEWEST: usize = 20;
/// English news has .35 to .50 of its words in the table, headlines .15 and up; Dutch, German, French, Spanish and Finnish
/// prose under .06 (own counts on texts written for the tests).
const SHARE: f64 = 0.12;

/// `en`, or `und` when it is something else or there is too little.
pub(crate) fn detect(tokens: &[Token], vocabulary: &Vocabulary) -> &'static str {
    static IS_ENGLISH: Memo<bool> = Memo::new();
    let english = words::recall(vocabulary, &IS_ENGLISH, |_, told| told.is(PageWord::English));
    let words = tokens.iter().filter(|t| t.kind == TokenKind::Word);
    let (mut all, mut hits) = (0usize, 0usize);
    for token in words {
        all += 1;
        hits += usize::from(english[token.word.0 as usize]);
    }
    if all < FEWEST {
        // Short input is given the benefit of the doubt: a headline, a sentence.
        return "en";
    }
    if hits as f64 >= SHARE * all as f64 { "en" } else { "und" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;
    use crate::document::page::tokenize::tokenize;

    fn language(text: &str) -> &'static str {
        let (mut lines, _) = split_lines(text);
        let (tokens, vocabulary) = tokenize(text, &mut lines);
        detect(&tokens, &vocabulary)
    }

    #[test]
    fn english_is_told_from_finnish_and_german() {
        let english = "The harbour master said on Monday that the ferry would not sail before the storm had passed, and that all of the passengers were safe.";
        let finnish = "Satamakapteeni kertoi maanantaina, että lautta ei lähde ennen kuin myrsky on ohi, ja että kaikki matkustajat ovat turvassa eikä kukaan ole loukkaantunut pahasti.";
        let german = "Der Hafenmeister sagte am Montag, dass die Fähre nicht auslaufen werde, bevor der Sturm vorüber sei, und dass alle Fahrgäste in Sicherheit seien und niemand verletzt wurde.";
        assert_eq!(language(english), "en");
        assert_eq!(language(finnish), "und");
        assert_eq!(language(german), "und");
    }
}

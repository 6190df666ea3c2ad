//! Folding one word: the spelling under which tables know it.
//!
//! Folding lower-cases, straightens apostrophes and hyphens, and drops the dot of an abbreviation and what nobody sees: soft
//! hyphens, marks of no width, ligatures. It makes a view; offsets stay those of the text as given.

/// Whether a character has no width and no meaning inside a word of English: break marks, joiners, marks of direction.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The letters that one drawn letter stands for: `ﬁ`.
fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

/// Appends the folded spelling of one source word to `out`.
///
/// `U.S.`, `U.S`, `USA`, `U.S.A.` and a capital `US` all fold to `u.s.`, so that `us` is always the pronoun.
///
/// ```
/// # use onrecord::text::fold::fold_word;
/// let mut out = String::new();
/// fold_word("Didn’t", &mut out);
/// assert_eq!(out, "didn't");
/// ```
pub fn fold_word(word: &str, out: &mut String) {
    if matches!(word, "US" | "U.S." | "U.S" | "USA" | "U.S.A." | "U.S.A") {
        out.push_str("u.s.");
        return;
    }
    let dotted = word.ends_with('.') && word.len() > 1;
    let body = if dotted && !word[..word.len() - 1].contains('.') {
        &word[..word.len() - 1]
    } else {
        word
    };
    if body.is_ascii() && !body.contains('`') {
        let from = out.len();
        out.push_str(body);
        out[from..].make_ascii_lowercase();
        return;
    }
    for c in body.chars() {
        match c {
            '’' | '‘' | '´' | '`' | 'ʼ' => out.push('\''),
            '‐' | '‑' => out.push('-'),
            c if is_invisible(c) => {}
            c => match ligature(c) {
                Some(letters) => out.push_str(letters),
                None => out.extend(c.to_lowercase()),
            },
        }
    }
}

/// The folded spelling as a new string.
pub fn folded(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_word(word, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::folded;

    #[test]
    fn the_country_is_not_the_pronoun() {
        for w in ["US", "U.S.", "U.S", "USA"] {
            assert_eq!(folded(w), "u.s.");
        }
        assert_eq!(folded("us"), "us");
        assert_eq!(folded("Us"), "us");
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        for w in [
            "offi\u{ad}cial",
            "offi\u{200b}cial",
            "o\u{fb03}cial",
            "\u{2060}official\u{feff}",
        ] {
            assert_eq!(folded(w), "official");
        }
    }

    #[test]
    fn abbreviation_dots_go_initialisms_keep_theirs() {
        assert_eq!(folded("Gen."), "gen");
        assert_eq!(folded("a.m."), "a.m.");
        assert_eq!(folded("D’Arcy"), "d'arcy");
        assert_eq!(folded("."), ".");
    }
}

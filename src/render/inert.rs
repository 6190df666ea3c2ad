//! Text of others, so that it steers nothing that shows it: no terminal, no build log, no reader's eye.
//!
//! What a format escapes for its own sake (a quote mark in JSON, `<` in HTML) is that format's work, not done here.

use std::borrow::Cow;

/// What is shown for a character that would steer a terminal, or reverse what is read.
pub fn visible(c: char) -> char {
    match c {
        '\u{0}'..='\u{1f}' => char::from_u32(0x2400 + c as u32).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'
        | '\u{2029}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// Words of others on one line: a name in an error, a reason of the gate.
pub fn line(text: &str) -> String {
    let shown: String = text.chars().map(visible).collect();
    log(&shown).into_owned()
}

/// A text for a log that carries out commands: GitHub takes `##[group]` anywhere in a line and `::error::` at its start, Azure
/// `##vso[…]`. Their marks are shown by look-alikes of the same width.
pub fn log(text: &str) -> Cow<'_, str> {
    if !text.contains("##") && !text.contains("::") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for line in text.split_inclusive('\n') {
        let words = line.trim_start();
        out.push_str(&line[..line.len() - words.len()]);
        let rest = words.strip_prefix("::").inspect(|_| out.push_str("∶∶"));
        out.push_str(&rest.unwrap_or(words).replace("##", "#♯"));
    }
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_a_log_carries_out_nothing() {
        assert_eq!(
            log("a ##[group]b\n  ::error::c\nd ::e"),
            "a #♯[group]b\n  ∶∶error::c\nd ::e"
        );
        for harmless in ["# Heading", "a: b", "std::path", "#1"] {
            assert_eq!(log(harmless), harmless);
        }
        assert!(!log("#####vso[a]").contains("##"));
        assert_eq!(line("a\n::b\u{1b}]0;c\u{7}\u{202e}"), "a␊::b␛]0;c␇\u{fffd}");
    }
}

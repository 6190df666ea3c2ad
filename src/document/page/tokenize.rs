//! Cuts lines into tokens.
//!
//! One pass over the bytes. Nine tokens in ten are plain ASCII words and take a short path; the careful way knows abbreviations,
//! initials, possessives, contractions, hyphens, numbers and web addresses.

use crate::document::page::line::Line;
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary, WordId};
use crate::document::page::words::{self, PageWord};
use crate::text::fold::{fold_word, is_invisible};
use crate::text::intern::SHORT;
use crate::text::span::Span;
use crate::text::word::{leading_small, load};

fn is_word_char(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{591}'..='\u{5c7}' | '\u{900}'..='\u{903}' | '\u{93a}'..='\u{94f}' | '\u{200d}' | '_')
}

/// Accents stand for an apostrophe where they are typed between letters: `Roe´s`.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '´' | '`')
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '‐' | '‑')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

fn first(text: &str) -> Option<char> {
    text.chars().next()
}

/// Splits each line into tokens and sets the lines' token ranges.
pub(crate) fn tokenize(text: &str, lines: &mut [Line]) -> (Vec<Token>, Vocabulary) {
    let mut scanner = Scanner {
        text,
        // English news has a token every five bytes.
        tokens: Vec::with_capacity(text.len() / 5 + 16),
        vocabulary: Vocabulary::for_text(text.len()),
        folded: String::new(),
    };
    for line in lines {
        let from = scanner.tokens.len() as u32;
        scanner.line(line.span);
        line.tokens = from..scanner.tokens.len() as u32;
    }
    scanner.vocabulary.join(&mut scanner.tokens);
    if scanner.tokens.capacity() / 8 > scanner.tokens.len() / 7 {
        scanner.tokens.shrink_to_fit();
    }
    (scanner.tokens, scanner.vocabulary)
}

struct Scanner<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    vocabulary: Vocabulary,
    folded: String,
}

impl Scanner<'_> {
    fn line(&mut self, span: Span) {
        let line = &self.text[span];
        let bytes = self.text.as_bytes();
        let mut at = 0;
        while at < line.len() {
            let start = span.start + at;
            if bytes[start] == b' ' {
                at += 1;
                continue;
            }
            if let Some(plain) = plain_word(bytes, start) {
                self.push_plain(start, plain);
                at += plain.len;
                // Nearly always; a line never begins with it.
                at += usize::from(bytes.get(span.start + at) == Some(&b' '));
                continue;
            }
            if let Some(kind) = plain_mark(bytes[start], bytes.get(start + 1)) {
                let word = self.vocabulary.intern_short(u64::from(bytes[start]), 1);
                self.put(start, 1, word, kind, Case::None);
                at += 1;
                continue;
            }
            let Some(c) = first(&line[at..]) else { break };
            if is_space(c) {
                at += c.len_utf8();
                continue;
            }
            let (len, kind) = if is_word_char(c) {
                word(line, at)
            } else {
                other(line, at, c)
            };
            self.push(start, len, kind);
            at += len;
        }
    }

    /// An ASCII word of letters, already known to have no mark inside.
    fn push_plain(&mut self, start: usize, plain: Plain) {
        let end = start + plain.len;
        let word = if plain.len <= SHORT {
            self.vocabulary.intern_short(plain.letters, plain.len)
        } else if plain.case == Case::Lower {
            self.vocabulary.intern(&self.text[start..end])
        } else {
            self.folded.clear();
            self.folded.push_str(&self.text[start..end]);
            self.folded.make_ascii_lowercase();
            self.vocabulary.intern(&self.folded)
        };
        self.put(start, plain.len, word, TokenKind::Word, plain.case);
    }

    fn push(&mut self, start: usize, len: usize, kind: TokenKind) {
        let source = &self.text[start..start + len];
        let case = if kind == TokenKind::Word {
            case_of(source)
        } else {
            Case::None
        };
        let word = match kind {
            TokenKind::Word | TokenKind::Number => {
                self.folded.clear();
                fold_word(source, &mut self.folded);
                self.vocabulary.intern(&self.folded)
            }
            _ => self.vocabulary.intern(fold_mark(source)),
        };
        self.put(start, len, word, kind, case);
    }

    #[inline]
    fn put(&mut self, start: usize, len: usize, word: WordId, kind: TokenKind, case: Case) {
        self.tokens.push(Token {
            start: start as u32,
            end: (start + len) as u32,
            word,
            kind,
            case,
            opens: 0,
        });
    }
}

/// What a mark of one byte is that stands for itself, whatever is around it but a mark like it.
#[inline]
fn plain_mark(byte: u8, next: Option<&u8>) -> Option<TokenKind> {
    match byte {
        b',' | b';' | b':' | b'!' | b'?' | b'(' | b')' | b'[' | b']' => Some(TokenKind::Punct),
        b'.' if next != Some(&b'.') => Some(TokenKind::Punct),
        b'"' => Some(TokenKind::Quote),
        _ => None,
    }
}

/// A word that is nothing but ASCII letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Plain {
    /// Bytes.
    len: usize,
    case: Case,
    /// Its first eight letters in lower case, the first lowest, zeros after its end.
    letters: u64,
}

/// Reads a word of ASCII letters, lower or title case, that ends before a space or a plain mark: nine tokens in ten. Everything else
/// takes the careful way. (A zero is the end of the text, or ends a word as a space does.)
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> Option<Plain> {
    let chunk = load(bytes, at);
    let first = chunk as u8;
    // Only a capital's fold is its own letter in lower case; no other byte becomes a letter by it.
    let folded = chunk | (u64::from(first.is_ascii_uppercase()) << 5);
    let mut len = leading_small(folded);
    if len == 0 {
        return None;
    }
    let (next, letters) = if len < 8 {
        ((chunk >> (8 * len)) as u8, folded & ((1 << (8 * len)) - 1))
    } else {
        loop {
            let run = leading_small(load(bytes, at + len));
            len += run;
            if run < 8 {
                break;
            }
        }
        (bytes.get(at + len).copied().unwrap_or_default(), folded)
    };
    let case = if first.is_ascii_lowercase() {
        Case::Lower
    } else if len > 1 {
        Case::Title
    } else {
        Case::Upper
    };
    let ends = match next {
        b' ' | b',' | b';' | b'!' | b'?' | b')' | b'"' | b'\n' | b'\r' | 0 => true,
        // No abbreviation is written so: those in small letters have three at most, all others six.
        b'.' => len > 6 || (len > 3 && case == Case::Lower),
        _ => false,
    };
    ends.then_some(Plain { len, case, letters })
}

/// One spelling for each kind of mark, so that rules compare with one string.
fn fold_mark(source: &str) -> &str {
    match source {
        "–" | "—" | "―" | "−" | "--" | "---" => "—",
        "..." | "…" | ".." | "...." => "…",
        "“" | "”" | "„" | "‟" | "\"" | "''" | "``" | "″" => "\"",
        "‘" | "’" | "‚" | "'" | "`" | "´" => "'",
        "’s" | "’S" | "'S" => "'s",
        mark => mark,
    }
}

fn case_of(word: &str) -> Case {
    let mut upper = 0usize;
    let mut lower = 0usize;
    let mut first_upper = None;
    for c in word.chars() {
        let up = c.is_uppercase();
        let down = !up && c.is_lowercase();
        upper += usize::from(up);
        lower += usize::from(down);
        if first_upper.is_none() && (up || down) {
            first_upper = Some(up);
        }
    }
    match (first_upper, upper, lower) {
        (None, ..) => Case::None,
        (Some(false), 0, _) => Case::Lower,
        (Some(true), _, 0) => Case::Upper,
        (Some(true), 1, _) => Case::Title,
        // `Anti-Maduro`, `Al-Sayed`: every part is a title.
        (Some(true), ..)
            if word
                .split(is_hyphen)
                .all(|p| p.chars().skip(1).all(|c| !c.is_uppercase())) =>
        {
            Case::Title
        }
        _ => Case::Mixed,
    }
}

/// Length and kind of the token that begins with a word character.
fn word(line: &str, from: usize) -> (usize, TokenKind) {
    let rest = &line[from..];
    let number = first(rest).is_some_and(|c| c.is_numeric());
    if let Some(len) = web_address(rest) {
        return (len, TokenKind::Symbol);
    }
    let mut at = 0;
    let mut letters_since_dot = 0;
    let mut dotted = false;
    let mut hyphen_letter = false;
    while let Some(c) = first(&rest[at..]) {
        if is_invisible(c) {
            // What nobody sees parts no word: `minis\u{ad}ter`.
            let behind = rest[at..].trim_start_matches(is_invisible);
            if first(behind).is_some_and(is_word_char) {
                at = rest.len() - behind.len();
                continue;
            }
            break;
        }
        let next = first(&rest[at + c.len_utf8()..]);
        let joins = if is_word_char(c) {
            letters_since_dot += 1;
            true
        } else if is_apostrophe(c) {
            next.is_some_and(char::is_alphabetic) && !is_clitic(&rest[at + c.len_utf8()..]) && at > 0
        } else if is_hyphen(c) {
            let joins = next.is_some_and(char::is_alphanumeric);
            hyphen_letter |= next.is_some_and(char::is_alphabetic);
            joins
        } else if c == '&' {
            next.is_some_and(char::is_alphanumeric)
        } else if c == '.' || c == ',' {
            let after_digit = rest[..at].chars().next_back().is_some_and(|p| p.is_ascii_digit());
            if next.is_some_and(|n| n.is_ascii_digit()) && after_digit {
                true
            } else if c == '.' && letters_since_dot == 1 && !after_digit && next.is_some_and(char::is_alphabetic) {
                // `U.S`, `a.m`: one letter between dots.
                let one_letter = rest[at + 1..].chars().nth(1).is_none_or(|n| !is_word_char(n));
                dotted |= one_letter;
                letters_since_dot = 0;
                one_letter
            } else {
                false
            }
        } else {
            false
        };
        if !joins {
            break;
        }
        at += c.len_utf8();
    }
    if rest[at..].starts_with('.') && !rest[at + 1..].starts_with('.') && takes_dot(&rest[..at], dotted) {
        at += 1;
    }
    let kind = if number && !hyphen_letter {
        TokenKind::Number
    } else {
        TokenKind::Word
    };
    (at, kind)
}

/// `s` of a possessive: a token of its own.
fn is_clitic(after: &str) -> bool {
    let mut chars = after.chars();
    matches!(chars.next(), Some('s' | 'S')) && chars.next().is_none_or(|c| !is_word_char(c))
}

fn takes_dot(word: &str, dotted: bool) -> bool {
    if dotted {
        return true;
    }
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return c.is_uppercase() || words::is(PageWord::Small, word);
    }
    if word.len() > 6 || !word.is_ascii() || !word.as_bytes()[0].is_ascii_uppercase() {
        // In small letters they have three at most: `plain_word` counts on it.
        return word.len() <= 3 && words::is(PageWord::Small, word);
    }
    let mut lower = [0u8; 6];
    let lower = &mut lower[..word.len()];
    lower.copy_from_slice(word.as_bytes());
    lower.make_ascii_lowercase();
    std::str::from_utf8(lower).is_ok_and(|w| {
        let told = words::told(w);
        told.is(PageWord::Abbreviation) || told.is(PageWord::Title)
    })
}

fn web_address(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let starts = |p: &str| bytes.len() > p.len() && bytes[..p.len()].eq_ignore_ascii_case(p.as_bytes());
    if !(starts("http://") || starts("https://") || starts("www.")) {
        return None;
    }
    let end = rest
        .find(|c: char| is_space(c) || matches!(c, '"' | '”' | '<' | '>'))
        .unwrap_or(rest.len());
    Some(rest[..end].trim_end_matches(['.', ',', ')', ';', ':', '!', '?']).len())
}

/// Length and kind of the token that begins with any other visible character.
fn other(line: &str, from: usize, c: char) -> (usize, TokenKind) {
    let rest = &line[from..];
    let one = c.len_utf8();
    let next = first(&rest[one..]);
    let run = |of: char, most: usize| rest.chars().take(most).take_while(|d| *d == of).count() * one;
    match c {
        '\'' | '’' | '´' | '`' => {
            let before = line[..from].chars().next_back();
            if before.is_some_and(is_word_char) && is_clitic(&rest[one..]) {
                return (one + 1, TokenKind::Word);
            }
            if c == '`' {
                return (run('`', 2), TokenKind::Quote);
            }
            if next.is_some_and(|n| n.is_ascii_digit()) && c == '’' {
                return (one + word(line, from + one).0, TokenKind::Number);
            }
            if c == '\'' && next == Some('\'') {
                return (2, TokenKind::Quote);
            }
            (one, TokenKind::Quote)
        }
        '"' | '“' | '”' | '„' | '‟' | '«' | '»' | '‹' | '›' | '‘' | '‚' | '″' => {
            (one, TokenKind::Quote)
        }
        '@' | '#' if next.is_some_and(is_word_char) => (one + word(line, from + one).0, TokenKind::Word),
        '.' => (run('.', 4), TokenKind::Punct),
        '-' => (run('-', 3), TokenKind::Punct),
        '!' | '?' | ',' | ';' | ':' | '(' | ')' | '[' | ']' | '{' | '}' | '…' | '–' | '—' | '―' | '−' | '‐' | '‑'
        | '·' | '•' | '|' | '/' | '\\' | '*' | '¿' | '¡' | '。' | '，' => (one, TokenKind::Punct),
        _ => (one, TokenKind::Symbol),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;

    fn tokens(text: &str) -> Vec<String> {
        let (mut lines, _) = split_lines(text);
        let (tokens, _) = tokenize(text, &mut lines);
        tokens.iter().map(|t| text[t.span()].to_string()).collect()
    }

    fn folded(text: &str) -> Vec<String> {
        let (mut lines, _) = split_lines(text);
        let (tokens, vocabulary) = tokenize(text, &mut lines);
        tokens.iter().map(|t| vocabulary.word(t.word).to_string()).collect()
    }

    #[test]
    fn what_nobody_sees_parts_no_word() {
        let plain = folded("The official spoke.");
        for hidden in [
            "\u{ad}", "\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{200e}",
        ] {
            let inside = format!("The offi{hidden}cial spoke.");
            assert_eq!(folded(&inside), plain, "{hidden:?}");
            assert_eq!(
                tokens(&inside)[1],
                format!("offi{hidden}cial"),
                "the text stays as given"
            );
            assert_eq!(
                folded(&format!("The{hidden} official {hidden}spoke.")),
                plain,
                "{hidden:?}"
            );
        }
        assert_eq!(folded("The o\u{fb03}cial spoke."), plain);
    }

    #[test]
    fn abbreviations_initials_and_initialisms_keep_their_dot() {
        assert_eq!(
            tokens("Gen. J. Roe of the U.S. left."),
            ["Gen.", "J.", "Roe", "of", "the", "U.S.", "left", "."]
        );
        assert_eq!(
            tokens("at 5 p.m. in St. Ives"),
            ["at", "5", "p.m.", "in", "St.", "Ives"]
        );
        assert_eq!(tokens("story.The end"), ["story", ".", "The", "end"]);
    }

    #[test]
    fn possessives_part_and_contractions_hold() {
        assert_eq!(
            tokens("Venezuela’s officials' plan didn't"),
            ["Venezuela", "’s", "officials", "'", "plan", "didn't"]
        );
        assert_eq!(folded("FRN’s"), ["frn", "'s"]);
        assert_eq!(tokens("O’Brien's"), ["O’Brien", "'s"]);
        assert_eq!(folded("Tor´s don`t ´so`"), ["tor", "'s", "don't", "'", "so", "'"]);
    }

    #[test]
    fn numbers_stay_whole() {
        assert_eq!(
            tokens("$40,000, 3.5% of 1990s 11-member"),
            ["$", "40,000", ",", "3.5", "%", "of", "1990s", "11-member"]
        );
    }

    /// As [`tokenize`], without the short paths.
    fn carefully(text: &str) -> Vec<(Span, TokenKind, Case, String)> {
        let mut scanner = Scanner {
            text,
            tokens: Vec::new(),
            vocabulary: Vocabulary::for_text(0),
            folded: String::new(),
        };
        let mut at = 0;
        while let Some(c) = first(&text[at..]) {
            if is_space(c) {
                at += c.len_utf8();
                continue;
            }
            let (len, kind) = if is_word_char(c) {
                word(text, at)
            } else {
                other(text, at, c)
            };
            scanner.push(at, len, kind);
            at += len;
        }
        told(&scanner.tokens, &scanner.vocabulary)
    }

    fn told(tokens: &[Token], vocabulary: &Vocabulary) -> Vec<(Span, TokenKind, Case, String)> {
        let one = |t: &Token| (t.span(), t.kind, t.case, vocabulary.word(t.word).to_string());
        tokens.iter().map(one).collect()
    }

    #[test]
    fn the_short_paths_lead_where_the_careful_way_does() {
        let letters = "abcdefghijklmnopqrstuvwxyz";
        let mut words: Vec<String> = (1..=20).map(|len| letters[..len].to_string()).collect();
        let abbreviations = [PageWord::Abbreviation, PageWord::Title].into_iter();
        words.extend(abbreviations.flat_map(words::phrases).map(str::to_string));
        words.extend(["www", "http", "us", "usa", "it", "z"].map(str::to_string));
        let title = |w: &String| w[..1].to_uppercase() + &w[1..];
        let written = words.iter().flat_map(|w| [w.clone(), title(w), w.to_uppercase()]);
        for word in written {
            for behind in [
                "",
                " x",
                ".",
                ". X",
                ".x",
                "..",
                "...",
                ",",
                ";x",
                ": ",
                "://x.example",
                "!",
                "?!",
                ")",
                "]",
                "\"",
                "”",
                "'",
                "'s x",
                "’t",
                "-x",
                "1",
                "é",
                "\t",
                "\u{0}",
                "\u{0}x",
                "&x",
                "_",
            ] {
                for before in ["", "\"", "(", "1 ", "“", ".", "[", "x ", "  "] {
                    let text = format!("{before}{word}{behind}");
                    let (mut lines, _) = split_lines(&text);
                    let (tokens, vocabulary) = tokenize(&text, &mut lines);
                    assert_eq!(told(&tokens, &vocabulary), carefully(&text), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn odd_bytes_are_tokens_or_space() {
        assert_eq!(tokens("a\u{0}b \u{202e}שלום e\u{301}"), ["a", "b", "שלום", "e\u{301}"]);
        assert_eq!(
            tokens("see https://x.example/a?b=1, then"),
            ["see", "https://x.example/a?b=1", ",", "then"]
        );
    }
}

//! Reading articles: what a file's bytes are taken for, and one clear line when they cannot be read.
//!
//! Every reader gives [`Article`]s whose spans are bytes of the text it gives: for plain text and Markdown that is
//! the file itself, for a record its title and text, for a web page the text taken out of it. Nothing here opens a file, so the
//! same readers serve a program that has its bytes from elsewhere.

#[cfg(feature = "html")]
mod bounds;
#[cfg(feature = "html")]
mod html;
pub mod markdown;
mod quoted;
#[cfg(feature = "json")]
pub mod records;

use std::path::Path;

use crate::article::Article;

/// What a file's bytes are taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Plain UTF-8.
    Text,
    /// Markdown with optional front matter.
    Markdown,
    /// A web page, of which the article is taken.
    Html,
    /// One record, or an array of records.
    Json,
    /// One record a line.
    Jsonl,
}

impl Kind {
    /// Every kind with the endings of its files.
    pub const ENDINGS: [(&'static str, Kind); 9] = [
        ("txt", Kind::Text),
        ("text", Kind::Text),
        ("md", Kind::Markdown),
        ("markdown", Kind::Markdown),
        ("html", Kind::Html),
        ("htm", Kind::Html),
        ("json", Kind::Json),
        ("jsonl", Kind::Jsonl),
        ("ndjson", Kind::Jsonl),
    ];

    /// The kind a file name's ending stands for, in either case.
    pub fn of(path: &Path) -> Option<Kind> {
        let ending = path.extension()?.to_str()?;
        Kind::ENDINGS
            .iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(ending))
            .map(|(_, kind)| *kind)
    }
}

/// Why an input could not be read, and where in it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Problem {
    message: String,
    line: Option<u64>,
    column: Option<u64>,
}

impl Problem {
    pub(crate) fn new(message: impl Into<String>) -> Self {
        Problem {
            message: message.into(),
            line: None,
            column: None,
        }
    }

    #[cfg(any(feature = "json", feature = "html"))]
    pub(crate) fn at(mut self, line: u64, column: Option<u64>) -> Self {
        self.line = Some(line);
        self.column = column;
        self
    }

    /// 1-based line of the input, where one can be named.
    pub fn line(&self) -> Option<u64> {
        self.line
    }

    /// 1-based column of that line, where one can be named.
    pub fn column(&self) -> Option<u64> {
        self.column
    }
}

/// An article as read, with what only its file knows.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Input {
    /// The article.
    pub article: Article,
    /// What the file was taken for.
    pub kind: Kind,
    /// Line of the file where the article's record stands, for records.
    pub record_line: Option<u64>,
    /// Findings the author has silenced inside the file.
    pub silences: Vec<markdown::Silence>,
}

impl Input {
    fn new(article: Article, kind: Kind) -> Self {
        Input {
            article,
            kind,
            record_line: None,
            silences: Vec::new(),
        }
    }
}

/// Bytes as text; a byte order mark is left out.
///
/// # Errors
/// When the bytes are not UTF-8: names the offset of the first bad byte.
pub fn utf8(bytes: &[u8]) -> Result<&str, Problem> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.strip_prefix('\u{feff}').unwrap_or(text)),
        Err(error) => {
            let at = error.valid_up_to();
            let byte = bytes.get(at).copied().unwrap_or_default();
            let hint = if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
                " (it looks like UTF-16)"
            } else {
                ""
            };
            Err(Problem::new(format!(
                "not UTF-8: byte 0x{byte:02x} at offset {at}{hint}"
            )))
        }
    }
}

/// Reads one article from a whole file; records are read by the module `records`.
///
/// # Errors
/// When the bytes are not UTF-8, or a web page holds no article.
pub fn article(bytes: &[u8], kind: Kind) -> Result<Input, Problem> {
    let text = utf8(bytes)?;
    match kind {
        Kind::Markdown => Ok(markdown::read(text)),
        #[cfg(feature = "html")]
        Kind::Html => html::read(text),
        #[cfg(not(feature = "html"))]
        Kind::Html => Err(Problem::new(
            "web pages need the feature `html`, which this build leaves out",
        )),
        Kind::Text | Kind::Json | Kind::Jsonl => Ok(Input::new(Article::new(text), kind)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bad_byte_is_named() {
        let problem = utf8(b"caf\xe9 closed").expect_err("latin-1 is not UTF-8");
        assert_eq!(problem.to_string(), "not UTF-8: byte 0xe9 at offset 3");
        assert!(utf8(b"\xff\xfea\0").expect_err("UTF-16").to_string().contains("UTF-16"));
    }

    #[test]
    fn a_byte_order_mark_is_not_text() {
        assert_eq!(utf8("\u{feff}Ferry sinks".as_bytes()), Ok("Ferry sinks"));
    }

    #[test]
    fn endings_are_read_in_either_case() {
        assert_eq!(Kind::of(Path::new("a/B.JSONL")), Some(Kind::Jsonl));
        assert_eq!(Kind::of(Path::new("README")), None);
    }
}

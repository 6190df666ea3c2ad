//! How every word table of the crate is written, and the one reader of it.
//!
//! A table is lines: `[section]` heads, entries with `key=value` pairs behind `;`, blank lines, and comments behind `#`. What an entry
//! means is its owner's: phrases for [`lexicon`], facts of one word for the lexis of `document`.
//!
//! [`lexicon`]: crate::text::lexicon

/// What is wrong with a table, and where.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct LexiconError {
    /// 1-based line of the list.
    pub line: usize,
    /// What was found and what was expected.
    pub message: String,
}

/// A line that says something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Row<'t> {
    /// `[section]`
    Section(&'t str),
    /// An entry of the section above it.
    Entry(Entry<'t>),
}

/// An entry as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry<'t> {
    /// The whole entry.
    pub(crate) text: &'t str,
    /// What stands before the first `;`.
    pub(crate) phrase: &'t str,
    attributes: Option<&'t str>,
}

impl<'t> Entry<'t> {
    /// The pairs behind it, in order.
    pub(crate) fn attributes(self) -> impl Iterator<Item = Result<(&'t str, &'t str), String>> {
        let parts = self.attributes.into_iter().flat_map(|all| all.split(';'));
        parts.map(|part| {
            let part = part.trim();
            part.split_once('=')
                .map(|(key, value)| (key.trim(), value.trim()))
                .ok_or_else(|| format!("`{part}`: an attribute has the form `key=value`"))
        })
    }
}

/// The rows of a table, each with its line.
pub(crate) fn rows(table: &str) -> impl Iterator<Item = Result<(usize, Row<'_>), LexiconError>> {
    let mut headed = false;
    table.lines().enumerate().filter_map(move |(index, raw)| {
        let text = strip_comment(raw).trim();
        if text.is_empty() {
            return None;
        }
        let line = index + 1;
        let row = row(text, &mut headed);
        Some(
            row.map(|row| (line, row))
                .map_err(|message| LexiconError { line, message }),
        )
    })
}

fn row<'t>(text: &'t str, headed: &mut bool) -> Result<Row<'t>, String> {
    if let Some(name) = text.strip_prefix('[') {
        *headed = true;
        let name = name.strip_suffix(']');
        let name = name.ok_or_else(|| format!("`{text}`: a section head ends in `]`"))?;
        return Ok(Row::Section(name.trim()));
    }
    if !*headed {
        return Err(format!("`{text}` stands before any `[section]`"));
    }
    let (phrase, attributes) = match text.split_once(';') {
        Some((phrase, rest)) => (phrase.trim_end(), Some(rest)),
        None => (text, None),
    };
    Ok(Row::Entry(Entry {
        text,
        phrase,
        attributes,
    }))
}

fn strip_comment(line: &str) -> &str {
    match line.find('#') {
        Some(0) => "",
        Some(i) if line.as_bytes()[i - 1].is_ascii_whitespace() => &line[..i],
        _ => line,
    }
}

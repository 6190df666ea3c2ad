//! Laying out prose for a terminal: wrapping with some words marked. Knows columns and words, not reports.
//!
//! # Design
//!
//! The diagnostics crates show source *lines*; a news paragraph is one line of a thousand characters, so they would print it
//! as one endless row. Here the passage is wrapped first, and the marks follow the words they belong to.

use std::fmt::Write as _;

use crate::render::inert::visible;
use crate::text::span::{Span, ceil_boundary, floor_boundary};

/// How far a window reaches from a finding when no sentence ends before, in bytes: about four lines of a terminal.
const REACH: usize = 320;
/// A marked passage longer than this is shown by its beginning and its end.
const LONGEST: usize = 700;

/// One terminal row: text, and which columns of it are marked.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    /// Cells with their mark: 0 is none, otherwise the index of the mark plus one.
    cells: Vec<(char, usize)>,
    width: usize,
}

impl Row {
    /// The row as plain text.
    pub(crate) fn text(&self) -> String {
        self.cells.iter().map(|(c, _)| *c).collect()
    }

    /// The row of `^` that belongs below it, or nothing when no word is marked.
    pub(crate) fn underline(&self) -> Option<String> {
        let last = self.cells.iter().rposition(|(_, mark)| *mark > 0)?;
        let mut line = String::new();
        for (c, mark) in self.cells.iter().take(last + 1) {
            for _ in 0..columns(*c) {
                line.push(if *mark > 0 { '^' } else { ' ' });
            }
        }
        Some(line)
    }

    /// The row with `paint` put around each marked stretch.
    pub(crate) fn painted(&self, paint: impl Fn(usize) -> (&'static str, &'static str)) -> String {
        let (mut line, mut on) = (String::new(), 0);
        for (c, mark) in &self.cells {
            if *mark != on {
                if on > 0 {
                    line.push_str(paint(on - 1).1);
                }
                if *mark > 0 {
                    line.push_str(paint(*mark - 1).0);
                }
                on = *mark;
            }
            line.push(*c);
        }
        if on > 0 {
            line.push_str(paint(on - 1).1);
        }
        line
    }
}

/// The passage a reader needs to judge the words at `span`: the sentence around them, or what fits of it.
pub(crate) fn window(text: &str, span: Span) -> Span {
    Span::new(window_start(text, span.start), window_end(text, span.end))
}

fn window_start(text: &str, at: usize) -> usize {
    let floor = floor_boundary(text, at.saturating_sub(REACH));
    let before = text.get(floor..at).unwrap_or("");
    if let Some(newline) = before.rfind('\n') {
        let line = floor + newline + 1;
        return sentence_start(text, line, at);
    }
    let start = sentence_start(text, floor, at);
    if start > floor || floor == 0 {
        return start;
    }
    // No sentence begins within reach: begin with a whole word.
    before.find(char::is_whitespace).map_or(floor, |gap| floor + gap + 1)
}

/// Start of the last sentence that begins in `floor..at`, or `floor`.
fn sentence_start(text: &str, floor: usize, at: usize) -> usize {
    let passage = text.get(floor..at).unwrap_or("");
    let mut start = 0;
    for (i, c) in passage.char_indices() {
        let next = matches!(c, '.' | '!' | '?')
            .then(|| sentence_after(text, floor + i))
            .flatten();
        if let Some(next) = next.filter(|next| *next <= at) {
            start = next - floor;
        }
    }
    floor + start
}

fn window_end(text: &str, at: usize) -> usize {
    let ceiling = ceil_boundary(text, (at + REACH).min(text.len()));
    let after = text.get(at..ceiling).unwrap_or("");
    // A finding that ends with its sentence's own stop has its window's end already.
    let inside = text.get(..at).is_some_and(|t| {
        t.trim_end_matches(['"', '”', '’', '\'', ')'])
            .ends_with(['.', '!', '?'])
    });
    if inside && sentence_after(text, at.saturating_sub(1)).is_some_and(|next| next <= at + 2) {
        return at;
    }
    for (i, c) in after.char_indices() {
        if c == '\n' {
            return at + i;
        }
        let next = matches!(c, '.' | '!' | '?')
            .then(|| sentence_after(text, at + i))
            .flatten();
        if let Some(next) = next {
            return at + text.get(at..next).map_or(i, |t| t.trim_end().len());
        }
    }
    if ceiling == text.len() {
        return ceiling;
    }
    after.rfind(char::is_whitespace).map_or(ceiling, |gap| at + gap)
}

/// Where the next sentence begins when the one with the stop at `stop` ends there. In doubt (abbreviations, initials) it does
/// not: a window that is too long costs less than one that is cut in a name.
fn sentence_after(text: &str, stop: usize) -> Option<usize> {
    let rest = text.get(stop..)?;
    let closed = rest.trim_start_matches(['.', '!', '?', '"', '”', '’', '\'', ')', ']']);
    let next = closed.trim_start_matches([' ', '\t']);
    if next.len() == closed.len() {
        return None;
    }
    let opens = next
        .trim_start_matches(['"', '“', '‘', '\'', '(', '['])
        .chars()
        .next()?;
    if !(opens.is_uppercase() || opens.is_numeric()) {
        return None;
    }
    let from = floor_boundary(text, stop.saturating_sub(12));
    let word: String = text
        .get(from..stop)?
        .chars()
        .rev()
        .take_while(|c| c.is_alphanumeric() || *c == '.')
        .collect();
    let (letters, dotted) = (word.chars().count(), word.contains('.'));
    let capital = word.chars().next_back().is_some_and(char::is_uppercase);
    let abbreviation = rest.starts_with('.') && (dotted || letters < 2 || (capital && letters <= 4));
    (!abbreviation).then(|| text.len() - next.len())
}

/// Wraps `window` of `text` to `width` columns, with the words inside `marks` marked by the index of their mark. White space is
/// collapsed, line ends of the text are kept, and what lies far from any mark is left out with an ellipsis.
pub(crate) fn lay(text: &str, window: Span, marks: &[Span], width: usize) -> Vec<Row> {
    let mut rows = vec![Row::default()];
    let mut word: Vec<(char, usize)> = Vec::new();
    let mut gap = 0;
    let end = window.end.min(text.len());
    let before = text.get(..window.start).unwrap_or("");
    if !before.is_empty() && !before.ends_with(['\n', ' ', '\t']) || starts_inside(text, window.start) {
        word.push(('…', 0));
        word.push((' ', 0));
        flush(&mut rows, &mut word, 0, width);
    }
    let hidden = hidden(text, window, marks);
    let mut next = window.start;
    while let Some(c) = text.get(next..end).and_then(|rest| rest.chars().next()) {
        let at = next;
        next += c.len_utf8();
        let mark = marks.iter().position(|m| m.holds(at)).map_or(0, |m| m + 1);
        if let Some(cut) = hidden.filter(|cut| cut.start == at) {
            flush(&mut rows, &mut word, gap, width);
            for c in " […] ".chars() {
                word.push((c, 0));
            }
            flush(&mut rows, &mut word, 0, width);
            next = cut.end.max(next);
            gap = 0;
        } else if c == '\n' {
            flush(&mut rows, &mut word, gap, width);
            if rows.last().is_some_and(|row| row.width > 0) {
                rows.push(Row::default());
            }
            gap = 0;
        } else if c == '\u{a0}' {
            // Keeps its neighbours on one row: "58 %".
            word.push((' ', mark));
        } else if c.is_whitespace() {
            flush(&mut rows, &mut word, gap, width);
            gap = mark + 1;
        } else {
            word.push((visible(c), mark));
        }
    }
    flush(&mut rows, &mut word, gap, width);
    if end < text.len() && cut_after(text, end) {
        word.push(('…', 0));
        flush(&mut rows, &mut word, 1, width);
    }
    rows.retain(|row| row.width > 0);
    rows
}

/// Whether the text goes on in the middle of a sentence at the window's first byte.
fn starts_inside(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or("").trim_end_matches([' ', '\t']);
    !before.is_empty() && !before.ends_with(['\n', '.', '!', '?', '"', '”', '’', '\'', ')', ']'])
}

fn cut_after(text: &str, end: usize) -> bool {
    let shown = text
        .get(..end)
        .unwrap_or("")
        .trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']);
    let rest = text.get(end..).unwrap_or("");
    !shown.ends_with(['.', '!', '?', '\n'])
        && !rest.trim_start_matches([' ', '\t']).starts_with(['\n', '\r'])
        && !rest.trim().is_empty()
}

/// The middle of a long passage, which is not worth a screen.
fn hidden(text: &str, window: Span, marks: &[Span]) -> Option<Span> {
    if window.len() <= LONGEST {
        return None;
    }
    let widest = marks.iter().max_by_key(|m| m.len()).copied().unwrap_or(window);
    let (from, to) = (
        widest.start.max(window.start) + LONGEST * 3 / 5,
        widest.end.min(window.end).saturating_sub(LONGEST / 5),
    );
    (from < to).then(|| Span::new(word_start(text, from), word_start(text, to)))
}

/// The first place at or after `at` where a word begins, not further than a long word away.
fn word_start(text: &str, at: usize) -> usize {
    let at = ceil_boundary(text, at.min(text.len()));
    let near = text
        .get(at..ceil_boundary(text, (at + 40).min(text.len())))
        .unwrap_or("");
    near.find(char::is_whitespace).map_or(at, |gap| {
        at + gap + near[gap..].chars().next().map_or(0, char::len_utf8)
    })
}

/// Puts a word on the last row, or on a new one where it does not fit; breaks a word wider than a row.
fn flush(rows: &mut Vec<Row>, word: &mut Vec<(char, usize)>, gap: usize, width: usize) {
    let needed: usize = word.iter().map(|(c, _)| columns(*c)).sum();
    if needed == 0 {
        word.clear();
        return;
    }
    let fits = |row: &Row, needed: usize| row.width + usize::from(gap > 0 && row.width > 0) + needed <= width;
    if !rows.last().is_some_and(|row| fits(row, needed)) && rows.last().is_some_and(|row| row.width > 0) {
        rows.push(Row::default());
    }
    for (i, (c, mark)) in word.drain(..).enumerate() {
        if rows
            .last()
            .is_some_and(|row| row.width > 0 && row.width + columns(c) > width)
        {
            rows.push(Row::default());
        }
        let Some(row) = rows.last_mut() else { return };
        if i == 0 && gap > 0 && row.width > 0 {
            // The gap between two words of one mark is marked with them.
            let joined = if mark > 0 && gap == mark + 1 { mark } else { 0 };
            row.cells.push((' ', joined));
            row.width += 1;
        }
        row.cells.push((c, mark));
        row.width += columns(c);
    }
}

/// Wraps plain words to `width` columns: `first` opens the first row, `rest` the others.
pub(crate) fn fill(out: &mut String, words: &str, first: &str, rest: &str, width: usize) {
    let room = width.saturating_sub(columns_of(first).max(columns_of(rest))).max(20);
    for (i, row) in lay(words, Span::new(0, words.len()), &[], room).iter().enumerate() {
        let _ = writeln!(out, "{}{}", if i == 0 { first } else { rest }, row.text());
    }
}

/// Columns of a whole string.
pub(crate) fn columns_of(text: &str) -> usize {
    text.chars().map(columns).sum()
}

/// The first `width` columns of `text` on one line, with an ellipsis where something was cut off.
pub(crate) fn clip(text: &str, width: usize) -> String {
    let mut line: String = String::new();
    let (mut used, mut gap) = (0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            gap = !line.is_empty();
            continue;
        }
        let needed = columns(c) + usize::from(gap);
        if used + needed > width {
            while used + 1 > width {
                used -= line.pop().map_or(used, columns);
            }
            line.truncate(line.trim_end().len());
            line.push('…');
            break;
        }
        if gap {
            line.push(' ');
        }
        line.push(visible(c));
        (used, gap) = (used + needed, false);
    }
    line
}

/// Columns a character takes on a terminal: enough of UAX #11 for what news text holds.
fn columns(c: char) -> usize {
    match u32::from(c) {
        0x20..=0x7e | 0xa0..=0x2ff => 1,
        0x300..=0x36f | 0x200b..=0x200d | 0x20d0..=0x20ff | 0xfe00..=0xfe0f | 0xfeff => 0,
        0x1100..=0x115f
        | 0x2e80..=0xa4cf
        | 0xac00..=0xd7a3
        | 0xf900..=0xfaff
        | 0xfe30..=0xfe6f
        | 0xff00..=0xff60
        | 0xffe0..=0xffe6 => 2,
        0x1f300..=0x1f64f | 0x1f680..=0x1f6ff | 0x1f900..=0x1faff | 0x20000..=0x3fffd => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str, width: usize) -> String {
        let start = text.find(words).expect("words are in the text");
        let span = Span::new(start, start + words.len());
        let mut out = String::new();
        for row in lay(text, window(text, span), &[span], width) {
            let _ = writeln!(out, "{}", row.text());
            if let Some(line) = row.underline() {
                let _ = writeln!(out, "{line}");
            }
        }
        out
    }

    #[test]
    fn the_window_is_the_sentence_around_the_words() {
        let text = "The mayor left. A source said on Monday that she had wept. Nobody saw it.\nNext line.";
        assert_eq!(
            shown(text, "A source", 80),
            "A source said on Monday that she had wept.\n^^^^^^^^\n"
        );
    }

    #[test]
    fn an_abbreviation_does_not_end_the_window() {
        let text = "He met Gen. Ortiz of the U.S. Army and Lt. J. Smith there. Rain fell.";
        assert_eq!(
            shown(text, "Ortiz", 80),
            "He met Gen. Ortiz of the U.S. Army and Lt. J. Smith there.\n            ^^^^^\n"
        );
    }

    #[test]
    fn marks_follow_their_words_over_a_wrap() {
        let text = "one two three four five six";
        assert_eq!(
            shown(text, "three four", 14),
            "one two three\n        ^^^^^\nfour five six\n^^^^\n"
        );
    }

    #[test]
    fn a_word_wider_than_the_screen_is_broken_not_lost() {
        let text = "x".repeat(50);
        let rows = lay(&text, Span::new(0, 50), &[], 20);
        assert_eq!(rows.iter().map(|r| r.text().len()).collect::<Vec<_>>(), [20, 20, 10]);
    }

    #[test]
    fn control_characters_cannot_steer_the_terminal() {
        let text = "a \u{1b}[31mred\u{0} \u{202e}word";
        assert_eq!(shown(text, "red", 80), "a ␛[31mred␀ \u{fffd}word\n       ^^^\n");
    }

    #[test]
    fn wide_and_combining_characters_keep_the_underline_in_place() {
        let text = "北京 cafe\u{301} said so";
        assert_eq!(shown(text, "said", 80), "北京 cafe\u{301} said so\n          ^^^^\n");
    }

    #[test]
    fn a_long_passage_is_shown_by_its_ends() {
        let text = "word ".repeat(2_000);
        let rows = lay(&text, Span::new(0, text.len()), &[Span::new(0, text.len())], 80);
        assert!(rows.len() < 15, "{}", rows.len());
        assert!(rows.iter().any(|r| r.text().contains("[…]")));
    }

    #[test]
    fn a_line_end_inside_a_passage_stays_a_line_end() {
        let text = "First headline\nSecond part of it";
        assert_eq!(
            shown(text, "headline\nSecond", 80),
            "First headline\n      ^^^^^^^^\nSecond part of it\n^^^^^^\n"
        );
    }

    #[test]
    fn a_hard_space_is_no_place_to_break() {
        let mut out = String::new();
        fill(&mut out, "one two three 58\u{a0}%", "", "", 20);
        assert_eq!(out, "one two three 58 %\n");
        out.clear();
        fill(&mut out, "one two three four 58\u{a0}%", "", "", 20);
        assert_eq!(out, "one two three four\n58 %\n");
    }

    #[test]
    fn clipping_counts_columns() {
        assert_eq!(clip("a  long\nlabel here", 11), "a long lab…");
        assert_eq!(clip("short", 11), "short");
    }
}

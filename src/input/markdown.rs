//! Markdown as an article: front matter and headings understood, marks blanked out, every byte in its place.
//!
//! # Design
//!
//! Spans must stand in the file as given, so nothing is taken out: each byte of markup becomes a space, and the prose stays where
//! it was. The analysis then reads plain text, and an editor finds byte 512 at byte 512. Not a Markdown parser: what is in doubt
//! stays text.

use crate::article::Article;
use crate::input::{Input, Kind, quoted};
use crate::text::span::{Span, floor_boundary};

/// Longest address of a link, or tag, that is recognised, in bytes.
const LONGEST_MARK: usize = 2048;

/// Findings an author has silenced in the file, by a comment `<!-- onrecord: ignore RULE … -->` before a paragraph
/// (`ignore-file` for the whole file).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Silence {
    /// Where findings are silenced.
    pub span: Span,
    /// Ids of rules or signals; none silences all.
    pub rules: Vec<String>,
    /// 1-based line of the comment.
    pub line: u64,
}

/// Reads a Markdown file.
pub(super) fn read(source: &str) -> Input {
    let mut page = Page {
        source,
        masked: source.as_bytes().to_vec(),
        title: None,
        silences: Vec::new(),
    };
    let (matter, body) = front_matter(source);
    let known = page.front(matter, body);
    page.lines(body);
    // Whole characters became spaces, so this is still UTF-8; the unmasked file is the honest fallback.
    let text = String::from_utf8(page.masked).unwrap_or_else(|_| source.to_owned());
    let mut article = Article::builder(text).authors(known.authors);
    article = article.quoted_blocks(quoted::in_markdown(source, body));
    if let Some(title) = page.title {
        article = article.title_at(title);
    }
    if let Some(date) = known.date {
        article = article.published(date);
    }
    if let Some(publisher) = known.publisher {
        article = article.publisher(publisher);
    }
    if let Some(url) = known.url {
        article = article.url(url);
    }
    Input {
        silences: page.silences,
        ..Input::new(article.build(), Kind::Markdown)
    }
}

#[derive(Debug, Default)]
struct Known {
    date: Option<String>,
    publisher: Option<String>,
    url: Option<String>,
    authors: Vec<String>,
}

/// The front matter between its fences, and where the body begins.
fn front_matter(source: &str) -> (Span, usize) {
    for fence in ["---", "+++"] {
        let Some(rest) = source.strip_prefix(fence) else {
            continue;
        };
        let Some(newline) = rest.find('\n').filter(|n| rest[..*n].trim().is_empty()) else {
            continue;
        };
        let start = fence.len() + newline + 1;
        let mut at = start;
        for line in source[start..].split_inclusive('\n') {
            let closes = line.trim_end();
            if closes == fence || (fence == "---" && closes == "...") {
                return (Span::new(start, at), at + line.len());
            }
            at += line.len();
        }
    }
    (Span::default(), 0)
}

struct Page<'a> {
    source: &'a str,
    masked: Vec<u8>,
    title: Option<Span>,
    silences: Vec<Silence>,
}

impl Page<'_> {
    /// Blanks a range, line ends kept.
    fn mask(&mut self, from: usize, to: usize) {
        for byte in self.masked.get_mut(from..to).unwrap_or_default() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }

    /// Reads `key: value` lines of the front matter; only the title's words stay visible.
    fn front(&mut self, matter: Span, body: usize) -> Known {
        let mut known = Known::default();
        let (mut at, mut list, mut title) = (matter.start, false, None);
        for line in self.source[matter].split_inclusive('\n') {
            let start = at;
            at += line.len();
            if let Some(item) = line.trim_start().strip_prefix("- ").filter(|_| list) {
                known.authors.push(unquoted(item).to_owned());
                continue;
            }
            let Some((key, value)) = line
                .split_once([':', '='])
                .filter(|_| !line.starts_with([' ', '\t', '#']))
            else {
                continue;
            };
            let text = unquoted(value);
            let key = key.trim().to_ascii_lowercase();
            list = matches!(key.as_str(), "author" | "authors" | "byline") && text.is_empty();
            match key.as_str() {
                _ if text.is_empty() => {}
                "title" | "headline" => {
                    let from = start + (line.len() - value.len()) + value.find(text).unwrap_or(0);
                    title = Some(Span::new(from, from + text.len()));
                }
                "date" | "published" | "pubdate" => known.date = Some(text.to_owned()),
                "publisher" | "outlet" | "site" | "source" => known.publisher = Some(text.to_owned()),
                "url" | "link" | "canonical" => known.url = Some(text.to_owned()),
                "author" | "authors" | "byline" => {
                    let names = text.strip_prefix('[').and_then(|t| t.strip_suffix(']')).unwrap_or(text);
                    known.authors.extend(
                        names
                            .split(',')
                            .map(|name| unquoted(name).to_owned())
                            .filter(|name| !name.is_empty()),
                    );
                }
                _ => {}
            }
        }
        let heading = self.source[body..]
            .lines()
            .find(|l| !l.trim().is_empty())
            .and_then(|l| l.strip_prefix("# "));
        // The same title twice would be read as a repetition: the heading stays.
        if title.is_some_and(|t| heading.is_some_and(|h| h.trim() == &self.source[t])) {
            title = None;
        }
        let kept = title.unwrap_or(Span::new(body, body));
        self.mask(0, kept.start);
        self.mask(kept.end, body);
        self.title = title;
        known
    }

    /// Block structure: one line at a time.
    fn lines(&mut self, body: usize) {
        let source = self.source;
        let (mut at, mut number) = (body, source[..body].matches('\n').count() as u64);
        let (mut fence, mut comment): (Option<&str>, Option<usize>) = (None, None);
        let (mut waiting, mut paragraph): (Vec<Silence>, Option<Span>) = (Vec::new(), None);
        for line in source[body..].split_inclusive('\n') {
            let (start, end) = (at, at + line.len());
            at = end;
            number += 1;
            let text = line.trim();
            if let Some(opened) = comment {
                let Some(close) = line.find("-->") else { continue };
                self.mask(opened, start + close + 3);
                comment = None;
                continue;
            }
            if let Some(mark) = fence {
                self.mask(start, end);
                if text.starts_with(mark) {
                    fence = None;
                }
                continue;
            }
            if let Some(mark) = ["```", "~~~"].into_iter().find(|mark| text.starts_with(mark)) {
                fence = Some(mark);
                self.mask(start, end);
                continue;
            }
            let mut from = 0;
            while let Some(open) = line[from..].find("<!--").map(|open| from + open) {
                let Some((inner, close)) = comment_end(line, open) else {
                    comment = Some(start + open);
                    break;
                };
                self.mask(start + open, start + close);
                from = close;
                if let Some((rules, whole)) = directive(inner) {
                    let silence = Silence {
                        span: Span::new(0, source.len()),
                        rules,
                        line: number,
                    };
                    if whole {
                        self.silences.push(silence)
                    } else {
                        waiting.push(silence)
                    }
                }
            }
            if comment.is_some_and(|opened| source[start..opened].trim().is_empty()) {
                continue;
            }
            // A silence reaches over the paragraph that it stands before or in.
            if self
                .masked
                .get(start..end)
                .unwrap_or_default()
                .iter()
                .all(u8::is_ascii_whitespace)
            {
                self.silence(&mut waiting, paragraph.take());
            } else {
                let span = Span::new(start, end);
                paragraph = Some(paragraph.map_or(span, |p| p.cover(span)));
            }
            self.block(start, line);
        }
        self.silence(&mut waiting, paragraph);
    }

    /// Gives the silences that wait for a paragraph theirs.
    fn silence(&mut self, waiting: &mut Vec<Silence>, paragraph: Option<Span>) {
        if let Some(span) = paragraph {
            self.silences
                .extend(waiting.drain(..).map(|silence| Silence { span, ..silence }));
        }
    }

    /// The marks that open a line, then those within it.
    fn block(&mut self, start: usize, line: &str) {
        let text = line.trim_end();
        let indent = text.len() - text.trim_start().len();
        let inner = text.trim_start();
        let rule = |c: char| inner.len() >= 3 && inner.chars().all(|x| x == c || x == ' ');
        if rule('-') || rule('*') || rule('_') || (!inner.is_empty() && inner.chars().all(|c| c == '=')) {
            return self.mask(start, start + line.len());
        }
        if inner.starts_with('[')
            && inner.find("]:").is_some_and(|close| !inner[..close].contains(' '))
            && !inner.starts_with("[^")
        {
            return self.mask(start, start + line.len());
        }
        if inner.starts_with('|') && inner.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            return self.mask(start, start + line.len());
        }
        let hashes = inner.len() - inner.trim_start_matches('#').len();
        let mut from = start + indent;
        if (1..=6).contains(&hashes) && inner[hashes..].starts_with(' ') {
            self.mask(from, from + hashes);
            let heading = inner[hashes..].trim_end_matches('#').trim();
            if hashes == 1 && self.title.is_none() && !heading.is_empty() && self.blank_before(start) {
                let at = from + hashes + inner[hashes..].find(heading).unwrap_or(0);
                self.title = Some(Span::new(at, at + heading.len()));
            }
            let kept = from + hashes + inner[hashes..].trim_end_matches('#').len();
            self.mask(kept, start + text.len());
            from += hashes;
        } else {
            let quoted = inner.len() - inner.trim_start_matches(['>', ' ']).len();
            self.mask(from, from + quoted);
            from += quoted;
            if inner[quoted..].starts_with("- ")
                || inner[quoted..].starts_with("* ")
                || inner[quoted..].starts_with("+ ")
            {
                self.mask(from, from + 1);
                from += 1;
            }
        }
        self.inline(from, start + text.len());
    }

    fn blank_before(&self, at: usize) -> bool {
        self.masked
            .get(..at)
            .unwrap_or_default()
            .iter()
            .all(u8::is_ascii_whitespace)
    }

    /// Emphasis, code, links, images and tags within a line.
    fn inline(&mut self, from: usize, to: usize) {
        let source = self.source;
        let line = source.get(from..to).unwrap_or("");
        let mut skip = 0;
        // Open brackets of this line that may turn out to be a link's text.
        let mut open: Vec<(usize, bool)> = Vec::new();
        for (i, c) in line.char_indices() {
            if i < skip {
                continue;
            }
            let (at, rest) = (from + i, &line[i..]);
            let before = line[..i].chars().next_back();
            match c {
                '\\' if rest[1..].starts_with(|next: char| next.is_ascii_punctuation()) => {
                    self.mask(at, at + 1);
                    skip = i + 2;
                }
                '`' => self.mask(at, at + 1),
                '*' | '_' => {
                    let run = rest.len() - rest.trim_start_matches(c).len();
                    let after = rest[run..].chars().next();
                    let (left, right) = (
                        before.is_some_and(|b| !b.is_whitespace()),
                        after.is_some_and(|a| !a.is_whitespace()),
                    );
                    let inside = before.is_some_and(char::is_alphanumeric) && after.is_some_and(char::is_alphanumeric);
                    if (left || right) && !(c == '_' && inside) {
                        self.mask(at, at + run);
                    }
                    skip = i + run;
                }
                '!' if rest.starts_with("![") => {
                    open.push((i, true));
                    skip = i + 2;
                }
                '[' => open.push((i, false)),
                ']' => {
                    let Some((opened, image)) = open.pop() else { continue };
                    let reference = line[opened..].starts_with("[^");
                    let tail = link_tail(&rest[1..]);
                    if image && tail > 0 {
                        self.mask(from + opened, at + 1 + tail);
                    } else if reference {
                        self.mask(from + opened, at + 1 + usize::from(rest[1..].starts_with(':')));
                    } else if tail > 0 {
                        self.mask(from + opened, from + opened + 1);
                        self.mask(at, at + 1 + tail);
                    }
                    skip = i + 1 + tail;
                }
                '<' if rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || c == '/') => {
                    if let Some(close) = near(rest).find('>') {
                        self.mask(at, at + close + 1);
                        skip = i + close + 1;
                    }
                }
                _ => {}
            }
        }
    }
}

/// The words of a comment that opens at a place of a line, and where it ends when it does so on the line: `<!-->` and `<!--->` are
/// whole comments without words.
fn comment_end(line: &str, open: usize) -> Option<(&str, usize)> {
    let inner = open + 4;
    if let Some(short) = [">", "->"].into_iter().find(|end| line[inner..].starts_with(end)) {
        return Some(("", inner + short.len()));
    }
    let close = inner + line[inner..].find("-->")?;
    Some((&line[inner..close], close + 3))
}

/// Length of a link's target behind its text: `(address)` or `[label]`, else 0.
fn link_tail(rest: &str) -> usize {
    let rest = near(rest);
    let close = match rest.chars().next() {
        Some('(') => {
            let mut depth = 0usize;
            rest.char_indices().find_map(|(i, c)| {
                depth = if c == '(' {
                    depth + 1
                } else {
                    depth - usize::from(c == ')')
                };
                (depth == 0).then_some(i)
            })
        }
        Some('[') => rest.find(']'),
        _ => None,
    };
    close.map_or(0, |close| close + 1)
}

/// As far as a mark is looked for: no address or tag is longer, and a page of open marks stays linear.
fn near(rest: &str) -> &str {
    rest.get(..floor_boundary(rest, LONGEST_MARK)).unwrap_or(rest)
}

fn unquoted(value: &str) -> &str {
    let value = value.trim();
    ['"', '\'']
        .into_iter()
        .find_map(|q| value.strip_prefix(q)?.strip_suffix(q))
        .unwrap_or(value)
}

/// Rules named by a comment for us, and whether it is for the whole file.
fn directive(comment: &str) -> Option<(Vec<String>, bool)> {
    let said = comment.trim().strip_prefix("onrecord:")?.trim();
    let (whole, rules) = match said.strip_prefix("ignore-file") {
        Some(rules) => (true, rules),
        None => (false, said.strip_prefix("ignore")?),
    };
    Some((
        rules
            .split([' ', ',', '\t'])
            .filter(|r| !r.is_empty())
            .map(str::to_owned)
            .collect(),
        whole,
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(source: &str) -> String {
        let input = read(source);
        assert_eq!(input.article.text().len(), source.len(), "no byte moves");
        input.article.text().to_owned()
    }

    #[test]
    fn front_matter_is_read_and_only_its_title_stays() {
        let source = "---\ntitle: \"Ferry sinks\"\ndate: 2024-05-01\nauthor: [Ana Roe, \"Li Po\"]\npublisher: Harbor Times\n---\n\nIt sank.\n";
        let input = read(source);
        assert_eq!(input.article.title(), Some("Ferry sinks"));
        assert_eq!(input.article.published(), Some("2024-05-01"));
        assert_eq!(input.article.authors(), ["Ana Roe", "Li Po"]);
        assert_eq!(input.article.publisher(), Some("Harbor Times"));
        assert_eq!(
            input.article.text().split_whitespace().collect::<Vec<_>>(),
            ["Ferry", "sinks", "It", "sank."]
        );
        assert_eq!(input.article.text().find("It"), source.find("It"));
        assert_eq!(&input.article.text()[input.article.body_start()..], "It sank.\n");
    }

    #[test]
    fn a_first_heading_is_the_title() {
        let input = read("# Ferry sinks #\n\nIt sank.");
        assert_eq!(
            (input.article.title(), input.article.body_start()),
            (Some("Ferry sinks"), 17)
        );
        let input = read("---\ntitle: Ferry sinks\n---\n# Ferry sinks\n\nIt sank.");
        assert_eq!(
            input.article.text().split_whitespace().collect::<Vec<_>>(),
            ["Ferry", "sinks", "It", "sank."]
        );
        assert_eq!(input.article.title(), Some("Ferry sinks"));
    }

    #[test]
    fn marks_are_blanked_and_words_stay() {
        assert_eq!(
            text("He *said* **so** in [the report](http://a.b/c_(d))."),
            "He  said    so   in  the report                   ."
        );
        assert_eq!(text("- one\n> two\n## three\n***\n"), "  one\n  two\n   three\n   \n");
        assert_eq!(
            text("a <b>bold</b> `word`[^1] ![alt](u.png)x"),
            "a    bold      word                   x"
        );
        assert_eq!(
            text("a <!--> b <!---> c <!-- d --> e"),
            "a       b        c            e"
        );
        assert_eq!(text("```\ncode \"x\"\n```\nprose"), "   \n        \n   \nprose");
    }

    #[test]
    fn what_only_looks_like_markup_stays() {
        for source in [
            "5 * 3 is 15",
            "snake_case_name",
            "he [the mayor] left",
            "a < b > c",
            "Wait -- what?",
            "#hashtag",
            "a [bracket",
            "50_000 * 2",
        ] {
            assert_eq!(text(source), source);
        }
    }

    #[test]
    fn a_comment_silences_the_paragraph_after_it() {
        let source = "One.\n\n<!-- onrecord: ignore editorializing/booster -->\nTwo is\nclear.\n\nThree.\n";
        let input = read(source);
        let silence = &input.silences[0];
        assert_eq!((&source[silence.span], silence.line), ("Two is\nclear.\n", 3));
        assert_eq!(silence.rules, ["editorializing/booster"]);
        let whole = read("<!-- onrecord: ignore-file -->\nText.");
        assert_eq!(
            (whole.silences[0].span, whole.silences[0].rules.len()),
            (Span::new(0, 36), 0)
        );
    }

    #[test]
    fn broken_markup_is_text() {
        for source in [
            "---\ntitle: x\n",
            "<!-- never closed\ntext",
            "<!-->",
            "<!--->",
            "a <!--> b <!-- c --> d <!-- e",
            "[a](b",
            "**",
            "```\nopen",
            "![",
            "---\n",
            "é*é*é",
            "# ",
            "\\",
            "<",
        ] {
            text(source);
        }
    }
}

//! Bylines, date lines and picture credits: told by their shape, kept apart from furniture.

use crate::document::page::furniture::shape::Shape;
use crate::document::page::furniture::words::{PAGE, TABLE, Words, class};
use crate::document::page::furniture::{LineLabel, LinePart};
use crate::document::page::line::Line;
use crate::document::page::segment::SegmentKind;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Case, Token, TokenKind};

const SOURCE: &str = "names where it comes from";
/// No byline or date line is longer, in words.
const LONGEST: usize = 16;
/// No source credit is longer, in words.
const LONGEST_SOURCE: usize = 8;

pub(super) struct Credits<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    pub(super) words: &'a Words,
    pub(super) body_start: usize,
}

impl Credits<'_> {
    fn of(&self, range: &std::ops::Range<u32>) -> &[Token] {
        self.tokens
            .get(range.start as usize..range.end as usize)
            .unwrap_or_default()
    }

    fn source(&self, token: &Token) -> &str {
        &self.text[token.span()]
    }

    /// Whether a line is a byline, a date line, or the text of a picture; `edge`: it stands where the story begins or ends.
    pub(super) fn line(&self, line: &Line, shape: &Shape, edge: bool) -> Option<(SegmentKind, &'static str)> {
        let tokens = self.of(&line.tokens);
        if line.span.end <= self.body_start || tokens.is_empty() {
            return None;
        }
        if shape.words <= LONGEST {
            if self.is_post(tokens) {
                return Some((SegmentKind::Credit, "names whose post it is"));
            }
            if self.is_age(tokens) {
                return Some((SegmentKind::Credit, "only a date or time"));
            }
            if self.is_glued_byline(tokens) {
                return Some((SegmentKind::Credit, "names who wrote it"));
            }
            if self.is_bracket(tokens) || self.is_picture_credit(tokens) {
                return Some((SegmentKind::Credit, "names whose picture it is"));
            }
            if edge && self.is_date(tokens) {
                return Some((SegmentKind::Credit, "only a date or time"));
            }
            if edge && self.is_byline(tokens) {
                return Some((SegmentKind::Credit, "names who wrote it"));
            }
            if self.is_source(tokens) {
                return Some((SegmentKind::Credit, SOURCE));
            }
        }
        self.is_caption(tokens, shape)
            .then_some((SegmentKind::Caption, "carries a picture credit"))
    }

    /// Nothing but the words of dates, at least one of them a day or month beside a number.
    fn is_date(&self, tokens: &[Token]) -> bool {
        let (mut day, mut number) = (false, false);
        for token in tokens {
            match token.kind {
                TokenKind::Word => {
                    let bits = self.words.bits(token);
                    if bits & class::DATE == 0 && bits & class::DAY == 0 {
                        return false;
                    }
                    day |= bits & class::DAY != 0;
                }
                TokenKind::Number => number = true,
                TokenKind::Punct | TokenKind::Symbol => {}
                TokenKind::Quote => return false,
            }
        }
        day && number
    }

    /// "2 hours ago", with a clock time glued to it or behind it.
    fn is_age(&self, tokens: &[Token]) -> bool {
        let [number, unit, ago, rest @ ..] = tokens else {
            return false;
        };
        let clock = |t: &Token| t.kind != TokenKind::Word || self.words.bits(t) & class::DATE != 0;
        number.kind == TokenKind::Number
            && self.words.bits(unit) & class::DATE != 0
            && self.source(ago).starts_with("ago")
            && rest.len() <= 4
            && rest.iter().all(clock)
    }

    /// "(Mara Lind)", "(Harbor Times)" and nothing else: below a picture. One word may be a sound: "(Laughter)".
    fn is_bracket(&self, tokens: &[Token]) -> bool {
        let [open, inner @ .., close] = tokens else {
            return false;
        };
        let name = |t: &Token| t.is_capital() || matches!(self.source(t), "/" | "." | ",");
        let names = inner.iter().filter(|t| t.is_capital() && t.case != Case::Upper).count();
        (self.source(open), self.source(close)) == ("(", ")") && names >= 2 && inner.iter().all(name)
    }

    /// "— Jane Roe (@janeroe) May 4, 2021": the last line of a post that stands in the story.
    fn is_post(&self, tokens: &[Token]) -> bool {
        let dash = matches!(self.source(&tokens[0]), "—" | "–" | "-" | "--");
        let at = tokens
            .windows(2)
            .position(|t| self.source(&t[0]) == "(" && (self.source(&t[1]).starts_with('@')));
        dash && at.is_some()
    }

    /// "byJane Roe", the space lost with the markup.
    fn is_glued_byline(&self, tokens: &[Token]) -> bool {
        let name = self.source(&tokens[0]).strip_prefix("by");
        tokens.len() <= 8 && name.is_some_and(|n| n.starts_with(char::is_uppercase))
    }

    /// "(Photos by Mara Lind; illustration by Jon Lind / Harbor Times)": a credit and nothing else.
    fn is_picture_credit(&self, tokens: &[Token]) -> bool {
        let first = tokens.iter().find(|t| t.kind == TokenKind::Word);
        let small = class::PICTURE | class::ROLE | class::FUNCTION;
        let of_credit = |t: &Token| t.kind != TokenKind::Word || t.is_capital() || self.words.bits(t) & small != 0;
        let names = tokens.iter().filter(|t| t.is_capital()).count();
        self.source(&tokens[0]) == "("
            && self.source(&tokens[tokens.len() - 1]) == ")"
            && names >= 2
            && first.is_some_and(|t| self.words.bits(t) & class::PICTURE != 0)
            && tokens.iter().all(of_credit)
    }

    /// "By Jane Roe", "Global Desk | By Jane Roe, Staff Writer".
    fn is_byline(&self, tokens: &[Token]) -> bool {
        let bar = tokens.iter().rposition(|t| matches!(self.source(t), "|" | "•" | "·"));
        let from = match bar {
            Some(at) if at + 1 < tokens.len() && self.source(&tokens[at + 1]).eq_ignore_ascii_case("by") => {
                if tokens[..at]
                    .iter()
                    .any(|t| t.kind == TokenKind::Word && t.case == Case::Lower)
                {
                    return false;
                }
                at + 1
            }
            _ => 0,
        };
        let rest = &tokens[from..];
        let after = match rest {
            [by, name, ..] if self.source(by).eq_ignore_ascii_case("by") && name.is_capital() => &rest[1..],
            [verb, by, name, ..]
                if self.source(by).eq_ignore_ascii_case("by")
                    && name.is_capital()
                    && matches!(
                        self.source(verb).to_ascii_lowercase().as_str(),
                        "written" | "reported" | "posted" | "published" | "edited"
                    ) =>
            {
                &rest[2..]
            }
            _ => return false,
        };
        let mut names = 0;
        for token in after {
            match token.kind {
                TokenKind::Word if token.is_capital() => names += 1,
                TokenKind::Word if self.words.bits(token) & (class::ROLE | class::DATE) != 0 => {}
                TokenKind::Word => return self.source(token) == "'s" || self.source(token) == "’s",
                TokenKind::Quote => return false,
                TokenKind::Punct if matches!(self.source(token), "." | "!" | "?") => return false,
                _ => {}
            }
        }
        names > 0
    }

    /// "Source: CNN", "Via Harbor Times", "Editing by Jane Roe".
    fn is_source(&self, tokens: &[Token]) -> bool {
        let words = tokens.iter().filter(|t| t.kind == TokenKind::Word).count();
        if words > LONGEST_SOURCE || tokens.last().is_some_and(|t| matches!(self.source(t), "." | "?" | "!")) {
            return false;
        }
        let Some(colon) = tokens.iter().position(|t| self.source(t) == ":") else {
            return false;
        };
        let head = &tokens[..colon];
        let named = tokens
            .get(colon + 1)
            .is_some_and(|t| t.is_capital() || self.words.bits(t) & class::NETWORK != 0);
        named && colon <= 4 && self.is_entry(head, TABLE.credit)
    }

    /// Whether a table's entry is exactly these tokens.
    fn is_entry(&self, tokens: &[Token], section: u16) -> bool {
        let mut whole = false;
        PAGE.scan_at(
            0..tokens.len().min(1),
            tokens.len(),
            |i| self.words.id(&tokens[i]),
            |m| whole |= m.section == section && m.end == tokens.len(),
        );
        whole
    }

    /// A line with a picture credit in it: short, or with the credit at its end.
    fn is_caption(&self, tokens: &[Token], shape: &Shape) -> bool {
        if shape.words == 0 || shape.words > 120 {
            return false;
        }
        if !tokens.iter().any(|t| self.words.bits(t) & class::PICTURE != 0) {
            return false;
        }
        let picture = TABLE.picture;
        let mut last = None;
        PAGE.scan_at(
            (0..tokens.len()).filter(|i| TABLE.begins(self.words.id(&tokens[*i]), TABLE.pictures)),
            tokens.len(),
            |i| self.words.id(&tokens[i]),
            |m| {
                if m.section == picture {
                    last = Some((m.first, m.end));
                }
            },
        );
        let Some((first, end)) = last else { return false };
        let rest = tokens.len() - end;
        // The credit closes the line: nothing behind it but a name, an agency or a bracket.
        let closes = rest <= 8
            && tokens[end..]
                .iter()
                .all(|t| t.kind != TokenKind::Word || t.case != Case::Lower || self.words.bits(t) & class::ROLE != 0);
        let opens = first == 0 && shape.words <= 12;
        // A sentence that only speaks of a "file photo" goes on in lower case before it without a break.
        let parted = first == 0
            || tokens
                .get(first.wrapping_sub(1))
                .is_some_and(|t| !matches!(t.kind, TokenKind::Word) || t.is_capital());
        (closes && parted) || opens
    }

    /// Credits inside lines: the last words of a paragraph name where it comes from.
    pub(super) fn parts(&self, sentences: &[Sentence], lines: &[Line], labels: &[LineLabel]) -> Vec<LinePart> {
        let mut out = Vec::new();
        for (at, sentence) in sentences.iter().enumerate() {
            let line = sentence.line as usize;
            let body = labels.get(line).is_some_and(|l| l.kind == SegmentKind::Body);
            let last = sentences.get(at + 1).is_none_or(|s| s.line != sentence.line);
            let first = at == 0 || sentences[at - 1].line != sentence.line;
            let ends = lines.get(line).is_some_and(|l| l.span.end == sentence.span.end);
            if body && last && ends && !first && self.is_source(self.of(&sentence.tokens)) {
                out.push(LinePart {
                    span: sentence.span,
                    kind: SegmentKind::Credit,
                    fact: SOURCE,
                });
            }
        }
        out
    }
}

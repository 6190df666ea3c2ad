//! Line labels: which lines are page furniture, and which facts decided.
//!
//! No single line shows it: "Latest" is a widget under a story and a sub-heading inside one. So every line is judged first alone
//! (its length, how it ends, whether a table of page words knows it, whether its words are the story's words), then twice more
//! together with how its surroundings looked: its neighbours, the lines made like it, the run it stands in, the block that holds
//! the story. The judgment is a sum of weighted facts; the two or three that weighed most are named.
//! Bylines, date lines and picture credits are told by shape, and stand apart as credits and captions.
//! What a page says of itself or to its readers (`notice`), the texts of pictures (`caption`) and the headlines of other stories
//! (`related`) are told by what they say and where; a notice may be one sentence of a paragraph.
//!
//! Not for text of another story in full sentences: that is an insertion, found by its topic.

mod around;
mod caption;
mod count;
mod credit;
mod make;
mod model;
mod notice;
mod related;
mod shape;
mod title;
mod topic;
mod weights;
mod words;

use crate::document::page::line::{Line, Paragraph};
use crate::document::page::segment::SegmentKind;
use crate::document::page::sentence::Sentence;
use crate::document::page::token::{Token, Vocabulary};
use crate::text::span::Span;

use model::Judgement;
use shape::Shape;
use words::Words;

/// What a line is, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct LineLabel {
    /// Its kind.
    pub kind: SegmentKind,
    /// 0 to 1.
    pub confidence: f64,
    /// The facts that decided, strongest first.
    pub facts: Vec<&'static str>,
}

impl LineLabel {
    /// Whether the line is the story's or its headline.
    pub(crate) fn is_story(&self) -> bool {
        matches!(self.kind, SegmentKind::Title | SegmentKind::Body)
    }
}

/// A part of a line with a kind of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinePart {
    /// Its bytes.
    pub span: Span,
    /// Its kind.
    pub kind: SegmentKind,
    /// What tells it.
    pub fact: &'static str,
}

/// The labels of an article's lines, and what stands inside a line and is not the story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageLabels {
    /// One a line.
    pub lines: Vec<LineLabel>,
    /// Parts of lines with a kind of their own ("Source: CNN" behind the last sentence), sorted.
    pub parts: Vec<LinePart>,
}

/// Labels every line.
pub(crate) fn label(
    text: &str,
    body_start: usize,
    lines: &[Line],
    _paragraphs: &[Paragraph],
    sentences: &[Sentence],
    tokens: &[Token],
    vocabulary: &Vocabulary,
) -> PageLabels {
    let words = Words::new(vocabulary);
    let mut scratch = shape::Scratch::default();
    let mut shapes: Vec<Shape> = lines
        .iter()
        .map(|l| shape::shape(text, l, tokens, &words, &mut scratch))
        .collect();
    let content = topic::relate(lines, tokens, &words, &mut shapes);
    let ground = around::Ground::new(&shapes, &content);
    let mut page = model::judge(&shapes, &ground);
    let titles = title::find(text, body_start, lines, &shapes);
    let credits = credit::Credits {
        text,
        tokens,
        words: &words,
        body_start,
    };
    let lone = lines.iter().filter(|l| l.span.end > body_start).count() == 1;
    let beside = caption::Beside::read(lines, sentences, &shapes);
    let captions = caption::Captions { text, words: &words };
    let related = related::find(text, lines, &shapes, tokens);
    let mut labels: Vec<LineLabel> = Vec::with_capacity(lines.len());
    for (i, line) in lines.iter().enumerate() {
        let told = |kind, fact| LineLabel {
            kind,
            confidence: 0.9,
            facts: vec![fact],
        };
        let own = tokens.get(line.tokens.start as usize..line.tokens.end as usize);
        let label = if titles.contains(&i) {
            plain(SegmentKind::Title)
        } else if let Some((kind, fact)) = credits.line(line, &shapes[i], ground.is_at_an_end(i)) {
            told(kind, fact)
        } else if lone {
            // A page of one line is the story.
            plain(SegmentKind::Body)
        } else if let Some(fact) = captions.read(own.unwrap_or_default(), &beside.place(lines, &shapes, &labels)) {
            told(SegmentKind::Caption, fact)
        } else if let Some(fact) = related[i] {
            let kind = match fact {
                related::UNSTOPPED => SegmentKind::Caption,
                _ => SegmentKind::Furniture,
            };
            told(kind, fact)
        } else {
            judge(&shapes, &mut page, i, letters(&text[line.span]))
        };
        labels.push(label);
    }
    let notices = notice::Notices {
        text,
        tokens,
        words: &words,
    };
    let story = |line: usize| labels.get(line).is_some_and(|l| l.kind == SegmentKind::Body);
    let said = notices.find(sentences, story);
    let mut parts = credits.parts(sentences, lines, &labels);
    notice::set(lines, sentences, &said, &shapes, &mut labels, &mut parts);
    parts.sort_by_key(|p| p.span);
    PageLabels { lines: labels, parts }
}

fn plain(kind: SegmentKind) -> LineLabel {
    LineLabel {
        kind,
        confidence: 1.0,
        facts: Vec::new(),
    }
}

/// The length of a line as a reader sees it: the same whether accents are letters of their own or not, and quote marks curly or not.
fn letters(line: &str) -> usize {
    if line.is_ascii() {
        return line.len();
    }
    line.chars().filter(|c| !matches!(c, '\u{300}'..='\u{36f}')).count()
}

/// A longer line needs more proof: a wrong one costs a reader more of the story.
fn needed(letters: usize) -> f32 {
    let part = |from: usize, to: usize| (letters.saturating_sub(from) as f32 / (to - from) as f32).min(1.0);
    NEEDED_SHORT
        + (NEEDED_LONG - NEEDED_SHORT) * part(SHORT, LONG)
        + (NEEDED_STORY - NEEDED_LONG) * part(LONG, PARAGRAPH)
}

/// Lengths in letters between which the proof that a line needs grows.
const SHORT: usize = 60;
const LONG: usize = 160;
const PARAGRAPH: usize = 400;
/// Log-odds that a line of these lengths needs, and a line that reads like the story (on a scraped page, on any other).
const NEEDED_SHORT: f32 = 0.02;
const NEEDED_LONG: f32 = 1.25;
const NEEDED_STOP: f32 = 1.0;
const NEEDED_STORY: f32 = 2.5;

fn judge(shapes: &[Shape], page: &mut Judgement, at: usize, letters: usize) -> LineLabel {
    if shapes[at].link {
        return LineLabel {
            kind: SegmentKind::Furniture,
            confidence: 0.95,
            facts: vec!["opens with the label of a link", "no closing stop"],
        };
    }
    let z = page.odds[at];
    let confidence = f64::from(1.0 / (1.0 + (-z).exp()));
    let below = shapes.get(at + 1).is_some_and(|s| s.sentence || s.prose);
    let shape = &shapes[at];
    let stop = shape.facts.stop > 0.0;
    let known = shape.witness || shape.words == 0;
    // A page that shows its labels all over is a scraped one: there a line with a stop may well be a teaser. On any other it may be a
    // sentence of the story, and a line right above a paragraph a sub-heading: even a word of a page in it proves less.
    let least = match page.scraped {
        true if stop && !known => NEEDED_STOP,
        true => NEEDED_SHORT,
        false if (stop || below) && !known => NEEDED_STORY,
        false if stop && shape.words >= 6 => NEEDED_LONG,
        false if below => NEEDED_STOP,
        false => NEEDED_SHORT,
    };
    let needed = needed(letters).max(least);
    // What goes on in lower case is the end of a broken line.
    let goes_on = shape.goes_on && !shape.witness && at > 0 && shapes[at - 1].headline;
    if z < needed || !page.witnessed[at] || goes_on {
        return LineLabel {
            kind: SegmentKind::Body,
            confidence: 1.0 - confidence,
            facts: Vec::new(),
        };
    }
    LineLabel {
        kind: SegmentKind::Furniture,
        confidence,
        facts: page.reasons(at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;
    use crate::document::page::sentence::segment;
    use crate::document::page::tokenize::tokenize;

    fn labels(text: &str) -> Vec<(String, SegmentKind)> {
        let (mut lines, mut paragraphs) = split_lines(text);
        let (tokens, vocabulary) = tokenize(text, &mut lines);
        let sentences = segment(text, &tokens, &vocabulary, &lines, &mut paragraphs);
        let labels = label(text, 0, &lines, &paragraphs, &sentences, &tokens, &vocabulary);
        let mut out: Vec<_> = lines
            .iter()
            .zip(labels.lines)
            .map(|(l, label)| (text[l.span].to_string(), label.kind))
            .collect();
        out.extend(labels.parts.iter().map(|p| (text[p.span].to_string(), p.kind)));
        out
    }

    fn kinds(text: &str, kind: SegmentKind) -> Vec<String> {
        labels(text).into_iter().filter(|l| l.1 == kind).map(|l| l.0).collect()
    }

    const STORY: &str = "Harbor ferry resumes after repairs

By Jane Roe

The harbor ferry resumed service on Tuesday after two weeks of repairs, the port authority said in a statement.

The crossing takes 20 minutes.

\u{201c}We had to wait, but the crew was kind and the boat is quieter than before,\u{201d} said Mara Holt, a teacher who crosses the harbor every day.

What comes next

The port authority plans a second dock on the north bank, and it wants the council to pay for half of it:

- 200 places for bicycles
- a waiting room with heating
- ramps for wheelchairs

Background

The ferry was built in 1987. It has been repaired three times since the port authority bought it from the navy.

No date has been set.";

    #[test]
    fn a_clean_article_has_no_furniture() {
        assert_eq!(kinds(STORY, SegmentKind::Furniture), Vec::<String>::new());
        assert_eq!(kinds(STORY, SegmentKind::Title), ["Harbor ferry resumes after repairs"]);
        assert_eq!(kinds(STORY, SegmentKind::Credit), ["By Jane Roe"]);
        let dense = STORY.replace("\n\n", "\n");
        assert_eq!(kinds(&dense, SegmentKind::Furniture), Vec::<String>::new());
    }

    #[test]
    fn furniture_is_told_by_its_place_and_says_why() {
        let page = format!("{STORY}\n\nLatest News\n\nLike this:\n\nSubscribe to our newsletter\nShare on Facebook");
        assert_eq!(
            kinds(&page, SegmentKind::Furniture),
            [
                "Latest News",
                "Like this:",
                "Subscribe to our newsletter",
                "Share on Facebook"
            ]
        );
        let inside = STORY.replace(
            "What comes next",
            "- Advertisement -\n\nRELATED: Council weighs bridge toll\n\nWhat comes next",
        );
        assert_eq!(
            kinds(&inside, SegmentKind::Furniture),
            ["- Advertisement -", "RELATED: Council weighs bridge toll"]
        );
        let (mut lines, paragraphs) = split_lines(&page);
        let (tokens, vocabulary) = tokenize(&page, &mut lines);
        let labels = label(&page, 0, &lines, &paragraphs, &[], &tokens, &vocabulary);
        let flagged = labels.lines.iter().filter(|l| l.kind == SegmentKind::Furniture);
        assert!(flagged.clone().count() == 4 && flagged.into_iter().all(|l| (1..=3).contains(&l.facts.len())));
    }

    #[test]
    fn credits_stand_apart() {
        let page = format!("Saturday, 23 February 2019\n\n{STORY} It may open in May. Source: Harbor Times");
        assert_eq!(
            kinds(&page, SegmentKind::Credit),
            ["Saturday, 23 February 2019", "By Jane Roe", "Source: Harbor Times"]
        );
    }

    #[test]
    fn the_page_table_parses() {
        assert!(words::PAGE.sections().len() >= 12);
    }

    #[test]
    fn odd_texts_are_labelled() {
        for text in ["", "a", "« »", "\u{0}\n|\n\n:", "x\ny\nz"] {
            assert_eq!(
                labels(text).len(),
                text.lines().filter(|l| !l.trim().is_empty()).count()
            );
        }
    }
}

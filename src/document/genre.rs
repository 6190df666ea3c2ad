//! What kind of piece it is: opinion is not failed reportage.
//!
//! Read from what the page shows: a label in its first or last lines or in its address, who speaks in the outlet's own voice, how
//! much is argued and how much is attributed, and the shape of its lines. Every reading carries its reasons.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::document::attribution::{Attribution, CueKind};
use crate::document::line::Line;
use crate::document::token::{Token, TokenKind, Vocabulary};
use crate::document::voice::{Voice, VoiceRun};
use crate::text::lexicon::Lexicon;

/// The genre, as far as the page shows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Genre {
    /// News.
    #[default]
    Reportage,
    /// A view, signed or not.
    Opinion,
    /// News explained.
    Analysis,
    /// Marked as satire.
    Satire,
    /// A list or round-up.
    List,
    /// Questions and answers.
    Interview,
}

impl Genre {
    /// The word for it, as a report writes it.
    pub fn name(self) -> &'static str {
        match self {
            Genre::Reportage => "reportage",
            Genre::Opinion => "opinion",
            Genre::Analysis => "analysis",
            Genre::Satire => "satire",
            Genre::List => "list",
            Genre::Interview => "interview",
        }
    }
}

/// A genre with the reasons for it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct GenreReading {
    /// Which.
    pub genre: Genre,
    /// What on the page says so.
    pub reasons: Vec<String>,
}

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(include_str!("genre.txt")));

/// Lines at the top and the foot of a page in which a label counts.
const EDGE_LINES: usize = 4;
/// Words of a line that is a label.
const LABEL_LINE: usize = 8;
/// Fewest words of the outlet's own that rates are taken of.
const FEWEST_WORDS: usize = 80;
/// Opinion needs this much evidence.
const OPINION: f64 = 2.0;
/// Share of lines that must be numbered for a list.
const LIST_SHARE: f64 = 0.3;

/// What stands in the outlet's own voice.
#[derive(Default)]
struct Counts {
    words: usize,
    selves: usize,
    wes: usize,
    yous: usize,
    argues: usize,
    prescribes: usize,
    questions: usize,
}

/// Reads the genre of a page.
pub(crate) fn read(
    article: &Article,
    text: &str,
    tokens: &[Token],
    vocabulary: &Vocabulary,
    lines: &[Line],
    voice: &[VoiceRun],
    attributions: &[Attribution],
) -> GenreReading {
    if let Some(labelled) = by_label(article, tokens, vocabulary, lines) {
        return labelled;
    }
    if let Some(shaped) = by_shape(text, tokens, vocabulary, lines) {
        return shaped;
    }
    by_style(text, tokens, vocabulary, voice, attributions)
}

/// A label in the address, or in a short line at the top or foot.
fn by_label(article: &Article, tokens: &[Token], vocabulary: &Vocabulary, lines: &[Line]) -> Option<GenreReading> {
    let reading = |genre, reason: String| {
        Some(GenreReading {
            genre,
            reasons: vec![reason],
        })
    };
    if let Some(url) = article.url() {
        let lower = url.to_ascii_lowercase();
        let parts = [
            ("opinion", Genre::Opinion),
            ("opinions", Genre::Opinion),
            ("op-ed", Genre::Opinion),
            ("commentisfree", Genre::Opinion),
            ("editorials", Genre::Opinion),
            ("columnists", Genre::Opinion),
            ("satire", Genre::Satire),
            ("analysis", Genre::Analysis),
        ];
        for (part, genre) in parts {
            if lower.split('/').skip(3).any(|p| p == part) {
                return reading(genre, format!("the address has \"/{part}/\""));
            }
        }
    }
    let lexicon = &*WORDS;
    let labels = [
        ("label-satire", Genre::Satire),
        ("label-opinion", Genre::Opinion),
        ("label-analysis", Genre::Analysis),
    ];
    let foot = lines.len().saturating_sub(EDGE_LINES).max(EDGE_LINES.min(lines.len()));
    for line in lines.iter().take(EDGE_LINES).chain(lines.iter().skip(foot)) {
        let (first, end) = (line.tokens.start as usize, line.tokens.end as usize);
        let short = end.saturating_sub(first) <= LABEL_LINE;
        let mut found = None;
        lexicon.scan(
            end.saturating_sub(first),
            |i| {
                tokens.get(first + i).map_or(crate::text::lexicon::UNKNOWN, |t| {
                    lexicon.word_id(vocabulary.word(t.word))
                })
            },
            |m| {
                let section = lexicon
                    .sections()
                    .get(usize::from(m.section))
                    .map_or("", String::as_str);
                let Some((_, genre)) = labels.iter().find(|(s, _)| *s == section) else {
                    return;
                };
                let phrase = lexicon
                    .entries()
                    .get(m.entry as usize)
                    .map_or("", |e| e.phrase.as_str());
                // In a longer line only a full formula is a label: "the views expressed are the author's own".
                let formula =
                    phrase.contains("express") || phrase.contains("this ") || phrase.ends_with(" :") && m.first == 0;
                if found.is_none() && (formula || (short && (m.first == 0 || m.end == end - first))) {
                    found = Some((*genre, phrase.trim_end_matches(" :").to_string()));
                }
            },
        );
        if let Some((genre, phrase)) = found {
            return reading(genre, format!("a line at the edge of the page says \"{phrase}\""));
        }
    }
    None
}

/// Numbered lines, or questions and answers.
fn by_shape(text: &str, tokens: &[Token], vocabulary: &Vocabulary, lines: &[Line]) -> Option<GenreReading> {
    if lines.len() < 6 {
        return None;
    }
    let (mut numbered, mut asked, mut answered) = (0usize, 0usize, 0usize);
    for line in lines {
        let first = tokens.get(line.tokens.start as usize);
        let next = tokens.get(line.tokens.start as usize + 1);
        let (Some(first), Some(next)) = (first, next) else {
            continue;
        };
        let mark = text.get(next.span().start..next.span().end).unwrap_or("");
        let short = first.end - first.start <= 2;
        numbered += usize::from(first.kind == TokenKind::Number && short && matches!(mark, "." | ")" | ":"));
        let head = text.get(first.span().start..first.span().end).unwrap_or("");
        numbered += usize::from(matches!(head, "•" | "*" | "-" | "–" | "#") && next.kind != TokenKind::Punct);
        match vocabulary.word(first.word) {
            "q" if mark == ":" || mark == "." => asked += 1,
            "a" if mark == ":" || mark == "." => answered += 1,
            _ => {}
        }
    }
    let share = numbered as f64 / lines.len() as f64;
    if numbered >= 4 && share >= LIST_SHARE {
        return Some(GenreReading {
            genre: Genre::List,
            reasons: vec![format!("{numbered} of {} lines are items of a list", lines.len())],
        });
    }
    if asked >= 3 && answered >= 3 {
        return Some(GenreReading {
            genre: Genre::Interview,
            reasons: vec![format!("{asked} lines begin with \"Q\" and {answered} with \"A\"")],
        });
    }
    None
}

/// Who speaks, and whether it argues or reports.
fn by_style(
    text: &str,
    tokens: &[Token],
    vocabulary: &Vocabulary,
    voice: &[VoiceRun],
    attributions: &[Attribution],
) -> GenreReading {
    let counts = count(text, tokens, vocabulary, voice);
    if counts.words < FEWEST_WORDS {
        return GenreReading::default();
    }
    let speech = attributions
        .iter()
        .filter(|a| a.inside.is_none() && matches!(a.cue_kind, CueKind::Speech | CueKind::Preposition | CueKind::Colon))
        .count();
    let rate = |n: usize| n as f64 * 100.0 / counts.words as f64;
    let mut evidence = 0.0;
    let mut reasons = Vec::new();
    let mut weigh = |n: usize, unit: f64, cap: f64, what: &str| {
        let gain = (rate(n) * unit).min(cap);
        if n > 1 && gain >= 0.25 {
            evidence += gain;
            reasons.push((gain, format!("{n} {what} in {} words of its own", counts.words)));
        }
    };
    weigh(counts.selves, 1.6, 2.2, "times \"I\" or \"my\"");
    weigh(counts.wes, 0.9, 1.4, "times \"we\" or \"our\"");
    weigh(counts.yous, 0.6, 0.9, "times \"you\"");
    weigh(counts.argues, 1.3, 1.3, "connectives of argument");
    weigh(counts.prescribes, 1.5, 1.3, "times \"should\" or the like");
    weigh(counts.questions, 1.6, 1.2, "questions to the reader");
    // Reporting speaks against opinion: one attribution in fifty words is usual in news.
    evidence -= (rate(speech) * 0.45).min(1.2);
    if evidence < OPINION {
        return GenreReading::default();
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    GenreReading {
        genre: Genre::Opinion,
        reasons: reasons.into_iter().take(3).map(|(_, r)| r).collect(),
    }
}

fn count(text: &str, tokens: &[Token], vocabulary: &Vocabulary, voice: &[VoiceRun]) -> Counts {
    let lexicon = &*WORDS;
    let section = |name: &str| lexicon.section(name);
    let (own, we, you) = (section("self"), section("we"), section("you"));
    let (argument, prescribes) = (section("argument"), section("prescribes"));
    let mut counts = Counts::default();
    let mut outlet: Vec<bool> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    for token in tokens {
        let start = token.start as usize;
        while voice.get(at).is_some_and(|r| r.end <= start) {
            at += 1;
        }
        let is_own = voice.get(at).is_none_or(|r| r.voice == Voice::Outlet);
        counts.words += usize::from(is_own && token.kind == TokenKind::Word);
        counts.questions +=
            usize::from(is_own && token.kind == TokenKind::Punct && text.as_bytes().get(start) == Some(&b'?'));
        outlet.push(is_own);
    }
    for m in vocabulary.matches(lexicon, tokens) {
        if outlet.get(m.first) != Some(&true) {
            continue;
        }
        let section = Some(m.section);
        if section == own {
            counts.selves += 1;
        } else if section == we {
            counts.wes += 1;
        } else if section == you {
            counts.yous += 1;
        } else if section == argument {
            counts.argues += 1;
        } else if section == prescribes {
            counts.prescribes += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    fn genre(text: &str) -> GenreReading {
        let article = Article::new(text);
        Document::new(&article, &[]).genre().clone()
    }

    const REPORT: &str = "The council voted on Monday to repair the harbour wall. \"It is a good day,\" said the mayor, Ada Brook. \
        The work will cost 4 million and begin in May, according to the clerk's office. Engineers found cracks in the wall last \
        year, the clerk said. Two companies have offered to do the work. The council will choose between them in March. The harbour \
        was built in 1911 and is used by forty boats. Fishing crews asked for the repairs in 2019, records show. The town borrowed \
        money for the pier in the same year and has paid back half of it. A hearing is to be held in the town hall on Friday.";

    const VIEW: &str = "I have lived by the harbour for forty years, and I have never seen such neglect. We should be honest with \
        ourselves: our council has failed us. Of course the wall is cracked. Why would it not be, when nobody has looked at it since \
        I was a boy? Indeed, the truth is that we must ask who gained. I think we know. In short, you and I have paid for it twice. \
        We should not pay again. Let us be clear: it is time to vote them out. My neighbours agree with me, and so should you. What \
        are we waiting for? The fact is that our town can do better than this, and therefore it must.";

    #[test]
    fn a_report_is_reportage() {
        assert_eq!(genre(REPORT).genre, Genre::Reportage);
    }

    #[test]
    fn a_signed_view_is_opinion_with_reasons() {
        let reading = genre(VIEW);
        assert_eq!(reading.genre, Genre::Opinion);
        assert!(!reading.reasons.is_empty());
    }

    #[test]
    fn first_person_inside_quotation_is_not_the_writers() {
        let quoted = format!(
            "{REPORT} \"I think we should all be proud of our wall, and I will say so in my speech,\" she said."
        );
        assert_eq!(genre(&quoted).genre, Genre::Reportage);
    }

    #[test]
    fn a_label_decides() {
        assert_eq!(genre(&format!("Opinion\n\n{REPORT}")).genre, Genre::Opinion);
        assert_eq!(
            genre(&format!("{REPORT}\n\nThe views expressed here are the author's own.")).genre,
            Genre::Opinion
        );
        assert_eq!(
            genre(&format!("Analysis: what the vote means\n\n{REPORT}")).genre,
            Genre::Analysis
        );
        let article = Article::builder(REPORT)
            .url("https://news.example/opinion/harbour")
            .build();
        assert_eq!(Document::new(&article, &[]).genre().genre, Genre::Opinion);
    }

    #[test]
    fn the_word_opinion_in_a_story_is_no_label() {
        let text = format!("Court gives its opinion on the harbour\n\n{REPORT}");
        assert_eq!(genre(&text).genre, Genre::Reportage);
    }

    #[test]
    fn numbered_lines_are_a_list() {
        let text = "Walks by the sea\n\n1. The pier. It is long.\n\n2. The wall. It is old.\n\n3. The light. It is tall.\n\n\
            4. The bay. It is wide.\n\n5. The hill. It is green.";
        assert_eq!(genre(text).genre, Genre::List);
    }

    #[test]
    fn questions_and_answers_are_an_interview() {
        let text = "Talking to the mayor\n\nQ: What next?\n\nA: The wall.\n\nQ: When?\n\nA: In May.\n\nQ: How?\n\nA: With stone.";
        assert_eq!(genre(text).genre, Genre::Interview);
    }
}

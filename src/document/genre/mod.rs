//! What kind of piece it is: opinion is not failed reportage.
//!
//! Read from what the page shows: a label or an author's note at its edges or in its address (`label`), the shape of its lines
//! (`shape`), and who speaks in the outlet's own voice, how much is argued and how much is attributed (`style`). Every reading
//! carries its reasons.
//!
//! # Design
//!
//! A piece can *be* opinion without *saying* so. A page that calls itself opinion, a signed letter, a writer who stands before
//! the reader as "I" from beginning to end: these declare what they are, and a score made for reports has nothing to say of them
//! (`GenreReading::declared`). Questions, "we" and "you" in what is offered as news are a way of writing, and that is what
//! the score is about: such a piece is named opinion and scored all the same.

mod label;
mod shape;
mod style;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

use crate::article::Article;
use crate::document::attribution::Attribution;
use crate::document::page::furniture::LineLabel;
use crate::document::page::line::Line;
use crate::document::page::token::{Token, Vocabulary};
use crate::document::voice::VoiceRun;
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
    /// Questions and answers, or a transcript.
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
    /// Whether the piece makes plain by itself what it is: by a label, an author's note or its shape, or, for opinion, by a
    /// writer who speaks as "I" from beginning to end.
    pub declared: bool,
}

impl GenreReading {
    /// A genre that the page declares, for one reason.
    fn declared(genre: Genre, reason: String) -> Self {
        GenreReading {
            genre,
            reasons: vec![reason],
            declared: true,
        }
    }
}

static WORDS: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(include_str!("genre.txt")));

/// What the reading looks at.
#[derive(Clone, Copy)]
pub(crate) struct Sheet<'p> {
    pub(crate) article: &'p Article,
    pub(crate) text: &'p str,
    pub(crate) tokens: &'p [Token],
    pub(crate) vocabulary: &'p Vocabulary,
    pub(crate) lines: &'p [Line],
    pub(crate) labels: &'p [LineLabel],
    pub(crate) voice: &'p [VoiceRun],
    pub(crate) attributions: &'p [Attribution],
}

impl Sheet<'_> {
    /// The folded word at a token; empty past the end.
    fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| self.vocabulary.word(t.word))
    }
}

/// Reads the genre of a page.
pub(crate) fn read(page: Sheet<'_>) -> GenreReading {
    label::read(&page)
        .or_else(|| shape::read(&page))
        .unwrap_or_else(|| style::read(&page))
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
    fn a_label_counts_only_where_it_is_set_off() {
        for head in [
            "Opinion | The harbour wall",
            "Why the wall must stand | Opinion",
            "OPINION COLUMNIST",
            "Letters",
            "To the Editor:",
            "In my view: the wall",
            "By the Editorial Board",
        ] {
            let reading = genre(&format!("{head}\n\n{REPORT}"));
            assert_eq!(reading.genre, Genre::Opinion, "{head}");
            assert!(reading.declared, "{head}");
        }
        for head in [
            "Judges differ in second opinion",
            "Opinion polls close at noon",
            "Letters found in the harbour wall",
            "The editor of the Post resigns",
            "Comedian defends satire",
            "News\n\nOpinion\n\nSport",
        ] {
            assert_eq!(genre(&format!("{head}\n\n{REPORT}")).genre, Genre::Reportage, "{head}");
        }
        let below = format!("{REPORT}\n\nThe views expressed in comments are those of our readers.");
        assert_eq!(genre(&below).genre, Genre::Reportage);
    }

    #[test]
    fn a_note_on_the_author_declares_a_view() {
        let note = format!("{REPORT}\n\nIda Marsh is a syndicated columnist and lives in Portsea.");
        assert_eq!(genre(&note).genre, Genre::Opinion);
        // The mayor is in the story.
        let story = format!("{REPORT}\n\nAda Brook is a former columnist of the Post.");
        assert_eq!(genre(&story).genre, Genre::Reportage);
        let expert = format!("{REPORT}\n\nIda Marsh is a retired engineer and lives in Portsea.");
        assert_eq!(genre(&expert).genre, Genre::Reportage);
    }

    #[test]
    fn the_editorial_board_is_no_reporter() {
        let article = Article::builder(REPORT).authors(["The Editorial Board"]).build();
        assert!(Document::new(&article, &[]).genre().declared);
        let article = Article::builder(REPORT).authors(["Ada Board"]).build();
        assert!(!Document::new(&article, &[]).genre().declared);
    }

    #[test]
    fn only_a_writer_who_is_there_throughout_declares_a_view() {
        assert!(genre(VIEW).declared);
        let without = VIEW
            .replace("I have", "One has")
            .replace("I was", "one was")
            .replace("I think", "surely");
        let without = without
            .replace("My neighbours agree with me", "The neighbours agree")
            .replace("you and I", "you");
        let reading = genre(&without);
        assert_eq!(reading.genre, Genre::Opinion);
        assert!(!reading.declared, "{:?}", reading.reasons);
    }

    #[test]
    fn a_number_is_no_writer() {
        let war = format!(
            "{REPORT} The wall was mined in World War I. In World War I it fell. After World War I it was rebuilt. {REPORT}"
        );
        assert_eq!(genre(&war).genre, Genre::Reportage);
    }

    #[test]
    fn turns_of_speech_are_an_interview() {
        let turns = "On the wall\n\nBROOK: I think it will hold.\n\nMARSH: I do not.\n\nBROOK: Why?\n\nMARSH: I saw it.\n\n\
            BROOK: When was that?\n\nMARSH: In May.";
        assert_eq!(genre(turns).genre, Genre::Interview);
        let notes = "On the wall\n\nWhen: May 4.\n\nWhere: Town Hall.\n\nCost: Free.\n\nParking: None.\n\nFood: Yes.\n\nDogs: No.";
        assert_ne!(genre(notes).genre, Genre::Interview);
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

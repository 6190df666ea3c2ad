//! What the text says twice: the title again, a sentence, a quotation.

use crate::document::Document;
use crate::document::page::repeat::{Repeat, RepeatKind};
use crate::finding::{Evidence, Finding, Rule, Severity};

pub(super) static TITLE: Rule = Rule {
    id: "boilerplate/repeated-title",
    summary: "the headline stands in the text a second time",
    why: "A headline that stands twice was copied with the page around it: a sign that nobody read the text between copying and publishing it.",
    severity: Severity::Note,
    related: &["https://credweb.org/signals-20191126#69857b93"],
    flags: &[
        "New dock opens in May\n\nNew dock opens in May\n\nThe port authority said on Monday that the dock would open in May after a year of repairs.",
        "Council approves library budget\n\nThe town council approved the budget on Monday, the clerk said.\n\nCouncil approves library budget\n\nThe library will open on Sundays from March, she said.",
    ],
    passes: &[
        "New dock opens in May\n\nThe new dock opens in May, the port authority said on Monday after a year of repairs.",
        "Council approves library budget\n\nThe town council approved the library budget on Monday, the clerk said in a statement.",
    ],
};

pub(super) static PASSAGE: Rule = Rule {
    id: "boilerplate/repeated-passage",
    summary: "a sentence or quotation is told twice in the same words",
    why: "The same words told twice read as two pieces of evidence and are one. It happens when a text is put together from several reports of one event. \
          The Credible Web signals list duplicated text.",
    severity: Severity::Caution,
    related: &["https://credweb.org/signals-20191126#69857b93"],
    flags: &[
        "Mayor defends dock\n\n“We will finish the northern dock before the winter storms arrive,” the mayor said.\n\nThe council meets in June.\n\n“We will finish the northern dock before the winter storms arrive,” he said.",
        "Ferry back\n\nThe ferry left the harbor at noon with two hundred people on board. It returned in the evening.\n\nOfficials were glad. The ferry left the harbor at noon with two hundred people on board.",
    ],
    passes: &[
        "Mayor defends dock\n\n“We will finish the northern dock before the winter storms arrive,” the mayor said.\n\nThe mayor had promised a dock before winter when he took office.",
        "Dock\n\nMara Holt, Director of the North Harbor Port Authority, agreed.\n\nMara Holt, Director of the North Harbor Port Authority, later left the room.",
    ],
};

/// One finding for each repeat.
pub(super) fn find(document: &Document<'_>) -> Vec<Finding> {
    document.repeats().iter().map(|r| finding(document, r)).collect()
}

fn finding(document: &Document<'_>, repeat: &Repeat) -> Finding {
    let (rule, what) = match repeat.kind {
        RepeatKind::Title => (&TITLE, "the headline"),
        RepeatKind::Quotation => (&PASSAGE, "a quotation"),
        _ => (&PASSAGE, "a passage"),
    };
    let text = document.text().get(repeat.span.start..repeat.span.end).unwrap_or("");
    let shown: String = text.trim_matches(['“', '”', '"']).chars().take(60).collect();
    let cut = if shown.len() + 8 < text.len() { "…" } else { "" };
    let how = if repeat.resemblance >= 1.0 {
        "word for word"
    } else {
        "in nearly the same words"
    };
    let words = repeat.words;
    let message = match repeat.kind {
        RepeatKind::Title => format!("the headline “{shown}{cut}” stands in the text again"),
        _ => format!("{what} of {words} words is told a second time {how}: “{shown}{cut}”"),
    };
    Finding::new(rule, repeat.span)
        .message(message)
        .evidence(Evidence::Overlap {
            words,
            resemblance: repeat.resemblance,
            other: None,
        })
        .confidence(if repeat.resemblance >= 0.9 { 0.95 } else { 0.85 })
        .related(repeat.first, "said here first")
}

//! Work grows with the length of the text and with nothing else.
//!
//! No clock is read here: each text is so long that an analysis with a quadratic step would take hours, so that the test would
//! not end. `benches/whole.rs` measures time per byte.

mod support;

use onrecord::{Article, Report, analyze};

const MANY: usize = 1_000_000;

fn read(text: String) -> Report {
    let report = analyze(&Article::new(text));
    assert!(report.outcome_reason().is_some() || report.score().points.is_some());
    report
}

/// Article after article until `bytes` are full.
fn long_text(bytes: usize) -> String {
    let articles = support::articles();
    let mut text = String::with_capacity(bytes + 4096);
    while text.len() < bytes {
        for (_, article) in &articles {
            text.push_str(article);
            text.push_str("\n\n");
        }
    }
    text
}

#[test]
fn a_lone_line_of_megabytes() {
    read("word ".repeat(MANY));
    read("a".repeat(10 * MANY));
}

#[test]
fn a_million_quote_marks() {
    for mark in ["\"", "'", "\u{201c}", "\u{201d}", "\u{2018}", "''"] {
        read(mark.repeat(MANY));
    }
    read("\"a\" ".repeat(MANY / 2));
    read("\u{201c}a \u{2018}b ".repeat(MANY / 4));
}

#[test]
fn brackets_a_hundred_thousand_deep() {
    read("(".repeat(100_000) + &")".repeat(100_000));
    read("[said ".repeat(100_000));
}

#[test]
fn a_hundred_thousand_empty_or_short_lines() {
    read("\n".repeat(MANY));
    read("\r\n".repeat(MANY));
    read("a\n\n".repeat(MANY / 4));
    read("- Advertisement -\n".repeat(100_000));
    read("Read more: this\n\n".repeat(100_000));
}

#[test]
fn one_sentence_repeated() {
    read("The Harbor Times reported that a senior official said it was so. ".repeat(40_000));
    read("The Harbor Times reported that a senior official said it was so.\n\n".repeat(40_000));
}

#[test]
fn one_cue_after_another() {
    read("said ".repeat(400_000));
    read("according to ".repeat(200_000));
    read("he said that she said that ".repeat(100_000));
    read("citing ".repeat(200_000));
    read("officials, ".repeat(200_000));
}

#[test]
fn a_new_name_in_every_sentence() {
    // Distinct surnames of four letters, so that every sentence brings a source no other one shares.
    let letter = |n: usize| char::from(b'a' + (n % 26) as u8);
    let text: String = (0..60_000)
        .map(|n| {
            format!(
                "Anna B{}{}{}{}n said it was so. ",
                letter(n),
                letter(n / 26),
                letter(n / 676),
                letter(n / 17_576)
            )
        })
        .collect();
    read(text);
}

#[test]
fn one_name_in_every_sentence() {
    read("Anna Brandt said it was so. Brandt said it again. She said it. ".repeat(30_000));
}

#[test]
fn right_to_left_and_combining_marks() {
    read("\u{5e9}\u{5dc}\u{5d5}\u{5dd} said \u{202e}no\u{202c} ".repeat(MANY / 8));
    read("e\u{301}".repeat(MANY));
    read("\0".repeat(MANY));
}

#[test]
fn what_is_found_grows_with_the_text() {
    // The work that shows in a report: twice the text, about twice the annotations, and not four times.
    let sizes = |report: &Report| {
        [
            report.article().sentences,
            report.attributions().len(),
            report.voice().len(),
            report.segments().len(),
            report.sources().len(),
        ]
    };
    let once = sizes(&read(long_text(400_000)));
    let twice = sizes(&read(long_text(800_000)));
    for (a, b) in once.into_iter().zip(twice) {
        assert!(b <= a * 5 / 2 + 10, "{once:?} then {twice:?}");
    }
}

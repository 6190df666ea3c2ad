//! Prose cases of the outlet's own voice, with what must be found in brackets: see `editorial/cases.txt`.

use onrecord::{Article, analyze};

/// A case: its text without brackets, and the byte ranges that stood in them.
fn parse(line: &str) -> (String, Vec<(usize, usize)>) {
    let (mut text, mut marks, mut open) = (String::new(), Vec::new(), 0);
    for c in line.chars() {
        match c {
            '[' => open = text.len(),
            ']' => marks.push((open, text.len())),
            _ => text.push(c),
        }
    }
    (text, marks)
}

fn cases() -> Vec<(String, Vec<(usize, usize)>)> {
    include_str!("editorial/cases.txt")
        .lines()
        .filter(|l| !l.is_empty() && !l.starts_with('#'))
        .map(parse)
        .collect()
}

/// The editorializing findings of a text.
fn found(text: &str) -> Vec<(usize, usize, String)> {
    let report = analyze(&Article::new(text));
    let findings = report
        .findings()
        .iter()
        .filter(|f| f.rule.starts_with("editorializing/"));
    findings
        .map(|f| (f.span.start, f.span.end, format!("{} \"{}\"", f.rule, f.excerpt)))
        .collect()
}

#[test]
fn every_mark_is_found_and_nothing_else_is() {
    let mut wrong = Vec::new();
    for (text, marks) in cases() {
        let findings = found(&text);
        let touch = |a: (usize, usize), b: (usize, usize)| a.0 < b.1 && b.0 < a.1;
        for mark in &marks {
            if !findings.iter().any(|f| touch((f.0, f.1), *mark)) {
                wrong.push(format!("missed \"{}\" in: {text}", &text[mark.0..mark.1]));
            }
        }
        for (start, end, what) in &findings {
            if !marks.iter().any(|m| touch((*start, *end), *m)) {
                wrong.push(format!("{what} is no mark in: {text}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_finding_stands_in_a_quotation() {
    let mut quoted = 0;
    for (text, marks) in cases() {
        // A case without marks is clean, so that all of its quotations are somebody's.
        if !marks.is_empty() || !text.contains(['"', '\u{201c}']) {
            continue;
        }
        quoted += 1;
        assert_eq!(found(&text), [], "{text}");
    }
    assert!(quoted >= 10, "{quoted} cases with a quotation");
}

#[test]
fn a_paraphrase_is_called_one() {
    for (text, whose) in [
        (
            "The radios were useless, and the crews knew it.",
            "in the outlet's own words",
        ),
        (
            "Ina Harrow said the radios were useless.",
            "in what is attributed to somebody else, without quote marks",
        ),
    ] {
        let report = analyze(&Article::new(text));
        let judged = report.findings().iter().find(|f| f.excerpt == "useless");
        let message = judged.map_or("", |f| &f.message);
        assert!(message.ends_with(whose), "{text}: {message:?}");
    }
}

#[test]
fn half_of_the_cases_are_clean() {
    let cases = cases();
    let clean = cases.iter().filter(|(_, marks)| marks.is_empty()).count();
    assert!(cases.len() >= 120, "{} cases", cases.len());
    assert!(clean * 2 >= cases.len(), "{clean} of {} are clean", cases.len());
}

//! Prose with the sources it has, by hand.
//!
//! A case is a paragraph of `tests/sources/*.txt`: its text, then one line for each source that must be found and one for each
//! kind that must not be.
//!
//! ```text
//! A former aide said the plan was dead. The aide would not say why.
//! = anonymous 1 | A former aide | The aide          kind, people, all mentions (each a part of the mention in the text)
//! = anonymous 11 withheld | …                       `2+` is a lower bound; `withheld` and `unintroduced` may follow
//! = anonymous 1 within 11 officials | …             the source it is part of, by a word of its label
//! - anonymous                                       no source of that kind
//! ```
//!
//! A case that begins with `? ` is a known gap: it has to fail, and the test says so once it doesn't.

mod support;

use std::fs;

use onrecord::document::source::Source;
use onrecord::{Article, Document};
use support::root;

struct Wanted<'a> {
    kind: &'a str,
    people: Option<&'a str>,
    withheld: bool,
    unintroduced: bool,
    within: Option<&'a str>,
    mentions: Vec<&'a str>,
}

fn wanted(line: &str) -> Wanted<'_> {
    let mut parts = line.split(" | ").map(str::trim);
    let head = parts.next().unwrap_or("");
    let (head, within) = match head.split_once(" within ") {
        Some((head, within)) => (head, Some(within)),
        None => (head, None),
    };
    let mut words = head.split_whitespace();
    let kind = words.next().unwrap_or("");
    let rest: Vec<&str> = words.collect();
    Wanted {
        kind,
        people: rest
            .iter()
            .copied()
            .find(|w| w.starts_with(|c: char| c.is_ascii_digit())),
        withheld: rest.contains(&"withheld"),
        unintroduced: rest.contains(&"unintroduced"),
        within,
        mentions: parts.collect(),
    }
}

fn fits(text: &str, sources: &[Source], source: &Source, want: &Wanted<'_>) -> bool {
    let said: Vec<&str> = source.mentions.iter().map(|m| &text[*m]).collect();
    let mut left = said.clone();
    let all = want.mentions.iter().all(|w| {
        let at = left.iter().position(|m| m.contains(w));
        at.map(|i| left.remove(i)).is_some()
    });
    let people = want.people.is_none_or(|p| {
        let bound = p.ends_with('+');
        let number: u32 = p.trim_end_matches('+').parse().expect("a number of people");
        source.people.at_least == number && source.people.exact != bound
    });
    let within = want.within.is_none_or(|w| {
        let whole = source.within.and_then(|id| sources.get(id as usize));
        whole.is_some_and(|s| s.label.contains(w))
    });
    source.kind.name() == want.kind
        && all
        && people
        && within
        && source.withheld.is_some() == want.withheld
        && source.introduced != want.unintroduced
}

/// What is wrong with a case; nothing when it holds.
fn check(text: &str, lines: &[&str]) -> Option<String> {
    let article = Article::new(text);
    let document = Document::new(&article, &[]);
    let sources = document.sources();
    let mut wrong = Vec::new();
    for line in lines {
        if let Some(want) = line.strip_prefix("= ") {
            let want = wanted(want);
            if !sources.iter().any(|s| fits(document.text(), sources, s, &want)) {
                wrong.push((*line).to_string());
            }
        } else if let Some(kind) = line.strip_prefix("- ")
            && sources.iter().any(|s| s.kind.name() == kind.trim())
        {
            wrong.push((*line).to_string());
        }
    }
    if wrong.is_empty() {
        return None;
    }
    let found: Vec<String> = sources
        .iter()
        .map(|s| {
            let said: Vec<&str> = s.mentions.iter().map(|m| &document.text()[*m]).collect();
            let bound = if s.people.exact { "" } else { "+" };
            let withheld = if s.withheld.is_some() { " withheld" } else { "" };
            let unintroduced = if s.introduced { "" } else { " unintroduced" };
            let within = s.within.map_or(String::new(), |w| format!(" within #{w}"));
            format!(
                "    #{} {} {}{bound}{withheld}{unintroduced}{within} | {}",
                s.id,
                s.kind.name(),
                s.people.at_least,
                said.join(" | ")
            )
        })
        .collect();
    Some(format!(
        "{text}\n  missed: {}\n  found:\n{}",
        wrong.join("\n          "),
        found.join("\n")
    ))
}

#[test]
fn the_sources_of_written_cases_are_found() {
    let mut failures = Vec::new();
    let mut cases = 0;
    let mut files: Vec<_> = fs::read_dir(root().join("tests/sources"))
        .expect("a folder of cases")
        .map(|e| e.expect("an entry").path())
        .collect();
    files.sort();
    for file in files {
        let all = fs::read_to_string(&file).expect("a readable file");
        for block in all.split("\n\n") {
            let lines: Vec<&str> = block
                .lines()
                .filter(|l| !l.starts_with("# ") && !l.trim().is_empty())
                .collect();
            let marked = |l: &&str| l.starts_with("= ") || l.starts_with("- ");
            let text: Vec<&str> = lines.iter().copied().take_while(|l| !marked(l)).collect();
            if text.is_empty() {
                continue;
            }
            cases += 1;
            let text = text.join("\n\n");
            let (gap, text) = text.strip_prefix("? ").map_or((false, text.as_str()), |t| (true, t));
            let name = file
                .file_name()
                .map_or_else(String::new, |n| n.to_string_lossy().into_owned());
            match check(text, &lines[lines.iter().position(marked).unwrap_or(lines.len())..]) {
                Some(wrong) if !gap => failures.push(format!("{name}: {wrong}")),
                None if gap => failures.push(format!("{name}: no longer a gap, drop its mark: {text}")),
                _ => {}
            }
        }
    }
    assert!(cases >= 80, "only {cases} cases");
    assert!(
        failures.is_empty(),
        "{} of {cases} cases:\n\n{}",
        failures.len(),
        failures.join("\n\n")
    );
}

#[test]
fn who_gave_no_comment_is_told() {
    let silent = |text: &str| {
        let article = Article::new(text);
        let document = Document::new(&article, &[]);
        let found = document.attributions().iter().find(|a| a.no_comment);
        found
            .and_then(|a| a.source_span)
            .map(|s| document.text()[s].to_string())
    };
    let cases = [
        ("The harbour company has not commented.", Some("The harbour company")),
        (
            "The ministry haven't yet commented on the letter.",
            Some("The ministry"),
        ),
        ("The mayor could not be reached for comment.", Some("The mayor")),
        ("Otto Penhale did not return three calls.", Some("Otto Penhale")),
        ("The ministry didn't confirm or deny the report.", Some("The ministry")),
        ("The ministry declined to comment.", Some("The ministry")),
        ("The island could not be reached by road.", None),
        ("The treatment has not worked, and patients did not respond.", None),
        ("The ministry commented on the letter.", None),
        ("The price has not been confirmed.", None),
    ];
    let wrong: Vec<String> = cases
        .iter()
        .filter(|(text, who)| silent(text).as_deref() != *who)
        .map(|(text, _)| format!("{text} -> {:?}", silent(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

//! Foreign blocks: forty clean articles stay clean, and pieces of each are found when they are planted in another.

mod support;

use std::fs;

use onrecord::{Article, Report, analyze};

/// The clean articles, as (genre, text).
fn clean() -> Vec<(String, String)> {
    let text = fs::read_to_string(support::root().join("tests/insertion/clean.txt")).expect("the fixture can be read");
    text.split("=== ")
        .skip(1)
        .map(|part| {
            let (genre, text) = part.split_once('\n').expect("a genre line");
            (genre.to_string(), text.trim().to_string())
        })
        .collect()
}

fn flagged(report: &Report) -> Vec<&str> {
    let found = report
        .findings()
        .iter()
        .filter(|f| f.rule.starts_with("inserted-text/"));
    found.map(|f| f.excerpt.as_str()).collect()
}

fn paragraphs(text: &str) -> Vec<&str> {
    text.split("\n\n").collect()
}

fn first_sentence(paragraph: &str) -> &str {
    paragraph.find(". ").map_or(paragraph, |at| &paragraph[..=at])
}

/// The host with a block planted before its fifth paragraph.
fn planted(host: &str, block: &str) -> String {
    let mut parts = paragraphs(host);
    parts.insert(4, block);
    parts.join("\n\n")
}

/// How many planted blocks were found, with what was missed and what was flagged instead.
fn outcome(plant: impl Fn(&[(String, String)], usize) -> String) -> (usize, Vec<String>, Vec<String>) {
    let articles = clean();
    let (mut found, mut missed, mut wrong) = (0, Vec::new(), Vec::new());
    for (i, (genre, host)) in articles.iter().enumerate() {
        let block = plant(&articles, i);
        let text = planted(host, &block);
        let report = analyze(&Article::new(text.as_str()));
        let at = text.find(block.as_str()).expect("the block is planted");
        let mut hit = false;
        for finding in report
            .findings()
            .iter()
            .filter(|f| f.rule.starts_with("inserted-text/"))
        {
            let inside = finding.span.start >= at && finding.span.end <= at + block.len();
            hit |= inside;
            if !inside {
                wrong.push(format!("{genre}: {}", finding.excerpt));
            }
        }
        if hit {
            found += 1;
        } else {
            missed.push(format!("{genre}: {block}"));
        }
    }
    (found, missed, wrong)
}

#[test]
fn forty_clean_articles_raise_nothing() {
    let articles = clean();
    assert!(articles.len() >= 40, "{}", articles.len());
    let alarms: Vec<String> = articles
        .iter()
        .flat_map(|(genre, text)| {
            let report = analyze(&Article::new(text.as_str()));
            flagged(&report)
                .iter()
                .map(|f| format!("{genre}: {f}"))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(alarms.is_empty(), "{}", alarms.join("\n"));
}

/// A passage put into a clean article by hand.
struct Case {
    genre: String,
    paragraph: usize,
    inside: bool,
    foreign: bool,
    passage: String,
}

fn cases() -> Vec<Case> {
    let text = fs::read_to_string(support::root().join("tests/insertion/cases.txt")).expect("the fixture can be read");
    let case = |part: &str| {
        let (head, passage) = part.split_once('\n').expect("a passage");
        let head: Vec<&str> = head.split(' ').collect();
        Case {
            genre: head[0].to_string(),
            paragraph: head[1].parse().expect("a number"),
            inside: head[2] == "inside",
            foreign: head.last() == Some(&"foreign"),
            passage: passage.trim().to_string(),
        }
    };
    text.split("\n=== ").skip(1).map(case).collect()
}

#[test]
fn passages_put_in_by_hand_are_told_from_the_storys_own() {
    let articles = clean();
    let (mut faults, mut found_alone, mut inside) = (Vec::new(), 0, 0);
    let cases = cases();
    assert!(cases.len() >= 40, "{}", cases.len());
    for case in &cases {
        let (_, host) = articles.iter().find(|(g, _)| *g == case.genre).expect("the host");
        let mut parts: Vec<String> = paragraphs(host).into_iter().map(str::to_string).collect();
        if case.inside {
            let held = &mut parts[case.paragraph - 1];
            let first = first_sentence(held).len();
            held.insert_str(first, &format!(" {}", case.passage));
        } else {
            parts.insert(case.paragraph - 1, case.passage.clone());
        }
        let text = parts.join("\n\n");
        let report = analyze(&Article::new(text.as_str()));
        let found = flagged(&report);
        let hit = found == [case.passage.as_str()];
        found_alone += usize::from(case.foreign && hit && !case.inside);
        inside += usize::from(case.foreign && hit && case.inside);
        // A short host leaves many passages unfound; nothing of its own may be flagged, beside a foreign passage or without.
        if !(found.is_empty() || case.foreign && hit) {
            faults.push(format!("{} {}: {found:?}", case.genre, case.passage));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(found_alone >= 4, "{found_alone} foreign passages found");
    // Held to precision first: see `document/insertion/splice.rs`.
    assert!(inside >= 1, "{inside} spliced sentences found");
}

#[test]
fn a_page_of_many_paragraphs_ends() {
    let articles = clean();
    let mut text = String::with_capacity(11_000_000);
    while text.len() < 10_000_000 {
        for (_, article) in &articles {
            text.push_str(article);
            text.push_str("\n\n");
        }
    }
    assert!(paragraphs(&text).len() > 50_000);
    // A step that compared block with block would take hours here.
    let report = analyze(&Article::new(text));
    assert!(report.signals().contains_key("inserted-text"));
}

#[test]
fn a_headline_with_sentences_of_another_story_is_found() {
    let (found, missed, wrong) = outcome(|articles, i| {
        let donor = paragraphs(&articles[(i + 13) % articles.len()].1);
        format!(
            "{}\n{} {}",
            donor[0],
            first_sentence(donor[2]),
            first_sentence(donor[4])
        )
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found >= 36, "{found} found; missed:\n{}", missed.join("\n"));
}

#[test]
fn two_paragraphs_of_another_story_are_found() {
    let (found, missed, wrong) = outcome(|articles, i| {
        let donor = paragraphs(&articles[(i + 7) % articles.len()].1);
        format!("{}\n\n{}", donor[2], donor[3])
    });
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(found >= 10, "{found} found; missed:\n{}", missed.join("\n"));
}

#[test]
fn a_page_of_several_stories_is_left_alone_with_the_reason() {
    let articles = clean();
    let mut text = String::from("Morning briefing: what you need to know\n\n");
    for (_, article) in articles.iter().take(5) {
        text.push_str(&paragraphs(article)[1..4].join("\n\n"));
        text.push_str("\n\n");
    }
    let report = analyze(&Article::new(text.as_str()));
    assert!(flagged(&report).is_empty());
    let reason = report.signals().get("inserted-text").and_then(|s| s.reason.clone());
    assert!(reason.is_some_and(|r| r.contains("briefing")));
}

#[test]
fn too_few_paragraphs_are_counted_in_the_reason() {
    let articles = clean();
    let reason = |body: usize| {
        let text = paragraphs(&articles[0].1)[..=body].join("\n\n");
        let report = analyze(&Article::new(text.as_str()));
        report.signals().get("inserted-text").and_then(|s| s.reason.clone())
    };
    assert_eq!(
        reason(1).as_deref(),
        Some("1 paragraph holds too little to compare with")
    );
    assert_eq!(
        reason(2).as_deref(),
        Some("2 paragraphs hold too little to compare with")
    );
}

#[test]
fn an_interview_a_live_page_and_a_list_are_left_alone() {
    let articles = clean();
    type Form<'a> = &'a dyn Fn(usize, &str) -> String;
    let forms: [Form<'_>; 3] = [
        &|i, p| {
            if i % 2 == 0 {
                format!("Q: {p}")
            } else {
                format!("A: {p}")
            }
        },
        &|i, p| format!("{}:{}0 {p}", 9 + i / 3, i % 3),
        &|i, p| format!("{}. {p}", i + 1),
    ];
    for form in forms {
        let blocks: Vec<String> = articles
            .iter()
            .take(8)
            .enumerate()
            .map(|(i, (_, text))| form(i, paragraphs(text)[2]))
            .collect();
        let text = format!("All that happened today\n\n{}", blocks.join("\n\n"));
        assert!(flagged(&analyze(&Article::new(text.as_str()))).is_empty(), "{text}");
    }
}

#[test]
fn the_message_says_what_is_shared_and_what_is_not() {
    let articles = clean();
    let host = &articles.iter().find(|(g, _)| g == "wire").expect("the wire article").1;
    let block = "Pop Star Lila Monroy Stuns Fans With Surprise Duet\nThe singer joined rapper Dex Calloway on stage in Belmora. Monroy's glittering gown drew gasps from the crowd.";
    let text = planted(host, block);
    let report = analyze(&Article::new(text.as_str()));
    let finding = report
        .findings()
        .iter()
        .find(|f| f.rule == "inserted-text/teaser-block")
        .expect("the teaser is found");
    assert_eq!(finding.excerpt, block);
    assert!(finding.message.contains("Monroy"), "{}", finding.message);
    assert!(finding.confidence > 0.5, "{}", finding.confidence);
}

#[test]
fn line_ends_do_not_matter() {
    let articles = clean();
    let donor = paragraphs(&articles[20].1);
    let block = format!("{}\n{} {}", donor[0], donor[2], donor[3]);
    let text = planted(&articles[0].1, &block);
    let unix = analyze(&Article::new(text.as_str()));
    let windows = analyze(&Article::new(text.replace('\n', "\r\n")));
    assert_eq!(flagged(&unix).len(), 1);
    assert_eq!(flagged(&windows).len(), 1);
}

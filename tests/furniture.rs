//! Lines of a page, kind by kind, and lines of a story that look like them: `tests/furniture/cases.txt`.

use onrecord::Article;
use onrecord::document::Document;
use onrecord::document::page::segment::SegmentKind;
use onrecord::text::span::Span;

const STORY: [&str; 7] = [
    "Harbor ferry resumes after repairs",
    "The harbor ferry resumed service on Tuesday after two weeks of repairs, the port authority said in a statement.",
    "The crossing takes 20 minutes, and the council pays for a third of the cost.",
    "“We had to wait, but the crew was kind and the boat is quieter than before,” said Mara Holt, a teacher who crosses the harbor every day.",
    "The port authority plans a second dock on the north bank, and it wants the council to pay for half of it.",
    "The ferry was built in 1987. It has been repaired three times since the port authority bought it from the navy.",
    "No date has been set, the authority said.",
];

struct Case {
    kind: &'static str,
    of_page: bool,
    place: &'static str,
    line: &'static str,
}

fn cases() -> Vec<Case> {
    let mut kind = "";
    let mut out = Vec::new();
    for line in include_str!("furniture/cases.txt").lines() {
        if let Some(name) = line.strip_prefix('[') {
            kind = name.trim_end_matches(']');
        } else if let Some((head, line)) = line.split_once(": ").filter(|_| !line.starts_with('#')) {
            let (who, place) = head.split_once(' ').expect("`page after: …` or `story between: …`");
            out.push(Case {
                kind,
                of_page: who == "page",
                place,
                line,
            });
        }
    }
    out
}

/// The lines that are not the story's, its headline aside.
fn told_apart(text: &str) -> Vec<String> {
    let article = Article::new(text);
    let document = Document::new(&article, &[]);
    let lines = document.lines().iter().zip(&document.labels().lines);
    let page = lines.filter(|(_, l)| {
        matches!(
            l.kind,
            SegmentKind::Furniture | SegmentKind::Credit | SegmentKind::Caption
        )
    });
    let mut told: Vec<String> = page.map(|(line, _)| text[line.span].to_string()).collect();
    let parts = document.labels().parts.iter();
    let parts: Vec<&str> = parts.map(|p| &text[p.span]).collect();
    told.extend((!parts.is_empty()).then(|| parts.join(" ")));
    told
}

#[test]
fn every_kind_of_page_line_is_told_and_its_look_alikes_are_not() {
    let mut wrong = Vec::new();
    for case in cases() {
        let (page, _) = page_of(&case);
        let expected: &[&str] = if case.of_page { &[case.line] } else { &[] };
        let found = told_apart(&page);
        if found != expected {
            wrong.push(format!("[{}] {} {}: {found:?}", case.kind, case.place, case.line));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_kind_has_a_line_and_a_look_alike() {
    let cases = cases();
    let kinds = [
        "teaser",
        "share",
        "follow",
        "subscribe",
        "cookie",
        "advertisement",
        "navigation",
        "credit",
        "tags",
        "comments",
        "like",
        "agency",
        "update",
        "post",
        "caption",
        "teaser of a film",
        "headline of another story",
        "request",
        "consent",
        "about the page",
        "author",
        "in another language",
        "age",
        "inside a paragraph",
    ];
    for kind in kinds {
        let of = |page: bool| cases.iter().any(|c| c.kind == kind && c.of_page == page);
        assert!(
            of(true) && of(false),
            "{kind} needs a line of a page and one of a story"
        );
    }
}

#[test]
fn a_plain_article_and_a_broken_or_single_line_are_the_story() {
    assert_eq!(told_apart(&STORY.join("\n\n")), Vec::<String>::new());
    assert_eq!(told_apart(&STORY[1..].join("\n")), Vec::<String>::new());
    // A whole article in one line, with a date and a word of a page before it.
    assert_eq!(
        told_apart(&format!("Last updated at May 42021 {}", STORY[1..].join(" "))),
        Vec::<String>::new()
    );
    let line = format!("Last updated at May 42021 {}", STORY[1..].join(" "));
    let article = Article::builder(line.as_str()).title(STORY[0]).build();
    let document = Document::new(&article, &[]);
    assert!(document.labels().lines.iter().all(|l| l.kind != SegmentKind::Furniture));
    // A headline that opens like a link.
    let poll = format!("Poll: Ferry riders want a second dock\n\n{}", STORY[1..].join("\n\n"));
    assert_eq!(told_apart(&poll), Vec::<String>::new());
}

/// The page with a case in its place, and where the case stands.
fn page_of(case: &Case) -> (String, Span) {
    let mut page = STORY.to_vec();
    let behind = format!("{} {}", STORY[5], case.line);
    match case.place {
        "inside" => page[5] = &behind,
        "before" => page.insert(1, case.line),
        "between" => page.insert(4, case.line),
        _ => page.push(case.line),
    }
    let page = page.join("\n\n");
    let at = page.find(case.line).expect("the line stands on the page");
    (page, Span::new(at, at + case.line.len()))
}

#[test]
fn nothing_of_the_page_speaks_or_is_judged() {
    let mut wrong = Vec::new();
    for case in cases().iter().filter(|c| c.of_page) {
        let (page, span) = page_of(case);
        let report = onrecord::analyze(&Article::new(page.as_str()));
        let inside = |s: Span| span.start < s.end && s.start < span.end;
        let said = report
            .attributions()
            .iter()
            .filter_map(|a| a.cue)
            .find(|cue| inside(*cue));
        let judged = report.findings().iter().find(|f| {
            let apart = ["boilerplate/", "attribution-chains/"]
                .iter()
                .any(|s| f.rule.starts_with(s));
            inside(f.span) && !apart
        });
        if let Some(cue) = said {
            wrong.push(format!("{}: \"{}\" is a cue", case.line, &page.as_str()[cue]));
        }
        if let Some(finding) = judged {
            wrong.push(format!("{}: {}", case.line, finding.rule));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn sentences_without_a_stop_are_told_where_there_are_several() {
    let captions = [
        "The captain, Jon Lind, waves to the crowd as the boat leaves the north bank",
        "Repairs took two weeks and the crew of Mara Lind worked through the night",
    ];
    let headings = [
        "How the council of Harbor came to own a ferry that it did not want",
        "What the vote in Harbor means for the people who cross it every day",
    ];
    let page = |lines: &[&'static str]| {
        let mut page = STORY.to_vec();
        for (i, line) in lines.iter().enumerate() {
            page.insert(3 + 2 * i, line);
        }
        page.join("\n\n")
    };
    assert_eq!(told_apart(&page(&captions)), captions);
    assert_eq!(told_apart(&page(&captions[..1])), Vec::<String>::new());
    assert_eq!(told_apart(&page(&headings)), Vec::<String>::new());
}

#[test]
fn a_block_quotation_is_not_the_outlets_voice() {
    let letter = "The dam is a disgrace, and the corrupt mayor has looted the town.";
    let text = format!("{}\n\n{letter}\n\n{}", STORY[1], STORY[2]);
    let at = text.find(letter).expect("the letter stands in the text");
    let block = Span::new(at, at + letter.len());
    let findings = |article: Article| {
        let report = onrecord::analyze(&article);
        report
            .findings()
            .iter()
            .filter(|f| f.rule.starts_with("editorializing/"))
            .count()
    };
    assert!(findings(Article::builder(text.as_str()).title(STORY[0]).build()) > 0);
    let quoted = Article::builder(text.as_str())
        .title(STORY[0])
        .quoted_blocks([block])
        .build();
    assert_eq!(&quoted.text()[quoted.quoted_blocks()[0]], letter);
    assert_eq!(findings(quoted), 0);
}

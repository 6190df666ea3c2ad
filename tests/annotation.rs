//! Sentences with their attributions marked by hand: `[source A minister] [cue said] [content the bridge was safe]`.
//!
//! Several relations in one line carry a digit (`[source2 Roe]`); a `/` between spaces is a paragraph's end. Outermost relations only; quote marks and stops at the ends of a span are not compared. A line that starts with `? ` is a known
//! gap: it has to fail, and the test says so once it doesn't.

mod support;

use std::fs;

use onrecord::{Article, Span, analyze};
use support::root;

/// One relation, by its words.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Relation {
    source: String,
    cue: String,
    content: String,
}

fn bare(words: &str) -> &str {
    words.trim_matches(|c: char| !c.is_alphanumeric() && c != '$')
}

/// The sentence without its marks, and the relations they describe; a digit behind a mark's name tells relations apart
/// (`[cue2 added]`).
fn parse(line: &str) -> (String, Vec<Relation>) {
    let mut text = String::new();
    let mut relations = vec![Relation::default(); 10];
    let mut rest = line;
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find(']').expect("a closing bracket");
        let (name, words) = rest[open + 1..close].split_once(' ').expect("a name and words");
        let number = name.chars().last().and_then(|c| c.to_digit(10)).unwrap_or(0) as usize;
        let relation = &mut relations[number];
        match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "source" => relation.source = bare(words).to_owned(),
            "cue" => relation.cue = bare(words).to_owned(),
            "content" if relation.content.is_empty() => relation.content = bare(words).to_owned(),
            "content" => relation.content = format!("{} … {}", relation.content, bare(words)),
            _ => panic!("unknown mark `{name}` in {line}"),
        }
        text.push_str(words);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    relations.retain(|r| !r.cue.is_empty() || !r.content.is_empty());
    relations.sort();
    (text, relations)
}

fn found(text: &str) -> Vec<Relation> {
    let article = Article::new(text);
    let report = analyze(&article);
    let words = |span: Span| bare(&article.text()[span]).to_owned();
    let mut relations: Vec<Relation> = report
        .attributions()
        .iter()
        .filter(|attribution| attribution.inside.is_none())
        .map(|attribution| Relation {
            source: attribution.source_span.map(words).unwrap_or_default(),
            cue: attribution.cue.map(words).unwrap_or_default(),
            content: attribution
                .content
                .iter()
                .map(|span| words(*span))
                .collect::<Vec<_>>()
                .join(" … "),
        })
        .collect();
    relations.sort();
    relations
}

#[test]
fn marked_sentences_are_read_as_marked() {
    let mut wrong = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(root().join("tests/annotation"))
        .expect("folder can be read")
        .map(|entry| entry.expect("entry can be read").path())
        .collect();
    paths.sort();
    for path in paths {
        let file = fs::read_to_string(&path).expect("file can be read");
        let lines = file
            .lines()
            .enumerate()
            .filter(|(_, line)| !line.is_empty() && !line.starts_with('#'));
        for (number, line) in lines {
            let (gap, line) = line.strip_prefix("? ").map_or((false, line), |line| (true, line));
            let (text, marked) = parse(&line.replace(" / ", "\n\n"));
            let found = found(&text);
            let right = found == marked;
            let place = format!("{}:{}", path.file_name().unwrap_or_default().display(), number + 1);
            if right == gap {
                let verdict = if gap {
                    "no longer a gap, drop its `? `"
                } else {
                    "read otherwise"
                };
                wrong.push(format!("{place} {verdict}: {line}\n    found {found:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

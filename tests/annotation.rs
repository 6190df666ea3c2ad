//! Sentences with their attributions marked by hand: `[source A minister] [cue said] [content the bridge was safe]`.
//!
//! Several relations in one line carry a digit (`[source2 Roe]`); a `/` between spaces is a paragraph's end. Outermost relations only; quote marks and stops at the ends of a span are not compared. A line that starts with `? ` is a known
//! gap: it has to fail, and the test says so once it doesn't.

mod support;

use onrecord::{Article, Span, analyze};

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
    support::read_as_marked("tests/annotation", |line| {
        let (text, marked) = parse(&line.replace(" / ", "\n\n"));
        let found = found(&text);
        (found != marked).then(|| format!("found {found:?}"))
    });
}

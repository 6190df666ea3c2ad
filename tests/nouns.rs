//! Noun phrases with their parts marked by hand: `the [possessor mayor's] former [head aide] [complement at the port] = possessive one 1`.
//!
//! The words before ` = ` are one phrase. Its marks must be exactly the parts that are read; behind ` = ` stand the determiner, `one`
//! or `many`, and how many people it stands for (`2+`: two or more). A name is marked `name`, and then no head is. A line that starts
//! with `? ` is a known gap: it has to fail, and the test says so once it doesn't.

mod support;

use onrecord::document::english::noun::{Determiner, NounPhrase};
use onrecord::document::page::token::Tokens;
use onrecord::{Article, Document, Span};

type Parts = Vec<(String, String)>;

/// The phrase without its marks, and the marks in alphabetical order.
fn parse(line: &str) -> (String, Parts) {
    let (mut text, mut parts, mut rest) = (String::new(), Parts::new(), line);
    while let Some(open) = rest.find('[') {
        text.push_str(&rest[..open]);
        let close = open + rest[open..].find(']').expect("a closing bracket");
        let (name, words) = rest[open + 1..close].split_once(' ').expect("a name and words");
        parts.push((name.to_owned(), words.to_owned()));
        text.push_str(words);
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    parts.sort();
    (text, parts)
}

fn determiner(phrase: &NounPhrase) -> &'static str {
    match phrase.determiner() {
        Determiner::Bare => "bare",
        Determiner::Definite => "definite",
        Determiner::Demonstrative => "demonstrative",
        Determiner::Indefinite => "indefinite",
        Determiner::Possessive => "possessive",
    }
}

/// What is read of a phrase that stands alone in its sentence.
fn found(text: &str) -> Option<(Parts, String)> {
    let article = Article::new(format!("We asked {text}."));
    let document = Document::new(&article, &[]);
    let phrase = document.nouns().read(Span::new(9, 9 + text.len()))?;
    let words = |t: Tokens| article.text()[document.span_of(t.start as usize, t.end as usize)].to_owned();
    let head = phrase
        .name()
        .is_none()
        .then(|| Tokens::new(phrase.head(), phrase.head() + 1));
    let modifiers = Some(phrase.modifiers()).filter(|m| !m.is_empty());
    let mut parts: Parts = [
        ("apposition", phrase.apposition()),
        ("clause", phrase.clause()),
        ("complement", phrase.complement()),
        ("head", head),
        ("modifier", modifiers),
        ("name", phrase.name()),
        ("possessor", phrase.possessor()),
        ("title", phrase.title()),
    ]
    .into_iter()
    .filter_map(|(name, tokens)| Some((name.to_owned(), words(tokens?))))
    .collect();
    parts.sort();
    let people = phrase.people();
    let bound = if people.exact { "" } else { "+" };
    let number = if phrase.is_plural() { "many" } else { "one" };
    Some((
        parts,
        format!("{} {number} {}{bound}", determiner(&phrase), people.at_least),
    ))
}

#[test]
fn marked_phrases_are_read_as_marked() {
    let lines = support::read_as_marked("tests/nouns", |line| {
        let (marked, told) = line.split_once(" = ").expect("a phrase and what it is");
        let (text, parts) = parse(marked);
        let found = found(&text);
        let right = found.as_ref().is_some_and(|(p, t)| *p == parts && t == told);
        (!right).then(|| format!("found {found:?}"))
    });
    assert!(lines >= 60, "{lines} lines");
}

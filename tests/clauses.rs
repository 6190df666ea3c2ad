//! Sentences with their clauses marked by hand: `[subject The company], [participle based in Ostby], [verb said] …`.
//!
//! Marks are `verb` and what belongs to it: `subject`, `addressee`, `venue`, `agent`, `participle`, and what completes it: `that`,
//! `bare`, `infinitive`, `object`, `quotation`. Several clauses in one line carry a digit (`[subject2 Roe]`). Behind a point a verb
//! says more (`[verb.past.negated did not say]`): `past`, `present`, `future`, `modal`, `negated`, `passive`, `infinitive`,
//! `gerund`, `participle`, `relative`, `shared`. Complements are compared where they are marked, everything else always; clauses without a
//! mark are not looked at. `[name Long]` and `[noun state]` say what a word is. A `/` between spaces is a paragraph's end. A line that starts with `? ` is a known gap: it has
//! to fail, and the test says so once it doesn't.

mod support;

use onrecord::document::english::clause::{Clause, Role, Tense, VerbForm};
use onrecord::document::english::tag::Tag;
use onrecord::document::page::token::Tokens;
use onrecord::{Article, Document, Span};

/// One mark: its name, the words behind its point, its clause's digit, and its bytes.
struct Mark {
    name: String,
    says: Vec<String>,
    clause: u32,
    start: usize,
    end: usize,
}

/// The sentence without its marks, and the marks; one may stand inside another.
fn parse(line: &str) -> (String, Vec<Mark>) {
    let (mut text, mut marks, mut open, mut rest) = (String::new(), Vec::new(), Vec::new(), line);
    while let Some(at) = rest.find(['[', ']']) {
        text.push_str(&rest[..at]);
        if rest[at..].starts_with('[') {
            let (head, words) = rest[at + 1..].split_once(' ').expect("a name and words");
            open.push((head, text.len()));
            rest = words;
        } else {
            let (head, start) = open.pop().expect("an opening bracket");
            let mut head = head.split('.');
            let name = head.next().unwrap_or_default();
            marks.push(Mark {
                name: name.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
                says: head.map(str::to_owned).collect(),
                clause: name.chars().last().and_then(|c| c.to_digit(10)).unwrap_or(0),
                start,
                end: text.len(),
            });
            rest = &rest[at + 1..];
        }
    }
    text.push_str(rest);
    (text, marks)
}

fn role(name: &str) -> Option<Role> {
    Some(match name {
        "addressee" => Role::Addressee,
        "venue" => Role::Venue,
        "agent" => Role::Agent,
        "participle" => Role::Participle,
        "that" => Role::That,
        "bare" => Role::Bare,
        "infinitive" => Role::Infinitive,
        "object" => Role::Object,
        "quotation" => Role::Quotation,
        _ => return None,
    })
}

fn says(clause: &Clause<'_>, word: &str) -> bool {
    match word {
        "past" => clause.tense() == Tense::Past,
        "present" => clause.tense() == Tense::Present,
        "future" => clause.tense() == Tense::Future,
        "modal" => clause.is_modal(),
        "negated" => clause.is_negated(),
        "passive" => clause.is_passive(),
        "infinitive" => clause.form() == VerbForm::Infinitive,
        "gerund" => clause.form() == VerbForm::Gerund,
        "participle" => clause.form() == VerbForm::Participle,
        "relative" => clause.is_relative(),
        "shared" => clause.shares_subject(),
        _ => panic!("unknown word `{word}`"),
    }
}

/// What a line's marks and its clauses disagree about.
fn differences(line: &str) -> Vec<String> {
    let (text, marks) = parse(line);
    let article = Article::new(text.as_str());
    let document = Document::new(&article, &[]);
    let tokens = |mark: &Mark| document.tokens_in(Span::new(mark.start, mark.end));
    let words = |tokens: Tokens| {
        let range = tokens.range();
        document.text()[document.span_of(range.start, range.end)].to_owned()
    };
    let mut wrong = Vec::new();
    for mark in marks.iter().filter(|m| matches!(&*m.name, "name" | "noun")) {
        for at in tokens(mark).range() {
            let tag = document.tags()[at];
            if tag != Tag::Name && (mark.name == "name" || tag != Tag::Noun) {
                wrong.push(format!("`{}` is a {tag:?}", document.word(at)));
            }
        }
    }
    for verb in marks.iter().filter(|m| m.name == "verb") {
        let Some(clause) = document.clauses().find(|c| c.verb() == tokens(verb)) else {
            let verbs: Vec<String> = document.clauses().map(|c| words(c.verb())).collect();
            wrong.push(format!("no verb `{}`, but {verbs:?}", &text[verb.start..verb.end]));
            continue;
        };
        wrong.extend(
            verb.says
                .iter()
                .filter(|w| !says(&clause, w))
                .map(|w| format!("the verb is not {w}")),
        );
        let own: Vec<&Mark> = marks.iter().filter(|m| m.clause == verb.clause).collect();
        let subject = own.iter().find(|m| m.name == "subject").map(|m| tokens(m));
        if clause.subject() != subject {
            wrong.push(format!("subject {:?}", clause.subject().map(words)));
        }
        for name in [
            "addressee",
            "venue",
            "agent",
            "participle",
            "that",
            "bare",
            "infinitive",
            "object",
            "quotation",
        ] {
            let role = role(name).expect("a role");
            let marked: Vec<Tokens> = own.iter().filter(|m| m.name == name).map(|m| tokens(m)).collect();
            let found: Vec<Tokens> = clause
                .parts()
                .iter()
                .filter(|p| p.role == role)
                .map(|p| p.tokens)
                .collect();
            if marked != found && !(marked.is_empty() && role.is_complement()) {
                let found: Vec<String> = found.into_iter().map(words).collect();
                wrong.push(format!("{name} {found:?}"));
            }
        }
    }
    assert!(!marks.is_empty(), "nothing is marked: {line}");
    wrong
}

#[test]
fn clauses_are_read_as_marked() {
    support::read_as_marked("tests/clauses", |line| {
        let wrong = differences(&line.replace(" / ", "\n\n"));
        (!wrong.is_empty()).then(|| wrong.join("; "))
    });
}

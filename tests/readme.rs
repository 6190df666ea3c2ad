//! What the README shows is what the crate does: the rule table, the printed report, the picture and the code.
//!
//! `ONRECORD_BLESS=1 cargo test --all-features --test readme` rewrites all of them.

mod support;

use std::fmt::Write as _;
use std::fs;

use onrecord::render::Page;
use onrecord::render::text::{Look, page};
use onrecord::{Article, analyze, signals};
use support::{bless, root};

/// The article of the README's first command.
const ARTICLE: &str = "examples/articles/border-talks-scraped.txt";

fn readme() -> String {
    fs::read_to_string(root().join("README.md"))
        .expect("README can be read")
        .replace("\r\n", "\n")
}

/// Compares what stands between two marks of the README with what should, or rewrites it.
fn between(name: &str, fresh: &str) {
    let (begin, end) = (format!("<!-- {name}:begin -->\n"), format!("<!-- {name}:end -->"));
    let text = readme();
    let from = text.find(&begin).unwrap_or_else(|| panic!("README has no {begin}")) + begin.len();
    let to = from + text[from..].find(&end).unwrap_or_else(|| panic!("README has no {end}"));
    if bless() {
        let text = format!("{}{fresh}{}", &text[..from], &text[to..]);
        fs::write(root().join("README.md"), text).expect("README can be written");
    } else {
        assert_eq!(
            &text[from..to],
            fresh,
            "`{name}` in README.md is stale; ONRECORD_BLESS=1 rewrites it"
        );
    }
}

fn report(color: bool) -> String {
    let text = fs::read_to_string(root().join(ARTICLE))
        .expect("article can be read")
        .replace("\r\n", "\n");
    let article = Article::new(text);
    let report = analyze(&article);
    let look = Look {
        color,
        width: 96,
        ..Look::default()
    };
    page(&Page::new(ARTICLE, &report).with_text(article.text()), &look)
}

#[test]
fn the_picture_and_the_tables_are_fresh() {
    // One test, so that rewriting the README never races with itself.
    rule_table();
    printed_report();
    picture();
}

fn rule_table() {
    let mut table = String::from("\n| rule | what is seen | severity |\n|---|---|---|\n");
    for signal in signals::ALL {
        for rule in signal.rules {
            let _ = writeln!(
                table,
                "| `{}` | {} | {} |",
                rule.id,
                rule.summary.replace('|', "\\|"),
                rule.severity
            );
        }
    }
    table.push('\n');
    between("rules", &table);
}

/// Findings and sources that the README prints; the picture and the command show all.
const SHOWN: usize = 3;

/// The report's own words, its two long sections cut short.
fn printed_report() {
    let report = report(false);
    let mut shown = String::from("```text\n");
    let mut section = "";
    let mut blocks = 0;
    for line in report.lines() {
        if line.starts_with(char::is_alphabetic) {
            section = line;
            blocks = 0;
        }
        let counted = match section {
            s if s.starts_with("Findings") => line.is_empty(),
            s if s.starts_with("Sources") => line.starts_with("  ") && !line.starts_with("    "),
            _ => false,
        };
        blocks += usize::from(counted);
        if blocks <= SHOWN {
            shown.push_str(line);
            shown.push('\n');
        } else if counted && blocks == SHOWN + 1 {
            shown.push_str(if line.is_empty() {
                "\n  […]\n\n"
            } else {
                "  […]\n\n"
            });
        }
    }
    shown.push_str("```\n");
    between("report", &shown);
}

/// How many lines of the report the picture shows.
const ROWS: usize = 48;

fn picture() {
    let path = root().join(".github/report.svg");
    let fresh = svg(report(true).lines().take(ROWS));
    if bless() {
        fs::create_dir_all(root().join(".github")).expect("folder can be made");
        fs::write(&path, fresh).expect("picture can be written");
    } else {
        let kept = fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n");
        assert!(
            kept == fresh,
            ".github/report.svg is stale; ONRECORD_BLESS=1 rewrites it"
        );
    }
}

/// A terminal in SVG: one `text` a line, one `tspan` a run of one style.
fn svg<'a>(lines: impl Iterator<Item = &'a str>) -> String {
    let lines: Vec<&str> = lines.collect();
    let height = 20 * lines.len() + 40;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"860\" height=\"{height}\" viewBox=\"0 0 860 {height}\" role=\"img\" \
         aria-label=\"A report of onrecord in a terminal\">\n\
         <rect width=\"860\" height=\"{height}\" rx=\"8\" fill=\"#16181d\"/>\n\
         <g font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\" font-size=\"14\" \
         fill=\"#d7dae0\" xml:space=\"preserve\">\n"
    );
    for (row, line) in lines.iter().enumerate() {
        let _ = writeln!(out, "<text x=\"20\" y=\"{}\">{}</text>", 34 + 20 * row, styled(line));
    }
    out.push_str("</g>\n</svg>\n");
    out
}

/// One line with its ANSI codes turned into `tspan`s.
fn styled(line: &str) -> String {
    let mut out = String::new();
    let mut style = String::new();
    for (i, run) in line.split("\x1b[").enumerate() {
        let words = match run.split_once('m').filter(|_| i > 0) {
            Some((codes, words)) => {
                style = css(codes);
                words
            }
            None => run,
        };
        let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        match (words.is_empty(), style.is_empty()) {
            (true, _) => {}
            (false, true) => out.push_str(&words),
            (false, false) => {
                let _ = write!(out, "<tspan{style}>{words}</tspan>");
            }
        }
    }
    out
}

fn css(codes: &str) -> String {
    codes
        .split(';')
        .map(|code| match code {
            "1" => " font-weight=\"bold\"",
            "2" => " fill=\"#8b909c\"",
            "4" => " text-decoration=\"underline\"",
            "31" => " fill=\"#ff7b72\"",
            "33" => " fill=\"#e3b341\"",
            "36" => " fill=\"#76c7d6\"",
            _ => "",
        })
        .collect()
}

#[test]
fn the_code_of_the_readme_is_the_tested_code_of_the_crate_docs() {
    let text = readme();
    let code = text
        .split("```rust\n")
        .nth(1)
        .and_then(|rest| rest.split("```").next())
        .expect("README shows code");
    let docs: String = fs::read_to_string(root().join("src/lib.rs"))
        .expect("lib.rs can be read")
        .lines()
        .filter_map(|line| line.strip_prefix("//!"))
        .map(|line| format!("{}\n", line.strip_prefix(' ').unwrap_or(line)))
        .collect();
    assert!(
        docs.contains(code),
        "the first Rust block of README.md differs from the first example in src/lib.rs"
    );
}

#[test]
fn the_first_command_checks_an_article_that_ships() {
    let text = readme();
    let command = text
        .lines()
        .find(|line| line.starts_with("    cargo run"))
        .expect("README names a first command");
    assert!(command.ends_with(ARTICLE) && root().join(ARTICLE).exists(), "{command}");
}

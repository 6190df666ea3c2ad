//! The graphs for Graphviz and Mermaid, read by the real `dot` and by Mermaid's own parser. Where these are not installed a test
//! says that it was skipped; with `ONRECORD_MERMAID` (a folder with `tests/mermaid` installed) or `ONRECORD_DOT` set, they must be.

use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use onrecord::citations::{Citations, CitedOutlet};
use onrecord::render::{Page, citations, dot, mermaid};
use onrecord::{Article, Report, analyze};
use serde_json::Value;

const RELAYED: &str = "The ferry had leaked for months, an inspector told the Harbor Times. The company refused to buy pumps, \
the inspector said. Captain Ana Reyes said the crew had asked for help. According to the Harbor Times, the owner knew.";

/// What could end a label, be read as markup, or as an instruction.
const HOSTILE: &[&str] = &[
    "the \"Weekly\" [late edition] (north)",
    "end",
    "a ] --> b[\"c\"]",
    "%%{init: {\"theme\": \"dark\"}}%% Post",
    "%% a comment",
    "<b>O'Hara & Sons</b>",
    "&lt;script&gt; &amp; #quot; #35;",
    "back\\slash \\N \\l",
    "two\nlines\r\nand a tab\t.",
    "`code` **bold** _under_",
    "style a fill:#f00; Lifestyle:\"Home\"",
    "classDef x fill:#fff;",
    "subgraph one; end; A-->B",
    "semi;colon :::named | pipe {brace} $$x^2$$",
    "Нова газета, 新聞, العربية, 🗞",
    "\u{202e}reversed\u{0}\u{7}\u{1b}[31m",
    "---\ntitle: x\n---",
    "click a href \"javascript:x\"",
    "",
];

fn read(text: &str) -> Report {
    analyze(&Article::new(text))
}

/// A report whose sources bear these names, as many as there are.
fn named(names: &[&str]) -> Report {
    let mut report = serde_json::to_value(read(RELAYED)).expect("a report is data");
    let sources = report["sources"].as_array_mut().expect("sources");
    for (source, name) in sources.iter_mut().zip(names) {
        source["label"] = Value::from(*name);
    }
    serde_json::from_value(report).expect("still a report")
}

fn as_dot(name: &str, report: &Report) -> String {
    format!("{}{}{}", dot::head(), dot::page(&Page::new(name, report)), dot::tail())
}

fn as_mermaid(name: &str, report: &Report) -> String {
    format!("{}{}", mermaid::head(), mermaid::page(&Page::new(name, report)))
}

/// Every hostile name as a source's and as a file's.
fn hostile() -> Vec<(&'static str, Report)> {
    HOSTILE.iter().map(|name| (*name, named(&[*name; 9]))).collect()
}

/// Outlets of these names, each cited by the next and by nobody known.
fn cited() -> Citations {
    let reports = [
        ("Harbor Times", "The ferry was sold, the Dock Gazette reported."),
        ("Dock Gazette", "The ferry was sold, according to the Harbor Times."),
    ];
    let mut all = Citations::of(&reports.map(|(p, text)| analyze(&Article::builder(text).publisher(p).build())));
    let edge = all.citations[0].clone();
    for name in HOSTILE {
        let cited = all.outlets.len() as u32;
        all.outlets.push(CitedOutlet {
            name: (*name).to_string(),
            outlet: name.to_lowercase(),
            country: None,
            published: 0,
        });
        for cites in [None, Some(cited - 1)] {
            all.citations.push(onrecord::citations::Citation {
                cites,
                cited,
                ..edge.clone()
            });
        }
    }
    all
}

/// Runs a program on some input; nothing when there is no such program.
fn run(program: &mut Command, input: &str) -> Option<(bool, String, String)> {
    let piped = program
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = piped.spawn().ok()?;
    child.stdin.take()?.write_all(input.as_bytes()).ok()?;
    let out = child.wait_with_output().ok()?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Some((out.status.success(), text(&out.stdout), text(&out.stderr)))
}

/// Numbers of nodes and edges that `dot` lays out; nothing when it is not there.
#[expect(clippy::print_stdout, reason = "a skipped check says so")]
fn laid_out(graph: &str) -> Option<(usize, usize)> {
    let Some((good, plain, errors)) = run(Command::new("dot").arg("-Tplain"), graph) else {
        assert!(
            std::env::var_os("ONRECORD_DOT").is_none(),
            "ONRECORD_DOT is set, and there is no `dot`"
        );
        println!("skipped: no `dot` (Graphviz) on this machine");
        return None;
    };
    assert!(good && errors.is_empty(), "{errors}\n{graph}");
    let count = |kind: &str| plain.lines().filter(|l| l.starts_with(kind)).count();
    Some((count("node "), count("edge ")))
}

/// What Mermaid's own parser makes of charts; nothing when it is not installed.
#[expect(clippy::print_stdout, reason = "a skipped check says so")]
fn understood(charts: &[String]) -> Option<Vec<Value>> {
    let asked = std::env::var_os("ONRECORD_MERMAID").map(PathBuf::from);
    let must = asked.is_some();
    let folder = asked.unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mermaid"));
    if !folder.join("node_modules").is_dir() {
        assert!(!must, "nothing is installed in {}", folder.display());
        println!("skipped: Mermaid is not installed in tests/mermaid");
        return None;
    }
    let input = serde_json::to_string(charts).expect("charts are text");
    let Some((good, out, errors)) = run(Command::new("node").arg(folder.join("check.mjs")), &input) else {
        assert!(!must, "there is no `node`");
        println!("skipped: no `node` on this machine");
        return None;
    };
    assert!(good, "{errors}");
    Some(serde_json::from_str(&out).expect("a list"))
}

/// A label as a reader sees it: one line, what would steer a terminal or turn the text around made visible.
fn plain(name: &str) -> String {
    name.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
        .replace('\u{202e}', "\u{fffd}")
}

#[test]
fn graph_formats_are_the_same_every_time() {
    let (one, two) = (read(RELAYED), read(RELAYED));
    assert_eq!(as_dot("a", &one), as_dot("a", &two));
    assert_eq!(as_mermaid("a", &one), as_mermaid("a", &two));
}

#[test]
fn graphviz_draws_every_source_and_step() {
    for text in [RELAYED, "", "“It leaks,” Ana Reyes said."] {
        let report = read(text);
        let Some(drawn) = laid_out(&as_dot("a \"quoted\" name.txt", &report)) else {
            return;
        };
        assert_eq!(
            drawn,
            (report.graph().nodes.len() + 1, report.graph().edges.len()),
            "{text}"
        );
    }
}

#[test]
fn no_name_breaks_graphviz() {
    for (name, report) in hostile() {
        let Some(drawn) = laid_out(&as_dot(name, &report)) else {
            return;
        };
        assert_eq!(
            drawn,
            (report.graph().nodes.len() + 1, report.graph().edges.len()),
            "{name}"
        );
    }
    let all = cited();
    if let Some(drawn) = laid_out(&citations::dot(&all)) {
        assert_eq!(drawn, (all.outlets.len() + 1, all.citations.len()));
    }
}

#[test]
fn mermaid_reads_every_source_and_step() {
    let reports = [RELAYED, "", "“It leaks,” Ana Reyes said."].map(read);
    let charts: Vec<String> = reports.iter().map(|r| as_mermaid("a.txt", r)).collect();
    let Some(understood) = understood(&charts) else { return };
    for (report, chart) in reports.iter().zip(&understood) {
        let len = |what: &str| chart[what].as_array().map_or(0, Vec::len);
        assert_eq!(len("nodes"), report.graph().nodes.len() + 1, "{chart}");
        assert_eq!(len("edges"), report.graph().edges.len(), "{chart}");
        assert_eq!(chart["groups"][0], "a.txt");
    }
}

#[test]
fn every_name_reaches_the_reader_of_a_mermaid_chart() {
    let reports = hostile();
    let charts: Vec<String> = reports.iter().map(|(name, r)| as_mermaid(name, r)).collect();
    let Some(understood) = understood(&charts) else { return };
    for ((name, report), chart) in reports.iter().zip(&understood) {
        let nodes: Vec<&str> = chart["nodes"]
            .as_array()
            .expect("nodes")
            .iter()
            .filter_map(Value::as_str)
            .collect();
        assert_eq!(nodes.len(), report.graph().nodes.len() + 1, "{name}: {chart}");
        assert_eq!(
            chart["edges"].as_array().map_or(0, Vec::len),
            report.graph().edges.len(),
            "{name}: {chart}"
        );
        let control = name.chars().any(|c| c.is_control() && !c.is_whitespace());
        for node in nodes.iter().filter(|n| **n != "this article" && !control) {
            assert_eq!(
                node.split("<br").next().map(str::trim),
                Some(plain(name).as_str()),
                "{name:?} {chart}"
            );
        }
    }
    let all = cited();
    if let Some(drawn) = self::understood(&[citations::mermaid(&all)]) {
        assert_eq!(drawn[0]["nodes"].as_array().map_or(0, Vec::len), all.outlets.len() + 1);
        assert_eq!(drawn[0]["edges"].as_array().map_or(0, Vec::len), all.citations.len());
    }
}

#[test]
fn no_name_breaks_a_line_of_a_chart() {
    for (name, report) in hostile() {
        let chart = as_mermaid(name, &report);
        let mut depth = 0;
        for line in chart.lines().map(str::trim) {
            let known = line == "flowchart RL"
                || line.starts_with("classDef ")
                || line.starts_with("subgraph ")
                || line == "end"
                || line.contains("-->")
                || line.contains("[\"")
                || line.contains("(\"");
            assert!(known, "{line}");
            assert_eq!(line.matches('"').count() % 2, 0, "{line}");
            depth += i32::from(line.starts_with("subgraph ")) - i32::from(line == "end");
        }
        assert_eq!(depth, 0, "{chart}");
    }
}

//! The design page names files and layers; both are there, and the layers are those of the code.

mod support;

use std::fs;

use support::root;

fn page() -> String {
    fs::read_to_string(root().join("src/design.md")).expect("the design page")
}

#[test]
fn every_file_the_page_names_is_there() {
    let page = page();
    let named: Vec<&str> = page
        .split('`')
        .skip(1)
        .step_by(2)
        .filter(|word| word.starts_with("src/") || word.starts_with("tests/"))
        .collect();
    assert!(named.len() > 20, "{named:?}");
    for path in named {
        assert!(root().join(path).exists(), "src/design.md names {path}");
    }
}

#[test]
fn the_layers_are_those_of_the_document() {
    let code = fs::read_to_string(root().join("src/document/mod.rs")).expect("the document module");
    let rows: Vec<&str> = code
        .lines()
        .filter_map(|line| line.strip_prefix("//! "))
        .filter(|line| line.starts_with("| `"))
        .collect();
    assert!(rows.len() > 8, "{rows:?}");
    let page = page();
    for row in rows {
        assert!(page.contains(row), "src/design.md lacks the row {row}");
    }
}

#[test]
fn the_sentence_on_its_way_is_read_as_told() {
    use onrecord::document::source::SourceKind;
    use onrecord::{Article, analyze};

    let article = Article::new("A senior official told the Post that the dam had cracked.");
    let report = analyze(&article);
    let relation = &report.attributions()[0];
    assert_eq!(relation.cue.map(|cue| &article.text()[cue]), Some("told"));
    let kinds: Vec<SourceKind> = report.chains()[0]
        .hops
        .iter()
        .map(|hop| report.sources()[*hop as usize].kind)
        .collect();
    assert_eq!(kinds, [SourceKind::Outlet, SourceKind::Anonymous]);
}

//! `onrecord citations`, from files to the page and the exit code.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use snapbox::cmd::{Command, cargo_bin};
use snapbox::str;

/// Three outlets rest on the Dock Gazette, which rests on one of them.
fn newsstand(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("citations").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    fs::write(folder.join("onrecord.toml"), "").expect("written");
    let records = [
        json!({"id": "dam-1", "publisher": "Valley Post", "text": "The dam had cracked in the spring, the Dock Gazette reported."}),
        json!({"id": "dam-2", "publisher": "Channel 4", "text": "The dam had cracked, according to the Dock Gazette."}),
        json!({"id": "dam-3", "text": "An engineer told the Dock Gazette that the dam had cracked."}),
        json!({"id": "dam-4", "publisher": "The Dock Gazette", "text": "As first reported by the Valley Post, the dam had cracked."}),
        json!({"id": "own", "publisher": "Valley Post", "text": "An engineer told the Valley Post that the dam had cracked."}),
    ];
    let lines: Vec<String> = records.iter().map(|r| format!("{r}\n")).collect();
    fs::write(folder.join("news.jsonl"), lines.concat()).expect("written");
    folder
}

fn onrecord(folder: &Path, args: &[&str]) -> Command {
    Command::new(cargo_bin!("onrecord"))
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .env_remove("COLUMNS")
        .args(args)
}

fn as_json(folder: &Path, args: &[&str]) -> Value {
    let done = onrecord(folder, &[&["citations", "--format", "json"], args].concat())
        .assert()
        .success();
    serde_json::from_slice(&done.get_output().stdout).expect("JSON")
}

#[test]
fn pairs_rings_and_roots_are_told() {
    let here = newsstand("text");
    onrecord(&here, &["citations", "news.jsonl"])
        .assert()
        .success()
        .stderr_eq(str![""])
        .stdout_eq(str![[r#"
5 articles, 3 outlets
The publisher of 1 article is not known: give records a "publisher", or files
--publisher NAME

Who cites whom (4)
  Channel 4 ← Dock Gazette            1 article: dam-2
  Dock Gazette ← Valley Post          1 article: dam-4
  Valley Post ← Dock Gazette          1 article: dam-1
  publisher not known ← Dock Gazette  1 article: dam-3

Cited for each other (1)
  Dock Gazette, Valley Post

One root behind many (1)
  Dock Gazette: 3 articles of 2 outlets rest on it (dam-1, dam-2, dam-3)

"#]]);
}

#[test]
fn the_data_names_its_schema_and_its_proofs() {
    let here = newsstand("json");
    let all = as_json(&here, &["news.jsonl"]);
    assert_eq!(all["schema"], "onrecord/citations/1");
    assert_eq!((&all["articles"], &all["unpublished"]), (&json!(5), &json!(1)));
    let gazette = all["outlets"]
        .as_array()
        .expect("outlets")
        .iter()
        .position(|o| o["name"] == "Dock Gazette");
    let gazette = gazette.expect("the Dock Gazette");
    assert_eq!(all["roots"][0]["outlet"], json!(gazette));
    assert_eq!(all["roots"][0]["shown_by"], json!(["dam-1", "dam-2", "dam-3"]));
    assert_eq!(all["rings"].as_array().map(Vec::len), Some(1));
}

#[test]
fn the_same_on_any_number_of_threads() {
    let here = newsstand("threads");
    let one = as_json(&here, &["-j", "1", "news.jsonl"]);
    assert_eq!(one, as_json(&here, &["-j", "4", "news.jsonl"]));
}

#[test]
fn files_get_their_publisher_from_the_command_line() {
    let here = newsstand("publisher");
    fs::write(here.join("dam.txt"), "The dam had cracked, the Dock Gazette reported.").expect("written");
    let cites = |args: &[&str]| as_json(&here, args)["citations"][0]["cites"].clone();
    assert_eq!(cites(&["dam.txt"]), Value::Null);
    assert_eq!(cites(&["dam.txt", "--publisher", "Harbor Times"]), json!(1));
}

#[test]
fn a_word_list_of_ones_own_names_outlets() {
    let here = newsstand("lexicon");
    fs::write(
        here.join("ours.txt"),
        "[outlet]\nLantern ; country=nz\nThe Old Lamp ; of=Lantern\n",
    )
    .expect("written");
    fs::write(
        here.join("ferry.txt"),
        "An inspector told Lantern that the ferry leaked. The Old Lamp reported that it was sold.",
    )
    .expect("written");
    let names = |args: &[&str]| as_json(&here, args)["outlets"].as_array().map(Vec::len);
    assert_eq!(names(&["ferry.txt"]), Some(0));
    let all = as_json(&here, &["ferry.txt", "--lexicon", "ours.txt"]);
    assert_eq!(all["outlets"].as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!(all["outlets"][0]["country"], "nz");
}

#[test]
fn a_wrong_word_list_names_its_line() {
    let here = newsstand("wrong");
    fs::write(here.join("ours.txt"), "[outlet]\nlantern ; contry=nz\n").expect("written");
    onrecord(&here, &["citations", "news.jsonl", "--lexicon", "ours.txt"])
        .assert()
        .code(2)
        .stdout_eq(str![""])
        .stderr_eq(str![[r#"
error: lexicon pack `[..]ours.txt`, line 2: `contry=nz`: of an outlet, expected one of of, country, shy, caps, quoted, article, told, programme

"#]]);
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_told() {
    let here = newsstand("missing");
    let done = onrecord(&here, &["citations", "missing.txt", "news.jsonl"])
        .assert()
        .code(2);
    let out = done.stderr_eq(str![[r#"
error: missing.txt: no such file

"#]]);
    assert!(out.get_output().stdout.starts_with(b"5 articles, 3 outlets\n"));
}

#[test]
fn graphs_have_an_arrow_for_each_pair() {
    let here = newsstand("graphs");
    for (format, arrow) in [("dot", " -> "), ("mermaid", " --> ")] {
        let done = onrecord(&here, &["citations", "-f", format, "news.jsonl"])
            .assert()
            .success();
        let page = String::from_utf8(done.get_output().stdout.clone()).expect("UTF-8");
        assert_eq!(page.matches(arrow).count(), 4, "{page}");
        assert!(page.contains("publisher not known"), "{page}");
    }
}

#[test]
fn nothing_cited_is_said() {
    let here = newsstand("nothing");
    fs::write(here.join("own.txt"), "The dam had cracked, Captain Ana Reyes said.").expect("written");
    onrecord(&here, &["citations", "own.txt"])
        .assert()
        .success()
        .stdout_eq(str![[r#"
1 article, 0 outlets
The publisher of no article is known: give records a "publisher", or files
--publisher NAME

No article cites another outlet

"#]]);
}

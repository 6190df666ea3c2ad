//! Transcripts of `onrecord corpus`: an index is made, grows, is asked, and refuses what it cannot read.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};

use onrecord::corpus::Corpus;
use serde_json::Value;
use snapbox::cmd::{Command, cargo_bin};
use snapbox::str;

const COURIER: &str = include_str!("../examples/articles/quarry-courier.txt");
const SPUN: &str = include_str!("../examples/articles/quarry-spun.txt");
const OTHER: &str = include_str!("../examples/articles/bridge-inspection.txt");

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("corpus-cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    for (name, text) in [("courier.txt", COURIER), ("spun.txt", SPUN), ("bridge.txt", OTHER)] {
        fs::write(folder.join(name), text).expect("written");
    }
    folder
}

fn corpus(folder: &Path, args: &[&str]) -> Command {
    Command::new(cargo_bin!("onrecord"))
        .current_dir(folder)
        .env("NO_COLOR", "1")
        .arg("corpus")
        .args(args)
}

fn record(id: &str, text: &str) -> String {
    serde_json::json!({"id": id, "text": text, "publisher": "Courier", "published": "2025-02-03"}).to_string()
}

#[test]
fn an_index_is_made_grows_and_is_asked() {
    let here = folder("grows");
    corpus(&here, &["add", "all.corpus", "courier.txt", "bridge.txt"])
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
2 added, 2 in all.corpus

"#]])
        .stderr_eq(str![""]);
    corpus(&here, &["add", "all.corpus", "*.txt"])
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
1 added (2 there already), 3 in all.corpus

"#]]);
    corpus(&here, &["match", "all.corpus", "bridge.txt"])
        .assert()
        .code(0)
        .stdout_eq(str![[r#"
matched 0 of 1; the index holds 3

"#]]);
    let found = corpus(&here, &["match", "all.corpus", "courier.txt"]).assert().code(0);
    let text = String::from_utf8(found.get_output().stdout.clone()).expect("UTF-8");
    assert!(text.starts_with("courier.txt\n  line "), "{text}");
    assert!(text.contains(" words or more also in spun.txt\n    “"), "{text}");
    assert!(text.ends_with("matched 1 of 1; the index holds 3\n"), "{text}");
    let stats = corpus(&here, &["stats", "all.corpus", "--format", "json"])
        .assert()
        .code(0);
    let stats: Value = serde_json::from_slice(&stats.get_output().stdout).expect("JSON");
    let size = fs::metadata(here.join("all.corpus")).expect("there").len();
    assert_eq!(
        (&stats["articles"], &stats["t"], &stats["bytes"]),
        (&3.into(), &12.into(), &size.into())
    );
    assert_eq!(stats["version"], Corpus::VERSION);
    let text = corpus(&here, &["stats", "all.corpus"]).assert().code(0);
    let text = String::from_utf8(text.get_output().stdout.clone()).expect("UTF-8");
    assert!(text.starts_with("articles      3\nfingerprints  "), "{text}");
}

#[test]
fn records_from_standard_input_and_bad_lines() {
    let here = folder("records");
    let lines = format!("{}\n{{\"id\":\n{}\n", record("a", COURIER), record("b", OTHER));
    corpus(&here, &["add", "all.corpus", "-", "--stdin-filename", "in.jsonl"])
        .stdin(lines.into_bytes())
        .assert()
        .code(2)
        .stdout_eq(str![[r#"
2 added, 2 in all.corpus

"#]])
        .stderr_eq(str![[r#"
error: in.jsonl:2:[..]

"#]]);
    let later = serde_json::json!({"id": "c", "text": SPUN, "published": "2025-02-05"}).to_string();
    fs::write(
        here.join("new.jsonl"),
        format!("{later}\n{}\n", record("d", "Nothing of this was said before.")),
    )
    .expect("written");
    let found = corpus(&here, &["match", "all.corpus", "new.jsonl", "--format", "jsonl"])
        .assert()
        .code(0);
    let lines: Vec<Value> = String::from_utf8_lossy(&found.get_output().stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 2);
    let shared = &lines[0]["shared"][0];
    assert_eq!(
        (&lines[0]["id"], &shared["other"], &shared["earlier"]),
        (&"c".into(), &"a".into(), &"other".into())
    );
    let (start, end) = (
        shared["span"]["start"].as_u64().expect("a number"),
        shared["span"]["end"].as_u64().expect("a number"),
    );
    assert_eq!(shared["excerpt"], SPUN[start as usize..end as usize]);
    assert_eq!(lines[1]["shared"], Value::Array(Vec::new()));
    let array = corpus(&here, &["match", "all.corpus", "new.jsonl", "--format", "json"])
        .assert()
        .code(0);
    let array: Value = serde_json::from_slice(&array.get_output().stdout).expect("JSON");
    assert_eq!(array, Value::Array(lines));
}

#[test]
fn the_length_of_a_run_is_chosen_once() {
    let here = folder("run");
    corpus(&here, &["add", "all.corpus", "courier.txt", "--t", "8"])
        .assert()
        .code(0);
    assert_eq!(
        Corpus::load(here.join("all.corpus"))
            .expect("loaded")
            .winnow()
            .guarantee(),
        8
    );
    corpus(&here, &["add", "all.corpus", "bridge.txt", "--t", "12"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: all.corpus: this index finds runs of 8 words, not 12; --t is chosen when an index is made

"#]]);
    corpus(&here, &["add", "all.corpus", "bridge.txt"]).assert().code(0);
    corpus(&here, &["add", "new.corpus", "bridge.txt", "--t", "3"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: invalid value '3' for '--t <WORDS>': expected 5 to 100 words

"#]]);
}

#[test]
fn what_is_no_index_is_refused_and_left_alone() {
    let here = folder("refused");
    for verb in ["match", "add"] {
        corpus(&here, &[verb, "courier.txt", "bridge.txt"])
            .assert()
            .code(2)
            .stdout_eq(str![""])
            .stderr_eq(str![[r#"
error: courier.txt: this is not an onrecord corpus

"#]]);
    }
    assert_eq!(fs::read_to_string(here.join("courier.txt")).expect("there"), COURIER);
    corpus(&here, &["match", "none.corpus", "bridge.txt"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: none.corpus: no such file

"#]]);
    corpus(&here, &["add", "all.corpus", "courier.txt"]).assert().code(0);
    let whole = fs::read(here.join("all.corpus")).expect("there");
    fs::write(here.join("all.corpus"), &whole[..whole.len() - 9]).expect("written");
    corpus(&here, &["stats", "all.corpus"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: all.corpus: the corpus is [..]

"#]]);
    corpus(&here, &["add", "fresh.corpus", "gone.txt"])
        .assert()
        .code(2)
        .stdout_eq(str![[r#"
0 added, 0 in fresh.corpus

"#]])
        .stderr_eq(str![[r#"
error: gone.txt: no such file

"#]]);
    assert!(!here.join("fresh.corpus").exists());
}

#[test]
fn two_runs_do_not_add_at_once() {
    let here = folder("twice");
    let lock = fs::File::create(here.join("all.corpus.lock")).expect("made");
    fs4::FileExt::try_lock(&lock).expect("locked");
    corpus(&here, &["add", "all.corpus", "courier.txt"])
        .assert()
        .code(2)
        .stderr_eq(str![[r#"
error: all.corpus: another run is adding to this index

"#]]);
    drop(lock);
    corpus(&here, &["add", "all.corpus", "courier.txt"]).assert().code(0);
}

//! Texts made to break the run, to silence it or to steer what reads its output.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::{Duration, Instant};

use snapbox::cmd::cargo_bin;

const PARAGRAPH: &str =
    "<p>The harbor board voted on Tuesday to close the north pier until the spring, said Ana Roe, its clerk.</p>\n";

/// A folder of this test's own, empty but for settings that set nothing.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("a folder for the test");
    write(&folder, "onrecord.toml", "");
    folder
}

fn write(folder: &Path, name: &str, text: impl AsRef<[u8]>) {
    fs::write(folder.join(name), text).expect("written");
}

fn command(folder: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(cargo_bin!("onrecord"));
    command.current_dir(folder).env("NO_COLOR", "1").args(args);
    command
}

fn onrecord(folder: &Path, args: &[&str]) -> Output {
    command(folder, args).output().expect("it ran")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn a_page_beyond_its_bounds_is_one_line_and_the_others_are_read() {
    let here = folder("pages");
    let many: String = (0..250_000).map(|i| format!(" a{i}=1")).collect();
    let pages = [
        ("attributes.html", format!("<p{many}>{PARAGRAPH}")),
        ("bold.html", "<b><i>".repeat(15_000) + PARAGRAPH),
        ("boxes.html", "<div>".repeat(60_000) + PARAGRAPH),
        ("tables.html", "<table><tr><td>".repeat(13_000) + PARAGRAPH),
    ];
    for (name, page) in &pages {
        write(&here, name, page);
    }
    write(&here, "page.html", PARAGRAPH.repeat(8));
    write(&here, "short.md", "<!-->");
    write(&here, "shorter.md", "The ferry left.\n\n<!---> Nobody was hurt.\n");
    let start = Instant::now();
    let done = onrecord(&here, &["check", "--format", "jsonl", "."]);
    // Four of them took minutes or the whole run; a slow machine and an unoptimised build get their time.
    assert!(start.elapsed() < Duration::from_secs(20), "{:?}", start.elapsed());
    assert_eq!(done.status.code(), Some(2));
    assert_eq!(text(&done.stdout).lines().count(), 3);
    assert_eq!(
        text(&done.stderr),
        "error: attributes.html:1: a tag with 250000 attributes, and at most 512 are read\n\
         error: bold.html:1: elements nested more than 512 deep, and at most 512 levels are read\n\
         error: boxes.html:1: elements nested more than 512 deep, and at most 512 levels are read\n\
         error: tables.html:1: elements nested more than 512 deep, and at most 512 levels are read\n"
    );
}

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

/// Words of a page that mean to steer what shows them.
const STEERING: &str = "##[stop-commands]zz\n\n::error::Anyone could see \u{1b}]0;mine\u{7} that \u{202e}the plan is a disaster, @ana. \
                        Obviously it fails: see #12, ##vso[task.complete] and https://a.example/x for more.\n";

#[test]
fn no_output_carries_a_command_of_the_text() {
    let here = folder("steering");
    let story = format!(
        "{STEERING}\n{}",
        "A senior official said the pier will close, ##[group]x. ".repeat(30)
    );
    write(&here, "a.txt", &story);
    let line = serde_json::json!({"id": "##[error]\u{1b}[2J", "title": "::error::pier closes", "text": story});
    write(&here, "b.jsonl", format!("{line}\n##[broken]\n"));
    for format in ["text", "github", "markdown", "html", "junit", "dot", "mermaid"] {
        let done = onrecord(&here, &["check", "--all", "--format", format, "--fail-on", "note", "."]);
        assert_eq!(done.status.code(), Some(2), "{format}");
        for said in [text(&done.stdout), text(&done.stderr)] {
            assert!(!said.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{format}: {said}");
            if matches!(format, "text" | "github") {
                assert!(!said.contains("##"), "{format}: {said}");
                let ours = ["::notice ", "::warning ", "::error file="];
                let mut lines = said.lines().map(str::trim_start).filter(|line| line.starts_with("::"));
                assert!(lines.all(|line| ours.iter().any(|our| line.starts_with(our))), "{said}");
            }
            if format == "markdown" {
                assert!(!said.contains("@ana") && !said.contains("https://"), "{said}");
            }
        }
    }
}

#[test]
fn a_page_of_html_lets_a_browser_take_its_own_style_only() {
    let here = folder("policy");
    write(
        &here,
        "a.txt",
        "The pier will close, a senior official said. ".repeat(20),
    );
    let page = text(&onrecord(&here, &["check", "--format", "html", "a.txt"]).stdout);
    let (_, rest) = page.split_once("<style>").expect("a style");
    let (style, rest) = rest.split_once("</style>").expect("its end");
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{}'",
        base64(&sha256(style.as_bytes()))
    );
    assert!(page.contains(&policy), "the policy of this style is {policy}");
    assert!(!rest.contains("style=") && !rest.contains("<script"), "{rest}");
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, i| bits << 8 | u32::from(three.get(i).copied().unwrap_or(0)));
        for i in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * i) & 63) as usize];
            out.push(if i > three.len() { '=' } else { char::from(letter) });
        }
    }
    out
}

/// FIPS 180-4; its constants are the first bits of the roots of primes.
fn sha256(bytes: &[u8]) -> [u8; 32] {
    let primes: Vec<u64> = (2..312).filter(|n| (2..*n).all(|d| n % d > 0)).collect();
    let bits = |root: f64| (root.fract() * 4_294_967_296.0) as u32;
    let rounds: Vec<u32> = primes.iter().take(64).map(|p| bits((*p as f64).cbrt())).collect();
    let mut state: Vec<u32> = primes.iter().take(8).map(|p| bits((*p as f64).sqrt())).collect();
    let mut text = bytes.to_vec();
    text.push(0x80);
    text.resize((text.len() + 8).next_multiple_of(64) - 8, 0);
    text.extend((bytes.len() as u64 * 8).to_be_bytes());
    for block in text.chunks(64) {
        let mut words: Vec<u32> = block
            .chunks(4)
            .map(|b| u32::from_be_bytes([b[0], b[1], b[2], b[3]]))
            .collect();
        for i in 16..64 {
            let (a, b) = (words[i - 15], words[i - 2]);
            let a = a.rotate_right(7) ^ a.rotate_right(18) ^ a >> 3;
            let b = b.rotate_right(17) ^ b.rotate_right(19) ^ b >> 10;
            words.push(words[i - 16].wrapping_add(a).wrapping_add(words[i - 7]).wrapping_add(b));
        }
        let mut v = state.clone();
        for (word, round) in words.iter().zip(&rounds) {
            let s1 = v[4].rotate_right(6) ^ v[4].rotate_right(11) ^ v[4].rotate_right(25);
            let choice = v[4] & v[5] ^ !v[4] & v[6];
            let one = [s1, choice, *round, *word]
                .iter()
                .fold(v[7], |sum, n| sum.wrapping_add(*n));
            let s0 = v[0].rotate_right(2) ^ v[0].rotate_right(13) ^ v[0].rotate_right(22);
            let two = s0.wrapping_add(v[0] & v[1] ^ v[0] & v[2] ^ v[1] & v[2]);
            v.rotate_right(1);
            v[4] = v[4].wrapping_add(one);
            v[0] = one.wrapping_add(two);
        }
        for (sum, n) in state.iter_mut().zip(v) {
            *sum = sum.wrapping_add(n);
        }
    }
    let mut out = [0; 32];
    for (bytes, word) in out.chunks_mut(4).zip(state) {
        bytes.copy_from_slice(&word.to_be_bytes());
    }
    out
}

#[test]
fn an_input_that_cannot_be_read_is_in_every_list_of_findings() {
    let here = folder("unread");
    write(
        &here,
        "a.txt",
        "The pier will close, a senior official said. ".repeat(20),
    );
    write(&here, "b.txt", b"caf\xe9");
    for (format, sign) in [
        ("sarif", "\"executionSuccessful\":false"),
        ("junit", "<error message=\"b.txt: not UTF-8"),
        ("gitlab", "\"check_name\":\"unreadable\""),
        ("rdjsonl", "\"code\":{\"value\":\"unreadable\"}"),
    ] {
        let bad = onrecord(&here, &["check", "--format", format, "a.txt", "b.txt"]);
        assert_eq!(bad.status.code(), Some(2));
        assert!(text(&bad.stdout).contains(sign), "{format}: {}", text(&bad.stdout));
        let good = onrecord(&here, &["check", "--format", format, "a.txt"]);
        assert!(!text(&good.stdout).contains(sign), "{format}");
    }
}

#[test]
fn a_text_does_not_silence_its_check_unseen() {
    let here = folder("silence");
    let words = "# Board meets\n\n<!-- onrecord: ignore-file -->\nThe mayor will resign within days, a source said.\n";
    write(&here, "a.md", words);
    let check = |args: &[&str]| {
        onrecord(
            &here,
            &[&["check", "-q", "--deny", "anonymous-sources", "a.md"], args].concat(),
        )
    };
    let silenced = check(&[]);
    assert_eq!(silenced.status.code(), Some(0));
    assert!(
        text(&silenced.stderr).contains("by comments in the text"),
        "{}",
        text(&silenced.stderr)
    );
    let kept = check(&["--no-inline-ignores"]);
    assert_eq!((kept.status.code(), text(&kept.stderr)), (Some(1), String::new()));
    write(&here, "onrecord.toml", "inline-ignores = false\n");
    assert_eq!(check(&[]).status.code(), Some(1));
}

#[test]
fn a_text_without_a_score_fails_when_told_so() {
    let here = folder("abstain");
    write(&here, "a.txt", "Too short.\n");
    assert_eq!(
        onrecord(&here, &["check", "--fail-under", "99", "a.txt"]).status.code(),
        Some(0)
    );
    assert_eq!(
        onrecord(&here, &["check", "--fail-on-abstain", "a.txt"]).status.code(),
        Some(1)
    );
    write(&here, "onrecord.toml", "fail-on-abstain = true\n");
    let done = onrecord(&here, &["check", "a.txt"]);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        text(&done.stderr).contains("gate: a.txt: no score: "),
        "{}",
        text(&done.stderr)
    );
}

#[test]
fn a_gate_whose_reader_goes_away_still_decides() {
    let here = folder("pipe");
    let clean = "{\"text\":\"The ferry left at noon, said Ana Roe, the harbor master.\"}\n".repeat(2000);
    write(
        &here,
        "a.jsonl",
        clean + "{\"text\":\"The mayor will resign within days, a source said.\"}\n",
    );
    let mut child = command(
        &here,
        &[
            "check",
            "-q",
            "--format",
            "jsonl",
            "--deny",
            "anonymous-sources",
            "a.jsonl",
        ],
    )
    .stdout(std::process::Stdio::piped())
    .spawn()
    .expect("started");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("ended").code(), Some(1));
}

#[cfg(unix)]
#[test]
fn files_are_found_through_links_and_keep_their_modes() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    let here = folder("files");
    let names = |folder: &Path| {
        let all = fs::read_dir(folder).expect("listed");
        let mut all: Vec<String> = all
            .map(|e| e.expect("one").file_name().to_string_lossy().into_owned())
            .collect();
        all.sort();
        all
    };
    write(
        &here,
        "a.txt",
        "The pier will close, a senior official said. ".repeat(20),
    );
    let before = names(&here);
    assert_eq!(
        onrecord(&here, &["corpus", "add", "a.txt", "a.txt"]).status.code(),
        Some(2)
    );
    assert_eq!(
        onrecord(&here, &["corpus", "add", "new.corpus", "none.txt"])
            .status
            .code(),
        Some(2)
    );
    assert_eq!(names(&here), before, "a mistyped index leaves nothing behind");

    let inner = here.join("inner");
    fs::create_dir(&inner).expect("made");
    symlink("inner/all.corpus", here.join("link")).expect("linked");
    assert_eq!(
        onrecord(&here, &["corpus", "add", "inner/all.corpus", "a.txt"])
            .status
            .code(),
        Some(0)
    );
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o777;
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    let index = inner.join("all.corpus");
    set(&index, 0o600);
    let lock = fs::File::create(inner.join("all.corpus.lock")).expect("made");
    fs4::FileExt::try_lock(&lock).expect("locked");
    write(
        &here,
        "b.txt",
        "The ferry will sail again, a senior official said. ".repeat(20),
    );
    let add = || onrecord(&here, &["corpus", "add", "link", "b.txt"]).status.code();
    assert_eq!(add(), Some(2), "the lock is the file's, not the link's");
    drop(lock);
    assert_eq!((add(), mode(&index)), (Some(0), 0o600));

    let baseline = || {
        onrecord(&here, &["check", "--write-baseline", "base.json", "a.txt"])
            .status
            .code()
    };
    assert_eq!(baseline(), Some(0));
    set(&here.join("base.json"), 0o640);
    assert_eq!((baseline(), mode(&here.join("base.json"))), (Some(0), 0o640));
    set(&here.join("base.json"), 0o444);
    assert_eq!(baseline(), Some(2));
    assert!(!names(&here).iter().any(|name| name.ends_with(".saving")));
}

#[test]
fn more_threads_than_a_machine_can_start_are_not_started() {
    let here = folder("threads");
    write(&here, "a.txt", "The pier will close.\n");
    assert_eq!(
        onrecord(&here, &["check", "-q", "-j", "1000000", "a.txt"])
            .status
            .code(),
        Some(0)
    );
}

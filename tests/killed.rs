//! A save that is killed leaves the old file or the new one, whole: `kill -9` fifty times, spread over the course of an `add`.
#![cfg(feature = "cli")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use onrecord::corpus::Corpus;
use snapbox::cmd::cargo_bin;

const KILLS: u32 = 50;

fn record(id: &str, number: u64) -> String {
    let word = |i: u64| (number << 20 | i).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    let text: String = (0..150).map(|i| format!("w{} ", word(i))).collect();
    format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n")
}

fn add(folder: &Path, file: &str) -> Child {
    Command::new(cargo_bin!("onrecord"))
        .current_dir(folder)
        .args(["corpus", "add", "--quiet", "all.corpus", file])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("started")
}

#[test]
fn a_killed_save_leaves_a_whole_file() {
    let here = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("killed");
    let _ = fs::remove_dir_all(&here);
    fs::create_dir_all(&here).expect("a folder");
    let many: String = (0..3000).map(|i| record(&format!("a{i}"), i)).collect();
    fs::write(here.join("many.jsonl"), many).expect("written");
    fs::write(here.join("one.jsonl"), record("first", 9000)).expect("written");
    assert!(add(&here, "many.jsonl").wait().expect("ended").success());
    // How long an `add` takes that loads, adds one article and saves.
    let start = Instant::now();
    assert!(add(&here, "one.jsonl").wait().expect("ended").success());
    let whole = start.elapsed();
    let mut articles = 3001;
    let (mut old, mut new) = (0, 0);
    for kill in 0..KILLS {
        fs::write(
            here.join("one.jsonl"),
            record(&format!("k{kill}"), u64::from(10_000 + kill)),
        )
        .expect("written");
        let mut child = add(&here, "one.jsonl");
        // Moments that no two kills share, from before the start to after the end.
        let moment = whole * (kill * 37 % KILLS) / (KILLS * 4 / 5);
        std::thread::sleep(moment.min(Duration::from_secs(2)));
        let _ = child.kill();
        child.wait().expect("ended");
        let corpus = Corpus::load(here.join("all.corpus")).expect("a whole file");
        let now = corpus.entries().len();
        assert!(
            now == articles || now == articles + 1,
            "{now} articles after {articles}"
        );
        *(if now == articles { &mut old } else { &mut new }) += 1;
        articles = now;
    }
    assert_eq!(old + new, KILLS);
    assert!(old > 0, "no kill came before the end: the moments are wrong");
    // What killed runs left behind is cleared by the next that ends.
    fs::write(here.join("one.jsonl"), record("last", 20_000)).expect("written");
    assert!(add(&here, "one.jsonl").wait().expect("ended").success());
    let left: Vec<String> = fs::read_dir(&here)
        .expect("listed")
        .map(|e| e.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".saving"))
        .collect();
    assert!(left.is_empty(), "{left:?}");
}

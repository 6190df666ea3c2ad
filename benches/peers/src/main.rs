//! The corpus beside its peers, on the same generated articles.
//!
//!     cargo run --release --manifest-path benches/peers/Cargo.toml            # 20,000 articles
//!     cargo run --release --manifest-path benches/peers/Cargo.toml -- 100000
//!
//! Each method runs in a process of its own, so that peak memory and processor time are its own (read from `/proc`, where there is
//! one): a busy machine changes neither.

mod data;
mod finders;
mod stores;

use std::process::{Child, Command, Stdio};

/// Peak memory of this process, in kilobytes.
pub fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|l| l.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

/// Seconds of processor time this process has used, or of the clock where the system does not tell.
pub fn seconds() -> f64 {
    use std::sync::OnceLock;
    use std::time::Instant;
    static START: OnceLock<Instant> = OnceLock::new();
    let clock = START.get_or_init(Instant::now).elapsed().as_secs_f64();
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |at: usize| fields.get(at).and_then(|f| f.parse::<f64>().ok());
    // User and system time, in hundredths.
    ticks(11)
        .zip(ticks(12))
        .map_or(clock, |(user, system)| (user + system) / 100.0)
}

fn start(args: &[&str]) -> Child {
    let program = std::env::current_exe().expect("this program");
    Command::new(program)
        .args(args)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("started")
}

fn row(args: &[&str]) -> String {
    let done = start(args).wait_with_output().expect("ended");
    match done.status.success() {
        true => String::from_utf8_lossy(&done.stdout).trim_end().to_string(),
        false => format!("failed: {}", done.status),
    }
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match args.as_slice() {
        ["find", method, articles] => {
            let (_, shown, find) = finders::FINDERS.iter().find(|f| f.0 == *method).expect("a method");
            println!("{}", finders::run(shown, *find, articles.parse().expect("a number")));
        }
        ["store", store, step, place, articles] => {
            println!(
                "{}",
                stores::run(store, step, place.as_ref(), articles.parse().expect("a number"))
            );
        }
        rest => whole(rest.first().unwrap_or(&"20000")),
    }
}

fn whole(articles: &str) {
    println!(
        "{articles} articles of {} words, one in 25 with a copy: recall by kind of copy, precision of pairs\n",
        data::WORDS
    );
    let kinds: String = data::COPIES.iter().map(|(_, shown)| format!(" {shown:>8}")).collect();
    println!("{:<34}{kinds} {:>9} {:>7} {:>8}", "", "precision", "cpu s", "peak MB");
    for (method, ..) in finders::FINDERS {
        println!("{}", row(&["find", method, articles]));
    }
    println!("\nthe same fingerprints (t = 12) in a file\n");
    println!(
        "{:<10} {:>8} {:>8} {:>9} {:>9} {:>9} {:>8} {:>8}  whole after kill",
        "", "build s", "size MB", "open+1 s", "us/match", "found", "peak MB", "add 1 s"
    );
    for (store, shown) in stores::STORES {
        let place = std::env::temp_dir().join(format!("onrecord-peers-{store}-{}", std::process::id()));
        let path = place.to_str().expect("UTF-8");
        let steps: Vec<String> = ["build", "match", "one"]
            .iter()
            .map(|step| row(&["store", store, step, path, articles]))
            .collect();
        println!("{shown:<10} {}  {}", steps.join(" "), stores::kills(store, 10, start));
        let _ = std::fs::remove_file(&place);
        let _ = std::fs::remove_dir_all(&place);
    }
}

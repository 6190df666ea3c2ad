//! Whether the score deserves belief: labels, stability, names of outlets, length. No clock is read.
//!
//! `cargo bench --bench score [-- FOLDER]` reads every `*.jsonl` of a folder (records with `text`, and `title`, `label` 0 or 1 as they
//! have them): the one named, or `ONRECORD_ARTICLES`, or `../shared/eval/articles`, or else the articles of `examples/articles`.
//! Confidence is read off sentences with labels, `*.dev.jsonl` of `ONRECORD_SENTENCES` or `../shared/eval/editorial`, where they are.
//! It ends with the conditions the score is held to, and exit code 1 when one fails.

#![allow(clippy::print_stdout, reason = "a bench prints its table")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use onrecord::{Article, Report, analyze};

mod confidence;
mod masks;

struct Item {
    article: Article,
    label: Option<bool>,
    report: Report,
}

struct Set {
    name: String,
    items: Vec<Item>,
}

fn main() -> ExitCode {
    let folder = folder();
    let sets = read(&folder);
    println!("{} sets of {}\n", sets.len(), folder.display());
    let mut conditions = Conditions::default();
    labels(&sets, &mut conditions);
    length(&sets, &mut conditions);
    rates(&sets);
    let items: Vec<&Item> = sets
        .iter()
        .flat_map(|s| &s.items)
        .filter(|i| points(&i.report).is_some())
        .collect();
    cuts(&items, &mut conditions);
    paragraphs(&items, &mut conditions);
    masks::masks(&items, &mut conditions);
    confidence::confidence(&mut conditions);
    conditions.end()
}

/// What the score is held to, and whether it holds.
#[derive(Default)]
struct Conditions {
    rows: Vec<(String, bool)>,
}

impl Conditions {
    fn ask(&mut self, what: String, holds: bool) {
        self.rows.push((what, holds));
    }

    fn end(self) -> ExitCode {
        println!("conditions");
        for (what, holds) in &self.rows {
            println!("  {}  {what}", if *holds { "holds" } else { "FAILS" });
        }
        if self.rows.iter().all(|(_, holds)| *holds) {
            ExitCode::SUCCESS
        } else {
            ExitCode::FAILURE
        }
    }
}

fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let asked = std::env::args()
        .skip(1)
        .find(|a| !a.starts_with('-'))
        .map(PathBuf::from);
    let asked = asked.or_else(|| std::env::var_os("ONRECORD_ARTICLES").map(PathBuf::from));
    asked.unwrap_or_else(|| {
        let shared = root.join("../shared/eval/articles");
        if shared.is_dir() {
            shared
        } else {
            root.join("examples/articles")
        }
    })
}

fn read(folder: &Path) -> Vec<Set> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .collect();
    files.sort();
    let of_kind = |kind: &'static str| files.iter().filter(move |f| f.extension().is_some_and(|e| e == kind));
    let mut sets: Vec<Set> = of_kind("jsonl")
        .map(|file| records(file))
        .filter(|s| !s.items.is_empty())
        .collect();
    let plain: Vec<(Article, Option<bool>)> = of_kind("txt")
        .filter_map(|file| std::fs::read_to_string(file).ok())
        .map(|text| (Article::new(text), None))
        .collect();
    if !plain.is_empty() {
        sets.push(set("plain texts".to_string(), plain));
    }
    sets
}

fn records(file: &Path) -> Set {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let article = |line: &str| -> Option<(Article, Option<bool>)> {
        let record: serde_json::Value = serde_json::from_str(line).ok()?;
        let mut builder = Article::builder(record["text"].as_str()?);
        if let Some(title) = record["title"].as_str().filter(|t| !t.is_empty()) {
            builder = builder.title(title);
        }
        Some((builder.build(), record["label"].as_u64().map(|l| l == 1)))
    };
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    set(
        name.trim_end_matches(".jsonl").to_string(),
        text.lines().filter_map(article).collect(),
    )
}

fn set(name: String, articles: Vec<(Article, Option<bool>)>) -> Set {
    let items = on_all_cores(&articles, |(article, label)| Item {
        article: article.clone(),
        label: *label,
        report: analyze(article),
    });
    Set { name, items }
}

/// The same work on each of many things, in their order.
fn on_all_cores<T: Sync, U: Send>(things: &[T], work: impl Fn(&T) -> U + Sync) -> Vec<U> {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let share = things.len().div_ceil(cores).max(1);
    std::thread::scope(|scope| {
        let parts: Vec<_> = things
            .chunks(share)
            .map(|part| scope.spawn(|| part.iter().map(&work).collect::<Vec<U>>()))
            .collect();
        parts
            .into_iter()
            .flat_map(|part| part.join().unwrap_or_default())
            .collect()
    })
}

fn points(report: &Report) -> Option<f64> {
    report.score().points
}

/// Whether a score lies in a report's interval.
fn holds(report: &Report, points: f64) -> bool {
    let score = report.score();
    score.low.is_some_and(|low| low <= points) && score.high.is_some_and(|high| points <= high)
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

fn share(yes: usize, of: usize) -> f64 {
    yes as f64 / of.max(1) as f64
}

/// The chance that an article labelled 1 has fewer points than one labelled 0, ties half, with its standard error (Hanley and McNeil).
fn auc(pairs: &[(f64, bool)]) -> Option<(f64, f64)> {
    let (ones, zeros): (Vec<&(f64, bool)>, Vec<_>) = pairs.iter().partition(|(_, label)| *label);
    let (m, n) = (ones.len() as f64, zeros.len() as f64);
    if ones.is_empty() || zeros.is_empty() {
        return None;
    }
    let mut sum = 0.0;
    for (one, _) in &ones {
        for (zero, _) in &zeros {
            sum += if one < zero {
                1.0
            } else {
                f64::from(u8::from(one == zero)) / 2.0
            };
        }
    }
    let a = sum / (m * n);
    let (q1, q2) = (a / (2.0 - a), 2.0 * a * a / (1.0 + a));
    let variance = (a * (1.0 - a) + (m - 1.0) * (q1 - a * a) + (n - 1.0) * (q2 - a * a)) / (m * n);
    Some((a, variance.max(0.0).sqrt()))
}

fn labels(sets: &[Set], conditions: &mut Conditions) {
    println!("labels                 n  scored  mean   AUC   95 % interval   from .5");
    for set in sets {
        let scored: Vec<(f64, Option<bool>)> = set
            .items
            .iter()
            .filter_map(|i| Some((points(&i.report)?, i.label)))
            .collect();
        let all: Vec<f64> = scored.iter().map(|(p, _)| *p).collect();
        print!(
            "  {:<18} {:>4}   {:>5.3} {:>5.1}",
            set.name,
            set.items.len(),
            share(all.len(), set.items.len()),
            mean(&all)
        );
        let labelled: Vec<(f64, bool)> = scored.iter().filter_map(|(p, l)| Some((*p, (*l)?))).collect();
        let Some((a, error)) = auc(&labelled) else {
            println!("      -");
            continue;
        };
        let away = (a - 0.5).abs();
        println!(
            "  {a:.3}   {:.3} to {:.3}     {away:.3}",
            a - 1.96 * error,
            (a + 1.96 * error).min(1.0)
        );
        if set.name.starts_with("fakes") {
            conditions.ask(
                format!(
                    "{}: an AUC {away:.3} from chance, at most .06: style must not tell facts",
                    set.name
                ),
                away <= 0.06,
            );
        }
    }
    println!();
}

/// Spearman's rank correlation.
fn rank_correlation(pairs: &[(f64, f64)]) -> f64 {
    let ranks = |value: &dyn Fn(&(f64, f64)) -> f64| -> Vec<f64> {
        let mut order: Vec<usize> = (0..pairs.len()).collect();
        order.sort_by(|a, b| value(&pairs[*a]).total_cmp(&value(&pairs[*b])));
        let mut ranks = vec![0.0; pairs.len()];
        for tie in order.chunk_by(|a, b| value(&pairs[*a]) == value(&pairs[*b])) {
            let first = order.iter().position(|i| i == &tie[0]).unwrap_or(0);
            for i in tie {
                ranks[*i] = first as f64 + (tie.len() - 1) as f64 / 2.0;
            }
        }
        ranks
    };
    let (a, b) = (ranks(&|p| p.0), ranks(&|p| p.1));
    let (ma, mb) = (mean(&a), mean(&b));
    let mut sums = (0.0, 0.0, 0.0);
    for (x, y) in a.iter().zip(&b) {
        sums.0 += (x - ma) * (y - mb);
        sums.1 += (x - ma).powi(2);
        sums.2 += (y - mb).powi(2);
    }
    sums.0 / (sums.1 * sums.2).sqrt().max(f64::MIN_POSITIVE)
}

fn length(sets: &[Set], conditions: &mut Conditions) {
    println!("length                 rank correlation of words and points");
    let mut signs = Vec::new();
    for set in sets {
        let pairs: Vec<(f64, f64)> = set
            .items
            .iter()
            .filter_map(|i| Some((i.report.article().words as f64, points(&i.report)?)))
            .collect();
        let r = rank_correlation(&pairs);
        signs.push(r * pairs.len() as f64);
        println!("  {:<18} {r:>+7.3}", set.name);
    }
    let scored: usize = sets
        .iter()
        .flat_map(|s| &s.items)
        .filter(|i| points(&i.report).is_some())
        .count();
    let r = signs.iter().sum::<f64>() / scored.max(1) as f64;
    println!("  within sets        {r:>+7.3}\n");
    conditions.ask(
        format!("length: a rank correlation of {r:+.3} within sets, at most .20 either way"),
        r.abs() <= 0.2,
    );
}

/// A signal's rate in an article, by the counts it published.
fn rate(report: &Report, signal: &str) -> Option<f64> {
    let row = report.contributions().iter().find(|c| c.signal == signal)?;
    let mut words = row.measure.split(' ');
    let (count, exposure) = (words.next()?.parse::<f64>().ok()?, words.nth(1)?.parse::<f64>().ok()?);
    // Sums of confidences are rounded in the measure and are published in full beside it.
    let count = report
        .signals()
        .get(signal)?
        .counts
        .get("weighted")
        .copied()
        .unwrap_or(count);
    (exposure > 0.0).then(|| count / exposure)
}

fn rates(sets: &[Set]) {
    println!("rates                  label  signal                   n  median    75 %    90 %    95 %    99 %");
    for set in sets {
        let mut labels: Vec<Option<bool>> = set.items.iter().map(|i| i.label).collect();
        labels.sort();
        labels.dedup();
        for label in labels {
            for signal in onrecord::signals::ALL {
                let of_label = set.items.iter().filter(|i| i.label == label);
                let mut all: Vec<f64> = of_label.filter_map(|i| rate(&i.report, signal.id)).collect();
                all.sort_by(f64::total_cmp);
                let shown = label.map_or("-".to_string(), |l| u8::from(l).to_string());
                print!("  {:<22} {shown:>3}  {:<20} {:>5}", set.name, signal.id, all.len());
                for share in [0.5, 0.75, 0.9, 0.95, 0.99] {
                    let at = ((all.len() as f64 * share) as usize).min(all.len().saturating_sub(1));
                    print!(" {:>7.4}", all.get(at).unwrap_or(&f64::NAN));
                }
                println!();
            }
        }
    }
    println!();
}

/// The title and the first words of the body, to the end of the sentence.
fn first_words(article: &Article, words: usize) -> Article {
    let body = &article.text()[article.body_start()..];
    let mut seen = 0;
    let mut inside = false;
    let mut cut = body.len();
    for (at, c) in body.char_indices() {
        if c.is_alphanumeric() && !inside {
            seen += 1;
        }
        inside = c.is_alphanumeric() || inside && matches!(c, '\'' | '\u{2019}' | '-');
        let ends = c == '\n' || matches!(c, '.' | '!' | '?') && body[at + 1..].starts_with([' ', '\n']);
        if seen >= words && ends {
            cut = at + c.len_utf8();
            break;
        }
    }
    rebuilt(article, &body[..cut])
}

fn rebuilt(article: &Article, body: &str) -> Article {
    let mut builder = Article::builder(body.trim_end());
    if article.body_start() > 0
        && let Some(title) = article.title()
    {
        builder = builder.title(title);
    }
    builder.build()
}

fn cuts(items: &[&Item], conditions: &mut Conditions) {
    println!("cut to    articles  deviation  whole's score in the cut's interval  cut's score in the whole's");
    for words in [100, 200, 400, 600] {
        let longer: Vec<&&Item> = items
            .iter()
            .filter(|i| i.report.article().words >= words + words / 2)
            .collect();
        let pairs: Vec<(f64, bool, bool)> = on_all_cores(&longer, |item| {
            let cut = analyze(&first_words(&item.article, words));
            let (whole, part) = (points(&item.report)?, points(&cut)?);
            Some((part - whole, holds(&cut, whole), holds(&item.report, part)))
        })
        .into_iter()
        .flatten()
        .collect();
        if pairs.is_empty() {
            continue;
        }
        let off: Vec<f64> = pairs.iter().map(|(d, ..)| d * d).collect();
        let inside = share(pairs.iter().filter(|p| p.1).count(), pairs.len());
        let back = share(pairs.iter().filter(|p| p.2).count(), pairs.len());
        println!(
            "  {words:>4}      {:>6}     {:>6.2}            {inside:>6.3}                          {back:>6.3}",
            pairs.len(),
            mean(&off).sqrt()
        );
        conditions.ask(
            format!("cut to {words} words: the interval holds the whole article's score in {inside:.3}, at least .80"),
            inside >= 0.8,
        );
    }
    println!();
}

fn paragraphs(items: &[&Item], conditions: &mut Conditions) {
    let each: Vec<(usize, usize, bool, f64)> = on_all_cores(items, |item| {
        let body = &item.article.text()[item.article.body_start()..];
        let lines: Vec<&str> = body.split_inclusive('\n').collect();
        let filled: Vec<usize> = (0..lines.len()).filter(|i| !lines[*i].trim().is_empty()).collect();
        let mut sum = (0, 0, true, 0.0_f64);
        if filled.len() < 3 {
            return sum;
        }
        for without in filled {
            let rest: String = lines
                .iter()
                .enumerate()
                .filter(|(i, _)| *i != without)
                .map(|(_, l)| *l)
                .collect();
            let (Some(whole), Some(part)) = (points(&item.report), points(&analyze(&rebuilt(&item.article, &rest))))
            else {
                continue;
            };
            let inside = holds(&item.report, part);
            sum = (
                sum.0 + 1,
                sum.1 + usize::from(inside),
                sum.2 && inside,
                sum.3.max((part - whole).abs()),
            );
        }
        sum
    });
    let tried: Vec<_> = each.iter().filter(|e| e.0 > 0).collect();
    let (removed, inside) = tried.iter().fold((0, 0), |sum, e| (sum.0 + e.0, sum.1 + e.1));
    let any = share(tried.iter().filter(|e| e.2).count(), tried.len());
    let inside = share(inside, removed);
    let most: Vec<f64> = tried.iter().map(|e| e.3).collect();
    println!("one paragraph less: {} articles, {removed} removals", tried.len());
    println!(
        "  inside the interval {inside:.3}; articles in which every removal is inside {any:.3}; largest move, mean {:.2} points\n",
        mean(&most)
    );
    conditions.ask(
        format!("one paragraph less: inside the interval in {inside:.3}, at least .80"),
        inside >= 0.8,
    );
    conditions.ask(
        format!("whichever paragraph: articles in which every removal is inside {any:.3}, at least .80"),
        any >= 0.8,
    );
}

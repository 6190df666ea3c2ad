//! Whether the score knows an outlet by its name.

use onrecord::document::source::SourceKind;
use onrecord::{Article, Report, analyze};

use crate::{Conditions, Item, on_all_cores, points};

/// Words of an outlet's name that say it is one, or that are of the grammar. They stay; what tells one outlet from another goes.
const SHAPE: &str = " agency and app blog broadcaster broadcasting channel chronicle correspondent courier daily dispatch examiner for gazette \
     herald host hosts in independent internet journal local magazine media network new news newspaper observer of on online pages post press radio report \
     reporter reporters review service site sources star state sun sunday telegraph television the times today tribune tv website weekly ";

/// A name of the same shape that belongs to nobody: "Fox News" becomes "Zelgard News", "CNN" an acronym of three other letters.
fn mask(name: &str) -> String {
    let fresh = [
        "Zelgard",
        "Quellmark",
        "Norwend",
        "Tarvelle",
        "Ostrava",
        "Belhame",
        "Dunvarr",
        "Welkin",
    ];
    let mut out: Vec<String> = Vec::new();
    for word in name.split(' ') {
        let sum = word
            .bytes()
            .fold(7usize, |sum, b| sum.wrapping_mul(31).wrapping_add(usize::from(b)));
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        let plain = word.to_lowercase();
        let plain = plain.trim_matches(|c: char| !c.is_alphanumeric());
        if letters == 0 || !word.starts_with(char::is_uppercase) || SHAPE.contains(&format!(" {plain} ")) {
            out.push(word.to_string());
        } else if letters <= 5 && word.chars().all(|c| !c.is_lowercase()) {
            let other = |(i, c): (usize, char)| match c {
                'A'..='Z' => char::from(b"XQZVJ"[(sum + i) % 5]),
                c => c,
            };
            out.push(word.chars().enumerate().map(other).collect());
        } else if out.last().is_none_or(|last| !fresh.contains(&last.as_str())) {
            // "New York" and "Al Jazeera" are one word of a name each.
            out.push(fresh[sum % fresh.len()].to_string());
        }
    }
    out.join(" ")
}

/// The text with every outlet's name replaced by one of the same shape that belongs to nobody.
fn masked(item: &Item) -> Option<Article> {
    let text = item.article.text();
    let outlets = item.report.sources().iter().filter(|s| s.kind == SourceKind::Outlet);
    let mut names: Vec<&str> = outlets
        .flat_map(|s| &s.mentions)
        .map(|m| {
            let name = text[*m].trim_start_matches("the ").trim_start_matches("The ");
            name.trim_end_matches("'s").trim_end_matches("\u{2019}s")
        })
        .filter(|name| name.starts_with(char::is_uppercase) && name.len() > 1 && mask(name) != *name)
        .filter(|name| !["they", "it", "we"].contains(&name.to_lowercase().as_str()))
        .collect();
    // "Fox News" is also "Fox".
    let short: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(" News")).collect();
    names.extend(short);
    names.sort_by_key(|name| (std::cmp::Reverse(name.len()), *name));
    names.dedup();
    if names.is_empty() {
        return None;
    }
    let outside = |text: &str| {
        let mut out = text.to_string();
        for name in &names {
            out = replaced(&out, name, &mask(name));
        }
        out
    };
    let mut builder = Article::builder(outside(&text[item.article.body_start()..]));
    if item.article.body_start() > 0
        && let Some(title) = item.article.title()
    {
        builder = builder.title(outside(title));
    }
    Some(builder.build())
}

/// `text` with `name`, where it stands as a word, by `other`.
fn replaced(text: &str, name: &str, other: &str) -> String {
    let mut out = String::new();
    let mut rest = 0;
    for (at, _) in text.match_indices(name) {
        let end = at + name.len();
        let inside = text[..at].ends_with(char::is_alphanumeric) || text[end..].starts_with(char::is_alphanumeric);
        if at < rest || inside {
            continue;
        }
        out.push_str(&text[rest..at]);
        out.push_str(other);
        rest = end;
    }
    out.push_str(&text[rest..]);
    out
}

/// Points lost to anything but chains.
fn unchained(report: &Report) -> f64 {
    let others = report
        .contributions()
        .iter()
        .filter(|c| c.signal != "attribution-chains");
    others.map(|c| c.points).sum()
}

pub(super) fn masks(items: &[&Item], conditions: &mut Conditions) {
    let moved: Vec<(f64, f64, String)> = on_all_cores(items, |item| {
        let report = analyze(&masked(item)?);
        let whole = points(&report)? - points(&item.report)?;
        let rest = unchained(&report) - unchained(&item.report);
        let mut worst = String::new();
        if rest.abs() > 1.0 {
            for (a, b) in item.report.contributions().iter().zip(report.contributions()) {
                if a.signal != "attribution-chains" && a.points != b.points {
                    worst.push_str(&format!(" {} {:+.2}", a.signal, b.points - a.points));
                }
            }
            let title = item.article.title().unwrap_or("").chars().take(50).collect::<String>();
            worst = format!("{rest:+.2}{worst}  {title}");
        }
        Some((whole, rest, worst))
    })
    .into_iter()
    .flatten()
    .collect();
    let far = |d: f64| d.abs() > 1.0;
    let chained = moved.iter().filter(|m| far(m.0) && !far(m.1)).count();
    let others: Vec<&str> = moved.iter().filter(|m| far(m.1)).map(|m| m.2.as_str()).collect();
    let most = moved.iter().map(|m| m.1.abs()).fold(0.0, f64::max);
    println!(
        "outlet names masked: {} articles name an outlet as a source",
        moved.len()
    );
    println!(
        "  moved by more than one point: {chained} by a chain rule, {} otherwise (at most {most:.2})",
        others.len()
    );
    for other in others.iter().take(12) {
        println!("    {other}");
    }
    println!();
    conditions.ask(
        format!(
            "masking outlets moves {} scores by more than a point without a chain rule, 0 asked",
            others.len()
        ),
        others.is_empty(),
    );
}

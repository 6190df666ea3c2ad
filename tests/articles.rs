//! The articles of `examples/articles` read as a careful editor would read them: what each was written to show is found, and its
//! clean twin is left alone. Whole reports are compared in `corpus.rs`; here stand the claims that no change may break.

mod support;

use std::collections::BTreeMap;

use onrecord::{Article, Report, analyze};

fn read(name: &str) -> Report {
    let path = support::root().join("examples/articles").join(format!("{name}.txt"));
    analyze(&Article::new(
        std::fs::read_to_string(path).expect("article can be read"),
    ))
}

fn points(report: &Report) -> f64 {
    report
        .score()
        .points
        .unwrap_or_else(|| panic!("abstained: {:?}", report.outcome_reason()))
}

/// How many findings there are by signal.
fn tally(report: &Report) -> BTreeMap<&str, usize> {
    let mut tally = BTreeMap::new();
    for finding in report.findings() {
        *tally
            .entry(finding.rule.split('/').next().unwrap_or_default())
            .or_default() += 1;
    }
    tally
}

fn found(report: &Report, signal: &str) -> usize {
    tally(report).get(signal).copied().unwrap_or_default()
}

fn excerpts<'a>(report: &'a Report, signal: &'a str) -> impl Iterator<Item = &'a str> {
    report
        .findings()
        .iter()
        .filter(move |finding| finding.rule.split('/').next() == Some(signal))
        .map(|finding| finding.excerpt.as_str())
}

#[test]
fn each_clean_twin_scores_higher() {
    let twins = [
        ("port-tender-named", "port-tender-unnamed"),
        ("reservoir-firsthand", "reservoir-relayed"),
        ("mayor-wire", "mayor-tabloid"),
        ("institute-outside-experts", "institute-own-experts"),
        ("lottery-plain", "lottery-clickbait"),
        ("bridge-inspection", "border-talks-scraped"),
        ("bridge-inspection", "romance-gossip"),
    ];
    for (clean, other) in twins {
        let (a, b) = (points(&read(clean)), points(&read(other)));
        assert!(a > b, "{clean} {a:.2}, {other} {b:.2}");
    }
}

#[test]
fn plain_reports_score_well_and_raise_no_concern() {
    for name in [
        "bridge-inspection",
        "port-tender-named",
        "reservoir-firsthand",
        "mayor-wire",
        "lottery-plain",
        "institute-outside-experts",
    ] {
        let report = read(name);
        assert!(points(&report) >= 90.0, "{name}: {:.2}", points(&report));
        let concerns: Vec<_> = report
            .findings()
            .iter()
            .filter(|finding| finding.severity == onrecord::Severity::Concern)
            .collect();
        assert!(concerns.is_empty(), "{name}: {concerns:#?}");
    }
}

#[test]
fn strong_words_in_quotes_and_in_court_are_not_editorializing() {
    for name in ["trial-strong-words", "mayor-wire", "bridge-inspection"] {
        let report = read(name);
        assert_eq!(
            found(&report, "editorializing"),
            0,
            "{name}: {:?}",
            excerpts(&report, "editorializing").collect::<Vec<_>>()
        );
    }
}

#[test]
fn the_tabloid_has_the_most_editorializing() {
    let tabloid = found(&read("mayor-tabloid"), "editorializing");
    for (name, _) in support::articles() {
        if name != "mayor-tabloid" {
            assert!(found(&read(&name), "editorializing") <= tabloid, "{name} has more");
        }
    }
}

#[test]
fn nine_officials_are_nine_people_and_not_more() {
    let report = read("port-tender-unnamed");
    let group = report
        .sources()
        .iter()
        .find(|source| source.people.at_least == 9)
        .expect("a source of nine people");
    assert!(group.label.contains("nine"), "{}", group.label);
    assert!(
        report.sources().iter().any(|source| source.within == Some(group.id)),
        "members of the nine stand within them"
    );
}

#[test]
fn relayed_reporting_shows_its_outlets() {
    let report = read("reservoir-relayed");
    assert!(
        report.chains().iter().filter(|chain| chain.depth >= 2).count() >= 3,
        "{:#?}",
        report.chains()
    );
    assert!(read("bridge-inspection").chains().iter().all(|chain| chain.depth < 2));
}

#[test]
fn foreign_blocks_are_found_and_a_round_up_is_left_alone() {
    for (name, start) in [
        ("hospital-inserted", "Rovers sign"),
        ("border-talks-scraped", "Teen sailor"),
        ("quarry-spun", "Three held"),
    ] {
        let report = read(name);
        assert!(
            excerpts(&report, "inserted-text").any(|excerpt| excerpt.contains(start)),
            "{name}: {:?}",
            tally(&report)
        );
    }
    for name in [
        "morning-roundup",
        "bridge-inspection",
        "trial-strong-words",
        "lottery-plain",
        "quarry-courier",
        "mayor-wire",
    ] {
        let report = read(name);
        assert_eq!(
            found(&report, "inserted-text"),
            0,
            "{name}: {:?}",
            excerpts(&report, "inserted-text").collect::<Vec<_>>()
        );
    }
}

#[test]
fn repeats_and_furniture_are_found_where_they_are() {
    assert!(found(&read("repeated-passages"), "boilerplate") >= 2);
    assert!(found(&read("border-talks-scraped"), "boilerplate") >= 4);
    for name in [
        "bridge-inspection",
        "port-tender-named",
        "mayor-wire",
        "trial-strong-words",
    ] {
        let report = read(name);
        assert_eq!(
            found(&report, "boilerplate"),
            0,
            "{name}: {:?}",
            excerpts(&report, "boilerplate").collect::<Vec<_>>()
        );
    }
}

#[test]
fn a_column_is_called_a_column() {
    let report = read("ferry-opinion");
    assert!(!report.article().genre_reasons.is_empty());
    assert_ne!(report.article().genre, read("ferry-report").article().genre);
}

/// The table of bands in the methods page names an article for a band: it stands there, and the page says what `explain score` says.
#[test]
fn the_articles_of_the_methods_page_stand_in_their_bands() {
    let page = std::fs::read_to_string(support::root().join("src/methods.md")).expect("the page can be read");
    for ((band, from), means) in onrecord::score::BANDS.iter().zip(onrecord::score::BAND_MEANS) {
        let row = page
            .lines()
            .find(|l| l.starts_with(&format!("| {band} | {from} |")))
            .unwrap_or_else(|| panic!("no row of band {band}"));
        assert!(row.contains(means), "{row}");
        if let Some(name) = row.rsplit('|').nth(1).and_then(|cell| cell.split('`').nth(1)) {
            assert_eq!(read(name).score().band.as_deref(), Some(*band), "{name}");
        }
    }
}

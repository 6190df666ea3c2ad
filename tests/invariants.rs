//! What holds for every text: no panic, spans that point at characters, contributions that add up, and readings that don't depend
//! on typography, on line ends or on which other signals are on.

mod support;

use onrecord::{Analyzer, Article, Report, Signal, Span, analyze, signals};
use proptest::prelude::*;
use support::{articles, corpus, property};

/// Pieces of newsroom prose and of trouble; a text is any sequence of them.
const PIECES: &[&str] = &[
    "A senior official said ",
    "according to two people familiar with the matter",
    "The Harbor Times reported, citing 11 current and former officials, ",
    "who spoke on condition of anonymity because she feared for her job",
    "It is believed that ",
    "Critics say ",
    "Mr. O'Brien told Channel 4 ",
    "he said",
    "She did not comment.",
    "obviously a shameful betrayal",
    "the so-called 'experts'",
    "Source: Harbor Times",
    "READ MORE: Ten tips",
    "Subscribe to our newsletter",
    "- Advertisement -",
    "U.S. ",
    "$3.8 million ",
    "You won't believe ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    ". ",
    ", ",
    ": ",
    "? ",
    "!!! ",
    "\u{2014}",
    "\"",
    "''",
    "'",
    "\u{201c}",
    "\u{201d}",
    "\u{2018}",
    "\u{2019}",
    "\u{201e}",
    "\u{ab}",
    "[",
    "]",
    "(",
    ")",
    "\0",
    "\u{feff}",
    "\u{200f}\u{5e9}\u{5dc}\u{5d5}\u{5dd}",
    "\u{202e}said\u{202c}",
    "e\u{301}\u{327}\u{308}",
    "\u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}",
    "\u{1d518}",
    "\u{130}\u{df}\u{fb01}",
    "\u{2028}",
    "\u{85}",
    "\t\u{a0}\u{3000}",
    "中文 ",
    "1,000,000,000,000,000,000,000,000 people said",
    "0 officials said",
];

fn jumble() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// A real article with a few characters taken out and a few pieces put in.
fn damaged_article() -> impl Strategy<Value = String> {
    let texts: Vec<String> = corpus().into_iter().map(|case| case.text).collect();
    let cuts = prop::collection::vec(
        (any::<prop::sample::Index>(), 0usize..40, prop::sample::select(PIECES)),
        0..8,
    );
    (prop::sample::select(texts), cuts).prop_map(|(text, cuts)| {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, length, piece) in cuts {
            let from = at.index(chars.len() + 1);
            let to = (from + length).min(chars.len());
            chars.splice(from..to, piece.chars());
        }
        chars.into_iter().collect()
    })
}

/// Every span a report holds, with its name.
fn spans(report: &Report) -> Vec<(&'static str, Span)> {
    let mut all: Vec<(&'static str, Span)> = Vec::new();
    for finding in report.findings() {
        all.push(("finding", finding.span));
        all.extend(finding.related.iter().map(|related| ("related place", related.span)));
    }
    for source in report.sources() {
        all.extend(source.mentions.iter().map(|mention| ("mention", *mention)));
    }
    for attribution in report.attributions() {
        all.extend(attribution.source_span.map(|span| ("source", span)));
        all.extend(attribution.cue.map(|span| ("cue", span)));
        all.extend(attribution.content.iter().map(|span| ("content", *span)));
    }
    for contribution in report.contributions() {
        all.extend(contribution.spans.iter().map(|span| ("contribution", *span)));
    }
    all.extend(
        report
            .segments()
            .iter()
            .map(|run| ("segment", Span::new(run.start, run.end))),
    );
    all.extend(
        report
            .voice()
            .iter()
            .map(|run| ("voice", Span::new(run.start, run.end))),
    );
    all
}

/// Fails, in words, on a report that breaks one of the promises.
fn check(article: &Article, report: &Report) -> Result<(), TestCaseError> {
    let text = article.text();
    for (name, span) in spans(report) {
        prop_assert!(
            text.get(span.start..span.end).is_some(),
            "{name} {span:?} does not point at characters of {text:?}"
        );
    }
    for finding in report.findings() {
        prop_assert_eq!(&finding.excerpt, &text[finding.span]);
        prop_assert!(!finding.span.is_empty(), "empty finding {:?}", finding);
        prop_assert!((0.0..=1.0).contains(&finding.confidence));
        let before = &text[..finding.span.start];
        prop_assert_eq!(finding.line as usize, before.matches('\n').count() + 1);
        prop_assert_eq!(
            finding.column as usize,
            before.rsplit('\n').next().unwrap_or_default().chars().count() + 1
        );
    }
    prop_assert!(
        report
            .findings()
            .windows(2)
            .all(|pair| (pair[0].span, &pair[0].rule) <= (pair[1].span, &pair[1].rule))
    );
    for source in report.sources() {
        prop_assert!(
            source.mentions.windows(2).all(|pair| pair[0] <= pair[1]),
            "mentions out of order: {:?}",
            source.mentions
        );
    }
    partition(
        "segments",
        text,
        report.segments().iter().map(|run| (run.start, run.end)),
    )?;
    partition("voice", text, report.voice().iter().map(|run| (run.start, run.end)))?;
    adds_up(report)?;
    references_hold(report)
}

fn partition(name: &str, text: &str, runs: impl Iterator<Item = (usize, usize)>) -> Result<(), TestCaseError> {
    let mut at = 0;
    for (start, end) in runs {
        prop_assert_eq!(start, at, "{} leave a gap or overlap", name);
        prop_assert!(end > start, "{} hold an empty run", name);
        at = end;
    }
    prop_assert_eq!(at, text.len(), "{} stop short of the end", name);
    Ok(())
}

fn centipoints(points: f64) -> i64 {
    (points * 100.0).round() as i64
}

/// 100 points less all contributions is the score, to the last centipoint, with nothing left for rounding.
fn adds_up(report: &Report) -> Result<(), TestCaseError> {
    let score = report.score();
    let Some(points) = score.points else {
        prop_assert!(report.outcome_reason().is_some(), "no score and no reason");
        return Ok(());
    };
    let costs: i64 = report
        .contributions()
        .iter()
        .map(|contribution| centipoints(contribution.points))
        .sum();
    prop_assert_eq!(10_000 + costs, centipoints(points));
    for contribution in report.contributions() {
        prop_assert!(
            contribution.points <= 0.0 && -contribution.points <= contribution.cap,
            "{:?}",
            contribution
        );
    }
    let (low, high) = (score.low.unwrap_or(f64::NAN), score.high.unwrap_or(f64::NAN));
    prop_assert!(
        (0.0..=points).contains(&low) && (points..=100.0).contains(&high),
        "{:?}",
        score
    );
    prop_assert!((0.0..=1.0).contains(&score.coverage));
    Ok(())
}

/// Ids in a report lead to something in the same report.
fn references_hold(report: &Report) -> Result<(), TestCaseError> {
    let sources: Vec<_> = report.sources().iter().map(|source| source.id).collect();
    let attributions: Vec<_> = report.attributions().iter().map(|attribution| attribution.id).collect();
    for source in report.sources() {
        prop_assert!(
            source.within.is_none_or(|id| id != source.id && sources.contains(&id)),
            "{:?}",
            source
        );
    }
    for attribution in report.attributions() {
        prop_assert!(
            attribution.source.is_none_or(|id| sources.contains(&id)),
            "{:?}",
            attribution
        );
        prop_assert!(
            attribution
                .inside
                .is_none_or(|id| id != attribution.id && attributions.contains(&id)),
            "{:?}",
            attribution
        );
    }
    for chain in report.chains() {
        prop_assert_eq!(chain.hops.len(), chain.depth as usize);
        prop_assert!(chain.hops.iter().all(|id| sources.contains(id)), "{:?}", chain);
        prop_assert!(
            chain.attributions.iter().all(|id| attributions.contains(id)),
            "{:?}",
            chain
        );
    }
    Ok(())
}

proptest! {
    #![proptest_config(property(128))]

    #[test]
    fn any_string_gives_a_sound_report(text in any::<String>()) {
        let article = Article::new(text);
        check(&article, &analyze(&article))?;
    }

    #[test]
    fn any_jumble_of_news_and_trouble_gives_a_sound_report(text in jumble()) {
        let article = Article::new(text);
        check(&article, &analyze(&article))?;
    }

    #[test]
    fn any_damaged_article_gives_a_sound_report(text in damaged_article(), title in prop::option::of(jumble())) {
        let mut builder = Article::builder(text).publisher("Harbor Times");
        if let Some(title) = title {
            builder = builder.title(title);
        }
        let article = builder.build();
        check(&article, &analyze(&article))?;
    }

    #[test]
    fn two_runs_are_equal(text in damaged_article()) {
        let article = Article::new(text);
        prop_assert_eq!(analyze(&article), Analyzer::new().analyze(&article));
    }

    #[test]
    fn carriage_returns_change_no_reading(text in damaged_article()) {
        let text = text.replace('\r', "");
        let dos = text.replace('\n', "\r\n");
        prop_assert_eq!(gist(&analyze(&Article::new(text))), gist(&analyze(&Article::new(dos))));
    }

    #[test]
    fn a_signal_left_out_changes_no_other_reading(text in damaged_article(), signal in prop::sample::select(signals::ALL)) {
        left_out(&text, signal)?;
    }

    #[cfg(feature = "json")]
    #[test]
    fn a_report_survives_the_trip_through_json(text in prop_oneof![any::<String>(), jumble(), damaged_article()]) {
        let report = analyze(&Article::new(text));
        prop_assert_eq!(&Report::from_json(&report.to_json()).expect("own JSON"), &report);
    }
}

fn left_out(text: &str, signal: &Signal) -> Result<(), TestCaseError> {
    let article = Article::new(text);
    let all = analyze(&article);
    let without = Analyzer::builder()
        .signal_off(signal.id)
        .build()
        .expect("known signal")
        .analyze(&article);
    prop_assert!(!without.signals().contains_key(signal.id));
    for (id, reading) in without.signals() {
        prop_assert_eq!(reading, &all.signals()[id]);
    }
    let others: Vec<_> = all
        .findings()
        .iter()
        .filter(|finding| finding.rule.split('/').next() != Some(signal.id))
        .collect();
    prop_assert_eq!(without.findings().iter().collect::<Vec<_>>(), others);
    Ok(())
}

/// What a report says, apart from where: rules, words and numbers, with typography folded.
fn gist(report: &Report) -> Vec<String> {
    let mut lines: Vec<String> = report
        .signals()
        .iter()
        .map(|(id, reading)| format!("{id} {:?} {:?}", reading.outcome, reading.counts))
        .collect();
    lines.extend(
        report
            .findings()
            .iter()
            .map(|finding| format!("{} {}", finding.rule, straight(&finding.excerpt))),
    );
    lines.extend(
        report
            .contributions()
            .iter()
            .map(|contribution| format!("{} {}", contribution.signal, contribution.points)),
    );
    lines.extend(report.sources().iter().map(|source| {
        let (kind, mentions) = (source.kind, source.mentions.len());
        format!("{} {kind:?} {mentions} {:?}", straight(&source.label), source.people)
    }));
    lines.push(format!("{:?} {:?}", report.score(), report.outcome_reason()));
    lines
}

fn straight(text: &str) -> String {
    text.replace(['\u{201c}', '\u{201d}'], "\"")
        .replace(['\u{2018}', '\u{2019}'], "'")
        .replace("\r\n", "\n")
}

/// The same text with typographic quotation marks, as a word processor would set them.
fn curly(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut before = ' ';
    for mark in straight(text).chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[' | '\u{2014}' | '\u{201c}' | '\u{2018}');
        let set = match (mark, opens) {
            ('"', true) => '\u{201c}',
            ('"', false) => '\u{201d}',
            ('\'', true) => '\u{2018}',
            ('\'', false) => '\u{2019}',
            (other, _) => other,
        };
        out.push(set);
        before = set;
    }
    out
}

#[test]
fn quotation_marks_curly_or_straight_give_equal_readings() {
    for (name, text) in corpus()
        .into_iter()
        .map(|case| (case.name, case.text))
        .chain(articles())
    {
        let typed = analyze(&Article::new(straight(&text)));
        let set = analyze(&Article::new(curly(&text)));
        assert_eq!(gist(&typed), gist(&set), "{name}");
    }
}

#[test]
fn a_title_given_apart_reads_as_one_given_on_top() {
    for case in corpus() {
        let Some((title, body)) = case.text.split_once("\n\n") else {
            continue;
        };
        let apart = Article::builder(body).title(title).build();
        assert_eq!(apart.text(), case.text, "{}", case.name);
    }
}

#[test]
fn a_line_broken_inside_a_sentence_reads_alike_with_either_line_end() {
    let text = "Ferries now enter the\nOwners of small boats have asked for eight, the authority said.\n";
    let dos = text.replace('\n', "\r\n");
    assert_eq!(gist(&analyze(&Article::new(text))), gist(&analyze(&Article::new(dos))));
}

#[test]
fn a_byte_order_mark_before_a_short_number_is_no_list_mark() {
    for text in [
        "\u{feff}0 officials said",
        "\u{feff}1",
        "\u{200b}12) officials said",
        "\u{feff}中.",
    ] {
        let article = Article::new(text);
        check(&article, &analyze(&article)).expect(text);
    }
}

#[test]
fn texts_without_words_give_a_report_that_abstains() {
    for text in [
        "",
        " ",
        "\n\n\n",
        "\0",
        "\u{feff}",
        "\"",
        "...",
        "\u{200f}",
        "—",
        "1",
        "\r\n\t\u{a0}",
    ] {
        let article = Article::new(text);
        let report = analyze(&article);
        assert!(
            report.score().points.is_none() && report.outcome_reason().is_some(),
            "{text:?}"
        );
        check(&article, &report).expect("sound report");
    }
}

#[test]
fn a_report_of_an_annotated_article_is_the_report_of_the_article() {
    let analyzer = Analyzer::new();
    for case in corpus() {
        let article = case.article();
        let document = analyzer.document(&article);
        assert_eq!(analyzer.report(&document), analyzer.analyze(&article), "{}", case.name);
    }
}

//! What holds for the score of every article, tried on articles put together from sentences of our own: a worse article never scores
//! better, a better one never worse, and nothing but the words counts.

mod support;

use onrecord::{Analyzer, Article, Preset, Report, analyze, signals};
use proptest::prelude::*;
use proptest::sample::Index;
use support::{articles, corpus, property};

const NAMES: &[&str] = &[
    "Mara Holt",
    "José Peña",
    "Ilse Brandt",
    "Tomas Eriksen",
    "Zoë Ortiz",
    "Adaeze Obi",
];
const ROLES: &[&str] = &[
    "the harbor master",
    "a professor of hydrology at Ellis University",
    "the head of the fire service",
    "the town clerk",
];
const UNNAMED: &[&str] = &[
    "a senior official in the ministry",
    "a person familiar with the talks",
    "an aide to the governor",
    "two officers of the coast guard",
    "an engineer at the water board",
];
/// The unnamed source no story uses: a source named in one place and not in another would be two.
const OWN_UNNAMED: usize = UNNAMED.len() - 1;
/// What sources say, each told once in a story: a repeated sentence would be a finding of its own.
const CLAIMS: &[&str] = &[
    "the repairs of the north pier would take four months",
    "the tender for the ferry had been opened in March",
    "the old bridge carried nine thousand cars a day",
    "the crew had left the harbor before noon",
    "the town budget held no money for another boat",
    "engineers from the county found rust in eleven cables",
    "passengers could change to the bus at the station",
    "a cheaper dock was never part of the contract",
    "the council had asked two shipyards for their price",
    "fishermen would keep their berths through the winter",
    "the harbor had lost a third of its freight since 2019",
    "divers would look at the foundations in the spring",
    "the ferry company paid its crews until the end of June",
    "no permit was needed to move the crane",
    "the state would bear half of what the bridge costs",
    "schools on the island had been told of the timetable",
    "the mayor and the clerk met the owners twice",
    "the loan for the dock runs for twelve years",
    "the pumps failed in the night after the storm",
    "a survey of the river bed was under way",
    "the port police counted forty lorries an hour",
    "tickets would cost what they cost last year",
    "the insurer had not yet seen the engine",
    "the island's doctor crosses the water three times a week",
];
const FACTS: &[&str] = &[
    "The ferry left Ellisport at noon on Tuesday with two hundred passengers.",
    "Work on the north pier began in April and was to end in autumn.",
    "The council met in the town hall and adjourned after two hours.",
    "Rain fell on the harbor for three days, and the river rose by a metre.",
    "The contract covers eleven bridges in two counties.",
    "A second hearing on the tender is set for the first week of June.",
    "The port handled forty ships in May, as many as a year before.",
    "Buses take passengers from the dock to the station.",
    "The island lies nine miles from the town and has no bridge.",
    "Two shipyards have sent plans for a boat with a steel hull.",
    "The county owns the pier, and the town leases the dock.",
    "Cables of the old bridge were last replaced in 1998.",
    "The crew of the ferry numbers eleven in winter.",
    "The budget of the port comes to thirty million a year.",
    "In March the council set the fares for the crossing.",
    "The storm of last autumn tore two buoys from the channel.",
    "Lorries wait beside the station until the ferry docks.",
    "The vote on the loan was put off to the next meeting.",
];
/// Sentences with a slot, a plain word for it and one that judges.
const SLOTS: &[(&str, &str, &str)] = &[
    ("The {} plan went to the council on Monday.", "second", "disgraceful"),
    ("The board kept its {} rules for another year.", "written", "absurd"),
    ("The {} mayor left the hall before the vote.", "outgoing", "corrupt"),
    (
        "The {} letter reached the clerk in the afternoon.",
        "signed",
        "shameful",
    ),
    ("The tender was a {} one.", "short", "pathetic"),
];

/// One sentence of an article, before it is written down.
#[derive(Clone, Debug)]
enum Told {
    Fact(usize),
    Named {
        who: usize,
        claim: usize,
        quoted: bool,
    },
    Unnamed {
        who: usize,
        claim: usize,
        reason: bool,
        named: Option<usize>,
    },
    Slot {
        at: usize,
        marked: bool,
        quoted: Option<usize>,
    },
}

impl Told {
    fn write(&self) -> String {
        let pick = |list: &[&'static str], i: usize| list[i % list.len()];
        let source = |i: usize| format!("{}, {}", pick(NAMES, i), pick(ROLES, i / NAMES.len()));
        match self {
            Told::Fact(i) => pick(FACTS, *i).to_string(),
            Told::Named {
                who,
                claim,
                quoted: false,
            } => format!("{}, said {}.", capital(pick(CLAIMS, *claim)), source(*who)),
            Told::Named {
                who,
                claim,
                quoted: true,
            } => {
                format!("\"We know that {},\" said {}.", pick(CLAIMS, *claim), source(*who))
            }
            Told::Unnamed {
                who,
                claim,
                reason,
                named,
            } => {
                let who = named.map_or_else(|| pick(UNNAMED, *who).to_string(), source);
                let because = if *reason {
                    ", speaking on condition of anonymity because the talks were private"
                } else {
                    ""
                };
                format!("{}, said {who}{because}.", capital(pick(CLAIMS, *claim)))
            }
            Told::Slot { at, marked, quoted } => {
                let (frame, plain, judging) = SLOTS[at % SLOTS.len()];
                let sentence = frame.replace("{}", if *marked { judging } else { plain });
                match quoted {
                    Some(who) => format!("\"{},\" said {}.", sentence.trim_end_matches('.'), source(*who)),
                    None => sentence,
                }
            }
        }
    }
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or(String::new(), |c| c.to_uppercase().chain(chars).collect())
}

fn written(story: &[Told]) -> String {
    let mut text = String::from("Ellisport weighs a second ferry\n\n");
    for (i, told) in story.iter().enumerate() {
        text.push_str(&told.write());
        text.push_str(if i % 2 == 1 { "\n\n" } else { " " });
    }
    text.trim_end().to_string()
}

/// What stands in one place of a story; the sentence itself is picked later, so that none is told twice.
#[derive(Clone, Debug)]
enum Kind {
    Fact,
    Named { who: usize, quoted: bool },
    Unnamed { who: usize, reason: bool },
}

fn kind() -> impl Strategy<Value = Kind> {
    prop_oneof![
        3 => Just(Kind::Fact),
        3 => (0usize..24, any::<bool>()).prop_map(|(who, quoted)| Kind::Named { who, quoted }),
        2 => (0usize..24, any::<bool>()).prop_map(|(who, reason)| Kind::Unnamed { who, reason }),
    ]
}

/// Long enough for a score, with a slot or two; the last claims and the last slots are left to the properties.
fn story() -> impl Strategy<Value = Vec<Told>> {
    let slots = prop::collection::vec(
        (any::<bool>(), prop::option::weighted(0.3, 0usize..24)),
        0..SLOTS.len() - 1,
    );
    (prop::collection::vec(kind(), 14..26), slots, any::<usize>()).prop_map(|(kinds, slots, turn)| {
        let (mut facts, mut claims) = (0, 0);
        let mut story: Vec<Told> = Vec::new();
        for kind in kinds {
            let mut claim = || {
                claims += 1;
                (claims - 1 + turn % KEPT) % KEPT
            };
            let next = match kind {
                Kind::Fact if facts < FACTS.len() => {
                    facts += 1;
                    Told::Fact((facts - 1 + turn % FACTS.len()) % FACTS.len())
                }
                Kind::Fact => continue,
                Kind::Named { who, quoted } => Told::Named {
                    who,
                    claim: claim(),
                    quoted,
                },
                Kind::Unnamed { who, reason } => Told::Unnamed {
                    who: who % OWN_UNNAMED,
                    claim: claim(),
                    reason,
                    named: None,
                },
            };
            if claims <= KEPT {
                story.push(next);
            }
        }
        let slots = slots.into_iter().enumerate();
        story.extend(slots.map(|(at, (marked, quoted))| Told::Slot { at, marked, quoted }));
        story
    })
}

/// So many claims are told by stories; the others are the properties' own.
const KEPT: usize = 20;
/// The slot no story uses.
const OWN_SLOT: usize = SLOTS.len() - 1;

fn with(story: &[Told], at: &Index, told: Told) -> Vec<Told> {
    let mut story = story.to_vec();
    story.insert(at.index(story.len() + 1), told);
    story
}

/// Without the signals on the page: the sentences of these stories share their tails ("because the talks were private"), and whether words
/// stand twice on a page is the business of `boilerplate`, not of how a claim is sourced.
fn read_sourcing_and_style(story: &[Told]) -> Report {
    let builder = Analyzer::builder()
        .signal_off("boilerplate")
        .signal_off("inserted-text");
    builder
        .build()
        .expect("known signals")
        .analyze(&Article::new(written(story)))
}

/// One word more can make a paragraph belong to the story, or no longer: what is read as the story must be the same for a comparison.
fn same_page(a: &Report, b: &Report) -> Result<(), TestCaseError> {
    let parts = |report: &Report| report.segments().iter().map(|s| s.kind).collect::<Vec<_>>();
    if parts(a) != parts(b) {
        return Err(TestCaseError::reject("another part of the page is read"));
    }
    Ok(())
}

fn read(story: &[Told]) -> Report {
    analyze(&Article::new(written(story)))
}

/// Hundredths, so that comparisons are exact.
fn points(report: &Report) -> Option<i64> {
    report.score().points.map(|p| (p * 100.0).round() as i64)
}

/// Fails when the second article scores below the first; an article without a score is no case.
fn no_worse(before: &[Told], after: &[Told]) -> Result<(), TestCaseError> {
    let (a, b) = (read_sourcing_and_style(before), read_sourcing_and_style(after));
    let (Some(from), Some(to)) = (points(&a), points(&b)) else {
        return Err(TestCaseError::reject("no score"));
    };
    same_page(&a, &b)?;
    prop_assert!(
        to >= from,
        "{from} fell to {to}\n--- before\n{}\n{}\n--- after\n{}\n{}",
        written(before),
        told_of(&a),
        written(after),
        told_of(&b)
    );
    Ok(())
}

fn told_of(report: &Report) -> String {
    let rows = report.contributions().iter();
    rows.map(|c| format!("{} {} ({}, {})\n", c.signal, c.points, c.measure, c.because))
        .collect()
}

/// What a report says apart from where it says it.
fn gist(report: &Report) -> String {
    format!("{}{:?} {:?}", told_of(report), report.score(), report.outcome_reason())
}

proptest! {
    #![proptest_config(property(96))]

    #[test]
    fn the_sum_is_exact_and_no_contribution_is_positive_or_beyond_its_cap(story in story(), preset in prop::option::of(prop::sample::select(&Preset::ALL[..]))) {
        let builder = Analyzer::builder();
        let analyzer = preset.map_or(builder.clone(), |p| builder.preset(p)).build().expect("right settings");
        let report = analyzer.analyze(&Article::new(written(&story)));
        let Some(points) = points(&report) else { return Err(TestCaseError::reject("no score")) };
        prop_assert_eq!(10_000 + report.contributions().iter().map(|c| c.centipoints()).sum::<i64>(), points);
        for c in report.contributions() {
            prop_assert!(c.points <= 0.0 && -c.points <= c.cap, "{:?}", c);
            prop_assert!(c.points == 0.0 || c.absence != c.spans.iter().any(|s| !s.is_empty()), "{:?}", c);
        }
        let lost: i64 = report.score().parts.iter().map(|p| (p.points * 100.0).round() as i64).sum();
        prop_assert_eq!(10_000 + lost, points);
        let score = report.score();
        let (low, high) = (score.low.expect("scored"), score.high.expect("scored"));
        prop_assert!(0.0 <= low && low * 100.0 <= points as f64 && points as f64 <= high * 100.0 && high <= 100.0, "{:?}", score);
    }

    #[test]
    fn a_marker_for_a_neutral_word_never_raises_the_score(story in story(), at in any::<Index>()) {
        let of = |marked| with(&story, &at, Told::Slot { at: OWN_SLOT, marked, quoted: None });
        no_worse(&of(true), &of(false))?;
    }

    #[test]
    fn naming_an_unnamed_source_never_lowers_it(
        story in story(), at in any::<Index>(), claim in KEPT..24, reason in any::<bool>(), name in 0usize..24,
    ) {
        let of = |named: Option<usize>| with(&story, &at, Told::Unnamed { who: OWN_UNNAMED, claim, reason: reason && named.is_none(), named });
        // The promise of anonymity goes with the naming. Style is measured by the word, so fewer words alone move its rate a little: the
        // claim is on the price of sourcing.
        let lost = |report: &Report| -> Option<i64> {
            let sourcing = ["anonymous-sources", "attribution-chains", "sourcing"];
            let priced = report.contributions().iter().filter(|c| sourcing.contains(&c.signal.as_str()));
            report.score().points.map(|_| priced.map(|c| c.centipoints()).sum())
        };
        let (unnamed, named) = (read(&of(None)), read(&of(Some(name))));
        let (Some(from), Some(to)) = (lost(&unnamed), lost(&named)) else {
            return Err(TestCaseError::reject("no score"));
        };
        same_page(&unnamed, &named)?;
        prop_assert!(to >= from, "{} fell to {}\n{}\n---\n{}", from, to, written(&of(None)), written(&of(Some(name))));
    }

    #[test]
    fn a_reason_for_anonymity_never_lowers_it(story in story(), at in any::<Index>(), claim in KEPT..24) {
        let of = |reason| with(&story, &at, Told::Unnamed { who: OWN_UNNAMED, claim, reason, named: None });
        no_worse(&of(false), &of(true))?;
    }

    #[test]
    fn quoting_a_marker_never_lowers_it(story in story(), at in any::<Index>(), who in 0usize..24) {
        let of = |quoted| with(&story, &at, Told::Slot { at: OWN_SLOT, marked: true, quoted });
        no_worse(&of(None), &of(Some(who)))?;
    }

    #[test]
    fn typography_changes_nothing(story in story()) {
        let text = written(&story);
        let plain = gist(&analyze(&Article::new(text.as_str())));
        for (how, other) in retyped(&text) {
            prop_assert_eq!(&plain, &gist(&analyze(&Article::new(other))), "{}", how);
        }
    }

    #[test]
    fn a_signal_switched_off_changes_no_other_contribution(story in story(), signal in prop::sample::select(signals::ALL)) {
        let article = Article::new(written(&story));
        let (all, analyzer) = (analyze(&article), Analyzer::builder().signal_off(signal.id).build().expect("a known signal"));
        let without = analyzer.analyze(&article);
        if points(&all).is_none() || points(&without).is_none() {
            return Err(TestCaseError::reject("no score"));
        }
        // What reaches the next band hangs on the sum of all, so it is no part of the comparison.
        let of = |report: &Report| -> Vec<(String, i64, String)> {
            let rows = report.contributions().iter().filter(|c| c.signal != signal.id);
            rows.map(|c| (c.signal.clone(), c.centipoints(), c.measure.clone())).collect()
        };
        prop_assert_eq!(of(&all), of(&without));
    }
}

/// The text as other keyboards and editors would have it.
fn retyped(text: &str) -> Vec<(&'static str, String)> {
    let mut curly = String::new();
    for c in text.chars() {
        let opens = curly.chars().next_back().is_none_or(char::is_whitespace);
        curly.push(match (c, opens) {
            ('"', true) => '\u{201c}',
            ('"', false) => '\u{201d}',
            ('\'', _) => '\u{2019}',
            (other, _) => other,
        });
    }
    let parts = text
        .replace('é', "e\u{301}")
        .replace('ñ', "n\u{303}")
        .replace('ë', "e\u{308}");
    vec![
        ("CRLF", text.replace('\n', "\r\n")),
        ("letters and marks apart (NFD)", parts),
        ("curly quotes", curly),
        ("trailing spaces", text.replace('\n', "  \n") + " \n"),
    ]
}

/// The properties above would hold of a score that never moves; this one does.
#[test]
fn the_score_moves_where_it_should() {
    let base: Vec<Told> = (0..10)
        .flat_map(|i| {
            let named = Told::Named {
                who: i,
                claim: i,
                quoted: i % 2 == 0,
            };
            [Told::Fact(i), named]
        })
        .collect();
    let end = |told: &[Told]| -> i64 {
        let mut story = base.clone();
        story.extend_from_slice(told);
        points(&read(&story)).expect("scored")
    };
    let slots = |marked, quoted| -> Vec<Told> { (0..5).map(|at| Told::Slot { at, marked, quoted }).collect() };
    let plain = end(&slots(false, None));
    let marked = end(&slots(true, None));
    assert!(marked < plain, "markers cost: {marked} {plain}");
    assert!(end(&slots(true, Some(1))) > marked, "quoted markers cost less");
    let unnamed = |reason, named| -> Vec<Told> {
        (0..8)
            .map(|i| Told::Unnamed {
                who: i,
                claim: i,
                reason,
                named,
            })
            .collect()
    };
    let bare = end(&unnamed(false, None));
    let reasoned = end(&unnamed(true, None));
    assert!(
        bare < reasoned && reasoned < end(&unnamed(false, Some(2))),
        "a reason helps, a name more"
    );
}

#[test]
fn what_costs_has_a_place_or_is_an_absence() {
    let texts = corpus()
        .into_iter()
        .map(|case| case.text)
        .chain(articles().into_iter().map(|(_, text)| text));
    let mut costly = 0;
    for text in texts {
        for c in analyze(&Article::new(text))
            .contributions()
            .iter()
            .filter(|c| c.points < 0.0)
        {
            costly += 1;
            assert!(c.absence != c.spans.iter().any(|s| !s.is_empty()), "{c:?}");
        }
    }
    assert!(costly > 20, "only {costly} contributions cost anything");
}

/// The advice of a report, followed in the text, takes off what was missing to the band it names, all else equal.
#[test]
fn naming_as_many_sources_as_advised_takes_off_what_was_missing() {
    let mut story: Vec<Told> = (0..8)
        .map(|i| Told::Named {
            who: i,
            claim: i,
            quoted: false,
        })
        .collect();
    story.extend((0..8).map(Told::Fact));
    // The preset that charges most for unnamed people: naming them is worth a band there.
    let wire = Analyzer::builder().preset(Preset::Wire).build().expect("a preset");
    let read = |story: &[Told]| wire.analyze(&Article::new(written(story)));
    let mut tried = 0;
    for count in 8..20 {
        story.push(Told::Unnamed {
            who: count,
            claim: count,
            reason: false,
            named: None,
        });
        for marks in 0..SLOTS.len() {
            let mut told: Vec<Told> = story.clone();
            told.extend((0..marks).map(|at| Told::Slot {
                at,
                marked: true,
                quoted: None,
            }));
            let report = read(&told);
            let of = |report: &Report| {
                report
                    .contributions()
                    .iter()
                    .find(|c| c.signal == "anonymous-sources")
                    .cloned()
            };
            let before = of(&report).expect("somebody is cited");
            let Some(advice) = &before.to_next_band else { continue };
            tried += 1;
            let band = advice
                .trim_start_matches("band ")
                .chars()
                .next()
                .expect("a band")
                .to_string();
            let from = onrecord::score::BANDS
                .iter()
                .find(|(name, _)| *name == band)
                .expect("a known band")
                .1;
            // All of them named is as much as was asked, or more.
            for t in &mut told {
                if let Told::Unnamed { named, who, .. } = t {
                    *named = Some(*who);
                }
            }
            let off = of(&read(&told)).expect("somebody is cited").centipoints() - before.centipoints();
            let missing = (from * 100.0) as i64 - points(&report).expect("scored");
            assert!(off >= missing, "{advice}: {missing} were missing, {off} came off");
        }
    }
    assert!(tried > 0, "no article was given advice");
}

#[test]
fn presets_price_the_same_findings_differently() {
    let (_, text) = articles()
        .into_iter()
        .find(|(name, _)| name == "mayor-tabloid")
        .expect("an example");
    let article = Article::new(text);
    let of = |preset| {
        Analyzer::builder()
            .preset(preset)
            .build()
            .expect("right settings")
            .analyze(&article)
    };
    let [wire, opinion] = [Preset::Wire, Preset::Opinion].map(of);
    assert_eq!(wire.findings(), opinion.findings());
    assert!(
        points(&wire) < points(&opinion),
        "an agency may judge less than a columnist"
    );
    assert_eq!(
        (wire.score().preset.as_deref(), opinion.score().preset.as_deref()),
        (Some("wire"), Some("opinion"))
    );
    assert_eq!(analyze(&article).score().preset, None);
}

#[test]
fn two_articles_are_compared_signal_by_signal() {
    let example = |name: &str| {
        articles()
            .into_iter()
            .find(|(n, _)| n == name)
            .map(|(_, text)| Article::builder(text).id(name).build())
    };
    let pair = [
        example("mayor-wire").expect("an example"),
        example("mayor-tabloid").expect("an example"),
    ];
    let reports = onrecord::compare(&pair);
    assert!(reports[0].versus().is_none());
    let versus = reports[1].versus().expect("set against the first");
    assert_eq!(versus.other, "mayor-wire");
    let sum: i64 = versus.signals.iter().map(|s| (s.points * 100.0).round() as i64).sum();
    let apart = points(&reports[1]).zip(points(&reports[0])).map(|(a, b)| a - b);
    assert_eq!(Some(sum), apart);
    assert!(sum < 0, "the tabloid is the worse one");
    let style = versus
        .signals
        .iter()
        .find(|s| s.signal == "editorializing")
        .expect("measured in both");
    assert_eq!(style.points.min(0.0), style.points);
    assert!(reports[1].to_string().contains("Against mayor-wire"));
}

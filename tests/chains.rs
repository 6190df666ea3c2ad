//! Who heard it from whom: paths that a careful reader would draw, and look-alikes that are none. All prose is our own.

use onrecord::document::Document;
use onrecord::document::source::{Source, SourceKind};
use onrecord::render::path;
use onrecord::text::span::Span;
use onrecord::{Analyzer, Article, Pack, Report, analyze};

/// A text, and the paths a reader would draw: each hop by words its label or a mention holds, outermost first.
type Case = (&'static str, &'static [&'static [&'static str]]);

const PATHS: &[Case] = &[
    // An outlet tells it.
    (
        "The ferry was unsafe, the Harbor Times reported on Monday.",
        &[&["Harbor Times"]],
    ),
    (
        "The Harbor Times reported that the ferry was unsafe.",
        &[&["Harbor Times"]],
    ),
    (
        "According to the Dock Gazette, the crane had failed twice before.",
        &[&["Dock Gazette"]],
    ),
    (
        "The crane had failed twice before, according to the Dock Gazette.",
        &[&["Dock Gazette"]],
    ),
    (
        "As first reported by the Dock Gazette, the port will close for a week.",
        &[&["Dock Gazette"]],
    ),
    (
        "As the Dock Gazette reported, the port will close for a week.",
        &[&["Dock Gazette"]],
    ),
    (
        "A Harbor Times investigation found that no permit had been issued.",
        &[&["Harbor Times"]],
    ),
    (
        "According to a report in the Harbor Times, no permit had been issued.",
        &[&["Harbor Times"]],
    ),
    (
        "Channel 4 later reported that the bridge had been closed since dawn.",
        &[&["Channel 4"]],
    ),
    (
        "The river had flooded two villages, Radio Kestrel said.",
        &[&["Radio Kestrel"]],
    ),
    (
        "The minister will resign on Friday, Reuters reported, and her deputy will follow.",
        &[&["Reuters"]],
    ),
    (
        "Le Monde reported on Tuesday that the two sides had met in secret.",
        &[&["Le Monde"]],
    ),
    (
        "The Guardian wrote that the shipyard had lost its largest order.",
        &[&["Guardian"]],
    ),
    (
        "The Valley Post revealed that the dam had cracked in the spring.",
        &[&["Valley Post"]],
    ),
    (
        "The dam had cracked in the spring, as reported by the Valley Post.",
        &[&["Valley Post"]],
    ),
    // Outlets nobody names.
    (
        "According to media reports, the minister has resigned.",
        &[&["media reports"]],
    ),
    (
        "Several news outlets reported that the bridge would close on Friday.",
        &[&["news outlets"]],
    ),
    ("Local media reported that three people were hurt.", &[&["Local media"]]),
    // Somebody told it to an outlet.
    (
        "Mayor Luis Ortiz told Channel 4 that the bridge was sound.",
        &[&["Channel 4", "Ortiz"]],
    ),
    (
        "“The bridge is sound,” Mayor Luis Ortiz told the Valley Post.",
        &[&["Valley Post", "Ortiz"]],
    ),
    (
        "“It leaks,” an inspector told the Harbor Times on Monday.",
        &[&["Harbor Times", "inspector"]],
    ),
    (
        "Captain Ana Reyes, who ran the ferry for nine years, told the Harbor Times that it leaked.",
        &[&["Harbor Times", "Reyes"]],
    ),
    (
        "Ana Reyes, the ferry's captain, told Channel 4's Jo Lindqvist that it leaked.",
        &[&["Channel 4", "Reyes"]],
    ),
    (
        "Two officials confirmed to Reuters that the talks had failed.",
        &[&["Reuters", "officials"]],
    ),
    (
        "In an interview with the Valley Post, Ortiz said the dam would hold.",
        &[&["Valley Post", "Ortiz"]],
    ),
    (
        "Luis Ortiz said in an interview with CNN that the dam would hold.",
        &[&["CNN", "Ortiz"]],
    ),
    ("Luis Ortiz said on CNN that the dam would hold.", &[&["CNN", "Ortiz"]]),
    (
        "“The dam will hold,” Luis Ortiz said Sunday on NBC's “Meet the Press.”",
        &[&["Meet the Press", "Ortiz"]],
    ),
    (
        "Speaking on the BBC, Luis Ortiz said the dam would hold.",
        &[&["BBC", "Ortiz"]],
    ),
    (
        "Luis Ortiz spoke to Reuters on Monday. “The dam will hold,” he said.",
        &[&["Reuters", "Ortiz"]],
    ),
    (
        "Luis Ortiz escalated the quarrel, telling Channel 4 that the owner had lied.",
        &[&["Channel 4", "Ortiz"]],
    ),
    (
        "Three officials who spoke to the Harbor Times said the pumps were old.",
        &[&["Harbor Times", "officials"]],
    ),
    (
        "The pumps were never replaced, according to two engineers who spoke to the Harbor Times.",
        &[&["Harbor Times", "engineers"]],
    ),
    (
        "Ana Reyes admitted to the Valley Post that she had signed the log.",
        &[&["Valley Post", "Reyes"]],
    ),
    (
        "In a telephone interview with Channel 4 on Monday, Ana Reyes said the log was false.",
        &[&["Channel 4", "Reyes"]],
    ),
    // An outlet quotes somebody.
    (
        "The Harbor Times reported, citing two inspectors, that the hull was cracked.",
        &[&["Harbor Times", "inspectors"]],
    ),
    (
        "The hull was cracked, the Harbor Times said, citing an inspector.",
        &[&["Harbor Times", "inspector"]],
    ),
    (
        "The Dock Gazette quoted Ana Reyes as saying that the hull was cracked.",
        &[&["Dock Gazette", "Reyes"]],
    ),
    (
        "Mayor Luis Ortiz told reporters that the bridge was sound, Reuters reported.",
        &[&["Reuters", "Ortiz"]],
    ),
    (
        "The Dock Gazette reported that Luis Ortiz said the bridge was sound.",
        &[&["Dock Gazette", "Ortiz"]],
    ),
    (
        "According to the captain, the hull was cracked, the Harbor Times reported.",
        &[&["Harbor Times", "captain"]],
    ),
    (
        "Radio Kestrel reported, quoting the Dock Gazette, that the mayor would quit.",
        &[&["Radio Kestrel", "Dock Gazette"]],
    ),
    (
        "Records obtained by the Harbor Times show that the pumps were never replaced.",
        &[&["Harbor Times", "Records"]],
    ),
    (
        "A memo published by the Dock Gazette orders staff to keep silent about the leak.",
        &[&["Dock Gazette", "memo"]],
    ),
    // Somebody quotes somebody.
    (
        "“Captain Reyes said the hull was fine,” Luis Ortiz said on Monday.",
        &[&["Ortiz", "Reyes"]],
    ),
    // Names no list knows, and phrases around them.
    ("Local broadcaster RTK said the mayor had fled.", &[&["RTK"]]),
    ("The mayor had fled, according to the newspaper Kurier.", &[&["Kurier"]]),
    (
        "Grain ships waited off the port. A source at the harbour office told TARNA reporter that two had been turned away.",
        &[&["TARNA", "source"]],
    ),
    (
        "“We heard it twice,” Dale Brunner, a neighbour, told WQXT-TV.",
        &[&["WQXT", "Brunner"]],
    ),
    (
        "Foreign Minister Anton Keller told the BBC's Today programme the offer was dead.",
        &[&["BBC", "Keller"]],
    ),
    (
        "Speaking to Sky News, Anton Keller said the offer was dead.",
        &[&["Sky News", "Keller"]],
    ),
    (
        "The mayor told Valley Post reporter Jo Lindqvist that he would run.",
        &[&["Valley Post", "mayor"]],
    ),
    (
        "A leaked memo seen by Reuters shows that the bank knew.",
        &[&["Reuters", "memo"]],
    ),
    (
        "The document, first published by the Dock Gazette, describes the leak.",
        &[&["Dock Gazette", "document"]],
    ),
    (
        "The company plans to sell the ferry, people familiar with the matter told Bloomberg.",
        &[&["Bloomberg", "people familiar"]],
    ),
    // The paper again.
    (
        "The Harbor Times reported on Monday that the ferry leaked. An engineer told the paper that the pumps were old.",
        &[&["Harbor Times"], &["Harbor Times", "engineer"]],
    ),
    (
        "An official told the Valley Post the dam had cracked. The official told the newspaper the crack was growing.",
        &[&["Valley Post", "official"]],
    ),
    (
        "The New York Times reported the talks. A diplomat told the Times that they had failed.",
        &[&["New York Times"], &["New York Times", "diplomat"]],
    ),
];

/// Relays that only a second look shows.
const MORE_PATHS: &[Case] = &[
    // Initials that the page explains by the whole name.
    (
        "The Harbor News Network reported that the ferry was sold. An official told HNN that it leaked.",
        &[&["Harbor News Network"], &["Harbor News Network", "official"]],
    ),
    (
        "The Kestrel Broadcasting Corporation (KBC) reported that the ferry was sold. It leaked, KBC said.",
        &[&["Kestrel Broadcasting Corporation"]],
    ),
    // One outlet around another.
    (
        "Channel 4 said the Harbor Times reported that two inspectors had warned of the crack.",
        &[&["Channel 4", "Harbor Times", "inspectors"]],
    ),
    (
        "The Harbor Times said on Monday that an inspector had told the Dock Gazette the hull was cracked.",
        &[&["Harbor Times", "Dock Gazette", "inspector"]],
    ),
    (
        "An inspector told the Dock Gazette that the hull was cracked, the Harbor Times reported.",
        &[&["Harbor Times", "Dock Gazette", "inspector"]],
    ),
    // Who stands close to somebody.
    (
        "Sources close to the owner tell Channel 4 that the ferry will be sold.",
        &[&["Channel 4", "Sources close to the owner"]],
    ),
    // When is not what; who is not where.
    (
        "The Dogan news agency reported a day after President Luis Ortiz announced the plan that the dam was closed.",
        &[&["Dogan"]],
    ),
    (
        "The state-run Kestrel Gazette citing military officials said the strikes were over.",
        &[&["Kestrel Gazette", "military officials"]],
    ),
    // Credits and bylines.
    (
        "The ferry had leaked for months, Captain Ana Reyes said.\n\nWith reporting by Reuters.",
        &[&["Reuters"]],
    ),
    (
        "The ferry had leaked for months, Captain Ana Reyes said.\n\nThe Valley Post contributed to this report.",
        &[&["Valley Post"]],
    ),
    (
        "“The ferry leaked for months,” Captain Ana Reyes said (via the Valley Post).",
        &[&["Valley Post", "Reyes"]],
    ),
    (
        "As Jo Lindqvist wrote in the Valley Post, the hull was cracked.",
        &[&["Valley Post"]],
    ),
    (
        "The hull was cracked, Jo Lindqvist of the Valley Post reported.",
        &[&["Valley Post"]],
    ),
    (
        "The hull was cracked, [according to the Valley Post](https://valleypost.example/hull).",
        &[&["Valley Post"]],
    ),
    ("The hull was cracked, per the Valley Post.", &[&["Valley Post"]]),
    // Posts.
    (
        "The ferry leaked, the Valley Post tweeted on Monday.",
        &[&["Valley Post"]],
    ),
    (
        "Channel 4's Jo Lindqvist posted on X that the ferry had leaked.",
        &[&["Channel 4"]],
    ),
    // Documents that quote people.
    (
        "The affidavit quotes Ana Reyes as saying that the hull was cracked.",
        &[&["affidavit", "Reyes"]],
    ),
    (
        "In the lawsuit, Ana Reyes is quoted as saying the hull was cracked.",
        &[&["lawsuit", "Reyes"]],
    ),
    (
        "Court papers say that Ana Reyes told police the hull was cracked.",
        &[&["Court papers", "Reyes"]],
    ),
    (
        "The company confirmed to the Valley Post that the hull was cracked.",
        &[&["Valley Post", "company"]],
    ),
];

/// Their look-alikes.
const MORE_LOOK_ALIKES: &[&str] = &[
    "The mayor told Senate reporters that the bill was dead. The mayor told a Capitol reporter that it was late.",
    "The Harbor News Network hired a new anchor. The HNP signed a contract, the union said.",
    "Officials at the KBC, a ferry company, said the boat was sold.",
    "Sources close to the owner say the ferry will be sold.",
    "People familiar with the pumps said they were old.",
    "With reporting by phone out of order, the crew used flags.",
    "The storm contributed to this report of a cracked hull, the coast guard said.",
    "Ana Reyes flew home via Berlin (via the night train).",
    "As Ana Reyes wrote in her diary, the hull was cracked.",
    "Luis Ortiz wrote in the Valley Post that the mayor should go.",
    "Channel 4 posted a video of the ferry on Monday.",
    "Ana Reyes posted on X that the ferry had leaked.",
    "The affidavit quotes a price of four million crowns.",
    "The poem quotes the sea as if it were a friend.",
    "In the harbour, the price is quoted as four million crowns.",
    "This story has been updated to include comments from Ana Reyes on “Meet the Press.”",
    "The company confirmed to the coast guard that the hull was cracked.",
    "The hull was cracked, per the coast guard.",
    "An inspector told the committee that the hull was cracked, her lawyer said on Monday.",
    "This story has been updated to include quotes from Ana Reyes's appearance on “Meet the Press.”",
    "The Dogan family sold the news agency to a bank in May.",
    "The state-run ferry line citing rising costs cut its night crossings.",
    "The crew reported a day after the storm for work.",
    "After the mayor spoke, Luis Ortiz said the bridge was sound.",
    "Ana Reyes read a piece on the sale before Channel 4 moved to the river.",
    "The Valley Post and Channel 4 share a building on the river.",
];

const LOOK_ALIKES: &[&str] = &[
    // Audiences.
    "Mayor Luis Ortiz told reporters that the bridge was sound.",
    "Mayor Luis Ortiz told a crowd of supporters that the bridge was sound.",
    "Ana Reyes told the committee that the hull was cracked.",
    "Ana Reyes told her crew that the hull was cracked.",
    "Luis Ortiz told voters at a rally that he would win.",
    "The captain told passengers to leave by the stern.",
    // Events.
    "Luis Ortiz said at a news conference that the dam would hold.",
    "During a debate on Monday, Luis Ortiz said the dam would hold.",
    // A medium of one's own words.
    "Luis Ortiz said in a statement that the dam would hold.",
    "Ana Reyes wrote on Twitter that the hull was cracked.",
    "Ana Reyes wrote in her memoir that the hull was cracked.",
    "In a letter to shareholders, the company said the ferry was safe.",
    // The outlet acts, or is talked about.
    "Channel 4 announced a new morning programme on Monday.",
    "Luis Ortiz called the Harbor Times story false.",
    "The Harbor Times building was sold to a hotel chain last year.",
    "Ana Reyes worked at the Dock Gazette before she went to sea.",
    "The mayor sued the Valley Post for libel.",
    "The president of Channel 4 resigned on Monday.",
    "Luis Ortiz watched the results on CNN with his family.",
    "The Harbor Times did not respond to a request for comment.",
    "Ana Reyes declined an interview request from the Harbor Times.",
    "Fox hunters met near the river on Sunday.",
    "Channel 4 has reached out to the port for comment.",
    "Reuters could not independently verify the video.",
    "He said he had read the story in the Harbor Times.",
    "The club confirmed the news on its website.",
    // Homonyms.
    "Mayor Clara Bloomberg said the bridge was sound. Bloomberg said it would open on Friday.",
    "Times have changed on the river, Captain Ana Reyes said.",
    "In recent times the port has grown, a harbour master said.",
    "The guardian said the children were safe.",
    "Fortune smiled on the crew, said Ana Reyes.",
    "The sun rose over the port as the crew went home.",
    "Emily Post, a teacher, said the school would open on Monday.",
    "The variety of fish in the bay has fallen, a study found.",
    // Affiliation and opinion.
    "Jo Lindqvist, a former CNN analyst, said the mayor would lose.",
    "Paul Brandt, a columnist for the Valley Post, argued that the mayor should go.",
    "The campaign reported raising four million crowns.",
    // Polls.
    "A CNN poll found that most voters want a new bridge.",
    "Ortiz leads by nine points, according to a Valley Post poll.",
    // Institutions and documents of their own.
    "The coast guard said the ferry was unsafe.",
    "According to the police, three people were hurt.",
    "The audit found that no permit had been issued.",
    "According to court records, the company was fined twice.",
    // Nothing is passed on.
    "Luis Ortiz gave an interview to Channel 4 last week.",
    "Ana Reyes did not tell the Harbor Times where she had been.",
    "A spokesman said the mayor believes the bridge is sound.",
    "Ana Reyes never said the hull was fine.",
    "If Ortiz says the bridge is sound, people will believe him.",
    "“I said the hull was cracked,” Ana Reyes recalled.",
];

/// Texts whose own outlet is the only one in them: (publisher, text).
const OWN: &[(&str, &str)] = &[
    (
        "Harbor Times",
        "Ana Reyes told the Harbor Times that the hull was cracked.",
    ),
    (
        "The Harbor Times",
        "“The hull was cracked,” Ana Reyes said in an interview with the Times.",
    ),
    ("Politico", "An official told POLITICO that the talks had failed."),
    ("The Washington Post", "Two aides told The Post that the plan was dead."),
    (
        "Valley Post",
        "As the Valley Post reported last week, the dam had cracked.",
    ),
    (
        "Dock Gazette",
        "HARBOR CITY (AP) — Luis Ortiz told The Associated Press that the dam would hold.",
    ),
];

fn read(publisher: Option<&str>, text: &str) -> Report {
    let article = Article::builder(text);
    analyze(&match publisher {
        Some(name) => article.publisher(name).build(),
        None => article.build(),
    })
}

/// Every chain that goes through an outlet or has two hops, by labels.
fn drawn(report: &Report) -> Vec<String> {
    report.chains().iter().map(|c| path::drawn(report, c)).collect()
}

fn holds(report: &Report, text: &str, hops: &[u32], wanted: &[&str]) -> bool {
    hops.len() == wanted.len()
        && hops.iter().zip(wanted).all(|(id, words)| {
            report
                .sources()
                .get(*id as usize)
                .is_some_and(|s| s.label.contains(words) || s.mentions.iter().any(|m| text[*m].contains(words)))
        })
}

#[test]
fn paths_are_found() {
    let mut wrong = Vec::new();
    for (text, paths) in PATHS.iter().chain(MORE_PATHS) {
        let report = read(None, text);
        for wanted in *paths {
            if !report.chains().iter().any(|c| holds(&report, text, &c.hops, wanted)) {
                wrong.push(format!("missed {wanted:?} in {text:?}: {:?}", drawn(&report)));
            }
        }
        if report.chains().len() > paths.len() {
            wrong.push(format!("too many in {text:?}: {:?}", drawn(&report)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn look_alikes_are_no_paths() {
    let wrong: Vec<String> = LOOK_ALIKES
        .iter()
        .chain(MORE_LOOK_ALIKES)
        .map(|text| (text, read(None, text)))
        .filter(|(_, report)| !report.chains().is_empty())
        .map(|(text, report)| format!("{text:?}: {:?}", drawn(&report)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn telling_the_articles_own_outlet_is_no_relay() {
    let wrong: Vec<String> = OWN
        .iter()
        .map(|(publisher, text)| (text, read(Some(publisher), text)))
        .filter(|(_, report)| !report.chains().is_empty())
        .map(|(text, report)| format!("{text:?}: {:?}", drawn(&report)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn half_of_the_cases_are_look_alikes() {
    let (paths, look_alikes) = (
        PATHS.len() + MORE_PATHS.len(),
        LOOK_ALIKES.len() + MORE_LOOK_ALIKES.len() + OWN.len(),
    );
    assert!(
        paths >= 40 && look_alikes + 5 >= paths,
        "{paths} paths, {look_alikes} look-alikes"
    );
}

#[test]
fn an_outlet_bears_its_main_name_without_the_article() {
    for (text, label) in [
        ("The Harbor Times reported that the ferry leaked.", "Harbor Times"),
        (
            "The New York Times reported that the ferry leaked. It sank, the New York Times said.",
            "New York Times",
        ),
        ("As The Hill reported, the plan was dead.", "The Hill"),
        (
            "The AP reported that the ferry leaked. The Associated Press said it sank.",
            "Associated Press",
        ),
    ] {
        let report = read(None, text);
        let labels: Vec<&str> = report
            .chains()
            .iter()
            .map(|c| report.sources()[c.hops[0] as usize].label.as_str())
            .collect();
        assert_eq!(labels, [label], "{text}");
    }
}

#[test]
fn a_name_that_looks_like_people_is_one_outlet() {
    let report = read(
        None,
        "The actor reached a settlement of $90,000 in 1997, Business Insider reported. Reuters reported a wider offer.",
    );
    let kinds: Vec<(&str, SourceKind)> = report.sources().iter().map(|s| (s.label.as_str(), s.kind)).collect();
    let outlets = [
        ("Business Insider", SourceKind::Outlet),
        ("Reuters", SourceKind::Outlet),
    ];
    assert_eq!(kinds, outlets, "no unnamed insider, no plural");
    let reporter = read(
        None,
        "Ships waited. TARNA reporter said on Sunday that two had been turned away.",
    );
    assert_eq!(
        reporter.sources()[0].kind,
        SourceKind::Outlet,
        "known by who works there"
    );
    assert!(
        report
            .findings()
            .iter()
            .all(|f| !f.rule.starts_with("anonymous-sources")),
        "{report}"
    );
}

#[test]
fn every_place_that_names_an_outlet_is_a_mention() {
    let text = "The Valley Post was founded in 1901. The dam had cracked, the Valley Post reported. The owner sued the Valley Post.";
    let report = read(None, text);
    let outlet = &report.sources()[report.chains()[0].hops[0] as usize];
    assert_eq!(outlet.mentions.len(), 3, "{outlet:?}");
}

const RELAYED: &str = "The ferry had leaked for months, an inspector told the Harbor Times. The company refused to buy pumps, \
the inspector said. Captain Ana Reyes said the crew had asked for help. According to the Harbor Times, the owner knew.";

#[test]
fn an_unnamed_source_is_still_heard_through_its_outlet() {
    let report = read(None, RELAYED);
    let chain = report
        .chains()
        .iter()
        .find(|c| c.depth == 2)
        .expect("the inspector's path");
    assert_eq!(
        chain.inherited.len(),
        1,
        "“the inspector said” adds to the path it came by"
    );
}

#[test]
fn the_graph_weighs_words() {
    let report = read(None, RELAYED);
    let graph = report.graph();
    assert!(graph.second_hand > 0.5 && graph.second_hand < 1.0, "{graph:?}");
    let shares: f64 = graph.origins.iter().map(|o| o.share).sum();
    assert!((shares - 1.0).abs() < 1e-9, "origins are a partition: {shares}");
    let point = graph.single_point.as_ref().expect("the Harbor Times");
    assert_eq!(report.sources()[point.source as usize].label, "Harbor Times");
    assert_eq!(
        graph.depths,
        [2, 2],
        "two from the article's own ears or the paper's, two through the paper"
    );
}

/// A word list of a reader's own: its outlets, and what they are called.
const REGION: &str = "# our region
[outlet]
Lantern ; country=nz ; shy=1
Lantern Weekly ; of=Lantern
LW ; of=Lantern ; caps=1
The Slow Boat ; country=nz
Morning Tide ; of=Slow Boat ; programme=1 ; quoted=1
Teletype Desk ; of=Reuters
";

fn read_with(pack: &str, publisher: Option<&str>, text: &str) -> Report {
    let analyzer = Analyzer::builder()
        .pack(Pack::new("region", pack))
        .build()
        .expect("a good pack");
    let article = Article::builder(text);
    analyzer.analyze(&publisher.map_or(article.clone(), |p| article.publisher(p)).build())
}

#[test]
fn a_packs_outlets_relay_as_the_built_in_ones_do() {
    let cases: &[Case] = &[
        ("The ferry was sold, Lantern reported.", &[&["Lantern"]]),
        (
            "An inspector told Lantern Weekly that the ferry leaked.",
            &[&["Lantern Weekly", "inspector"]],
        ),
        ("The ferry was sold, according to LW.", &[&["LW"]]),
        (
            "Ana Reyes said in an interview with the Slow Boat that the ferry leaked.",
            &[&["Slow Boat", "Reyes"]],
        ),
        ("The Slow Boat reported that the ferry leaked.", &[&["Slow Boat"]]),
        (
            "“It leaks,” Ana Reyes told the Slow Boat's “Morning Tide.”",
            &[&["Slow Boat", "Reyes"]],
        ),
        ("The ferry was sold, Teletype Desk reported.", &[&["Teletype Desk"]]),
    ];
    let mut wrong = Vec::new();
    for (text, paths) in cases {
        let report = read_with(REGION, None, text);
        let found = |wanted: &&[&str]| report.chains().iter().any(|c| holds(&report, text, &c.hops, wanted));
        if !paths.iter().all(found) || report.chains().len() != paths.len() {
            wrong.push(format!("{text:?}: {:?}", drawn(&report)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_packs_attributes_guard_its_names() {
    let quiet = [
        // shy: a surname, a lamp, a longer name
        "Lantern shone over the port as the crew went home.",
        "Mayor Clara Lantern said the bridge was sound. Lantern said it would open on Friday.",
        // caps
        "The lw was painted green, the captain said.",
        // quoted
        "Ana Reyes said the Morning Tide would turn at six.",
        // lower case is no name
        "It was a slow boat to the islands, the captain said.",
    ];
    let wrong: Vec<String> = quiet
        .iter()
        .map(|text| (text, read_with(REGION, None, text)))
        .filter(|(_, report)| report.chains().iter().any(|c| c.depth > 1) || report.chains().len() > 1)
        .map(|(text, report)| format!("{text:?}: {:?}", drawn(&report)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_packs_names_of_one_outlet_are_one_source_with_its_country() {
    let text = "The ferry was sold, Lantern Weekly reported. An inspector told LW that it leaked.";
    let report = read_with(REGION, None, text);
    let outlets: Vec<_> = report.graph().nodes.iter().filter(|n| n.outlet.is_some()).collect();
    assert_eq!(outlets.len(), 1, "{:?}", report.sources());
    assert_eq!(outlets[0].outlet.as_deref(), Some("lantern"));
    assert_eq!(outlets[0].country.as_deref(), Some("nz"));
}

#[test]
fn a_publisher_is_known_by_any_of_its_names() {
    for (publisher, text) in [
        ("Lantern Weekly", "An inspector told LW that the ferry leaked."),
        ("LW", "As Lantern reported last week, the ferry leaked."),
        ("Reuters", "An inspector told Teletype Desk that the ferry leaked."),
        ("The Hill", "An aide told The Hill that the plan was dead."),
    ] {
        let report = read_with(REGION, Some(publisher), text);
        assert!(report.chains().is_empty(), "{publisher}: {:?}", drawn(&report));
    }
}

#[test]
fn a_pack_says_what_is_wrong_with_an_outlet() {
    let message = |pack: &str| {
        let built = Analyzer::builder().pack(Pack::new("region", pack)).build();
        built.map(|_| ()).expect_err("a bad pack").to_string()
    };
    assert!(message("[outlet]\nlantern ; contry=nz").starts_with("lexicon pack `region`, line 2: `contry=nz`"));
    assert!(message("[outlet]\n\nlantern ; country=nzl").starts_with("lexicon pack `region`, line 3: `country=nzl`"));
    assert!(message("[outlet]\nlw ; of=lantern").contains("`of=lantern`"));
    assert!(message("[outlet]\nlantern ; shy").contains("an attribute has the form `key=value`"));
}

/// How often the outlet is made the holder of a view.
fn own_views(publisher: Option<&str>, text: &str) -> usize {
    let report = read(publisher, text);
    let of_rule = report
        .findings()
        .iter()
        .filter(|f| f.rule == "editorializing/outlet-opinion");
    of_rule.count()
}

#[test]
fn the_own_house_is_the_same_for_every_reader() {
    for name in ["HNN", "Harbor News Network", "The Harbor Times"] {
        let text = format!(
            "{name} has learned that the pier was sold. The town had not been told. {name} is of the view that the sale was a trap. It \
             was a trap, according to {name}."
        );
        assert_eq!(own_views(None, &text), 2, "{name}");
        let report = read(None, &text);
        assert!(report.chains().is_empty(), "{name}: {:?}", drawn(&report));
        let house: Vec<bool> = report.sources().iter().map(|s| s.is_self).collect();
        assert!(!house.is_empty() && house.iter().all(|own| *own), "{name}: {house:?}");
    }
    // Nobody's view, another's view, and what the house only knows.
    assert_eq!(own_views(None, "Ana Reyes is of the view that the sale was a trap."), 0);
    assert_eq!(own_views(None, "HNN has learned that the pier was sold."), 0);
    assert_eq!(
        own_views(Some("Valley Post"), "HNN is of the view that the sale was a trap."),
        0
    );
}

/// Every text of the repository that names outlets: the cases above, and whole articles.
fn texts() -> Vec<String> {
    let cases = PATHS.iter().chain(MORE_PATHS).map(|(text, _)| *text);
    let look_alikes = LOOK_ALIKES.iter().chain(MORE_LOOK_ALIKES).copied();
    let mut texts: Vec<String> = cases.chain(look_alikes).map(str::to_string).collect();
    for folder in ["tests/corpus", "examples/articles"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        for file in std::fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = file.path();
            let name = path.to_string_lossy();
            if name.ends_with(".txt") && !name.ends_with(".report.txt") {
                texts.extend(std::fs::read_to_string(&path));
            }
        }
    }
    texts
}

/// Whether a span holds words that name one of these sources.
fn names_one(document: &Document<'_>, ids: &[u32], at: Span) -> bool {
    let mentions = |s: &Source| s.mentions.iter().any(|m| m.overlaps(at));
    ids.iter().any(|id| document.source(*id).is_some_and(mentions))
}

#[test]
fn relation_and_chain_agree_at_every_cue() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for text in texts() {
        let article = Article::from(text.as_str());
        let document = Document::new(&article, &[]);
        for chain in document.chains() {
            for id in &chain.attributions {
                let relation = &document.attributions()[*id as usize];
                seen += 1;
                let hop = relation.source.is_some_and(|s| chain.hops.contains(&s));
                if !hop
                    && !relation
                        .source_span
                        .is_some_and(|s| names_one(&document, &chain.hops, s))
                {
                    wrong.push(format!("another source: {relation:?} of {chain:?} in {:.200}", text));
                }
            }
        }
        // Whoever tells an outlet is heard through it.
        let outlets = |s: &&Source| s.kind == SourceKind::Outlet && !s.is_self;
        let outlets: Vec<u32> = document.sources().iter().filter(outlets).map(|s| s.id).collect();
        for relation in document.attributions() {
            let clause = relation.clause().and_then(|id| document.clause(id));
            let Some(told) = clause.filter(|c| !c.is_negated()).and_then(|c| c.addressee()) else {
                continue;
            };
            let told = document.span_of(told.start as usize, told.end as usize);
            let chained = document.chains().iter().any(|c| c.attributions.contains(&relation.id));
            if relation.source.is_some() && names_one(&document, &outlets, told) && !chained {
                wrong.push(format!("in no chain: {:?} in {:.200}", &text.as_str()[told], text));
            }
        }
    }
    assert!(seen > 80, "{seen}");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

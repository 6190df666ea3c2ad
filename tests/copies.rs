//! Copies between articles: the guarantee of the fingerprints, one thread and many, what is listed as evidence.

mod support;

use std::collections::HashSet;

use onrecord::corpus::{Corpus, Winnow, align, fingerprints};
use onrecord::report::{Earlier, SharedKind};
use onrecord::{Article, compare};
use proptest::prelude::*;
use support::property;

/// Words as they stand in news, with what folding has to see through.
const WORDS: &[&str] = &[
    "the",
    "Minister",
    "said",
    "U.S.",
    "won’t",
    "3,000",
    "Árpád",
    "a",
    "of",
    "harbor",
    "anti-tax",
    "“no”",
    "I",
    "naïve",
    "déjà",
    "extraordinarily",
    "2026",
    "О'Нил",
    "crew",
    "Straße",
];

fn text(words: &[usize], joint: &str) -> String {
    let words: Vec<String> = words
        .iter()
        .map(|w| match WORDS.get(*w) {
            Some(word) => (*word).to_string(),
            None => format!("w{w}"),
        })
        .collect();
    words.join(joint)
}

/// The same words as another hand would type them.
fn retyped(text: &str) -> String {
    text.to_uppercase()
        .replace('’', "'")
        .replace(['“', '”'], "\"")
        .replace("3,000", "3000")
        .replace("U.S.", "USA")
        .replace("SS", "ss")
}

fn hashes(text: &str, winnow: Winnow) -> HashSet<u64> {
    fingerprints(text, winnow).iter().map(|f| f.hash).collect()
}

proptest! {
    #![proptest_config(property(200))]

    #[test]
    fn every_shared_run_of_t_words_is_found(
        t in 5usize..40,
        run in prop::collection::vec(0usize..60, 40),
        before in prop::collection::vec(0usize..60, 0..60),
        after in prop::collection::vec(0usize..60, 0..60),
        other in prop::collection::vec(1000usize..9000, 0..60),
    ) {
        let winnow = Winnow::finding(t);
        let shared = text(&run[..t], " ");
        let a = format!("{} {shared} {}", text(&before, " "), text(&after, ", "));
        let b = format!("{}\r\n{} {}", text(&other, " "), retyped(&shared), text(&other, "\n"));
        // A compound such as “anti-tax” is two words, so that the run is never shorter than it must be.
        prop_assert!(!hashes(&a, winnow).is_disjoint(&hashes(&b, winnow)));
    }

    #[test]
    fn nothing_under_k_words_is_found(t in 5usize..40, run in prop::collection::vec(100usize..900, 40), at in 0usize..30) {
        let winnow = Winnow::finding(t);
        let shared = text(&run[..winnow.k - 1], " ");
        let apart = |from: usize| (from..from + at + 20).map(|i| format!("x{i} ")).collect::<String>();
        let a = format!("{}{shared} {}", apart(0), apart(1000));
        let b = format!("{}{shared} {}", apart(2000), apart(3000));
        prop_assert!(hashes(&a, winnow).is_disjoint(&hashes(&b, winnow)));
    }

    #[test]
    fn any_text_has_its_fingerprints_and_aligns_with_itself(text in "\\PC{0,200}") {
        for print in fingerprints(&text, Winnow::SMALL) {
            prop_assert!(text.get(print.start as usize..print.end as usize).is_some());
        }
        for one in align(&text, &text) {
            prop_assert!(text.get(one.a.start..one.a.end).is_some() && text.get(one.b.start..one.b.end).is_some());
        }
    }
}

/// 120 words that no other number's story has in this order.
fn story(number: u64) -> String {
    let word = |i: u64| (number << 20 | i).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 40;
    (0..120).map(|i| format!("w{} ", word(i))).collect()
}

#[cfg(feature = "parallel")]
#[test]
fn one_thread_and_many_give_the_same_index_and_the_same_answers() {
    let articles: Vec<Article> = (0..5000)
        .map(|i| {
            // Every seventh is a copy of the one before it.
            let text = story(if i % 7 == 6 { i - 1 } else { i });
            Article::builder(text)
                .id(format!("a{i}"))
                .publisher(format!("p{}", i % 9))
                .build()
        })
        .collect();
    let saved = |corpus: &Corpus, name: &str| {
        let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        corpus.save(&path).expect("saved");
        std::fs::read(&path).expect("read")
    };
    let mut one_by_one = Corpus::new();
    articles.iter().for_each(|article| {
        one_by_one.add(article);
    });
    let want: Vec<_> = articles[..100].iter().map(|a| one_by_one.matches(a)).collect();
    assert_eq!(want.iter().filter(|found| !found.is_empty()).count(), 28);
    for threads in [1, 3, 8] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads");
        let (corpus, found) = pool.install(|| {
            let mut corpus = Corpus::new();
            corpus.add_all(&articles);
            let found = corpus.matches_all(&articles[..100]);
            (corpus, found)
        });
        assert_eq!(found, want, "{threads}");
        assert!(
            saved(&corpus, "many.corpus") == saved(&one_by_one, "one.corpus"),
            "{threads}"
        );
        assert_eq!(corpus.clusters(0.5), one_by_one.clusters(0.5));
    }
}

#[test]
fn copies_of_copies_hang_on_the_first() {
    let mut corpus = Corpus::new();
    for (id, number) in [("a", 1), ("b", 2), ("c", 1), ("d", 2), ("e", 1), ("f", 3)] {
        corpus.add(&Article::builder(story(number)).id(id).build());
    }
    let clusters: Vec<_> = corpus.clusters(0.5).into_iter().map(|c| (c.root, c.copies)).collect();
    assert_eq!(clusters, [(0, vec![2, 4]), (1, vec![3])]);
}

const FERRY: &str = "The ferry left the harbor at noon on Tuesday with two hundred people on board, and returned before the storm \
    broke over the bay, the port office said in a statement. Last year the same boat lost an engine off the northern cape.";

fn evidence(first: &str, second: &str) -> (SharedKind, Earlier, Vec<String>) {
    let article = |id: &str, text: &str| Article::builder(text).id(id).build();
    let reports = compare(&[article("one", first), article("two", second)]);
    let shared = reports[0].shared().expect("compared");
    assert!(!shared.is_empty(), "nothing shared");
    (shared[0].kind, shared[0].earlier, shared[0].evidence.clone())
}

#[test]
fn swapped_words_are_listed_as_evidence() {
    let spun = FERRY
        .replace("harbor", "port")
        .replace("people", "persons")
        .replace("returned", "came")
        .replace("boat", "vessel")
        .replace("engine", "motor");
    let (kind, _, evidence) = evidence(FERRY, &spun);
    assert_eq!(kind, SharedKind::Spun);
    for swap in ["“harbor” here, “port” there", "“people” here, “persons” there"] {
        assert!(evidence.iter().any(|e| e == swap), "{evidence:?}");
    }
}

#[test]
fn a_swap_that_broke_the_grammar_shows_the_copy() {
    let spun = FERRY.replace("Last year the same", "In August past year the same");
    let (_, earlier, told) = evidence(FERRY, &spun);
    assert_eq!(earlier, Earlier::This);
    assert!(
        told.iter()
            .any(|e| e.contains("“August past year” there is the trace of a swap")),
        "{told:?}"
    );
    // The clean twin: a phrase that an editor would write.
    let (_, earlier, told) = evidence(FERRY, &FERRY.replace("Last year the same", "In the past year the same"));
    assert_eq!(earlier, Earlier::Unknown);
    assert!(!told.iter().any(|e| e.contains("trace")), "{told:?}");
}

#[test]
fn traces_on_both_sides_point_to_a_third_text() {
    let first = FERRY.replace("Last year the same", "In August past year the same");
    let second = FERRY.replace("over the bay", "over the a bay");
    let (_, earlier, told) = evidence(&first, &second);
    assert_eq!(earlier, Earlier::Unknown);
    assert!(told.iter().any(|e| e.contains("third text")), "{told:?}");
}

#[test]
fn a_credit_outweighs_a_date_and_both_are_told() {
    let build = |id: &str, day: &str, site: &str, text: &str| {
        Article::builder(text).id(id).published(day).publisher(site).build()
    };
    let judged = |first_day: &str, second_day: &str| {
        let credited = format!("{FERRY} This story first appeared in Harbor Times.");
        let reports = compare(&[
            build("one", first_day, "Harbor Times", FERRY),
            build("two", second_day, "Bay Daily", &credited),
        ]);
        let shared = &reports[1].shared().expect("compared")[0];
        (shared.earlier, shared.evidence.clone())
    };
    let (earlier, told) = judged("2025-02-03", "2025-02-04");
    assert_eq!(earlier, Earlier::Other);
    assert!(told.iter().any(|e| e.contains("credits")), "{told:?}");
    assert!(told.iter().any(|e| e.contains("2025-02-04 here")), "{told:?}");
    // Where the date contradicts the credit, neither is believed.
    let (earlier, told) = judged("2025-02-03", "2025-02-01");
    assert_eq!(earlier, Earlier::Unknown);
    assert!(
        told.iter().any(|e| e.contains("credits")) && told.iter().any(|e| e.contains("published")),
        "{told:?}"
    );
}

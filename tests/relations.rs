//! What must hold of attribution relations whatever the text: spans in order and apart, quote marks of either shape alike, and
//! nothing changed by a sentence far away.

mod support;

use onrecord::{Article, Span, analyze};
use proptest::prelude::*;
use support::property;

/// Sentences of many frames; `%` is a double quote mark.
const SENTENCES: &[&str] = &[
    "The minister said the bridge was safe.",
    "%We waited all night,% Thorne said. %Nobody came.%",
    "%It leaks,% said Luis Ferrand, an engineer who checked the hull.",
    "According to the report, the valve failed twice.",
    "Harlow, who runs the mill, told the Gazette that %prices are fair% and would stay so.",
    "The union rejected the offer, saying it was late.",
    "Vega declined to comment.",
    "His decision to resign was expected to hurt the party.",
    "In a new poll, 40 percent of voters back the dam.",
    "The ferry sails at noon.",
    "Critics called it %a ladder% with %no wall.%",
    "While the firm says it has paid, the union says it has not.",
    "The dam, engineers said, would not hold; the town, they added, must move.",
    "Asked whether he would go, he laughed.",
    "%We knew,% Oduya said, %and we said nothing.%",
    "%An open quote that nobody closes, he said.",
    "The claim that he lied was dropped -- and nobody cared (a neighbour said).",
];

fn text(picks: &[usize], between: &str) -> String {
    let sentences: Vec<&str> = picks.iter().map(|pick| SENTENCES[pick % SENTENCES.len()]).collect();
    sentences.join(between)
}

type Relation = (Option<Span>, Option<Span>, Vec<Span>);

fn relations(article: &Article) -> Vec<Relation> {
    analyze(article)
        .attributions()
        .iter()
        .map(|a| (a.source_span, a.cue, a.content.clone()))
        .collect()
}

/// Relations by their words, so that texts of other lengths compare.
fn words(text: &str) -> Vec<String> {
    let article = Article::new(text);
    let word = |span: &Span| article.text()[*span].replace(['“', '”', '"'], "%");
    relations(&article)
        .iter()
        .map(|(source, cue, content)| {
            let content: Vec<String> = content.iter().map(word).collect();
            format!(
                "{:?} {:?} {content:?}",
                source.as_ref().map(word),
                cue.as_ref().map(word)
            )
        })
        .collect()
}

fn curled(text: &str) -> String {
    let mut open = false;
    text.chars()
        .map(|c| match c {
            '%' => {
                open = !open;
                if open { '“' } else { '”' }
            }
            c => c,
        })
        .collect()
}

proptest! {
    #![proptest_config(property(64))]

    #[test]
    fn spans_of_a_relation_stand_apart_and_in_bounds(
        picks in prop::collection::vec(0..SENTENCES.len(), 1..12), between in prop::sample::select(vec![" ", "\n\n", ", ", "\n"])
    ) {
        let text = text(&picks, between).replace('%', "\"");
        let article = Article::new(text.as_str());
        for (source, cue, content) in relations(&article) {
            prop_assert!(!content.is_empty());
            prop_assert!(content.windows(2).all(|w| w[0].end <= w[1].start), "contents out of order: {content:?}");
            let mut spans: Vec<Span> = content.into_iter().chain(source).chain(cue).collect();
            spans.sort_by_key(|s| (s.start, s.end));
            for span in &spans {
                prop_assert!(article.text().get(span.start..span.end).is_some_and(|s| !s.is_empty()));
            }
            prop_assert!(spans.windows(2).all(|w| w[0].end <= w[1].start), "spans overlap: {spans:?} in {text}");
        }
    }

    #[test]
    fn a_relation_inside_another_has_its_cue_in_that_content(picks in prop::collection::vec(0..SENTENCES.len(), 1..12)) {
        let text = text(&picks, " ").replace('%', "\"");
        let article = Article::new(text.as_str());
        let report = analyze(&article);
        let all = report.attributions();
        for relation in all {
            let Some(holder) = relation.inside else { continue };
            let holder = &all[holder as usize];
            prop_assert!(holder.id != relation.id);
            if let Some(cue) = relation.cue {
                prop_assert!(holder.content.iter().any(|c| c.contains(cue)));
            }
        }
    }

    #[test]
    fn curly_and_straight_quotes_agree(picks in prop::collection::vec(0..SENTENCES.len() - 2, 1..10)) {
        let text = text(&picks, "\n\n");
        prop_assert_eq!(words(&curled(&text)), words(&text.replace('%', "\"")));
    }

    #[test]
    fn a_sentence_far_away_changes_no_relation(picks in prop::collection::vec(0..SENTENCES.len(), 1..8)) {
        let near = text(&picks, " ").replace('%', "\"");
        let alone = words(&near);
        let with = words(&format!("{near}\n\nThe harbour lies on the Wend.\n\nRain fell.\n\nThe ferry sails at noon."));
        prop_assert_eq!(alone, with);
    }

    #[test]
    fn any_text_is_read(text in "\\PC{0,400}") {
        let article = Article::new(text.as_str());
        for (source, cue, content) in relations(&article) {
            for span in source.into_iter().chain(cue).chain(content) {
                prop_assert!(article.text().get(span.start..span.end).is_some());
            }
        }
    }
}

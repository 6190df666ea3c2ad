//! Which relations are statements: somebody said, wrote, showed or found it. What is planned, wished, permitted or only asked for is a
//! stance, and no reader of sources counts it.

use onrecord::document::attribution::Act;
use onrecord::{Article, analyze};

/// The act of the one relation whose cue holds the word.
fn act(text: &str, cue: &str) -> Act {
    let article = Article::new(text);
    let report = analyze(&article);
    let relation = report
        .attributions()
        .iter()
        .find(|a| a.cue.is_some_and(|span| article.text()[span].contains(cue)))
        .unwrap_or_else(|| panic!("no relation at `{cue}` in: {text}"));
    relation.act
}

#[test]
fn what_was_said_written_shown_or_found_is_a_statement() {
    for (text, cue) in [
        ("The mayor said the pier would close.", "said"),
        ("A survey found that half of the wells were dry.", "found"),
        ("The wells are dry, according to the survey.", "according"),
        ("“The pier is closed,” Orvik wrote.", "wrote"),
        ("The clerk denied the charge.", "denied"),
        ("Records show the ship left at noon.", "show"),
        ("Calder warned of a flood.", "warned"),
        ("Orvik went on to say that the roof leaked.", "say"),
        ("Orvik repeated his claim that the dam was safe.", "claim"),
    ] {
        assert_eq!(act(text, cue), Act::Statement, "{text}");
    }
}

#[test]
fn what_is_planned_wished_or_yet_to_be_said_is_a_stance() {
    for (text, cue) in [
        ("The board plans to close the pier.", "plans"),
        ("Orvik believes that the well is safe.", "believes"),
        ("The board may announce a sale.", "announce"),
        ("The committee is expected to discuss the levy.", "discuss"),
        ("Calder would describe the plan.", "describe"),
    ] {
        assert_eq!(act(text, cue), Act::Stance, "{text}");
    }
}

#[test]
fn a_modal_with_the_whole_clause_is_a_statement() {
    assert_eq!(
        act("The Gazette can reveal that the pier was sold.", "reveal"),
        Act::Statement
    );
}

#[test]
fn what_completes_a_verb_decides_whether_it_says_or_does() {
    for (said, done, cue) in [
        (
            "The mayor allowed that the pier was old.",
            "The tide allowed her to paint.",
            "allowed",
        ),
        (
            "Orvik recalled that the lamp went out.",
            "The firm recalled 4,000 vans.",
            "recalled",
        ),
        (
            "Orvik proposed that the toll be cut.",
            "Orvik proposed a lower toll.",
            "proposed",
        ),
        (
            "Orvik agreed that the toll was high.",
            "Orvik agreed to cut the toll.",
            "agreed",
        ),
        (
            "The plan was condemned by Orvik.",
            "A choir championed by Orvik sang twice.",
            "by",
        ),
    ] {
        assert_eq!(act(said, cue), Act::Statement, "{said}");
        assert_eq!(act(done, cue), Act::Stance, "{done}");
    }
}

#[test]
fn what_is_denied_or_refused_is_not_told() {
    for (text, cue) in [
        ("The firm has not announced a date for the launch.", "announced"),
        ("Orvik did not say whether the pier would close.", "say"),
        ("Two keepers refused to sell the lamp.", "refused"),
        ("The clerk was asked whether the pier would close.", "asked"),
    ] {
        assert_eq!(act(text, cue), Act::Stance, "{text}");
    }
}

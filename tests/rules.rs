//! Every rule of every signal keeps its own promises: its `flags` raise it and its `passes` don't, through the front door.

use std::collections::BTreeSet;

use onrecord::{Article, Rule, Signal, analyze, signals};

fn rules() -> impl Iterator<Item = (&'static Signal, &'static Rule)> {
    signals::ALL
        .iter()
        .flat_map(|signal| signal.rules.iter().map(move |rule| (*signal, *rule)))
}

fn raises(rule: &Rule, text: &str) -> bool {
    analyze(&Article::new(text))
        .findings()
        .iter()
        .any(|finding| finding.rule == rule.id)
}

#[test]
fn each_flags_text_raises_its_rule() {
    let silent: Vec<String> = rules()
        .flat_map(|(_, rule)| {
            rule.flags
                .iter()
                .filter(|text| !raises(rule, text))
                .map(|text| format!("{}: {text:?}", rule.id))
        })
        .collect();
    assert!(silent.is_empty(), "not raised:\n{}", silent.join("\n"));
}

#[test]
fn no_passes_text_raises_its_rule() {
    let noisy: Vec<String> = rules()
        .flat_map(|(_, rule)| {
            rule.passes
                .iter()
                .filter(|text| raises(rule, text))
                .map(|text| format!("{}: {text:?}", rule.id))
        })
        .collect();
    assert!(noisy.is_empty(), "raised:\n{}", noisy.join("\n"));
}

#[test]
fn each_rule_brings_two_examples_of_either_kind() {
    let thin: Vec<&str> = rules()
        .filter(|(_, rule)| rule.flags.len() < 2 || rule.passes.len() < 2)
        .map(|(_, rule)| rule.id)
        .collect();
    assert!(
        thin.is_empty(),
        "fewer than two `flags` or `passes`: {}",
        thin.join(", ")
    );
}

#[test]
fn rule_ids_are_unique_and_belong_to_their_signal() {
    let mut seen = BTreeSet::new();
    for (signal, rule) in rules() {
        assert!(seen.insert(rule.id), "`{}` stands twice", rule.id);
        let (owner, name) = rule
            .id
            .split_once('/')
            .unwrap_or_else(|| panic!("`{}` is not `signal/what-is-seen`", rule.id));
        assert_eq!(owner, signal.id, "`{}` is listed by `{}`", rule.id, signal.id);
        assert!(
            !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '-'),
            "`{}` is not kebab-case",
            rule.id
        );
        assert!(
            !name.starts_with("no-") && !name.starts_with("bad-"),
            "`{}` names what is missing or judges, not what is seen",
            rule.id
        );
    }
}

#[test]
fn each_rule_says_what_why_and_by_which_standard() {
    for (_, rule) in rules() {
        assert!(
            !rule.summary.is_empty() && !rule.summary.contains('\n'),
            "`{}` has no one-line summary",
            rule.id
        );
        assert!(
            rule.why.len() > 40,
            "`{}` doesn't say why it bears on reliability",
            rule.id
        );
        assert!(!rule.related.is_empty(), "`{}` cites nothing", rule.id);
        for address in rule.related {
            assert!(
                address.starts_with("https://"),
                "`{}` cites `{address}`, which is no address",
                rule.id
            );
        }
    }
}

#[test]
fn a_message_is_a_plain_observation() {
    for (_, rule) in rules() {
        for text in rule.flags {
            for finding in analyze(&Article::new(*text))
                .findings()
                .iter()
                .filter(|finding| finding.rule == rule.id)
            {
                let message = &finding.message;
                assert!(!message.is_empty(), "`{}` says nothing", rule.id);
                assert!(!message.ends_with('.'), "`{}` ends with a stop: {message}", rule.id);
                assert!(
                    !message.starts_with(char::is_uppercase),
                    "`{}` starts with a capital: {message}",
                    rule.id
                );
                for intent in ["hides", "tries to", "pretends", "wants you", "misleads", "intends"] {
                    assert!(
                        !message.contains(intent),
                        "`{}` speaks of intent (`{intent}`): {message}",
                        rule.id
                    );
                }
            }
        }
    }
}

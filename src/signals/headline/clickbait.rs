//! Cues that promise instead of tell, case-blind.

use std::sync::LazyLock;

use crate::document::Document;
use crate::document::attribution::Attribution;
use crate::document::english::noun::words::{takes, usage};
use crate::document::english::tag::Tag;
use crate::document::page::token::TokenKind;
use crate::document::source::lookup;
use crate::document::voice::Voice;
use crate::finding::{Evidence, Finding, Rule};
use crate::signals::headline::Headline;
use crate::signals::headline::rules;
use crate::text::fold;
use crate::text::lexicon::Lexicon;
use crate::text::span::Span;

const LIST: &str = include_str!("cues.txt");

pub(super) static CUES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::built_in(LIST));

/// Confidence of one unit of cue weight.
const UNIT: f64 = 0.85;
/// How much of the weight of hard-news words counts against the cues.
const HARD_NEWS: f64 = 0.8;
/// From this on a headline without a plain cue is still one of small cues.
const TOGETHER: f64 = 0.28;
/// The same, when the article comes with it.
const TOGETHER_WITH_BODY: f64 = 0.9;
/// From this on a cue is plain.
const PLAIN: f64 = 0.35;
/// A gap needs more: single words of it are ordinary.
const PLAIN_GAP: f64 = 0.5;
/// A list's number is small: years, sums and tolls are not.
const LONGEST_LIST: usize = 3;
/// From this much hard news on a number is a toll or a sum.
const TOLL: f64 = 0.3;
/// Cues shown beside a finding that is their sum.
const SHOWN: usize = 4;

struct Cue {
    first: usize,
    end: usize,
    rule: &'static Rule,
    weight: f64,
    section: &'static str,
}

/// The clickbait cues of a headline: one finding a rule, each with its share of the small cues.
pub(super) fn find(document: &Document<'_>, headline: &Headline) -> Vec<Finding> {
    let (cues, against) = cues(document, headline);
    let total: f64 = cues.iter().map(|c| c.weight).sum::<f64>() - HARD_NEWS * against;
    if total < TOGETHER {
        return Vec::new();
    }
    let mut plain: Vec<&Cue> = Vec::new();
    for cue in cues
        .iter()
        .filter(|c| c.weight >= plain_from(c.rule) && c.rule.id != rules::REGISTER.id)
    {
        match plain.iter_mut().find(|p| p.rule.id == cue.rule.id) {
            Some(p) if cue.weight > p.weight => *p = cue,
            Some(_) => {}
            None => plain.push(cue),
        }
    }
    if plain.is_empty() {
        // Beside a body the small cues are left to the reader unless they are many.
        if total < TOGETHER_WITH_BODY && headline.span.end < document.text().trim_end().len() {
            return Vec::new();
        }
        let Some((at, strongest)) = cues
            .iter()
            .enumerate()
            .max_by(|(i, a), (j, b)| a.weight.total_cmp(&b.weight).then(j.cmp(i)))
        else {
            return Vec::new();
        };
        let mut finding = raise(document, strongest, &rules::REGISTER, total * UNIT);
        for cue in cues
            .iter()
            .enumerate()
            .filter(|(i, _)| *i != at)
            .take(SHOWN)
            .map(|(_, c)| c)
        {
            let span = document.span_of(cue.first, cue.end);
            finding = finding.related(span, format!("\"{}\"", &document.text()[span]));
        }
        return vec![finding];
    }
    // A report that asks what, how or why in its headline goes on to tell it.
    let body = headline.span.end < document.text().trim_end().len();
    let asks = |c: &&Cue| {
        matches!(
            document.tags().get(c.first),
            Some(Tag::Question | Tag::Auxiliary | Tag::Linking)
        )
    };
    if body
        && plain
            .iter()
            .all(|c| c.rule.id == rules::FORWARD_REFERENCE.id && asks(c))
    {
        return Vec::new();
    }
    let own: f64 = plain.iter().map(|c| c.weight).sum();
    plain
        .iter()
        .map(|c| raise(document, c, c.rule, UNIT * total * c.weight / own))
        .collect()
}

fn plain_from(rule: &Rule) -> f64 {
    if rule.id == rules::CURIOSITY_GAP.id {
        PLAIN_GAP
    } else {
        PLAIN
    }
}

fn raise(document: &Document<'_>, cue: &Cue, rule: &'static Rule, confidence: f64) -> Finding {
    let span = document.span_of(cue.first, cue.end);
    let term = &document.text()[span];
    let message = match rule.id {
        "headline/list-number" => format!("\"{term}\" counts items instead of telling one"),
        "headline/second-person" => format!("\"{term}\" speaks to the reader"),
        "headline/first-person" => format!("\"{term}\" speaks as the writer"),
        "headline/forward-reference" => format!("\"{term}\" points at something the headline keeps back"),
        "headline/imperative" => format!("\"{term}\" tells the reader what to do"),
        "headline/curiosity-gap" => format!("\"{term}\" promises instead of telling"),
        _ => format!("\"{term}\" and other small marks read like a teaser"),
    };
    Finding::new(rule, span)
        .message(message)
        .evidence(Evidence::Term {
            term: term.to_string(),
            category: cue.section.into(),
        })
        .confidence((confidence * 100.0).round().clamp(1.0, 97.0) / 100.0)
}

/// "20 Protesters Claim Force Was Used" counts those who say so. (Those of a list "share", "confess" or "reveal".)
fn counts_speakers(document: &Document<'_>, headline: &Headline) -> bool {
    let says = |a: &&Attribution| takes(document.word(a.cue_head as usize), usage::CLAIMING);
    let people = |s: Span| {
        let last = document.text()[s].split_whitespace().next_back().unwrap_or_default();
        lookup::names_people(&fold::folded(last))
    };
    let mut told = document
        .attributions()
        .iter()
        .filter(says)
        .filter_map(|a| a.source_span);
    told.any(|source| headline.span.contains(source) && people(source))
}

/// The cues of a headline in text order, and how much in it is hard news.
fn cues(document: &Document<'_>, headline: &Headline) -> (Vec<Cue>, f64) {
    let told = |i: &usize| {
        let token = document.tokens().get(*i);
        token.is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
    };
    let words: Vec<usize> = (headline.first..headline.end).filter(told).collect();
    let mut out = Vec::new();
    let opens = opens_list(document, headline, &words);
    if opens {
        out.push(list_number(words[0], words[0] + 1, 0.8));
    } else {
        out.extend(led_number(document, &words));
    }
    let against = phrases(document, &words, opens, &mut out);
    if against >= TOLL {
        // "17 die in ferry fire" counts people.
        out.retain(|c| c.rule.id != rules::LIST_NUMBER.id);
    }
    out.sort_by_key(|c| (c.first, c.end));
    (out, against)
}

/// Whether a number is small enough to count a list's items.
fn counts_items(document: &Document<'_>, at: usize) -> bool {
    let token = document.tokens().get(at);
    let whole = document.word(at).bytes().all(|b| b.is_ascii_digit());
    whole && token.is_some_and(|t| t.kind == TokenKind::Number && (t.end - t.start) as usize <= LONGEST_LIST)
}

/// "17 Ways to Fold a Napkin": the number opens the headline.
fn opens_list(document: &Document<'_>, headline: &Headline, words: &[usize]) -> bool {
    words.first().is_some_and(|i| counts_items(document, *i)) && !counts_speakers(document, headline)
}

/// "The 17 Best Ways to Fold a Napkin": a word leads to the number.
fn led_number(document: &Document<'_>, words: &[usize]) -> Option<Cue> {
    let at = words.iter().skip(1).take(2).find(|i| counts_items(document, **i))?;
    let leads = takes(document.word(words[0]), usage::BEFORE_LIST);
    leads.then(|| list_number(words[0], at + 1, 0.7))
}

fn list_number(first: usize, end: usize, weight: f64) -> Cue {
    Cue {
        first,
        end,
        rule: &rules::LIST_NUMBER,
        weight,
        section: "list-number",
    }
}

/// Adds the cues of the word list and gives the weight of its hard-news words, which count against them. "Ways" is half a cue
/// unless a number opens the headline.
fn phrases(document: &Document<'_>, words: &[usize], numbered: bool, out: &mut Vec<Cue>) -> f64 {
    let lexicon = &*CUES;
    let ids: Vec<u32> = words.iter().map(|i| lexicon.word_id(document.word(*i))).collect();
    let mut against = 0.0;
    lexicon.scan(
        words.len(),
        |i| ids[i],
        |m| {
            let Some(entry) = lexicon.entries().get(m.entry as usize) else {
                return;
            };
            let weight = entry.number("weight").unwrap_or(0.65);
            // A plain sense: "Do Not Resist" asks nothing.
            if weight == 0.0 {
                return;
            }
            let section = lexicon.sections()[usize::from(m.section)].as_str();
            if section == "hard-news" {
                against += weight;
                return;
            }
            let Some((section, rule)) = section_rule(section, m.first == 0) else {
                return;
            };
            // "'We are more than that': a team comes home" is said by the team.
            let start = document.tokens().get(words[m.first]).map_or(0, |t| t.start as usize);
            if document.voice_at(start) != Voice::Outlet {
                return;
            }
            let half = section == "list-noun" && !numbered;
            out.push(Cue {
                first: words[m.first],
                end: words[m.end - 1] + 1,
                rule,
                weight: if half { weight * 0.5 } else { weight },
                section,
            });
        },
    );
    against
}

/// The rule a section's cues stand for; "What Happened Next" is an opener only where it opens the headline.
fn section_rule(section: &str, opens: bool) -> Option<(&'static str, &'static Rule)> {
    Some(match section {
        "opener" if opens => ("opener", &rules::FORWARD_REFERENCE),
        "imperative-opener" if opens => ("imperative-opener", &rules::IMPERATIVE),
        "second-person" => ("second-person", &rules::SECOND_PERSON),
        "first-person" => ("first-person", &rules::FIRST_PERSON),
        "list-noun" => ("list-noun", &rules::REGISTER),
        "curiosity-gap" => ("curiosity-gap", &rules::CURIOSITY_GAP),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sound() {
        let lexicon = Lexicon::parse(LIST).unwrap_or_else(|e| panic!("{e}"));
        for i in 0..lexicon.sections().len() {
            let of: Vec<&str> = lexicon
                .entries()
                .iter()
                .filter(|e| usize::from(e.section) == i)
                .map(|e| e.phrase.as_str())
                .collect();
            assert!(
                of.windows(2).all(|w| w[0] < w[1]),
                "{} is not sorted",
                lexicon.sections()[i]
            );
        }
    }
}

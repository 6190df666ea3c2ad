//! Paths in words: "this article ← Harbor Times ← an inspector", and what the source graph adds up to.

use crate::document::chain::Chain;
use crate::render::wrap::clip;
use crate::report::Report;

/// The longest label of a hop, in characters.
const LABEL: usize = 60;

/// A chain drawn from the reader's side: this article, who it heard, whom they heard.
///
/// ```
/// use onrecord::{Article, analyze, render::path};
/// let report = analyze(&Article::new("An inspector told the Harbor Times that the ferry was unsafe."));
/// let drawn = report.chains().first().map(|c| path::drawn(&report, c));
/// assert_eq!(drawn.as_deref(), Some("this article ← Harbor Times ← An inspector"));
/// ```
pub fn drawn(report: &Report, chain: &Chain) -> String {
    let mut out = String::from("this article");
    for id in &chain.hops {
        out.push_str(" ← ");
        out.push_str(&label(report, *id));
    }
    out
}

/// The source graph in sentences without a final stop, most telling first: share second-hand, single point, origins.
pub fn summary(report: &Report) -> Vec<String> {
    let graph = report.graph();
    let mut out = Vec::new();
    if graph.attributed_words == 0 {
        return out;
    }
    if graph.second_hand_words > 0 {
        out.push(format!(
            "{} of {} attributed words ({}) came through another outlet",
            graph.second_hand_words,
            graph.attributed_words,
            percent(graph.second_hand)
        ));
    }
    if let Some(point) = graph
        .single_point
        .as_ref()
        .filter(|p| p.share >= 0.5 && p.relations > 1)
    {
        out.push(format!(
            "{} rest on one outlet, {}",
            percent(point.share),
            label(report, point.source)
        ));
    }
    let origins: Vec<String> = graph
        .origins
        .iter()
        .filter(|o| o.words > 0)
        .map(|o| format!("{} {}", o.kind.name(), percent(o.share)))
        .collect();
    if !origins.is_empty() {
        out.push(format!("stated first by: {}", origins.join(", ")));
    }
    for ring in &graph.rings {
        let names: Vec<String> = ring.iter().map(|id| label(report, *id)).collect();
        out.push(format!("cited for each other: {}", names.join(", ")));
    }
    out
}

pub(crate) fn label(report: &Report, id: u32) -> String {
    report
        .sources()
        .get(id as usize)
        .map_or_else(|| "?".to_string(), |s| clip(&s.label, LABEL).to_string())
}

pub(crate) fn percent(share: f64) -> String {
    format!("{:.0} %", share * 100.0)
}

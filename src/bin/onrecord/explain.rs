//! `rules` and `explain`: the words come from the library.

use onrecord::render::{rules, score};
use onrecord::settings::rule_or_signal;
use onrecord::signals;

use crate::Fault;
use crate::args::ListFormat;
use crate::output::width;

pub(crate) fn rules(format: ListFormat) -> String {
    match format {
        ListFormat::Text => rules::all(width(None)),
        ListFormat::Json => rules::json(),
        ListFormat::Markdown => rules::markdown(),
    }
}

pub(crate) fn explain(name: &str) -> Result<String, Fault> {
    if name == "score" {
        return Ok(score::page(width(None)));
    }
    if let Some(rule) = signals::rule(name) {
        return Ok(rules::rule(rule, width(None)));
    }
    match signals::ALL.iter().find(|signal| signal.id == name) {
        Some(signal) => Ok(rules::signal(signal, width(None))),
        None => Err(rule_or_signal(name)
            .err()
            .map_or_else(|| format!("no rule `{name}`"), |error| error.to_string())),
    }
}

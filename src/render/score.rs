//! How the score is made: every number of the model, with where it comes from.

use std::fmt::Write as _;

use crate::analyzer;
use crate::document::MAX_BYTES;
use crate::preset::Preset;
use crate::render::wrap::fill;
use crate::score::{BAND_MEANS, BANDS, CUT_DEVIATION, JEFFREYS, NORMAL_90};
use crate::signal::Scale;
use crate::signals::{self, editorializing, sourcing};

/// One number of the model.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// What it is: "anonymous-sources, cap", "band A from".
    pub name: String,
    /// The number, as a reader would write it.
    pub value: String,
    /// Where it comes from.
    pub origin: &'static str,
}

fn number(name: impl Into<String>, value: impl ToString, origin: &'static str) -> Number {
    Number {
        name: name.into(),
        value: value.to_string(),
        origin,
    }
}

const BY_HAND: &str = "by hand";
const CAPS: &str = "by hand: sourcing and style together carry nearly two thirds, no signal more than a third";
const INTERVAL: &str = "the interval holds 80 %: its ends are the 10 % and the 90 % point";
const CUT: &str = "measured over labelled articles, each cut to so many words (cargo bench --bench score)";

/// Every number of the model: prices, presets, bands, interval, abstention. `tool.model` changes with any of them.
pub fn numbers() -> Vec<Number> {
    let mut out = Vec::new();
    for signal in signals::ALL {
        let Scale {
            cap,
            usual,
            extreme,
            prior,
            origin,
            ..
        } = signal.scale;
        out.push(number(format!("{}, cap", signal.id), cap, CAPS));
        out.push(number(format!("{}, usual", signal.id), usual, origin));
        out.push(number(format!("{}, extreme", signal.id), extreme, origin));
        out.push(number(format!("{}, prior", signal.id), prior, PRIOR));
    }
    for preset in Preset::ALL {
        for (signal, cap) in preset.caps() {
            out.push(number(format!("{preset}: {signal}, cap"), cap, preset.why()));
        }
        for rates in preset.rates() {
            out.push(number(
                format!("{preset}: {}, usual", rates.signal),
                rates.usual,
                rates.origin,
            ));
            out.push(number(
                format!("{preset}: {}, extreme", rates.signal),
                rates.extreme,
                rates.origin,
            ));
        }
    }
    out.extend(BANDS.map(|(band, from)| number(format!("band {band} from"), from, BY_HAND)));
    out.extend(interval());
    out.extend(abstention());
    out
}

const PRIOR: &str = "by hand: about as much as a short article holds, so that one find in it is not an extreme";

fn interval() -> Vec<Number> {
    let mut out = vec![
        number("quantile", format!("{NORMAL_90:.4}"), INTERVAL),
        number(
            "added to each count",
            JEFFREYS,
            "Jeffreys' prior for the rate of a Poisson count",
        ),
    ];
    out.extend(CUT_DEVIATION.map(|(words, points)| number(format!("least deviation at {words} words"), points, CUT)));
    out
}

fn abstention() -> Vec<Number> {
    vec![
        number(
            "fewest words",
            analyzer::FEWEST_WORDS,
            "the shortest cut that the deviation was measured for",
        ),
        number(
            "least share of the caps measured",
            analyzer::LEAST_COVERAGE,
            "by hand: under it most of the score would be what could not be seen",
        ),
        number(
            "largest share of quotation",
            analyzer::MOST_QUOTED,
            "by hand: a transcript has next to no voice of its own to judge",
        ),
        number("most bytes", MAX_BYTES, "spans are stored as 32-bit numbers"),
        number(
            "sourcing: fewest words of a story",
            sourcing::SHORT,
            "by hand: a brief of three sentences may rest on none",
        ),
        number(
            "editorializing: fewest own words",
            editorializing::FEWEST_WORDS,
            "by hand: one mark in fewer is an extreme rate",
        ),
    ]
}

/// The whole model in words and tables.
pub fn page(width: usize) -> String {
    let mut out = String::from("score\n");
    let say = |out: &mut String, text: &str| {
        out.push('\n');
        fill(out, text, "  ", "  ", width);
    };
    say(
        &mut out,
        "An article begins with 100 points. Each signal counts something in it (so many of so many attributions, so many of so many words in \
         the outlet's own voice) and takes points off by its rate: nothing up to the usual rate, its whole cap from the extreme one on, a \
         straight line between. Points are whole hundredths, so the contributions add up to the score to the last digit.",
    );
    say(
        &mut out,
        "rate = (count + usual x prior) / (exposure + prior), so that a short article is judged mildly; \
         cost = cap x (rate - usual) / (extreme - usual), never under 0 nor over the cap.",
    );
    prices(&mut out, width);
    presets(&mut out, width);
    out.push_str("\nBands\n");
    for ((name, from), means) in BANDS.iter().zip(BAND_MEANS) {
        fill(
            &mut out,
            &format!("{name} from {from:.0}: {means}"),
            "  ",
            "     ",
            width,
        );
    }
    fill(&mut out, &format!("The bounds are set {BY_HAND}."), "  ", "  ", width);
    out.push_str("\nInterval\n");
    fill(
        &mut out,
        "How far the points could move by chance in an article of this length. Each count is taken for a Poisson draw whose rate has a Gamma \
         posterior, the signals' bounds are joined as independent ones, and the interval is never narrower than what cutting articles to this \
         length was measured to do. --fail-under looks at its upper end.",
        "  ",
        "  ",
        width,
    );
    rows(&mut out, &interval(), width);
    out.push_str("\nNo score\n");
    fill(
        &mut out,
        "For a text that does not read as English, a list or round-up, an interview, satire, and at the limits below. The report says which it \
         was, and lists its findings all the same.",
        "  ",
        "  ",
        width,
    );
    rows(&mut out, &abstention(), width);
    out.push_str("\nCoverage\n");
    fill(
        &mut out,
        "The share of the caps whose signals could be measured. A signal with nothing to judge takes nothing and is left out of it: absence of \
         evidence is no good mark. The parts of the score have marks of their own, 0 to 100 each: what sourcing, style and page kept of their \
         caps. The page may be a scraper's doing; the other two are the reporting's.",
        "  ",
        "  ",
        width,
    );
    say(
        &mut out,
        "The score is not a probability, and not a verdict on truth: a false article that names its sources and keeps its voice level scores \
         well. It speaks of sourcing and style only. What it was checked against, and how it can be gamed: the module `methods` of the crate's \
         documentation.",
    );
    out
}

fn prices(out: &mut String, width: usize) {
    out.push_str("\nPrices\n  signal             cap  usual extreme prior  of\n");
    for signal in signals::ALL {
        let s = signal.scale;
        let _ = writeln!(
            out,
            "  {:<17} {:>4} {:>6} {:>7} {:>5}  {}",
            signal.id, s.cap, s.usual, s.extreme, s.prior, s.unit
        );
    }
    out.push_str("\nWhere the rates come from\n");
    for signal in signals::ALL {
        fill(
            out,
            &format!("{}: {}", signal.id, signal.scale.origin),
            "  - ",
            "    ",
            width,
        );
    }
    fill(out, &format!("caps: {CAPS}"), "  - ", "    ", width);
    fill(out, &format!("priors: {PRIOR}"), "  - ", "    ", width);
}

fn presets(out: &mut String, width: usize) {
    out.push_str("\nPresets (--preset, or preset in onrecord.toml): caps\n");
    let _ = write!(out, "  {:<18} {:>7}", "signal", "default");
    for preset in Preset::ALL {
        let _ = write!(out, " {:>w$}", preset.name(), w = preset.name().len().max(4));
    }
    out.push('\n');
    for signal in signals::ALL {
        let _ = write!(out, "  {:<18} {:>7}", signal.id, signal.scale.cap);
        for preset in Preset::ALL {
            let cap = preset
                .caps()
                .find(|(id, _)| *id == signal.id)
                .map_or(0.0, |(_, cap)| cap);
            let _ = write!(out, " {cap:>w$}", w = preset.name().len().max(4));
        }
        out.push('\n');
    }
    for preset in Preset::ALL {
        fill(
            out,
            &format!("{}, {}. {}", preset.name(), preset.summary(), preset.why()),
            "  - ",
            "    ",
            width,
        );
        for r in preset.rates() {
            let told = format!("{} from {} to {}: {}", r.signal, r.usual, r.extreme, r.origin);
            fill(out, &told, "      ", "      ", width);
        }
    }
    fill(
        out,
        "[caps] in onrecord.toml and AnalyzerBuilder::cap go on top; caps may sum to 100 at most.",
        "  ",
        "  ",
        width,
    );
}

fn rows(out: &mut String, numbers: &[Number], width: usize) {
    for n in numbers {
        let head = format!("  {:<34} {:>8}  ", n.name, n.value);
        fill(out, n.origin, &head, &" ".repeat(head.len()), width);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_holds_every_number_and_its_origin() {
        let page = page(1000);
        for n in numbers() {
            assert!(page.contains(&n.value), "{n:?}");
            assert!(page.contains(n.origin), "{n:?}");
        }
    }

    #[test]
    fn no_line_is_wider_than_asked() {
        let page = page(80);
        assert!(page.lines().all(|l| l.chars().count() <= 80), "{page}");
    }
}

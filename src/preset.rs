//! Ready-made prices for kinds of text that the default ones, made for news reports, would judge by the wrong yardstick.
//!
//! A preset is a set of caps, summing to 100, and for some signals other rates; what is found in a text does not change. Caps of your
//! own go on top. Scores of different presets do not compare, so a report names the one it was made with ([`Score::preset`]).
//!
//! [`Score::preset`]: crate::score::Score::preset

use std::fmt;
use std::str::FromStr;

use crate::document::genre::Genre;
use crate::error::{Error, nearest};
use crate::signal::Signal;
use crate::signals;

/// A kind of text with its own prices.
///
/// ```
/// use onrecord::{Analyzer, Preset};
/// let wire = Analyzer::builder().preset(Preset::Wire).build()?;
/// let named: Preset = "press-release".parse()?;
/// assert_eq!(named, Preset::PressRelease);
/// let slip = "wires".parse::<Preset>().expect_err("no such preset");
/// assert!(slip.to_string().contains("did you mean `wire`?"));
/// # Ok::<(), onrecord::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Preset {
    /// Agency copy.
    Wire,
    /// A magazine piece, told at length and from what its writer saw.
    Feature,
    /// A column, an editorial, a letter.
    Opinion,
    /// A statement of an organisation about itself.
    PressRelease,
}

/// Another rate than the signal's own.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rates {
    /// The signal.
    pub signal: &'static str,
    /// Up to this rate it costs nothing.
    pub usual: f64,
    /// From this rate on it costs its cap.
    pub extreme: f64,
    /// Where the numbers come from.
    pub origin: &'static str,
}

/// All there is to a preset.
struct Prices {
    name: &'static str,
    summary: &'static str,
    why: &'static str,
    /// The most each built-in signal can cost.
    caps: &'static [(&'static Signal, f64)],
    rates: &'static [Rates],
    genres: &'static [Genre],
}

static WIRE: Prices = Prices {
    name: "wire",
    summary: "agency copy",
    why: "An agency's clients print its copy unread, so who says so weighs most, and its rules allow next to no word of its own; headlines \
          are most often the client's.",
    caps: &[
        (&signals::anonymous_sources::SIGNAL, 12.0),
        (&signals::attribution_chains::SIGNAL, 14.0),
        (&signals::sourcing::SIGNAL, 24.0),
        (&signals::editorializing::SIGNAL, 30.0),
        (&signals::headline::SIGNAL, 4.0),
        (&signals::boilerplate::SIGNAL, 2.0),
        (&signals::inserted_text::SIGNAL, 14.0),
    ],
    rates: &[Rates {
        signal: signals::editorializing::SIGNAL.id,
        usual: 0.002,
        extreme: 0.012,
        origin: "hand-set under the default rates: three in four war reports of agency style (FA-KES) stay below .0022 marks a word",
    }],
    genres: &[],
};

static FEATURE: Prices = Prices {
    name: "feature",
    summary: "a magazine piece, told at length and from what its writer saw",
    why: "A feature tells scenes its writer witnessed and may colour them, so fewer sentences rest on others and more words are its own; \
          unnamed people and foreign passages weigh as they do elsewhere, or more.",
    caps: &[
        (&signals::anonymous_sources::SIGNAL, 12.0),
        (&signals::attribution_chains::SIGNAL, 10.0),
        (&signals::sourcing::SIGNAL, 10.0),
        (&signals::editorializing::SIGNAL, 30.0),
        (&signals::headline::SIGNAL, 8.0),
        (&signals::boilerplate::SIGNAL, 6.0),
        (&signals::inserted_text::SIGNAL, 24.0),
    ],
    rates: &[
        Rates {
            signal: signals::sourcing::SIGNAL.id,
            usual: 0.76,
            extreme: 1.0,
            origin: "the 75th percentile of articles labelled not hyperpartisan (SemEval-2019), where news reports take the median",
        },
        Rates {
            signal: signals::editorializing::SIGNAL.id,
            usual: 0.0088,
            extreme: 0.0224,
            origin: "the 75th percentile of articles labelled not hyperpartisan, and the 90th of those labelled so (SemEval-2019)",
        },
    ],
    genres: &[],
};

static OPINION: Prices = Prices {
    name: "opinion",
    summary: "a column, an editorial, a letter",
    why: "A view is what the reader came for: its author answers for it, so bare sentences cost nothing and words of judgment only past \
          what half of all hyperpartisan pages do; what is told of others must be traceable all the same.",
    caps: &[
        (&signals::anonymous_sources::SIGNAL, 16.0),
        (&signals::attribution_chains::SIGNAL, 20.0),
        (&signals::sourcing::SIGNAL, 0.0),
        (&signals::editorializing::SIGNAL, 12.0),
        (&signals::headline::SIGNAL, 14.0),
        (&signals::boilerplate::SIGNAL, 8.0),
        (&signals::inserted_text::SIGNAL, 30.0),
    ],
    rates: &[Rates {
        signal: signals::editorializing::SIGNAL.id,
        usual: 0.014,
        extreme: 0.03,
        origin: "the median of articles labelled hyperpartisan (SemEval-2019); the upper end by hand",
    }],
    genres: &[Genre::Opinion],
};

static PRESS_RELEASE: Prices = Prices {
    name: "press-release",
    summary: "a statement of an organisation about itself",
    why: "The issuer is the one source and says so, and the paragraph about the company is meant to recur; what a desk must take out \
          before it prints is praise.",
    caps: &[
        (&signals::anonymous_sources::SIGNAL, 10.0),
        (&signals::attribution_chains::SIGNAL, 10.0),
        (&signals::sourcing::SIGNAL, 4.0),
        (&signals::editorializing::SIGNAL, 46.0),
        (&signals::headline::SIGNAL, 14.0),
        (&signals::boilerplate::SIGNAL, 2.0),
        (&signals::inserted_text::SIGNAL, 14.0),
    ],
    rates: &[],
    genres: &[],
};

impl Preset {
    /// Every preset.
    pub const ALL: [Preset; 4] = [Preset::Wire, Preset::Feature, Preset::Opinion, Preset::PressRelease];

    fn prices(self) -> &'static Prices {
        match self {
            Preset::Wire => &WIRE,
            Preset::Feature => &FEATURE,
            Preset::Opinion => &OPINION,
            Preset::PressRelease => &PRESS_RELEASE,
        }
    }

    /// Its name in settings and on the command line: `press-release`.
    pub fn name(self) -> &'static str {
        self.prices().name
    }

    /// What kind of text it is for.
    pub fn summary(self) -> &'static str {
        self.prices().summary
    }

    /// Why its prices differ.
    pub fn why(self) -> &'static str {
        self.prices().why
    }

    /// The most each built-in signal can cost, in points; they sum to 100.
    pub fn caps(self) -> impl Iterator<Item = (&'static str, f64)> {
        self.prices().caps.iter().map(|(signal, cap)| (signal.id, *cap))
    }

    /// The rates that differ from the signals' own.
    pub fn rates(self) -> &'static [Rates] {
        self.prices().rates
    }

    /// Whether it scores texts of a genre that the default prices give no score.
    pub fn accepts(self, genre: Genre) -> bool {
        self.prices().genres.contains(&genre)
    }
}

impl fmt::Display for Preset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Preset {
    type Err = Error;

    /// # Errors
    ///
    /// Names the nearest preset.
    fn from_str(name: &str) -> Result<Self, Error> {
        Preset::ALL.into_iter().find(|p| p.name() == name).ok_or_else(|| {
            let names = Preset::ALL.map(Preset::name);
            let hint = nearest(name, names).map_or(String::new(), |n| format!(", did you mean `{n}`?"));
            Error::settings(format!("no preset `{name}`{hint} (expected {})", names.join(", ")))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn caps_sum_to_a_hundred_and_rates_rise() {
        for preset in Preset::ALL {
            assert_eq!(preset.caps().map(|(_, cap)| cap).sum::<f64>(), 100.0, "{preset}");
            assert!(
                preset
                    .rates()
                    .iter()
                    .all(|r| r.usual < r.extreme && !r.origin.is_empty()),
                "{preset}"
            );
            let all = signals::ALL.iter().map(|s| s.id);
            assert!(
                preset.caps().map(|(id, _)| id).eq(all),
                "{preset} prices each signal once, in their order"
            );
        }
    }

    #[test]
    fn every_name_reads_back_and_a_slip_names_the_nearest() {
        for preset in Preset::ALL {
            assert_eq!(preset.name().parse(), Ok(preset));
        }
        let slip = "press_relase"
            .parse::<Preset>()
            .expect_err("no such preset")
            .to_string();
        assert!(
            slip.starts_with("no preset `press_relase`, did you mean `press-release`?"),
            "{slip}"
        );
        let far = "zzz".parse::<Preset>().expect_err("no such preset").to_string();
        assert_eq!(far, "no preset `zzz` (expected wire, feature, opinion, press-release)");
    }
}

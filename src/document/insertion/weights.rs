//! The features of a run, each with its weight, the median over ordinary paragraphs, and how it reads when it tells.

/// How much a feature weighs.
pub(super) struct Weight {
    pub(super) name: &'static str,
    pub(super) weight: f32,
    pub(super) usual: f32,
}

macro_rules! features {
    ($($field:ident: $weight:expr, usual $usual:expr, $name:literal;)*) => {
        /// One number a question.
        #[derive(Clone, Copy, Debug, Default, PartialEq)]
        pub(super) struct Features { $(pub(super) $field: f32,)* }

        const WEIGHTS: &[Weight] = &[$(Weight { name: $name, weight: $weight, usual: $usual },)*];

        impl Features {
            /// The values, each with its weight.
            pub(super) fn weighed(&self) -> impl Iterator<Item = (&'static Weight, f32)> {
                WEIGHTS.iter().zip([$(self.$field),*])
            }
        }
    };
}

features! {
    share: -10.88654, usual 0.10926, "its share of the article";
    quote_marks: 1.53601, usual -0.33452, "another keyboard's quote marks";
    rest_coverage: 4.79016, usual 0.47891, "how closely the other paragraphs hang together";
    apostrophes: 1.39205, usual -0.33452, "another keyboard's apostrophes";
    title_words: -0.31605, usual 0.0, "words of the headline in it";
    coverage_odds: -0.88114, usual -0.81216, "few words shared with the rest";
    keys: -0.42717, usual 3.0, "key words of the article in it";
    repeats_unshared: 0.4453, usual 0.40808, "words it repeats that stand nowhere else";
    coverage_odds_roots: -1.60227, usual -0.69599, "few words shared, related words counted half";
    names_shared: 0.45234, usual 1.38629, "names it shares";
    paragraph_size: -1.16124, usual 0.09415, "longer or shorter paragraphs than the rest";
    rare_words: -0.0811, usual 12.0, "rare words";
    length: -0.48973, usual 2.0, "paragraphs in the passage";
    names_new: 0.98313, usual 1.38629, "names found nowhere else";
    first: -2.92845, usual 0.0, "stands first";
    link_after: -4.08592, usual 0.08378, "the next paragraph does not take it up";
    full_names_new: -1.20378, usual std::f32::consts::LN_2, "full names found nowhere else";
    bridge: 0.54168, usual -0.30866, "the paragraphs around it follow each other without it";
    dashes: 2.15605, usual 0.0, "another keyboard's dashes";
    mister_new: 2.87294, usual 0.0, "courtesy titles in an article that has none";
    teaser: 4.29848, usual 0.0, "a headline over loose sentences";
    title_weight: 2.85035, usual 0.0, "weight of the headline's words";
    miss_2: 0.56285, usual 1.04447, "fairly common words found nowhere else";
    size: 0.46027, usual 3.63759, "its length";
    odds_by_size: -0.65546, usual -0.38644, "few words shared for its length";
    sentences: -0.18799, usual 4.0, "its sentences";
    coverage_rank: 0.0415, usual 0.16667, "its place among the paragraphs by what they share";
    stop_words: 4.94816, usual 0.56115, "its share of function words";
    hit_0: -1.57442, usual 0.20851, "very common words shared";
    shared_once: 4.90734, usual 0.11594, "words shared with one paragraph only";
    miss_0: 1.37024, usual 0.1715, "very common words found nowhere else";
    last: -1.88179, usual 0.0, "stands last";
    near: -4.51327, usual 0.16353, "few words shared with its neighbours";
    sources_unmet: 1.71423, usual 0.0, "people quoted without being introduced";
    open_lines: -0.65096, usual 0.0, "lines without a closing mark";
    paragraph_size_off: 0.99112, usual 0.22378, "paragraphs of another size";
    miss_1: 0.72082, usual 0.54772, "common words found nowhere else";
    near_after: 1.01361, usual 0.05734, "words shared with the next paragraph";
    she_new: 1.39013, usual 0.0, "a \"she\" in an article that has none";
    he_goes_on: -1.33216, usual 0.0, "a pronoun that goes on with a known person";
    he_new: 1.21395, usual 0.0, "a \"he\" in an article that has none";
    telling_odds: -0.13287, usual -0.97223, "few telling words shared";
    hit_4: 0.04749, usual 0.22361, "rarest words shared";
    blocks: -0.02733, usual 20.0, "paragraphs in the article";
    known_names: -0.44969, usual 1.60944, "names the article knows";
}

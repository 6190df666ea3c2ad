//! The weights of the facts, and how each reads when it speaks for furniture.
//!
//! Fitted by logistic regression over these facts, each pass on what the one before made of the page; rounded to two digits. The
//! pages are the 371 of `lines_news` and the 567 of `lines_web`, at most 120 lines of each and both sets weighing the same. Nothing
//! here knows a word. In five-fold cross-validation by site a tree ensemble over the same facts did no better.

/// One fact: its weight in the last of the three passes, what it is in a usual line, and how it reads when it speaks for furniture.
pub(super) struct Fact {
    pub(super) settled: f32,
    /// What it is in a usual line of a story: a fact counts by how far a line is from this.
    pub(super) usual: f32,
    /// Said when the fact pushes a line towards furniture.
    pub(super) says: &'static str,
}

/// A group of facts from one list, each named once: the fields that a line's values are kept in, and their weights.
macro_rules! facts {
    ($(#[$doc:meta])* $group:ident {
        $($name:ident: [$alone:literal, $placed:literal, $settled:literal], usual $usual:literal, $says:literal;)*
    }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default)]
        pub(super) struct $group {
            $(pub(super) $name: f32,)*
        }

        impl $group {
            /// The weights, in the order of the values.
            pub(super) const WEIGHTS: &[Fact] = &[
                $(Fact { settled: $settled, usual: $usual, says: $says },)*
            ];

            /// The values, each with its weight.
            pub(super) fn weighed(&self) -> impl Iterator<Item = (f32, &'static Fact)> {
                [$(self.$name),*].into_iter().zip($group::WEIGHTS)
            }

            /// Adds every value, weighed as in a pass (0 to 2), to a sum.
            pub(super) fn add<const PASS: usize>(&self, sum: f32) -> f32 {
                sum $(+ self.$name * [$alone, $placed, $settled][PASS])*
            }
        }
    };
}

/// Log-odds of furniture when no fact holds: alone, in place, and in place again.
pub(super) const BIAS: [f32; 3] = [1.83, -3.46, -2.34];

facts! {
    /// What a line is by itself.
    Alone {
        wordless: [1.78, 2.02, 1.76], usual 0.00, "no word in it";
        words_3: [-0.96, -0.21, -0.28], usual 0.98, "only a few words";
        words_10: [0.83, 1.18, 0.99], usual 0.84, "short for a paragraph";
        words_30: [-0.50, -0.65, -0.64], usual 0.64, "";
        words_70: [-0.49, -0.66, -0.55], usual 0.29, "";
        stop: [-0.91, -0.86, -0.94], usual 0.75, "no closing stop";
        sentence: [-0.51, 0.40, -0.29], usual 0.70, "not a full sentence";
        label: [1.63, 0.84, 0.64], usual 0.00, "the whole line is a page label";
        opener: [0.84, 0.35, 0.40], usual 0.02, "opens like a link";
        phrases: [1.32, 0.29, 0.28], usual 0.02, "a phrase of sign-up and share boxes";
        page_words: [2.04, 1.59, 1.53], usual 0.02, "words of a page, not of a story";
        page_words_4: [0.89, 0.76, 0.78], usual 0.17, "words of a page, not of a story";
        imperative: [0.98, 1.46, 1.45], usual 0.01, "opens by telling the reader to do something";
        function: [-1.50, -0.76, -0.97], usual 0.37, "few of the small words that prose has";
        quote: [-0.59, -0.46, -0.37], usual 0.24, "";
        colon: [-1.61, -0.95, -0.95], usual 0.01, "";
        commas: [-0.59, -0.38, -0.31], usual 0.48, "";
        networks: [1.58, 0.56, 0.69], usual 0.00, "names of networks";
        capitals: [0.32, 0.44, 0.38], usual 0.23, "capitals like a headline";
        shared: [-1.64, -0.95, -0.69], usual 0.53, "its words are not in the story";
        shared_often: [-0.83, -0.66, -0.63], usual 0.26, "its words are not in the story";
        shared_8: [-1.17, 0.15, 0.05], usual 0.73, "its words are not in the story";
        list: [-1.75, -0.71, -0.72], usual 0.02, "";
        numbers: [-0.26, 0.66, 0.62], usual 0.03, "numbers";
    }
}

facts! {
    /// How a line stands among the others, whatever these turn out to be.
    Standing {
        head: [0.00, 0.54, 0.37], usual 0.07, "before the story begins";
        tail: [0.00, 0.90, 0.01], usual 0.09, "after the story ends";
        below_label: [0.00, 0.60, 0.28], usual 0.13, "below a page label";
        run_at_head: [0.00, 1.84, 0.49], usual 0.00, "before the story begins";
        run_at_tail: [0.00, -0.80, -0.99], usual 0.02, "after the story ends";
        short_run: [0.00, 0.71, 0.45], usual 0.04, "in a run of short lines";
        sentence_beside: [0.00, -0.78, -0.73], usual 0.62, "no sentence beside it";
        sentence_in_run: [0.00, 0.78, 0.79], usual 0.03, "";
        sentences_least: [0.00, 0.71, 0.80], usual 0.37, "";
        sentences_most: [0.00, 1.06, 1.19], usual 0.64, "";
        between: [0.00, -0.40, -0.39], usual 0.41, "";
        shared_beside: [0.00, -0.50, -0.36], usual 0.09, "";
        headline_at_head: [0.00, -1.05, -0.68], usual 0.00, "";
        middle: [0.00, -0.38, -0.57], usual 0.89, "";
    }
}

facts! {
    /// What the lines around turned out to be in the pass before.
    Around {
        above: [0.00, 0.32, 0.49], usual 0.15, "the line above is page text";
        below: [0.00, 0.30, 0.55], usual 0.15, "the line below is page text";
        below_3: [0.00, 0.61, 0.37], usual 0.19, "among page text";
        above_8: [0.00, 1.37, 1.05], usual 0.24, "among page text";
        below_8: [0.00, -0.25, 0.36], usual 0.26, "among page text";
        least_8: [0.00, 1.73, 1.56], usual 0.12, "page text above and below";
        most_8: [0.00, -0.61, -0.15], usual 0.38, "among page text";
        least_1: [0.00, 0.35, 0.39], usual 0.06, "page text above and below";
        behind_block: [0.00, 0.04, 0.57], usual 0.01, "after the story ends";
        before_block: [0.00, 1.18, 1.02], usual 0.01, "before the story begins";
        last_bit: [0.00, 0.61, 0.10], usual 0.06, "after the story ends";
        last_part: [0.00, 1.07, 1.24], usual 0.10, "after the story ends";
        alike_look: [0.00, 0.64, 1.30], usual -0.16, "lines made like it are page text";
        alike: [0.00, -0.83, -0.27], usual 0.22, "";
        entries: [0.00, -0.72, -0.27], usual 0.35, "";
        run: [0.00, 1.47, 1.77], usual 0.43, "in a run of page text";
        run_labels: [0.00, 0.98, 0.48], usual 0.04, "beside page labels";
        run_length: [0.00, -1.91, -1.87], usual -0.03, "";
        page: [0.00, -3.16, -2.82], usual 0.21, "";
        prose: [0.00, 1.82, 0.77], usual 0.78, "";
        story: [0.00, -0.10, -0.38], usual 0.55, "its words are not in the story";
        story_5: [0.00, -0.61, -0.65], usual 0.49, "its words are not in the story";
        at_tail: [0.00, -0.21, -0.71], usual 0.06, "";
        at_head: [0.00, -0.46, -1.06], usual 0.04, "";
        in_block: [0.00, -0.78, 0.01], usual 0.70, "not in the body of the story";
        between_short: [0.00, -0.01, -0.75], usual 0.02, "";
    }
}

//! Time expressions: "Monday", "last week", "early on Tuesday", "in 2010".

use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::Tag;
use crate::document::english::words::{flag, usage};

impl SentenceView<'_> {
    /// Whether a time expression begins at this token ("Monday", "last week", "early Tuesday", "two days").
    pub(crate) fn is_time(&self, at: usize) -> bool {
        self.time_end(at) > at
    }

    /// One past the time expression that starts at `at`.
    pub(crate) fn time_end(&self, at: usize) -> usize {
        let mut i = at;
        let mut seen = false;
        while i < self.to && i < at + 6 {
            let tag = self.tags[i];
            let unit = tag == Tag::Time || self.is(i, flag::PERIOD) && !self.words.tokens[i].is_capital();
            let opens = !seen && (tag == Tag::Number || self.does(i, usage::BEFORE_TIME));
            let follows = seen
                && (tag == Tag::Number && self.tags[i - 1] == Tag::Time
                    || matches!(self.word(i), "ago" | "earlier" | "later"));
            let year = seen && tag == Tag::Comma && self.tag(i + 1) == Tag::Number && self.tags[i - 1] == Tag::Number;
            if !(unit || opens || follows || year) {
                break;
            }
            seen |= unit;
            i += if year { 2 } else { 1 };
        }
        if seen { i } else { at }
    }

    /// The token before the time expression that ends with `last` (its preposition included); `last` when there is none.
    pub(crate) fn skip_time_left(&self, last: usize) -> Option<usize> {
        let mut i = last;
        let mut seen = false;
        loop {
            let tag = self.tag(i);
            if tag == Tag::Time || self.is(i, flag::PERIOD) && tag == Tag::Noun {
                seen = true;
            } else if !(tag == Tag::Number && (seen || self.before(i) == Tag::Time)
                || seen && self.does(i, usage::BEFORE_TIME)
                || !seen
                    && matches!(self.word(i), "ago" | "earlier" | "later")
                    && (self.is(i.wrapping_sub(1), flag::PERIOD)))
            {
                break;
            }
            if i == self.from {
                return seen.then_some(i);
            }
            i -= 1;
        }
        if !seen {
            // "who in 2010 said"
            let year = self.tag(last) == Tag::Number
                && self.word(last).len() == 4
                && matches!(self.word(last.wrapping_sub(1)), "in" | "since")
                && last >= self.from + 2;
            return year.then(|| last - 2);
        }
        if self.tag(i) == Tag::Preposition && i > self.from {
            i -= 1;
        }
        Some(i)
    }
}

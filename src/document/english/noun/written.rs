//! How an article writes its words: what a capital tells, and whether a name that nothing introduces is somebody's or something's.
//!
//! Somebody has an age, a "Mr", a "who" and a "her" behind the name; something stands behind "the" or "at", has a "which" and an "its",
//! and may be spelled with a capital inside. What the whole page shows of a name is added up, so one odd place decides nothing alone.

use crate::document::english::lexis::fact::source::Class;
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary};

/// What the page shows of one distinct word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written {
    /// With a capital that no sentence start explains.
    pub(crate) midway: bool,
    /// Without a capital.
    pub(crate) lower: bool,
    /// How often the name that ends in it stands as a thing's (above zero) or as a person's (below).
    leans: i8,
    /// It stands behind "in" or "near".
    place: bool,
    /// It stands behind "according to".
    cited: bool,
}

impl Written {
    /// Whether the page treats the name that ends in the word as a body's or a place's: `at Gridwell`, `the Orvani said`, `Gridwell
    /// raised its prices`.
    pub(crate) fn is_thing(self) -> bool {
        self.leans > 0
    }

    /// Whether it can be what "the company" means: a thing, and no place that is only lived in.
    pub(crate) fn is_business(self) -> bool {
        self.is_thing() && !self.place
    }

    /// Whether a lone name of which nothing else is shown is one that figures are taken from: `according to Gridwise`.
    pub(crate) fn is_cited(self) -> bool {
        self.cited && self.leans == 0
    }

    /// The same of a person: `Mr Orvik`, `Orvik, 45,`, `Orvik packed her bag`.
    pub(crate) fn is_somebody(self) -> bool {
        self.leans < 0
    }
}

/// How far behind a name "its" or "her" still means it, in tokens.
const NEAR: usize = 3;
/// The longest run of capitals that is one name.
const NAME: usize = 5;

/// Reads the whole page once; the answer holds every distinct word.
pub(crate) fn read(text: &str, tokens: &[Token], vocabulary: &Vocabulary, classes: &[(Class, u64)]) -> Vec<Written> {
    let page = Signs {
        text,
        tokens,
        vocabulary,
        classes,
    };
    let mut written = vec![Written::default(); vocabulary.len()];
    // The name that the sentence before began with.
    let mut subject: Option<usize> = None;
    for (at, token) in tokens.iter().enumerate() {
        let Some(seen) = written.get_mut(token.word.0 as usize) else {
            continue;
        };
        seen.lower |= token.case == Case::Lower;
        if !token.is_capital() {
            continue;
        }
        let business = page.is(at, Class::DEFINITE) && page.is(at + 1, Class::FIRM) && !page.capital(at + 1);
        if business && let Some(seen) = subject.and_then(|s| written.get_mut(s)) {
            seen.leans = seen.leans.saturating_add(1);
        }
        let Some(seen) = written.get_mut(token.word.0 as usize) else {
            continue;
        };
        // Behind a word in lower case on the same line a capital is the word's own.
        let before = at.checked_sub(1).and_then(|b| tokens.get(b));
        let midway = before.is_some_and(|b| {
            b.case == Case::Lower && b.end + 1 == token.start && text.as_bytes().get(b.end as usize) != Some(&b'\n')
        });
        seen.midway |= midway;
        if !page.runs_on(at) {
            seen.leans = seen.leans.saturating_add(page.leans(at));
            seen.place |= before.is_some_and(|b| matches!(vocabulary.word(b.word), "in" | "near"));
            seen.cited |= at > 1 && page.word(at - 1) == "to" && page.word(at - 2) == "according";
            if before.is_none_or(|b| b.kind == TokenKind::Punct) {
                subject = Some(token.word.0 as usize);
            }
        }
    }
    written
}

struct Signs<'a> {
    text: &'a str,
    tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    classes: &'a [(Class, u64)],
}

impl Signs<'_> {
    fn capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(Token::is_capital)
    }

    /// Whether another capital follows on the same line.
    fn runs_on(&self, at: usize) -> bool {
        let (Some(token), Some(next)) = (self.tokens.get(at), self.tokens.get(at + 1)) else {
            return false;
        };
        let gap = self.text.as_bytes().get(token.end as usize..next.start as usize);
        next.is_capital() && !gap.unwrap_or_default().contains(&b'\n')
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |t| self.vocabulary.word(t.word))
    }

    fn is(&self, at: usize, class: Class) -> bool {
        let known = |t: &Token| self.classes.get(t.word.0 as usize);
        self.tokens.get(at).and_then(known).is_some_and(|(c, _)| c.is(class))
    }

    /// What one place tells of the name whose last word stands there.
    fn leans(&self, last: usize) -> i8 {
        let mut first = last;
        let joins = |at: usize| self.capital(at) && self.runs_on(at) && !self.is(at, Class::DEFINITE);
        while first > 0 && last - first < NAME && joins(first - 1) {
            first -= 1;
        }
        let before = first.checked_sub(1);
        let titled =
            first < last && self.is(last - 1, Class::TITLE) || before.is_some_and(|b| self.is(b, Class::TITLE));
        self.spelled(last) + self.placed(before, last + 1) + self.followed(last + 1) - 2 * i8::from(titled)
    }

    /// `at Gridwell`, `the Orvani said`; not `the Roe campaign`, `in Roe's house`.
    fn placed(&self, before: Option<usize>, next: usize) -> i8 {
        let ends = self.tokens.get(next).is_none_or(|t| {
            t.kind == TokenKind::Punct || self.is(next, Class::FUNCTION.or(Class::SAYING)) && self.word(next) != "'s"
        });
        let where_at = |b: usize| matches!(self.word(b), "the" | "at" | "in" | "inside" | "via");
        i8::from(ends && before.is_some_and(where_at))
    }

    /// What stands right behind: an age, a relative, a pronoun that means it.
    fn followed(&self, next: usize) -> i8 {
        let comma = usize::from(self.word(next) == ",");
        let aged = |t: &Token| t.kind == TokenKind::Number && t.end - t.start <= 2;
        if comma == 1 && self.tokens.get(next + 1).is_some_and(aged) && self.word(next + 2) == "," {
            return -2;
        }
        match self.word(next + comma) {
            "who" | "whose" => return -2,
            "which" => return 1,
            _ => {}
        }
        let mut near =
            (next..next + NEAR).take_while(|i| self.tokens.get(*i).is_some_and(|t| t.kind == TokenKind::Word));
        near.find_map(|i| match self.word(i) {
            "its" | "itself" => Some(1),
            "he" | "she" | "his" | "her" => Some(-1),
            _ => None,
        })
        .unwrap_or(0)
    }

    /// `GridWell`; not `McRoe`, `DeRoe`.
    fn spelled(&self, at: usize) -> i8 {
        let Some(token) = self.tokens.get(at).filter(|t| t.case == Case::Mixed) else {
            return 0;
        };
        let word = self
            .text
            .get(token.start as usize..token.end as usize)
            .unwrap_or_default();
        let inner = word
            .as_bytes()
            .windows(2)
            .position(|w| w[0].is_ascii_lowercase() && w[1].is_ascii_uppercase());
        let person = |head: &str| matches!(head, "Mac" | "Van" | "Von" | "Fitz");
        i8::from(inner.is_some_and(|i| i >= 2 && !person(&word[..=i]))) * 2
    }
}

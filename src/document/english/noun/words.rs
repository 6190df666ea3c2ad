//! One-word classes, joined once per distinct word of an article.

use crate::document::english::lexis::fact::Layer;
pub(crate) use crate::document::english::lexis::fact::source::Class;
pub(crate) use crate::document::english::lexis::fact::usage;
use crate::document::english::lexis::{self, Facts, lexis};
use crate::document::english::noun::written::{self, Written};
use crate::document::english::words::{self as english, flag};
use crate::document::page::token::{Case, Token, TokenKind, Vocabulary};
use crate::text::known::Memo;
use crate::text::span::Span;

impl Class {
    /// Builds sentences: "when", "in", "but", "would". This and the two below are told by the tagger's table.
    pub(crate) const FUNCTION: Class = Class(1 << 61);
    /// Has a meaning of its own that is no name: "recent", "message".
    pub(crate) const COMMON: Class = Class(1 << 62);
    /// A stretch or point of time: "year", "Monday".
    pub(crate) const TIME: Class = Class(1 << 63);
    /// A mark behind which a capital tells nothing.
    const OPENS: Class = Class(1 << 59);
    /// A quote mark.
    const QUOTES: Class = Class(1 << 58);
    /// What a word is beside its part in a source phrase.
    const BESIDE: Class = Class::FUNCTION
        .or(Class::OPENS)
        .or(Class::QUOTES)
        .or(Class::COMMON)
        .or(Class::TIME)
        .or(Class::MAN)
        .or(Class::WOMAN)
        .or(Class::ACCESS)
        .or(Class::TOOK_PART)
        .or(Class::NEAR)
        .or(Class::COLLECTED)
        .or(Class::MANY);

    /// Any of two sets.
    pub(crate) const fn or(self, other: Class) -> Class {
        Class(self.0 | other.0)
    }

    /// Whether the word is in any class of `other`.
    pub(crate) const fn is(self, other: Class) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the word plays no listed part in a source phrase.
    pub(crate) const fn is_empty(self) -> bool {
        self.0 & !Class::BESIDE.0 == 0
    }
}

/// People by what they do.
pub(crate) const PEOPLE: Class = Class::SOURCE
    .or(Class::INSIDER)
    .or(Class::ROLE)
    .or(Class::PERSON)
    .or(Class::GROUP)
    .or(Class::COUNSEL)
    .or(Class::SPOKES);

/// Words that point a phrase at what it names.
pub(crate) const DETERMINER: Class = Class::DEFINITE
    .or(Class::INDEFINITE)
    .or(Class::POSSESSIVE)
    .or(Class::DEMONSTRATIVE);

/// Words that can only be the head of a phrase of their own.
pub(crate) const HEAD: Class = PEOPLE
    .or(Class::KIN)
    .or(Class::OFFICE)
    .or(Class::HOLDER)
    .or(Class::INSTITUTION)
    .or(Class::OUTLET)
    .or(Class::DOCUMENT)
    .or(Class::THING);

fn classify(word: &str, facts: &Facts) -> (Class, u64) {
    let mut class = Class(facts.of(Layer::Source));
    // `I'm`, `they've`: the pronoun.
    if let Some((stem, "m" | "re" | "ve" | "ll" | "d")) = word.split_once('\'') {
        let stem = listed(stem);
        if class.is_empty() && stem.is(Class::PRONOUN) {
            class = stem;
        }
    }
    let known = english::WordParts::of(word, facts);
    if known.is(FUNCTION) {
        class = class.or(Class::FUNCTION);
    }
    if known.is(COMMON) {
        class = class.or(Class::COMMON);
    }
    if known.is(TIME) {
        class = class.or(Class::TIME);
    }
    if matches!(word, "\"" | "'") {
        class = class.or(Class::QUOTES);
    }
    if matches!(
        word,
        "." | "!" | "?" | "…" | "\"" | "'" | ":" | "—" | "(" | "[" | "•" | "*" | "|" | "-" | ";" | "/"
    ) {
        class = class.or(Class::OPENS);
    }
    (class, facts.of(Layer::Usage))
}

/// Whether a folded word takes any of these parts in one construction.
pub(crate) fn takes(word: &str, usages: u64) -> bool {
    lexis().facts(word).of(Layer::Usage) & usages != 0
}

const FUNCTION: u64 = flag::DETERMINER
    | flag::POSSESSIVE
    | flag::PRONOUN
    | flag::OBJECT
    | flag::INDEFINITE
    | flag::RELATIVE
    | flag::QUESTION
    | flag::BE
    | flag::HAVE
    | flag::DO
    | flag::MODAL
    | flag::FUSED
    | flag::NOT
    | flag::TO
    | flag::PREPOSITION
    | flag::COORDINATOR
    | flag::SUBORDINATOR
    | flag::ADVERB;
const COMMON: u64 = flag::VERB | flag::ADJECTIVE | flag::NOUN | flag::PERSON | flag::ORGANISATION | flag::DOCUMENT;
const TIME: u64 = flag::TIME | flag::MONTH | flag::PERIOD;

/// What the table alone says of one folded word.
pub(crate) fn listed(word: &str) -> Class {
    Class(lexis().facts(word).of(Layer::Source))
}

/// The classes of all distinct words of an article and the parts each takes in one construction, by word id.
fn classes(vocabulary: &Vocabulary) -> Vec<(Class, u64)> {
    static CLASSES: Memo<(Class, u64)> = Memo::new();
    lexis::recall(vocabulary, &CLASSES, classify)
}

/// The article's tokens with the classes of their words.
pub(crate) struct Words<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    vocabulary: &'a Vocabulary,
    classes: Vec<(Class, u64)>,
    /// How the article writes each distinct word.
    written: Vec<Written>,
}

impl<'a> Words<'a> {
    pub(crate) fn new(text: &'a str, tokens: &'a [Token], vocabulary: &'a Vocabulary) -> Self {
        let classes = classes(vocabulary);
        Words {
            text,
            tokens,
            vocabulary,
            written: written::read(text, tokens, vocabulary, &classes),
            classes,
        }
    }

    pub(crate) fn vocabulary(&self) -> &'a Vocabulary {
        self.vocabulary
    }

    /// Number of tokens.
    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    /// How the article writes the word of a token.
    pub(crate) fn written(&self, i: usize) -> Written {
        let seen = self.tokens.get(i).and_then(|t| self.written.get(t.word.0 as usize));
        seen.copied().unwrap_or_default()
    }

    /// The classes of a token's word; none past the end.
    #[inline]
    pub(crate) fn class(&self, i: usize) -> Class {
        self.known(i).0
    }

    /// Whether a token's word takes any of these parts in one construction.
    pub(crate) fn does(&self, i: usize, usages: u64) -> bool {
        self.known(i).1 & usages != 0
    }

    fn known(&self, i: usize) -> (Class, u64) {
        let word = self.tokens.get(i).and_then(|t| self.classes.get(t.word.0 as usize));
        word.copied().unwrap_or_default()
    }

    /// Whether a token's word is of any of these classes.
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.class(i).is(class)
    }

    /// The folded word of a token; empty past the end.
    #[inline]
    pub(crate) fn word(&self, i: usize) -> &'a str {
        self.tokens.get(i).map_or("", |t| self.vocabulary.word(t.word))
    }

    #[inline]
    pub(crate) fn kind(&self, i: usize) -> Option<TokenKind> {
        self.tokens.get(i).map(|t| t.kind)
    }

    pub(crate) fn is_word(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Word)
    }

    #[inline]
    pub(crate) fn is_mark(&self, i: usize, marks: &[&str]) -> bool {
        if !matches!(self.kind(i), Some(TokenKind::Punct | TokenKind::Quote)) {
            return false;
        }
        // A mark is one to three bytes: they are compared where they stand.
        let word = self.word(i).as_bytes();
        let same = |mark: &&str| mark.len() == word.len() && mark.bytes().eq(word.iter().copied());
        marks.iter().any(same)
    }

    /// Whether a token is a word that begins with a capital.
    pub(crate) fn is_capital(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(Token::is_capital)
    }

    pub(crate) fn is_upper(&self, i: usize) -> bool {
        self.tokens
            .get(i)
            .is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Upper)
    }

    /// Whether the capital of a token says nothing, because a sentence, a line or a quotation begins there.
    pub(crate) fn is_opening(&self, i: usize) -> bool {
        let before = i.wrapping_sub(1);
        let mark = matches!(self.kind(before), Some(TokenKind::Punct | TokenKind::Quote));
        if mark && self.is(before, Class::QUOTES) {
            // Behind a closing mark a capital says as much as anywhere, unless the quotation ended its sentence: `…." Witnesses said`.
            let ended = i >= 2 && self.is_mark(i - 2, &[".", "…"]);
            return self.touches(i) || ended || self.breaks_before(i);
        }
        i == 0 || mark && self.is(before, Class::OPENS) || self.breaks_before(i)
    }

    /// Whether nothing stands between a token and the one before it.
    fn touches(&self, i: usize) -> bool {
        let before = i.checked_sub(1).and_then(|p| self.tokens.get(p));
        match (before, self.tokens.get(i)) {
            (Some(a), Some(b)) => a.end == b.start,
            _ => true,
        }
    }

    /// Whether a line ends between a token and the one before it.
    pub(crate) fn breaks_before(&self, i: usize) -> bool {
        let (Some(a), Some(b)) = (i.checked_sub(1).and_then(|p| self.tokens.get(p)), self.tokens.get(i)) else {
            return true;
        };
        self.text
            .as_bytes()
            .get(a.end as usize..b.start as usize)
            .is_some_and(|gap| gap.contains(&b'\n'))
    }

    /// Whether a token is part of a proper name: a capital that no sentence start explains.
    pub(crate) fn is_proper(&self, i: usize) -> bool {
        if !self.is_capital(i) || self.word(i) == "i" || self.word(i).starts_with("i'") {
            return false;
        }
        let class = self.class(i);
        // `Bill Roe`, `Capt. Will Roe`; not `Will Roe come?`
        let asks = class.is(Class::FUNCTION) && self.is_opening(i);
        if class.is(Class::MAN.or(Class::WOMAN)) && !asks && self.is_capital(i + 1) && !self.breaks_before(i + 1) {
            return true;
        }
        if self.is_upper(i) && self.word(i).chars().count() > 1 && !class.is(Class::DEFINITE.or(Class::INDEFINITE)) {
            return !(class.is(Class::FUNCTION) && self.shouts(i));
        }
        !self.is_opening(i) || self.opens_as_name(i, class)
    }

    /// Whether a capital that a sentence start explains is a name's all the same: the rest of the article tells.
    fn opens_as_name(&self, i: usize, class: Class) -> bool {
        let written = self.written(i);
        if class.is(Class::FUNCTION) || class.is(HEAD) {
            // `Will Roe`, `Bill`: never for what can be part of a title.
            let rank = Class::INSIDER
                .or(Class::GROUP)
                .or(Class::SPOKES)
                .or(Class::OFFICE)
                .or(Class::INSTITUTION)
                .or(Class::OUTLET)
                .or(Class::TITLE);
            return written.midway && !written.lower && !class.is(rank);
        }
        if class.is(Class::NATIONALITY
            .or(Class::PLACE)
            .or(Class::HOUSEHOLD)
            .or(Class::MAN)
            .or(Class::WOMAN))
        {
            return true;
        }
        if !class.is_empty() {
            return false;
        }
        if written.midway || written.lower {
            return written.midway && !(written.lower && class.is(Class::COMMON));
        }
        if class.is(Class::COMMON) {
            return self.is_capital(i + 1) && !self.breaks_before(i + 1);
        }
        // `Purchasers said`
        !["ers", "ors", "ists"].iter().any(|e| self.word(i).ends_with(e)) || self.is_capital(i + 1)
    }

    /// Whether a token stands among words that are all in capitals.
    pub(crate) fn shouts(&self, i: usize) -> bool {
        let near = (i.saturating_sub(3)..i + 4).filter(|k| self.is_word(*k) && self.word(*k).len() > 1);
        let (mut all, mut upper) = (0, 0);
        for k in near {
            all += 1;
            upper += usize::from(self.is_upper(k));
        }
        all >= 4 && upper == all
    }

    /// The bytes of a run of tokens.
    pub(crate) fn span(&self, first: usize, end: usize) -> Span {
        match (
            self.tokens.get(first),
            end.checked_sub(1).and_then(|l| self.tokens.get(l)),
        ) {
            (Some(a), Some(b)) => Span::new(a.start as usize, b.end as usize),
            _ => Span::default(),
        }
    }

    /// The tokens that begin inside a byte range.
    pub(crate) fn range(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.tokens.partition_point(|t| (t.start as usize) < span.start);
        let end = self.tokens.partition_point(|t| (t.start as usize) < span.end);
        first..end.max(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::page::line::split_lines;
    use crate::document::page::tokenize::tokenize;

    #[test]
    fn plurals_are_of_their_singulars_class() {
        let text = "the officials spokeswomen zebra";
        let (mut lines, _) = split_lines(text);
        let (_, vocabulary) = tokenize(text, &mut lines);
        let classes = classes(&vocabulary);
        assert!(classes[0].0.is(Class::DEFINITE) && classes[1].0.is(Class::INSIDER));
        assert!(classes[2].0.is(Class::SPOKES) && classes[3].0.is_empty());
    }
}

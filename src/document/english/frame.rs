//! The verb of a group that has a frame: what it can take by the lexis.

use crate::document::english::clause::Group;
use crate::document::english::phrase::SentenceView;
use crate::document::english::tag::Tag;
use crate::document::english::words::{WordParts, flag, frame, table};

/// A verb with its extent and frames.
pub(crate) struct FramedVerb {
    pub(crate) start: usize,
    /// One past its last token, with the words of a fixed phrase ("point out").
    pub(crate) end: usize,
    pub(crate) head: usize,
    pub(crate) frames: u64,
}

impl FramedVerb {
    /// The first verb of a group that has a frame: its first lexical one or its head.
    pub(crate) fn of(view: &SentenceView<'_>, group: &Group) -> Option<FramedVerb> {
        const VERBS: u64 = frame::SPEECH | frame::STANCE | frame::RAISE | frame::PASSIVE | frame::PHRASE;
        for head in [group.first(), group.head()] {
            let class = view.words.class(head);
            if !class.takes(VERBS) || !view.tag(head).is_verb() {
                continue;
            }
            if class.takes(frame::PHRASE)
                && let Some((length, frames)) = phrase(view, head, class)
                && (head == group.head() || view.tag(head + 1 + length) != Tag::To)
            {
                return Some(FramedVerb {
                    start: group.start(),
                    end: head + 1 + length,
                    head,
                    frames,
                });
            }
            let frames = class.frames & VERBS & !frame::PHRASE;
            // "wants to say": the first verb is the cue, the rest its content; "went on to say" has no frame of its own.
            let carrier = head == group.first() && group.first() != group.head();
            if frames == 0 || carrier && (frames & (frame::SPEECH | frame::STANCE) == 0 || view.is(head, flag::CARRIER))
            {
                continue;
            }
            let end = if head == group.head() { group.end() } else { head + 1 };
            return Some(FramedVerb {
                start: group.start(),
                end,
                head,
                frames,
            });
        }
        None
    }

    /// Has any of these frames.
    pub(crate) fn takes(&self, frames: u64) -> bool {
        self.frames & frames != 0
    }

    /// Tells, asks, says or is followed by quotation.
    pub(crate) fn says(&self) -> bool {
        self.takes(frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK)
    }

    /// Whether it wants this preposition.
    pub(crate) fn takes_preposition(&self, word: &str) -> bool {
        self.takes(by_preposition(word))
    }
}

/// The frames that a preposition fills.
pub(crate) fn by_preposition(word: &str) -> u64 {
    match word {
        "about" | "regarding" | "over" => frame::ABOUT | frame::STANCE_ABOUT,
        "of" => frame::OF | frame::STANCE_OF,
        "for" => frame::FOR | frame::STANCE_FOR,
        "against" => frame::AGAINST | frame::STANCE_AGAINST,
        "on" | "upon" => frame::ON | frame::STANCE_ON,
        "to" => frame::TO | frame::STANCE_TO,
        "at" => frame::AT,
        "with" => frame::WITH | frame::STANCE_WITH,
        "in" => frame::STANCE_IN,
        _ => 0,
    }
}

fn phrase(view: &SentenceView<'_>, head: usize, class: WordParts) -> Option<(usize, u64)> {
    table()
        .phrases(class.lemma)
        .iter()
        .find(|p| p.rest.iter().enumerate().all(|(i, w)| view.word(head + 1 + i) == *w))
        .map(|p| (p.rest.len(), p.frame))
}

//! Whether a relation is a statement: somebody said, wrote, showed or found it.
//!
//! What somebody plans, wants or believes is none. Neither is what somebody does with words or papers ("approved the levy", "filed a
//! suit", "allowed the sale"): the same verb says something where a clause or a quotation completes it ("allowed that it was late"), so
//! the frame that is filled decides. Nor is what is denied ("has not announced a date"), an object of a saying that has not happened
//! ("the board may announce a sale"), or a noun of saying without a clause that it holds ("the request for help"). Whose words stand
//! between marks has said them, whatever the verb.
//!
//! Blind spot: "critics would say that …" is read as said, as the clause is told in full.

use crate::document::attribution::draft::Draft;
use crate::document::attribution::{Act, CueKind, Form};
use crate::document::english::English;
use crate::document::english::clause::{Clause, Role, VerbForm};
use crate::document::english::frame::{FramedVerb, by_preposition};
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;
use crate::document::english::words::frame;

/// What a verb does with what completes it in this role, from this token on.
pub(super) fn kind_of(scene: &Scene<'_>, cue: &FramedVerb, role: Role, content: usize) -> CueKind {
    let view = &scene.view;
    let filled = match role {
        Role::That | Role::Bare => {
            frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE | frame::BARE | frame::STANCE_CLAUSE
        }
        Role::Infinitive => {
            frame::INFINITIVE | frame::TELL | frame::ASK | frame::STANCE_INFINITIVE | frame::STANCE_ORDER
        }
        Role::Object if view.before(content) == Tag::Preposition && content > cue.end => {
            by_preposition(view.word(content - 1))
        }
        // "reports on bells"
        Role::Object if view.tag(content) == Tag::Preposition => return CueKind::Stance,
        // "issued a warning", not "issued a permit"
        Role::Object if cue.takes(frame::LIGHT) && !cue.takes(frame::OBJECT) => {
            let noun = view.base_end(content).max(content + 1) - 1;
            let told = view.words.class(noun).takes(frame::NOUN_CLAUSE);
            return if told { CueKind::Speech } else { CueKind::Stance };
        }
        // "was written by Roe": what takes no object tells nothing of one.
        Role::Agent if !cue.takes(frame::OBJECT | frame::NAME) => return CueKind::Stance,
        Role::Object | Role::Agent => {
            frame::OBJECT | frame::NAME | frame::STANCE_OBJECT | frame::STANCE_NAME | frame::STANCE_ORDER
        }
        _ => frame::SPEECH | frame::STANCE,
    };
    let frames = cue.frames & filled;
    // A frame that the word does not have was filled by other means: the whole verb tells.
    let frames = if frames == 0 { cue.frames } else { frames };
    if frames & frame::SPEECH != 0 {
        CueKind::Speech
    } else {
        CueKind::Stance
    }
}

/// What a settled relation is.
pub(super) fn of(english: &English, draft: &Draft, form: Form) -> Act {
    let clause = || draft.clause.and_then(|id| english.clause(id));
    let stated = draft.no_comment
        || match draft.kind {
            CueKind::Stance => false,
            CueKind::Preposition | CueKind::Colon => true,
            CueKind::Speech | CueKind::Noun if form != Form::Indirect => true,
            CueKind::Speech => clause().is_none_or(|clause| is_told(&clause)),
            CueKind::Noun => draft.source.is_some() && holds_clause(english, draft),
        };
    if stated { Act::Statement } else { Act::Stance }
}

/// Whether the verb tells of a saying that happened, or gives in full what would be said.
fn is_told(clause: &Clause<'_>) -> bool {
    let clausal = |role| matches!(role, Role::That | Role::Bare | Role::Quotation);
    match clause.form() {
        VerbForm::Infinitive => false,
        _ if clause.is_negated() => false,
        _ if clause.is_modal() => clause.complement().is_some_and(|part| clausal(part.role)),
        _ => true,
    }
}

/// "the claim **that** the dam was safe"
fn holds_clause(english: &English, draft: &Draft) -> bool {
    let opens = |at: usize| english.tags.get(at) == Some(&Tag::That);
    draft.content.iter().any(|part| opens(part.start))
}

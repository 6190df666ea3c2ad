//! Whether a relation is a statement: somebody said, wrote, showed or found it.
//!
//! What somebody plans, wants or believes is none. Neither is an object of a saying that has not happened ("the board may announce a
//! sale", "is expected to discuss the levy"), nor a noun of saying without a clause that it holds ("the request for help"). Whose words
//! stand between marks has said them, whatever the verb.
//!
//! Blind spot: "critics would say that …" is read as said, as the clause is told in full.

use crate::document::attribution::draft::Draft;
use crate::document::attribution::{Act, CueKind, Form};
use crate::document::english::English;
use crate::document::english::clause::{Clause, Role, VerbForm};
use crate::document::english::tag::Tag;

/// What a settled relation is.
pub(super) fn of(english: &English, draft: &Draft, form: Form) -> Act {
    let stated = match draft.kind {
        CueKind::Stance => false,
        CueKind::Preposition | CueKind::Colon => true,
        CueKind::Speech | CueKind::Noun if form != Form::Indirect => true,
        CueKind::Speech => draft
            .clause
            .and_then(|id| english.clause(id))
            .is_none_or(|clause| is_told(&clause)),
        CueKind::Noun => draft.source.is_some() && holds_clause(english, draft),
    };
    if stated { Act::Statement } else { Act::Stance }
}

/// Whether the verb tells of a saying that happened, or gives in full what would be said.
fn is_told(clause: &Clause<'_>) -> bool {
    let clausal = |role| matches!(role, Role::That | Role::Bare | Role::Quotation);
    match clause.form() {
        VerbForm::Infinitive => false,
        _ if clause.is_modal() => clause.complement().is_some_and(|part| clausal(part.role)),
        _ => true,
    }
}

/// "the claim **that** the dam was safe"
fn holds_clause(english: &English, draft: &Draft) -> bool {
    let opens = |at: usize| english.tags.get(at) == Some(&Tag::That);
    draft.content.iter().any(|part| opens(part.start))
}

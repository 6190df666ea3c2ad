//! A quotation with its speaker's name below or behind it: `"We waited all night." — Isla Thorne, baker`.

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::Draft;
use crate::document::english::scene::Scene;
use crate::document::english::tag::Tag;

/// The longest name with its description, in tokens.
const LONGEST: usize = 14;
/// A quotation of fewer tokens with its marks is a title in a list.
const SHORTEST: usize = 7;

/// Proposes a relation where a line ends in a quotation, a dash and a name.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    let view = &scene.view;
    let Some(dash) = (view.from..view.to)
        .rev()
        .take(LONGEST)
        .find(|i| view.tag(*i) == Tag::Dash)
    else {
        return;
    };
    let Some(mark) = dash.checked_sub(1).filter(|mark| *mark >= scene.line_from) else {
        return;
    };
    let Some(quote) = scene.quote_range(mark).filter(|q| q.end == dash && q.len() >= SHORTEST) else {
        return;
    };
    let tokens = view.words.tokens;
    let mut end = view.to;
    while end > dash + 1 && view.tag(end - 1) == Tag::Stop {
        end -= 1;
    }
    let names = tokens.get(dash + 1).is_some_and(|t| t.is_capital())
        && (dash + 1..end).all(|i| {
            !matches!(
                view.tag(i),
                Tag::Finite | Tag::Auxiliary | Tag::Base | Tag::Pronoun | Tag::Quote | Tag::That | Tag::Semicolon
            )
        });
    // The line ends here.
    let last = tokens.get(view.to - 1).map_or(0, |t| t.end as usize);
    let next = tokens.get(view.to).map_or(view.words.text.len(), |t| t.start as usize);
    let ends = view.to >= tokens.len() || view.words.text.get(last..next).is_some_and(|gap| gap.contains('\n'));
    if !names || !ends || end <= dash + 1 {
        return;
    }
    let mut draft = Draft::new(scene, dash..dash + 1, dash, CueKind::Colon);
    draft.source = Some(dash + 1..end);
    draft.content = vec![quote];
    draft.trails = true;
    out.push(draft);
}

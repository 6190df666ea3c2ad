//! Relations whose cue is a verb.
//!
//! For each verb group with a cue at its head, the words behind it decide the frame: a quotation, a clause, an infinitive, a
//! preposition, an object; with nothing behind it, the content is what stands before ("…, she said").

use std::ops::Range;

use crate::document::attribution::CueKind;
use crate::document::attribution::draft::{Draft, Scene};
use crate::document::tag::Tag;
use crate::document::verb::{Group, GroupKind};
use crate::document::words::{Class, flag, frame, table};

/// Proposes a relation for every cue verb of the sentence.
pub(crate) fn propose(scene: &Scene<'_>, out: &mut Vec<Draft>) {
    for index in 0..scene.groups.len() {
        if let Some(draft) = relation(scene, index) {
            out.push(draft);
        }
    }
}

/// A cue with its extent and frames.
struct Cue {
    start: usize,
    end: usize,
    head: usize,
    frames: u64,
}

fn relation(scene: &Scene<'_>, index: usize) -> Option<Draft> {
    let clause = &scene.clause;
    let group = &scene.groups[index];
    let mut cue = cue_of(scene, group)?;
    let class = clause.words.class(cue.head);
    let quoted = scene.quote_at.get(cue.head).copied();

    if cue.frames & frame::RAISE != 0 {
        return raised(scene, group, &cue);
    }
    if group.passive || group.kind == GroupKind::Participle {
        return passive(scene, index, &cue, class);
    }
    let mut source = group.subject.clone();
    // A source outside the quotation the verb stands in is no source of it.
    if let Some(range) = &source
        && scene.quote_at.get(range.start).copied() != quoted
    {
        source = None;
    }
    let after = adjuncts(scene, &mut cue);
    let mut draft = Draft {
        source,
        cue: None,
        content: Vec::new(),
        kind: kind_of(cue.frames),
        head: cue.head,
        sentence: scene.sentence,
        no_comment: false,
        trails: false,
    };

    if draft.source.is_none()
        && matches!(group.kind, GroupKind::Finite)
        && let Some(found) = inverted(scene, group, &mut cue)
    {
        return Some(found);
    }
    if let Some(content) = complement(scene, index, &mut cue, after, &draft) {
        draft.content = vec![content];
    } else if let Some((content, cue_end)) = preceding(scene, group, &cue, after, draft.source.as_ref()) {
        cue.end = cue_end.max(cue.end);
        draft.content = content;
        draft.trails = true;
    } else {
        return None;
    }
    if draft.source.is_none()
        && group.kind == GroupKind::Finite
        && !draft.trails
        && clause.before(group.start) != Tag::Stop
    {
        // A finite verb whose subject we cannot see: keep it only when a quotation or "that" vouches for it.
        let vouched = draft
            .content
            .first()
            .is_some_and(|c| matches!(clause.tag(c.start), Tag::That | Tag::Quote));
        if !vouched {
            return None;
        }
    }
    if (cue.frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE) == 0
        || clause.tag(draft.content.first()?.start) != Tag::That
            && clause.tag(draft.content.first()?.start) != Tag::Quote)
        && !plausible(scene, draft.source.as_ref(), &cue, draft.trails)
    {
        return None;
    }
    draft.cue = Some(cue.start..cue.end);
    draft.no_comment = no_comment(scene, group, &cue, &draft);
    Some(draft)
}

/// Whether the source can hold an attitude or speak of an object.
fn plausible(scene: &Scene<'_>, source: Option<&Range<usize>>, cue: &Cue, trails: bool) -> bool {
    let clause = &scene.clause;
    let Some(source) = source else {
        return cue.frames & (frame::CLAUSE | frame::TELL) != 0;
    };
    let head = clause.head(source);
    let speech = cue.frames & (frame::CLAUSE | frame::TELL) != 0;
    match clause.tag(head) {
        Tag::Pronoun => {
            !matches!(
                clause.word(head),
                "it" | "this" | "that" | "these" | "what" | "something" | "nothing" | "everything" | "it's" | "that's"
            ) || speech && clause.word(head) == "it"
                || trails
        }
        Tag::Name | Tag::Relative | Tag::Number => true,
        _ => speech || clause.is(head, flag::PERSON | flag::ORGANISATION | flag::DOCUMENT | flag::PLURAL),
    }
}

fn kind_of(frames: u64) -> CueKind {
    if frames & frame::SPEECH != 0 {
        CueKind::Speech
    } else {
        CueKind::Stance
    }
}

fn cue_of(scene: &Scene<'_>, group: &Group) -> Option<Cue> {
    let clause = &scene.clause;
    for head in [group.first, group.head] {
        let class = clause.words.class(head);
        if class.frames & (frame::SPEECH | frame::STANCE | frame::RAISE | frame::PASSIVE | frame::PHRASE) == 0
            || !clause.tag(head).is_verb()
        {
            continue;
        }
        let mut frames = class.frames & !frame::NOUNS;
        let mut end = head + 1;
        if class.takes(frame::PHRASE) {
            if let Some((length, frame)) = phrase(scene, head, class) {
                return Some(Cue {
                    start: group.start,
                    end: head + 1 + length,
                    head,
                    frames: frame,
                });
            }
            frames &= !frame::PHRASE;
        }
        if head == group.first && group.first != group.head {
            // "wants to say": the first verb is the cue, the rest its content; "went on to say" has no frame of its own.
            if frames & (frame::SPEECH | frame::STANCE) == 0 {
                continue;
            }
        }
        if frames == 0 {
            continue;
        }
        if head == group.head {
            end = group.end;
        }
        return Some(Cue {
            start: group.start,
            end,
            head,
            frames,
        });
    }
    None
}

fn phrase(scene: &Scene<'_>, head: usize, class: Class) -> Option<(usize, u64)> {
    let clause = &scene.clause;
    table()
        .phrases(class.lemma)
        .iter()
        .find(|p| p.rest.iter().enumerate().all(|(i, w)| clause.word(head + 1 + i) == *w))
        .map(|p| (p.rest.len(), p.frame))
}

/// Skips what may stand between cue and content: adverbs, times, an addressee, the manner ("in a statement"). The manner joins
/// the cue. Returns the token behind.
fn adjuncts(scene: &Scene<'_>, cue: &mut Cue) -> usize {
    let clause = &scene.clause;
    let mut at = cue.end;
    let mut glued = true;
    for _ in 0..6 {
        let tag = clause.tag(at);
        if tag == Tag::Adverb
            && !matches!(clause.word(at), "so" | "there" | "here")
            && clause.tag(at + 1) != Tag::Adjective
        {
            at += 1;
            continue;
        }
        if tag == Tag::Comma && matches!(clause.tag(at + 1), Tag::Adverb) && clause.tag(at + 2) == Tag::Comma {
            at += 3;
            glued = false;
            continue;
        }
        let time = clause.time_end(at);
        if time > at
            && matches!(tag, Tag::Time) | matches!(clause.word(at), "last" | "this" | "earlier" | "late" | "early")
            && cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK) != 0
        {
            at = time;
            glued = false;
            continue;
        }
        if tag == Tag::Preposition
            && matches!(
                clause.word(at),
                "in" | "on"
                    | "at"
                    | "during"
                    | "to"
                    | "via"
                    | "through"
                    | "after"
                    | "before"
                    | "from"
                    | "by"
                    | "with"
                    | "for"
            )
            && cue.frames & (frame::CLAUSE | frame::QUOTE | frame::TELL) != 0
        {
            let time = clause.time_end(at + 1);
            if time > at + 1 {
                at = time;
                glued = false;
                continue;
            }
            let base = clause.base_end(at + 1);
            if base > at + 1 {
                let venue = (at + 1..base).any(|i| clause.is(i, flag::VENUE));
                let end = if venue { clause.end(at + 1).min(base + 8) } else { base };
                // A clause that begins with the same words ("said in Iowa he won") is left alone: the manner must end there.
                let follows = clause.tag(end);
                let ends = matches!(
                    follows,
                    Tag::Stop
                        | Tag::Comma
                        | Tag::That
                        | Tag::Colon
                        | Tag::Quote
                        | Tag::Preposition
                        | Tag::Time
                        | Tag::Dash
                        | Tag::Semicolon
                );
                let begins = venue && matches!(follows, Tag::Pronoun | Tag::Determiner | Tag::Name);
                if ends || begins {
                    if venue && glued && matches!(clause.word(at), "in" | "on" | "during" | "at" | "via" | "to") {
                        cue.end = end;
                    }
                    at = end;
                    glued = glued && venue;
                    continue;
                }
            }
        }
        break;
    }
    at
}

/// What stands behind the cue, when it can be content.
fn complement(scene: &Scene<'_>, index: usize, cue: &mut Cue, after: usize, draft: &Draft) -> Option<Range<usize>> {
    let clause = &scene.clause;
    let frames = cue.frames;
    let clausal = frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::STANCE_CLAUSE) != 0;
    let talks = frames & (frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE) != 0;
    let mut at = after;
    // ", that ...", ", \"...\""
    if clause.tag(at) == Tag::Comma && matches!(clause.tag(at + 1), Tag::Quote | Tag::That) && at + 1 < clause.to {
        at += 1;
    }
    match clause.tag(at) {
        Tag::Colon if talks => {
            cue.end = if at == cue.end { at + 1 } else { cue.end };
            return content_to_end(scene, at + 1);
        }
        Tag::Dash if talks && clause.tag(at + 1) == Tag::Quote => return content_to_end(scene, at + 1),
        Tag::Quote if talks || frames & (frame::OBJECT | frame::NAME) != 0 => return quoted(scene, at),
        Tag::That if clausal => return Some(at..clause_end(scene, index, at, cue)),
        Tag::Question if clausal => return Some(at..clause_end(scene, index, at, cue)),
        Tag::Comma | Tag::Stop | Tag::Semicolon => return None,
        _ => {}
    }
    // "told the paper (that) ..." and "asked the court to ..."
    if frames & (frame::TELL | frame::ASK) != 0
        && let Some(content) = addressed(scene, index, cue, at)
    {
        return Some(content);
    }
    // The preposition that the verb wants.
    if clause.tag(at) == Tag::Preposition {
        if let Some(bit) = preposition_frame(clause.word(at), frames) {
            let start = at + 1;
            let end = object_end(scene, start);
            if end > start {
                if kind_is_bare(bit, frames) || at == cue.end {
                    cue.end = at + 1;
                }
                return Some(start..end);
            }
        }
        if clause.word(at) == "as" && frames & frame::NAME != 0 {
            return None;
        }
        if frames & (frame::CLAUSE | frame::QUOTE | frame::TELL) == 0 {
            return None;
        }
    }
    let _ = draft;
    if clause.tag(at) == Tag::To || clause.tag(at) == Tag::Not && clause.tag(at + 1) == Tag::To {
        if frames & (frame::INFINITIVE | frame::STANCE_INFINITIVE) != 0 {
            return Some(at..infinitive_end(scene, at));
        }
        return None;
    }
    // A bare clause: a phrase and a finite verb behind it.
    if clausal && bare_clause(scene, at) {
        return Some(at..clause_end(scene, index, at, cue));
    }
    if frames & (frame::OBJECT | frame::NAME | frame::STANCE_OBJECT | frame::STANCE_NAME | frame::STANCE_ORDER) != 0 {
        let end = object_end(scene, at);
        if end > at {
            return Some(at..end);
        }
    }
    if frames & (frame::CLAUSE | frame::STANCE_CLAUSE) != 0 && clause.base_end(at) > at && frames & frame::QUOTE == 0 {
        let end = object_end(scene, at);
        if end > at {
            return Some(at..end);
        }
    }
    None
}

fn kind_is_bare(_bit: u64, _frames: u64) -> bool {
    false
}

fn preposition_frame(word: &str, frames: u64) -> Option<u64> {
    let wanted = match word {
        "about" | "regarding" | "over" => frame::ABOUT | frame::STANCE_ABOUT,
        "of" => frame::OF | frame::STANCE_OF,
        "for" => frame::FOR | frame::STANCE_FOR,
        "against" => frame::AGAINST | frame::STANCE_AGAINST,
        "on" | "upon" => frame::ON | frame::STANCE_ON,
        "to" => frame::TO | frame::STANCE_TO,
        "at" => frame::AT,
        "with" => frame::WITH | frame::STANCE_WITH,
        "in" => frame::IN | frame::STANCE_IN,
        _ => 0,
    };
    (wanted & frames != 0).then_some(wanted & frames)
}

/// "told CNN (that) …", "asked the court to …", "warned him against …"
fn addressed(scene: &Scene<'_>, index: usize, cue: &mut Cue, at: usize) -> Option<Range<usize>> {
    let clause = &scene.clause;
    let addressee = clause.base_end(at);
    if addressee == at {
        return None;
    }
    let mut end = clause.end(at);
    if end > addressee
        && clause.tag(addressee) == Tag::Preposition
        && matches!(clause.word(addressee), "in" | "on" | "at" | "about" | "for" | "to")
    {
        end = addressee;
    }
    // Adjuncts behind the addressee: "told CNN on Monday that", "told the paper in an interview".
    for _ in 0..4 {
        let time = clause.time_end(end);
        if time > end && clause.tag(end) != Tag::Determiner {
            end = time;
        } else if clause.tag(end) == Tag::Preposition
            && matches!(
                clause.word(end),
                "in" | "on" | "at" | "during" | "after" | "from" | "via"
            )
        {
            let time = clause.time_end(end + 1);
            let base = if time > end + 1 { time } else { clause.end(end + 1) };
            if base == end + 1 {
                break;
            }
            end = base;
        } else if clause.tag(end) == Tag::Adverb {
            end += 1;
        } else {
            break;
        }
    }
    let mut i = end;
    if clause.tag(i) == Tag::Comma {
        i += 1;
    }
    match clause.tag(i) {
        Tag::That | Tag::Question => Some(i..clause_end(scene, index, i, cue)),
        Tag::Quote => quoted(scene, i),
        Tag::Colon => content_to_end(scene, i + 1),
        Tag::To if i == end && cue.frames & (frame::ASK | frame::TELL) != 0 => Some(i..infinitive_end(scene, i)),
        Tag::Not if clause.tag(i + 1) == Tag::To && i == end => Some(i..infinitive_end(scene, i)),
        _ if clause.tag(addressee) == Tag::Preposition
            && preposition_frame(clause.word(addressee), cue.frames).is_some() =>
        {
            let start = addressee + 1;
            let stop = object_end(scene, start);
            (stop > start).then_some(start..stop)
        }
        _ if i == end && cue.frames & frame::TELL != 0 && bare_clause(scene, i) => {
            Some(i..clause_end(scene, index, i, cue))
        }
        _ => None,
    }
}

/// Whether a clause without "that" begins here: a phrase with a finite verb behind it.
fn bare_clause(scene: &Scene<'_>, at: usize) -> bool {
    let clause = &scene.clause;
    if matches!(clause.tag(at), Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::To) {
        return false;
    }
    if clause.tag(at) == Tag::Subordinator || matches!(clause.word(at), "there" | "there's" | "if" | "when") {
        return true;
    }
    scene.groups.iter().any(|g| {
        g.kind == GroupKind::Finite
            && g.start > at
            && g.start < at + 40
            && !g.relative
            && g.subject.as_ref().is_some_and(|s| s.start >= at && s.start < at + 25)
            && (at..g.start).all(|i| !matches!(clause.tag(i), Tag::Semicolon | Tag::Dash | Tag::Colon))
            && (clause.tag(at) == Tag::Preposition
                || g.subject.as_ref().is_some_and(|s| s.start == at)
                || !(at..g.subject.as_ref().map_or(at, |s| s.start)).any(|i| {
                    clause.tag(i).is_verb()
                        || clause.tag(i) == Tag::Comma && g.subject.as_ref().is_some_and(|s| s.start > i)
                }))
    }) || clause.tag(at) == Tag::Pronoun && clause.is(at, flag::FUSED)
}

/// The quotation that begins at this mark, with what follows it in the sentence when it is only part of the clause.
fn quoted(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let clause = &scene.clause;
    let range = scene.quote_range(at).filter(|r| r.start == at)?;
    if range.end >= clause.to {
        return Some(range);
    }
    // The quotation ends inside the sentence: `said "some" of them left`.
    let next = range.end;
    let last = clause.tag(next - 1 - usize::from(next >= 2 && clause.tag(next - 1) == Tag::Quote));
    if matches!(last, Tag::Comma | Tag::Stop) || matches!(clause.tag(next), Tag::Comma | Tag::Stop | Tag::Semicolon) {
        return Some(range);
    }
    if matches!(
        clause.tag(next),
        Tag::Subordinator | Tag::Preposition | Tag::Time | Tag::Dash | Tag::Gerund | Tag::Open
    ) && !matches!(clause.word(next), "of" | "to" | "for" | "with")
    {
        return Some(range);
    }
    Some(at..sentence_tail(scene, next))
}

/// The rest of the sentence, and of the quotation that begins in it.
fn content_to_end(scene: &Scene<'_>, at: usize) -> Option<Range<usize>> {
    let clause = &scene.clause;
    if at >= clause.to {
        return None;
    }
    if clause.tag(at) == Tag::Quote
        && let Some(range) = scene.quote_range(at)
    {
        return Some(at..range.end);
    }
    Some(at..trim(scene, clause.to, at))
}

/// One past the last token of the sentence that is not its stop; whole when a quotation crosses it.
fn sentence_tail(scene: &Scene<'_>, at: usize) -> usize {
    trim(scene, scene.clause.to, at)
}

/// Leaves the closing stop and comma out.
fn trim(scene: &Scene<'_>, end: usize, floor: usize) -> usize {
    let clause = &scene.clause;
    let mut end = end;
    if end > floor
        && let Some(range) = scene.quote_range(end - 1)
        && range.start >= floor
        && range.end >= end
    {
        return range.end;
    }
    while end > floor + 1
        && matches!(
            clause.tag(end - 1),
            Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Dash | Tag::Colon
        )
    {
        end -= 1;
    }
    end
}

/// Right edge of a clause that begins at `at`.
fn clause_end(scene: &Scene<'_>, index: usize, at: usize, cue: &Cue) -> usize {
    let clause = &scene.clause;
    let home = scene.quote_at.get(cue.head).copied();
    let mut bracket = 0;
    let mut i = at;
    while i < clause.to {
        if let Some(range) = scene.quote_range(i) {
            if scene.quote_at.get(i).copied() != home && range.end > i {
                if range.end >= clause.to {
                    return range.end.max(i + 1);
                }
                i = range.end;
                continue;
            }
        } else if home.is_some_and(|h| h != crate::document::attribution::draft::NONE) {
            // The cue stands in a quotation: its content ends with it.
            return trim(scene, i.saturating_sub(1).max(at + 1), at);
        }
        match clause.tag(i) {
            Tag::Open => bracket += 1,
            Tag::Close => {
                bracket -= 1;
                if bracket < 0 {
                    return trim(scene, i, at);
                }
            }
            Tag::Semicolon if bracket <= 0 => return trim(scene, i, at),
            Tag::Dash if bracket <= 0 && i > at + 2 && new_clause(scene, i + 1, at) => return trim(scene, i, at),
            Tag::Comma if bracket <= 0 && i > at + 1 && comma_ends(scene, index, i, at) => return trim(scene, i, at),
            Tag::Subordinator | Tag::Coordinator if i > at + 2 && bracket <= 0 && breaks_off(scene, index, i, at) => {
                return trim(scene, i, at);
            }
            Tag::Preposition if i > at + 1 && clause.word(i) == "according" => return trim(scene, i, at),
            _ => {}
        }
        i += 1;
    }
    trim(scene, clause.to, at)
}

/// Whether the words behind a dash open a clause of their own.
fn new_clause(scene: &Scene<'_>, at: usize, _from: usize) -> bool {
    let clause = &scene.clause;
    let closes = (at..clause.to).take(40).any(|i| clause.tag(i) == Tag::Dash);
    !closes
}

/// Whether the comma ends the content: a gerund or participle cue of the same speaker follows, or another one speaks.
fn comma_ends(scene: &Scene<'_>, index: usize, comma: usize, _at: usize) -> bool {
    let clause = &scene.clause;
    let mut next = comma + 1;
    if matches!(clause.tag(next), Tag::Quote) && scene.quote_range(next).is_none_or(|r| r.end == next + 1) {
        next += 1;
    }
    while clause.tag(next) == Tag::Adverb {
        next += 1;
    }
    match clause.tag(next) {
        Tag::Gerund => {
            let class = clause.words.class(next);
            class.takes(frame::SPEECH) && !clause.is(next, flag::NOUN)
        }
        Tag::Preposition => clause.word(next) == "according",
        Tag::Coordinator | Tag::Subordinator => breaks_off(scene, index, next, comma),
        _ => {
            // "…, he said" behind the clause: the comma stays inside, the later cue decides.
            false
        }
    }
}

/// Whether a coordinator or subordinator leads back to the writer: another speaker, or the same one speaking on.
fn breaks_off(scene: &Scene<'_>, index: usize, at: usize, _from: usize) -> bool {
    let clause = &scene.clause;
    let own = &scene.groups[index];
    let coordinator = clause.tag(at) == Tag::Coordinator;
    let Some((position, next)) = scene
        .groups
        .iter()
        .enumerate()
        .find(|(_, g)| g.start > at && g.kind == GroupKind::Finite)
    else {
        return false;
    };
    if position <= index || next.start > at + 25 {
        return false;
    }
    let class = clause.words.class(next.head);
    let first = clause.words.class(next.first);
    let speaks = class.takes(frame::CLAUSE | frame::TELL | frame::ASK | frame::QUOTE)
        || first.takes(frame::CLAUSE | frame::TELL | frame::ASK | frame::INFINITIVE);
    let direct = next.start == at + 1;
    if coordinator && direct {
        // "said X and added Y": the tense of the reporting verb comes back.
        let past = clause.is(own.head, flag::VBD);
        return speaks && (past == clause.is(next.head, flag::VBD)) && clause.tag(next.start) == Tag::Finite
            || clause.words.class(next.start).is(flag::VBD)
                && clause.tag(next.start) == Tag::Finite
                && past
                && class.takes(frame::SPEECH);
    }
    let Some(subject) = &next.subject else { return false };
    if subject.start != at + 1 {
        return false;
    }
    let same_tense = clause.is(own.head, flag::VBD) && clause.is(next.head, flag::VBD) && next.first == next.start
        || clause.is(own.head, flag::VBZ) && clause.is(next.head, flag::VBZ);
    speaks && same_tense && (!coordinator || clause.before(at) == Tag::Comma || clause.word(at) == "but")
}

/// Right edge of an infinitive.
fn infinitive_end(scene: &Scene<'_>, at: usize) -> usize {
    object_end(scene, at)
}

/// Right edge of an object with what hangs on it.
fn object_end(scene: &Scene<'_>, at: usize) -> usize {
    let clause = &scene.clause;
    let home = scene.quote_at.get(at.saturating_sub(1)).copied();
    let mut i = at;
    let mut bracket = 0;
    if at >= clause.to || matches!(clause.tag(at), Tag::Stop | Tag::Comma | Tag::Semicolon | Tag::Colon) {
        return at;
    }
    while i < clause.to {
        if let Some(range) = scene.quote_range(i) {
            if scene.quote_at.get(i).copied() != home && range.end > i {
                if range.end >= clause.to {
                    return range.end.max(i + 1);
                }
                // `the plan "a sham," and left`
                let inner = clause.tag(range.end.saturating_sub(2));
                i = range.end;
                if matches!(inner, Tag::Comma) {
                    return i;
                }
                continue;
            }
        } else if home.is_some_and(|h| h != crate::document::attribution::draft::NONE) {
            return trim(scene, i.saturating_sub(1).max(at + 1), at);
        }
        match clause.tag(i) {
            Tag::Open => bracket += 1,
            Tag::Close => {
                bracket -= 1;
                if bracket < 0 {
                    break;
                }
            }
            Tag::Comma if bracket <= 0 && !list_goes_on(scene, i, at) => break,
            Tag::Semicolon | Tag::Dash | Tag::Colon if bracket <= 0 && i > at => break,
            Tag::Coordinator if i > at && bracket <= 0 && coordinated_verb(scene, i) => break,
            Tag::Subordinator if i > at + 1 => break,
            Tag::Preposition
                if i > at + 1
                    && matches!(
                        clause.word(i),
                        "during"
                            | "after"
                            | "before"
                            | "following"
                            | "despite"
                            | "amid"
                            | "according"
                            | "until"
                            | "since"
                            | "while"
                    ) =>
            {
                break;
            }
            Tag::Preposition if i > at + 1 && clause.is_time(i + 1) => break,
            Tag::Preposition
                if i > at + 1
                    && clause.word(i) == "in"
                    && (i + 1..clause.base_end(i + 1)).any(|j| clause.is(j, flag::VENUE))
                    && matches!(clause.word(i + 1), "a" | "an" | "his" | "her" | "their") =>
            {
                break;
            }
            Tag::Time if i > at && !matches!(clause.tag(i + 1), Tag::Noun | Tag::Possessive | Tag::Name) => break,
            _ => {}
        }
        i += 1;
    }
    trim(scene, i, at)
}

/// Whether the comma only parts the members of a list or an apposition inside the object.
fn list_goes_on(scene: &Scene<'_>, comma: usize, at: usize) -> bool {
    let clause = &scene.clause;
    if clause.tag(comma + 1) == Tag::Name && clause.tag(comma.saturating_sub(1)) == Tag::Name {
        let end = clause.base_end(comma + 1);
        return matches!(clause.tag(end), Tag::Comma | Tag::Coordinator | Tag::Preposition) && !clause.verb_at(end);
    }
    if clause.tag(comma.saturating_sub(1)) == Tag::Adjective && matches!(clause.tag(comma + 1), Tag::Adjective) {
        return true;
    }
    let _ = at;
    false
}

/// Whether a verb that shares the subject stands behind the coordinator.
fn coordinated_verb(scene: &Scene<'_>, at: usize) -> bool {
    let clause = &scene.clause;
    let mut next = at + 1;
    while matches!(clause.tag(next), Tag::Adverb | Tag::Not) {
        next += 1;
    }
    matches!(clause.tag(next), Tag::Finite | Tag::Auxiliary)
        || clause.verb_at(clause.end(next)) && clause.end(next) > next
}

/// The clause or quotation before the source: "…, she said".
fn preceding(
    scene: &Scene<'_>,
    group: &Group,
    cue: &Cue,
    after: usize,
    source: Option<&Range<usize>>,
) -> Option<(Vec<Range<usize>>, usize)> {
    let clause = &scene.clause;
    if cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK | frame::STANCE_CLAUSE) == 0
        || group.kind != GroupKind::Finite
        || group.shared
        || group.relative
    {
        return None;
    }
    let source = source?;
    if source.end > group.start {
        return None;
    }
    let mut edge = source.start;
    // "as he put it"
    if edge > clause.from && clause.tag(edge - 1) == Tag::Subordinator && clause.word(edge - 1) == "as" {
        edge -= 1;
    }
    let left = left_content(
        scene,
        edge,
        cue.frames & (frame::STANCE_CLAUSE) != 0 && cue.frames & frame::SPEECH == 0,
    )?;
    let mut end_of_cue = cue.end;
    let mut after = after;
    // An addressee stands between cue and stop: "she told the paper".
    if cue.frames & (frame::TELL | frame::ASK) != 0 {
        let end = clause.end(after);
        if end > after {
            after = end;
        }
    }
    let mut content = vec![left];
    if let Some(right) = continuation(scene, after) {
        content.push(right);
    }
    if clause.tag(end_of_cue) == Tag::Colon {
        end_of_cue += 1;
    }
    Some((content, end_of_cue))
}

/// Content that ends right before `edge`: a closing quotation, or a clause before a comma.
fn left_content(scene: &Scene<'_>, edge: usize, strict: bool) -> Option<Range<usize>> {
    let clause = &scene.clause;
    let mut last = edge.checked_sub(1)?;
    if last < clause.from {
        // The sentence begins with the source: a quotation may close right before it.
        let range = scene.quote_range(last)?;
        return (range.end == edge && clause.words.tokens.get(last).is_some()).then_some(range);
    }
    let mut comma = false;
    if clause.tag(last) == Tag::Comma || clause.tag(last) == Tag::Dash {
        comma = true;
        if last == clause.from {
            let range = scene.quote_range(last.checked_sub(1)?)?;
            return (range.end == last).then_some(range);
        }
        last -= 1;
    }
    if clause.tag(last) == Tag::Quote {
        if let Some(range) = scene.quote_range(last).filter(|r| r.end == last + 1) {
            if range.start <= clause.from || clause.tag(range.start - 1) == Tag::Stop {
                return Some(range);
            }
            // The writer's words lead into the quotation.
            let inner = clause.tag(last.saturating_sub(1));
            if comma || matches!(inner, Tag::Comma | Tag::Stop) {
                let start = clause_start(scene, range.start);
                return Some(start..range.end);
            }
        }
        return None;
    }
    if !comma || strict && last < clause.from + 2 {
        return None;
    }
    if last < clause.from + 1 {
        return None;
    }
    let start = clause_start(scene, last);
    let finite = scene
        .groups
        .iter()
        .any(|g| g.start >= start && g.end <= last + 1 && g.kind == GroupKind::Finite && g.subject.is_some());
    if !finite || start > last {
        return None;
    }
    Some(start..last + 1)
}

/// Where the clause that holds `at` begins: behind an opening coordinator.
fn clause_start(scene: &Scene<'_>, at: usize) -> usize {
    let clause = &scene.clause;
    let mut start = clause.from;
    for i in (clause.from..at).rev() {
        if matches!(clause.tag(i), Tag::Semicolon)
            || clause.tag(i) == Tag::Open && !(i..at).any(|j| clause.tag(j) == Tag::Close)
        {
            start = i + 1;
            break;
        }
    }
    if clause.tag(start) == Tag::Coordinator && start < at {
        start += 1;
    }
    start
}

/// What goes on behind "…, she said, …".
fn continuation(scene: &Scene<'_>, mut at: usize) -> Option<Range<usize>> {
    let clause = &scene.clause;
    for _ in 0..3 {
        let time = clause.time_end(at);
        if time > at {
            at = time;
        } else if clause.tag(at) == Tag::Preposition && clause.end(at + 1) > at + 1 {
            at = clause.end(at + 1);
        } else {
            break;
        }
    }
    if clause.tag(at) == Tag::Colon && clause.tag(at + 1) == Tag::Quote {
        return scene.quote_range(at + 1);
    }
    if clause.tag(at) != Tag::Comma {
        return None;
    }
    let mut next = at + 1;
    if clause.tag(next) == Tag::Quote {
        let range = scene.quote_range(next).filter(|r| r.start == next)?;
        return Some(range);
    }
    let begin = next;
    if clause.tag(next) == Tag::Coordinator {
        next += 1;
        if clause.tag(next) == Tag::Quote {
            return scene.quote_range(next).map(|r| begin..r.end);
        }
    }
    match clause.tag(next) {
        Tag::Gerund | Tag::Relative | Tag::Participle | Tag::Subordinator | Tag::Stop | Tag::Time => None,
        Tag::Finite | Tag::Auxiliary if begin == next => Some(begin..sentence_tail(scene, begin)),
        Tag::Finite => None,
        _ if next >= clause.to => None,
        _ => {
            let finite = scene
                .groups
                .iter()
                .any(|g| g.start > begin && g.kind == GroupKind::Finite);
            (finite || begin == next && clause.tag(next) == Tag::Preposition)
                .then(|| begin..sentence_tail(scene, begin))
        }
    }
}

/// "…," said Roe, the minister.
fn inverted(scene: &Scene<'_>, group: &Group, cue: &mut Cue) -> Option<Draft> {
    let clause = &scene.clause;
    if cue.frames & (frame::CLAUSE | frame::TELL | frame::QUOTE | frame::ASK) == 0 {
        return None;
    }
    let before = group.start;
    if before != clause.from && !matches!(clause.before(before), Tag::Comma | Tag::Quote | Tag::Dash) {
        return None;
    }
    let left = left_content(scene, before, false)?;
    let start = group.end;
    let base = clause.base_end(start);
    if base == start || clause.verb_at(base) {
        return None;
    }
    let end = clause.end(start);
    let source_end = clause.apposition_end(end);
    let mut content = vec![left];
    let mut after = source_end;
    for _ in 0..3 {
        let time = clause.time_end(after);
        if time > after {
            after = time;
        } else {
            break;
        }
    }
    if let Some(right) = continuation(scene, after) {
        content.push(right);
    }
    Some(Draft {
        source: Some(start..source_end),
        cue: Some(cue.start..group.end),
        content,
        kind: kind_of(cue.frames),
        head: cue.head,
        sentence: scene.sentence,
        no_comment: false,
        trails: true,
    })
}

/// "Roe appears to have left": content on both sides, no source.
fn raised(scene: &Scene<'_>, group: &Group, cue: &Cue) -> Option<Draft> {
    let clause = &scene.clause;
    let after = cue.end;
    if matches!(clause.tag(after), Tag::Stop | Tag::Comma | Tag::Preposition)
        && !matches!(clause.word(after), "like" | "as")
    {
        return None;
    }
    if group.kind != GroupKind::Finite {
        return None;
    }
    let end = object_end(scene, after);
    if end <= after {
        return None;
    }
    let mut content = Vec::new();
    match &group.subject {
        Some(subject) if clause.word(subject.start) == "it" && clause.tag(after) == Tag::That => {}
        Some(subject) if subject.end <= group.start => content.push(subject.clone()),
        _ => return None,
    }
    content.push(after..end);
    Some(Draft {
        source: None,
        cue: Some(cue.start..cue.end),
        content,
        kind: CueKind::Stance,
        head: cue.head,
        sentence: scene.sentence,
        no_comment: false,
        trails: false,
    })
}

/// Passives: "was asked whether", "is expected to", "was described by Roe as", "it is believed that".
fn passive(scene: &Scene<'_>, index: usize, cue: &Cue, class: Class) -> Option<Draft> {
    let clause = &scene.clause;
    let group = &scene.groups[index];
    let _ = class;
    let mut draft = Draft {
        source: None,
        cue: Some(cue.start..cue.end),
        content: Vec::new(),
        kind: kind_of(cue.frames & !frame::PASSIVE),
        head: cue.head,
        sentence: scene.sentence,
        no_comment: false,
        trails: false,
    };
    let after = cue.end;
    // An agent: "by Roe".
    if clause.word(after) == "by" && clause.base_end(after + 1) > after + 1 {
        let agent = after + 1..clause.end(after + 1);
        let subject = group.subject.clone()?;
        if cue.frames & (frame::SPEECH | frame::STANCE) == 0 || !plausible(scene, Some(&agent), cue, false) {
            return None;
        }
        draft.cue = Some(cue.start..after + 1);
        draft.content.push(subject);
        if matches!(clause.tag(agent.end), Tag::To | Tag::That) || clause.word(agent.end) == "as" {
            let end = object_end(scene, agent.end);
            draft.content.push(agent.end..end);
        }
        draft.source = Some(agent);
        return Some(draft);
    }
    if group.kind != GroupKind::Finite {
        return None;
    }
    match clause.tag(after) {
        Tag::That if cue.frames & (frame::CLAUSE | frame::STANCE_CLAUSE | frame::TELL | frame::PASSIVE) != 0 => {
            draft.content.push(after..clause_end(scene, index, after, cue));
            Some(draft)
        }
        Tag::To if cue.frames & (frame::PASSIVE | frame::STANCE_ORDER) != 0 => {
            let subject = group.subject.clone()?;
            if subject.end > group.start {
                return None;
            }
            draft.content.push(subject);
            draft.content.push(after..object_end(scene, after));
            Some(draft)
        }
        Tag::Question if cue.frames & (frame::ASK | frame::TELL) != 0 => {
            draft.content.push(after..clause_end(scene, index, after, cue));
            Some(draft)
        }
        Tag::Preposition if matches!(clause.word(after), "about") && cue.frames & frame::ASK != 0 => {
            let end = object_end(scene, after + 1);
            draft.cue = Some(cue.start..after + 1);
            draft.content.push(after + 1..end);
            (end > after + 1).then_some(draft)
        }
        Tag::Preposition if clause.word(after) == "as" && cue.frames & (frame::NAME | frame::STANCE_NAME) != 0 => {
            let subject = group.subject.clone()?;
            draft.content.push(subject);
            draft.content.push(after..object_end(scene, after));
            Some(draft)
        }
        _ => None,
    }
}

/// "declined to comment", "did not respond to a request", "has not commented", "did not confirm or deny".
fn no_comment(scene: &Scene<'_>, group: &Group, cue: &Cue, draft: &Draft) -> bool {
    let clause = &scene.clause;
    let base = table().base(clause.words.class(cue.head).lemma);
    let answers = |at: usize| {
        matches!(
            table().base(clause.words.class(at).lemma),
            "comment"
                | "respond"
                | "answer"
                | "reply"
                | "elaborate"
                | "discuss"
                | "confirm"
                | "say"
                | "speak"
                | "talk"
                | "give"
                | "provide"
                | "address"
        )
    };
    if matches!(base, "decline" | "refuse" | "agree") && (base != "agree" || group.negated) {
        return draft
            .content
            .first()
            .is_some_and(|c| (c.start..c.end.min(c.start + 5)).any(|i| clause.tag(i) == Tag::Base && answers(i)));
    }
    group.negated && matches!(base, "comment" | "respond" | "reply" | "confirm" | "answer")
}

//! Title and basis of a source: the post it holds and why it can know, wherever the page says so.

use onrecord::{Article, analyze};

/// Title and basis of the source whose label holds a name.
fn standing(text: &str, name: &str) -> (Option<String>, Option<String>) {
    let article = Article::new(text);
    let report = analyze(&article);
    let source = report
        .sources()
        .iter()
        .find(|s| s.label.contains(name))
        .unwrap_or_else(|| panic!("no source `{name}` in: {text}"));
    let words = |s: &onrecord::document::source::standing::Standing| s.text.clone();
    (source.title.as_ref().map(words), source.basis.as_ref().map(words))
}

#[test]
fn a_post_is_a_title_before_the_name_and_behind_it() {
    for (text, name, title) in [
        (
            "Owen Sarkis, deputy curator at the Orrin Museum, said the loan has ended.",
            "Sarkis",
            "deputy curator at the Orrin Museum",
        ),
        (
            "“We count them twice,” said Lorna Petit, executive director of Turning Point of Wind County.",
            "Petit",
            "executive director of Turning Point of Wind County",
        ),
        ("Mayor Ines Calder said the pier would close.", "Calder", "Mayor"),
        (
            "“They know,” said Bram Evart, an independent analyst.",
            "Evart",
            "independent analyst",
        ),
        (
            "Ida Rusk, a senior staff attorney with the Law Center, said the case was weak.",
            "Rusk",
            "senior staff attorney with the Law Center",
        ),
        (
            "This week Secretary of State Rex Orvik called on the board to act. Orvik said it had.",
            "Orvik",
            "Secretary of State",
        ),
        (
            "“We lose,” said the Orrin Guild's top academic officer, Katrin Vold, at a hearing.",
            "Vold",
            "Orrin Guild's top academic officer",
        ),
        (
            "The chair of the board's panel on lamp oil, Davit Alver, asked keepers how much they burn. Alver said it was much.",
            "Alver",
            "chair of the board's panel on lamp oil",
        ),
        (
            "It followed a meeting of Karst President Moon Lee and Selby President Dan Marrow. Marrow said it went well.",
            "Marrow",
            "Selby President",
        ),
        (
            "“It is late,” said Max Sarkis, one of the guild's student directors.",
            "Sarkis",
            "one of the guild's student directors",
        ),
        (
            "A reporter pressed the ministry's press secretary, Maj. Gen. Pat Roe, to comment. Roe said it was late.",
            "Roe",
            "Maj. Gen., press secretary",
        ),
        (
            "Benno Tarb III, the owner of Selby Railroad, said it would create jobs.",
            "Tarb",
            "owner of Selby Railroad",
        ),
        (
            "The wreck has shifted, geochemist Ines Calder said.",
            "Calder",
            "geochemist",
        ),
        (
            "Ana Cole said the bridge was unsafe. Cole is chief engineer of the port.",
            "Cole",
            "chief engineer of the port",
        ),
        (
            "Dana Quill is chief engineer of the port. Quill said the lock was safe.",
            "Quill",
            "chief engineer of the port",
        ),
    ] {
        assert_eq!(standing(text, name).0.as_deref(), Some(title), "{text}");
    }
}

#[test]
fn a_title_is_kept_for_what_is_said_later() {
    let text = "The board met on Monday under its chairman, Piet Aarons. “Nobody voted,” Aarons said.";
    assert_eq!(standing(text, "Aarons").0.as_deref(), Some("chairman"));
}

#[test]
fn a_trade_a_tie_and_a_clause_are_a_basis() {
    for (text, name, basis) in [
        (
            "Marek Oduya, a diver who found the wreck in May, said the hull is split.",
            "Oduya",
            "a diver",
        ),
        (
            "“My shop stood under water,” said Nadia Kolle, who moved her stock by rowing boat.",
            "Kolle",
            "who moved her stock by rowing boat",
        ),
        (
            "Bashir Kolle, president of the Potters' Guild and a neighbour of the mill, said the wheel squeaks.",
            "Kolle",
            "a neighbour of the mill",
        ),
        ("Truck driver Pat Noll said the bridge shook.", "Noll", "Truck driver"),
    ] {
        assert_eq!(standing(text, name).1.as_deref(), Some(basis), "{text}");
    }
}

#[test]
fn an_age_or_a_way_of_speaking_is_neither() {
    for text in [
        "Ann Fleming, 61, said the choir was tired.",
        "Mr. Tom Fleming said the choir was tired.",
    ] {
        assert_eq!(standing(text, "Fleming"), (None, None), "{text}");
    }
}

#[test]
fn a_sentence_of_their_own_tells_why_somebody_without_a_post_can_know() {
    for (text, basis) in [
        (
            "Kofi Mensah has kept the lock for thirty years. “You learn to hear the gates,” Mensah said.",
            Some("Kofi Mensah has kept the lock for thirty years."),
        ),
        (
            "Kofi Mensah lost his shop in the flood. It was a bad year. “Nothing was left,” Mensah said.",
            Some("Kofi Mensah lost his shop in the flood."),
        ),
        ("Mayor Kofi Mensah opened the pier. “It is late,” Mensah said.", None),
        ("“It is late,” Kofi Mensah said. Mensah left the room.", None),
    ] {
        assert_eq!(standing(text, "Mensah").1.as_deref(), basis, "{text}");
    }
}

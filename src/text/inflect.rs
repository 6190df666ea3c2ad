//! The inflection marks of word tables: `slam/v` stands for slam, slams, slammed and slamming.
//!
//! Regular forms only, by spelling; a table lists what is irregular.

/// All forms of one word of an entry.
///
/// # Errors
///
/// An empty alternative or an unknown mark, told in words.
pub(crate) fn forms_of(word: &str) -> Result<Vec<String>, String> {
    let mut forms = Vec::new();
    for alternative in word.split('|') {
        let (stem, mark) = alternative.rsplit_once('/').unwrap_or((alternative, ""));
        if stem.is_empty() {
            return Err(format!("`{word}`: an alternative is empty"));
        }
        match mark {
            "" => forms.push(stem.to_string()),
            "v" | "vv" => forms.extend(verb(stem, mark == "vv")),
            "n" => forms.extend([stem.to_string(), plural(stem)]),
            "a" => forms.extend(degrees(stem)),
            "l" => forms.extend([stem.to_string(), adverb(stem)]),
            _ => {
                return Err(format!(
                    "`{alternative}`: unknown mark `/{mark}`, expected /v, /vv, /n, /a or /l"
                ));
            }
        }
    }
    Ok(forms)
}

const ADJECTIVES: &[&str] = &[
    "ous", "ful", "ive", "ical", "able", "ible", "less", "ish", "ial", "ional", "ic", "ary",
];
const DOERS: &[&str] = &[
    "er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "man", "men", "person",
];

/// Whether a word ends as adjectives do.
pub(crate) fn is_adjective(word: &str) -> bool {
    ends(word, ADJECTIVES)
}

/// Whether a word ends as those do that name people by what they do: "inspectors".
pub(crate) fn names_doer(word: &str) -> bool {
    ends(word, DOERS)
}

/// Whether a word ends so, with three letters or more before.
fn ends(word: &str, endings: &[&str]) -> bool {
    endings
        .iter()
        .any(|end| word.len() > end.len() + 2 && word.ends_with(end))
}

fn is_vowel(b: u8) -> bool {
    matches!(b, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// One syllable ending in consonant, vowel, consonant: `slam`, `rip`.
fn doubles(stem: &str) -> bool {
    let b = stem.as_bytes();
    let n = b.len();
    n >= 3
        && !is_vowel(b[n - 1])
        && !matches!(b[n - 1], b'w' | b'x' | b'y')
        && is_vowel(b[n - 2])
        && !is_vowel(b[n - 3])
        && b[..n - 2].iter().all(|c| !is_vowel(*c))
}

fn consonant_y(stem: &str) -> Option<&str> {
    let head = stem.strip_suffix('y')?;
    head.bytes().last().filter(|b| !is_vowel(*b)).map(|_| head)
}

/// The regular plural of a noun.
pub(crate) fn plural(stem: &str) -> String {
    if let Some(head) = consonant_y(stem) {
        return format!("{head}ies");
    }
    let hissing = ["s", "x", "z", "ch", "sh"].iter().any(|e| stem.ends_with(e));
    format!("{stem}{}", if hissing { "es" } else { "s" })
}

/// A regular verb: base, third person, past, gerund; `double` says that its last letter is doubled although it is not of one syllable.
pub(crate) fn verb(stem: &str, double: bool) -> [String; 4] {
    let double = double || doubles(stem);
    let last = stem.chars().last().unwrap_or('e');
    let (past, ing) = if double {
        (format!("{stem}{last}ed"), format!("{stem}{last}ing"))
    } else if let Some(head) = consonant_y(stem) {
        (format!("{head}ied"), format!("{stem}ing"))
    } else if let Some(head) = stem.strip_suffix("ie") {
        (format!("{stem}d"), format!("{head}ying"))
    } else if let Some(head) = stem.strip_suffix('e') {
        let keeps = matches!(head.bytes().last(), Some(b'e' | b'o' | b'y'));
        (
            format!("{stem}d"),
            if keeps {
                format!("{stem}ing")
            } else {
                format!("{head}ing")
            },
        )
    } else {
        (format!("{stem}ed"), format!("{stem}ing"))
    };
    let third = if stem.ends_with('o') {
        format!("{stem}es")
    } else {
        plural(stem)
    };
    [stem.to_string(), third, past, ing]
}

fn degrees(stem: &str) -> [String; 3] {
    let base = if let Some(head) = consonant_y(stem) {
        format!("{head}i")
    } else if let Some(head) = stem.strip_suffix('e') {
        head.to_string()
    } else if doubles(stem) {
        format!("{stem}{}", stem.chars().last().unwrap_or('x'))
    } else {
        stem.to_string()
    };
    [stem.to_string(), format!("{base}er"), format!("{base}est")]
}

fn adverb(stem: &str) -> String {
    if let Some(head) = consonant_y(stem) {
        format!("{head}ily")
    } else if stem.ends_with("ic") {
        format!("{stem}ally")
    } else if let Some(head) = stem.strip_suffix("le") {
        format!("{head}ly")
    } else {
        format!("{stem}ly")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_inflect() {
        let all = |w: &str| forms_of(w).expect("a good word").join(" ");
        assert_eq!(all("slam/v"), "slam slams slammed slamming");
        assert_eq!(all("smear/v"), "smear smears smeared smearing");
        assert_eq!(all("admit/vv"), "admit admits admitted admitting");
        assert_eq!(all("vilify/v"), "vilify vilifies vilified vilifying");
        assert_eq!(all("gouge/v"), "gouge gouges gouged gouging");
        assert_eq!(all("crony/n"), "crony cronies");
        assert_eq!(all("ugly/a"), "ugly uglier ugliest");
        assert_eq!(all("tragic/l"), "tragic tragically");
    }
}

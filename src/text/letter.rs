//! Characters that are not ASCII, folded for [words as numbers](crate::text::word).

/// Whether a letter stands here.
pub(crate) fn letter_at(text: &str, at: usize) -> bool {
    match text.as_bytes().get(at) {
        Some(b) if *b < 128 => b.is_ascii_alphabetic(),
        Some(_) => matches!(wide(text, at).1, Fold::Base(_) | Fold::Letter(_)),
        None => false,
    }
}

/// What becomes of a character that is not ASCII.
pub(crate) enum Fold {
    /// An accented letter, without its accent.
    Base(&'static str),
    /// Another letter or digit.
    Letter(char),
    /// A mark that has no width.
    Nothing,
    Apostrophe,
    /// Ends a sentence.
    Stop,
    Gap,
}

/// The character that begins here: its length, and what becomes of it.
pub(crate) fn wide(text: &str, at: usize) -> (usize, Fold) {
    let Some(c) = text.get(at..).and_then(|t| t.chars().next()) else {
        return (1, Fold::Gap);
    };
    let fold = match c {
        '’' | '‘' | 'ʼ' | '´' => Fold::Apostrophe,
        '“' | '”' | '–' | '—' | '\u{a0}' => Fold::Gap,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{300}'..='\u{36f}' | '\u{feff}' => Fold::Nothing,
        '…' | '。' | '\u{2028}' | '\u{2029}' => Fold::Stop,
        c => match base(c) {
            Some(base) => Fold::Base(base),
            None if c.is_alphanumeric() => Fold::Letter(c),
            None => Fold::Gap,
        },
    };
    (c.len_utf8(), fold)
}

/// A Latin letter without its accent.
fn base(c: char) -> Option<&'static str> {
    Some(match c {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => "a",
        'Æ' | 'æ' => "ae",
        'Ç' | 'ç' | 'Ć'..='č' => "c",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => "e",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => "i",
        'Ð' | 'ð' | 'Ď'..='đ' => "d",
        'Ñ' | 'ñ' | 'Ń'..='ŉ' => "n",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => "o",
        'Œ' | 'œ' => "oe",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => "u",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' => "y",
        'ß' => "ss",
        'Ĝ'..='ģ' => "g",
        'Ĥ'..='ħ' => "h",
        'Ĺ'..='ł' => "l",
        'Ŕ'..='ř' => "r",
        'Ś'..='š' => "s",
        'Ţ'..='ŧ' => "t",
        'Ź'..='ž' => "z",
        _ => return None,
    })
}

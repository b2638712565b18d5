//! What is put right in a text before it is read: what a keyboard or a clipboard leaves behind.

use serde::Serialize;

/// Why a text was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tidying {
    /// Full-width letters and digits, as Chinese and Japanese input methods write them.
    Width,
    /// Characters that nobody sees: controls, marks of direction, joints without a width.
    Invisible,
    /// Spaces at the ends, or several together.
    Spaces,
    /// Small letters where capitals are meant, or the other way round.
    Case,
    /// Hyphens, points and brackets between digits.
    Separators,
    /// A day that is written otherwise.
    Day,
    /// A telephone number that is brought into its international form.
    Phone,
}

/// How a text is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Care {
    /// Several lines in somebody's own words.
    Prose,
    /// One line in somebody's own words.
    Line,
    /// A number or a name that machines compare.
    Code,
}

/// A text as it is meant, and what was changed.
#[must_use]
pub fn tidied(text: &str, care: Care) -> (String, Vec<Tidying>) {
    let mut by = Vec::new();
    // A form that is sent without a script ends its lines so; that is nothing to be told of.
    let mut out = text.replace("\r\n", "\n");
    let seen = out.chars().filter(|c| is_visible(*c, care)).collect();
    let mut change = |changed: String, why: Tidying| {
        if changed != out {
            out = changed;
            by.push(why);
        }
        out.clone()
    };
    let mut so_far = change(seen, Tidying::Invisible);
    if care == Care::Code {
        so_far = change(narrowed(&so_far), Tidying::Width);
        change(so_far.chars().filter(|c| !c.is_whitespace()).collect(), Tidying::Spaces);
    } else if care == Care::Line {
        change(so_far.split_whitespace().collect::<Vec<_>>().join(" "), Tidying::Spaces);
    } else {
        change(so_far.trim().to_owned(), Tidying::Spaces);
    }
    (out, by)
}

/// A text with the narrow form of its full-width characters.
#[must_use]
pub fn narrowed(text: &str) -> String {
    let mut before = ' ';
    let narrow = |c: char| {
        before = match u32::from(c) {
            // Behind a syllable it is the mark of a long one, as in "データ"; elsewhere a hyphen that an input method made.
            0x30FC if matches!(before, '\u{3041}'..='\u{30FF}') => c,
            code @ 0xFF01..=0xFF5E => char::from_u32(code.saturating_sub(0xFEE0)).unwrap_or(c),
            // The hyphens and dashes that word processors and input methods put in place of a hyphen.
            0x2010..=0x2015 | 0x2212 | 0x30FC => '-',
            0x3002 => '.',
            _ => c,
        };
        before
    };
    text.chars().map(narrow).collect()
}

fn is_visible(c: char, care: Care) -> bool {
    match c {
        '\n' | '\t' => true,
        // Emoji and some scripts are joined by these.
        '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{E0000}'..='\u{E007F}' => care != Care::Code,
        '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{3164}' | '\u{FEFF}' => false,
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FFF9}'..='\u{FFFB}' => false,
        c => !c.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Care, Tidying, tidied};

    #[test]
    fn full_width_letters_and_digits_become_narrow_in_codes_only() {
        assert_eq!(tidied("ＡＢ１２", Care::Code), ("AB12".to_owned(), vec![Tidying::Width]));
        assert_eq!(tidied("坏了，打不开！", Care::Prose).0, "坏了，打不开！");
        assert_eq!(tidied("０９０ーー１２", Care::Code).0, "090--12");
        assert_eq!(tidied("ab@データ.jp", Care::Code), ("ab@データ.jp".to_owned(), vec![]));
    }

    #[test]
    fn what_nobody_sees_goes_and_what_joins_emoji_stays() {
        assert_eq!(tidied("a\u{202E}b\0c", Care::Line), ("abc".to_owned(), vec![Tidying::Invisible]));
        assert_eq!(tidied("👩\u{200D}🔧", Care::Prose), ("👩\u{200D}🔧".to_owned(), vec![]));
    }

    #[test]
    fn spaces_go_where_nobody_means_them() {
        assert_eq!(tidied(" 12 34 ", Care::Code), ("1234".to_owned(), vec![Tidying::Spaces]));
        assert_eq!(tidied(" Yue  Lin ", Care::Line), ("Yue Lin".to_owned(), vec![Tidying::Spaces]));
        assert_eq!(tidied("one\n\ntwo\n", Care::Prose).0, "one\n\ntwo");
        assert_eq!(tidied("one\r\ntwo", Care::Prose), ("one\ntwo".to_owned(), vec![]));
    }
}

//! 统一社会信用代码: the code that an enterprise is registered under, and its check digit.

use crate::quantity::half_width;

/// The characters of a code in the order of their values: digits and letters without I, O, S, V, Z.
const ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";
/// How many characters a code has, the check digit included.
pub const LENGTH: usize = 18;

/// Why a text is no code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotACreditCode {
    /// It has this many characters.
    Length(usize),
    /// The character at this place, counted from 1, stands in no code.
    Character(usize, char),
    /// The check digit does not follow from the other characters.
    CheckDigit,
}

/// Checks a code as it was typed: lower case, full width and spaces are taken as meant.
///
/// GB 32100-2015: each of the first 17 characters counts 3^(place − 1) times, and the check digit
/// makes the whole a multiple of 31. A single wrong character never passes, nor do two neighbours
/// that changed places.
pub fn check(typed: &str) -> Result<(), NotACreditCode> {
    let code = half_width(typed).to_uppercase();
    let mut values = Vec::with_capacity(LENGTH);
    for (place, c) in (1..).zip(code.chars()) {
        let value = ALPHABET.chars().position(|known| known == c);
        values.push(value.ok_or(NotACreditCode::Character(place, c))?);
    }
    if values.len() != LENGTH {
        return Err(NotACreditCode::Length(values.len()));
    }
    let base = ALPHABET.len();
    let mut weight = 1;
    let mut sum = values[LENGTH - 1];
    for value in &values[..LENGTH - 1] {
        sum += value * weight;
        weight = weight * 3 % base;
    }
    if sum % base == 0 {
        Ok(())
    } else {
        Err(NotACreditCode::CheckDigit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The first two stand in public registers; the check digits of the others were reckoned apart.
    const VALID: [&str; 4] = [
        "91440300708461136T",
        "91110000802100433B",
        "91430100MA4L1A2B3F",
        "114300000061220322",
    ];

    #[test]
    fn codes_pass_as_people_type_them() {
        for code in VALID {
            assert_eq!(check(code), Ok(()), "{code}");
            assert_eq!(check(&code.to_lowercase()), Ok(()), "{code}");
        }
        assert_eq!(check(" 91430100 MA4L1A2B3F "), Ok(()));
        assert_eq!(check("９１４３０１００ＭＡ４Ｌ１Ａ２Ｂ３Ｆ"), Ok(()));
        assert_eq!(check("９１４３０１００ｍａ４ｌ１ａ２ｂ３ｆ"), Ok(()));
    }

    #[test]
    fn every_single_wrong_character_is_found() {
        for code in VALID {
            let right: Vec<char> = code.chars().collect();
            for place in 0..LENGTH {
                for other in ALPHABET.chars().filter(|other| *other != right[place]) {
                    let mut wrong = right.clone();
                    wrong[place] = other;
                    let wrong: String = wrong.into_iter().collect();
                    assert_eq!(check(&wrong), Err(NotACreditCode::CheckDigit), "{wrong}");
                }
            }
        }
    }

    #[test]
    fn every_swap_of_neighbours_is_found() {
        for code in VALID {
            let right: Vec<char> = code.chars().collect();
            for place in 1..LENGTH {
                let mut wrong = right.clone();
                wrong.swap(place - 1, place);
                let expected = if wrong == right {
                    Ok(())
                } else {
                    Err(NotACreditCode::CheckDigit)
                };
                let wrong: String = wrong.into_iter().collect();
                assert_eq!(check(&wrong), expected, "{wrong}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_place() {
        for (text, wrong) in [
            ("9143", NotACreditCode::Length(4)),
            ("91430100MA4L1A2B3F0", NotACreditCode::Length(19)),
            ("914301OOMA4L1A2B3F", NotACreditCode::Character(7, 'O')),
            ("91430100MA4L1A2B3z", NotACreditCode::Character(18, 'Z')),
            ("9143-100", NotACreditCode::Character(5, '-')),
            ("91430100MA4L1A2B3司", NotACreditCode::Character(18, '司')),
        ] {
            assert_eq!(check(text), Err(wrong), "{text}");
        }
    }
}

//! What is wrong with an input, and what is expected.

use policy_engine::catalog::Catalog;
use policy_engine::credit_code::{self, NotACreditCode};
use policy_engine::day;
use policy_engine::exact;
use policy_engine::fact::Measured;
use policy_engine::input::{InputError, LONGEST};
use policy_engine::quantity::NotAQuantity;
use policy_engine::region::NotARegion;
use policy_engine::unit::Unit;

use crate::number::{as_shown, number};
use crate::text::{fill, in_short, texts};
use crate::unit;

/// The message at the field.
pub fn message(error: &InputError) -> String {
    let t = texts();
    match error {
        InputError::TooLong => fill(t.error_text_too_long, &[("most", &LONGEST.to_string())]),
        InputError::NotAQuantity(error, measured) => not_a_quantity(error, measured),
        InputError::TooSmall(measured) if measured.at_least.is_zero() => t.error_negative.into(),
        InputError::TooSmall(measured) => fill(
            t.error_too_small,
            &[("limit", &as_shown(measured.at_least, measured))],
        ),
        InputError::TooLarge(limit, measured) => {
            fill(t.error_too_large, &[("limit", &as_shown(*limit, measured))])
        }
        InputError::TooPrecise(measured) if measured.decimals == 0 => t.error_whole.into(),
        InputError::TooPrecise(measured) => fill(
            t.error_too_precise,
            &[("decimals", &measured.decimals.to_string())],
        ),
        InputError::PercentOrShare(typed) => {
            let share = exact::shift(*typed, 2).map_or_else(String::new, number);
            fill(
                t.error_percent_or_share,
                &[("typed", number(*typed).as_str()), ("share", &share)],
            )
        }
        InputError::NotADate => t.error_not_a_date.into(),
        InputError::NoSuchDate => t.error_no_such_date.into(),
        InputError::NotAfter(column) => fill(t.error_not_after, &[("column", column)]),
        InputError::NotARegion(NotARegion::Unknown(near)) => {
            let near = if near.is_empty() {
                String::new()
            } else {
                let names = near.join(t.finding_list_separator);
                fill(t.error_unknown_region_near, &[("names", &names)])
            };
            fill(t.error_unknown_region, &[("near", &near)])
        }
        InputError::NotARegion(NotARegion::Several(names)) => {
            let names = names.join(t.finding_list_separator);
            fill(t.error_several_regions, &[("names", &names)])
        }
        InputError::NoSuchOption(options) => {
            let labels: Vec<_> = options.iter().map(|choice| choice.label.as_str()).collect();
            let labels = labels.join(t.finding_list_separator);
            fill(t.error_no_such_option, &[("options", &labels)])
        }
        InputError::EmptyRow => t.error_empty_row.into(),
        InputError::WrongShape => t.error_wrong_shape.into(),
    }
}

fn not_a_quantity(error: &NotAQuantity, measured: &Measured) -> String {
    let t = texts();
    match error {
        NotAQuantity::NoNumber => {
            let example = if measured.unit == Unit::YEAR {
                "2025".to_owned()
            } else {
                format!("120 {}", unit::shown(measured))
            };
            fill(t.error_no_number, &[("example", &example)])
        }
        NotAQuantity::Grouping => t.error_grouping.into(),
        NotAQuantity::TooLong => t.error_too_long.into(),
        NotAQuantity::NoUnit => t.error_no_unit.into(),
        NotAQuantity::Ambiguous => {
            let whole = if measured.unit == Unit::YUAN {
                t.typed_plain_yuan.to_owned()
            } else {
                format!("{} {}", number(35_000.into()), unit::shown(measured))
            };
            fill(t.typed_ambiguous, &[("example", &whole)])
        }
        NotAQuantity::UnknownUnit(typed) => fill(
            t.error_unknown_unit,
            &[
                ("unit", &unit::shown(measured)),
                ("typed", &shortened(typed)),
            ],
        ),
    }
}

/// A text that a message repeats, no longer than it takes to recognise it.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 12;
    let mut short: String = text.chars().take(LONGEST).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// What is wrong with a 统一社会信用代码.
pub fn credit_code(error: NotACreditCode) -> String {
    let t = texts();
    match error {
        NotACreditCode::Length(length) => fill(
            t.sheet_code_length,
            &[
                ("wanted", credit_code::LENGTH.to_string().as_str()),
                ("length", &length.to_string()),
            ],
        ),
        NotACreditCode::Character(place, c) => fill(
            t.sheet_code_character,
            &[
                ("place", place.to_string().as_str()),
                ("character", &c.to_string()),
            ],
        ),
        NotACreditCode::CheckDigit => t.sheet_code_check_digit.to_owned(),
    }
}

/// Why a day cannot be assessed.
pub fn unknown_day(catalog: &Catalog, text: &str) -> String {
    let known = catalog.known();
    let [first, last] = [known.start(), known.end()].map(|day| day::written(*day));
    let text = &in_short(text);
    let values = [
        ("text", text.as_str()),
        ("first", first.as_str()),
        ("last", &last),
    ];
    let template = if text.is_empty() {
        texts().error_no_day
    } else {
        texts().error_unknown_day
    };
    fill(template, &values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn a_share_is_asked_back_with_both_meanings() {
        let text = message(&InputError::PercentOrShare(dec!(0.6)));
        assert!(text.starts_with("是 0.6% 还是 60%？"), "{text}");
    }

    #[test]
    fn a_place_that_is_not_known_gets_its_neighbours() {
        let error = InputError::NotARegion(NotARegion::Unknown(vec!["湖南省长沙市".into()]));
        assert!(message(&error).contains("湖南省长沙市"));
    }

    #[test]
    fn a_credit_code_is_told_what_is_wrong() {
        let of = |text| credit_code(credit_code::check(text).unwrap_err());
        assert_eq!(of("9143"), "应为 18 位，现在是 4 位。");
        assert!(of("914301OOMA4L1A2B3F").starts_with("第 7 位不能是“O”"));
        assert!(of("91430100MA4L1A2B3G").contains("校验位"));
    }
}

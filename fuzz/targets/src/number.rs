//! Numbers and units as people type them, and as documents write them.

use policy_engine::quantity::Quantity;
use policy_engine::typed::{read, unit_in, with_unit, without_unit};
use rust_decimal::Decimal;

/// The units of fields, one of each kind.
const UNITS: [&str; 6] = ["元", "万元", "%", "小时", "吨", "架次"];

/// The unit in which a value stands after it was read, for each of those.
const BASES: [&str; 6] = ["元", "元", "", "小时", "吨", "架次"];

/// A text in every unit.
pub fn attack(bytes: &[u8]) {
    let text = crate::text(bytes);
    for (unit, base) in UNITS.into_iter().zip(BASES) {
        unit_in(&text, unit);
        let Ok(value) = read(&text, unit) else {
            continue;
        };
        // Written plainly it is the same number.
        if digits(value) {
            assert_eq!(
                read(&value.to_string(), base),
                Ok(value),
                "{text:?} in {unit}"
            );
        }
    }
    for unit in ["元", "万元"] {
        let full = with_unit(&text, unit);
        assert_eq!(read(&full, "元"), read(&text, unit), "{text:?} as {full:?}");
        if let Some(bare) = without_unit(&text, unit) {
            assert_eq!(with_unit(bare, unit), text);
        }
    }
    if let Ok(quantity) = Quantity::read(&text) {
        assert_eq!(Quantity::read(&quantity.text), Ok(quantity));
    }
}

/// Whether a number has no more digits than can be typed.
fn digits(value: Decimal) -> bool {
    const MOST: usize = 15;
    let text = value.to_string();
    text.bytes().filter(u8::is_ascii_digit).count() <= MOST
}

//! Decimal strings as whole numbers of their smallest unit.

/// A decimal such as `12.3` with so many places, as a whole number: 1230 with two places.
///
/// # Panics
///
/// If it is no decimal, or has more places than that.
pub fn fixed(decimal: &str, places: usize) -> i64 {
    let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
    assert!(part.len() <= places, "{decimal}: more than {places} places");
    format!("{whole}{part:0<places$}")
        .parse()
        .unwrap_or_else(|_| panic!("{decimal}: no decimal"))
}

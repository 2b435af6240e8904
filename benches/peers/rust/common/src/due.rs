//! What an enterprise has from a program.

use serde::Deserialize;

/// The programs of SCREEN, by their ids.
pub const PROGRAMS: [&str; 14] = [
    "general-aviation-hours",
    "light-sport-sorties",
    "landing-sites",
    "new-aircraft-routes",
    "little-giant-loan-interest",
    "little-giant-rd",
    "national-little-giant-reward",
    "single-champion-product",
    "china-quality-award",
    "shuimogou-giant-award",
    "shuimogou-hnte-new",
    "shuimogou-hnte-renewed",
    "shuimogou-national-labs",
    "major-project-loan-interest",
];

/// What an enterprise has from a program, its money in whatever the tool counts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due<Money> {
    /// Nothing: it does not meet the conditions.
    Refused,
    /// This amount.
    Paid(Money),
    /// An amount that the document leaves open, up to this ceiling.
    UpTo(Money),
}

impl<Money> Due<Money> {
    /// The amount, if the conditions hold.
    pub fn paid_if(holds: bool, amount: impl FnOnce() -> Money) -> Self {
        if holds {
            Due::Paid(amount())
        } else {
            Due::Refused
        }
    }

    /// The same with the money in another form.
    pub fn map<Other>(self, form: impl FnOnce(Money) -> Other) -> Due<Other> {
        match self {
            Due::Refused => Due::Refused,
            Due::Paid(amount) => Due::Paid(form(amount)),
            Due::UpTo(ceiling) => Due::UpTo(form(ceiling)),
        }
    }
}

//! SCREEN: the work that is measured.

use jiff::civil::{Date, date};
use policy_catalog::catalog;
use policy_engine::assess::{Assessment, Outcome, Screened, screen};
use policy_engine::catalog::Catalog;
use policy_engine::fact::Answers;

/// How many programs SCREEN has.
pub const PROGRAMS: usize = 14;

/// The programs of SCREEN, by their ids:
///
/// - the four flight programs of 湘政办发〔2024〕20号 (bands, an excess, counted rows, caps);
/// - five of 长政办发〔2022〕4号 (interest by days, a share of cost, rewards by class, by product, and
///   the greater of two);
/// - the four of 水政办〔2018〕66号 that state an amount. That document ended in 2020 and adds nothing
///   to a total; its verdicts and amounts are computed all the same, and those are compared;
/// - one of 湘财企〔2022〕10号. That document leaves the share of the LPR open (一定比例), so the program is
///   taken as it is: its conditions, a share among them, and its ceiling.
pub const SCREEN: [&str; PROGRAMS] = [
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

/// The day on which SCREEN is measured.
pub const DAY: Date = date(2026, 11, 21);

/// The catalogue with nothing but the programs of SCREEN.
#[derive(Debug)]
pub struct Screen {
    /// That catalogue.
    pub catalog: Catalog,
    /// Where each program of SCREEN stands among the outcomes.
    places: [usize; PROGRAMS],
}

impl Screen {
    /// SCREEN out of the embedded catalogue.
    pub fn new() -> Screen {
        Screen::of(catalog().only(&SCREEN.map(str::to_owned)))
    }

    /// SCREEN in a catalogue that has its programs.
    pub fn of(catalog: Catalog) -> Screen {
        let places = SCREEN.map(|id| {
            let mut programs = catalog.programs();
            let place = programs.position(|(_, program)| program.id == id);
            place.unwrap_or_else(|| panic!("{id}: no such program"))
        });
        Screen { catalog, places }
    }

    /// The outcomes in the order of SCREEN.
    pub fn outcomes<'a>(&self, assessment: &'a Assessment<'a>) -> [&'a Outcome<'a>; PROGRAMS] {
        self.places.map(|place| &*assessment.outcomes[place])
    }

    /// What is screened, with nothing kept of why, in the order of SCREEN.
    pub fn screened(&self, answers: &Answers, date: Date) -> [Screened; PROGRAMS] {
        let screened: Vec<_> = screen(&self.catalog, answers, date).collect();
        self.places.map(|place| screened[place])
    }
}

impl Default for Screen {
    fn default() -> Screen {
        Screen::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn screen_is_fourteen_programs_of_four_documents() {
        let screen = Screen::new();
        let documents = screen.catalog.policies.iter();
        let documents = documents.map(|policy| (policy.document.as_deref(), policy.programs.len()));
        let mut documents: Vec<_> = documents.collect();
        documents.sort_unstable();
        assert_eq!(
            documents,
            [
                (Some("水政办〔2018〕66号"), 4),
                (Some("湘政办发〔2024〕20号"), 4),
                (Some("湘财企〔2022〕10号"), 1),
                (Some("长政办发〔2022〕4号"), 5),
            ]
        );
    }
}

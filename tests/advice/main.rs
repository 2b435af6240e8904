//! Advice over the whole catalogue: the nearest way, what more brings, the amount over a number,
//! what a question can move, and what the totals say of readings.

#![cfg(not(target_arch = "wasm32"))]

mod asked;
mod curves;
mod enterprise;
mod words;

use policy_engine::advise::change::Growing;
use policy_engine::advise::curve::curves;
use policy_engine::advise::gain::{More, gains};
use policy_engine::advise::nearest::{Change, nearest};
use policy_engine::assess::Money;
use policy_engine::case::Place;
use policy_engine::policy::Topic;
use policy_engine::span::Span;
use rust_decimal::{Decimal, dec};

use crate::enterprise::Enterprise;

const HOURS: &str = "general-aviation-hours";

fn operator(fleet: &str) -> Enterprise {
    Enterprise::new(&format!(
        "company.region = \"长沙\"\naviation.business = [\"general_aviation\"]\noperator.main_base = \"长沙\"\n{fleet}"
    ))
}

fn aircraft(mass: &str, hours: &str) -> String {
    format!("[[fleet]]\nmax_takeoff_mass = \"{mass}\"\nhours = \"{hours}\"\n")
}

/// The steps of each way by which numbers rise, with the amount that follows.
fn ways(enterprise: &Enterprise, program: &str) -> Vec<(Vec<Decimal>, Span)> {
    enterprise.with(program, |case, outcome| {
        let ways = nearest(case, outcome).into_iter();
        let ways = ways.map(|way| {
            let steps = way.steps.iter().map(|step| match &step.change {
                Change::More(_, by) => *by,
                Change::Take(..) => Decimal::ZERO,
            });
            (steps.collect(), way.amount)
        });
        ways.collect()
    })
}

#[test]
fn twelve_more_hours_are_the_nearest_way() {
    let flies = operator(&aircraft("0.8吨", "88小时"));
    // 100 小时 × 500元/小时.
    let amount = Span::exactly(dec!(50000));
    assert_eq!(ways(&flies, HOURS), [(vec![dec!(12)], amount)]);
}

#[test]
fn hours_on_another_aircraft_bring_another_amount() {
    let fleet = aircraft("0.8吨", "40小时") + &aircraft("5吨", "40.5小时");
    // 19.5 hours more: 59.5 × 500 + 40.5 × 3000, or 40 × 500 + 60 × 3000.
    let amount = Span {
        low: dec!(151250),
        high: Some(dec!(200000)),
    };
    assert_eq!(ways(&operator(&fleet), HOURS), [(vec![dec!(19.5)], amount)]);
}

#[test]
fn a_limit_that_is_out_itself_is_passed_by_the_smallest_step() {
    let sorties = |count: &str| {
        Enterprise::new(&format!(
            "company.region = \"长沙\"\naviation.business = [\"light_sport\"]\nlight_sport.sorties = \"{count}\"\n"
        ))
    };
    // 超过2500架次的部分, 35元/架次.
    let amount = Span::exactly(dec!(35));
    for (flown, more) in [("2500架次", dec!(1)), ("2400架次", dec!(101))] {
        assert_eq!(
            ways(&sorties(flown), "light-sport-sorties"),
            [(vec![more], amount)],
            "{flown}"
        );
    }
}

#[test]
fn a_place_is_never_advised() {
    let base = "company.region = \"江西\"\naviation.business = [\"general_aviation\"]\noperator.main_base = \"江西\"\n";
    let away = Enterprise::new(&format!("{base}{}", aircraft("0.8吨", "88小时")));
    assert_eq!(ways(&away, HOURS), []);
}

#[test]
fn a_year_of_recognition_is_never_advised() {
    let enterprise = Enterprise::new(
        "company.region = \"长沙\"\nsrdi.city_year = 2020\nloans.2026 = [{ principal = \"1000万元\", term = \"days\", days = \"365天\" }]\n",
    );
    assert_eq!(ways(&enterprise, "little-giant-loan-interest"), []);
}

#[test]
fn more_can_be_had_of_the_present_and_not_of_a_year_that_is_past() {
    let loan = |year: &str| format!("loans.{year} = [{{ principal = \"1000万元\" }}]\n");
    let borrows = Enterprise::new(&(loan("2025") + &loan("2026")));
    borrows.with("little-giant-loan-interest", |case, _| {
        let grows = |name: &str| {
            let ask = borrows.ask(name);
            let cell = Some((0, 0));
            Growing::at(case, Place { ask, cell }).is_some()
        };
        assert!(grows("loans@2026"));
        assert!(!grows("loans@2025"));
    });
}

#[test]
fn one_more_hour_brings_its_price_up_to_the_cap() {
    let flies = operator(&aircraft("5吨", "120小时"));
    flies.with(HOURS, |case, outcome| {
        let gains = gains(case, outcome);
        let [gain] = &gains[..] else {
            panic!("{gains:?}");
        };
        assert_eq!(gain.after, Span::exactly(dec!(363000)));
        let More::Number(number, until) = &gain.of else {
            panic!("{gain:?}");
        };
        assert_eq!(number.one, dec!(1));
        // 334 × 3000 = 1,002,000: the first whole hour at which 100万元 is reached.
        assert_eq!(*until, Some(dec!(214)));
    });
    // At the cap nothing brings more.
    let capped = operator(&aircraft("5吨", "400小时"));
    capped.with(HOURS, |case, outcome| {
        assert!(gains(case, outcome).is_empty());
    });
}

#[test]
fn one_more_route_like_another_brings_as_much() {
    let routes = Enterprise::new(
        "company.region = \"株洲\"\naviation.business = [\"new_aircraft\"]\n[[routes]]\nhours = \"250小时\"\n",
    );
    routes.with("new-aircraft-routes", |case, outcome| {
        let gains = gains(case, outcome);
        let row = gains.iter().find(|gain| matches!(gain.of, More::Row(_)));
        let now = outcome.now.amount.exact().expect("all is known");
        let twice = Span::exactly(now + now);
        assert_eq!(row.map(|gain| gain.after), Some(twice));
    });
}

#[test]
fn nothing_is_drawn_while_something_else_is_open() {
    let open = operator("[[fleet]]\nhours = \"120小时\"\n");
    open.with(HOURS, |case, outcome| {
        assert!(curves(case, outcome).is_empty());
        assert!(gains(case, outcome).is_empty());
    });
}

#[test]
fn a_question_can_move_no_more_than_the_ranges_that_wait_for_it() {
    let enterprise = operator("");
    let assessment = enterprise.assess();
    let stakes = assessment.stakes(&[Topic::Funding]);
    let fleet = &stakes[&enterprise.ask("fleet")];
    let titles: Vec<_> = fleet.programs.iter().map(|program| &program.id).collect();
    assert_eq!(titles, [HOURS]);
    let moves = &fleet.moves[&Money::Yearly];
    assert_eq!((moves.by, moves.unbounded), (dec!(1000000), false));
    // What was answered and is known moves nothing any more.
    let base = &stakes[&enterprise.ask("operator.main_base")];
    assert!(base.moves.is_empty());
}

#[test]
fn the_total_says_how_far_it_depends_on_readings() {
    let fleet = aircraft("0.8吨", "200小时") + &aircraft("1.5吨", "150小时");
    let assessment = operator(&(fleet + &aircraft("5吨", "100小时")));
    let assessment = assessment.assess();
    // 700,000 under the reading taken; under the other, only what lies beyond 100 hours is paid.
    assert_eq!(
        assessment.totals.yearly.bounded,
        Span::exactly(dec!(700000))
    );
    assert_eq!(assessment.totals.yearly.otherwise.low, dec!(400000));
    assert_eq!(assessment.totals.yearly.otherwise.high, Some(dec!(700000)));
}

//! The amount over a number: where its line bends, jumps and ends.

use jiff::civil::date;
use policy_engine::advise::change::Growing;
use policy_engine::advise::curve::curves;
use policy_engine::advise::gain::gains;
use policy_engine::case::Place;
use rust_decimal::{Decimal, dec};

use crate::enterprise::Enterprise;
use crate::{HOURS, aircraft, operator};

const LABS: &str = "shuimogou-national-labs";

/// The points of the only curve of a program.
fn points(enterprise: &Enterprise, program: &str) -> Vec<(Decimal, Decimal)> {
    enterprise.with(program, |case, outcome| {
        let curves = curves(case, outcome);
        let [curve] = &curves[..] else {
            panic!("{curves:?}");
        };
        curve.points.clone()
    })
}

#[test]
fn a_curve_jumps_at_the_threshold_and_ends_at_the_cap() {
    let flies = operator(&aircraft("5吨", "120小时"));
    flies.with(HOURS, |case, outcome| {
        let curves = curves(case, outcome);
        let [curve] = &curves[..] else {
            panic!("{curves:?}");
        };
        let (last, points) = curve.points.split_last().expect("points");
        let expected = [
            (dec!(0), dec!(0)),
            (dec!(99.99), dec!(0)),
            (dec!(100), dec!(300000)),
            // The last hundredth before 3000元/小时 reach 100万元, and the first that does.
            (dec!(333.33), dec!(999990)),
            (dec!(333.34), dec!(1000000)),
        ];
        assert_eq!(points, expected);
        assert!(last.0 > dec!(333.34) && last.1 == dec!(1000000), "{last:?}");
        assert_eq!(curve.amount, dec!(360000));
        assert_eq!(curve.cap, Some(dec!(1000000)));
    });
}

#[test]
fn a_threshold_is_drawn_though_the_line_beyond_it_leads_to_nothing() {
    let flies = operator(&aircraft("0.8吨", "388小时"));
    flies.with(HOURS, |case, outcome| {
        let curves = curves(case, outcome);
        let points = &curves[0].points;
        assert!(points.contains(&(dec!(99.99), dec!(0))), "{points:?}");
        assert!(points.contains(&(dec!(100), dec!(50000))), "{points:?}");
    });
}

#[test]
fn a_year_that_is_past_is_drawn_though_not_advised() {
    let enterprise = Enterprise::new(
        "company.region = \"长沙\"\nhonours = [\"city_little_giant\"]\nrd.city_subsidy_received = \"否\"\nrd.eligible_cost.2025 = \"400万元\"\nrevenue.main.2025 = \"1亿元\"\n",
    );
    enterprise.with("little-giant-rd", |case, outcome| {
        assert!(gains(case, outcome).is_empty());
        let curves = curves(case, outcome);
        let [curve] = &curves[..] else {
            panic!("{curves:?}");
        };
        // 3% of 1亿元 first pays a tenth of it; the cap is 50万元.
        // Rounding to the fen bends the line a few fen beside the cap.
        for point in [
            (dec!(2999999.99), dec!(0)),
            (dec!(3000000), dec!(300000)),
            (dec!(5000000), dec!(500000)),
        ] {
            let near = |own: &(Decimal, Decimal)| {
                (own.1 - point.1).abs() < dec!(0.1) && (own.0 - point.0).abs() < dec!(1)
            };
            assert!(
                curve.points.iter().any(near),
                "{point:?} {:?}",
                curve.points
            );
        }
        assert_eq!(curve.cap, Some(dec!(500000)));
    });
}

#[test]
fn a_line_ends_a_quarter_beyond_the_cap_and_a_tenth_beyond_the_enterprise() {
    // Reached with 333.34 hours: 333.34 + 83.33 + 12.
    let flies = operator(&aircraft("5吨", "120小时"));
    let last = points(&flies, HOURS).pop();
    assert_eq!(last, Some((dec!(428.67), dec!(1000000))));
    // Beyond the cap by more than a quarter already: 600 + 60.
    let flies = operator(&aircraft("5吨", "600小时"));
    let last = points(&flies, HOURS).pop();
    assert_eq!(last, Some((dec!(660), dec!(1000000))));
}

#[test]
fn a_line_without_a_cap_ends_twice_as_far_as_the_enterprise() {
    let labs = Enterprise::new(
        "company.region = \"水磨沟区\"\nshuimogou.situations = [\"national_lab\"]\nshuimogou.labs = \"3个\"\n",
    );
    let points = labs.with_on(date(2019, 6, 30), LABS, |case, outcome| {
        let curves = curves(case, outcome);
        curves
            .into_iter()
            .map(|curve| (curve.points, curve.cap))
            .collect::<Vec<_>>()
    });
    // 20万元 for each.
    let line = vec![(dec!(0), dec!(0)), (dec!(6), dec!(1200000))];
    assert_eq!(points, [(line, None)]);
    // What is over is not drawn.
    labs.with(LABS, |case, outcome| {
        assert!(curves(case, outcome).is_empty())
    });
}

#[test]
fn tax_is_not_drawn() {
    let profit = Enterprise::new("tax.taxable_income.2025 = \"100万元\"\n");
    profit.with("income-tax", |case, outcome| {
        assert!(outcome.state.in_force());
        assert!(curves(case, outcome).is_empty());
    });
}

#[test]
fn the_limit_of_a_row_counts_once_for_each_aircraft() {
    let fleet = "[[fleet]]\nmax_takeoff_mass = \"5吨\"\ncount = \"3架\"\nhours = \"120小时\"\n";
    let flies = operator(fleet);
    flies.with(HOURS, |case, _| {
        let at = Place {
            ask: flies.ask("fleet"),
            cell: Some((0, 2)),
        };
        let hours = Growing::any(case, at).expect("hours are known");
        assert_eq!((hours.value, hours.at_most), (dec!(120), dec!(26352)));
    });
}

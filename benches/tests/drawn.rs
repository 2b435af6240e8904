//! What is drawn could have been typed, and stands at every limit, just under and just over it.

use fastrand::Rng;
use policy_benches::answers::Questions;
use policy_benches::draw;
use policy_benches::enterprise::{Enterprise, SiteKind};
use policy_benches::screen::{DAY, Screen};
use policy_engine::fact::{Answer, Kind, Value};
use policy_engine::input::{Draft, read};
use rust_decimal::{Decimal, dec};

const SEED: u64 = 20_261_121;

#[test]
fn the_form_takes_every_answer() {
    let screen = Screen::new();
    let questionnaire = &screen.catalog.questionnaire;
    let questions = Questions::of(questionnaire);
    let mut rng = Rng::with_seed(SEED);
    for _ in 0..500 {
        let enterprise = draw::enterprise(&mut rng, DAY.year());
        for (ask, answer) in questions.answers(&enterprise, DAY.year()).0 {
            let Answer::Known(value) = &answer else {
                panic!("{}: not known", questionnaire.name_of(ask));
            };
            let draft = draft(&questionnaire.fact(ask.fact).kind, value);
            let read = read(questionnaire, ask, &draft);
            let name = questionnaire.name_of(ask);
            assert!(read.problems.is_empty(), "{name}: {:?}", read.problems);
            assert_eq!(read.answer, Some(answer), "{name}");
        }
    }
}

/// An answer as it would be typed.
fn draft(kind: &Kind, value: &Value) -> Draft {
    match (kind, value) {
        (Kind::SeveralOf(options), Value::SeveralOf(picks)) => {
            let picks = picks.iter().map(|pick| &options[usize::from(*pick)]);
            Draft::Picks(picks.map(|option| option.id.clone()).collect())
        }
        (Kind::Rows(columns), Value::Rows(rows)) => {
            let cell = |(kind, cell): (&Kind, &Option<Value>)| {
                cell.as_ref().map_or(String::new(), |cell| text(kind, cell))
            };
            let kinds = || columns.iter().map(|column| &column.kind);
            let rows = rows.rows.iter();
            let rows = rows.map(|row| kinds().zip(row).map(cell).collect());
            Draft::Rows {
                rows: rows.collect(),
                more: false,
            }
        }
        _ => Draft::Text(text(kind, value)),
    }
}

fn text(kind: &Kind, value: &Value) -> String {
    match (kind, value) {
        (_, Value::YesNo(yes)) => if *yes { "yes" } else { "no" }.to_owned(),
        (Kind::OneOf(options), Value::OneOf(pick)) => options[usize::from(*pick)].id.clone(),
        (_, Value::Region(place)) => place.0.to_string(),
        (Kind::Quantity(measured), Value::Quantity(value)) => {
            format!("{value}{}", measured.unit.name())
        }
        (_, Value::Date(day)) => day.to_string(),
        _ => panic!("{value:?} is no answer here"),
    }
}

/// A number that a limit is set to, and how finely it is given.
type Limit = (
    &'static str,
    fn(&Enterprise) -> Vec<Decimal>,
    Decimal,
    Decimal,
);

#[test]
fn every_limit_is_hit_and_missed_by_one_step() {
    let (one, fen) = (dec!(1), dec!(0.01));
    let limits: [Limit; 19] = [
        ("1吨", masses, dec!(1), dec!(0.001)),
        ("5吨", masses, dec!(5), dec!(0.001)),
        ("100小时", hours, dec!(100), dec!(0.1)),
        ("100小时", hours, dec!(100), fen),
        ("2500架次", |of| vec![of.sorties], dec!(2500), one),
        ("1500小时", transport_hours, dec!(1500), fen),
        ("1000小时", general_hours, dec!(1000), fen),
        ("每条100小时", |of| of.routes.clone(), dec!(100), dec!(0.1)),
        ("每条100小时", |of| of.routes.clone(), dec!(100), fen),
        ("3000小时", all_routes, dec!(3000), fen),
        ("300万元", principals, dec!(3_000_000), fen),
        ("3%", above_share, dec!(0), dec!(0.0003)),
        ("500万元研发", |of| vec![of.rd_cost], dec!(5_000_000), fen),
        (
            "10亿元",
            |of| vec![of.fixed_investment],
            dec!(1_000_000_000),
            fen,
        ),
        (
            "8亿元",
            |of| vec![of.first_year_investment],
            dec!(800_000_000),
            fen,
        ),
        ("50%", above_half, dec!(0), dec!(0.01)),
        ("1000人", |of| vec![of.staff], dec!(1000), one),
        ("4亿元", |of| vec![of.revenue], dec!(400_000_000), fen),
        ("12亿元", |of| vec![of.assets], dec!(1_200_000_000), fen),
    ];
    let mut rng = Rng::with_seed(SEED);
    let drawn: Vec<_> = (0..20_000)
        .map(|_| draw::enterprise(&mut rng, DAY.year()))
        .collect();
    for (name, numbers, limit, step) in limits {
        for value in [limit - step, limit, limit + step] {
            let is_there = drawn.iter().any(|one| numbers(one).contains(&value));
            assert!(is_there, "{name}: never {value}");
        }
    }
}

fn masses(of: &Enterprise) -> Vec<Decimal> {
    of.fleet.iter().map(|row| row.max_takeoff_mass).collect()
}

fn hours(of: &Enterprise) -> Vec<Decimal> {
    vec![of.fleet.iter().map(|row| row.hours).sum()]
}

fn transport_hours(of: &Enterprise) -> Vec<Decimal> {
    let sites = of.landing_sites.iter();
    let hours = sites.filter_map(|site| match site.kind {
        SiteKind::Transport(hours) => Some(hours),
        _ => None,
    });
    hours.collect()
}

fn general_hours(of: &Enterprise) -> Vec<Decimal> {
    let sites = of.landing_sites.iter();
    let hours = sites.filter_map(|site| match site.kind {
        SiteKind::General(hours) => Some(hours),
        _ => None,
    });
    hours.collect()
}

fn all_routes(of: &Enterprise) -> Vec<Decimal> {
    vec![of.routes.iter().sum()]
}

fn principals(of: &Enterprise) -> Vec<Decimal> {
    vec![of.loans.iter().map(|loan| loan.principal).sum()]
}

/// How far the cost is above 3% of the revenue: 0.03 fen for each fen of revenue.
fn above_share(of: &Enterprise) -> Vec<Decimal> {
    vec![of.rd_cost - of.main_revenue * dec!(0.03)]
}

fn above_half(of: &Enterprise) -> Vec<Decimal> {
    vec![of.first_year_investment - of.fixed_investment * dec!(0.5)]
}

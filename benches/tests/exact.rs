//! The engine gives what the documents' words give, worked out by hand: to the fen, for 100,000
//! random enterprises.

use std::fmt::Write;

use fastrand::Rng;
use jiff::civil::{Date, date};
use policy_benches::answers::Questions;
use policy_benches::by_hand::{self, Due};
use policy_benches::draw;
use policy_benches::enterprise::{Aircraft, Enterprise};
use policy_benches::screen::{DAY, PROGRAMS, SCREEN, Screen};
use policy_engine::assess;
use policy_engine::assess::Outcome;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use rust_decimal::{Decimal, dec};

/// What the enterprises are drawn from.
const SEED: u64 = 20_261_121;

/// How many are drawn.
const ENTERPRISES: usize = 100_000;

/// The days on which they are assessed in turn, two of them in leap years.
const DAYS: [Date; 4] = [date(2024, 12, 31), date(2025, 7, 1), DAY, date(2028, 2, 29)];

#[test]
fn engine_and_hand_agree_on_every_enterprise() {
    let screen = Screen::new();
    let questions = Questions::of(&screen.catalog.questionnaire);
    let mut rng = Rng::with_seed(SEED);
    let mut met = [0_usize; PROGRAMS];
    for index in 0..ENTERPRISES {
        let day = DAYS[index % DAYS.len()];
        let enterprise = draw::enterprise(&mut rng, day.year());
        let by_hand = by_hand::screen(&enterprise, day.year());
        let differences = differences(&screen, &questions, &enterprise, day, by_hand);
        assert!(
            differences.is_empty(),
            "seed {SEED}, enterprise {index}, on {day}:\n{differences}{enterprise:#?}"
        );
        for (met, due) in met.iter_mut().zip(by_hand) {
            *met += usize::from(due != Due::Refused);
        }
    }
    // Else little was compared.
    for (id, met) in SCREEN.iter().zip(met) {
        let rare = ENTERPRISES / 50;
        assert!(
            (rare..=ENTERPRISES - rare).contains(&met),
            "{id}: met {met} times"
        );
    }
}

/// What the engine says other than was worked out by hand, a line each.
fn differences(
    screen: &Screen,
    questions: &Questions,
    enterprise: &Enterprise,
    day: Date,
    by_hand: [Due; PROGRAMS],
) -> String {
    let answers = questions.answers(enterprise, day.year());
    let assessment = assess(&screen.catalog, &answers, day);
    let mut lines = String::new();
    let outcomes = screen.outcomes(&assessment).map(found);
    let screened = screen.screened(&answers, day);
    let screened = screened.map(|one| (one.verdict, one.amount));
    for (how, all) in [("assessed", outcomes), ("screened", screened)] {
        for ((id, found), due) in SCREEN.iter().zip(all).zip(by_hand) {
            if found != expected(due) {
                writeln!(lines, "{id}: by hand {due:?}, {how} {found:?}").ok();
            }
        }
    }
    lines
}

/// The verdict and the amount, which are computed even of a document that is past its end.
fn found(outcome: &Outcome) -> (Verdict, Span) {
    (outcome.now.verdict, outcome.now.amount)
}

fn expected(due: Due) -> (Verdict, Span) {
    match due {
        Due::Refused => (Verdict::No, Span::ZERO),
        Due::Paid(amount) => (Verdict::Yes, Span::exactly(amount)),
        Due::UpTo(ceiling) => (Verdict::Yes, Span::up_to(Some(ceiling))),
    }
}

/// 0.1 + 64.1 + 35.8 hours are 100; added up as binary floats they are less and would be refused.
///
/// 0.1 h at 500 元 (1 吨), 64.1 h at 2000 元 (3 吨), 35.8 h at 3000 元 (5 吨):
/// 50 + 128,200 + 107,400 = 235,650 元.
#[test]
fn a_hundred_hours_in_tenths_are_a_hundred_hours() {
    let fleet = [
        aircraft(dec!(1), dec!(0.1)),
        aircraft(dec!(3), dec!(64.1)),
        aircraft(dec!(5), dec!(35.8)),
    ];
    agrees_on_fleet(fleet, Due::Paid(dec!(235_650)));
}

/// A hundredth of an hour less is 99.99, and nothing.
#[test]
fn a_hundredth_of_an_hour_less_is_nothing() {
    let fleet = [
        aircraft(dec!(1), dec!(0.1)),
        aircraft(dec!(3), dec!(64.1)),
        aircraft(dec!(5), dec!(35.79)),
    ];
    agrees_on_fleet(fleet, Due::Refused);
}

/// Ten times 0.1 hours and 99 more are 100, at 500 元: 50,000 元.
#[test]
fn ten_tenths_are_one() {
    let fleet: [Aircraft; 11] = std::array::from_fn(|row| match row {
        0 => aircraft(dec!(0.8), dec!(99)),
        _ => aircraft(dec!(0.8), dec!(0.1)),
    });
    agrees_on_fleet(fleet, Due::Paid(dec!(50_000)));
}

fn aircraft(max_takeoff_mass: Decimal, hours: Decimal) -> Aircraft {
    Aircraft {
        max_takeoff_mass,
        count: Decimal::ONE,
        hours,
    }
}

/// Both reckonings give this for a fleet in 湖南.
fn agrees_on_fleet<const ROWS: usize>(fleet: [Aircraft; ROWS], due: Due) {
    let mut enterprise = draw::enterprise(&mut Rng::with_seed(SEED), DAY.year());
    enterprise.aviation.general = true;
    enterprise.main_base = 430_100;
    enterprise.fleet = fleet.to_vec();
    assert_eq!(by_hand::screen(&enterprise, DAY.year())[0], due);
    let screen = Screen::new();
    let questions = Questions::of(&screen.catalog.questionnaire);
    let answers = questions.answers(&enterprise, DAY.year());
    let assessment = assess(&screen.catalog, &answers, DAY);
    assert_eq!(found(screen.outcomes(&assessment)[0]), expected(due));
}

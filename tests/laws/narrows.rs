//! The law of partial answers: to answer more only narrows.

use fastrand::Rng;
use policy_engine::assess;
use policy_engine::assess::{Assessment, InYear, Outcome, State};
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;

use crate::always::ensure;
use crate::generate::Generator;
use crate::sample::Sample;
use crate::world::World;

/// Each step keeps every decided verdict of the one before, and its spans lie within.
pub fn only_narrow(_: &World, _: &Sample, steps: &[Assessment]) -> Result<(), String> {
    steps
        .windows(2)
        .try_for_each(|pair| assessment(&pair[0], &pair[1]))
}

/// How many steps of a sample are completed: the third has little left to complete.
const STEPS: u8 = 2;

/// How many times each step is completed.
const TIMES: u8 = 2;

/// How many completions are made of a sample.
pub const COMPLETED: u64 = STEPS as u64 * TIMES as u64;

/// However the answers of a step are completed, every amount, of each year too, and every total lies
/// within the spans of the step, and no verdict flips.
pub fn completions(world: &World, sample: &Sample, steps: &[Assessment]) -> Result<(), String> {
    let (date, rng) = (sample.date, Rng::with_seed(sample.seed));
    let mut generator = Generator { world, date, rng };
    let partial = sample.steps.iter().zip(steps).take(STEPS.into());
    for (answers, before) in partial {
        for _ in 0..TIMES {
            let complete = generator.complete(answers);
            assessment(before, &assess(world.catalog, &complete, date)).map_err(|broken| {
                format!(
                    "{broken}\ncompleted:{}",
                    Sample::set_in_words(world, &complete)
                )
            })?;
        }
    }
    Ok(())
}

fn assessment(before: &Assessment, after: &Assessment) -> Result<(), String> {
    for (before, after) in before.outcomes.iter().zip(&after.outcomes) {
        outcome(before, after).map_err(|broken| format!("{}: {broken}", before.program.id))?;
    }
    let (before, after) = (&before.totals, &after.totals);
    narrows("total yearly", before.yearly.span, after.yearly.span)?;
    narrows("total window", before.window.span, after.window.span)?;
    narrows("total once", before.once.span, after.once.span)?;
    narrows("total ceilings", before.ceilings.span, after.ceilings.span)
}

fn outcome(before: &Outcome, after: &Outcome) -> Result<(), String> {
    let moved = before.state != State::Open && before.state != after.state;
    ensure(
        !moved,
        &format!("{:?} became {:?}", before.state, after.state),
    )?;
    in_year(&before.now, &after.now)?;
    for year in &before.calendar {
        let same = after.calendar.iter().find(|other| other.year == year.year);
        let same = same.ok_or_else(|| format!("the year {} went away", year.year))?;
        in_year(year, same)?;
    }
    for (before, after) in before.alternatives.iter().zip(&after.alternatives) {
        keeps("a reading", before.verdict, after.verdict)?;
        narrows(&before.reading.says, before.amount, after.amount)?;
    }
    Ok(())
}

fn in_year(before: &InYear, after: &InYear) -> Result<(), String> {
    let year = before.year;
    for (index, (before, after)) in before.findings.iter().zip(&after.findings).enumerate() {
        keeps(
            &format!("{year}, condition {}", index + 1),
            before.verdict,
            after.verdict,
        )?;
    }
    keeps(&format!("{year}"), before.verdict, after.verdict)?;
    if let (Some(before), Some(after)) = (&before.working, &after.working) {
        narrows(&format!("{year}, before the cap"), before.span, after.span)?;
    }
    narrows(
        &format!("{year}, if all conditions hold"),
        before.whole,
        after.whole,
    )?;
    narrows(&format!("{year}, amount"), before.amount, after.amount)
}

fn keeps(what: &str, before: Verdict, after: Verdict) -> Result<(), String> {
    let kept = before == Verdict::Unknown || before == after;
    ensure(kept, &format!("{what}: {before:?} became {after:?}"))
}

fn narrows(what: &str, before: Span, after: Span) -> Result<(), String> {
    ensure(
        before.holds(after),
        &format!("{what}: {after:?} is not within {before:?}"),
    )
}

//! Laws of a single assessment.

use std::rc::Rc;

use fastrand::Rng;
use policy_engine::assess::{
    Assessment, Assessor, Combined, InYear, Money, Outcome, Screened, State, screen,
};
use policy_engine::case::Case;
use policy_engine::fact::{Ask, Value};
use policy_engine::policy::{Award, Paid, Topic};
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;

use crate::sample::Sample;
use crate::world::World;

/// Amounts: 0 where refused, from 0 while unknown, never above the cap; sums are sums.
pub fn amounts(_: &World, _: &Sample, steps: &[Assessment]) -> Result<(), String> {
    for assessment in steps {
        for outcome in &assessment.outcomes {
            let id = &outcome.program.id;
            for year in outcome.calendar.iter().chain([&outcome.now]) {
                in_year(outcome, year)
                    .map_err(|broken| format!("{id}, {}: {broken}", year.year))?;
            }
            for other in &outcome.alternatives {
                amount(outcome, other.verdict, other.amount)
                    .map_err(|broken| format!("{id}, {}: {broken}", other.reading.says))?;
            }
        }
        totals(assessment)?;
    }
    Ok(())
}

fn in_year(outcome: &Outcome, year: &InYear) -> Result<(), String> {
    let verdicts = year.findings.iter().map(|finding| finding.verdict);
    let all = verdicts.fold(Verdict::Yes, Verdict::and);
    // Conditions that fail only together are refused though each is open by itself.
    let expected = if year.conflict { Verdict::No } else { all };
    ensure(
        expected == year.verdict && (!year.conflict || all == Verdict::Unknown),
        "the verdict is not that of the findings",
    )?;
    ensure(year.amount == year.whole.given(year.verdict), "amount")?;
    amount(outcome, year.verdict, year.amount)
}

fn amount(outcome: &Outcome, verdict: Verdict, amount: Span) -> Result<(), String> {
    ensure(!amount.low.is_sign_negative(), "below 0")?;
    ensure(
        amount.high.is_none_or(|high| amount.low <= high),
        "low above high",
    )?;
    match verdict {
        Verdict::No => ensure(amount == Span::ZERO, "refused, and not 0")?,
        Verdict::Unknown => ensure(amount.low.is_zero(), "unknown, and low is not 0")?,
        Verdict::Yes => {}
    }
    let cap = match &outcome.program.award {
        Award::Formula { cap, .. } => cap.as_ref(),
        Award::Ceiling(ceiling) => Some(ceiling),
        Award::Unstated => return ensure(amount == Span::ZERO, "unstated, and not 0"),
    };
    let kept = cap.is_none_or(|cap| amount.high.is_some_and(|high| high <= cap.value));
    ensure(kept, "above the cap")
}

fn totals(assessment: &Assessment) -> Result<(), String> {
    let totals = &assessment.totals;
    for (money, total) in [
        (Money::Yearly, &totals.yearly),
        (Money::Window, &totals.window),
        (Money::Once, &totals.once),
        (Money::Ceilings, &totals.ceilings),
    ] {
        let combined = totals.combined.iter();
        let combined: Vec<_> = combined.filter(|group| group.money == money).collect();
        let alone = |outcome: &&Outcome| !combined.iter().any(|group| member(outcome, group));
        let outcomes = assessment.outcomes.iter().map(Rc::as_ref);
        let outcomes = outcomes.filter(|outcome| in_total(outcome) == Some(money));
        let sum = outcomes
            .filter(alone)
            .map(part)
            .fold(Span::ZERO, Span::plus);
        let sum = combined.iter().fold(sum, |sum, group| sum.plus(group.span));
        ensure(total.span == sum, &format!("total {money:?}"))?;
    }
    for group in &totals.combined {
        let members = assessment.outcomes.iter().map(Rc::as_ref);
        let members =
            members.filter(|outcome| in_total(outcome).is_some() && member(outcome, group));
        let all = members.map(part).fold(Span::ZERO, Span::plus);
        let more = group.span.low > all.low || !Span::up_to(all.high).holds(group.span);
        ensure(!more, "together more than added")?;
    }
    Ok(())
}

/// Whether an outcome is one of those that are taken together.
fn member(outcome: &Outcome, group: &Combined) -> bool {
    let programs = group.cumulation.programs.iter();
    let ids = programs.map(|index| &group.policy.programs[usize::from(*index)].id);
    outcome.policy.id == group.policy.id && { ids }.any(|id| *id == outcome.program.id)
}

fn part(outcome: &Outcome) -> Span {
    match in_total(outcome) {
        Some(Money::Ceilings) => Span::up_to(outcome.now.amount.high),
        _ => outcome.now.amount,
    }
}

/// The sum that an outcome belongs to: only money, and only of programs in force.
fn in_total(outcome: &Outcome) -> Option<Money> {
    let program = outcome.program;
    let funding = program.form.topic() == Topic::Funding;
    if !funding || !outcome.state.in_force() {
        return None;
    }
    let computed = matches!(program.award, Award::Formula { .. });
    Some(
        match (computed && !program.review, program.window(), program.paid) {
            (false, ..) => Money::Ceilings,
            (true, Some(_), _) => Money::Window,
            (true, None, Paid::Yearly) => Money::Yearly,
            (true, None, Paid::Once | Paid::Unstated) => Money::Once,
        },
    )
}

/// Screening, which keeps nothing of why, gives the state, the verdict and the amount of every program.
pub fn screened_the_same(
    world: &World,
    sample: &Sample,
    steps: &[Assessment],
) -> Result<(), String> {
    for (answers, assessment) in sample.steps.iter().zip(steps) {
        let screened: Vec<_> = screen(world.catalog, answers, sample.date).collect();
        let count = "another number of programs";
        ensure(screened.len() == assessment.outcomes.len(), count)?;
        for (screened, outcome) in screened.iter().zip(&assessment.outcomes) {
            let same = Screened {
                state: outcome.state,
                verdict: outcome.now.verdict,
                amount: outcome.now.amount,
            };
            let id = &outcome.program.id;
            ensure(*screened == same, &format!("{id}: screened otherwise"))?;
        }
    }
    Ok(())
}

/// The same answers on the same day give the same result, whatever was assessed before: tried on one
/// step after another, since to compare takes longer than to assess.
pub fn the_same_again(world: &World, sample: &Sample, steps: &[Assessment]) -> Result<(), String> {
    let Some(last) = sample.steps.len().checked_sub(1) else {
        return Ok(());
    };
    let mut rng = Rng::with_seed(sample.seed);
    let (before, step) = (rng.usize(0..=last), rng.usize(0..=last));
    let mut assessor = Assessor::new(world.catalog);
    assessor.assess(&sample.steps[before], sample.date);
    let again = assessor.assess(&sample.steps[step], sample.date);
    ensure(steps[step] == again, "not the same")
}

/// What the first undecided condition of a program waits for is asked.
pub fn questions(world: &World, sample: &Sample, steps: &[Assessment]) -> Result<(), String> {
    for (answers, assessment) in sample.steps.iter().zip(steps) {
        let case = Case::new(&world.catalog.questionnaire, answers, sample.date);
        let questions = assessment.questions(&Topic::ALL);
        let asked = |ask: &Ask| questions.contains(ask);
        for outcome in &assessment.outcomes {
            let id = &outcome.program.id;
            if outcome.state != State::Open {
                continue;
            }
            let mut findings = outcome.now.findings.iter();
            let undecided = findings.find(|finding| finding.verdict == Verdict::Unknown);
            let mut asks = Vec::new();
            undecided
                .ok_or_else(|| format!("{id}: open, and every condition is decided"))?
                .open(&case, &mut |place| asks.push(place.ask));
            ensure(
                !asks.is_empty(),
                &format!("{id}: a condition waits for nothing"),
            )?;
            ensure(
                asks.iter().all(asked),
                &format!("{id}: a condition is not asked about"),
            )?;
            // A place that is too coarse is asked about first, and again.
            let coarse = |ask: &Ask| matches!(answers.known(*ask), Some(Value::Region(_)));
            if asks.iter().any(coarse) {
                continue;
            }
            let mut open = outcome.open.iter().map(|place| place.ask);
            let waits = open.any(|ask| !answers.answered(ask));
            let mut open = outcome.open.iter().map(|place| place.ask);
            let next = open.any(|ask| !answers.answered(ask) && asked(&ask));
            ensure(
                next || !waits,
                &format!("{id}: open, and nothing more is asked"),
            )?;
        }
    }
    Ok(())
}

/// With every question answered, no program waits and no place is open.
pub fn nothing_open_at_the_end(_: &World, _: &Sample, steps: &[Assessment]) -> Result<(), String> {
    let Some(last) = steps.last() else {
        return Ok(());
    };
    for outcome in &last.outcomes {
        let id = &outcome.program.id;
        ensure(
            outcome.open.is_empty(),
            &format!("{id}: {:?}", outcome.open),
        )?;
        ensure(
            outcome.now.verdict != Verdict::Unknown,
            &format!("{id}: unknown"),
        )?;
        // A ceiling stays a range: the document leaves the amount open.
        ensure(
            outcome.program.is_ceiling() || outcome.now.amount.exact().is_some(),
            &format!("{id}: a range"),
        )?;
    }
    Ok(())
}

/// A law as a sentence: what it says where it is broken.
pub fn ensure(holds: bool, broken: &str) -> Result<(), String> {
    if holds {
        Ok(())
    } else {
        Err(broken.to_owned())
    }
}

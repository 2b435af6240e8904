//! The assessment: catalogue × answers × date → the explanation tree.

mod again;
mod places;
mod questions;
mod screen;
mod stakes;
mod totals;

use std::ops::RangeInclusive;
use std::rc::Rc;

use jiff::civil::Date;
use rust_decimal::prelude::ToPrimitive;

use crate::case::{Assumed, Case, Place, Source};
use crate::catalog::Catalog;
use crate::fact::{Answers, Ask, Value};
use crate::ordered::Set;
use crate::policy::assume::assumptions;
use crate::policy::class::ClassFound;
use crate::policy::condition::{Finding, Test, all};
use crate::policy::parts::Part;
use crate::policy::working::Working;
use crate::policy::{Comparison, Policy, Program, Reading, Topic};
use crate::span::Span;
use crate::verdict::Verdict;

pub use again::Assessor;
pub(crate) use screen::gives;
pub use screen::{Screened, screen};
pub use stakes::{Move, Stake, Weight};
pub use totals::{Combined, Money, Sum, Totals};

/// What the answers say about every program of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment<'a> {
    /// The day assessed.
    pub date: Date,
    /// Every program, in the order of the catalogue. One that an [`Assessor`] kept is the same.
    pub outcomes: Vec<Rc<Outcome<'a>>>,
    /// The sums.
    pub totals: Totals<'a>,
}

impl<'a> Assessment<'a> {
    /// The outcomes with their sums.
    fn of(case: &Case, outcomes: Vec<Rc<Outcome<'a>>>) -> Assessment<'a> {
        Assessment {
            date: case.date,
            totals: Totals::of(case, &outcomes),
            outcomes,
        }
    }
}

impl Assessment<'_> {
    /// The places answered that a program of some topics needs finer: 长沙市 where 长沙县 is asked.
    pub fn coarse(&self, answers: &Answers, topics: &[Topic]) -> Set<Ask> {
        let outcomes = self.outcomes.iter();
        let outcomes = outcomes.filter(|outcome| {
            outcome.state == State::Open && topics.contains(&outcome.program.form.topic())
        });
        let open = outcomes.flat_map(|outcome| outcome.open.iter());
        let answered = open.filter(|place| {
            let region = matches!(answers.known(place.ask), Some(Value::Region(_)));
            region && place.cell.is_none()
        });
        answered.map(|place| place.ask).collect()
    }

    /// The questions to show for some topics, in order: those that can still matter, and those that
    /// did.
    pub fn questions(&self, topics: &[Topic]) -> Vec<Ask> {
        let outcomes = self.outcomes.iter();
        let outcomes = outcomes.filter(|outcome| topics.contains(&outcome.program.form.topic()));
        let questions: Set<Ask> = outcomes
            .flat_map(|outcome| outcome.questions.iter().copied())
            .collect();
        questions.into_iter().collect()
    }

    /// Further questions for some topics, in order: they move nothing in the year of the assessment.
    pub fn elective(&self, topics: &[Topic]) -> Vec<Ask> {
        let questions = self.questions(topics);
        let outcomes = self.outcomes.iter();
        let outcomes = outcomes.filter(|outcome| topics.contains(&outcome.program.form.topic()));
        let elective: Set<Ask> = outcomes
            .flat_map(|outcome| outcome.elective.iter().copied())
            .filter(|ask| !questions.contains(ask))
            .collect();
        elective.into_iter().collect()
    }
}

/// What the answers say about one program.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome<'a> {
    /// The document.
    pub policy: &'a Policy,
    /// The program.
    pub program: &'a Program,
    /// Where the enterprise stands.
    pub state: State,
    /// The year of the assessment.
    pub now: Rc<InYear<'a>>,
    /// Money over several years: each year of the window, the year of the assessment as above; empty
    /// for other programs and while the first year is not known.
    pub calendar: Vec<Rc<InYear<'a>>>,
    /// The amount under each other reading, in the year of the assessment.
    pub alternatives: Vec<Other<'a>>,
    /// The amount in other circumstances, in the year of the assessment.
    pub comparisons: Vec<Compared<'a>>,
    /// What could still move the verdict or the amount, in the order of the clause.
    pub open: Vec<Place>,
    /// The questions to show: those that can still matter in the year of the assessment, and those
    /// that did.
    pub questions: Set<Ask>,
    /// Further questions, on which only the other years of the calendar rest.
    pub elective: Set<Ask>,
}

/// Where an enterprise stands with a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// 可获得: by rule, all conditions hold.
    Obtainable,
    /// 可申报: all conditions hold; the authority decides or the amount is only a ceiling.
    Applicable,
    /// 还需信息.
    Open,
    /// 暂不符合.
    Refused,
    /// 尚未施行.
    NotYet,
    /// 申报已截止: the call is over.
    Closed,
    /// 已过期.
    Expired,
}

/// A program in one calendar year.
#[derive(Clone, Debug, PartialEq)]
pub struct InYear<'a> {
    /// The calendar year.
    pub year: i16,
    /// What was found of each condition, in the order of the clause.
    pub findings: Vec<Finding<'a>>,
    /// Whether all conditions hold.
    pub verdict: Verdict,
    /// Whether the conditions fail only together: none by itself, but they cannot all hold.
    pub conflict: bool,
    /// How the amount follows, before the cap; absent where nothing is computed.
    pub working: Option<Working<'a>>,
    /// The shared figures that the program shows.
    pub shows: Vec<Working<'a>>,
    /// The enterprise's class, where the program is about classes.
    pub class: Option<ClassFound<'a>>,
    /// The amount if all conditions hold, after the cap, in 元.
    pub whole: Span,
    /// The amount as far as it is certain: 0 where refused, from 0 while unknown.
    pub amount: Span,
}

/// A program under another reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Other<'a> {
    /// The reading.
    pub reading: &'a Reading,
    /// Whether all conditions hold under it.
    pub verdict: Verdict,
    /// The amount under it, in 元.
    pub amount: Span,
    /// Whether it waits for something that is not known.
    pub waits: bool,
}

/// The amount of a program in other circumstances.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared<'a> {
    /// The circumstances.
    pub comparison: &'a Comparison,
    /// The amount in them, in 元.
    pub amount: Span,
}

/// The years that can be assessed.
pub const YEARS: RangeInclusive<i16> = 2000..=2100;

/// Whether a day can be assessed.
pub fn serves(day: Date) -> bool {
    YEARS.contains(&day.year())
}

/// Assesses every program of the catalogue on a day, which must be one that [`serves`] accepts.
pub fn assess<'a>(catalog: &'a Catalog, answers: &Answers, date: Date) -> Assessment<'a> {
    let case = Case::new(&catalog.questionnaire, answers, date);
    let programs = catalog.programs();
    let outcomes = programs.map(|(policy, program)| Rc::new(outcome(&case, policy, program)));
    Assessment::of(&case, outcomes.collect())
}

/// Assesses one program of the catalogue, by its id, on a day.
pub fn assess_program<'a>(case: &Case, catalog: &'a Catalog, id: &str) -> Option<Outcome<'a>> {
    let (policy, program) = catalog.programs().find(|(_, program)| program.id == id)?;
    Some(outcome(case, policy, program))
}

fn outcome<'a>(case: &Case, policy: &'a Policy, program: &'a Program) -> Outcome<'a> {
    let now = Rc::new(in_year(case, program));
    let calendar = window_years(case, program).map(|year| match year {
        year if year == case.year => now.clone(),
        year => Rc::new(in_year(&case.in_year(year), program)),
    });
    let calendar: Vec<_> = calendar.collect();
    let assumed = assumptions(case, &now.findings);
    let alternatives = program.readings.iter();
    let alternatives = alternatives
        .map(|reading| other(case, program, &now, &assumed, reading))
        .collect();
    let under = case.under(&assumed);
    let comparisons = program.compares.iter().map(|comparison| Compared {
        comparison,
        amount: comparison.amount.span(&under).given(now.verdict),
    });
    let comparisons = comparisons.collect();
    let mut open = Vec::new();
    now.open(case, &mut open);
    let mut outcome = Outcome {
        policy,
        program,
        state: state(case.date, policy, program, now.verdict),
        now,
        calendar,
        alternatives,
        comparisons,
        open,
        questions: Set::default(),
        elective: Set::default(),
    };
    if outcome.state.in_force() {
        outcome.questions = outcome.questions_in(case);
        outcome.elective = outcome.elective_in(case);
    }
    let mut seen = Set::default();
    outcome.open.retain(|place| seen.insert(*place));
    outcome
}

/// The years for which the program pays, where that is known and the year at hand is one of them.
fn window_years(case: &Case, program: &Program) -> impl Iterator<Item = i16> + use<> {
    let first = program
        .window()
        .and_then(|(from, years)| match case.value(Source::Fact(from)) {
            Some(Value::Quantity(first)) => Some((first.to_i16()?, years.value.to_i16()?)),
            _ => None,
        });
    let year = case.year;
    first
        .filter(|(first, years)| (*first..first + years).contains(&year))
        .into_iter()
        .flat_map(|(first, years)| first..first + years)
}

/// What the answers say about a program in the year at hand.
fn in_year<'a>(case: &Case, program: &'a Program) -> InYear<'a> {
    let Program {
        requires,
        award,
        shows,
        classes,
        ..
    } = program;
    let mut findings = Vec::with_capacity(requires.len());
    all(case, requires, Some(&mut findings));
    let assumed = assumptions(case, &findings);
    let under = case.under(&assumed);
    let (verdict, conflict) = judge(&under, findings.iter());
    let working = award.measure().map(|amount| amount.evaluate(&under));
    let whole = award.whole(working.as_ref().map(|working| working.span));
    InYear {
        year: case.year,
        shows: shows.iter().map(|shown| shown.evaluate(&under)).collect(),
        class: classes.as_ref().map(|classes| classes.find(case, true)),
        amount: whole.given(verdict),
        findings,
        verdict,
        conflict,
        working,
        whole,
    }
}

/// Whether all conditions hold, and whether they fail only together: each is open by itself, but
/// under what the others assume one cannot hold.
fn judge<'f, 'a: 'f>(
    under: &Case,
    findings: impl Iterator<Item = &'f Finding<'a>> + Clone,
) -> (Verdict, bool) {
    let verdicts = findings.clone().map(|finding| finding.verdict);
    let verdict = verdicts.fold(Verdict::Yes, Verdict::and);
    // A condition on other facts than those that are assumed is found the same under them.
    let touched = |finding: &Finding| {
        let mut touched = false;
        finding.of.parts(&mut |part| {
            touched |= matches!(part, Part::Fact(reference) if under.assumes(reference));
        });
        touched
    };
    let cannot = |finding| touched(finding) && finding.of.holds(under) == Verdict::No;
    // What holds without the assumptions holds under them.
    let mut open = findings.filter(|finding| finding.verdict == Verdict::Unknown);
    let conflict = verdict == Verdict::Unknown && under.assumes_any() && open.any(cannot);
    (if conflict { Verdict::No } else { verdict }, conflict)
}

/// A program under another reading, by what was found, and what was assumed, under its own.
fn other<'a>(
    case: &Case,
    program: &Program,
    now: &InYear,
    own: &Assumed,
    reading: &'a Reading,
) -> Other<'a> {
    let alternative = &reading.alternative;
    let mut with = Vec::with_capacity(alternative.with.len());
    all(case, &alternative.with, Some(&mut with));
    let kept = now.findings.iter().filter(|finding| {
        let id = finding.of.id.as_ref();
        !id.is_some_and(|id| alternative.without.contains(id))
    });
    let findings = kept.chain(&with);
    let assumed = assumptions(case, findings.clone());
    let under = case.under(&assumed);
    let (verdict, _) = judge(&under, findings);
    let mut waits = verdict == Verdict::Unknown;
    let computed = program.award.measure().map(|amount| {
        let same = alternative.amount.is_none() && assumed == *own;
        let amount = alternative.amount.as_ref().unwrap_or(amount);
        let anew = (!same).then(|| amount.evaluate(&under));
        let working = anew.as_ref().or(now.working.as_ref());
        let working = working.expect("a formula has its working");
        working.open(&under, &mut |_| waits = true);
        working.span
    });
    Other {
        reading,
        verdict,
        waits,
        amount: program.award.whole(computed).given(verdict),
    }
}

fn state(date: Date, policy: &Policy, program: &Program, verdict: Verdict) -> State {
    if policy.from.is_some_and(|from| date < from) {
        return State::NotYet;
    }
    if policy.until.is_some_and(|until| until < date) {
        return State::Expired;
    }
    if program.call.as_ref().is_some_and(|call| call.until < date) {
        return State::Closed;
    }
    match verdict {
        Verdict::Unknown => State::Open,
        Verdict::No => State::Refused,
        Verdict::Yes if program.form.topic() == Topic::Funding && program.is_ceiling() => {
            State::Applicable
        }
        Verdict::Yes => State::Obtainable,
    }
}

impl Outcome<'_> {
    /// Whether the program is for enterprises of another place.
    pub fn is_elsewhere(&self) -> bool {
        self.now.findings.iter().any(|finding| {
            finding.verdict == Verdict::No && matches!(finding.of.test, Test::Within(..))
        })
    }
}

impl State {
    /// Every state, the nearest to money first.
    pub const ALL: [State; 7] = [
        State::Obtainable,
        State::Applicable,
        State::Open,
        State::Refused,
        State::NotYet,
        State::Closed,
        State::Expired,
    ];

    /// The name used in files and in JSON: `obtainable`.
    pub fn id(self) -> &'static str {
        match self {
            State::Obtainable => "obtainable",
            State::Applicable => "applicable",
            State::Open => "open",
            State::Refused => "refused",
            State::NotYet => "not_yet",
            State::Closed => "closed",
            State::Expired => "expired",
        }
    }

    /// Whether the document applies, and can be applied under, on the day assessed.
    pub fn in_force(self) -> bool {
        !matches!(self, State::NotYet | State::Closed | State::Expired)
    }
}

impl InYear<'_> {
    /// Adds what could still move the verdict or the amount.
    fn open(&self, case: &Case, open: &mut Vec<Place>) {
        let mut visit = |place| open.push(place);
        if let Some(class) = &self.class {
            class.open(case, &mut visit);
        }
        if self.amount.exact().is_some() && self.verdict != Verdict::Unknown {
            return;
        }
        for finding in &self.findings {
            finding.open(case, &mut visit);
        }
        if self.whole.exact().is_none()
            && let Some(working) = &self.working
        {
            working.open(case, &mut visit);
        }
    }
}

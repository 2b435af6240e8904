//! The search for a completion under which a program gives a wanted amount.
//!
//! It starts at completions drawn at random and changes one to three answers at a time, mostly
//! towards limits of the documents and of the questions, as long as that brings the amount nearer.

use jiff::civil::Date;
use policy_engine::assess;
use policy_engine::case::Case;
use policy_engine::fact::{Answer, Answers, Ask, Column, Kind, Measured, Row, Rows, Value};
use policy_engine::input::is_shown;
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;

use crate::favour::{Aim, wanting};
use crate::generate::{Generator, kind_in, step_of};

/// How often the search starts anew.
const STARTS: usize = 12;

/// How many changes are tried from a start.
const CHANGES: usize = 600;

/// The amount that is looked for. What is complete gives one amount, but for a ceiling: below it the
/// document leaves the amount open, so its range has two ends still.
#[derive(Clone, Copy, Debug)]
pub enum Goal {
    /// A range that begins at this amount.
    Low(Decimal),
    /// A range that ends at this amount.
    High(Decimal),
    /// More than this amount.
    Beyond(Decimal),
}

/// How far answers are from the goal: conditions that fail first, then money.
type Distance = (usize, Decimal);

impl Goal {
    fn distance(self, amount: Span) -> Decimal {
        let high = amount.high.unwrap_or(amount.low);
        match self {
            Goal::Low(wanted) => (amount.low - wanted).abs(),
            Goal::High(wanted) => (high - wanted).abs(),
            Goal::Beyond(least) if high > least => Decimal::ZERO,
            Goal::Beyond(least) => least - high + Decimal::ONE,
        }
    }

    /// Whether a refused program, which gives 0, gives what is wanted.
    fn is_nothing(self) -> bool {
        matches!(self, Goal::Low(wanted) | Goal::High(wanted) if wanted.is_zero())
    }
}

impl Generator<'_> {
    /// Searches a completion of answers under which the one program gives the amount; else how near
    /// the search came, in words, and by which completion.
    pub fn search(
        &mut self,
        program: usize,
        kept: &Answers,
        goal: Goal,
    ) -> Result<(), (String, Answers)> {
        let mut nearest: Option<(Distance, Answers)> = None;
        for _ in 0..STARTS {
            let mut answers = self.complete(kept);
            if !goal.is_nothing() {
                let aim = Aim::Verdict(Verdict::Yes);
                self.favour(program, aim, kept, &mut answers);
            }
            let distance = self.climb(program, kept, goal, &mut answers);
            if distance == (0, Decimal::ZERO) {
                return Ok(());
            }
            if nearest.as_ref().is_none_or(|(known, _)| distance < *known) {
                nearest = Some((distance, answers));
            }
        }
        let (distance, answers) = nearest.unwrap_or_default();
        let (_, amount) = self.found(program, &answers);
        Err((format!("{amount:?}, {distance:?} away,"), answers))
    }

    fn climb(
        &mut self,
        program: usize,
        kept: &Answers,
        goal: Goal,
        answers: &mut Answers,
    ) -> Distance {
        let (mut distance, mut asks) = self.distance(program, goal, answers);
        // Half of the time only numbers and lists move: a choice that pays less now may pay more yet.
        let choices_stay = self.chance(50);
        for _ in 0..CHANGES {
            asks.retain(|ask| is_free(kept, *ask) && !(choices_stay && self.is_choice(*ask)));
            if distance == (0, Decimal::ZERO) || asks.is_empty() {
                break;
            }
            let mut before = Vec::new();
            for _ in 0..*self.one_of(&[1, 1, 1, 2, 3]) {
                let ask = *self.one_of(&asks);
                before.push((ask, answers.0.get(&ask).cloned()));
                let value = self.changed(kept, answers, ask);
                answers.0.insert(ask, Answer::Known(value));
            }
            let (now, open) = self.distance(program, goal, answers);
            if now <= distance {
                (distance, asks) = (now, open);
                continue;
            }
            for (ask, answer) in before.into_iter().rev() {
                match answer {
                    Some(answer) => answers.0.insert(ask, answer),
                    None => answers.0.remove(&ask),
                };
            }
        }
        distance
    }

    /// Whether a question is answered by anything but a number or a list.
    fn is_choice(&self, ask: Ask) -> bool {
        let kind = &self.world.catalog.questionnaire.fact(ask.fact).kind;
        !matches!(kind, Kind::Quantity(_) | Kind::Rows(_))
    }

    /// How far answers are from the goal, and the questions that this rests on.
    fn distance(&self, program: usize, goal: Goal, answers: &Answers) -> (Distance, Vec<Ask>) {
        let catalog = &self.world.single[program];
        let case = Case::new(&catalog.questionnaire, answers, self.date);
        let assessment = assess(catalog, answers, self.date);
        let now = &assessment.outcomes[0].now;
        let (left, mut asks) = wanting(&case, &now.findings);
        let mut visit = |place: policy_engine::case::Place| asks.push(place.ask);
        for finding in &now.findings {
            finding.each_place(&case, false, &mut visit);
        }
        if let Some(working) = &now.working {
            working.each_place(&case, false, &mut visit);
        }
        let left = if goal.is_nothing() { 0 } else { left };
        ((left, goal.distance(now.amount)), asks)
    }

    /// Another answer to a question, that still refines what is kept.
    fn changed(&mut self, kept: &Answers, answers: &Answers, ask: Ask) -> Value {
        let kind = &self.world.catalog.questionnaire.fact(ask.fact).kind;
        match (kind, answers.known(ask)) {
            (Kind::Quantity(measured), Some(Value::Quantity(value))) if self.chance(70) => {
                Value::Quantity(self.moved(measured, *value))
            }
            (Kind::Rows(_), Some(Value::Rows(rows))) if self.chance(70) => {
                Value::Rows(self.moved_rows(kept, ask, rows))
            }
            _ => self.anew(kept, ask),
        }
    }

    /// An answer drawn anew.
    fn anew(&mut self, kept: &Answers, ask: Ask) -> Value {
        let value = kept.known(ask).cloned();
        let value = value.unwrap_or_else(|| self.value(ask.fact));
        self.finest(ask.fact, value)
    }

    /// A number moved by a step, by a half or a double, or to an end of what is accepted.
    fn moved(&mut self, measured: &Measured, value: Decimal) -> Decimal {
        let step = step_of(measured);
        let moved = match self.rng.u8(0..8) {
            0 => value + step,
            1 => value - step,
            2 => value * Decimal::TWO,
            3 => value / Decimal::TWO,
            4 => value * Decimal::TEN,
            5 => value / Decimal::TEN,
            6 => measured.at_least,
            _ => measured.at_most,
        };
        let places = step.normalize().scale();
        let moved = moved.clamp(measured.at_least, measured.at_most);
        moved.trunc_with_scale(places)
    }

    /// A cell that is not kept changed.
    fn change_cell(&mut self, ask: Ask, kept: Option<&Row>, row: &mut Row) {
        let fact = self.world.catalog.questionnaire.fact(ask.fact);
        let columns = fact.columns();
        let column = self.rng.usize(0..columns.len());
        let known = kept.and_then(|kept| kept[column].as_ref());
        if known.is_some() || !is_shown(&columns[column], row) {
            return;
        }
        let before = row[column].clone();
        match (&kind_in(&columns[column]), &before) {
            (Kind::Quantity(measured), Some(Value::Quantity(value))) if self.chance(70) => {
                row[column] = Some(Value::Quantity(self.moved(measured, *value)));
            }
            (Kind::Date, Some(Value::Date(date))) if self.chance(70) => {
                let moved = self.moved_date(columns, row, column, *date);
                row[column] = moved.map(Value::Date).or(before);
            }
            _ => {
                row[column] = None;
                self.fill_finest(ask.fact, columns, row);
            }
        }
    }

    /// A date moved by a day, or next to the other of its pair, where it may stand there.
    fn moved_date(
        &mut self,
        columns: &[Column],
        row: &Row,
        own: usize,
        date: Date,
    ) -> Option<Date> {
        let known = |column: usize| match row[column] {
            Some(Value::Date(date)) => Some(date),
            _ => None,
        };
        let first = columns[own].after.and_then(|first| known(first.into()));
        let mut later = columns.iter().enumerate();
        let last = later.find(|(_, other)| other.after.map(usize::from) == Some(own));
        let last = last.and_then(|(other, _)| known(other));
        let beside = first.and_then(|first| first.tomorrow().ok());
        let beside = beside.or(last.and_then(|last| last.yesterday().ok()));
        let moved = match self.rng.u8(0..4) {
            0 => date.tomorrow().ok(),
            1 => date.yesterday().ok(),
            _ => beside,
        };
        let in_order = |moved: &Date| {
            first.is_none_or(|first| first < *moved) && last.is_none_or(|last| *moved < last)
        };
        moved.filter(in_order)
    }

    /// A list with a cell changed, a row more, or one less, as far as what is kept allows.
    fn moved_rows(&mut self, kept: &Answers, ask: Ask, rows: &Rows) -> Rows {
        let known = match kept.known(ask) {
            Some(Value::Rows(rows)) => rows.clone(),
            _ => Rows {
                rows: Vec::new(),
                more: true,
            },
        };
        let mut rows = rows.clone();
        let (own, free) = (known.rows.len(), rows.rows.len() > known.rows.len());
        match self.rng.u8(0..4) {
            0 if known.more && !rows.rows.is_empty() => {
                let copies = if self.chance(30) { rows.rows.len() } else { 1 };
                for _ in 0..copies.min(1000) {
                    let row = self.one_of(&rows.rows).clone();
                    rows.rows.push(row);
                }
            }
            1 if free => {
                rows.rows.swap_remove(self.rng.usize(own..rows.rows.len()));
            }
            _ if !rows.rows.is_empty() => {
                let row = self.rng.usize(0..rows.rows.len());
                self.change_cell(ask, known.rows.get(row), &mut rows.rows[row]);
            }
            _ => {}
        }
        rows
    }
}

/// Whether a question may be answered otherwise and what is kept still stand.
fn is_free(kept: &Answers, ask: Ask) -> bool {
    match kept.known(ask) {
        None => true,
        Some(Value::Rows(rows)) => rows.more || rows.rows.iter().flatten().any(Option::is_none),
        Some(value) => matches!(value, Value::Region(_)),
    }
}

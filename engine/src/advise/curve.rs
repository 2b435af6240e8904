//! The amount of a program over a number that it pays by.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::advise::change::{Growing, each_once, with};
use crate::assess::{Outcome, gives};
use crate::case::Case;
use crate::fact::Value;
use crate::ordered::Map;
use crate::policy::{Award, Program, Topic};
use crate::unit::Unit;

/// The amount over a number, everything else as answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve<'a> {
    /// The number.
    pub over: Growing<'a>,
    /// Where the line bends, jumps or ends: the number and the amount in 元, ascending. Between two
    /// points the amount is straight, to the fen.
    pub points: Vec<(Decimal, Decimal)>,
    /// The amount where the enterprise is, in 元.
    pub amount: Decimal,
    /// The cap, in 元, where the line reaches it.
    pub cap: Option<Decimal>,
}

/// Into how many pieces a line is cut before each is looked at: what lies in one line with its ends
/// by chance, as a price that begins at a threshold, is found so.
const SPLIT: u64 = 32;

/// How much further than the enterprise is a line is followed to find what it leads to.
const FAR: u64 = 1024;

/// The most points that a line is told by; one with more is not drawn.
const POINTS: usize = 40;

/// A curve for each number that a program pays by, as far as all else is known.
pub fn curves<'a>(case: &Case<'a>, outcome: &Outcome<'a>) -> Vec<Curve<'a>> {
    let pays = outcome.program.form.topic() == Topic::Funding && outcome.state.in_force();
    let Some(working) = outcome.now.working.as_ref().filter(|_| pays) else {
        return Vec::new();
    };
    let places = each_once(|visit| working.each_place(case, false, visit));
    let numbers = places.into_iter().filter_map(|at| Growing::any(case, at));
    let numbers = numbers.filter(|number| number.measured.unit != Unit::YEAR);
    let curves = numbers.filter_map(|number| curve(case, outcome.program, number));
    curves.collect()
}

fn curve<'a>(case: &Case<'a>, program: &'a Program, over: Growing<'a>) -> Option<Curve<'a>> {
    let mut line = Line {
        case,
        program,
        over,
        step: over.step(),
        known: Map::new(),
    };
    let steps = |value: Decimal| (value / line.step).to_u64();
    let (here, most) = (steps(over.value)?, steps(over.at_most)?);
    let amount = line.at(here)?;
    let last = line.last(here, most)?;
    let bends = line.bends(last)?;
    if bends.len() > POINTS {
        return None;
    }
    let points = bends.into_iter().map(|at| {
        let value = Decimal::from(at) * line.step;
        Some((value, line.at(at)?))
    });
    let points: Vec<_> = points.collect::<Option<_>>()?;
    let greatest = points.iter().map(|point| point.1).max()?;
    // A number that only chooses a price makes steps; the program does not pay by it.
    let slope = points
        .windows(2)
        .any(|pair| pair[1].0 - pair[0].0 > line.step && pair[1].1 != pair[0].1);
    let cap = line.cap().filter(|cap| greatest == *cap);
    slope.then_some(Curve {
        over,
        points,
        amount,
        cap,
    })
}

/// The amount at each number of steps, reckoned once.
struct Line<'c, 'a> {
    case: &'c Case<'a>,
    program: &'a Program,
    over: Growing<'a>,
    step: Decimal,
    known: Map<u64, Decimal>,
}

impl Line<'_, '_> {
    /// The amount at so many steps; nothing where it is not exact.
    fn at(&mut self, steps: u64) -> Option<Decimal> {
        if let Some(amount) = self.known.get(&steps) {
            return Some(*amount);
        }
        let value = Value::Quantity(Decimal::from(steps) * self.step);
        let answers = &with(self.case.answers, self.over.at, value);
        let case = Case {
            answers,
            ..*self.case
        };
        let amount = gives(&case, self.program).1.exact()?;
        self.known.insert(steps, amount);
        Some(amount)
    }

    fn cap(&self) -> Option<Decimal> {
        match &self.program.award {
            Award::Formula { cap, .. } => cap.as_ref().map(|cap| cap.value),
            _ => None,
        }
    }

    /// Where the line ends: a little beyond the cap, or else twice as far as the enterprise is and
    /// beyond the first amount that is paid.
    fn last(&mut self, here: u64, most: u64) -> Option<u64> {
        let one = (self.over.one / self.step).to_u64()?;
        let near = here.max(one).saturating_mul(2).min(most);
        let far = near.saturating_mul(FAR).min(most);
        let cap = self.cap();
        let mut last = near;
        while !self.reaches(last, cap)? {
            if last >= far {
                return Some(near);
            }
            last = last.saturating_mul(2).min(far);
        }
        let Some(cap) = cap else {
            return Some(last);
        };
        let (mut below, mut reached) = (0, last);
        while reached - below > 1 {
            let middle = below + (reached - below) / 2;
            if self.at(middle)? >= cap {
                reached = middle;
            } else {
                below = middle;
            }
        }
        let beyond = reached.saturating_add(reached / 4).max(here);
        Some(beyond.saturating_add(here / 10).min(most))
    }

    /// Whether the cap is reached, or where there is none, anything is paid.
    fn reaches(&mut self, steps: u64, cap: Option<Decimal>) -> Option<bool> {
        let amount = self.at(steps)?;
        Some(cap.map_or(!amount.is_zero(), |cap| amount >= cap))
    }

    /// Cuts the line between two ends into straight pieces, down to the smallest step, and adds their
    /// ends.
    fn pieces(&mut self, from: u64, to: u64, ends: &mut Vec<u64>) -> Option<()> {
        let middle = from + (to - from) / 2;
        let inner = [
            from + (middle - from) / 2,
            middle,
            middle + (to - middle) / 2,
        ];
        let mut straight = true;
        for at in inner {
            straight = straight && self.is_straight(from, at, to)?;
        }
        if straight || to - from <= 1 {
            ends.push(to);
            return Some(());
        }
        self.pieces(from, middle, ends)?;
        self.pieces(middle, to, ends)
    }

    /// The ends of pieces at which the line bends or jumps.
    fn bends(&mut self, last: u64) -> Option<Vec<u64>> {
        let mut ends = vec![0];
        let split = |part: u64| last / SPLIT * part + last % SPLIT * part / SPLIT;
        for part in 0..SPLIT {
            let (from, to) = (split(part), split(part + 1));
            if from < to {
                self.pieces(from, to, &mut ends)?;
            }
        }
        let mut bends: Vec<u64> = Vec::new();
        for (index, at) in ends.iter().enumerate() {
            let bend = match (bends.last(), ends.get(index + 1)) {
                (Some(before), Some(after)) => !self.is_straight(*before, *at, *after)?,
                _ => true,
            };
            if bend {
                bends.push(*at);
            }
        }
        Some(bends)
    }

    /// Whether a point lies on the line between two others, to the fen.
    fn is_straight(&mut self, from: u64, at: u64, to: u64) -> Option<bool> {
        let (first, middle, last) = (self.at(from)?, self.at(at)?, self.at(to)?);
        let share = Decimal::from(at - from) / Decimal::from(to - from);
        let expected = first + (last - first) * share;
        Some((middle - expected).abs() <= Decimal::new(1, 2))
    }
}

//! An assessment as a report in words and figures: what the page draws and the command line prints.

use std::ops::Deref;
use std::rc::Rc;

use policy_engine::assess::{InYear, Outcome};
use policy_engine::case::Case;
use policy_engine::day;
use policy_engine::policy::late::Late;
use policy_engine::policy::measure::Measure;
use policy_engine::policy::{self, Words};
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

use crate::calculation::Calculation;
use crate::condition::{self, ConditionLine};
use crate::headline::{Headline, headline};
use crate::text::{fill, texts};
use crate::totals::Total;
use crate::{money, outcome, working};

/// A whole assessment: with all that an official would check, or with headlines only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report<P = Program> {
    /// The day assessed.
    pub date: String,
    /// The sums, each kind of money apart.
    pub totals: Vec<Total>,
    /// How many programs of money may be had of which the document states no amount.
    pub unstated: usize,
    /// What stands beside every sum.
    #[serde(skip)]
    pub disclaimer: String,
    /// Every program, the nearest to money first. One that a [`Reporter`](crate::reporter::Reporter) kept
    /// is the same.
    pub programs: Vec<Rc<P>>,
}

/// An amount in words and figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// In words.
    pub text: String,
    /// In words that are read at a glance, where they are shorter and as exact.
    #[serde(skip)]
    pub glance: Option<String>,
    /// The least, in 元.
    pub low: Decimal,
    /// The greatest, in 元; absent where nothing bounds it.
    pub high: Option<Decimal>,
}

impl Amount {
    /// In words with fen where it is money: 700,000.00 元.
    pub fn to_the_fen(&self) -> String {
        let span = Span {
            low: self.low,
            high: self.high,
        };
        if self.text == money::span(span) {
            money::span_to_the_fen(span)
        } else {
            self.text.clone()
        }
    }

    /// The shortest form that is exact.
    pub fn short(&self) -> &str {
        self.glance.as_deref().unwrap_or(&self.text)
    }
}

/// A program with all that an official would check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Program {
    /// What it is at a glance.
    #[serde(flatten)]
    pub headline: Headline,
    /// The conditions, in the order of the clause.
    pub conditions: Vec<ConditionLine>,
    /// Whether the conditions fail only together, none by itself.
    pub conflict: bool,
    /// The calculation.
    #[serde(flatten)]
    pub calculation: Calculation,
    /// The cap, and the amount before it where it cuts.
    pub cap: Option<String>,
    /// The amounts of several years, where it pays for some years only.
    pub calendar: Vec<Year>,
    /// Shared figures shown beside the program, each with its steps.
    pub shows: Vec<Shown>,
    /// The amount in other circumstances, to hold beside it.
    pub compares: Vec<Compared>,
    /// How unclear words were read, and the amount under the other reading.
    pub readings: Vec<Reading>,
    /// What the document says of claiming the program together with others.
    pub together: Vec<String>,
    /// Conditions that the answers do not cover.
    pub not_modelled: Vec<String>,
    /// The clauses and their document.
    pub source: Source,
}

impl Deref for Program {
    type Target = Headline;

    fn deref(&self) -> &Headline {
        &self.headline
    }
}

/// A shared figure: 评价得分.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Shown {
    /// Its name.
    pub label: String,
    /// Its value, as far as it is known.
    pub value: String,
    /// How it followed, and the clauses that it rests on.
    #[serde(flatten)]
    pub calculation: Calculation,
}

/// An amount in other circumstances.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared {
    /// The circumstances.
    pub says: String,
    /// The amount in them.
    #[serde(flatten)]
    pub amount: Amount,
}

/// One year of a program that pays for some years only.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Year {
    /// The calendar year.
    pub year: i16,
    /// The amount as far as it is certain.
    #[serde(flatten)]
    pub amount: Amount,
    /// The least, in hundredths of the greatest amount of a year.
    #[serde(skip)]
    pub low: u8,
    /// The greatest, in hundredths of the greatest amount of a year; full where nothing bounds it.
    #[serde(skip)]
    pub high: u8,
    /// The calculation, where the year's conditions do not fail.
    #[serde(flatten)]
    pub calculation: Calculation,
}

/// A reading taken, and the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reading {
    /// The reading taken.
    pub says: String,
    /// Why.
    pub because: String,
    /// The other reading.
    pub other: String,
    /// The amount under it, in words.
    pub other_amount: String,
    /// The least under it, in 元.
    pub other_low: Decimal,
    /// The greatest under it, in 元.
    pub other_high: Option<Decimal>,
}

/// Where a program comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Source {
    /// The document's id.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// The name by which it is told apart: 发文字号, or the title.
    pub name: String,
    /// 发文字号, where there is one.
    pub document: Option<String>,
    /// 发文机关.
    pub authority: String,
    /// The clauses.
    pub clauses: Vec<Clause>,
    /// Where the money comes from.
    pub funding: String,
    /// Since when and until when.
    pub validity: String,
    /// When and with what the file was last compared.
    pub checked: String,
    /// How to apply.
    pub apply: String,
    /// The call for applications and its last day, where one is known.
    pub call: Option<String>,
    /// What to know of the whole document.
    pub notes: Vec<String>,
}

/// A clause in its own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clause {
    /// Where it stands.
    pub at: String,
    /// Its words, or a retelling of them.
    pub quote: String,
    /// What the retelling rests on; absent where the words are exact.
    pub paraphrase_of: Option<String>,
    /// How well it is known, where it was not read in full.
    pub confidence: Option<&'static str>,
    /// 责任单位; empty where the document does not say.
    pub responsible: String,
}

/// An amount of which a span is shown; what is told in words of its own has no shorter form.
pub(crate) fn amount(text: String, shown: Option<Span>, span: Span) -> Amount {
    Amount {
        text,
        glance: shown.and_then(money::glance),
        low: span.low,
        high: span.high,
    }
}

/// Steps that stand beside the program are not told at its conditions again.
fn told_elsewhere(line: &mut ConditionLine, shows: &[Shown]) {
    let told = |step: &String| {
        let mut shown = shows.iter().map(|shown| &shown.calculation.working);
        shown.any(|working| working.contains(step))
    };
    if line.calculation.working.iter().all(told) {
        line.calculation = Calculation::default();
    }
    for part in &mut line.parts {
        told_elsewhere(part, shows);
    }
}

/// Puts a program into words, with all that an official would check.
pub fn program(case: &Case, outcome: &Outcome) -> Program {
    let (policy, program, now) = (outcome.policy, outcome.program, &outcome.now);
    let readings = outcome.alternatives.iter().map(|other| Reading {
        says: other.reading.says.to_string(),
        because: other.reading.because.to_string(),
        other: other.reading.alternative.says.to_string(),
        other_amount: outcome::other(program, other),
        other_low: other.amount.low,
        other_high: other.amount.high,
    });
    let class = now.class.iter().map(|found| Shown {
        label: found.of.name.label.clone(),
        value: condition::class_text(found),
        calculation: condition::of_class(case, found),
    });
    let shows = now.shows.iter().filter_map(|shown| {
        let Measure::Named(named) = shown.of else {
            return None;
        };
        Some(Shown {
            label: named.0.label.clone(),
            value: working::range(case, shown),
            calculation: working::of_named(case, shown),
        })
    });
    let compares = outcome.comparisons.iter().map(|compared| Compared {
        says: compared.comparison.says.clone(),
        amount: amount(
            outcome::compared(program, compared.amount),
            None,
            compared.amount,
        ),
    });
    let highs = outcome.calendar.iter().filter_map(|year| year.amount.high);
    let highest = highs.max().unwrap_or_default();
    let hundredths = |value: Decimal| {
        let share = value
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(highest)?;
        share.round().to_u8()
    };
    let calendar = outcome.calendar.iter().map(|year| Year {
        year: year.year,
        low: hundredths(year.amount.low).unwrap_or_default(),
        high: year.amount.high.and_then(hundredths).unwrap_or(100),
        amount: amount(outcome::amount(program, year), None, year.amount),
        calculation: calculation(&case.in_year(year.year), year),
    });
    let shows: Vec<_> = class.chain(shows).collect();
    let mut conditions: Vec<_> = now
        .findings
        .iter()
        .map(|finding| condition::line(case, finding))
        .collect();
    for line in &mut conditions {
        told_elsewhere(line, &shows);
    }
    Program {
        headline: headline(case, outcome),
        conditions,
        conflict: now.conflict,
        calculation: calculation(case, now),
        cap: outcome::cap(outcome, now),
        calendar: calendar.collect(),
        shows,
        compares: compares.collect(),
        readings: readings.collect(),
        together: together(policy, program),
        not_modelled: strings(&program.not_modelled),
        source: source(policy, program),
    }
}

/// What the document says of claiming a program together with others.
fn together(policy: &policy::Policy, program: &policy::Program) -> Vec<String> {
    let names = |index: &u8| &policy.programs[usize::from(*index)];
    let own = policy.cumulation.iter().filter(|cumulation| {
        let programs = cumulation.programs.iter();
        { programs }.any(|index| std::ptr::eq(names(index), program))
    });
    own.map(|cumulation| cumulation.says.clone()).collect()
}

fn calculation(case: &Case, year: &InYear) -> Calculation {
    match &year.working {
        Some(working) if year.verdict != Verdict::No => working::calculation(case, working),
        _ => Calculation::default(),
    }
}

fn clause(clause: &policy::Clause) -> Clause {
    let responsible = strings(&clause.responsible).join(texts().finding_list_separator);
    Clause {
        at: clause.at.clone(),
        quote: clause.words.text().to_owned(),
        paraphrase_of: match &clause.words {
            Words::Quote(_) => None,
            Words::Paraphrase { basis, .. } => Some(basis.to_string()),
        },
        confidence: outcome::confidence(clause),
        responsible,
    }
}

fn strings(texts: &[Late]) -> Vec<String> {
    texts.iter().map(Late::to_string).collect()
}

fn source(policy: &policy::Policy, program: &policy::Program) -> Source {
    let t = texts();
    let or = |text: &Option<Late>, missing: &str| text.as_deref().unwrap_or(missing).to_owned();
    let checked = &policy.checked;
    Source {
        id: policy.id.clone(),
        name: outcome::name(policy).to_owned(),
        title: policy.title.clone(),
        document: policy.document.clone(),
        authority: policy.authority.clone(),
        clauses: policy.clauses_of(program).map(clause).collect(),
        funding: or(&program.funding, t.detail_funding_missing),
        validity: outcome::validity(policy),
        checked: fill(
            t.detail_checked_value,
            &[
                ("on", day::written(checked.on).as_str()),
                ("how", &checked.how),
            ],
        ),
        apply: or(&program.apply, t.detail_apply_missing),
        call: program.call.as_ref().map(|call| {
            let until = day::written(call.until);
            let values = [("says", call.says.as_str()), ("until", &until)];
            fill(t.detail_call_value, &values)
        }),
        notes: strings(&policy.notes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_decimal::dec;

    #[test]
    fn only_money_is_written_with_fen() {
        let amount = |text: &str, low, high| {
            let amount = Amount {
                text: text.to_owned(),
                glance: None,
                low,
                high,
            };
            amount.to_the_fen()
        };
        let (nothing, much) = (dec!(0), dec!(700000));
        assert_eq!(amount("700,000 元", much, Some(much)), "700,000.00 元");
        assert_eq!(
            amount("最高 700,000 元", nothing, Some(much)),
            "最高 700,000.00 元"
        );
        assert_eq!(amount("无封顶", nothing, None), "无封顶");
        assert_eq!(
            amount("文件未载明金额", nothing, Some(nothing)),
            "文件未载明金额"
        );
    }
}

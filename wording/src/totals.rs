//! The sums in words.

use policy_engine::assess::{Assessment, Combined, Money, State, Sum};
use policy_engine::policy::{Award, Topic};
use policy_engine::span::Span;
use serde::Serialize;

use crate::report::{Amount, amount};
use crate::text::{fill, texts};
use crate::{money, outcome};

/// A sum of one kind of money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Total {
    /// `yearly`, `window`, `once` or `ceilings`.
    pub id: &'static str,
    /// Its heading.
    pub heading: String,
    /// What it holds.
    pub note: &'static str,
    /// The sum.
    #[serde(flatten)]
    pub amount: Amount,
    /// The same in words with fen.
    #[serde(skip)]
    pub to_the_fen: String,
    /// The parts that nothing bounds, which come on top: 每处每年100万元，文件未设封顶.
    pub beyond: Vec<String>,
    /// Where parts are not simply added: what the document says, and what was left out.
    pub combined: Vec<String>,
    /// Between what sums it lies if clauses are read the other way, where that makes a difference.
    pub otherwise: Option<String>,
    /// That it is the sum of the best of several places, while the place is open.
    pub best_place: Option<&'static str>,
}

/// How many programs of money may be had of which the document states no amount.
pub(crate) fn unstated(assessment: &Assessment) -> usize {
    let outcomes = assessment.outcomes.iter();
    let unstated = outcomes.filter(|outcome| {
        let program = outcome.program;
        program.form.topic() == Topic::Funding
            && matches!(program.award, Award::Unstated)
            && matches!(
                outcome.state,
                State::Obtainable | State::Applicable | State::Open
            )
    });
    unstated.count()
}

/// The sums worth showing.
pub(crate) fn totals(assessment: &Assessment) -> Vec<Total> {
    let t = texts();
    let sums = &assessment.totals;
    let year = assessment.date.year().to_string();
    let all = [
        (
            "yearly",
            Money::Yearly,
            t.total_yearly.to_owned(),
            t.total_yearly_note,
            &sums.yearly,
        ),
        (
            "window",
            Money::Window,
            fill(t.total_window, &[("year", &year)]),
            t.total_window_note,
            &sums.window,
        ),
        (
            "once",
            Money::Once,
            t.total_once.to_owned(),
            t.total_once_note,
            &sums.once,
        ),
        (
            "ceilings",
            Money::Ceilings,
            t.total_ceilings.to_owned(),
            t.total_ceilings_note,
            &sums.ceilings,
        ),
    ];
    let shown = all.into_iter().filter(|(.., sum)| sum.span != Span::ZERO);
    let total = |(id, money, heading, note, sum): (_, _, _, _, &Sum)| Total {
        id,
        heading,
        note,
        to_the_fen: money::span_to_the_fen(sum.bounded),
        amount: amount(money::span(sum.bounded), Some(sum.bounded), sum.span),
        beyond: sum
            .unbounded
            .iter()
            .map(|program| outcome::beyond(program))
            .collect(),
        combined: sums
            .combined
            .iter()
            .filter(|combined| combined.money == money)
            .map(combined_text)
            .collect(),
        otherwise: (sum.otherwise != sum.bounded).then(|| otherwise(sum.otherwise)),
        best_place: sum.best_place.then_some(t.total_best_place),
    };
    shown.map(total).collect()
}

/// 按条款的其他理解逐条另算，合计为 … 至 ….
fn otherwise(span: Span) -> String {
    let high = span.high.map_or_else(String::new, money::figures);
    let values = [("low", money::figures(span.low)), ("high", high)];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    fill(texts().total_otherwise, &values)
}

/// 就高不重复：…；未计入：….
fn combined_text(combined: &Combined) -> String {
    let t = texts();
    let titles = combined.left_out.iter();
    let titles: Vec<_> = titles.map(|program| program.title.as_str()).collect();
    if titles.is_empty() {
        return combined.cumulation.says.clone();
    }
    let left_out = titles.join(t.finding_list_separator);
    let values = [
        ("says", combined.cumulation.says.as_str()),
        ("left_out", &left_out),
    ];
    fill(t.total_left_out, &values)
}

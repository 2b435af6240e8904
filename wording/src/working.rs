//! Workings in numbers: the calculation line by line.

use policy_engine::case::{Case, Place, Source};
use policy_engine::fact::Ask;
use policy_engine::policy::measure::Measure;
use policy_engine::policy::working::{RowWorking, Steps, Working};
use policy_engine::questionnaire::Questionnaire;
use policy_engine::span::Span;
use policy_engine::unit::Unit;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;

use crate::calculation::Calculation;
use crate::condition::measure_name;
use crate::number::{figure, number, percent, quantity};
use crate::text::{fill, labelled, noted, texts};
use crate::{money, place};

/// The calculation of an amount, one line a step, the result last.
pub fn calculation(case: &Case, working: &Working) -> Calculation {
    let mut into = Calculation::default();
    gather(case, working, &mut into);
    let result = span_text(working.span, Unit::YUAN);
    match &working.steps {
        _ if matches!(working.of, Measure::Named(_)) => {}
        Steps::Bands { .. } => into
            .working
            .push(format!("{} = {result}", texts().working_sum)),
        _ => {
            let expression = expression(case, working);
            if expression == result {
                into.working.push(result);
            } else {
                into.working.push(format!("{expression} = {result}"));
            }
        }
    }
    into
}

/// The steps to a number that has a name of its own, or is made of such; none for any other.
pub fn of_named(case: &Case, working: &Working) -> Calculation {
    let named = |working: &Working| matches!(working.of, Measure::Named(_));
    let inside = match &working.steps {
        Steps::Parts(parts) => parts.iter().any(named),
        _ => false,
    };
    let mut into = Calculation::default();
    if named(working) || inside {
        gather(case, working, &mut into);
    }
    into
}

/// A line for each row that a sum is made of, and for each step that has a name.
fn gather(case: &Case, working: &Working, into: &mut Calculation) {
    match (&working.steps, working.of) {
        (Steps::Parts(parts), Measure::Named(named)) => {
            let inner = &parts[0];
            gather(case, inner, into);
            let line = format!("{} = {}", named.0.label, equation(case, inner));
            into.tell(line, &named.0.basis);
        }
        (Steps::Parts(parts), _) => {
            for part in parts {
                gather(case, part, into);
            }
        }
        (Steps::Choice(_, Some(branch)), _) => gather(case, branch, into),
        (Steps::Points(of, _), _) => gather(case, of, into),
        (Steps::Ways(ways, _), _) => {
            for way in ways {
                if way.verdict != Verdict::No {
                    gather(case, &way.working, into);
                }
                let says = &way.way.says;
                let equation = equation(case, &way.working);
                let line = if equation.starts_with(says) {
                    equation
                } else {
                    labelled(says, &equation)
                };
                let line = match way.verdict {
                    Verdict::Yes => line,
                    Verdict::No => noted(&line, texts().working_way_refused),
                    Verdict::Unknown => noted(&line, texts().working_way_open),
                };
                into.tell(line, &[]);
            }
        }
        (
            Steps::Rows {
                ask,
                rows: Some(rows),
            },
            of,
        ) => {
            for (index, row) in rows.iter().enumerate() {
                into.working
                    .push(row_line(&case.at_row(*ask, index), of, index, row));
            }
        }
        (
            Steps::Bands {
                ask,
                rows: Some(rows),
            },
            Measure::Banded(banded),
        ) => {
            let unit = |column| {
                let value = Measure::Value(Source::Column(column));
                value.unit(case.questionnaire, Some(ask.fact))
            };
            for (index, row) in rows.iter().enumerate() {
                let cell = |column: u8, span: Span| {
                    let at = Place {
                        ask: *ask,
                        cell: Some((index, column)),
                    };
                    known_or_name(case, at, span, unit(column))
                };
                let prices: Vec<_> = row
                    .bands
                    .iter()
                    .map(|band| &banded.bands[*band].price)
                    .collect();
                let price = match &prices[..] {
                    [only] => figure(only),
                    _ => fill(
                        texts().working_unknown_price,
                        &[
                            ("low", number(row.price.low).as_str()),
                            (
                                "high",
                                &row.price.high.map_or_else(String::new, |high| {
                                    quantity(high, prices.first().map_or(Unit::NONE, |p| p.unit))
                                }),
                            ),
                        ],
                    ),
                };
                let (by, of) = (cell(banded.by, row.by), cell(banded.of, row.of));
                let pays = span_text(row.pays, Unit::YUAN);
                let counts = row.counts.as_ref().map(|finding| finding.verdict);
                let row_name = noted(&row_name(index), &by);
                let paid = format!("{of} × {price} = {pays}");
                into.working
                    .push(labelled(&row_name, &counted(paid, counts)));
            }
            if let Some(beyond) = &banded.beyond {
                let hours = figure(beyond);
                into.working
                    .push(fill(texts().working_beyond, &[("hours", &hours)]));
            }
        }
        _ => {}
    }
}

fn row_line(case: &Case, of: &Measure, index: usize, row: &RowWorking) -> String {
    let counts = row.counts.as_ref().map(|finding| finding.verdict);
    let unit = match of {
        Measure::Total { of, .. } => of.unit(case.questionnaire, case.list()),
        _ => Unit::NONE,
    };
    let out = row.span == Span::ZERO && counts.is_some_and(|counts| counts != Verdict::Yes);
    let added = match &row.adds {
        Some(adds) => {
            let (expression, result) = (expression(case, adds), span_text(row.span, unit));
            if out || expression == result {
                expression
            } else {
                format!("{expression} = {result}")
            }
        }
        None => count_text(row.span),
    };
    labelled(&row_name(index), &counted(added, counts))
}

fn row_name(index: usize) -> String {
    fill(texts().working_row, &[("row", &(index + 1).to_string())])
}

/// What a row adds, with a remark where it does not count or may not.
fn counted(added: String, verdict: Option<Verdict>) -> String {
    match verdict {
        None | Some(Verdict::Yes) => added,
        Some(Verdict::No) => noted(&added, texts().working_not_counted),
        Some(Verdict::Unknown) => noted(&added, texts().working_maybe_counted),
    }
}

/// A number as an expression and its value, or only the value where they are the same.
fn equation(case: &Case, working: &Working) -> String {
    let expression = expression(case, working);
    let value = if matches!(working.of, Measure::Ratio { .. }) {
        return range(case, working);
    } else if matches!(working.of, Measure::Named(_)) {
        // Its name and value; how it followed was told before.
        return expression;
    } else {
        span_text(working.span, unit_of(case, working))
    };
    if expression == value {
        value
    } else {
        format!("{expression} = {value}")
    }
}

/// A number as an expression of the answers and the document's figures.
fn expression(case: &Case, working: &Working) -> String {
    let t = texts();
    match (&working.steps, working.of) {
        (Steps::Figure, Measure::Figure(of)) => figure(of),
        (Steps::Value(at), _) => known_or_name(case, *at, working.span, unit_of(case, working)),
        (Steps::Parts(parts), Measure::Product(_)) => {
            let parts: Vec<_> = parts.iter().map(|part| factor(case, part)).collect();
            parts.join(" × ")
        }
        (Steps::Parts(parts), Measure::Rounded { divided_by, .. }) => {
            let of = parts
                .iter()
                .map(|part| expression(case, part))
                .collect::<String>();
            if of == t.working_not_yet {
                return of;
            }
            let by = divided_by
                .as_ref()
                .map_or_else(String::new, |by| format!(" ÷ {}", figure(by)));
            noted(&format!("{of}{by}"), t.working_rounded)
        }
        (Steps::Parts(parts), Measure::Excess { over, .. }) => {
            let of = parts
                .iter()
                .map(|part| expression(case, part))
                .collect::<String>();
            let less = if over.value.is_zero() {
                of
            } else {
                format!("{of} − {}", figure(over))
            };
            // Below the limit the difference is not the part above it.
            let below = parts.iter().all(|part| {
                let high = part.span.high;
                high.is_some_and(|high| high < over.value)
            });
            if below {
                noted(&less, t.working_floor)
            } else {
                less
            }
        }
        (Steps::Parts(parts), Measure::Ratio { .. }) => {
            let parts: Vec<_> = parts.iter().map(|part| factor(case, part)).collect();
            parts.join(" ÷ ")
        }
        (Steps::Parts(parts), Measure::Sum(_)) => {
            let parts: Vec<_> = parts.iter().map(|part| expression(case, part)).collect();
            parts.join(" + ")
        }
        (Steps::Parts(years), Measure::Growth(_)) => {
            let years: Vec<_> = years.iter().map(|year| expression(case, year)).collect();
            fill(t.working_growth, &[("years", &years.join(" → "))])
        }
        (Steps::Parts(parts), Measure::Difference { .. }) => {
            let of = expression(case, &parts[0]);
            format!("{of} − {}", factor(case, &parts[1]))
        }
        (Steps::Parts(_), Measure::Named(named)) => {
            let value = span_text(working.span, unit_of(case, working));
            format!("{} {value}", named.0.label)
        }
        (Steps::Points(of, _), _) => fill(
            t.working_points,
            &[
                (
                    "of",
                    measure_name(case.questionnaire, case.list(), of.of).as_str(),
                ),
                ("value", &range(case, of)),
            ],
        ),
        (Steps::Ways(ways, Some(winner)), _) => {
            let says = ways[*winner].way.says.as_str();
            fill(t.working_winner, &[("says", says)])
        }
        (Steps::Choice(_, Some(branch)), _) => expression(case, branch),
        (Steps::Rows { ask, rows: None }, _) => unknown(case, *ask),
        (Steps::Rows { .. }, Measure::Count { .. }) => count_text(working.span),
        _ => span_text(working.span, unit_of(case, working)),
    }
}

fn unit_of(case: &Case, working: &Working) -> Unit {
    working.of.unit(case.questionnaire, case.list())
}

/// An expression as a factor of a product.
fn factor(case: &Case, working: &Working) -> String {
    let text = expression(case, working);
    let compound = matches!(
        working.of,
        Measure::Excess { .. }
            | Measure::Ratio { .. }
            | Measure::Sum(_)
            | Measure::Difference { .. }
    );
    if compound { format!("({text})") } else { text }
}

fn known_or_name(case: &Case, at: Place, span: Span, unit: Unit) -> String {
    match span.exact() {
        Some(value) => quantity(value, unit),
        None => fill(
            texts().working_unknown,
            &[("what", &short_name(case.questionnaire, at))],
        ),
    }
}

/// The column's name inside its row, the question's elsewhere.
fn short_name(questionnaire: &Questionnaire, at: Place) -> String {
    match at.cell {
        Some((_, column)) => questionnaire.fact(at.ask.fact).columns()[usize::from(column)]
            .label
            .clone(),
        None => place::ask(questionnaire, at.ask),
    }
}

fn unknown(case: &Case, ask: Ask) -> String {
    fill(
        texts().working_unknown,
        &[("what", &place::ask(case.questionnaire, ask))],
    )
}

fn count_text(span: Span) -> String {
    match (span.exact(), span.high) {
        (Some(count), _) => number(count),
        (None, Some(high)) => format!("{}–{}", number(span.low), number(high)),
        (None, None) => format!("{}+", number(span.low)),
    }
}

/// A span in a unit; what nothing bounds yet is no figure of the document.
fn span_text(span: Span, unit: Unit) -> String {
    let t = texts();
    match (span.exact(), span.high) {
        (_, None) if span.low <= Decimal::ZERO => t.working_not_yet.to_owned(),
        (_, Some(high)) if span.low == Decimal::MIN => {
            fill(t.working_at_most, &[("high", &amount_text(high, unit))])
        }
        (_, None) => fill(t.working_at_least, &[("low", &amount_text(span.low, unit))]),
        (Some(value), _) => amount_text(value, unit),
        (None, Some(_)) if unit == Unit::YUAN => money::span(span),
        (None, Some(high)) => fill(
            t.measure_from_to,
            &[
                ("low", number(span.low).as_str()),
                ("high", &quantity(high, unit)),
            ],
        ),
    }
}

fn amount_text(value: Decimal, unit: Unit) -> String {
    if unit == Unit::YUAN {
        money::yuan(value)
    } else {
        quantity(value, unit)
    }
}

/// The enterprise's own value of a measure, as far as it is known.
pub fn range(case: &Case, working: &Working) -> String {
    let t = texts();
    if let (Measure::Ratio { .. }, Steps::Parts(parts)) = (working.of, &working.steps) {
        let known = parts.iter().all(|part| part.span.exact().is_some());
        if !known {
            return t.finding_not_known.to_owned();
        }
        let expression = expression(case, working);
        return match working.span.exact() {
            Some(share) => format!("{expression} = {}", percent(share)),
            None => format!("{expression} ≈ {}", percent(working.span.low)),
        };
    }
    if let (Measure::Named(_), Steps::Parts(parts)) = (working.of, &working.steps) {
        return range(case, &parts[0]);
    }
    if let Steps::Choice(_, Some(branch)) = &working.steps {
        return range(case, branch);
    }
    let open = working.span.high.is_none();
    let nothing_known = open
        && matches!(
            &working.steps,
            Steps::Value(_) | Steps::Choice(..) | Steps::Rows { rows: None, .. }
        );
    if nothing_known {
        t.finding_not_known.to_owned()
    } else {
        span_text(working.span, unit_of(case, working))
    }
}

//! Conditions and what was found of them, in words.

use policy_engine::case::{Case, Place, Source};
use policy_engine::fact::{Ask, FactId, Kind, Value};
use policy_engine::policy::bound::{Bound, Limit};
use policy_engine::policy::class::ClassFound;
use policy_engine::policy::condition::{Condition, Finding, Gap, Grounds, Test};
use policy_engine::policy::measure::Measure;
use policy_engine::questionnaire::Questionnaire;
use policy_engine::span::Span;
use policy_engine::unit::Unit;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;
use serde::Serialize;

use crate::calculation::Calculation;
use crate::number::{self, figure, percent_points, quantity};
use crate::text::{fill, texts};
use crate::working::{of_named, range};
use crate::{outcome, place};

/// A condition as it is shown: the words of the clause, the enterprise's own value, what is missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConditionLine {
    /// Whether it holds.
    #[serde(serialize_with = "verdict_id")]
    pub verdict: Verdict,
    /// The condition.
    pub says: String,
    /// The enterprise's value, where it has one.
    pub value: Option<String>,
    /// How far the value is from the limit.
    pub gap: Option<String>,
    /// How the value followed, where it has a name of its own and is reckoned in steps.
    #[serde(flatten)]
    pub calculation: Calculation,
    /// That its figures are to be verified, where they rest on the data of others.
    pub unverified: Option<&'static str>,
    /// The parts, for a condition made of others or one on each row.
    pub parts: Vec<ConditionLine>,
}

fn verdict_id<S: serde::Serializer>(verdict: &Verdict, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(verdict.id())
}

/// The line of a finding.
pub fn line(case: &Case, finding: &Finding) -> ConditionLine {
    let t = texts();
    let questionnaire = case.questionnaire;
    let (value, gap, parts) = match &finding.grounds {
        Grounds::Answer(at, None) => {
            let unsure = at.cell.is_none() && case.answers.answered(at.ask);
            let text = if unsure {
                t.finding_unsure
            } else {
                t.finding_not_known
            };
            (Some(text.to_owned()), None, Vec::new())
        }
        Grounds::Answer(at, Some(value)) => {
            let text = own_answer(questionnaire, finding, *at, value);
            let coarse = finding.verdict == Verdict::Unknown;
            let text = if coarse {
                fill(t.finding_coarse, &[("value", &text)])
            } else {
                text
            };
            (Some(text), None, Vec::new())
        }
        Grounds::Class(found) => (Some(class_text(found)), None, Vec::new()),
        Grounds::Choice(_, Some(branch)) => (None, None, unwrapped(line(case, branch), branch)),
        Grounds::Choice(_, None) => (Some(t.finding_not_known.to_owned()), None, Vec::new()),
        Grounds::Number(working, gap) => {
            let unit = working.of.unit(questionnaire, case.list());
            let gap = gap.map(|gap| gap_text(gap, unit, working.span));
            (Some(range(case, working)), gap, Vec::new())
        }
        // What is denied would read as a failure beside a condition that holds.
        Grounds::Parts(parts)
            if matches!(finding.of.test, Test::Not(_)) && finding.of.says.is_some() =>
        {
            let inner = parts.first().map(|part| line(case, part));
            (inner.and_then(|line| line.value), None, Vec::new())
        }
        Grounds::Parts(parts) => {
            let parts = parts.iter().map(|part| line(case, part)).collect();
            (None, None, parts)
        }
        Grounds::Rows(_, None) => (Some(t.finding_not_known.to_owned()), None, Vec::new()),
        Grounds::Rows(ask, Some(rows)) => (None, None, row_lines(case, *ask, rows)),
    };
    let calculation = match &finding.grounds {
        Grounds::Number(working, _) => of_named(case, working),
        Grounds::Class(found) => of_class(case, found),
        _ => Calculation::default(),
    };
    ConditionLine {
        verdict: finding.verdict,
        says: says(questionnaire, case.list(), finding.of),
        value,
        gap,
        calculation,
        unverified: rests_on_unverified(finding).then_some(t.detail_unverified),
        parts,
    }
}

/// The answer that a condition looked at: of several options only the one that it asks for.
fn own_answer(
    questionnaire: &Questionnaire,
    finding: &Finding,
    at: Place,
    value: &Value,
) -> String {
    let kind = at.kind(questionnaire);
    match (&finding.of.test, value) {
        (Test::Includes(_, _), Value::SeveralOf(taken)) if taken.is_empty() => {
            texts().value_none.to_owned()
        }
        (Test::Includes(_, wanted), Value::SeveralOf(taken)) if taken.contains(wanted) => {
            place::value(questionnaire, kind, &Value::SeveralOf(vec![*wanted]))
        }
        (Test::Includes(_, _), Value::SeveralOf(_)) => texts().value_not_among.to_owned(),
        _ => place::value(questionnaire, kind, value),
    }
}

/// The parts of a line that has no words of its own, or the line.
fn unwrapped(line: ConditionLine, of: &Finding) -> Vec<ConditionLine> {
    if of.of.says.is_none() && !line.parts.is_empty() {
        line.parts
    } else {
        vec![line]
    }
}

/// Whether a finding's own figures, or those that decided its class, are to be verified.
fn rests_on_unverified(finding: &Finding) -> bool {
    let parts: &[Finding] = match &finding.grounds {
        Grounds::Class(found) => &found.findings,
        Grounds::Choice(_, Some(branch)) => std::slice::from_ref(branch),
        _ => &[],
    };
    finding.of.unverified || parts.iter().any(rests_on_unverified)
}

/// For each class that was tried whether it holds, and what it asks for beside the enterprise's own; of the
/// clauses the first, which says how the classes follow.
pub fn of_class(case: &Case, found: &ClassFound) -> Calculation {
    let basis = found.of.name.basis.first();
    Calculation {
        working: class_lines(case, found),
        basis: basis.cloned().into_iter().collect(),
    }
}

fn class_lines(case: &Case, found: &ClassFound) -> Vec<String> {
    let t = texts();
    let tried = found.findings.iter().zip(&found.of.classes);
    let lines = tried.map(|(finding, class)| {
        let line = line(case, finding);
        let mut leaves = Vec::new();
        each_leaf(&line, &mut |leaf| {
            let value = leaf.value.iter().map(String::as_str);
            let words: Vec<_> = [leaf.says.as_str()]
                .into_iter()
                .chain(value)
                .chain(leaf.gap.iter().map(String::as_str))
                .collect();
            leaves.push(words.join(t.finding_sentence_separator));
        });
        let unverified = line.unverified.map_or_else(String::new, |mark| {
            format!("{}{mark}", t.finding_sentence_separator)
        });
        let verdict = format!("{}{unverified}", outcome::verdict(finding.verdict));
        let values = [
            ("class", class.label.as_str()),
            ("verdict", verdict.as_str()),
            ("limits", &leaves.join(t.finding_list_separator)),
        ];
        fill(t.finding_class, &values)
    });
    lines.collect()
}

fn each_leaf(line: &ConditionLine, visit: &mut dyn FnMut(&ConditionLine)) {
    if line.parts.is_empty() {
        visit(line);
    }
    line.parts.iter().for_each(|part| each_leaf(part, visit));
}

/// The classes that are still possible: 中型, 小型.
pub fn class_text(found: &ClassFound) -> String {
    let t = texts();
    let classes = classes_text(found);
    if found.findings.iter().any(rests_on_unverified) {
        fill(t.finding_class_unverified, &[("classes", &classes)])
    } else {
        classes
    }
}

fn classes_text(found: &ClassFound) -> String {
    let t = texts();
    if found.possible.len() == found.of.classes.len() {
        return t.finding_not_known.to_owned();
    }
    let labels = found.possible.iter();
    let labels: Vec<_> = labels
        .map(|class| found.of.classes[*class].label.as_str())
        .collect();
    match &labels[..] {
        [several @ .., last] if !several.is_empty() => {
            format!(
                "{}{}{last}",
                several.join(t.finding_list_separator),
                t.finding_or
            )
        }
        _ => labels.concat(),
    }
}

fn row_lines(case: &Case, ask: Ask, rows: &[Finding]) -> Vec<ConditionLine> {
    let rows = rows.iter().enumerate().map(|(index, row)| {
        let mut line = line(&case.at_row(ask, index), row);
        line.says = fill(texts().finding_row, &[("row", &(index + 1).to_string())]);
        line
    });
    rows.collect()
}

/// How far a value is from the limit; a calendar year that is past does not come nearer by waiting, so
/// there the limit itself is said.
fn gap_text(gap: Gap, unit: Unit, span: Span) -> String {
    let t = texts();
    let limit = if gap.bound.is_lower() {
        span.high.map(|value| value + gap.by)
    } else {
        Some(span.low - gap.by)
    };
    if let Some(year) = limit.filter(|year| unit == Unit::YEAR && *year > Decimal::ONE_THOUSAND) {
        let template = if gap.bound.is_lower() {
            t.finding_too_early
        } else {
            t.finding_too_late
        };
        return fill(template, &[("year", &quantity(year, unit))]);
    }
    let template = match gap.bound {
        Bound::AtLeast => t.finding_short,
        Bound::Over => t.finding_short_strict,
        Bound::AtMost | Bound::Below => t.finding_above,
    };
    let by = if unit == Unit::NONE {
        fill(t.finding_points, &[("by", &percent_points(gap.by))])
    } else {
        quantity(gap.by, unit)
    };
    fill(template, &[("by", &by)])
}

/// A condition in words: the document's where the file gives them, else put together.
pub fn says(questionnaire: &Questionnaire, list: Option<FactId>, condition: &Condition) -> String {
    if let Some(says) = &condition.says {
        return says.clone();
    }
    let t = texts();
    let name = |source: &Source| source_name(questionnaire, list, *source);
    let options = |source: &Source, taken: &[u16]| match source_kind(questionnaire, list, *source) {
        Some(Kind::OneOf(options) | Kind::SeveralOf(options)) => place::labels(options, taken),
        _ => String::new(),
    };
    match &condition.test {
        Test::Is(source, is) => {
            let template = if *is {
                t.finding_is_yes
            } else {
                t.finding_is_no
            };
            fill(template, &[("fact", &name(source))])
        }
        Test::OneOf(source, wanted) => fill(
            t.finding_one_of,
            &[
                ("fact", name(source).as_str()),
                ("options", &options(source, wanted)),
            ],
        ),
        Test::Includes(source, wanted) => fill(
            t.finding_includes,
            &[
                ("fact", name(source).as_str()),
                ("option", &options(source, &[*wanted])),
            ],
        ),
        Test::Within(source, region) => fill(
            t.finding_within,
            &[
                ("fact", name(source).as_str()),
                ("region", &questionnaire.regions.full_name(*region)),
            ],
        ),
        Test::Compare(measure, limits) => {
            let bounds: Vec<_> = limits
                .iter()
                .map(|(bound, limit)| bound_text(*bound, limit))
                .collect();
            fill(
                t.finding_compare,
                &[
                    (
                        "measure",
                        measure_name(questionnaire, list, measure).as_str(),
                    ),
                    ("bounds", &bounds.join(t.finding_and)),
                ],
            )
        }
        Test::InClass(classes, wanted) => {
            let labels = wanted.iter();
            let labels = labels.map(|class| classes.classes[usize::from(*class)].label.as_str());
            let labels: Vec<_> = labels.collect();
            fill(
                t.finding_one_of,
                &[
                    ("fact", classes.name.label.as_str()),
                    ("options", &labels.join(t.finding_list_separator)),
                ],
            )
        }
        Test::Choose(by, _) => fill(t.finding_depending_on, &[("fact", &name(by))]),
        Test::YearFrom { from, years } => fill(
            t.finding_first_year,
            &[
                ("fact", questionnaire.fact(from.fact).label.as_str()),
                ("years", &figure(years)),
            ],
        ),
        Test::Some { rows, .. } => fill(
            t.finding_some,
            &[("fact", &questionnaire.fact(rows.fact).label)],
        ),
        Test::All(_) => t.finding_all.to_owned(),
        Test::Any(_) => t.finding_any.to_owned(),
        Test::Not(_) => t.finding_not.to_owned(),
    }
}

fn bound_text(bound: Bound, limit: &Limit) -> String {
    let t = texts();
    let template = match bound {
        Bound::AtLeast => t.bound_at_least,
        Bound::Over => t.bound_over,
        Bound::AtMost => t.bound_at_most,
        Bound::Below => t.bound_below,
    };
    fill(template, &[("limit", &limit_text(limit))])
}

fn limit_text(limit: &Limit) -> String {
    let t = texts();
    match limit {
        Limit::Figure(figure) => number::figure(figure),
        Limit::Year(0) => t.bound_this_year.to_owned(),
        Limit::Year(-1) => t.bound_last_year.to_owned(),
        Limit::Year(offset) => {
            let back = offset.unsigned_abs().to_string();
            fill(t.bound_years_before, &[("back", &back)])
        }
    }
}

fn source_name(questionnaire: &Questionnaire, list: Option<FactId>, source: Source) -> String {
    match (source, list) {
        (Source::Fact(reference), _) => questionnaire.fact(reference.fact).label.clone(),
        (Source::Column(column), Some(list)) => questionnaire.fact(list).columns()
            [usize::from(column)]
        .label
        .clone(),
        (Source::Column(_), None) => String::new(),
    }
}

fn source_kind(
    questionnaire: &Questionnaire,
    list: Option<FactId>,
    source: Source,
) -> Option<&Kind> {
    match (source, list) {
        (Source::Fact(reference), _) => Some(&questionnaire.fact(reference.fact).kind),
        (Source::Column(column), Some(list)) => {
            Some(&questionnaire.fact(list).columns()[usize::from(column)].kind)
        }
        (Source::Column(_), None) => None,
    }
}

/// What a measure measures, with its year where two years are told apart: 上一年度营业收入.
fn in_year(questionnaire: &Questionnaire, list: Option<FactId>, measure: &Measure) -> String {
    let name = measure_name(questionnaire, list, measure);
    match measure {
        Measure::Value(Source::Fact(reference)) => match reference.year {
            Some(offset) => {
                let year = limit_text(&Limit::Year(offset));
                let values = [("year", year.as_str()), ("of", &name)];
                fill(texts().measure_in_year, &values)
            }
            None => name,
        },
        _ => name,
    }
}

/// What a measure measures.
pub fn measure_name(
    questionnaire: &Questionnaire,
    list: Option<FactId>,
    measure: &Measure,
) -> String {
    let t = texts();
    let name = |measure: &Measure| measure_name(questionnaire, list, measure);
    match measure {
        Measure::Figure(figure) => number::figure(figure),
        Measure::Value(source) => source_name(questionnaire, list, *source),
        Measure::Total { rows, of, .. } => {
            let of = measure_name(questionnaire, Some(rows.fact), of);
            fill(t.measure_total, &[("of", &of)])
        }
        Measure::Count { rows, .. } => fill(
            t.measure_count,
            &[("fact", &questionnaire.fact(rows.fact).label)],
        ),
        Measure::Ratio { of, to } => fill(
            t.measure_ratio,
            &[("of", name(of).as_str()), ("to", &name(to))],
        ),
        Measure::Sum(parts) => {
            let parts: Vec<_> = parts.iter().map(name).collect();
            let parts = parts.join(t.finding_list_separator);
            fill(t.measure_sum, &[("parts", &parts)])
        }
        Measure::Difference { of, minus } => fill(
            t.measure_difference,
            &[
                ("of", in_year(questionnaire, list, of).as_str()),
                ("minus", &in_year(questionnaire, list, minus)),
            ],
        ),
        Measure::Growth(growth) => growth.of.first().map_or_else(String::new, |of| {
            fill(t.measure_growth, &[("of", &name(of))])
        }),
        Measure::Points(points) => fill(t.measure_points, &[("of", &name(&points.of))]),
        Measure::Best(best) => best
            .ways
            .first()
            .map_or_else(String::new, |way| name(&way.of)),
        Measure::Named(named) => named.0.label.clone(),
        Measure::Excess { of, over } => fill(
            t.measure_excess,
            &[("of", name(of).as_str()), ("over", &figure(over))],
        ),
        Measure::DaysInYear { .. } => t.measure_days.to_owned(),
        Measure::Choose { of, .. } => of.first().map_or_else(String::new, name),
        Measure::Rounded { of, .. } => name(of),
        Measure::Product(_) | Measure::Banded(_) => t.measure_amount.to_owned(),
    }
}

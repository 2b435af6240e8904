//! A case against the assessment.

use policy_engine::assess::{Outcome, State, Totals};
use policy_engine::policy::condition::{Finding, Gap, Grounds};
use policy_engine::policy::measure::Measure;
use policy_engine::span::Span;
use policy_wording::{money, place};
use rust_decimal::Decimal;

use crate::read::{Case, Expected};

/// Every way in which the assessment differs from what a case expects.
pub fn differences(case: &Case) -> Vec<String> {
    let catalog = policy_catalog::catalog();
    let assessment = policy_engine::assess(catalog, &case.answers, case.on);
    let mut out = Vec::new();
    for (program, expected) in &case.expected {
        let outcome = assessment
            .outcomes
            .iter()
            .find(|outcome| outcome.program.id == *program)
            .expect("the reader knows every program");
        let mut differs = |what: &str, expected: String, got: String| {
            if expected != got {
                out.push(difference(case, program, what, &expected, &got));
            }
        };
        compare(outcome, expected, &mut differs);
    }
    let unnamed = assessment.outcomes.iter();
    let unnamed = unnamed.filter(|outcome| !case.expected.contains_key(&outcome.program.id));
    for outcome in unnamed.filter(|outcome| case.rest_refused && outcome.state.in_force()) {
        let state = outcome.state.id();
        if outcome.state != State::Refused {
            let id = &outcome.program.id;
            out.push(difference(case, id, "state", State::Refused.id(), state));
        }
    }
    for (name, expected) in &case.totals {
        let got = total(&assessment.totals, name);
        if *expected != got {
            let (expected, got) = (money::span(*expected), money::span(got));
            out.push(difference(case, "totals", name, &expected, &got));
        }
    }
    out
}

fn difference(case: &Case, program: &str, what: &str, expected: &str, got: &str) -> String {
    let Case {
        place,
        name,
        because,
        ..
    } = case;
    format!(
        "{place}: {name}\n  {program}, {what}\n    expected {expected}\n    got      {got}\n    because  {because}"
    )
}

fn compare(outcome: &Outcome, expected: &Expected, differs: &mut dyn FnMut(&str, String, String)) {
    let questionnaire = &policy_catalog::catalog().questionnaire;
    if let Some(state) = &expected.state {
        differs("state", state.clone(), outcome.state.id().to_owned());
    }
    if let Some(amount) = expected.amount {
        differs(
            "amount",
            shown(Some(amount)),
            shown(Some(outcome.now.amount)),
        );
    }
    if let Some(before) = expected.before_cap {
        let working = outcome.now.working.as_ref();
        let got = working.map(|working| working.span);
        differs("before_cap", shown(Some(before)), shown(got));
    }
    if !expected.years.is_empty() {
        let years = |years: Vec<i16>| format!("{years:?}");
        let wanted = expected.years.iter().map(|(year, _)| *year);
        let got = outcome.calendar.iter().map(|known| known.year);
        differs("years", years(wanted.collect()), years(got.collect()));
    }
    for (year, amount) in &expected.years {
        let got = outcome.calendar.iter().find(|known| known.year == *year);
        let got = got.map(|known| known.amount);
        differs(&format!("years.{year}"), shown(Some(*amount)), shown(got));
    }
    if let Some(readings) = &expected.readings {
        let got = outcome.alternatives.iter().map(|other| other.amount);
        differs("readings", list(readings.iter().copied()), list(got));
    }
    if let Some(class) = &expected.class {
        let found = outcome.now.findings.iter().find_map(class_of);
        differs("class", class.clone(), found.unwrap_or_default());
    }
    for (id, expected) in &expected.shows {
        let got = outcome.now.shows.iter().find_map(|shown| match shown.of {
            Measure::Named(named) if named.0.id == *id => Some(shown.span),
            _ => None,
        });
        differs(id, ends(Some(*expected)), ends(got));
    }
    if let Some(needs) = &expected.needs {
        let got = outcome.open.iter();
        let got: Vec<_> = got.map(|at| place::place(questionnaire, *at)).collect();
        differs("needs", needs.join("、"), got.join("、"));
    }
    if let Some(gap) = expected.gap {
        let shown = |gap: Option<Decimal>| {
            gap.map_or_else(|| "none".to_owned(), |by| by.normalize().to_string())
        };
        let got = gap_of(outcome).map(|gap| gap.by);
        differs("gap", shown(gap), shown(got));
    }
}

/// The classes that a condition leaves possible, in words.
fn class_of(finding: &Finding) -> Option<String> {
    let Grounds::Class(found) = &finding.grounds else {
        return None;
    };
    let labels = found.possible.iter();
    let labels: Vec<_> = labels
        .map(|class| found.of.classes[*class].label.as_str())
        .collect();
    Some(labels.join("或"))
}

/// The gap of the first condition that is a number and misses its limit.
fn gap_of(outcome: &Outcome) -> Option<Gap> {
    outcome
        .now
        .findings
        .iter()
        .find_map(|finding| match finding.grounds {
            Grounds::Number(_, gap) => gap,
            _ => None,
        })
}

/// The ends of a figure of any unit.
fn ends(span: Option<Span>) -> String {
    let number = |number: Decimal| number.normalize().to_string();
    span.map_or_else(
        || "nothing".to_owned(),
        |span| {
            let high = span.high.map_or_else(|| "open".to_owned(), number);
            format!("{} to {high}", number(span.low))
        },
    )
}

fn total(totals: &Totals, name: &str) -> Span {
    match name {
        "yearly" => totals.yearly.span,
        "window" => totals.window.span,
        "once" => totals.once.span,
        _ => totals.ceilings.span,
    }
}

fn shown(span: Option<Span>) -> String {
    span.map_or_else(|| "nothing".to_owned(), money::span)
}

fn list(spans: impl Iterator<Item = Span>) -> String {
    let spans: Vec<_> = spans.map(money::span).collect();
    spans.join("; ")
}

//! One program on the sheet, with everything that it rests on.

use policy_wording::calculation::Calculation;
use policy_wording::condition::ConditionLine;
use policy_wording::report::{Clause, Program, Reading, Shown, Source, Year};
use policy_wording::{fill, outcome, texts};
use yew::prelude::*;

use super::entry::entry;
use crate::ui::basis::basis;
use crate::ui::language::tongue;

/// One program under its number; what stands before it stays on the page of its first lines.
pub fn program(before: Option<Html>, number: usize, program: &Program) -> Html {
    let t = texts();
    let number = number.to_string();
    let values = [("number", number.as_str()), ("title", &program.title)];
    let needs = program.needs.join(t.finding_list_separator);
    html! {
        <section class="pc-sheet-program" id={format!("sheet-{}", program.id)}>
            <div class="pc-sheet-program__head">
                { before }
                <h4 class="pc-sheet-program__title">{ fill(t.sheet_numbered, &values) }</h4>
                <p class="pc-sheet-program__result">
                    <span class="pc-sheet-program__state">{ program.state_name }</span>
                    if program.shows_amount() {
                        <span class="pc-sheet__amount">{ program.amount.to_the_fen() }</span>
                    }
                    <span>{ &program.kind }</span>
                </p>
                if !needs.is_empty() {
                    <p>{ t.need_heading }{ t.finding_colon }{ needs }</p>
                }
            </div>
            { conditions(&program.conditions) }
            if program.conflict {
                <p class="pc-sheet__note">{ t.finding_conflict }</p>
            }
            <dl>
                { working(program) }
                { for program.shows.iter().map(shown) }
                { calendar(program) }
                { compares(program) }
                { readings(&program.readings) }
                { listed(t.detail_together, &program.together) }
                { listed(t.detail_not_modelled, &program.not_modelled) }
                { for program.source.clauses.iter().map(|clause| quoted(&program.source, clause)) }
                { source(&program.source) }
            </dl>
        </section>
    }
}

/// The conditions, the parts of one numbered under it.
fn conditions(lines: &[ConditionLine]) -> Html {
    let t = texts();
    if lines.is_empty() {
        return html! {};
    }
    let mut rows = Vec::new();
    numbered("", lines, &mut rows);
    html! {
        <table class="pc-sheet-table pc-sheet-conditions">
            <thead>
                <tr>
                    <th scope="col">{ t.sheet_number }</th>
                    <th scope="col">{ t.sheet_condition }</th>
                    <th scope="col">{ t.sheet_own_value }</th>
                    <th scope="col">{ t.sheet_finding }</th>
                </tr>
            </thead>
            <tbody>
                { for rows.iter().map(|(number, line)| condition(number, line)) }
            </tbody>
        </table>
    }
}

/// Every line with its number: 2, and 2.1 for its first part.
fn numbered<'l>(
    above: &str,
    lines: &'l [ConditionLine],
    rows: &mut Vec<(String, &'l ConditionLine)>,
) {
    for (index, line) in (1..).zip(lines) {
        let index: usize = index;
        let number = format!("{above}{index}");
        rows.push((number.clone(), line));
        numbered(&format!("{number}."), &line.parts, rows);
    }
}

fn condition(number: &str, line: &ConditionLine) -> Html {
    html! {
        <tr>
            <td>{ number }</td>
            <td>
                { &line.says }
                { for line.unverified.iter().map(|unverified| html! { <p>{ *unverified }</p> }) }
            </td>
            <td>
                { for line.value.iter().map(|value| html! { <p>{ value }</p> }) }
                { for line.calculation.working.iter().map(|step| html! { <p class="pc-sheet__step">{ step }</p> }) }
                { basis("pc-sheet__step", &line.calculation.basis) }
            </td>
            <td>
                <p>{ outcome::verdict(line.verdict) }</p>
                { for line.gap.iter().map(|gap| html! { <p>{ gap }</p> }) }
            </td>
        </tr>
    }
}

fn working(program: &Program) -> Html {
    let Calculation {
        working,
        basis: clauses,
    } = &program.calculation;
    if working.is_empty() {
        return html! {};
    }
    let lines = working.iter().chain(&program.cap);
    entry(
        texts().working_heading,
        html! { <>{ steps(lines) }{ basis("pc-sheet__step", clauses) }</> },
    )
}

/// A calculation line by line.
fn steps<'l>(lines: impl Iterator<Item = &'l String>) -> Html {
    lines.map(|line| html! { <p>{ line }</p> }).collect()
}

/// A shared figure with its steps.
fn shown(shown: &Shown) -> Html {
    entry(
        &shown.label,
        html! {
            <>
                <p class="pc-sheet__amount">{ &shown.value }</p>
                { steps(shown.calculation.working.iter()) }
                { basis("pc-sheet__step", &shown.calculation.basis) }
            </>
        },
    )
}

/// The amounts of several years, each with its calculation.
fn calendar(program: &Program) -> Html {
    let t = texts();
    if program.calendar.is_empty() {
        return html! {};
    }
    let year = |year: &Year| {
        let name = fill(t.working_year, &[("year", &year.year.to_string())]);
        html! {
            <>
                <p>{ name }{ t.finding_colon }<span class="pc-sheet__amount">{ year.amount.to_the_fen() }</span></p>
                { for year.calculation.working.iter().map(|step| html! { <p class="pc-sheet__step">{ step }</p> }) }
                { basis("pc-sheet__step", &year.calculation.basis) }
            </>
        }
    };
    entry(
        t.working_calendar,
        program.calendar.iter().map(year).collect(),
    )
}

/// The amount in other circumstances.
fn compares(program: &Program) -> Html {
    let t = texts();
    if program.compares.is_empty() {
        return html! {};
    }
    let compares = program.compares.iter().map(|compared| {
        html! { <p>{ &compared.says }{ t.finding_colon }{ compared.amount.to_the_fen() }</p> }
    });
    entry(t.working_compares, compares.collect())
}

fn readings(readings: &[Reading]) -> Html {
    let t = texts();
    if readings.is_empty() {
        return html! {};
    }
    let reading = |reading: &Reading| {
        html! {
            <div class="pc-sheet__reading">
                <p lang={tongue(&reading.says)}>{ fill(t.detail_reading_taken, &[("says", &reading.says)]) }</p>
                <p lang={tongue(&reading.because)}>{ fill(t.detail_reading_because, &[("because", &reading.because)]) }</p>
                <p lang={tongue(&reading.other)}>{ fill(t.detail_reading_other, &[("says", &reading.other)]) }</p>
                <p class="pc-sheet__amount">{ &reading.other_amount }</p>
            </div>
        }
    };
    entry(t.detail_readings, readings.iter().map(reading).collect())
}

fn listed(name: &str, lines: &[String]) -> Html {
    if lines.is_empty() {
        return html! {};
    }
    entry(name, steps(lines.iter()))
}

/// A clause in its own words, and how well they are known.
fn quoted(source: &Source, clause: &Clause) -> Html {
    let t = texts();
    let values = [("name", source.name.as_str()), ("at", &clause.at)];
    let name = match clause.paraphrase_of {
        Some(_) => t.detail_paraphrase,
        None => t.detail_clause,
    };
    let basis = clause.paraphrase_of.as_deref();
    let basis = basis.map(|basis| fill(t.detail_paraphrase_basis, &[("basis", basis)]));
    let responsible = [("responsible", clause.responsible.as_str())];
    let about = basis.into_iter();
    let about = about.chain(clause.confidence.map(str::to_owned));
    let about = about.chain(
        Some(fill(t.detail_responsible, &responsible)).filter(|_| !clause.responsible.is_empty()),
    );
    entry(
        name,
        html! {
            <>
                <p class="pc-sheet__at" lang={tongue(&clause.at)}>{ fill(t.sheet_quoted, &values) }</p>
                <blockquote class="pc-sheet__quote" lang={tongue(&clause.quote)}>{ &clause.quote }</blockquote>
                { for about.map(|text| html! { <p>{ text }</p> }) }
            </>
        },
    )
}

/// The document, and how to apply where that is known.
fn source(source: &Source) -> Html {
    let t = texts();
    let number = source.document.iter().map(String::as_str);
    let about = [&source.title, &source.authority, &source.validity];
    let about = about.map(String::as_str).into_iter().chain(number);
    let about: Vec<_> = about.collect();
    html! {
        <>
            { entry(t.sheet_source, html! {
                <>
                    <p>{ about.join(t.finding_sentence_separator) }</p>
                    <p>{ t.detail_checked }{ t.finding_colon }{ &source.checked }</p>
                    <p>{ t.detail_funding }{ t.finding_colon }{ &source.funding }</p>
                </>
            }) }
            { entry(t.detail_apply, html! {
                <>
                    <p>{ &source.apply }</p>
                    { for source.call.iter().map(|call| html! { <p>{ t.detail_call }{ t.finding_colon }{ call }</p> }) }
                </>
            }) }
        </>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use policy_engine::verdict::Verdict;

    fn line(says: &str, parts: Vec<ConditionLine>) -> ConditionLine {
        ConditionLine {
            verdict: Verdict::Yes,
            says: says.to_owned(),
            value: None,
            gap: None,
            calculation: Calculation::default(),
            unverified: None,
            parts,
        }
    }

    #[test]
    fn parts_are_numbered_under_their_condition() {
        let inner = line("c", vec![line("d", Vec::new())]);
        let lines = [
            line("a", Vec::new()),
            line("b", vec![inner]),
            line("e", Vec::new()),
        ];
        let mut rows = Vec::new();
        numbered("", &lines, &mut rows);
        let rows: Vec<_> = rows
            .iter()
            .map(|(number, line)| format!("{number} {}", line.says))
            .collect();
        assert_eq!(rows, ["1 a", "2 b", "2.1 c", "2.1.1 d", "3 e"]);
    }
}

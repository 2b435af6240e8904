//! A list whose rows can be added and removed.

use policy_engine::fact::{Ask, Column, ColumnId, Value};
use policy_engine::input::{MOST, is_shown};
use policy_wording::{error, fill, texts};
use yew::prelude::*;

use super::field::{Input, element_id};
use super::host;
use super::question::{Props, Unsure};
use crate::session::{Action, Entry, Field, RowEntry, Session};

/// The rows of a list, and what can be said of the list as a whole.
#[component]
pub fn RowsField(props: &Props) -> Html {
    let t = texts();
    let Props {
        session,
        ask,
        dispatch,
        ..
    } = props;
    let ask = *ask;
    let name = element_id(session, Field { ask, cell: None });
    let add_id = format!("{name}-add");
    let (rows, more): (&[RowEntry], bool) = match session.entry(ask) {
        Some(Entry::Rows { rows, more }) => (rows, *more),
        _ => (&[], false),
    };
    let says_none = matches!(session.entry(ask), Some(Entry::Rows { rows, .. }) if rows.is_empty());
    let unsure = matches!(session.entry(ask), Some(Entry::Unsure(_)));
    let add = {
        let session = session.clone();
        dispatch.reform(move |_: MouseEvent| {
            if let Some(id) = first_cell_of_next_row(&session, ask) {
                host::focus_soon(id);
            }
            Action::AddRow(ask)
        })
    };
    let no_rows = dispatch.reform(move |event: Event| Action::NoRows(ask, host::is_ticked(&event)));
    let is_more = dispatch.reform(move |event: Event| Action::More(ask, host::is_ticked(&event)));
    let problem = session.problem(Field { ask, cell: None });
    html! {
        <div class="pc-rows">
            <div class="pc-rows__list">
                { for rows.iter().enumerate().map(|(index, row)| one_row(props, index, row, &add_id)) }
            </div>
            <div class="pc-rows__tools">
                <button type="button" class="pc-button" id={add_id.clone()} onclick={add} disabled={rows.len() >= MOST}>{ t.input_add_row }</button>
                if rows.is_empty() {
                    { for copy_buttons(session, ask, dispatch) }
                    <label class="pc-unsure">
                        <input type="checkbox" checked={says_none} onchange={no_rows} />
                        <span>{ t.input_no_rows }</span>
                    </label>
                    <Unsure {unsure} {ask} dispatch={dispatch.clone()} />
                } else {
                    <label class="pc-unsure">
                        <input type="checkbox" checked={more} onchange={is_more} />
                        <span>{ t.input_more_rows }</span>
                    </label>
                }
            </div>
            if let Some(problem) = problem {
                <p class="pc-field__error" role="alert">{ error::message(&problem.error) }</p>
            }
        </div>
    }
}

fn one_row(props: &Props, index: usize, row: &RowEntry, add_id: &str) -> Html {
    let t = texts();
    let Props {
        session,
        ask,
        dispatch,
        ..
    } = props;
    let (ask, key) = (*ask, row.key);
    let number = (index + 1).to_string();
    let heading = fill(t.input_row_heading, &[("row", &number)]);
    let remove_label = fill(t.input_remove_row, &[("row", &number)]);
    let remove = {
        let add_id = add_id.to_owned();
        dispatch.reform(move |_: MouseEvent| {
            host::focus_soon(add_id.clone());
            Action::RemoveRow(ask, key)
        })
    };
    let message = session
        .row_problem(ask, row)
        .map(|problem| error::message(&problem.error));
    let error_id = format!(
        "{}-{key}-error",
        element_id(session, Field { ask, cell: None })
    );
    html! {
        <div class="pc-row" key={key} role="group" aria-label={heading.clone()}
            aria-describedby={message.is_some().then(|| error_id.clone())}
        >
            <p class="pc-row__heading" aria-hidden="true">{ heading }</p>
            <div class="pc-row__cells">
                { for columns(session, ask, row).map(|(column, described)| {
                    let field = Field { ask, cell: Some((key, column)) };
                    // One help text serves the whole column.
                    let help = described.help.as_ref().filter(|_| index == 0);
                    html! {
                        <div class="pc-row__cell" key={described.id.clone()}>
                            <label class="pc-row__label" for={element_id(session, field)}>{ &described.label }</label>
                            <Input
                                session={session.clone()} {field} dispatch={dispatch.clone()}
                                has_help={help.is_some()}
                            />
                            if let Some(help) = help {
                                <p class="pc-row__help" id={format!("{}-help", element_id(session, field))}>{ help }</p>
                            }
                        </div>
                    }
                }) }
            </div>
            <button type="button" class="pc-button pc-button--quiet" onclick={remove} aria-label={remove_label}>
                { t.input_remove }
            </button>
            if let Some(message) = message {
                <p class="pc-field__error" id={error_id} role="alert">{ message }</p>
            }
        </div>
    }
}

/// The columns to show in a row, given its choices.
fn columns<'s>(
    session: &'s Session,
    ask: Ask,
    row: &'s RowEntry,
) -> impl Iterator<Item = (ColumnId, &'static Column)> + 's {
    let columns = session.catalog().questionnaire.fact(ask.fact).columns();
    let value = move |column: ColumnId| -> Option<Value> {
        session
            .value(Field {
                ask,
                cell: Some((row.key, column)),
            })
            .cloned()
    };
    let values: Vec<_> = (0..)
        .zip(columns)
        .map(|(column, _)| value(column))
        .collect();
    (0..)
        .zip(columns)
        .filter(move |(_, column)| is_shown(column, &values))
}

/// A button for each other year whose rows could be copied.
fn copy_buttons(session: &Session, ask: Ask, dispatch: &super::store::Dispatch) -> Vec<Html> {
    let years = session.years_with_rows(ask);
    let first = first_cell_of_next_row(session, ask);
    let button = |from: Ask| {
        let year = from.year.unwrap_or_default().to_string();
        let first = first.clone();
        let copy = dispatch.reform(move |_: MouseEvent| {
            if let Some(id) = first.clone() {
                host::focus_soon(id);
            }
            Action::CopyRows { to: ask, from }
        });
        html! {
            <button type="button" class="pc-button" key={year.clone()} onclick={copy}>
                { fill(texts().input_copy_year, &[("year", &year)]) }
            </button>
        }
    };
    years.into_iter().map(button).collect()
}

/// The first field of the row that is about to be added.
fn first_cell_of_next_row(session: &Session, ask: Ask) -> Option<String> {
    let columns = session.catalog().questionnaire.fact(ask.fact).columns();
    let column = columns.iter().position(|column| column.preset.is_none())?;
    let cell = (session.next_row_key(), ColumnId::try_from(column).ok()?);
    Some(element_id(
        session,
        Field {
            ask,
            cell: Some(cell),
        },
    ))
}

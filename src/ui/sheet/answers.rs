//! What was answered, as the sheet lists it.

use policy_wording::texts;
use yew::prelude::*;

use crate::session::{Answered, AnsweredGroup, Given, Table};

/// The answers of each group; lists as tables of their own.
pub fn answers(groups: &[AnsweredGroup]) -> Html {
    html! {
        for group in groups {
            <h3 class="pc-sheet__group">{ group.title }</h3>
            { for group.answers.iter().map(answer) }
        }
    }
}

fn answer(answered: &Answered) -> Html {
    match &answered.given {
        Given::Words(words) => html! {
            <div class="pc-sheet-answer">
                <p class="pc-sheet-answer__ask">{ &answered.question }</p>
                <p class="pc-sheet-answer__is">{ words }</p>
            </div>
        },
        Given::Table(table) => rows(&answered.question, table),
    }
}

fn rows(question: &str, table: &Table) -> Html {
    let t = texts();
    html! {
        <>
            <table class="pc-sheet-table">
                <caption class="pc-sheet-table__title">{ question }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ t.sheet_number }</th>
                        { for table.columns.iter().map(|column| html! { <th scope="col">{ column }</th> }) }
                    </tr>
                </thead>
                <tbody>
                    { for (1..).zip(&table.rows).map(|(number, cells): (usize, _)| html! {
                        <tr>
                            <th scope="row">{ number }</th>
                            { for cells.iter().map(|cell| html! { <td>{ cell }</td> }) }
                        </tr>
                    }) }
                </tbody>
            </table>
            if table.more {
                <p class="pc-sheet__note">{ t.input_more_rows }</p>
            }
        </>
    }
}

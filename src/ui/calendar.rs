//! The amounts of several years, as bars and as a table.

use policy_wording::report::Year;
use policy_wording::{fill, texts};
use yew::prelude::*;

/// What a calendar is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The years.
    pub years: Vec<Year>,
}

/// A row for each year, with a bar as long as its amount; what is not certain is hatched.
#[component]
pub fn Calendar(props: &Props) -> Html {
    let t = texts();
    html! {
        <table class="pc-calendar">
            <caption class="pc-calendar__title">{ t.working_calendar }</caption>
            <tbody>
                { for props.years.iter().map(|year| {
                    let name = fill(t.working_year, &[("year", &year.year.to_string())]);
                    html! {
                        <tr class="pc-calendar__year" key={year.year}>
                            <th scope="row">{ name }</th>
                            <td class="pc-calendar__bar" aria-hidden="true">
                                <svg class="pc-calendar__drawing" viewBox="0 0 100 10" preserveAspectRatio="none">
                                    <rect class="pc-calendar__possible" x="0" y="0" height="10" width={year.high.to_string()} />
                                    <rect class="pc-calendar__certain" x="0" y="0" height="10" width={year.low.to_string()} />
                                </svg>
                            </td>
                            <td class="pc-calendar__amount">{ &year.amount.text }</td>
                        </tr>
                    }
                }) }
            </tbody>
        </table>
    }
}

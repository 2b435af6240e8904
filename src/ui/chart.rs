//! The amount over a number: a line with its cap and where the enterprise is, and the same as a table.

use policy_wording::advice::{Chart, FULL, Point};
use policy_wording::{fill, texts};
use yew::prelude::*;

/// What a chart is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The chart.
    pub chart: Chart,
}

/// A line over a number, and its points as a table.
#[component]
pub fn AmountChart(props: &Props) -> Html {
    let t = texts();
    let chart = &props.chart;
    let title = fill(t.advice_chart, &[("over", &chart.over)]);
    let here = fill(
        t.advice_chart_here,
        &[
            ("number", chart.here.number.as_str()),
            ("amount", &chart.here.amount),
        ],
    );
    let points: Vec<_> = chart.points.iter().map(at).collect();
    let cap = chart.cap.as_ref().map(|cap| {
        let height = height(cap.up);
        let full = FULL.to_string();
        html! { <line class="pc-chart__cap" x1="0" x2={full} y1={height.clone()} y2={height} /> }
    });
    let said = chart.cap.as_ref().map(|cap| {
        let text = fill(t.advice_chart_cap, &[("amount", &cap.amount)]);
        html! { <><span class="pc-hidden">{ t.finding_sentence_separator }</span><span class="pc-chart__mark">{ text }</span></> }
    });
    html! {
        <figure class="pc-chart">
            <figcaption class="pc-chart__title">{ &title }</figcaption>
            <svg class="pc-chart__drawing" viewBox={format!("-20 -20 {0} {0}", FULL + 40)} preserveAspectRatio="none" role="img" tabindex="0" aria-label={format!("{title}{}{here}", t.finding_sentence_separator)}>
                { cap }
                <polyline class="pc-chart__line" points={points.join(" ")} />
                <line class="pc-chart__here" x1={chart.here.across.to_string()} x2={chart.here.across.to_string()} y1="0" y2={FULL.to_string()} />
            </svg>
            <p class="pc-chart__ends" aria-hidden="true">
                { for chart.points.first().iter().chain(&chart.points.last()).map(|end| html! { <span>{ &end.number }</span> }) }
            </p>
            <p class="pc-chart__marks"><span class="pc-chart__mark">{ here }</span>{ said }</p>
            <details class="pc-chart__numbers">
                <summary>{ fill(t.advice_chart_table, &[("over", &chart.over)]) }</summary>
                <div class="pc-table">
                    <table class="pc-table__table">
                        <thead>
                            <tr><th scope="col">{ &chart.over }</th><th scope="col">{ t.advice_chart_amount }</th></tr>
                        </thead>
                        <tbody>
                            { for chart.points.iter().map(|point| html! {
                                <tr><th scope="row">{ &point.number }</th><td>{ &point.amount }</td></tr>
                            }) }
                        </tbody>
                    </table>
                </div>
            </details>
        </figure>
    }
}

/// A point as the drawing names it.
fn at(point: &Point) -> String {
    format!("{},{}", point.across, height(point.up))
}

/// A height, counted from the top.
fn height(up: u16) -> String {
    (FULL - up.min(FULL)).to_string()
}

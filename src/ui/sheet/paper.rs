//! The sheet itself.

use std::rc::Rc;

use policy_engine::assess::State;
use policy_engine::ordered::Map;
use policy_engine::policy::Topic;
use policy_wording::report::{Program, Report, Source};
use policy_wording::totals::Total;
use policy_wording::{fill, outcome, texts};
use yew::prelude::*;

use super::answers::answers;
use super::code::{Reopen, reopen};
use super::entry::entry;
use super::program::program;
use crate::session::{Outcome, Session};
use crate::ui::home::home;
use crate::ui::language::tongue;
use crate::ui::totals::nothing;

/// What the sheet is drawn from.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// The session.
    pub session: Rc<Session>,
    /// What follows from it.
    pub outcome: Rc<Outcome>,
    /// Whether programs that are refused are told in full too.
    pub refused_too: bool,
}

/// The sheet: who and when, totals, every program with what it rests on, and how to open it again.
#[component]
pub fn Paper(props: &Props) -> Html {
    let t = texts();
    let Props {
        session,
        outcome,
        refused_too,
    } = props;
    let told = (session.answers(), session.date(), session.language());
    let report = use_memo(told, |_| session.report());
    let fragment = session.to_fragment_of_day();
    let reopened = use_memo(fragment, |fragment| Reopen::of(home(session), fragment));
    let listed = Listed::of(&report, &outcome.topics);
    html! {
        <article class="pc-sheet">
            <h1 class="pc-sheet__title" id="sheet-title">{ t.sheet_title }</h1>
            if let Some(example) = session.example() {
                <p class="pc-sheet__disclaimer">{ fill(t.sheet_example, &[("title", example.title)]) }</p>
            }
            { about(session, outcome) }
            <p class="pc-sheet__disclaimer">{ &report.disclaimer }</p>
            if outcome.topics.contains(&Topic::Funding) {
                <h2 class="pc-sheet__heading">{ t.sheet_totals }</h2>
                if report.totals.is_empty() {
                    <p>{ nothing(report.unstated) }</p>
                } else {
                    { totals(&report.totals) }
                }
            }
            <h2 class="pc-sheet__heading">{ t.sheet_overview }</h2>
            { overview(&listed) }
            <h2 class="pc-sheet__heading">{ t.sheet_answers }</h2>
            { answers(&session.answered(outcome)) }
            <h2 class="pc-sheet__heading">{ t.sheet_programs }</h2>
            { in_full(&listed, *refused_too) }
            { others(&listed.aside) }
            { notes(&listed) }
            { reopen(&reopened) }
            <p class="pc-sheet__disclaimer">{ &report.disclaimer }</p>
        </article>
    }
}

/// The programs of a topic that have the same state.
struct Group<'r> {
    topic: Topic,
    state: State,
    /// Each with its number on the sheet.
    programs: Vec<(usize, &'r Program)>,
}

/// What the sheet lists of a report.
struct Listed<'r> {
    groups: Vec<Group<'r>>,
    /// Programs of other places and of the past.
    aside: Vec<&'r Program>,
}

impl<'r> Listed<'r> {
    /// The programs of the topics that are open, in the order of the page.
    fn of(report: &'r Report, topics: &[Topic]) -> Listed<'r> {
        let programs = report.programs.iter().map(Rc::as_ref);
        let open = programs.filter(|program| topics.contains(&program.topic));
        let (aside, listed): (Vec<_>, Vec<_>) = open.partition(|program| program.is_aside());
        let mut groups = Vec::new();
        let mut number = 0;
        for topic in topics {
            for state in State::ALL {
                let own = listed.iter().copied();
                let own = own.filter(|program| program.topic == *topic && program.state == state);
                let own = own.map(|program| {
                    number += 1;
                    (number, program)
                });
                let programs: Vec<_> = own.collect();
                if !programs.is_empty() {
                    let topic = *topic;
                    groups.push(Group {
                        topic,
                        state,
                        programs,
                    });
                }
            }
        }
        Listed { groups, aside }
    }

    fn programs(&self) -> impl Iterator<Item = (usize, &'r Program)> {
        let groups = self.groups.iter();
        groups.flat_map(|group| group.programs.iter().copied())
    }
}

impl Group<'_> {
    /// Every program in full; the first one carries the heading of the group, which would else stand
    /// alone at the end of a page.
    fn in_full(&self) -> Vec<Html> {
        let t = texts();
        let title = [
            outcome::topic(self.topic),
            t.finding_colon,
            outcome::state(self.state, self.topic),
        ];
        let count = self.programs.len().to_string();
        let heading = html! {
            <h3 class="pc-sheet__group">
                { title.concat() }{ " " }{ fill(t.state_count, &[("count", &count)]) }
            </h3>
        };
        let mut heading = Some(heading);
        let programs = self.programs.iter();
        let each = programs.map(|(number, of)| program(heading.take(), *number, of));
        each.collect()
    }
}

/// Every program in full, but for the refused ones where they are not wanted.
fn in_full(listed: &Listed, refused_too: bool) -> Html {
    let t = texts();
    let left_out = |group: &&Group| !refused_too && group.state == State::Refused;
    let shown = listed.groups.iter().filter(|group| !left_out(group));
    let left_out = listed.groups.iter().filter(left_out);
    let left_out: usize = left_out.map(|group| group.programs.len()).sum();
    html! {
        <>
            { for shown.flat_map(Group::in_full) }
            if left_out > 0 {
                <p class="pc-sheet__note">{ fill(t.sheet_refused_left, &[("count", &left_out.to_string())]) }</p>
            }
        </>
    }
}

/// Who answers, the day, and what catalogue it rests on.
fn about(session: &Session, outcome: &Outcome) -> Html {
    let t = texts();
    let identity = session.identity();
    let given = |text: &str| match text.trim() {
        "" => t.sheet_not_given.to_owned(),
        text => text.to_owned(),
    };
    let code = match identity.code_problem() {
        Some(_) => fill(t.sheet_code_failed, &[("code", identity.code.trim())]),
        None => given(&identity.code),
    };
    let catalog = session.catalog();
    let hash = format!("{:016x}", catalog.hash);
    let catalog = [("version", catalog.version()), ("hash", hash)];
    let catalog = catalog
        .each_ref()
        .map(|(name, text)| (*name, text.as_str()));
    let topics = outcome.topics.iter().copied().map(outcome::topic);
    let topics: Vec<_> = topics.collect();
    let entries = [
        (t.sheet_name, given(&identity.name)),
        (t.sheet_code, code),
        (t.sheet_date, outcome.report.date.clone()),
        (t.sheet_catalog, fill(t.sheet_catalog_value, &catalog)),
        (t.sheet_topics, topics.join(t.finding_list_separator)),
    ];
    html! {
        <dl class="pc-sheet__about">
            { for entries.into_iter().map(|(name, value)| entry(name, html! { value })) }
        </dl>
    }
}

fn totals(totals: &[Total]) -> Html {
    let t = texts();
    html! {
        <>
            <table class="pc-sheet-table pc-sheet-totals">
                <thead>
                    <tr>
                        <th scope="col">{ t.sheet_totals_kind }</th>
                        <th scope="col">{ t.sheet_amount }</th>
                        <th scope="col">{ t.sheet_remarks }</th>
                    </tr>
                </thead>
                <tbody>
                    { for totals.iter().map(|total| {
                        let remarks = [total.note.to_owned()].into_iter();
                        let remarks = remarks.chain(total.beyond.iter().cloned());
                        let remarks = remarks.chain(total.combined.iter().cloned());
                        let remarks = remarks.chain(total.best_place.map(str::to_owned));
                        let remarks = remarks.chain(total.otherwise.clone());
                        html! {
                            <tr>
                                <th scope="row">{ &total.heading }</th>
                                <td class="pc-sheet__amount">{ &total.to_the_fen }</td>
                                <td>{ for remarks.map(|remark| html! { <p>{ remark }</p> }) }</td>
                            </tr>
                        }
                    }) }
                </tbody>
            </table>
            <p class="pc-sheet__note">{ t.total_stacking }</p>
        </>
    }
}

/// Every program in a line.
fn overview(listed: &Listed) -> Html {
    let t = texts();
    if listed.groups.is_empty() {
        return html! { <p class="pc-sheet__note">{ t.sheet_none_listed }</p> };
    }
    html! {
        <table class="pc-sheet-table pc-sheet-overview">
            <thead>
                <tr>
                    <th scope="col">{ t.sheet_number }</th>
                    <th scope="col">{ t.sheet_program }</th>
                    <th scope="col">{ t.sheet_finding }</th>
                    <th scope="col">{ t.sheet_amount }</th>
                    <th scope="col">{ t.sheet_basis }</th>
                </tr>
            </thead>
            <tbody>
                { for listed.programs().map(|(number, program)| html! {
                    <tr>
                        <td>{ number }</td>
                        <th scope="row">{ &program.title }</th>
                        <td>{ program.state_name }</td>
                        <td class="pc-sheet__amount">
                            if program.shows_amount() {
                                { program.amount.to_the_fen() }
                            }
                        </td>
                        <td>{ &program.source.name }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

/// The programs of other places and of the past, by name.
fn others(programs: &[&Program]) -> Html {
    let t = texts();
    if programs.is_empty() {
        return html! {};
    }
    let name = |program: &&Program| {
        let why = if program.elsewhere {
            t.sheet_elsewhere
        } else {
            program.state_name
        };
        let source = program.source.name.as_str();
        let values = [
            ("title", program.title.as_str()),
            ("why", why),
            ("name", source),
        ];
        html! { <li>{ fill(t.sheet_other, &values) }</li> }
    };
    html! {
        <>
            <h2 class="pc-sheet__heading">{ t.sheet_others }</h2>
            <p class="pc-sheet__note">{ t.sheet_others_about }</p>
            <ul class="pc-sheet__list" id="sheet-others">{ for programs.iter().map(name) }</ul>
        </>
    }
}

/// What to know of the documents as a whole, once for each.
fn notes(listed: &Listed) -> Html {
    let sources = listed.programs().map(|(_, program)| &program.source);
    let sources = sources.filter(|source| !source.notes.is_empty());
    let sources: Map<&str, &Source> = sources.map(|it| (it.id.as_str(), it)).collect();
    if sources.is_empty() {
        return html! {};
    }
    html! {
        <>
            <h2 class="pc-sheet__heading">{ texts().sheet_notes }</h2>
            <dl class="pc-sheet__documents">
                { for sources.values().map(|source| entry(&source.name, html! {
                    { for source.notes.iter().map(|note| html! { <p lang={tongue(note)}>{ note }</p> }) }
                })) }
            </dl>
        </>
    }
}

//! A filled form as plain data: what goes out of the page or a file, and comes back.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::fact::{Ask, Column, Kind};
use crate::input::{Draft, option, yes_no};
use crate::ordered::Map;
use crate::questionnaire::Questionnaire;

/// Everything that was typed, question by question.
pub type Drafts = Map<Ask, Draft>;

/// The word for not known in files of answers.
pub const UNSURE: &str = "不清楚";

/// The words for an empty list or choice in files of answers.
pub const NONE: [&str; 3] = ["没有", "都没有", "无"];

/// A text as the page's controls hold it: an option by the id that it has now, however it was called;
/// any other text as it is.
pub fn as_picked(kind: &Kind, text: String) -> String {
    let picked = match kind {
        Kind::OneOf(options) | Kind::SeveralOf(options) => {
            let index = option(options, &text).ok();
            index.map(|index| options[usize::from(index)].id.clone())
        }
        Kind::YesNo => yes_no(&text)
            .ok()
            .map(|yes| if yes { "yes" } else { "no" }.to_owned()),
        _ => None,
    };
    picked.unwrap_or(text)
}

/// An answer as it is written.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Written<'d> {
    /// 不清楚.
    Unsure(()),
    /// A text, or the id of an option.
    Text(&'d str),
    /// The ids of several options.
    Picks(&'d [String]),
    /// The cells of each row by the names of their columns, without the empty ones.
    Rows {
        /// The rows.
        rows: Vec<BTreeMap<&'d str, &'d str>>,
        /// Whether rows are still to come.
        more: bool,
    },
}

/// Answers as they are written, each by its name: `company.staff@2025`.
pub fn written<'d>(
    questionnaire: &'d Questionnaire,
    drafts: &'d Drafts,
) -> BTreeMap<String, Written<'d>> {
    let one = |(ask, draft): (&Ask, &'d Draft)| {
        let columns = questionnaire.fact(ask.fact).columns();
        let written = match draft {
            Draft::Unsure => Written::Unsure(()),
            Draft::Text(text) => Written::Text(text),
            Draft::Picks(picks) => Written::Picks(picks),
            Draft::Rows { rows, more } => Written::Rows {
                rows: rows.iter().map(|row| cells(columns, row)).collect(),
                more: *more,
            },
        };
        (questionnaire.name_of(*ask), written)
    };
    drafts.iter().map(one).collect()
}

fn cells<'d>(columns: &'d [Column], row: &'d [String]) -> BTreeMap<&'d str, &'d str> {
    let cells = columns.iter().zip(row);
    let typed = cells.filter(|(_, text)| !text.is_empty());
    typed
        .map(|(column, text)| (column.id.as_str(), text.as_str()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fact::Choice;

    #[test]
    fn an_option_is_held_by_its_id_however_it_is_called() {
        let options = Kind::OneOf(vec![Choice {
            id: "site".into(),
            was: vec!["landing".into()],
            label: "起降场地".into(),
        }]);
        let picked = |kind: &Kind, text: &str| as_picked(kind, text.into());
        for text in ["site", "landing", "起降场地", " site "] {
            assert_eq!(picked(&options, text), "site");
        }
        assert_eq!(picked(&options, "airport"), "airport");
        assert_eq!(picked(&Kind::YesNo, "有"), "yes");
        assert_eq!(picked(&Kind::YesNo, "false"), "no");
        assert_eq!(picked(&Kind::YesNo, "?"), "?");
        assert_eq!(picked(&Kind::Region, " site "), " site ");
    }
}

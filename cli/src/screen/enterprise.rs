//! One line of a table: the answers of an enterprise.

use csv::StringRecord;
use policy_engine::fact::{Answers, Ask, Kind};
use policy_engine::form::{NONE, UNSURE};
use policy_engine::input::Draft;
use policy_wording::command_texts;

use crate::answers::answer;
use crate::screen::columns::{Columns, Place};

/// What stands between several options in one cell.
const BETWEEN: [char; 3] = ['；', ';', '|'];

impl Columns<'_> {
    /// The answers in a line; the first that cannot be taken is a mistake.
    pub fn answers(&self, line: &StringRecord) -> Result<Answers, String> {
        // As where a number has commas and no quotation marks: its parts would answer other questions.
        if line.len() > self.count {
            return Err(command_texts().cli_too_many_cells.to_owned());
        }
        let mut answers = Answers::default();
        for (ask, place) in self.places.iter() {
            if let Some(draft) = self.draft(*ask, place, line) {
                let answer = answer(self.questionnaire, *ask, &draft)?;
                answers.0.extend(answer.map(|answer| (*ask, answer)));
            }
        }
        Ok(answers)
    }

    /// What a line says of a question; nothing where its cells are empty.
    fn draft<'l>(
        &'l self,
        ask: Ask,
        place: &Place,
        line: &'l StringRecord,
    ) -> Option<Draft<&'l str>> {
        let cell = |column: Option<usize>| column.and_then(|at| line.get(at)).map_or("", str::trim);
        let whole = cell(place.whole);
        let kind = &self.questionnaire.fact(ask.fact).kind;
        let rows: Vec<Vec<&str>> = match kind {
            Kind::Rows(columns) => {
                let filled = place.rows.values().filter(|row| {
                    let mut cells = row.iter();
                    cells.any(|column| !cell(*column).is_empty())
                });
                let texts = filled.map(|row| {
                    let cells = row.iter().zip(columns);
                    let texts = cells.map(|(at, column)| match (cell(*at), &column.preset) {
                        ("", Some(preset)) => preset,
                        (UNSURE, _) => "",
                        (text, _) => text,
                    });
                    texts.collect()
                });
                texts.collect()
            }
            _ => Vec::new(),
        };
        let none = NONE.contains(&whole);
        match (whole, kind) {
            ("", _) if rows.is_empty() => None,
            ("", _) => Some(Draft::Rows { rows, more: false }),
            (UNSURE, _) if rows.is_empty() => Some(Draft::Unsure),
            (_, Kind::Rows(_)) if none && rows.is_empty() => {
                Some(Draft::Rows { rows, more: false })
            }
            (_, Kind::SeveralOf(_)) if none => Some(Draft::Picks(Vec::new())),
            (_, Kind::SeveralOf(_)) => {
                Some(Draft::Picks(whole.split(BETWEEN).map(str::trim).collect()))
            }
            _ => Some(Draft::Text(whole)),
        }
    }
}

//! Refinements: the same enterprise, knowing more.

use policy_engine::fact::{Answer, Answers, Column, FactId, Kind, Row, Rows, Value};
use policy_engine::input::is_shown;
use policy_engine::region::RegionCode;

use crate::generate::Generator;

/// Every chance in a hundred is taken.
const ALWAYS: u8 = 100;

impl Generator<'_> {
    /// The same answers with some gaps filled.
    pub fn refine(&mut self, answers: &Answers) -> Answers {
        let percent = *self.one_of(&[15, 40, 70]);
        self.fill_gaps(answers, percent)
    }

    /// The same answers with every gap filled: each question known, each list at its end.
    pub fn complete(&mut self, answers: &Answers) -> Answers {
        self.fill_gaps(answers, ALWAYS)
    }

    fn fill_gaps(&mut self, answers: &Answers, percent: u8) -> Answers {
        let mut refined = answers.clone();
        for ask in self.asks() {
            if !self.chance(percent) {
                continue;
            }
            let value = match answers.known(ask) {
                Some(value) => value.clone(),
                None => self.value(ask.fact),
            };
            let value = self.finer(ask.fact, value, percent);
            refined.0.insert(ask, Answer::Known(value));
        }
        refined
    }

    /// An answer with nothing left open.
    pub fn finest(&mut self, fact: FactId, value: Value) -> Value {
        self.finer(fact, value, ALWAYS)
    }

    /// Fills every missing cell of a row.
    pub fn fill_finest(&mut self, list: FactId, columns: &[Column], row: &mut Row) {
        self.fill(list, columns, row, ALWAYS);
        self.finer_regions(columns, row, ALWAYS);
    }

    /// The same answer, less coarse.
    fn finer(&mut self, fact: FactId, value: Value, percent: u8) -> Value {
        let kind = &self.world.catalog.questionnaire.fact(fact).kind;
        match (kind, value) {
            (Kind::Rows(columns), Value::Rows(rows)) => {
                Value::Rows(self.finer_rows(fact, columns, rows, percent))
            }
            (_, Value::Region(region)) => Value::Region(self.finer_region(region, percent)),
            (_, value) => value,
        }
    }

    fn finer_rows(&mut self, list: FactId, columns: &[Column], rows: Rows, percent: u8) -> Rows {
        let Rows { mut rows, mut more } = rows;
        for row in &mut rows {
            self.fill(list, columns, row, percent);
            self.finer_regions(columns, row, percent);
        }
        if more && self.chance(50) {
            let mut row = self.row(list, columns);
            if percent == ALWAYS {
                self.fill_finest(list, columns, &mut row);
            }
            rows.push(row);
        }
        if more && self.chance(percent) {
            more = false;
        }
        Rows { rows, more }
    }

    fn finer_regions(&mut self, columns: &[Column], row: &mut Row, percent: u8) {
        for index in 0..columns.len() {
            if let Some(Value::Region(region)) = row[index]
                && is_shown(&columns[index], row)
            {
                row[index] = Some(Value::Region(self.finer_region(region, percent)));
            }
        }
    }

    /// A part of a region, step by step down to one without parts.
    fn finer_region(&mut self, region: RegionCode, percent: u8) -> RegionCode {
        let regions = self.world.catalog.questionnaire.regions.answers();
        let parts = regions.map(|known| known.code);
        let parts: Vec<_> = parts.filter(|code| code.parent() == Some(region)).collect();
        if parts.is_empty() || !self.chance(percent) {
            return region;
        }
        // The places that conditions name are few among all that there are.
        let named = |part: &&RegionCode| self.world.places.iter().any(|one| part.covers(*one));
        let named: Vec<_> = parts.iter().filter(named).copied().collect();
        let likely = if named.is_empty() || self.chance(50) {
            parts
        } else {
            named
        };
        let part = *self.one_of(&likely);
        self.finer_region(part, percent)
    }
}

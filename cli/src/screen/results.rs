//! The results as a table: one line for each enterprise and program.

use std::io::{self, BufWriter, StdoutLock, Write};

use jiff::civil::Date;
use policy_engine::assess::{Screened, State, screen};
use policy_engine::catalog::Catalog;
use policy_engine::fact::Answers;
use policy_engine::policy::{Award, Policy, Program};
use policy_exchange::table::{self, Cell, LINE_END, MARK};
use policy_wording::{command_texts, outcome, texts};

/// The table of results, printed as it grows.
pub struct Results<'c> {
    catalog: &'c Catalog,
    date: Date,
    all: bool,
    programs: Vec<Printed<'c>>,
    out: BufWriter<StdoutLock<'static>>,
}

/// A program with the cells that are the same for each enterprise.
struct Printed<'c> {
    program: &'c Program,
    /// Its id, title and document.
    cells: String,
}

impl<'c> Results<'c> {
    /// A table with its head.
    pub fn new(catalog: &'c Catalog, date: Date, all: bool) -> Results<'c> {
        let t = texts();
        let mut results = Results {
            catalog,
            date,
            all,
            programs: catalog.programs().map(printed).collect(),
            out: BufWriter::new(io::stdout().lock()),
        };
        let mut head = MARK.to_string();
        let names = [
            command_texts().cli_enterprise,
            command_texts().cli_id,
            t.csv_title,
            t.csv_document,
            t.csv_state,
            t.csv_low,
            t.csv_high,
        ];
        table::line(&mut head, names.map(Cell::text));
        results.print(&head);
        results
    }

    /// The lines of an enterprise.
    pub fn add(&mut self, name: &str, answers: &Answers) {
        let name = Cell::text(name);
        let mut lines = String::new();
        let screened = screen(self.catalog, answers, self.date);
        for (screened, printed) in screened.zip(&self.programs) {
            if self.all || gets(screened.state) {
                let Printed { program, cells } = printed;
                let state = outcome::state_of(program, screened.state);
                let [low, high] = figures(program, screened);
                lines += &format!("{name},{cells},{state},{low},{high}{LINE_END}");
            }
        }
        self.print(&lines);
    }

    /// Prints what is not printed yet.
    pub fn end(mut self) {
        self.out.flush().ok();
    }

    /// A reader that has seen enough is no failure.
    fn print(&mut self, text: &str) {
        self.out.write_all(text.as_bytes()).ok();
    }
}

fn printed<'c>((policy, program): (&'c Policy, &'c Program)) -> Printed<'c> {
    let cells = [&program.id, &program.title, outcome::name(policy)].map(Cell::text);
    Printed {
        program,
        cells: cells.map(|cell| cell.to_string()).join(","),
    }
}

/// Whether an enterprise gets something, or may.
fn gets(state: State) -> bool {
    matches!(state, State::Obtainable | State::Applicable | State::Open)
}

/// The least and the greatest amount; empty where the document states no amount, or no greatest.
fn figures(program: &Program, screened: Screened) -> [Cell; 2] {
    let stated = !matches!(program.award, Award::Unstated);
    let low = Some(screened.amount.low);
    [low, screened.amount.high].map(|figure| Cell::number(figure.filter(|_| stated)))
}

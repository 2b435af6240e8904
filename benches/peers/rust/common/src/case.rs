//! The cases: enterprises with what each program owes them.

use std::fs::File;
use std::io::{self, BufRead, BufReader};

use serde::Deserialize;

use crate::due::{Due, PROGRAMS};
use crate::enterprise::Enterprise;
use crate::fixed::fixed;

/// An enterprise and what it has from each program.
#[derive(Clone, Debug, Deserialize)]
pub struct Case {
    /// The year in which it applies.
    pub year: i32,
    /// Who applies.
    pub enterprise: Enterprise,
    due: Vec<(String, Due<String>)>,
}

impl Case {
    /// What is due, in fen, in the order of [`PROGRAMS`].
    pub fn due(&self) -> [Due<i64>; PROGRAMS.len()] {
        assert!(self.due.iter().map(|(program, _)| program).eq(PROGRAMS));
        std::array::from_fn(|place| self.due[place].1.clone().map(|yuan| fixed(&yuan, 2)))
    }
}

/// Reads a file of cases, one JSON object a line.
pub fn read(path: &str) -> io::Result<Vec<Case>> {
    let lines = BufReader::new(File::open(path)?).lines();
    lines
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect()
}

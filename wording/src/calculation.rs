//! A calculation: how a number followed, and the clauses that say so.

use serde::Serialize;

/// How a number followed, and the clauses that say so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Calculation {
    /// Line by line, the result last.
    pub working: Vec<String>,
    /// The clauses of the shared figures in it; the program's own clauses stand at the program.
    pub basis: Vec<String>,
}

impl Calculation {
    /// Adds a line, and the clauses that its figure has of its own; what several others rest on is told once.
    pub(crate) fn tell(&mut self, line: String, basis: &[String]) {
        once(&mut self.working, line);
        for clause in basis {
            once(&mut self.basis, clause.clone());
        }
    }
}

fn once(lines: &mut Vec<String>, line: String) {
    if !lines.contains(&line) {
        lines.push(line);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_and_a_clause_are_told_once() {
        let mut calculation = Calculation::default();
        let basis = ["某号 三".to_owned(), "某号 四".to_owned()];
        calculation.tell("甲 = 1".to_owned(), &basis[..1]);
        calculation.tell("甲 = 1".to_owned(), &basis);
        assert_eq!(calculation.working, ["甲 = 1"]);
        assert_eq!(calculation.basis, basis);
    }
}

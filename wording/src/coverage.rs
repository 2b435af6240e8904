//! Coverage in words.

use policy_engine::policy::{Coverage, LeftOut};

use crate::text::{fill, texts};

/// What became of a clause.
pub fn how(coverage: &Coverage) -> &'static str {
    let t = texts();
    match coverage {
        Coverage::Programs(_) => t.coverage_modelled,
        Coverage::Left(LeftOut::Information, _) => t.coverage_information,
        Coverage::Left(LeftOut::Others, _) => t.coverage_others,
        Coverage::Left(LeftOut::Open, _) => t.coverage_open,
        Coverage::Left(LeftOut::NotInCopy, _) => t.coverage_not_in_copy,
        Coverage::Left(LeftOut::Excluded, _) => t.coverage_excluded,
    }
}

/// How many clauses of one document are modelled: 收录 5 条，共 19 条.
pub fn of_document(modelled: usize, clauses: usize) -> String {
    let [modelled, clauses] = [modelled, clauses].map(|n| n.to_string());
    let values = [("modelled", modelled.as_str()), ("clauses", &clauses)];
    fill(texts().coverage_of_document, &values)
}

/// How many clauses there are and how many are modelled.
pub fn sum(documents: usize, clauses: usize, modelled: usize) -> String {
    let [documents, clauses, modelled] = [documents, clauses, modelled].map(|n| n.to_string());
    fill(
        texts().coverage_sum,
        &[
            ("documents", documents.as_str()),
            ("clauses", &clauses),
            ("modelled", &modelled),
        ],
    )
}

//! `policy list`.

use policy_wording::outcome;

/// Every program with its document.
pub fn run() -> String {
    let lines = policy_catalog::catalog()
        .programs()
        .map(|(policy, program)| {
            format!(
                "{}\t{}\t{}\t{}\t{}",
                program.id,
                program.title,
                outcome::kind(program),
                outcome::name(policy),
                outcome::validity(policy),
            )
        });
    lines.collect::<Vec<_>>().join("\n")
}

//! `policy list`.

use policy_wording::{language, outcome};

/// Every program with its document.
pub fn run() -> String {
    let lines = policy_catalog::in_language(language())
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

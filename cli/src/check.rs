//! `policy check`.

use jiff::civil::Date;
use jiff::{ToSpan, Zoned};
use policy_engine::policy::Policy;
use policy_wording::{command_texts, fill, language, outcome};

/// Which documents are past their end, and which were last compared more than a year ago; only the
/// latter where `stale` is asked for.
///
/// # Errors
///
/// With `stale`, documents to compare again are an error, so that a script can stop on them.
pub fn run(on: Option<Date>, stale: bool) -> Result<String, String> {
    let policies = &policy_catalog::in_language(language()).policies;
    let today = on.unwrap_or_else(|| Zoned::now().date());
    let old = lines(policies, |policy| {
        let due = policy.checked.on.checked_add(1.year());
        due.is_ok_and(|due| due < today)
    });
    let t = command_texts();
    if stale {
        return if old.is_empty() {
            Ok(t.cli_none_stale.to_owned())
        } else {
            Err(old.join("\n"))
        };
    }
    let ended = lines(policies, |policy| {
        policy.until.is_some_and(|until| until < today)
    });
    let count = |lines: &[String]| lines.len().to_string();
    let values = [
        ("documents", policies.len().to_string()),
        ("ended", count(&ended)),
        ("stale", count(&old)),
    ];
    let values = values
        .each_ref()
        .map(|(name, value)| (*name, value.as_str()));
    let mut out = vec![fill(t.cli_checked, &values)];
    out.extend(ended);
    out.extend(old);
    Ok(out.join("\n"))
}

/// A line for each document that a judgement picks.
fn lines(policies: &[Policy], picked: impl Fn(&Policy) -> bool) -> Vec<String> {
    let picked = policies.iter().filter(|policy| picked(policy));
    let line = |policy: &Policy| {
        let name = outcome::name(policy);
        let values = [
            ("id", policy.id.as_str()),
            ("name", name),
            ("checked", &policy.checked.on.to_string()),
            ("validity", &outcome::validity(policy)),
        ];
        fill(command_texts().cli_document, &values)
    };
    picked.map(line).collect()
}

//! Outcomes in words: states, amounts, validity.

use policy_engine::assess::{InYear, Other, Outcome, State};
use policy_engine::day;
use policy_engine::policy::measure::Measure;
use policy_engine::policy::{Award, Clause, Confidence, Form, Paid, Policy, Program, Topic};
use policy_engine::span::Span;
use policy_engine::verdict::Verdict;

use crate::condition::class_text;
use crate::money;
use crate::number::figure;
use crate::text::{fill, noted, texts};

/// The name of a state, for one program.
pub fn state_of(program: &Program, state: State) -> &'static str {
    match (program.form, state) {
        (Form::Tax, State::Obtainable) => texts().state_reckoned,
        (form, _) => self::state(state, form.topic()),
    }
}

/// The name of a state, for programs of a topic.
pub fn state(state: State, topic: Topic) -> &'static str {
    let t = texts();
    match state {
        State::Obtainable => match topic {
            Topic::Funding => t.state_obtainable,
            Topic::Recognition => t.state_recognised,
            Topic::Tax => t.state_relieved,
        },
        State::Applicable => t.state_applicable,
        State::Open => t.state_open,
        State::Refused => t.state_refused,
        State::NotYet => t.state_not_yet,
        State::Closed => t.state_closed,
        State::Expired => t.state_expired,
    }
}

/// The name of a verdict.
pub fn verdict(verdict: Verdict) -> &'static str {
    let t = texts();
    match verdict {
        Verdict::Yes => t.verdict_yes,
        Verdict::No => t.verdict_no,
        Verdict::Unknown => t.verdict_unknown,
    }
}

/// The kind of support.
pub fn form(form: Form) -> &'static str {
    let t = texts();
    match form {
        Form::Subsidy => t.form_subsidy,
        Form::Grant => t.form_grant,
        Form::Reward => t.form_reward,
        Form::InterestSubsidy => t.form_interest_subsidy,
        Form::ReimbursementGrant => t.form_reimbursement_grant,
        Form::Support => t.form_support,
        Form::Recognition => t.form_recognition,
        Form::TaxRelief => t.form_tax_relief,
        Form::Tax => t.form_tax,
    }
}

/// When a program pays: 一次性, 每年, 连续3年; nothing where it gives no money.
pub fn paid(program: &Program) -> Option<String> {
    let t = texts();
    let pays = program.form.topic() == Topic::Funding && program.form != Form::Support;
    let when = match (program.window(), program.paid) {
        (Some((_, years)), _) => fill(t.paid_window, &[("years", &figure(years))]),
        (None, Paid::Once) => t.paid_once.to_owned(),
        (None, Paid::Yearly) => t.paid_yearly.to_owned(),
        (None, Paid::Unstated) => t.paid_unstated.to_owned(),
    };
    pays.then_some(when)
}

/// The kind of support and when it is paid: 补贴 · 每年.
pub fn kind(program: &Program) -> String {
    let when = paid(program);
    let parts = [Some(form(program.form).to_owned()), when];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(texts().paid_separator)
}

/// What a program is worth to the enterprise in a year, or what it would be worth where refused.
pub fn amount(program: &Program, year: &InYear) -> String {
    if let Some(span) = shown(program, year) {
        return span_of(program, span);
    }
    match program.form.topic() {
        Topic::Funding => texts().money_unstated.to_owned(),
        Topic::Recognition => year
            .class
            .as_ref()
            .map_or_else(|| texts().money_recognition.to_owned(), class_text),
        Topic::Tax => texts().money_tax.to_owned(),
    }
}

/// The span that is shown of what a program is worth, where the document states an amount.
pub(crate) fn shown(program: &Program, year: &InYear) -> Option<Span> {
    match &program.award {
        Award::Unstated => None,
        Award::Ceiling(_) => Some(Span::up_to(year.amount.high)),
        Award::Formula { .. } => Some(year.amount),
    }
}

/// An amount of a program; where nothing bounds it, with the document's words for that.
pub fn span_of(program: &Program, span: Span) -> String {
    match &program.award {
        Award::Formula {
            uncapped: Some(uncapped),
            ..
        } if span.high.is_none() => {
            if span.low.is_zero() {
                uncapped.clone()
            } else {
                let low = fill(texts().money_from_up, &[("low", &money::yuan(span.low))]);
                noted(&low, uncapped)
            }
        }
        _ => money::span(span),
    }
}

/// What comes on top of a sum from a program whose amount nothing bounds.
pub fn beyond(program: &Program) -> String {
    let t = texts();
    let uncapped = match &program.award {
        Award::Formula {
            uncapped: Some(uncapped),
            ..
        } => uncapped.as_str(),
        _ => t.money_open,
    };
    fill(
        t.total_beyond,
        &[("program", program.title.as_str()), ("uncapped", uncapped)],
    )
}

/// The amount under another reading, or the verdict where the document states none.
pub fn other(program: &Program, other: &Other) -> String {
    let t = texts();
    let without_amount = matches!(program.award, Award::Unstated);
    let says = if without_amount || other.verdict == Verdict::No {
        verdict(other.verdict).to_owned()
    } else {
        span_of(program, other.amount)
    };
    fill(t.detail_reading_amount, &[("amount", &says)])
}

/// The amount before the cap and the cap, where the cap takes something away.
pub fn cap(outcome: &Outcome, year: &InYear) -> Option<String> {
    let t = texts();
    let Award::Formula { cap: Some(cap), .. } = &outcome.program.award else {
        return None;
    };
    let before = year.working.as_ref()?.span;
    let cut = before.high.is_some_and(|high| high > cap.value);
    let template = if cut {
        t.working_before_cap
    } else {
        t.working_cap
    };
    let amount = money::span(before);
    Some(fill(
        template,
        &[("amount", amount.as_str()), ("cap", &figure(cap))],
    ))
}

/// An amount in other circumstances: while nothing is known of it, that and not that it is open.
pub fn compared(program: &Program, amount: Span) -> String {
    if program.form == Form::Tax && amount.high.is_none() && amount.low.is_zero() {
        texts().working_not_yet.to_owned()
    } else {
        money::span(amount)
    }
}

/// The most that a program gives, as far as one figure of its document says it: a ceiling, a cap or a
/// fixed amount; or that nothing bounds it.
pub fn most(program: &Program) -> Option<String> {
    let t = texts();
    match &program.award {
        Award::Unstated => None,
        Award::Ceiling(ceiling) => Some(fill(t.money_up_to, &[("high", &figure(ceiling))])),
        Award::Formula { cap: Some(cap), .. } => {
            Some(fill(t.working_cap, &[("cap", &figure(cap))]))
        }
        Award::Formula {
            uncapped: Some(uncapped),
            ..
        } => Some(uncapped.clone()),
        Award::Formula { amount, .. } => match amount {
            Measure::Figure(amount) => Some(figure(amount)),
            _ => None,
        },
    }
}

/// The name by which a document is told apart: its 发文字号, or its title where it has none.
pub fn name(policy: &Policy) -> &str {
    policy.document.as_deref().unwrap_or(&policy.title)
}

/// How well a clause is known, where it is less than read in full.
pub fn confidence(clause: &Clause) -> Option<&'static str> {
    let t = texts();
    match clause.confidence {
        Confidence::Full => None,
        Confidence::Excerpt => Some(t.detail_excerpt),
        Confidence::Unverified => Some(t.detail_unverified),
    }
}

/// The name of a topic.
pub fn topic(topic: Topic) -> &'static str {
    let t = texts();
    match topic {
        Topic::Funding => t.topic_funding,
        Topic::Recognition => t.topic_recognition,
        Topic::Tax => t.topic_tax,
    }
}

/// How many questions wait for an answer.
pub fn open_questions(count: usize) -> String {
    let t = texts();
    match count {
        0 => t.app_all_answered.to_owned(),
        count => fill(t.app_open_count, &[("count", &count.to_string())]),
    }
}

/// What a topic holds.
pub fn topic_about(topic: Topic) -> &'static str {
    let t = texts();
    match topic {
        Topic::Funding => t.topic_about_funding,
        Topic::Recognition => t.topic_about_recognition,
        Topic::Tax => t.topic_about_tax,
    }
}

/// Since when and until when a document applies.
pub fn validity(policy: &Policy) -> String {
    let t = texts();
    let from = policy.from.map_or_else(
        || t.detail_no_start.to_owned(),
        |from| fill(t.detail_in_force_from, &[("from", &day::written(from))]),
    );
    let until = policy.until.map_or_else(
        || t.detail_no_end.to_owned(),
        |until| fill(t.detail_until, &[("until", &day::written(until))]),
    );
    from + t.finding_sentence_separator + &until
}

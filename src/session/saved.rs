//! The saved form of a session: JSON, by the names that answer files use.

use policy_engine::day;
use policy_engine::form::{Drafts, written};
use policy_engine::language::Language;
use policy_engine::policy::Topic;
use policy_exchange::answers::{self, Absent};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::changes::Basis;
use super::{Identity, Look, Outcome, Session, examples};

/// The version of the form; raised when an older page could misread it.
const VERSION: u32 = 1;
/// The longest form read, in bytes; anything longer was not written by this page.
pub const LONGEST: usize = 1 << 20;

/// A saved form that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrupt;

/// The form, with the answers as they are written or read. What followed from them is read by itself:
/// the answers are taken over though it cannot be.
#[derive(Serialize, Deserialize)]
struct Form<A> {
    version: u32,
    /// The topics that are open; the first pages had but one.
    topics: Option<Vec<String>>,
    /// The language, where it is not Chinese.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    language: Option<String>,
    answers: A,
    /// Who answers, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    identity: Option<Identity>,
    /// How the page looked; absent where nothing was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    look: Option<Look>,
    /// The example that filled the form in, while it is marked as one.
    #[serde(skip_serializing_if = "Option::is_none")]
    example: Option<String>,
    /// The day assessed, where the person chose another than today.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<String>,
    /// Whether one question was asked at a time.
    #[serde(default, skip_serializing_if = "is_no")]
    guided: bool,
    /// When it was kept, in words; absent in what is handed over.
    #[serde(skip_serializing_if = "Option::is_none")]
    kept: Option<String>,
    /// What followed from the answers; absent in what is handed over before they are assessed, and
    /// in the forms of the first pages.
    #[serde(skip_serializing_if = "Option::is_none", skip_deserializing)]
    basis: Option<Basis>,
    /// The fields that count in 万元; their answers say so themselves, so that only the boxes need it.
    #[serde(
        default,
        deserialize_with = "names",
        skip_serializing_if = "Vec::is_empty"
    )]
    in_wan: Vec<String>,
}

/// What followed from the answers of a form.
#[derive(Deserialize)]
struct Followed {
    basis: Basis,
}

/// Names, or none where something else stands: the answers are read all the same.
fn names<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    let names = Value::deserialize(from)?;
    Ok(serde_json::from_value(names).unwrap_or_default())
}

fn is_no(answer: &bool) -> bool {
    !answer
}

impl Session {
    /// Everything that was typed, as JSON.
    pub fn to_json(&self) -> String {
        self.form(None, None)
    }

    /// Everything that was typed, when it is kept, and as soon as it is known what followed from it,
    /// so that a later catalogue can say what it changed.
    pub fn to_kept_json(&self, now: String, outcome: Option<&Outcome>) -> String {
        let basis = outcome.map(|outcome| self.basis(outcome));
        self.form(Some(now), basis)
    }

    fn form(&self, kept: Option<String>, basis: Option<Basis>) -> String {
        let topics = self.topics.iter().map(|topic| topic.id().to_owned());
        let drafts = self.drafts();
        let form = Form {
            version: VERSION,
            topics: Some(topics.collect()),
            language: self.language_id().map(str::to_owned),
            answers: written(&self.catalog().questionnaire, &drafts),
            identity: Some(self.identity.clone()).filter(|identity| !identity.is_empty()),
            look: (self.look != Look::default()).then_some(self.look),
            example: self.example.map(str::to_owned),
            on: (self.date != self.today).then(|| day::written(self.date)),
            guided: self.is_guided(),
            kept,
            basis,
            in_wan: self.unit_names(),
        };
        serde_json::to_string(&form).unwrap_or_default()
    }

    /// When a form was kept, where it says so.
    pub fn kept_at(&self, json: &str) -> Result<Option<String>, Corrupt> {
        let form = read(json)?;
        self.answers_in(&form)?;
        Ok(form.kept)
    }

    fn answers_in(&self, form: &Form<Map<String, Value>>) -> Result<Drafts, Corrupt> {
        let questionnaire = &self.catalog().questionnaire;
        let read = answers::read(questionnaire, &form.answers, Absent::Empty);
        read.map(|read| read.drafts).map_err(|_| Corrupt)
    }

    /// Takes over what another session typed; names that the catalogue no longer has are left out.
    pub fn restore(&mut self, json: &str) -> Result<(), Corrupt> {
        let form = read(json)?;
        let drafts = self.answers_in(&form)?;
        self.look = form.look.unwrap_or(self.look);
        if let Some(topics) = form.topics {
            self.open_named(&topics);
        }
        if let Some(language) = form.language.as_deref().and_then(Language::named) {
            self.speak(language);
        }
        self.identity = form.identity.unwrap_or_default();
        if let Some(on) = form.on {
            self.restore_date(&on);
        }
        self.example = form.example.and_then(|id| examples::known(&id));
        if form.guided {
            self.guide(true);
        }
        self.take_over(drafts);
        form.in_wan.iter().for_each(|name| self.choose_wan(name));
        Ok(())
    }

    /// Takes over how the page looked, which is no answer and needs no asking.
    pub fn restore_look(&mut self, json: &str) {
        if let Ok(Some(look)) = read(json).map(|form| form.look) {
            self.look = look;
        }
    }

    /// Opens the topics of these ids, and no others.
    pub(super) fn open_named(&mut self, ids: &[String]) {
        let open = |topic: &Topic| ids.iter().any(|id| id == topic.id());
        self.topics = Topic::ALL.into_iter().filter(open).collect();
    }
}

fn read(json: &str) -> Result<Form<Map<String, Value>>, Corrupt> {
    if json.len() > LONGEST {
        return Err(Corrupt);
    }
    let form: Form<_> = serde_json::from_str(json).map_err(|_| Corrupt)?;
    if form.version == VERSION {
        Ok(form)
    } else {
        Err(Corrupt)
    }
}

/// What followed from the answers of a saved form when it was saved.
pub(super) fn basis(json: &str) -> Option<Basis> {
    let followed: Followed = serde_json::from_str(json).ok()?;
    Some(followed.basis).filter(Basis::can_be_shown)
}

#[cfg(test)]
mod tests {
    use jiff::civil::Date;

    use super::*;

    #[test]
    fn a_kept_form_says_when() {
        let session = Session::new(policy_catalog::catalog(), Date::constant(2026, 11, 21));
        let json = session.to_kept_json("2026-11-21 10:00".into(), None);
        assert_eq!(session.kept_at(&json), Ok(Some("2026-11-21 10:00".into())));
        assert_eq!(session.kept_at(&session.to_json()), Ok(None));
        assert_eq!(session.kept_at("{"), Err(Corrupt));
        let other = "{\"version\":1,\"answers\":{\"fleet\":7}}";
        assert_eq!(session.kept_at(other), Err(Corrupt));
    }
}

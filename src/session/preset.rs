//! What a page was asked for when it was opened: where it stands among the catalogue, and what it
//! begins with.

use jiff::civil::Date;
use policy_catalog::Part;
use policy_engine::catalog::Catalog;
use policy_engine::day;
use policy_engine::fact::{Answer, Ask, Value};
use policy_engine::input::{self, Draft};
use policy_engine::language::Language;
use policy_engine::ordered::Set;
use policy_engine::policy::Topic;
use policy_wording::{error, fill, in_short, texts};

use super::{Entry, Session, Theme};

/// What a page begins with, and goes back to when a person begins anew.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Preset {
    /// The topics that are open; where none are named, money, or those of the programs chosen.
    topics: Option<Set<Topic>>,
    /// Where the enterprise is, as typed.
    place: Option<String>,
    /// The day to assess.
    day: Option<Date>,
    /// The address under which others open the page.
    home: Option<String>,
}

/// The topic that is open at first.
pub(super) const FIRST: Topic = Topic::Funding;

/// The names of the options that are read here; the page's scripts read others.
const REGION: &str = "region";
const PROGRAMS: &str = "programs";
const TOPICS: &str = "topics";
const AS_OF: &str = "as-of";
const THEME: &str = "theme";
const SIZE: &str = "size";
const HOME: &str = "home";
const LANGUAGE: &str = "lang";
const ACCENT: &str = "accent";

/// What separates the parts of an option.
const SEPARATOR: char = ',';

/// The longest address that links lead to, in characters: a QR code holds it with the answers.
const LONGEST_HOME: usize = 200;
/// How much of a reason is said, which may repeat the value, in characters.
const REASON: usize = 200;
/// The most options that are read; no address that the page was given has as many.
const MOST: usize = 50;

impl Session {
    /// Begins with what the address of the page asks for: options by name. Returns what is wrong with
    /// them, each in words; what is wrong is left out, and names that are not known are those of
    /// others.
    pub fn begin_with(&mut self, options: &[(String, String)]) -> Vec<String> {
        let mut wrong = Vec::new();
        for (name, value) in options.iter().take(MOST) {
            let value = value.trim();
            if value.is_empty() {
                continue;
            }
            if let Err(reason) = self.take_option(name, value) {
                let value = in_short(value);
                let reason: String = reason.chars().take(REASON).collect();
                let values = [
                    ("name", name.as_str()),
                    ("value", &value),
                    ("reason", &reason),
                ];
                wrong.push(fill(texts().options_wrong, &values));
            }
        }
        wrong.dedup();
        self.begin();
        wrong
    }

    /// Takes one option, or says why it cannot.
    fn take_option(&mut self, name: &str, value: &str) -> Result<(), String> {
        match name {
            REGION => self.preset.place = Some(self.place_named(value)?),
            PROGRAMS => self.part = Some(self.part_named(value)?),
            TOPICS => {
                let named = value
                    .split(SEPARATOR)
                    .map(|id| of_name(id.trim(), Topic::ALL, Topic::id));
                self.preset.topics = Some(named.collect::<Result<_, _>>()?);
            }
            AS_OF => {
                if day::read(value).is_none() {
                    return Err(texts().options_no_day.to_owned());
                }
                let day = self.day_known(value);
                self.preset.day = Some(day.ok_or_else(|| error::unknown_day(self.catalog, value))?);
            }
            THEME => self.look.theme = of_name(value, Theme::ALL, Theme::id)?,
            HOME if is_address(value) => self.preset.home = Some(value.to_owned()),
            HOME => return Err(texts().options_no_address.to_owned()),
            SIZE => self.look.large = of_name(value, [true, false], size_id)?,
            // Taken by the page's scripts before the app starts.
            LANGUAGE => of_name(value, Language::ALL, Language::id).map(|_| ())?,
            ACCENT if !is_colour(value) => return Err(texts().options_no_colour.to_owned()),
            _ => {}
        }
        Ok(())
    }

    /// The full name of a place by its code or name.
    fn place_named(&self, value: &str) -> Result<String, String> {
        let ask = self.place().ok_or_else(String::new)?;
        let questionnaire = &self.catalog.questionnaire;
        let read = input::read(questionnaire, ask, &Draft::Text(value.to_owned()));
        match read.answer {
            Some(Answer::Known(Value::Region(place))) => Ok(questionnaire.regions.full_name(place)),
            _ => Err(read
                .problems
                .iter()
                .map(|problem| error::message(&problem.error))
                .collect()),
        }
    }

    /// The part of the catalogue with some documents and programs.
    fn part_named(&self, value: &str) -> Result<&'static Part, String> {
        let ids: Vec<String> = value
            .split(SEPARATOR)
            .map(|id| id.trim().to_owned())
            .collect();
        match ids.iter().find(|id| !self.catalog.names(id)) {
            Some(unknown) => Err(fill(
                texts().options_no_program,
                &[("id", &in_short(unknown))],
            )),
            // Once for each page.
            None => Ok(Box::leak(Box::new(Part::of(ids)))),
        }
    }

    /// Forgets everything but what the page began with, how it looks and how the person wants to be
    /// asked.
    pub(super) fn start_anew(&mut self) {
        let guided = self.is_guided();
        *self = Session {
            part: self.part,
            preset: self.preset.clone(),
            look: self.look,
            ..Session::new(self.catalog, self.today)
        };
        self.begin();
        self.guide(guided);
    }

    /// Puts in what the page begins with.
    fn begin(&mut self) {
        self.catalog = self.in_language(self.language);
        let Preset {
            topics, place, day, ..
        } = self.preset.clone();
        self.topics = topics.unwrap_or_else(|| self.first_topics());
        if let (Some(ask), Some(place)) = (self.place(), place) {
            self.set(ask, Entry::Text(place));
        }
        self.date = day.unwrap_or(self.today);
    }

    /// Money; where programs were chosen, their topics.
    fn first_topics(&self) -> Set<Topic> {
        match self.part {
            None => Set::from([FIRST]),
            Some(_) => self
                .catalog
                .programs()
                .map(|(_, program)| program.form.topic())
                .collect(),
        }
    }

    /// Whether nothing was typed or chosen yet but what the page began with.
    pub fn is_empty(&self) -> bool {
        let begun_with = |(ask, entry): (&Ask, &Entry)| {
            let place = self.preset.place.as_deref();
            Some(*ask) == self.place()
                && matches!(entry, Entry::Text(text) if Some(&**text) == place)
        };
        self.entries.iter().all(begun_with)
    }

    /// The address under which others open the page, where it was given one.
    pub fn home(&self) -> Option<&str> {
        self.preset.home.as_deref()
    }

    /// Whether the page shows the whole catalogue.
    pub fn is_whole(&self) -> bool {
        self.part.is_none()
    }

    /// The catalogue that the page shows, in a language; one that is not the embedded one has no
    /// translation.
    pub(super) fn in_language(&self, language: Language) -> &'static Catalog {
        let of = |language| match self.part {
            None => policy_catalog::in_language(language),
            Some(part) => part.in_language(language),
        };
        let embedded = policy_catalog::in_language(self.language);
        let own = self.part.is_some() || std::ptr::eq(self.catalog, embedded);
        if own { of(language) } else { self.catalog }
    }
}

/// The value that a name stands for, or which names there are.
fn of_name<T: Copy, const N: usize>(
    name: &str,
    all: [T; N],
    id: fn(T) -> &'static str,
) -> Result<T, String> {
    let t = texts();
    let named = all.into_iter().find(|value| id(*value) == name);
    named.ok_or_else(|| {
        let names = all.map(id).join(t.finding_list_separator);
        fill(t.options_one_of, &[("names", &names)])
    })
}

/// Whether a text is a colour as `#b01c2e`, the mark may be left out.
fn is_colour(text: &str) -> bool {
    let digits = text.strip_prefix('#').unwrap_or(text);
    digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether a text is an address of the web to which a fragment can be put.
fn is_address(text: &str) -> bool {
    let web = ["https://", "http://"]
        .iter()
        .find_map(|scheme| text.strip_prefix(scheme));
    let plain = |c: char| c.is_ascii_graphic() && !matches!(c, '#' | '"' | '<' | '>' | '\\');
    let host = web.and_then(|rest| rest.split(['/', '?']).next());
    // A name and password would be handed on with every link.
    host.is_some_and(|host| !host.is_empty() && !host.contains('@'))
        && text.len() <= LONGEST_HOME
        && text.chars().all(plain)
}

fn size_id(large: bool) -> &'static str {
    if large { "large" } else { "normal" }
}

#[cfg(test)]
mod tests {
    use policy_engine::assess::State;

    use super::*;
    use crate::session::testing::{TODAY, ask, session, typed};
    use crate::session::{Action, Look, Outcome};

    fn begun_with(options: &[(&str, &str)]) -> (Session, Vec<String>) {
        let mut session = session();
        let own = |(name, value): &(&str, &str)| ((*name).to_owned(), (*value).to_owned());
        let options: Vec<_> = options.iter().map(own).collect();
        let wrong = session.begin_with(&options);
        (session, wrong)
    }

    fn good(options: &[(&str, &str)]) -> Session {
        let (session, wrong) = begun_with(options);
        assert_eq!(wrong, [""; 0]);
        session
    }

    #[test]
    fn what_is_wrong_with_an_endless_address_is_said_in_short() {
        let long = "火".repeat(100_000);
        let options = vec![("region", &*long); 1000];
        let (_, wrong) = begun_with(&options);
        assert_eq!(wrong.len(), 1, "said once");
        assert!(wrong.iter().all(|wrong| wrong.len() < 1000));
    }

    #[test]
    fn a_place_is_filled_in_but_nothing_was_typed_yet() {
        let mut session = good(&[("region", "430100")]);
        let place = ask("company.region");
        assert_eq!(
            session.entry(place),
            Some(&Entry::Text("湖南省长沙市".into()))
        );
        assert!(session.is_empty() && !session.outcome().begun);
        typed(&mut session, "company.region", "吉林省");
        assert!(!session.is_empty() && session.outcome().begun);
        session.apply(Action::StartAnew);
        assert_eq!(session, good(&[("region", "430100")]));
    }

    #[test]
    fn what_is_restored_takes_the_place_of_what_the_page_began_with() {
        let mut other = session();
        typed(&mut other, "light_sport.sorties", "3000");
        let mut session = good(&[("region", "430100")]);
        session
            .restore_fragment(&other.to_fragment())
            .expect("readable");
        assert_eq!(session.answers().0, other.answers().0);
        session.apply(Action::StartAnew);
        session.restore(&other.to_json()).expect("readable");
        assert_eq!(session.answers().0, other.answers().0);
    }

    #[test]
    fn a_part_gives_the_figures_of_the_whole_for_its_programs() {
        let figures = |outcome: &Outcome| -> Vec<_> {
            let programs = outcome.report.programs.iter();
            let figures =
                programs.map(|program| (program.id.clone(), program.state, program.amount.clone()));
            figures.collect()
        };
        let mut whole = session();
        let mut part = good(&[("programs", "general-aviation-hours, changsha/sme")]);
        for session in [&mut whole, &mut part] {
            typed(session, "company.region", "长沙");
            typed(session, "light_sport.sorties", "3000");
        }
        let (all, some) = (figures(&whole.outcome()), figures(&part.outcome()));
        assert!(some.len() > 1 && some.len() < all.len());
        assert!(some.iter().any(|(id, ..)| id == "general-aviation-hours"));
        assert!(some.iter().all(|figure| all.contains(figure)));
        assert_eq!(part.catalog().version(), whole.catalog().version());
        part.apply(Action::Speak(Language::English));
        let english = part.outcome().report.programs;
        assert_eq!(english.len(), some.len());
        let chinese = whole.outcome().report.programs;
        let of = |id: &str| {
            chinese
                .iter()
                .find(|program| program.id == id)
                .expect("of the whole")
        };
        assert!(
            english
                .iter()
                .all(|program| program.title != of(&program.id).title)
        );
    }

    #[test]
    fn only_what_is_shown_is_asked() {
        let of = |programs| {
            let mut session = good(&[("programs", programs), ("region", "长沙")]);
            session.apply(Action::Unsure(ask("operator.main_base"), true));
            session.outcome()
        };
        let (outcome, whole) = (of("light-sport-sorties"), of(""));
        assert!(outcome.questions.len() < whole.questions.len());
        assert!(
            outcome
                .questions
                .iter()
                .all(|ask| whole.questions.contains(ask))
        );
        assert!(
            outcome
                .report
                .programs
                .iter()
                .all(|program| program.state == State::Open)
        );
    }

    #[test]
    fn the_topics_of_the_programs_chosen_are_open() {
        let topics = |options: &[(&str, &str)]| good(options).topics();
        assert_eq!(topics(&[]), [Topic::Funding]);
        assert_eq!(topics(&[("programs", "tax-rd-deduction")]), [Topic::Tax]);
        let both = "tax-rd-deduction,light-sport-sorties";
        assert_eq!(topics(&[("programs", both)]), [Topic::Funding, Topic::Tax]);
        let named = [("programs", both), ("topics", "tax")];
        assert_eq!(topics(&named), [Topic::Tax]);
    }

    #[test]
    fn topics_day_and_look_are_begun_with() {
        let mut session = good(&[
            ("topics", "tax,recognition"),
            ("as-of", "2026-01-05"),
            ("theme", "dark"),
            ("size", "large"),
            ("home", "https://portal.example/check?from=1"),
            ("id", "of another"),
            ("lang", ""),
        ]);
        let as_asked = |session: &Session| {
            let look = Look {
                theme: Theme::Dark,
                large: true,
            };
            session.topics() == [Topic::Recognition, Topic::Tax]
                && session.date().to_string() == "2026-01-05"
                && session.look() == look
                && session.home() == Some("https://portal.example/check?from=1")
        };
        assert!(as_asked(&session));
        session.apply(Action::StartAnew);
        assert!(as_asked(&session));
        assert_eq!(session.today_instead(), Some(TODAY));
    }

    #[test]
    fn a_wrong_option_is_named_and_left_out() {
        let long = "长".repeat(5000);
        for (name, value, said) in [
            ("region", "没有这个地方", "region"),
            ("region", &long, "region"),
            ("programs", "general-aviation-hours,<script>", "“<script>”"),
            ("programs", &long, "长"),
            ("programs", "hunan/startup-upgrade", "hunan/startup-upgrade"),
            ("topics", "funding,money", "funding、recognition、tax"),
            ("as-of", "2026-02-30", "2026-01-31"),
            ("lang", "fr", "zh、en"),
            ("accent", "red", "#b01c2e"),
            ("home", "https://user:pw@a.cn/", "https://"),
            ("as-of", "1999-01-01", "1999-01-01"),
            ("theme", "pink", "auto、light、dark、contrast"),
            ("size", "huge", "large、normal"),
            ("home", "javascript:alert(1)", "https://"),
            ("home", "https://", "https://"),
            ("home", "https://a.cn/#b", "https://"),
        ] {
            let (session, wrong) = begun_with(&[(name, value)]);
            let [message] = &wrong[..] else {
                panic!("{name}: {wrong:?}")
            };
            assert!(message.contains(said), "{message}");
            assert!(message.chars().count() < 300, "{message}");
            assert_eq!(session, super::super::testing::session());
        }
    }
}

//! The share link: everything typed in the fragment of an address, short, versioned and checked.
//!
//! `a1.` and then, in base64url: sections, each with a tag and its length, and a checksum. A section
//! whose tag is not known is skipped, so that a later page can add some. What older pages could
//! misread raises the version. Names are told by short keys, so that the link stays short and a
//! catalogue with other names leaves out what it does not know.

mod code;

use jiff::civil::Date;
use policy_engine::day;
use policy_engine::fact::{Ask, Choice, Column, Kind};
use policy_engine::form::Drafts;
use policy_engine::input::{Draft, MOST};
use policy_engine::language::Language;
use policy_engine::policy::Topic;
use policy_engine::questionnaire::{Questionnaire, YEARS};

use super::{Session, examples};
use code::{Reader, Text, Writer, key};

/// What a link's code begins with; the digits are the version.
const MARK: char = 'a';
const VERSION: &str = "1";
/// The longest code that is read, in characters; more than an address can hold everywhere.
pub const LONGEST: usize = 16 * 1024;

/// How many bits of a key tell facts apart, and columns or options of one fact.
const FACT_BITS: u32 = 24;
const NAME_BITS: u32 = 16;

/// The tags of sections.
const TOPICS: u8 = 1;
const DAY: u8 = 2;
const ANSWERS: u8 = 3;
const LANGUAGE: u8 = 4;
const EXAMPLE: u8 = 5;

/// What an answer begins with: its shape and two marks.
const TEXT: u8 = 0;
const PICKS: u8 = 1;
const ROWS: u8 = 2;
const ROWS_AND_MORE: u8 = 3;
const UNSURE: u8 = 4;
const SHAPE: u8 = 7;
const HAS_YEAR: u8 = 8;
const SAME_FACT: u8 = 16;

/// Why a link cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It holds no code.
    NotALink,
    /// Its code is longer than any that is made.
    TooLong,
    /// A newer page made it.
    Newer,
    /// A part was changed or lost.
    Broken,
}

/// What a link brought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Restored {
    /// How many answers the catalogue does not know, wholly or in part.
    pub left_out: usize,
}

/// Whether a fragment is the code of a link, and no place on the page.
pub fn is_code(fragment: &str) -> bool {
    let rest = fragment.strip_prefix(MARK);
    let version = rest.and_then(|rest| rest.split_once('.'));
    version.is_some_and(|(version, _)| {
        !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
    })
}

impl Session {
    /// Everything that was typed, as the fragment of an address. It names the day where another than
    /// today is assessed, and is opened on the day of the reader else.
    pub fn to_fragment(&self) -> String {
        self.fragment(self.date != self.today)
    }

    /// The same, opened on the day assessed whenever that is: the figures of a sheet are checked when
    /// it has arrived.
    pub fn to_fragment_of_day(&self) -> String {
        self.fragment(true)
    }

    fn fragment(&self, names_day: bool) -> String {
        let mut out = Writer::default();
        let topics = self.topics.iter().map(|topic| topic_bit(*topic));
        section(&mut out, TOPICS, &[topics.sum()]);
        if names_day {
            let mut day = Writer::default();
            day.year(self.date.year());
            day.0
                .extend([self.date.month(), self.date.day()].map(i8::cast_unsigned));
            section(&mut out, DAY, &day.0);
        }
        if let Some(language) = self.language_id() {
            section(&mut out, LANGUAGE, language.as_bytes());
        }
        if let Some(example) = self.example {
            section(&mut out, EXAMPLE, example.as_bytes());
        }
        let answers = answers(&self.catalog.questionnaire, &self.drafts());
        section(&mut out, ANSWERS, &answers);
        Session::fragment_of(out.0)
    }

    /// The code of a link that holds some bytes: sections, whatever they say.
    pub fn fragment_of(bytes: Vec<u8>) -> String {
        format!("{MARK}{VERSION}.{}", code::seal(bytes))
    }

    /// Puts what a link holds, or the code alone, in the place of what was typed. Nothing changes
    /// where that fails.
    pub fn restore_fragment(&mut self, text: &str) -> Result<Restored, LinkError> {
        let found = read(&self.catalog.questionnaire, text)?;
        self.start_anew();
        if let Some(language) = found.language {
            self.speak(language);
        }
        self.topics = found.topics.into_iter().collect();
        if let Some(day) = found.day {
            self.set_date(day::written(day));
        }
        self.take_over(found.drafts);
        self.example = found.example;
        Ok(Restored {
            left_out: found.left_out,
        })
    }
}

fn section(out: &mut Writer, tag: u8, bytes: &[u8]) {
    out.0.push(tag);
    out.count(bytes.len());
    out.0.extend(bytes);
}

/// Each topic has its own bit for good.
fn topic_bit(topic: Topic) -> u8 {
    match topic {
        Topic::Funding => 1,
        Topic::Recognition => 2,
        Topic::Tax => 4,
    }
}

fn answers(questionnaire: &Questionnaire, drafts: &Drafts) -> Vec<u8> {
    let mut out = Writer::default();
    let mut before = None;
    for (ask, draft) in drafts {
        let fact = questionnaire.fact(ask.fact);
        // Rows at a question that is no list, as a file may bring them, have no cells.
        if fact.columns().is_empty() && matches!(draft, Draft::Rows { .. }) {
            continue;
        }
        let shape = match draft {
            Draft::Text(_) => TEXT,
            Draft::Picks(_) => PICKS,
            Draft::Rows { more: false, .. } => ROWS,
            Draft::Rows { more: true, .. } => ROWS_AND_MORE,
            Draft::Unsure => UNSURE,
        };
        let mark = |mark, is| if is { mark } else { 0 };
        let same = before == Some(ask.fact);
        out.0
            .push(shape | mark(HAS_YEAR, ask.year.is_some()) | mark(SAME_FACT, same));
        if !same {
            out.key(key(&fact.id, FACT_BITS), FACT_BITS);
        }
        before = Some(ask.fact);
        ask.year.into_iter().for_each(|year| out.year(year));
        match draft {
            Draft::Text(typed) => out.text(&text(&fact.kind, typed), NAME_BITS),
            Draft::Picks(picks) => {
                out.count(picks.len());
                for pick in picks {
                    out.text(&text(&fact.kind, pick), NAME_BITS);
                }
            }
            Draft::Rows { rows, .. } => write_rows(&mut out, fact.columns(), rows),
            Draft::Unsure => {}
        }
    }
    out.0
}

/// The columns in which something is typed, then the cells; never rows without a column, so that
/// each row takes room, and a forged count of them cannot keep the reader busy.
fn write_rows(out: &mut Writer, columns: &[Column], rows: &[Vec<String>]) {
    let typed = |column: &usize| rows.iter().any(|row| !row[*column].is_empty());
    let mut used: Vec<usize> = (0..columns.len()).filter(typed).collect();
    if used.is_empty() {
        used.push(0);
    }
    out.count(used.len());
    for column in &used {
        out.key(key(&columns[*column].id, NAME_BITS), NAME_BITS);
    }
    out.count(rows.len());
    for row in rows {
        for column in &used {
            out.text(&text(&columns[*column].kind, &row[*column]), NAME_BITS);
        }
    }
}

/// An option is told by its key.
fn text(kind: &Kind, typed: &str) -> Text {
    let option = options(kind).iter().find(|choice| choice.id == typed);
    match option {
        Some(choice) => Text::Option(key(&choice.id, NAME_BITS)),
        None => Text::Typed(typed.to_owned()),
    }
}

fn options(kind: &Kind) -> &[Choice] {
    match kind {
        Kind::OneOf(options) | Kind::SeveralOf(options) => options,
        _ => &[],
    }
}

/// What a link holds.
#[derive(Default)]
struct Found {
    topics: Vec<Topic>,
    day: Option<Date>,
    language: Option<Language>,
    example: Option<&'static str>,
    drafts: Drafts,
    left_out: usize,
}

fn read(questionnaire: &Questionnaire, text: &str) -> Result<Found, LinkError> {
    // An address may stand before the code, and printing breaks the code into lines.
    let code = text.rsplit('#').next().unwrap_or(text);
    let code = code.chars().filter(|c| !c.is_whitespace());
    let code: String = code.take(LONGEST + 1).collect();
    if !is_code(&code) {
        return Err(LinkError::NotALink);
    }
    if code.len() > LONGEST {
        return Err(LinkError::TooLong);
    }
    let (mark, sealed) = code.split_once('.').ok_or(LinkError::Broken)?;
    if !mark.ends_with(VERSION) || mark.len() > MARK.len_utf8() + VERSION.len() {
        return Err(LinkError::Newer);
    }
    let bytes = code::unseal(sealed).ok_or(LinkError::Broken)?;
    sections(questionnaire, &mut Reader(&bytes)).ok_or(LinkError::Broken)
}

fn sections(questionnaire: &Questionnaire, from: &mut Reader) -> Option<Found> {
    let mut found = Found::default();
    while !from.0.is_empty() {
        let tag = from.byte()?;
        let length = from.number()?;
        let mut inside = Reader(from.bytes(length)?);
        match tag {
            TOPICS => {
                let bits = inside.byte()?;
                let open = |topic: &Topic| bits & topic_bit(*topic) != 0;
                found.topics = Topic::ALL.into_iter().filter(open).collect();
            }
            DAY => {
                let year = inside.year()?;
                let [month, day] = [inside.byte()?, inside.byte()?].map(u8::cast_signed);
                found.day = Some(Date::new(year, month, day).ok()?);
            }
            // A language that is not known is left to the page.
            LANGUAGE => {
                let name = std::str::from_utf8(inside.0).ok();
                found.language = name.and_then(Language::named);
            }
            EXAMPLE => {
                let id = std::str::from_utf8(inside.0).ok();
                found.example = id.and_then(examples::known);
            }
            ANSWERS => read_answers(questionnaire, &mut inside, &mut found)?,
            _ => {}
        }
    }
    Some(found)
}

fn read_answers(questionnaire: &Questionnaire, from: &mut Reader, to: &mut Found) -> Option<()> {
    let mut fact_key = None;
    while !from.0.is_empty() {
        let head = from.byte()?;
        if head & SAME_FACT == 0 {
            fact_key = Some(from.key(FACT_BITS)?);
        }
        let named = |name: &str| Some(key(name, FACT_BITS)) == fact_key;
        let year = match head & HAS_YEAR {
            0 => None,
            _ => Some(from.year()?),
        };
        let mut facts = questionnaire.ids();
        let fact = facts.find(|(_, fact)| named(&fact.id)).or_else(|| {
            questionnaire
                .ids()
                .find(|(_, fact)| fact.was.iter().any(|was| named(was)))
        });
        let fact = fact.filter(|(_, fact)| fact.per_year == year.is_some());
        let fact = fact.filter(|_| year.is_none_or(|year| YEARS.contains(&year)));
        let kind = fact.map(|(_, fact)| &fact.kind);
        let mut whole = kind.is_some();
        let draft = read_draft(head & SHAPE, kind, from, &mut whole)?;
        if let (Some((fact, _)), Some(draft)) = (fact, draft) {
            to.drafts.insert(Ask { fact, year }, draft);
        }
        to.left_out += usize::from(!whole);
    }
    Some(())
}

/// One answer, as far as its fact is known and what it names; `whole` says whether all of it is.
fn read_draft(
    shape: u8,
    kind: Option<&Kind>,
    from: &mut Reader,
    whole: &mut bool,
) -> Option<Option<Draft>> {
    let options = kind.map_or(&[][..], options);
    Some(match shape {
        TEXT => typed(options, from.text(NAME_BITS)?, whole).map(Draft::Text),
        PICKS => {
            let count = at_most(from.number()?)?;
            let mut picks = Vec::new();
            for _ in 0..count {
                picks.extend(typed(options, from.text(NAME_BITS)?, whole));
            }
            // That none of the picks is known is not 都没有.
            (count == 0 || !picks.is_empty()).then_some(Draft::Picks(picks))
        }
        ROWS | ROWS_AND_MORE => {
            let columns = match kind {
                Some(Kind::Rows(columns)) => Some(&columns[..]),
                _ => None,
            };
            let rows = read_rows(columns.unwrap_or_default(), from, whole)?;
            let more = shape == ROWS_AND_MORE;
            *whole &= columns.is_some();
            columns.map(|_| Draft::Rows { rows, more })
        }
        UNSURE => Some(Draft::Unsure),
        _ => return None,
    })
}

/// A count of rows or options, if they can be shown.
fn at_most(count: u32) -> Option<u32> {
    (count as usize <= MOST).then_some(count)
}

fn read_rows(columns: &[Column], from: &mut Reader, whole: &mut bool) -> Option<Vec<Vec<String>>> {
    let count = from.number()?;
    let mut places = Vec::new();
    for _ in 0..count {
        let of_column = from.key(NAME_BITS)?;
        let named = |column: &Column| column.names().any(|name| key(name, NAME_BITS) == of_column);
        places.push(columns.iter().position(named));
    }
    let count = at_most(from.number()?)?;
    if places.is_empty() && count > 0 {
        return None;
    }
    let mut rows = Vec::new();
    for _ in 0..count {
        let mut row = vec![String::new(); columns.len()];
        for place in &places {
            let text = from.text(NAME_BITS)?;
            match place {
                Some(place) => {
                    let options = options(&columns[*place].kind);
                    row[*place] = typed(options, text, whole).unwrap_or_default();
                }
                None => *whole = false,
            }
        }
        rows.push(row);
    }
    Some(rows)
}

/// The text itself, or the id that the option has now.
fn typed(options: &[Choice], text: Text, whole: &mut bool) -> Option<String> {
    let of_option = match text {
        Text::Typed(text) => return Some(text),
        Text::Option(of_option) => of_option,
    };
    let named = |name: &String| key(name, NAME_BITS) == of_option;
    let option = options
        .iter()
        .find(|choice| named(&choice.id) || choice.was.iter().any(named));
    *whole &= option.is_some();
    option.map(|choice| choice.id.clone())
}

#[cfg(test)]
mod tests;

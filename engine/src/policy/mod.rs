//! A checked policy document.

pub mod assume;
pub mod bands;
pub mod best;
pub mod bound;
pub mod class;
pub mod common;
pub mod condition;
pub mod cumulation;
pub mod growth;
pub mod late;
pub mod measure;
pub mod named;
pub(crate) mod nesting;
mod number;
pub mod parts;
pub mod points;
pub mod working;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::FactRef;
use crate::policy::class::Classes;
use crate::policy::common::Common;
use crate::policy::condition::{Condition, Test};
use crate::policy::cumulation::Cumulation;
use crate::policy::late::Late;
use crate::policy::measure::Measure;
use crate::quantity::Quantity;
use crate::region::RegionCode;
use crate::span::Span;

/// A policy document (政策文件).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Policy {
    /// The file it stands in, below `policies/`, without its ending.
    pub id: String,
    /// Its title.
    pub title: String,
    /// 发文字号; absent where our text of the document has none.
    pub document: Option<String>,
    /// 发文机关.
    pub authority: String,
    /// Where it applies.
    pub region: RegionCode,
    /// The first day it applies (施行日期); absent where our text of the document has none.
    #[serde(with = "crate::day::option")]
    pub from: Option<Date>,
    /// The last day it applies; absent where the document states no end (原文未载明有效期).
    #[serde(with = "crate::day::option")]
    pub until: Option<Date>,
    /// When a person last compared this file with the document, and what they had.
    pub checked: Checked,
    /// What a reader should know of the whole document.
    pub notes: Vec<Late>,
    /// Its clauses.
    pub clauses: Vec<Clause>,
    /// What became of every clause of the document, in its order.
    pub coverage: Vec<Covered>,
    /// The programs it offers.
    pub programs: Vec<Program>,
    /// Which of them exclude each other or share a cap.
    pub cumulation: Vec<Cumulation>,
}

/// A comparison of a policy file with its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The day of the comparison.
    #[serde(with = "crate::day")]
    pub on: Date,
    /// What it was compared with: 全文, 节选.
    pub how: String,
}

/// A clause (条款) in the document's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clause {
    /// The name by which programs cite it.
    pub id: String,
    /// Where it stands: 一、(二).
    pub at: String,
    /// Its operative words.
    pub words: Words,
    /// How well they are known.
    pub confidence: Confidence,
    /// 责任单位, as the document names them.
    pub responsible: Vec<Late>,
}

/// The operative words of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Words {
    /// Exactly as the document has them.
    Quote(Late),
    /// A retelling (转述), where we have no copy of the words themselves.
    Paraphrase {
        /// The retelling.
        text: Late,
        /// What it rests on.
        basis: Late,
    },
}

impl Words {
    /// The words, whether exact or retold.
    pub fn text(&self) -> &str {
        match self {
            Words::Quote(text) | Words::Paraphrase { text, .. } => text,
        }
    }
}

impl Clause {
    /// Whether a figure stands in the clause in the same notation, as a number of its own and not as
    /// the tail of a longer one.
    pub fn states(&self, figure: &str) -> bool {
        let text = self.words.text();
        text.match_indices(figure).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            !before.is_some_and(|c| c.is_ascii_digit() || c == '.')
        })
    }
}

/// How well the words of a clause are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Confidence {
    /// The clause was read in full.
    Full,
    /// It was read in an excerpt or a reprint.
    Excerpt,
    /// It rests on the data of others and is to be verified (待核实).
    Unverified,
}

/// What became of a clause of the document, for the coverage table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Covered {
    /// Where the clause stands.
    pub at: Late,
    /// What became of it.
    pub how: Coverage,
}

/// What became of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Coverage {
    /// It is modelled by these programs.
    Programs(Vec<String>),
    /// It is not, for this reason.
    Left(LeftOut, Late),
}

/// Why a clause is not modelled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LeftOut {
    /// It informs, and gives an enterprise nothing to claim.
    Information,
    /// It is addressed to authorities or others.
    Others,
    /// It leaves open what would be needed.
    Open,
    /// It is not in our copy.
    NotInCopy,
    /// It is left out on purpose.
    Excluded,
}

/// A support program (支持项目).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Program {
    /// The identifier, unique in the catalogue.
    pub id: String,
    /// The name shown.
    pub title: String,
    /// What kind of support it is.
    pub form: Form,
    /// The clauses it comes from, as indices into the document's clauses.
    pub clauses: Vec<u8>,
    /// Whether it is decided by review (评审、择优) rather than by rule.
    pub review: bool,
    /// When it is paid.
    pub paid: Paid,
    /// Where the money comes from, in the document's words.
    pub funding: Option<Late>,
    /// How to apply, where a notice says so.
    pub apply: Option<Late>,
    /// The call for applications (申报批次), where one is known.
    pub call: Option<Call>,
    /// What must hold (申报条件).
    pub requires: Vec<Condition>,
    /// What it is worth.
    pub award: Award,
    /// Shared figures that are shown though the amount does not need them: 评价得分.
    pub shows: Vec<Measure>,
    /// The classes of which the enterprise's own is shown, where the program is about them.
    pub classes: Option<Common<Classes>>,
    /// The amount in other circumstances, to hold beside it: without a right.
    pub compares: Vec<Comparison>,
    /// How unclear words were read (the interpretation register).
    pub readings: Vec<Reading>,
    /// Conditions of the clause that the answers do not cover.
    pub not_modelled: Vec<Late>,
    /// Another number as soon as anything differs that its result rests on: its conditions and
    /// amounts, the words of its clauses, the document's validity, shared figures. Titles and
    /// explanations are not in it.
    pub hash: u64,
}

/// A call for applications (申报批次).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Which one: 2026年度评价.
    pub says: String,
    /// The last day to apply.
    #[serde(with = "crate::day")]
    pub until: Date,
}

/// The kind of support.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Form {
    /// 补贴.
    Subsidy,
    /// 补助.
    Grant,
    /// 奖励.
    Reward,
    /// 贴息.
    InterestSubsidy,
    /// 后补助.
    ReimbursementGrant,
    /// 支持: a project, a recommendation, a priority, a service; no money that the document states.
    Support,
    /// 认定、评价: a title, a class or a score; no money.
    Recognition,
    /// 税收优惠: tax that need not be paid.
    TaxRelief,
    /// 应纳税额: tax to be paid.
    Tax,
}

/// What an enterprise looks for; each topic is opened by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Topic {
    /// 资助奖补.
    Funding,
    /// 资格与评价.
    Recognition,
    /// 税收.
    Tax,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Topic; 3] = [Topic::Funding, Topic::Recognition, Topic::Tax];

    /// The name used in files and in JSON: `funding`.
    pub fn id(self) -> &'static str {
        match self {
            Topic::Funding => "funding",
            Topic::Recognition => "recognition",
            Topic::Tax => "tax",
        }
    }
}

impl Form {
    /// The topic that programs of this form belong to.
    pub fn topic(self) -> Topic {
        match self {
            Form::Recognition => Topic::Recognition,
            Form::TaxRelief | Form::Tax => Topic::Tax,
            _ => Topic::Funding,
        }
    }
}

/// When a program pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Paid {
    /// 一次性.
    Once,
    /// 每年.
    Yearly,
    /// The document does not say (文件未写明).
    Unstated,
}

/// What a program is worth.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Award {
    /// 文件未载明金额.
    Unstated,
    /// At most this; the document gives no way to compute it.
    Ceiling(Quantity),
    /// A computed amount.
    Formula {
        /// The amount in 元.
        amount: Measure,
        /// 封顶.
        cap: Option<Quantity>,
        /// What to say where nothing bounds the amount: 每处100万元，未设封顶.
        uncapped: Option<String>,
    },
}

/// An amount in other circumstances, to hold beside the program's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// The circumstances: 不享受研发费用加计扣除.
    pub says: String,
    /// The amount in 元.
    pub amount: Measure,
}

/// How unclear words of a clause were read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The reading taken.
    pub says: Late,
    /// Why it was taken.
    pub because: Late,
    /// The other reading, evaluated beside it.
    pub alternative: Alternative,
}

/// The other way to read a clause: the program with some parts exchanged.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alternative {
    /// The other reading in words.
    pub says: Late,
    /// Conditions that fall away, by name.
    pub without: Vec<String>,
    /// Conditions that are added.
    pub with: Vec<Condition>,
    /// The amount, where it differs.
    pub amount: Option<Measure>,
}

impl Policy {
    /// The clauses that a program comes from.
    pub fn clauses_of<'a>(&'a self, program: &'a Program) -> impl Iterator<Item = &'a Clause> {
        let clauses = program.clauses.iter();
        clauses.map(|index| &self.clauses[usize::from(*index)])
    }
}

impl Award {
    /// How the amount is computed, where it is.
    pub fn measure(&self) -> Option<&Measure> {
        match self {
            Award::Formula { amount, .. } => Some(amount),
            Award::Ceiling(_) | Award::Unstated => None,
        }
    }

    /// The amount if all conditions hold, after the cap, in 元; `computed` is before it.
    pub(crate) fn whole(&self, computed: Option<Span>) -> Span {
        match self {
            Award::Formula { cap, .. } => {
                let span = computed.unwrap_or(Span::ZERO);
                cap.as_ref().map_or(span, |cap| span.capped(cap.value))
            }
            Award::Ceiling(ceiling) => Span::up_to(Some(ceiling.value)),
            Award::Unstated => Span::ZERO,
        }
    }
}

impl Program {
    /// Whether the amount is a ceiling that the enterprise cannot count on.
    pub fn is_ceiling(&self) -> bool {
        self.review || !matches!(self.award, Award::Formula { .. })
    }

    /// The year from which, and the years for which, it pays, where the clause says so.
    pub fn window(&self) -> Option<(FactRef, &Quantity)> {
        self.requires
            .iter()
            .find_map(|condition| match &condition.test {
                Test::YearFrom { from, years } => Some((*from, years)),
                _ => None,
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn topics_have_the_names_that_files_use() {
        let names = Topic::ALL.map(Topic::id);
        assert_eq!(names, ["funding", "recognition", "tax"]);
    }

    #[test]
    fn a_figure_is_not_the_tail_of_another() {
        let states = |words: &str, figure| {
            let clause = Clause {
                id: String::new(),
                at: String::new(),
                words: Words::Quote(words.to_owned().into()),
                confidence: Confidence::Full,
                responsible: Vec::new(),
            };
            clause.states(figure)
        };
        assert!(states("年飞行小时达到100小时,", "100小时"));
        assert!(!states("达到1500小时以上", "500小时"));
        assert!(states("予以500元/小时、2000元/小时", "500元/小时"));
        assert!(!states("予以500元/小时", "0元/小时"));
    }
}

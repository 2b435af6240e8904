//! A small catalogue with one program to look at.

use jiff::civil::{Date, date};
use policy_engine::assess;
use policy_engine::assess::{Assessment, Outcome};
use policy_engine::author::answers;
use policy_engine::author::node::File;
use policy_engine::author::{self, Sources};
use policy_engine::case::{Case, Place};
use policy_engine::catalog::Catalog;
use policy_engine::questionnaire::Questionnaire;
use policy_engine::verdict::Verdict;
use rust_decimal::Decimal;

/// The day assessed.
const DAY: Date = date(2026, 11, 21);

const FACTS: &str = r#"
[[group]]
id = "company"
title = "企业"

[[fact]]
id = "a"
group = "company"
kind = "yes_no"
ask = "甲？"
label = "甲"
attainable = true

[[fact]]
id = "b"
group = "company"
kind = "yes_no"
ask = "乙？"
label = "乙"

[[fact]]
id = "size"
group = "company"
kind = "one_of"
ask = "规模？"
label = "规模"
options = [{ id = "large", label = "大型" }, { id = "small", label = "小型" }]
attainable = true

[[fact]]
id = "work"
group = "company"
kind = "several_of"
ask = "业务？"
label = "业务"
options = [{ id = "flight", label = "飞行" }, { id = "site", label = "场地" }]
attainable = true

[[fact]]
id = "seat"
group = "company"
kind = "region"
ask = "在哪里？"
label = "注册地"

[[fact]]
id = "since"
group = "company"
kind = "quantity"
ask = "哪一年认定？"
label = "认定年份"
unit = "年"
at_least = "2010年"
at_most = "2100年"

[[fact]]
id = "staff"
group = "company"
kind = "quantity"
ask = "多少人？"
label = "人数"
unit = "人"
at_most = "100000人"
more = "1人"

[[fact]]
id = "cost"
group = "company"
kind = "quantity"
per_year = true
ask = "研发费用？"
label = "研发费用"
unit = "元"
at_most = "1000亿元"
decimals = 2
more = "1元"

[[fact]]
id = "revenue"
group = "company"
kind = "quantity"
per_year = true
ask = "收入？"
label = "收入"
unit = "元"
at_most = "1000亿元"
decimals = 2

[[fact]]
id = "profit"
group = "company"
kind = "quantity"
ask = "利润？"
label = "利润"
unit = "元"
at_least = "-1000亿元"
at_most = "1000亿元"

[[fact]]
id = "fleet"
group = "company"
kind = "rows"
ask = "有哪些航空器？"
label = "航空器"
again = "一架同样的航空器"

[[fact.column]]
id = "mass"
label = "重量"
kind = "quantity"
unit = "吨"
at_most = "1000吨"
decimals = 3

[[fact.column]]
id = "hours"
label = "小时"
kind = "quantity"
unit = "小时"
at_most = "8784小时"
decimals = 2
more = "1小时"

[[fact.column]]
id = "own"
label = "自有"
kind = "yes_no"
attainable = true

[[fact.column]]
id = "from"
label = "起"
kind = "date"

[[fact.column]]
id = "until"
label = "止"
kind = "date"
after = "from"
"#;

const REGIONS: &str = r#"
"000000" = "全国"
"220000" = "吉林省"
"430000" = "湖南省"
"430100" = "长沙市"
"#;

/// First by revenue, second by staff, third what is left.
const MEASURES: &str = r#"
[[measure]]
id    = "tier"
label = "档次"
cite  = ["one.all"]

[[measure.class]]
id    = "first"
label = "一档"
when  = { fact = "revenue", year = "上一年度", at_least = "1000元" }

[[measure.class]]
id    = "second"
label = "二档"
when  = { fact = "staff", at_least = "100人" }

[[measure.class]]
id    = "third"
label = "三档"

[[measure]]
id    = "net"
label = "净额"
of    = { difference = { fact = "cost", year = "本年度" }, minus = { fact = "revenue", year = "本年度" } }

[[measure]]
id    = "intensity"
label = "研发强度"
of    = { ratio = { fact = "cost", year = "本年度" }, to = { fact = "revenue", year = "本年度" } }
"#;

/// The document, whose clause names every figure of the tests.
const HEAD: &str = r#"
title = "奖励"
authority = "试办"
region = "000000"
effective = {}
checked = { on = "2026-11-21", how = "节选" }

[[coverage]]
at = "一"
programs = ["one", "rest"]

[clause.all]
at = "一"
quote = "1元,2元,2元/人,5元,10元,100元,1000元,1元/人,1000元/人,100人,1000人,1吨,5吨,1元/小时,2元/小时,3元/小时,10小时,100小时,10000小时,3年,2009年,5%,10%,1分,2分,100天。"
responsible = []
"#;

/// A program that uses every fact and figure, so that the one looked at need not.
const REST: &str = r#"
[[program]]
id = "rest"
title = "其他"
form = "recognition"
cite = "all"
decided_by = "rule"
paid = "unstated"
requires = [
  { fact = "a", is = true }, { fact = "b", is = true }, { fact = "size", one_of = ["large"] },
  { fact = "work", includes = "flight" }, { fact = "seat", within = "430100" },
  { fact = "since", at_most = "本年度" }, { fact = "tier", one_of = ["first"] },
  { measure = "net", over = "1元" }, { measure = "intensity", over = "5%" },
  { fact = "profit", over = "1元" }, { total = "fleet.hours", over = "10小时" },
]
shows = ["net", "intensity"]
"#;

/// A catalogue with one program, given by its conditions and what else it has.
pub struct World(Catalog);

impl World {
    /// The program with these conditions, and keys such as `amount = …`.
    pub fn new(requires: &str, more: &str) -> World {
        World::try_new(requires, more).unwrap_or_else(|mistakes| panic!("{mistakes}"))
    }

    /// The program, or what is wrong with it.
    pub fn try_new(requires: &str, more: &str) -> Result<World, String> {
        let program = format!(
            "[[program]]\nid = \"one\"\ntitle = \"一项\"\nform = \"reward\"\ncite = \"all\"\ndecided_by = \"rule\"\npaid = \"once\"\nrequires = [{requires}]\n{more}\n"
        );
        let named = |name: &str, text: &str| (name.to_owned(), text.to_owned());
        let sources = Sources {
            facts: named("facts.toml", FACTS),
            regions: named("regions.toml", REGIONS),
            industries: named("industries.toml", ""),
            measures: named("measures.toml", MEASURES),
            documents: vec![named("one.toml", &[HEAD, &program, REST].concat())],
        };
        author::read(&sources).map(World).map_err(|mistakes| {
            let words: Vec<_> = mistakes.iter().map(ToString::to_string).collect();
            words.join("\n")
        })
    }

    /// Looks at the program after some answers, in the form of answer files.
    pub fn with<T>(&self, text: &str, look: impl FnOnce(&Outcome) -> T) -> T {
        self.with_case(text, |_, outcome| look(outcome))
    }

    /// Looks at the case and the program after some answers.
    pub fn with_case<T>(&self, text: &str, look: impl FnOnce(&Case, &Outcome) -> T) -> T {
        self.with_all(text, |case, assessment| look(case, &assessment.outcomes[0]))
    }

    /// Looks at the case and the whole assessment after some answers.
    pub fn with_all<T>(&self, text: &str, look: impl FnOnce(&Case, &Assessment) -> T) -> T {
        let questionnaire = &self.0.questionnaire;
        let file = File {
            name: "answers",
            text,
        };
        let read = answers::read(file, questionnaire, &|problem| format!("{problem:?}"));
        let answers = read.unwrap_or_else(|mistake| panic!("{mistake}")).answers;
        let case = Case::new(questionnaire, &answers, DAY);
        look(&case, &assess(&self.0, &answers, DAY))
    }

    /// Whether all conditions hold.
    pub fn verdict(&self, answers: &str) -> Verdict {
        self.with(answers, |outcome| outcome.now.verdict)
    }

    /// The amount, in 元.
    pub fn amount(&self, answers: &str) -> (Decimal, Option<Decimal>) {
        let span = self.with(answers, |outcome| outcome.now.amount);
        (span.low, span.high)
    }

    /// Checks what is asked after each of several sets of answers: the places that can still move the
    /// program, in the order of the clause, and the questions shown, in that of the questionnaire.
    pub fn asks(&self, table: &[(&str, &str, &str)]) {
        let questionnaire = &self.0.questionnaire;
        for (answers, open, shown) in table {
            let asked = self.with(answers, |outcome| {
                let open = outcome.open.iter();
                let open: Vec<_> = open.map(|place| name(questionnaire, *place)).collect();
                let shown = outcome.questions.iter();
                let shown: Vec<_> = shown.map(|ask| questionnaire.name_of(*ask)).collect();
                (open.join(" "), shown.join(" "))
            });
            assert_eq!((&*asked.0, &*asked.1), (*open, *shown), "{answers}");
        }
    }
}

/// A place by name: `fleet[0].mass`.
pub fn name(questionnaire: &Questionnaire, place: Place) -> String {
    let name = questionnaire.name_of(place.ask);
    let columns = questionnaire.fact(place.ask.fact).columns();
    place.cell.map_or_else(
        || name.clone(),
        |(row, column)| format!("{name}[{row}].{}", columns[usize::from(column)].id),
    )
}

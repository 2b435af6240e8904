//! An enterprise as the engine takes it: every question of SCREEN answered.

use std::collections::BTreeMap;

use policy_engine::fact::{Answer, Answers, Ask, Choice, Fact, FactId, Kind, Row, Rows, Value};
use policy_engine::questionnaire::Questionnaire;
use policy_engine::region::RegionCode;
use rust_decimal::Decimal;

use crate::enterprise::{Aircraft, Enterprise, Industry, LandingSite, Loan, SiteKind, Term};

/// The questions by their names, looked up once for many enterprises.
#[derive(Debug)]
pub struct Questions<'q>(BTreeMap<&'q str, (FactId, &'q Fact)>);

/// A form being filled in.
struct Form<'q> {
    questions: &'q Questions<'q>,
    answers: Answers,
}

/// The cells of a row that are asked, by their columns.
type Cells = Vec<(&'static str, Cell)>;

/// What stands in a cell.
enum Cell {
    Value(Value),
    Pick(&'static str),
}

impl<'q> Questions<'q> {
    /// The questions of a questionnaire.
    pub fn of(questionnaire: &'q Questionnaire) -> Questions<'q> {
        let named = |(id, fact): (FactId, &'q Fact)| (fact.id.as_str(), (id, fact));
        Questions(questionnaire.ids().map(named).collect())
    }

    /// The answers of an enterprise in a year.
    pub fn answers(&self, enterprise: &Enterprise, year: i16) -> Answers {
        let mut form = Form {
            questions: self,
            answers: Answers::default(),
        };
        form.company(enterprise, year - 1);
        form.flight(enterprise);
        form.srdi(enterprise, year);
        form.projects(enterprise);
        form.answers
    }
}

impl Form<'_> {
    fn company(&mut self, enterprise: &Enterprise, last_year: i16) {
        self.put("company.region", place(enterprise.region));
        self.pick("company.industry", industry(enterprise.industry));
        for (name, value) in [
            ("company.staff", enterprise.staff),
            ("company.revenue", enterprise.revenue),
            ("company.assets", enterprise.assets),
            ("rd.eligible_cost", enterprise.rd_cost),
            ("revenue.main", enterprise.main_revenue),
        ] {
            self.put_in(name, Some(last_year), Value::Quantity(value));
        }
    }

    fn flight(&mut self, enterprise: &Enterprise) {
        let aviation = enterprise.aviation;
        let business = [
            ("general_aviation", aviation.general),
            ("light_sport", aviation.light_sport),
            ("landing_sites", aviation.landing_sites),
            ("new_aircraft", aviation.new_aircraft),
        ];
        self.picks("aviation.business", &business);
        self.put("operator.main_base", place(enterprise.main_base));
        self.rows("fleet", None, enterprise.fleet.iter().map(aircraft));
        self.put("light_sport.sorties", Value::Quantity(enterprise.sorties));
        let sites = enterprise.landing_sites.iter().map(landing_site);
        self.rows("landing_sites", None, sites);
        let routes = enterprise.routes.iter();
        let routes = routes.map(|hours| vec![("hours", quantity(*hours))]);
        self.rows("routes", None, routes);
    }

    fn srdi(&mut self, enterprise: &Enterprise, year: i16) {
        let honours = enterprise.honours;
        let honours = [
            ("city_little_giant", honours.city_little_giant),
            ("little_giant", honours.little_giant),
            ("single_champion", honours.single_champion),
            ("champion_product", honours.champion_product),
            ("quality_award", honours.quality_award),
            ("quality_nomination", honours.quality_nomination),
        ];
        self.picks("honours", &honours);
        self.put("srdi.city_year", in_year(enterprise.city_year));
        self.put("srdi.national_year", in_year(enterprise.national_year));
        self.put("quality.award_year", in_year(enterprise.quality_year));
        let products = enterprise.champion_products.iter();
        let products = products.map(|when| vec![("year", Cell::Value(in_year(*when)))]);
        self.rows("champion.products", None, products);
        self.rows("loans", Some(year), enterprise.loans.iter().map(loan));
        let received = Value::YesNo(enterprise.rd_subsidy_received);
        self.put("rd.city_subsidy_received", received);
    }

    fn projects(&mut self, enterprise: &Enterprise) {
        let projects = enterprise.projects;
        let projects = [
            ("major_project", projects.major_project),
            ("tech_upgrade", projects.tech_upgrade),
            ("industrial_internet", projects.industrial_internet),
        ];
        self.picks("manufacturing.projects", &projects);
        let fixed = Value::Quantity(enterprise.fixed_investment);
        self.put("project.fixed_investment", fixed);
        let first = Value::Quantity(enterprise.first_year_investment);
        self.put("project.first_year_investment", first);
        let credentials = [("high_tech_enterprise", enterprise.high_tech_enterprise)];
        self.picks("company.credentials", &credentials);
        self.put("company.hnte_year", in_year(enterprise.hnte_year));
        let first = if enterprise.hnte_first {
            "first"
        } else {
            "again"
        };
        self.pick("company.hnte_first", first);
        let situations = enterprise.shuimogou;
        let situations = [
            ("giant_named", situations.giant_named),
            ("giant_listed", situations.giant_listed),
            ("national_lab", situations.national_lab),
        ];
        self.picks("shuimogou.situations", &situations);
        self.put("shuimogou.labs", Value::Quantity(enterprise.labs));
    }

    fn question(&self, name: &str) -> (FactId, &Fact) {
        let question = self.questions.0.get(name);
        *question.unwrap_or_else(|| panic!("{name} is not asked"))
    }

    fn put(&mut self, name: &str, value: Value) {
        self.put_in(name, None, value);
    }

    fn put_in(&mut self, name: &str, year: Option<i16>, value: Value) {
        let (fact, _) = self.question(name);
        let answer = Answer::Known(value);
        self.answers.0.insert(Ask { fact, year }, answer);
    }

    fn pick(&mut self, name: &str, option: &str) {
        let picked = Value::OneOf(option_of(&self.question(name).1.kind, option));
        self.put(name, picked);
    }

    fn picks(&mut self, name: &str, options: &[(&str, bool)]) {
        let kind = &self.question(name).1.kind;
        let picked = options.iter().filter(|(_, picked)| *picked);
        let mut picked: Vec<_> = picked.map(|(id, _)| option_of(kind, id)).collect();
        picked.sort_unstable();
        self.put(name, Value::SeveralOf(picked));
    }

    fn rows(&mut self, name: &str, year: Option<i16>, rows: impl Iterator<Item = Cells>) {
        let (_, fact) = self.question(name);
        let rows = rows.map(|cells| row(fact, cells)).collect();
        self.put_in(name, year, Value::Rows(Rows { rows, more: false }));
    }
}

/// A row with each cell in its column.
fn row(fact: &Fact, cells: Cells) -> Row {
    let columns = fact.columns();
    let mut row = vec![None; columns.len()];
    for (name, cell) in cells {
        let place = columns.iter().position(|column| column.id == name);
        let place = place.unwrap_or_else(|| panic!("{}: no column {name}", fact.id));
        row[place] = Some(match cell {
            Cell::Value(value) => value,
            Cell::Pick(option) => Value::OneOf(option_of(&columns[place].kind, option)),
        });
    }
    row
}

fn aircraft(aircraft: &Aircraft) -> Cells {
    vec![
        ("max_takeoff_mass", quantity(aircraft.max_takeoff_mass)),
        ("count", quantity(aircraft.count)),
        ("hours", quantity(aircraft.hours)),
    ]
}

fn landing_site(site: &LandingSite) -> Cells {
    let (kind, asked) = match site.kind {
        SiteKind::Transport(hours) => ("transport", ("hours", quantity(hours))),
        SiteKind::General(hours) => ("general", ("hours", quantity(hours))),
        SiteKind::Temporary(serves) => {
            let serves = Cell::Value(Value::YesNo(serves));
            ("temporary", ("public_service", serves))
        }
    };
    vec![
        ("kind", Cell::Pick(kind)),
        ("region", Cell::Value(place(site.region))),
        ("certified", Cell::Value(Value::YesNo(site.certified))),
        asked,
    ]
}

fn loan(loan: &Loan) -> Cells {
    let mut cells = vec![("principal", quantity(loan.principal))];
    match loan.term {
        Term::Dates(start, end) => cells.extend([
            ("term", Cell::Pick("dates")),
            ("start", Cell::Value(Value::Date(start))),
            ("end", Cell::Value(Value::Date(end))),
        ]),
        Term::Days(days) => cells.extend([
            ("term", Cell::Pick("days")),
            ("days", quantity(days.into())),
        ]),
    }
    cells
}

fn quantity(value: Decimal) -> Cell {
    Cell::Value(Value::Quantity(value))
}

fn place(code: u32) -> Value {
    Value::Region(RegionCode(code))
}

fn in_year(year: i16) -> Value {
    Value::Quantity(year.into())
}

/// The index of an option.
fn option_of(kind: &Kind, id: &str) -> u16 {
    let options: &[Choice] = match kind {
        Kind::OneOf(options) | Kind::SeveralOf(options) => options,
        _ => &[],
    };
    let place = options.iter().position(|option| option.id == id);
    let place = place.unwrap_or_else(|| panic!("{id}: no such option"));
    u16::try_from(place).expect("few options")
}

fn industry(industry: Industry) -> &'static str {
    match industry {
        Industry::Agriculture => "agriculture",
        Industry::Industrial => "industrial",
        Industry::Construction => "construction",
        Industry::Wholesale => "wholesale",
        Industry::Retail => "retail",
        Industry::Transport => "transport",
        Industry::Storage => "storage",
        Industry::Post => "post",
        Industry::Accommodation => "accommodation",
        Industry::Catering => "catering",
        Industry::Telecom => "telecom",
        Industry::Software => "software",
        Industry::RealEstate => "real_estate",
        Industry::Property => "property",
        Industry::Leasing => "leasing",
        Industry::Other => "other",
    }
}

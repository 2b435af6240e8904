//! The words of a report, where they look into rows.

use std::rc::Rc;

use policy_wording::condition::ConditionLine;
use policy_wording::report::Program;
use policy_wording::reporter::report;

use crate::enterprise::Enterprise;

fn program(enterprise: &Enterprise, id: &str) -> Rc<Program> {
    let catalog = policy_catalog::catalog();
    let assessment = enterprise.assess();
    let report = report(catalog, enterprise.answers(), &assessment, assessment.date);
    let mut programs = report.programs.into_iter();
    programs.find(|program| program.id == id).expect(id)
}

/// The condition of these words, itself or in another.
fn find<'l>(lines: &'l [ConditionLine], says: &str) -> Option<&'l ConditionLine> {
    let own = lines.iter().find(|line| line.says == says);
    own.or_else(|| lines.iter().find_map(|line| find(&line.parts, says)))
}

#[test]
fn each_row_is_reckoned_in_its_own_line() {
    let fleet = "[[fleet]]\nmax_takeoff_mass = \"0.8吨\"\nhours = \"200小时\"\n[[fleet]]\nmax_takeoff_mass = \"5吨\"\nhours = \"100小时\"\n";
    let flies = format!(
        "company.region = \"长沙\"\naviation.business = [\"general_aviation\"]\noperator.main_base = \"长沙\"\n{fleet}"
    );
    let program = program(&Enterprise::new(&flies), "general-aviation-hours");
    assert_eq!(
        program.calculation.working,
        [
            "第 1 行（0.8 吨）：200 小时 × 500元/小时 = 100,000 元",
            "第 2 行（5 吨）：100 小时 × 3000元/小时 = 300,000 元",
            "合计 = 400,000 元",
        ]
    );
}

#[test]
fn a_loan_is_reckoned_by_its_days() {
    let loans = "loans.2026 = [{ principal = \"1000万元\", start = \"2026-01-01\", end = \"2027-01-01\" }, { principal = \"100万元\", term = \"days\", days = \"73天\" }]\n";
    let borrows = format!(
        "company.region = \"长沙\"\nhonours = [\"city_little_giant\"]\nsrdi.city_year = 2026\n{loans}"
    );
    let program = program(&Enterprise::new(&borrows), "little-giant-loan-interest");
    assert!(
        program.calculation.working[..2]
            == [
                "第 1 行：10,000,000 元 × 365 天 = 3,650,000,000 元·天",
                "第 2 行：1,000,000 元 × 73 天 = 73,000,000 元·天",
            ],
        "{:?}",
        program.calculation.working
    );
}

#[test]
fn a_row_that_fails_says_its_own_value_and_how_far_it_is() {
    let sites = "[[landing_sites]]\nkind = \"general\"\nregion = \"长沙\"\ncertified = \"是\"\nhours = \"400小时\"\n";
    let runs =
        format!("company.region = \"长沙\"\naviation.business = [\"landing_sites\"]\n{sites}");
    let program = program(&Enterprise::new(&runs), "landing-sites");
    let words = format!("{:?}", program.conditions);
    assert!(
        words.contains("400 小时") && words.contains("还差 600 小时"),
        "{words}"
    );
}

#[test]
fn a_calculation_names_the_clauses_of_the_figures_in_it() {
    let firm = include_str!("../../examples/tech-firm.toml");
    let firm = Enterprise::new(firm);
    for (id, condition, clause) in [
        (
            "hunan-instrument-grant",
            "是中小微企业",
            "国统字〔2017〕213号",
        ),
        (
            "six-taxes-half",
            "年度应纳税所得额不超过300万元",
            "公告2023年第7号",
        ),
    ] {
        let program = program(&firm, id);
        let line = find(&program.conditions, condition).expect(condition);
        let basis = &line.calculation.basis;
        assert!(basis.iter().any(|name| name.contains(clause)), "{basis:?}");
    }
}

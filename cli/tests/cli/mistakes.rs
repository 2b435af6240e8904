//! Mistakes are named with their place and what was expected.

use std::fs;
use std::path::{Path, PathBuf};

use crate::refuses;

/// An answer file of the test's own.
fn answers(name: &str, text: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}.toml"));
    fs::write(&path, text).expect("the folder for tests can be written");
    path
}

#[test]
fn a_mistake_in_an_answer_file_is_named_with_its_place() {
    let mistakes = [
        (
            "fact",
            "on = \"2026-11-21\"\n[operator]\nmain_bose = \"长沙市\"\n",
            ":3:13: ",
            "`operator.main_base`",
        ),
        (
            "unit",
            "[light_sport]\nsorties = \"3000小时\"\n",
            ":2:11: ",
            "架次",
        ),
        (
            "value",
            "[light_sport]\nsorties = \"很多\"\n",
            ":2:11: ",
            "架次",
        ),
        (
            "too-large",
            "[[fleet]]\nmax_takeoff_mass = \"1吨\"\nhours = \"8784.01小时\"\n",
            ":3:9: ",
            "8,784 小时",
        ),
        (
            "date",
            "[loans]\n2026 = [{ principal = \"1万元\", start = \"2026-02-30\" }]\n",
            ":2:38: ",
            "没有这一天",
        ),
        ("on", "on = \"2026-13-01\"\n", ":1:6: ", "2026-11-21"),
        (
            "topic",
            "topics = [\"funding\", \"taxes\"]\n",
            ":1:10: ",
            "没有主题 `taxes`",
        ),
        (
            "option",
            "[tax]\nbasis = \"x\"\n",
            ":2:9: ",
            "从利润总额一步步算出、直接填写应纳税所得额",
        ),
        (
            "region",
            "[company]\nregion = \"长安市\"\n",
            ":2:10: ",
            "湖南省长沙市",
        ),
        (
            "share",
            "[county]\ngrowth = \"0.6\"\n",
            ":2:10: ",
            "0.6% 还是 60%",
        ),
        (
            "column",
            "[[fleet]]\nhour = \"100小时\"\n",
            ":2:1: ",
            "`hours`",
        ),
        (
            "year",
            "[rd]\neligible_cost = \"300万元\"\n",
            ":2:17: ",
            "rd.eligible_cost.2025",
        ),
        (
            "option",
            "[company]\nindustry = \"sofware\"\n",
            ":2:12: ",
            "是不是 `software`？",
        ),
        (
            "one option of several",
            "[aviation]\nbusiness = [\"light_sport\", \"general_avation\"]\n",
            ":2:28: ",
            "是不是 `general_aviation`？",
        ),
        ("toml", "[company\n", ":1:9: ", "TOML"),
    ];
    for (name, text, place, expected) in mistakes {
        let path = answers(name, text);
        let path = path.to_str().expect("a plain path");
        let error = refuses(&["assess", path]);
        assert!(
            error.starts_with(&format!("{path}{place}")),
            "{name}: {error}"
        );
        assert!(error.contains(expected), "{name}: {error}");
    }
}

#[test]
fn a_wrong_call_is_refused_with_the_usage() {
    for call in [
        &["asess", "examples/little-giant.toml"][..],
        &["assess"],
        &["list", "--yaml"],
    ] {
        let error = refuses(call);
        assert!(error.contains("policy assess"), "{call:?}: {error}");
    }
    let error = refuses(&["assess", "examples/none.toml"]);
    assert!(error.starts_with("examples/none.toml："), "{error}");
}

#[test]
fn a_day_that_cannot_be_assessed_is_refused() {
    for day in ["2026-02-30", "1026-01-01", "9999-12-31"] {
        let error = refuses(&["assess", "examples/little-giant.toml", "--on", day]);
        assert!(error.starts_with(&format!("--on {day}：")), "{error}");
        let path = answers("far day", &format!("on = \"{day}\"\n"));
        let path = path.to_str().expect("a plain path");
        let error = refuses(&["assess", path]);
        assert!(error.starts_with(&format!("{path}:1:6: ")), "{error}");
    }
    // A day that exists, of which no document of the catalogue knows.
    for day in ["2001-01-01", "2099-12-31"] {
        let error = refuses(&["assess", "examples/little-giant.toml", "--on", day]);
        assert!(error.starts_with(&format!("{day}：")), "{error}");
        assert!(error.contains("2015-01-01"), "{error}");
    }
}

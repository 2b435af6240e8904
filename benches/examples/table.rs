//! Prints so many random enterprises as a table for `policy screen`: `table 100000`. Without arguments it
//! lists the programs to screen.

use std::process::ExitCode;

use policy_benches::screen::{SCREEN, Screen};
use policy_benches::table::table;
use policy_benches::work::{answered, drawn};

fn main() -> ExitCode {
    let Some(many) = std::env::args().nth(1) else {
        SCREEN.iter().for_each(|id| println!("{id}"));
        return ExitCode::SUCCESS;
    };
    let Ok(many) = many.parse() else {
        eprintln!("not a number of enterprises: {many}");
        return ExitCode::FAILURE;
    };
    let screen = Screen::new();
    let answers = answered(&screen, &drawn(many));
    print!("{}", table(&screen.catalog.questionnaire, &answers));
    ExitCode::SUCCESS
}

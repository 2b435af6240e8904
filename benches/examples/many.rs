//! Writes the catalogue so many times over as one file, which the page loads by its option `catalog`:
//! `many 14 many.catalog`.

use std::fs;
use std::process::ExitCode;

use policy_benches::growth::copies;
use policy_catalog::{catalog, pack};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [times, file] = &arguments[..] else {
        eprintln!("how many times, and which file?");
        return ExitCode::FAILURE;
    };
    let Ok(times) = times.parse() else {
        eprintln!("not a number: {times}");
        return ExitCode::FAILURE;
    };
    let many = (copies(catalog(), times), Vec::new());
    match fs::write(file, pack(&many)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{file}: {error}");
            ExitCode::FAILURE
        }
    }
}

//! Does a piece of work so many times, for tools that count: `work catalogue 100`. Without arguments it
//! lists the names.

use std::process::ExitCode;

use policy_benches::work::Work;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [name, times] = &args[..] else {
        Work::ALL
            .iter()
            .for_each(|work| println!("{}", work.name()));
        return ExitCode::SUCCESS;
    };
    let (Some(work), Ok(times)) = (Work::named(name), times.parse::<u32>()) else {
        eprintln!("no such work: {name} {times}");
        return ExitCode::FAILURE;
    };
    let mut ready = work.ready();
    (0..times).for_each(|_| ready());
    ExitCode::SUCCESS
}

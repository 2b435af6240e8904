//! A peer's whole run: check, trap, measurements, and the one line that tells them.

use std::io;

use crate::due::PROGRAMS;
use crate::peer::Peer;
use crate::{case, check, measure, trap};

/// Runs a peer on the cases file that the command line names, and prints its line.
pub fn run<P: Peer>() -> io::Result<()> {
    let path = std::env::args().nth(1);
    let path = path.ok_or_else(|| io::Error::other("which file of cases?"))?;
    let cases = case::read(&path)?;
    let peer = P::load();
    let inputs: Vec<P::Input> = cases.iter().map(|case| peer.prepare(case)).collect();
    let differences = check::differences(&peer, &cases, &inputs);
    trap::tell(&peer, &cases[0]);
    println!(
        "{}\t{differences}\t{}\t{:.3}\t{:.3}\t{:.0}\t{}",
        P::NAME,
        cases.len() * PROGRAMS.len(),
        measure::first::<P>(&inputs[0]),
        measure::once(&peer, &inputs),
        measure::throughput(&peer, &inputs),
        if P::EXPLAINS { "yes" } else { "no" },
    );
    Ok(())
}

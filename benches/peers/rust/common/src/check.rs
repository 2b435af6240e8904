//! The check: what a tool says against what is due.

use crate::case::Case;
use crate::due::PROGRAMS;
use crate::peer::Peer;

/// How many differences of a program are printed.
const SHOWN: usize = 3;

/// How many results differ from what is due; the first few of each program go to stderr.
pub fn differences<P: Peer>(peer: &P, cases: &[Case], inputs: &[P::Input]) -> usize {
    let mut differing = [0; PROGRAMS.len()];
    for (line, (case, input)) in cases.iter().zip(inputs).enumerate() {
        let said = peer.assess_in_fen(input);
        for (place, due) in case.due().into_iter().enumerate() {
            if said[place] == due {
                continue;
            }
            differing[place] += 1;
            if differing[place] <= SHOWN {
                let (name, program, said, line) = (P::NAME, PROGRAMS[place], said[place], line + 1);
                eprintln!("{name}: line {line}, {program}: says {said:?}, due {due:?} (fen)");
            }
        }
    }
    for (program, many) in PROGRAMS.iter().zip(differing).filter(|(_, many)| *many > 0) {
        eprintln!("{}: {program}: {many} differ", P::NAME);
    }
    differing.iter().sum()
}

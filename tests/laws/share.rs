//! How often each verdict comes up, program by program, among the samples made for it.

use std::collections::BTreeMap;
use std::fmt;

use policy_engine::assess::Assessment;
use policy_engine::verdict::Verdict;

use crate::sample::Sample;

/// The least share of each verdict, in percent.
const LEAST: usize = 2;

/// The verdicts, in the order in which they are counted.
const VERDICTS: [Verdict; 3] = [Verdict::Yes, Verdict::No, Verdict::Unknown];

/// How often each verdict came up.
#[derive(Default)]
pub struct Shares(BTreeMap<String, [usize; VERDICTS.len()]>);

impl Shares {
    /// Counts the verdict on the first answers of a sample, for the program it was made for.
    pub fn count(&mut self, sample: &Sample, assessment: &Assessment) {
        let outcome = &assessment.outcomes[sample.program];
        let counts = self.0.entry(outcome.program.id.clone()).or_default();
        let verdict = outcome.now.verdict;
        let index = VERDICTS.iter().position(|known| *known == verdict);
        counts[index.expect("every verdict is counted")] += 1;
    }

    /// Adds what was counted apart.
    pub fn merge(&mut self, other: Shares) {
        for (program, counts) in other.0 {
            let own = self.0.entry(program).or_default();
            own.iter_mut()
                .zip(counts)
                .for_each(|(own, more)| *own += more);
        }
    }

    /// The verdicts that came up too rarely to say that the laws were tried on them.
    pub fn rare(&self) -> Vec<String> {
        let each = self.0.iter().flat_map(|(program, counts)| {
            let all: usize = counts.iter().sum();
            let rare = VERDICTS
                .iter()
                .zip(counts)
                .filter(move |(_, count)| **count * 100 < all * LEAST);
            rare.map(move |(verdict, _)| format!("{program}: {}", verdict.id()))
        });
        each.collect()
    }
}

impl fmt::Display for Shares {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        for (program, counts) in &self.0 {
            let all: usize = counts.iter().sum();
            write!(f, "{program:32}")?;
            for (verdict, count) in VERDICTS.iter().zip(counts) {
                let per_mille = count * 1000 / all.max(1);
                let (percent, tenth) = (per_mille / 10, per_mille % 10);
                write!(f, "{:>9} {percent:>2}.{tenth}%", verdict.id())?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

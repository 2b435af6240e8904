//! How long a tool takes, on one core.

use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::peer::Peer;

/// How often each measurement is made for its median.
const ROUNDS: usize = 11;

/// Over how many enterprises re-evaluation cycles.
const CYCLE: usize = 256;

/// How long a round of re-evaluations takes at least.
const ROUND: Duration = Duration::from_millis(100);

/// Microseconds from the rules' text to the first result, the median of fresh loads.
pub fn first<P: Peer>(input: &P::Input) -> f64 {
    median(|| {
        let start = Instant::now();
        let peer = P::load();
        black_box(peer.assess(black_box(input)));
        start.elapsed().as_secs_f64() * 1e6
    })
}

/// Microseconds of one re-evaluation, the median of rounds' means.
pub fn once<P: Peer>(peer: &P, inputs: &[P::Input]) -> f64 {
    let inputs = &inputs[..CYCLE.min(inputs.len())];
    median(|| 1e6 / per_second(peer, inputs, ROUND))
}

/// How many enterprises are assessed in a second, each in turn.
pub fn throughput<P: Peer>(peer: &P, inputs: &[P::Input]) -> f64 {
    per_second(peer, inputs, Duration::from_secs(1))
}

/// Assesses all of the enterprises, over and over for so long.
fn per_second<P: Peer>(peer: &P, inputs: &[P::Input], at_least: Duration) -> f64 {
    let start = Instant::now();
    let mut passes = 0.0;
    while start.elapsed() < at_least {
        for input in inputs {
            black_box(peer.assess(black_box(input)));
        }
        passes += 1.0;
    }
    passes * inputs.len() as f64 / start.elapsed().as_secs_f64()
}

fn median(mut measured: impl FnMut() -> f64) -> f64 {
    let mut all: [f64; ROUNDS] = std::array::from_fn(|_| measured());
    all.sort_by(f64::total_cmp);
    all[ROUNDS / 2]
}

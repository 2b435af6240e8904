//! How long the engine takes, and the same work written out by hand: `cargo bench -p policy-benches`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use fastrand::Rng;
use policy_benches::answers::Questions;
use policy_benches::by_hand;
use policy_benches::draw;
use policy_benches::enterprise::Enterprise;
use policy_benches::screen::{DAY, Screen};
use policy_engine::assess;
use policy_engine::catalog::Catalog;
use policy_engine::fact::Answers;
use policy_engine::input;
use policy_exchange::file;

/// What the enterprises are drawn from.
const SEED: u64 = 20_261_121;

/// How many enterprises are screened.
const ENTERPRISES: usize = 10_000;

/// How many are assessed in turn where one is measured: no two alike, and all in the cache.
const A_FEW: usize = 256;

criterion_group!(benches, one_enterprise, whole_catalogue, screening);
criterion_main!(benches);

fn drawn(many: usize) -> Vec<Enterprise> {
    let mut rng = Rng::with_seed(SEED);
    let draw = |_| draw::enterprise(&mut rng, DAY.year());
    (0..many).map(draw).collect()
}

fn answered(screen: &Screen, enterprises: &[Enterprise]) -> Vec<Answers> {
    let questions = Questions::of(&screen.catalog.questionnaire);
    let answers = enterprises.iter();
    let answers = answers.map(|enterprise| questions.answers(enterprise, DAY.year()));
    answers.collect()
}

/// One re-evaluation of SCREEN, each time of the next enterprise: the engine with its whole explanation
/// tree, the hand with verdict and amount alone.
fn one_enterprise(criterion: &mut Criterion) {
    let screen = Screen::new();
    let enterprises = drawn(A_FEW);
    let answers = answered(&screen, &enterprises);
    let mut group = criterion.benchmark_group("one enterprise");
    let mut next = answers.iter().cycle();
    group.bench_function("engine, explained", |bencher| {
        bencher.iter(|| assess(&screen.catalog, next.next().expect("a cycle"), DAY));
    });
    let mut next = enterprises.iter().cycle();
    group.bench_function("by hand", |bencher| {
        bencher.iter(|| by_hand::screen(next.next().expect("a cycle"), DAY.year()));
    });
    group.finish();
}

/// Every program of the embedded catalogue, and what stands before the first result.
fn whole_catalogue(criterion: &mut Criterion) {
    let catalog = policy_catalog::catalog();
    let filled_in = filled_in(catalog);
    let bytes = postcard::to_allocvec(catalog).expect("a catalogue is plain data");
    let decode = || postcard::from_bytes::<Catalog>(black_box(&bytes)).expect("just written");
    let nothing = Answers::default();
    let mut group = criterion.benchmark_group("whole catalogue");
    group.bench_function("filled in", |bencher| {
        bencher.iter(|| assess(catalog, black_box(&filled_in), DAY));
    });
    group.bench_function("nothing answered", |bencher| {
        bencher.iter(|| assess(catalog, black_box(&nothing), DAY));
    });
    group.bench_function("decoded", |bencher| {
        bencher.iter(decode);
    });
    group.bench_function("decoded, first result", |bencher| {
        bencher.iter(|| {
            let catalog = decode();
            assess(&catalog, &nothing, DAY).outcomes.len()
        });
    });
    group.finish();
}

/// Ten thousand enterprises, one after the other; the time is that of all.
fn screening(criterion: &mut Criterion) {
    let screen = Screen::new();
    let questions = Questions::of(&screen.catalog.questionnaire);
    let enterprises = drawn(ENTERPRISES);
    let answers = answered(&screen, &enterprises);
    let mut group = criterion.benchmark_group("10,000 enterprises");
    group.throughput(Throughput::Elements(ENTERPRISES as u64));
    group.sample_size(10);
    group.bench_function("engine", |bencher| {
        let assessed = |answers| assess(&screen.catalog, answers, DAY).outcomes.len();
        bencher.iter(|| answers.iter().map(assessed).sum::<usize>());
    });
    group.bench_function("engine, form filled in", |bencher| {
        let assessed = |enterprise| {
            let answers = questions.answers(enterprise, DAY.year());
            assess(&screen.catalog, &answers, DAY).outcomes.len()
        };
        bencher.iter(|| enterprises.iter().map(assessed).sum::<usize>());
    });
    group.bench_function("by hand", |bencher| {
        bencher.iter(|| {
            for enterprise in &enterprises {
                black_box(by_hand::screen(enterprise, DAY.year()));
            }
        });
    });
    group.finish();
}

/// What the example enterprises answer, the first that answers a question for all.
fn filled_in(catalog: &Catalog) -> Answers {
    let questionnaire = &catalog.questionnaire;
    let mut answers = Answers::default();
    for (_, form) in policy_catalog::examples() {
        let file = file::read(questionnaire, form).expect("an example can be read");
        for (ask, draft) in file.answers.drafts {
            if let Some(answer) = input::read(questionnaire, ask, &draft).answer {
                answers.0.entry(ask).or_insert(answer);
            }
        }
    }
    answers
}

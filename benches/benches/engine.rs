//! How long the engine takes, and the same work written out by hand: `cargo bench -p policy-benches`.

use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use policy_benches::answers::Questions;
use policy_benches::by_hand;
use policy_benches::screen::{DAY, Screen};
use policy_benches::work::{A_FEW, Work, answered, drawn};
use policy_engine::assess::{assess, screen};

/// How many enterprises are screened.
const ENTERPRISES: usize = 10_000;

criterion_group!(benches, one_enterprise, screening);
criterion_main!(benches);

/// Each piece of work; and SCREEN by hand, with verdict and amount alone.
fn one_enterprise(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("one enterprise");
    for work in Work::ALL {
        let mut ready = work.ready();
        group.bench_function(work.name(), |bencher| bencher.iter(&mut ready));
    }
    let enterprises = drawn(A_FEW);
    let mut next = enterprises.iter().cycle();
    group.bench_function("screen, by hand", |bencher| {
        bencher.iter(|| by_hand::screen(next.next().expect("a cycle"), DAY.year()));
    });
    group.finish();
}

/// Ten thousand enterprises, one after the other; the time is that of all.
fn screening(criterion: &mut Criterion) {
    let screened = Screen::new();
    let questions = Questions::of(&screened.catalog.questionnaire);
    let enterprises = drawn(ENTERPRISES);
    let answers = answered(&screened, &enterprises);
    let mut group = criterion.benchmark_group("10,000 enterprises");
    group.throughput(Throughput::Elements(ENTERPRISES as u64));
    group.sample_size(10);
    group.bench_function("engine", |bencher| {
        let assessed = |answers| assess(&screened.catalog, answers, DAY).outcomes.len();
        bencher.iter(|| answers.iter().map(assessed).sum::<usize>());
    });
    group.bench_function("screening", |bencher| {
        bencher.iter(|| {
            for answers in &answers {
                screen(&screened.catalog, answers, DAY).for_each(|one| {
                    black_box(one);
                });
            }
        });
    });
    group.bench_function("engine, form filled in", |bencher| {
        let assessed = |enterprise| {
            let answers = questions.answers(enterprise, DAY.year());
            assess(&screened.catalog, &answers, DAY).outcomes.len()
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

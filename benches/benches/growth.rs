//! How the engine's time grows with programs, rows and enterprises: `cargo bench -p policy-benches`.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use policy_benches::growth::{copies, with_aircraft};
use policy_benches::screen::{DAY, Screen};
use policy_benches::work::{answered, drawn, filled_in};
use policy_engine::assess;

criterion_group!(benches, programs, rows, enterprises);
criterion_main!(benches);

/// The whole catalogue once, ten and a hundred times over, filled in by the examples.
fn programs(criterion: &mut Criterion) {
    let catalog = policy_catalog::catalog();
    let answers = filled_in(catalog);
    let mut group = criterion.benchmark_group("catalogues");
    group.sample_size(10);
    for times in [1, 10, 100] {
        let catalog = copies(catalog, times);
        group.bench_function(BenchmarkId::from_parameter(times), |bencher| {
            bencher.iter(|| assess(&catalog, &answers, DAY));
        });
    }
    group.finish();
}

/// SCREEN of one enterprise with ever more aircraft.
fn rows(criterion: &mut Criterion) {
    let screen = Screen::new();
    let enterprise = &drawn(1)[0];
    let mut group = criterion.benchmark_group("rows");
    group.sample_size(10);
    for rows in [100, 1000, 10_000] {
        let answers = answered(&screen, &[with_aircraft(enterprise, rows)]);
        group.bench_function(BenchmarkId::from_parameter(rows), |bencher| {
            bencher.iter(|| assess(&screen.catalog, &answers[0], DAY));
        });
    }
    group.finish();
}

/// SCREEN of ever more enterprises, one after the other.
fn enterprises(criterion: &mut Criterion) {
    let screen = Screen::new();
    let mut group = criterion.benchmark_group("enterprises");
    group.sample_size(10);
    for many in [100, 1000, 10_000] {
        let answers = answered(&screen, &drawn(many));
        group.bench_function(BenchmarkId::from_parameter(many), |bencher| {
            bencher.iter(|| {
                for answers in &answers {
                    black_box(assess(&screen.catalog, answers, DAY));
                }
            });
        });
    }
    group.finish();
}

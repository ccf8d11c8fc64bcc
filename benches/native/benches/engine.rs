//! The engine natively: stage by stage, and the whole from bytes to answers. Each stage is timed without putting away
//! what it made, which the one who asks may never do.

use std::time::Duration;

use criterion::{BatchSize, BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use kaohe::json::Document;
use kaohe::live::LiveTeam;
use kaohe::output::result_file;
use kaohe::result::Standing;
use kaohe::workbook::{Book, Workbook};
use kaohe_bench::{CpuTime, Variant, Workload, ladder};

const SIZES: [usize; 3] = [1, 1_000, 10_000];

fn stages(criterion: &mut Criterion<CpuTime>) {
    for people in SIZES {
        let workload = Workload::of(people);
        let text = workload.text.as_str();
        let book = open(text);
        let appraisal = kaohe::appraise(&book);
        workload.check(&kaohe::standings(&book));
        let read = || Document::unread(text).read::<Workbook>();
        let workbook = read().unwrap_or_else(|problems| panic!("{problems:?}"));

        time(criterion, "whole", people, || text.as_bytes(), from_bytes);
        time(criterion, "read", people, || (), |()| read());
        time(criterion, "book", people, || workbook.clone(), Book::new);
        time(criterion, "stand", people, || (), |()| kaohe::standings(&book));
        time(criterion, "appraise", people, || (), |()| kaohe::appraise(&book));
        time(criterion, "write", people, || (), |()| kaohe::json::compact(&appraisal));
        time(criterion, "result-file", people, || (), |()| result_file(&book));
    }
}

/// The last of twelve months: the ladder looks back over eleven closed ones.
fn months(criterion: &mut Criterion<CpuTime>) {
    let text = ladder();
    time(criterion, "ladder", 1_000, || text.as_bytes(), from_bytes);
}

/// A thousand what-ifs on a team of twenty, each tried and taken back.
fn what_if(criterion: &mut Criterion<CpuTime>) {
    let workload = Workload::of(20);
    let book = open(&workload.text);
    let variants = Variant::all(book.workbook());
    let mut team = LiveTeam::open(&book, variants[0].unit(), variants[0].scheme()).expect("the team that was drawn");
    for variant in &variants {
        variant.enter(&mut team);
        variant.check(&team.standings());
        variant.take_back(&mut team);
    }
    let all = |team: &mut LiveTeam| {
        for variant in &variants {
            variant.enter(team);
            variant.take_back(team);
        }
    };
    time(criterion, "what-if", variants.len(), || (), |()| all(&mut team));
}

fn time<I, O>(
    criterion: &mut Criterion<CpuTime>,
    stage: &str,
    people: usize,
    mut input: impl FnMut() -> I,
    mut run: impl FnMut(I) -> O,
) {
    let mut group = criterion.benchmark_group(stage);
    group.sampling_mode(SamplingMode::Flat);
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(2));
    group.bench_function(BenchmarkId::from_parameter(people), |bencher| {
        // One at a time: ten thousand people's answers twice over would be a matter of memory.
        bencher.iter_batched(&mut input, &mut run, BatchSize::PerIteration);
    });
    group.finish();
}

fn from_bytes(bytes: &[u8]) -> (Book, Vec<Standing>) {
    let text = kaohe::json::decode(bytes).unwrap_or_else(|problem| panic!("{problem:?}"));
    let book = open(&text);
    let standings = kaohe::standings(&book);
    (book, standings)
}

fn open(text: &str) -> Book {
    Book::from_text(text).unwrap_or_else(|problems| panic!("{problems:?}")).0
}

criterion_group! {
    name = engine;
    config = Criterion::default().with_measurement(CpuTime);
    targets = stages, months, what_if
}
criterion_main!(engine);

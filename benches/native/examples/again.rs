//! The whole, from bytes to answers, again and again, with nothing around it: for a profiler.
//! `cargo run --profile bench --example again 1000 50`

use kaohe::workbook::Book;
use kaohe_bench::Workload;

fn main() {
    let mut words = std::env::args().skip(1).map(|word| word.parse().expect("a number of people, and how often"));
    let (people, times) = (words.next().unwrap_or(1_000), words.next().unwrap_or(1));
    let workload = Workload::of(people);
    for _ in 0..times {
        let (book, _) = Book::from_text(&workload.text).expect("a good workbook");
        workload.check(&kaohe::standings(&book));
    }
}

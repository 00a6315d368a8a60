//! How long each step takes natively: `./build.sh bench`, or `cargo bench` once that has written its pages to `target/bench/pages`.
//!
//! One criterion group a step, one entry a page. A page is an HTML file and, beside it, the snapshot that a browser made of it. At the
//! end a story made here is read, ten times as large each time: `growth STEP BYTES MS` a line, the best of three, since criterion's ten
//! samples of 10 MB would take minutes.

use criterion::{BatchSize, BenchmarkId, Criterion};
use lede::page::{Page, html, snapshot};
use lede::report::Report;
use lede::summary::Ranker;
use lede::{Engine, article, clutter, model};
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

struct Sample {
    name: String,
    html: String,
    snapshot: String,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // Hundreds of short entries: what counts is their spread over pages, which is far wider than the spread of one.
    let mut criterion = Criterion::default()
        .sample_size(10)
        .nresamples(1000)
        .warm_up_time(Duration::from_millis(20))
        .measurement_time(Duration::from_millis(60))
        .without_plots()
        .configure_from_args();
    steps(&mut criterion, &samples("target/bench/pages")?)?;
    criterion.final_summary();
    growth()?;
    Ok(())
}

fn samples(folder: &str) -> std::io::Result<Vec<Sample>> {
    let mut samples = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "html") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let snapshot = std::fs::read_to_string(path.with_extension("snapshot"))?;
            samples.push(Sample { name, html: std::fs::read_to_string(&path)?, snapshot });
        }
    }
    samples.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(samples)
}

/// Times one step on every page.
fn step<I, O>(criterion: &mut Criterion, name: &str, inputs: &[(String, I)], mut work: impl FnMut(&I) -> O) {
    let mut group = criterion.benchmark_group(name);
    for (page, input) in inputs {
        group.bench_with_input(BenchmarkId::from_parameter(page), input, |bencher, input| bencher.iter(|| black_box(work(input))));
    }
    group.finish();
}

fn steps(criterion: &mut Criterion, samples: &[Sample]) -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::built_in()?;
    let (stories, appeals, ranker) =
        (article::Model::read(model::BUILT_IN)?, clutter::Model::read(model::BUILT_IN)?, Ranker::read(model::BUILT_IN)?);
    let htmls: Vec<(String, &str)> = samples.iter().map(|s| (s.name.clone(), s.html.as_str())).collect();
    let snapshots: Vec<(String, &str)> = samples.iter().map(|s| (s.name.clone(), s.snapshot.as_str())).collect();
    let mut pages: Vec<(String, Page)> = Vec::new();
    for (name, text) in &snapshots {
        pages.push((name.clone(), snapshot::read(text)?));
    }

    step(criterion, "decode", &snapshots, |text| snapshot::read(text));
    step(criterion, "article", &pages, |page| article::find(page, &stories));
    let read: Vec<(String, (&Page, article::Article))> =
        pages.iter().map(|(n, page)| (n.clone(), (page, article::find(page, &stories)))).collect();
    step(criterion, "clutter", &read, |(page, story)| clutter::find(page, story, &appeals));
    let mut group = criterion.benchmark_group("summary");
    for (name, page) in &pages {
        let (story, findings) = engine.read(page);
        group.bench_function(BenchmarkId::from_parameter(name), |bencher| {
            bencher.iter_batched(
                || findings.clone(),
                |findings| {
                    let mut report = Report::new(page, &story, findings);
                    report.sum_up(page, &story, &ranker, engine.lexicon());
                    report
                },
                BatchSize::SmallInput,
            );
        });
    }
    group.finish();
    step(criterion, "glance", &snapshots, |text| snapshot::read(text).map(|page| engine.glance(&page, &[])));
    step(criterion, "whole_snapshot", &snapshots, |text| snapshot::read(text).map(|page| engine.report(&page, &[])));
    step(criterion, "parse", &htmls, |html| scraper::Html::parse_document(html));
    step(criterion, "whole_html", &htmls, |html| engine.report(&html::read(html, ""), &[]));
    step(criterion, "dom_smoothie", &htmls, |html| dom_smoothie::Readability::new(*html, None, None).and_then(|mut reader| reader.parse()));
    Ok(())
}

/// From 10 KB to 10 MB of a story whose words do not repeat, in both forms.
fn growth() -> Result<(), Box<dyn std::error::Error>> {
    let engine = Engine::built_in()?;
    for size in [10_000, 100_000, 1_000_000, 10_000_000] {
        let story = story(size);
        best("growth_snapshot", size, || snapshot::read(&story.snapshot).map(|page| engine.report(&page, &[])));
        best("growth_parse", size, || scraper::Html::parse_document(&story.html));
        best("growth_html", size, || engine.report(&html::read(&story.html, ""), &[]));
    }
    Ok(())
}

fn best<O>(step: &str, size: usize, mut work: impl FnMut() -> O) {
    let times = (0..3).map(|_| {
        let start = Instant::now();
        black_box(work());
        start.elapsed()
    });
    let least = times.min().unwrap_or_default();
    println!("growth {step} {size} {:.3}", least.as_secs_f64() * 1e3);
}

fn story(size: usize) -> Sample {
    let mut html = String::from("<html lang=en><body><article><h1>The harbour counts its boats again</h1>");
    let mut snapshot = String::from(
        "lede-snapshot 1\nurl https://news.example/harbour\nviewport 1280 720\n\n<html\tlang=en\n<body\n<article\n<h1\n\"The harbour counts its boats again\n>\n",
    );
    let mut count = 0;
    while html.len() < size {
        let mut text = String::new();
        for _ in 0..4 {
            count += 1;
            let _ = write!(
                text,
                "Boat number {count} came back to the harbour on day {} with {} crates of fish, its skipper said. ",
                count / 7,
                count % 90
            );
        }
        let _ = write!(html, "<p>{text}</p>");
        let _ = write!(snapshot, "<p\n\"{text}\n>\n");
    }
    html.push_str("</article></body></html>");
    snapshot.push_str(">\n>\n>\n");
    Sample { name: size.to_string(), html, snapshot }
}

//! `citations`: who cites whom in many articles; reports are read one batch at a time, and only outlets and counts are kept.

use onrecord::Report;
use onrecord::citations::Gathering;
use onrecord::input::Input;
use onrecord::render::citations as render;
use rayon::prelude::*;

use crate::args::{CitationOptions, GraphFormat};
use crate::fault::guarded;
use crate::job::Jobs;
use crate::output::width;
use crate::paths::{Exclude, targets};
use crate::run::{base, complete, place, pool};
use crate::{Fault, complain, printed};

/// Carries out `citations`; gives the exit code.
pub(crate) fn run(options: &CitationOptions) -> Result<u8, Fault> {
    let settings = base(&options.input, &options.setup)?;
    let exclude = Exclude::new(&settings.folder, &settings.exclude, options.input.force_exclude)?;
    let targets = targets(&options.paths, options.input.stdin_filename.as_deref(), &exclude);
    let analyzer = settings
        .analyzer()
        .and_then(|builder| builder.build())
        .map_err(|e| e.to_string())?;
    let threads = pool(&options.setup)?;
    let mut jobs = Jobs::new(targets);
    let mut gathering = Gathering::default();
    let mut faults = false;
    loop {
        let batch = jobs.batch();
        if batch.is_empty() {
            break;
        }
        let publisher = settings.publisher.as_deref();
        let read = |(name, input): (String, Result<Input, Fault>)| -> Result<Report, Fault> {
            let input = complete(publisher, &name, input?);
            guarded(&place(&name, &input), || analyzer.analyze(&input.article))
        };
        let reports: Vec<Result<_, Fault>> = threads.install(|| {
            let jobs = batch.into_par_iter();
            jobs.flat_map_iter(|job| job.read().into_iter().map(&read)).collect()
        });
        for report in reports {
            match report {
                Ok(report) => gathering.add(&report),
                Err(fault) => {
                    faults = true;
                    complain(&fault);
                }
            }
        }
    }
    let citations = gathering.finish();
    let page = match options.format {
        GraphFormat::Text => render::text(&citations, width(options.width), options.all),
        GraphFormat::Json => serde_json::to_string_pretty(&citations).unwrap_or_default() + "\n",
        GraphFormat::Dot => render::dot(&citations),
        GraphFormat::Mermaid => render::mermaid(&citations),
    };
    printed(&page)?;
    Ok(if faults { 2 } else { 0 })
}

//! Faults of the program itself: one line for the input they came of, and the run goes on.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind, set_hook};

use crate::Fault;

thread_local! {
    /// Where this thread's last fault was.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// From now on a fault prints nothing by itself: it is told by whoever asked for the work.
pub(crate) fn keep_quiet() {
    set_hook(Box::new(|info: &PanicHookInfo<'_>| {
        let place = info.location().map(|at| format!(" ({at})")).unwrap_or_default();
        PLACE.with(|kept| *kept.borrow_mut() = place);
    }));
}

/// Does some work; a fault of the program becomes an error in one line, which begins with the name of the input.
pub(crate) fn guarded<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, Fault> {
    // What the work has touched is dropped with it.
    let done = catch_unwind(AssertUnwindSafe(work));
    done.map_err(|fault| {
        let place = PLACE.with(|kept| kept.take());
        let begin = if name.is_empty() {
            String::new()
        } else {
            format!("{name}: ")
        };
        format!(
            "{begin}a fault of onrecord, not of the text: {}{place}",
            said(fault.as_ref())
        )
    })
}

/// What a fault says of itself.
fn said(fault: &(dyn Any + Send)) -> &str {
    let text = fault.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| fault.downcast_ref::<&str>().copied())
        .unwrap_or("no reason given")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_one_line_that_names_its_input() {
        keep_quiet();
        let fault = guarded("a.md", || -> usize { "x".parse().expect("a number") }).expect_err("it panics");
        assert!(
            fault.starts_with("a.md: a fault of onrecord, not of the text: a number"),
            "{fault}"
        );
        assert!(fault.contains("fault.rs:"), "{fault}");
        assert_eq!(guarded("b.md", || 1), Ok(1));
    }
}

//! Panics: caught where the target can unwind, and described.

use std::any::Any;
use std::cell::RefCell;
use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, catch_unwind};
use std::thread;

use crate::json::Object;

/// A panic of the interpreter or of a host module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanicData {
    /// What the panic said.
    pub message: String,
    /// Where it was; only known where [`install_panic_hook`] was called.
    pub place: Option<PanicPlace>,
}

/// Where a panic was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PanicPlace {
    /// The source file, from the name of its crate on.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
    /// The column, from 1.
    pub column: u32,
    /// The innermost function that is not the standard library's, where a
    /// backtrace can be had.
    pub function: Option<String>,
    /// The name of the thread, if it has one.
    pub thread: Option<String>,
    /// Whether it was the thread that installed the hook.
    pub main_thread: bool,
}

impl PanicData {
    /// Writes the fields of a `panic` record.
    pub fn write_json(&self, object: &mut Object<'_>) {
        object.text("message", &self.message);
        let place = self.place.as_ref();
        object.optional_text("file", place.map(|place| place.file.as_str()));
        object.optional_value("line", place.map(|place| place.line));
        object.optional_value("column", place.map(|place| place.column));
        object.optional_text(
            "function",
            place.and_then(|place| place.function.as_deref()),
        );
        object.optional_text("thread", place.and_then(|place| place.thread.as_deref()));
        object.optional_value("main_thread", place.map(|place| place.main_thread));
    }
}

thread_local! {
    /// What the hook saw last on this thread, for the handler that catches it.
    static LAST: RefCell<Option<PanicData>> = const { RefCell::new(None) };
}

/// Installs a panic hook that calls `report`, then the hook that was there.
/// For programs, at their start: the library itself never calls it.
pub fn install_panic_hook(report: impl Fn(&PanicData) + Send + Sync + 'static) {
    let main = thread::current().id();
    let previous = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        let panic = describe(info, thread::current().id() == main);
        report(&panic);
        LAST.with(|last| last.replace(Some(panic)));
        previous(info);
    }));
}

/// Calls `body`; a panic in it becomes data. Where panics abort, it does not
/// return from one.
pub(crate) fn catch<R>(body: impl FnOnce() -> R) -> Result<R, PanicData> {
    LAST.with(|last| last.take());
    catch_unwind(AssertUnwindSafe(body)).map_err(|payload| {
        let seen = LAST.with(|last| last.take());
        seen.unwrap_or_else(|| PanicData {
            message: message(payload.as_ref()),
            place: None,
        })
    })
}

fn describe(info: &PanicHookInfo<'_>, main_thread: bool) -> PanicData {
    PanicData {
        message: message(info.payload()),
        place: info.location().map(|location| place(location, main_thread)),
    }
}

fn place(location: &Location<'_>, main_thread: bool) -> PanicPlace {
    PanicPlace {
        file: from_crate_on(location.file()),
        line: location.line(),
        column: location.column(),
        function: innermost_function(),
        thread: thread::current().name().map(str::to_owned),
        main_thread,
    }
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied();
    text.or_else(|| payload.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("a panic without a message")
        .to_owned()
}

/// `…/rustpython-vm-0.6.0/src/frame.rs` from the crate's name on.
fn from_crate_on(path: &str) -> String {
    let parts: Vec<_> = path.split(['/', '\\']).collect();
    let source = parts.iter().rposition(|part| *part == "src").unwrap_or(0);
    let first = match source.checked_sub(1) {
        Some(name) if parts[name] != ".." => name,
        _ => source,
    };
    parts[first..].join("/")
}

#[cfg(not(target_arch = "wasm32"))]
fn innermost_function() -> Option<String> {
    const MACHINERY: [&str; 7] = [
        "std::",
        "core::",
        "alloc::",
        "backtrace::",
        "rustpython_host::panic::",
        "rust_",
        "_",
    ];
    let mut found = None;
    backtrace::trace(|frame| {
        backtrace::resolve_frame(frame, |symbol| {
            let name = symbol.name().map(|name| format!("{name:#}"));
            let own = name.filter(|name| {
                let start = name.trim_start_matches(['<', '&', '(']);
                !MACHINERY.iter().any(|prefix| start.starts_with(prefix))
            });
            found = found.take().or(own);
        });
        found.is_none()
    });
    found
}

/// WebAssembly has no way to walk its own stack.
#[cfg(target_arch = "wasm32")]
fn innermost_function() -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_begin_with_the_crate() {
        for (path, expected) in [
            (
                "/x/registry/src/y/rustpython-vm-0.6.0/src/frame.rs",
                "rustpython-vm-0.6.0/src/frame.rs",
            ),
            (
                "/rustc/0123/library/core/src/option.rs",
                "core/src/option.rs",
            ),
            ("../../src/host.rs", "src/host.rs"),
            ("build.rs", "build.rs"),
        ] {
            assert_eq!(from_crate_on(path), expected);
        }
    }
}

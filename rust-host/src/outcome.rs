//! What happened to a script.

use std::time::Duration;

use crate::exception::ExceptionData;
use crate::json::Object;
use crate::panic::PanicData;
use crate::text::Text;

/// What happened to a script.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// How it ended.
    pub ended: Ended,
    /// The code that a process running this script should exit with: CPython's,
    /// and 101 for a panic.
    pub exit_code: u8,
    /// How long each phase took.
    pub phases: Phases,
}

/// How a script ended.
#[derive(Clone, Debug)]
pub enum Ended {
    /// It came to its end.
    Ok,
    /// An exception was not caught. Its traceback has been printed.
    Raised(Box<ExceptionData>),
    /// It raised `SystemExit`.
    Exit(SystemExit),
    /// The interpreter or a host module panicked. What Python had buffered for
    /// its streams is lost.
    Panic(PanicData),
}

/// What a script gave to `sys.exit`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SystemExit {
    /// The number, where it was one that fits.
    pub code: Option<i64>,
    /// The text of anything else but None.
    pub text: Option<Text>,
}

/// How long each phase took; None where it did not happen or is not known.
#[derive(Clone, Copy, Debug, Default)]
pub struct Phases {
    /// Building the interpreter, `site` and init hooks included.
    pub start: Option<Duration>,
    /// Compiling the script.
    pub compile: Option<Duration>,
    /// Executing it; for a module, finding and compiling it too.
    pub execute: Option<Duration>,
    /// Threads joined, `atexit`, modules torn down, streams flushed.
    pub finalise: Option<Duration>,
}

/// The exit code of a process whose main thread panicked.
const PANIC_EXIT_CODE: u8 = 101;

impl Outcome {
    /// The outcome of a panic, phases unknown.
    pub fn panicked(panic: PanicData) -> Self {
        Self {
            ended: Ended::Panic(panic),
            exit_code: PANIC_EXIT_CODE,
            phases: Phases::default(),
        }
    }

    /// The outcome as one line of JSON.
    pub fn to_json(&self) -> String {
        Object::write(|object| self.write_json(object))
    }

    /// Writes the fields of that JSON into a larger object.
    pub fn write_json(&self, object: &mut Object<'_>) {
        object.text("ended", self.ended.name());
        object.value("exit_code", self.exit_code);
        match &self.ended {
            Ended::Raised(exception) => object.object("exception", |o| exception.write_json(o)),
            _ => object.null("exception"),
        }
        match &self.ended {
            Ended::Exit(exit) => object.object("system_exit", |o| exit.write_json(o)),
            _ => object.null("system_exit"),
        }
        object.object("phases_ns", |o| self.phases.write_json(o));
    }
}

impl Ended {
    /// `ok`, `raised`, `exit` or `panic`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Raised(_) => "raised",
            Self::Exit(_) => "exit",
            Self::Panic(_) => "panic",
        }
    }
}

impl SystemExit {
    fn write_json(&self, object: &mut Object<'_>) {
        object.optional_value("code", self.code);
        object.python_text("text", self.text.as_ref());
    }
}

impl Phases {
    fn write_json(&self, object: &mut Object<'_>) {
        let phases = [
            ("start", self.start),
            ("compile", self.compile),
            ("execute", self.execute),
            ("finalise", self.finalise),
        ];
        for (name, time) in phases {
            object.optional_value(name, time.map(|time| time.as_nanos()));
        }
    }
}

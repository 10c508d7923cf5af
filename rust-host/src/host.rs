//! An interpreter, from its building to its end.

use std::error::Error;
use std::fmt;
use std::time::{Duration, Instant};

use rustpython_vm::builtins::PyBaseExceptionRef;
use rustpython_vm::scope::Scope;
use rustpython_vm::{Interpreter, PyResult, VirtualMachine};

use crate::config::{Config, InitHook};
use crate::exception::ExceptionData;
use crate::generation::Frozen;
use crate::outcome::{Outcome, Phases};
use crate::panic::{self, PanicData};
use crate::script::Script;
use crate::{generation, run as running};

/// An interpreter that is ready to run one script.
///
/// It runs one, because a script leaves its traces in every module it touched.
/// For the next script build the next host: any number may follow one another in
/// a process, and share only the hash seed and interned strings.
pub struct Host {
    pub(crate) interpreter: Interpreter,
    pub(crate) scope: Scope,
    pub(crate) safe_path: bool,
    pub(crate) start: Duration,
    pub(crate) frozen: Option<Frozen>,
}

/// A script that has ended, in an interpreter that has not: threads may still
/// run, `atexit` functions wait, streams may hold text.
pub struct Executed {
    /// None after a panic, when nothing in the interpreter can be relied on.
    interpreter: Option<Interpreter>,
    frozen: Option<Frozen>,
    outcome: Outcome,
}

/// Why there is no interpreter to run a script in.
#[derive(Debug)]
pub enum HostError {
    /// Building it panicked.
    Panic(PanicData),
    /// Setting it up raised; most likely in one of [`Config::init`]'s functions.
    Raised(Box<ExceptionData>),
    /// There was no thread to be had with the stack that was asked for.
    Thread(std::io::Error),
}

impl Host {
    /// Builds an interpreter, imports `site` unless told not to, and calls the
    /// init functions.
    pub fn new(mut config: Config) -> Result<Self, HostError> {
        let begin = Instant::now();
        let init = std::mem::take(&mut config.init);
        let interpreter = panic::catch(|| generation::build(&config)).map_err(HostError::Panic)?;
        let ready = panic::catch(|| {
            interpreter.enter(|vm| prepare(vm, &config, init).map_err(|e| described(vm, e)))
        });
        match ready {
            Ok(Ok(scope)) => Ok(Self {
                interpreter,
                scope,
                safe_path: config.safe_path(),
                start: begin.elapsed(),
                frozen: None,
            }),
            Ok(Err(exception)) => Err(HostError::Raised(exception)),
            Err(panic) => {
                std::mem::forget(interpreter);
                Err(HostError::Panic(panic))
            }
        }
    }

    /// Runs `script` to its end and takes the interpreter down.
    pub fn run(self, script: Script) -> Outcome {
        self.execute(script).finalise()
    }

    /// Runs `script`, and leaves the interpreter as the script left it.
    pub fn execute(self, script: Script) -> Executed {
        let Self {
            interpreter,
            scope,
            safe_path,
            start,
            frozen,
        } = self;
        let mut phases = Phases {
            start: Some(start),
            ..Phases::default()
        };
        let ended = panic::catch(|| {
            interpreter.enter(|vm| running::script(vm, scope, script, safe_path, &mut phases))
        });
        match ended {
            Ok((ended, exit_code)) => Executed {
                interpreter: Some(interpreter),
                frozen,
                outcome: Outcome {
                    ended,
                    exit_code,
                    phases,
                },
            },
            Err(panic) => {
                // Its locks may be held and its frames half gone.
                std::mem::forget((interpreter, frozen));
                Executed {
                    interpreter: None,
                    frozen: None,
                    outcome: Outcome {
                        phases,
                        ..Outcome::panicked(panic)
                    },
                }
            }
        }
    }
}

impl Executed {
    /// The outcome as known so far.
    pub fn outcome(&self) -> &Outcome {
        &self.outcome
    }

    /// Joins threads, runs `atexit` functions, tears the modules down, and
    /// flushes; a flush of standard output that fails makes the exit code 120.
    pub fn finalise(self) -> Outcome {
        self.end(|interpreter, _| generation::finalise(interpreter))
    }

    /// As [`finalise`](Self::finalise), for a process that exits next: all that
    /// the script can see happens, and the memory is not given back.
    pub fn leave(self) -> Outcome {
        self.end(generation::leave)
    }

    fn end(self, how: fn(Interpreter, Option<Frozen>) -> u8) -> Outcome {
        let mut outcome = self.outcome;
        let Some(interpreter) = self.interpreter else {
            return outcome;
        };
        let begin = Instant::now();
        let code = panic::catch(|| how(interpreter, self.frozen));
        outcome.phases.finalise = Some(begin.elapsed());
        match code {
            Ok(0) => {}
            Ok(code) => outcome.exit_code = code,
            Err(panic) => {
                let phases = outcome.phases;
                outcome = Outcome {
                    phases,
                    ..Outcome::panicked(panic)
                };
            }
        }
        outcome
    }
}

/// Builds a host and runs a script in it, on a thread of its own if the
/// configuration asks for a [stack size](Config::stack_size).
pub fn run(config: Config, script: Script) -> Result<Outcome, HostError> {
    #[cfg(not(target_arch = "wasm32"))]
    if let Some(bytes) = config.stack_size {
        let thread = std::thread::Builder::new().stack_size(bytes);
        let body = || Host::new(config).map(|host| host.run(script));
        return std::thread::scope(|scope| {
            let thread = thread
                .spawn_scoped(scope, body)
                .map_err(HostError::Thread)?;
            // Panics are caught inside; one that gets here is ours.
            thread
                .join()
                .unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        });
    }
    Host::new(config).map(|host| host.run(script))
}

/// What comes before any script, in CPython's order.
fn prepare(vm: &VirtualMachine, config: &Config, init: Vec<InitHook>) -> PyResult<Scope> {
    let scope = generation::main_scope(vm)?;
    // Reads the warning filters. A build without a standard library has neither
    // module, and is none the worse.
    let _ = vm.import("warnings", 0);
    if config.site {
        let _ = vm.import("site", 0);
    }
    if let Some(limit) = config.recursion_limit {
        generation::set_recursion_limit(vm, limit);
    }
    init.into_iter().try_for_each(|hook| hook(vm))?;
    Ok(scope)
}

pub(crate) fn described(vm: &VirtualMachine, exception: PyBaseExceptionRef) -> Box<ExceptionData> {
    Box::new(ExceptionData::read(vm, &exception))
}

impl fmt::Display for HostError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Panic(panic) => {
                write!(formatter, "the interpreter panicked: {}", panic.message)
            }
            Self::Raised(exception) => {
                write!(
                    formatter,
                    "setting up the interpreter raised {}",
                    exception.type_name
                )?;
                match &exception.message {
                    Some(message) => write!(formatter, ": {message}"),
                    None => Ok(()),
                }
            }
            Self::Thread(error) => write!(formatter, "no thread for the script: {error}"),
        }
    }
}

impl Error for HostError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Thread(error) => Some(error),
            Self::Panic(_) | Self::Raised(_) => None,
        }
    }
}

//! An interpreter that is built once, to start scripts from its copies.
//!
//! Building the interpreter and importing `site` takes most of a short run. A
//! process that has done it can be forked, and a WebAssembly instance that has
//! done it can be kept as a module; each copy then only has to take on what is
//! its own.

use std::ffi::OsString;
use std::time::Instant;

use rustpython_vm::builtins::PyDictRef;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::config::Config;
use crate::host::{Host, HostError, described};
use crate::panic;
use crate::{ending, generation};

/// An interpreter that is ready, for copies of the process or of the
/// WebAssembly instance that it is in; each copy starts one script.
///
/// What building it reads from its process is read again by [`start`](Self::start):
/// environment variables, arguments, the state of the standard streams, the
/// user's site folder. What stays is what [`Config`] says, the hash seed above
/// all: where none was given, all copies have the same random one.
pub struct Prototype {
    host: Host,
    /// Where the function `take_on` is.
    globals: PyDictRef,
}

impl Prototype {
    /// Builds the interpreter, and takes all that it made out of later
    /// collections of garbage: a script that imports `gc` puts it back.
    ///
    /// The process must not start threads from here on if it is to be forked.
    pub fn new(config: Config) -> Result<Self, HostError> {
        let mut host = Host::new(config)?;
        let made = panic::catch(|| {
            host.interpreter.enter(|vm| {
                let globals = define(vm).map_err(|error| described(vm, error))?;
                rehearse(vm, &globals, REHEARSALS).map_err(|error| described(vm, error))?;
                Ok((globals, generation::freeze(vm)))
            })
        });
        match made {
            Ok(Ok((globals, frozen))) => {
                host.frozen = Some(frozen);
                Ok(Self { host, globals })
            }
            Ok(Err(exception)) => Err(HostError::Raised(exception)),
            Err(panic) => {
                std::mem::forget(host);
                Err(HostError::Panic(panic))
            }
        }
    }

    /// Does once more what building it ended with: in a fork, so that the pages
    /// that every start writes to are copied before it is known what to start.
    pub fn rehearse(&self) -> Result<(), HostError> {
        let done = panic::catch(|| {
            self.host.interpreter.enter(|vm| {
                if let Some(frozen) = &self.host.frozen {
                    generation::rehearse_leaving(vm, frozen);
                }
                rehearse(vm, &self.globals, 1).map_err(|error| described(vm, error))
            })
        });
        match done {
            Ok(done) => done.map_err(HostError::Raised),
            Err(panic) => Err(HostError::Panic(panic)),
        }
    }

    /// In a copy, and once: takes on this process's environment, and what it was
    /// called with, the program's name first (`sys.orig_argv`).
    pub fn start(self, arguments: Vec<OsString>) -> Result<Host, HostError> {
        let begin = Instant::now();
        let Self { mut host, globals } = self;
        let started = panic::catch(|| {
            host.interpreter.enter(|vm| {
                let started = take_on(vm, &globals, arguments);
                // The functions and their globals hold one another: they would
                // be the garbage of the script's first collection.
                globals.clear();
                started.map_err(|error| described(vm, error))
            })
        });
        match started {
            Ok(Ok(scope)) => {
                host.scope = scope;
                host.start = begin.elapsed();
                Ok(host)
            }
            Ok(Err(exception)) => Err(HostError::Raised(exception)),
            Err(panic) => {
                std::mem::forget(host);
                Err(HostError::Panic(panic))
            }
        }
    }
}

/// Defines the functions of the Python source beside this file.
fn define(vm: &VirtualMachine) -> PyResult<PyDictRef> {
    let code = generation::compile(vm, include_str!("prototype.py"), "<prototype>")?;
    let globals = vm.ctx.new_dict();
    globals.set_item("__builtins__", vm.builtins.clone().into(), vm)?;
    vm.run_code_obj(code, Scope::new(None, globals.clone()))?;
    Ok(globals)
}

/// How often: until the interpreter no longer adapts its code to what it does.
const REHEARSALS: usize = 24;

/// Does what each start will do, so that caches are filled and code is adapted
/// here: what a copy writes to, it has to copy.
fn rehearse(vm: &VirtualMachine, globals: &PyDictRef, times: usize) -> PyResult<()> {
    for _ in 0..times {
        let arguments = std::env::args_os().collect();
        let scope = take_on(vm, globals, arguments)?;
        let code = generation::compile(vm, "", "<prototype>")?;
        vm.run_code_obj(code, scope)?;
        ending::flush_streams(vm);
    }
    Ok(())
}

fn take_on(vm: &VirtualMachine, globals: &PyDictRef, arguments: Vec<OsString>) -> PyResult<Scope> {
    // The garbage that a script leaves hangs on `__main__`, which must therefore
    // be as young as the script.
    let scope = generation::main_scope(vm)?;
    let text = |text: OsString| -> PyObjectRef { generation::fsdecode(vm, text).into() };
    let arguments = vm.ctx.new_list(arguments.into_iter().map(text).collect());
    let environment = vm.ctx.new_dict();
    for (name, value) in std::env::vars_os() {
        let bytes = |text: OsString| vm.ctx.new_bytes(text.into_encoded_bytes());
        environment.set_item(bytes(name).as_object(), bytes(value).into(), vm)?;
    }
    let function = globals.get_item("take_on", vm)?;
    function.call((arguments, environment), vm)?;
    Ok(scope)
}

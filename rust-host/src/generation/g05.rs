//! RustPython 0.5.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::compiler::Mode;
use rustpython_vm::{AsObject, Interpreter, PyRef, PyResult, VirtualMachine};

pub use super::builder::NativeModule;
pub(crate) use super::builder::{
    build, cause, context, finalise, fsdecode, lossy, main_scope, set_recursion_limit, wtf8,
};

/// Compiles a whole file or string.
pub(crate) fn compile(vm: &VirtualMachine, source: &str, name: &str) -> PyResult<PyRef<PyCode>> {
    vm.compile(source, Mode::Exec, name.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(source)))
}

/// Keeps source that is in no file, so that tracebacks can show its lines.
pub(crate) fn remember_source(vm: &VirtualMachine, code: &PyRef<PyCode>, source: &str) {
    let register = || {
        let register = vm.import("linecache", 0)?.get_attr("_register_code", vm)?;
        let name = code.source_path().as_str();
        register.call((code.as_object().to_owned(), source, name), vm)
    };
    // Without a standard library there is no `linecache`, and no line is shown.
    let _ = register();
}

/// Prints the traceback through `sys.excepthook`.
pub(crate) fn print_exception(vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    vm.print_exception(exception.clone());
}

/// As `finalise`: the parts of it cannot be had one by one.
pub(crate) fn leave(interpreter: Interpreter, _frozen: Option<Frozen>) -> u8 {
    finalise(interpreter)
}

/// Nothing: what is frozen would show in the module `gc`, which cannot be told
/// here of being imported.
pub(crate) fn freeze(_vm: &VirtualMachine) -> Frozen {
    Frozen
}

/// What `freeze` found.
pub(crate) struct Frozen;

/// Nothing: `leave` does no more than `finalise`.
pub(crate) fn rehearse_leaving(_vm: &VirtualMachine, _frozen: &Frozen) {}

//! RustPython 0.6.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode};
use rustpython_vm::compiler::Mode;
use rustpython_vm::{PyRef, PyResult, VirtualMachine};

pub use super::builder::NativeModule;
pub(crate) use super::builder::{
    build, cause, context, finalise, fsdecode, lossy, main_scope, set_recursion_limit, wtf8,
};
pub(crate) use super::leaving::{Frozen, freeze, leave, rehearse_leaving};

/// Compiles a whole file or string.
pub(crate) fn compile(vm: &VirtualMachine, source: &str, name: &str) -> PyResult<PyRef<PyCode>> {
    vm.compile(source, Mode::Exec, name)
        .map_err(|error| error.into_pyexception(vm, Some(source)))
}

/// Keeps source that is in no file, so that tracebacks can show its lines.
pub(crate) fn remember_source(vm: &VirtualMachine, code: &PyRef<PyCode>, source: &str) {
    // Without a standard library there is no `linecache`, and no line is shown.
    let _ = vm.register_code_in_linecache(code, source);
}

/// Prints the traceback through `sys.excepthook`.
pub(crate) fn print_exception(vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    vm.print_exception(exception);
}

//! RustPython 0.4.

use std::ffi::OsString;

use rustpython::InterpreterConfig;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyCode, PyModule, PyStr, PyStrRef};
use rustpython_vm::compiler::Mode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{Interpreter, PyRef, PyResult, Settings, VirtualMachine};

use crate::config::Config;

/// The name of a module, and the function that `#[pymodule]` generates as
/// `your_module::make_module`.
pub type NativeModule = (&'static str, fn(&VirtualMachine) -> PyRef<PyModule>);

/// Where the frozen modules say they are. There is no such folder: RustPython
/// would name the one they were compiled from, and the places where a Python is
/// usually installed, and then modules, packages and source lines would come
/// from whatever the machine has there.
#[cfg(feature = "freeze-stdlib")]
const FROZEN_PREFIX: &str = "/frozen";

/// Builds the interpreter. Nothing of `site` or the script has happened yet.
pub(crate) fn build(config: &Config) -> Interpreter {
    let mut builder = InterpreterConfig::new().settings(settings(config));
    #[cfg(feature = "stdlib")]
    {
        builder = builder.init_stdlib();
    }
    #[cfg(feature = "freeze-stdlib")]
    {
        builder = builder.init_hook(Box::new(name_frozen_folder));
    }
    for (name, make) in config.modules.iter().copied() {
        builder = builder.add_native_module(name.to_owned(), make);
    }
    let frozen = config.frozen.clone();
    let interpreter = builder
        .init_hook(Box::new(move |vm| vm.add_frozen(frozen)))
        .interpreter();
    #[cfg(feature = "freeze-stdlib")]
    interpreter.enter(name_prefixes);
    interpreter
}

/// Comes before the first modules are imported, since each keeps the name.
#[cfg(feature = "freeze-stdlib")]
fn name_frozen_folder(vm: &mut VirtualMachine) {
    use rustpython_vm::version::{MAJOR, MINOR};

    let folder = format!("{FROZEN_PREFIX}/lib/python{MAJOR}.{MINOR}");
    set_in_sys(vm, "_stdlib_dir", &folder);
}

/// Comes after building, which sets them, and before `site`, which reads them.
#[cfg(feature = "freeze-stdlib")]
fn name_prefixes(vm: &VirtualMachine) {
    for name in [
        "default_prefix",
        "prefix",
        "base_prefix",
        "exec_prefix",
        "base_exec_prefix",
    ] {
        set_in_sys(vm, name, FROZEN_PREFIX);
    }
}

#[cfg(feature = "freeze-stdlib")]
fn set_in_sys(vm: &VirtualMachine, name: &'static str, value: &str) {
    let set = vm.sys_module.set_attr(name, vm.new_pyobj(value), vm);
    assert!(set.is_ok(), "sys takes any attribute");
}

fn settings(config: &Config) -> Settings {
    let flags = &config.flags;
    let mut settings = Settings::default();
    settings.hash_seed = config.hash_seed;
    settings.isolated = config.isolated;
    settings.ignore_environment = config.isolated;
    settings.import_site = config.site;
    settings.path_list = config
        .paths
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    settings.install_signal_handlers = flags.signal_handlers;
    settings.optimize = flags.optimize;
    settings.verbose = flags.verbose;
    settings.debug = flags.debug > 0;
    settings.write_bytecode = flags.write_bytecode;
    settings.user_site_directory = flags.user_site && !config.isolated;
    settings.safe_path = config.safe_path();
    settings.buffered_stdio = flags.buffered_stdio;
    settings.warnoptions = flags.warnings.clone();
    settings.utf8_mode = flags.utf8.into();
    settings.int_max_str_digits = flags.int_max_str_digits.into();
    settings.warn_default_encoding = flags.warn_default_encoding;
    settings
}

/// Sets what `sys.getrecursionlimit()` gives.
pub(crate) fn set_recursion_limit(vm: &VirtualMachine, limit: usize) {
    vm.recursion_limit.set(limit);
}

/// The namespace of a new `__main__`.
pub(crate) fn main_scope(vm: &VirtualMachine) -> PyResult<Scope> {
    let scope = vm.new_scope_with_builtins();
    let annotations = vm.ctx.new_dict();
    scope
        .globals
        .set_item("__annotations__", annotations.into(), vm)?;
    let main = vm.new_module("__main__", scope.globals.clone(), None);
    let modules = vm.sys_module.get_attr("modules", vm)?;
    modules.set_item("__main__", main.into(), vm)?;
    Ok(scope)
}

/// A path or an argument as Python text. Strings hold no surrogates here, so
/// what is not Unicode is lost.
pub(crate) fn fsdecode(vm: &VirtualMachine, text: impl Into<OsString>) -> PyStrRef {
    vm.ctx.new_str(text.into().to_string_lossy().into_owned())
}

/// Compiles a whole file or string.
pub(crate) fn compile(vm: &VirtualMachine, source: &str, name: &str) -> PyResult<PyRef<PyCode>> {
    vm.compile(source, Mode::Exec, name.to_owned())
        .map_err(|error| vm.new_syntax_error(&error, Some(source)))
}

/// Tracebacks show no lines of source that is in no file: there is no place to
/// keep it.
pub(crate) fn remember_source(_vm: &VirtualMachine, _code: &PyRef<PyCode>, _source: &str) {}

/// The text of a Python string as WTF-8.
pub(crate) fn wtf8(text: &PyStr) -> &[u8] {
    text.as_str().as_bytes()
}

/// The text of a Python string, which has no lone surrogates here.
pub(crate) fn lossy(text: &PyStr) -> String {
    text.as_str().to_owned()
}

/// The exception's `__cause__`.
pub(crate) fn cause(exception: &PyBaseExceptionRef) -> Option<PyBaseExceptionRef> {
    exception.cause()
}

/// The exception's `__context__`.
pub(crate) fn context(exception: &PyBaseExceptionRef) -> Option<PyBaseExceptionRef> {
    exception.context()
}

/// Prints the traceback through `sys.excepthook`.
pub(crate) fn print_exception(vm: &VirtualMachine, exception: &PyBaseExceptionRef) {
    vm.print_exception(exception.clone());
}

/// Flushes and runs `atexit`. This version waits for no threads, tears no
/// modules down, and does not tell whether the flush failed.
pub(crate) fn finalise(interpreter: Interpreter) -> u8 {
    // The exception is not handed over: for KeyboardInterrupt that would send a
    // signal to the process, which is not the library's to do.
    interpreter.finalize(None)
}

/// As `finalise`; this version frees little enough.
pub(crate) fn leave(interpreter: Interpreter, _frozen: Option<Frozen>) -> u8 {
    finalise(interpreter)
}

/// There is no garbage collection here to take anything out of.
pub(crate) fn freeze(_vm: &VirtualMachine) -> Frozen {
    Frozen
}

/// What `freeze` found.
pub(crate) struct Frozen;

/// Nothing: `leave` does no more than `finalise`.
pub(crate) fn rehearse_leaving(_vm: &VirtualMachine, _frozen: &Frozen) {}

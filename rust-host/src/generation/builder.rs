//! What RustPython 0.5 and 0.6 have in common.

use std::ffi::OsString;

use rustpython::InterpreterBuilder;
#[cfg(feature = "stdlib")]
use rustpython::InterpreterBuilderExt;
use rustpython_vm::builtins::{PyBaseExceptionRef, PyModuleDef, PyStr, PyStrRef};
use rustpython_vm::scope::Scope;
use rustpython_vm::{Context, Interpreter, PyResult, Settings, VirtualMachine};

use crate::config::Config;

/// The function that `#[pymodule]` generates as `your_module::module_def`.
pub type NativeModule = fn(&Context) -> &'static PyModuleDef;

/// Builds the interpreter. Nothing of `site` or the script has happened yet.
pub(crate) fn build(config: &Config) -> Interpreter {
    let builder = InterpreterBuilder::new().settings(settings(config));
    #[cfg(feature = "stdlib")]
    let builder = builder.init_stdlib();
    #[cfg(feature = "freeze-stdlib")]
    let builder = builder.init_hook(stand_alone);
    #[cfg(rustpython_generation = "0.6")]
    let builder = builder.init_hook(super::leaving::thaw_for_gc);
    let modules: Vec<_> = config
        .modules
        .iter()
        .map(|module| module(&builder.ctx))
        .collect();
    builder
        .add_native_modules(&modules)
        .add_frozen_modules(config.frozen.iter().copied())
        .build()
}

/// Where the frozen modules say they are. There is no such folder: RustPython
/// would name the one they were compiled from, and the places where a Python is
/// usually installed, and then modules, packages and source lines would come
/// from whatever the machine has there.
#[cfg(feature = "freeze-stdlib")]
const FROZEN_PREFIX: &str = "/frozen";

#[cfg(feature = "freeze-stdlib")]
fn stand_alone(vm: &mut VirtualMachine) {
    use rustpython_vm::common::rc::PyRc;
    use rustpython_vm::version::{MAJOR, MINOR};

    let state = PyRc::get_mut(&mut vm.state).expect("nothing shares the state yet");
    let given = state.config.settings.path_list.clone();
    let paths = &mut state.config.paths;
    paths.stdlib_dir = Some(format!("{FROZEN_PREFIX}/lib/python{MAJOR}.{MINOR}"));
    paths.module_search_paths = given;
    for prefix in [
        &mut paths.prefix,
        &mut paths.base_prefix,
        &mut paths.exec_prefix,
        &mut paths.base_exec_prefix,
    ] {
        *prefix = FROZEN_PREFIX.to_owned();
    }
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
    settings.debug = flags.debug;
    settings.write_bytecode = flags.write_bytecode;
    settings.user_site_directory = flags.user_site && !config.isolated;
    settings.safe_path = config.safe_path();
    settings.buffered_stdio = flags.buffered_stdio;
    settings.warnoptions = flags.warnings.clone();
    settings.utf8_mode = flags.utf8.into();
    settings.stdio_encoding = flags.stdio_encoding.clone();
    settings.stdio_errors = flags.stdio_errors.clone();
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
    vm.new_scope_with_main()
}

/// A path or an argument as Python text.
pub(crate) fn fsdecode(vm: &VirtualMachine, text: impl Into<OsString>) -> PyStrRef {
    vm.fsdecode(text)
}

/// The text of a Python string as WTF-8.
pub(crate) fn wtf8(text: &PyStr) -> &[u8] {
    text.as_bytes()
}

/// The text of a Python string, lone surrogates replaced.
pub(crate) fn lossy(text: &PyStr) -> String {
    text.to_string_lossy().into_owned()
}

/// The exception's `__cause__`.
pub(crate) fn cause(exception: &PyBaseExceptionRef) -> Option<PyBaseExceptionRef> {
    exception.__cause__()
}

/// The exception's `__context__`.
pub(crate) fn context(exception: &PyBaseExceptionRef) -> Option<PyBaseExceptionRef> {
    exception.__context__()
}

/// Flushes, waits for threads, runs `atexit`, tears the modules down. Gives 0,
/// or the exit code that a failed flush of standard output asks for.
pub(crate) fn finalise(interpreter: Interpreter) -> u8 {
    // The exception is not handed over: for KeyboardInterrupt that would send a
    // signal to the process, which is not the library's to do.
    let code = interpreter.finalize(None);
    u8::try_from(code).unwrap_or(1)
}

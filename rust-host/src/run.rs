//! Runs one script as `__main__`, as CPython's `pymain_run_python` does.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::time::Instant;
use std::{env, fs, io};

use rustpython_vm::builtins::PyCode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::ending;
use crate::outcome::{Ended, Phases, SystemExit};
use crate::script::{Script, Source};
use crate::{generation, repl};

/// The exit code for a script file that cannot be read.
const UNREADABLE_EXIT_CODE: u8 = 2;

/// Those for zip files and for folders.
const OWN_HOOKS: usize = 2;
/// What the record at the end of a zip file begins with, and how far from the
/// file's end that can be: the record has 22 bytes and a comment.
const DIRECTORY_END: &[u8] = b"PK\x05\x06";
const FARTHEST_DIRECTORY_END: usize = 22 + u16::MAX as usize;

/// Runs `script` in `scope`, the namespace of `__main__`.
pub(crate) fn script(
    vm: &VirtualMachine,
    scope: Scope,
    script: Script,
    safe_path: bool,
    phases: &mut Phases,
) -> (Ended, u8) {
    let main = Main {
        vm,
        scope,
        safe_path,
        phases,
    };
    if let Err(error) = main.set_argv(&script) {
        return ending::judge(vm, Err(error));
    }
    match script.source {
        Source::File(path) => main.file(&path),
        Source::Text { code, name } => ending::judge(vm, main.text(&code, &name)),
        Source::Module(name) => ending::judge(vm, main.module(&name)),
        Source::Interactive { history } => ending::judge(vm, main.interactive(history)),
    }
}

struct Main<'a> {
    vm: &'a VirtualMachine,
    scope: Scope,
    safe_path: bool,
    phases: &'a mut Phases,
}

impl Main<'_> {
    fn set_argv(&self, script: &Script) -> PyResult<()> {
        let vm = self.vm;
        let argv = script
            .argv()
            .into_iter()
            .map(|arg| generation::fsdecode(vm, arg).into());
        let argv = vm.ctx.new_list(argv.collect());
        vm.sys_module.set_attr("argv", argv, vm)
    }

    fn text(self, code: &str, name: &str) -> PyResult<()> {
        self.put_in_front("")?;
        let compiled = timed(&mut self.phases.compile, || {
            generation::compile(self.vm, code, name)
        })?;
        generation::remember_source(self.vm, &compiled, code);
        self.execute(compiled)
    }

    fn module(self, name: &str) -> PyResult<()> {
        let here = env::current_dir().unwrap_or_default();
        self.put_in_front(here)?;
        timed(&mut self.phases.execute, || self.vm.run_module(name))
    }

    fn interactive(self, history: Option<PathBuf>) -> PyResult<()> {
        self.put_in_front("")?;
        let (vm, scope) = (self.vm, self.scope);
        timed(&mut self.phases.execute, || repl::run(vm, scope, history))
    }

    fn file(self, path: &Path) -> (Ended, u8) {
        let vm = self.vm;
        // `__file__` and tracebacks have the absolute path.
        let absolute = env::current_dir().unwrap_or_default().join(path);
        let source = fs::read(path);
        if !self.is_plain(&source) {
            match self.has_importer(&absolute) {
                Ok(true) => return ending::judge(vm, self.folder(&absolute)),
                Ok(false) => {}
                Err(error) => return ending::judge(vm, Err(error)),
            }
        }
        match source {
            Ok(source) => self.source_file(path, &absolute, &source),
            Err(error) => unreadable(vm, &absolute, &error),
        }
    }

    /// Runs `__main__.py` of a folder or a zip file.
    fn folder(self, path: &Path) -> PyResult<()> {
        let vm = self.vm;
        vm.insert_sys_path(generation::fsdecode(vm, path).into())?;
        timed(&mut self.phases.execute, || {
            let run = vm.import("runpy", 0)?.get_attr("_run_module_as_main", vm)?;
            run.call(("__main__", false), vm).map(drop)
        })
    }

    /// Whether what was read is no zip file, and only Python's own hooks are there
    /// to be asked: then none of them can import from it.
    fn is_plain(&self, source: &io::Result<Vec<u8>>) -> bool {
        let hooks = self.vm.sys_module.get_attr("path_hooks", self.vm);
        let own =
            hooks.is_ok_and(|hooks| hooks.length(self.vm).is_ok_and(|count| count == OWN_HOOKS));
        own && source.as_ref().is_ok_and(|source| !may_be_zip(source))
    }

    /// Whether Python can import from `path` itself: a folder or a zip file.
    fn has_importer(&self, path: &Path) -> PyResult<bool> {
        let vm = self.vm;
        let path: PyObjectRef = generation::fsdecode(vm, path).into();
        let hooks = vm.sys_module.get_attr("path_hooks", vm)?;
        for hook in hooks.try_into_value::<Vec<PyObjectRef>>(vm)? {
            match hook.call((path.clone(),), vm) {
                Ok(importer) => {
                    let cache = vm.sys_module.get_attr("path_importer_cache", vm)?;
                    cache.set_item(&*path, importer, vm)?;
                    return Ok(true);
                }
                Err(error) if error.fast_isinstance(vm.ctx.exceptions.import_error) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(false)
    }

    fn source_file(self, path: &Path, absolute: &Path, source: &[u8]) -> (Ended, u8) {
        let (vm, globals) = (self.vm, self.scope.globals.clone());
        let ended = ending::judge(vm, self.run_source(path, absolute, source));
        // As CPython does: what runs from here on is no longer the script.
        for name in ["__file__", "__cached__"] {
            let _ = globals.del_item(name, vm);
        }
        ended
    }

    fn run_source(self, path: &Path, absolute: &Path, source: &[u8]) -> PyResult<()> {
        let vm = self.vm;
        let folder = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        self.put_in_front(folder.parent().unwrap_or(Path::new("")))?;

        let file: PyObjectRef = generation::fsdecode(vm, absolute).into();
        let globals = &self.scope.globals;
        globals.set_item("__file__", file.clone(), vm)?;
        globals.set_item("__cached__", vm.ctx.none(), vm)?;
        if let Some(loader) = source_loader(vm, &file) {
            globals.set_item("__loader__", loader, vm)?;
        }

        let name = absolute.to_string_lossy();
        let compiled = timed(&mut self.phases.compile, || {
            compile_bytes(vm, source, &name)
        })?;
        self.execute(compiled)
    }

    fn execute(self, code: PyRef<PyCode>) -> PyResult<()> {
        let (vm, scope) = (self.vm, self.scope);
        timed(&mut self.phases.execute, || {
            vm.run_code_obj(code, scope).map(drop)
        })
    }

    fn put_in_front(&self, folder: impl AsRef<OsStr>) -> PyResult<()> {
        if self.safe_path {
            return Ok(());
        }
        let folder = generation::fsdecode(self.vm, folder.as_ref());
        self.vm.insert_sys_path(folder.into())
    }
}

fn timed<R>(phase: &mut Option<std::time::Duration>, body: impl FnOnce() -> R) -> R {
    let begin = Instant::now();
    let result = body();
    *phase = Some(begin.elapsed());
    result
}

/// Without `importlib` there is no loader, and `__main__` keeps none.
fn source_loader(vm: &VirtualMachine, file: &PyObjectRef) -> Option<PyObjectRef> {
    vm.import("importlib.machinery", 0).ok()?;
    let modules = vm.sys_module.get_attr("modules", vm).ok()?;
    let machinery = modules.get_item("importlib.machinery", vm).ok()?;
    let loader = machinery.get_attr("SourceFileLoader", vm).ok()?;
    loader.call(("__main__", file.clone()), vm).ok()
}

/// Compiles a file's content. Bytes that are not plain UTF-8 go through
/// Python's own `compile`, which knows byte order marks and coding comments.
fn compile_bytes(vm: &VirtualMachine, source: &[u8], name: &str) -> PyResult<PyRef<PyCode>> {
    if let Some(position) = source.iter().position(|byte| *byte == 0) {
        return Err(null_byte_error(vm, &source[..position], name));
    }
    match std::str::from_utf8(source) {
        Ok(text) if !may_name_a_coding(text) => generation::compile(vm, text, name),
        _ => {
            let compile = vm.builtins.get_attr("compile", vm)?;
            let source = vm.ctx.new_bytes(source.to_vec());
            let code = compile.call((source, name, "exec", 0, true), vm)?;
            code.downcast()
                .map_err(|_| vm.new_runtime_error("compile() gave no code".to_owned()))
        }
    }
}

/// Whether there is an end of a zip file's directory, where it would have to be.
fn may_be_zip(source: &[u8]) -> bool {
    let behind = source.len().saturating_sub(FARTHEST_DIRECTORY_END);
    let end = &source[behind..];
    end.windows(DIRECTORY_END.len())
        .any(|four| four == DIRECTORY_END)
}

fn may_name_a_coding(source: &str) -> bool {
    source.starts_with('\u{FEFF}') || source.lines().take(2).any(|line| line.contains("coding"))
}

fn null_byte_error(
    vm: &VirtualMachine,
    before: &[u8],
    name: &str,
) -> rustpython_vm::builtins::PyBaseExceptionRef {
    let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
    let start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    let text = format!("{}\n", String::from_utf8_lossy(&before[start..]));
    let class: PyObjectRef = vm.ctx.exceptions.syntax_error.to_owned().into();
    let place = vm.new_pyobj((name, line, None::<usize>, text));
    let error = class.call(("source code cannot contain null bytes", place), vm);
    error
        .and_then(|error| error.try_into_value(vm))
        .unwrap_or_else(|error| error)
}

/// Prints what CPython prints for a script that it cannot read.
fn unreadable(vm: &VirtualMachine, path: &Path, error: &io::Error) -> (Ended, u8) {
    let executable = vm
        .sys_module
        .get_attr("executable", vm)
        .and_then(|path| path.str(vm));
    let program = executable
        .map(|path| generation::lossy(&path))
        .unwrap_or_default();
    let name = generation::fsdecode(vm, path);
    let name = name
        .as_object()
        .repr(vm)
        .map(|name| generation::lossy(&name));
    let name = name.unwrap_or_else(|_| path.display().to_string());
    let number = error.raw_os_error().unwrap_or_default();
    let described = error.to_string();
    // Rust adds the number behind the description.
    let reason = described.split(" (os error").next().unwrap_or_default();
    let message = format!("{program}: can't open file {name}: [Errno {number}] {reason}");
    eprintln!("{message}");
    let exit = SystemExit {
        code: Some(UNREADABLE_EXIT_CODE.into()),
        text: Some(message.as_str().into()),
    };
    (Ended::Exit(exit), UNREADABLE_EXIT_CODE)
}

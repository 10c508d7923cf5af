//! Reads statements from standard input and runs them one by one.

use std::path::PathBuf;

use rustpython_vm::builtins::PyCode;
use rustpython_vm::scope::Scope;
use rustpython_vm::{AsObject, PyObjectRef, PyRef, PyResult, VirtualMachine};

use crate::{ending, generation};

const FILE_NAME: &str = "<stdin>";

/// What came from the reader.
enum Line {
    Text(String),
    Interrupt,
    End,
}

/// Runs until the input ends or the script exits.
pub(crate) fn run(vm: &VirtualMachine, scope: Scope, history: Option<PathBuf>) -> PyResult<()> {
    // The standard library's judge of whether a statement is complete; it also
    // keeps `from __future__` in force for the statements that follow.
    let compiler = vm
        .import("codeop", 0)?
        .get_attr("CommandCompiler", vm)?
        .call((), vm)?;
    let mut reader = Reader::new(history);
    let mut lines: Vec<String> = Vec::new();
    loop {
        let prompt = prompt(vm, lines.is_empty());
        match reader.read(vm, &prompt)? {
            Line::End => return Ok(()),
            Line::Interrupt => {
                lines.clear();
                eprintln!("\nKeyboardInterrupt");
            }
            Line::Text(line) => {
                lines.push(line);
                let source = lines.join("\n");
                let done = statement(vm, &scope, &compiler, &source);
                match done {
                    Ok(true) => lines.clear(),
                    Ok(false) => {}
                    Err(error) if error.fast_isinstance(vm.ctx.exceptions.system_exit) => {
                        return Err(error);
                    }
                    Err(error) => {
                        lines.clear();
                        ending::flush_streams(vm);
                        generation::print_exception(vm, &error);
                    }
                }
                ending::flush_streams(vm);
            }
        }
    }
}

/// Runs `source` if it is a whole statement; says whether it was.
fn statement(
    vm: &VirtualMachine,
    scope: &Scope,
    compiler: &PyObjectRef,
    source: &str,
) -> PyResult<bool> {
    let code = compiler.call((source, FILE_NAME, "single"), vm)?;
    let Ok(code) = code.downcast::<PyCode>() else {
        return Ok(false);
    };
    let code: PyRef<PyCode> = code;
    generation::remember_source(vm, &code, source);
    vm.run_code_obj(code, scope.clone())?;
    Ok(true)
}

/// `sys.ps1` or `sys.ps2`, which scripts may set.
fn prompt(vm: &VirtualMachine, first: bool) -> String {
    let (name, default) = if first {
        ("ps1", ">>> ")
    } else {
        ("ps2", "... ")
    };
    let prompt = vm
        .sys_module
        .get_attr(name, vm)
        .and_then(|prompt| prompt.str(vm));
    prompt.map_or(default.to_owned(), |prompt| generation::lossy(&prompt))
}

/// Where lines come from: an editor in a terminal, else Python's `sys.stdin`,
/// so that `input()` and the statements share one buffer.
enum Reader {
    #[cfg(not(target_arch = "wasm32"))]
    Editor(Box<editor::Editor>),
    Plain {
        prompts: bool,
    },
}

impl Reader {
    fn new(history: Option<PathBuf>) -> Self {
        use std::io::{IsTerminal, stdin};

        let prompts = stdin().is_terminal();
        #[cfg(not(target_arch = "wasm32"))]
        if prompts && let Some(editor) = editor::Editor::new(history) {
            return Self::Editor(Box::new(editor));
        }
        #[cfg(target_arch = "wasm32")]
        drop(history);
        Self::Plain { prompts }
    }

    fn read(&mut self, vm: &VirtualMachine, prompt: &str) -> PyResult<Line> {
        match self {
            #[cfg(not(target_arch = "wasm32"))]
            Self::Editor(editor) => Ok(editor.read(prompt)),
            Self::Plain { prompts } => read_plain(vm, if *prompts { prompt } else { "" }),
        }
    }
}

fn read_plain(vm: &VirtualMachine, prompt: &str) -> PyResult<Line> {
    if !prompt.is_empty() {
        let stdout = vm.sys_module.get_attr("stdout", vm)?;
        vm.call_method(&stdout, "write", (prompt,))?;
        vm.call_method(&stdout, "flush", ())?;
    }
    let stdin = vm.sys_module.get_attr("stdin", vm)?;
    let line = match vm.call_method(&stdin, "readline", ()) {
        Ok(line) => {
            let line = line.str(vm)?;
            generation::lossy(&line)
        }
        Err(error) if error.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt) => {
            return Ok(Line::Interrupt);
        }
        Err(error) => return Err(error),
    };
    match line.strip_suffix('\n') {
        Some(text) => Ok(Line::Text(text.to_owned())),
        None if line.is_empty() => Ok(Line::End),
        None => Ok(Line::Text(line)),
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod editor {
    use std::path::PathBuf;

    use rustyline::DefaultEditor;
    use rustyline::error::ReadlineError;

    use super::Line;

    pub(super) struct Editor {
        lines: DefaultEditor,
        history: Option<PathBuf>,
    }

    impl Editor {
        /// None where the terminal cannot be used for editing.
        pub(super) fn new(history: Option<PathBuf>) -> Option<Self> {
            let mut lines = DefaultEditor::new().ok()?;
            if let Some(path) = &history {
                // The first session has no history yet.
                let _ = lines.load_history(path);
            }
            Some(Self { lines, history })
        }

        pub(super) fn read(&mut self, prompt: &str) -> Line {
            match self.lines.readline(prompt) {
                Ok(line) => {
                    let _ = self.lines.add_history_entry(&line);
                    Line::Text(line)
                }
                Err(ReadlineError::Interrupted) => Line::Interrupt,
                Err(_) => Line::End,
            }
        }
    }

    impl Drop for Editor {
        fn drop(&mut self) {
            if let Some(path) = &self.history {
                // A history that cannot be kept must not spoil the session's end.
                let _ = self.lines.save_history(path);
            }
        }
    }
}

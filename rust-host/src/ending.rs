//! From what Python returned to how the script ended: the part of CPython's
//! `PyErr_Print` and `Py_Exit` that decides on traceback and exit code.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyInt};
use rustpython_vm::{AsObject, PyObjectRef, PyResult, VirtualMachine};

use crate::exception::{ExceptionData, str_of};
use crate::generation;
use crate::outcome::{Ended, SystemExit};

/// The code of a process that SIGINT ended, as shells report it.
const INTERRUPTED_EXIT_CODE: u8 = 130;

/// How the script ended, and its exit code. Prints the traceback, or the text
/// that `sys.exit` was given.
pub(crate) fn judge(vm: &VirtualMachine, result: PyResult<()>) -> (Ended, u8) {
    flush_streams(vm);
    match result {
        Ok(()) => (Ended::Ok, 0),
        Err(exception) if exception.fast_isinstance(vm.ctx.exceptions.system_exit) => {
            system_exit(vm, &exception)
        }
        Err(exception) => raised(vm, &exception),
    }
}

fn raised(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> (Ended, u8) {
    // Read before it is printed: printing runs the script's own code too.
    let data = ExceptionData::read(vm, exception);
    generation::print_exception(vm, exception);
    let interrupted = exception.fast_isinstance(vm.ctx.exceptions.keyboard_interrupt);
    let code = if interrupted {
        INTERRUPTED_EXIT_CODE
    } else {
        1
    };
    (Ended::Raised(Box::new(data)), code)
}

fn system_exit(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> (Ended, u8) {
    let object = exception.as_object();
    let value = object
        .get_attr("code", vm)
        .unwrap_or_else(|_| object.to_owned());
    if vm.is_none(&value) {
        return (Ended::Exit(SystemExit::default()), 0);
    }
    let text = str_of(vm, &value);
    let Some(number) = value.downcast_ref::<PyInt>() else {
        print_line(vm, &value);
        return (Ended::Exit(SystemExit { code: None, text }), 1);
    };
    match number.try_to_primitive::<i64>(vm) {
        // Processes keep the low eight bits.
        Ok(code) => {
            let exit = SystemExit {
                code: Some(code),
                text: None,
            };
            (Ended::Exit(exit), code as u8)
        }
        // CPython takes -1 for what does not fit.
        Err(_) => (Ended::Exit(SystemExit { code: None, text }), u8::MAX),
    }
}

/// Prints as `print(value, file=sys.stderr)`, or to the process's own standard
/// error where the script took `sys.stderr` away.
fn print_line(vm: &VirtualMachine, value: &PyObjectRef) {
    let Ok(text) = value.str(vm) else {
        return;
    };
    match vm.sys_module.get_attr("stderr", vm) {
        Ok(stderr) if !vm.is_none(&stderr) => {
            // What cannot be written is lost, as in CPython.
            let _ = vm.call_method(&stderr, "write", (text,));
            let _ = vm.call_method(&stderr, "write", ("\n",));
        }
        _ => eprintln!("{}", generation::lossy(&text)),
    }
}

/// Flushes both streams. What fails here fails again at the end, where it counts.
pub(crate) fn flush_streams(vm: &VirtualMachine) {
    for name in ["stdout", "stderr"] {
        if let Ok(stream) = vm.sys_module.get_attr(name, vm) {
            let _ = vm.call_method(&stream, "flush", ());
        }
    }
}

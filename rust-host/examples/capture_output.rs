//! What a script prints goes to the program instead of the terminal.

use std::sync::Mutex;

use rustpython_host::{Config, Host, HostError, Script};
use rustpython_vm::{PyResult, VirtualMachine, pymodule};

static PRINTED: Mutex<String> = Mutex::new(String::new());

/// To be a stream for `print`, an object needs no more than these two.
#[pymodule]
mod sink {
    use rustpython_vm::builtins::PyStrRef;

    #[pyfunction]
    fn write(text: PyStrRef) -> usize {
        let mut printed = super::PRINTED.lock().expect("nothing panics with the lock");
        printed.push_str(&text.to_string_lossy());
        text.char_len()
    }

    #[pyfunction]
    fn flush() {}
}

fn redirect(vm: &VirtualMachine) -> PyResult<()> {
    let sink = vm.import("sink", 0)?;
    vm.sys_module.set_attr("stdout", sink.clone(), vm)?;
    vm.sys_module.set_attr("stderr", sink, vm)
}

fn main() -> Result<(), HostError> {
    let config = Config::new().module(sink::module_def).init(redirect);
    let script = Script::text("print('squares:', *[n * n for n in range(5)])\n1 / 0");
    let outcome = Host::new(config)?.run(script);

    let printed = PRINTED.lock().expect("nothing panics with the lock");
    for line in printed.lines() {
        println!("captured: {line}");
    }
    println!(
        "outcome: {}, exit code {}",
        outcome.ended.name(),
        outcome.exit_code
    );
    Ok(())
}

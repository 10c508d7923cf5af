//! An interactive session in which a module of the program can be imported.

use std::process::ExitCode;

use rustpython_host::{Config, Flags, Host, Script};
use rustpython_vm::pymodule;

#[pymodule]
mod clock {
    use std::time::{SystemTime, UNIX_EPOCH};

    /// Seconds since 1970, by the program's own reckoning.
    #[pyfunction]
    fn seconds() -> u64 {
        let now = SystemTime::now().duration_since(UNIX_EPOCH);
        now.map_or(0, |since| since.as_secs())
    }
}

fn main() -> ExitCode {
    // Ctrl-C has to reach Python, which makes it a KeyboardInterrupt.
    let flags = Flags {
        signal_handlers: true,
        ..Flags::default()
    };
    let config = Config::new().module(clock::module_def).flags(flags);
    match Host::new(config) {
        Ok(host) => host.run(Script::interactive(None)).exit_code.into(),
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

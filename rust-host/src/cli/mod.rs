//! What the binary adds to the library.

pub mod arguments;
pub mod channel;
mod environment;
#[cfg(target_os = "wasi")]
mod preopen;
pub mod serve;
pub mod session;
#[cfg(target_os = "wasi")]
pub mod snapshot;
#[cfg(target_os = "linux")]
mod unix;

use rustpython_host::Info;

/// The line that `--version` prints.
pub fn version() -> String {
    let info = Info::get();
    let (host, rustpython, python) = (info.host, info.rustpython, &info.python);
    format!("rustpython-host {host} (RustPython {rustpython}, Python {python})")
}

//! The parts of RustPython's interface that change between its releases. Every
//! module here offers the same items; the lock file decides which one is built.

#[cfg(not(rustpython_generation = "0.4"))]
mod builder;

#[cfg(rustpython_generation = "0.4")]
mod g04;
#[cfg(rustpython_generation = "0.4")]
pub use g04::*;

#[cfg(rustpython_generation = "0.5")]
mod g05;
#[cfg(rustpython_generation = "0.5")]
pub use g05::*;

#[cfg(rustpython_generation = "0.6")]
mod g06;
#[cfg(rustpython_generation = "0.6")]
mod leaving;
#[cfg(rustpython_generation = "0.6")]
pub use g06::*;

/// The version of Python that this RustPython claims, as `sys.version` spells it.
pub(crate) fn python_version() -> String {
    use rustpython_vm::version::{MAJOR, MICRO, MINOR};
    format!("{MAJOR}.{MINOR}.{MICRO}")
}

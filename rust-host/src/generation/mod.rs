//! The parts of RustPython's interface that change between its releases. Every
//! module here offers the same items; the lock file decides which one is built.

#[cfg(rustpython_generation = "0.6")]
mod g06;
#[cfg(rustpython_generation = "0.6")]
pub(crate) use g06::*;

//! Embeds RustPython: configure an interpreter, run one script in it, and get
//! what happened as data.
//!
//! ```
//! use rustpython_host::{Config, Ended, Host, Script};
//!
//! let host = Host::new(Config::new().hash_seed(0))?;
//! let outcome = host.run(Script::text("import sys; sys.exit(3)"));
//!
//! assert!(matches!(outcome.ended, Ended::Exit(_)));
//! assert_eq!(outcome.exit_code, 3);
//! # Ok::<(), rustpython_host::HostError>(())
//! ```
//!
//! The library never ends the process, sends it no signal, and leaves its panic
//! hook and its allocator alone. A program that wants panics with their place,
//! or refused allocations told, installs [`install_panic_hook`] and
//! [`NotingAllocator`] itself, as the binary of this crate does.

mod alloc;
mod config;
mod ending;
mod exception;
mod generation;
mod host;
mod info;
pub mod json;
mod outcome;
mod panic;
mod prototype;
mod repl;
mod run;
mod script;
pub mod stack;
mod text;

pub use alloc::{NotingAllocator, on_refused_allocation};
pub use config::{Config, Flags, NativeModule};
pub use exception::{ExceptionData, FrameData, SyntaxData};
pub use host::{Executed, Host, HostError, run};
pub use info::{FORK_SERVER_PROTOCOL, Info};
pub use outcome::{Ended, Outcome, Phases, SystemExit};
pub use panic::{PanicData, PanicPlace, install_panic_hook};
pub use prototype::Prototype;
pub use script::Script;
pub use text::Text;

/// Keeps the program in the README compiling, which is for 0.5 and later.
#[cfg(all(doctest, not(rustpython_generation = "0.4")))]
#[doc = include_str!("../README.md")]
struct Readme;

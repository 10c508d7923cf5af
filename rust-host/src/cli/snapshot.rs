//! What a pre-initialised module is made from: the interpreter is built before
//! the instance is kept, and takes on its process when a copy is run.
//! wasm/README.md says how.

use std::cell::RefCell;
use std::time::Instant;

use rustpython_host::{Executed, Prototype};

use super::arguments::{HashSeed, Invocation, Options};
use super::environment::Environment;
use super::session;

unsafe extern "C" {
    fn __wasm_call_ctors();
    fn __wasilibc_reset_preopens();
    fn __wasilibc_initialize_environ();
    fn __main_void() -> i32;
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

/// An interpreter, and what it was built with.
pub struct Kept {
    prototype: Prototype,
    environment: Environment,
    hash_seed: u32,
}

/// Where no PYTHONHASHSEED is given.
const HASH_SEED: u32 = 0;

/// Called once, before the instance is kept.
#[unsafe(export_name = "wizer-initialize")]
extern "C" fn initialise() {
    // SAFETY: nothing has run in this instance yet.
    unsafe { __wasm_call_ctors() };
    session::listen();
    let mut environment = Environment::read().unwrap_or_else(|message| failed(&message));
    let hash_seed = match environment.hash_seed.take() {
        Some(HashSeed::Fixed(seed)) => seed,
        _ => HASH_SEED,
    };
    let options = Options {
        hash_seed: Some(HashSeed::Fixed(hash_seed)),
        ..Options::default()
    };
    let config = session::config(options).unwrap_or_else(|message| failed(&message));
    let prototype = Prototype::new(config).unwrap_or_else(|error| session::not_started(&error));
    KEPT.set(Some(Kept {
        prototype,
        environment,
        hash_seed,
    }));
    // SAFETY: the folders that are open here are not those of a copy.
    unsafe { __wasilibc_reset_preopens() };
}

fn failed(message: &str) -> ! {
    session::fail(message, session::START_EXIT_CODE)
}

/// Does once more what the instance was kept with, for an engine that makes
/// instances before it knows what to run: the memory that every start writes to
/// is its own then. Optional, and before `_start`.
#[unsafe(export_name = "rehearse")]
extern "C" fn rehearse() {
    KEPT.with_borrow(|kept| {
        if let Some(kept) = kept
            && let Err(error) = kept.prototype.rehearse()
        {
            session::not_started(&error)
        }
    });
    // SAFETY: as above.
    unsafe { __wasilibc_reset_preopens() };
}

/// The `_start` of the module that is kept: through Rust's own start, which
/// makes this the main thread.
#[unsafe(export_name = "resume")]
extern "C" fn resume() {
    // SAFETY: nothing of this copy has read its environment yet, and nothing else
    // calls main.
    let code = unsafe {
        __wasilibc_initialize_environ();
        __main_void()
    };
    if code != 0 {
        std::process::exit(code)
    }
    // To return is to exit with 0, and an engine has no trap to unwind.
}

/// What was kept when the instance was initialised; None in one that was not.
pub fn kept() -> Option<Kept> {
    KEPT.take()
}

/// Runs the script; gives the exit code.
pub fn run(invocation: Invocation, kept: Kept, started: Instant) -> u8 {
    let Invocation {
        options, script, ..
    } = invocation;
    if let Err(reason) = kept.suits(&options) {
        let message = format!("this module was initialised before; it has no room for {reason}");
        session::fail(&message, session::USAGE_EXIT_CODE)
    }
    session::follow_pwd();
    session::open_channel(&options);
    let host = kept
        .prototype
        .start(std::env::args_os().collect())
        .unwrap_or_else(|error| session::not_started(&error));
    session::execute(host, script, started, Executed::leave).exit_code
}

impl Kept {
    /// The reason why it cannot be had is in the error.
    fn suits(&self, options: &Options) -> Result<(), String> {
        let mut wanted = Environment::read()?;
        let seed = options.hash_seed.or(wanted.hash_seed.take());
        if let Some(HashSeed::Fixed(seed)) = seed
            && seed != self.hash_seed
        {
            let kept = self.hash_seed;
            return Err(format!("the hash seed {seed}, for it has {kept}"));
        }
        let own = Options {
            control: options.control.clone(),
            hash_seed: options.hash_seed,
            ..Options::default()
        };
        if *options != own {
            return Err("options but --control and --hash-seed".into());
        }
        if wanted != self.environment {
            return Err("other PYTHON variables".into());
        }
        Ok(())
    }
}

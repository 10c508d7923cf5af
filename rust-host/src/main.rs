//! The command line around the library: reads the arguments, runs the script,
//! reports the outcome, exits.

mod cli;

use std::process::ExitCode;
use std::time::Instant;

use cli::arguments::{self, Command, Invocation};
use rustpython_host::{Info, NotingAllocator};

#[cfg(all(feature = "mimalloc", not(target_arch = "wasm32")))]
type Allocator = mimalloc::MiMalloc;
#[cfg(all(feature = "mimalloc", not(target_arch = "wasm32")))]
const ALLOCATOR: Allocator = mimalloc::MiMalloc;
#[cfg(not(all(feature = "mimalloc", not(target_arch = "wasm32"))))]
type Allocator = std::alloc::System;
#[cfg(not(all(feature = "mimalloc", not(target_arch = "wasm32"))))]
const ALLOCATOR: Allocator = std::alloc::System;

#[global_allocator]
static GLOBAL: NotingAllocator<Allocator> = NotingAllocator(ALLOCATOR);

/// Bad usage, and a script or control folder that cannot be read.
const USAGE_EXIT_CODE: u8 = 2;

fn main() -> ExitCode {
    let started = Instant::now();
    let code = match arguments::parse(std::env::args_os().skip(1)) {
        Ok(Command::Run(invocation)) => run(*invocation, started),
        Ok(Command::Serve { options, socket }) => cli::serve::run(*options, socket),
        Ok(command) => tell(&command),
        Err(message) => refuse(&message),
    };
    code.into()
}

/// Runs a script, in the interpreter that was kept if there is one.
fn run(invocation: Invocation, started: Instant) -> u8 {
    #[cfg(target_os = "wasi")]
    if let Some(kept) = cli::snapshot::kept() {
        return cli::snapshot::run(invocation, kept, started);
    }
    cli::session::run(invocation, started)
}

/// Prints what is asked of the program itself; gives the exit code.
fn tell(command: &Command) -> u8 {
    match command {
        Command::Info { json: true } => println!("{}", Info::get().to_json()),
        Command::Info { json: false } => println!("{}", Info::get()),
        Command::Version => println!("{}", cli::version()),
        Command::Help | Command::Run(_) | Command::Serve { .. } => print!("{}", arguments::USAGE),
    }
    0
}

/// Says what is wrong with the arguments; gives the exit code.
fn refuse(message: &str) -> u8 {
    eprintln!("rustpython-host: {message}");
    USAGE_EXIT_CODE
}

//! One script from the command line, from its start to the process's exit.

use std::process;
use std::time::Instant;

use rustpython_host::{
    Config, Executed, Flags, Host, HostError, Info, Outcome, PanicData, Phases, Script,
    install_panic_hook, on_refused_allocation, stack,
};

use super::arguments::{HashSeed, Invocation, Options};
use super::channel;
use super::environment::Environment;

/// Enough for a thousand native calls of the most expensive kinds.
pub const DEFAULT_STACK: u64 = 64 * 1024 * 1024;
pub const USAGE_EXIT_CODE: i32 = 2;
/// CPython's, for an environment that it refuses or a start that fails.
pub const START_EXIT_CODE: i32 = 1;

/// Runs the script, reports its outcome if there is a channel, and exits.
pub fn run(invocation: Invocation, started: Instant) -> ! {
    let Invocation {
        options,
        script,
        interactive,
    } = invocation;
    // First of all, for this may start the process anew. Where it fails the
    // stack is smaller, and RecursionError comes earlier.
    let _ = stack::ensure_main_stack(options.stack_size.unwrap_or(DEFAULT_STACK));
    follow_pwd();
    open_channel(&options);
    listen();
    let config = config(options).unwrap_or_else(|message| fail(&message, START_EXIT_CODE));
    if interactive {
        greet();
    }
    let host = Host::new(config).unwrap_or_else(|error| not_started(&error));
    let outcome = execute(host, script, started, Executed::finalise);
    process::exit(outcome.exit_code.into())
}

/// Opens the way to report, if there is one.
pub fn open_channel(options: &Options) {
    if let Some(folder) = &options.control {
        channel::open(folder).unwrap_or_else(|message| fail(&message, USAGE_EXIT_CODE));
    }
}

/// Has panics and refused allocations reported.
pub fn listen() {
    on_refused_allocation(channel::record_refused_allocation);
    install_panic_hook(|panic| channel::record("panic", |object| panic.write_json(object)));
}

/// Runs the script in a host that is ready, and reports its outcome.
pub fn execute(
    host: Host,
    script: Script,
    started: Instant,
    end: fn(Executed) -> Outcome,
) -> Outcome {
    let ready = started.elapsed();
    let report = |kind: &str, outcome: &Outcome| {
        let phases = Phases {
            start: Some(ready),
            ..outcome.phases
        };
        let outcome = Outcome {
            phases,
            ..outcome.clone()
        };
        channel::record(kind, |object| outcome.write_json(object));
    };

    let executed = host.execute(script);
    report("executed", executed.outcome());
    let outcome = end(executed);
    report("final", &outcome);
    outcome
}

/// What the options and the process's environment ask for.
pub fn config(options: Options) -> Result<Config, String> {
    let environment = match options.isolated {
        true => Environment::default(),
        false => Environment::read()?,
    };
    let flags = Flags {
        signal_handlers: true,
        ..environment.flags
    };
    let mut config = Config::new()
        .flags(flags)
        .isolated(options.isolated)
        .site(!options.no_site);
    if let Some(HashSeed::Fixed(seed)) = options.hash_seed.or(environment.hash_seed) {
        config = config.hash_seed(seed);
    }
    if let Some(limit) = options.recursion_limit {
        config = config.recursion_limit(limit);
    }
    let paths = options.paths.into_iter().chain(environment.paths);
    Ok(paths.fold(config, Config::path))
}

fn greet() {
    use std::io::{IsTerminal, stdin};

    if stdin().is_terminal() {
        let info = Info::get();
        println!("RustPython {} (Python {})", info.rustpython, info.python);
    }
}

/// WASI gives a program no working directory. Where the runtime was told `PWD`,
/// as shells tell it, that is taken, as RustPython's own command line does.
pub fn follow_pwd() {
    #[cfg(target_os = "wasi")]
    if let Some(folder) = std::env::var_os("PWD") {
        // A folder that was not granted cannot be worked in.
        let _ = std::env::set_current_dir(folder);
    }
}

pub fn not_started(error: &HostError) -> ! {
    if let HostError::Panic(panic) = error {
        let outcome = Outcome::panicked(PanicData::clone(panic));
        channel::record("final", |object| outcome.write_json(object));
        process::exit(outcome.exit_code.into())
    }
    fail(&error.to_string(), START_EXIT_CODE)
}

pub fn fail(message: &str, code: i32) -> ! {
    eprintln!("rustpython-host: {message}");
    process::exit(code)
}

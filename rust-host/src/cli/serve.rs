//! `serve`: one interpreter that is ready, and a fork of it for each request.
//! docs/fork-server.md has the protocol.

#[cfg(not(target_os = "linux"))]
pub fn run(_options: super::arguments::Options, _socket: i32) -> ! {
    let message = "serve needs Linux: it forks, and watches its children by descriptors";
    super::session::fail(message, super::session::USAGE_EXIT_CODE)
}

#[cfg(target_os = "linux")]
pub use linux::run;

#[cfg(target_os = "linux")]
mod linux {
    use std::ffi::OsString;
    use std::os::fd::{AsFd, OwnedFd};
    use std::path::PathBuf;
    use std::time::{Duration, Instant};
    use std::{env, fs, process};

    use rustpython_host::json::Object;
    use rustpython_host::{
        Executed, FORK_SERVER_PROTOCOL as PROTOCOL, Info, Prototype, Script, stack,
    };
    use serde_json::Value;

    use super::super::arguments::{self, Command, HashSeed, Options};
    use super::super::environment::Environment;
    use super::super::unix::Waited;
    use super::super::{session, unix};

    /// How long what a script has left running may still say something.
    const LAST_WORDS: Duration = Duration::from_millis(250);
    /// stdin, stdout, stderr, and one that is the requester's own.
    const MOST_DESCRIPTORS: usize = 4;
    const STREAMS: usize = 3;
    /// Where the search for a user's site folder ends for the interpreter that
    /// is nobody's yet.
    const NO_HOME: &str = "/nonexistent";
    /// The time zone's variable, which the module `time` reads once.
    const TIME_ZONE: &str = "TZ";

    /// Builds the interpreter, and answers until the other side closes.
    pub fn run(options: Options, socket: i32) -> ! {
        let _ = stack::ensure_main_stack(options.stack_size.unwrap_or(session::DEFAULT_STACK));
        let channel = unix::adopt_socket(socket).unwrap_or_else(|error| {
            let message = format!("--socket {socket}: {error}");
            session::fail(&message, session::USAGE_EXIT_CODE)
        });
        // SAFETY: there is one thread, which is checked below.
        unsafe { env::set_var("HOME", NO_HOME) };
        unix::use_small_pages(true);
        session::listen();
        let fixed = Fixed::of(&options).unwrap_or_else(|message| start_failed(&message));
        let config = session::config(options).unwrap_or_else(|message| start_failed(&message));
        let prototype = Prototype::new(config).unwrap_or_else(|error| session::not_started(&error));
        serve(&Server { channel, fixed }, prototype)
    }

    fn start_failed(message: &str) -> ! {
        session::fail(message, session::START_EXIT_CODE)
    }

    struct Server {
        channel: OwnedFd,
        fixed: Fixed,
    }

    /// What the interpreter was built with, which a request has to want as well.
    #[derive(PartialEq, Eq)]
    struct Fixed {
        environment: Environment,
        hash_seed: Option<HashSeed>,
        isolated: bool,
        no_site: bool,
        recursion_limit: Option<usize>,
        time_zone: Option<String>,
    }

    impl Fixed {
        fn of(options: &Options) -> Result<Self, String> {
            Self::from(options, |name| env::var_os(name)?.into_string().ok())
        }

        fn from(
            options: &Options,
            variable: impl Fn(&str) -> Option<String>,
        ) -> Result<Self, String> {
            let mut environment = match options.isolated {
                true => Environment::default(),
                false => Environment::from(&variable)?,
            };
            let own_seed = environment.hash_seed.take();
            environment.paths.extend(options.paths.iter().cloned());
            Ok(Self {
                environment,
                hash_seed: options.hash_seed.or(own_seed),
                isolated: options.isolated,
                no_site: options.no_site,
                recursion_limit: options.recursion_limit,
                time_zone: variable(TIME_ZONE),
            })
        }

        /// Why a request for `other` cannot be served; None when it can.
        fn refuses(&self, other: &Self) -> Option<&'static str> {
            let seeded = |seed| matches!(seed, Some(HashSeed::Fixed(_)));
            if self.hash_seed != other.hash_seed || !seeded(self.hash_seed) {
                return Some("another hash seed, or none that is fixed");
            }
            if !self.environment.paths.is_empty() || !other.environment.paths.is_empty() {
                return Some("folders of its own on sys.path");
            }
            (self != other).then_some("options, PYTHON variables or a time zone of its own")
        }
    }

    /// One request after the other; never returns to the caller.
    ///
    /// There is always a child in reserve, which has already copied the pages that
    /// every start writes to; it takes the next request itself.
    fn serve(server: &Server, prototype: Prototype) -> ! {
        let mut prototype = Some(prototype);
        let mut reserve = put_in_reserve(server, &mut prototype);
        say(server, |object| {
            object.value("ready", true);
            object.value("protocol", PROTOCOL);
            object.text("host", Info::get().host);
        });
        loop {
            match unix::wait_for_byte(&reserve.taken, &server.channel) {
                Waited::Byte => watch(server, reserve.pid),
                // It was killed before it was asked for anything.
                Waited::Closed => drop(unix::reap(reserve.pid)),
                Waited::HungUp => leave(reserve.pid),
            }
            reserve = put_in_reserve(server, &mut prototype);
        }
    }

    /// Nobody asks any more.
    fn leave(child: i32) -> ! {
        unix::kill_group(child);
        process::exit(0)
    }

    /// A child that waits for a request. The pipe says that it has taken one, and
    /// closes when it ends.
    struct Reserve {
        pid: i32,
        taken: OwnedFd,
    }

    fn put_in_reserve(server: &Server, prototype: &mut Option<Prototype>) -> Reserve {
        if let Err(message) = one_thread() {
            start_failed(&message);
        }
        let made = unix::pipe().and_then(|ends| Ok((ends, unix::fork()?)));
        let ((taken, told), child) =
            made.unwrap_or_else(|error| start_failed(&format!("cannot fork: {error}")));
        match child {
            Some(pid) => Reserve { pid, taken },
            None => {
                drop(taken);
                let prototype = prototype.take().expect("a child has its parent's");
                wait_for_request(server, prototype, told)
            }
        }
    }

    /// In the child: answers what cannot be served, and runs what can.
    fn wait_for_request(server: &Server, prototype: Prototype, told: OwnedFd) -> ! {
        unix::lead_group();
        unix::die_with_parent();
        if let Err(error) = prototype.rehearse() {
            session::not_started(&error)
        }
        loop {
            let (payload, descriptors) = match unix::receive(&server.channel, MOST_DESCRIPTORS) {
                Ok((payload, _)) if payload.is_empty() => process::exit(0),
                Ok(received) => received,
                Err(error) if error.raw_os_error().is_none() => {
                    say(server, |object| {
                        object.text("error", &format!("a request: {error}"))
                    });
                    continue;
                }
                Err(error) => start_failed(&format!("a request cannot be received: {error}")),
            };
            let started = Instant::now();
            match Request::read(&payload, &descriptors, &server.fixed) {
                Ok(request) => {
                    announce(server, &told);
                    drop(told);
                    child(request, descriptors, prototype, started)
                }
                Err(message) => say(server, |object| object.text("error", &message)),
            }
        }
    }

    /// Tells the parent, then the requester, which gets a descriptor of this process.
    fn announce(server: &Server, told: &OwnedFd) {
        let pid = process::id() as i32;
        let line = Object::write(|object| object.value("pid", pid));
        let said = unix::write_byte(told)
            .and_then(|()| unix::open_process(pid))
            .and_then(|own| unix::send(&server.channel, line.as_bytes(), Some(own.as_fd())));
        if said.is_err() {
            process::exit(0); // nobody is there any more
        }
    }

    /// A fork keeps the forking thread alone: whatever another one held would
    /// stay held in the child.
    fn one_thread() -> Result<(), String> {
        let threads = fs::read_dir("/proc/self/task").map_err(|error| error.to_string())?;
        match threads.count() {
            1 => Ok(()),
            more => Err(format!(
                "the interpreter has {more} threads, and cannot be forked"
            )),
        }
    }

    fn say(server: &Server, fill: impl FnOnce(&mut Object<'_>)) {
        let line = Object::write(fill);
        if unix::send(&server.channel, line.as_bytes(), None).is_err() {
            process::exit(0); // nobody is there any more
        }
    }

    /// Tells how a child ended, when it has; ends all its group.
    fn watch(server: &Server, pid: i32) {
        let began = Instant::now();
        let gone = match unix::open_process(pid) {
            Ok(process) => unix::wait_or_hang_up(&process, &server.channel),
            Err(_) => true,
        };
        if gone {
            leave(pid);
        }
        let wall_ns = began.elapsed().as_nanos();
        let ended = unix::reap(pid);
        unix::end_group(pid, LAST_WORDS);
        match ended {
            Ok(ended) => say(server, |object| {
                object.value("status", ended.status);
                object.value("wall_ns", wall_ns);
                object.value("cpu_ns", ended.user_ns + ended.system_ns);
                object.value("user_ns", ended.user_ns);
                object.value("system_ns", ended.system_ns);
                object.value("peak_bytes", ended.peak_bytes);
                object.value("page_faults", ended.page_faults);
            }),
            Err(error) => say(server, |object| {
                object.text("error", &format!("cannot wait for {pid}: {error}"));
            }),
        }
    }

    /// Takes on what was asked for, runs the script, and exits.
    fn child(
        request: Request,
        descriptors: Vec<OwnedFd>,
        prototype: Prototype,
        started: Instant,
    ) -> ! {
        unix::take_streams(descriptors);
        let Request {
            arguments,
            environment,
            folder,
            memory_bytes,
            cpu_s,
            options,
            script,
        } = request;
        if let Err(error) = env::set_current_dir(&folder) {
            let message = format!("working directory {}: {error}", folder.display());
            session::fail(&message, session::USAGE_EXIT_CODE)
        }
        unix::limit(memory_bytes, cpu_s);
        unix::use_small_pages(false);
        replace_environment(&environment);
        session::open_channel(&options);
        let host = prototype
            .start(arguments)
            .unwrap_or_else(|error| session::not_started(&error));
        let outcome = session::execute(host, script, started, Executed::leave);
        unix::exit_at_once(outcome.exit_code)
    }

    fn replace_environment(variables: &[(String, String)]) {
        let old: Vec<_> = env::vars_os().map(|(name, _)| name).collect();
        // SAFETY: there is one thread, which was checked before the fork.
        unsafe {
            old.iter().for_each(|name| env::remove_var(name));
            variables
                .iter()
                .for_each(|(name, value)| env::set_var(name, value));
        }
    }

    /// One attempt that is asked for.
    struct Request {
        arguments: Vec<OsString>,
        environment: Vec<(String, String)>,
        folder: PathBuf,
        memory_bytes: Option<u64>,
        cpu_s: Option<u64>,
        options: Options,
        script: Script,
    }

    impl Request {
        /// An error is one line of text.
        fn read(payload: &[u8], descriptors: &[OwnedFd], fixed: &Fixed) -> Result<Self, String> {
            let whole: Value = serde_json::from_slice(payload)
                .map_err(|error| format!("a request that is no JSON: {error}"))?;
            if whole["protocol"] != PROTOCOL {
                return Err(format!(
                    "protocol {}; this is {PROTOCOL}",
                    whole["protocol"]
                ));
            }
            if descriptors.len() < STREAMS {
                return Err(format!("{} descriptors, not {STREAMS}", descriptors.len()));
            }
            let arguments = strings(&whole["argv"]).ok_or("argv is no list of text")?;
            let environment = variables(&whole["env"]).ok_or("env is no list of pairs of text")?;
            let folder = whole["cwd"].as_str().ok_or("cwd is no text")?.into();
            let behind = arguments.iter().skip(1).map(OsString::from);
            let Command::Run(invocation) = arguments::parse(behind)? else {
                return Err("argv names no script to run".into());
            };
            if invocation.interactive || invocation.options.stack_size.is_some() {
                return Err("a terminal, or a stack of its own".into());
            }
            let wanted = Fixed::from(&invocation.options, |name| {
                let found = environment.iter().rfind(|(own, _)| own == name);
                found.map(|(_, value)| value.clone())
            })?;
            if let Some(reason) = fixed.refuses(&wanted) {
                return Err(format!("it asks for {reason}"));
            }
            Ok(Self {
                arguments: arguments.into_iter().map(OsString::from).collect(),
                environment,
                folder,
                memory_bytes: whole["memory_bytes"].as_u64(),
                cpu_s: whole["cpu_s"].as_u64(),
                options: invocation.options,
                script: invocation.script,
            })
        }
    }

    fn strings(value: &Value) -> Option<Vec<String>> {
        let items = value.as_array()?.iter();
        items.map(|item| item.as_str().map(str::to_owned)).collect()
    }

    /// Pairs, for scripts see their order.
    fn variables(value: &Value) -> Option<Vec<(String, String)>> {
        let pair = |item: &Value| {
            let [name, value] = <[String; 2]>::try_from(strings(item)?).ok()?;
            let fits = !name.is_empty() && !name.contains(['=', '\0']) && !value.contains('\0');
            fits.then_some((name, value))
        };
        value.as_array()?.iter().map(pair).collect()
    }
}

//! The command line's grammar.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use rustpython_host::Script;

/// What `--help` prints.
pub const USAGE: &str = "\
Usage: rustpython-host [OPTIONS] run FILE [ARG…]    run a file, a folder or a zip file
       rustpython-host [OPTIONS] -c CODE [ARG…]     run source code
       rustpython-host [OPTIONS] -m MODULE [ARG…]   run a module
       rustpython-host [OPTIONS] repl               read statements from standard input
       rustpython-host [OPTIONS] serve --socket FD  start scripts from one interpreter, on request
       rustpython-host info [--json]                say what this build is

Options:
  --control DIR          report the outcome to DIR/result, tagged with DIR/nonce
  --hash-seed N|random   seed of string hashes (else PYTHONHASHSEED)
  --isolated             ignore PYTHON* variables, the user's site, the script's folder
  --no-site              do not import site
  --recursion-limit N    what sys.getrecursionlimit() starts with
  --stack-size BYTES     main stack of a native host (default 64 MiB)
  --path DIR             put DIR in front of sys.path; may be repeated
  -h, --help             print this
  -V, --version          print the versions
";

/// What to do.
#[derive(Debug)]
pub enum Command {
    Run(Box<Invocation>),
    Serve { options: Box<Options>, socket: i32 },
    Info { json: bool },
    Help,
    Version,
}

/// A script to run, and how.
#[derive(Debug)]
pub struct Invocation {
    pub options: Options,
    pub script: Script,
    pub interactive: bool,
}

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    pub control: Option<PathBuf>,
    pub hash_seed: Option<HashSeed>,
    pub isolated: bool,
    pub no_site: bool,
    pub recursion_limit: Option<usize>,
    pub stack_size: Option<u64>,
    pub paths: Vec<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HashSeed {
    Random,
    Fixed(u32),
}

impl HashSeed {
    /// `random` or a number of 32 bits.
    pub fn parse(text: &str) -> Option<Self> {
        if text == "random" {
            return Some(Self::Random);
        }
        text.parse().ok().map(Self::Fixed)
    }
}

/// Reads the arguments behind the program's name. An error is one line of text.
pub fn parse(args: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let mut args = args;
    let mut options = Options::default();
    loop {
        let Some(arg) = args.next() else {
            return Err("nothing to do; --help shows the commands".into());
        };
        match arg.to_str() {
            Some("run") => return run(options, args),
            Some("-c") => {
                let code = utf8(required(args.next(), "-c", "CODE")?, "-c")?;
                return Ok(invocation(options, Script::text(code).args(args)));
            }
            Some("-m") => {
                let module = utf8(required(args.next(), "-m", "MODULE")?, "-m")?;
                return Ok(invocation(options, Script::module(module).args(args)));
            }
            Some("repl") => return nothing_behind("repl", args, interactive(options)),
            Some("serve") => return serve(options, args),
            Some("info") => return info(args),
            Some("-h" | "--help") => return Ok(Command::Help),
            Some("-V" | "--version") => return Ok(Command::Version),
            _ if option(&mut options, &arg, &mut args)? => {}
            _ => return Err(unknown(&arg)),
        }
    }
}

fn run(mut options: Options, mut args: impl Iterator<Item = OsString>) -> Result<Command, String> {
    loop {
        let arg = required(args.next(), "run", "FILE")?;
        if option(&mut options, &arg, &mut args)? {
            continue;
        }
        let file = match arg.to_str() {
            Some("--") => required(args.next(), "run", "FILE")?,
            Some(text) if text.starts_with('-') => return Err(unknown(&arg)),
            _ => arg,
        };
        return Ok(invocation(options, Script::file(file).args(args)));
    }
}

fn serve(options: Options, mut args: impl Iterator<Item = OsString>) -> Result<Command, String> {
    let first = required(args.next(), "serve", "--socket FD")?;
    if first != "--socket" {
        return Err(unknown(&first));
    }
    let number = utf8(required(args.next(), "--socket", "FD")?, "--socket")?;
    let socket = number.parse().ok().filter(|number| *number > 2);
    let socket = socket.ok_or_else(|| format!("--socket: not a descriptor above 2: {number}"))?;
    if options.control.is_some() || !options.paths.is_empty() {
        return Err("serve takes neither --control nor --path; a request does".into());
    }
    let options = Box::new(options);
    nothing_behind("serve", args, Command::Serve { options, socket })
}

fn info(mut args: impl Iterator<Item = OsString>) -> Result<Command, String> {
    match args.next() {
        None => Ok(Command::Info { json: false }),
        Some(arg) if arg == "--json" => {
            nothing_behind("info --json", args, Command::Info { json: true })
        }
        Some(arg) => Err(unknown(&arg)),
    }
}

fn nothing_behind(
    command: &str,
    mut args: impl Iterator<Item = OsString>,
    parsed: Command,
) -> Result<Command, String> {
    match args.next() {
        None => Ok(parsed),
        Some(arg) => Err(format!("{command} takes no argument: {}", arg.display())),
    }
}

fn invocation(options: Options, script: Script) -> Command {
    let interactive = false;
    Command::Run(Box::new(Invocation {
        options,
        script,
        interactive,
    }))
}

fn interactive(options: Options) -> Command {
    let history = if options.isolated {
        None
    } else {
        history_file()
    };
    let script = Script::interactive(history);
    Command::Run(Box::new(Invocation {
        options,
        script,
        interactive: true,
    }))
}

/// Where the lines of interactive sessions are kept.
fn history_file() -> Option<PathBuf> {
    let home = std::env::var_os("HOME").filter(|home| !home.is_empty())?;
    Some(PathBuf::from(home).join(".rustpython_host_history"))
}

/// Reads `arg` as an option, with its value from `rest`; false if it is none.
fn option(
    options: &mut Options,
    arg: &OsStr,
    rest: &mut impl Iterator<Item = OsString>,
) -> Result<bool, String> {
    let Some(text) = arg.to_str() else {
        return Ok(false);
    };
    let (name, inline) = match text.split_once('=') {
        Some((name, value)) => (name, Some(OsString::from(value))),
        None => (text, None),
    };
    match (name, &inline) {
        ("--isolated", None) => options.isolated = true,
        ("--no-site", None) => options.no_site = true,
        ("--isolated" | "--no-site", Some(_)) => return Err(format!("{name} takes no value")),
        ("--control", _) => {
            options.control = Some(required(inline.or_else(|| rest.next()), name, "DIR")?.into());
        }
        ("--path", _) => {
            options
                .paths
                .push(required(inline.or_else(|| rest.next()), name, "DIR")?.into());
        }
        ("--hash-seed" | "--recursion-limit" | "--stack-size", _) => {
            let value = utf8(
                required(inline.or_else(|| rest.next()), name, "a value")?,
                name,
            )?;
            let known = match name {
                "--hash-seed" => HashSeed::parse(&value).map(|seed| options.hash_seed = Some(seed)),
                "--recursion-limit" => {
                    positive(&value).map(|limit| options.recursion_limit = Some(limit))
                }
                _ => positive(&value).map(|bytes| options.stack_size = Some(bytes as u64)),
            };
            known.ok_or_else(|| format!("{name}: not a number that fits: {value}"))?;
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn positive(text: &str) -> Option<usize> {
    text.parse().ok().filter(|number| *number > 0)
}

fn required(value: Option<OsString>, of: &str, what: &str) -> Result<OsString, String> {
    value.ok_or_else(|| format!("{of} needs {what}"))
}

fn utf8(value: OsString, of: &str) -> Result<String, String> {
    value.into_string().map_err(|_| format!("{of}: not UTF-8"))
}

fn unknown(arg: &OsStr) -> String {
    let shown = arg.display();
    if shown.to_string().starts_with('-') {
        return format!("unknown option {shown}; --help shows the known ones");
    }
    format!("unknown command {shown}; to run a file: rustpython-host run {shown}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(line: &str) -> Result<Command, String> {
        parse(
            line.split(' ')
                .filter(|word| !word.is_empty())
                .map(OsString::from),
        )
    }

    fn options(line: &str) -> Options {
        match parsed(line) {
            Ok(Command::Run(invocation)) => invocation.options,
            other => panic!("{line}: {other:?}"),
        }
    }

    #[test]
    fn options_stand_before_the_command_and_before_the_file() {
        let options = options("--hash-seed 7 --path a run --isolated --path=b x.py --no-site");
        assert_eq!(options.hash_seed, Some(HashSeed::Fixed(7)));
        assert_eq!(options.paths, [PathBuf::from("a"), PathBuf::from("b")]);
        assert!(options.isolated);
        assert!(
            !options.no_site,
            "what stands behind the file is the script's"
        );
    }

    #[test]
    fn bad_usage_is_told_in_one_line() {
        for (line, expected) in [
            ("", "nothing to do; --help shows the commands"),
            ("run", "run needs FILE"),
            (
                "run --speed x.py",
                "unknown option --speed; --help shows the known ones",
            ),
            ("-c", "-c needs CODE"),
            (
                "--hash-seed x run a",
                "--hash-seed: not a number that fits: x",
            ),
            (
                "--stack-size 0 run a",
                "--stack-size: not a number that fits: 0",
            ),
            ("--isolated=yes run a", "--isolated takes no value"),
            (
                "x.py",
                "unknown command x.py; to run a file: rustpython-host run x.py",
            ),
            ("repl x", "repl takes no argument: x"),
            (
                "info --xml",
                "unknown option --xml; --help shows the known ones",
            ),
        ] {
            assert_eq!(parsed(line).unwrap_err(), expected, "{line}");
        }
    }
}

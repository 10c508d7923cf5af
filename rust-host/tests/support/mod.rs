//! Runs the binary and gives what came out of it.
#![allow(dead_code, reason = "every test file uses a part of it")]

use std::fs::{self, File};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};

use serde_json::Value;

pub const NONCE: &str = "0123456789abcdef0123456789abcdef";

/// Whether this is RustPython 0.4, and 0.5: the README tells what they do not do.
pub const IS_0_4: bool = cfg!(rustpython_generation = "0.4");
pub const IS_0_5: bool = cfg!(rustpython_generation = "0.5");

/// The binary, with an environment that says nothing to Python.
pub fn host() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rustpython-host"));
    command
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .stdin(Stdio::null());
    command
}

/// Runs `-c CODE`.
pub fn run_code(code: &str) -> Output {
    host()
        .arg("-c")
        .arg(code)
        .output()
        .expect("the host starts")
}

/// Runs a command with `input` on its standard input.
pub fn with_input(command: &mut Command, input: &str) -> Output {
    command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().expect("the host starts");
    let mut stdin = child.stdin.take().expect("stdin is a pipe");
    stdin
        .write_all(input.as_bytes())
        .expect("the host reads its input");
    drop(stdin);
    child.wait_with_output().expect("the host ends")
}

pub fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

pub fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub fn code(output: &Output) -> i32 {
    output
        .status
        .code()
        .unwrap_or_else(|| panic!("a signal: {output:?}"))
}

/// A folder that goes away with its value.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!("rust-host-{}-{number}", std::process::id());
        let path = std::env::temp_dir().join(name);
        fs::create_dir(&path).expect("a new folder");
        Self(path.canonicalize().expect("the folder is there"))
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Writes a file into the folder.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).expect("the folder can be written");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// A control folder, and a descriptor of its result file.
pub struct Control {
    pub folder: Folder,
    result: File,
}

impl Control {
    pub fn new() -> Self {
        let folder = Folder::new();
        folder.file("nonce", NONCE);
        let result = File::open(folder.file("result", "")).expect("just written");
        Self { folder, result }
    }

    /// The host with `--control`.
    pub fn host(&self) -> Command {
        let mut command = host();
        command.arg("--control").arg(self.folder.path());
        command
    }

    pub fn text(&mut self) -> String {
        let mut bytes = Vec::new();
        self.result
            .read_to_end(&mut bytes)
            .expect("the descriptor is ours");
        String::from_utf8_lossy(&bytes).into_owned()
    }

    /// The records that count: those with the nonce.
    pub fn records(&mut self) -> Vec<Value> {
        let text = self.text();
        let values = text
            .lines()
            .filter_map(|line| serde_json::from_str::<Value>(line).ok());
        values.filter(|value| value["nonce"] == NONCE).collect()
    }
}

/// What `CODE` leaves in the channel, and its process.
pub fn recorded(code: &str) -> (Vec<Value>, Output) {
    let mut control = Control::new();
    let output = control
        .host()
        .arg("-c")
        .arg(code)
        .output()
        .expect("the host starts");
    (control.records(), output)
}

pub fn kinds(records: &[Value]) -> Vec<&str> {
    records
        .iter()
        .filter_map(|record| record["kind"].as_str())
        .collect()
}

/// The last record, which has to be of this kind.
pub fn last<'a>(records: &'a [Value], kind: &str) -> &'a Value {
    let last = records.last().expect("there are records");
    assert_eq!(last["kind"], kind, "{records:?}");
    last
}

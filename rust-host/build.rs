//! Tells the sources which RustPython they are built on, and what the host says
//! of itself in `info`. Shared by all the manifests below `versions/`.

use std::{env, fs, path::Path, process::Command};

fn main() {
    println!("cargo:rerun-if-changed=Cargo.lock");
    println!("cargo:rerun-if-changed=Cargo.toml");
    println!("cargo:rerun-if-env-changed=RUST_HOST_WASM_STACK");

    let version = locked_version(&read("Cargo.lock"), "rustpython");
    let generation = generation(&version);
    println!("cargo:rustc-cfg=rustpython_generation=\"{generation}\"");

    tell("RUSTPYTHON", &version);
    tell("RUSTC", &compiler());
    tell("TARGET", &variable("TARGET"));
    tell("PROFILE", &variable("PROFILE"));
    tell("OPT_LEVEL", &variable("OPT_LEVEL"));
    tell("FEATURES", &enabled_features(&read("Cargo.toml")).join(","));

    if variable("CARGO_CFG_TARGET_ARCH") == "wasm32" {
        let bytes = wasm_stack(generation);
        println!("cargo:rustc-link-arg-bins=-zstack-size={bytes}");
        tell("WASM_STACK", &bytes.to_string());
    }
}

/// Hands a value to the sources as `env!("HOST_<name>")`.
fn tell(name: &str, value: &str) {
    println!("cargo:rustc-env=HOST_{name}={value}");
}

fn variable(name: &str) -> String {
    env::var(name).unwrap_or_else(|_| panic!("cargo sets {name} for build scripts"))
}

fn read(name: &str) -> String {
    let path = Path::new(&variable("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The version of `package` in the text of a lock file.
fn locked_version(lock: &str, package: &str) -> String {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name).skip(1);
    lines
        .next()
        .and_then(|line| line.strip_prefix("version = \"")?.strip_suffix('"'))
        .unwrap_or_else(|| panic!("Cargo.lock names no {package}"))
        .to_owned()
}

/// The module of `src/generation` for this version. A release later than all that
/// are known is tried with the newest; where its interface has changed as well,
/// the compiler says so.
fn generation(version: &str) -> &'static str {
    let mut numbers = version.split('.').map_while(|part| part.parse().ok());
    let release: (u32, u32) = (
        numbers.next().unwrap_or_default(),
        numbers.next().unwrap_or_default(),
    );
    match release {
        (0, ..4) => panic!("RustPython {version} is too old: the oldest that fits is 0.4"),
        (0, 4) => "0.4",
        (0, 5) => "0.5",
        _ => "0.6",
    }
}

/// Bytes of linear memory that a WebAssembly build keeps for its stack, unless
/// the variable `RUST_HOST_WASM_STACK` gives another number.
///
/// RustPython measures this stack and raises `RecursionError` before its end.
/// The engine's own stack, which it cannot measure, fills at the same time: up
/// to 3.3 times as fast in RustPython 0.6, 1.4 times in 0.5, measured under
/// wasmtime, whose largest is 2 MiB. So this is the most with which what
/// RustPython guards never ends in a trap. See "Recursion" in the README.
///
/// RustPython 0.4 measures neither and counts calls alone: as many as its limit
/// of 1000 lets by have to fit, for which most kinds need 1.1 to 2.3 MiB.
fn default_wasm_stack(generation: &str) -> usize {
    let kibibytes = match generation {
        "0.4" => 4096,
        "0.5" => 1280,
        _ => 576,
    };
    kibibytes * 1024
}

fn wasm_stack(generation: &str) -> usize {
    match env::var("RUST_HOST_WASM_STACK") {
        Ok(bytes) => bytes
            .parse()
            .expect("RUST_HOST_WASM_STACK is a number of bytes"),
        Err(_) => default_wasm_stack(generation),
    }
}

fn compiler() -> String {
    let output = Command::new(variable("RUSTC")).arg("--version").output();
    let output = output.expect("cargo names a compiler that runs");
    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The features of the manifest that this build has, sorted. Their names are
/// taken from the manifest because cargo's variables fold `-` and `_` into one.
fn enabled_features(manifest: &str) -> Vec<&str> {
    let section = manifest.lines().skip_while(|line| *line != "[features]");
    let mut names: Vec<_> = section
        .skip(1)
        .take_while(|line| !line.starts_with('['))
        .filter_map(|line| line.split_once(" = ["))
        .map(|(name, _)| name)
        .filter(|name| *name != "default")
        .filter(|name| {
            let variable = name.to_uppercase().replace('-', "_");
            env::var_os(format!("CARGO_FEATURE_{variable}")).is_some()
        })
        .collect();
    names.sort_unstable();
    names
}

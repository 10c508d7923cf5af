//! The examples do what their descriptions say.

mod support;

use std::path::Path;
use std::process::{Command, Output};

use support::{code, stderr, stdout, with_input};

/// Cargo builds the examples before it runs the tests.
fn example(name: &str) -> Command {
    let binary = Path::new(env!("CARGO_BIN_EXE_rustpython-host"));
    Command::new(binary.with_file_name("examples").join(name))
}

fn succeeded(output: &Output) -> String {
    assert_eq!(code(output), 0, "{}", stderr(output));
    stdout(output)
}

#[test]
fn host_module_passes_values_both_ways() {
    let output = example("host_module").output().unwrap();
    let expected = "from Rust: {\"apple\": 4}
total: 3.0
cheapest: apple 0.5
Ada: 2 APPLE, 1 PEAR
refused: no price for melon
";
    assert_eq!(succeeded(&output), expected);
}

#[test]
fn capture_output_captures_both_streams() {
    let output = example("capture_output").output().unwrap();
    let printed = succeeded(&output);
    assert!(
        printed.starts_with("captured: squares: 0 1 4 9 16\n"),
        "{printed}"
    );
    assert!(
        printed.contains("captured: ZeroDivisionError: division by zero\n"),
        "{printed}"
    );
    assert!(
        printed.ends_with("outcome: raised, exit code 1\n"),
        "{printed}"
    );
    assert_eq!(stderr(&output), "");
}

#[test]
fn repl_imports_the_programs_module() {
    let output = with_input(
        &mut example("repl"),
        "import clock\nclock.seconds() > 10**9\n",
    );
    assert_eq!(succeeded(&output), "True\n");
    assert_eq!(code(&with_input(&mut example("repl"), "exit(5)\n")), 5);
}

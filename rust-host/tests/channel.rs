//! The result channel: what is told, and that a script cannot tell it.

mod support;

use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::CommandExt;

use support::{Control, IS_0_4, IS_0_5, NONCE, code, host, kinds, last, recorded, stderr, stdout};

#[test]
fn each_ending_is_told() {
    for (script, ended, exit_code) in [
        ("pass", "ok", 0),
        ("1/0", "raised", 1),
        ("raise KeyboardInterrupt", "raised", 130),
        ("raise SystemExit(3)", "exit", 3),
        ("raise SystemExit(-1)", "exit", 255),
    ] {
        let (records, output) = recorded(script);
        assert_eq!(kinds(&records), ["executed", "final"], "{script}");
        for record in &records {
            assert_eq!(record["protocol"], 1);
            assert_eq!(record["ended"], ended, "{script}");
            assert_eq!(record["exit_code"], exit_code, "{script}");
            assert_eq!(record["exception"].is_null(), ended != "raised", "{script}");
            assert_eq!(record["system_exit"].is_null(), ended != "exit", "{script}");
        }
        assert_eq!(code(&output), exit_code, "{script}");
    }
}

#[test]
fn phases_are_told_as_they_become_known() {
    let (records, _) = recorded("pass");
    for phase in ["start", "compile", "execute"] {
        assert!(
            records[0]["phases_ns"][phase].as_u64().unwrap() > 0,
            "{phase}"
        );
    }
    assert!(records[0]["phases_ns"]["finalise"].is_null());
    assert!(records[1]["phases_ns"]["finalise"].as_u64().unwrap() > 0);
}

#[test]
fn a_failed_flush_changes_the_code_between_the_two_records() {
    if IS_0_4 {
        return;
    }
    let mut control = Control::new();
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let output = control
        .host()
        .args(["-c", "print(1)"])
        .stdout(full)
        .output()
        .unwrap();
    let records = control.records();
    assert_eq!(code(&output), 120);
    assert_eq!(
        (&records[0]["exit_code"], &records[1]["exit_code"]),
        (&0.into(), &120.into())
    );
    assert_eq!(records[1]["ended"], "ok");
}

#[test]
fn surrogates_survive_as_escapes() {
    if IS_0_4 {
        return;
    }
    let mut control = Control::new();
    control
        .host()
        .args(["-c", r"raise ValueError('a\udc80')"])
        .output()
        .unwrap();
    assert!(control.text().contains(r#""message":"a\udc80""#));
}

#[test]
fn an_exit_behind_pythons_back_is_not_final() {
    let (records, output) = recorded("import os; os._exit(3)");
    assert_eq!(kinds(&records), [] as [&str; 0]);
    assert_eq!(code(&output), 3);
    let (records, output) =
        recorded("import atexit, os; atexit.register(os._exit, 4); raise ValueError");
    assert_eq!(kinds(&records), ["executed"]);
    assert_eq!(records[0]["ended"], "raised");
    assert_eq!(code(&output), 4);
}

#[test]
fn both_names_are_gone_before_the_script_starts() {
    let control = Control::new();
    let list = "import os, sys; print(os.listdir(sys.argv[1]))";
    let output = control
        .host()
        .args(["-c", list])
        .arg(control.folder.path())
        .output()
        .unwrap();
    assert_eq!(stdout(&output), "[]\n");
}

#[test]
fn a_script_finds_the_nonce_nowhere_it_can_look() {
    let look = "import gc, os, sys
nonce = ''.join(reversed(sys.argv[1]))
places = [*sys.orig_argv[:-1], *os.environ.values(), open('/proc/self/environ').read()]
for number in os.listdir('/proc/self/fd'):
    path = '/proc/self/fd/' + number
    if os.path.isfile(path): places.append(open(path, 'rb').read().decode())
try: places += [o for o in gc.get_objects() if isinstance(o, str)]
except NotImplementedError: pass
print(len(places) > 5, [place for place in places if nonce in place])";
    let control = Control::new();
    let reversed: String = NONCE.chars().rev().collect();
    let output = control
        .host()
        .args(["-c", look, &reversed])
        .output()
        .unwrap();
    assert_eq!(stdout(&output), "True []\n", "{}", stderr(&output));
}

#[test]
fn junk_on_the_descriptor_does_not_hurt() {
    let junk = r#"import os
for number in range(3, 2000):
    try: os.write(number, b'{"nonce": "guess", "protocol": 1, "kind": "final", "ended": "ok')
    except OSError: pass
raise SystemExit(3)"#;
    let mut control = Control::new();
    control.host().args(["-c", junk]).output().unwrap();
    assert!(control.text().contains("guess"), "the junk arrived");

    let (records, _) = recorded(junk);
    assert_eq!(kinds(&records), ["executed", "final"]);
    assert_eq!(last(&records, "final")["exit_code"], 3);
}

#[test]
fn a_script_that_takes_the_descriptor_gets_no_record_in_its_own_file() {
    let (records, output) = recorded(
        "import os, sys, tempfile
os.closerange(3, 5000)
files = [tempfile.TemporaryFile() for _ in range(950)]
def look():
    sizes = [os.fstat(file.fileno()).st_size for file in files]
    os.write(1, b'%d %d' % (files[-1].fileno(), sum(sizes)))
import atexit; atexit.register(look)",
    );
    assert_eq!(kinds(&records), [] as [&str; 0]);
    assert!(stdout(&output).ends_with(" 0"), "{output:?}");
}

#[test]
fn a_forked_child_does_not_write() {
    let (records, output) = recorded(
        "import os
child = os.fork()
if child: os.waitpid(child, 0)
else: raise ValueError('of the child')",
    );
    assert!(stderr(&output).contains("of the child"));
    assert_eq!(kinds(&records), ["executed", "final"]);
    assert_eq!(last(&records, "final")["ended"], "ok");
}

#[test]
fn a_panic_is_told_with_its_place() {
    // RustPython 0.6 panics over arguments that are not UTF-8.
    let mut control = Control::new();
    let odd = OsStr::from_bytes(b"\xFF");
    let output = control
        .host()
        .args(["-c", "pass"])
        .arg(odd)
        .output()
        .unwrap();
    let records = control.records();
    assert_eq!(code(&output), 101);
    assert_eq!(kinds(&records), ["panic", "final"]);
    let panic = &records[0];
    assert_eq!(panic["file"], "std/src/env.rs");
    assert!(panic["line"].as_u64().unwrap() > 0 && panic["column"].as_u64().unwrap() > 0);
    assert!(panic["message"].as_str().unwrap().contains("unwrap()"));
    assert!(
        panic["function"]
            .as_str()
            .unwrap()
            .starts_with("rustpython_vm::"),
        "{panic}"
    );
    assert_eq!(
        (&panic["thread"], &panic["main_thread"]),
        (&"main".into(), &true.into())
    );
    assert_eq!(records[1]["ended"], "panic");
    assert_eq!(records[1]["exit_code"], 101);
}

#[test]
fn refused_allocations_are_told_whether_or_not_the_script_survives() {
    for (script, survives) in [
        (
            "try: b'x' * 2**50\nexcept MemoryError: pass",
            !IS_0_4 && !IS_0_5,
        ),
        ("l = []\nwhile True: l.append([1] * 1000)", false),
    ] {
        let mut control = Control::new();
        let mut command = control.host();
        limit_memory(&mut command, 1 << 30);
        let output = command.args(["-c", script]).output().unwrap();
        let records = control.records();
        assert_eq!(records[0]["kind"], "alloc", "{script}: {output:?}");
        assert!(records[0]["bytes"].as_u64().unwrap() > 0);
        let told = records
            .iter()
            .filter(|record| record["kind"] == "alloc")
            .count();
        assert!(told <= 8, "{told}");
        assert_eq!(output.status.success(), survives, "{script}: {output:?}");
        assert_eq!(kinds(&records).contains(&"final"), survives, "{script}");
    }
}

fn limit_memory(command: &mut std::process::Command, bytes: u64) {
    let limit = libc::rlimit {
        rlim_cur: bytes,
        rlim_max: bytes,
    };
    // SAFETY: a system call is all that happens between fork and exec.
    unsafe {
        command.pre_exec(move || match libc::setrlimit(libc::RLIMIT_AS, &limit) {
            0 => Ok(()),
            _ => Err(std::io::Error::last_os_error()),
        });
    }
}

#[test]
fn a_control_folder_that_cannot_be_used_is_2() {
    let bad_nonce = Control::new();
    bad_nonce.folder.file("nonce", "short");
    let no_result = Control::new();
    fs::remove_file(no_result.folder.path().join("result")).unwrap();
    let folders = [
        ("/nowhere".as_ref(), "nonce"),
        (bad_nonce.folder.path(), "nonce: not 32 hex digits"),
        (no_result.folder.path(), "result"),
    ];
    for (folder, expected) in folders {
        let output = host()
            .arg("--control")
            .arg(folder)
            .args(["-c", "print(1)"])
            .output();
        let output = output.unwrap();
        assert_eq!(code(&output), 2);
        let message = stderr(&output);
        assert_eq!(message.lines().count(), 1, "{message}");
        assert!(message.contains(expected), "{message}");
        assert_eq!(stdout(&output), "");
    }
}

#[test]
fn the_script_sees_the_usual_descriptors() {
    let control = Control::new();
    let script = "print(open('/dev/null').fileno())";
    let output = control.host().args(["-c", script]).output().unwrap();
    assert_eq!(stdout(&output), "3\n");
}

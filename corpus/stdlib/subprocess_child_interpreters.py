# harness:
#   description: subprocess - run, pipes, return codes, timeouts, environment, text modes
#   tags: [module:subprocess, processes]
#   needs: [subprocess]
import os
import subprocess
import sys
from subprocess import DEVNULL, PIPE, STDOUT, Popen, run

WAIT = "import time; time.sleep(60)"


def py(source, *args):
    return [sys.executable, "-c", source, *args]


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__, getattr(error, "returncode", ""),
              getattr(error, "output", ""))


done = run(py("import sys; print('out', sys.argv[1:]); print('err', file=sys.stderr); sys.exit(3)", "a b",
              "é"), capture_output=True, text=True, encoding="utf-8")
print("run:", done.returncode, repr(done.stdout), repr(done.stderr))
attempt("check", done.check_returncode)
attempt("check run", run, py("raise SystemExit(9)"), check=True, stdout=PIPE)
print("input:", run(py("print(input()[::-1])"), input="abc\n", stdout=PIPE, text=True).stdout,
      run(py("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read()[::-1])"), input=b"\x00\xff",
          stdout=PIPE).stdout)
print("merged:", subprocess.check_output(py("import os; os.write(2, b'e'); os.write(1, b'o')"),
                                         stderr=STDOUT), run(py("print(1)"), stdout=DEVNULL).returncode)
own = {"MADE": "here", "PATH": os.environ["PATH"]}
source = "import os; print(os.environ['MADE'], os.environ.get('HOME'))"
print("environment:", subprocess.check_output(py(source), env=own, text=True).strip())
os.mkdir("elsewhere")
print("cwd:", subprocess.check_output(py("import os; print(os.path.basename(os.getcwd()))"), cwd="elsewhere",
                                      text=True).strip())
attempt("missing program", run, ["no-such-program-here"])
attempt("missing cwd", run, py(""), cwd="nowhere")
attempt("timeout", run, py(WAIT), timeout=0.05)
attempt("input and stdin", run, py(""), input="", stdin=PIPE)
attempt("capture and stdout", run, py(""), capture_output=True, stdout=PIPE)
attempt("null", run, [sys.executable, "-c", "a\0b"])
attempt("number argument", run, [sys.executable, 5])
with Popen(py("import sys\nfor line in sys.stdin:\n    print(line.strip().upper(), flush=True)"), stdin=PIPE,
           stdout=PIPE, text=True) as process:
    print("before:", process.poll(), process.returncode, process.args[1])
    process.stdin.write("one\n")
    process.stdin.flush()
    print("answer:", process.stdout.readline().strip())
    out, err = process.communicate("two\nthree\n")
    print("rest:", out.split(), err, process.wait(), process.poll())
process = Popen(py(WAIT))
process.terminate()
print("terminated:", process.wait(20), process.returncode)
process = Popen(py(WAIT))
process.kill()
print("killed:", process.wait(20), process.kill())
first = Popen(py("print('b\\na\\nc')"), stdout=PIPE)
second = Popen(py("import sys; print(sorted(l.strip() for l in sys.stdin))"), stdin=first.stdout, stdout=PIPE,
               text=True)
first.stdout.close()
print("pipeline:", second.communicate()[0].strip(), first.wait())
with open("out.txt", "w+b") as stream:
    run(py("print('to a file')"), stdout=stream)
    stream.seek(0)
    print("file:", stream.read())
print("exits:", [run(py(s), stderr=DEVNULL).returncode for s in ("pass", "1/0", "import sys; sys.exit('m')",
                                                                 "import sys; sys.exit(None)",
                                                                 "import os; os._exit(77)", "x =")])
print("newlines:", run(py("import sys; sys.stdout.buffer.write(b'a\\r\\nb\\rc')"), stdout=PIPE,
                       text=True).stdout.encode(), subprocess.list2cmdline(["a b", 'c"d', "e\\"]),
      subprocess.call(py("raise SystemExit(2)")))
print("shell:", run("exit 5", shell=True).returncode, subprocess.getstatusoutput("echo hi; exit 3"),
      repr(subprocess.CompletedProcess(["x"], 0, "o")), str(subprocess.CalledProcessError(-9, "c")),
      str(subprocess.CalledProcessError(4, "c")), str(subprocess.TimeoutExpired("c", 1.5)))

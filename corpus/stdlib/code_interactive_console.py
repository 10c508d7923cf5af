# harness:
#   description: code - InteractiveInterpreter and console, incomplete input, error display, codeop
#   tags: [module:code, module:codeop, repl]
import code
import codeop
import contextlib
import io


class Recorded(code.InteractiveConsole):
    """A console that reads prepared lines and keeps what it would write to stderr."""

    def __init__(self, lines, **kwargs):
        super().__init__(**kwargs)
        self.lines = iter(lines)
        self.errors = []
        self.prompts = []

    def raw_input(self, prompt=""):
        self.prompts.append(prompt)
        try:
            return next(self.lines)
        except StopIteration:
            raise EOFError from None

    def write(self, data):
        self.errors.append(data)


console = Recorded([
    "x = 40", "x + 2", "def double(n):", "    return n * 2", "", "double(x)", "for i in range(2):",
    "    print('i', i)",
    "", "print(", "'joined')", "'text'", "None", "x = [", "  1,",
    "  2]", "x",
], locals={"__name__": "__console__"})
output = io.StringIO()
with contextlib.redirect_stdout(output):
    console.interact(banner="hello", exitmsg="goodbye")
print("output:", output.getvalue().splitlines())
print("prompts:", console.prompts)

interpreter = code.InteractiveInterpreter({"a": 5})
with contextlib.redirect_stdout(output):
    print("complete:", interpreter.runsource("a + 1"), interpreter.runsource("if a:"),
          interpreter.runsource("b = a * 2"))
print("locals:", interpreter.locals["b"], sorted(k for k in interpreter.locals if not k.startswith("__")))
captured = io.StringIO()
with contextlib.redirect_stderr(captured):
    print("bad source:", interpreter.runsource("a b c"), interpreter.runsource("  indented"))
    interpreter.runsource("undefined_name")
for line in captured.getvalue().splitlines():
    if not line.startswith(" "):
        print("stderr:", line.partition(":")[0])
try:
    with contextlib.redirect_stderr(captured):
        interpreter.runsource("raise SystemExit(3)")
except SystemExit as error:
    print("exit passes through:", error.code)

for source in ("x = 1", "if x:", "if x:\n  y", "if x:\n  y\n", "(1,", "'''abc", "x = ", "def f(): pass", "\\",
               "",
               "# comment", "try:\n  a\nexcept:", "a; b", "f'{x",
               "class A:\n  def f(self):\n    pass\n"):
    try:
        result = codeop.compile_command(source, symbol="single")
        state = "incomplete" if result is None else "complete"
    except (SyntaxError, ValueError, OverflowError) as error:
        state = type(error).__name__
    print("compile_command", repr(source), state)

remember = codeop.CommandCompiler()
remember("from __future__ import annotations")
space = {}
exec(remember("def f(a: 1 + 1): pass\n"), space)
print("future remembered:", space["f"].__annotations__)
push = code.InteractiveConsole()
print("push:", push.push("if True:"), push.push("    z = 7"), push.buffer, push.push(""), push.locals["z"])
push.push("def f(")
push.resetbuffer()
print("reset:", push.buffer)

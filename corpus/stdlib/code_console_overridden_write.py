# harness:
#   description: code.InteractiveConsole - an own write method gets the tracebacks
#   tags: [module:code, repl]
import code
import contextlib
import io


class Recorded(code.InteractiveConsole):
    def __init__(self):
        super().__init__(locals={})
        self.written = []

    def write(self, data):
        self.written.append(data)


console = Recorded()
elsewhere = io.StringIO()
with contextlib.redirect_stderr(elsewhere):
    for line in ("1 / 0", "x ===", "raise KeyError('gone')", "def f():", "    return missing", "", "f()"):
        console.push(line)
print(
    "written:", [text.rstrip().splitlines()[-1].partition(":")[0] for text in console.written if text.strip()]
)
print("to stderr:", [line for line in elsewhere.getvalue().splitlines() if not line.startswith(" ")])

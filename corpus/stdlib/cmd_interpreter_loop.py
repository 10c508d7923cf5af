# harness:
#   description: cmd.Cmd - command loop over given input, hooks, help listing, default and completion
#   tags: [module:cmd]
import cmd
import io


class Ledger(cmd.Cmd):
    """A tiny ledger."""

    intro = "Welcome."
    prompt = "ledger> "
    doc_header = "Documented:"
    use_rawinput = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.entries = []
        self.trace = []

    def preloop(self):
        self.trace.append("preloop")

    def postloop(self):
        self.trace.append("postloop")

    def precmd(self, line):
        self.trace.append(f"pre:{line}")
        return line.strip()

    def postcmd(self, stop, line):
        self.trace.append(f"post:{line}:{stop}")
        return stop

    def do_add(self, arg):
        """add AMOUNT...
        Adds amounts."""
        self.entries.extend(int(word) for word in arg.split())

    def do_total(self, arg):
        "Prints the total."
        print(sum(self.entries), file=self.stdout)

    def do_shell(self, arg):
        print(f"shell got {arg!r}", file=self.stdout)

    def do_undocumented(self, arg):
        pass

    def help_rates(self):
        print("Rates are a help topic only.", file=self.stdout)

    def complete_add(self, text, line, begidx, endidx):
        return [word for word in ("ten", "twenty", "two") if word.startswith(text)]

    def do_EOF(self, arg):
        print("end of input", file=self.stdout)
        return True

    def default(self, line):
        print(f"what is {line!r}?", file=self.stdout)

    def emptyline(self):
        print("(nothing)", file=self.stdout)


SESSION = """add 1 2 3
total

!ls -l
help
help add
? total
help rates
help nothing
undocumented
frobnicate  now
frob-nicate
"""
output = io.StringIO()
ledger = Ledger(stdin=io.StringIO(SESSION), stdout=output)
ledger.cmdloop()
print(output.getvalue())
print("trace:", ledger.trace[:4], ledger.trace[-3:], len(ledger.trace))
print("lastcmd:", repr(ledger.lastcmd))

for line in ("add 5", "!ls", "?x", "a-b c", "", "  total  ", "noarg"):
    print("parseline", repr(line), ledger.parseline(line))
print("onecmd:", ledger.onecmd("add 4"), ledger.entries)
print("names:", [name for name in ledger.completenames("") if name != "help"], ledger.completenames("un"))
print("completion:", ledger.complete_add("tw", "add tw", 4, 6), ledger.complete_help("r"),
      ledger.complete_help("t"))

ledger.cmdqueue = ["total", "EOF"]
output.seek(0)
output.truncate()
ledger.cmdloop(intro="Queued.")
print(output.getvalue())

columns = io.StringIO()
printer = cmd.Cmd(stdout=columns)
printer.columnize([f"item{n}" for n in range(17)], displaywidth=30)
printer.columnize([])
printer.columnize(["one"])
printer.print_topics("Title", ["alpha", "beta"], 15, 20)
print(columns.getvalue())
try:
    printer.columnize(["a", 1])
except TypeError as error:
    print("refused:", type(error).__name__)
try:
    ledger.onecmd("add x")
except ValueError as error:
    print("refused:", type(error).__name__)

# harness:
#   description: json.tool and the json command - run in process over streams, options and failures
#   tags: ["module:json.tool", "module:json"]
#   stdin: "{\"b\": [1, 2.50, \"é\"], \"a\": {\"z\": null, \"y\": true}}\n"
#   files: {lines.txt: "{\"n\": 1}\n[2, 3]\n\"four\"\n", bad.txt: "{\"a\": 1,\n \"b\" 2}\n"}
#   env: {NO_COLOR: "1"}
import contextlib
import io
import json
import json.tool
import os
import sys

source = sys.stdin.read()
print("read:", source.strip())


class Kept(io.StringIO):
    """Stays readable when the tool closes its output."""

    def close(self):
        pass


def tool(*args, text=source):
    output, errors = Kept(), Kept()
    old_stdin, old_argv = sys.stdin, sys.argv
    sys.stdin, sys.argv = io.StringIO(text), ["json.tool", *args]
    code = 0
    try:
        with contextlib.redirect_stdout(output), contextlib.redirect_stderr(errors):
            json.tool.main()
    except SystemExit as error:
        code = error.code
    finally:
        sys.stdin, sys.argv = old_stdin, old_argv
    print(list(args), "->", code)
    print(output.getvalue(), end="")
    if errors.getvalue():
        print("stderr:", errors.getvalue().splitlines()[-1])


tool()
tool("--sort-keys")
tool("--no-ensure-ascii")
tool("--compact")
tool("--no-indent")
tool("--indent", "2", "--sort-keys")
tool("--tab")
tool("--json-lines", "lines.txt")
tool("--json-lines", "--compact", "lines.txt")
tool("lines.txt")
tool("bad.txt")
tool("--indent", "x")
tool("--tab", "--compact")
tool(text="[NaN, 1e999, 1E2, -0, 0.10]")
tool(text="")
tool("lines.txt", "--json-lines", "out.txt")
with open("out.txt", encoding="utf-8") as stream:
    print("out:", repr(stream.read()))
tool("-", "copy.txt", text='"x"')
with open("copy.txt", encoding="utf-8") as stream:
    print("copy:", repr(stream.read()), sorted(n for n in os.listdir(".") if n.endswith(".txt")))
with open("lines.txt", encoding="utf-8") as stream:
    print("same by hand:", [json.loads(line) for line in stream])

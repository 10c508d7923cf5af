# harness:
#   description: printed messages and suggestions for names
#   tags: [errors, messages, suggestions]
import re
import traceback


def show(label, source, **names):
    try:
        exec(compile(source, "<try>", "exec"), names)
        print(label, "no error")
    except Exception as error:
        captured = traceback.TracebackException.from_exception(error)
        printed = list(captured.format_exception_only())[-1].rstrip()
        added = printed.partition(str(error))[2]
        text = re.sub(r" \(/[^)]*\)", " (path)", f"{type(error).__name__}: {error}")
        print(f"{label}: {text} [{getattr(error, 'name', '-')}] {added and '=>' + added}")


show("typo in a builtin", "pritn(1)")
show("case", "Print(1)")
show("local", "def f():\n    counter = 1\n    return coutner\nf()")
show("global", "total_amount = 1\ntotal_amont")
show("module name", "import sys\nsyss.path")
show("module not imported", "math.pi")
show("stdlib module not imported", "json.dumps(1)")
show("nothing close", "zzzzqqq")
show("single letter", "x1 = 1\ny1")
show("keyword-like", "true")
show("null", "null")
show("private suggestion", "_hidden_name = 1\nhidden_name")
show("comprehension name", "[elemnt for element in [1]]")
show("class body", "class A:\n    size = 1\n    double = siez * 2")

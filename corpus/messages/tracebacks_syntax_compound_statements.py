# harness:
#   description: messages of syntax errors in headers and bodies of compound statements
#   tags: [syntax-error, messages]
import warnings

SOURCES = (
    "if x = 1:\n    pass", "if True\n    pass", "for in range(3): pass", "while True print(1)",
    "class A(:\n    pass", "class A\n    pass", "try:\n    pass\nx = 1",
    "try: pass\nexcept: pass\nexcept ValueError: pass", "else: pass", "elif x: pass", "if x:\n    a\n  b",
    "if x:\n\ta\n        b", "class A:\n", "@\ndef f(): pass", "@x\ny = 1", "except x: pass",
    "if x:\n    pass\nelse if y:\n    pass", "for x in y:\n    pass\nelse\n    pass",
    "class A(x for x in y): pass", "with a as b, : pass", "try:\n    pass\nfinally:\n",
)
warnings.simplefilter("ignore", SyntaxWarning)
for source in SOURCES:
    try:
        compile(source, "<test>", "exec")
        print(f"{source!r}: compiles")
    except SyntaxError as error:
        kind = type(error).__name__.replace("SyntaxError", "")
        print(f"{ascii(source)}: {kind} {ascii(error.msg)} line {error.lineno}")
    except Exception as error:
        print(f"{ascii(source)}: {type(error).__name__}: {error}")

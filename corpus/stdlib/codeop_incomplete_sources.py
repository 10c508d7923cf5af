# harness:
#   description: codeop.compile_command - which sources wait for more lines
#   tags: [module:codeop, repl]
import codeop

for source in (
    "@deco",
    "@deco\n",
    "@deco\ndef f():",
    "@deco\nclass C: pass\n",
    "@",
    "@a\n@b",
    "async",
    "async def f():",
    "match x:",
    "match x:\n  case 1:",
    "with a as b:",
    "lambda:",
    "x = (1 +",
    "a \\",
    "[\n1,",
    "while x:\n  y\nelse:",
    "try:\n  a",
    "try:\n  a\nfinally:",
    "class A:",
    "if a:\n  if b:\n    c",
    "1 +",
    "return",
    "@deco\nx = 1",
):
    try:
        result = codeop.compile_command(source)
        state = "incomplete" if result is None else "complete"
    except SyntaxError as error:
        state = type(error).__name__
    print(repr(source), state)

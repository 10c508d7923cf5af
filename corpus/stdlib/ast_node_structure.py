# harness:
#   description: ast - parse trees dumped for many statement and expression kinds, positions, literal_eval
#   tags: [module:ast, parser]
import ast

EXPRESSIONS = [
    "a + b * -c ** 2", "a < b <= c != d", "not a or b and c", "x if y else z",
    "lambda a, /, b=1, *c, d, e=2, **f: 0",
    "[i async for i in x if i if not i]", "{k: v, **rest}", "{1, *a}", "f(a, *b, k=1, **d)",
    "a[1:2, ::3, ...]",
    "f'{x!r:>{width}} and {y=}'", "'a' 'b'", "b'x' b'y'", "(yield)", "(n := 10)", "1_000j", "0xFF", "None",
    "t'hi {name!s:x}'",
]
for source in EXPRESSIONS:
    try:
        print(source, "=>", ast.dump(ast.parse(source, mode="eval").body))
    except SyntaxError as error:
        print(source, "=>", type(error).__name__)

STATEMENTS = '''
@deco(1)
class C[T](Base, metaclass=M):
    x: int = 1
async def f(a: int, *, b="q") -> None:
    async with a as (b, c), d:
        await g()
try:
    pass
except* (A, B) as e:
    raise X from e
else:
    global z
finally:
    del a.b, c[0]
match p:
    case [1, *_, Point(x=0, y=yy)] | {"k": 1, **rest} if ok:
        pass
type Alias[*Ts] = tuple[*Ts]
from ..pkg import name as other
a, *b = c = d
a.b @= 3
assert x, "message"
while True:
    break
else:
    continue_ = 1
'''
tree = ast.parse(STATEMENTS)
for node in tree.body:
    print(type(node).__name__, (node.lineno, node.col_offset, node.end_lineno, node.end_col_offset))
    print("   ", ast.dump(node))

print(ast.dump(ast.parse("if a:\n  b = 1"), indent=2, include_attributes=False))
print(ast.dump(ast.parse("x", mode="eval"), include_attributes=True))
text = "total = (first +\n         second)"
assign = ast.parse(text).body[0]
print("segment:", repr(ast.get_source_segment(text, assign.value)))

for literal in ("{'a': [1, (2, 3)], 'b': {4}}", "-3+4j", "b'\\x00'", "set()", "f(x)", "1 + 2", "'unclosed",
                "[*a]"):
    try:
        print("literal_eval", literal, "=>", ast.literal_eval(literal))
    except (ValueError, SyntaxError) as error:
        print("literal_eval", literal, "=>", type(error).__name__)

function = ast.parse("def g():\n    '''  Doc\n       more\n    '''\n    return 1").body[0]
print("docstring:", repr(ast.get_docstring(function)), repr(ast.get_docstring(function, clean=False)))
print("walk:", [type(n).__name__ for n in ast.walk(ast.parse("a = b(c)"))])
print("children:", [type(n).__name__ for n in ast.iter_child_nodes(assign)])
print("fields:", ast.Call._fields, ast.FunctionDef._fields)

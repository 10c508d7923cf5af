# harness:
#   description: ast - visitors, transformers, compiling built trees, unparse round trips, comparison of trees
#   tags: [module:ast]
import ast


class NameCounter(ast.NodeVisitor):
    def __init__(self):
        self.events = []

    def visit_Name(self, node):
        self.events.append((type(node.ctx).__name__, node.id))

    def visit_Call(self, node):
        self.events.append("call")
        self.generic_visit(node)


class Folder(ast.NodeTransformer):
    """Folds additions of constants, drops asserts, doubles pass statements."""

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if (isinstance(node.op, ast.Add) and isinstance(node.left, ast.Constant)
                and isinstance(node.right, ast.Constant)):
            return ast.copy_location(ast.Constant(node.left.value + node.right.value), node)
        return node

    def visit_Assert(self, node):
        return None

    def visit_Pass(self, node):
        return [node, ast.Pass()]


counter = NameCounter()
counter.visit(ast.parse("a = f(b, g(c)[d])\ndel e"))
print("events:", counter.events)

tree = Folder().visit(ast.parse("x = 1 + 2 + 3 + y\nassert x\nif x:\n    pass\nz = 'a' + 'b' + 'c'"))
ast.fix_missing_locations(tree)
print(ast.unparse(tree))

namespace = {"y": 10}
exec(compile(tree, "<folded>", "exec"), namespace)
print("executed:", namespace["x"], namespace["z"])

built = ast.Expression(ast.ListComp(
    elt=ast.BinOp(ast.Name("n", ast.Load()), ast.Pow(), ast.Constant(2)),
    generators=[ast.comprehension(ast.Name("n", ast.Store()),
                                  ast.Call(ast.Name("range", ast.Load()), [ast.Constant(5)], []), [], 0)]))
print("built:", ast.unparse(built), eval(compile(ast.fix_missing_locations(built), "<built>", "eval")))
try:
    compile(ast.Expression(ast.Name("n", ast.Load())), "<bare>", "eval")
except TypeError as error:
    print("missing location:", type(error).__name__)

SNIPPETS = [
    "a + (b + c)", "(a + b) * c", "-(-a)", "not (a and b)", "(a, b)[0]", "(lambda: (yield))",
    "a if (b if c else d) else e",
    "x = *a, b", "print((yield x))", "f'{a!r}{{}}{b:>{c}}'", "'it\\'s \"quoted\"'", "'line\\nbreak'", "1e400",
    "-1j",
    "a[b:c, d]", "a[b, *c]", "{**a, 'b': c}", "[x for x in y if z for w in v]",
    "async def f():\n    return [x async for x in y]",
    "with (a as b, c):\n    pass", "try:\n    a\nexcept (B, C):\n    d\nfinally:\n    e",
    "if a:\n    b\nelif c:\n    d\nelse:\n    e",
    "def f(a, /, b: int=1, *args, c, **kw) -> str:\n    '''doc'''",
    "match x:\n    case {'a': [1, *r]} | None:\n        pass\n    case _:\n        pass",
    "class A[T: int](B, k=v):\n    x: int",
    "from . import a as b, c", "type X[T] = list[T]", "(x := 1)", "a < (b < c)", "2 ** -1", "(-2) ** 2",
    "await_ = (1).real",
]
for snippet in SNIPPETS:
    first = ast.parse(snippet)
    text = ast.unparse(first)
    same = ast.dump(ast.parse(text)) == ast.dump(first)
    print(repr(snippet), "=>", repr(text), "" if same else "CHANGED")

one, two = ast.parse("a  +  b"), ast.parse("a+b")
print("compare:", ast.compare(one, two), ast.compare(one, two, compare_attributes=True))
node = ast.Constant(5)
print("defaults:", ast.dump(ast.FunctionType([], node)), node.kind, ast.Name("x").ctx.__class__.__name__)
print("subclass checks:", isinstance(ast.parse("1").body[0], ast.stmt), issubclass(ast.Add, ast.operator))
try:
    print(ast.parse("a = 1 +"))
except SyntaxError as error:
    print("syntax error:", error.lineno, error.offset)

# harness:
#   description: template engine that compiles to Python functions, with filters, loops, includes, inheritance and autoescape
#   tags: [program, text, exec, parser]
"""Templates are compiled to Python source and executed."""
import html
import re
from datetime import date
from types import SimpleNamespace

TOKEN = re.compile(r"(\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\})", re.DOTALL)


class TemplateSyntaxError(Exception):
    def __init__(self, message, line):
        super().__init__(f"{message} (line {line})")
        self.line = line


class Undefined:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return ""

    def __bool__(self):
        return False

    def __iter__(self):
        return iter(())

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Undefined(f"{self.name}.{name}")


class Safe(str):
    def __html__(self):
        return self


def escape(value):
    if hasattr(value, "__html__"):
        return value.__html__()
    return html.escape(str(value))


FILTERS = {
    "upper": lambda v: str(v).upper(), "title": lambda v: str(v).title(), "length": len, "safe": Safe,
    "join": lambda v, glue=", ": glue.join(map(str, v)), "default": lambda v, d="": v if v else d,
    "format": lambda v, spec: format(v, spec), "first": lambda v: next(iter(v), ""), "sort": sorted,
    "reverse": lambda v: v[::-1], "plural": lambda n, one="", many="s": one if n == 1 else many,
}


def lookup(value, *path):
    for part in path:
        try:
            value = value[part]
        except (TypeError, KeyError, IndexError):
            try:
                value = value[int(part)]
            except (ValueError, TypeError, KeyError, IndexError):
                value = getattr(value, part, None) if hasattr(value, part) else Undefined(part)
        if callable(value):
            value = value()
    return value


class Loop:
    def __init__(self, items):
        self.items = list(items)
        self.length = len(self.items)

    def __iter__(self):
        for self.index, item in enumerate(self.items, 1):
            self.first, self.last = self.index == 1, self.index == self.length
            yield item


class Template:
    def __init__(self, source, loader=None):
        self.loader = loader or {}
        self.lines, self.indent = [], 1
        self.blocks, self.parent = {}, None
        self.open = []
        self.line = 1
        for token in TOKEN.split(source):
            self.token(token)
            self.line += token.count("\n")
        if self.open:
            raise TemplateSyntaxError(f"unclosed {self.open[-1]!r}", self.line)
        code = "\n".join(["def render(ctx, out, blocks):", *self.lines, "    return out"])
        namespace = {"escape": escape, "lookup": lookup, "filters": FILTERS, "Loop": Loop,
                     "Undefined": Undefined,
                     "loader": self.loader}
        exec(compile(code, "<template>", "exec"), namespace)
        self.code, self.function = code, namespace["render"]

    def emit(self, line):
        self.lines.append("    " * self.indent + line)

    def token(self, token):
        if token.startswith("{{"):
            self.emit(f"out.append(escape({self.expression(token[2:-2])}))")
        elif token.startswith("{%"):
            self.tag(token[2:-2].strip())
        elif token and not token.startswith("{#"):
            self.emit(f"out.append({token!r})")

    def expression(self, text):
        head, *pipes = (part.strip() for part in re.split(r"\|(?=(?:[^\"']|\"[^\"]*\"|'[^']*')*$)", text))
        code = self.atom(head)
        for pipe in pipes:
            name, _, argument = pipe.partition(":")
            if name not in FILTERS:
                raise TemplateSyntaxError(f"no filter {name!r}", self.line)
            arguments = [code, *map(self.atom, re.findall(r"\"[^\"]*\"|'[^']*'|[^,\s]+", argument))]
            code = f"filters[{name!r}]({', '.join(arguments)})"
        return code

    def atom(self, text):
        if re.fullmatch(r"-?\d+(\.\d+)?|\"[^\"]*\"|'[^']*'", text):
            return text
        if not re.fullmatch(r"[A-Za-z_]\w*(\.\w+)*", text):
            raise TemplateSyntaxError(f"bad expression {text!r}", self.line)
        name, *path = text.split(".")
        return f"lookup(ctx.get({name!r}, Undefined({name!r})){''.join(f', {p!r}' for p in path)})"

    def condition(self, words):
        operators = {"and", "or", "not", "==", "!=", "<", ">", "<=", ">=", "in"}
        return " ".join(w if w in operators else self.expression(w) for w in words)

    def tag(self, text):
        match text.split():
            case ["if", *words]:
                self.emit(f"if {self.condition(words)}:")
                self.start("if")
            case ["elif", *words]:
                self.indent -= 1
                self.emit(f"elif {self.condition(words)}:")
                self.indent += 1
            case ["else"]:
                self.indent -= 1
                self.emit("else:")
                self.indent += 1
            case ["for", name, "in", *rest]:
                self.emit(f"ctx['loop'] = Loop({self.expression(' '.join(rest))})")
                self.emit(f"for ctx[{name!r}] in ctx['loop']:")
                self.start("for")
            case ["set", name, "=", *rest]:
                self.emit(f"ctx[{name!r}] = {self.expression(' '.join(rest))}")
            case ["include", name]:
                self.emit(f"out += loader[{name!r}].function(dict(ctx), [], blocks)")
            case ["extends", name]:
                self.parent = name
            case ["block", name]:
                self.emit(f"def block_{name}(ctx, out):")
                self.start(f"block {name}")
            case [end] if end.startswith("end"):
                if not self.open or self.open[-1].split()[0] != end[3:]:
                    raise TemplateSyntaxError(f"unexpected {end!r}", self.line)
                kind, *names = self.open.pop().split()
                self.emit("pass")
                self.indent -= 1
                if kind == "block":
                    name, = names
                    self.emit(f"blocks.setdefault({name!r}, block_{name})")
                    if not self.parent:
                        self.emit(f"blocks[{name!r}](ctx, out)")
            case _:
                raise TemplateSyntaxError(f"unknown tag {text!r}", self.line)

    def start(self, kind):
        self.open.append(kind)
        self.indent += 1

    def render(self, **context):
        blocks = {}
        out = self.function(context, [], blocks)
        if self.parent:
            out = self.loader[self.parent].function(context, [], blocks)
        return "".join(out)


LIBRARY = {}
LIBRARY["row"] = Template(
    "<li class={{ style|default:'plain' }}>{{ item.name }}: {{ item.price|format:'.2f' }}</li>")
LIBRARY["base"] = Template(
    "<title>{% block title %}Untitled{% endblock %}</title>|{% block body %}(empty){% endblock %}")
PAGE = Template("""\
Hello {{ user.name|title }}{# a comment #}, you have {{ items|length }} item{{ items|length|plural }}.
{% for item in items %}{{ loop.index }}/{{ loop.length }} {% include row %}{% if loop.last %}
{% elif item.price > 100 %} (dear){% else %};{% endif %}
{% endfor %}{% if not items %}nothing{% endif %}{% set total = 1234.5 %}
Total {{ total|format:",.2f" }} on {{ when|format:"%d/%m/%Y" }}; {{ user.tags|sort|join:" | " }}
{{ markup }} {{ markup|safe }} {{ missing }}[{{ missing.deep.er|default:"none" }}] {{ user.tags.1 }}
{{ user.shout }}
""", LIBRARY)
user = SimpleNamespace(name="ada LOVELACE", tags=["math", "code", "art"], shout=lambda: "HI & BYE")
items = [{"name": "pen", "price": 1.005}, {"name": "<desk>", "price": 250}, {"name": "cup", "price": 3}]
print(PAGE.render(user=user, items=items, when=date(2024, 2, 29), markup="<b>'x'</b>"))
print(PAGE.render(items=items[:1], when=date(1999, 12, 31)).splitlines()[:2])

child = Template(
    "{% extends base %}ignored{% block body %}{% for n in list %}{{ n }}{% endfor %}{% endblock %}", LIBRARY)
print("child:", child.render(list="abc"))
print("base:", LIBRARY["base"].render())
print(LIBRARY["row"].code)
for source in ["{% if x %}", "a\nb\n{% endif %}", "{{ x|nope }}", "{{ 1 + }}", "{% for x %}",
               "{% if x %}{% endfor %}",
               "{% if and %}{% endif %}", "{{ x|format:'q' }}", "{{ x|length }}", "{% include gone %}"]:
    try:
        print(repr(source), repr(Template(source).render(x=3)))
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.filename, error.lineno)
    except Exception as error:
        print(repr(source), type(error).__name__, error)

# harness:
#   description: wording of errors for template strings and their parts
#   tags: [messages, t-strings]

from string.templatelib import Interpolation, Template, convert

template = t"a{1}b"

CASES = {
    "template and text": "template + 'b'",
    "text and template": "'b' + template",
    "times": "template * 2",
    "percent": "template % 1",
    "less": "template < template",
    "len": "len(template)",
    "subscript": "template[0]",
    "join": "''.join([template])",
    "set strings": "template.strings = ()",
    "set value": "template.interpolations[0].value = 2",
    "Template of int": "Template(1)",
    "Template keyword": "Template(x=1)",
    "Interpolation without": "Interpolation()",
    "Interpolation conversion": "Interpolation(1, 'a', 'z')",
    "Interpolation conversion number": "Interpolation(1, 'a', 5)",
    "Interpolation expression": "Interpolation(1, 2)",
    "Interpolation spec": "Interpolation(1, 'a', 'r', 5)",
    "iterate interpolation": "iter(template.interpolations[0])",
    "add interpolations": "template.interpolations[0] + 1",
    "convert": "convert(1, 'q')",
    "template subclass": "class X(Template): pass",
    "interpolation subclass": "class X(Interpolation): pass",
    "missing attribute": "template.nothing",
    "failing field": "t'{1 / 0}'",
    "undefined field": "t'{undefined_name}'",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

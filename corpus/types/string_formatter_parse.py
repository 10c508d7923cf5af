# harness:
#   description: string.Formatter.parse of templates with escaped braces, conversions and nested specs
#   tags: [str, format]
import string

parse = string.Formatter().parse
for template in ("plain", "", "{}", "{0}", "a{b}c", "{{", "}}", "{{}}", "b{{c}}d", "{{{x}}}", "{x!r}",
                 "{x:>{w}}",
                 "{x!s:{y}.{z}}", "{a.b[c]}tail", "{}{}", "{x:}", "}}{{", "{:%H:%M}"):
    print(f"{template!r:<16}", list(parse(template)))
for template in ("{", "}", "{x", "{x!", "{x!rr}", "a}b"):
    try:
        print(f"{template!r:<16}", list(parse(template)))
    except ValueError:
        print(f"{template!r:<16}", "ValueError")
print("field names:", [name for _, name, _, _ in parse("{user.name} owes {amount:.2f} {currency!s}") if name])
print("used:", string.Formatter().vformat("{}-{k}-{{{}}}", ["p", "q"], {"k": "v"}))

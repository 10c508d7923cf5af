# harness:
#   description: percent formatting with a mapping and a star for width or precision, mixed with plain fields
#   tags: [str, format]


def attempt(template, values):
    try:
        print(f"{template!r:<16} {values!r:<24}", repr(template % values))
    except (TypeError, ValueError, KeyError) as error:
        print(f"{template!r:<16} {values!r:<24}", type(error).__name__)


for template in ("%(a)d", "%(a)5d", "%(a)*d", "%(a).*f", "%(a)*.*f", "%(a)-*d", "%*(a)d", "%(a)s %d",
                 "%d %(a)s",
                 "%(a)s %%", "%%(a)s", "%(a)", "%(a)s%(b)s"):
    attempt(template, {"a": 1})
    attempt(template.encode(), {b"a": 1})
attempt("%(a)*d", (5, {"a": 1}))
attempt("%*d", {"a": 1})

# harness:
#   description: lone surrogates through f-strings, str.format, percent formatting, padding and format specs
#   tags: [unicode, str, format]


def attempt(label, function):
    try:
        print(label, "->", ascii(function()))
    except Exception as error:
        print(label, "->", type(error).__name__)


high, low = "\ud83d", "\ude00"
attempt("f-string", lambda: f"{high}{low}")
attempt("f-string repr", lambda: f"{high!r}")
attempt("f-string width", lambda: f"{high:>3}")
attempt("f-string precision", lambda: f"{high + 'abc':.2}")
attempt("f-string center", lambda: f"{'x' + low:^5}|")
attempt("surrogate as fill", lambda: f"{5:{high}>3}")
attempt("percent", lambda: "%s-%s" % (high, low))
attempt("percent width", lambda: "%3s|" % high)
attempt("percent repr", lambda: "%r %a" % (high, high))
attempt("template itself", lambda: (high + " %s") % "x")
attempt("str.format", lambda: "{} {}".format(high, low))
attempt("str.format width", lambda: "{:>3}".format(high))
attempt("str.format template", lambda: (high + "{}" + low).format(1))
attempt("format builtin", lambda: format(high, ""))
attempt("format builtin width", lambda: format(high, "<2"))
attempt("center", lambda: "x".center(3, high))
attempt("join", lambda: "-".join([high, low]))
attempt("format_map", lambda: "{a}".format_map({"a": high}))

# harness:
#   description: http - cookie parsing and output, quoting, morsel rules, HTTPStatus and HTTPMethod members
#   tags: ["module:http", "module:http.cookies"]
import http
import pickle
from http import HTTPMethod, HTTPStatus, cookies


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("status:", HTTPStatus.OK, repr(HTTPStatus.NOT_FOUND), HTTPStatus(418), HTTPStatus.OK + 1,
      f"{HTTPStatus.CREATED:d}", HTTPStatus.GONE == 410)
print("texts:", HTTPStatus.NOT_FOUND.phrase, "|", HTTPStatus.NOT_FOUND.description, "|",
      HTTPStatus["TOO_MANY_REQUESTS"].value, repr(HTTPStatus.CONTINUE.description))
print("classes:", [(s.value, s.is_informational, s.is_success, s.is_redirection, s.is_client_error,
                    s.is_server_error) for s in (HTTPStatus(100), HTTPStatus(204), HTTPStatus(308),
                                                 HTTPStatus(451), HTTPStatus(511))])
print("counts:", len(HTTPStatus), [len([s for s in HTTPStatus if s // 100 == n]) for n in range(1, 6)])
attempt("unknown status", HTTPStatus, 299)
print("methods:", [str(m) for m in HTTPMethod], HTTPMethod.GET == "GET", repr(HTTPMethod.PATCH),
      HTTPMethod.POST.description)
attempt("method case", HTTPMethod, "get")

jar = cookies.SimpleCookie()
jar["plain"] = "value"
jar["spaces"] = 'has "quotes", semi; and é'
jar["number"] = 42
jar["plain"]["path"] = "/"
jar["plain"]["max-age"] = 3600
jar["plain"]["secure"] = True
jar["plain"]["httponly"] = 1
jar["plain"]["samesite"] = "Lax"
jar["number"]["expires"] = "Thu, 01 Jan 1970 00:00:00 GMT"
jar["number"]["Domain"] = "example.org"
print(jar.output())
print("parts:", jar.output(["path"], header="Cookie:", sep=" | "))
print("script:", jar["number"].js_output().split("\n")[3].strip())
print("values:", jar["spaces"].value, jar["spaces"].coded_value, jar["number"].value,
      type(jar["number"].value).__name__)
print("repr:", jar, repr(jar["plain"]), jar["plain"].OutputString())
print("encode and decode:", jar.value_encode(5), jar.value_decode('"a\\054b\\"c\\073"'),
      cookies._unquote('"\\303\\251"').encode())

HEADERS = ["a=1; b=2", 'a="quoted; semi"; b=x', "a=1;b=2;a=3", "a", "a=", "=b", "a=b=c",
           "a=1; Path=/; Secure; HttpOnly", "$Version=1; a=1; $Path=/x", "a=1, b=2",
           "bad name=1; c=2", "é=1; a=1", 'a="unclosed; b=2',
           "a=1; expires=Wed, 09 Jun 2021 10:18:14 GMT; b=2", "  a = 1 ; b= 2", "secure; a=1",
           "a=1; unknown; b=2", ""]
for header in HEADERS:
    parsed = cookies.SimpleCookie(header)
    print("load", repr(header), [(k, m.value, {n: v for n, v in m.items() if v}) for k, m in parsed.items()])
loaded = cookies.SimpleCookie()
loaded.load({"x": "1", "y": jar["plain"]})
print("load mapping:", loaded["x"].value, loaded["y"].key, loaded["y"]["path"])

morsel = cookies.Morsel()
attempt("empty morsel", morsel.output)
attempt("reserved attribute", morsel.__setitem__, "colour", 1)
attempt("reserved name", morsel.set, "Path", "v", "v")
attempt("illegal name", morsel.set, "a b", "v", "v")
attempt("read only", setattr, morsel, "key", "k")
attempt("set item name", jar.__setitem__, "a,b", "v")
morsel.set("k", "v w", '"v w"')
morsel.update({"Path": "/p", "VERSION": 1})
print("morsel:", morsel, dict(morsel)["path"], morsel.isReservedKey("Path"), morsel.setdefault("domain", "d"),
      morsel.copy() == morsel, morsel == {"path": "/p"})
attempt("update unknown", morsel.update, {"x": 1})
print("pickle:", pickle.loads(pickle.dumps(jar)) == jar, pickle.loads(pickle.dumps(morsel)).coded_value)
attempt("control characters", lambda: cookies.SimpleCookie({"a": "b\r\nc"})["a"].OutputString())
base = cookies.BaseCookie("q=5")
print("base cookie:", base["q"].value, base.value_encode("x y"), base)
print("error:", issubclass(cookies.CookieError, Exception), http.HTTPStatus is HTTPStatus)

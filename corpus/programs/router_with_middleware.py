# harness:
#   description: web-style router with path converters, middleware onion, content negotiation, sessions and error pages
#   tags: [program, framework, regex, http]
"""A request router with middleware; requests are plain objects, no sockets."""
import hashlib
import hmac
import json
import re
import uuid
from collections import OrderedDict
from dataclasses import dataclass, field
from email.utils import format_datetime
from datetime import UTC, datetime
from functools import reduce
from http import HTTPMethod, HTTPStatus
from http.cookies import SimpleCookie
from urllib.parse import parse_qs, quote, urlencode, urljoin, urlsplit

SECRET = b"not so secret"


class Headers(OrderedDict):
    """Case-insensitive header mapping."""

    def __setitem__(self, key, value):
        super().__setitem__(key.title(), str(value))

    def __getitem__(self, key):
        return super().__getitem__(key.title())

    def __contains__(self, key):
        return super().__contains__(key.title())

    def get(self, key, default=None):
        return self[key] if key in self else default


@dataclass
class Request:
    method: HTTPMethod
    target: str
    headers: Headers = field(default_factory=Headers)
    body: bytes = b""
    params: dict = field(default_factory=dict)

    def __post_init__(self):
        self.method = HTTPMethod(self.method)
        self.headers = Headers(self.headers)
        parts = urlsplit(self.target)
        self.path, self.query = parts.path, {k: v[-1] for k, v in parse_qs(parts.query).items()}


@dataclass
class Response:
    body: str = ""
    status: HTTPStatus = HTTPStatus.OK
    headers: Headers = field(default_factory=Headers)

    def __str__(self):
        head = "; ".join(f"{k}: {v}" for k, v in self.headers.items())
        return f"{self.status.value} {self.status.phrase} [{head}] {self.body!r}"


class HttpError(Exception):
    def __init__(self, status, detail="", **headers):
        super().__init__(status, detail)
        self.status, self.detail, self.headers = HTTPStatus(status), detail, headers


class Router:
    converters = {"int": (r"-?\d+", int), "str": (r"[^/]+", str), "path": (r".+", str),
                  "uuid": (r"[0-9a-f-]{36}", uuid.UUID),
                  "list": (r"\w+(?:,\w+)*", lambda s: s.split(","))}

    def __init__(self, prefix=""):
        self.prefix, self.routes, self.names, self.layers = prefix, [], {}, []

    def route(self, template, *methods, name=None):
        def register(function):
            kinds = {}

            def convert(match):
                kind, _, variable = match[1].rpartition(":")
                pattern, kinds[variable] = self.converters[kind or "str"]
                return f"(?P<{variable}>{pattern})"

            pieces = re.split(r"(<[^>]+>)", self.prefix + template)
            pattern = "".join(re.sub(r"<([^>]+)>", convert, p) if p.startswith("<") else re.escape(p)
                              for p in pieces)
            self.routes.append((re.compile(pattern), kinds, set(map(HTTPMethod, methods or ["GET"])),
                                function))
            self.names[name or function.__name__] = self.prefix + template
            return function
        return register

    def include(self, other):
        self.routes += other.routes
        self.names |= other.names

    def url(self, name, /, **values):
        def fill(match):
            value = values.pop(match[1].rpartition(":")[2])
            return quote(",".join(value) if isinstance(value, list) else str(value))
        path = re.sub(r"<([^>]+)>", fill, self.names[name])
        return path + (f"?{urlencode(values, doseq=True)}" if values else "")

    def use(self, layer):
        self.layers.append(layer)
        return layer

    def dispatch(self, request):
        allowed = set()
        for pattern, kinds, methods, function in self.routes:
            if match := pattern.fullmatch(request.path):
                wanted = HTTPMethod.GET if request.method is HTTPMethod.HEAD else request.method
                if wanted in methods:
                    request.params = {k: kinds[k](v) for k, v in match.groupdict().items()}
                    return function(request, **request.params)
                allowed |= methods
        if allowed:
            raise HttpError(405, allow=", ".join(sorted(m.value for m in allowed)))
        raise HttpError(404, request.path)

    def __call__(self, request):
        chain = reduce(lambda inner, layer: lambda req: layer(req, inner), reversed(self.layers),
                       self.dispatch)
        return chain(request)


app, api = Router(), Router("/api")
log = []


@app.use
def logging(request, following):
    log.append(f"> {request.method} {request.path}")
    response = following(request)
    log.append(f"< {response.status:d}")
    response.headers["date"] = format_datetime(datetime(2024, 2, 29, 12, tzinfo=UTC), usegmt=True)
    return response


@app.use
def errors(request, following):
    try:
        return following(request)
    except HttpError as error:
        return Response(error.detail or error.status.description, error.status, Headers(error.headers))
    except Exception as error:
        log.append(f"! {type(error).__name__}: {error}")
        return Response("sorry", HTTPStatus.INTERNAL_SERVER_ERROR)


@app.use
def session(request, following):
    cookie = SimpleCookie(request.headers.get("cookie", ""))
    value, _, sign = cookie["user"].value.partition(".") if "user" in cookie else ("", "", "")
    expected = hmac.new(SECRET, value.encode(), hashlib.sha256).hexdigest()[:12]
    request.user = value if hmac.compare_digest(sign, expected) else None
    response = following(request)
    if getattr(request, "login", None):
        sign = hmac.new(SECRET, request.login.encode(), hashlib.sha256).hexdigest()[:12]
        cookie = SimpleCookie({"user": f"{request.login}.{sign}"})
        cookie["user"]["path"], cookie["user"]["httponly"] = "/", True
        response.headers["set-cookie"] = cookie.output(header="").strip()
    return response


@app.use
def rendering(request, following):
    result = following(request)
    if isinstance(result, Response):
        return result
    ranked = sorted((float(q or 1), kind) for kind, q in re.findall(r"([\w*]+/[\w*]+)(?:;q=([\d.]+))?",
            request.headers.get("accept", "*/*")))
    kind = next((k for _, k in reversed(ranked) if k in ("text/plain", "application/json", "*/*")), None)
    if kind is None:
        raise HttpError(406)
    body = repr(result) if kind == "text/plain" else json.dumps(result, sort_keys=True, default=str)
    headers = Headers({"content-type": kind.replace("*/*", "application/json"),
                       "CONTENT-LENGTH": len(body.encode())})
    return Response("" if request.method == "HEAD" else body, HTTPStatus.OK, headers)


@app.route("/")
def home(request):
    return {"hello": request.user or "stranger", "query": request.query}


@app.route("/login/<name>", "POST")
def login(request, name):
    request.login = name
    return Response(status=HTTPStatus.SEE_OTHER, headers=Headers(location=app.url("home", welcome="yes")))


@api.route("/items/<int:number>", "GET", "DELETE", name="item")
def item(request, number):
    return [number, 10 // number]


@api.route("/tags/<list:tags>/<path:rest>")
def tags(request, tags, rest):
    return {"tags": tags, "rest": rest}


@api.route("/things/<uuid:key>", "PUT")
def thing(request, key):
    return {"key": key, "version": key.version, "data": json.loads(request.body)}


app.include(api)
app.use(lambda request, following: following(request) if request.path != "/secret" else Response("no",
        HTTPStatus.FORBIDDEN))
KEY = uuid.uuid5(uuid.NAMESPACE_DNS, "example.org")
REQUESTS = [("GET", "/"), ("GET", "/?a=1&a=2&b=%C3%A9+x&empty="), ("HEAD", "/"), ("POST", "/"),
            ("GET", "/nope"), ("GET", "/api/items/4"),
            ("DELETE", "/api/items/-3"), ("GET", "/api/items/x"), ("GET", "/api/items/0"),
            ("PATCH", "/api/items/1"), ("GET", "/secret"),
            ("GET", "/api/tags/a,b/deep/er.txt"), ("GET", "/api/tags/a"),
            ("GET", "/", {"accept": "text/plain;q=0.9, text/html"}),
            ("GET", "/", {"Accept": "image/png"}), ("POST", "/login/ann"),
            ("GET", "/", {"cookie": "user=ann.forged"})]
for method, target, *rest in REQUESTS:
    response = app(Request(method, target, *rest))
    del response.headers["Date"]
    print(f"{method} {target} -> {response}")
signed = app(Request("POST", "/login/ann")).headers["set-cookie"]
print("signed:", app(Request("GET", "/", {"COOKIE": signed.split(";")[0]})).body)
print("put:", app(Request("PUT", f"/api/things/{KEY}", body=b'{"x": [1, 2.50]}')))
print("bad put:", app(Request("PUT", f"/api/things/{KEY}", body=b"{'x'}")).status)
print("log:", log[:4], [line for line in log if line.startswith("!")])
print("urls:", app.url("item", number=7, q="a b&c", z=[1, 2]), app.url("tags", tags=["x", "y"], rest="a b/ç"),
      urljoin("http://h/a/b", "../c?d"))
for label, action in {"method": lambda: Request("FETCH", "/"), "name": lambda: app.url("none"),
                      "value": lambda: app.url("item"),
                      "status": lambda: HttpError(799),
                      "converter": lambda: app.route("/<bad:x>")(home)}.items():
    try:
        print(label, action())
    except Exception as error:
        print(f"{label}: {type(error).__name__}: {error}")

# harness:
#   description: http.cookiejar - extraction, domain and path rules, expiry with a fixed clock, file formats
#   tags: ["module:http.cookiejar", "module:urllib.request"]
import email.message
import http.cookiejar
import urllib.request
from http.cookiejar import CookieJar, DefaultCookiePolicy, LWPCookieJar, MozillaCookieJar

NOW = 1_700_000_000


class Clock:
    """Stands in for the time module inside http.cookiejar."""

    def __init__(self, real):
        self.real, self.now = real, NOW

    def time(self):
        return self.now

    def __getattr__(self, name):
        return getattr(self.real, name)


clock = http.cookiejar.time = Clock(http.cookiejar.time)


class Response:
    def __init__(self, *cookies):
        self.message = email.message.Message()
        for cookie in cookies:
            self.message["Set-Cookie"] = cookie

    def info(self):
        return self.message


def visit(jar, url, *cookies):
    jar.extract_cookies(Response(*cookies), urllib.request.Request(url))


def sent(jar, url):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    return request.get_header("Cookie")


jar = CookieJar()
visit(jar, "http://www.example.org/shop/list", "a=1", "b=2; Path=/", "c=3; Domain=example.org; Path=/",
      "d=4; Domain=other.org", "e=5; Path=/admin",
      "f=6; Max-Age=100; Path=/", "g=7; Expires=Wed, 15 Nov 2023 00:00:00 GMT; Path=/",
      "h=8; Max-Age=0; Path=/", "i=9; Secure; Path=/", "j=10; Domain=.org", "k")
for cookie in sorted(jar, key=lambda c: c.name):
    print("stored:", cookie.name, repr(cookie.value), cookie.domain, cookie.path, cookie.secure,
          cookie.expires, cookie.discard, cookie.domain_specified)
for url in ("http://www.example.org/", "http://www.example.org/shop/cart", "http://example.org/",
            "http://sub.www.example.org/", "https://www.example.org/admin/x", "http://other.org/"):
    print("sent to", url, "->", sent(jar, url))
clock.now += 101
print("after 101 seconds:", sent(jar, "http://www.example.org/"))
clock.now += 90_000
jar.clear_expired_cookies()
print("after a day:", sorted(c.name for c in jar))
jar.clear_session_cookies()
print("session cleared:", len(jar))
clock.now = NOW

visit(jar, "http://x.test/", "n=1; Max-Age=50; Path=/", "n=2; Max-Age=50; Path=/",
      "n=3; Path=/sub; Max-Age=50")
print("replaced:", [(c.name, c.value, c.path) for c in jar], sent(jar, "http://x.test/sub/page"))
for arguments in (("nothing.test",), ("x.test", "/", "zz")):
    try:
        jar.clear(*arguments)
    except KeyError as error:
        print("clear:", type(error).__name__)
jar.clear("x.test", "/sub")
print("left:", [repr(c)[:23] for c in jar], str(next(iter(jar))))
try:
    jar.clear(name="n", path="/")
except ValueError as error:
    print("refused:", type(error).__name__)

strict = CookieJar(DefaultCookiePolicy(blocked_domains=["ads.test", ".bad.test"], strict_domain=True,
                                       strict_ns_set_path=True))
for url in ("http://ads.test/", "http://www.bad.test/", "http://ok.test/a/"):
    visit(strict, url, "t=1; Path=/", "p=2; Path=/elsewhere")
print("strict:", [(c.domain, c.name) for c in strict], strict._policy.blocked_domains())
only = CookieJar(DefaultCookiePolicy(allowed_domains=["ok.test"]))
visit(only, "http://no.test/", "a=1")
visit(only, "http://ok.test/", "a=1")
print("allowed only:", [c.domain for c in only], only._policy.is_not_allowed("no.test"))

for kind in (LWPCookieJar, MozillaCookieJar):
    store = kind(f"{kind.__name__}.txt")
    visit(store, "http://save.test/", "keep=v w; Max-Age=1000; Path=/", "session=s; Path=/",
          'quoted="a b"; Max-Age=9; Path=/q')
    store.save()
    loaded = kind(f"{kind.__name__}.txt")
    loaded.load()
    print(kind.__name__, sorted((c.name, c.value, c.expires - NOW) for c in loaded))
    store.save(ignore_discard=True)
    loaded.revert(ignore_discard=True)
    print(kind.__name__, "with session:", sorted(c.name for c in loaded))
    with open(store.filename, encoding="utf-8") as stream:
        print("\n".join(line for line in stream.read().splitlines() if "save.test" in line))
    with open("broken.txt", "w", encoding="utf-8") as stream:
        stream.write("not cookies\n")
    try:
        kind("broken.txt").load()
    except http.cookiejar.LoadError as error:
        print("refused:", type(error).__name__)
    try:
        kind().save()
    except ValueError as error:
        print("refused:", type(error).__name__)
print("dates:", [http.cookiejar.http2time(t) for t in ("Wed, 09 Feb 1994 22:23:32 GMT", "09-Feb-94 22:23",
                                                       "1994-02-09", "nonsense", "Feb 31 1994")],
      http.cookiejar.time2isoz(0), http.cookiejar.time2netscape(0),
      http.cookiejar.iso2time("1994-02-03 14:15:29 -0100"))

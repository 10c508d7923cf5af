# harness:
#   description: unittest.mock - calls, return values, side effects, specs, patching, magic methods
#   tags: ["module:unittest.mock"]
import os.path
from unittest import mock
from unittest.mock import (ANY, DEFAULT, AsyncMock, MagicMock, Mock, call, create_autospec, mock_open, patch,
                           sentinel)


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__ + ":", " / ".join(str(error).splitlines()))


class Service:
    """A thing to imitate."""

    attribute = 5

    def fetch(self, key, *, limit=10):
        return key

    @staticmethod
    def ping(a, b=1):
        return a


m = Mock(name="top", return_value=7, **{"child.value": 3})
print("calls:", m(1, k=2), m.child.method("x").deeper().called, m.child.value, m.called, m.call_count,
      m.call_args,
      m.call_args.args, m.call_args.kwargs)
print("recorded:", m.mock_calls, m.method_calls, m.child.mock_calls)
attempt("called with", m.assert_called_with, 1, k=3)
attempt("called once", m.assert_called_once_with, 1, k=2)
attempt("not called", m.assert_not_called)
attempt("any", m.assert_any_call, 9)
attempt("has calls", m.assert_has_calls, [call(1, k=2), call.nothing()])
attempt("misspelt", lambda: m.assert_caled_with)
m.side_effect = [1, ValueError("second"), DEFAULT]
attempt("first", m)
attempt("second", m)
attempt("third", m)
attempt("exhausted", m)
m.side_effect = lambda *a: sum(a) or DEFAULT
print("function:", m(1, 2), m(0))
m.reset_mock()
print("reset:", m.mock_calls, m.call_count, m.side_effect is not None)

spec = Mock(spec=Service)
attempt("unknown attribute", lambda: spec.nothing)
print("spec:", isinstance(spec, Service), spec.attribute is not None, Mock(spec=["a", "b"]).a is not None)
strict = Mock(spec_set=Service)
attempt("set unknown", setattr, strict, "nothing", 1)
auto = create_autospec(Service, instance=True)
auto.fetch.return_value = "made"
print("autospec:", auto.fetch("k", limit=1), auto.fetch.call_args)
attempt("wrong signature", auto.fetch)
attempt("wrong keyword", auto.fetch, 1, size=2)
attempt("function spec", create_autospec(Service.ping), 1, 2, 3)
sealed = Mock()
sealed.known.return_value = 1
mock.seal(sealed)
attempt("sealed", lambda: sealed.unknown)

magic = MagicMock()
magic.__getitem__.side_effect = lambda key: f"item {key}"
magic.__len__.return_value = 4
magic.__enter__.return_value = "entered"
magic.__iter__.return_value = iter("ab")
with magic as entered:
    print("magic:", magic["k"], len(magic), entered, list(magic), int(magic), bool(magic), float(magic),
          magic == magic, magic in [magic], 5 in magic)
attempt("no support", lambda: len(Mock()))
attempt("less than", lambda: MagicMock() < 5)

with patch("os.path.exists", return_value="patched") as exists:
    print("patched:", os.path.exists("anything"), exists.call_args)
print("restored:", os.path.exists("no such file"))
several = patch.multiple(Service, ping=DEFAULT, fetch=lambda self, k: "other")
with patch.object(Service, "attribute", 9), patch.dict(os.environ, {"FAKE": "1"}, clear=True), several:
    print("several:", Service.attribute, dict(os.environ), Service().fetch(1), isinstance(Service.ping, Mock))
print("all restored:", Service.attribute, "FAKE" in os.environ, Service().fetch(1), Service.ping(2))
attempt("patch missing", lambda: patch("sys.no_such_name").start())
attempt("patch bad target", lambda: patch("nodots").start())


@patch.object(Service, "attribute", new_callable=mock.PropertyMock, return_value=42)
@patch("os.getcwd")
def decorated(getcwd, prop):
    getcwd.return_value = "/mocked"
    return Service().attribute, os.getcwd(), prop.mock_calls


print("decorated:", decorated())
with patch("builtins.open", mock_open(read_data="one\ntwo\n")) as opened:
    with open("fake.txt") as stream:
        print("open:", stream.readline(), list(stream), opened.mock_calls[0])
print("call:", call(1, a=2) == call(1, a=2), call.a.b(3), call(ANY) == call(5), call.x[1],
      call.a(1).b(2).call_list(), sentinel.thing, sentinel.thing is sentinel.thing)
coroutine = AsyncMock(return_value="awaited")()
try:
    coroutine.send(None)
except StopIteration as stop:
    print("async:", stop.value)
parent = Mock()
parent.attach_mock(Mock(), "one")
parent.one(1)
parent.two(2)
print("parent:", parent.mock_calls, Mock(wraps=[3, 1]).count(3),
      [n for n in dir(Mock(spec=Service)) if n in ("fetch", "ping")])

# harness:
#   description: wording of errors - deque, Counter, ChainMap, OrderedDict, defaultdict and namedtuple
#   tags: [messages, "module:collections"]
from collections import ChainMap, Counter, OrderedDict, UserList, defaultdict, deque, namedtuple

CASES = {
    "deque index": 'deque("ab").index("z")',
    "deque remove": 'deque("ab").remove("z")',
    "deque pop": "deque().pop()",
    "deque popleft": "deque().popleft()",
    "deque slice": 'deque("ab")[1:2]',
    "deque range": 'deque("ab")[9]',
    "deque full": 'deque("ab", 2).insert(1, "c")',
    "deque maxlen": "deque([], -1)",
    "deque maxlen type": 'deque([], "3")',
    "deque read only": "deque([], 2).maxlen = 3",
    "deque rotate": 'deque("ab").rotate(1.5)',
    "deque add list": "deque() + [1]",
    "deque hash": "hash(deque())",
    "counter fromkeys": 'Counter.fromkeys("abc")',
    "counter number": "Counter(5)",
    "counter update": 'Counter().update("a", "b")',
    "counter compare": "Counter() < {}",
    "chain missing": 'ChainMap({})["k"]',
    "chain delete": 'del ChainMap({}, {"c": 1})["c"]',
    "chain pop": 'ChainMap({}).pop("c")',
    "chain popitem": "ChainMap({}).popitem()",
    "ordered move": 'OrderedDict().move_to_end("z")',
    "ordered popitem": "OrderedDict().popitem()",
    "ordered two": "OrderedDict({}, {})",
    "default missing": 'defaultdict(None)["b"]',
    "default factory": "defaultdict(3)",
    "namedtuple keyword": 'namedtuple("T", "a class")',
    "namedtuple twice": 'namedtuple("T", "a a")',
    "namedtuple underscore": 'namedtuple("T", "_a")',
    "namedtuple missing": 'namedtuple("T", "a b")(1)',
    "replace": 'namedtuple("T", "a b")(1, 2)._replace(c=3)',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

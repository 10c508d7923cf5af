# harness:
#   description: wording of errors - itertools, functools, operator and heapq
#   tags: [messages, "module:itertools", "module:functools"]
import functools
import heapq
import itertools as it
import operator

CASES = {
    "combinations none": 'it.combinations("ab", None)',
    "combinations negative": 'it.combinations("ab", -1)',
    "permutations": 'it.permutations("ab", "x")',
    "product repeat": 'it.product("ab", repeat=-1)',
    "product keyword": 'it.product("ab", other=1)',
    "zip_longest keyword": 'it.zip_longest("ab", other=1)',
    "islice step": 'it.islice("ab", None, None, -1)',
    "islice stop": 'it.islice("ab", -1)',
    "islice type": 'it.islice("ab", "x")',
    "batched": 'it.batched("ab", 0)',
    "batched strict": 'list(it.batched("abc", 2, strict=True))',
    "count": 'it.count("x")',
    "repeat": 'it.repeat(1, "x")',
    "tee": 'it.tee("ab", -1)',
    "groupby": "it.groupby()",
    "chain": "list(it.chain(5))",
    "starmap": "list(it.starmap(max, [5]))",
    "reduce empty": "functools.reduce(max, [])",
    "reduce number": "functools.reduce(max, 5)",
    "partial nothing": "functools.partial()",
    "partial number": "functools.partial(5)",
    "placeholder": "functools.partial(print, a=functools.Placeholder)",
    "placeholder last": "functools.partial(print, functools.Placeholder)",
    "lru_cache": 'functools.lru_cache("x")',
    "cmp_to_key": "functools.cmp_to_key()",
    "singledispatch": "functools.singledispatch(print)()",
    "concat": "operator.concat(1, 2)",
    "itemgetter": "operator.itemgetter()",
    "attrgetter": "operator.attrgetter(5)",
    "methodcaller": "operator.methodcaller()",
    "index": "operator.index(1.5)",
    "length hint": 'operator.length_hint([], "x")',
    "indexOf": "operator.indexOf([], 5)",
    "countOf": "operator.countOf(5, 5)",
    "heapify": "heapq.heapify((1, 2))",
    "heappush": "heapq.heappush((), 1)",
    "heappop": "heapq.heappop([])",
    "heapreplace": "heapq.heapreplace([], 1)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

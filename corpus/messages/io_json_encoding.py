# harness:
#   description: messages and notes of values that cannot be written as JSON, or read from a wrong type
#   tags: [errors, messages, json]
import json


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", f"{type(error).__name__}: {error}", getattr(error, "__notes__", ""))


loop = []
loop.append({"me": loop})
attempt("set inside", json.dumps, {"a": [1, {"b": {1, 2}}]})
attempt("bytes", json.dumps, b"x")
attempt("complex in a tuple", json.dumps, (1, 2j))
attempt("tuple key", json.dumps, {(1, 2): 1})
attempt("nan not allowed", json.dumps, [1.0, float("nan")], allow_nan=False)
attempt("mixed keys sorted", json.dumps, {1: 1, "a": 2}, sort_keys=True)
attempt("circular", json.dumps, loop)
attempt("unknown option", json.dumps, 1, pretty=True)
attempt("default returns itself", json.dumps, {1, 2}, default=lambda o: o)
attempt("class", json.dumps, int)
attempt("load None", json.loads, None)
attempt("load int", json.loads, 5)
attempt("load list", json.loads, [1])
attempt("load bad bytes", json.loads, b"\xff\xff[]")
attempt("dump without file", json.dump, 1)
attempt("load from text", json.load, "[1]")

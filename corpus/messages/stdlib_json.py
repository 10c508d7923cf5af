# harness:
#   description: wording of errors - the json module
#   tags: [messages, "module:json"]
import json

CASES = {
    "empty": 'json.loads("")',
    "open list": 'json.loads("[")',
    "trailing comma": 'json.loads("[1,]")',
    "no comma": 'json.loads("[1 2]")',
    "no colon": "json.loads('{\"a\"}')",
    "name": 'json.loads("{a:1}")',
    "object comma": "json.loads('{\"a\":1,}')",
    "open text": "json.loads('\"abc')",
    "line break": "json.loads('\"a\\nb\"')",
    "tab": "json.loads('\"a\\tb\"')",
    "escape": "json.loads(r'\"\\x41\"')",
    "short escape": "json.loads(r'\"\\u12\"')",
    "extra": 'json.loads("1 2")',
    "mark": 'json.loads("\\ufeff1")',
    "number": "json.loads(5)",
    "bytes": "json.loads(b'\"\\xff\"')",
    "digits": 'json.loads("9" * 5000)',
    "set": "json.dumps({1})",
    "key": "json.dumps({(1,): 2})",
    "nan": 'json.dumps(float("nan"), allow_nan=False)',
    "circular": "a = []\na.append(a)\njson.dumps(a)",
    "separators": "json.dumps([1], separators=(1, 2))",
    "keyword": "json.dumps(1, colour=2)",
    "sort": 'json.dumps({1: 2, "a": 3}, sort_keys=True)',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

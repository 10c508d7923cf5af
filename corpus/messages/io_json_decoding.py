# harness:
#   description: messages and positions of JSON documents that cannot be decoded
#   tags: [errors, messages, json]
import json

for text in ("", " ", "{", "[", "[1,", "[1,]", "[1 2]", '{"a"}', '{"a":}', '{"a" 1}', "{a: 1}", '{"a":1,}',
             '{"a":1 "b":2}',
             '"abc', '"a\nb"', '"\\x"', '"\\u12"', '"\t"', "01", "1.", "+1", "-", "tru", "[1] 2", "\ufeff[]",
             "[1,\n 2,\n x]", "123abc", "[,1]", "]"):
    try:
        print(repr(text), "->", json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), "->", f"{error} | {error.msg} {error.pos} {error.lineno} {error.colno}")

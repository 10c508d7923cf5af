# harness:
#   description: wording of errors - the array module
#   tags: [messages, "module:array"]
from array import array

CASES = {
    "b too large": 'array("b", [128])',
    "b too small": 'array("b", [-129])',
    "B negative": 'array("B", [-1])',
    "H too large": 'array("H", [65536])',
    "i too large": 'array("i", [2 ** 31])',
    "Q negative": 'array("Q", [-1])',
    "q too large": 'array("q", [2 ** 63])',
    "float in h": 'array("h", [1.5])',
    "text in d": 'array("d", ["x"])',
    "type code": 'array("z")',
    "type code type": "array(5)",
    "text for i": 'array("i", "abc")',
    "w of two": 'array("w").append("ab")',
    "remove": 'array("b", [1]).remove(5)',
    "index": 'array("b", [1]).index(5)',
    "pop range": 'array("b", [1]).pop(5)',
    "pop empty": 'array("b").pop()',
    "extend other": 'array("b").extend(array("h"))',
    "add list": 'array("b") + [1]',
    "slice of list": 'array("b", [1])[0:1] = [1]',
    "extended slice": 'array("b", [1, 2, 3])[::2] = array("b", [1])',
    "from bytes": 'array("h").frombytes(b"abc")',
    "to text": 'array("b").tounicode()',
    "exported": 'a = array("b", [1])\nv = memoryview(a)\na.append(1)',
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

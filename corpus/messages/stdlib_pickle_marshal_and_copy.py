# harness:
#   description: wording of errors - pickle, marshal, copy and copyreg
#   tags: [messages, "module:pickle", "module:marshal"]
import copy
import marshal
import pickle

CASES = {
    "mark": 'pickle.loads(b"(.")',
    "underflow": 'pickle.loads(b"0.")',
    "nothing": 'pickle.loads(b"")',
    "opcode": 'pickle.loads(b"\\xff.")',
    "integer": 'pickle.loads(b"I12x\\n.")',
    "cut": 'pickle.loads(b"X\\x05\\0\\0\\0ab")',
    "memo": 'pickle.loads(b"g5\\n.")',
    "protocol": 'pickle.loads(b"\\x80\\x63.")',
    "text": 'pickle.loads("x")',
    "module": 'pickle.loads(b"cno_such_module\\nname\\n.")',
    "attribute": 'pickle.loads(b"cmath\\nno_such_name\\n.")',
    "dump protocol": "pickle.dumps(1, 99)",
    "dump type": "pickle.dump(1, 5)",
    "load type": "pickle.load(5)",
    "generator": "pickle.dumps(n for n in ())",
    "buffers": 'pickle.dumps(pickle.PickleBuffer(b"x"), 4)',
    "marshal end": 'marshal.loads(b"")',
    "marshal cut": 'marshal.loads(b"[\\x05\\0\\0\\0")',
    "marshal code": 'marshal.loads(b"?")',
    "marshal object": "marshal.dumps(object())",
    "marshal text": 'marshal.loads("x")',
    "marshal load": "marshal.load(5)",
    "copy generator": "copy.copy(n for n in ())",
    "deepcopy generator": "copy.deepcopy(n for n in ())",
    "replace": "copy.replace(5)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

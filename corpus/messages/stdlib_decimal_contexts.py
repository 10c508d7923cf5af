# harness:
#   description: wording of errors - decimal signals and contexts
#   tags: [messages, "module:decimal"]
import decimal
from decimal import Context, Decimal as D

CASES = {
    "zero": "D(1) / 0",
    "zero by zero": "D(0) / 0",
    "modulo": "D(5) % 0",
    "power": "D(0) ** 0",
    "sqrt": "D(-1).sqrt()",
    "infinities": 'D("inf") - D("inf")',
    "compare": 'D("nan") < 1',
    "overflow": 'D("9e999999") * 10',
    "quantize": 'D(1).quantize(D("1e-99"))',
    "text": 'D("1..2")',
    "tuple": "D((2, (1,), 0))",
    "float": "D(1) + 1.5",
    "fraction": "D(1) + 1j",
    "int of nan": 'int(D("nan"))',
    "int of inf": 'int(D("inf"))',
    "hash": 'hash(D("sNaN"))',
    "format": 'format(D(1), "x")',
    "modular power": "pow(D(2), -1, 5)",
    "precision": "Context(prec=0)",
    "rounding": 'Context(rounding="UP")',
    "exponent": "Context(Emin=1)",
    "capitals": "Context(capitals=2)",
    "keyword": "Context(unknown=1)",
    "context type": "decimal.setcontext(5)",
    "local": "decimal.localcontext(unknown=1)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

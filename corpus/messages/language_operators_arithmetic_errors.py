# harness:
#   description: wording of arithmetic errors - division by zero, overflow, domain, shifts, powers
#   tags: [messages, numbers]

import math

EXPRESSIONS = """
1 / 0
1 // 0
1 % 0
divmod(1, 0)
1.5 / 0
1.5 // 0.0
1.5 % 0
1j / 0
1j // 1
0 ** -1
0.0 ** -1
0j ** -1
2.0 ** 1024
pow(2, -1, 4)
pow(2, 3, 0)
pow(2.0, 3, 5)
pow(1j, 2, 3)
1 << -1
1 >> -1
round(float("nan"))
math.floor(float("inf"))
math.sqrt(-1)
math.log(0)
math.exp(1000)
math.fmod(5, 0)
float("inf").as_integer_ratio()
float("nan").as_integer_ratio()
float(10 ** 400)
10 ** 400 / 1
(256).to_bytes(1, "big")
(-1).to_bytes(2, "big")
(1).to_bytes(1, "middle")
""".strip().splitlines()
for source in EXPRESSIONS:
    try:
        eval(source)
        print(f"{source} -> no error")
    except Exception as exc:
        print(f"{source} -> {type(exc).__name__}: {exc}")

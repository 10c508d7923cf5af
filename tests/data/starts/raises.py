def f(n): return 1 / n
try:
    f(0)
except ZeroDivisionError as error:
    raise RuntimeError("outer") from error

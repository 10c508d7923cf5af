import time
a, b = time.time(), time.monotonic()
c = time.perf_counter()
print(time.time() >= a > 1.6e9, time.monotonic() >= b, time.perf_counter() >= c)
print(time.gmtime(0)[:6], time.strftime("%Y", time.gmtime(0)), getattr(time, "tzname", None))
print(time.localtime(86400)[:6], hasattr(time, "process_time"))

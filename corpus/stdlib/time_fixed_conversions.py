# harness:
#   description: time - gmtime, strftime, strptime, struct_time, mktime in UTC
#   tags: [module:time, dates]
#   env: {TZ: UTC}
import pickle
import time


def attempt(label, function, *args):
    try:
        print(label, "->", repr(function(*args)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for seconds in (0, -1, 1e9, 1709210096.999, 2 ** 31, -2 ** 31, 951782400):
    moment = time.gmtime(seconds)
    print(seconds, tuple(moment), time.asctime(moment), time.strftime("%Y-%m-%dT%H:%M:%S %j %a %U", moment))
leap = time.struct_time((2024, 2, 29, 12, 30, 45, 3, 60, 0))
print("struct:", leap, leap.tm_year, leap[3:6], len(leap), leap.n_fields, leap.n_sequence_fields,
      leap.tm_zone, leap.tm_gmtoff, leap == tuple(leap), leap < (2025,),
      pickle.loads(pickle.dumps(leap)) == leap)
print("extended:", time.struct_time((2024, 1, 1, 0, 0, 0, 0, 1, 0, "ABC", 3600)).tm_zone,
      time.struct_time(range(9))[8])
for directive in "aAbBdHIjmMpSUwWxXyYzZcuVGe%DFTRnt":
    print("%" + directive, repr(time.strftime("%" + directive, leap)))
for text, pattern in (("29 Feb 2024", "%d %b %Y"), ("12:30:45", "%H:%M:%S"),
                      ("Thu Feb 29 12:30:45 2024", "%a %b %d %H:%M:%S %Y"), ("69", "%y"), ("68", "%y"),
                      ("060 2024", "%j %Y"), ("12 PM", "%I %p"), ("12 AM", "%I %p"), ("1 2 2024", "%w %W %Y"),
                      ("+0130", "%z"), ("GMT", "%Z"), ("  5", "%m"), ("61", "%S"),
                      ("13", "%m"), ("x", "%m"), ("1 2", "%m"), ("", "%m"), ("5%", "%m%%"), ("friday", "%A"),
                      ("30 Feb 2024", "%d %b %Y"), ("10", "%q")):
    attempt(f"strptime {text!r} {pattern!r}", time.strptime, text, pattern)
print("default format:", tuple(time.strptime("Thu Feb 29 12:30:45 2024")) == tuple(leap)[:8] + (-1,),
      time.strptime("2024-02-29 +05:30", "%Y-%m-%d %z").tm_gmtoff)
for value in ((2024, 2, 29, 12, 30, 45, 0, 0, 0), (2024, 14, 1, 0, 0, 0, 0, 0, 0),
              (2024, 1, 0, 0, 0, 0, 0, 0, 0), (2024, 1, 1, 25, 61, 61, 0, 0, -1),
              (1970, 1, 1, 0, 0, -5, 0, 0, 0), (1, 1), "text", (2024, 1, 1, 0, 0, 0, 0, 0, "x")):
    attempt(f"mktime {value}", time.mktime, value)
for value in ((2024, 13, 1, 0, 0, 0, 0, 1, 0), (2024, 1, 32, 0, 0, 0, 0, 1, 0),
              (2024, 1, 1, 24, 0, 0, 0, 1, 0), (2024, 1, 1, 0, 60, 0, 0, 1, 0),
              (2024, 1, 1, 0, 0, 62, 0, 1, 0), (2024, 1, 1, 0, 0, 0, -2, 1, 0),
              (2024, 1, 1, 0, 0, 0, 7, 1, 0), (2024, 1, 1, 0, 0, 0, 0, 367, 0),
              (2024, 0, 0, 0, 0, 0, 0, 0, 0), (5, 1, 1, 0, 0, 0, 0, 1, 0), (12345, 1, 1, 0, 0, 0, 0, 1, 0),
              (1,), 5):
    attempt(f"strftime {value}", time.strftime, "%Y %m %d %a %j", value)
    attempt(f"asctime {value}", time.asctime, value)
print("text:", time.strftime("é %Y 日本 %%", leap), repr(time.strftime("", leap)), time.ctime(0),
      time.localtime(0)[:6], time.tzname[0], time.timezone, time.daylight)
attempt("gmtime text", time.gmtime, "0")
attempt("gmtime nan", time.gmtime, float("nan"))
attempt("gmtime huge", time.gmtime, 1e30)
attempt("sleep negative", time.sleep, -1)
attempt("sleep text", time.sleep, "1")
attempt("struct short", time.struct_time, (1, 2))
attempt("assign", setattr, leap, "tm_year", 1)
first, second = time.monotonic_ns(), time.monotonic_ns()
print("clocks:", second >= first, time.perf_counter() <= time.perf_counter(), isinstance(time.time_ns(), int),
      time.process_time() >= 0, time.time() > 1.7e9, time.sleep(0),
      time.get_clock_info("monotonic").monotonic, time.get_clock_info("time").adjustable in (True, False))
attempt("clock name", time.get_clock_info, "sundial")

# harness:
#   description: datetime - isoformat, fromisoformat variety, strftime directives, strptime errors
#   tags: [module:datetime, formatting, parsing]
from datetime import date, datetime, time, timedelta, timezone


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


moment = datetime(2024, 3, 5, 7, 8, 9, 12345, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))
for spec in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds", "days"):
    attempt(f"isoformat {spec}", moment.isoformat, timespec=spec)
attempt("separator", moment.isoformat, "é")
attempt("long separator", moment.isoformat, "--")
print("iso of plain:", datetime(1, 2, 3).isoformat(), time(4, 5).isoformat(),
      time(4, 5, 6, 7).isoformat("milliseconds"), date(9, 8, 7))
odd = timezone(timedelta(hours=1, minutes=2, seconds=3, microseconds=4))
print("odd offset:", moment.replace(tzinfo=odd).isoformat(), moment.replace(tzinfo=odd).strftime("%z|%:z|%Z"))

for directive in "aAbBdHIjmMpSUwWyYfzZxXcGuV%":
    print(f"%{directive}", repr(moment.strftime("%" + directive)),
          repr(datetime(999, 12, 31, 23).strftime("%" + directive))
          if directive not in "YGyxc" else "")
print("composed:", f"{moment:%Y/%m/%d %H.%M}", format(date(2024, 1, 2), "day %d"), f"{moment}",
      f"{time(3):%I %p}", f"{date(2024, 1, 1):}")
print("unusual text:", moment.strftime("é%dé%%"), repr(moment.strftime("")),
      moment.strftime("%d\x00%m").encode())

for text in ("2024-02-29", "20240229", "2024-W09-4", "2024W09", "2024-060", "2023-02-29", "2024-2-9",
             "24-02-29", "", "2024-W60"):
    attempt(f"date.fromisoformat {text!r}", date.fromisoformat, text)
for text in ("2024-02-29T01:02:03", "2024-02-29 01:02", "20240229T010203.5", "2024-02-29T01",
             "2024-02-29T01:02:03,123456789",
             "2024-02-29T24:00", "2024-02-29T24:01", "2024-02-29T01:02Z", "2024-02-29T01:02:03+05:30",
             "2024-02-29T01:02-0000",
             "2024-02-29T01:02:03.000001+01:02:03.5", "2024-02-29T", "2024-02-29T1:2", "2024-02-29T01:02:60",
             "2024-02-29*05",
             "2024-02-29T01:02+24:00", "now"):
    attempt(f"datetime.fromisoformat {text!r}", datetime.fromisoformat, text)
for text in ("01", "T01:02", "010203", "01:02:03.1234", "25:00", "01:2", "1", "01:02:03+0530", "24:00"):
    attempt(f"time.fromisoformat {text!r}", time.fromisoformat, text)
attempt("type", date.fromisoformat, 20240101)
attempt("bytes", datetime.fromisoformat, b"2024-01-01")

for text, pattern in (("5 Mar 2024", "%d %b %Y"), ("2024-065", "%Y-%j"), ("07:08 PM", "%I:%M %p"),
                      ("12 am", "%I %p"), ("69", "%y"),
                      ("68", "%y"), ("2024 9 1", "%Y %W %w"), ("2024 10 7", "%G %V %u"),
                      ("1.000012", "%S.%f"), ("1.5", "%S.%f"),
                      ("+0530", "%z"), ("-01:02:03.5", "%z"), ("Z", "%z"), ("UTC", "%Z"), ("  12", " %m"),
                      ("100%", "%H0%%"),
                      ("TUESDAY march 2024", "%A %B %Y"), ("x", "%m"), ("1 2", "%m"), ("31", "%m"),
                      ("2024-02-30", "%Y-%m-%d"),
                      ("5", "%Q"), ("5", "%"), ("2024 1", "%Y %V"), ("1 1", "%m %m"), ("366 2023", "%j %Y"),
                      ("60", "%S"), ("61", "%S")):
    attempt(f"strptime {text!r} {pattern!r}", datetime.strptime, text, pattern)
attempt("date strptime", date.strptime, "2024-01-02", "%Y-%m-%d")
attempt("time strptime", time.strptime, "10:20", "%H:%M")

# harness:
#   description: wording of errors - datetime, time and calendar
#   tags: [messages, "module:datetime", "module:time"]
import calendar
import time
from datetime import date, datetime, timedelta, timezone

CASES = {
    "month": "date(2024, 13, 1)",
    "day": "date(2024, 2, 30)",
    "year": "date(0, 1, 1)",
    "year type": 'date("2024", 1, 1)',
    "hour": "datetime(2024, 1, 1, 25)",
    "fold": "datetime(2024, 1, 1, fold=2)",
    "iso": 'date.fromisoformat("2024-02-30")',
    "not iso": 'datetime.fromisoformat("soon")',
    "iso type": "date.fromisoformat(5)",
    "iso week": "date.fromisocalendar(2024, 54, 1)",
    "format mismatch": 'datetime.strptime("x", "%Y")',
    "format rest": 'datetime.strptime("2024x", "%Y")',
    "format unknown": 'datetime.strptime("x", "%Q")',
    "naive and aware": "datetime(2024, 1, 1) < datetime(2024, 1, 1, tzinfo=timezone.utc)",
    "subtract mixed": "datetime(2024, 1, 1) - datetime(2024, 1, 1, tzinfo=timezone.utc)",
    "date and time": "date(2024, 1, 1) < 5",
    "add number": "date(2024, 1, 1) + 5",
    "overflow": "date.max + timedelta(1)",
    "delta overflow": "timedelta(10 ** 10)",
    "delta type": 'timedelta("1")',
    "delta zero": "timedelta(1) // timedelta(0)",
    "offset": "timezone(timedelta(hours=24))",
    "zone type": "timezone(5)",
    "tzinfo type": "datetime(2024, 1, 1, tzinfo=5)",
    "gmtime text": 'time.gmtime("0")',
    "gmtime nan": 'time.gmtime(float("nan"))',
    "mktime short": "time.mktime((1, 1))",
    "mktime text": 'time.mktime("text")',
    "strftime number": 'time.strftime("%Y", 5)',
    "asctime short": "time.asctime((1,))",
    "strptime": 'time.strptime("x", "%H")',
    "sleep": "time.sleep(-1)",
    "sleep text": 'time.sleep("1")',
    "calendar month": "calendar.monthrange(2024, 13)",
    "weekday": "calendar.setfirstweekday(7)",
}
for label, source in CASES.items():
    try:
        exec(source, dict(globals()))
        print(f"{label}: no error")
    except Exception as exc:
        print(f"{label}: {type(exc).__name__}: {exc}")

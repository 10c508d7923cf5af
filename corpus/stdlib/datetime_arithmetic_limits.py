# harness:
#   description: date, datetime, time and timedelta arithmetic, normalisation, limits and error messages
#   tags: [module:datetime, dates]
from datetime import date, datetime, time, timedelta, timezone


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


print("normalised:", repr(timedelta(hours=-1)), timedelta(hours=-1), repr(timedelta(microseconds=-1)),
      timedelta(days=1, hours=25))
print("fractions:", repr(timedelta(days=0.5, hours=0.5)), repr(timedelta(microseconds=0.5)),
      repr(timedelta(microseconds=1.5)),
      repr(timedelta(weeks=1, milliseconds=1.0005)), repr(timedelta(0)))
print("str:", timedelta(days=-1), timedelta(days=2, microseconds=7), timedelta(seconds=59), timedelta(days=1))
delta = timedelta(days=3, hours=5, minutes=7)
print("ops:", delta * 2, delta * 1.5, delta / 2, delta // 7, delta % timedelta(hours=1),
      divmod(delta, timedelta(hours=2)),
      delta / timedelta(days=1), abs(-delta), +delta == delta, delta.total_seconds())
print("floor and mod negative:", timedelta(days=-1) // timedelta(hours=5),
      timedelta(days=-1) % timedelta(hours=5), -delta // 2)
print("compare:", delta > timedelta(3), delta == timedelta(3), bool(timedelta(0)),
      hash(timedelta(1)) == hash(timedelta(hours=24)))
attempt("delta plus int", lambda: delta + 1)
attempt("delta by zero", lambda: delta / 0)
attempt("delta mod zero", lambda: delta % timedelta(0))
attempt("delta compare int", lambda: delta < 5)
attempt("delta overflow", timedelta, days=10 ** 9)
attempt("delta type", timedelta, "1")
attempt("delta nan", timedelta, days=float("nan"))
print("limits:", timedelta.min, timedelta.max, timedelta.resolution, repr(date.min), date.max, datetime.max,
      time.max, time.min)

day = date(2024, 2, 29)
print("date:", day, repr(day), day.weekday(), day.isoweekday(), day.isocalendar(), day.toordinal(),
      day.timetuple().tm_yday)
print("math:", day + timedelta(365), day - timedelta(1), day - date(2023, 2, 28), day.replace(month=3),
      day.ctime())
print("sub-day is ignored:", day + timedelta(hours=47), day - timedelta(hours=1))
attempt("replace 2023", day.replace, year=2023)
attempt("month", date, 2024, 13, 1)
attempt("day", date, 2023, 2, 29)
attempt("year", date, 0, 1, 1)
attempt("type", date, "2024", 1, 1)
attempt("float", date, 2024.0, 1, 1)
attempt("overflow", lambda: date.max + timedelta(1))
attempt("underflow", lambda: datetime.min - timedelta(microseconds=1))
attempt("ordinal zero", date.fromordinal, 0)
attempt("date plus date", lambda: day + day)
attempt("iso week 53", date.fromisocalendar, 2023, 53, 1)
attempt("iso ok", date.fromisocalendar, 2020, 53, 7)
print("iso years:", [date(y, 1, 1).isocalendar()[:2] for y in (2016, 2018, 2021)], day.isocalendar().week)

moment = datetime(2024, 2, 29, 23, 59, 59, 999999)
print("datetime:", moment + timedelta(microseconds=1), moment.date(), moment.time(), moment.timetuple()[:8],
      moment.toordinal())
print("combine:", datetime.combine(day, time(12, tzinfo=timezone.utc)), datetime.combine(moment, time.min),
      repr(datetime(1, 1, 1)))
print("difference:", moment - datetime(2024, 1, 1), (moment - datetime(2025, 1, 1)).days,
      datetime(2024, 3, 1) - timedelta(days=0.1))
attempt("compare date", lambda: moment < day)
attempt("equals date", lambda: moment == day)
attempt("hour", datetime, 2024, 1, 1, 24)
attempt("microsecond", time, 1, 2, 3, 1000000)
attempt("fold", time, 1, fold=2)
attempt("naive and aware", lambda: moment - moment.replace(tzinfo=timezone.utc))
attempt("naive and aware less", lambda: moment < moment.replace(tzinfo=timezone.utc))
attempt("naive and aware equal", lambda: moment == moment.replace(tzinfo=timezone.utc))
attempt("time minus", lambda: time(1) - time(0))
attempt("time plus", lambda: time(1) + timedelta(hours=1))
attempt("tzinfo type", datetime, 2024, 1, 1, tzinfo="UTC")
attempt("subclass", lambda: type(type("D", (datetime,), {})(2024, 1, 1) + timedelta(1)).__name__)
print("time:", time(1, 2, 3, 4), repr(time(1, 2)), repr(time(0, 0, 0, 5, fold=1)), bool(time(0)),
      time(23) > time(22, 59), time(5).replace(minute=9))
stamps = [0, -1, 1e9, 1709210096.789012, 0.0000005, 0.0000015, -0.5]
print("stamps:", [str(datetime.fromtimestamp(s, timezone.utc)) for s in stamps])
attempt("stamp range", datetime.fromtimestamp, 1e18, timezone.utc)
attempt("stamp nan", datetime.fromtimestamp, float("nan"), timezone.utc)
print("timestamp:", datetime(2024, 2, 29, tzinfo=timezone.utc).timestamp(),
      datetime(1900, 1, 1, tzinfo=timezone.utc).timestamp())

# harness:
#   description: datetime - fixed and custom tzinfo, astimezone, fold, comparison across zones, pickling
#   tags: [module:datetime, dates, pickle]
import copy
import pickle
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


india, named = timezone(timedelta(hours=5, minutes=30)), timezone(timedelta(hours=-8), "PST")
print("names:", UTC, india, named, timezone(timedelta(0)), timezone(timedelta(seconds=-1)),
      timezone(timedelta(hours=1, seconds=5)))
print("repr:", repr(UTC), repr(india), repr(named), timezone.utc is UTC,
      timezone(timedelta(0)) is timezone.utc)
print("equal:", named == timezone(timedelta(hours=-8), "other"),
      hash(india) == hash(timezone(timedelta(hours=5.5))), india == "x")
attempt("a whole day", timezone, timedelta(hours=24))
attempt("int offset", timezone, 5)
attempt("name type", timezone, timedelta(0), 5)
print("limits:", timezone.min, timezone.max, timezone.max.utcoffset(None), named.dst(None),
      named.tzname(None))
attempt("utcoffset argument", india.utcoffset, "x")

noon = datetime(2024, 6, 1, 12, tzinfo=india)
print("convert:", noon.astimezone(UTC), noon.astimezone(named), noon.astimezone(named) == noon,
      noon.utctimetuple()[:6])
print("compare:", noon < datetime(2024, 6, 1, 7, tzinfo=UTC), noon - datetime(2024, 6, 1, 6, 30, tzinfo=UTC),
      hash(noon) == hash(noon.astimezone(UTC)))
print("sorted:", [str(m) for m in sorted([noon, noon.replace(tzinfo=UTC), noon.replace(tzinfo=named)])])
print("time:", time(1, tzinfo=india) == time(1, tzinfo=UTC), time(6, 30, tzinfo=india) == time(1, tzinfo=UTC),
      time(1, tzinfo=india).utcoffset())
attempt("time naive and aware", lambda: time(1) < time(1, tzinfo=UTC))
attempt("convert out of range", datetime(1, 1, 1, tzinfo=india).astimezone, UTC)


class Seasonal(tzinfo):
    """One hour ahead between April and September."""

    def utcoffset(self, moment):
        return timedelta(hours=2) + self.dst(moment)

    def dst(self, moment):
        return timedelta(hours=moment is not None and 4 <= moment.month < 10)

    def tzname(self, moment):
        return "SUMMER" if self.dst(moment) else "WINTER"

    def __repr__(self):
        return "Seasonal()"


zone = Seasonal()
for month in (3, 4, 9, 10):
    local = datetime(2024, month, 1, 0, 30, tzinfo=zone)
    print("seasonal:", repr(local), local.tzname(), local.utcoffset(), local.astimezone(UTC),
          local.timetuple().tm_isdst)
print("from utc:", datetime(2024, 3, 31, 22, 30, tzinfo=UTC).astimezone(zone),
      datetime(2024, 9, 30, 20, 30, tzinfo=UTC).astimezone(zone))


class Broken(tzinfo):
    def __init__(self, value):
        self.value = value

    def utcoffset(self, moment):
        return self.value

    dst = tzname = utcoffset


for value in (5, timedelta(days=2), None, "x"):
    attempt(f"offset {value!r}", lambda: datetime(2024, 1, 1, tzinfo=Broken(value)).utcoffset())
attempt("tzname type", lambda: datetime(2024, 1, 1, tzinfo=Broken(timedelta(1, -1))).tzname())
attempt("abstract tzinfo", lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset())
first, second = datetime(2024, 10, 1, fold=0), datetime(2024, 10, 1, fold=1)
print("fold:", first == second, hash(first) == hash(second), repr(second), second.replace(fold=0).fold,
      second.time(), repr(second.time()))


class Folding(tzinfo):
    def utcoffset(self, moment):
        return timedelta(hours=1 - moment.fold)

    def dst(self, moment):
        return timedelta(0)


early, late = datetime(2024, 1, 1, 1, tzinfo=Folding()), datetime(2024, 1, 1, 1, tzinfo=Folding(), fold=1)
print("same zone objects differ:", early == late, early == datetime(2024, 1, 1, 0, tzinfo=UTC),
      late.astimezone(UTC), late - early)

values = [date(2024, 2, 29), datetime(2024, 2, 29, 1, 2, 3, 4), noon, time(1, 2, 3, 4, fold=1),
          timedelta(-1, 5, 6), UTC, named,
          datetime(2024, 1, 1, tzinfo=zone)]
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print("pickle", protocol, [pickle.loads(pickle.dumps(v, protocol)) == v for v in values])
print("repr after pickle:", repr(pickle.loads(pickle.dumps(values[3]))), copy.deepcopy(UTC) is UTC,
      copy.copy(noon) == noon)


class Stamp(datetime):
    def __new__(cls, *args, label="none", **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.label = label
        return self


stamp = Stamp(2024, 1, 1, label="x")
print("subclass:", repr(stamp), type(stamp.replace(day=2)).__name__,
      type(Stamp.fromisoformat("2024-01-01")).__name__, stamp == datetime(2024, 1, 1),
      type(stamp - timedelta(1)).__name__, pickle.loads(pickle.dumps(stamp)).label,
      type(Stamp.fromtimestamp(0, UTC)).__name__)
print("reduce of date:", date(2024, 2, 29).__reduce__()[1], datetime(2024, 2, 29, 1).__reduce__()[1],
      timedelta(1, 2, 3).__reduce__()[1])

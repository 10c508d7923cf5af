# harness:
#   description: time series with resampling, moving averages, interpolation of gaps, calendar arithmetic and time zones
#   tags: [program, data, datetime, float]
"""Series of (date, value) pairs with a few numeric tools."""
import calendar
import math
from bisect import bisect_left, bisect_right
from collections import deque
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import groupby, islice
from statistics import correlation, covariance, fmean, linear_regression, stdev


class Series(Mapping):
    def __init__(self, points):
        items = sorted(points.items() if isinstance(points, Mapping) else points)
        self._dates = [d for d, _ in items]
        self._values = [v for _, v in items]

    def __getitem__(self, key):
        if isinstance(key, slice):
            low = bisect_left(self._dates, key.start) if key.start else 0
            high = bisect_right(self._dates, key.stop) if key.stop else len(self)
            return Series(list(zip(self._dates, self._values))[low:high:key.step])
        at = bisect_left(self._dates, key)
        if at == len(self) or self._dates[at] != key:
            raise KeyError(key)
        return self._values[at]

    def __iter__(self):
        return iter(self._dates)

    def __len__(self):
        return len(self._dates)

    def map(self, function, *others):
        return Series({d: function(v, *(o[d] for o in others)) for d,
                       v in self.items() if all(d in o for o in others)})

    def __sub__(self, other):
        return self.map(lambda a, b: a - b, other) if isinstance(other,
                Series) else self.map(lambda a: a - other)

    def rolling(self, size, function=fmean):
        window = deque(maxlen=size)
        out = {}
        for day, value in self.items():
            window.append(value)
            if len(window) == size:
                out[day] = function(window)
        return Series(out)

    def smooth(self, alpha):
        level, out = None, {}
        for day, value in self.items():
            level = value if level is None else alpha * value + (1 - alpha) * level
            out[day] = level
        return Series(out)

    def shift(self, days):
        return Series({d + timedelta(days=days): v for d, v in self.items()})

    def diff(self):
        return Series(zip(self._dates[1:], (b - a for a, b in zip(self._values, self._values[1:]))))

    def fill(self):
        """Linear interpolation over missing days."""
        out = {}
        for (d0, v0), (d1, v1) in zip(self.items(), islice(self.items(), 1, None)):
            gap = (d1 - d0).days
            out.update((d0 + timedelta(days=n), v0 + (v1 - v0) * n / gap) for n in range(gap))
        out[self._dates[-1]] = self._values[-1]
        return Series(out)

    def resample(self, key, function=fmean):
        return {k: function([v for _, v in group]) for k,
                group in groupby(self.items(), lambda item: key(item[0]))}


def month_key(day):
    return f"{day:%Y-%m}"


def week_key(day):
    return "{0.year}-W{0.week:02}".format(day.isocalendar())


start = date(2023, 12, 20)
raw = {}
for n in range(110):
    if n % 9 not in (4, 5) and n % 31:
        raw[start + timedelta(n)] = round(20 + 0.05 * n + 6 * math.sin(n * math.tau / 7) + (n * 7919
                % 13) / 4, 2)
series = Series(reversed(raw.items()))
print("points:", len(series), min(series), max(series), series[date(2024, 1, 1)])
print("slice:", dict(series[date(2024, 2, 27):date(2024, 3, 1)]))
print("mapping:", date(2024, 2, 30 - 1) in series, series.get(date(1999, 1, 1), "none"),
      list(series.keys())[:2] == list(series)[:2],
      series == dict(series), Series({}) == {}, bool(Series([])))
try:
    series[date(2000, 1, 1)]
except KeyError as error:
    print("KeyError:", error)

filled = series.fill()
print("filled:", len(filled), (max(filled) - min(filled)).days + 1,
      [f"{d:%d}={v:.3f}" for d, v in islice(filled.items(), 3, 9)])
for key in (month_key, lambda d: f"Q{(d.month + 2) // 3}", lambda d: calendar.day_abbr[d.weekday()]):
    print("resample:", {k: round(v, 4) for k, v in list(filled.resample(key).items())[:8]})
weeks = filled.resample(week_key, len)
print("iso weeks:", list(weeks.items())[:3], "...", list(weeks.items())[-1])
print("rolling:", [round(v, 4) for v in list(filled.rolling(7).values())[:5]],
      [round(v, 4) for v in islice(filled.rolling(5, stdev).values(), 3)])
print("smooth:", [f"{v:.6f}" for v in islice(filled.smooth(0.3).values(), 5)])
print("diff:", [f"{v:+.3f}" for v in islice(filled.diff().values(), 6)])
weekly = filled - filled.rolling(7)
for lag in (0, 1, 3, 7):
    pairs = [(v, weekly[d - timedelta(lag)]) for d, v in weekly.items() if d - timedelta(lag) in weekly]
    print(f"autocorrelation {lag}: {correlation(*zip(*pairs)):+.6f} over {len(pairs)}")
days = [(d - start).days for d in filled]
slope, intercept = linear_regression(days, list(filled.values()))
print(f"trend: {slope:.6f} {intercept:.5f} covariance {covariance(days, list(filled.values())):.5f}")
print("shifted:", next(iter(filled.shift(-366))), len(filled - filled.shift(100)),
      (filled - 20)[start + timedelta(10)])

print("== calendar")
for year, month in ((2024, 2), (2023, 2), (1900, 2), (2000, 2)):
    print(year, calendar.monthrange(year, month), calendar.isleap(year),
          date(year, 12, 31).timetuple().tm_yday)
print("last fridays:", [max(w[4] for w in calendar.monthcalendar(2024, m)) for m in range(1, 13)])
print(calendar.TextCalendar(firstweekday=6).formatmonth(2024, 2), end="")
print("iso edge:", [tuple(date(y, m, d).isocalendar()) for y, m,
                    d in ((2021, 1, 3), (2020, 12, 31), (2024, 12, 30))])
print("from iso:", date.fromisocalendar(2020, 53, 7), date.fromisoformat("2024-W09-4"),
      date.fromisoformat("20240229"))
kiritimati, marquesas = timezone(timedelta(hours=14)), timezone(-timedelta(hours=9, minutes=30), "MART")
moment = datetime(2024, 2, 29, 12, 0, 0, 1500, tzinfo=UTC)
print("zones:", [f"{moment.astimezone(z):%Y-%m-%d %H:%M %Z %z}" for z in (UTC, kiritimati, marquesas)])
print("equal instants:", moment.astimezone(kiritimati) == moment, moment.timestamp(),
      datetime.fromtimestamp(-1.5, UTC).isoformat())
for text in ("2024-02-30", "2024-13-01", "not a date", "2024-W54-1"):
    try:
        print(date.fromisoformat(text))
    except ValueError as error:
        print(f"{text}: {type(error).__name__}")

# harness:
#   description: zoneinfo - zones read from TZif bytes made here, gaps, folds, footers, keys, pickling
#   tags: [module:zoneinfo, dates]
import copy
import io
import pickle
import struct
import zoneinfo
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo


def tzif(transitions, kinds, footer=b"", version=b"2"):
    """TZif data: transitions are (stamp, kind index), kinds are (offset, is_dst, name)."""
    names = b"".join(name.encode() + b"\0" for *_, name in kinds)
    starts = [sum(len(k[2]) + 1 for k in kinds[:i]) for i in range(len(kinds))]

    def block(code, moves):
        head = b"TZif" + version + b"\0" * 15 + struct.pack(">6I", 0, 0, 0, len(moves), len(kinds),
                                                            len(names))
        body = b"".join(struct.pack(">" + code, stamp) for stamp, _ in moves) + bytes(kind for _,
                                                                                      kind in moves)
        return head + body + b"".join(struct.pack(">iBB", offset, dst, start) for (offset, dst, _),
                                      start in zip(kinds, starts)) + names

    return block("i", []) + block("q", transitions) + b"\n" + footer + b"\n"


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


KINDS = [(3000, 0, "LMT"), (3600, 0, "STD"), (7200, 1, "SUM")]
SPRING, AUTUMN = 1711846800, 1729990800
zone = ZoneInfo.from_file(io.BytesIO(tzif([(0, 1), (SPRING, 2), (AUTUMN, 1)], KINDS,
                                          b"STD-1SUM,M3.5.0,M10.5.0/3")), key="Made/Up")
print("zone:", str(zone), repr(zone), zone.key)
fixed = ZoneInfo.from_file(io.BytesIO(tzif([], KINDS[1:2])))
for text in ("1960-01-01T00:00", "2024-03-31T01:59:59", "2024-03-31T02:30", "2024-03-31T03:00",
             "2024-10-27T01:59", "2024-10-27T02:30", "2024-10-27T03:00", "2030-07-01T12:00",
             "2030-12-01T12:00", "2030-03-31T02:30", "2400-08-01T00:00"):
    for fold in (0, 1):
        moment = datetime.fromisoformat(text).replace(tzinfo=zone, fold=fold)
        print(moment.isoformat(), fold, moment.tzname(), moment.dst(), moment.astimezone(UTC).isoformat())
for stamp in (-1, 0, SPRING - 1, SPRING, AUTUMN - 3600, AUTUMN - 1, AUTUMN, AUTUMN + 3599, 1900000000):
    moment = datetime.fromtimestamp(stamp, zone)
    print("from stamp", stamp, moment.isoformat(), moment.fold, moment.timestamp() == stamp)
a, b = datetime(2024, 10, 27, 2, 30, tzinfo=zone), datetime(2024, 10, 27, 2, 30, tzinfo=zone, fold=1)
print("fold:", a == b, b - a, a.astimezone(UTC) == b.astimezone(UTC), hash(a) == hash(b),
      a.utcoffset() != b.utcoffset())
print("wall arithmetic:", datetime(2024, 3, 31, 1, 30, tzinfo=zone) + timedelta(hours=1),
      time(12, tzinfo=zone).utcoffset(), time(12, tzinfo=fixed).utcoffset())
for footer in (b"UTC0", b"AAA5", b"<+03>-3", b"EST5EDT,M3.2.0,M11.1.0", b"X3Y,J60/1,J300/26", b"X3Y,59,299",
               b"<-0330>3:30<-0230>,M3.2.0,M11.1.0", b"X-1:15:30"):
    made = ZoneInfo.from_file(io.BytesIO(tzif([], [(0, 0, "OLD")], footer)))
    print("footer", footer, [(m.utcoffset() // timedelta(seconds=1), m.tzname(), bool(m.dst()))
                             for m in (datetime(2024, month, 15, tzinfo=made) for month in (1, 7))])
for footer in (b"nonsense", b"A5", b"EST5EDT,M13.2.0,M11.1.0", b"EST5EDT,M3.2.0", b"EST5EDT,M3.6.0,M11.1.0",
               b"EST5EDT,J0,J5", b"EST25:00", b"EST5EDT,M3.2.7,M11.1.0"):
    attempt(f"bad footer {footer}", lambda: ZoneInfo.from_file(io.BytesIO(tzif([], [(0, 0, "OLD")],
                                                                               footer))).key)
for data in (b"", b"junk that is not a zone file", b"TZif"):
    attempt(f"bad data {data}", ZoneInfo.from_file, io.BytesIO(data))
attempt("pickle from file", pickle.dumps, zone)
attempt("copy", lambda: copy.copy(zone) is zone)
for key in ("No/Such_Zone", "../etc/passwd", "/abs", "", "a\0b", "Bad\udc80"):
    try:
        ZoneInfo(key)
    except Exception as error:
        print("key", ascii(key), type(error).__name__, isinstance(error, zoneinfo.ZoneInfoNotFoundError),
              isinstance(error, (KeyError, ValueError)))
import os  # noqa: E402

os.makedirs("zones/Own")
with open("zones/Own/Place", "wb") as stream:
    stream.write(tzif([(0, 1)], KINDS[:2], b"STD-1"))
zoneinfo.reset_tzpath([os.path.abspath("zones")])
own = ZoneInfo("Own/Place")
print("by path:", own.key, own is ZoneInfo("Own/Place"), ZoneInfo.no_cache("Own/Place") is own,
      datetime(2024, 1, 1, tzinfo=own).isoformat(), "Own/Place" in zoneinfo.available_timezones())
print("pickle:", pickle.loads(pickle.dumps(own)) is own,
      pickle.loads(pickle.dumps(ZoneInfo.no_cache("Own/Place"))) is own, copy.deepcopy(own) is own,
      pickle.loads(pickle.dumps(datetime(2024, 1, 1, tzinfo=own))))
ZoneInfo.clear_cache(only_keys=["Own/Place"])
print("cleared:", ZoneInfo("Own/Place") is own)
attempt("relative path", zoneinfo.reset_tzpath, ["relative"])
attempt("path text", zoneinfo.reset_tzpath, "zones")

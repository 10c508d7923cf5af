# harness:
#   description: web log analysis with named groups, datetime buckets, percentiles, sessions and a bad-line report
#   tags: [program, text, regex, datetime]
#   files: {config.json: "{\"bucket_minutes\": 10, \"session_gap\": 15, \"slow_ms\": 400.0}"}
"""Parse generated access logs and report on them."""
import json
import random
import re
import statistics
from collections import Counter, defaultdict
from datetime import datetime, timedelta, timezone
from http import HTTPStatus
from ipaddress import ip_address, ip_network
from urllib.parse import parse_qsl, unquote_plus, urlsplit

LINE = re.compile(r"""
    (?P<host>\S+)\ -\ (?P<user>\S+)\ \[(?P<time>[^\]]+)\]\s
    "(?P<method>[A-Z]+)\ (?P<target>\S+)\ HTTP/(?P<version>\d\.\d)"\s
    (?P<status>\d{3})\ (?P<size>\d+|-)\ (?P<millis>\d+\.\d+)ms$
""", re.VERBOSE)


def generate(count, seed=31):
    rng = random.Random(seed)
    now = datetime(2024, 3, 10, 23, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    hosts = ["10.0.0.5", "10.0.3.9", "192.168.1.77", "2001:db8::1f", "203.0.113.60"]
    targets = ["/", "/search?q=red+shoes&page=2", "/item/42", "/item/7?ref=%E2%82%AC", "/caf%C3%A9", "/login",
               "/a/../b?x=&x=1"]
    for _ in range(count):
        now += timedelta(seconds=rng.expovariate(1 / 95))
        target = rng.choices(targets, (5, 3, 4, 2, 1, 2, 1))[0]
        method = "POST" if target == "/login" else rng.choice(["GET"] * 6 + ["HEAD"])
        status = rng.choices([200, 304, 404, 500, 302], (14, 3, 2, 1, 1))[0]
        size = "-" if status in (304, 302) else rng.randrange(200, 90_000)
        yield (f'{rng.choice(hosts)} - {rng.choice(["-", "ann", "bob"])} [{now:%d/%b/%Y:%H:%M:%S %z}] '
               f'"{method} {target} HTTP/1.{rng.randrange(2)}" {status} {size} '
               f'{rng.lognormvariate(4.5, 0.9):.3f}ms')


def parse(lines):
    bad = []
    records = []
    for number, line in enumerate(lines, 1):
        match = LINE.match(line)
        if match is None:
            bad.append((number, line[:30]))
            continue
        record = match.groupdict()
        try:
            record["time"] = datetime.strptime(record["time"], "%d/%b/%Y:%H:%M:%S %z")
            record["host"] = ip_address(record["host"])
        except ValueError as error:
            bad.append((number, str(error)))
            continue
        record["status"] = HTTPStatus(int(record["status"]))
        record["size"] = 0 if record["size"] == "-" else int(record["size"])
        record["millis"] = float(record["millis"])
        records.append(record)
    return records, bad


def floor(moment, minutes):
    return moment - timedelta(minutes=moment.minute % minutes, seconds=moment.second,
                              microseconds=moment.microsecond)


with open("config.json", encoding="utf-8") as stream:
    config = json.load(stream)
lines = list(generate(90))
lines[10] = "garbage line"
lines[20] = lines[20].replace("/Mar/", "/Mai/")
lines[30] = lines[30].replace("HTTP/1", "HTTP/x")
lines[40] = "300.1.1.1" + lines[40][lines[40].index(" "):]
print(lines[0], lines[89], sep="\n")
records, bad = parse(lines)
print(len(records), "records; bad lines:", *bad, sep="\n  ")

print("== status")
for status, number in sorted(Counter(r["status"] for r in records).items()):
    print(f"{status:d} {status.phrase:<22}{number:3} success={status.is_success} {status!r}")
print("bytes:", f"{sum(r['size'] for r in records):,}", "biggest:", max(r["size"] for r in records))

print("== timing")
times = sorted(r["millis"] for r in records)
cuts = statistics.quantiles(times, n=100, method="inclusive")
print(f"median {statistics.median(times):.3f} p90 {cuts[89]:.3f} p99 {cuts[98]:.3f} "
      f"harmonic {statistics.harmonic_mean(times):.3f} geometric {statistics.geometric_mean(times):.3f}")
print("slow:",
      [f"{r['method']} {r['target']} {r['millis']:.1f}" for r in records if r["millis"] > config["slow_ms"]])

print("== per bucket")
buckets = defaultdict(list)
for record in records:
    buckets[floor(record["time"], config["bucket_minutes"])].append(record)
for start, group in list(buckets.items())[:9]:
    utc = start.astimezone(timezone.utc)
    print(f"{start:%a %H:%M} ({utc:%Y-%m-%d %H:%M}Z) {'#' * len(group):<10} "
          f"{statistics.fmean(r['millis'] for r in group):8.2f}")

print("== networks")
networks = [ip_network(n) for n in ("10.0.0.0/22", "10.0.0.0/8", "192.168.0.0/16", "2001:db8::/32")]
by_network = Counter()
for record in records:
    homes = [n for n in networks if record["host"] in n]
    by_network[max(homes, key=lambda n: n.prefixlen, default=None)] += 1
for network, number in by_network.most_common():
    print(f"  {network!s:<16}{number:3}", network and network.num_addresses, network and network.version)
print("hosts:", sorted({r["host"] for r in records}, key=lambda h: (h.version, h)))

print("== targets")
queries = Counter()
for record in records:
    parts = urlsplit(record["target"])
    queries.update(parse_qsl(parts.query, keep_blank_values=True))
print("paths:", Counter(unquote_plus(urlsplit(r["target"]).path) for r in records).most_common(4))
print("queries:", sorted(queries.items()))

print("== sessions")
sessions = defaultdict(list)
gap = timedelta(minutes=config["session_gap"])
for record in records:
    own = sessions[record["user"], str(record["host"])]
    if not own or record["time"] - own[-1][-1] > gap:
        own.append([])
    own[-1].append(record["time"])
for key in sorted(sessions)[:6]:
    print(f"  {key}: {len(sessions[key])} sessions, longest {max(s[-1] - s[0] for s in sessions[key])}")
total = sum((s[-1] - s[0] for group in sessions.values() for s in group), timedelta())
print("total time:", total, total // timedelta(minutes=1), round(total / timedelta(hours=1), 4),
      repr(total % gap))

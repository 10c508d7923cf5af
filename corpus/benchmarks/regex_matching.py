# harness:
#   description: regular expression search, findall, sub with functions, split and named groups over generated text
#   tags: [benchmark, regex]
#   args: {small: ["25"], full: ["3600"]}
"""Patterns over log-like lines."""
import re
import sys
from collections import Counter

HOSTS = ["alpha.example.org", "beta.example.com", "10.0.0.7", "mail-3.test"]


def lines(count):
    state = 5
    for number in range(count):
        state = (state * 1103515245 + 12345) % 2 ** 31
        high = state >> 9
        yield (f"2024-{high % 12 + 1:02}-{high % 28 + 1:02}T{high % 24:02}:{high % 60:02} "
               f"[{('INFO', 'warn', 'ERROR')[high % 3]}] "
               f"user{high % 50}@{HOSTS[high % 4]} took {high % 9973 / 10}ms id=0x{high:x} \"GET "
               f"/p/{number}?q={high % 7}\" ok")


PATTERNS = {
    "date": re.compile(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)T(\d\d):(\d\d)"),
    "level": re.compile(r"\[(info|warn|error)\]", re.IGNORECASE),
    "mail": re.compile(r"\b[\w.]+@(?:[a-z\d-]+\.)+[a-z\d]+\b"),
    "float": re.compile(r"(?<![\w.])\d+\.\d+(?=ms)"),
    "hex": re.compile(r"0x([0-9a-f]+)"),
    "quoted": re.compile(r'"([^"]*)"'),
    "lazy": re.compile(r"took (.+?)ms.*?(o)k$"),
    "double": re.compile(r"(\w)\1"),
}
text = list(lines(int(sys.argv[1])))
joined = "\n".join(text)
for name, pattern in PATTERNS.items():
    found = [match for line in text if (match := pattern.search(line))]
    print(f"{name:<7}{len(found):6} {sum(m.start() for m in found):8} {sum(m.end() for m in found):8} "
          f"{found[-1].groups()}")
print("findall:", Counter(PATTERNS["level"].findall(joined)).most_common())
print("dates:", Counter(m["m"] for m in PATTERNS["date"].finditer(joined)).most_common(3))
print("sum of floats:", round(sum(map(float, PATTERNS["float"].findall(joined))), 3))
replaced, count = PATTERNS["hex"].subn(lambda m: str(int(m[1], 16) % 1000), joined)
print("subn:", count, len(replaced), sum(map(ord, replaced)) % 1_000_007)
swapped = PATTERNS["date"].sub(r"\g<d>/\3.\2.\g<y>", joined)
print("sub:", swapped.splitlines()[-1][:24])
print("split:", Counter(len(re.split(r"[\s=?\[\]\"]+", line)) for line in text).most_common(2))
print("multiline:", len(re.findall(r"^2024-1\d.*ok$", joined, re.MULTILINE)),
      len(re.findall(r"(?s)id=.*?ok", joined)))
print("full:", sum(bool(re.fullmatch(r"[ -~]+", line)) for line in text),
      len(re.findall(r"\buser(?!1)\d+\b", joined)))
tokens = Counter(m.lastgroup
                 for m in re.finditer(
    r"(?P<num>\d+(?:\.\d+)?)|(?P<word>[A-Za-z_]\w*)|(?P<space>\s+)|(?P<other>.)", joined))
print("tokens:", sorted(tokens.items()))
print("backtracking:", [bool(re.match(r"(?:a|aa)+b", "a" * k)) for k in (5, 12, 16)],
      bool(re.match(r"(x+x+)+y", "x" * 14)))

# harness:
#   description: Myers diff and LCS diff with unified output, patch application and three-way merge, compared with difflib
#   tags: [program, text, difflib, dynamic-programming]
"""Computing, printing and applying differences between line lists."""
import difflib
from itertools import groupby

OLD = """\
# shopping
milk
eggs
bread
butter

# chores
sweep
wash dishes
dust
water plants
read
sleep
""".splitlines()
NEW = """\
# shopping
oat milk
eggs
bread
jam
butter

# chores
wash dishes
dust
water all plants
read
sleep
dream
""".splitlines()


def lcs_table(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            table[i][j] = table[i + 1][j + 1] + 1 if a[i] == b[j] else max(table[i + 1][j], table[i][j + 1])
    return table


def lcs_diff(a, b):
    table, i, j = lcs_table(a, b), 0, 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and a[i] == b[j]:
            yield " ", a[i]
            i, j = i + 1, j + 1
        elif j == len(b) or i < len(a) and table[i + 1][j] >= table[i][j + 1]:
            yield "-", a[i]
            i += 1
        else:
            yield "+", b[j]
            j += 1


def myers_diff(a, b):
    """Greedy shortest edit script."""
    frontier, trace = {1: 0}, []
    for distance in range(len(a) + len(b) + 1):
        trace.append(frontier.copy())
        for k in range(-distance, distance + 1, 2):
            if k == -distance or k != distance and frontier[k - 1] < frontier[k + 1]:
                x = frontier[k + 1]
            else:
                x = frontier[k - 1] + 1
            y = x - k
            while x < len(a) and y < len(b) and a[x] == b[y]:
                x, y = x + 1, y + 1
            frontier[k] = x
            if x >= len(a) and y >= len(b):
                break
        else:
            continue
        break
    script, x, y = [], len(a), len(b)
    for distance, frontier in reversed(list(enumerate(trace))):
        k = x - y
        previous = k + 1 if k == -distance or k != distance and frontier[k - 1] < frontier[k + 1] else k - 1
        px = frontier[previous]
        py = px - previous
        while x > px and y > py and x > 0 and y > 0:
            x, y = x - 1, y - 1
            script.append((" ", a[x]))
        if distance:
            script.append(("+", b[py]) if px == x else ("-", a[px]))
        x, y = px, py
    return script[::-1]


def unified(script, context=2):
    numbered, i, j = [], 0, 0
    for tag, line in script:
        numbered.append((tag, line, i, j))
        i += tag != "+"
        j += tag != "-"
    keep = {n + d for n, (tag, *_) in enumerate(numbered) if tag != " " for d in range(-context, context + 1)}
    rows = [(n in keep, row) for n, row in enumerate(numbered)]
    for kept, hunk in groupby(rows, key=lambda row: row[0]):
        if kept:
            hunk = [row for _, row in hunk]
            old = sum(tag != "+" for tag, *_ in hunk)
            new = sum(tag != "-" for tag, *_ in hunk)
            yield f"@@ -{hunk[0][2] + 1},{old} +{hunk[0][3] + 1},{new} @@"
            yield from (tag + line for tag, line, *_ in hunk)


def patch(lines, hunks):
    result, position = [], 0
    for line in hunks:
        if line.startswith("@@"):
            start = int(line.split()[1][1:].split(",")[0]) - 1
            result += lines[position:start]
            position = start
        elif line[0] == "+":
            result.append(line[1:])
        else:
            if lines[position] != line[1:]:
                raise ValueError(
                    f"hunk does not apply at line {position + 1}: {lines[position]!r} != {line[1:]!r}")
            if line[0] == " ":
                result.append(line[1:])
            position += 1
    return result + lines[position:]


scripts = {f.__name__: list(f(OLD, NEW)) for f in (lcs_diff, myers_diff)}
for name, script in scripts.items():
    print(f"== {name}: {sum(t != ' ' for t, _ in script)} edits, "
          f"old {[l for t, l in script if t != '+'] == OLD}, new {[l for t, l in script if t != '-'] == NEW}")
hunks = list(unified(scripts["lcs_diff"]))
print("\n".join(hunks))
print("patched:", patch(OLD, hunks) == NEW)
try:
    patch(OLD[:8] + ["changed"] + OLD[9:], hunks)
except ValueError as error:
    print("ValueError:", error)

for a, b in [("kitten", "sitting"), ("ABCABBA", "CBABAC"), ("", "abc"), ("same", "same"), ("ab", "ba")]:
    lcs = "".join(c for t, c in lcs_diff(a, b) if t == " ")
    myers = "".join(t + c for t, c in myers_diff(a, b))
    print(f"{a!r} {b!r}: lcs {lcs!r} ratio {difflib.SequenceMatcher(None, a, b).ratio():.4f} script {myers}")

print("== difflib")
print("\n".join(difflib.unified_diff(OLD, NEW, "old.txt", "new.txt", "today", n=1, lineterm="")))
print("ndiff:", [line for line in difflib.ndiff(OLD[1:4], NEW[1:4])])
matcher = difflib.SequenceMatcher(a=OLD, b=NEW)
print("opcodes:", [(op[0][:3], *op[1:]) for op in matcher.get_opcodes()])
print("blocks:", [tuple(m) for m in matcher.get_matching_blocks()], matcher.find_longest_match())
print("close:", difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]),
      f"{matcher.ratio():.6f}",
      f"{matcher.quick_ratio():.6f}", f"{matcher.real_quick_ratio():.6f}")
print("context:", list(difflib.context_diff(["a", "b"], ["a", "c"], lineterm=""))[2:])
print("restore:", list(difflib.restore(difflib.ndiff(["x\n", "y\n"], ["x\n", "z\n"]), 2)))


def merge(base, ours, theirs):
    """Line merge on the blocks that all three share."""
    def blocks(other):
        return {i + d: j + d for i, j, n in difflib.SequenceMatcher(None, base, other).get_matching_blocks()
                for d in range(n)}
    left, right = blocks(ours), blocks(theirs)
    i = a = b = 0
    for anchor in [*(n for n in range(len(base)) if n in left and n in right), None]:
        stop, sa, sb = (len(base), len(ours), len(theirs)) if anchor is None else (anchor, left[anchor],
                right[anchor])
        old, mine, yours = base[i:stop], ours[a:sa], theirs[b:sb]
        if mine == yours or yours == old:
            yield from mine
        elif mine == old:
            yield from yours
        else:
            yield from ["<<<<<<<", *mine, "=======", *yours, ">>>>>>>"]
        if anchor is not None:
            yield base[anchor]
            i, a, b = anchor + 1, sa + 1, sb + 1


print("merge:", " ".join(merge("a b c d e f".split(), "a B c d x e f".split(), "a b c D e f g".split())))
print("conflict:", " ".join(merge("a b c".split(), "a X c".split(), "a Y c d".split())))

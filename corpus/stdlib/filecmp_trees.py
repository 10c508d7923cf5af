# harness:
#   description: filecmp - shallow and deep comparison, directory trees, reports, missing files
#   tags: [module:filecmp, files]
import contextlib
import filecmp
import io
import os

TREES = {
    "left/same.txt": "same", "right/same.txt": "same",
    "left/different.txt": "one", "right/different.txt": "two",
    "left/longer.txt": "short", "right/longer.txt": "much longer",
    "left/only_left.txt": "x", "right/only_right.txt": "y",
    "left/sub/inner.txt": "in", "right/sub/inner.txt": "IN",
    "left/sub/deep/leaf.txt": "leaf", "right/sub/deep/leaf.txt": "leaf",
    "left/sub/deep/extra.txt": "e",
    "left/mixed": "a file here", "right/mixed/file.txt": "a folder there",
    "left/skip.log": "1", "right/skip.log": "2", "left/.hidden": "h", "right/.hidden": "h", "left/CVS/x": "",
    "right/CVS/y": "",
}
for name, text in TREES.items():
    os.makedirs(os.path.dirname(name), exist_ok=True)
    with open(name, "w", encoding="utf-8") as stream:
        stream.write(text)
for name in TREES:
    os.utime(name, (1_700_000_000, 1_700_000_000))

print("same:", filecmp.cmp("left/same.txt", "right/same.txt"),
      filecmp.cmp("left/same.txt", "right/same.txt", shallow=False))
print("same size and time, shallow:", filecmp.cmp("left/different.txt", "right/different.txt"))
print("same size and time, deep:", filecmp.cmp("left/different.txt", "right/different.txt", shallow=False))
os.utime("right/different.txt", (1_700_000_001, 1_700_000_001))
print("times differ:", filecmp.cmp("left/different.txt", "right/different.txt"))
print("sizes differ:", filecmp.cmp("left/longer.txt", "right/longer.txt"))
print("directory:", filecmp.cmp("left", "right"), filecmp.cmp("left/mixed", "right/mixed"))
try:
    filecmp.cmp("left/nothing", "left/same.txt")
except FileNotFoundError as error:
    print("missing:", error.filename)

match, mismatch, errors = filecmp.cmpfiles("left", "right", ["same.txt", "different.txt", "only_left.txt",
                                                             "absent", "mixed", "sub"], shallow=False)
print("cmpfiles:", match, mismatch, errors)

tree = filecmp.dircmp("left", "right", ignore=["skip.log", "CVS"])
for attribute in ("left_list", "right_list", "common", "left_only", "right_only", "common_dirs",
                  "common_files", "common_funny",
                  "same_files", "diff_files", "funny_files"):
    print(attribute, sorted(getattr(tree, attribute)))
print("subdirs:", list(tree.subdirs), sorted(tree.subdirs["sub"].subdirs), tree.subdirs["sub"].diff_files)
print("deep only:", tree.subdirs["sub"].subdirs["deep"].left_only,
      tree.subdirs["sub"].subdirs["deep"].same_files)
print("kept names:", tree.left, tree.right, tree.ignore, tree.hide)
print("default ignore:", sorted(set(filecmp.DEFAULT_IGNORES) & {"CVS", ".git", "__pycache__"}),
      "CVS" in filecmp.dircmp("left", "right").common)
hidden = filecmp.dircmp("left", "right", hide=[os.curdir, os.pardir, ".hidden", "sub"], shallow=False)
print("hidden:", sorted(hidden.common), hidden.diff_files)

for name in ("report", "report_partial_closure", "report_full_closure"):
    output = io.StringIO()
    with contextlib.redirect_stdout(output):
        getattr(tree, name)()
    print(f"--- {name}")
    print(output.getvalue(), end="")
try:
    tree.no_such_attribute
except AttributeError as error:
    print("refused:", type(error).__name__)
with open("left/same.txt", "w", encoding="utf-8") as stream:
    stream.write("SAME")
os.utime("left/same.txt", (1_700_000_000, 1_700_000_000))
print("cached answer:", filecmp.cmp("left/same.txt", "right/same.txt", shallow=False))
filecmp.clear_cache()
print("after clearing:", filecmp.cmp("left/same.txt", "right/same.txt", shallow=False))


class Report(filecmp.dircmp):
    pass


print("subclass kept below:", type(Report("left", "right").subdirs["sub"]).__name__, filecmp.cmp.__defaults__)

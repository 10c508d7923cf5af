# harness:
#   description: difflib - matching blocks, opcodes, ratios, unified and context diffs, ndiff and restore
#   tags: [module:difflib]
import difflib

OLD = ["alpha\n", "beta\n", "gamma\n", "delta\n", "epsilon\n", "zeta\n", "eta\n", "theta\n", "iota\n",
       "kappa\n", "lambda\n"]
NEW = ["alpha\n", "beta!\n", "gamma\n", "epsilon\n", "zeta\n", "eta\n", "theta\n", "new line\n", "iota\n",
       "kappa\n", "lambda"]

matcher = difflib.SequenceMatcher(None, "qabxcd", "abycdf")
print("opcodes:", matcher.get_opcodes())
print("blocks:", [tuple(block) for block in matcher.get_matching_blocks()])
print("ratios:", round(matcher.ratio(), 6), round(matcher.quick_ratio(), 6),
      round(matcher.real_quick_ratio(), 6))
print("longest:", matcher.find_longest_match(), matcher.find_longest_match(alo=3, blo=2))
matcher.set_seq2("qabxcd")
print("same:", matcher.ratio(), matcher.get_opcodes())
matcher.set_seqs("", "")
print("empty:", matcher.ratio(), matcher.get_opcodes(), matcher.get_matching_blocks())
junk = difflib.SequenceMatcher(lambda c: c == " ", " abcd", "abcd abcd")
print("junk:", junk.find_longest_match(0, 5, 0, 9), junk.bjunk, round(junk.ratio(), 4))
popular = difflib.SequenceMatcher(None, "x" * 50 + "ab", "x" * 250 + "ba")
print("popular:", sorted(popular.bpopular), round(popular.ratio(), 4),
      round(difflib.SequenceMatcher(None, "x" * 50 + "ab", "x" * 250 + "ba", False).ratio(), 4))
print("grouped:", list(difflib.SequenceMatcher(None, OLD, NEW).get_grouped_opcodes(1)))
print("numbers:", difflib.SequenceMatcher(a=[1, 2, 3, 4], b=(2, 3, 5)).get_opcodes())
try:
    difflib.SequenceMatcher(None, [[1]], [[2]])
except TypeError as error:
    print("refused:", type(error).__name__)

print("unified:")
print("".join(line if line.endswith("\n") else line + "<no newline>\n"
              for line in difflib.unified_diff(OLD, NEW, "old.txt", "new.txt", "then", "now", n=1)))
print("context:")
print("".join(line if line.endswith("\n") else line + "<no newline>\n"
              for line in difflib.context_diff(OLD, NEW, "a", "b", n=1)))
print("lineterm:", list(difflib.unified_diff(["a"], ["b"], lineterm="")),
      list(difflib.unified_diff(["x"], ["x"])))
print("from nothing:", list(difflib.unified_diff([], ["new"], "e", "f", lineterm="")))
print("bytes:", list(difflib.diff_bytes(difflib.unified_diff, [b"caf\xe9"], [b"cafe"], b"a", b"b",
                                        lineterm=b"")))
try:
    list(difflib.unified_diff([b"x"], ["y"]))
except TypeError as error:
    print("refused:", type(error).__name__)

one = "the quick brown fox\njumps over\nthe lazy dog\n".splitlines(keepends=True)
two = "the quick brown cat\nthe lazy dogs\nand more\n".splitlines(keepends=True)
delta = list(difflib.ndiff(one, two))
print("ndiff:")
print("".join(delta))
print("restored:", list(difflib.restore(delta, 1)) == one, list(difflib.restore(delta, 2)) == two)
try:
    list(difflib.restore(delta, 3))
except ValueError as error:
    print("refused:", type(error).__name__)
print("differ with tabs:", list(difflib.Differ().compare(["\tx = 1\n"], ["\tx = 2\n"])))
print("ndiff without junk:", list(difflib.ndiff(["a b"], ["ab"], charjunk=None)))

words = ["ape", "apple", "peach", "puppy", "appel", "ample"]
print("close:", difflib.get_close_matches("appel", words), difflib.get_close_matches("zzz", words))
print("close, fewer:", difflib.get_close_matches("apple", words, n=2, cutoff=0.8))
for arguments in ({"n": 0}, {"cutoff": 1.5}):
    try:
        difflib.get_close_matches("a", words, **arguments)
    except ValueError as error:
        print("refused:", type(error).__name__)
print("junk tests:", difflib.IS_LINE_JUNK("  #  \n"), difflib.IS_LINE_JUNK("x"),
      difflib.IS_CHARACTER_JUNK("\t"), difflib.IS_CHARACTER_JUNK("\n"))
table = difflib.HtmlDiff(tabsize=4, wrapcolumn=20).make_table(["one\ttab", "same & <b>"],
                                                              ["one two", "same & <b>"], "From", "To")
print("html:", table.count("<tr>"), "diff_chg" in table, "&lt;b&gt;" in table,
      [part for part in table.split("\n") if "same" in part][0].strip()[:120])

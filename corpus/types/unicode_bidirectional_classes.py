# harness:
#   description: unicodedata.bidirectional for assigned characters and for code points without a character
#   tags: [unicode, unicodedata]
import collections
import unicodedata

SAMPLES = ("Az1 \t_-(\u00ab\u00e9\u0301\u0660\u06f1\u00bd\u4e94\u05d0\u0627\u2028\u200b\u200e\u200f"
           "\u202a\u2067\u20ac\u2603\uac00\ue000\U0001f600\U00010330")
print("assigned:", [(ascii(char), unicodedata.bidirectional(char)) for char in SAMPLES])
print("unassigned:", [(ascii(char), unicodedata.bidirectional(char))
                      for char in "\u0378\u0590\u05ff\u0530\ufdd0\uffff\U000e0080"])
for first, last in ((0, 0x100), (0x100, 0x370), (0x370, 0x530), (0x530, 0x700)):
    counts = collections.Counter(unicodedata.bidirectional(chr(point)) or "none" for point in range(first,
                                                                                                    last))
    print(f"U+{first:04X} to U+{last - 1:04X}:", dict(sorted(counts.items())))

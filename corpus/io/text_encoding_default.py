# harness:
#   description: io.text_encoding for None follows the UTF-8 mode, as do the encodings chosen by open
#   tags: [files, encodings]
import io
import locale
import sys

expected = "utf-8" if sys.flags.utf8_mode else "locale"
print("for None:", io.text_encoding(None) == expected, "given:", io.text_encoding("x"),
      io.text_encoding("latin-1", 3))
with open("a.txt", "w") as stream:
    print("open without encoding:", sys.flags.utf8_mode > 0
          or stream.encoding.lower() == locale.getencoding().lower())
with open("a.txt", "w", encoding="locale") as stream:
    print("open with locale:", stream.encoding.lower() == locale.getencoding().lower())
print("filesystem:", sys.getfilesystemencoding(), sys.getfilesystemencodeerrors(), sys.getdefaultencoding())

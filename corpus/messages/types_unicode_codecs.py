# harness:
#   description: messages of codecs, unicodedata and UnicodeError for bytes and text that cannot be converted
#   tags: [errors, messages, unicode, codecs]
import codecs
import unicodedata


def attempt(text):
    try:
        print(text, "=", repr(eval(text)))
    except Exception as error:
        print(text, "->", f"{type(error).__name__}: {error}")


for text in ("'a\\u00e9'.encode('ascii')", "'a\\u2603\\u2603'.encode('latin-1')", "'\\ud800'.encode()",
             "'\\ud800'.encode('utf-16')", "'\\u2603'.encode('cp1252')", "b'a\\xff'.decode()",
             "b'\\xe2\\x82'.decode()", "b'\\xe2\\x82x'.decode()", "b'\\xff'.decode('ascii')",
             "b'a'.decode('utf-16')", "b'\\x00\\xd8'.decode('utf-16-le')", "b'\\x81'.decode('cp1252')",
             "b'\\\\u00'.decode('unicode_escape')", "'a'.encode('no-such-codec')", "'a'.encode('rot13')",
             "b'61'.decode('hex')", "'\\u00e9'.encode('ascii', 'no-such-handler')",
             "codecs.lookup('no such')", "codecs.decode(b'zz', 'hex')",
             "unicodedata.normalize('NFX', 'a')", "unicodedata.normalize('NFC', b'a')",
             "unicodedata.lookup('NO SUCH NAME')", "unicodedata.name('\\x00')", "unicodedata.decimal('a')",
             "unicodedata.digit('ab')", "unicodedata.numeric(5)",
             "UnicodeDecodeError('c', b'abc', 1, 2, 'why')",
             "str(UnicodeEncodeError('c', 'a\\u2603', 1, 2, 'why'))",
             "str(UnicodeTranslateError('x\\U0001f600y', 1, 2, 'no'))"):
    attempt(text)

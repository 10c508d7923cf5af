# harness:
#   description: tokenize - token streams with positions, untokenize round trips, encodings
#   tags: [module:tokenize, module:token, parser]
import io
import token
import tokenize

SOURCES = ["x = 1\n", "if a:\n\tb # c\n\n    # odd\nelse: pass\n", "f'a{b!r:>{c}}d' t'{x}'\n",
           "'''multi\nline''' \"s\" rb'\\x' u'é'\n", "a\\\n+ b\n", "(1,\n 2)\n", "0xFF 1_000 1e-5 3j .5 5.\n",
           "a := b ** c // d -> e ... @ f != g <<= 1\n", "", "\n\n", "x", "é = 'ü'\n", 
           "class A[T]:\n  def m(self):\n    return\n  x\n"]
for source in SOURCES:
    print(repr(source))
    tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    for t in tokens:
        print("   ", token.tok_name[t.type], token.tok_name[t.exact_type] if t.exact_type != t.type else "",
              repr(t.string), t.start, t.end)
    print("    same text:", tokenize.untokenize(tokens) == source or repr(tokenize.untokenize(tokens)))
for data in (b"x\n", b"# coding: latin-1\nx\n", b"\n# -*- coding: utf-8 -*-\n", b"\xef\xbb\xbfx\n",
             b"\xef\xbb\xbf# coding: latin-1\n", b"# coding: nonesuch\n", b"\xff\n",
             b"#!/x\n# vim: set fileencoding=cp1252 :\n", b"x\n\n# coding: ascii\n", b""):
    try:
        print("encoding", data, tokenize.detect_encoding(io.BytesIO(data).readline))
    except SyntaxError as error:
        print("encoding", data, type(error).__name__)
stream = list(tokenize.tokenize(io.BytesIO("x='é'\n".encode()).readline))
print("bytes:", stream[0].string, token.tok_name[stream[0].type], tokenize.untokenize(stream), stream[3].line)
print("short form:", tokenize.untokenize([(token.NAME, "if"), (token.NAME, "x"), (token.OP, ":"),
                                          (token.NUMBER, "1"), (token.STRING, "'a'"), (token.STRING, "'b'"),
                                          (token.NEWLINE, "\n")]))
print("helpers:", token.ISTERMINAL(5), token.ISNONTERMINAL(300), token.ISEOF(0),
      token.EXACT_TOKEN_TYPES["->"] == token.RARROW, token.tok_name[token.COLONEQUAL],
      len(set(token.EXACT_TOKEN_TYPES)) > 45)
with open("latin.py", "wb") as out:
    out.write(b"# coding: latin-1\nx = '\xe9'\n")
with tokenize.open("latin.py") as stream:
    print("open:", stream.encoding, stream.read().splitlines()[1])

# harness:
#   description: shlex - split in POSIX and legacy modes, quoting, joining, punctuation, comments
#   tags: [module:shlex, parsing]
import io
import shlex


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", function(*args, **kwargs))
    except Exception as error:
        print(label, "->", type(error).__name__)


LINES = ["a b  c", "a 'b c' d", 'a "b c" d', "a\\ b c", "'it'\"'\"'s'", '"a\\"b" c', "'a\\b'", '"a\\nb"',
         "a#b #c", "a '' \"\"", "é=ü 日本", "x=1;y", "a\tb\nc", "\\", "'open", '"open', "a'b'c", 'a"b"c',
         "a\\\nb", "", "  ", "$HOME `x`", '"$a\\$b\\`"', "-a --b=c", "foo'bar", "\\'x", "a''b"]
for line in LINES:
    attempt(f"posix {line!r}", shlex.split, line)
    attempt(f"legacy {line!r}", shlex.split, line, posix=False)
attempt("comments", shlex.split, "a # b\nc", comments=True)
attempt("none", shlex.split, None)
for text in ("", "plain", "two words", "it's", 'say "x"', "$HOME", "a/b.c-d_e=f:g,h@i%j+k", "é", "new\nline",
             "*", "~", "a;b", "'", "\\"):
    quoted = shlex.quote(text)
    print("quote", repr(text), quoted, shlex.split(quoted) == [text])
print("join:", shlex.join(["a", "b c", "", "d'e"]), shlex.split(shlex.join(["x y", "'", '"'])))
attempt("quote number", shlex.quote, 5)
attempt("quote bytes", shlex.quote, b"x")

for punctuation in (False, True, "|&"):
    for posix in (False, True):
        lexer = shlex.shlex("a && b||c; d >'e f' (g) &h ~/x --long=1 *.py", posix=posix,
                            punctuation_chars=punctuation)
        lexer.whitespace_split = False
        attempt(f"punctuation {punctuation} {posix}", list, lexer)
lexer = shlex.shlex("one two # comment\nthree 'four", infile="name.txt")
tokens = [lexer.get_token() for _ in range(3)]
print("tokens:", tokens, lexer.lineno, lexer.error_leader(), lexer.error_leader("other", 9))
attempt("unclosed", lexer.get_token)
print("state:", lexer.eof == "", shlex.shlex("", posix=True).eof, lexer.commenters, lexer.quotes,
      repr(lexer.whitespace))
lexer = shlex.shlex("a b c")
lexer.push_token("pushed")
print("push:", lexer.get_token(), lexer.get_token(), list(lexer))
custom = shlex.shlex("a:b,c d//e f", posix=True)
custom.whitespace, custom.whitespace_split, custom.commenters = ":, ", True, "/"
print("custom:", list(custom))
words = shlex.shlex("a-b.c/d e_f")
words.wordchars += "-./"
print("wordchars:", list(words), list(shlex.shlex("a-b.c")))
stream = shlex.shlex(io.StringIO("from a\nstream 'with quotes'"), posix=True)
print("stream:", list(stream), stream.lineno)
with open("included.txt", "w", encoding="utf-8") as out:
    out.write("inside here")
sourcing = shlex.shlex("before source included.txt after", posix=True)
sourcing.source, sourcing.whitespace_split = "source", True
print("source:", list(sourcing))

# harness:
#   description: tokenize - doubled braces in f-strings and t-strings, with positions
#   tags: [module:tokenize, parser]
import io
import token
import tokenize

for source in (
    "f'{{d}}'\n",
    "f'a{{'\n",
    "f'}}a'\n",
    "f'{{{x}}}'\n",
    "t'{{a}}{b}'\n",
    "f'{x:{{<5}}'\n",
    "rf'\\{{'\n",
):
    print(repr(source))
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except tokenize.TokenError as error:
        print("   ", type(error).__name__)
        continue
    for t in tokens:
        print("   ", token.tok_name[t.type], repr(t.string), t.start, t.end)
    print("    untokenized:", repr(tokenize.untokenize(tokens)))

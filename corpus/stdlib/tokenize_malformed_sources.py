# harness:
#   description: tokenize - what is an error and what still gives tokens in malformed sources
#   tags: [module:tokenize, parser]
import io
import token
import tokenize

for bad in ("(", "'open", "'''open", "if a:\n    b\n  c\n", "x = $\n", "a\\", "f'{a", "1a\n", "0777\n",
            "\t x\n        y\n", ")", "(]", "?", "f'{a!}'\n", "€\n"):
    try:
        print("tokens of", repr(bad),
              [token.tok_name[t.type] for t in tokenize.generate_tokens(io.StringIO(bad).readline)])
    except (tokenize.TokenError, SyntaxError) as error:
        print("error for", repr(bad), type(error).__name__)

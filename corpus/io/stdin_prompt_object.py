# harness:
#   description: the prompt of input() may be any object, it is written through str
#   tags: [stdin, input]
#   stdin: "a\nb\nc\nd\ne\nf\n"


class Prompt:
    def __str__(self):
        return "<prompt object> "


for prompt in ("text> ", 5, None, 2.5, ["list"], Prompt()):
    try:
        print("->", repr(input(prompt)))
    except TypeError:
        print("-> TypeError for", type(prompt).__name__)

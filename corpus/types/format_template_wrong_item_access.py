# harness:
#   description: str.format fields with text after a closing bracket, or a far too large item number
#   tags: [str, format]


def attempt(template, *args, **kwargs):
    try:
        print(f"{template!r:<30}", repr(template.format(*args, **kwargs)))
    except Exception as error:
        print(f"{template!r:<30}", type(error).__name__)


rows = [[1, 2], [3, 4]]
for template in ("{0[1]}", "{0[1][0]}", "{0[1]x}", "{0[a]b}", "{0[1]x[0]}", "{0[1].real}", "{0[1]!r}",
                 "{0[1]:>8}",
                 "{0[]}", "{0[1}", "{0[01]}", "{0[-1]}", "{0[ 1]}", "{0[1 ]}"):
    attempt(template, rows)
attempt("{x[4294967296]}", x=[1])
attempt("{x[99999999999999999999]}", x=[1])
attempt("{99999999999999999999}", 1)
attempt("{x[99999999999999999999]}", x={"99999999999999999999": "text key"})

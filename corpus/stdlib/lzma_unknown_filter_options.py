# harness:
#   description: lzma - filter specifiers with unknown or impossible options
#   tags: [module:lzma, compression]
import lzma


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


for extra in (
    {"colour": 1},
    {"lc": 9},
    {"dict_size": 1},
    {"mode": 77},
    {"mf": 0},
    {"nice_len": "x"},
    {"preset": 77},
):
    chain = [{"id": lzma.FILTER_LZMA2, **extra}]
    attempt(str(extra), lambda: lzma.decompress(lzma.compress(b"text", filters=chain)))
for chain in (
    [{"id": 999}],
    [{"id": "lzma2"}],
    [{"preset": 1}],
    [{"id": lzma.FILTER_DELTA}],
    ["lzma2"],
    [],
    5,
    [{"id": lzma.FILTER_X86}] * 3 + [{"id": lzma.FILTER_LZMA2}] * 2,
):
    attempt(
        f"chain of {len(chain) if isinstance(chain, list) else chain}",
        lambda: type(lzma.compress(b"text", filters=chain)).__name__,
    )

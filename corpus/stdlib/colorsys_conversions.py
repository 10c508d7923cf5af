# harness:
#   description: colorsys - RGB to and from YIQ, HLS and HSV over grids, extremes and out-of-range input
#   tags: [module:colorsys, numbers]
import colorsys
from fractions import Fraction


def rounded(triple):
    return tuple(round(value, 9) + 0.0 for value in triple)


NAMED = {"black": (0, 0, 0), "white": (1, 1, 1), "red": (1, 0, 0), "lime": (0, 1, 0), "blue": (0, 0, 1),
         "grey": (0.5, 0.5, 0.5), "olive": (0.5, 0.5, 0), "sky": (0.53, 0.81, 0.92),
         "almost": (0.1, 0.1, 0.1000001)}
for name, rgb in NAMED.items():
    print(name, "yiq", rounded(colorsys.rgb_to_yiq(*rgb)))
    print(name, "hls", rounded(colorsys.rgb_to_hls(*rgb)))
    print(name, "hsv", rounded(colorsys.rgb_to_hsv(*rgb)))

worst = {"yiq": 0.0, "hls": 0.0, "hsv": 0.0}
for r in range(0, 11, 2):
    for g in range(0, 11, 2):
        for b in range(0, 11, 2):
            rgb = r / 10, g / 10, b / 10
            for space in worst:
                there = getattr(colorsys, f"rgb_to_{space}")(*rgb)
                back = getattr(colorsys, f"{space}_to_rgb")(*there)
                worst[space] = max(worst[space], *(abs(x - y) for x, y in zip(rgb, back)))
print("largest round trip errors below 1e-12:", {space: error < 1e-12 for space, error in worst.items()})

print("hue wheel:")
for step in range(0, 13):
    hue = step / 12
    print("   ", step, rounded(colorsys.hsv_to_rgb(hue, 1.0, 1.0)),
          rounded(colorsys.hls_to_rgb(hue, 0.25, 0.5)))
print("negative hue:", rounded(colorsys.hsv_to_rgb(-1 / 3, 1, 0.5)),
      rounded(colorsys.hls_to_rgb(-0.5, 0.5, 1)))
print("hue above one:", rounded(colorsys.hsv_to_rgb(2.25, 0.5, 1)),
      rounded(colorsys.hls_to_rgb(1.75, 0.5, 1)))
print("no saturation:", colorsys.hsv_to_rgb(0.3, 0, 0.7), colorsys.hls_to_rgb(0.3, 0.7, 0.0))
print("yiq clamps:", colorsys.yiq_to_rgb(1.0, 1.0, 1.0), colorsys.yiq_to_rgb(0.0, -1.0, -1.0))
print("lightness one:", colorsys.rgb_to_hls(1.0, 1.0, 1.0), colorsys.hls_to_rgb(0.9, 1.0, 0.4))
print("types:", [type(v).__name__ for v in colorsys.rgb_to_hsv(0, 0, 0)],
      [type(v).__name__ for v in colorsys.rgb_to_hls(1, 1, 1)])
print("fractions:", colorsys.rgb_to_hsv(Fraction(1, 2), Fraction(1, 4), Fraction(1, 8)))
print("beyond:", rounded(colorsys.rgb_to_hsv(2.0, -1.0, 0.5)), rounded(colorsys.rgb_to_hls(255, 128, 0)))
print("constants:", colorsys.ONE_THIRD, colorsys.ONE_SIXTH, colorsys.TWO_THIRD, sorted(colorsys.__all__))
for bad in (("a", 0, 0), (None, 1, 1)):
    try:
        colorsys.rgb_to_hsv(*bad)
    except TypeError as error:
        print("refused:", type(error).__name__)


def blend(first, second, steps):
    for step in range(steps + 1):
        share = step / steps
        yield colorsys.hsv_to_rgb(*(a + (b - a) * share for a, b in zip(first, second)))


print("blend:", " ".join("#" + "".join(f"{round(c * 255):02x}" for c in rgb)
                         for rgb in blend((0, 1, 1), (0.66, 0.5, 0.8), 8)))

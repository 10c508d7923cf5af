# harness:
#   description: statistics - averages, spread, quantiles, regression, types kept, NormalDist, error messages
#   tags: [module:statistics, numbers]
import statistics as st
from decimal import Decimal as D
from fractions import Fraction as F


def attempt(label, function, *args, **kwargs):
    try:
        print(label, "->", repr(function(*args, **kwargs)))
    except Exception as error:
        print(label, "->", type(error).__name__)


SETS = {"ints": [1, 2, 2, 3, 10], "floats": [0.1, 0.2, 0.3, 1e10], "fractions": [F(1, 3), F(1, 6), F(5, 2)],
        "decimals": [D("0.1"), D("2.25"), D("3")], "one": [7], "bools": [True, False, True],
        "same": [4, 4, 4, 4], "negative": [-5, -1, -3.5, 2]}
for name, data in SETS.items():
    for function in ("mean", "median", "median_low", "median_high", "mode", "multimode", "pvariance",
                     "variance", "pstdev", "stdev", "harmonic_mean", "geometric_mean"):
        attempt(f"{function} {name}", getattr(st, function), data)
for function in ("mean", "median", "mode", "multimode", "stdev", "pstdev", "fmean", "harmonic_mean",
                 "geometric_mean", "median_grouped"):
    attempt(f"{function} empty", getattr(st, function), [])
print("fmean:", st.fmean([1, 2, 4]), st.fmean([1, 2, 4], [3, 1, 0]), st.fmean(iter([0.1] * 10)))
attempt("weights", st.fmean, [1, 2], [1])
attempt("zero weights", st.fmean, [1, 2], [0, 0])
print("weighted harmonic:", st.harmonic_mean([40, 60], weights=[5, 30]), st.harmonic_mean([1, 0, 2]))
attempt("mixed", st.mean, [D(1), F(1, 2)])
attempt("text", st.mean, ["a", "b"])
print("grouped:", st.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]),
      st.median_grouped([1, 3, 3, 5, 7], interval=2), st.multimode("aabbc"), st.mode("aabb"),
      st.mean([1e308, 1e308]), st.mean([float("inf"), 1]))
for options in ({}, {"n": 10}, {"n": 4, "method": "inclusive"}, {"n": 1}):
    attempt(f"quantiles {options}", st.quantiles, [105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110],
            **options)
attempt("quantiles of one", st.quantiles, [5])
attempt("quantiles method", st.quantiles, [1, 2], method="x")
attempt("quantiles n", st.quantiles, [1, 2], n=0)
x, y = [1, 2, 3, 4, 5], [2.1, 3.9, 6.2, 7.8, 10.1]
print("pairs:", round(st.covariance(x, y), 12), round(st.correlation(x, y), 12),
      st.correlation(x, [1, 4, 9, 16, 25], method="ranked"), st.linear_regression(x, [2 * n + 1 for n in x]),
      st.linear_regression(x, [3 * n for n in x], proportional=True))
attempt("lengths", st.covariance, [1], [1, 2])
attempt("constant", st.correlation, [1, 1], [1, 2])
attempt("constant x", st.linear_regression, [1, 1], [1, 2])
print("given mean:", st.variance([1, 2, 3, 4], 2.5), st.pvariance([1, 2], mu=0),
      st.variance([D("27.5"), D("30.25"), D("30.25")]))
n = st.NormalDist(100, 15)
print("normal:", n, n.mean, n.variance, n.mode, round(n.cdf(130), 12), round(n.pdf(100), 12),
      round(n.inv_cdf(0.975), 9), n.zscore(85), [round(q, 6) for q in n.quantiles()],
      round(n.overlap(st.NormalDist(110, 15)), 12))
print("arithmetic:", n + 5, n * 2, n / 2, -n, n + st.NormalDist(1, 8), n - n, n == st.NormalDist(100, 15),
      st.NormalDist.from_samples([1, 2, 3, 4]), [round(v, 9) for v in n.samples(2, seed=3)])
attempt("sigma", st.NormalDist, 0, -1)
attempt("inv_cdf", n.inv_cdf, 1.5)
attempt("zero sigma", st.NormalDist(0, 0).pdf, 1)
attempt("multiply", lambda: n * n)
estimate = st.kde([1, 2, 2.5, 6], h=0.5)
print("kde:", [round(estimate(v), 9) for v in (0, 2, 4)], round(st.kde([1, 2], 1, "triangular",
                                                                       cumulative=True)(1.5), 9))
attempt("kde kernel", st.kde, [1], 1, "x")

"""Writes Tests/StatisticsTests/DistributionOracles.swift: densities and both tails at 60 digits.

mpmath 1.3.0, Python 3.11; from the definitions: incomplete gamma function, series of the incomplete beta
function, erfc. Run from the
package's folder: python3 Tests/Oracles/distributions.py
"""

from mpmath import erfc, exp, gammainc, log, loggamma, mp, mpf, pi, sqrt

mp.dps = 60


def normal(m, s, x):
    z = (x - m) / s
    return erfc(-z / sqrt(2)) / 2, erfc(z / sqrt(2)) / 2, -z * z / 2 - log(s * sqrt(2 * pi))


def log_normal(m, s, x):
    lower, upper, density = normal(m, s, log(x))
    return lower, upper, density - log(x)


def gamma_(k, t, x):
    y = x / t
    density = (k - 1) * log(x) - y - loggamma(k) - k * log(t)
    return gammainc(k, 0, y, regularized=True), gammainc(k, y, regularized=True), density


def beta_series(a, b, x):
    """I_x(a, b) by its series of positive terms, x not near 1."""
    term = total = exp(
        a * log(x) + b * log(1 - x) + loggamma(a + b) - loggamma(a + 1) - loggamma(b)
    )
    n = 0
    while term > total * mpf(10) ** -65 or x * (a + b + n) > (a + 1 + n):
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return total


def beta_tails(a, b, x):
    """Both tails, each by its own series unless that would hardly converge."""
    lower = beta_series(a, b, x) if x < 0.99 else None
    upper = beta_series(b, a, 1 - x) if x > 0.01 else None
    return (1 - upper if lower is None else lower), (1 - lower if upper is None else upper)


def beta(a, b, x):
    lower, upper = beta_tails(a, b, x)
    constant = loggamma(a + b) - loggamma(a) - loggamma(b)
    return lower, upper, (a - 1) * log(x) + (b - 1) * log(1 - x) + constant


def poisson(m, x):
    return (
        gammainc(x + 1, m, regularized=True),
        gammainc(x + 1, 0, m, regularized=True),
        x * log(m) - m - loggamma(x + 1),
    )


def negative_binomial(m, t, x):
    p, q = t / (t + m), m / (t + m)
    density = loggamma(x + t) - loggamma(t) - loggamma(x + 1) + t * log(p) + x * log(q)
    lower, upper = beta_tails(t, x + 1, p)
    return lower, upper, density


def pert(a, c, b, x):
    w = b - a
    lower, upper, density = beta(1 + 4 * (c - a) / w, 1 + 4 * (b - c) / w, (x - a) / w)
    return lower, upper, density - log(w)


def triangular(a, c, b, x):
    if x < c:
        lower = (x - a) ** 2 / ((b - a) * (c - a))
        return lower, 1 - lower, log(2 * (x - a) / ((b - a) * (c - a)))
    upper = (b - x) ** 2 / ((b - a) * (b - c))
    return 1 - upper, upper, log(2 * (b - x) / ((b - a) * (b - c)))


CASES = [
    ("normal", normal, [0, 1], [-37, -8, -1.5, 0, 0.25, 3, 12]),
    ("normal", normal, [100, 12.5], [0.5, 95, 240]),
    ("logNormal", log_normal, [-1.5, 0.75], [1e-4, 0.125, 0.25, 3, 500]),
    ("gamma", gamma_, [0.25, 2], [1e-12, 0.01, 1, 20, 200]),
    ("gamma", gamma_, [1, 0.5], [1e-8, 0.4, 30]),
    ("gamma", gamma_, [3.5, 1], [1e-5, 1.5, 3.25, 9, 60]),
    ("gamma", gamma_, [400, 0.01], [2, 3.75, 4, 4.5, 8]),
    ("gamma", gamma_, [250000, 1], [246000, 249500, 250000, 251000, 254000]),
    ("beta", beta, [0.5, 0.5], [1e-10, 0.25, 0.5, 0.875]),
    ("beta", beta, [2, 30], [1e-6, 0.02, 0.0625, 0.25, 0.75]),
    ("beta", beta, [8.5, 1.25], [0.01, 0.5, 0.875, 0.9921875]),
    ("beta", beta, [0.03125, 6], [1e-30, 0.001, 0.25]),
    ("beta", beta, [3000, 7000], [0.25, 0.28125, 0.3, 0.3125, 0.375]),
    ("poisson", poisson, [0.5], [0, 1, 12]),
    ("poisson", poisson, [17.25], [0, 5, 17, 30, 90]),
    ("poisson", poisson, [1000000], [994000, 999999, 1000000, 1005000]),
    ("negativeBinomial", negative_binomial, [3, 0.5], [0, 1, 10, 200]),
    ("negativeBinomial", negative_binomial, [40, 12], [0, 10, 38, 120, 400]),
    ("negativeBinomial", negative_binomial, [20, 100000], [1, 20, 60]),
    ("pert", pert, [10, 12, 30], [10.001, 12, 15.5, 29.5]),
    ("triangular", triangular, [-1, 0.5, 4], [-0.9990234375, 0, 0.5, 2, 3.9990234375]),
]

HEAD = '''/// Densities and tails at 60 digits: written by `Tests/Oracles/distributions.py` (mpmath 1.3.0).
struct DistributionOracle: Sendable {
  let family: String
  let parameters: [Double]
  /// x, P(≤ x), P(> x), ln density.
  let rows: [(x: Double, lower: Double, upper: Double, logDensity: Double)]

  static let all: [DistributionOracle] = [
'''


def number(value):
    return repr(float(value))


with open("Tests/StatisticsTests/DistributionOracles.swift", "w") as out:
    out.write(HEAD)
    for family, function, parameters, points in CASES:
        inside = ", ".join(number(p) for p in parameters)
        out.write(f'    DistributionOracle(\n      family: "{family}", parameters: [{inside}],\n')
        out.write("      rows: [\n")
        for x in points:
            values = function(*[mpf(p) for p in parameters], mpf(x))
            row = ", ".join(number(v) for v in [x, *values])
            out.write(f"        ({row}),\n")
        out.write("      ]),\n")
    out.write("  ]\n}\n")

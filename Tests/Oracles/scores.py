"""Prints the scores that Tests/StatisticsTests/Scores compares with: from their definitions, not from the
formulas of the package. scipy 1.17.1, numpy 2.4.6. Run: python3 Tests/Oracles/scores.py
"""

import numpy as np
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

sample = np.array([2.0, 3.5, 3.5, 7.0, 11.0, 12.25])


def crps(sample, y):
    """The integral of (F(x) - 1{y <= x})², piece by piece between jumps."""
    ends = np.sort(np.append(sample, y))
    middle = (ends[:-1] + ends[1:]) / 2
    f = [(np.mean(sample <= x) - (y <= x)) ** 2 for x in middle]
    return float(np.sum(np.diff(ends) * f))


for y in [0.0, 3.5, 5.0, 20.0]:
    m = len(sample)
    pairs = np.abs(sample[:, None] - sample[None, :]).sum()
    fair = np.abs(sample - y).mean() - pairs / (2 * m * (m - 1))
    print(f"CRPS of the sample at {y}: {crps(sample, y)!r}, fair {float(fair)!r}")

# The fair score of two draws of the standard normal, averaged: E|X - y| - E|X - X'|/2 at y = 0.5.
z = quad(lambda x: (np.exp(-x * x / 2) / np.sqrt(2 * np.pi)) * abs(x - 0.5), -12, 12, points=[0.5])[0]
print(f"CRPS of the standard normal at 0.5: {float(z - 1 / np.sqrt(np.pi))!r}")

# Pinball losses of quantiles at uneven levels.
levels, q, y = [0.1, 0.5, 0.8], [1.0, 4.0, 9.0], 5.0
loss = [(l * (y - v) if y >= v else (1 - l) * (v - y)) for l, v in zip(levels, q)]
print(f"Score of three quantiles at 5: {2 * float(np.mean(loss))!r}")

# Exponential smoothing: the weight by a continuous search, for the place of the least squares.
history = [100.0, 104.0, 101.0, 107.0, 109.0, 108.0, 113.0]


def squares(a, values):
    level, total = values[0], 0.0
    for v in values[1:]:
        total += (v - level) ** 2
        level += a * (v - level)
    return total, level


for values in [history, [5.0, 9.0, 4.0, 8.0, 5.0, 9.0, 4.0]]:
    best = minimize_scalar(lambda a: squares(a, values)[0], bounds=(0, 1), method="bounded").x
    grid = min(range(101), key=lambda k: (squares(k / 100, values)[0], -k)) / 100
    print(f"Smoothing of {values}: weight {best:.4f}, on the grid {grid}, level {squares(grid, values)[1]!r}")

"""Digest expected by ExponentialIntegralsTests.bitsAreTheSameEverywhere.

The formulas documented in ExponentialIntegrals.swift, in the order promised there, one rounding per
operation. Written apart from the Swift code; numpy 2.4.6, Python 3.11. Prints doublings and digest.
"""

import numpy as np

N, H, RADIUS, DEGREE = 40, 1.0, 0.5, 14


def generator():
    q = np.zeros((N, N))
    for i in range(N):
        outflow = (i % 7) / 10
        for j in range(N):
            if j != i and (i * j) % 5 == 1:
                q[i, j] = ((3 * i + 5 * j) % 11) / 13
                outflow += q[i, j]
        q[i, i] = -outflow
    return q


def product(a, b, start=None):
    """start + a b, the inner index ascending, every product rounded before it is added."""
    c = np.zeros((N, N)) if start is None else start.copy()
    for i in range(N):
        for k in range(N):
            if a[i, k] != 0:
                term = a[i, k] * b[k]
                c[i] = c[i] + term
    return c


def coefficients(x):
    inverse = [1.0]
    for j in range(1, 2 * DEGREE + 3):
        inverse.append(inverse[-1] / j)
    growth = 0.0
    for m in reversed(range(DEGREE + 1)):
        growth = growth * x + inverse[m]
    decay = 1 / growth
    for m in range(DEGREE + 1):
        first = second = 0.0
        for k in reversed(range(DEGREE + 1)):
            first = first * x + inverse[m + 1 + k]
            second = second * x + (k + 1) * inverse[m + 2 + k]
        yield decay * inverse[m], decay * first, decay * second


def integrals(q, h):
    shift = max(0.0, *(-np.diag(q)))
    shifted = q + shift * np.eye(N)
    norm = max(shift, max(sum(row) for row in shifted.tolist())) * h
    t, doublings = h, 0
    while norm > RADIUS:
        norm, t, doublings = norm / 2, t / 2, doublings + 1
    a = t * shifted
    sums, power = None, None
    for m, c in enumerate(coefficients(shift * t)):
        power = np.eye(N) if m == 0 else a if m == 1 else product(a, power)
        sums = [x * power for x in c] if m == 0 else [s + x * power for s, x in zip(sums, c)]
    p, phi, psi = sums[0], t * sums[1], (t * t) * sums[2]
    for _ in range(doublings):
        psi = product(p, psi, psi + t * phi)
        phi = product(p, phi, phi)
        p = product(p, p)
        t *= 2
    return doublings, (p, phi, psi)


doublings, matrices = integrals(generator(), H)
digest = 14695981039346656037
for matrix in matrices:
    for bits in matrix.ravel().view(np.uint64):
        digest = (digest ^ int(bits)) * 1099511628211 % 2**64
print(doublings, digest)

#!/usr/bin/env python3
"""Runs one portable cohort model with carecast and with numpy, in turn, and prints the ratios.

    cohort.py CARECAST [--runs N] [--repetitions N] [--threads N]

Sixteen states, 18 single years of age, 120 months; each run has 30 multipliers. With integers
a = 0..17 (age) and i, j = 0..15 (states):

    base[a, i, j] = (0.02 / 15) (1 + (7 i + 13 j + 3 a) mod 11) / 6
    P[a, i, j]    = theta[(16 i + j) mod 30] base[a, i, j]  for i != j;   rows sum to 1
    entries[a, i] = 1 + (5 a + 3 i) mod 7  for i < 8, else 0
    opening[a, i] = 50 + (11 a + 17 i) mod 23
    y[a] = x[a] P[a];   x'[a] = 11/12 y[a] + 1/12 y[a - 1] + entries[a]
    worth = sum over t = 1..120 of 1.035^(-t / 12) times the sum of 100 (i + 1) x[t, a, i]
    theta of run m = 0.5 + the fraction of (m + 1) times the roots of the first 30 primes

Making the matrices is part of what is timed. numpy is run in two forms, each with several sizes of
its batches, and the fastest counts: the matrices of many runs times their stocks at once, and runs
innermost with a product and a sum for each state.
"""

import argparse
import json
import os
import subprocess
import time

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np

STATES, AGES, STEPS = 16, 18, 120
PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83,
          89, 97, 101, 103, 107, 109, 113]
a, i, j = np.ogrid[:AGES, :STATES, :STATES]
BASE = (0.02 / 15) * (1 + (7 * i + 13 * j + 3 * a) % 11) / 6
EFFECT = ((16 * i + j) % 30)[0]
a, i = np.ogrid[:AGES, :STATES]
ENTRIES = np.where(i < 8, 1.0 + (5 * a + 3 * i) % 7, 0.0)
OPENING = 50.0 + (11 * a + 17 * i) % 23
VALUE = 100.0 * np.arange(1, STATES + 1)
DISCOUNT = 1.035 ** (-np.arange(1, STEPS + 1) / 12)
SELF = np.arange(STATES)
KNOWN = {64: 2831927751.266579628, 1024: 2831523095.752822}


def multipliers(runs):
    return 0.5 + np.modf(np.arange(1.0, runs + 1)[:, None] * np.sqrt(np.array(PRIMES, float)))[0]


def side_by_side(theta):
    """Each run's matrices lie together, transposed, and multiply its stocks as columns."""
    effects = np.ascontiguousarray(theta[:, EFFECT].swapaxes(1, 2))
    p = effects[:, None] * np.ascontiguousarray(BASE.swapaxes(1, 2))
    p[:, :, SELF, SELF] = 0
    p[:, :, SELF, SELF] = 1 - p.sum(axis=2)
    x = np.broadcast_to(OPENING, (len(theta), AGES, STATES)).copy()
    y = np.empty_like(x)
    worth = np.zeros(len(theta))
    for step in range(STEPS):
        np.matvec(p, x, out=y)
        np.multiply(y, 11 / 12, out=x)
        x[:, 1:] += y[:, :-1] / 12
        x += ENTRIES
        worth += DISCOUNT[step] * (x.sum(axis=1) @ VALUE)
    return np.column_stack([x.sum(axis=1), worth])


def innermost(theta):
    """Runs lie innermost: a product of all matrices with their stocks, then a sum."""
    p = BASE[..., None] * np.ascontiguousarray(theta.T)[EFFECT]
    p[:, SELF, SELF] = 0
    p[:, SELF, SELF] = 1 - p.sum(axis=2)
    x = np.repeat(OPENING[..., None], len(theta), axis=2)
    y = np.empty_like(x)
    product = np.empty_like(p)
    worth = np.zeros(len(theta))
    for step in range(STEPS):
        np.multiply(p, x[:, :, None], out=product)
        np.add.reduce(product, axis=1, out=y)
        np.multiply(y, 11 / 12, out=x)
        x[1:] += y[:-1] / 12
        x += ENTRIES[..., None]
        worth += DISCOUNT[step] * (VALUE @ x.sum(axis=0))
    return np.column_stack([x.sum(axis=0).T, worth])


FORMS = {"side by side": (side_by_side, (32, 64, 96)), "innermost": (innermost, (16, 32))}


def batch(form, theta, size):
    return np.concatenate([form(theta[k:k + size]) for k in range(0, len(theta), size)])


def carecast(program, runs, threads):
    """Measurements of one call, by name."""
    output = subprocess.run(
        [program, "bench", "cohort", "--runs", str(runs), "--threads", str(threads),
         "--repetitions", "3", "--json"], check=True, capture_output=True, text=True).stdout
    return {one["name"]: one for one in json.loads(output)}


def close(value, known):
    return abs(value / known - 1) <= 1e-12


def spread(times):
    return f"{100 * (max(times) / min(times) - 1):.0f}%"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("carecast")
    parser.add_argument("--runs", type=int, default=8192)
    parser.add_argument("--numpy-runs", type=int, default=2048)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()

    for runs, known in KNOWN.items():
        checksum = carecast(options.carecast, runs, 1)["cohort.1-thread"]["checksum"]
        assert close(checksum, known), f"carecast: {checksum} over {runs} runs, known is {known}"
        for form, sizes in FORMS.values():
            mean = batch(form, multipliers(runs), sizes[0])[:, STATES].mean()
            assert close(mean, known), f"numpy: {mean} over {runs} runs, known is {known}"

    theta = multipliers(options.numpy_runs)
    ours, bounds, theirs = {}, {}, {}
    for _ in range(options.repetitions):
        for name, one in carecast(options.carecast, options.runs, options.threads).items():
            ours.setdefault(name, []).append(options.runs / one["rate"])
            bounds.setdefault(name, []).append(one["bound"])
        for name, (form, sizes) in FORMS.items():
            for size in sizes:
                start = time.perf_counter()
                batch(form, theta, size)
                theirs.setdefault(f"numpy, {name}, {size} runs", []).append(
                    time.perf_counter() - start)
    best_peer = max(options.numpy_runs / min(times) for times in theirs.values())
    for name, times in theirs.items():
        print(f"{name:38} {options.numpy_runs / min(times):9,.0f} runs/s, spread {spread(times)}")
    for name, times in ours.items():
        rate = options.runs / min(times)
        print(f"{'carecast ' + name:38} {rate:9,.0f} runs/s, spread {spread(times)}, "
              f"{rate / best_peer:.1f} times the fastest of numpy, "
              f"{rate / max(bounds[name]):.2f} of what the machine could do")
    print("the means of 64 and 1,024 runs agree with the known ones to 1e-12")


main()

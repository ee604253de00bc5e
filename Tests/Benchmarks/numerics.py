#!/usr/bin/env python3
"""Runs the kernels of the numerics with carecast, numpy, scipy and SALib, in turn.

    numerics.py CARECAST [--turns N] [--small] [KERNEL ...]

The kernels are those of `carecast bench`, on the same numbers where a result depends on them:

design       points of 30 inputs. carecast and scipy give Sobol's points in blocks, carecast scrambles
             each (Owen's nested scrambling by a hash), scipy the direction numbers (a random linear
             map and a shift), which takes nothing for each point. SALib's sequence is not scrambled.
exponential  of generators of 16 states. carecast gives P and its two integrals. scipy gives P from
             the generator, P and the integral from a matrix of 32 x 32, all three from one of 48 x 48.
normals      in blocks. carecast inverts, as scipy's ndtri does; numpy's own method is the ziggurat.
quantiles    five of the same numbers.
regression   the same equations of 50 unknowns.

One thread each. What must agree is checked: unscrambled points, exponentials and integrals, quantiles
and solutions to rounding, means of random points and numbers within what chance allows.
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import sys
import warnings

from turns import agree, carecast, in_turn, seconds, table

sys.path.pop(0)  # this folder, or csv.py would stand for the standard library's csv

from importlib.metadata import version

import numpy as np
import scipy.linalg
import scipy.special
from SALib.sample import latin, sobol_sequence
from scipy.stats import qmc

DIMENSIONS, STATES, UNKNOWNS = 30, 16, 50
SHARES = [0.05, 0.25, 0.5, 0.75, 0.95]


def sample(first, count):
    """The upper 53 bits of splitmix64 of neighbouring indices, as numbers of [0, 1)."""
    bits = np.arange(first + 1, first + count + 1, dtype=np.uint64)
    bits *= np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    return (bits >> np.uint64(11)).astype(np.float64) * 2.0**-53


def neighbours(points):
    """The sum over points of x[d] x[d + 1], the first input following the last."""
    return np.einsum("ij,ij->", points, np.roll(points, 1, axis=1))


def in_blocks(count, size):
    return [min(size, count - start) for start in range(0, count, size)]


def design(program, turns, small):
    points = 10_000 if small else 1_015_808
    sequence = 1024 if small else 16_384
    blocks = in_blocks(points, 32_768)
    problem = {"num_vars": DIMENSIONS, "names": [f"x{d}" for d in range(DIMENSIONS)],
               "bounds": [[0.0, 1.0]] * DIMENSIONS}
    last = {}

    def sobol(scramble):
        engine = qmc.Sobol(DIMENSIONS, scramble=scramble, rng=1)
        return seconds(lambda: [engine.random(block)[0] for block in blocks])

    def keep(name, work):
        last[name] = work()

    peers = {
        "scipy Sobol": lambda: sobol(False),
        "scipy Sobol, directions scrambled": lambda: sobol(True),
        "scipy LatinHypercube": lambda: seconds(lambda: keep(
            "scipy", lambda: qmc.LatinHypercube(DIMENSIONS, rng=1).random(points))),
        "SALib sobol_sequence": lambda: seconds(lambda: keep(
            "sequence", lambda: sobol_sequence.sample(sequence, DIMENSIONS))),
        "SALib latin": lambda: seconds(lambda: keep(
            "SALib", lambda: latin.sample(problem, points, seed=1))),
    }
    times, ours = in_turn(
        turns, lambda: carecast(program, "design", points=points), peers)
    engine = qmc.Sobol(DIMENSIONS, scramble=False)
    agree("Sobol's points", ours["design.sobol"]["checksum"],
          sum(neighbours(engine.random(block)) for block in blocks) / points, 1e-12)
    first = qmc.Sobol(DIMENSIONS, scramble=False).random(sequence)
    if not np.array_equal(last["sequence"], first):
        raise SystemExit("SALib's sequence is not that of scipy")
    # The standard deviation of x[d] x[d + 1] summed over 30 inputs is about 1.7.
    chance = 5 * 1.7 / points**0.5 / 7.5
    for name in ("design.scrambled", "design.latin"):
        agree(name, ours[name]["checksum"], DIMENSIONS / 4, chance)
    for name in ("scipy", "SALib"):
        agree(name, neighbours(last[name]) / points, DIMENSIONS / 4, chance)
    amounts = dict.fromkeys(times, points) | {"SALib sobol_sequence": sequence}
    table(times, amounts, "points/s", {
        "scipy Sobol": "carecast design.sobol",
        "scipy Sobol, directions scrambled": "carecast design.scrambled",
        "scipy LatinHypercube": "carecast design.latin",
        "SALib sobol_sequence": "carecast design.sobol",
        "SALib latin": "carecast design.latin"})


def exponential(program, turns, small):
    count = 64 if small else 4096
    m, i, j = np.ogrid[:count, :STATES, :STATES]
    q = (1 + (7 * i + 13 * j + 3 * m) % 101) / 500
    diagonal = np.arange(STATES)
    q[:, diagonal, diagonal] = 0
    q[:, diagonal, diagonal] = -q.sum(axis=2)
    last = {}

    def blocks(order):
        """q with unit matrices beside it: its exponential has the integrals in its first rows."""
        large = np.zeros((count, order * STATES, order * STATES))
        large[:, :STATES, :STATES] = q
        rest = np.arange((order - 1) * STATES)
        large[:, rest, rest + STATES] = 1
        return large

    def peer(order):
        def work():
            last[order] = scipy.linalg.expm(blocks(order) if order > 1 else q)
        return lambda: seconds(work)

    peers = {"scipy expm, P": peer(1), "scipy expm, P and its integral": peer(2),
             "scipy expm, P and both integrals": peer(3)}
    times, ours = in_turn(
        turns, lambda: carecast(program, "exponential", generators=count), peers)
    weights = np.outer(np.arange(1, STATES + 1), np.arange(1, STATES + 1))
    for order in (2, 3):
        both = last[order][:, :STATES, :STATES] + last[order][:, :STATES, STATES:2 * STATES]
        agree("exponentials", ours["exponential"]["checksum"],
              np.einsum("mij,ij->", both, weights) / count, 1e-12)
    if not np.allclose(last[1], last[2][:, :STATES, :STATES], rtol=1e-12, atol=0):
        raise SystemExit("scipy's exponentials differ")
    table(times, dict.fromkeys(times, count), "generators/s",
          dict.fromkeys(peers, "carecast exponential"))


def normals(program, turns, small):
    numbers = 100_000 if small else 10_000_000
    blocks = in_blocks(numbers, 65_536)
    generator = np.random.default_rng(1)
    times, ours = in_turn(turns, lambda: carecast(program, "normals", numbers=numbers), {
        "numpy standard_normal, ziggurat": lambda: seconds(
            lambda: [generator.standard_normal(block)[0] for block in blocks]),
        "numpy random, scipy ndtri, inversion": lambda: seconds(
            lambda: [scipy.special.ndtri(generator.random(block))[0] for block in blocks]),
    })
    # The variance of a squared normal number is 2.
    agree("normals", ours["normals"]["checksum"], 1, 5 * (2 / numbers)**0.5)
    peers = [name for name in times if not name.startswith("carecast")]
    table(times, dict.fromkeys(times, numbers), "numbers/s",
          dict.fromkeys(peers, "carecast normals"))


def quantiles(program, turns, small):
    numbers = 100_000 if small else 10_000_000
    u = sample(0, numbers)
    values = (u - 0.5) / (u + 0.001)
    last = []
    times, ours = in_turn(turns, lambda: carecast(program, "quantiles", numbers=numbers), {
        "numpy quantile": lambda: seconds(
            lambda: last.append(np.quantile(values, SHARES).sum()))})
    agree("quantiles", ours["quantiles"]["checksum"], last[0], 1e-12)
    table(times, dict.fromkeys(times, numbers), "numbers/s",
          {"numpy quantile": "carecast quantiles"})


def regression(program, turns, small):
    rows = 1000 if small else 100_000
    a = sample(0, rows * UNKNOWNS).reshape(rows, UNKNOWNS) - 0.5
    places = np.arange(1, UNKNOWNS + 1)
    b = a @ (places / UNKNOWNS) + sample(rows * UNKNOWNS, rows) - 0.5
    last = {}

    def peer(name, solve):
        def work():
            last[name] = solve()[0]
        return lambda: seconds(work)

    names = {
        "scipy lstsq, gelsd": lambda: scipy.linalg.lstsq(a, b),
        "scipy lstsq, gelsy": lambda: scipy.linalg.lstsq(a, b, lapack_driver="gelsy"),
        "numpy lstsq": lambda: np.linalg.lstsq(a, b),
    }
    times, ours = in_turn(turns, lambda: carecast(program, "regression", equations=rows),
                          {name: peer(name, solve) for name, solve in names.items()})
    for solution in last.values():
        agree("regression", ours["regression"]["checksum"], places @ solution, 1e-11)
    table(times, dict.fromkeys(times, rows), "equations/s",
          dict.fromkeys(names, "carecast regression"))


KERNELS = {one.__name__: one for one in (design, exponential, normals, quantiles, regression)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("carecast")
    parser.add_argument("kernels", nargs="*", metavar="KERNEL", help=", ".join(KERNELS))
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--small", action="store_true", help="sizes to try the script with")
    options = parser.parse_intermixed_args()
    unknown = set(options.kernels) - set(KERNELS)
    if unknown:
        parser.error(f"no such kernel: {', '.join(sorted(unknown))}")
    warnings.filterwarnings("ignore", message="The balance properties of Sobol")
    versions = ", ".join(f"{name} {version(name)}" for name in ("numpy", "scipy", "SALib"))
    print(f"{versions}; best of {options.turns} turns; load before {os.getloadavg()[0]:.1f}\n")
    for name, kernel in KERNELS.items():
        if not options.kernels or name in options.kernels:
            kernel(options.carecast, options.turns, options.small)
    print("results agree")


main()

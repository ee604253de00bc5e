#!/usr/bin/env python3
"""Runs sensitivity analyses with carecast, SALib and OpenTURNS, in turn.

    sensitivity.py CARECAST [--turns N] [--small]

Sobol's G function of 30 inputs, a = 0, 0.5, 1, 2, 4.5, 9 and 24 times 99:

sobol   first, total and second order with 100 resamples from 16,384 base runs, 1,015,808 runs, and the
        design. SALib's bootstrap of second order takes minutes, so it is run once. OpenTURNS gives
        intervals of first and total order only.
morris  1,000 trajectories of 31 runs: design and analysis.
pawn    16,384 runs, ten slices. SALib gives no intervals, carecast 100 resamples.
delta   2,048 runs, 100 resamples, with first order. SALib takes more than a minute, so it is run once.
rbd     16,384 runs, RBD-FAST with ten harmonics and 100 resamples.

The function's own time is not counted: carecast is given outputs that are there, and so are its peers. One
thread each. What must agree is checked: total indices with the exact ones, and with each other, within what
chance allows. carecast's times of analyses include its designs; its peers' do not.
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import sys
import warnings

from turns import carecast, in_turn, seconds, table

sys.path.pop(0)  # this folder, or csv.py would stand for the standard library's csv

import numpy as np
from SALib.analyze import delta as delta_analysis, morris as morris_analysis
from SALib.analyze import pawn as pawn_analysis, rbd_fast as rbd_analysis, sobol as sobol_analysis
from SALib.sample import latin, morris as morris_sample, sobol as sobol_sample

A = np.array([0, 0.5, 1, 2, 4.5, 9] + 24 * [99])
EXACT_TOTAL, EXACT_FIRST = 0.585118999524308, 0.446825332699077
PROBLEM = {"num_vars": 30, "names": [f"x{i}" for i in range(1, 31)], "bounds": 30 * [[0, 1]]}
BASE, TRAJECTORIES, DELTA = 16384, 1000, 2048


def g(x):
    return np.prod((np.abs(4 * x - 2) + A) / (1 + A), axis=1)


def near(name, ours, theirs, within):
    if not abs(ours - theirs) <= within:
        raise SystemExit(f"{name}: {ours} and {theirs} differ by more than {within}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("carecast")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--small", action="store_true", help="leave out SALib's second order")
    options = parser.parse_args()
    warnings.simplefilter("ignore")

    found = {}
    x = morris_sample.sample(PROBLEM, TRAJECTORIES, num_levels=4, seed=1)
    y = g(x)
    points = latin.sample(PROBLEM, BASE, seed=1)
    outputs = g(points)

    def salib_morris():
        found["mu-star"] = morris_analysis.analyze(PROBLEM, x, y, num_levels=4)["mu_star"][0]

    def salib_pawn():
        found["pawn"] = pawn_analysis.analyze(PROBLEM, points, outputs, S=10)["median"][0]

    def salib_rbd():
        found["rbd"] = rbd_analysis.analyze(
            PROBLEM, points, outputs, M=10, num_resamples=100, seed=1)["S1"][0]

    peers = {
        "SALib sobol.design": lambda: seconds(
            lambda: sobol_sample.sample(PROBLEM, BASE, calc_second_order=True, seed=1)),
        "SALib morris.design": lambda: seconds(
            lambda: morris_sample.sample(PROBLEM, TRAJECTORIES, num_levels=4, seed=1)),
        "SALib morris.analysis": lambda: seconds(salib_morris),
        "SALib pawn.analysis": lambda: seconds(salib_pawn),
        "SALib rbd-fast.analysis": lambda: seconds(salib_rbd),
    }
    try:
        import openturns as ot
    except ImportError:
        print("OpenTURNS is not installed: SALib alone is compared")
    else:
        ot.TBB.Disable()
        ot.ResourceMap.SetAsString("SobolIndicesExperiment-SamplingMethod", "QMC")
        unit = ot.JointDistribution(30 * [ot.Uniform(0, 1)])
        sample = ot.SobolIndicesExperiment(unit, BASE, True).generate()
        values = ot.Sample(g(np.asarray(sample))[:, None])

        def openturns_sobol():
            analysis = ot.SaltelliSensitivityAlgorithm(sample, values, BASE)
            analysis.setBootstrapSize(100)
            analysis.setUseAsymptoticDistribution(False)
            found["OpenTURNS total"] = analysis.getTotalOrderIndices()[0]
            analysis.getTotalOrderIndicesInterval()
            analysis.getSecondOrderIndices()

        peers["OpenTURNS sobol.design"] = lambda: seconds(
            lambda: ot.SobolIndicesExperiment(unit, BASE, True).generate())
        peers["OpenTURNS first and total with intervals"] = lambda: seconds(openturns_sobol)

    times, measured = in_turn(
        options.turns, lambda: carecast(options.carecast, "sensitivity"), peers)
    against = {name: "carecast " + name.split(" ", 1)[1] for name in peers}
    if "OpenTURNS first and total with intervals" in against:
        against["OpenTURNS first and total with intervals"] = "carecast sobol.second-order-100"
    if not options.small:
        rows = sobol_sample.sample(PROBLEM, BASE, calc_second_order=True, seed=1)
        results = g(rows)

        def salib_sobol():
            found["SALib total"] = sobol_analysis.analyze(
                PROBLEM, results, calc_second_order=True, num_resamples=100, seed=1)["ST"][0]

        few = latin.sample(PROBLEM, DELTA, seed=1)
        few_outputs = g(few)

        def salib_delta():
            found["delta"] = delta_analysis.analyze(
                PROBLEM, few, few_outputs, num_resamples=100, seed=1)["delta"][0]

        times["SALib delta.analysis"] = [seconds(salib_delta)]
        against["SALib delta.analysis"] = "carecast delta.analysis"
        times["SALib sobol.second-order-100"] = [seconds(salib_sobol)]
        against["SALib sobol.second-order-100"] = "carecast sobol.second-order-100"
    table(times, {name: 1 for name in times}, "1/s", against)

    figure = lambda name: measured[name]["checksum"]
    for resamples in (100, 1000):
        near("total index", figure(f"sobol.second-order-{resamples}"), EXACT_TOTAL, 0.03)
    for name in ("SALib total", "OpenTURNS total"):
        if name in found:
            near(name, found[name], EXACT_TOTAL, 0.03)
    near("mean size of effects", figure("morris.analysis"), found["mu-star"],
         0.1 * found["mu-star"])
    near("median distance", figure("pawn.analysis"), found["pawn"], 0.02)
    near("first order by frequencies", figure("rbd-fast.analysis"), EXACT_FIRST, 0.03)
    near("first order by frequencies", figure("rbd-fast.analysis"), found["rbd"], 0.05)
    if "delta" in found:
        near("delta", figure("delta.analysis"), found["delta"], 0.05)
    print("total indices agree with the exact ones, effects and distances with SALib's")


main()

#!/usr/bin/env python3
"""Runs a cohort of 10 states and 120 cycles, a matrix for each run, with carecast, numpy and hesim.

    hesim.py CARECAST [--runs N] [--turns N]

With i, j = 0..9 (states) and m = 0.. (run):

    P[m, i, j] = (1 + (5 i + 3 j + 7 m) mod 13) / 630  for i != j;   rows sum to 1
    x[0] = (1, 0, ..., 0);   x[t] = x[t - 1] P[m]
    worth of run m = sum over t = 1..120 of 1.035^(-t / 12) times the sum of (i + 1) x[t, i]

This is the work of hesim's `CohortDtstmTrans$sim_stateprobs()` for one strategy and one patient, which
gives a table of every share x[t, i]: only that call is timed, the worth is taken from its table after
it. carecast and numpy take the worth as they go; numpy does so too while it keeps every share. One
thread each. hesim (https://hesim-dev.github.io/hesim) is an R package on CRAN, not in Debian 12; where
Rscript or hesim is missing, the script says so and goes on without.
"""

import os

for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import json
import shutil
import subprocess
import sys

from turns import agree, carecast, in_turn, seconds, table

sys.path.pop(0)  # this folder, or csv.py would stand for the standard library's csv

import numpy as np

STATES, CYCLES = 10, 120
SELF = np.arange(STATES)
VALUE = np.arange(1.0, STATES + 1)
DISCOUNT = 1.035 ** (-np.arange(1, CYCLES + 1) / 12)

R = """
suppressPackageStartupMessages({ library(hesim); library(data.table) })
runs <- as.integer(commandArgs(TRUE)[1]); states <- 10L; cycles <- 120L
p <- array(0, dim = c(states, states, runs))
for (m in seq_len(runs)) {
  one <- outer(0:(states - 1), 0:(states - 1),
               function(i, j) (1 + (5 * i + 3 * j + 7 * (m - 1)) %% 13) / 630)
  diag(one) <- 0
  diag(one) <- 1 - rowSums(one)
  p[, , m] <- one
}
data <- hesim_data(
  strategies = data.table(strategy_id = 1), patients = data.table(patient_id = 1),
  states = data.table(state_id = seq_len(states - 1), state_name = paste0("s", seq_len(states - 1))))
id <- tpmatrix_id(expand(data, by = c("strategies", "patients")), runs)
model <- CohortDtstmTrans$new(params = tparams_transprobs(p, id))
found <- model$sim_stateprobs(n_cycles = cycles)
took <- system.time(found <- model$sim_stateprobs(n_cycles = cycles))[["elapsed"]]
shares <- array(found$prob, dim = c(cycles + 1, states, runs))[-1, , , drop = FALSE]
weights <- outer(1.035 ^ (-seq_len(cycles) / 12), seq_len(states))
cat(sprintf('{"seconds": %.6f, "worth": %.17g, "version": "%s"}\\n', took,
            sum(shares * as.vector(weights)) / runs, as.character(packageVersion("hesim"))))
"""


def side_by_side(runs, keeps=False):
    """Worth by run: each run's matrix lies together, transposed, and multiplies a column."""
    j, i = np.ogrid[:STATES, :STATES]
    m = np.arange(runs)[:, None, None]
    p = (1 + (5 * i + 3 * j + 7 * m) % 13) / 630
    p[:, SELF, SELF] = 0
    p[:, SELF, SELF] = 1 - p.sum(axis=1)
    def work():
        shares = np.zeros((CYCLES + 1 if keeps else 2, runs, STATES))
        shares[0, :, 0] = 1
        worth = np.zeros(runs)
        for cycle in range(CYCLES):
            before = shares[cycle if keeps else cycle % 2]
            after = shares[cycle + 1 if keeps else 1 - cycle % 2]
            np.matvec(p, before, out=after)
            worth += DISCOUNT[cycle] * (after @ VALUE)
        return worth
    return work


def innermost(runs):
    """Worth by run: runs lie innermost, a product of all matrices with their shares, then a sum."""
    i, j = np.ogrid[:STATES, :STATES]
    p = (1 + (5 * i[..., None] + 3 * j[..., None] + 7 * np.arange(runs)) % 13) / 630
    p[SELF, SELF] = 0
    p[SELF, SELF] = 1 - p.sum(axis=1)
    def work():
        shares = np.zeros((STATES, runs))
        shares[0] = 1
        product, worth = np.empty_like(p), np.zeros(runs)
        for cycle in range(CYCLES):
            np.multiply(p, shares[:, None], out=product)
            np.add.reduce(product, axis=0, out=shares)
            worth += DISCOUNT[cycle] * (VALUE @ shares)
        return worth
    return work


def hesim(runs):
    """What R's hesim takes and comes to, or None with why not."""
    if shutil.which("Rscript") is None:
        return None, "Rscript is not installed"
    known = subprocess.run(
        ["Rscript", "-e", 'cat(requireNamespace("hesim", quietly = TRUE))'],
        capture_output=True, text=True)
    if known.stdout.strip() != "TRUE":
        return None, "R has no package hesim"
    done = subprocess.run(["Rscript", "-e", R, str(runs)], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"Rscript ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout.splitlines()[-1]), None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("carecast")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--turns", type=int, default=5)
    options = parser.parse_args()

    works = {
        "numpy, side by side": side_by_side(options.runs),
        "numpy, side by side, every share kept": side_by_side(options.runs, keeps=True),
        "numpy, innermost": innermost(options.runs),
    }
    worths = {name: work().mean() for name, work in works.items()}
    peers = {name: lambda work=work: seconds(work) for name, work in works.items()}
    found, missing = hesim(options.runs)
    if found:
        name = f"hesim {found['version']}, every share kept"
        worths[name] = found["worth"]
        peers[name] = lambda: hesim(options.runs)[0]["seconds"]
    else:
        print(f"without hesim: {missing}")
    print(f"numpy {np.__version__}; best of {options.turns} turns; "
          f"load before {os.getloadavg()[0]:.1f}\n")
    times, ours = in_turn(
        options.turns, lambda: carecast(options.carecast, "chain", runs=options.runs), peers)
    for name, worth in worths.items():
        agree(name, ours["chain.1-thread"]["checksum"], worth, 1e-12)
    table(times, dict.fromkeys(times, options.runs), "runs/s",
          dict.fromkeys(peers, "carecast chain.1-thread"))
    print(f"the mean worths agree to 1e-12: {ours['chain.1-thread']['checksum']:.12f}")


main()

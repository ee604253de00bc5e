#!/usr/bin/env python3
"""Writes and reads the same rows with carecast, pandas and polars, in turn, and prints the ratios.

    csv.py CARECAST [--rows N] [--repetitions N] [--folder FOLDER]

The rows are those of `carecast bench csv`, made here from the same formula: run, month, state, and
two numbers at two decimals. The files of carecast and polars must be the same byte for byte, and
that of pandas too where it is asked for two decimals. Every program has as many processors as it
takes; carecast is measured with one thread and with two.
"""

import sys

sys.path.pop(0)  # this folder, or the script would stand for the standard library's csv

import argparse
import filecmp
import json
import os
import subprocess
import tempfile
import time

import numpy as np
import pandas as pd
import polars as pl

STATES = [
    "own foster care", "agency foster care", "relative or friend", "placed for adoption",
    "with parents", "own children's home", "private children's home", "secure home",
    "supported accommodation", "residential school", "hospital", "prison", "mother and baby",
    "independent", "other", "left care",
]
MONTHS = 120


def sample(count):
    """The columns, not rounded."""
    row = np.arange(count, dtype=np.uint64)
    bits = (row + np.uint64(1)) * np.uint64(0x9E3779B97F4A7C15)
    bits = (bits ^ (bits >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    bits = (bits ^ (bits >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    bits ^= bits >> np.uint64(31)
    step, state = np.divmod(row.astype(np.int64), len(STATES))
    return {
        "run": step // MONTHS,
        "month": step % MONTHS,
        "state": np.array(STATES, dtype=object)[state],
        "children": (bits >> np.uint64(40)).astype(np.float64) * 2.0**-24 * 10_000,
        "spending": (bits & np.uint64(0xFFFFFFFF)).astype(np.float64) * 2.0**-32 * 1_000_000,
    }


def carecast(program, rows, path, threads):
    """Seconds to write and to read, as carecast measures them."""
    output = subprocess.run(
        [program, "bench", "csv", "--rows", str(rows), "--output", path, "--threads",
         str(threads), "--repetitions", "1", "--json"],
        check=True, capture_output=True, text=True).stdout
    return {one["name"]: one["best"] for one in json.loads(output)}


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("carecast")
    parser.add_argument("--rows", type=int, default=10_000_000)
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--folder", help="where files are written; a temporary folder if not given")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        measure(options, folder)


def measure(options, folder):
    path = lambda name: os.path.join(folder, name + ".csv")
    columns = sample(options.rows)
    polars_frame = pl.DataFrame({**columns, "state": pl.Series(columns["state"], dtype=pl.String)})
    pandas_frame = pd.DataFrame(columns)
    rounded = pandas_frame.round({"children": 2, "spending": 2})
    ours = lambda kind, threads: carecast(
        options.carecast, options.rows, path("carecast"), threads)[kind]
    polars = f"polars, {pl.thread_pool_size()} threads"
    written = alternating({
        "carecast, 1 thread": lambda: ours("csv.write", 1),
        "carecast, 2 threads": lambda: ours("csv.write", 2),
        polars: lambda: seconds(lambda: polars_frame.write_csv(path("polars"), float_precision=2)),
        "pandas, two decimals": lambda: seconds(
            lambda: pandas_frame.to_csv(path("pandas"), index=False, float_format="%.2f")),
        "pandas, rounded before": lambda: seconds(
            lambda: rounded.to_csv(path("rounded"), index=False)),
    }, options.repetitions)
    check(path)
    read = alternating({
        "carecast, 1 thread": lambda: ours("csv.read", 1),
        polars: lambda: seconds(lambda: pl.read_csv(path("carecast"))),
        "pandas": lambda: seconds(lambda: pd.read_csv(path("carecast"))),
    }, options.repetitions)
    print(f"{options.rows:,} rows, {os.path.getsize(path('carecast')):,} bytes; "
          f"pandas {pd.__version__}, polars {pl.__version__}; {os.cpu_count()} processors; "
          f"best of {options.repetitions}, in turn; files and numbers agree")
    report("writing", written, options.rows)
    report("reading", read, options.rows)


def check(path):
    """Ends the script unless the files, or their numbers, are the same."""
    for name in ("polars", "pandas"):
        if not filecmp.cmp(path("carecast"), path(name), shallow=False):
            raise SystemExit(f"the files of carecast and {name} differ")
    ours, other = pd.read_csv(path("carecast")), pd.read_csv(path("rounded"))
    if not ours.equals(other):
        raise SystemExit("the numbers of carecast and of pandas, rounded before, differ")


def report(kind, results, rows):
    base = min(results["carecast, 1 thread"])
    print(f"\n{kind:24}{'best, s':>10}{'spread':>9}{'M rows/s':>10}{'of carecast':>13}")
    for name, found in results.items():
        best = min(found)
        print(f"{name:24}{best:10.2f}{max(found) / best - 1:9.0%}"
              f"{rows / best / 1e6:10.2f}{best / base:12.2f}x")


def alternating(works, repetitions):
    """Seconds of every repetition of some works, done in turn."""
    times = {name: [] for name in works}
    for _ in range(repetitions):
        for name, work in works.items():
            times[name].append(work())
    return times


if __name__ == "__main__":
    main()

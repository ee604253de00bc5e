#!/usr/bin/env python3
"""How fast the command starts and reads: whole processes, wall clock and processor time.

    Tests/Benchmarks/start.py [--runs N] [carecast]

`carecast` is the path of the program, .build/release/carecast without one. The least of N runs is
held against the bound: what else the machine does can only make a run longer. Ends with 1 if a bound
is missed.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

# Arguments, and the bound for the wall clock in milliseconds on an idle machine with two cores; None
# where there is none.
COMMANDS = [
    (["--version"], None),
    (["list", "parameters"], 50),
    (["show", "parameter", "entries.rate"], 50),
    (["show", "lever", "family-help"], 50),
    (["show", "table", "cs_spending"], 50),
    (["project", "--scenario", "baseline", "--output", "{folder}"], 150),
]


def run(program, arguments, folder):
    """Wall clock and processor time of one process, in milliseconds."""
    command = [program] + [argument.format(folder=folder) for argument in arguments]
    start = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    messages = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {child.returncode}: {messages.decode()}")
    return 1000 * wall, 1000 * (usage.ru_utime + usage.ru_stime)


def measured(program, arguments, runs):
    """Wall clock and processor time of each run; each writes to a folder of its own."""
    times = []
    with tempfile.TemporaryDirectory() as scratch:
        run(program, arguments, os.path.join(scratch, "warm"))
        for number in range(runs):
            times.append(run(program, arguments, os.path.join(scratch, str(number))))
    return [list(each) for each in zip(*times)]


def main():
    parser = argparse.ArgumentParser(description="Measure how fast carecast starts and reads.")
    parser.add_argument("program", nargs="?", default=".build/release/carecast")
    parser.add_argument("--runs", type=int, default=10, help="runs of each command (10)")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("--runs is at least 1")

    print(f"{options.runs} runs each, milliseconds; spread is most less least\n")
    print(f"{'':34}{'wall':^26}{'processor':^26}")
    heads = ("least", "median", "spread")
    print(f"{'command':34}" + "".join(f"{head:>8}" for head in heads) + "  "
          + "".join(f"{head:>8}" for head in heads) + "   bound")
    missed = 0
    for arguments, bound in COMMANDS:
        name = " ".join(argument for argument in arguments if argument != "{folder}")
        cells = []
        wall, processor = measured(options.program, arguments, options.runs)
        for times in (wall, processor):
            least = min(times)
            figures = (least, statistics.median(times), max(times) - least)
            cells.append("".join(f"{figure:8.1f}" for figure in figures))
        holds = bound is None or min(wall) < bound
        missed += not holds
        verdict = "none" if bound is None else f"{bound}: {'holds' if holds else 'MISSED'}"
        print(f"{name:34}{cells[0]}  {cells[1]}   {verdict}")
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()

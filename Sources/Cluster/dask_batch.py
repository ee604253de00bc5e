#!/usr/bin/env python3
"""Carries a batch of carecast out on the workers of a Dask cluster.

    python dask_batch.py --scheduler tcp://HOST:8786 --parts 16 OUTPUT sensitivity --method sobol …

Part k of n is computed into OUTPUT.parts/k by one worker, then the parts are merged into OUTPUT. All
workers and this program must see OUTPUT at the same path. A part whose worker has died is given to
another worker, which goes on from the blocks that were kept. The program is $CARECAST where the part
is computed, or carecast on the search path; a worker that computes one part at a time on all cores
is started with `dask worker SCHEDULER --nthreads 1`.
"""

import argparse
import ctypes
import os
import signal
import subprocess
import sys

from distributed import Client, as_completed

# Linux: the number of prctl(2) that says which signal a process gets when its parent dies.
PR_SET_PDEATHSIG = 1


def die_with_parent():
    """A part must not go on beside the one that takes its place when its worker has died."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def program():
    return os.environ.get("CARECAST", "carecast")


def compute(part, parts, output, arguments):
    """Computes a part, if it is not there yet. Returns its folder."""
    folder = os.path.join(f"{output}.parts", str(part))
    if os.path.exists(os.path.join(folder, "batch.json")):
        return folder
    os.makedirs(f"{output}.parts", exist_ok=True)
    command = [program(), *arguments, "--shard", f"{part}/{parts}", "--output", folder, "--resume"]
    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=die_with_parent)
    if done.returncode != 0:
        raise RuntimeError(f"part {part}/{parts} ended with {done.returncode}: {done.stderr}")
    return folder


def main():
    parser = argparse.ArgumentParser(
        description="Carries a batch of carecast out on the workers of a Dask cluster.")
    parser.add_argument("--scheduler", required=True, help="address, such as tcp://HOST:8786")
    parser.add_argument("--parts", type=int, required=True, help="how many parts; 1 or more")
    parser.add_argument("output", help="folder to write, which must not exist yet")
    parser.add_argument("arguments", nargs=argparse.REMAINDER,
                        help="a batch, without --output: sensitivity … or sweep …")
    given = parser.parse_args()
    if given.parts < 1 or not given.arguments:
        parser.error("--parts is 1 or more, and a batch follows the output")
    output = os.path.abspath(given.output)
    with Client(given.scheduler) as client:
        # Which part is computed where is no part of its result, so that nothing is looked up.
        futures = [
            client.submit(compute, part, given.parts, output, given.arguments,
                          key=f"{output} {part}/{given.parts}", pure=False)
            for part in range(1, given.parts + 1)
        ]
        for done, future in enumerate(as_completed(futures), 1):
            future.result()
            print(f"{done} of {given.parts} parts", file=sys.stderr)
        folders = client.gather(futures)
    os.execvp(program(), [program(), "merge", *folders, "--output", output])


if __name__ == "__main__":
    main()

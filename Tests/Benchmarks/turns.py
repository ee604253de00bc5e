"""Works of carecast and of peers done in turn, so that all meet the same machine; what they took."""

import json
import subprocess
import time

# How often each does its work in a turn; the least time counts.
TRIES = 2


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def carecast(program, benchmark, **sizes):
    """Measurements of one call of `carecast bench`, by name."""
    options = [text for name, size in sizes.items() for text in (f"--{name}", str(size))]
    output = subprocess.run(
        [program, "bench", benchmark, *options, "--repetitions", str(TRIES), "--json"],
        check=True, capture_output=True, text=True).stdout
    return {one["name"]: one for one in json.loads(output)}


def in_turn(turns, ours, peers):
    """Does carecast's measurements, then each peer's work, as many times as there are turns.

    ours: gives measurements by name. peers: functions by name that give the seconds they took.
    Gives the seconds of every turn by name, and carecast's last measurements.
    """
    times = {}
    for _ in range(turns):
        measured = ours()
        for name, one in measured.items():
            times.setdefault("carecast " + name, []).append(one["best"])
        for name, work in peers.items():
            times.setdefault(name, []).append(min(work() for _ in range(TRIES)))
    return times, measured


def table(times, amounts, unit, against):
    """Prints the best turn of each, its spread, and the rate of what carecast does over it.

    amounts: units of work of one turn by name. against: the name in `times` of carecast's
    measurement to which a peer is compared, by the peer's name.
    """
    rate = lambda name: amounts[name] / min(times[name])
    print(f"{'':46}{'best, s':>9}{'spread':>8}{unit:>16}  carecast over it")
    for name, found in times.items():
        ratio = f"{rate(against[name]) / rate(name):.2f}" if name in against else ""
        print(f"{name:46}{min(found):9.4f}{max(found) / min(found) - 1:8.0%}{rate(name):16,.0f}"
              f"{ratio:>18}")
    print()


def agree(name, ours, theirs, within):
    """Ends the script unless two numbers agree, relatively."""
    if not abs(ours / theirs - 1) <= within:
        raise SystemExit(f"{name}: {ours} and {theirs} differ by more than {within}")

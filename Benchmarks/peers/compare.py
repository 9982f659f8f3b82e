"""Runs Takst and the peers in turn on one machine, checks that they agree, and prints ratios.

compare.py YEAR SCENARIO INPUTS [ROUNDS]

YEAR is the executable ``year`` of Benchmarks; INPUTS is written by it before anything is timed.
"""

import os
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
# How far a total may be from Takst's: a part of itself, or of all its payee receives. The latter is
# for lanes of few and unequal persons, as above the ceiling, which vary by more from draw to draw.
NEAR, CHANCE = 0.005, 0.002
# Each process does the work twice, and the second time counts: its memory is there by then.
REPEATS = "2"


def commands(year, scenario, inputs):
    workers = str(os.cpu_count())

    def peer(name, workers):
        return [sys.executable, "-B", str(HERE / name), inputs, "--workers", workers,
                "--repeats", REPEATS]

    return {
        "takst": [year, scenario, workers, REPEATS],
        "one-worker": [year, scenario, "1", REPEATS],
        # NumPy works on one core; what works on more is another tool.
        "numpy": peer("numpy_year.py", "1"),
        "numba": peer("numba_year.py", workers),
    }


def run(command):
    """Seconds by work, and totals by payee and lane."""
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    seconds, totals = {}, {}
    for words in map(str.split, printed.splitlines()):
        if words[0] == "total":
            totals[words[1], words[2]] = int(words[3])
        elif words[0] in ("year", "reprice", "high-copays"):
            # The peers price every contact anew; Takst does when a law with other copays makes it.
            work = "reprice" if words[0] == "high-copays" else words[0]
            seconds[work] = float(words[1])
    return seconds, totals


def disagreements(name, totals, expected):
    for (payee, lane), amount in expected.items():
        alike = {
            place: other
            for place, other in expected.items()
            if place[0] == payee and (place[1] == "contacts") == (lane == "contacts")
        }
        room = max(NEAR * amount, CHANCE * sum(alike.values()))
        if abs(totals[payee, lane] - amount) > room:
            yield f"{name}: {payee} {lane} is {totals[payee, lane]}, and {amount} in Takst"


def main():
    year, scenario, inputs = sys.argv[1:4]
    rounds = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    subprocess.run([year, scenario, "--export", inputs], check=True)
    tools = commands(year, scenario, inputs)
    times = {name: {"year": [], "reprice": []} for name in tools}
    faults, expected = [], None
    for turn in range(rounds):
        for name, command in tools.items():
            print(f"round {turn + 1} of {rounds}: {name}", file=sys.stderr)
            seconds, totals = run(command)
            expected = expected or totals
            faults += disagreements(name, totals, expected)
            for work, value in seconds.items():
                times[name][work].append(value)
    if faults:
        sys.exit("no ratios, because the totals differ:\n" + "\n".join(faults))

    middle = {
        name: {work: statistics.median(values) for work, values in works.items()}
        for name, works in times.items()
    }
    print(f"seconds, median of {rounds}, {os.cpu_count()} workers in Takst and Numba unless one")
    for name, works in middle.items():
        print(f"{name:12}" + "".join(f"{work:>10} {value:7.3f}" for work, value in works.items()))
    for name in ("numpy", "numba"):
        for work, value in middle[name].items():
            print(f"ratio {name} {work} {value / middle['takst'][work]:.3g}")
    print(f"ratio one-worker year {middle['one-worker']['year'] / middle['takst']['year']:.3g}")


if __name__ == "__main__":
    main()

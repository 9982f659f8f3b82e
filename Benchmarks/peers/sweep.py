"""Runs a sweep over rules in Takst and in SALib over Numba, checks that they agree, prints ratios.

sweep.py TAKST YEAR SCENARIO INPUTS [BASE_POINTS] [ROUNDS]

Four points per base point. TAKST is the program, YEAR the executable of Benchmarks, which writes
INPUTS before anything is timed.
"""

import csv
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PEER = [sys.executable, "-B", str(Path(__file__).resolve().parent / "salib_sweep.py")]
# How far an outcome may be from Takst's: each has drawn a year of its own.
NEAR = 0.005
CORES = os.cpu_count()

REFORM = """\
reform: Factors on refunds and on copays
base: {scenario}
change:
  adjustments.refunds: {{ of: fees, parts: [refund], factor: {factor} }}
  adjustments.copays: {{ of: fees, parts: [copay], factor: {factor} }}
"""
FACTOR = '{ central: 1, source: "assumption: swept" }'
SWEEP = """\
sweep: Factors on refunds and on copays
base: {reform}
design: {{ points: {points} }}
outcomes: [fees, payer.patient]
"""


def run(command, **options):
    """What it printed, its seconds, and its high-water of memory in MiB."""
    start = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, **options) as process:
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{' '.join(map(str, command))} ended with {process.returncode}")
    # Linux counts in KiB, macOS in bytes.
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return printed, time.perf_counter() - start, usage.ru_maxrss / unit


class Sweep:
    """The same points for both."""

    def __init__(self, folder, takst, scenario, inputs, base):
        self.folder, self.takst, self.inputs, self.base = folder, takst, inputs, base
        self.file, points = folder / f"sweep-{base}.yaml", folder / f"points-{base}.csv"
        run(PEER + [inputs, str(base), "--points", str(points)])
        self.points = sum(1 for _ in open(points)) - 1
        reform = folder / "reform.yaml"
        reform.write_text(REFORM.format(scenario=Path(scenario).resolve(), factor=FACTOR))
        # The same law with factors that are not one, to be priced outside a sweep.
        self.other = folder / "other.yaml"
        self.other.write_text(reform.read_text().replace("central: 1,", "central: 1.01,"))
        self.file.write_text(SWEEP.format(reform=reform, points=points))
        refunds = folder / f"refunds-{base}.csv"
        refunds.write_text(re.sub(",.*", "", points.read_text()))
        self.refunds = folder / f"refunds-{base}.yaml"
        self.refunds.write_text(SWEEP.format(reform=reform, points=refunds))

    def in_takst(self, workers, file=None):
        """Seconds from start to files, MiB, and the outcomes."""
        out = self.folder / "out"
        shutil.rmtree(out, ignore_errors=True)
        command = [self.takst, "sweep", file or self.file, "--out", out, "--quiet"]
        command += ["--workers", str(workers)]
        _, seconds, memory = run(command)
        with open(out / "outcomes.csv") as file:
            table = list(csv.DictReader(file))
        rows = [(float(row["fees"]), float(row["payer.patient"])) for row in table]
        return seconds, memory, rows

    def in_salib(self):
        """Seconds of drawing and of the points, MiB, and the outcomes; compiling is not counted."""
        printed, _, memory = run(PEER + [self.inputs, str(self.base)])
        lines = [line.split() for line in printed.splitlines()]
        seconds = {words[0]: float(words[1]) for words in lines if words[0] in ("draw", "sweep")}
        rows = [tuple(map(float, words[1:])) for words in lines if words[0] == "point"]
        return seconds, memory, rows

    def disagreements(self, rows, others):
        for number, (own, other) in enumerate(zip(rows, others, strict=True)):
            for name, value, expected in zip(("fees", "payer.patient"), other, own):
                if abs(value - expected) > NEAR * expected:
                    yield f"point {number}: {name} is {value:.0f}, and {expected:.0f} in Takst"


def reprice(year, scenario):
    """Seconds in which one worker prices the drawn year under other refunds."""
    printed, _, _ = run([year, scenario, "1", "25"])
    lines = [line.split() for line in printed.splitlines()]
    return statistics.median(float(words[1]) for words in lines if words[0] == "refunds")


def main():
    takst, year, scenario, inputs = sys.argv[1:5]
    base = int(sys.argv[5]) if len(sys.argv) > 5 else 25
    rounds = int(sys.argv[6]) if len(sys.argv) > 6 else 3
    run([year, scenario, "--export", inputs])
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), takst, year, scenario, inputs, base, rounds)


def compare(folder, takst, year, scenario, inputs, base, rounds):
    def sweep(base):
        return Sweep(folder, takst, scenario, inputs, base)

    few, some, many = sweep(1), sweep(base), sweep(10 * base)
    names = ("one", "all", "more", "reprice", "overhead", "salib", "draw")
    times, memory, faults = {name: [] for name in names}, {}, []
    for turn in range(rounds):
        print(f"round {turn + 1} of {rounds}, load {os.getloadavg()[0]:.1f}", file=sys.stderr)
        times["one"].append(some.in_takst(1)[0])
        # What more points cost where refunds alone vary; reading and drawing fall away. Many, because
        # the machine's moods weigh more than a few.
        seconds = many.in_takst(1, many.refunds)[0] - few.in_takst(1, few.refunds)[0]
        times["more"].append(seconds / (many.points - few.points))
        times["reprice"].append(reprice(year, some.other))
        times["overhead"].append(times["more"][-1] - times["reprice"][-1])
        seconds, memory["takst"], rows = some.in_takst(CORES)
        times["all"].append(seconds)
        seconds, memory["salib"], others = some.in_salib()
        times["salib"].append(seconds["sweep"])
        times["draw"].append(seconds["draw"])
        faults += some.disagreements(rows, others)
    if faults:
        sys.exit("no ratios, because the outcomes differ:\n" + "\n".join(faults))
    _, memory["takst-many"], _ = many.in_takst(CORES)

    middle = {name: statistics.median(values) for name, values in times.items()}
    own, other = middle["all"] / some.points, (middle["draw"] + middle["salib"]) / some.points
    print(f"seconds, median of {rounds}, {CORES} workers unless one, load {os.getloadavg()[1]:.1f}")
    print(f"takst       point {own:.4f}   of {some.points}, reading, drawing and writing included")
    print(f"salib-numba point {other:.4f}   of {some.points}, drawing included")
    print(f"ratio salib-numba sweep {other / own:.3g}")
    print(f"one worker, refunds alone: one more point {middle['more']:.4f}, "
          f"repricing {middle['reprice']:.4f}, overhead {middle['overhead']:.4f}")  # fmt: skip
    print(f"scaling to {CORES} workers {middle['one'] / middle['all'] / CORES:.2f}")
    print(f"MiB: takst {memory['takst']:.0f} for {some.points} points, "
          f"{memory['takst-many']:.0f} for {many.points}; "
          f"salib-numba {memory['salib']:.0f} in its largest process")  # fmt: skip


if __name__ == "__main__":
    main()

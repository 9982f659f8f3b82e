"""A sweep as an economist would do it: SALib makes the points and calls the Numba year for each.

salib_sweep.py INPUTS BASE_POINTS [--workers N] [--points FILE] [--repeats N]

Two factors, on the refund and on the copay of every fee, and a design of Saltelli with four
points per base point. The nation is drawn once and kept, and each point is priced anew. With
several workers SALib gives each process of a pool its part of the points; the kept draws are
shared, because a process is begun as a copy.
"""

import argparse
import os
import time
import warnings

# The layer of threads that survives the copying of a process.
os.environ.setdefault("NUMBA_THREADING_LAYER", "workqueue")

import numba
import numpy as np
from SALib import ProblemSpec

from numba_year import kept_year, one_year, priced, world_and_law
from tables import Tables

PROBLEM = {
    "names": ["adjustments.refunds.factor", "adjustments.copays.factor"],
    "bounds": [[0.8, 1.2], [0.8, 1.2]],
    "outputs": ["fees", "payer.patient"],
}


class Year:
    """A drawn nation, and what a point of the sweep makes of it."""

    def __init__(self, inputs):
        tables = Tables(inputs)
        # What they pay is refund and copay in one, and could not be told apart.
        assert tables.uninsured_limit == 0, "the scenario has persons without insurance"
        self.lanes = tables.lanes
        self.world, self.law = world_and_law(tables)
        self.scaled = {
            factor: np.array([factor in lane for lane in tables.lanes])
            for factor in ("refund", "copay")
        }
        # Certificates are refunds from another budget.
        self.scaled["refund"] |= np.array([lane == "certificates" for lane in tables.lanes])

    def compile(self):
        few = self.world._replace(length=self.world.length[:8])
        one_year(few, self.law)
        priced(few, self.law, *kept_year(few, self.law))

    def draw(self):
        self.kept = kept_year(self.world, self.law)

    def price(self, refunds, copays):
        factors = np.ones(len(self.lanes))
        factors[self.scaled["refund"]] = refunds
        factors[self.scaled["copay"]] = copays
        copay = np.rint(self.law.copay * copays).astype(self.law.copay.dtype)
        law = self.law._replace(
            payments=np.rint(self.law.payments * factors).astype(self.law.payments.dtype),
            copay=copay, most_copay=copay.max(axis=1),
        )  # fmt: skip
        by_list, _, _ = priced(self.world, law, *self.kept)
        practices, out_of_hours = by_list.sum(axis=0) / 100
        paid = dict(zip(self.lanes, practices + out_of_hours))
        # What practices are paid in fees, whoever pays them; and what patients pay to anybody. The
        # last lane counts contacts.
        return practices[:-1].sum(), paid["copay"] + paid["patient-payment"]


def evaluate(points):
    """What SALib calls, with a row per point; in a process of its own with one thread each."""
    numba.set_num_threads(1)
    return np.array([year.price(*point) for point in points])


def main():
    global year
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs")
    parser.add_argument("base", type=int)
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    parser.add_argument("--points", help="write the points there, and end")
    parser.add_argument("--repeats", type=int, default=1)
    options = parser.parse_args()
    warnings.simplefilter("ignore", UserWarning)  # Parallel evaluation is called experimental.
    spec = ProblemSpec(PROBLEM).sample_sobol(options.base, calc_second_order=False, seed=1)
    if options.points:
        np.savetxt(
            options.points, spec.samples, "%.9f", ",", header=",".join(PROBLEM["names"]),
            comments="",
        )  # fmt: skip
        return
    numba.set_num_threads(options.workers)
    year = Year(options.inputs)
    year.compile()
    for _ in range(options.repeats):
        start = time.perf_counter()
        year.draw()
        drawn = time.perf_counter()
        spec.evaluate(evaluate, nprocs=options.workers)
        print("draw", f"{drawn - start:.4f}")
        print("sweep", f"{time.perf_counter() - drawn:.4f}", flush=True)
    for fees, patients in spec.results:
        print("point", fees, patients)
    spec.analyze_sobol(calc_second_order=False, seed=1)
    for name, analysis in spec.analysis.items():
        print("index", name, *analysis["S1"], *analysis["ST"])


if __name__ == "__main__":
    main()

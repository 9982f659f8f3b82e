"""What both peers read from Takst, and how they print what they found."""

import argparse
import json
import time

import numpy as np

PAYEES = ("practice", "out-of-hours")


def alias(weights):
    """Walker's alias table of some outcomes, with a power of two of columns.

    The lower bits of a 32-bit draw pick a column; the upper bits stay in it when they are below its
    limit and go to its alias otherwise. One draw, no search.
    """
    weights = np.asarray(weights, float)
    bits = max(1, int(np.ceil(np.log2(len(weights)))))
    columns = 1 << bits
    share = np.zeros(columns)
    share[: len(weights)] = weights / weights.sum() * columns
    limit, other = np.ones(columns), np.arange(columns)
    poor = [i for i in range(columns) if share[i] < 1]
    rich = [i for i in range(columns) if share[i] >= 1]
    while poor and rich:
        low, high = poor.pop(), rich.pop()
        limit[low], other[low] = share[low], high
        share[high] -= 1 - share[low]
        (poor if share[high] < 1 else rich).append(high)
    top = (1 << (32 - bits)) - 1
    return bits, np.minimum(np.round(limit * top), top).astype(np.uint32), other


class Tables:
    """The inputs as arrays; payments are indexed standing, kind, segment, class, lane."""

    def __init__(self, path):
        with open(path) as file:
            given = json.load(file)
        self.lanes = given["lanes"]
        self.days, self.classes = given["days"], given["classes"]
        self.segments, self.ranks = given["segments"], given["ranks"]
        self.first_class = np.array(given["firstClass"])
        self.lengths = np.array(given["lengths"])
        self.kind_of_list = np.array(given["kindOfList"])
        self.row_of_cell = np.array(given["rowOfCell"])
        self.is_exempt = np.array(given["isExempt"])
        self.exempt_limit = round(given["exemptShare"] * 2**32)
        self.uninsured_limit = round(given["uninsuredShare"] * 2**32)
        self.same_rank_limit = round(given["sameRankShare"] * 2**16)
        # Of twelve bits.
        self.same_day_limit = round(given["sameDayShare"] * 4096)
        self.means = np.array(given["means"])
        self.other_copay = np.array(given["otherCopay"], np.int32)
        self.segment_of_day = np.array(given["segmentOfDay"])
        self.ceiling = given["ceiling"]
        self.kinds = int(self.kind_of_list.max()) + 1
        self.payments = np.array(given["payments"]).reshape(
            3, self.kinds, self.segments, self.classes, len(self.lanes)
        )
        self.copay = np.array(given["copay"], np.int32).reshape(
            self.kinds, self.segments, self.classes
        )
        self.most_copay = self.copay.max(axis=(1, 2))

        # Most municipalities may share one mix of sex and age.
        mixes, place = np.unique(np.array(given["mixes"]), axis=0, return_inverse=True)
        self.mix_of_list = place.ravel()[np.array(given["mixOfList"])]
        made = [alias(mix) for mix in mixes]
        self.cell_bits = made[0][0]
        self.cell_limit = np.array([limit for _, limit, _ in made])
        self.cell_alias = np.array([other for _, _, other in made], np.uint8)
        # By service: bits, limits, and classes in and beside each column.
        self.class_tables = []
        for first, end in zip(self.first_class, self.first_class[1:]):
            bits, limit, other = alias(given["chances"][first:end])
            own = np.minimum(np.arange(1 << bits), end - first - 1)
            self.class_tables.append((bits, limit, own + first, other + first))


def main(prepare, threads):
    """Runs a peer: ``prepare(tables, workers)`` gives the year, the kept draws and their price.

    The three are called without arguments, but the price with the kept draws; a year and a price
    give sums by list, payee and lane, sums by class and lane, and the persons at the ceiling.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("inputs")
    parser.add_argument("--workers", type=int, default=threads)
    parser.add_argument("--repeats", type=int, default=1)
    options = parser.parse_args()
    tables = Tables(options.inputs)
    year, kept, price = prepare(tables, options.workers)

    def timed(work, function, *arguments):
        for _ in range(options.repeats):
            start = time.perf_counter()
            result = function(*arguments)
            print(work, f"{time.perf_counter() - start:.4f}", flush=True)
        return result

    by_list, by_class, at_ceiling = timed("year", year)
    timed("reprice", price, kept())
    assert np.array_equal(by_list.sum(axis=(0, 1)), by_class.sum(axis=0)), "sums do not close"
    print("at-ceiling", at_ceiling)
    for payee, sums in zip(PAYEES, by_list.sum(axis=0)):
        for lane, amount in zip(tables.lanes, sums):
            print("total", payee, lane, int(amount))

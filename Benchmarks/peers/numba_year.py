"""A national year in Numba.

The same as in Takst: each person's sex, age, frailty rank, rank of other copay and standing; a
Poisson count per service with the mean of the person's row and rank; class and day of each contact,
same-day clustering; the order of time within the person, equal days in the order drawn; every
contact at the price of its segment; the ceiling contact by contact with other copay accruing evenly;
sums by list, payee and lane, and by class. As in Takst, contacts are counted by list, standing,
segment and class, and the counts are priced; and only who could reach the ceiling is followed to it.

Different: Numba's generator (a Mersenne twister per thread, seeded by the system), and alias tables
for cells and classes instead of inversion; Poisson counts are inverted from tables, which is several
times faster than Numba's own Poisson. One pass over lists, as many at a time as there are workers.
"""

from collections import namedtuple

import numba
import numpy as np
from numba import njit, prange

from numba_kernels import count_contacts, draw_contacts, draw_persons, price
from tables import main

World = namedtuple(
    "World",
    "days segments classes out_of_hours ranks length kind_of_list mix_of_list cell_bits cell_limit"
    " cell_alias row_of_cell is_exempt exempt_limit uninsured_limit same_rank_limit same_day_limit"
    " start bound"
    " class_bits class_limit class_own class_other other_copay",
)
Law = namedtuple("Law", "segment_of_day payments copay most_copay ceiling")


def poisson_tables(means):
    """Where the bounds of each service, row and rank start, and the bounds of the 32-bit draws."""
    starts, bounds = [0], []
    for mean in means.ravel():
        chance = below = np.exp(-mean)
        count = 0
        while below * 2**32 < 2**32 - 0.5 and count < 255 and mean > 0:
            bounds.append(int(below * 2**32 + 0.5))
            count += 1
            chance *= mean / count
            below += chance
        starts.append(len(bounds))
    return np.array(starts, np.uint32).reshape(-1), np.array(bounds + [0], np.uint32)


def world_and_law(t):
    start, bound = poisson_tables(t.means)
    columns = max(len(limit) for _, limit, _, _ in t.class_tables)

    def filled(place, kind):
        table = np.zeros((3, columns), kind)
        for service, own in enumerate(t.class_tables):
            table[service, : len(own[place])] = own[place]
        return table

    world = World(
        np.uint32(t.days), t.segments, t.classes, t.first_class[2], t.ranks, t.lengths,
        t.kind_of_list.astype(np.uint8), t.mix_of_list, np.uint32(t.cell_bits), t.cell_limit,
        t.cell_alias, t.row_of_cell.astype(np.uint16), t.is_exempt, np.uint64(t.exempt_limit),
        np.uint64(t.uninsured_limit), np.uint32(t.same_rank_limit), np.uint32(t.same_day_limit),
        start, bound,
        np.array([own[0] for own in t.class_tables], np.uint32), filled(1, np.uint32),
        filled(2, np.uint16), filled(3, np.uint16), t.other_copay,
    )  # fmt: skip
    law = Law(
        t.segment_of_day.astype(np.uint8),
        np.ascontiguousarray(t.payments.reshape(3, t.kinds, -1, len(t.lanes))),
        np.ascontiguousarray(t.copay.reshape(t.kinds, -1)), t.most_copay, t.ceiling,
    )  # fmt: skip
    return world, law


@njit(parallel=True)
def one_year(w, law):
    lists = len(w.length)
    by_list = np.zeros((lists, 2, 8), np.int64)
    by_class = np.zeros((w.classes, 8), np.int64)
    at_ceiling = 0
    for lst in prange(lists):
        n = w.length[lst]
        standing, other = np.empty(n, np.uint8), np.empty(n, np.int32)
        counts, ends = np.empty((n, 3), np.uint8), np.empty(n, np.uint32)
        contacts = np.empty(draw_persons(w, lst, standing, other, counts, ends), np.uint32)
        draw_contacts(w, lst, counts, contacts)
        tally = np.zeros((3, w.segments * w.classes), np.uint32)
        count_contacts(w, law, standing, ends, contacts, tally)
        own = np.zeros((w.classes, 8), np.int64)
        at_ceiling += price(w, law, lst, standing, other, ends, contacts, tally, by_list[lst], own)
        by_class += own
    return by_list, by_class, at_ceiling


@njit(parallel=True)
def kept_persons(w, firsts, totals, standing, other, counts, ends):
    for lst in prange(len(w.length)):
        own = slice(firsts[lst], firsts[lst + 1])
        totals[lst] = draw_persons(w, lst, standing[own], other[own], counts[own], ends[own])


@njit(parallel=True)
def kept_contacts(w, law, firsts, starts, standing, counts, ends, contacts, tally):
    for lst in prange(len(w.length)):
        own = slice(firsts[lst], firsts[lst + 1])
        part = contacts[starts[lst] : starts[lst + 1]]
        draw_contacts(w, lst, counts[own], part)
        count_contacts(w, law, standing[own], ends[own], part, tally[lst])


@njit(parallel=True)
def priced(w, law, firsts, starts, standing, other, ends, contacts, tally):
    by_list = np.zeros((len(w.length), 2, 8), np.int64)
    by_class = np.zeros((w.classes, 8), np.int64)
    at_ceiling = 0
    for lst in prange(len(w.length)):
        people = slice(firsts[lst], firsts[lst + 1])
        part = contacts[starts[lst] : starts[lst + 1]]
        own = np.zeros((w.classes, 8), np.int64)
        at_ceiling += price(
            w, law, lst, standing[people], other[people], ends[people], part, tally[lst],
            by_list[lst], own
        )  # fmt: skip
        by_class += own
    return by_list, by_class, at_ceiling


def kept_year(w, law):
    firsts = np.concatenate([[0], np.cumsum(w.length)])
    n = firsts[-1]
    totals = np.empty(len(w.length), np.int64)
    standing, other = np.empty(n, np.uint8), np.empty(n, np.int32)
    counts, ends = np.empty((n, 3), np.uint8), np.empty(n, np.uint32)
    kept_persons(w, firsts, totals, standing, other, counts, ends)
    starts = np.concatenate([[0], np.cumsum(totals)])
    contacts = np.empty(starts[-1], np.uint32)
    tally = np.zeros((len(w.length), 3, w.segments * w.classes), np.uint32)
    kept_contacts(w, law, firsts, starts, standing, counts, ends, contacts, tally)
    return firsts, starts, standing, other, ends, contacts, tally


def prepare(tables, workers):
    numba.set_num_threads(workers)
    world, law = world_and_law(tables)
    # Compiles everything on a few lists, before a clock runs.
    few = world._replace(length=world.length[:8])
    one_year(few, law)
    priced(few, law, *kept_year(few, law))
    return (
        lambda: one_year(world, law),
        lambda: kept_year(world, law),
        lambda kept: priced(world, law, *kept),
    )


if __name__ == "__main__":
    main(prepare, numba.config.NUMBA_NUM_THREADS)

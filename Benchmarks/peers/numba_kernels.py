"""The kernels of the Numba year: one list at a time, called from loops over lists."""

import random

import numpy as np
from numba import njit


@njit
def draw_persons(w, lst, standing, other, counts, ends):
    """Fills the arrays of the list's persons; returns the number of contacts."""
    mix = w.mix_of_list[lst]
    mask = np.uint32((1 << w.cell_bits) - 1)
    total = np.uint32(0)
    for person in range(w.length[lst]):
        draw = np.uint32(random.getrandbits(32))
        cell = draw & mask
        if draw >> w.cell_bits >= w.cell_limit[mix, cell]:
            cell = np.uint32(w.cell_alias[mix, cell])
        ranks = np.uint32(random.getrandbits(32))
        row = np.intp(w.row_of_cell[cell]) * w.ranks
        # Some rank alike in both; the upper half of the word decides.
        spending = ranks if ranks >> np.uint32(16) < w.same_rank_limit else ranks >> np.uint32(8)
        other[person] = w.other_copay[row + (spending & np.uint32(0xFF))]
        row += ranks & np.uint32(0xFF)
        exempt = random.getrandbits(32) < w.exempt_limit
        who = 1 if exempt or w.is_exempt[cell] else 0
        if random.getrandbits(32) < w.uninsured_limit:
            who = 2
        standing[person] = who
        for service in range(3):
            draw = np.uint32(random.getrandbits(32))
            first, end = w.start[row], w.start[row + 1]
            place = first
            while place < end and draw >= w.bound[place]:
                place += 1
            counts[person, service] = place - first
            total += place - first
            row += len(w.start) // 3
        ends[person] = total
    return total


@njit
def draw_contacts(w, lst, counts, contacts):
    """Fills the contacts of the list, day << 16 | class, each person's in the order of time."""
    end = 0
    for person in range(w.length[lst]):
        start = end
        for service in range(3):
            bits = w.class_bits[service]
            mask = np.uint32((1 << bits) - 1)
            day = np.uint32(0)
            for event in range(counts[person, service]):
                draw = np.uint32(random.getrandbits(32))
                column = draw & mask
                if draw >> bits < w.class_limit[service, column]:
                    kind = np.uint32(w.class_own[service, column])
                else:
                    kind = np.uint32(w.class_other[service, column])
                draw = np.uint32(random.getrandbits(32))
                if event == 0 or draw & np.uint32(0xFFF) >= w.same_day_limit:
                    day = ((draw >> np.uint32(12)) * w.days) >> np.uint32(20)
                place = end
                while place > start and contacts[place - 1] >> np.uint32(16) > day:
                    contacts[place] = contacts[place - 1]
                    place -= 1
                contacts[place] = day << np.uint32(16) | kind
                end += 1


@njit
def count_contacts(w, law, standing, ends, contacts, tally):
    start = np.uint32(0)
    for person in range(len(standing)):
        own = tally[standing[person]]
        for place in range(start, ends[person]):
            contact = contacts[place]
            segment = np.intp(law.segment_of_day[contact >> np.uint32(16)])
            own[segment * w.classes + (contact & np.uint32(0xFFFF))] += 1
        start = ends[person]


@njit(fastmath=True)
def price(w, law, lst, standing, other, ends, contacts, tally, by_list, by_class):
    """Adds the list's payments to its sums and those by class; returns who reaches the ceiling."""
    kind = w.kind_of_list[lst]
    for who in range(3):
        for place in range(tally.shape[1]):
            count = np.int64(tally[who, place])
            if count > 0:
                own = place % w.classes
                payee = 1 if own >= w.out_of_hours else 0
                for lane in range(8):
                    amount = count * law.payments[who, kind, place, lane]
                    by_list[payee, lane] += amount
                    by_class[own, lane] += amount
    at_ceiling = 0
    most = law.most_copay[kind]
    start = np.uint32(0)
    for person in range(len(standing)):
        end = ends[person]
        spent = np.int64(other[person])
        # Who cannot reach the ceiling pays every copay, and nothing moves.
        if standing[person] == 0 and spent + np.int64(end - start) * most >= law.ceiling:
            paid = 0
            reached = False
            for place in range(start, end):
                day = np.int64(contacts[place] >> np.uint32(16))
                own = np.intp(contacts[place] & np.uint32(0xFFFF))
                copay = np.int64(law.copay[kind, law.segment_of_day[day] * w.classes + own])
                left = max(0, law.ceiling - paid - spent * day // np.int64(w.days))
                if left < copay:
                    over = copay - left
                    paid += left
                    reached = True
                    payee = 1 if own >= w.out_of_hours else 0
                    by_list[payee, 2] -= over
                    by_list[payee, 3] += over
                    by_class[own, 2] -= over
                    by_class[own, 3] += over
                else:
                    paid += copay
            at_ceiling += 1 if reached else 0
        start = end
    return at_ceiling

"""A national year in NumPy.

The same as in Takst: each person's sex, age, frailty rank, rank of other copay and standing; a
Poisson count per service with the mean of the person's row and rank; class and day of each contact,
same-day clustering; the order of time within the person; every contact at the price of its segment;
the ceiling contact by contact with other copay accruing evenly; sums by list, payee and lane, and by
class. As in Takst, contacts are counted by list, standing, segment and class, and the counts are
priced; and only who could reach the ceiling is followed to it.

Different: NumPy's generator (SFC64) and its Poisson, alias tables instead of inversion, and equal
days of a person in the order of classes. Works in chunks that fit the cache, one process per worker,
which keeps its own draws; threads would wait for each other's interpreter. The ceiling is a running sum instead of a loop: until a
person reaches it everything is paid in full, and afterwards nothing is.
"""

import os
from multiprocessing import get_context

# The workers are the processes below.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402

from tables import main  # noqa: E402

PERSONS_PER_CHUNK = 65_536


def bits_of(number):
    """Bits that hold the numbers below."""
    return max(1, int(number - 1).bit_length())


class NumPyYear:
    def __init__(self, tables, workers):
        self.t, self.workers = tables, workers
        t = tables
        self.class_bits, self.day_bits = bits_of(t.classes), bits_of(t.days)
        self.low_bits = self.class_bits + self.day_bits
        # Segment and class of a contact by its lower bits, which are its day and class.
        low = np.arange(1 << self.low_bits)
        day = np.minimum(low >> self.class_bits, t.days - 1)
        kind = np.minimum(low & ((1 << self.class_bits) - 1), t.classes - 1)
        self.place_of_low = t.segment_of_day[day] * t.classes + kind
        self.per = t.segments * t.classes
        self.copay = t.copay.ravel()
        # Whole øre stay exact in these doubles, and products of them run in BLAS.
        pay = t.payments.transpose(1, 0, 2, 3, 4).astype(float)
        split = np.zeros((t.kinds, 3, t.segments, t.classes, 2, pay.shape[-1]))
        out_of_hours = t.first_class[2]
        split[..., :out_of_hours, 0, :] = pay[..., :out_of_hours, :]
        split[..., out_of_hours:, 1, :] = pay[..., out_of_hours:, :]
        self.prices = split.reshape(t.kinds, 3 * self.per, -1)
        self.pay = pay
        ends = np.cumsum(t.lengths)
        cuts = np.searchsorted(ends, np.arange(0, ends[-1], PERSONS_PER_CHUNK))
        cuts = np.unique(np.append(cuts, len(ends)))
        self.chunks = list(zip(cuts[:-1], cuts[1:]))

    # Draws

    def draw(self, chunk, rng):
        """Lists, paying persons, other copay and contacts per person, and contacts in order."""
        t = self.t
        lists = np.arange(*chunk)
        lengths = t.lengths[lists]
        n = int(lengths.sum())
        list_of = np.repeat(np.arange(len(lists)), lengths)
        raw = rng.integers(0, 2**64, 2 * n, np.uint64).view(np.uint32).reshape(4, n)
        column = raw[0] & ((1 << t.cell_bits) - 1)
        place = np.repeat(t.mix_of_list[lists] << t.cell_bits, lengths) + column
        stays = raw[0] >> t.cell_bits < t.cell_limit.ravel().take(place)
        cell = np.where(stays, column, t.cell_alias.ravel().take(place))
        row = t.row_of_cell.take(cell).astype(np.intp) * t.ranks
        # Some rank alike in both; the upper half of the word decides.
        spending = np.where(raw[1] >> 16 < t.same_rank_limit, raw[1], raw[1] >> 8) & 0xFF
        other = t.other_copay.take(row + spending)
        row += raw[1] & 0xFF
        standing = (t.is_exempt.take(cell) | (raw[2] < t.exempt_limit)).astype(np.intp)
        standing[raw[3] < t.uninsured_limit] = 2
        counts = [rng.poisson(mean.take(row)) for mean in t.means]
        keys = np.concatenate(
            [self.contacts(service, own, rng) for service, own in enumerate(counts)]
        )
        keys.sort()
        keys &= (1 << self.low_bits) - 1
        return lists, list_of, standing, other, sum(counts), keys

    def contacts(self, service, counts, rng):
        """Person, day and class of each contact with a service, as one number that sorts."""
        t = self.t
        kind = np.uint64 if bits_of(len(counts)) + self.low_bits > 32 else np.uint32
        person = np.repeat(np.arange(len(counts), dtype=kind) << self.low_bits, counts)
        n = len(person)
        pick, when = rng.integers(0, 2**64, n, np.uint64).view(np.uint32).reshape(2, n)
        bits, limit, own, other = t.class_tables[service]
        column = pick & ((1 << bits) - 1)
        place = np.where(
            pick >> bits < limit.take(column), own.take(column), other.take(column)
        )
        day = (when >> 12) * np.uint32(t.days) >> 20
        again = np.flatnonzero((when & 0xFFF) < t.same_day_limit)
        if len(again) and again[0] == 0:
            again = again[1:]
        again = again[person[again] == person[again - 1]]
        # A run of them has the day before its first.
        source = again - 1
        source[1:][np.diff(again) == 1] = 0
        day[again] = day[np.maximum.accumulate(source)]
        person |= (day << self.class_bits).astype(kind)
        person |= place.astype(kind)
        return person

    # Prices

    def tally(self, lists, list_of, standing, per_person, keys):
        base = np.repeat((list_of * 3 + standing) * self.per, per_person)
        base += self.place_of_low.take(keys)
        return np.bincount(base, minlength=len(lists) * 3 * self.per).astype(float)

    def price(self, lists, list_of, standing, other, per_person, keys, tally):
        t = self.t
        counts = tally.reshape(len(lists), -1)
        kinds = t.kind_of_list[lists]
        lanes = len(t.lanes)
        by_list = np.empty((len(lists), 2 * lanes))
        by_class = np.zeros((t.classes, lanes))
        for kind in np.unique(kinds):
            own = kinds == kind
            by_list[own] = counts[own] @ self.prices[kind]
            sums = counts[own].sum(axis=0).reshape(3, t.segments, t.classes)
            by_class += np.einsum("tsc,tscl->cl", sums, self.pay[kind])
        by_list = by_list.reshape(len(lists), 2, lanes)
        # Who cannot reach the ceiling pays every copay, and nothing moves.
        kind_of = kinds.take(list_of).astype(np.intp)
        near = (standing == 0) & (other + per_person * t.most_copay[kind_of] >= t.ceiling)
        keys = keys[np.repeat(near, per_person)]
        per_person, other, list_of = per_person[near], other[near].astype(np.int64), list_of[near]
        copay = np.repeat(kind_of[near] * self.per, per_person)
        copay += self.place_of_low.take(keys)
        copay = self.copay.take(copay).astype(np.int64)
        paid = np.cumsum(copay) - copay
        ends = np.cumsum(per_person)
        starts = np.minimum(ends - per_person, max(len(paid) - 1, 0))
        paid -= np.repeat(paid[starts], per_person)
        paid += np.repeat(other, per_person) * (keys >> self.class_bits) // t.days
        over = copay - np.clip(t.ceiling - paid, 0, copay)
        moved = np.flatnonzero(over)
        over = over[moved]
        kind = keys[moved] & ((1 << self.class_bits) - 1)
        who = np.searchsorted(ends, moved, "right")
        payee = list_of[who] * 2 + (kind >= t.first_class[2])
        from_to = [t.lanes.index("copay"), t.lanes.index("ceiling-copay")]
        moves = np.bincount(payee, over, 2 * len(lists)).reshape(-1, 2, 1) * [-1, 1]
        by_list[:, :, from_to] += moves
        by_class[:, from_to] += np.bincount(kind, over, t.classes)[:, None] * [-1, 1]
        return by_list, by_class, len(np.unique(who))

    # The year

    def kept(self, chunk, seed):
        lists, list_of, standing, other, per_person, keys = self.draw(
            chunk, np.random.Generator(np.random.SFC64(seed))
        )
        tally = self.tally(lists, list_of, standing, per_person, keys)
        return lists, list_of, standing, other, per_person, keys, tally

    def serve(self, part, pipe):
        """Works at a part of the chunks, in a process of its own."""
        chunks, kept = self.chunks[part :: self.workers], []
        seeds = np.random.SeedSequence([np.random.SeedSequence().entropy, part])
        while True:
            match pipe.recv():
                case "year":
                    draws = zip(chunks, seeds.spawn(len(chunks)))
                    pipe.send([self.price(*self.kept(*draw)) for draw in draws])
                case "keep":
                    kept = [self.kept(*draw) for draw in zip(chunks, seeds.spawn(len(chunks)))]
                    pipe.send([])
                case "price":
                    pipe.send([self.price(*chunk) for chunk in kept])


def prepare(tables, workers):
    year = NumPyYear(tables, workers)
    fork = get_context("fork")
    pipes = []
    for part in range(workers):
        ours, theirs = fork.Pipe()
        fork.Process(target=year.serve, args=(part, theirs), daemon=True).start()
        pipes.append(ours)

    def ask(work):
        for pipe in pipes:
            pipe.send(work)
        return [pipe.recv() for pipe in pipes]

    def summed(work):
        by_list = np.zeros((len(tables.lengths), 2, len(tables.lanes)))
        by_class, at_ceiling = 0, 0
        for part, sums in enumerate(ask(work)):
            for chunk, (lists, classes, persons) in zip(year.chunks[part::workers], sums):
                by_list[slice(*chunk)] = lists
                by_class, at_ceiling = by_class + classes, at_ceiling + persons
        return by_list, by_class, at_ceiling

    return lambda: summed("year"), lambda: ask("keep"), lambda kept: summed("price")


if __name__ == "__main__":
    main(prepare, os.cpu_count())

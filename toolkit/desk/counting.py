"""What the comparison counts of workshops: from memory, from the store, or read and counted now."""

from collections.abc import Callable, Sequence

from toolkit.compare.condensed import Condensed
from toolkit.compare.condensing import condensed
from toolkit.store import Store
from toolkit.store.condensed import Mark, keep, kept, marks
from toolkit.store.evening import evening

AT_ONCE = 20  # counted workshops are kept together, so that a page that is left loses little
Told = Callable[[int, int], None]
_known: dict[tuple[str, int], tuple[Mark, Condensed]] = {}


def counted(store: Store, ids: Sequence[int] = (), told: Told | None = None) -> dict[int, Condensed]:
    """These workshops, or all of them; only what has changed since it was counted is read again.

    `told` hears how many of those are done.
    """
    current = store.read(marks, ids)
    for id, value in store.read(kept, _changed(store, current)).items():
        _known[store.url, id] = current[id], value
    waiting = _changed(store, current)
    done: dict[int, tuple[Mark, Condensed]] = {}
    for place, (id, mark) in enumerate(waiting.items(), start=1):
        # the mark was read before the evening: a change in between is noticed the next time
        done[id] = _known[store.url, id] = mark, condensed(store.read(evening, id))
        if len(done) == AT_ONCE or place == len(waiting):
            store.write(keep, done)
            done = {}
        if told:
            told(place, len(waiting))
    return {id: _known[store.url, id][1] for id in current}


def _changed(store: Store, current: dict[int, Mark]) -> dict[int, Mark]:
    known = {id: _known.get((store.url, id)) for id in current}
    return {id: mark for id, mark in current.items() if (own := known[id]) is None or own[0] != mark}

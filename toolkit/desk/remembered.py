"""What a page worked out from a workshop's notes, kept until the workshop changes: a redraw need not begin anew."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic
from typing import Any, TypeVar

from toolkit.compare.summary import Report
from toolkit.compare.summary import report as summed_up
from toolkit.desk.frame import Desk
from toolkit.store.changes import last_change
from toolkit.store.evening import evening
from toolkit.store.workshops import Situation

T = TypeVar("T")
MOST, SECONDS = 24, 60.0
_kept: OrderedDict[tuple[str, str, int], tuple[Any, float, Any]] = OrderedDict()
_keeping = Lock()


def remembered(desk: Desk, what: str, where: Situation, make: Callable[[], T]) -> T:
    """What `make` gives; at most once a minute while neither the evening's step nor its notes change."""
    place, mark = (desk.store.url, what, where.workshop.id), (where, desk.ask(last_change, where.workshop.id))
    with _keeping:
        kept = _kept.get(place)
    if kept and kept[0] == mark and monotonic() - kept[1] < SECONDS:
        value: T = kept[2]
        return value
    value = make()
    with _keeping:
        _kept[place] = (mark, monotonic(), value)
        _kept.move_to_end(place)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return value


def report_of(desk: Desk, where: Situation) -> Report:
    """The workshop's report as it stands."""
    return remembered(desk, "report", where, lambda: summed_up(desk.ask(evening, where.workshop.id)))

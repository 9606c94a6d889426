"""`export`: a workshop's documents, as the Report page offers them, or those of the whole programme."""

from datetime import datetime
from pathlib import Path

from carousel.refusal import Refusal
from toolkit.compare.comparison import MOST, comparison
from toolkit.compare.summary import report
from toolkit.paper.takeaway import write_programme, write_workshop
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.programme import workshops
from toolkit.store.workshops import situation

FEWEST = 2


def write_documents(store: Store, code: str, out: Path, now: datetime) -> tuple[Path, ...]:
    """The paths written: PDF, Word, Excel and open data in each built-in language, notes and log as tables."""
    where = store.read(situation, code)
    return write_workshop(report(store.read(evening, where.workshop.id)), out, now)


def write_programme_documents(store: Store, out: Path, now: datetime) -> tuple[Path, ...]:
    """The newest workshops with notes side by side, as many as fit; the paths written."""
    found = [one.workshop.id for one in store.read(workshops) if one.notes][:MOST]
    if len(found) < FEWEST:
        raise Refusal("A programme report needs at least two workshops with notes.")
    return write_programme(comparison([store.read(evening, id) for id in found], now.date()), out)

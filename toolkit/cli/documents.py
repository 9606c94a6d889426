"""`export`: a workshop's documents, as the Report page offers them."""

from pathlib import Path

from toolkit.compare.summary import report
from toolkit.paper.export import write_all
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.workshops import situation


def write_documents(store: Store, code: str, out: Path) -> tuple[Path, ...]:
    """The paths written: the report in every built-in language and the table of published notes."""
    where = store.read(situation, code)
    return write_all(report(store.read(evening, where.workshop.id)), out)

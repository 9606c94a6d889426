"""Everything a workshop or a programme can be taken away as; each file is made only when it is wanted."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from toolkit.compare.comparison import Comparison
from toolkit.compare.summary import Report
from toolkit.i18n import _
from toolkit.paper import document, open_data, programme_book, programme_report, report, workbook
from toolkit.paper.export import file_name, notes_csv
from toolkit.paper.logbook import logbook_csv

PROGRAMME = "programme"
MIME = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
    "csv": "text/csv",
}


@dataclass(frozen=True, slots=True)
class TakeAway:
    """A file under its name; `title` says in English what it is, `make` makes it."""

    title: str
    name: str
    make: Callable[[], bytes]

    @property
    def mime(self) -> str:
        """What kind of file it is."""
        return MIME[self.name.rpartition(".")[2]]


def of_workshop(value: Report, lang: str, made: datetime) -> tuple[TakeAway, ...]:
    """The report as PDF, Word and Excel, and the open data; `made` is aware, when this is done."""
    named = partial(file_name, value.head.code, value.head.date)
    return (
        TakeAway(_("Report as PDF"), named(f"report_{lang}", "pdf"), partial(report.pdf, value, lang)),
        TakeAway(_("Report in Word"), named(f"report_{lang}", "docx"), partial(document.docx, value, lang)),
        TakeAway(_("All tables in Excel"), named(f"tables_{lang}", "xlsx"), partial(workbook.xlsx, value, lang)),
        TakeAway(_("Open data (CSV and JSON)"), named(f"open_data_{lang}", "zip"),
                 partial(open_data.package, value, lang, made)),
    )  # fmt: skip


def tables_of_workshop(value: Report, lang: str) -> tuple[TakeAway, ...]:
    """Notes and log of changes, each as one table."""
    named = partial(file_name, value.head.code, value.head.date)
    return (
        TakeAway(_("Notes as a table (CSV)"), named("notes", "csv"), partial(notes_csv, value.notes, lang)),
        TakeAway(_("Log as a table (CSV)"), named("log", "csv"), partial(logbook_csv, value, lang)),
    )


def of_programme(found: Comparison, lang: str) -> tuple[TakeAway, ...]:
    """Several communities side by side, as PDF, Word and Excel."""
    named = partial(file_name, PROGRAMME, max(head.date for head in found.heads))
    return (
        TakeAway(_("Report as PDF"), named(f"report_{lang}", "pdf"), partial(programme_report.pdf, found, lang)),
        TakeAway(_("Report in Word"), named(f"report_{lang}", "docx"), partial(programme_report.docx, found, lang)),
        TakeAway(_("All tables in Excel"), named(f"tables_{lang}", "xlsx"), partial(programme_book.xlsx, found, lang)),
    )


def write_workshop(
    value: Report, folder: Path, made: datetime, langs: Sequence[str] = ("sl", "en")
) -> tuple[Path, ...]:
    """Writes every file of a workshop into `folder`, made where it is not there; the paths written."""
    tables = tables_of_workshop(value, value.head.language)
    return _written(folder, [*(one for lang in langs for one in of_workshop(value, lang, made)), *tables])


def write_programme(found: Comparison, folder: Path, langs: Sequence[str] = ("sl", "en")) -> tuple[Path, ...]:
    """Writes every file of a programme into `folder`; the paths written."""
    return _written(folder, [one for lang in langs for one in of_programme(found, lang)])


def _written(folder: Path, files: Iterable[TakeAway]) -> tuple[Path, ...]:
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for one in files:
        path = folder / one.name
        path.write_bytes(one.make())
        paths.append(path)
    return tuple(paths)

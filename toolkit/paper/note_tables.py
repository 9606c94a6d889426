"""Published notes and the log of changes as tables, each column explained."""

from collections.abc import Iterable

from toolkit.compare.gate import DETAILS, WRITTEN_DETAILS, PublishedNote
from toolkit.compare.summary import Report
from toolkit.content.vocabulary import label
from toolkit.i18n import Translator
from toolkit.paper.columns import tick_columns
from toolkit.paper.logbook import logbook
from toolkit.paper.tables import INTEGER, TRUTH, Cell, Column, DataTable


def notes_table(_: Translator, notes: Iterable[PublishedNote]) -> DataTable:
    """One row a note, in its own words; what else a note says comes last."""
    columns = (
        Column(id="id", label=_("Note"), kind=INTEGER, meaning=_("The note's number.")),
        Column(id="text", label=_("Words"), meaning=_("The note in the resident's own words, after moderation.")),
        Column(id="kind_label", label=_("Kind"), meaning=_("The kind of note in words.")),
        Column(id="theme_label", label=_("Theme"), meaning=_("The theme in words.")),
        Column(id="station", label=_("Station"), kind=INTEGER, meaning=_("Empty in an open house.")),
        *tick_columns(_),
        Column(id="cluster", label=_("Idea (number)"), kind=INTEGER, meaning=_("The idea the note belongs to.")),
        Column(id="redacted", label=_("Shortened"), kind=TRUTH, meaning=_("Whether held words were left out.")),
        *(Column(id=name, label=said, meaning=_("What else the note says; several values with a semicolon."))
          for name, said in _details(_).items()),
        Column(id="source", label=_("Way in (id)"), meaning=_("Own phone, table host's device, or paper.")),
        Column(id="question", label=_("Question (id)"), meaning=_("The question it answers.")),
        Column(id="kind", label=_("Kind (id)"), meaning=_("The kind of note, the same in every language.")),
        Column(id="theme", label=_("Theme (id)"), meaning=_("The theme, the same in every language.")),
    )  # fmt: skip
    rows = tuple(_row(_, note) for note in notes)
    about = _("Every published note. Nothing says who wrote it.")
    return DataTable(id="notes", title=_("Notes"), about=about, columns=columns, rows=rows, key=("id",))


def _row(_: Translator, note: PublishedNote) -> tuple[Cell, ...]:
    details = (_joined(note.details.get(name, "")) for name in (*DETAILS, *WRITTEN_DETAILS))
    return (
        note.id, note.text, label("note_kinds", note.kind, _.language), label("themes", note.theme, _.language),
        note.station, note.ticks, note.exposed, note.cluster, note.redacted, *details,
        note.source, note.question, note.kind, note.theme,
    )  # fmt: skip


def _joined(value: str | tuple[str, ...]) -> str:
    return value if isinstance(value, str) else "; ".join(value)


def _details(_: Translator) -> dict[str, str]:
    known = {
        "offer_kinds": _("Kinds of offer"), "constraint": _("Obstacle"), "target_groups": _("Target groups"),
        "for_whom": _("For whom"), "frequency": _("How often"), "open_to_new": _("Open to new people"),
        "level": _("Way to take part"), "where": _("Where"), "when": _("When"), "needs": _("What it needs"),
    }  # fmt: skip
    return {name: known.get(name, name) for name in (*DETAILS, *WRITTEN_DETAILS)}


def log_table(_: Translator, report: Report) -> DataTable:
    """What was merged, parted, held or hidden, and why; never by whom."""
    columns = (
        Column(id="note", label=_("Note"), kind=INTEGER, meaning=_("The note the line is about.")),
        Column(id="what", label=_("What was done"), meaning=_("What was done to the note.")),
        Column(id="why", label=_("Why"), meaning=_("Why; empty where nothing was said.")),
        Column(id="other_notes", label=_("Other notes"), meaning=_("Notes merged with it, or it was parted into.")),
        Column(id="words", label=_("Words that are shown"), meaning=_("Only words of published notes.")),
    )
    rows = tuple(
        (line.note, line.what, line.why, "; ".join(map(str, line.others)), "; ".join(line.words))
        for line in logbook(report, _.language)
    )
    about = _("The moderation log, without who did it and without words that were held.")
    return DataTable(id="log", title=_("Log of changes"), about=about, columns=columns, rows=rows)

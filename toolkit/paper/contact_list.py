"""Contacts of those who allowed one purpose, as a list to be used and deleted: CSV and Excel."""

from collections.abc import Mapping, Sequence
from datetime import date

from toolkit.i18n import Translator
from toolkit.paper.csv_file import csv_file
from toolkit.paper.tables import Column, DataTable
from toolkit.paper.workbook import written

REACH = ("name", "phone", "email")  # all that is passed on where a consent says "my name and contact"
WHOLE = (*REACH, "organisation", "levels", "themes", "offer_kinds", "idea", "support_needed", "availability")


def contact_table(
    _: Translator, purpose: str, labels: Mapping[str, str], people: Sequence[Mapping[str, str]]
) -> DataTable:
    """One row a person: what `labels` name, the community, and the day by which the row must be deleted."""
    more = {"community": _("Community"), "until": _("Delete by")}
    columns = tuple(Column(id=name, label=label, meaning=label) for name, label in {**labels, **more}.items())
    rows = tuple(tuple(one.get(column.id, "") for column in columns) for one in people)
    return DataTable(id="contacts", title=_("Contacts"), about=purpose, columns=columns, rows=rows)


def contact_csv(table: DataTable) -> bytes:
    """The rows alone."""
    return csv_file([column.label for column in table.columns], (map(str, row) for row in table.rows))


def contact_book(_: Translator, table: DataTable, today: date) -> bytes:
    """A workbook whose first sheet says for what the list may be used, and that it is to be deleted after use."""
    facts = (
        (_("May be used for"), table.about),
        (_("Made on"), _.date(today)),
        (_("Afterwards"), _("Delete this file after use. Whoever withdraws stays in it until then.")),
    )
    return written(_, _("Contacts"), facts, (table,), today)


def contact_file(consent: str, today: date, ending: str) -> str:
    """ "contacts_c_core_2026-11-22_delete_after_use.csv"."""
    purpose = "".join(char for char in consent if char.isascii() and (char.isalnum() or char == "_"))
    return f"contacts_{purpose}_{today.isoformat()}_delete_after_use.{ending}"

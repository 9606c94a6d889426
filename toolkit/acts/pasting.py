"""Rows of residents by age as they are copied from a spreadsheet: age, women, men, together."""

import re

from carousel.refusal import Refusal
from toolkit.acts.forms import clean
from toolkit.acts.organising import read_value
from toolkit.compare.population import ALL, Cell, genders
from toolkit.content.organiser_forms import organiser_forms
from toolkit.i18n import _

NO_ROWS = _("Nothing was found. Copy rows that begin with an age, such as 15–29.")
NO_AGE = _("Row {row}: “{text}” is not one of the ages of the table.")
DASH = re.compile(r"\s*[-–—]\s*")


def pasted(text: str, language: str) -> dict[Cell, str]:
    """The texts of the cells, unread; columns are parted by tabs or semicolons, a first row of headings is left out.
    Refuses with the row's number a row whose age is not one of the table's."""
    found: dict[Cell, str] = {}
    for row, line in enumerate(text.splitlines(), start=1):
        cells = [clean(cell) for cell in re.split(r"[\t;]", line)]
        if not any(cells):
            continue
        age = _age(cells[0], language)
        if age is not None:
            found |= {(age, gender): cell for gender, cell in zip((*genders(), ALL), cells[1:], strict=False) if cell}
        elif found or any(map(str.isdecimal, cells[1:])):
            raise Refusal(NO_AGE, row=row, text=cells[0][:40])
    if not found:
        raise Refusal(NO_ROWS)
    return found


def _age(text: str, language: str) -> str | None:
    """An age band by its id or its name in any language, whichever dash was written."""
    asked = organiser_forms()["population"].field("age")
    try:
        return str(read_value(asked, DASH.sub("–", text), language) or "") or None
    except Refusal:
        return None

"""Tables of a Word document: the head repeats on every page, bars are shaded lines, so that all stays editable."""

from collections.abc import Mapping, Sequence
from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Length, Mm, Pt
from docx.table import Table, _Cell, _Row

from toolkit.paper.word_looks import TABLE, Looks

LABEL, ROOM = 0.42, 3  # share of the line that labels take; millimetres that a cell keeps free at its sides
BAR_HEIGHT = 6
TOGETHER = 12  # rows up to which a table is not torn apart


def ruled(
    word: Document, looks: Looks, header: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float]
) -> None:
    """A table with a head; `widths` in millimetres."""
    table = _table(word, looks, header, len(rows), widths)
    for row, texts in zip(table.rows[1:], rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            _say(cell, looks, text)
    _close(word, looks, table)


def bar_table(
    word: Document, looks: Looks, header: Sequence[str], rows: Sequence[Mapping[str, Any]], width: float
) -> None:
    """What and how many; under each figure its bar, as long as its share of the cell."""
    widths = (width * LABEL, width * (1 - LABEL))
    table = _table(word, looks, header, len(rows), widths)
    for line, row in zip(table.rows[1:], rows, strict=True):
        name, value = line.cells
        _say(name, looks, row["label"])
        _say(value, looks, row["text"])
        if not row.get("hidden") and row["part"] is not None:
            _bar(value, looks, min(1.0, max(0.0, float(row["part"]))), widths[1] - ROOM)
    _close(word, looks, table)


def response_table(
    word: Document, looks: Looks, header: Sequence[str], rows: Sequence[Sequence[str]], width: float
) -> None:
    """Rows whose last cells are left free for an answer."""
    widths = [width * share for share in (0.34, 0.14, 0.26, 0.26)]
    table = _table(word, looks, header, len(rows), widths)
    for line, texts in zip(table.rows[1:], rows, strict=True):
        line.height, line.height_rule = Mm(14), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, text in zip(line.cells, [*texts, *[""] * (len(header) - len(texts))], strict=True):
            _say(cell, looks, text)
    _close(word, looks, table)


def fill(section: Section, *, columns: int, gap: Length) -> None:
    """Sets a section in columns."""
    properties = section._sectPr
    found = properties.find(qn("w:cols"))
    asked = found if found is not None else OxmlElement("w:cols")
    asked.set(qn("w:num"), str(columns))
    asked.set(qn("w:space"), str(int(gap.twips)))
    if found is None:
        properties.append(asked)


def _table(word: Document, looks: Looks, header: Sequence[str], rows: int, widths: Sequence[float]) -> Table:
    table: Table = word.add_table(rows=rows + 1, cols=len(header), style=TABLE)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        _mark(row, "w:cantSplit")
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    head = table.rows[0]
    _mark(head, "w:tblHeader")
    for cell, text in zip(head.cells, header, strict=True):
        _say(cell, looks, text, "Table head")
    return table


def _say(cell: _Cell, looks: Looks, text: str, style: str = "Table text") -> None:
    looks.put(cell.paragraphs[0], style).text = text


def _bar(cell: _Cell, looks: Looks, part: float, room: float) -> None:
    """An empty line with a coloured ground, cut to its length from the right: nothing to read out, easy to change."""
    if not part:
        return
    line = looks.put(cell.add_paragraph(), "Bar")
    line.paragraph_format.line_spacing = Pt(BAR_HEIGHT)
    line.paragraph_format.right_indent = Mm(room * (1 - part))
    ground = OxmlElement("w:shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", looks.hex("act"))):
        ground.set(qn(f"w:{name}"), value)
    line._p.get_or_add_pPr().insert_element_before(
        ground, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr", "w:sectPr"
    )


def _mark(row: _Row, tag: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(tag))


def _close(word: Document, looks: Looks, table: Table) -> None:
    """Keeps few rows on one page; a little air after a table, two tables would else become one."""
    lines = list(table._tbl.tr_lst)
    if len(lines) <= TOGETHER:
        for line in lines[:-1]:
            for paragraph in line.iter(qn("w:p")):
                paragraph.get_or_add_pPr().get_or_add_keepNext()
    looks.put(word.add_paragraph(), "Bar")

"""The report as a Word document that a secretary can edit: real styles and headings, the same content as the PDF."""

from collections.abc import Mapping
from datetime import date

from toolkit.compare.summary import Report
from toolkit.paper import report as printed


def docx(report: Report, lang: str) -> bytes:
    """The whole report; python-docx is loaded here, since few need it."""
    return written(printed.content(report, lang), report.head.date)


def written(content: Mapping[str, object], day: date) -> bytes:
    """What a report template takes (see `toolkit.paper.report.content`), as .docx; `day` is the document's date."""
    from toolkit.paper.word import Writer

    return Writer(content, day).document()

""""What we heard, what happens next": the report of one workshop as a PDF."""

from toolkit.compare.summary import Report
from toolkit.i18n import Translator, translator
from toolkit.paper import chapters
from toolkit.paper.blocks import Block, chapter, columns_of_notes, small
from toolkit.paper.front import front
from toolkit.paper.tones import tones
from toolkit.paper.typesetting import pdf as set_pdf
from toolkit.paper.typesetting import pictures


def pdf(report: Report, lang: str) -> bytes:
    """A4, tagged and titled; the six answers on page one, all published notes at the end."""
    return set_pdf("report", content(report, lang), report.head.date)


def pages(report: Report, lang: str, ppi: float = 80) -> list[bytes]:
    """Each page as a PNG of `ppi` dots per inch, to look at before printing."""
    return pictures("report", content(report, lang), report.head.date, ppi)


def content(report: Report, lang: str) -> dict[str, object]:
    """What stands in the report, as data for the template."""
    _ = translator(lang)
    blocks = [block for write in chapters.ORDER for block in write(_, report)]
    return {"lang": lang, "look": tones(), **front(_, report), "blocks": [*blocks, *_all_notes(_, report)]}


def _all_notes(_: Translator, report: Report) -> list[Block]:
    """Every published note under its theme, in its own words."""
    by_theme: dict[str, list[Block]] = {part.theme.id: [] for part in report.themes}
    for note in report.notes:
        foot = f"{note.ticks}+/{note.exposed}" if note.ticks and note.exposed else ""
        by_theme.setdefault(note.theme, []).append({"text": note.text, "foot": foot})
    names = {part.theme.id: part.theme.shown(_.language) for part in report.themes}
    groups = [(f"{names.get(theme, theme)} · {len(items)}", items) for theme, items in by_theme.items() if items]
    lead = small(_("In their own words. 5+/9: at least 5 of the 9 who could tick this note agree."))
    return [chapter(_("All notes"), fresh=True), lead, columns_of_notes(groups)] if groups else []

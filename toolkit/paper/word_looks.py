"""How a Word document looks: styles in the shared colours, its language, its name and the foot of its pages."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import BaseStyle, CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from toolkit.i18n import translator

FONT = "Arial"  # every office program has it or a font of the same widths
TABLE = "Vrtiljak"
SIZES = {"Title": 26, "Subtitle": 15, "Heading 1": 18, "Heading 2": 12.5, "Heading 3": 11, "Caption": 9.5}
ABOVE = {"Title": 0, "Subtitle": 0, "Heading 1": 20, "Heading 2": 10, "Heading 3": 8, "Caption": 2}
OWN = {"Remark": 9.5, "Strong line": 12, "Bar": 4, "Table text": 10, "Table head": 10}
STRONG, TIGHT = ("Strong line", "Table head"), ("Bar", "Table text", "Table head")


class Looks:
    """The styles of one document, by name."""

    def __init__(self, word: Document, tones: Mapping[str, str]) -> None:
        self.word, self.tones = word, tones
        self._ids: dict[str, str] = {}

    def put(self, line: Paragraph, name: str) -> Paragraph:
        """Sets a paragraph's style by its id: python-docx would search all styles for every paragraph."""
        if name not in self._ids:
            self._ids[name] = self.style(name).style_id
        line._p.style = self._ids[name]
        return line

    def style(self, name: str) -> ParagraphStyle:
        """A paragraph style."""
        return _paragraph(self.word.styles[name])

    def colour(self, token: str) -> RGBColor:
        """A shared colour."""
        return RGBColor.from_string(self.hex(token))

    def hex(self, token: str) -> str:
        """A shared colour as RRGGBB."""
        return self.tones[token].removeprefix("#").upper()

    def dress(self, lang: str) -> None:
        """Page, language, styles."""
        section = self.word.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(20)
        section.top_margin = section.bottom_margin = Mm(18)
        self._speak(lang)
        normal = self.style("Normal")
        self._font(normal, 10.5, "ink")
        normal.paragraph_format.space_after = Pt(4)
        for name, size in SIZES.items():
            self._headline(name, size)
        for name, size in OWN.items():
            self._own(name, size)
        bullets = self.style("List Bullet")
        bullets.paragraph_format.space_after = Pt(3)
        self._table_style()

    def soften(self, run: Run) -> None:
        """What is said of a note after it."""
        run.font.size, run.font.color.rgb = Pt(9), self.colour("soft")

    def name(self, title: str, community: str, lang: str, day: date) -> None:
        """The document's properties; the date is the workshop's, so that the same report is the same file."""
        about, moment = self.word.core_properties, datetime(day.year, day.month, day.day, tzinfo=UTC)
        about.title, about.subject = f"{title} · {community}"[:255], community[:255]
        about.author = about.last_modified_by = "Vrtiljak"
        about.language, about.comments, about.keywords = _tag(lang), "", ""
        about.created = about.modified = moment

    def foot(self, text: str) -> None:
        """The foot of every page: which workshop it was, page and pages."""
        line = self.word.sections[0].footer.paragraphs[0]
        for stops in [*self.style("Footer").element.iter(qn("w:tabs"))]:  # those of another paper
            stops.getparent().remove(stops)
        line.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
        self.soften(line.add_run(f"{text}\t"))
        for code in ("PAGE", "NUMPAGES"):
            if code == "NUMPAGES":
                self.soften(line.add_run(" / "))
            run = line.add_run()
            self.soften(run)
            _field(run, code)

    def _speak(self, lang: str) -> None:
        defaults = self.word.styles.element.find(qn("w:docDefaults"))
        for spoken in defaults.iter(qn("w:lang")):
            for part in ("val", "eastAsia"):
                spoken.set(qn(f"w:{part}"), _tag(lang))

    def _headline(self, name: str, size: float) -> None:
        style = self.style(name)
        calm = name in ("Subtitle", "Heading 2", "Heading 3")
        self._font(style, size, "ink" if calm else "soft" if name == "Caption" else "act", bold=name != "Caption")
        style.font.italic = False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(ABOVE[name]), Pt(3)
        style.paragraph_format.keep_with_next = True
        for border in style.element.iter(qn("w:pBdr")):
            border.getparent().remove(border)

    def _own(self, name: str, size: float) -> None:
        style = _paragraph(self.word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH))
        style.base_style = self.style("Normal")
        tone = {"Strong line": "act", "Remark": "soft"}.get(name, "ink")
        self._font(style, size, tone, bold=name in STRONG)
        style.paragraph_format.space_after = Pt(0 if name in TIGHT else 3)
        style.quick_style = name != "Bar"

    def _font(self, style: CharacterStyle, size: float, tone: str, *, bold: bool = False) -> None:
        font = style.font
        font.name, font.size, font.bold, font.color.rgb = FONT, Pt(size), bold, self.colour(tone)
        fonts = style.element.rPr.rFonts
        for part in list(fonts.attrib):
            if part.endswith("Theme"):
                del fonts.attrib[part]
        fonts.set(qn("w:cs"), FONT)

    def _table_style(self) -> None:
        """Thin lines between rows, a bold head: a table style, so that one change restyles every table."""
        style: BaseStyle = self.word.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
        element: Any = style.element
        around = OxmlElement("w:tblPr")
        borders = OxmlElement("w:tblBorders")
        for side in ("bottom", "insideH"):
            borders.append(_made(f"w:{side}", val="single", sz="4", space="0", color=self.hex("line")))
        around.append(borders)
        margins = OxmlElement("w:tblCellMar")
        for side, width in (("top", "40"), ("left", "60"), ("bottom", "40"), ("right", "60")):
            margins.append(_made(f"w:{side}", w=width, type="dxa"))
        around.append(margins)
        element.append(around)
        head = _made("w:tblStylePr", type="firstRow")
        bold = OxmlElement("w:rPr")
        bold.append(OxmlElement("w:b"))
        head.append(bold)
        element.append(head)


def _field(run: Run, code: str) -> None:
    """A field that the office program fills: the page's number, the number of pages."""
    for kind in ("begin", "", "end"):
        if kind:
            run._r.append(_made("w:fldChar", fldCharType=kind))
        else:
            asked = OxmlElement("w:instrText")
            asked.text = code
            run._r.append(asked)


def _made(tag: str, **attributes: str) -> Any:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    return element


def _tag(lang: str) -> str:
    """Language and country as office programs name them: "sl-SI"."""
    locale = translator(lang).locale
    country = locale.territory or {"sl": "SI"}.get(locale.language, "")
    return f"{locale.language}-{country}" if country else locale.language


def _paragraph(style: object) -> ParagraphStyle:
    """The style, which the library types as any of its kinds."""
    if not isinstance(style, ParagraphStyle):
        raise TypeError("Word's template has no paragraph style of this name")
    return style

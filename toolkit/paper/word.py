"""A Word document built from the report's blocks; imported only when one is made."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from io import BytesIO
from typing import Any, cast

import docx
from docx.enum.section import WD_SECTION
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from toolkit.i18n import translator
from toolkit.paper.blocks import shortened
from toolkit.paper.clean import plain as cleaned
from toolkit.paper.word_looks import Looks
from toolkit.paper.word_tables import bar_table, fill, response_table, ruled

Item = Mapping[str, Any]
WIDTH = 170  # millimetres of a line on A4
LONGEST = 2000  # letters of a paragraph: longer ones keep office programs busy for minutes; tables hold them whole


def plain(text: str) -> str:
    """One line without control or turning characters, cut where nobody reads on."""
    return shortened(cleaned(text), LONGEST)


class Writer:
    """Draws blocks one after another; every text is cleaned on its way in."""

    def __init__(self, content: Mapping[str, object], day: date) -> None:
        self.content = cast(Item, content)
        self._ = translator(self.content["lang"])
        self.word = docx.Document()
        self.looks = Looks(self.word, self.content["look"])
        self.looks.dress(self.content["lang"])
        self.looks.name(plain(self.content["title"]), plain(self.content["community"]), self.content["lang"], day)
        self.looks.foot(plain(self.content["footer"]))

    def document(self) -> bytes:
        """The finished file."""
        self._front()
        before: Any = None
        for place, block in enumerate(self.content["blocks"]):
            if before is not None and block["kind"] == "words":
                before.paragraph_format.keep_with_next = True  # what is said under one heading
            drawn = self._draw(block, first=place == 0)
            before = drawn if block["kind"] == "words" else None
        kept = BytesIO()
        self.word.save(kept)
        return kept.getvalue()

    def _front(self) -> None:
        self._say(self.content["title"], "Title")
        self._say(self.content["community"], "Subtitle")
        self._say(self.content["subtitle"], "Remark")
        for answer in self.content["answers"]:
            self._answer(answer)
        if self.content["notice"]:
            self._say(self.content["notice"], "Remark")

    def _answer(self, answer: Item) -> None:
        self._say(f"{answer['number']}. {answer['question']}", "Heading 2")
        counted = answer["names"] and not answer["rows"]
        self._say(answer["answer"], "Remark" if counted else "Strong line")
        for line in answer["more"]:
            self._say(line, "Normal")
        self._bullets(answer["names"])
        if answer["rows"]:
            self._say(" · ".join(f"{row['label']}: {row['text']}" for row in answer["rows"]), "Remark")

    def _draw(self, block: Item, *, first: bool) -> object:
        drawn: Mapping[str, Callable[[Item], object]] = {
            "chapter": lambda one: self._chapter(one, first=first),
            "heading": lambda one: self._say(one["text"], "Heading 3" if one.get("deeper") else "Heading 2"),
            "words": lambda one: self._say(one["text"], "Normal"),
            "small": lambda one: None if one.get("typeset") else self._say(one["text"], "Remark"),
            "lead": lambda one: self._say(one["text"], "Caption"),
            "bars": lambda one: self._bars(one["rows"]),
            "two": self._two_sided,
            "quotes": self._quotes,
            "table": lambda one: ruled(self.word, self.looks, _cells([one["header"]])[0], _cells(one["rows"]),
                                       _shares(one["widths"])),
            "next": self._responses,
            "notes": self._notes,
        }  # fmt: skip
        return drawn[block["kind"]](block)

    def _chapter(self, block: Item, *, first: bool) -> None:
        title = self._say(block["text"], "Heading 1")
        title.paragraph_format.page_break_before = first or bool(block["fresh"])

    def _say(self, text: str, style: str) -> Paragraph:
        return self.looks.put(self.word.add_paragraph(plain(text)), style)

    def _bullets(self, items: Sequence[Item]) -> None:
        for item in items:
            said = self._say(item["text"], "List Bullet")
            if item.get("foot"):
                self.looks.soften(said.add_run(f"  {plain(item['foot'])}"))

    def _quotes(self, block: Item) -> None:
        self._bullets(block["items"])
        if block["more"]:
            self._say(block["more"], "Remark")

    def _bars(self, rows: Sequence[Item]) -> None:
        header = (self._("What"), self._("How many"))
        bar_table(self.word, self.looks, header, [{**row, "label": plain(row["label"])} for row in rows], WIDTH)

    def _two_sided(self, block: Item) -> None:
        header = [self._("Theme"), block["left"], block["right"]]
        rows = [(row["label"], row["left_text"], row["right_text"]) for row in block["rows"]]
        ruled(self.word, self.looks, _cells([header])[0], _cells(rows), _shares((6, 2, 2)))

    def _responses(self, block: Item) -> None:
        response_table(self.word, self.looks, _cells([block["header"]])[0], _cells(block["rows"]), WIDTH)

    def _notes(self, block: Item) -> None:
        """All notes, small, in two columns; the columns are the last section's."""
        section = self.word.add_section(WD_SECTION.CONTINUOUS)
        fill(section, columns=2, gap=Mm(8))
        for group in block["groups"]:
            self._say(group["title"], "Heading 2")
            for item in group["items"]:
                said = self._say(item["text"], "List Bullet")
                said.paragraph_format.space_after = Pt(2)
                if item["foot"]:
                    self.looks.soften(said.add_run(f"  {plain(item['foot'])}"))


def _cells(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    return [[plain(str(cell)) for cell in row] for row in rows]


def _shares(widths: Sequence[int]) -> list[float]:
    """Millimetres of each column."""
    return [WIDTH * width / sum(widths) for width in widths]

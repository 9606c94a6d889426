"""The record of processing says what the settings and the dates of deletion say."""

from datetime import date
from io import BytesIO

import docx
import pytest

from toolkit.content.privacy import COLUMNS, Facts, notice, privacy, record
from toolkit.content.retention import RAFFLE_DAYS
from toolkit.paper.processing_record import content, processing_record

TODAY = date(2026, 11, 22)
FACTS = Facts(
    organiser="Ljudska univerza", contact="info@primer.si", officer="Mojca Vzorec", basis="task", backup_days=17,
    months=9,
)  # fmt: skip


def text(file: bytes) -> str:
    document = docx.Document(BytesIO(file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(line.text for line in document.paragraphs), *cells])


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_document_holds_what_was_set_and_how_long_things_are_kept(lang: str) -> None:
    told = text(processing_record(FACTS, lang, TODAY))
    for words in ("Ljudska univerza", "info@primer.si", "Mojca Vzorec", f"{RAFFLE_DAYS} d", "17 d", "9 m"):
        assert words in told
    for name, said in record(FACTS, lang):
        assert name in told and all(said[column] in told for column in COLUMNS)


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_nothing_in_braces_is_left(lang: str) -> None:
    for facts in (FACTS, Facts(organiser="a", contact="b", backup_days=1, known=False, host="Gostitelj")):
        assert "{" not in "".join(line for part in notice(facts, lang) for line in part.lines)
        assert "{" not in "".join(text for _, said in record(facts, lang) for text in said.values())


def test_each_part_is_shown_only_where_it_holds() -> None:
    laptop, hosted = FACTS, Facts(organiser="a", contact="b", backup_days=1, host="Gostitelj", known=False)
    assert "Gostitelj" in str(notice(hosted, "sl")) and "Mojca" not in str(notice(hosted, "sl"))
    assert "facilitator in the hall" in str(notice(hosted, "en"))
    assert "facilitator in the hall" not in str(notice(laptop, "en")) and "Art. 6(1)(e)" in str(notice(laptop, "en"))
    assert "Art. 6(1)(f)" in str(notice(hosted, "en"))


def test_every_condition_of_the_file_is_known() -> None:
    assert all(FACTS.holds(part.when) in (True, False) for part in privacy().notice)


def test_without_an_organiser_the_record_says_so() -> None:
    facts = Facts(organiser="organizator delavnice", contact="b", backup_days=1, known=False)
    assert content(facts, "en", TODAY)["community"] == "The organiser is not set yet."

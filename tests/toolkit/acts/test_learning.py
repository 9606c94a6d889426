"""Corrections as a table: written, read row by row with every fault named, and learned from."""

from datetime import UTC, datetime

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from toolkit.acts import harvesting, hosting, settling
from toolkit.acts.learning import corrections_csv, read_corrections
from toolkit.content.corpus import Example
from toolkit.i18n import say
from toolkit.store import Store
from toolkit.store.sorting import MOST_ELSEWHERE, corrections, learned_elsewhere, learning, sorter_in_use

NOW = datetime(2026, 11, 26, 19, 0, tzinfo=UTC)
CHOIR = Example(theme="kultura", language="sl", kind="need", text="Soba za vaje zbora v Šmarju")
FORMULA = Example(theme="mladi", language="en", kind="offer", text="=1+1 for the youth")


def table(*rows: str) -> bytes:
    return "\n".join(("theme,language,kind,text", *rows)).encode()


def test_corrections_come_back_as_they_were_written() -> None:
    written = corrections_csv([CHOIR, FORMULA])
    assert b"'=1+1" in written, "a spreadsheet does not compute it"
    assert read_corrections(written).examples == (CHOIR, FORMULA)


def test_a_language_nobody_said_is_guessed() -> None:
    written = corrections_csv([Example(theme="kultura", language="", kind="need", text="We need a room for the choir")])
    assert read_corrections(written).examples[0].language == "en"


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        ("vesolje,sl,need,Raketa", "Line 3: there is no theme “vesolje”."),
        ("kultura,sl,wish,Oder", "Line 3: there is no kind of note “wish”."),
        ("kultura,xx,need,Oder", "Line 3: there is no language “xx”."),
        ("kultura,sl,need,", "Line 3: the answer is empty."),
        ("kultura,sl,need", "Line 3: the row has 3 cells, the table has 4 columns."),
        (f"kultura,sl,need,{'a' * 2001}", "Line 3: the text has 2001 characters. At most 2000 are possible."),
    ],
)
def test_a_row_that_is_none_is_named_and_the_rest_is_read(row: str, sentence: str) -> None:
    read = read_corrections(table("kultura,sl,need,Oder za igro", row, "mladi,,,Soba za mlade"))
    assert [say(fault, "en") for fault in read.faults] == [sentence]
    assert [one.text for one in read.examples] == ["Oder za igro", "Soba za mlade"]


def test_more_than_can_be_used_is_left_out_and_said() -> None:
    rows = [f"kultura,sl,need,Oder {number}" for number in range(MOST_ELSEWHERE + 2)]
    read = read_corrections(table(*rows))
    assert len(read.examples) == MOST_ELSEWHERE
    assert len(read.faults) == 1


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"text\nOder", b"theme,kind\nkultura,need"])
def test_what_is_no_such_table_is_refused(content: bytes) -> None:
    with pytest.raises(Refusal):
        read_corrections(content)


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    hall.press()
    while hall.where.step.stage != "round":
        hall.press()
    lines = ["Kvantavsko popoldne", "Kvantava pri potoku"]
    store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", lines, "host", hall.tick())
    return hall


def theme(hall: Hall, text: str) -> str:
    return next(note.theme for note in hall.notes if note.text == text)


def test_what_was_corrected_elsewhere_is_used_here_and_can_be_forgotten(hall: Hall, store: Store) -> None:
    taught = Example(theme="vrt_hrana", language="sl", kind="need", text="Kvantava ob potoku")
    before = theme(hall, "Kvantava pri potoku")
    store.write(settling.learn_from, [taught], NOW)
    assert store.read(learned_elsewhere) == (taught,)
    assert theme(hall, "Kvantava pri potoku") == "vrt_hrana" != before
    store.write(settling.set_learning, False, NOW)
    assert not store.read(learning) and theme(hall, "Kvantava pri potoku") == before
    store.write(settling.set_learning, True, NOW)
    store.write(settling.learn_from, [], NOW)
    assert store.read(learned_elsewhere) == () and theme(hall, "Kvantava pri potoku") == before


def test_too_many_corrections_are_refused(store: Store) -> None:
    with pytest.raises(Refusal):
        store.write(settling.learn_from, [CHOIR] * (MOST_ELSEWHERE + 1), NOW)


def test_only_published_texts_are_corrections(hall: Hall, store: Store) -> None:
    first, second = (note.id for note in hall.notes)
    for note in (first, second):
        store.write(harvesting.move_note, hall.workshop.id, note, "vrt_hrana", hall.tick())
    store.write(hosting.hide_note, hall.workshop.id, first, hall.tick())
    assert [one.text for one in store.read(corrections, False)] == ["Kvantava pri potoku"]
    assert store.read(sorter_in_use, False).suggest("Kvantava pri potoku").theme == "vrt_hrana"

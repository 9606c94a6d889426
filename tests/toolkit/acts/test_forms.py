"""Text as people meant it, whichever door it came through."""

import unicodedata
from datetime import UTC, datetime
from random import Random

from sqlmodel import col, select

from carousel.stage import Stage
from tests.evening_hall import new_hall
from toolkit.acts import hosting
from toolkit.acts.forms import clean
from toolkit.acts.mentoring import Answer, import_answers
from toolkit.acts.paper_entry import Sheet, type_note
from toolkit.spreadsheet.grid import grid
from toolkit.store import Store
from toolkit.store.tables import NoteRow

NOW = datetime(2026, 11, 26, 18, tzinfo=UTC)
UNSEEN = "\u202e\u2066\u200b\u200f\u061c\u00ad\ufeff\x07\x1b\u2060\U000e0041"
TURNING = ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
WRITTEN = "".join(f"k{sign}" for sign in UNSEEN)


def test_no_control_and_no_turn_of_direction_is_left() -> None:
    every = [chr(point) for point in range(0x110000)]
    controls = [one for one in every if unicodedata.category(one) in ("Cc", "Cs")]
    assert {clean(f"a{one}a") for one in controls} == {"aa", "a a"}
    turning = [one for one in every if unicodedata.bidirectional(one) in TURNING]
    assert {clean(f"a{one}a") for one in turning} == {"aa"}


def test_letters_of_all_languages_and_emoji_stay() -> None:
    for text in ("čaj šport žlica", "共享空間", "مرحبا", "👩‍👩‍👧", "¿Qué?", "naïve", "1/2 – 3"):
        assert clean(text) == unicodedata.normalize("NFC", text)


def test_a_note_is_cleaned_at_every_door(store: Store) -> None:
    hall = new_hall(store)
    hall.go_to(Stage.CHECKIN)
    people = hall.arrive(8)
    hall.go_to(Stage.ROUND)
    asked = hall.question_for(people[0], 0)
    hall.write(people[0], WRITTEN, key="phone")
    store.write(hosting.host_notes, hall.workshop.id, asked, [f"gost {WRITTEN}"], "host", hall.tick())
    store.write(type_note, hall.workshop.id, Sheet(question=asked), f"papir {WRITTEN}", hall.tick(), Random(1))
    table = [Answer(text=grid(f"besedilo\ntabela {WRITTEN}\n".encode()).rows[0].cells[0])]
    brought = store.write(import_answers, "Vas", table, language="sl", day=NOW.date(), now=NOW, rng=Random(2))
    assert brought.kept == 1
    kept = store.read(lambda tx: [row.text for row in tx.exec(select(NoteRow).order_by(col(NoteRow.id)))])
    plain = "k" * len(UNSEEN)
    assert kept == [plain, f"gost {plain}", f"papir {plain}", f"tabela {plain}"]

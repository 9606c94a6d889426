"""Paper typed in with the keys alone, in a real browser, faster than the page answers; and a file brought in."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Locator, Page, expect

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.walks.harvest_board import lead, workshop_with
from tests.walks.people import Facilitator
from tests.walks.test_board import FIVE
from toolkit.acts import answering
from toolkit.store import Store
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import situation

QUICK = 15  # milliseconds between two keys
TO_THE_NEXT = 150  # milliseconds in which a hand takes the next paper


@pytest.fixture
def workshop(store: Store, request: pytest.FixtureRequest) -> Workshop:
    """An evening in its vote; twelve residents came by phone."""
    name, door = request.node.name, {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    made = workshop_with(store, name, FIVE)
    for key in (f"{name} {number}" for number in range(12)):
        store.write(answering.check_in, made.code, door, key, "sl", datetime.now(UTC), Random(key))
    lead(store, made, Stage.VOTE)
    return made


def at_the_first_field(host: Facilitator, workshop: Workshop) -> Page:
    host.open("paper", workshop=workshop.code)
    expect(field(host.page, "Note")).to_be_focused()
    return host.page


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("textbox", name=label, exact=True)


def keys(page: Page, *pressed: str) -> None:
    for key in pressed:
        page.keyboard.press(key)


def texts(store: Store, workshop: Workshop) -> list[str]:
    return [note.text for note in store.read(published, store.read(situation, workshop.code))]


def test_notes_are_typed_one_after_the_other_without_waiting(
    host: Facilitator, workshop: Workshop, store: Store
) -> None:
    page = at_the_first_field(host, workshop)
    for number in range(4):
        page.keyboard.type(f"Hitra misel {number}", delay=QUICK)
        keys(page, "Tab", str(number), "Enter")
        page.wait_for_timeout(TO_THE_NEXT)
    expect(page.get_by_text("Hitra misel 3")).to_be_visible()
    assert texts(store, workshop)[-4:] == [f"Hitra misel {number}" for number in range(4)]
    page.keyboard.type("Hitra misel 3", delay=QUICK)
    keys(page, "Enter")
    expect(page.get_by_text("This note was typed in already.")).to_be_visible()
    expect(field(page, "Note")).to_have_value("Hitra misel 3")
    keys(page, "Tab", "Tab", "Tab", "Space", "Tab", "Enter")
    expect(page.get_by_text("This note was typed in already.")).to_be_hidden()
    assert texts(store, workshop).count("Hitra misel 3") == 2


def test_forms_are_chosen_and_typed_with_the_keys_alone(host: Facilitator, workshop: Workshop, store: Store) -> None:
    page = at_the_first_field(host, workshop)
    page.get_by_role("radio", name="Check-in").or_(page.get_by_role("button", name="Check-in")).focus()
    keys(page, "Enter")
    expect(field(page, "Code on the slip")).to_be_focused()
    before = len(store.read(evening, workshop.id).check_ins)
    for code in ("KLM47", "RST58"):
        page.keyboard.type(code, delay=QUICK)
        keys(page, "Tab", "A", "Tab", "1", "Tab", "6", "Tab", "1", "Enter")
        expect(page.get_by_text(code)).to_be_visible()
    found = store.read(evening, workshop.id).check_ins
    assert len(found) == before + 2
    assert [one.age_band for one in found].count("a75") >= 2


def test_a_table_is_brought_in_and_undone(
    host: Facilitator, workshop: Workshop, store: Store, tmp_path: Path
) -> None:
    table = tmp_path / "odgovori.csv"
    table.write_text("id;S2_potrebe\n1;Klop na soncu\n2;Senca\n", encoding="utf-8-sig")
    host.open("bring_in", workshop=workshop.code)
    host.page.locator("input[type=file]").set_input_files(table)
    expect(host.page.get_by_text("2 rows can be brought in")).to_be_visible()
    host.press("Import")
    expect(host.page.get_by_text("2 notes were added.")).to_be_visible()
    assert texts(store, workshop)[-2:] == ["Klop na soncu", "Senca"]
    host.press("Undo")
    expect(host.page.get_by_text("Imports into this workshop")).to_be_hidden()
    assert "Senca" not in texts(store, workshop)

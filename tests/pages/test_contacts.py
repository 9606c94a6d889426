"""The page Contacts: locked, opened, closed; what a call changes; what is due."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from carousel.workshop import Workshop
from tests.pages.conftest import House
from tests.staff import by_link
from tests.toolkit.acts.interested import lock
from toolkit.acts import following_up, sealing
from toolkit.desk import contacts_key
from toolkit.desk.backoff import FREE, Backoff
from toolkit.desk.contacts_key import OPEN, Keyring
from toolkit.store import contacts
from toolkit.store.programme import programme_of_workshop
from toolkit.store.trail import traces

PHRASE = "trije mali zajci"
SHEET = {"levels": ["user"], "name": ["Zofija Vzorec"], "phone": ["041 000 000"], "adult": ["yes_"], "c_next": ["on"]}
LOCK = sealing.new_lock(PHRASE)


@pytest.fixture(autouse=True)
def fresh_keys(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Each test has a keyring and a count of wrong passphrases of its own."""
    monkeypatch.setattr(contacts_key, "WRONG", Backoff())
    yield
    contacts_key.KEYS._held.clear()


@pytest.fixture
def workshop(house: House) -> Workshop:
    house.store.write(sealing.set_lock, LOCK)
    return house.workshop()


def leave(house: House, workshop: Workshop, days_ago: int = 0, **more: list[str]) -> str:
    day = datetime.now(UTC) - timedelta(days=days_ago)
    key = str(more.get("name", days_ago))
    return house.store.write(
        following_up.leave_interest, workshop.code, SHEET | more, "sl", key, day, Random(key)
    )


def opened(house: House, workshop: Workshop, phrase: str = PHRASE) -> AppTest:
    page = house.page("contacts", workshop)
    page.text_input(key="passphrase to open").set_value(phrase)
    return press(page, "Open the contacts")


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def text(page: AppTest) -> str:
    return " ".join(str(one.proto) for one in page.main if hasattr(one, "proto")) + str(page.main)


def shown(page: AppTest, words: str) -> bool:
    return words in text(page) or any(words in str(one.proto) for one in page.get("html"))


def test_the_passphrase_opens_and_a_gesture_closes(house: House, workshop: Workshop) -> None:
    leave(house, workshop)
    page = opened(house, workshop)
    assert not page.exception and shown(page, "Zofija Vzorec")
    assert page.session_state["passphrase to open"] == ""
    assert PHRASE not in repr(page.session_state)
    page = press(page, "Close the contacts")
    assert not shown(page, "Zofija Vzorec") and "Zofija" not in repr(page.session_state)
    assert not shown(house.page("contacts", workshop), "Zofija Vzorec")


def test_a_wrong_passphrase_opens_nothing_and_many_of_them_wait(house: House, workshop: Workshop) -> None:
    leave(house, workshop)
    page = opened(house, workshop, "napačno geslo")
    assert "does not open" in page.warning[0].value and not shown(page, "Zofija")
    for _ in range(FREE):
        page.text_input(key="passphrase to open").set_value("spet napačno")
        page = press(page, "Open the contacts")
    page.text_input(key="passphrase to open").set_value(PHRASE)
    page = press(page, "Open the contacts")
    assert "wait" in page.warning[0].value.lower() and not shown(page, "Zofija")


def test_a_facilitator_reads_a_plain_sentence(house: House, workshop: Workshop) -> None:
    leave(house, workshop, days_ago=800)
    page = House(house.store, by_link(house.store, "facilitator")).page("contacts", workshop)
    assert not page.exception and "for mentors" in page.info[0].value and not page.text_input
    listed = House(house.store, by_link(house.store, "facilitator")).page("workshops", workshop)
    assert not [one for one in listed.button if one.label == "Delete now"]


def test_opening_and_taking_a_list_away_stand_in_the_trail_without_names(house: House, workshop: Workshop) -> None:
    leave(house, workshop)
    page = press(opened(house, workshop), "Make the list")
    assert not page.exception and shown(page, "1 person has allowed this.")
    programme = house.store.read(programme_of_workshop, workshop.id)
    done = house.store.read(traces, programme or 0)
    assert [(one.act, one.about) for one in done[:2]] == [
        ("following_up.export_contacts", "c_next"), ("following_up.open_contacts", ""),
    ]  # fmt: skip
    assert "Zofija" not in str(done)


def test_the_trail_names_the_purpose_that_was_chosen_last(house: House, workshop: Workshop) -> None:
    leave(house, workshop, c_news=["on"])
    page = opened(house, workshop)
    page.selectbox(key="purpose").set_value("c_news")
    assert not press(page, "Make the list").exception
    last, *_ = house.store.read(traces, house.store.read(programme_of_workshop, workshop.id) or 0)
    assert (last.act, last.about) == ("following_up.export_contacts", "c_news")


def test_a_call_moves_the_day_and_a_withdrawal_by_phone_deletes(house: House, workshop: Workshop) -> None:
    leave(house, workshop, days_ago=100)
    [before] = house.store.read(contacts.contacts)
    page = opened(house, workshop)
    page.selectbox(key="contact").set_value(before.id).run()
    page = press(page, "Note it")
    [after] = house.store.read(contacts.contacts)
    assert not page.exception and (after.last - before.last).days in range(99, 102)
    page = press(page, "Withdraw and delete")
    assert not page.exception and house.store.read(contacts.contacts) == ()
    assert not shown(page, "Zofija")


def test_what_is_due_is_told_with_its_consequence_and_deleted_with_one_button(
    house: House, workshop: Workshop
) -> None:
    leave(house, workshop, days_ago=400)
    leave(house, workshop, name=["Nova Oseba"])
    for name in ("contacts", "workshops"):
        assert shown(house.page(name, workshop), "1 contact is due for deletion. Deleting cannot be undone.")
    page = press(house.page("workshops", workshop), "Delete now")
    assert not page.exception and not shown(page, "due for deletion")
    assert len(house.store.read(contacts.contacts)) == 1


def test_a_key_is_forgotten_after_a_while_without_a_gesture() -> None:
    keys, box = Keyring(), sealing.unlock(LOCK, PHRASE)
    keys.hold("one", box, 0.0)
    assert keys.find("one", OPEN - 1) is box
    assert keys.find("one", 2 * OPEN - 2, used=False) is box
    assert keys.find("one", 2 * OPEN) is None and keys.find("other", 1.0) is None


def test_the_passphrase_is_changed_with_the_old_one(house: House, workshop: Workshop) -> None:
    for old, told in (("napačno geslo", "does not open"), (PHRASE, "")):
        page = house.page("settings", workshop)
        for key, value in (("old phrase", old), ("next phrase", "nova dolga fraza"),
                           ("next phrase again", "nova dolga fraza")):  # fmt: skip
            page.text_input(key=key).set_value(value)
        page = next(one for one in page.button if one.proto.form_id == "change passphrase").click().run()
        assert not page.exception
        assert [told in one.value for one in page.warning] == [True] * bool(told)
    sealing.unlock(lock(house.store), "nova dolga fraza")

"""The page of people: links, roles, sessions, the trail."""

from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House
from tests.staff import by_link, with_account
from toolkit.acts import entering
from toolkit.settings import HERE
from toolkit.store.members import members
from toolkit.store.programme import communities
from toolkit.store.staff import invitations, sessions


@pytest.fixture
def lastnica(house: House) -> House:
    return House(house.store, with_account(house.store, "Lastnica (demo)"))


def page(house: House, part: str = "people", language: str = "en") -> AppTest:
    found = AppTest.from_file(str(HERE / "pages" / "people.py"), default_timeout=300)
    found.session_state["staff_token"], found.session_state["language"] = house.token, language
    found.session_state["part"] = part
    return found.run()


def press(found: AppTest, label: str) -> AppTest:
    return next(button for button in found.button if button.label == label).click().run()


def test_a_link_for_a_colleague_is_shown_once_and_lets_in(lastnica: House) -> None:
    found = page(lastnica)
    next(box for box in found.text_input if box.label == "For whom").set_value("Ana")
    found = press(found, "Make a link")
    token, now = found.code[0].value.rsplit("/", 1)[1], datetime.now(UTC)
    assert not found.run().code
    session = lastnica.store.write(entering.enter_by_link, token, now)
    who = lastnica.store.read(entering.who, session, now)
    assert who is not None and who.role == "facilitator"
    assert lastnica.store.read(invitations, 1, now) == ()


def test_a_link_for_nobody_is_refused_calmly(lastnica: House) -> None:
    found = press(page(lastnica), "Make a link")
    assert found.warning[0].value == "Please write for whom the link is."


def test_a_role_is_changed_and_access_is_ended(lastnica: House) -> None:
    token = with_account(lastnica.store, "Ana (demo)", "facilitator")
    found = page(lastnica)
    ana = next(one.id for one in lastnica.store.read(members, 1) if one.name.startswith("Ana"))
    found.selectbox(key=f"role {ana}").set_value("mentor").run()
    assert {one.name: one.role for one in lastnica.store.read(members, 1)}["Ana (demo)"] == "mentor"
    page(lastnica).button(key=f"end {ana}").click().run()
    assert lastnica.store.read(entering.who, token, datetime.now(UTC)) is None


def test_the_last_owner_stays(lastnica: House) -> None:
    only = lastnica.store.read(members, 1)[0].id
    found = page(lastnica).button(key=f"end {only}").click().run()
    assert "needs an owner" in found.warning[0].value


def test_a_lost_laptop_is_signed_out_from_here(lastnica: House) -> None:
    lost = by_link(lastnica.store, "mentor")
    hash = next(one.hash for one in lastnica.store.read(sessions, 1, datetime.now(UTC)) if one.role == "mentor")
    page(lastnica, "sessions").button(key=f"session {hash}").click().run()
    assert lastnica.store.read(entering.who, lost, datetime.now(UTC)) is None


def test_a_second_programme_begins_empty_and_one_turns_between_them(lastnica: House) -> None:
    lastnica.workshop()
    found = page(lastnica)
    found.text_input(key="new programme").set_value("Gorenjska")
    found = found.run().button(key="found programme").click().run()
    second = next(id for id in found.selectbox(key="programme").options if id == "Gorenjska")
    assert second
    found.selectbox(key="programme").select("Gorenjska").run()
    who = lastnica.store.read(entering.who, lastnica.token, datetime.now(UTC))
    assert who is not None and who.programme == 2
    assert lastnica.store.read(communities, 2) == ()


def test_the_trail_tells_what_was_done(lastnica: House) -> None:
    found = page(lastnica)
    found.text_input(key="programme name").set_value("Gorenjska")
    press(found, "Keep")
    told = " ".join(str(one.proto) for one in page(lastnica, "trail").get("html"))
    assert "named the programme (Gorenjska)" in told and "Lastnica (demo)" in told


@pytest.mark.parametrize("language", ["sl", "en"])
@pytest.mark.parametrize("part", ["people", "sessions", "trail"])
def test_a_mentor_sees_and_a_facilitator_is_told_why_not(house: House, part: str, language: str) -> None:
    mentor = page(House(house.store, by_link(house.store, "mentor")), part, language)
    assert not mentor.exception and not mentor.error
    facilitator = page(House(house.store, by_link(house.store, "facilitator")), part, language)
    assert not facilitator.exception and len(facilitator.info) == 1

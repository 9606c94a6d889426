"""What was typed last counts for the button that is pressed at once: one message brings both."""

from datetime import date

from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Format
from tests.pages.conftest import House
from tests.pages.test_bring_in import GOOD, given
from toolkit.acts import mentoring
from toolkit.store.notes import published
from toolkit.store.notes_held import waiting
from toolkit.store.programme import workshops


def test_the_words_that_a_held_note_is_shown_with(house: House) -> None:
    workshop = house.workshop(until=Stage.ROUND, people=4)
    house.note(workshop, "Pokličite 041 234 567")
    (held,) = house.store.read(waiting, workshop.id)
    page = house.page("host", workshop)
    page.text_input(key=f"redacted {held.id}").set_value("Prosi za klic")
    page.button(key=f"redact {held.id}").click().run()
    assert not page.exception
    assert [note.text for note in house.store.read(published, house.situation(workshop))] == ["Prosi za klic"]


def prepared(house: House, title: str) -> AppTest:
    """The page after a title was typed and the button pressed at once."""
    house.store.write(mentoring.found_community, "Zgornja vas")
    page = house.page("prepare")
    page.selectbox(key="community").set_value("Zgornja vas").run()
    next(one for one in page.text_input if one.label == "Title").set_value(title)
    return page.button(key="prepare").click().run()


def test_the_title_of_a_workshop_that_is_prepared(house: House) -> None:
    assert not prepared(house, "Prostor za vse").exception
    assert [one.workshop.title for one in house.store.read(workshops)] == ["Prostor za vse"]


def test_a_title_that_was_emptied_prepares_nothing(house: House) -> None:
    page = prepared(house, " ")
    assert not page.exception and not house.store.read(workshops)
    assert "Write a title." in [one.value for one in page.caption]


def test_the_title_of_answers_that_are_brought_in(house: House) -> None:
    house.store.write(mentoring.found_community, "Nova vas")
    page = given(house.page("bring_in"), GOOD)
    page.selectbox(key="import community").select("Nova vas").run()
    page.text_input(key="import title").set_value("Anketa v knjižnici")
    page.button(key="import").click().run()
    assert not page.exception
    assert [one.workshop.title for one in house.store.read(workshops)] == ["Anketa v knjižnici"]


def test_the_word_that_the_hall_calls_out_for_the_raffle(house: House) -> None:
    workshop = house.workshop(people=9, until=Stage.RAFFLE)
    page = house.page("host", workshop)
    page.text_input(key=f"seed {workshop.id}").set_value("sonce")
    page.number_input(key=f"prizes {workshop.id} 9").set_value(2)
    page.button(key="draw").click().run()
    assert not page.exception
    drawn = house.situation(workshop)
    assert (drawn.raffle_seed, len(drawn.winners)) == ("sonce", 2)


def test_the_second_of_two_days_of_an_open_house(house: House) -> None:
    workshop = house.workshop(format=Format.OPEN_HOUSE, until=Stage.OPEN)
    page = house.page("host", workshop)
    page.date_input(key=f"closes {workshop.id}").set_value(date(2031, 5, 4)).run()
    page.date_input(key=f"opens {workshop.id}").set_value(date(2031, 4, 4))
    page.button(key="keep days").click().run()
    kept = house.situation(workshop).workshop
    assert (kept.opens, kept.closes) == (date(2031, 4, 4), date(2031, 5, 4))


def test_the_name_of_a_new_community(house: House) -> None:
    page = house.page("communities")
    page.text_input(key="community name").set_value("Spodnja vas")
    page.button(key="community add").click().run()
    assert not page.exception and page.session_state["community in hand"] is not None


def test_the_station_of_a_note_from_paper(house: House) -> None:
    workshop = house.workshop(people=9, until=Stage.ROUND)
    page = house.page("paper", workshop)
    page.selectbox(key="paper question").set_value("S3_obstojece")
    next(one for one in page.text_input if one.label == "Note").set_value("Klop pred trgovino")
    next(one for one in page.button if one.label == "Keep the note").click().run()
    assert not page.exception
    (note,) = house.store.read(published, house.situation(workshop))
    assert (note.question, note.text) == ("S3_obstojece", "Klop pred trgovino")


def test_each_open_house_shows_its_own_days(house: House) -> None:
    one, other = (house.workshop(format=Format.OPEN_HOUSE, until=Stage.OPEN) for _ in range(2))
    page = house.page("host", one)
    page.date_input(key=f"closes {one.id}").set_value(date(2031, 5, 4)).run()
    page.session_state["workshop"] = other.code
    page.run()
    assert page.date_input(key=f"closes {other.id}").value == other.closes
    assert "keep days" not in [button.key for button in page.button]


def test_a_second_change_of_a_field_of_the_invitation(house: House) -> None:
    page = house.page("communication", house.workshop())
    page.session_state["part"] = "invitations"
    page.run()
    for words in ("Gasilski dom", "Šola"):
        next(one for one in page.text_input if one.label == "Where").set_value(words).run()
    assert next(one for one in page.text_input if one.label == "Where").value == "Šola"

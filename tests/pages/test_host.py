"""Leading the evening from the page Host."""

from random import Random

from streamlit.testing.v1 import AppTest

from carousel.stage import Stage, Verb
from tests.pages.conftest import NOW, House
from toolkit.acts import answering, hosting
from toolkit.store.notes_held import waiting


def labels(page: AppTest) -> list[str]:
    return [button.label for button in page.button]


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def test_the_primary_button_says_what_comes_next_and_does_it(house: House) -> None:
    workshop = house.workshop()
    page = press(house.page("host", workshop), "Open check-in")
    assert house.situation(workshop).step.stage is Stage.CHECKIN
    assert "Begin the opening" in labels(page)


def test_in_slovenian_the_button_speaks_slovenian(house: House) -> None:
    assert "Odpri prijavo" in labels(house.page("host", house.workshop(), "sl"))


def test_a_stale_button_does_nothing_and_tells_the_current_step(house: House) -> None:
    workshop = house.workshop()
    page = house.page("host", workshop)
    house.store.write(hosting.move, workshop.id, Verb.NEXT, house.situation(workshop).version, NOW)
    page = press(page, "Open check-in")
    assert house.situation(workshop).step.stage is Stage.CHECKIN
    assert "already moved the evening on" in page.warning[0].value


def test_undo_says_what_it_takes_back_and_takes_it_back(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    page = press(house.page("host", workshop), "Undo (back to: Groups)")
    assert not page.exception
    assert house.situation(workshop).step.stage is Stage.GROUPS


def test_the_clock_can_be_paused(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    press(house.page("host", workshop), "Pause the clock")
    clock = house.situation(workshop).step.clock
    assert clock is not None
    assert clock.paused_at is not None


def test_a_round_with_nobody_to_form_groups_of_is_refused_calmly(house: House) -> None:
    workshop = house.workshop(until=Stage.OPENING)
    page = press(house.page("host", workshop), "Form the groups")
    assert "Nobody has checked in yet" in page.warning[0].value
    assert not page.exception


def test_a_held_note_is_shown_as_text_and_can_be_let_go(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, "Pokličite 041 555 555 **zdaj**")
    page = press(house.page("host", workshop), "Keep it hidden")
    assert not page.exception
    assert house.store.read(waiting, workshop.id) == ()


def test_every_stage_of_an_evening_can_be_shown(house: House) -> None:
    workshop = house.workshop(people=12)
    for _ in range(40):
        page = house.page("host", workshop)
        assert not page.exception
        if house.situation(workshop).step.stage is Stage.THANKS:
            return
        if house.situation(workshop).step.stage is Stage.CHECKIN:
            house.check_in(workshop, 12)
        house.store.write(hosting.move, workshop.id, Verb.NEXT, house.situation(workshop).version, NOW)
    raise AssertionError("the evening did not end")


def test_latecomers_who_came_together_get_a_group_of_their_own(house: House) -> None:
    workshop = house.workshop(people=18, until=Stage.ROUND)
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    late = [
        house.store.write(answering.check_in, workshop.code, given, f"late {one}", "sl", NOW, Random(100 + one)).code
        for one in range(3)
    ]
    page = house.page("host", workshop)
    page.text_input(key="together").set_value(" ".join(late)).run()
    press(page, "Seat them together")
    assert not page.exception
    assert house.situation(workshop).groups[4].size == 3


def test_how_stations_are_hosted_can_be_set(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.page("host", workshop).selectbox(key="host mode").set_value("self_run").run()
    assert house.situation(workshop).workshop.host_mode == "self_run"

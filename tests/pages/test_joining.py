"""The tab about coming in on the page Host: the door, tickets, and slips that look odd."""

from sqlmodel import select
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.acts import flagging
from toolkit.compare.left_out import CROWD, HASTE
from toolkit.store import admissions
from toolkit.store.tables import SlipRow


def pressed(page: AppTest, label: str) -> AppTest:
    return next(one for one in page.button if one.label == label).click().run()


def told(page: AppTest) -> str:
    return " ".join(str(one.value) for kind in (page.html, page.caption, page.subheader) for one in kind)


def test_the_door_is_closed_and_opened_with_one_gesture_and_says_how_it_is(house: House) -> None:
    workshop = house.workshop(3, Stage.CHECKIN)
    page = house.page("host", workshop)
    assert "Joining is open" in told(page)
    page = pressed(page, "Close joining")
    assert not page.exception and "Closed since" in told(page)
    assert house.situation(workshop).workshop.closed is not None
    pressed(page, "Open joining")
    assert house.situation(workshop).workshop.joining


def test_tickets_are_switched_on_and_a_spare_one_is_shown_as_a_picture_and_a_code(house: House) -> None:
    workshop = house.workshop(1, Stage.CHECKIN)
    page = house.page("host", workshop)
    page.toggle(key="tickets on").set_value(True).run()
    assert house.situation(workshop).workshop.tickets
    page = pressed(page, "Let somebody in without a ticket")
    assert not page.exception
    assert house.store.read(admissions.counts, workshop.id) == (1, 0, 0)
    assert "0 of 1 tickets are used." in told(page)
    page = pressed(page, "End unused tickets")
    assert house.store.read(admissions.counts, workshop.id) == (0, 0, 1)


def test_flagged_slips_are_left_out_by_rule_or_one_by_one_and_come_back(house: House) -> None:
    workshop = house.workshop(8, Stage.CHECKIN)
    slips = slips_of(house, workshop)
    house.store.write(flagging.flag_slips, slips[:5], HASTE)
    house.store.write(flagging.flag_slips, slips[5:7], CROWD)
    page = house.page("host", workshop)
    assert "7 slips are flagged" in told(page) and "2 slips · all of them count" in told(page)
    page.button(key=f"leave_out {HASTE}").click().run()
    assert not page.exception and house.situation(workshop).people == 3
    page.button(key=f"leave_out {slips[5]}").click().run()
    assert house.situation(workshop).people == 2
    page.button(key=f"take_in {HASTE}").click().run()
    assert house.situation(workshop).people == 7


def slips_of(house: House, workshop: Workshop) -> tuple[str, ...]:
    query = select(SlipRow.id).where(SlipRow.workshop_id == workshop.id).order_by(SlipRow.code)
    return house.store.read(lambda tx: tuple(tx.exec(query)))

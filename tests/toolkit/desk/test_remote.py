"""The remote control moves the evening from a phone."""

import re
from datetime import UTC, datetime

from starlette.testclient import TestClient

from carousel.stage import Stage
from tests.evening_hall import new_hall
from tests.staff import by_link
from toolkit.acts import belonging, entering
from toolkit.desk.doors import doors_app
from toolkit.settings import Settings
from toolkit.store import Store


def hidden(html: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', html)
    assert found is not None
    return found[1]


def in_hand(store: Store, place: Settings, role: str = "facilitator") -> TestClient:
    """The phone of somebody who is signed in."""
    return TestClient(doors_app(store, place), cookies={"vrtiljak_staff": by_link(store, role)})


def test_a_press_is_carried_out_once_and_a_stale_one_is_told(store: Store, place: Settings) -> None:
    hall = new_hall(store)
    phone = in_hand(store, place)
    path = f"/remote/{hall.workshop.code}"
    page = phone.get(path).text
    form = {"token": hidden(page, "token"), "version": hidden(page, "version"), "verb": "next"}
    answers = [phone.post(path, data=form, follow_redirects=False).status_code for _ in range(2)]
    assert answers == [303, 409]
    assert (hall.where.step.stage, hall.where.version) == (Stage.CHECKIN, 1)


def test_the_last_step_can_be_taken_back(store: Store, place: Settings) -> None:
    hall = new_hall(store)
    hall.press()
    phone = in_hand(store, place)
    path = f"/remote/{hall.workshop.code}"
    form = {"token": hidden(phone.get(path).text, "token"), "version": "1", "verb": "undo"}
    assert phone.post(path, data=form, follow_redirects=False).status_code == 303
    assert hall.where.step.stage is Stage.PREPARED


def test_a_form_from_elsewhere_and_nonsense_move_nothing(store: Store, place: Settings) -> None:
    hall = new_hall(store)
    phone = in_hand(store, place)
    path = f"/remote/{hall.workshop.code}"
    assert phone.post(path, data={"verb": "next", "version": "0"}).status_code == 403
    page = phone.get(path).text
    for verb, version in (("fly", "0"), ("next", "x"), ("next", ""), ("next", "9" * 5000)):
        answered = phone.post(path, data={"token": hidden(page, "token"), "verb": verb, "version": version})
        assert answered.status_code in (409, 422)
    assert hall.where.step.stage is Stage.PREPARED
    for code in ("NOCODE", "%00", "%C4%8C"):
        assert phone.get(f"/remote/{code}").status_code == 404


def test_whoever_is_signed_out_or_of_another_programme_sees_and_moves_nothing(store: Store, place: Settings) -> None:
    hall = new_hall(store)
    path = f"/remote/{hall.workshop.code}"
    assert TestClient(doors_app(store, place)).get(path).status_code == 401
    owner = store.write(entering.open_account, "Lastnica", "hash")
    second = store.write(belonging.found_programme, "Gorenjska", staff_id=owner)
    link = store.write(entering.make_link, "owner", datetime.now(UTC), programme=second)
    stranger = store.write(entering.enter_by_link, link, datetime.now(UTC))
    phone = TestClient(doors_app(store, place), cookies={"vrtiljak_staff": stranger})
    assert phone.get(path).status_code == 404
    form = {"token": hidden(phone.get("/sign-in").text, "token"), "version": "0", "verb": "next"}
    assert phone.post(path, data=form).status_code == 404
    assert hall.where.step.stage is Stage.PREPARED

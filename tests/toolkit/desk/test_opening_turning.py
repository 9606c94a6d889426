"""The remote control turns the slides of the opening and shows what the presenter wants to say."""

import re
from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient

from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from tests.staff import by_link
from toolkit.acts import opening
from toolkit.desk.doors import doors_app
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.opening import slide_at

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)


@pytest.fixture
def hall(store: Store, own: Settings, monkeypatch: pytest.MonkeyPatch) -> Hall:
    monkeypatch.setenv("VRTILJAK_DATA", str(own.data))
    return new_hall(store)


@pytest.fixture
def phone(hall: Hall, own: Settings) -> TestClient:
    signed_in = {"vrtiljak_staff": by_link(hall.store, "facilitator")}
    return TestClient(doors_app(hall.store, own), headers={"accept-language": "en"}, cookies=signed_in)


def form(page: str, **pressed: str) -> dict[str, str]:
    hidden = {name: re.findall(rf'name="{name}" value="([^"]*)"', page)[0] for name in ("token", "version")}
    return hidden | pressed


def at(hall: Hall) -> int:
    return hall.store.read(slide_at, hall.workshop.id)


def test_slides_are_offered_only_while_they_are_shown(hall: Hall, phone: TestClient) -> None:
    path = f"/remote/{hall.workshop.code}"
    assert "Next slide" not in phone.get(path).text
    hall.go_to(Stage.OPENING)
    assert "Slide 1 of 5: Why we are here today" in phone.get(path).text


def test_a_press_turns_the_slide_and_shows_its_notes(hall: Hall, phone: TestClient) -> None:
    hall.go_to(Stage.OPENING)
    path = f"/remote/{hall.workshop.code}"
    hall.store.write(opening.write_note, hall.workshop.id, "municipal_assurance", "Thank <the> mayor.", NOW)
    answer = phone.post(path, data=form(phone.get(path).text, slide="1"))
    assert at(hall) == 1
    assert "Slide 2 of 5: What the municipality assures" in answer.text
    assert "Thank &lt;the&gt; mayor." in answer.text
    assert "Ask whether the assurance may stand in the report." in answer.text
    assert hall.where.step.stage is Stage.OPENING


@pytest.mark.parametrize(("asked", "shown"), [("99", 4), ("-1", 0), ("x", 0), ("9" * 5000, 0)])
def test_nonsense_stays_within_the_slides(hall: Hall, phone: TestClient, asked: str, shown: int) -> None:
    hall.go_to(Stage.OPENING)
    path = f"/remote/{hall.workshop.code}"
    assert phone.post(path, data=form(phone.get(path).text, slide=asked)).status_code == 200
    assert at(hall) == shown


def test_a_form_from_elsewhere_turns_nothing(hall: Hall, phone: TestClient) -> None:
    hall.go_to(Stage.OPENING)
    assert phone.post(f"/remote/{hall.workshop.code}", data={"slide": "2"}).status_code == 403
    assert at(hall) == 0

"""The page Harvest: the board's gestures are carried out once and in order, and the vote stands beside it."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from carousel.workshop import Workshop
from tests.pages.conftest import House
from toolkit.desk import gestures
from toolkit.harvest.clusters import Cluster, of
from toolkit.store.notes import published

ONE, OTHER = "Soba za pevske vaje zbora.", "Soba za vaje pevskega zbora."


def clusters(house: House, workshop: Workshop) -> tuple[Cluster, ...]:
    return of(house.store.read(published, house.situation(workshop)))


def send(workshop_id: int, sent: dict[str, object]) -> None:
    """What the page does when the board sends something."""
    import streamlit as st

    from toolkit.desk.board_gestures import act_of
    from toolkit.desk.gestures import carry_out_all

    st.session_state["outcome"] = carry_out_all(workshop_id, sent, act_of)


class Hands:
    """A facilitator's board, as the page hears it."""

    def __init__(self, house: House, client: str) -> None:
        self.house, self.client = house, client
        self.workshop = house.workshop(people=12, until=Stage.ROUND)
        for text in (ONE, OTHER):
            house.note(self.workshop, text)
        self.ids = [one.id for one in self.clusters]

    @property
    def clusters(self) -> tuple[Cluster, ...]:
        return clusters(self.house, self.workshop)

    def send(self, *gestures: dict[str, Any], token: str = "") -> Any:
        page = AppTest.from_function(
            send, args=(self.workshop.id, {"client": self.client, "gestures": list(gestures)}), default_timeout=300
        )
        page.session_state["staff_token"] = token or self.house.token
        page.session_state["language"] = "en"
        page.run()
        assert not page.exception
        return page.session_state["outcome"]


@pytest.fixture
def hands(house: House, request: pytest.FixtureRequest) -> Hands:
    return Hands(house, request.node.name)


def test_gestures_are_carried_out_in_the_order_of_their_numbers(hands: Hands) -> None:
    one, other = hands.ids
    outcome = hands.send(
        {"id": 2, "gesture": "move", "cluster": one, "theme": "mladi"},
        {"id": 1, "gesture": "merge", "into": one, "others": [other], "name": "Vaje zbora"},
    )
    (together,) = hands.clusters
    assert (together.name, together.theme, len(together.notes)) == ("Vaje zbora", "mladi", 2)
    assert (outcome.last, outcome.refused) == (2, "")


def test_a_gesture_that_comes_again_is_not_carried_out_again(hands: Hands) -> None:
    one, other = hands.ids
    first = {"id": 1, "gesture": "move", "cluster": one, "theme": "mladi"}
    hands.send(first)
    hands.send(first, {"id": 2, "gesture": "undo"}, {"id": 3, "gesture": "move", "cluster": other, "theme": "kultura"})
    hands.send(first)
    themes = {note.id: note.theme for one in hands.clusters for note in one.notes if note.theme_confirmed}
    assert themes == {other: "kultura"}


def test_a_gesture_that_comes_again_after_a_crash_undoes_nothing_more(hands: Hands) -> None:
    one, other = hands.ids
    moved = {"id": 1, "gesture": "move", "cluster": one, "theme": "mladi"}
    sent = (moved, {"id": 2, "gesture": "move", "cluster": other, "theme": "kultura"}, {"id": 3, "gesture": "undo"})
    hands.send(*sent)
    gestures._last.clear()  # what a new process knows
    outcome = hands.send(*sent)
    themes = {note.id: note.theme for one in hands.clusters for note in one.notes if note.theme_confirmed}
    assert themes == {one: "mladi"} and (outcome.last, outcome.refused) == (3, "")


def test_what_is_refused_is_said_and_the_rest_goes_on(hands: Hands) -> None:
    one, _other = hands.ids
    outcome = hands.send(
        {"id": 1, "gesture": "out", "note": one, "cluster": one},
        {"id": 2, "gesture": "move", "cluster": one, "theme": "mladi"},
    )
    assert outcome.refused == "This note stands alone already."
    assert "mladi" in {cluster.theme for cluster in hands.clusters}


def test_whoever_is_signed_out_changes_nothing(hands: Hands) -> None:
    one, other = hands.ids
    outcome = hands.send({"id": 1, "gesture": "merge", "into": one, "others": [other], "name": ""}, token="nobody")
    assert outcome.refused == "You are signed out."
    assert len(hands.clusters) == 2


@pytest.mark.parametrize("sent", [[], "x", [1], [{"id": "1"}], [{"id": 1}], [{"id": 2, "gesture": "fly"}]])
def test_what_cannot_be_read_changes_nothing(hands: Hands, sent: Any) -> None:
    before = hands.clusters
    hands.send(*sent)
    assert hands.clusters == before


def test_the_page_shows_the_board_and_the_vote(house: House) -> None:
    workshop = house.workshop(people=12, until=Stage.ROUND)
    house.note(workshop, ONE)
    page = house.page("harvest", workshop)
    assert not page.exception
    page.session_state["harvest view"] = "vote"
    page.run()
    assert not page.exception
    assert any("can be voted on" in one.value for one in page.markdown)

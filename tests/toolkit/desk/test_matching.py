"""The two sides: which notes are linked, by whom, and what is told of them."""

import pytest

from carousel.workshop import Note
from toolkit.desk.matching import act_of
from toolkit.desk.matching_ideas import ideas_of
from toolkit.desk.matching_picture import links, picture_of
from toolkit.desk.matching_reading import Offer, Sides, linked
from toolkit.desk.matching_rest import open_links
from toolkit.harvest.clusters import of
from toolkit.harvest.matching import Likely
from toolkit.i18n import translator


def note(number: int, kind: str, text: str, cluster: int = 0) -> Note:
    return Note(id=number, question="", kind=kind, text=text, theme="druzenje", cluster=cluster or number)


RIDE, RIDES, CHAT = note(1, "need", "Prevoz"), note(2, "need", "Prevozi", 1), note(3, "need", "Klepet")
VAN, COFFEE, FAR = note(4, "offer", "Kombi"), note(5, "offer", "Kava"), note(9, "offer", "Kombi iz Golnika")
CLUSTERS = of([RIDE, RIDES, CHAT, VAN, COFFEE])
ELSEWHERE = (Offer(cluster=of([FAR])[0], community="Golnik"),)


def sides(confirmed: set[tuple[int, int]], declined: set[tuple[int, int]]) -> Sides:
    return Sides(
        needs=CLUSTERS[:2],
        offers=(Offer(cluster=CLUSTERS[2]), Offer(cluster=CLUSTERS[3]), *ELSEWHERE),
        likely=(Likely(1, 4, 0.8, ("Prevoz", "Kombi")), Likely(1, 9, 0.7, ("prevoz", "kombi", "kombi"))),
        confirmed=linked(frozenset(confirmed), CLUSTERS, ELSEWHERE),
        declined=linked(frozenset(declined), CLUSTERS, ELSEWHERE),
    )


def test_a_decision_about_a_note_is_one_about_the_cluster_it_is_in_now() -> None:
    assert linked(frozenset({(2, 4), (1, 4), (2, 77)}), CLUSTERS, ELSEWHERE) == {(1, 4): frozenset({(1, 4), (2, 4)})}


def test_each_link_is_shown_once_and_a_decision_outweighs_a_suggestion() -> None:
    told = {(one["need"], one["offer"]): one for one in links(sides({(2, 4)}, {(1, 9), (1, 4)}))}
    assert told[1, 4]["state"] == "confirmed" and told[1, 4]["pairs"] == [(2, 4)]
    assert told[1, 4]["because"] == "prevoz – kombi"
    assert told[1, 9]["state"] == "declined" and told[1, 9]["because"] == "prevoz – kombi"


def test_what_is_left_over_is_what_nobody_confirmed() -> None:
    now = sides({(2, 4)}, set())
    assert [one.name for one in now.unmet] == ["Klepet"]
    assert [one.cluster.name for one in now.unused] == ["Kava"], "offers of other communities are theirs to place"
    assert open_links(now, "need") == {1: 1} and open_links(now, "offer") == {9: 1}


def test_the_picture_puts_first_what_most_people_need_and_names_the_other_community() -> None:
    shown = picture_of(translator("sl"), sides(set(), set()))
    assert [need["id"] for need in shown["needs"]] == [1, 3]
    assert [offer["community"] for offer in shown["offers"]] == ["", "", "Golnik"]
    assert shown["needs"][0]["note"] == 1 and shown["needs"][0]["said"] == ["Prevozi"]


@pytest.mark.parametrize(
    "gesture", [{}, {"gesture": "confirm"}, {"gesture": "confirm", "need": "1", "offer": 2}, {"gesture": "fly"}]
)
def test_a_gesture_that_cannot_be_read_is_none(gesture: dict[str, object]) -> None:
    assert act_of(gesture) is None


def test_a_hidden_need_is_proposed_before_two_ideas_and_one_idea_not_at_all() -> None:
    notes = [
        note(1, "need", "Soba za klepet"),
        note(2, "need", "Učna pomoč za otroke. Tečaj kuhanja za odrasle."),
        note(3, "interest", "Imam idejo za sosedski zajtrk, rabim pa nekoga ki mi pomaga z organizacijo"),
    ]
    found = ideas_of(notes)
    assert [(one.note.id, one.hides) for one in found] == [(3, "need"), (2, "")]
    assert [kind for kind, _ in found[0].pieces] == ["interest", "need"]
    assert ideas_of([]) == ()

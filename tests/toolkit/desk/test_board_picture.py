"""The board as plain JSON."""

import json
from dataclasses import dataclass, replace
from typing import Any

from carousel.workshop import UNSORTED, Note
from toolkit.desk.board_picture import picture_of
from toolkit.harvest.clusters import of
from toolkit.i18n import translator

EN = translator("en")


@dataclass(frozen=True)
class Same:
    ids: tuple[int, ...]
    name: str
    words: tuple[str, ...] = ()


def note(id: int, text: str, **more: Any) -> Note:
    return replace(Note(id=id, question="S2_potrebe", kind="need", text=text, theme="druzenje"), **more)


def test_the_unsorted_come_first_and_the_themes_keep_their_order() -> None:
    themes = [one["id"] for one in picture_of(EN, (), ())["themes"]]
    assert themes[:3] == [UNSORTED, "druzenje", "medgeneracijsko"]
    assert len(themes) == len(set(themes))


def test_a_card_says_what_it_is_and_why_it_stands_there() -> None:
    notes = [
        note(1, "Kava in klepet", ticks=2, exposed=9, confidence=0.9, because=("kava", "klepet"), cluster=1),
        note(2, "Na klepet", exposed=3, cluster=1, confidence=0.9),
    ]
    (card,) = picture_of(EN, of(notes), ())["cards"]
    assert card["facts"] == "Need · 2 notes · 2 of 12 agree"
    assert (card["sure"], card["confirmed"], card["because"]) == (True, False, ["kava", "klepet"])
    assert [one["text"] for one in card["notes"]] == ["Kava in klepet", "Na klepet"]


def test_a_low_confidence_is_unsure() -> None:
    (card,) = picture_of(EN, of([note(1, "Kava", confidence=0.3)]), ())["cards"]
    assert not card["sure"]


def test_others_are_brought_under_the_cluster_that_says_the_proposed_name() -> None:
    clusters = of([note(1, "Vrt"), note(2, "Skupni vrt"), note(3, "Vrtovi")])
    known, new, gone = picture_of(
        EN, clusters, [Same((1, 2), "Skupni vrt"), Same((1, 3), "Vrt za vse"), Same((1, 2, 3), "Vrt")]
    )["proposals"]
    assert (known["into"], known["new"]) == (2, False)
    assert (new["into"], new["new"], new["name"]) == (1, True, "Vrt za vse")
    assert gone["ids"] == [1, 2, 3]


def test_a_group_of_which_one_is_left_is_not_asked_about() -> None:
    assert not picture_of(EN, of([note(1, "Vrt")]), [Same((1, 9), "Vrt")])["proposals"]


def test_everything_can_be_sent_as_json() -> None:
    assert json.dumps(picture_of(EN, of([note(1, "<b>Vrt</b>")]), ()))

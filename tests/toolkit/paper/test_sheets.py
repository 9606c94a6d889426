"""Station sheets and run-sheet say the same as the rotation and the clock."""

from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from carousel.carousel import Carousel, laid_out
from carousel.schedule import round_seconds
from carousel.sizing import plan_groups
from carousel.workshop import Workshop
from toolkit.content.question_set import question_set
from toolkit.paper.sheets import sheets, station_sheets

WORKSHOP = Workshop(id=1, code="K7M2QX", title="Prostor", community="Golnik (demo)", date=date(2026, 11, 26))
QUESTIONS = question_set()


def carousel_for(people: int) -> Carousel:
    return laid_out(plan_groups(people, 5), [each.id for each in QUESTIONS.questions], QUESTIONS.merge_plan)


def pages(people: int, lang: str = "en") -> dict[str, Any]:
    carousel = carousel_for(people)
    return sheets(WORKSHOP, QUESTIONS, carousel, round_seconds(75 * 60, carousel.rounds), lang)


def test_every_station_of_every_carousel_has_a_sheet() -> None:
    assert len(pages(24)["stations"]) == 5
    assert len(pages(60)["stations"]) == 10


def test_a_station_lists_its_groups_in_the_order_of_the_rotation() -> None:
    carousel = carousel_for(24)
    turns = pages(24)["stations"][2]["turns"]
    expected = [chr(ord("A") + (carousel.group(3, turn) or 0)) for turn in range(5)]
    assert [turn["group"]["letter"] for turn in turns] == expected


def test_a_resting_station_says_so() -> None:
    groups = [turn["group"] for station in pages(18)["stations"] for turn in station["turns"]]
    assert groups.count(None) == 5


def test_merged_stations_carry_all_their_questions() -> None:
    parts = [part for station in pages(9)["stations"] for part in station["parts"]]
    assert len(parts) == len(QUESTIONS.questions)


def test_the_run_sheet_goes_on_where_the_part_before_ended() -> None:
    rows = pages(24)["run"]["rows"]
    at = [int(row["at"].split(":")[0]) * 60 + int(row["at"].split(":")[1]) for row in rows]
    assert all(before < after for before, after in pairwise(at))
    assert rows[5]["at"] == "0:50"
    assert rows[5]["minutes"] == "20"
    assert rows[6]["minutes"] == "1.5 + 15.5"


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_sheets_become_a_pdf(lang: str) -> None:
    carousel = carousel_for(9)
    lengths = round_seconds(75 * 60, carousel.rounds)
    assert station_sheets(WORKSHOP, QUESTIONS, carousel, lengths, lang).startswith(b"%PDF")

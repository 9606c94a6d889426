"""Station sheets and run-sheet say the same as the rotation and the clock."""

from datetime import time
from itertools import pairwise
from typing import Any

from tests.toolkit.paper.orders import QUESTIONS, order
from toolkit.i18n import translator
from toolkit.paper.runsheet import evening_minutes
from toolkit.paper.sheets import rotations, run_sheets, stations

EN = translator("en")


def sheets(people: int) -> list[dict[str, Any]]:
    return stations(order(people), EN)


def run(opens: time | None = None) -> dict[str, Any]:
    return run_sheets(order(opens=opens), EN)[0]


def test_every_station_of_every_carousel_has_a_sheet() -> None:
    assert len(sheets(24)) == 5
    assert len(sheets(60)) == 10


def test_a_station_lists_its_groups_in_the_order_of_the_rotation() -> None:
    carousel = order(24).carousel
    assert carousel is not None
    expected = [chr(ord("A") + (carousel.group(3, turn) or 0)) for turn in range(5)]
    assert [turn["group"]["letter"] for turn in sheets(24)[2]["turns"]] == expected


def test_a_resting_station_says_so() -> None:
    groups = [turn["group"] for station in sheets(18) for turn in station["turns"]]
    assert groups.count(None) == 5


def test_merged_stations_carry_all_their_questions() -> None:
    assert len([part for station in sheets(9) for part in station["parts"]]) == len(QUESTIONS.questions)


def test_the_rotation_table_has_a_row_a_station_and_a_column_a_round() -> None:
    (table,) = rotations(order(24), EN)
    rows: Any = table["rows"]
    assert len(rows) == 5 and all(len(row["groups"]) == 5 for row in rows)


def test_the_run_sheet_goes_on_where_the_part_before_ended() -> None:
    rows = run()["rows"]
    at = [int(row["at"].split(":")[0]) * 60 + int(row["at"].split(":")[1]) for row in rows]
    assert all(before < after for before, after in pairwise(at))
    assert rows[5]["at"] == "0:50"
    assert rows[5]["minutes"] == "20"
    assert rows[6]["minutes"] == "1.5 + 15.5"


def test_with_the_opening_hour_the_time_of_day_stands_beside() -> None:
    rows, header = run(time(17, 30))["rows"], run(time(17, 30))["header"]
    assert [rows[0]["clock"], rows[5]["clock"]] == ["17:30", "18:20"]
    assert len(header) == len(run()["header"]) + 1
    assert run()["rows"][0]["clock"] == ""


def test_the_flyer_s_length_is_the_run_sheet_s() -> None:
    made = order()
    hours, minutes = map(int, run()["rows"][-1]["at"].split(":"))
    assert evening_minutes(QUESTIONS.programme.parts, made.lengths, made.move) == hours * 60 + minutes

"""Communities side by side: nothing raw, open houses apart, many of them at once, denominators of nought."""

import dataclasses
import json
from datetime import UTC, date, datetime, timedelta

import pytest

from carousel.preparation import Rating
from carousel.workshop import Evening, Format, Note, Stretch, Vote, Workshop
from tests.toolkit.compare import evenings
from tests.toolkit.compare.values import inside
from toolkit.compare.comparison import beside, comparison
from toolkit.compare.condensed import Condensed, with_notes_of
from toolkit.compare.condensing import condensed
from toolkit.compare.packing import pack, unpack
from toolkit.compare.programme import programme
from toolkit.compare.questions import QUESTIONS
from toolkit.compare.timelines import timeline

BEGAN = datetime(2026, 11, 26, 17, tzinfo=UTC)
GOLNIK, DOLINA = evenings.evening(1), evenings.evening(2, "Dolina (demo)", yes=8)


def held(*parts: tuple[str, int | None, int | None, int]) -> tuple[Stretch, ...]:
    """Parts of an evening one after the other: stage, round, planned and held minutes."""
    found, began = [], BEGAN
    for stage, round, planned, minutes in parts:
        ended = began + timedelta(minutes=minutes)
        seconds = None if planned is None else planned * 60
        found.append(Stretch(stage=stage, round=round, planned=seconds, began=began, ended=ended))
        began = ended
    return tuple(found)


def test_nothing_raw_is_inside_a_comparison() -> None:
    found = comparison([GOLNIK, DOLINA])
    assert not [each for each in inside(found) if isinstance(each, Note | Vote | Workshop | Evening | Condensed)]


def test_what_is_kept_in_the_store_is_the_same_afterwards() -> None:
    timed = dataclasses.replace(GOLNIK, timeline=held(("checkin", None, None, 30), ("round", 0, 20, 22)))
    for evening in (timed, DOLINA, Evening(workshop=evenings.workshop(), stage="prepared")):
        counted = condensed(evening)
        assert unpack(json.loads(json.dumps(pack(counted)))) == counted


def test_each_question_has_an_answer_for_each_community() -> None:
    found = comparison([GOLNIK, DOLINA])
    assert set(found.said) == set(QUESTIONS)
    assert all(len(told) == 2 and all(told) for told in found.said.values())
    assert found.said["P1"][0][0].said("en").startswith("Yes or rather yes before the workshop: 20 of 24")


def test_a_confirmed_difference_stands_beside_the_hint() -> None:
    found = comparison([GOLNIK, DOLINA])
    assert any(each.said("en").startswith("Needed, before the workshop: Golnik") for each in found.differences)
    assert any("only a hint" in each.said("en") for each in found.fairness)
    assert all("only a hint" not in each.said("en") for each in comparison([GOLNIK, GOLNIK]).fairness)


def test_two_communities_are_told_apart_in_every_indicator_both_asked() -> None:
    told = {each.label.shown("en"): each.verdict().said("en") for each in beside(condensed(GOLNIK), condensed(DOLINA))}
    assert told["Needed, before the workshop"] == "A difference is confirmed."
    assert told["Would come again"] == "No difference can be confirmed."


def test_breadth_is_measured_at_the_smallest_number_of_ideas() -> None:
    fewer = dataclasses.replace(DOLINA, notes=DOLINA.notes[:4])
    row = next(row for row in comparison([GOLNIK, fewer]).rows if row.id == "breadth")
    assert "among 3 ideas" in row.meaning.said("en")
    assert [value.shown("en") for value in row.values if value] == [
        "1.9",
        "3",
    ]  # 1 + 2 · (1 − C(6,3)/C(7,3)), and all three


def test_an_open_house_adds_its_notes_and_none_of_its_people() -> None:
    house = dataclasses.replace(DOLINA, workshop=dataclasses.replace(DOLINA.workshop, format=Format.OPEN_HOUSE))
    alone = condensed(GOLNIK)
    together = with_notes_of(alone, [condensed(house)])
    assert sum(together.notes.values()) == 16 and together.with_open_house == 8
    assert (together.people, together.pairs, together.support) == (24, alone.pairs, alone.support)
    assert together.heard["need"].ideas == 4


def test_fifty_communities_stand_side_by_side_in_the_order_given() -> None:
    many = [evenings.evening(number, f"Kraj {50 - number}", yes=number % 24) for number in range(50)]
    found = comparison(many)
    assert [head.community for head in found.heads] == [evening.workshop.community for evening in many]
    assert all(len(row.values) == 50 for row in found.rows)


def test_empty_evenings_are_compared_without_an_exception() -> None:
    empty = Evening(workshop=evenings.workshop(9, "Nihče"), stage="prepared")
    found = comparison([empty, empty])
    said = [each.said("en") for each in found.differences]
    assert said == ["No difference between the communities can be confirmed."]


def test_the_planned_evening_waits_where_nothing_was_planned() -> None:
    timed = dataclasses.replace(
        GOLNIK,
        timeline=held(("checkin", None, None, 30), ("opening", None, None, 12), ("round", 0, 20, 24),
                      ("harvest", None, 17, 15)),
    )  # fmt: skip
    opening, first, harvest = timeline(condensed(timed))
    assert opening.planned is None and (opening.began.value, opening.held.value) == (0, 12)
    assert first.due and (first.due.value, first.began.value, first.held.value) == (12, 12, 24)
    assert harvest.due and (harvest.due.value, harvest.began.value) == (32, 36)


def test_readiness_is_a_profile_beside_others() -> None:
    scored = [Rating(rater=rater, criterion="ovire", score=2, evidence="seen") for rater in ("one", "other")]
    rated = dataclasses.replace(GOLNIK, preparation=dataclasses.replace(GOLNIK.preparation, ratings=tuple(scored)))
    assert comparison([rated, DOLINA]).readiness[1].state == "unrated"


def test_a_programme_lists_by_name_and_counts_where_communities_lie() -> None:
    columns = [condensed(evenings.evening(number, f"Kraj {9 - number}")) for number in range(1, 5)]
    found = programme(columns, date(2026, 12, 1))
    assert [line.head.community for line in found.lines] == ["Kraj 5", "Kraj 6", "Kraj 7", "Kraj 8"]
    spread = next(one for one in found.spreads if one.label.shown("en") == "Needed, after the workshop")
    assert [bin.communities for bin in spread.bins] == [0, 0, 0, 0, 0, 0, 0, 0, 4, 0]
    assert spread.shown == 4


@pytest.mark.parametrize("yes", [1, 4])
def test_a_community_with_too_few_to_show_is_left_out_of_the_spread(yes: int) -> None:
    found = programme([condensed(evenings.evening(1, yes=yes))], date(2026, 12, 1))
    need = next(one for one in found.spreads if one.label.shown("en") == "Needed, after the workshop")
    assert need.shown == 0 and found.lines[0].values["need_after"] is None

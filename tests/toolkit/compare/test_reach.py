"""What a channel brought: named of those who answered, euros for a person, and nothing that gives a few away."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carousel.preparation import Outreach
from carousel.workshop import CheckIn
from toolkit.compare.reach import Reach, answered, plan_for, reach, total_cost

PAPER, LEAFLET, SCHOOL = "lokalni_casopis", "letaki_ks", "sola_vrtec"
DAY = date(2026, 11, 26)


def came(people: int, *channels: str) -> list[CheckIn]:
    return [CheckIn(channels=channels)] * people


def of(channel: str, plan: list[Outreach], check_ins: list[CheckIn]) -> Reach:
    return next(one for one in reach(plan, check_ins) if one.channel == channel)


def test_people_may_name_several_channels_and_those_who_skipped_are_not_counted() -> None:
    check_ins = came(10, PAPER, LEAFLET) + came(10, PAPER) + came(7)
    assert answered(check_ins).value == 20
    assert of(PAPER, [], check_ins).share.shown("en") == "20 / 20 · 100 % (84–100 %)"
    assert of(LEAFLET, [], check_ins).share.count.value == 10


def test_a_person_costs_what_was_paid_for_all_messages_of_the_channel() -> None:
    plan = [Outreach(channel=PAPER, cost=40), Outreach(channel=PAPER, cost=2)]
    found = of(PAPER, plan, came(10, PAPER))
    assert (found.cost and found.cost.value, found.per_person and found.per_person.value) == (42, 4.2)


@pytest.mark.parametrize(
    "plan",
    [
        [Outreach(channel=PAPER)],
        [Outreach(channel=PAPER, cost=0)],
        [Outreach(channel=PAPER, cost=40), Outreach(channel=PAPER)],
        [],
    ],
)
def test_where_nothing_was_paid_or_not_all_is_known_there_is_no_figure(plan: list[Outreach]) -> None:
    assert of(PAPER, plan, came(10, PAPER)).per_person is None


@pytest.mark.parametrize("people", [1, 2, 3, 4])
def test_a_few_people_have_neither_count_nor_cost(people: int) -> None:
    found = of(PAPER, [Outreach(channel=PAPER, cost=40)], came(people, PAPER) + came(20, LEAFLET))
    assert (found.share.count.shown("en"), found.share.percent, found.per_person) == ("<5", None, None)


def test_a_channel_nobody_named_stands_with_nought() -> None:
    found = of(SCHOOL, [Outreach(channel=SCHOOL, cost=40)], came(20, PAPER))
    assert (found.share.count.value, found.share.percent, found.per_person) == (0, 0, None)


def test_below_ten_answers_there_is_no_percentage() -> None:
    assert of(PAPER, [], came(9, PAPER)).share.percent is None


def test_a_channel_that_was_named_without_a_plan_is_marked() -> None:
    found = reach([Outreach(channel=SCHOOL)], came(20, PAPER))
    assert {one.channel: one.planned for one in found} == {PAPER: False, SCHOOL: True}


COSTS = some.none() | some.integers(0, 90_000).map(lambda cents: cents / 100)
CHANNELS = (PAPER, LEAFLET, SCHOOL)


def told(found: tuple[Reach, ...]) -> list[Any]:
    """All that a reader sees."""
    return [
        (one.channel, one.planned, one.share, one.cost and one.cost.value, one.per_person and one.per_person.value)
        for one in found
    ]


@given(
    costs=some.lists(COSTS, min_size=3, max_size=3),
    many=some.lists(some.integers(0, 12), min_size=3, max_size=3),
    other=some.lists(some.integers(1, 4), min_size=3, max_size=3),
)
def test_whichever_of_one_to_four_it_is_nothing_shown_differs(
    costs: list[float | None], many: list[int], other: list[int]
) -> None:
    """The order, the costs and the figures are the same for every number that hides behind "<5"."""
    plan = [Outreach(channel=channel, cost=cost) for channel, cost in zip(CHANNELS, costs, strict=True)]
    changed = [another if 1 <= count <= 4 else count for count, another in zip(many, other, strict=True)]
    seen = [told(reach(plan, named(counts))) for counts in (many, changed)]
    assert [line for line in seen[0] if line[0] != "radio"] == [line for line in seen[1] if line[0] != "radio"]


def named(counts: list[int]) -> list[CheckIn]:
    """A hundred people: so many for each channel, the others for the radio."""
    named = [one for channel, many in zip(CHANNELS, counts, strict=True) for one in came(many, channel)]
    return named + came(100 - len(named), "radio")


def test_a_workshop_has_the_messages_since_the_one_before_it() -> None:
    early, late, open_ended, after = (
        Outreach(channel=PAPER, on=on) for on in (date(2026, 5, 1), date(2026, 11, 5), None, date(2026, 12, 1))
    )
    plan = [early, late, open_ended, after]
    assert plan_for(plan, DAY, [date(2026, 6, 1), DAY]) == (late, open_ended)
    assert plan_for(plan, date(2026, 6, 1), [date(2026, 6, 1), DAY]) == (early, open_ended)
    assert plan_for(plan, DAY, [DAY]) == (early, late, open_ended)


def test_the_plan_costs_what_is_known_of_it() -> None:
    assert total_cost([Outreach(channel=PAPER, cost=12.5), Outreach(channel=SCHOOL)]) == 12.5


def test_a_channel_that_the_report_hides_to_protect_another_is_hidden_here_too() -> None:
    """20 answered, 16 named one channel: the other four would be known."""
    people = [CheckIn(channels=("sosed",))] * 16 + [CheckIn(channels=("plakat",))] * 4
    (sosed, *_others) = reach([], people, ["channel:sosed"])
    assert {one.share.count.value for one in (sosed, *_others)} == {None}
    assert all(one.share.percent is None for one in (sosed, *_others))


def test_who_does_not_remember_answered_but_names_no_channel() -> None:
    (only,) = reach([], [CheckIn(channels=("sosed",))] * 6 + [CheckIn(channels=("ne_spomnim",))] * 6)
    assert (only.channel, only.share.of.value) == ("sosed", 12)

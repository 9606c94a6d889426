"""The register says who is missing, and every gap closes when somebody does what its button does."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from carousel.preparation import Stakeholder
from toolkit.compare.stakeholders import Counts, Gap, counted, gaps, silent
from toolkit.content.stakeholder_gaps import expected_stakeholders
from toolkit.content.vocabulary import vocabulary

TODAY = date(2026, 11, 22)
FIRE_BRIGADE = Stakeholder(name="Gasilci", type="drustvo")
TYPES = [term.id for term in vocabulary().stakeholder_types]


def of_kind(kind: str, *register: Stakeholder) -> tuple[Gap, ...]:
    return tuple(gap for gap in gaps(register, TODAY) if gap.kind == kind)


def test_an_empty_register_lacks_every_type_and_group() -> None:
    expected = expected_stakeholders()
    found = gaps((), TODAY)
    assert len(found) == len(expected.types) + len(expected.groups)
    assert {gap.kind for gap in found} == {"missing"}


def test_a_youth_organisation_is_missing_until_somebody_who_stands_for_the_young_is_invited() -> None:
    (text,) = [one.text.of("en") for one in expected_stakeholders().groups if one.id == "mladi"]
    assert text == "No youth organisation is invited yet."
    club = replace(FIRE_BRIGADE, target_groups=("mladi",))
    assert "mladi" in [gap.group for gap in of_kind("missing", FIRE_BRIGADE)]
    assert [gap.names for gap in of_kind("uninvited", club) if gap.group == "mladi"] == [("Gasilci",)]
    assert "mladi" not in [gap.group for gap in gaps([replace(club, invited_on=TODAY)], TODAY)]


@pytest.mark.parametrize("sign", [{"invited_on": TODAY}, {"reply": "yes_"}, {"reply": "sends_other"}, {"came": True}])
def test_whoever_answered_or_came_was_invited(sign: dict[str, Any]) -> None:
    one = replace(FIRE_BRIGADE, **sign)
    assert "drustvo" not in [gap.type for gap in gaps([one], TODAY)]


@pytest.mark.parametrize(
    ("affected", "influence", "missed"), [(4, 2, True), (5, 1, True), (3, 1, False), (5, 3, False), (5, None, False)]
)
def test_much_affected_with_little_influence_and_not_invited_is_told(
    affected: int, influence: int | None, missed: bool
) -> None:
    one = replace(FIRE_BRIGADE, affected=affected, influence=influence)
    assert bool(of_kind("unheard", one)) is missed
    assert not of_kind("unheard", replace(one, invited_on=TODAY))


@pytest.mark.parametrize(("days", "told"), [(6, False), (7, True), (30, True)])
def test_who_has_not_replied_for_a_week_is_told(days: int, told: bool) -> None:
    waiting = replace(FIRE_BRIGADE, invited_on=TODAY - timedelta(days=days))
    assert bool(of_kind("silent", waiting)) is told
    assert bool(of_kind("silent", replace(waiting, reply="none"))) is told
    assert not of_kind("silent", replace(waiting, reply="no_"))
    assert not of_kind("silent", replace(waiting, came=True))
    assert silent(waiting, TODAY)


def test_partners_are_wanted_and_none_is_there_yet_the_most_interested_first() -> None:
    calm = Stakeholder(name="Mirni", type="nvo", wanted_level="collaboration_partner", interest=2)
    keen = replace(calm, name="Zavzeti", interest=5)
    assert [gap.names for gap in of_kind("no_partner", calm, keen)] == [("Zavzeti", "Mirni")]
    assert not of_kind("no_partner", calm, replace(keen, current_level="supported_initiative"))
    assert not of_kind("no_partner", FIRE_BRIGADE)


def test_the_register_is_counted_by_people_asked_and_types_that_came() -> None:
    school = Stakeholder(name="Šola", type="javni_zavod", invited_on=TODAY, reply="yes_", came=True)
    assert counted([FIRE_BRIGADE, school, replace(school, name="Vrtec", came=False)]) == Counts(3, 2, 2, 2, 1, 1)


STAKEHOLDERS = some.builds(
    Stakeholder, name=some.text(min_size=1, max_size=9), type=some.sampled_from(TYPES),
    invited_on=some.none() | some.dates(date(2026, 1, 1), TODAY), came=some.booleans(),
)  # fmt: skip


@given(some.lists(STAKEHOLDERS))
def test_inviting_everybody_a_gap_names_closes_it(register: list[Stakeholder]) -> None:
    for gap in gaps(register, TODAY):
        if gap.kind in ("uninvited", "unheard"):
            assert gap.names
            done = [replace(one, invited_on=TODAY) if one.name in gap.names else one for one in register]
            assert (gap.kind, gap.type, gap.group) not in [
                (each.kind, each.type, each.group) for each in gaps(done, TODAY)
            ]

"""Every indicator of the field's table, by its formula, and a sentence where a figure would mislead."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from carousel.preparation import Action, Premises, Preparation, Stakeholder
from carousel.workshop import CheckIn, Evening, Match
from tests.toolkit.compare import evenings
from toolkit.compare.condensed import Condensed
from toolkit.compare.condensing import condensed
from toolkit.compare.figures import Part, Value
from toolkit.compare.ledger import ledger
from toolkit.compare.measures import indicators

TODAY = date(2026, 12, 31)


def read(id: str, of: Evening | Condensed, today: date = TODAY) -> Value:
    """One indicator of an evening."""
    counted = of if isinstance(of, Condensed) else condensed(of)
    return next(each for each in indicators(today) if each.id == id).read(counted)


def said(id: str, of: Evening | Condensed) -> str:
    value = read(id, of)
    return value.shown("en") if value else ""


def evening(**preparation: Any) -> Evening:
    """An evening of 24 people with something written down about its community."""
    made: Evening = replace(evenings.evening(), preparation=Preparation(**preparation))
    return made


def test_turnout_is_per_thousand_of_the_population() -> None:
    assert said("turnout", evenings.evening()) == "12 ‰"


@pytest.mark.parametrize(
    ("population", "sentence"),
    [(None, "No population with a source is known."), (0, "smaller than the number present"),
     (23, "The population is smaller than the number present. Please check it.")],
)  # fmt: skip
def test_a_population_that_cannot_be_is_told_instead_of_a_figure(population: int | None, sentence: str) -> None:
    assert sentence in said("turnout", replace(condensed(evenings.evening()), population=population))


def test_a_channel_is_of_those_who_answered() -> None:
    assert said("channel:sosed", evenings.evening()) == "24 / 24 · 100 % (86–100 %)"


def test_stakeholder_coverage_counts_types_of_the_register_that_came() -> None:
    register = [Stakeholder(name=f"one {place}", type=f"type {place}", came=place < 4) for place in range(9)]
    came = replace(evening(stakeholders=tuple(register)), check_ins=(CheckIn(stakeholder_type="type 8"),) * 24)
    assert said("stakeholders", came) == "5 / 9"
    assert "register of stakeholders is empty" in said("stakeholders", evenings.evening())


def test_premises_are_used_hours_of_bookable_hours_over_rooms_with_both() -> None:
    hall, room = (Premises(name="room", used_hours=used, bookable_hours=of) for used, of in ((8, 30), (4, 10)))
    assert said("premises", evening(premises=(hall, room, Premises(name="attic", used_hours=5)))) == "12 / 40"


@pytest.mark.parametrize(
    ("used", "bookable", "sentence"),
    [(None, None, "not known"), (0.0, 0.0, "no bookable hours"), (9.0, 8.0, "More hours are used than bookable")],
)
def test_hours_that_cannot_be_are_told(used: float | None, bookable: float | None, sentence: str) -> None:
    rooms = (Premises(name="hall", used_hours=used, bookable_hours=bookable),)
    assert sentence in said("premises", evening(premises=rooms))


def test_steps_are_done_in_time_of_those_that_are_due() -> None:
    due = date(2026, 12, 1)
    actions = (
        Action(what="in time", due=due, status="done", done_on=due),
        Action(what="late", due=due, status="done", done_on=date(2026, 12, 2)),
        Action(what="dropped", due=due, status="dropped"),
        Action(what="not due", due=date(2027, 3, 1)),
        Action(what="without a date"),
    )
    assert said("done", evening(actions=actions)) == "1 / 3"
    assert read("done", evening(actions=actions), today=date(2026, 11, 30)) is not None
    assert "No step is due yet" in said("done", evening(actions=actions[3:]))
    assert "No steps are written down" in said("done", evening())


def test_the_change_of_need_is_told_with_the_exact_sign_test() -> None:
    counted = replace(condensed(evenings.evening()), steps=(12, 6, 0), kept=())
    assert said("change", counted) == "up 12, same 6, down 0; by chance in 0 % of cases"
    assert said("change", replace(counted, steps=(6, 5, 6))).endswith("by chance in 100 % of cases")
    assert "Fewer than 10" in said("change", replace(counted, steps=(5, 4, 0)))
    assert read("change", replace(counted, steps=(0, 0, 0))) is None


def test_a_theme_is_covered_where_something_exists_and_an_offer_is_confirmed() -> None:
    whole = evenings.evening()
    offer = next(note for note in whole.notes if note.kind == "offer")
    before, after = read("covered", whole), read("covered", replace(whole, matches=(Match(need=2, offer=offer),)))
    assert isinstance(before, Part) and isinstance(after, Part)
    assert (before.count.value, after.count.value, after.of.value) == (0, 1, 3)


def test_a_core_that_would_give_another_count_away_is_a_dot() -> None:
    assert said("core", replace(condensed(evenings.evening()), core=8, kept=("core",))) == "·"


def test_every_indicator_of_an_empty_evening_is_nothing_or_a_sentence() -> None:
    empty = condensed(Evening(workshop=evenings.workshop(), stage="prepared"))
    for each in indicators(TODAY):
        value = each.read(empty)
        assert value is None or value.shown("sl")


def test_what_the_ledger_hides_of_an_evening_the_comparison_hides_too() -> None:
    whole = evenings.evening()
    for people in range(6, 24):
        fewer = replace(whole, check_ins=whole.check_ins[:people])
        counted, known = condensed(fewer), ledger(fewer)
        for each in indicators(TODAY):
            if known.kept(each.id):
                value = each.read(counted)
                assert value is None or value.shown("en") in ("·", "–"), each.id
        assert not [name for name in counted.pairs if known.kept(name)]

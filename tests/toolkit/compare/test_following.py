"""What follows is shown as far as it is public; who came is shown as far as nobody can be recognised."""

from dataclasses import replace
from datetime import date
from typing import Any

from carousel.preparation import Action, Assurance, Preparation
from carousel.workshop import CheckIn, Evening, Note, Workshop
from toolkit.compare.attendance import ages, genders
from toolkit.compare.following import promises, steps

NOTE = Note(id=7, question="S2", kind="need", text="Klop")
EVENING = Evening(
    workshop=Workshop(id=1, code="K7M2QX", title="Prostor", community="Golnik", date=date(2026, 11, 26)),
    stage="thanks",
    notes=(NOTE,),
)


def prepared(**parts: Any) -> Evening:
    return replace(EVENING, preparation=Preparation(**parts))


def test_only_a_public_assurance_is_shown() -> None:
    found = promises(prepared(assurances=(Assurance(text="Da.", public=True), Assurance(text="Med nami."))))
    assert [one.text for one in found] == ["Da."]


def test_open_steps_come_first_by_their_date_and_hidden_notes_are_left_out() -> None:
    actions = (
        Action(what="Narejeno", status="done", due=date(2026, 12, 1)),
        Action(what="Brez roka"),
        Action(what="Kmalu", due=date(2026, 12, 2), notes=(7, 8)),
    )
    found = steps(prepared(actions=actions))
    assert [one.what for one in found] == ["Kmalu", "Brez roka", "Narejeno"]
    assert found[0].notes == (7,)


def people(**told: int) -> Evening:
    return replace(EVENING, check_ins=tuple(CheckIn(gender=name) for name, many in told.items() for _ in range(many)))


def test_parts_of_those_present_are_shown_where_enough_came() -> None:
    assert [(one.label.shown("en"), one.value.shown("en")) for one in genders(people(f=14, m=10))] == [
        ("Women", "14"), ("Men", "10"),
    ]  # fmt: skip


def test_under_twenty_people_nothing_is_broken_down() -> None:
    assert genders(people(f=10, m=9)) == () and ages(people(f=10, m=9)) == ()


def test_a_few_are_hidden_with_another_part_so_that_nobody_can_subtract() -> None:
    shown = [one.value.shown("en") for one in genders(people(f=14, m=8, x=2))]
    assert "<5" in shown and "2" not in shown and len([one for one in shown if one.isdigit()]) <= 1

"""Forms on paper are typed by the numbers of their boxes and hang on the slip whose code they carry."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, writing_hall
from toolkit.acts import hosting, sealing
from toolkit.acts.paper_entry import Sheet, type_note
from toolkit.acts.paper_forms import (
    ballot,
    read_numbers,
    type_check_in,
    type_closing,
    type_interest,
    type_vote,
    undo_form,
)
from toolkit.content.question_set import question_set
from toolkit.store import Store

ASKED = question_set()
NOTES = ["Prevoz", "Klop", "Čajanka", "Tečaj angleščine", "Popravljalnica koles", "Vrt"]


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = writing_hall(store, NOTES)
    hall.go_to(Stage.VOTE)
    return hall


def typed(hall: Hall, act: Callable[..., Any], *given: Any, **more: Any) -> Any:
    return hall.store.write(act, hall.workshop.id, *given, hall.tick(), Random(repr(given)), **more)


def numbers(field: str, text: str) -> list[str]:
    found = ASKED.checkin.field(field) or ASKED.interest.field(field)
    assert found is not None
    return read_numbers(found, text)


def test_numbers_stand_for_boxes_in_their_order() -> None:
    assert numbers("age_band", "2") == ["a15_29"]
    assert numbers("channels", "1 10,3") == ["lokalni_casopis", "radio", "letaki_ks"]
    assert numbers("support_needed", "136") == ["room", "money", "nothing"]
    assert numbers("channels", "12") == ["ne_spomnim"], "with ten boxes or more 12 is the twelfth"
    assert numbers("need_before", "5") == ["5"]
    assert numbers("availability", "1 6") == ["mon_fri.morning", "weekend.evening"]


@pytest.mark.parametrize(
    ("field", "text"), [("age_band", "8"), ("age_band", "0"), ("age_band", "12"), ("channels", "13"), ("gender", "f"),
                        ("channels", "1" * 400), ("gender", "=1")]
)  # fmt: skip
def test_a_number_without_a_box_is_refused_at_its_field(field: str, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        numbers(field, text)
    assert refused.value.data["field"] == field


def test_a_check_in_gets_its_written_code_or_a_new_one(hall: Hall) -> None:
    people = hall.where.people
    _slip, code = typed(hall, type_check_in, {"age_band": "6", "lives_in": "1"}, slip="KLM47")
    _slip, fresh = typed(hall, type_check_in, {"age_band": "5"})
    assert code == "KLM47" and len(fresh) == 5
    assert hall.where.people == people + 2
    assert [one.age_band for one in hall.evening.check_ins if one.age_band] in (["a75", "a65_74"], ["a65_74", "a75"])


def test_a_check_in_joins_the_group_of_its_letter(hall: Hall) -> None:
    sizes = [group.size for group in hall.where.groups]
    typed(hall, type_check_in, {"age_band": "6"}, group="b")
    assert [group.size for group in hall.where.groups] == [sizes[0], sizes[1] + 1, *sizes[2:]]
    with pytest.raises(Refusal):
        typed(hall, type_check_in, {"age_band": "6"}, group="Q")


def test_the_papers_of_one_slip_hang_together(hall: Hall) -> None:
    typed(hall, type_note, Sheet(question="S2_potrebe"), "Klop na soncu", slip="KLM47")
    typed(hall, type_check_in, {"need_before": "2"}, slip="KLM47")
    typed(hall, type_closing, {"need_after": "5", "good": "Vse"}, slip="KLM47")
    (feedback,) = hall.evening.feedback
    assert (feedback.need_before, feedback.need_after, feedback.good) == (2, 5, "Vse")


@pytest.mark.parametrize("act", [type_check_in, type_closing])
def test_the_same_form_of_a_slip_is_recognised(hall: Hall, act: Any) -> None:
    field = "age_band" if act is type_check_in else "overall"
    typed(hall, act, {field: "5"}, slip="KLM47")
    with pytest.raises(Refusal) as refused:
        typed(hall, act, {field: "4"}, slip="KLM47")
    assert refused.value.data["field"] == "slip"


def test_an_empty_form_is_refused(hall: Hall) -> None:
    with pytest.raises(Refusal):
        typed(hall, type_closing, {"overall": " "})


def test_a_closing_form_without_a_code_counts_nobody_twice(hall: Hall) -> None:
    before = hall.where.people, len(hall.evening.check_ins)
    typed(hall, type_closing, {"overall": "5"})
    assert (hall.where.people, len(hall.evening.check_ins)) == before
    assert [one.overall for one in hall.evening.feedback] == [5]


def test_ballots_are_typed_by_number_and_officials_apart(hall: Hall) -> None:
    offered = hall.store.read(ballot, hall.where)
    typed(hall, type_vote, "1 3")
    typed(hall, type_vote, "2", official=True)
    assert sorted((sorted(vote.marks), vote.official) for vote in hall.evening.votes) == sorted(
        [([*sorted((offered[1].id, offered[3].id))], False), ([offered[2].id], True)]
    )


def test_numbers_stay_while_the_vote_runs_whatever_becomes_of_the_notes(hall: Hall) -> None:
    before = hall.store.read(ballot, hall.where)
    hall.store.write(hosting.hide_note, hall.workshop.id, before[2].id, hall.tick())
    after = hall.store.read(ballot, hall.where)
    assert {number: one.id for number, one in after.items()} == {
        number: one.id for number, one in before.items() if number != 2
    }
    with pytest.raises(Refusal):
        typed(hall, type_vote, "2")
    typed(hall, type_vote, "6")
    assert [vote.marks for vote in hall.evening.votes] == [{before[6].id}]


@pytest.mark.parametrize("marks", ["", "0", "7", "1 2 3 4", "x"])
def test_a_ballot_with_impossible_marks_is_refused(hall: Hall, marks: str) -> None:
    with pytest.raises(Refusal):
        typed(hall, type_vote, marks)
    assert not hall.evening.votes


def test_a_slip_votes_once(hall: Hall) -> None:
    typed(hall, type_vote, "1", slip="KLM47")
    with pytest.raises(Refusal):
        typed(hall, type_vote, "2", slip="KLM47")


def test_who_checked_in_as_an_official_votes_as_one(hall: Hall) -> None:
    place = [option.id for option in ASKED.checkin.fields[3].options].index("obcina") + 1
    typed(hall, type_check_in, {"stakeholder_type": str(place)}, slip="KLM47")
    typed(hall, type_vote, "1", slip="KLM47")
    assert [vote.official for vote in hall.evening.votes] == [True]


def test_there_is_no_ballot_before_the_vote(store: Store) -> None:
    with pytest.raises(Refusal):
        typed(writing_hall(store, NOTES), type_vote, "1")


@pytest.mark.parametrize("form", ["checkin", "closing", "vote"])
def test_a_form_typed_by_mistake_is_undone(hall: Hall, form: str) -> None:
    before = hall.evening.check_ins, hall.evening.feedback, hall.evening.votes
    slip, _code = {
        "checkin": lambda: typed(hall, type_check_in, {"age_band": "5"}, slip="KLM47"),
        "closing": lambda: typed(hall, type_closing, {"overall": "5"}, slip="KLM47"),
        "vote": lambda: typed(hall, type_vote, "1", slip="KLM47"),
    }[form]()
    hall.store.write(undo_form, hall.workshop.id, slip, form, hall.tick())
    assert (hall.evening.check_ins, hall.evening.feedback, hall.evening.votes) == before


def test_an_interest_form_is_sealed_and_recognised(hall: Hall) -> None:
    hall.store.write(sealing.set_lock, sealing.new_lock("trije mali zajci"))
    given = {"levels": "1 3", "name": "Oseba (demo)", "phone": "041 000 000", "adult": "1"}
    code = typed(hall, type_interest, given, ["c_next"])
    assert typed(hall, type_interest, given, ["c_next"]) == code
    assert [one.levels for one in hall.evening.interests] == [("user", "collaboration_partner")]


def test_an_interest_form_without_consent_is_not_kept(hall: Hall) -> None:
    given = {"levels": "1", "name": "Oseba (demo)", "phone": "041 000 000", "adult": "1"}
    with pytest.raises(Refusal):
        typed(hall, type_interest, given, [])
    assert not hall.evening.interests

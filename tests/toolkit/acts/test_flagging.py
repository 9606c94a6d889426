"""Flagged slips: left out of every count by a person, taken in again, and told of in report and log."""

from random import Random

import pytest

from carousel.stage import Stage
from carousel.workshop import Evening
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, flagging, hosting
from toolkit.compare.left_out import CROWD, HASTE
from toolkit.compare.summary import Report, report
from toolkit.harvest.clusters import of, votable
from toolkit.store import Store, flags
from toolkit.store.changes import last_change
from toolkit.store.condensed import marks

HONEST, STUFFED = 8, 9
NEEDS = ("Knjižnica", "Dvigalo", "Kavarna", "Otroški kotiček", "Delavnica za kolesa", "Miren vrt")


@pytest.fixture
def hall(store: Store) -> Hall:
    """Eight people want the library, nine flagged slips the car park that one of them wrote; the vote is over."""
    hall = new_hall(store)
    hall.press()
    hall.arrive(HONEST)
    stuffed = hall.arrive(STUFFED)
    hall.store.write(flagging.flag_slips, [one.slip for one in stuffed[:5]], HASTE)
    hall.store.write(flagging.flag_slips, [one.slip for one in stuffed], CROWD)
    hall.go_to(Stage.ROUND, 0)
    store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", list(NEEDS), "host", hall.tick())
    writer = next(one for one in stuffed if hall.question_for(one, 0) in ("S1_prostor", "S2_potrebe"))
    hall.write(writer, "Parkirišče")
    hall.go_to(Stage.VOTE)
    park, library = wanted(hall, "Parkirišče"), wanted(hall, "Knjižnica")
    for person in hall.people[:HONEST]:
        vote(hall, person.slip, library)
    for person in hall.people[HONEST:]:
        vote(hall, person.slip, park)
    hall.press()
    return hall


def wanted(hall: Hall, name: str) -> int:
    return next((one.id for one in votable(of(hall.notes)) if one.name == name), 0)


def vote(hall: Hall, slip: str, mark: int) -> None:
    hall.store.write(answering.cast_vote, slip, [mark], f"ballot {slip}", hall.tick())


def flagged_slips(hall: Hall) -> list[str]:
    return [one.slip for one in hall.store.read(flags.flagged, hall.workshop.id)]


def leave_out(hall: Hall, slips: list[str]) -> None:
    hall.store.write(flagging.leave_out, hall.workshop.id, slips, hall.tick())


def take_in(hall: Hall, slips: list[str]) -> None:
    hall.store.write(flagging.take_in, hall.workshop.id, slips, hall.tick())


def said(found: Report) -> list[str]:
    return [one.said("en") for one in found.method.limits]


def people_in(evening: Evening) -> tuple[int, int, int]:
    return len(evening.check_ins), len(evening.votes), len(evening.notes)


def test_a_flag_changes_no_count_and_the_first_reason_stays(hall: Hall) -> None:
    rules = [one.rule for one in hall.store.read(flags.flagged, hall.workshop.id)]
    assert (rules.count(HASTE), rules.count(CROWD)) == (5, 4)
    assert people_in(hall.evening) == (17, 17, 7)


def test_leaving_them_out_takes_their_people_votes_and_notes_out_of_every_count(hall: Hall) -> None:
    leave_out(hall, flagged_slips(hall))
    assert people_in(hall.evening) == (HONEST, HONEST, 6)
    assert hall.where.people == HONEST and hall.where.notes == 6
    assert sum(group.size for group in hall.where.groups) == HONEST
    assert hall.evening.left_out == STUFFED and len(hall.evening.votes_left_out) == STUFFED


def test_taking_them_in_again_puts_everything_back(hall: Hall) -> None:
    before = hall.evening
    leave_out(hall, flagged_slips(hall))
    take_in(hall, flagged_slips(hall))
    assert hall.evening == before


def test_only_flagged_slips_can_be_left_out(hall: Hall) -> None:
    leave_out(hall, [one.slip for one in hall.people])
    assert len(hall.evening.check_ins) == HONEST


def test_a_slip_of_another_workshop_is_never_touched(hall: Hall, store: Store) -> None:
    other = new_hall(store, "Brezje")
    other.rng = Random(99)
    other.press()
    other.arrive(1)
    store.write(flagging.flag_slips, [other.people[0].slip], HASTE)
    leave_out(hall, [other.people[0].slip])
    assert other.where.people == 1


def test_the_number_of_marks_stays_what_it_was_when_people_voted(hall: Hall) -> None:
    before = hall.evening.marks
    leave_out(hall, flagged_slips(hall))
    assert hall.evening.marks == before


def test_the_log_names_their_notes_and_forgets_them_when_they_count_again(hall: Hall) -> None:
    written = [note.id for note in hall.notes if note.text == "Parkirišče"]
    leave_out(hall, flagged_slips(hall))
    entries = [(one.note, one.reason) for one in hall.evening.log if one.what == "left_out"]
    assert [note for note, _ in entries] == written and entries[0][1] in (HASTE, CROWD)
    (line,) = (line for line in report(hall.evening).log if line.note == written[0])
    assert line.what.said("en") == "Left out of the count with its slip."
    assert line.reason
    take_in(hall, flagged_slips(hall))
    assert not [one for one in hall.evening.log if one.what == "left_out"]


def test_the_report_says_how_many_and_what_the_vote_would_be_with_them(hall: Hall) -> None:
    assert not any("flagged" in one for one in said(report(hall.evening)))
    leave_out(hall, flagged_slips(hall))
    assert "A person left flagged slips out of the count: 9." in said(report(hall.evening))
    assert "With them these would come first: an idea of theirs, “Knjižnica”." in said(report(hall.evening))


def test_one_to_four_that_are_left_out_are_not_told_apart(hall: Hall) -> None:
    leave_out(hall, flagged_slips(hall)[:3])
    told = said(report(hall.evening))
    assert "A person left flagged slips out of the count: <5." in told
    assert "Too few of them had voted to say what the vote would be with them." in told
    assert not any(one.startswith("With them ") for one in told)


def test_what_was_worked_out_before_is_worked_out_again(hall: Hall) -> None:
    def mark() -> tuple[object, object]:
        here = hall.workshop.id
        return hall.store.read(last_change, here), hall.store.read(marks, [here])[here]

    before = mark()
    voters = [one.slip for one in hall.store.read(flags.flagged, hall.workshop.id) if not one.notes]
    leave_out(hall, voters[:1])
    assert all(now != then for now, then in zip(mark(), before, strict=True))
    take_in(hall, voters[:1])
    assert mark() == before

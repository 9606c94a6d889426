"""What a resident does, against a real store."""

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import DOOR, Hall, new_hall
from toolkit.acts import answering, hosting, joining
from toolkit.acts.keeping import Kept
from toolkit.store import Store, slips


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(12)
    return hall


def test_checking_in_twice_with_the_same_key_gives_the_same_slip_and_ticket(hall: Hall) -> None:
    again = hall.check_in("phone 0")
    first = hall.people[0]
    assert (again.slip, again.ticket, again.erasure_code) == (first.slip, first.ticket, first.erasure_code)
    assert again.repeated and hall.where.people == 12


def test_nobody_new_checks_in_after_joining_was_closed(hall: Hall) -> None:
    hall.store.write(joining.set_joining, hall.workshop.id, False, hall.now)
    with pytest.raises(Refusal) as refused:
        hall.check_in("late phone")
    assert refused.value.status == 410
    assert hall.check_in("phone 3").repeated


def test_a_required_question_left_open_is_named_and_leaves_nothing_behind(hall: Hall) -> None:
    with pytest.raises(Refusal) as refused:
        hall.check_in("silent phone", {"lives_in": ["this_ks"]})
    assert refused.value.data["field"] == "stakeholder_type"
    assert hall.where.people == 12


def test_a_note_belongs_to_the_station_and_round_where_the_server_knows_the_group_to_be(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 1)
    person = hall.people[0]
    hall.write(person, "Ob torkih je telovadba.")
    [note] = hall.notes
    carousel = hall.where.carousel
    assert carousel is not None
    assert (note.station, note.round, note.group) == (
        carousel.station(hall.group_of(person), 1), 1, hall.group_of(person),
    )  # fmt: skip


def test_a_note_for_a_station_the_group_has_not_reached_is_refused(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    later = hall.question_for(hall.people[0], 1)
    with pytest.raises(Refusal) as refused:
        hall.write(hall.people[0], "Prehitro.", question=later)
    assert refused.value.status == 409


def test_a_note_that_waited_on_the_phone_finds_the_round_it_was_written_in(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    asked = hall.question_for(hall.people[0], 0)
    hall.go_to(Stage.ROUND, 2)
    hall.write(hall.people[0], "Zapisano brez omrežja.", question=asked)
    assert hall.notes[0].round == 0


def test_the_same_key_is_the_same_note_and_other_words_under_it_are_refused(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    person = hall.people[0]
    first = hall.write(person, "Kavarna.", key="k")
    assert hall.write(person, "Kavarna.", key="k") == Kept(first.note, first.status, repeated=True)
    with pytest.raises(Refusal) as refused:
        hall.write(person, "Knjižnica.", key="k")
    assert refused.value.status == 409
    assert [note.text for note in hall.notes] == ["Kavarna."]


@pytest.mark.parametrize("text", ["", "   ", "\u200b\u202e"])
def test_a_note_without_words_is_refused(hall: Hall, text: str) -> None:
    hall.go_to(Stage.ROUND, 0)
    with pytest.raises(Refusal):
        hall.write(hall.people[0], text, key="empty")


def test_a_note_that_is_too_long_is_refused_with_its_length(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    with pytest.raises(Refusal) as refused:
        hall.write(hall.people[0], "a" * 201)
    assert refused.value.data["length"] == 201


def test_a_note_with_a_phone_number_is_held_and_not_shown(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    assert hall.write(hall.people[0], "Pokličite me na 040 000 000.").status == "held"
    assert hall.notes == () and hall.evening.held == 1


def test_correcting_a_note_shows_the_new_words_and_keeps_the_old_in_the_store(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    person = hall.people[0]
    kept = hall.write(person, "Kavrna.")
    given = {"text": ["Kavarna."]}
    hall.store.write(answering.correct_note, person.slip, kept.note, given, "fix", hall.tick())
    assert [note.text for note in hall.notes] == ["Kavarna."]


def test_withdrawing_a_note_takes_it_away_and_nobody_else_can(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    kept = hall.write(hall.people[0], "Zmotil sem se.")
    with pytest.raises(Refusal):
        hall.store.write(answering.withdraw_note, hall.people[1].slip, kept.note, hall.tick())
    hall.store.write(answering.withdraw_note, hall.people[0].slip, kept.note, hall.tick())
    assert hall.notes == ()


def test_a_later_group_ticks_what_an_earlier_one_wrote_and_the_author_cannot(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    author = hall.people[0]
    kept = hall.write(author, "Pevski zbor vadi v šoli.")
    station = hall.notes[0].station
    hall.go_to(Stage.ROUND, 1)
    carousel = hall.where.carousel
    assert carousel is not None and station is not None
    came = carousel.group(station, 1)
    here = [person for person in hall.people if hall.group_of(person) == came]
    for _ in range(2):
        hall.store.write(answering.set_tick, here[0].slip, kept.note, True, hall.tick())
    assert (hall.notes[0].ticks, hall.notes[0].exposed) == (1, len(here))
    with pytest.raises(Refusal):
        hall.store.write(answering.set_tick, author.slip, kept.note, True, hall.tick())
    hall.store.write(answering.set_tick, here[0].slip, kept.note, False, hall.tick())
    assert hall.notes[0].ticks == 0


def test_a_new_ballot_replaces_the_old_one_while_the_vote_runs(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    wanted = [person for person in hall.people if hall.question_for(person, 0).startswith(("S1", "S2"))]
    for number in range(6):
        hall.write(wanted[0], f"Potrebujemo stvar {number}")
    hall.go_to(Stage.VOTE)
    ids = [note.id for note in hall.notes]
    person = hall.people[3]
    hall.store.write(answering.cast_vote, person.slip, ids[:3], "first", hall.tick())
    hall.store.write(answering.cast_vote, person.slip, ids[1:2], "second", hall.tick())
    assert [vote.marks for vote in hall.evening.votes] == [frozenset(ids[1:2])]
    with pytest.raises(Refusal):
        hall.store.write(answering.cast_vote, person.slip, ids[:4], "many", hall.tick())
    hall.press()
    with pytest.raises(Refusal) as refused:
        hall.store.write(answering.cast_vote, person.slip, ids[:1], "late", hall.tick())
    assert refused.value.status == 409


def test_votes_of_officials_are_counted_apart(hall: Hall) -> None:
    official = hall.arrive(1, {**DOOR, "stakeholder_type": ["obcina"]})[0]
    hall.go_to(Stage.ROUND, 0)
    for number in range(5):
        hall.store.write(
            hosting.host_notes, hall.workshop.id, "S1_prostor", [f"Potreba {number}"], f"h{number}", hall.tick()
        )
    hall.go_to(Stage.VOTE)
    hall.store.write(answering.cast_vote, official.slip, [hall.notes[0].id], "o", hall.tick())
    assert [vote.official for vote in hall.evening.votes] == [True]


def test_the_erasure_code_removes_every_trace_and_a_late_phone_brings_nothing_back(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    person = hall.people[0]
    hall.write(person, "To naj izgine.")
    hall.store.write(answering.erase, hall.workshop.code, person.erasure_code.lower(), hall.tick())
    assert hall.notes == () and hall.where.people == 11
    with pytest.raises(Refusal) as refused:
        hall.write(person, "Še enkrat.", question="S1_prostor")
    assert refused.value.status == 410
    with pytest.raises(Refusal):
        hall.store.write(answering.erase, hall.workshop.code, "00000000", hall.tick())


def test_companions_sit_in_the_same_group(hall: Hall) -> None:
    friend = hall.check_in("friend", {**DOOR, "companion": [hall.people[0].code.lower()]})
    hall.go_to(Stage.GROUPS)
    assert hall.group_of(friend) == hall.group_of(hall.people[0])


def test_a_latecomer_joins_a_group_at_its_current_station(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 1)
    late = hall.check_in("late")
    resident = hall.store.read(slips.resident, late.slip)
    assert resident.group is not None and resident.joined_round == 1
    assert hall.write(late, "Zamudil sem.").status == "published"


@pytest.mark.parametrize("key", ["", "k" * 201])
def test_a_sending_without_a_usable_key_is_refused_so_that_no_two_phones_share_anything(hall: Hall, key: str) -> None:
    with pytest.raises(Refusal):
        hall.check_in(key)
    hall.go_to(Stage.ROUND, 0)
    given = {"question": [hall.question_for(hall.people[0], 0)], "text": ["Misel."]}
    with pytest.raises(Refusal):
        hall.store.write(answering.leave_note, hall.people[0].slip, given, key, hall.tick())


def test_what_waited_on_a_phone_may_come_for_a_day_after_the_thanks_and_no_longer(hall: Hall) -> None:
    hall.go_to(Stage.THANKS)
    asked = hall.question_for(hall.people[0], 0)
    assert hall.write(hall.people[0], "Čakalo je na telefonu.", question=asked).status == "published"
    hall.tick(25 * 3600)
    with pytest.raises(Refusal) as refused:
        hall.write(hall.people[0], "Prepozno.", question=asked)
    assert refused.value.status == 410

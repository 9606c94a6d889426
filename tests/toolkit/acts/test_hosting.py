"""What a facilitator does, against a real store."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage, Verb
from carousel.workshop import Source
from tests.evening_hall import Hall, new_hall
from toolkit.acts import hosting, seating
from toolkit.store import Store, notes_held, tickets


@pytest.fixture
def hall(store: Store) -> Hall:
    hall = new_hall(store)
    hall.press()
    hall.arrive(20)
    return hall


def test_a_whole_evening_goes_from_the_first_step_to_the_thanks(hall: Hall) -> None:
    seen = [hall.where.step.stage]
    while hall.where.step.stage is not Stage.THANKS:
        hall.press()
        seen.append(hall.where.step.stage)
    assert seen.count(Stage.ROUND) == hall.where.step.last + 1
    assert not hall.where.workshop.joining


def test_of_two_facilitators_who_press_next_one_is_told_the_current_step(hall: Hall) -> None:
    for _ in range(3):
        version = hall.where.version
        with ThreadPoolExecutor(2) as both:
            tries = [
                both.submit(hall.store.write, hosting.move, hall.workshop.id, Verb.NEXT, version, hall.now)
                for _ in range(2)
            ]
        problems = [one.exception() for one in tries]
        assert problems.count(None) == 1
        [stale] = [problem for problem in problems if problem is not None]
        assert isinstance(stale, Refusal) and stale.status == 409
        assert hall.where.version == version + 1


def test_undoing_goes_back_step_by_step_and_the_lost_time_does_not_count(hall: Hall) -> None:
    where = hall.go_to(Stage.ROUND, 0)
    clock = where.step.clock
    assert clock is not None
    left = clock.left(hall.tick(60))
    hall.press()
    hall.tick(45)
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.now)
    back = hall.where.step
    assert back.stage is Stage.ROUND and back.clock is not None
    assert back.clock.left(hall.now) == pytest.approx(left, abs=2)
    hall.store.write(hosting.undo, hall.workshop.id, hall.where.version, hall.tick())
    assert hall.where.step.stage is Stage.GROUPS


def test_everything_continues_after_the_store_was_opened_anew(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 2)
    hall.everybody_writes()
    before = (hall.where.step, hall.where.version, hall.notes)
    hall.store.close()
    reopened = Store(hall.store.url)
    hall.store = reopened
    assert (hall.where.step, hall.where.version, hall.notes) == before
    hall.press()
    reopened.close()


def test_groups_are_formed_of_everybody_present_and_differ_by_one_at_most(hall: Hall) -> None:
    where = hall.go_to(Stage.GROUPS)
    sizes = [group.size for group in where.groups]
    assert sum(sizes) == 20 and max(sizes) - min(sizes) <= 1


def test_a_group_with_a_single_person_left_joins_the_next(store: Store) -> None:
    hall = new_hall(store)
    hall.press()
    hall.arrive(6)
    hall.go_to(Stage.ROUND, 0)
    group = hall.group_of(hall.people[0])
    mates = [person for person in hall.people if hall.group_of(person) == group]
    hall.store.write(seating.leave, mates[0].slip, hall.tick())
    sizes = {one.index: one.size for one in hall.where.groups}
    assert sizes[group] == 0 and sum(sizes.values()) == 5


def test_exposure_counts_people_where_they_were_in_each_round(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    hall.everybody_writes()
    hall.go_to(Stage.HARVEST)
    assert all(note.exposed == 20 - 5 for note in hall.notes if note.group is not None)


def test_a_host_sends_many_lines_once(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    lines = ["Prva misel", "", "Druga misel", "x" * 300]
    for _ in range(2):
        sent = hall.store.write(
            hosting.host_notes, hall.workshop.id, "S2_potrebe", lines, "batch", hall.now, ticks=3, source=Source.PAPER
        )
        assert (sent.kept, [text for text, _ in sent.refused]) == (2, ["x" * 300])
    assert [(note.text, note.ticks, note.source) for note in hall.notes] == [
        ("Prva misel", 3, Source.PAPER),
        ("Druga misel", 3, Source.PAPER),
    ]


def test_a_held_note_is_published_redacted_or_kept_and_the_log_says_so(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    held = hall.write(hall.people[0], "Pokličite Janeza na 040 000 000 za prevoz.")
    [waiting] = hall.store.read(notes_held.waiting, hall.workshop.id)
    assert "040" not in waiting.redacted
    hall.store.write(
        hosting.settle_held, hall.workshop.id, held.note, "redact", hall.tick(), words="Pokličite za prevoz."
    )
    assert [note.text for note in hall.notes] == ["Pokličite za prevoz."]
    assert [entry.what for entry in hall.evening.log] == ["redacted"]


def test_hiding_a_note_takes_it_off_at_once_and_it_can_come_back(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    kept = hall.write(hall.people[0], "Občina nič ne naredi.")
    hall.store.write(hosting.hide_note, hall.workshop.id, kept.note, hall.tick())
    assert hall.notes == ()
    hall.store.write(hosting.settle_held, hall.workshop.id, kept.note, "publish", hall.tick())
    assert len(hall.notes) == 1


def test_every_note_waits_when_the_facilitator_approves_by_hand(hall: Hall) -> None:
    hall.store.write(hosting.set_setting, hall.workshop.id, "approve_by_hand", True, hall.now)
    hall.go_to(Stage.ROUND, 0)
    assert hall.write(hall.people[0], "Čaj in klepet.").status == "held"


def test_the_raffle_draws_the_same_tickets_from_the_same_seed(hall: Hall) -> None:
    hall.go_to(Stage.RAFFLE)
    first = hall.store.write(hosting.draw_raffle, hall.workshop.id, "seme", 3, hall.tick())
    assert first == hall.store.write(hosting.draw_raffle, hall.workshop.id, "seme", 3, hall.tick())
    assert set(first) <= set(hall.store.read(tickets.tickets, hall.workshop.id))


def test_a_volunteer_changes_to_another_group(hall: Hall) -> None:
    hall.go_to(Stage.GROUPS)
    person = hall.people[0]
    other = next(group.index for group in hall.where.groups if group.index != hall.group_of(person))
    hall.store.write(seating.change_group, hall.workshop.id, person.code, other, hall.tick())
    assert hall.group_of(person) == other


def test_lines_changed_under_the_same_key_are_not_lost(hall: Hall) -> None:
    hall.go_to(Stage.ROUND, 0)
    for lines in (["Prva", "Druga"], ["Prva", "Tretja"]):
        hall.store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", lines, "same", hall.tick())
    assert [note.text for note in hall.notes] == ["Prva", "Druga", "Tretja"]

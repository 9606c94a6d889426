"""What the comparison keeps of a workshop holds until something it counts changes."""

from collections.abc import Callable
from datetime import UTC, datetime
from random import Random

import pytest

from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall
from toolkit.acts import answering, hosting, paper_forms
from toolkit.acts.demo import play_demo
from toolkit.compare.condensed import Condensed
from toolkit.compare.condensing import condensed
from toolkit.desk.counting import counted
from toolkit.store import Store
from toolkit.store.condensed import keep, kept, marks
from toolkit.store.programme import add_community
from toolkit.store.records import add_record, remove_record
from toolkit.store.workshops import choose, community_of

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def hall(store: Store) -> Hall:
    """An evening in its second round, with a note of the first."""
    made = new_hall(store, "Brezje")
    made.press()
    made.arrive(12)
    made.go_to(Stage.ROUND, 0)
    made.write(made.people[0], "Soba za zbor")
    made.go_to(Stage.ROUND, 1)
    return made


def tick(hall: Hall) -> None:
    note = hall.notes[0]
    carousel = hall.where.carousel
    assert carousel
    later = next(one for one in hall.people if carousel.station(hall.group_of(one), 1) == note.station)
    hall.store.write(answering.set_tick, later.slip, note.id, True, hall.tick())


def write_down(hall: Hall) -> None:
    community = hall.store.read(community_of, hall.workshop.id)
    values = {"name": "Dom", "source": "ogled"}
    number = hall.store.write(add_record, community, "premises", "dom", values, hall.tick())
    hall.store.write(remove_record, number, hall.tick())
    hall.store.write(add_record, community, "premises", "dom", values, hall.tick())


CHANGES: dict[str, Callable[[Hall], object]] = {
    "a note": lambda hall: hall.write(hall.people[1], "Klopi pred domom"),
    "a tick": tick,
    "hands that were counted": lambda hall: hall.store.write(
        hosting.count_hands, hall.workshop.id, hall.notes[0].id, 5, hall.tick()
    ),
    "a hidden note": lambda hall: hall.store.write(hosting.hide_note, hall.workshop.id, hall.notes[0].id, hall.tick()),
    "a move": lambda hall: hall.press(),
    "a new person": lambda hall: hall.arrive(),
    "a closing form": lambda hall: hall.store.write(
        answering.close_form, hall.people[0].slip, {"overall": ["5"]}, hall.tick()
    ),
    "another number of hosts": lambda hall: hall.store.write(lambda tx: choose(tx, hall.workshop.id, hosts=7)),
    "a population": lambda hall: hall.store.write(add_community, "Brezje", population=900, source="SURS 2026"),
    "something written down": write_down,
}


def test_a_closing_form_that_says_something_else_in_as_many_answers_changes_the_mark(hall: Hall) -> None:
    hall.go_to(Stage.CLOSING)
    marked = []
    for said in ("5", "1"):
        hall.store.write(answering.close_form, hall.people[0].slip, {"overall": [said]}, hall.tick())
        marked.append(hall.store.read(marks))
    assert marked[0] != marked[1]


def test_a_paper_form_undone_and_typed_again_changes_the_mark(hall: Hall) -> None:
    marked = []
    for said in ("5", "1"):
        typed = hall.store.write(paper_forms.type_closing, hall.workshop.id, {"overall": said}, hall.tick(), hall.rng)
        marked.append(hall.store.read(marks))
        hall.store.write(paper_forms.undo_form, hall.workshop.id, typed[0], "closing", hall.tick())
    assert marked[0] != marked[1]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_that_is_counted_changes_the_mark(hall: Hall, change: str) -> None:
    before = hall.store.read(marks, [hall.workshop.id])
    assert before == hall.store.read(marks), "without a change it is the same, asked alone or with all"
    if change == "a closing form":
        hall.go_to(Stage.CLOSING)
        before = hall.store.read(marks)
    CHANGES[change](hall)
    assert hall.store.read(marks) != before


def test_what_was_counted_is_kept_while_its_mark_holds(hall: Hall) -> None:
    own = hall.workshop.id
    before, value = hall.store.read(marks)[own], condensed(hall.evening)
    hall.store.write(keep, {own: (before, value)})
    hall.store.write(keep, {own: (before, value)})
    assert hall.store.read(kept, {own: before}) == {own: value}
    hall.press()
    assert hall.store.read(kept, hall.store.read(marks)) == {}


def test_only_what_changed_is_counted_again(store: Store) -> None:
    store.write(play_demo, "sl", NOW, Random(1))
    heard: list[tuple[int, int]] = []
    first = counted(store, (), lambda done, all: heard.append((done, all)))
    assert heard == [(1, 4), (2, 4), (3, 4), (4, 4)]
    again: dict[int, Condensed] = counted(store, (), lambda done, all: heard.append((done, all)))
    assert again == first and len(heard) == 4
    some = sorted(first)[0]
    store.write(lambda tx: choose(tx, some, hosts=9))
    assert counted(store, [some], lambda done, all: heard.append((done, all)))[some].hosts == 9
    assert heard[4:] == [(1, 1)]


def test_another_start_of_the_program_finds_what_was_kept(store: Store) -> None:
    store.write(play_demo, "sl", NOW, Random(1))
    first = counted(store)
    assert store.read(kept, store.read(marks)) == first

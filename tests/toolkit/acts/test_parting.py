"""Parting notes, keeping them apart, matching needs with offers: with ticks and votes already there, and undone."""

from random import Random

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage
from tests.evening_hall import Hall, new_hall, writing_hall
from toolkit.acts import answering, harvesting, hosting
from toolkit.harvest.clusters import Cluster, of
from toolkit.harvest.votes import Tally, tally
from toolkit.store import Store, clusters, matches, slips

TWO_IDEAS = "Kava ob sredah in tečaj angleščine"
PARTS = [("need", "Kava ob sredah"), ("need", "tečaj angleščine")]


@pytest.fixture
def hall(store: Store) -> Hall:
    lines = [TWO_IDEAS, "Klepet ob kavi", "Vrt", "Popravljalnica", "Telovadba", "Knjigobežnica"]
    return writing_hall(store, lines)


def number_of(hall: Hall, text: str) -> int:
    return next(note.id for note in hall.notes if note.text == text)


def cluster_of(hall: Hall, text: str) -> Cluster:
    return next(one for one in of(hall.notes) if any(note.text == text for note in one.notes))


def vote(hall: Hall, person: int, *marks: int) -> None:
    slip = hall.people[person].slip
    hall.store.write(answering.cast_vote, slip, marks, f"ballot {person} {marks}", hall.tick())


def counted(hall: Hall) -> Tally:
    return tally(hall.evening.votes, of(hall.notes), hall.evening.marks)


def part(hall: Hall) -> tuple[int, ...]:
    return hall.store.write(harvesting.split_note, hall.workshop.id, number_of(hall, TWO_IDEAS), PARTS, hall.tick())


def test_a_parted_note_leaves_its_parts_with_its_author_place_and_votes(hall: Hall) -> None:
    whole = next(note for note in hall.notes if note.text == TWO_IDEAS)
    hall.go_to(Stage.VOTE)
    vote(hall, 0, whole.id)
    part(hall)
    coffee, english = (cluster_of(hall, text) for _, text in PARTS)
    assert TWO_IDEAS not in {note.text for note in hall.notes}
    assert (coffee.notes[0].station, coffee.notes[0].sent) == (whole.station, whole.sent)
    assert (counted(hall).residents[coffee.id], counted(hall).residents[english.id]) == (1, 1)
    assert counted(hall).resident_voters == 1


def test_parting_is_undone_and_a_mark_on_a_part_goes_back_to_the_note(hall: Hall) -> None:
    before = number_of(hall, TWO_IDEAS)
    hall.go_to(Stage.VOTE)
    vote(hall, 0, before)
    coffee, english = part(hall)
    vote(hall, 1, coffee, english)
    assert hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick()) == "split"
    assert number_of(hall, TWO_IDEAS) == before
    assert counted(hall).residents == {before: 2}, "who marked both parts marked the note once"
    assert part(hall) != (coffee, english), "it can be parted again"


def test_parting_stays_when_a_part_was_withdrawn_meanwhile(hall: Hall) -> None:
    author = hall.people[0]
    own = hall.write(author, "Vrt in kava").note
    made = hall.store.write(
        harvesting.split_note, hall.workshop.id, own, [("need", "Vrt zase"), ("need", "Kava zase")], hall.tick()
    )
    hall.store.write(answering.withdraw_note, author.slip, made[0], hall.tick())
    with pytest.raises(Refusal):
        hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    texts = {note.text for note in hall.notes}
    assert "Kava zase" in texts and not texts & {"Vrt in kava", "Vrt zase"}


def test_erasing_a_slip_takes_the_parts_of_its_notes_along(hall: Hall) -> None:
    author = hall.people[0]
    own = hall.write(author, "Vrt in kava").note
    hall.store.write(
        harvesting.split_note, hall.workshop.id, own, [("need", "Vrt zase"), ("need", "Kava zase")], hall.tick()
    )
    hall.store.write(answering.erase, hall.workshop.code, author.erasure_code, hall.tick())
    hall.store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", ["Nekaj"], "host 2", hall.tick())
    assert not {note.text for note in hall.notes} & {"Vrt in kava", "Vrt zase", "Kava zase"}


def test_who_ticked_two_merged_notes_counts_once(hall: Hall) -> None:
    first, second = (hall.write(hall.people[0], text).note for text in ("Kavica", "Kofe"))
    place = next(note for note in hall.notes if note.id == first)
    hall.press()
    hall.press()
    carousel = hall.where.carousel
    assert carousel is not None and place.station is not None
    later = carousel.group(place.station, 1, 0)
    readers = [one for one in hall.people if hall.group_of(one) == later]
    for note in (first, second):
        hall.store.write(answering.set_tick, readers[0].slip, note, True, hall.tick())
    hall.store.write(answering.set_tick, readers[1].slip, second, True, hall.tick())
    hall.store.write(harvesting.merge, hall.workshop.id, first, [second], hall.tick())
    together = cluster_of(hall, "Kofe")
    assert (together.ticks, together.exposed) == (2, len(readers))
    assert [note.ticks for note in together.notes] == [1, 2], "each note keeps its own"
    hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    assert cluster_of(hall, "Kofe").ticks == 2


def test_a_note_of_one_idea_and_of_no_kind_is_refused(hall: Hall) -> None:
    note = number_of(hall, "Vrt")
    for parts in ([("need", "Vrt"), ("need", "  ")], [("need", "Vrt"), ("wish", "Greda")]):
        with pytest.raises(Refusal):
            hall.store.write(harvesting.split_note, hall.workshop.id, note, parts, hall.tick())


def test_what_was_kept_apart_is_remembered_until_it_is_undone(hall: Hall) -> None:
    one, other = number_of(hall, "Vrt"), number_of(hall, "Telovadba")
    hall.store.write(harvesting.keep_apart, hall.workshop.id, [other, one], hall.tick())
    hall.store.write(harvesting.keep_whole, hall.workshop.id, one, hall.tick())
    decided = hall.store.read(clusters.decided, [hall.workshop.id], "apart", "whole")
    assert decided == {(min(one, other), max(one, other)), (one, 0)}
    undone = [hall.store.write(harvesting.undo_last, hall.workshop.id, hall.tick()) for _ in range(2)]
    assert undone == ["kept_whole", "kept_apart"]
    assert not hall.store.read(clusters.decided, [hall.workshop.id], "apart", "whole")


def test_a_match_is_confirmed_declined_and_undone_also_with_another_community(hall: Hall, store: Store) -> None:
    neighbours = new_hall(store, "Stražišče")
    neighbours.rng = Random(8)
    neighbours.press()
    neighbours.people += [neighbours.check_in(f"other phone {number}") for number in range(4)]
    neighbours.go_to(Stage.ROUND, 0)
    neighbours.store.write(
        hosting.host_notes, neighbours.workshop.id, "S4_ponudba", ["Skuham kavo"], "host", neighbours.tick()
    )
    need, offer = number_of(hall, "Klepet ob kavi"), number_of(neighbours, "Skuham kavo")
    assert [note.id for note in store.read(matches.elsewhere, hall.where)["Stražišče"]] == [offer]
    store.write(harvesting.confirm_match, hall.workshop.id, need, offer, hall.tick())
    [match] = hall.evening.matches
    assert (match.need, match.offer.text, match.community) == (need, "Skuham kavo", "Stražišče")
    store.write(harvesting.decline_match, hall.workshop.id, need, offer, hall.tick())
    assert hall.evening.matches == ()
    store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    assert len(hall.evening.matches) == 1
    store.write(harvesting.undo_last, hall.workshop.id, hall.tick())
    assert hall.evening.matches == ()


def test_the_person_who_wrote_a_note_finds_its_parts(hall: Hall) -> None:
    author = hall.people[0]
    own = hall.write(author, "Vrt in kava").note
    hall.store.write(
        harvesting.split_note, hall.workshop.id, own, [("need", "Vrt zase"), ("need", "Kava zase")], hall.tick()
    )
    assert [note.text for note in hall.store.read(slips.resident, author.slip).own_notes] == ["Vrt zase", "Kava zase"]

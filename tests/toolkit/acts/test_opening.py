"""The slides of a workshop are chosen, ordered, noted and turned; what cannot be is refused and changes nothing."""

from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest

from carousel.refusal import Refusal
from carousel.stage import Stage, Verb
from carousel.workshop import Workshop
from toolkit.acts import hosting, mentoring, opening
from toolkit.acts.recording import keep_record
from toolkit.store import Announcement, Store
from toolkit.store.opening import slide_at
from toolkit.store.workshops import community_of, situation_of

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
TYPED = {"name": "Hiša", "place": "Golnik", "happens": "Pojemo.", "learn": "Vprašajmo.", "title": "Glasilo"}


@pytest.fixture
def workshop(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    monkeypatch.setenv("VRTILJAK_DATA", str(tmp_path))
    return prepared(store, "Golnik")


def prepared(store: Store, community: str) -> Workshop:
    founded = store.write(mentoring.found_community, community)
    return store.write(
        lambda tx: mentoring.prepare_workshop(tx, founded, title="Prostor", day=date(2026, 11, 26), rng=Random(7))
    )


def keys(store: Store, workshop: Workshop) -> list[str]:
    return [one.key for one in store.read(opening.slides, workshop.id)]


def to(store: Store, workshop: Workshop, stage: Stage) -> None:
    while (where := store.read(situation_of, workshop.id)).step.stage is not stage:
        store.write(hosting.move, workshop.id, Verb.NEXT, where.version, NOW)


def test_examples_are_chosen_for_one_workshop_only(store: Store, workshop: Workshop) -> None:
    other = prepared(store, "Brezje")
    store.write(opening.choose_examples, workshop.id, ["rojc_pula", "vgc_posavje"], NOW)

    assert "practice vgc_posavje" in keys(store, workshop)
    assert "practice vgc_posavje" not in keys(store, other)
    store.write(opening.choose_examples, workshop.id, [], NOW)
    assert keys(store, workshop) == keys(store, other)


def test_more_than_four_and_unknown_examples_are_refused(store: Store, workshop: Workshop) -> None:
    with pytest.raises(Refusal, match="At most 4"):
        store.write(opening.choose_examples, workshop.id, ["rojc_pula"] * 5, NOW)
    with pytest.raises(Refusal, match="no such example"):
        store.write(opening.choose_examples, workshop.id, ["../secret"], NOW)
    assert "practice rojc_pula" not in keys(store, workshop)


def test_a_slide_is_moved_and_stays_at_the_ends(store: Store, workshop: Workshop) -> None:
    store.write(opening.move_slide, workshop.id, "evening", -3, NOW)
    assert keys(store, workshop)[0] == "evening"
    store.write(opening.move_slide, workshop.id, "evening", -1, NOW)
    assert keys(store, workshop)[0] == "evening"
    store.write(opening.move_slide, workshop.id, "evening", 99, NOW)
    assert keys(store, workshop)[-1] == "evening"


def test_slides_are_left_out_and_shown_again_but_one_always_stays(store: Store, workshop: Workshop) -> None:
    first, *others = keys(store, workshop)
    for key in others:
        store.write(opening.show_slide, workshop.id, key, False, NOW)
    with pytest.raises(Refusal, match="must stay"):
        store.write(opening.show_slide, workshop.id, first, False, NOW)
    store.write(opening.show_slide, workshop.id, others[0], True, NOW)
    assert [one.shown for one in store.read(opening.slides, workshop.id)] == [True, True, False, False, False]


def test_a_note_is_kept_and_taken_away(store: Store, workshop: Workshop) -> None:
    store.write(opening.write_note, workshop.id, "evening", " Show the toilets. ", NOW)
    assert [one.own_note for one in store.read(opening.slides, workshop.id)][3] == "Show the toilets."
    store.write(opening.write_note, workshop.id, "evening", "", NOW)
    assert not any(one.own_note for one in store.read(opening.slides, workshop.id))
    with pytest.raises(Refusal, match="601"):
        store.write(opening.write_note, workshop.id, "evening", "x" * 601, NOW)


def test_a_slide_that_is_not_there_is_refused(store: Store, workshop: Workshop) -> None:
    for refused in (
        lambda tx: opening.move_slide(tx, workshop.id, "gone", 1, NOW),
        lambda tx: opening.show_slide(tx, workshop.id, "gone", False, NOW),
        lambda tx: opening.write_note(tx, workshop.id, "gone", "x", NOW),
    ):
        with pytest.raises(Refusal) as refusal:
            store.write(refused)
        assert refusal.value.status == 404


def test_beginning_anew_forgets_every_choice(store: Store, workshop: Workshop) -> None:
    usual = keys(store, workshop)
    store.write(opening.choose_examples, workshop.id, ["rojc_pula"], NOW)
    store.write(opening.move_slide, workshop.id, "evening", -3, NOW)
    store.write(opening.write_note, workshop.id, "evening", "x", NOW)
    store.write(opening.begin_anew, workshop.id, NOW)
    assert keys(store, workshop) == usual
    assert not any(one.own_note for one in store.read(opening.slides, workshop.id))


def test_only_a_public_assurance_becomes_a_slide(store: Store, workshop: Workshop) -> None:
    community = store.read(community_of, workshop.id)
    secret = {"text": "Perhaps.", "who": "An adviser", "public": False}
    store.write(keep_record, community, "assurance", secret, "en", NOW)
    assert "municipal_assurance" in keys(store, workshop)
    record = store.write(keep_record, community, "assurance", secret | {"text": "Surely.", "public": True}, "en", NOW)
    assert f"assurance {record}" in keys(store, workshop)
    assert "municipal_assurance" not in keys(store, workshop)
    assert "Perhaps." not in repr(store.read(opening.slides, workshop.id))


def test_turning_stays_within_the_slides_and_outlives_the_store(store: Store, workshop: Workshop) -> None:
    assert store.write(opening.turn_slide, workshop.id, 3, NOW) == 3
    again = Store(store.url)
    assert again.read(slide_at, workshop.id) == 3
    again.close()
    assert store.write(opening.turn_slide, workshop.id, 99, NOW) == 4
    assert store.write(opening.turn_slide, workshop.id, -5, NOW) == 0


def test_screens_are_told_of_every_change(store: Store, workshop: Workshop) -> None:
    heard: list[Announcement] = []
    store.listeners.append(heard.append)
    store.write(opening.turn_slide, workshop.id, 1, NOW)
    store.write(opening.choose_examples, workshop.id, ["rojc_pula"], NOW)
    assert [(one.workshop, one.what) for one in heard] == [(workshop.id, "screen")] * 2


def test_the_opening_begins_with_its_first_slide(store: Store, workshop: Workshop) -> None:
    store.write(opening.turn_slide, workshop.id, 4, NOW)
    to(store, workshop, Stage.OPENING)
    assert store.read(slide_at, workshop.id) == 0


def test_an_example_of_ones_own_can_be_chosen_removed_and_brought_back(store: Store, workshop: Workshop) -> None:
    id = store.write(opening.add_example, TYPED, "sl", NOW)
    store.write(opening.choose_examples, workshop.id, [id], NOW)
    assert "practice hisa" in keys(store, workshop)
    store.write(opening.remove_example, id, NOW)
    assert "practice hisa" not in keys(store, workshop)
    store.write(opening.restore_example, id, NOW)
    assert "practice hisa" in keys(store, workshop)

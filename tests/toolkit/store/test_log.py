"""The public log: what was merged, parted, held or hidden and why, without the words that were held."""

import pytest

from tests.evening_hall import Hall, writing_hall
from toolkit.acts import answering, harvesting, hosting, mentoring
from toolkit.compare.summary import Report, report
from toolkit.paper.logbook import logbook, logbook_csv
from toolkit.store import Store

SECRET = "Moj sosed Janez Primer, telefon 040 123 456, je bolan"
TWO_IDEAS = "Kava ob sredah in tečaj angleščine"


@pytest.fixture
def hall(store: Store) -> Hall:
    lines = [TWO_IDEAS, "Klepet ob kavi", "Klepet s kavo", SECRET]
    return writing_hall(store, lines)


def number_of(hall: Hall, text: str) -> int:
    return next(note.id for note in hall.notes if note.text == text)


def found(hall: Hall) -> Report:
    return report(hall.evening)


def test_a_held_note_is_told_with_its_reason_and_without_its_words(hall: Hall) -> None:
    [line] = logbook(found(hall), "en")
    assert (line.what, line.why, line.words) == ("Held until a person looked at it.", "Personal data", ())
    held = hall.evening.log[0].note
    hall.store.write(
        hosting.settle_held, hall.workshop.id, held, "redact", hall.tick(), words="Pomoč bolnemu sosedu"
    )
    [line] = logbook(found(hall), "en")
    assert (line.what, line.words) == ("Shown without the parts that were held.", ("Pomoč bolnemu sosedu",))
    hall.store.write(hosting.hide_note, hall.workshop.id, held, hall.tick())
    assert [line.words for line in logbook(found(hall), "en")] == [(), ()]
    assert "Janez" not in logbook_csv(found(hall), "sl").decode() + repr(found(hall).log)


def test_merging_and_parting_name_the_notes_and_an_undone_gesture_is_gone(hall: Hall) -> None:
    one, other, whole = (number_of(hall, text) for text in ("Klepet ob kavi", "Klepet s kavo", TWO_IDEAS))
    write = hall.store.write
    write(harvesting.merge, hall.workshop.id, one, [other], hall.tick(), "Kava")
    parts = write(
        harvesting.split_note, hall.workshop.id, whole, [("need", "Kava ob sredah"), ("need", "Tečaj")], hall.tick()
    )
    merged, parted, _held = logbook(found(hall), "en")
    assert (merged.note, merged.others, merged.words) == (one, (other,), ("Klepet ob kavi", "Klepet s kavo"))
    assert (parted.note, parted.others, parted.words) == (whole, parts, ("Kava ob sredah", "Tečaj"))
    write(harvesting.undo_last, hall.workshop.id, hall.tick())
    assert [line.note for line in logbook(found(hall), "en")][:1] == [one] and len(found(hall).log) == 2


def test_matches_and_themes_are_no_matter_of_moderation(hall: Hall) -> None:
    note = number_of(hall, "Klepet ob kavi")
    hall.store.write(harvesting.move_note, hall.workshop.id, note, "druzenje", hall.tick())
    hall.store.write(harvesting.keep_whole, hall.workshop.id, note, hall.tick())
    assert [entry.what for entry in hall.evening.log] == ["held"]


def test_the_log_names_nobody_who_did_it(hall: Hall) -> None:
    hall.write(hall.people[0], "Vrt")
    assert hall.people[0].slip not in repr(hall.evening.log)


def test_publishing_the_log_is_a_setting_of_the_workshop(hall: Hall) -> None:
    for shared in (True, False):
        hall.store.write(mentoring.share_log, hall.workshop.id, shared, hall.tick())
        assert hall.where.workshop.log_shared is shared


def test_a_withdrawn_note_leaves_no_words_in_the_log(hall: Hall) -> None:
    author = hall.people[0]
    own = hall.write(author, "Moja misel").note
    hall.store.write(
        harvesting.merge, hall.workshop.id, number_of(hall, "Klepet ob kavi"), [own], hall.tick()
    )
    hall.store.write(answering.withdraw_note, author.slip, own, hall.tick())
    assert "Moja misel" not in logbook_csv(found(hall), "en").decode()

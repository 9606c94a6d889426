"""The published log on a phone: plain, without a script, and nowhere before it is published."""

from datetime import UTC, datetime

from tests.toolkit.phone.conftest import Hall
from tests.toolkit.phone.test_walk import seated
from toolkit.acts import harvesting, hosting, mentoring
from toolkit.store.notes import published
from toolkit.store.workshops import situation

SECRET = "Call my neighbour Janez Primer, 040 123 456"


def publish(hall: Hall, shared: bool = True) -> None:
    hall.store.write(mentoring.share_log, hall.workshop.id, shared, datetime.now(UTC))


def test_the_log_is_not_there_before_it_is_published_and_not_after_it_is_taken_back(hall: Hall) -> None:
    phone = hall.phone()
    assert "is not published" in phone.look("/log", 404)
    assert "/log" not in phone.look("/results")
    publish(hall)
    phone.look("/log")
    assert f'href="{hall.address}/log"' in phone.look("/results")
    publish(hall, False)
    phone.look("/log", 404)


def test_the_log_tells_what_was_done_and_why_and_keeps_held_words(hall: Hall) -> None:
    first, second = seated(hall)[:2]
    first.write("A room for the choir <b>")
    second.write("A room for choir practice")
    first.write(SECRET)
    one, other = (note.id for note in hall.store.read(published, hall.store.read(situation, hall.workshop.code)))
    hall.store.write(harvesting.merge, hall.workshop.id, one, [other], datetime.now(UTC))
    publish(hall)
    page = hall.phone().look("/log")
    assert "A room for the choir &lt;b&gt;" in page and "A room for choir practice" in page
    assert "Why: Personal data" in page and "Janez" not in page and "040" not in page
    assert "<script>" not in page
    assert "Dnevnik" in hall.phone("sl").look("/log")


def test_the_log_waits_while_everybody_writes_without_looking(hall: Hall) -> None:
    hall.store.write(hosting.set_setting, hall.workshop.id, "hide_until_written", True, datetime.now(UTC))
    publish(hall)
    hall.phone().look("/log", 404)


def test_a_log_that_nothing_is_in_says_so(hall: Hall) -> None:
    publish(hall)
    assert "Nothing was merged" in hall.phone().look("/log")

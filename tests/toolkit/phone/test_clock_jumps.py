"""The server's clock jumps a day while people write on their phones: nothing is refused, the order stays."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

import pytest

from tests.toolkit.phone.conftest import Hall
from toolkit.acts.clock_setting import Watch
from toolkit.phone.app import phone_app
from toolkit.settings import Settings
from toolkit.store.notes import published
from toolkit.store.workshops import situation


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
def test_notes_votes_and_newcomers_are_taken_as_before(hall: Hall, tmp_path: Path, jump: timedelta) -> None:
    ahead = timedelta()
    place = Settings(data=tmp_path, url=hall.store.url)
    hall.app = phone_app(hall.store, place, now=lambda: datetime.now(UTC) + ahead)
    phones = [hall.phone().check_in() for _ in range(6)]
    hall.until("round")
    for number, phone in enumerate(phones):
        ahead = jump if number >= 3 else ahead
        assert "Your notes at this station: 1" in phone.write(f"Thought {number}")
    assert "raffle ticket" in hall.phone().check_in().page
    notes = hall.store.read(published, hall.store.read(situation, hall.workshop.code))
    assert [note.text for note in notes] == [f"Thought {number}" for number in range(6)]


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
def test_late_forms_are_taken_once_the_jump_is_noticed(hall: Hall, tmp_path: Path, jump: timedelta) -> None:
    """The door has closed with the vote; what comes within a day of that still comes."""
    ahead = timedelta()
    hall.app = phone_app(hall.store, Settings(data=tmp_path, url=hall.store.url), now=lambda: datetime.now(UTC) + ahead)
    phones = [hall.phone().check_in() for _ in range(6)]
    hall.until("closing")
    watch = Watch(hall.store, lambda: datetime.now(UTC) + ahead, monotonic)
    ahead = jump
    assert watch.look() is not None
    for phone in phones:
        phone.look()
        phone.send("/closing", overall="4", voice="5")

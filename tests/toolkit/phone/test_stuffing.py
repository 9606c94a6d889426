"""The short form of `bench stuffing`: one machine against an evening, at the real door, with a clock handed in."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import flagging, hosting
from toolkit.harvest.clusters import of, votable
from toolkit.harvest.votes import tally
from toolkit.store import flags
from toolkit.store.evening import evening
from toolkit.store.notes import published
from toolkit.store.workshops import situation

NEEDS = ("Knjižnica", "Dvigalo", "Kavarna", "Otroški kotiček", "Parkirišče")
SAID = {"lives_in": "this_ks", "stakeholder_type": "prebivalec"}
HONEST, STUFFED = 5, 24


class Clock:
    """Seconds as the door sees them."""

    def __init__(self, hall: Hall) -> None:
        self.seconds = 1000.0
        hall.app.state.reception.watch.clock = lambda: self.seconds

    def comes(self, phone: Phone, reading: float, status: int = 200, **more: str) -> Phone:
        phone.look()
        self.seconds += reading
        phone.send("/checkin", status, **SAID, **more)
        return phone


def first(hall: Hall) -> list[str]:
    """What the result begins with."""
    now = hall.store.read(evening, hall.workshop.id)
    clusters = votable(of(now.notes))
    names = {one.id: one.name for one in clusters}
    return [names[key] for key in tally(now.votes, clusters, now.marks).ranks[0]]


def to_the_vote(hall: Hall) -> dict[str, int]:
    hall.until("round")
    hall.store.write(hosting.host_notes, hall.workshop.id, "S2_potrebe", NEEDS, "host", datetime.now(UTC))
    hall.until("vote")
    where = hall.store.read(situation, hall.workshop.code)
    return {one.name: one.id for one in votable(of(hall.store.read(published, where)))}


def votes(phone: Phone, mark: int) -> None:
    phone.look()
    phone.send("/vote", marks=str(mark))


@pytest.mark.parametrize(("reading", "stage"), [(0.2, "checkin"), (4.0, "round")])
def test_none_of_a_machines_votes_is_left_once_the_flagged_slips_are_left_out(
    hall: Hall, reading: float, stage: str
) -> None:
    clock = Clock(hall)
    honest = [clock.comes(hall.phone(), 30.0) for _ in range(HONEST)]
    hall.until(stage)
    machine = [clock.comes(hall.phone(), reading) for _ in range(STUFFED)]
    offered = to_the_vote(hall)
    clock.seconds += 60
    for phone in honest:
        votes(phone, offered["Knjižnica"])
    for phone in machine:
        votes(phone, offered["Parkirišče"])
    hall.next()
    assert first(hall) == ["Parkirišče"]
    found = [one.slip for one in hall.store.read(flags.flagged, hall.workshop.id)]
    assert len(found) == STUFFED
    hall.store.write(flagging.leave_out, hall.workshop.id, found, datetime.now(UTC))
    assert first(hall) == ["Knjižnica"]
    assert len(hall.store.read(evening, hall.workshop.id).votes) == HONEST


def test_with_tickets_none_of_a_machines_check_ins_comes_in(make_hall: Callable[..., Hall]) -> None:
    hall = make_hall(tickets=True)
    hall.next()
    clock = Clock(hall)
    for number in range(STUFFED):
        clock.comes(hall.phone(), 4.0, 404, ticket=f"AAAAA{number:05d}")
    assert hall.store.read(situation, hall.workshop.code).people == 0

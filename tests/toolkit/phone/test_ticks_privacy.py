"""Ticks are told from five on and only when the evening moves on: whoever watches one person sees nothing change."""

import re
from datetime import UTC, datetime
from typing import Any

from sqlmodel import select

from tests.toolkit.phone.conftest import Hall
from toolkit.acts import answering
from toolkit.phone.live.events import state_payload
from toolkit.phone.live.picture import look
from toolkit.phone.reception import Reception
from toolkit.store.slips import erase, slip_row
from toolkit.store.tables import SlipRow
from toolkit.store.workshops import situation

NOW = datetime(2026, 11, 26, 18, tzinfo=UTC)


def ticking(hall: Hall) -> tuple[int, list[str]]:
    """A note of the first round, and the slips of the group that comes to it in the second."""
    for _number in range(30):
        hall.phone().check_in()
    hall.until("round")
    where = hall.store.read(situation, hall.workshop.code)
    assert where.carousel
    slips = hall.store.read(lambda tx: [(row.id, row.group) for row in tx.exec(select(SlipRow))])
    first, station = next((slip, where.carousel.station(group or 0, 0)) for slip, group in slips)
    asked = where.carousel.stations[station - 1][0]
    given = {"question": [asked], "text": ["Soba za druženje"]}
    note = hall.store.write(answering.leave_note, first, given, "first note", NOW).note
    hall.next(2)
    return note, [slip for slip, group in slips if where.carousel.station(group or 0, 1) == station]


def tick(hall: Hall, slip: str, note: int, on: bool = True) -> None:
    hall.store.write(answering.set_tick, slip, note, on, NOW)


def doors(hall: Hall, note: int) -> list[Any]:
    """What the screen, a neighbour's phone, the gallery and the results say of a note's ticks."""
    desk: Reception = hall.app.state.reception
    desk.figures.seconds = desk.shared.seconds = -1.0
    shown: Any = state_payload(hall.store.read(look, hall.workshop.code, True, None), "en", NOW)
    said = next(one for one in shown["notes"] if one["id"] == note)["ticks"]
    return [said, re.findall(r"at least[^<]*agree", hall.phone().look("/results"))]


def test_no_tick_is_seen_before_the_evening_moves_on_and_five_have_ticked(hall: Hall) -> None:
    note, group = ticking(hall)
    assert len(group) >= 5
    before = doors(hall, note)
    for slip in group[:4]:
        tick(hall, slip, note)
        assert doors(hall, note) == before
    hall.next()
    assert doors(hall, note) == before == ["", []], "four stay unseen"
    tick(hall, group[4], note)
    assert doors(hall, note) == before, "whoever watches the fifth hand sees nothing change"
    hall.next()
    assert doors(hall, note)[0].startswith("✓ 5+ of"), "and five are told when the evening moves on"
    tick(hall, group[0], note, on=False)
    hall.store.write(lambda tx: erase(tx, slip_row(tx, group[1])))
    out = doors(hall, note)
    hall.next()
    assert doors(hall, note)[0].startswith("✓ 5+ of") and out[0].startswith("✓ 5+ of"), "nor is who took it back"

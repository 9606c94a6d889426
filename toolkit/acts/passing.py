"""Ways in by link, without an account: table hosts to their station, a projector to its screen."""

from collections.abc import Iterable
from random import Random

from toolkit.store import Transaction, passes

HOST, SCREEN = "host", "screen"


def host_passes(
    tx: Transaction, workshop_id: int, stations: Iterable[int | None], rng: Random
) -> dict[int | None, str]:
    """The ways in of table hosts by station (None: all stations); those that are missing are made."""
    known = {one.station: one.id for one in passes.standing(tx, workshop_id, HOST)}
    return {one: known.get(one) or _made(tx, workshop_id, HOST, one, rng) for one in stations}


def screen_pass(tx: Transaction, workshop_id: int, rng: Random) -> str:
    """The way in of a projector's laptop, made when there is none."""
    known = passes.standing(tx, workshop_id, SCREEN)
    return known[0].id if known else _made(tx, workshop_id, SCREEN, None, rng)


def end_links(tx: Transaction, workshop_id: int, kind: str) -> None:
    """Every link of this kind ("host" or "screen") works no longer; new ones are others."""
    passes.end_passes(tx, workshop_id, kind)


def station_of(tx: Transaction, id: str) -> tuple[int, int | None] | None:
    """(workshop id, station or None) of a table host's way in; None when it has ended."""
    row = passes.open_pass(tx, id, HOST)
    return (row.workshop_id, row.station) if row else None


def screen_of(tx: Transaction, id: str) -> int | None:
    """The workshop whose screen this way in shows; None when it has ended."""
    row = passes.open_pass(tx, id, SCREEN)
    return row.workshop_id if row else None


def _made(tx: Transaction, workshop_id: int, kind: str, station: int | None, rng: Random) -> str:
    id = f"{rng.getrandbits(128):032x}"
    passes.add_pass(tx, id, workshop_id, kind, station)
    return id

"""A condensed workshop as plain JSON values and back, so that the store can keep it."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from toolkit.compare.condensed import Bands, Condensed, Due, Heard, Span
from toolkit.compare.parts import Head

FORMAT = 3
"""Part of what was kept before: a program that counts otherwise has another number here."""


def pack(of: Condensed) -> dict[str, Any]:
    """Plain JSON values; the date in ISO 8601."""
    return asdict(of) | {"head": asdict(of.head) | {"date": of.head.date.isoformat()}}


def unpack(kept: Mapping[str, Any]) -> Condensed:
    """What `pack` kept."""
    given = dict(kept)
    head = dict(given.pop("head"))
    typed: dict[str, Any] = {
        "head": Head(**head | {"date": date.fromisoformat(head["date"])}),
        "steps": tuple(given.pop("steps")),
        "pairs": _pairs(given.pop("pairs")),
        "support": _pairs(given.pop("support")),
        "heard": {kind: Heard(**each | {"names": tuple(each["names"])}) for kind, each in given.pop("heard").items()},
        "bands": {by: _bands(each) for by, each in given.pop("bands").items()},
        "hours": _pair(given.pop("hours")),
        "due": tuple(Due(**each) for each in given.pop("due")),
        "timeline": tuple(Span(**each) for each in given.pop("timeline")),
    }
    typed |= {name: tuple(one) if isinstance(one, list) else one for name, one in given.items()}
    return Condensed(**typed)


def _pairs(kept: Mapping[str, Any]) -> dict[str, tuple[int, int]]:
    return {name: (pair[0], pair[1]) for name, pair in kept.items()}


def _pair(kept: Any) -> tuple[float, float] | None:
    return (kept[0], kept[1]) if kept else None


def _bands(kept: Mapping[str, Any]) -> Bands:
    names = tuple(map(tuple, kept["names"]))
    return Bands(names, tuple(kept["present"]), tuple(kept["population"]), kept["chance"])

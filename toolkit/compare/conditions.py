"""Under which conditions each evening took place: shown beside its results, so that nobody compares the unlike."""

from collections.abc import Mapping
from dataclasses import dataclass

from toolkit.compare import gate
from toolkit.compare.condensed import Condensed
from toolkit.compare.gate import Count, Number
from toolkit.compare.sentence import Sentence, Term

SOURCES: Mapping[str, Sentence] = {
    "own_device": Sentence("Own phone"),
    "host_device": Sentence("Table host's device"),
    "paper": Sentence("Paper"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """`minutes` are those of each round; `sources` notes by the way they came in, as in SOURCES."""

    people: Count
    hosts: Number
    host_mode: Term
    rounds: Number
    minutes: tuple[Number, ...]
    notes: Number
    sources: Mapping[str, Number]
    from_open_house: Number


def conditions(of: Condensed) -> Conditions:
    """Those of one evening."""
    return Conditions(
        people=gate.count(of.people),
        hosts=gate.number(of.hosts),
        host_mode=Term("host_modes", of.host_mode),
        rounds=gate.number(of.rounds),
        minutes=tuple(gate.number(round(minutes, 1)) for minutes in of.minutes),
        notes=gate.number(sum(of.notes.values())),
        sources={name: gate.number(of.sources.get(name, 0)) for name in SOURCES},
        from_open_house=gate.number(of.with_open_house),
    )

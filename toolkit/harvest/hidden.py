"""A need hidden in an offer, or an offer in a need ("rabim pa prostor"): proposed as a second note."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, read_block
from toolkit.harvest.clauses import Clause, clauses
from toolkit.harvest.folding import fold
from toolkit.harvest.kinds import kinds

SURE = 0.8
"""How surely a clause must sound like the other kind when none of the words below says so."""

FILE = DATA / "asking.yaml"
OPPOSITE: Mapping[str, str] = {
    "offer": "need", "interest": "need", "existing": "need", "need": "offer", "image": "offer", "constraint": "offer",
}  # fmt: skip
"""What may hide in a note of each kind."""


@dataclass(frozen=True, slots=True)
class Hidden:
    """What a note holds besides its kind: `kind` is need or offer, `text` its own words, `rest` those before it."""

    kind: str
    text: str
    rest: str


def hidden(text: str, kind: str) -> Hidden | None:
    """The clause that says the opposite of the note's kind; None where none does or where the note says only that."""
    found = clauses(text)
    if kind not in OPPOSITE or len(found) < 2:
        return None
    other = OPPOSITE[kind]
    says, but_not = sayings()[other], sayings()[f"not_{other}"]
    open_ones = [place for place, clause in enumerate(found) if not but_not.search(fold(clause.text))]
    said = next((place for place in open_ones if says.search(fold(found[place].text))), None)
    if said is None:
        said = _sounds(found, open_ones, other)
    if said is None or not (rest := _but(found, said)):
        return None
    return Hidden(other, found[said].text, rest)


def _sounds(found: tuple[Clause, ...], places: list[int], kind: str) -> int | None:
    """The first clause that surely sounds like the kind, when not all of them do."""
    if any(clause.leaning and not clause.strong for clause in found) or found[0].leaning:
        return None  # a condition or a reason: its halves are no wishes of their own
    shares = kinds().shares([clause.text for clause in found], kind)
    sure = [place for place in places if shares[place] >= SURE]
    return sure[0] if sure and len(sure) < len(found) else None


def _but(found: tuple[Clause, ...], place: int) -> str:
    """The words beside the clause; empty where they say nothing by themselves."""
    rest = [clause.text for at, clause in enumerate(found) if at != place and len(clause.text) > 2]
    return ", ".join(rest)


@cache
def sayings() -> Mapping[str, re.Pattern[str]]:
    """How a need and an offer are said, and what only looks so, from data/asking.yaml; for folded text."""
    block = read_block(FILE)
    return {name: re.compile(rf"\b(?:{'|'.join(block.need(name, list))})\b") for name in block}

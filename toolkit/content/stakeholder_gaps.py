"""Whom a community should not forget to invite, from data/stakeholder_gaps.yaml."""

from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, read_block, unique
from toolkit.content.text import Text
from toolkit.content.vocabulary import vocabulary

FILE = DATA / "stakeholder_gaps.yaml"


@dataclass(frozen=True, slots=True)
class Expected:
    """A type of stakeholder, or a group somebody should stand for, and what is said while nobody is invited."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class ExpectedStakeholders:
    """Types and target groups that should be invited."""

    types: tuple[Expected, ...]
    groups: tuple[Expected, ...]


@cache
def expected_stakeholders() -> ExpectedStakeholders:
    """The shipped list, read once. ContentError names the line of an id that no vocabulary knows."""
    block = read_block(FILE)
    return ExpectedStakeholders(_read(block, "types", "stakeholder_types"), _read(block, "groups", "target_groups"))


def _read(block: Block, key: str, part: str) -> tuple[Expected, ...]:
    known = [term.id for term in vocabulary().part(part)]
    found = []
    for each in block.blocks(key):
        id = each.need("id", str)
        if id not in known:
            raise each.fault("“{word}” is not known here; use one of: {known}.", "id", word=id, known=", ".join(known))
        found.append(Expected(id, each.text(block.words("languages"))))
    return unique(found, lambda one: one.id, block, key)

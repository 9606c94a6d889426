"""What notes are about, by subject (serves.yaml), and what tells notes apart that sound alike (apart.yaml)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, read_block

SUBJECTS = DATA / "thesaurus" / "serves.yaml"
APART = DATA / "thesaurus" / "apart.yaml"
HINT, STAR, TOGETHER = "~", "*", "+"


@dataclass(frozen=True, slots=True)
class Cue:
    """Whole words or (with a star) beginnings that stand together in a note of `owner`; a hint alone proves little."""

    owner: str
    parts: tuple[str, ...]
    hint: bool = False


@cache
def cues(side: str) -> tuple[Cue, ...]:
    """Cues of the subjects for "asks" or "serves". ContentError names the line of a mistake."""
    return tuple(_subjects(side))


@cache
def things() -> Mapping[str, tuple[tuple[Cue, ...], ...]]:
    """Lists of things that exclude each other, each thing with its cues. ContentError names the line of a mistake."""
    block = read_block(APART)
    return {
        name: tuple(tuple(_cues(f"{name}:{place}", line)) for place, line in enumerate(block.words(name)))
        for name in block
    }


def _subjects(side: str) -> Iterator[Cue]:
    block = read_block(SUBJECTS)
    for name in block:
        yield from _cues(name, block.need(name, Block).maybe(side, str, ""))


def _cues(owner: str, line: str) -> Iterator[Cue]:
    for entry in line.split():
        yield Cue(owner, tuple(entry.removeprefix(HINT).split(TOGETHER)), entry.startswith(HINT))

"""The word lists of data/moderation_words.yaml, read once and folded."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toolkit.content.reading import DATA, Block, read_block
from toolkit.harvest.folding import fold

FILE = DATA / "moderation_words.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordlists:
    """What makes a text about a person, or not; see the comments in the file."""

    common_words: Mapping[str, frozenset[str]]
    first_names: Mapping[str, frozenset[str]]
    relations: frozenset[str]
    places: frozenset[str]
    before_places: frozenset[str]
    rude_strong: tuple[str, ...]
    rude_weak: tuple[str, ...]
    health_hints: tuple[str, ...]
    harmless: tuple[str, ...]
    animals: tuple[str, ...]


@cache
def wordlists() -> Wordlists:
    """The shipped lists. ContentError names the line of a mistake."""
    block = read_block(FILE)
    return Wordlists(
        common_words=_by_language(block.need("common_words", Block)),
        first_names=_by_language(block.need("first_names", Block)),
        relations=frozenset(_words(block, "relations")),
        places=frozenset(_words(block, "places")),
        before_places=frozenset(_words(block, "before_places")),
        rude_strong=_words(block, "rude_strong"),
        rude_weak=_words(block, "rude_weak"),
        health_hints=_words(block, "health_hints"),
        harmless=_words(block, "harmless"),
        animals=_words(block, "animals"),
    )


def _words(block: Block, key: str) -> tuple[str, ...]:
    return tuple(fold(block.need(key, str)).split())


def _by_language(block: Block) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(_words(block, language)) for language in block}

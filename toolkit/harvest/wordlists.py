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
    relations: frozenset[str]
    family: frozenset[str]
    titles: frozenset[str]
    jobs: frozenset[str]
    namesakes: tuple[str, ...]
    namesakes_whole: frozenset[str]
    works: tuple[str, ...]
    inns: tuple[str, ...]
    culture: tuple[str, ...]
    feasts: frozenset[str]
    deeds: frozenset[str]
    glad: frozenset[str]
    abode: frozenset[str]
    asking: frozenset[str]
    would: tuple[str, ...]
    saints: frozenset[str]
    places: frozenset[str]
    places_whole: frozenset[str]
    before_places: frozenset[str]
    rude_strong: tuple[str, ...]
    rude_weak: tuple[str, ...]
    rude_beasts: tuple[str, ...]
    rude_peoples: tuple[str, ...]
    rude_frames: Mapping[str, tuple[str, ...]]
    health_hints: tuple[str, ...]
    hardship: tuple[str, ...]
    people: frozenset[str]
    healthy: tuple[str, ...]
    healthy_words: frozenset[str]
    harmless: tuple[str, ...]
    animals: tuple[str, ...]
    farmed: tuple[str, ...]
    farm: tuple[str, ...]


@cache
def wordlists() -> Wordlists:
    """The shipped lists. ContentError names the line of a mistake."""
    block = read_block(FILE)
    return Wordlists(
        common_words=_by_language(block.need("common_words", Block)),
        relations=frozenset(_words(block, "relations")),
        family=frozenset(_words(block, "family")),
        titles=frozenset(_words(block, "titles")),
        jobs=frozenset(_words(block, "jobs")),
        namesakes=tuple(word for word in _words(block, "namesakes") if word[0] != "="),
        namesakes_whole=frozenset(word[1:] for word in _words(block, "namesakes") if word[0] == "="),
        works=_words(block, "works"),
        inns=_words(block, "inns"),
        culture=_words(block, "culture"),
        feasts=frozenset(_words(block, "feasts")),
        deeds=frozenset(_words(block, "deeds")),
        would=_words(block, "would"),
        glad=frozenset(_words(block, "glad")),
        abode=frozenset(_words(block, "abode")),
        asking=frozenset(_words(block, "asking")),
        saints=frozenset(_words(block, "saints")),
        places=frozenset(_words(block, "places")),
        places_whole=frozenset(_words(block, "places_whole")),
        before_places=frozenset(_words(block, "before_places")),
        rude_strong=(*_words(block, "rude_strong"), *map(fold, block.words("rude_strong_phrases"))),
        rude_weak=_words(block, "rude_weak"),
        rude_beasts=_words(block, "rude_beasts"),
        rude_peoples=_words(block, "rude_peoples"),
        rude_frames=_frames(block.need("rude_frames", Block)),
        health_hints=_words(block, "health_hints"),
        hardship=(*_words(block, "hardship"), *map(fold, block.words("hardship_phrases"))),
        people=frozenset(_words(block, "people")),
        healthy=_words(block, "healthy"),
        healthy_words=frozenset(_words(block, "healthy_words")),
        harmless=_words(block, "harmless"),
        animals=_words(block, "animals"),
        farmed=_words(block, "farmed"),
        farm=_words(block, "farm"),
    )


def _words(block: Block, key: str) -> tuple[str, ...]:
    return tuple(fold(block.need(key, str)).split())


def _by_language(block: Block) -> Mapping[str, frozenset[str]]:
    return {language: frozenset(_words(block, language)) for language in block}


def _frames(block: Block) -> Mapping[str, tuple[str, ...]]:
    return {name: block.words(name) for name in block}

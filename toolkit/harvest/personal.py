"""Persons in a text: first names beside another capital, relations with a name, two capitals that are no place."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from toolkit.harvest.folding import Token
from toolkit.harvest.wordlists import wordlists

Span = tuple[int, int]

_CAPITAL = re.compile(r"\b[A-ZČŠŽĆĐ][a-zčšžćđ]{2,}\b")
_START = re.compile(r"(?:^|[.!?:;\n\"»(–-])\s*$")
_ENDINGS = ("", "a", "e", "i", "o", "u", "om", "em", "ov", "ev", "in", "ova", "ina", "ta", "tu")


def persons(text: str, folded: str, tokens: Sequence[Token], language: str) -> list[Span]:
    """Where persons are named. `language` "" (not recognised) is judged more mildly, English by first names only."""
    capitals = [found.span() for found in _CAPITAL.finditer(text)]
    return list(_persons(text, folded, _previous(tokens, capitals), capitals, language)) if capitals else []


def _persons(
    text: str, folded: str, previous: Sequence[str], capitals: Sequence[Span], language: str
) -> Iterator[Span]:
    taken = 0
    for place, (start, _) in enumerate(capitals):
        run = _run(text, capitals, place)
        names = [folded[slice(*span)] for span in run]
        if start < taken or any(map(is_place, names)):
            continue
        known = previous[place] in wordlists().relations
        if known or (len(run) > 1 and _two_capitals(text, start, names, previous[place], language)):
            taken = run[min(1, len(run) - 1)][1]
            yield start, taken


def _run(text: str, capitals: Sequence[Span], place: int) -> list[Span]:
    """The capital here and those right behind it, three at most."""
    run = [capitals[place]]
    for span in capitals[place + 1 : place + 3]:
        if text[run[-1][1] : span[0]].strip(" "):
            break
        run.append(span)
    return run


def _previous(tokens: Sequence[Token], capitals: Sequence[Span]) -> list[str]:
    """The word before each capital."""
    before = dict(zip((start for start, _ in tokens[1:]), (word for _, word in tokens), strict=False))
    return [before.get(start, "") for start, _ in capitals]


def _two_capitals(text: str, start: int, names: Sequence[str], previous: str, language: str) -> bool:
    if is_place(previous):  # Osnovna šola Franceta Prešerna, ulica Janeza Puharja
        return False
    if is_first_name(names[0], language):
        return language == "sl" or not _is_heading(text)
    doubtful = language != "sl" or _START.search(text, 0, start) or _is_heading(text)
    return not doubtful and previous not in wordlists().before_places


def _is_heading(text: str) -> bool:
    """Whether most words start with a capital: a heading or shouting, where capitals say nothing."""
    letters = [word[0] for word in text.split() if word[0].isalpha()]
    return len(letters) > 3 and sum(letter.isupper() for letter in letters) * 10 > len(letters) * 7


@cache
def _roots() -> frozenset[str]:
    """Slovenian names without their last vowel, so that Tončke and Tončki are Tončka."""
    names = wordlists().first_names["sl"]
    return frozenset(name[:-1] if name[-1] in "aeio" and len(name) > 3 else name for name in names)


def is_first_name(word: str, language: str) -> bool:
    """Whether a folded word is a first name: Slovenian in any case, English as it is, both in "" (not recognised)."""
    if language != "sl" and word in wordlists().first_names["en"]:
        return True
    return language != "en" and any(
        word.endswith(ending) and word[: len(word) - len(ending)] in _roots() for ending in _ENDINGS
    )


def is_place(word: str) -> bool:
    """Whether a folded word belongs to places and organisations; short words must stand whole."""
    places = wordlists().places
    return word in places or any(word[:length] in places for length in range(4, len(word)))

"""The lists of data/names, each name in all its cases, so that a look-up says what a folded word may be."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from toolkit.content.reading import DATA
from toolkit.harvest.folding import fold

FOLDER = DATA / "names"
FIRST, SURNAME, ENGLISH, WORD, PLACE, FIRST_OWN, SURNAME_OWN = (1 << bit for bit in range(7))
ANY = "*"  # beside a name that is known with any first name or none
_VOWELS = "aeiou"
_FLEETING = ("el", "er", "ec", "ek", "en")
_OWNED = re.compile(r"(\w{3,}?)t?(ov|ev|in)(?:a|e|i|o|ega|emu|em|im|ih|imi)?")
_ADJECTIVE = ("", "a", "e", "i", "o", "ega", "emu", "em", "im", "ih", "imi")
_BASE = ("", "a", "o", "e", "i", "ija")


@cache
def names() -> Mapping[str, int]:
    """What each folded word form may be: FIRST, SURNAME, ENGLISH, PLACE; WORD where it is an ordinary word as well."""
    found: dict[str, int] = {}
    _add(found, ENGLISH, _listed("first_english"))
    for name in _listed("first_male"):
        _add(found, FIRST, man(name))
    for name in _listed("first_female"):
        _add(found, FIRST, woman(name))
    for name in _listed("surnames"):
        _add(found, SURNAME, (*man(name), *_wives(name)))
    _add(found, WORD, _listed("words"))
    for name in _listed("places"):
        _add(found, PLACE, {*man(name), *woman(name)})
    return found


@lru_cache(maxsize=20_000)
def owned(word: str) -> int:
    """FIRST_OWN or SURNAME_OWN where a folded word says whose something is: Novakovi, Jožetova, Anin."""
    found = _OWNED.fullmatch(word)
    if not found:
        return 0
    stem = found[1].removesuffix("j") if found[1].endswith("rj") else found[1]
    what = 0
    for base in _BASE:
        what |= names().get(stem + base, 0)
    if what & PLACE and not what & FIRST:
        return 0
    if found[2] == "in":
        return FIRST_OWN if what & FIRST else 0
    return (FIRST_OWN if what & FIRST else 0) | (SURNAME_OWN if what & SURNAME else 0)


@cache
def known() -> Mapping[str, frozenset[str]]:
    """Forms of names that are nobody's data, with the forms of first names that go with them or ANY."""
    found: dict[str, set[str]] = {}
    famous = (name.strip() for line in _lines("famous") for name in line.split(";"))
    for line in (*_lines("known"), *famous):
        *first, last = fold(line).replace(".", "").split()
        cases = {case for name in first for case in (*man(name), *woman(name))} or {ANY}
        for form in (*man(last), *woman(last), *_possessive(last)):
            found.setdefault(form, set()).update(cases)
    return {form: frozenset(first) for form, first in found.items()}


def man(name: str) -> Iterator[str]:
    """A folded man's name or surname in all cases: Marko, Marka … Jože, Jožeta … Igor, Igorja … Pavel, Pavla."""
    yield name
    for stem in _stems(name):
        yield from (stem + ending for ending in ("a", "u", "om", "em"))
    if name[-1] == "a":
        yield from (name[:-1] + ending for ending in ("e", "i", "o"))


def woman(name: str) -> Iterator[str]:
    """A folded woman's name in all cases; one that does not end in -a stays as it is."""
    return (name[:-1] + ending for ending in ("a", "e", "i", "o")) if name[-1] == "a" else iter((name,))


def _stems(name: str) -> Iterator[str]:
    last, bare = name[-1], name[:-1]
    if last not in _VOWELS:
        yield name
        if name.endswith(_FLEETING) and len(name) > 4:
            yield name[:-2] + last
        if last == "r":
            yield name + "j"
    elif last == "i":
        yield name + "j"
    else:
        yield bare
        if last in "ea":
            yield name + "t"


def _wives(name: str) -> Iterator[str]:
    """Novakca and Rozmanka, as a woman is called at home; Novakova as she signs."""
    if name[-1] not in _VOWELS and len(name) > 4:
        yield from (name + ending + case for ending in ("k", "c") for case in "aeio")


def _possessive(name: str) -> Iterator[str]:
    for stem in (*_stems(name), name.removesuffix("a")):
        for ending in ("ov", "ev", "in"):
            yield from (stem + ending + case for case in _ADJECTIVE)


def _add(found: dict[str, int], what: int, forms: Iterable[str]) -> None:
    for form in forms:
        found[form] = found.get(form, 0) | what


def _listed(name: str) -> list[str]:
    return [word for line in _lines(name) for word in fold(line).split()]


def _lines(name: str) -> Iterator[str]:
    lines = (FOLDER / f"{name}.txt").read_text("utf-8").splitlines()
    return (line for line in lines if line and not line.startswith("#"))

"""Families by their surname, known or not: Kovačevi imajo, pri Sršenovih, v Rožičevi hiši, the Hendersons."""

import re

from toolkit.harvest.names import owned
from toolkit.harvest.people import KIN, WHOSE, not_families, people, plurals, theirs
from toolkit.harvest.reader import Reader

_PLURAL = re.compile(r"\w{3,}(?:ov|ev|in)(?:i|ih|im|imi)")
_OWNED = re.compile(r"\w{3,}(?:ov|ev|in)(?:a|e|i|o|ega|em|ih|emu)?")
_THEY_DO = re.compile(r"(?:so|bi|bodo|niso|nimajo|\w{2,}jo)")
_THE_ARE = frozenset(
    ("have", "has", "are", "were", "at", "from", "who", "live", "lives", "need", "keep", "next", "own", "never",
     "always", "would", "can", "could", "do", "did", "had", "will", "with")
)  # fmt: skip
_ASK = frozenset(
    ("ask", "from", "tell", "with", "at", "near", "by", "call", "for", "to", "visit", "opposite", "behind", "and")
)


def is_family(reader: Reader, place: int) -> bool:
    """Whether the word with a capital at this place names a family."""
    word = reader.word(place)
    if reader.language == "en" or reader.word(place - 1) == "the":
        return _are_english(reader, place, word)
    if not _OWNED.fullmatch(word) or word.startswith(("najin", "sosed")):
        return False
    after = reader.word(place + 1)
    unsure = reader.opens(place) and not owned(word)
    if not unsure and (after.startswith(theirs()) or people().get(after, 0) & KIN):
        return True
    if not _PLURAL.fullmatch(word) or not reader.opens(place) or not _THEY_DO.fullmatch(after):
        return False
    return word.endswith(("ovi", "evi")) and (word not in plurals() or bool(people().get(word, 0) & WHOSE))


def _are_english(reader: Reader, place: int, word: str) -> bool:
    """The Hendersons have, ask the Millers."""
    if reader.word(place - 1) != "the" or not word.endswith("s") or len(word) < 5 or reader.capital(place + 1):
        return False
    if word in not_families() or word.endswith(("ans", "ists", "ics", "ss", "ellers", "kers")):
        return False
    return reader.word(place + 1) in _THE_ARE or reader.word(place - 2) in _ASK

"""The packed word lists of data/thesaurus: lemmas, endings and synonyms of Slovenian, without carons."""

import gzip
from collections.abc import Mapping
from functools import cache

from toolkit.content.reading import DATA, ContentError

FOLDER = DATA / "thesaurus"
Change = tuple[int, str]


@cache
def known_lemmas() -> frozenset[str]:
    """Some 72,000 Slovenian lemmas. ContentError when the file is missing or broken."""
    return frozenset(lines("sl_lemmas.txt.gz"))


@cache
def endings() -> Mapping[str, tuple[Change, ...]]:
    """Ending → how words with it become lemmas, likeliest first: letters to cut, letters to add."""
    rows = (line.split() for line in lines("sl_endings.txt.gz"))
    return {ending: tuple((int(each[0]), each[1:]) for each in changes) for ending, *changes in rows}


def lines(name: str) -> list[str]:
    """The lines of a packed list. ContentError when the file is missing or broken."""
    try:
        return gzip.decompress((FOLDER / name).read_bytes()).decode("utf-8").splitlines()
    except (OSError, EOFError, UnicodeDecodeError) as error:
        sentence = "The file cannot be read; put it there or choose another."
        raise ContentError(sentence, f"data/thesaurus/{name}") from error

"""Words that mean the same: a Slovenian thesaurus, and the concept groups of this field. All lemmas are folded."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cache

from toolkit.content.reading import Block, parse_block, read_block
from toolkit.content.wordstore import FOLDER, lines

FIELD = FOLDER / "field.yaml"
SYNONYMS = "sl_synonyms.txt.gz"
NONE: frozenset[str] = frozenset()


def synonyms(lemma: str) -> frozenset[str]:
    """Slovenian lemmas that may stand for this one, itself not among them; empty where the thesaurus has none."""
    return _thesaurus().get(lemma, NONE)


def concepts(lemma: str) -> frozenset[str]:
    """Names of the field's concepts that a lemma (Slovenian, English or dialect) belongs to; mostly none or one."""
    return _by_lemma().get(lemma, NONE)


def field_lemmas() -> Collection[str]:
    """Every lemma of the concept groups."""
    return _by_lemma().keys()


@cache
def groups() -> Mapping[str, frozenset[str]]:
    """Concept name → its lemmas. ContentError names the line of a mistake."""
    return _groups(read_block(FIELD))


def check_groups(text: str, file: str = "data/thesaurus/field.yaml") -> Mapping[str, frozenset[str]]:
    """The concept groups of a text that somebody edits; ContentError names the line."""
    return _groups(parse_block(text, file))


def _groups(block: Block) -> Mapping[str, frozenset[str]]:
    found = {name: block.words(name) for name in block}
    for name, members in found.items():
        for word in members:
            if not word.isascii() or word != word.lower() or " " in word:
                raise block.fault("Write “{word}” as one word in small letters without carons.", name, word=word)
    return {name: frozenset(members) for name, members in found.items()}


@cache
def _by_lemma() -> Mapping[str, frozenset[str]]:
    return _turned((name, members) for name, members in groups().items())


@cache
def _thesaurus() -> Mapping[str, frozenset[str]]:
    together = [line.split() for line in lines(SYNONYMS)]
    found = _turned((other, [word for word in group if word != other]) for group in together for other in group)
    return found


def _turned(pairs: Iterable[tuple[str, Iterable[str]]]) -> Mapping[str, frozenset[str]]:
    """Value → names, from name → values."""
    found: dict[str, set[str]] = defaultdict(set)
    for name, values in pairs:
        for value in values:
            found[value].add(name)
    return {value: frozenset(names) for value, names in found.items()}

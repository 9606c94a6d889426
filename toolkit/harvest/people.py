"""Who a text may speak of without a name: the neighbour, the baker, the baker's son; read from data/people.yaml."""

from collections.abc import Iterable, Mapping
from functools import cache

from toolkit.content.reading import DATA, Block, read_block
from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import fold
from toolkit.harvest.names import man, woman
from toolkit.harvest.stems import Stems, parse
from toolkit.harvest.wordlists import wordlists

FILE = DATA / "people.yaml"
KIN, ROLE, SOMEBODY, WHOSE, NEIGHBOUR = (1 << bit for bit in range(5))
NEXT_DOOR = frozenset(("sosed", "soseda", "neighbour", "neighbor"))
_ENDINGS = ("", "a", "e", "i", "o", "ega", "emu", "em", "im", "ih", "imi")


@cache
def people() -> Mapping[str, int]:
    """What each folded form may be: KIN, ROLE, SOMEBODY, NEIGHBOUR; WHOSE where it says whose somebody is."""
    block, lists = _block(), wordlists()
    found: dict[str, int] = {}
    for key, what in (("men", ROLE), ("women", ROLE), ("kin_men", KIN), ("kin_women", KIN)):
        inflect, owner = (woman, ("in",)) if key.endswith("women") else (man, ("ov", "ev"))
        for name in _words(block, key):
            _add(found, what | NEIGHBOUR * (name in NEXT_DOOR), inflect(name))
            _add(found, WHOSE, _owned(name, owner))
    for words, what in (
        (_words(block, "somebody"), SOMEBODY),
        (_words(block, "english_roles"), ROLE),
        (_words(block, "english_kin"), KIN),
        (lists.jobs - {"young", "old", "little"}, ROLE),
        (lists.family, KIN),
    ):
        _add(found, what, words)
    _add(found, NEIGHBOUR, (word for word in lists.relations if not found.get(word, 0) & (KIN | WHOSE)))
    return found


@cache
def unsure() -> frozenset[str]:
    """Words before a role that make it anybody: a, every, kakšen."""
    return frozenset(_words(_block(), "any"))


@cache
def theirs() -> tuple[str, ...]:
    """Starts of words for what a family has: house, farm, barn."""
    return _words(_block(), "theirs")


@cache
def not_families() -> frozenset[str]:
    """English plurals with a capital that are no family's name."""
    return frozenset(_words(_block(), "not_families"))


@cache
def plurals() -> frozenset[str]:
    """Slovenian words in -ovi and -evi that are no family's name: domovi, novi."""
    return frozenset(_words(_block(), "plurals"))


@cache
def states() -> Stems:
    """Stems of illness, offence and hardship: the owner is "grave", "soft", or "" for words that only look so."""
    block, lists = _block(), wordlists()
    stems = [parse(entry, "grave") for entry in (*vocabulary().moderation.health_hint_stems, *lists.health_hints)]
    stems += [parse(entry, "soft") for entry in lists.hardship]
    for owner in ("grave", "soft"):
        entries = [*block.need(owner, str).split(), *block.words(f"{owner}_phrases")]
        stems += [parse(entry, owner) for entry in dict.fromkeys(entries)]
    return Stems([*stems, *(parse(entry) for entry in block.need("not_grave", str).split())])


@cache
def _block() -> Block:
    return read_block(FILE)


def _words(block: Block, key: str) -> tuple[str, ...]:
    return tuple(fold(block.need(key, str)).split())


def _owned(name: str, owner: Iterable[str]) -> Iterable[str]:
    """Sosedov, pekovega, učiteljičin, trenerjeva."""
    if "in" in owner:
        stems = {name[:-1], name[:-2] + "c"} if name.endswith("ca") else {name[:-1]}
    else:
        stems = {name.removesuffix("a"), name + "j" if name.endswith("r") else name}
        stems |= {name[:-2] + name[-1]} if name.endswith("ec") else set()
    return (stem + kind + ending for stem in stems for kind in owner for ending in _ENDINGS)


def _add(found: dict[str, int], what: int, forms: Iterable[str]) -> None:
    for form in forms:
        found[form] = found.get(form, 0) | what

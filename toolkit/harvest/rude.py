"""Abuse: one strong stem, two weak ones, an insult in its usual frame, or a threat, in Slovenian or English."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import Token
from toolkit.harvest.masked import unmasked
from toolkit.harvest.reader import Span
from toolkit.harvest.stems import Stems, parse
from toolkit.harvest.wordlists import wordlists

_SLIPS = re.compile(r"(\w)\1|[iy]j|dj|di?y")
_DOUBLE = re.compile(r"(\w)\1")
_INSULTS = (
    "idiot", "kreten", "debil", "bedak", "butelj", "budal", "kretn", "imbecil", "svinj", "lopov", "barab", "pizd",
    "kurac", "kurba", "prasec", "tepec", "moron", "bastard", "picka",
)  # fmt: skip
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


def rude_spans(folded: str, tokens: Sequence[Token]) -> list[Span]:
    """Places of abuse in the folded text; empty below the threshold."""
    strong: list[Span] = [span for span, word in unmasked(folded) if _is_strong(word)]
    strong += _misspelt(folded, tokens)
    weak: dict[str, Span] = {}
    for start, word, stem in _stems().found(folded, _drawn_in(folded, tokens)):
        if _harmless(word, start, folded):
            continue
        span = start, _end_of(folded, start, len(stem.text))
        if stem.owner == "weak":
            weak.setdefault(stem.text[:3], span)  # banda and bande are one
        elif stem.owner == "strong":
            strong.append(span)
        else:
            strong += _framed(folded, start, word, stem.owner)
    strong += (found.span() for found in _frames().finditer(folded)) if _frame_hint().search(folded) else ()
    return strong + list(weak.values()) if strong or len(weak) > 1 else []


def _misspelt(folded: str, tokens: Sequence[Token]) -> Iterator[Span]:
    """Kreteen, idyot: letters doubled, y for i, a j too many, where nothing else is written so."""
    if not _SLIPS.search(folded):
        return
    for start, word in tokens:
        if len(word) > 4 and _SLIPS.search(word):
            plain = _DOUBLE.sub(r"\1", word).replace("y", "i").replace("ij", "i").replace("dj", "di")
            if plain != word and len(plain) > 4 and plain.startswith(_INSULTS):
                yield start, start + len(word)


def _end_of(folded: str, start: int, length: int) -> int:
    """The end of the word in which a stem or a phrase ends."""
    end = start + length
    while end < len(folded) and folded[end].isalnum():
        end += 1
    return end


def _framed(folded: str, start: int, word: str, owner: str) -> Iterator[Span]:
    """An animal called a person, a people told to leave: only with the words around that make it so."""
    around = _around()[owner]
    low, high = max(0, start - 40), min(len(folded), start + len(word) + 40)
    part = folded[low:start] + "§" + folded[start + len(word) : high]
    if any(rule.search(part) for rule in around):
        yield start, start + len(word)


def _is_strong(word: str) -> bool:
    strong = any(stem.owner == "strong" for _, _, stem in _stems().found(word, [(0, word)]))
    return strong and not _harmless(word, 0, word)


def _drawn_in(folded: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Words with letters drawn out (jeeeebi) written as they are meant."""
    if not _DRAWN_OUT.search(folded):
        return tokens
    return [(start, _DRAWN_OUT.sub(r"\1", word)) for start, word in tokens]


def _harmless(word: str, start: int, folded: str) -> bool:
    lists = wordlists()
    if word.startswith(lists.harmless):
        return True
    if word.startswith("drek"):
        before = folded[:start].split()
        return bool(before) and before[-1].startswith(lists.animals)
    return word.startswith(lists.farmed) and any(sign in folded for sign in lists.farm)


@cache
def _stems() -> Stems:
    rules, lists = vocabulary().moderation, wordlists()
    strong = [entry for entry in rules.rude_stems if entry not in rules.rude_weak_stems]
    named: Iterable[tuple[str, Sequence[str]]] = (
        ("strong", (*strong, *lists.rude_strong)),
        ("weak", (*rules.rude_weak_stems, *lists.rude_weak)),
        ("beast", lists.rude_beasts),
        ("people", lists.rude_peoples),
    )
    return Stems([parse(entry, owner) for owner, entries in named for entry in entries])


@cache
def _around() -> dict[str, tuple[re.Pattern[str], ...]]:
    frames = wordlists().rude_frames
    return {owner: tuple(re.compile(rule) for rule in frames[owner]) for owner in ("beast", "people")}


@cache
def _frames() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{rule})" for rule in wordlists().rude_frames["threat"]))


@cache
def _frame_hint() -> re.Pattern[str]:
    """A quick look before the slower one."""
    return re.compile(wordlists().rude_frames["hint"][0])

"""Abuse: one strong stem, or two weak ones, in Slovenian or English."""

import re
from collections.abc import Sequence
from functools import cache

from toolkit.content.vocabulary import vocabulary
from toolkit.harvest.folding import Token
from toolkit.harvest.personal import Span
from toolkit.harvest.stems import Stems, parse
from toolkit.harvest.wordlists import wordlists

_MASKED = re.compile(r"(?<!\w)(?:f[*#@$]+\w*|sh?[*#@$]+t\w*|p[*#@$]+zd\w*|j[*#@$]+b\w*|k[*#@$]+r?c\w*|b[*#@$]+ch\w*)")
_DRAWN_OUT = re.compile(r"(\w)\1{2,}")


def rude_spans(folded: str, tokens: Sequence[Token]) -> list[Span]:
    """Places of abuse in the folded text; empty below the threshold."""
    strong = _masked(folded)
    weak: dict[str, Span] = {}
    for start, word, stem in _stems().found(folded, _drawn_in(folded, tokens)):
        span = start, start + max(len(word), len(stem.text))
        if _harmless(word, start, folded):
            continue
        if stem.owner == "weak":
            weak.setdefault(stem.text[:4], span)  # banda and bande are one
        else:
            strong.append(span)
    return strong + list(weak.values()) if strong or len(weak) > 1 else []


def _masked(folded: str) -> list[Span]:
    return [found.span() for found in _MASKED.finditer(folded)] if not folded.isalnum() else []


def _drawn_in(folded: str, tokens: Sequence[Token]) -> Sequence[Token]:
    """Words with letters drawn out (jeeeebi) written as they are meant."""
    if not _DRAWN_OUT.search(folded):
        return tokens
    return [(start, _DRAWN_OUT.sub(r"\1", word)) for start, word in tokens]


def _harmless(word: str, start: int, folded: str) -> bool:
    before = folded[:start].split()
    about_dogs = word.startswith("drek") and bool(before) and before[-1].startswith(wordlists().animals)
    return about_dogs or word.startswith(wordlists().harmless)


@cache
def _stems() -> Stems:
    rules = vocabulary().moderation
    strong = [entry for entry in rules.rude_stems if entry not in rules.rude_weak_stems]
    named = [parse(entry, "strong") for entry in (*strong, *wordlists().rude_strong)]
    return Stems([*named, *(parse(entry, "weak") for entry in (*rules.rude_weak_stems, *wordlists().rude_weak))])

"""The controlled vocabularies: kinds, levels, stakeholder types, themes and the words that moderation looks for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from functools import cache

from toolkit.content.reading import DATA, Block, parse_block, read_block, unique
from toolkit.content.text import Lines, Text

FILE = DATA / "vocabularies.yaml"
STEM = re.compile(r"=?\w[\w' -]*")


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a vocabulary.

    `plain` is how a resident would say it. `stems` are by language; `sector` is that of a stakeholder type; `owed` is
    what a person of this level may expect; `scale` are the sentences for the scores 0 to 3 of a readiness criterion.
    """

    id: str
    text: Text
    plain: Text
    stems: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    sector: str = ""
    owed: Text | None = None
    scale: Lines = field(default_factory=Lines)

    def label(self, language: str) -> str:
        """The entry's name in a language."""
        return self.text.of(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moderation:
    """What is held before anyone sees it. Patterns run on the text as written; stems as `data/vocabularies.yaml` says.

    `rude_stems` holds all, `rude_weak_stems` those of them that need a second one beside them.
    """

    actions: tuple[Term, ...]
    rules: tuple[str, ...]
    patterns: Mapping[str, re.Pattern[str]]
    health_hint_stems: tuple[str, ...]
    rude_stems: tuple[str, ...]
    rude_weak_stems: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All vocabularies, each in the order in which it is shown."""

    languages: tuple[str, ...]
    note_kinds: tuple[Term, ...]
    participation_levels: tuple[Term, ...]
    stakeholder_types: tuple[Term, ...]
    target_groups: tuple[Term, ...]
    channels: tuple[Term, ...]
    offer_kinds: tuple[Term, ...]
    constraints: tuple[Term, ...]
    themes: tuple[Term, ...]
    host_modes: tuple[Term, ...]
    readiness_criteria: tuple[Term, ...]
    readiness_decisions: tuple[Term, ...]
    moderation: Moderation

    def part(self, name: str) -> tuple[Term, ...]:
        """A vocabulary by name; KeyError when there is none."""
        if name not in PARTS:
            raise KeyError(name)
        found: tuple[Term, ...] = getattr(self, name)
        return found

    def term(self, part: str, id: str) -> Term | None:
        """One entry, or None."""
        return next((term for term in self.part(part) if term.id == id), None)


PARTS = tuple(each.name for each in fields(Vocabulary) if each.name not in ("languages", "moderation"))


@cache
def vocabulary() -> Vocabulary:
    """The shipped vocabularies, read once."""
    return _vocabulary(read_block(FILE))


def check_vocabulary(text: str, file: str = "data/vocabularies.yaml") -> Vocabulary:
    """The vocabularies of a text that somebody edits; ContentError names the line."""
    return _vocabulary(parse_block(text, file))


def label(part: str | tuple[Term, ...], id: str, language: str) -> str:
    """An entry's name in a language; the id itself when the vocabulary (or its name) does not know it."""
    terms = vocabulary().part(part) if isinstance(part, str) else part
    return next((term.label(language) for term in terms if term.id == id), id)


def _vocabulary(block: Block) -> Vocabulary:
    languages = block.words("languages")
    parts = {name: _terms(block, name, languages) for name in PARTS}
    return Vocabulary(**parts, languages=languages, moderation=_moderation(block.need("moderation", Block), languages))


def _terms(block: Block, key: str, languages: tuple[str, ...]) -> tuple[Term, ...]:
    block.need(key, list)
    terms = (_term(each, languages) for each in block.blocks(key))
    return unique(terms, lambda term: term.id, block, key)


def _term(block: Block, languages: tuple[str, ...]) -> Term:
    text = block.text(languages)
    return Term(
        id=block.need("id", str),
        text=text,
        plain=block.text(languages, "plain") if "plain" in block else text,
        stems=_stems(block),
        sector=block.maybe("sector", str, ""),
        owed=block.text(languages, "owed") if "owed" in block else None,
        scale=_scale(block, languages),
    )


def _stems(block: Block) -> Mapping[str, tuple[str, ...]]:
    listed = block.maybe("stems", Block, Block())
    return {language: _checked(listed, language) for language in listed}


def _checked(block: Block, key: str) -> tuple[str, ...]:
    words = block.words(key)
    for word in words:
        if not STEM.fullmatch(word):
            raise block.fault("“{word}” is not a stem; write the start of a word, or =word.", key, word=word)
    return words


def _scale(block: Block, languages: tuple[str, ...]) -> Lines:
    scale = block.sentences(languages, "scale")
    if "scale" in block and len(scale) != 4:
        raise block.fault("“scale” needs four sentences, for the scores 0, 1, 2 and 3.", "scale")
    return scale


def _moderation(block: Block, languages: tuple[str, ...]) -> Moderation:
    return Moderation(
        actions=_terms(block, "actions", languages),
        rules=block.words("rules"),
        patterns={name: _pattern(block.need("patterns", Block), name) for name in block.need("patterns", Block)},
        health_hint_stems=_checked(block, "health_hint_stems"),
        rude_stems=_checked(block, "rude_stems"),
        rude_weak_stems=_checked(block, "rude_weak_stems"),
    )


def _pattern(block: Block, name: str) -> re.Pattern[str]:
    try:
        return re.compile(block.need(name, str))
    except re.error as error:
        raise block.fault("The pattern “{word}” does not work: {problem}.", name, word=name, problem=error) from error

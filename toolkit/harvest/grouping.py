"""A whole table of answers made sense of at once: themes, same ideas, matches and moderation, as suggestions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from carousel.workshop import Note
from toolkit.harvest import matching, moderation
from toolkit.harvest.likeness import at_once
from toolkit.harvest.meaning import meaning_in_use
from toolkit.harvest.moderation import Judgement
from toolkit.harvest.themes import Suggestion, sorter

SERVING = frozenset({"offer", "existing"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An answer to be grouped. `language` is "" where it must be guessed, `kind` where nobody said it."""

    community: str
    kind: str
    text: str
    language: str = ""


@dataclass(slots=True)
class Grouped:
    """What is suggested for one answer. `cluster`, `same_as` and `matches` are places in the table, from 0."""

    theme: Suggestion
    judgement: Judgement
    cluster: int
    same_as: tuple[int, ...] = ()
    matches: tuple[int, ...] = ()


def grouped(asked: Sequence[Asked], k: int = 3) -> list[Grouped]:
    """A suggestion for each answer, in their order; at most `k` same ideas and matches each, the best first."""
    themes = sorter().suggest_all([one.text for one in asked], [one.language for one in asked])
    found = [
        Grouped(theme, moderation.judge(one.text), place)
        for place, (one, theme) in enumerate(zip(asked, themes, strict=True))
    ]
    for notes in _by_community(asked, found):
        _same_ideas(notes, found, k)
        _matches(notes, found, k)
    return found


def _by_community(asked: Sequence[Asked], found: Sequence[Grouped]) -> Iterable[list[Note]]:
    """Notes of each community, numbered from 1 by their places in the table."""
    together: dict[str, list[Note]] = {}
    for place, (one, told) in enumerate(zip(asked, found, strict=True)):
        theme = told.theme
        note = Note(
            id=place + 1, question="", kind=one.kind, text=one.text, theme=theme.theme, confidence=theme.confidence,
            others=theme.others,
        )  # fmt: skip
        together.setdefault(one.community, []).append(note)
    return together.values()


def _same_ideas(notes: Sequence[Note], found: Sequence[Grouped], k: int) -> None:
    others: dict[int, dict[int, float]] = {}
    pairs, proposals = at_once(notes, k, meaning_in_use())
    for pair in pairs:
        others.setdefault(pair.one, {})[pair.other] = pair.score
        others.setdefault(pair.other, {})[pair.one] = pair.score
    for number, scores in others.items():
        ranked = sorted(scores, key=lambda other: (-scores[other], other))[:k]
        found[number - 1].same_as = tuple(other - 1 for other in ranked)
    for proposal in proposals:
        for number in proposal.ids:
            found[number - 1].cluster = proposal.ids[0] - 1


def _matches(notes: Sequence[Note], found: Sequence[Grouped], k: int) -> None:
    needs = [note for note in notes if note.kind == "need"]
    offers = [note for note in notes if note.kind in SERVING]
    both: dict[int, list[tuple[float, int]]] = {}
    for match in matching.matches(needs, offers, k, meaning_in_use()):
        both.setdefault(match.need, []).append((-match.score, match.offer))
        both.setdefault(match.offer, []).append((-match.score, match.need))
    for number, others in both.items():
        found[number - 1].matches = tuple(other - 1 for _score, other in sorted(others)[:k])

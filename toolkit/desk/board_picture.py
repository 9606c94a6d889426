"""The board as plain JSON: themes in the vocabulary's order, a card for each cluster, groups that may say the same."""

from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from carousel.workshop import UNSORTED, Note, Source
from toolkit.content.look import look
from toolkit.content.vocabulary import label, vocabulary
from toolkit.harvest.clusters import Cluster
from toolkit.i18n import Translator

SURE = 0.6
"""From this confidence on a suggestion is called sure."""
MOST_PROPOSALS = 60


class Proposed(Protocol):
    """Clusters, by the ids of their head notes, that may say the same; `name` is proposed for them together."""

    @property
    def ids(self) -> tuple[int, ...]: ...
    @property
    def name(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...


def picture_of(words: Translator, clusters: Sequence[Cluster], proposals: Iterable[Proposed]) -> dict[str, Any]:
    """Everything the board shows; the browser filters it by itself."""
    language = words.language
    themes = sorted((term.id for term in vocabulary().themes), key=lambda theme: theme != UNSORTED)
    kinds = [term.id for term in vocabulary().note_kinds]
    return {
        "themes": [{"id": theme, "name": label("themes", theme, language)} for theme in themes],
        "unsorted": UNSORTED,
        "kinds": [
            {"id": kind, "name": label("note_kinds", kind, language), "colour": look().kinds[kind]} for kind in kinds
        ],
        "sources": _sources(words),
        "cards": [_card(words, one) for one in clusters],
        "proposals": list(_proposals(clusters, proposals))[:MOST_PROPOSALS],
    }


def _card(words: Translator, one: Cluster) -> dict[str, Any]:
    lead = one.notes[0]
    return {
        "id": one.id,
        "name": one.name,
        "own": lead.text,
        "theme": one.theme,
        "kind": one.kind,
        "facts": facts(words, one),
        "ticks": one.ticks,
        "confirmed": lead.theme_confirmed,
        "sure": lead.confidence >= SURE,
        "because": list(lead.because),
        "notes": [_note(note) for note in one.notes],
    }


def _note(note: Note) -> dict[str, Any]:
    return {"id": note.id, "text": note.text, "station": note.station, "source": note.source.value, "kind": note.kind}


def facts(words: Translator, one: Cluster) -> str:
    """Kind, number of notes and agreement, in a line."""
    many = words.ngettext("{n} note", "{n} notes", len(one.notes)) if len(one.notes) > 1 else ""
    agreed = words("{ticks} of {exposed} agree", ticks=one.ticks, exposed=one.exposed) if one.exposed else ""
    return " · ".join(filter(None, (label("note_kinds", one.kind, words.language), many, agreed)))


def _proposals(clusters: Sequence[Cluster], proposals: Iterable[Proposed]) -> Iterable[dict[str, Any]]:
    """Each with the cluster that the others are brought under: the one that says the proposed name, else the
    first, which is the nearest to all."""
    heads = {one.notes[0].id: one for one in clusters}
    for each in proposals:
        members = [heads[number] for number in each.ids if number in heads]
        if len(members) > 1:
            into = next((one for one in members if one.name == each.name), members[0])
            yield {
                "ids": [one.id for one in members],
                "into": into.id,
                "name": each.name,
                "words": list(each.words),
                "new": into.name != each.name,
            }


def _sources(words: Translator) -> list[dict[str, str]]:
    names = {Source.OWN: words("own phone"), Source.HOST: words("table host"), Source.PAPER: words("paper")}
    return [{"id": source.value, "name": name} for source, name in names.items()]

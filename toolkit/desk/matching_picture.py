"""The two sides as plain JSON: needs with their links, offers and existing contents, here and elsewhere."""

from collections.abc import Sequence
from typing import Any

from toolkit.content.look import look
from toolkit.content.vocabulary import label
from toolkit.desk.board_picture import facts
from toolkit.desk.matching_reading import Offer, Sides
from toolkit.harvest.clusters import Cluster
from toolkit.i18n import Translator

CONFIRMED, SUGGESTED, DECLINED = "confirmed", "suggested", "declined"


def picture_of(words: Translator, sides: Sides) -> dict[str, Any]:
    """Everything the page shows; the browser filters it by itself."""
    return {
        "needs": [_need(words, one) for one in sorted(sides.needs, key=_weight)],
        "offers": [_offer(words, one) for one in sides.offers],
        "links": links(sides),
    }


def _weight(one: Cluster) -> tuple[int, int, int]:
    """What most people said comes first."""
    return -len(one.notes), -one.ticks, one.id


def _need(words: Translator, one: Cluster) -> dict[str, Any]:
    return _card(words, one) | {"facts": facts(words, one)}


def _offer(words: Translator, one: Offer) -> dict[str, Any]:
    return _card(words, one.cluster) | {
        "facts": label("note_kinds", one.cluster.kind, words.language),
        "community": one.community,
    }


def _card(words: Translator, one: Cluster) -> dict[str, Any]:
    return {
        "id": one.id,
        "note": one.notes[0].id,
        "name": one.name,
        "said": [note.text for note in one.notes if note.text != one.name],
        "theme": label("themes", one.theme, words.language),
        "colour": look().kinds[one.kind],
    }


def links(sides: Sides) -> list[dict[str, Any]]:
    """Each link once: what a person decided, then what is suggested; `pairs` are the notes it was decided on."""
    told = {(one.need, one.offer): one for one in sides.likely}
    states = {link: SUGGESTED for link in told}
    states |= dict.fromkeys(sides.declined, DECLINED) | dict.fromkeys(sides.confirmed, CONFIRMED)
    return [
        {
            "need": need,
            "offer": offer,
            "state": state,
            "score": told[need, offer].score if (need, offer) in told else 0,
            "because": _because(told[need, offer].because) if (need, offer) in told else "",
            "pairs": sorted(sides.confirmed.get((need, offer), ())),
        }
        for (need, offer), state in states.items()
    ]


def _because(words: Sequence[str]) -> str:
    """The words of both that led there, each once: "prevoz – kombi"."""
    return " – ".join(dict.fromkeys(word.lower() for word in words))

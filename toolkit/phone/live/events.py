"""What is told to whom: the full state for a newcomer, and afterwards only what changed between two pictures."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from carousel.look import colour, ink, shape
from carousel.workshop import Note
from toolkit.compare import gate
from toolkit.content.look import look
from toolkit.content.vocabulary import label
from toolkit.i18n import translator
from toolkit.phone.live.harvested import raffle_payload, themes_payload, votes_payload
from toolkit.phone.live.picture import Picture
from toolkit.phone.live.slides import slides_payload
from toolkit.phone.live.steps import etag, step_payload
from toolkit.phone.live.stream import encoded
from toolkit.phone.live.subscriber import Channel

Payload = Mapping[str, object]


def full_state(picture: Picture, channel: Channel, now: datetime) -> bytes:
    """The first event of every connection: `step` for phones, `state` for screens."""
    if channel.audience == "phone":
        return encoded("step", step_payload(picture.where, now))
    return encoded("state", state_payload(picture, channel.language, now))


def changes(before: Picture, after: Picture, channel: Channel, now: datetime) -> Iterator[tuple[str, Payload]]:
    """The events that turn the one picture into the other."""
    lang = channel.language
    if channel.audience == "screen" and (not before.whole or _frame(before) != _frame(after)):
        yield "state", state_payload(after, lang, now)
        return
    if channel.audience == "screen":
        yield from _on_screens(before, after, lang)
    if etag(before.where, lang) != etag(after.where, lang):
        yield "step", step_payload(after.where, now)
    if channel.audience == "screen" and before.workshop.screen != after.workshop.screen:
        yield "screen", {"view": after.workshop.screen}


def _on_screens(before: Picture, after: Picture, lang: str) -> Iterator[tuple[str, Payload]]:
    known = before.notes
    fresh = [note for key, note in after.notes.items() if (old := known.get(key)) is not note and old != note]
    if fresh:
        yield "notes", {"notes": [note_payload(note, lang) for note in fresh]}
    if gone := [key for key in before.notes if key not in after.notes]:
        yield "gone", {"notes": gone}
    parts = {
        "counts": counts_payload, "themes": themes_payload, "votes": votes_payload, "raffle": raffle_payload,
        "slides": slides_payload,
    }  # fmt: skip
    for event, part in parts.items():
        if _source(before, event) != _source(after, event):
            yield event, {event: part(after, lang)}


def _source(picture: Picture, event: str) -> object:
    """What an event is made of: it is sent when this changed."""
    return {
        "counts": (picture.where.people, len(picture.notes), picture.ballots),
        "themes": picture.clusters,
        "votes": (picture.result, picture.marks, picture.offered),
        "raffle": (picture.where.winners, picture.where.raffle_seed),
        "slides": (picture.slides, picture.slide),
    }[event]


def _frame(picture: Picture) -> object:
    """What everything on the screen hangs on; when it changes the screen gets the whole state."""
    workshop = picture.workshop
    return picture.where.carousel, picture.where.groups, workshop.title, workshop.community, workshop.joining


def state_payload(picture: Picture, lang: str, now: datetime) -> Payload:
    """Everything a screen shows of a workshop."""
    workshop = picture.workshop
    return {
        "title": workshop.title,
        "demo": workshop.demo,
        "open_house": workshop.format.value == "open_house",
        "joining": workshop.joining,
        "view": workshop.screen,
        "step": step_payload(picture.where, now),
        "carousels": picture.where.carousel.carousels if picture.where.carousel else 1,
        "stations": stations_payload(picture, lang),
        "groups": groups_payload(picture, lang),
        "notes": [note_payload(note, lang) for note in picture.notes.values()],
        "counts": counts_payload(picture, lang),
        "themes": themes_payload(picture, lang),
        "votes": votes_payload(picture, lang),
        "raffle": raffle_payload(picture, lang),
        "slides": slides_payload(picture, lang),
    }


def counts_payload(picture: Picture, lang: str) -> Payload:
    """People in the room, published notes and residents' ballots, as numbers and in words."""
    people, notes, ballots = picture.where.people, len(picture.notes), picture.ballots
    ngettext = translator(lang).ngettext
    return {
        "people": people,
        "notes": notes,
        "ballots": ballots,
        "people_said": ngettext("{n} person", "{n} people", people),
        "notes_said": ngettext("{n} note", "{n} notes", notes),
        "ballots_said": translator(lang)("Residents who voted: {n}", n=ballots),
    }


def note_payload(note: Note, lang: str) -> Payload:
    """A note as the gate lets it out, with words for what it is, where it stands and who agrees."""
    _ = translator(lang)
    out = gate.note(note)
    agreed = _("✓ {ticks}+ of {exposed}", ticks=out.ticks, exposed=out.exposed) if out.ticks and out.exposed else ""
    return {
        "id": out.id,
        "text": out.text,
        "station": out.station,
        "colour": look().kinds.get(out.kind, ""),
        "kind": label("note_kinds", out.kind, lang),
        "place": _("Station {n}", n=out.station) if out.station else "",
        "ticks": agreed,
    }


def stations_payload(picture: Picture, lang: str) -> list[Payload]:
    """The places of the carousel, or the questions of an open house, with number and name."""
    short = {question.id: question.short.of(lang) for question in picture.questions.questions}
    places = picture.where.carousel.stations if picture.where.carousel else tuple((key,) for key in short)
    return [
        {"number": number, "name": " + ".join(short.get(key, key) for key in questions)}
        for number, questions in enumerate(places, start=1)
    ]


def groups_payload(picture: Picture, lang: str) -> list[Payload]:
    """Letter, colour, shape and size of every group."""
    ngettext = translator(lang).ngettext
    return [
        {
            "index": group.index, "letter": group.letter, "colour": colour(group.index), "ink": ink(group.index),
            "shape": shape(group.index), "carousel": group.carousel, "size": group.size,
            "size_said": ngettext("{n} person", "{n} people", group.size),
        }
        for group in picture.where.groups
    ]  # fmt: skip

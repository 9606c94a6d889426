"""The page of a round: the station's questions, one's own notes, and what others wrote before."""

from typing import Any

from carousel.stage import Stage
from carousel.workshop import Note
from toolkit.content.question import Question
from toolkit.i18n import Translator
from toolkit.phone.alike import soon
from toolkit.phone.reception import Seen, Visit, station_of
from toolkit.store.slips import OwnNote

MOST_TEXT = 200
NEWEST = 40  # notes of others that an open house shows per question


def round_page(visit: Visit, seen: Seen, _: Translator) -> dict[str, Any]:
    """The questions of the station, one's own notes, and what others wrote before."""
    step = seen.where.step
    open_house = step.stage is Stage.OPEN
    asked, here = asked_here(seen), own_here(seen)
    own_ids = {note.id for note in seen.who.own_notes} if seen.who else set()
    others = [note for note in seen.notes if note.id not in own_ids]
    text = seen.set.note_field("text")
    return {
        "questions": asked,
        "text_field": text,
        "most": text.max_length if text else MOST_TEXT,
        "own_notes": {q.id: [note for note in here if note.question == q.id] for q in asked},
        "earlier_notes": {q.id: by_support([n for n in others if n.question == q.id], open_house) for q in asked},
        "hidden_until_written": seen.where.workshop.hide_until_written,
        "first_round": step.round == 0,
        "can_tick": not open_house,  # nobody comes to a station there, so nobody could say how many might have agreed
        "failed": None,
        "mine_errors": {},
        "mine_texts": {},
        "state": received(len(here), open_house, _),
        "soon": soon(step.clock, visit.now),
        "heading": asked[0].text.of(visit.lang) if asked else "",
    }


def asked_here(seen: Seen) -> tuple[Question, ...]:
    """The questions of the station; all of them at an open house."""
    return seen.set.questions if seen.where.step.stage is Stage.OPEN else questions_at(seen, station_of(seen))


def own_here(seen: Seen) -> list[OwnNote]:
    """One's own notes of this round; all of them at an open house."""
    step, mine = seen.where.step, seen.who.own_notes if seen.who else ()
    return [note for note in mine if step.stage is Stage.OPEN or note.round == step.round]


def by_support(notes: list[Note], open_house: bool) -> list[Note]:
    """An open house shows the newest; at a station all, in the order they came."""
    return notes[::-1][:NEWEST] if open_house else notes


def received(count: int, open_house: bool, _: Translator) -> str:
    """The state of what was sent."""
    if not count:
        return ""
    if open_house:
        return _("Received. Your notes: {n}", n=count)
    return _("Received. Your notes at this station: {n}", n=count)


def questions_at(seen: Seen, station: int | None) -> tuple[Question, ...]:
    """The questions of a station."""
    carousel = seen.where.carousel
    if carousel is None or station is None:
        return ()
    found = (seen.set.question(id) for id in carousel.stations[station - 1])
    return tuple(question for question in found if question)

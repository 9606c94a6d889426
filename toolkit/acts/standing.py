"""Where a resident stands: which questions are theirs now, and which notes they could tick."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from time import monotonic

from carousel.carousel import Carousel
from carousel.refusal import Refusal
from carousel.stage import Stage
from carousel.workshop import Format
from toolkit.content.question_set import Question, QuestionSet, question_set
from toolkit.i18n import _
from toolkit.settings import settings
from toolkit.store.notes import reached
from toolkit.store.workshops import Situation

NOT_YET = _("This station is not yours yet. Please follow your phone to the next station.")
NO_QUESTION = _("This question is not asked here. Please look at the page again.")


@dataclass(frozen=True, slots=True)
class Place:
    """Station number, round and group of a note; all None in an open house."""

    station: int | None = None
    round: int | None = None
    group: int | None = None


def questions_of(where: Situation) -> QuestionSet:
    """The question set of the workshop; a changed file counts from the next second on."""
    return _asked(where.workshop.question_set, settings().question_sets, int(monotonic()))


@lru_cache(maxsize=16)
def _asked(name: str, folder: Path, second: int) -> QuestionSet:
    return question_set(name, folder)


def question(where: Situation, wanted: str) -> Question:
    """A question of the workshop's set; refuses with 422."""
    for one in questions_of(where).questions:
        if one.id == wanted:
            return one
    raise Refusal(NO_QUESTION)


def place(where: Situation, group: int | None, asked: str) -> Place:
    """Where a note to this question belongs: the server decides, the form never does.

    A group passes a station once, so a note that waited on the phone still finds its round. Refuses with 409 when
    the group has not come to the station yet.
    """
    if where.workshop.format is Format.OPEN_HOUSE:
        return Place()
    if where.carousel is None or group is None:
        raise Refusal(NOT_YET, status=409)
    station = where.carousel.station_of(asked)
    visited = visit(where.carousel, group, station, reached(where))
    if visited is None:
        raise Refusal(NOT_YET, status=409)
    return Place(station, visited, group)


def visit(carousel: Carousel, group: int, station: int, rounds: int) -> int | None:
    """The round in which a group was at a station, of the rounds that have begun; None when it has not been there."""
    visits = (round for round in range(rounds) if carousel.station(group, round) == station)
    return next(visits, None)


def may_tick(where: Situation, group: int | None, joined: int, note: Place) -> bool:
    """Whether a member of `group` came to the note after it was written; in the gallery everybody sees all others."""
    if where.carousel is None or group is None or note.station is None or note.round is None or note.group is None:
        return False
    if where.step.stage is Stage.GALLERY:
        return note.group != group
    if where.carousel.carousel_of(group) != where.carousel.carousel_of(note.group):
        return False
    came = visit(where.carousel, group, note.station, reached(where))
    return came is not None and came > note.round and came >= joined

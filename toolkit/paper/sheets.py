"""What hangs and lies at the stations: a sheet for each, the whole rotation, and the facilitator's run-sheet.

The paper is also the way on when every device fails, so it repeats what phones and projector say.
"""

from collections.abc import Mapping, Sequence

from carousel.carousel import Carousel, colour, letter, shape
from carousel.schedule import MOVE
from carousel.workshop import Workshop
from toolkit.content.question import Question, QuestionSet
from toolkit.i18n import Translator, translator
from toolkit.paper.runsheet import minutes, run_sheet
from toolkit.paper.tones import tones
from toolkit.paper.typesetting import pdf


def station_sheets(
    workshop: Workshop, questions: QuestionSet, carousel: Carousel, lengths: Sequence[int], lang: str, move: int = MOVE
) -> bytes:
    """A4 pages: each station of each carousel, the rotation of each carousel, and one run-sheet.

    `lengths` are the rounds and `move` the walk between them, in seconds.
    """
    return pdf("sheets", sheets(workshop, questions, carousel, lengths, lang, move), workshop.date)


def sheets(
    workshop: Workshop, questions: QuestionSet, carousel: Carousel, lengths: Sequence[int], lang: str, move: int = MOVE
) -> dict[str, object]:
    """What stands on the pages, as data for the template."""
    _ = translator(lang)
    asked = {question.id: question for question in questions.questions}
    places = [[asked[each] for each in place] for place in carousel.stations]
    return {
        "lang": lang,
        "look": tones(),
        "title": _("Station sheets"),
        "footer": f"{workshop.community} · {workshop.title} · {_.date(workshop.date)}",
        "rests": _("rests"),
        "rules": _rules(_),
        "turn_header": [_("Round"), _("Minutes"), _("Group")],
        "rotation_lead": _("The group stays together. At the signal it moves to the next station."),
        "stations": [
            _station(_, carousel, turning, number, parts, lengths)
            for turning in range(carousel.carousels)
            for number, parts in enumerate(places, start=1)
        ],
        "rotations": [_rotation(_, carousel, turning, places) for turning in range(carousel.carousels)],
        "run": run_sheet(_, questions.programme.parts, lengths, move),
    }


def _rules(_: Translator) -> list[str]:
    return [
        _("One idea per note. Write so that others can read it."),
        _("First write in silence, then talk."),
        _("Read what earlier groups wrote. Tick what you agree with."),
        _("No names of neighbours and nothing about anyone's health."),
    ]


def _station(
    _: Translator, carousel: Carousel, turning: int, number: int, parts: Sequence[Question], lengths: Sequence[int]
) -> dict[str, object]:
    return {
        "number": str(number),
        "name": _short(_, parts),
        "carousel": _carousel_name(_, carousel, turning),
        "parts": [{"question": part.text.of(_.language), "prompts": part.prompts.of(_.language)} for part in parts],
        "turns": [
            {"round": str(turn + 1), "minutes": minutes(_, each), "group": _mark(carousel.group(number, turn, turning))}
            for turn, each in enumerate(lengths)
        ],
    }


def _rotation(
    _: Translator, carousel: Carousel, turning: int, places: Sequence[Sequence[Question]]
) -> dict[str, object]:
    """The rotation table: a row a station, a column a round."""
    rounds = range(carousel.rounds)
    title, name = _("Who goes where"), _carousel_name(_, carousel, turning)
    return {
        "title": f"{title} · {name}" if name else title,
        "header": [_("Station"), *(_("Round {n}", n=turn + 1) for turn in rounds)],
        "rows": [
            {
                "label": f"{number} {_short(_, parts)}",
                "groups": [_mark(carousel.group(number, turn, turning)) for turn in rounds],
            }
            for number, parts in enumerate(places, start=1)
        ],
    }


def _short(_: Translator, parts: Sequence[Question]) -> str:
    return " · ".join(part.short.of(_.language) for part in parts)


def _carousel_name(_: Translator, carousel: Carousel, turning: int) -> str:
    return _("Carousel {n}", n=turning + 1) if carousel.carousels > 1 else ""


def _mark(group: int | None) -> Mapping[str, str] | None:
    if group is None:
        return None
    return {"letter": letter(group), "colour": colour(group), "shape": shape(group)}

"""What hangs and lies at the stations: a sheet for each, the whole rotation, and the facilitator's run-sheet.

The paper is also the way on when every device fails, so it repeats what phones and projector say.
"""

from collections.abc import Mapping

from carousel.carousel import Carousel, colour, letter, shape
from toolkit.i18n import Translator
from toolkit.paper.order import Order, Sheet, footer, short
from toolkit.paper.runsheet import minutes, run_sheet


def stations(order: Order, _: Translator) -> list[Sheet]:
    """A sheet for each station of each carousel."""
    carousels = order.carousel.carousels if order.carousel else 0
    return [_station(order, _, turning, place) for turning in range(carousels) for place in range(len(order.places))]


def rotations(order: Order, _: Translator) -> list[Sheet]:
    """The rotation table of each carousel."""
    carousels = order.carousel.carousels if order.carousel else 0
    return [_rotation(order, _, turning) for turning in range(carousels)]


def run_sheets(order: Order, _: Translator) -> list[Sheet]:
    """The facilitator's evening on one page."""
    run = run_sheet(_, order.questions.programme.parts, order.lengths, order.move, order.opens)
    return [{"kind": "run", "name": _("Run-sheet"), "footer": footer(_, order.workshop), **run}]


def _rules(_: Translator) -> list[str]:
    return [
        _("One idea per note. Write so that others can read it."),
        _("First write in silence, then talk."),
        _("Read what earlier groups wrote. Tick what you agree with."),
        _("No names of neighbours and nothing about anyone's health."),
    ]


def _station(order: Order, _: Translator, turning: int, place: int) -> Sheet:
    carousel, parts = order.carousel, order.places[place]
    return {
        "kind": "station",
        "name": _("Station sheets"),
        "number": str(place + 1),
        "title": short(_, parts),
        "carousel": _carousel_name(_, carousel, turning),
        "parts": [{"question": part.text.of(_.language), "prompts": part.prompts.of(_.language)} for part in parts],
        "rules": _rules(_),
        "rests": _("rests"),
        "header": [_("Round"), _("Minutes"), _("Group")],
        "turns": [
            {"round": str(turn + 1), "minutes": minutes(_, each), "group": _mark(carousel, place + 1, turn, turning)}
            for turn, each in enumerate(order.lengths)
        ],
        "footer": footer(_, order.workshop),
    }


def _rotation(order: Order, _: Translator, turning: int) -> Sheet:
    """The rotation table: a row a station, a column a round."""
    carousel = order.carousel
    rounds = range(carousel.rounds if carousel else 0)
    title, name = _("Who goes where"), _carousel_name(_, carousel, turning)
    return {
        "kind": "rotation",
        "name": _("Rotation table"),
        "title": f"{title} · {name}" if name else title,
        "lead": _("The group stays together. At the signal it moves to the next station."),
        "rests": _("rests"),
        "header": [_("Station"), *(_("Round {n}", n=turn + 1) for turn in rounds)],
        "rows": [
            {
                "number": str(number),
                "label": short(_, parts),
                "groups": [_mark(carousel, number, turn, turning) for turn in rounds],
            }
            for number, parts in enumerate(order.places, start=1)
        ],
        "footer": footer(_, order.workshop),
    }


def _carousel_name(_: Translator, carousel: Carousel | None, turning: int) -> str:
    return _("Carousel {n}", n=turning + 1) if carousel and carousel.carousels > 1 else ""


def _mark(carousel: Carousel | None, station: int, turn: int, turning: int) -> Mapping[str, str] | None:
    group = carousel.group(station, turn, turning) if carousel else None
    if group is None:
        return None
    return {"letter": letter(group), "colour": colour(group), "shape": shape(group)}

"""The invitation: first the idea and what people have of it, then what, when and where; A4, and two A5 to cut."""

from carousel.workshop import Format
from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.paper.flyer_words import flyer_words
from toolkit.paper.order import Order, Sheet, community
from toolkit.paper.posters import typed_address
from toolkit.paper.runsheet import evening_minutes

PARTS = 2  # copies of the small flyer on a page


def flyer(order: Order, _: Translator) -> list[Sheet]:
    """Two pages: the large flyer for a wall, and two small ones on a page for letter boxes."""
    said = _said(order, _)
    return [
        {"kind": "flyer", "name": _("Flyer"), **said},
        {"kind": "flyers", "name": _("Flyer, two on a page"), "copies": PARTS, **said},
    ]


def _said(order: Order, _: Translator) -> Sheet:
    words, language = flyer_words(order.questions), _.language
    place = community(order.workshop)
    address, alt = _way(order), _("QR code of the page")
    return {
        "community": place,
        "headline": words.headline.of(language),
        "idea": list(words.idea.of(language, community=place)),
        "benefits": list(words.benefits.of(language, community=place)),
        "invitation": words.invitation.of(language, community=place),
        "facts": _facts(order, _),
        "promise": _("No name, no app. On your phone, on paper, or tell us."),
        "cannot_come": _("Cannot come? Answer at home:") if order.open_house else _("More about it, and your answers:"),
        "typed": typed_address(address),
        "alt": alt,
        "svg": qr.svg(address, alt),
        "contact": _asked(order, _),
    }


def _way(order: Order) -> str:
    """The open house is answered from home; where there is none, the workshop's own page."""
    return f"{order.address.rstrip('/')}/w/{order.open_house}" if order.open_house else order.page


def _facts(order: Order, _: Translator) -> list[dict[str, str]]:
    facts = [
        {"label": _("What"), "text": order.workshop.title},
        {"label": _("When"), "text": _when(order, _)},
        {"label": _("Where"), "text": order.venue},
    ]
    return [*facts, *_length(order, _)]


def _when(order: Order, _: Translator) -> str:
    if order.workshop.format is Format.OPEN_HOUSE:
        return _("from {day} on", day=_.date(order.workshop.date, "short"))
    at = _("at {time}", time=f"{order.opens:%H:%M}") if order.opens else ""
    return f"{_.date(order.workshop.date)} {at}".strip()


def _length(order: Order, _: Translator) -> list[dict[str, str]]:
    """How long it takes, in half hours, and that there is a raffle where the programme has one."""
    if order.carousel is None:
        return []
    parts = order.questions.programme.parts
    hours = round(evening_minutes(parts, order.lengths, order.move) / 30) / 2
    length = _("About {hours} h.", hours=_.number(hours))
    raffle = _("With a free raffle.") if any(part.id == "raffle" for part in parts) else ""
    return [{"label": _("How long"), "text": f"{length} {raffle}".strip()}]


def _asked(order: Order, _: Translator) -> str:
    return _("Organiser: {name}, {contact}", name=order.organiser, contact=order.contact) if order.organiser else ""

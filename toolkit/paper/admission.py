"""Tickets that let one phone in: six a page, each with its own QR code and a code to type."""

from collections.abc import Sequence

from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.paper.order import Order, Sheet, community
from toolkit.paper.posters import typed_address

A_PAGE = 6


def full_pages(people: int) -> int:
    """So many tickets that no page is half empty."""
    return -(-people // A_PAGE) * A_PAGE


def tickets(order: Order, _: Translator) -> list[Sheet]:
    """Pages of six tickets to be cut."""
    alt = _("QR code of the ticket")
    return [
        {
            "kind": "tickets",
            "name": _("Tickets for phones"),
            "community": community(order.workshop),
            "day": _.date(order.workshop.date, "short"),
            "title": _("Ticket for one phone"),
            "what": _("Scan it with your camera. It lets one person in, once."),
            "typed": _("Or open {address} and type:", address=typed_address(order.page)),
            "alt": alt,
            "tickets": [_ticket(order, code, alt) for code in order.tickets],
        }
    ]


def _ticket(order: Order, code: str, alt: str) -> dict[str, str]:
    return {"code": _halves(code), "svg": qr.svg(f"{order.page}?t={code}", alt)}


def _halves(code: str) -> str:
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def share(tickets: Sequence[str], langs: Sequence[str], lang: str) -> tuple[str, ...]:
    """One language's share of the tickets, in their order."""
    each, place = -(-len(tickets) // len(langs)), langs.index(lang)
    return tuple(tickets[place * each : (place + 1) * each])

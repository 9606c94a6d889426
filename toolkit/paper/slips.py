"""Slips with a code, and raffle tickets that cannot be led back to them: eight a page, to be cut."""

from collections.abc import Sequence
from random import Random

from carousel.raffle import FIRST_ON_PAPER
from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.paper.order import Order, Sheet, Stub, community

A_PAGE = 8
FIRST_TICKET = FIRST_ON_PAPER


def stubs(codes: Sequence[str], first: int, rng: Random) -> tuple[Stub, ...]:
    """A stub for each code. The tickets are the numbers from `first` on, shuffled, so that neither the order of the
    codes nor that of the tickets says who has which."""
    tickets = list(range(first, first + len(codes)))
    rng.shuffle(tickets)
    return tuple(Stub(code, ticket) for code, ticket in zip(codes, tickets, strict=True))


def full_pages(people: int) -> int:
    """So many slips that no page is half empty."""
    return -(-people // A_PAGE) * A_PAGE


def slips(order: Order, _: Translator) -> list[Sheet]:
    """Pages of eight: the slip to keep, the ticket to keep, and its twin for the bowl; an open house draws none."""
    alt = _("QR code of the page")
    return [
        {
            "kind": "slips",
            "name": _("Slips and raffle tickets"),
            "community": community(order.workshop),
            "carousel": order.carousel is not None,
            "slip": _("Your slip"),
            "group": _("Group"),
            "ticket": _("Your ticket"),
            "bowl": _("For the draw"),
            "alt": alt,
            "svg": qr.svg(order.page, alt),
            "erasure": _("Erasure code"),
            "stubs": [
                {"code": one.code, "ticket": str(one.ticket), "erasure": spaced(one.erasure)} for one in order.stubs
            ],
        }
    ]


def spaced(code: str) -> str:
    """A code in two halves, so that it can be read."""
    half = len(code) // 2
    return f"{code[:half]} {code[half:]}".strip()

"""The sheet on which the draw is written down: numbers and prizes, never names."""

from toolkit.i18n import Translator
from toolkit.paper.order import Order, Sheet, footer

PRIZES = 10


def raffle_sheet(order: Order, _: Translator) -> list[Sheet]:
    """One page: how to draw, and a line for each prize."""
    return [
        {
            "kind": "raffle",
            "name": _("Raffle"),
            "footer": footer(_, order.workshop),
            "steps": [
                _("Before: cut the tickets off and mix them."),
                _("Everyone gets one free ticket. Its twin goes into the bowl."),
                _("A child or a guest draws. Read the number aloud."),
                _("Write no names. Leaving a contact is not a condition."),
            ],
            "seed": _("Drawn by the program? Write down the seed:"),
            "header": [_("Prize"), _("Number"), _("Given")],
            "rows": PRIZES,
        }
    ]

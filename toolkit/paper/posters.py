"""The poster at the door: how a phone comes into the hall's Wi-Fi and onto the page."""

from carousel.workshop import Workshop
from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.paper.order import Order, Sheet, community

_WIDEST = 30  # letters of an address that still fit the band at its largest size
_LARGEST, _SMALLEST = 30, 16  # points


def posters(order: Order, _: Translator) -> list[Sheet]:
    """One poster."""
    return [poster(order.workshop, order.address, order.wifi, _)]


def poster(workshop: Workshop, address: str, wifi: tuple[str, str] | None, _: Translator) -> Sheet:
    """What stands on the poster, as data for the template. `address` is where the program answers, such as
    "http://192.168.4.1:8501"; `wifi` is the network's name and password, or None where everybody has internet."""
    base = address.rstrip("/").removesuffix(f"/w/{workshop.code}")
    typed = typed_address(base)
    return {
        "kind": "poster",
        "name": _("Poster with the QR code"),
        "title": _("Have your say"),
        "community": community(workshop),
        "subtitle": workshop.title,
        "date": _.date(workshop.date),
        "steps": _steps(_, f"{base}/w/{workshop.code}", wifi),
        "typed": _("Or type this address into your phone:"),
        "address": typed,
        "address_size": max(_SMALLEST, min(_LARGEST, _LARGEST * _WIDEST // max(len(typed), 1))),
        "code_label": _("and this code:"),
        "code": workshop.code,
        "foot": [_("No app, no account, no name."), _("No phone? Tell us or write it on paper. It counts the same.")],
    }


def typed_address(address: str) -> str:
    """An address as people type it: without "http://"."""
    return address.partition("://")[2] or address


def _steps(_: Translator, page: str, wifi: tuple[str, str] | None) -> list[dict[str, object]]:
    if wifi is None:
        return [_step("", _("Point your phone's camera at the square"), page, _("QR code of the page"), [])]
    name, password = wifi
    under = [_("Network: {name}", name=name)] + ([_("Password: {password}", password=password)] if password else [])
    return [
        _step("1", _("Join the Wi-Fi"), qr.wifi(name, password), _("QR code of the Wi-Fi"), under),
        _step("2", _("Open the page"), page, _("QR code of the page"), [_("Point your phone's camera at the square")]),
    ]


def _step(number: str, text: str, target: str, alt: str, under: list[str]) -> dict[str, object]:
    return {"number": number, "text": text, "svg": qr.svg(target, alt), "alt": alt, "under": under}

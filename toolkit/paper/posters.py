"""The poster at the door: how a phone comes into the hall's Wi-Fi and onto the page."""

from carousel.workshop import Workshop
from toolkit.i18n import Translator, translator
from toolkit.paper import qr
from toolkit.paper.tones import tones
from toolkit.paper.typesetting import pdf as set_pdf

_WIDEST = 30  # letters of an address that still fit the band at its largest size
_LARGEST, _SMALLEST = 30, 16  # points


def pdf(workshop: Workshop, address: str, wifi: tuple[str, str] | None, lang: str) -> bytes:
    """An A4 poster. `address` is where the program answers, such as "http://192.168.4.1:8501"; `wifi` is the
    network's name and password, or None where everybody has internet."""
    return set_pdf("posters", poster(workshop, address, wifi, lang), workshop.date)


def poster(workshop: Workshop, address: str, wifi: tuple[str, str] | None, lang: str) -> dict[str, object]:
    """What stands on the poster, as data for the template."""
    _ = translator(lang)
    base = address.rstrip("/").removesuffix(f"/w/{workshop.code}")
    typed = base.partition("://")[2] or base
    return {
        "lang": lang,
        "look": tones(),
        "title": _("Have your say"),
        "community": workshop.community,
        "subtitle": f"{workshop.title} · {_.date(workshop.date)}",
        "steps": _steps(_, f"{base}/w/{workshop.code}", wifi),
        "typed": _("Or type this address into your phone:"),
        "address": typed,
        "address_size": max(_SMALLEST, min(_LARGEST, _LARGEST * _WIDEST // max(len(typed), 1))),
        "code_label": _("and this code:"),
        "code": workshop.code,
        "foot": [_("No app, no account, no name."), _("No phone? Tell us or write it on paper. It counts the same.")],
    }


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

"""The print pack: everything an evening needs on paper, as one PDF, as its parts, or as pictures to look at."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from carousel.workshop import Format
from toolkit.i18n import Translator, translator
from toolkit.paper import admission, cards, flyer, forms, posters, raffle_sheet, sheets, slips, typesetting
from toolkit.paper.order import Order, Sheet, community
from toolkit.paper.tones import tones

Maker = Callable[[Order, Translator], list[Sheet]]
MAKERS: Mapping[str, Maker] = {
    "flyer": flyer.flyer,
    "poster": posters.posters,
    "runsheet": sheets.run_sheets,
    "stations": sheets.stations,
    "rotation": sheets.rotations,
    "host_cards": cards.host_cards,
    "self_run": cards.self_run_cards,
    "slips": slips.slips,
    "tickets": admission.tickets,
    "checkin": forms.checkin,
    "notes": cards.note_cards,
    "vote": forms.vote,
    "interest": forms.interest,
    "closing": forms.closing,
    "raffle": raffle_sheet.raffle_sheet,
}
# An open house has no rounds, no clock and no draw.
ONLY_WITH_CAROUSEL = frozenset({"runsheet", "stations", "rotation", "host_cards", "vote", "raffle"})
LOOK_AT = 60  # dots per inch of a picture to look at: 496 pixels wide


def offered(order: Order) -> tuple[str, ...]:
    """The parts that this workshop can use, in the order of the pack."""
    parts = tuple(part for part in MAKERS if part != "tickets" or order.tickets)
    if order.workshop.format is Format.OPEN_HOUSE or order.carousel is None:
        return tuple(part for part in parts if part not in ONLY_WITH_CAROUSEL)
    return tuple(part for part in parts if part != "rotation" or order.carousel.rounds > 1)


def names(_: Translator) -> Mapping[str, str]:
    """What each part is called."""
    return {
        "flyer": _("Flyer"),
        "poster": _("Poster with the QR code"),
        "runsheet": _("Run-sheet"),
        "stations": _("Station sheets"),
        "rotation": _("Rotation table"),
        "host_cards": _("Table hosts' cards"),
        "self_run": _("Stations without a host"),
        "slips": _("Slips and raffle tickets"),
        "tickets": _("Tickets for phones"),
        "checkin": _("Check-in form"),
        "notes": _("Note cards"),
        "vote": _("Vote slips"),
        "interest": _("Form to take part"),
        "closing": _("Closing form"),
        "raffle": _("Raffle sheet"),
    }


def pdf(order: Order, parts: Sequence[str], langs: Sequence[str]) -> bytes:
    """One document of A4 pages: each of `parts` in each of `langs`, one after the other."""
    return typesetting.pdf("pack", content(order, parts, langs), order.workshop.date)


def document(order: Order, parts: Sequence[str], langs: Sequence[str]) -> Iterator[tuple[float, bytes]]:
    """The one PDF, told as `archive` tells it."""
    yield 0.1, b""
    yield 1.0, pdf(order, parts, langs)


def archive(order: Order, parts: Sequence[str], langs: Sequence[str]) -> Iterator[tuple[float, bytes]]:
    """A ZIP with one PDF for each part and language; yields how much is done (0 to 1) and the file so far."""
    stream, jobs = BytesIO(), [(part, lang) for part in parts for lang in langs]
    day = order.workshop.date
    with ZipFile(stream, "w", ZIP_DEFLATED) as packed:
        for done, (part, lang) in enumerate(jobs):
            yield done / len(jobs), b""
            made = pdf(_share(order, langs, lang), [part], [lang])
            name = f"{order.workshop.code}_{list(MAKERS).index(part) + 1:02d}_{part}_{lang}.pdf"
            packed.writestr(ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0)), made)
    yield 1.0, stream.getvalue()


def pictures(order: Order, part: str, langs: Sequence[str]) -> list[bytes]:
    """Each page of a part as a small PNG, language after language."""
    data = content(order, [part], langs)
    return typesetting.pictures("pack", data, order.workshop.date, LOOK_AT)


def content(order: Order, parts: Sequence[str], langs: Sequence[str]) -> dict[str, object]:
    """What stands on the pages, as data for the template."""
    _ = translator(langs[0])
    called = names(_)
    title = called[parts[0]] if len(parts) == 1 else _("Print pack")
    return {
        "lang": langs[0],
        "look": tones(),
        "title": f"{title} · {community(order.workshop)}",
        "sheets": [*_sheets(order, parts, langs)],
    }


def _sheets(order: Order, parts: Iterable[str], langs: Sequence[str]) -> Iterator[Sheet]:
    for part in parts:
        for lang in langs:
            for sheet in MAKERS[part](_share(order, langs, lang), translator(lang)):
                yield {"part": part, "lang": lang, "footer": "", **sheet}


def _share(order: Order, langs: Sequence[str], lang: str) -> Order:
    """The same order with one language's share of slips and tickets: no code and no ticket is printed twice."""
    each, place = -(-len(order.stubs) // len(langs)), langs.index(lang)
    share = order.stubs[place * each : (place + 1) * each]
    return replace(order, stubs=share, tickets=admission.share(order.tickets, langs, lang))

"""The record of processing activities (GDPR Art. 30) as a Word document that a data protection officer can edit."""

from collections.abc import Iterator
from datetime import date

from toolkit.content.privacy import Facts, privacy, record
from toolkit.i18n import Translator, translator
from toolkit.paper.blocks import Block, chapter, quotes, table, words
from toolkit.paper.document import written
from toolkit.paper.tones import tones


def processing_record(facts: Facts, lang: str, today: date) -> bytes:
    """The document in a language; `today` is the day it was made."""
    return written(content(facts, lang, today), today)


def content(facts: Facts, lang: str, today: date) -> dict[str, object]:
    """What stands in the document, as the report's templates take it."""
    _ = translator(lang)
    return {
        "lang": lang,
        "look": tones(),
        "title": _("Record of processing"),
        "community": facts.organiser if facts.known else _("The organiser is not set yet."),
        "subtitle": _("Article 30 of the General Data Protection Regulation · as of {day}", day=_.date(today)),
        "footer": _("Record of processing · {day} · Vrtiljak", day=_.date(today, "short")),
        "answers": [],
        "notice": "",
        "blocks": [*_controller(_, facts), *_activities(_, facts), *_measures(_, facts), *_open(_)],
    }


def _controller(_: Translator, facts: Facts) -> Iterator[Block]:
    where = facts.host or _("The organiser's own computer; no processor.")
    yield table((4, 11), (_("What"), _("Entry")), [
        (_("Controller"), facts.organiser),
        (_("For questions"), facts.contact),
        (_("Data protection officer"), facts.officer or _("none named")),
        (_("Where the data is, processor"), where),
        (_("Third countries"), _("Please ask whoever runs the server.") if facts.host else _("No transfer.")),
        (_("Decisions by a machine"), _("None. Suggestions of the program become true only by a person.")),
    ])  # fmt: skip


def _activities(_: Translator, facts: Facts) -> Iterator[Block]:
    heads = {
        "purpose": _("Purpose"), "people": _("People concerned"), "data": _("Data"), "basis": _("Legal basis"),
        "recipients": _("Recipients"), "kept": _("Kept until"),
    }  # fmt: skip
    for name, said in record(facts, _.language):
        yield chapter(name)
        yield table((4, 11), (_("What"), _("Entry")), [(heads[column], said[column]) for column in heads])


def _measures(_: Translator, facts: Facts) -> Iterator[Block]:
    yield chapter(_("How the data is protected"))
    yield quotes([{"text": line} for line in privacy().measures.of(_.language, **facts.words(_.language))])


def _open(_: Translator) -> Iterator[Block]:
    yield chapter(_("To be decided by the organiser"))
    yield words(_("Whether an impact assessment (Art. 35) is needed. Usually not: few people, no names, no profiles."))
    yield words(_("It speaks for one: health or social hardship as a theme, children, a link to other registers."))
    yield words(_("From which age somebody may give their contact alone. The form asks for 15 years."))

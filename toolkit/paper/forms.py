"""The question set's forms on paper: whatever fields a set has, in large print, with boxes to tick."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from carousel.workshop import UNSORTED
from toolkit.content.form import Field, Form
from toolkit.content.vocabulary import label
from toolkit.i18n import Translator
from toolkit.paper.order import Order, Sheet, community, footer

MOST_BOXES = 20  # more answers than these are not read through: a line to write on takes their place
LETTERS_A_LINE = 100  # of handwriting on the width of a page
CODE_BOX = 10  # millimetres
MARKS = 5  # the most a vote may have; how many hold is said in the hall
Part = Mapping[str, object]


def checkin(order: Order, _: Translator) -> list[Sheet]:
    """The check-in form. What may reveal health is cut off, so that it never lies beside the code."""
    form = order.questions.checkin
    kept = [field for field in form.fields if field.privacy != "ops"]
    apart = [field for field in form.fields if field.privacy == "ops"]
    strip = {"kind": "cut", "text": _("Cut off here. This strip carries no code and is thrown away today.")}
    return [_form(order, _, form, [_code(_), *parts(_, kept), *([strip] if apart else []), *parts(_, apart)])]


def closing(order: Order, _: Translator) -> list[Sheet]:
    """The closing form."""
    fields = [field for field in order.questions.closing.fields if field.id != "code"]
    return [_form(order, _, order.questions.closing, [*parts(_, fields), _code(_)])]


def interest(order: Order, _: Translator) -> list[Sheet]:
    """The voluntary form: it has no code; every consent has its own empty box."""
    form, language = order.questions.interest, _.language
    notice = form.notice.of(
        language, until=_.date(_later(order.workshop.date, form.kept_months), "short"),
        organiser=order.organiser or order.questions.organiser.of(language),
        contact=order.contact or order.questions.contact.of(language),
    )  # fmt: skip
    boxes = [consent.label(language) for consent in form.consents]
    return [
        _form(order, _, form, [
            *_reached(parts(_, form.fields), {"kind": "words", "text": form.rule.of(language)}),
            {"kind": "boxes", "label": _("What do you allow?"), "numbered": False, "options": boxes},
            {"kind": "words", "text": _("We keep your contact only if you tick the first line.")},
            {"kind": "words", "text": notice},
            {"kind": "words", "text": form.otherwise.of(language)},
        ])
    ]  # fmt: skip


def _later(day: date, months: int) -> date:
    """The day so many months later, at most the 28th, so that every month has it."""
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, min(day.day, 28))


def _reached(made: Iterable[Part], rule: Part) -> Iterator[Part]:
    """Telephone and e-mail side by side, the rule about them before them."""
    for ways, together in groupby(made, key=lambda part: part.get("type") in ("tel", "email")):
        if ways:
            yield rule
            yield {"kind": "pair", "parts": list(together)}
        else:
            yield from together


def vote(order: Order, _: Translator) -> list[Sheet]:
    """Four slips a page: numbers of clusters are written down first, then all slips are collected."""
    rule = order.questions.vote
    return [
        {
            "kind": "votes",
            "name": rule.title.of(_.language),
            "community": community(order.workshop),
            "code": _("Your code"),
            "text": rule.text.of(_.language, k="__"),
            "intro": rule.intro.of(_.language),
            "numbers": _("Your numbers"),
            "marks": MARKS,
            "apart_label": _("Tick if this is you:") if rule.counted_apart else "",
            "apart": [label("stakeholder_types", id, _.language) for id in rule.counted_apart],
        }
    ]


def _form(order: Order, _: Translator, form: Form, body: Sequence[Part]) -> Sheet:
    return {
        "kind": "form",
        "name": form.title.of(_.language),
        "footer": footer(_, order.workshop),
        "intro": form.intro.of(_.language) if len(form.intro) else "",
        "parts": list(body),
    }


def _code(_: Translator) -> Part:
    return {"kind": "code", "label": _("Code from your slip"), "size": CODE_BOX}


def parts(_: Translator, fields: Iterable[Field]) -> Iterator[Part]:
    """Each field as it is drawn; neighbouring scales with the same words share one table."""
    for scale, together in groupby(fields, key=lambda field: _scale(_, field)):
        if scale:
            rows = [field.label(_.language) for field in together]
            faces = scale[0] == "smiley5"
            yield {"kind": "scale", "faces": faces, "words": list(scale[1:]), "rows": rows}
        else:
            yield from (_part(_, field) for field in together if field.type != "generated")


def _scale(_: Translator, field: Field) -> tuple[str, ...]:
    if field.type not in ("scale", "smiley5"):
        return ()
    return (field.type, *(option.label(_.language) for option in field.options))


def _part(_: Translator, field: Field) -> Part:
    language, options = _.language, [one for one in field.options if one.id != UNSORTED]
    common = {"label": field.label(language), "type": field.type}
    if field.type == "grid":
        rows, cols = ([one.label(language) for one in side] for side in (field.rows, field.cols))
        return {**common, "kind": "grid", "rows": rows, "cols": cols}
    if field.type in ("single", "multi") and len(options) <= MOST_BOXES:
        return {**common, "kind": "boxes", "numbered": True, "options": [one.label(language) for one in options]}
    if field.type == "textarea":
        return {**common, "kind": "lines", "lines": min(3, -(-field.max_length // LETTERS_A_LINE))}
    return {**common, "kind": "lines", "lines": 1}

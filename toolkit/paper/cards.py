"""Cards: what a table host does, what a station says when nobody hosts it, and notes to write by hand."""

from collections.abc import Iterator, Sequence

from toolkit.content.question import Question
from toolkit.content.vocabulary import label
from toolkit.i18n import Translator
from toolkit.paper import qr
from toolkit.paper.order import Order, Sheet, footer, short
from toolkit.paper.runsheet import minutes

NOTES_A_PAGE = 4
STEP = 30  # seconds to which the parts of a round are rounded
# How a round is shared out (carousel rules, "Clock"); what is left over goes to the talk.
SILENT, READING, NAMING = 0.175, 0.25, 0.10


def host_cards(order: Order, _: Translator) -> list[Sheet]:
    """A card for the host of each station: the question, the rounds with their minutes, what helps and what harms."""
    return [
        {
            "kind": "host",
            "name": _("Table host's card"),
            "number": str(number),
            "station": short(_, questions),
            "questions": [question.text.of(_.language) for question in questions],
            "rounds": list(_rounds(_, order.lengths, len(questions))),
            "header": [_("Round"), _("Minutes"), _("What you do")],
            "title": _("You are the host here"),
            "rules": _host_rules(_),
            "footer": footer(_, order.workshop),
        }
        for number, questions in enumerate(order.places, start=1)
    ]


def _rounds(_: Translator, lengths: Sequence[int], questions: int) -> Iterator[dict[str, str]]:
    """A line for each round; a single round is the circle that talks about one question after the other."""
    for turn, seconds in enumerate(lengths):
        what = _what(_, turn, seconds) if len(lengths) > 1 else _circle(_, seconds, questions)
        yield {"round": str(turn + 1), "minutes": minutes(_, seconds), "what": what}


def _circle(_: Translator, seconds: int, questions: int) -> str:
    return _("{each} min for each question: in silence, then share.", each=minutes(_, seconds // questions))


def _what(_: Translator, turn: int, seconds: int) -> str:
    if turn == 0:
        silent = _part(_, seconds, SILENT)
        return _("{silent} min in silence, then share and write.", silent=silent)
    read, strongest = _part(_, seconds, READING), _part(_, seconds, NAMING)
    if turn > 1:
        return _("Sum up. {read} min read. Add. {strongest} min: the two strongest.", read=read, strongest=strongest)
    return _(
        "Sum up in 1 min. {read} min read and tick. Add. {strongest} min: name the two strongest.",
        read=read, strongest=strongest,
    )  # fmt: skip


def _part(_: Translator, seconds: int, share: float) -> str:
    return minutes(_, max(STEP, round(seconds * share / STEP) * STEP))


def _host_rules(_: Translator) -> list[str]:
    return [
        _("Read the question aloud. Invite the quiet ones."),
        _("Write word for word. One idea per note."),
        _("Unclear? Add “?”. Disagreement? Add “!”. Erase nothing."),
        _("Write no private names. Do not argue."),
        _("What does not belong here goes to the parking lot."),
        _("Signal two minutes before the end, and at the end."),
    ]


def self_run_cards(order: Order, _: Translator) -> list[Sheet]:
    """A card for each station that no host looks after."""
    alt = _("QR code of the page")
    return [
        {
            "kind": "selfrun",
            "name": _("This station runs itself"),
            "number": str(number),
            "station": short(_, questions),
            "questions": [question.text.of(_.language) for question in questions],
            "steps": _open_house(_) if order.carousel is None else _self_run(_),
            "alt": alt,
            "svg": qr.svg(order.page, alt),
            "phone": _("Write on your phone, or on paper."),
            "footer": footer(_, order.workshop),
        }
        for number, questions in enumerate(order.places, start=1)
    ]


def _self_run(_: Translator) -> list[str]:
    return [
        _("Choose one of you to read the question aloud."),
        _("Three minutes in silence: everyone writes, one idea per note."),
        _("Take turns. Everyone says one idea. Nobody argues."),
        _("Read what earlier groups wrote. Tick what you agree with."),
        _("Name the two strongest ideas together."),
        _("At the signal walk on. One of you stays a minute to tell the next group."),
    ]


def _open_house(_: Translator) -> list[str]:
    """Where people come and go there are no groups, no silence together and no signal."""
    return [
        _("Read the question."),
        _("One idea per note. Write so that others can read it."),
        _("Read what others wrote. Tick what you agree with."),
        _("No names of neighbours and nothing about anyone's health."),
        _("Walk on whenever you like."),
    ]


def note_cards(order: Order, _: Translator) -> list[Sheet]:
    """A page of four cards for each question: its station, its kinds, and room for one idea."""
    return [
        _note_card(order, _, number, question)
        for number, questions in enumerate(order.places, start=1)
        for question in questions
    ]


def _note_card(order: Order, _: Translator, number: int, question: Question) -> Sheet:
    text = order.questions.note_field("text")
    return {
        "kind": "notes",
        "name": _("Note cards"),
        "number": str(number),
        "station": question.short.of(_.language),
        "one": text.label(_.language) if text else _("One idea per note"),
        "turn": [] if order.carousel is None else [_("Round"), _("Group")],
        "kinds": [label("note_kinds", kind, _.language) for kind in question.kinds],
        "colours": list(question.kinds),
        "written": [field.label(_.language) for field in question.extra_fields if field.type == "text"],
        "cards": NOTES_A_PAGE,
    }

"""The invitation in every form in which it is sent: newspaper, e-mail, calendar entry and short message."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from carousel.refusal import Refusal
from carousel.workshop import Workshop
from toolkit.i18n import ZONE, translator
from toolkit.paper.invitation_calendar import calendar_entry
from toolkit.paper.invitation_letter import letter
from toolkit.paper.invitation_wording import Wording, benefits, fitted, walk

SHORT, LONG, MESSAGE = 600, 1500, 160  # letters, spaces counted, as a newspaper and a telephone count them
LONGEST = 100  # letters of a place, a contact or an address
BESIDE = 80  # minutes of the usual evening beside the carousel: opening, harvest, closing, raffle


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """One invitation. Texts are plain; `email` is an .eml draft and `calendar` an .ics entry, ready to be written."""

    newspaper_short: str
    newspaper_long: str
    email: bytes
    calendar: bytes
    message: str


def invitation(
    workshop: Workshop, *, start: time, place: str, contact: str, address: str, lang: str,
    minutes: int | None = None, made: datetime | None = None,
) -> Invitation:  # fmt: skip
    """The invitation to a workshop that begins at `start`, local time, and lasts `minutes` (as planned when None).

    `contact` is whom to ask, `address` where those write who cannot come; both may be empty. `made` is when the
    calendar entry was written. Refuses, naming the field, a place that is missing and words that are too long.
    """
    place, contact, address = (" ".join(each.split()) for each in (place, contact, address))
    _check(place, contact, address)
    _, lasts = translator(lang), workshop.minutes + BESIDE if minutes is None else minutes
    begins = datetime.combine(workshop.date, start, ZONE)
    words = Wording(_, workshop, begins, timedelta(minutes=lasts), place, contact, address)
    title = f"{workshop.marked_title}, {workshop.community}"
    subject = _("Invitation: {title}", title=title)
    message, long = _message(words), _long(words)
    entry = calendar_entry(title, message, words, made or begins)
    return Invitation(
        newspaper_short=fitted(_short(words), SHORT),
        newspaper_long="\n\n".join(long),
        email=letter(
            subject, [_("Hello,"), *long, _("See you there.")], len(long), entry, f"{workshop.code}.ics", lang
        ),
        calendar=entry,
        message=message,
    )


def _check(place: str, contact: str, address: str) -> None:
    if not place:
        raise Refusal("Please write where it takes place.", field="place")
    for field, words in (("place", place), ("contact", contact), ("address", address)):
        if len(words) > LONGEST:
            raise Refusal("At most {most} letters fit here.", field=field, most=LONGEST)


def _short(words: Wording) -> list[tuple[str, bool]]:
    """Sentences with whether they must stand: the concept, why it is good, the invitation, whom to ask."""
    _ = words.say
    return [
        (_("A community space is open to all."), True),
        (_("People meet, learn and help each other there."), True),
        (_("Nobody has to be alone, and empty rooms come to life again."), False),
        (words.question(), True),
        (words.invited(), True),
        (_("You write ideas on notes. You need not give your name."), False),
        (words.ask_here(), True),
        (words.elsewhere(), False),
    ]


def _long(words: Wording) -> list[str]:
    """The paragraphs: first the idea and what it is good for, then the evening, then when, where and whom to ask."""
    _ = words.say
    invited = [(words.invited(), True), (words.lasting(), False), (words.ask_here(), True), (words.elsewhere(), True)]
    parts = [benefits(_), [(words.question(), True), *walk(_, words.workshop.format)], invited]
    room = LONG - sum(len(fitted(part, 0)) for part in parts) - 2 * (len(parts) - 1)
    said = []
    for part in parts:
        least = len(fitted(part, 0))
        said.append(fitted(part, least + room))
        room -= len(said[-1]) - least
    return said


def _message(words: Wording) -> str:
    _ = words.say
    when = {"day": _.date(words.begins, "short"), "time": _.time(words.begins), "place": words.place}
    said = [
        (_("You are invited: {day} at {time}, {place}.", **when), True),
        (_("What shared space do we need?"), False),
        (words.contact and f"{words.contact}.", False),
    ]
    return fitted(said, MESSAGE)

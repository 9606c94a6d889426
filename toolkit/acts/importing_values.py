"""Reading what stands in a cell of somebody else's table: choices by id or by name in any language, dates, numbers."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from carousel.refusal import Refusal
from toolkit.acts.forms import clean
from toolkit.acts.importing_columns import spoken, tail
from toolkit.content.form import Field, Option
from toolkit.i18n import ZONE, _
from toolkit.paper.csv_file import defused

LONGEST = 2000  # characters of one note that is brought in
SHOWN = 6  # choices that a sentence names
YES, NO = frozenset({"1", "true", "yes", "da", "x"}), frozenset({"", "0", "false", "no", "ne"})
NO_CHOICE = _("“{value}” is not offered here. Possible are: {choices}")
TOO_MANY = _("There are {found} choices. At most {most} are possible.")
LONG = _("The text has {found} characters. At most {most} fit. Please shorten it.")
NO_DATE = _("“{value}” is no date. Write it like 22. 11. 2026 or 2026-11-22.")
LATER = _("“{value}” lies in the future. Please correct the date.")
NO_NUMBER = _("“{value}” is no number from 0 to {most}.")
DAY_FIRST = re.compile(r"(\d{1,2})[./] ?(\d{1,2})[./] ?(\d{4})\b")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
CLOCK = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap]m)?", re.IGNORECASE)
OFFSET = re.compile(r"(?:Z|([+-])(\d{2}):?(\d{2}))$")
FIRST_YEAR = 2000


def read_text(text: str, most: int = LONGEST) -> str:
    """A text on one line, without the apostrophe that kept a spreadsheet from taking it for a formula."""
    told = clean(text[1:] if text.startswith("'") and defused(text[1:]) == text else text)
    if len(told) > most:
        raise Refusal(LONG, found=len(told), most=most)
    return told


def read_cell(field: Field, known: Mapping[str, str], text: str, column: str, language: str) -> Any:
    """The answer in one cell to a form's field, None where there is none. `known` are the ids of its choices by how
    they may be written; `column` may name the only choice of a field that was split into a column for each."""
    if field.type in ("text", "textarea"):
        return read_text(text, field.max_length) or None
    if field.several and spoken(tail(column)) in known and text.casefold() in YES | NO:
        return [known[spoken(tail(column))]] if text.casefold() in YES else None
    if not spoken(text):
        return None
    if field.several:
        found = list(dict.fromkeys(_several(text, known, field.options, language)))
        if field.max_choices and len(found) > field.max_choices:
            raise Refusal(TOO_MANY, found=len(found), most=field.max_choices)
        return found
    chosen = read_choice(text, known, field.options, language)
    return int(chosen) if field.type in ("scale", "smiley5") else chosen


def read_choice(text: str, known: Mapping[str, str], options: Sequence[Option], language: str) -> str:
    """The id of the one choice that is meant; "4" and "4 - Rather yes" are both the fourth of a scale."""
    said = spoken(text)
    begun = re.match(r"\s*(\d+)\s*[-–—:.)=]\s*[^\W\d]", text)
    if said in known:
        return known[said]
    if begun and begun.group(1) in known:
        return known[begun.group(1)]
    raise _not_offered(text, options, language)


def _several(text: str, known: Mapping[str, str], options: Sequence[Option], language: str) -> list[str]:
    """Choices joined by semicolons, lines or commas (which may stand in a choice too), or ids joined by spaces."""
    found: list[str] = []
    for part in filter(spoken, re.split(r"[;\n|]", text)):
        pieces = part.split(",")
        if spoken(part) not in known and len(pieces) == 1 and all(spoken(one) in known for one in part.split()):
            pieces = part.split()
            found += [known[spoken(one)] for one in pieces]
            continue
        while pieces:
            size = next((n for n in range(len(pieces), 0, -1) if spoken(",".join(pieces[:n])) in known), 0)
            if not size:
                raise _not_offered(pieces[0].strip(), options, language)
            found.append(known[spoken(",".join(pieces[:size]))])
            pieces = pieces[size:]
    return found


def _not_offered(text: str, options: Sequence[Option], language: str) -> Refusal:
    named = [option.label(language) for option in options[:SHOWN]] + ["…"] * (len(options) > SHOWN)
    return Refusal(NO_CHOICE, value=clean(text)[:60], choices="; ".join(named))


def read_count(text: str, most: int) -> int:
    """A whole number from 0 to `most`."""
    if not text.isascii() or not text.isdecimal() or len(text) > 9 or int(text) > most:
        raise Refusal(NO_NUMBER, value=text[:60], most=most)
    return int(text)


def read_moment(text: str, now: datetime) -> datetime:
    """The moment that is written: in UTC where an offset says so, else in the hall's own time.

    Of 3/4/2026 the first number is the day, unless only the month can be first. Refuses what lies in the future.
    """
    if (year := YEAR_FIRST.search(text)) is not None:
        parts = (int(year[1]), int(year[2]), int(year[3]))
    elif (day := DAY_FIRST.search(text)) is not None:
        first, second = int(day[1]), int(day[2])
        parts = (int(day[3]), first, second) if second > 12 and "/" in text else (int(day[3]), second, first)
    else:
        raise Refusal(NO_DATE, value=text[:60])
    try:
        moment = _at(datetime(*parts), text)
    except ValueError as problem:
        raise Refusal(NO_DATE, value=text[:60]) from problem
    if moment.year < FIRST_YEAR:
        raise Refusal(NO_DATE, value=text[:60])
    if moment > now + timedelta(days=1):
        raise Refusal(LATER, value=text[:60])
    return moment


def _at(day: datetime, text: str) -> datetime:
    clock, offset = CLOCK.search(text), OFFSET.search(text)
    if clock is not None:
        hour = int(clock[1]) % 12 + 12 * (clock[4].lower() == "pm") if clock[4] else int(clock[1])
        day = day.replace(hour=hour, minute=int(clock[2]), second=int(clock[3] or 0))
    if clock is None or offset is None:
        return day.replace(tzinfo=ZONE).astimezone(UTC)
    away = timedelta(hours=int(offset[2] or 0), minutes=int(offset[3] or 0))
    return (day + (away if offset[1] == "-" else -away)).replace(tzinfo=UTC)

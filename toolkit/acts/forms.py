"""Reading what came in a form against the question set, or refusing it with a sentence at the field."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from carousel.refusal import Refusal
from toolkit.content.form import Field
from toolkit.content.unseen import UNSEEN
from toolkit.i18n import _

Given = Mapping[str, Sequence[str]]
HIDDEN = re.compile(UNSEEN)
TOO_LONG = _("The text has {length} characters. At most {most} fit. Please shorten it.")
MISSING = _("Please answer this question: {label}")
NOT_OFFERED = _("This choice is not offered. Please choose again: {label}")
UNREADABLE = _("This form could not be read. Please load the page again.")
LONGEST_KEY = 200
TOO_MANY = _("Please choose at most {most}: {label}")


def clean(text: str) -> str:
    """Text as people meant it: composed, without unseen characters, white space folded."""
    return " ".join(HIDDEN.sub("", unicodedata.normalize("NFC", text)).split())


def first(given: Given, name: str) -> str:
    """The first value sent under a name, cleaned; empty when there is none."""
    values = given.get(name) or ("",)
    return clean(values[0])


def read_key(key: str) -> str:
    """The key that a phone made for this sending; refuses a form that comes without one."""
    if not 1 <= len(key) <= LONGEST_KEY:
        raise Refusal(UNREADABLE)
    return key


def read_text(given: Given, name: str, most: int) -> str:
    """A text of at most `most` characters; refuses a longer one with its length."""
    text = first(given, name)
    if len(text) > most:
        raise Refusal(TOO_LONG, length=len(text), most=most, field=name)
    return text


def read_form(fields: Sequence[Field], given: Given, language: str) -> dict[str, Any]:
    """The answers by field id; what was not answered is left out. Refuses at the first wrong field."""
    answers: dict[str, Any] = {}
    for field in fields:
        value = read_field(field, given, language)
        if value in (None, "", []):
            if field.required:
                raise Refusal(MISSING, label=field.label(language), field=field.id)
            continue
        answers[field.id] = value
    return answers


def read_field(field: Field, given: Given, language: str) -> Any:
    """One field's value: an option's id, a list of ids, a number 1 to 5, or a text."""
    if field.type in ("single", "multi", "grid"):
        return _read_choice(field, given, language)
    if field.type in ("scale", "smiley5"):
        return _read_number(field, given, language)
    if field.type in ("text", "textarea", "tel", "email"):
        return read_text(given, field.id, field.max_length or 200)
    return None


def _read_choice(field: Field, given: Given, language: str) -> Any:
    chosen = [value for value in given.get(field.id, ()) if value]
    offered = {option.id for option in field.options}
    if not offered.issuperset(chosen):
        raise Refusal(NOT_OFFERED, label=field.label(language), field=field.id)
    if field.type == "single":
        return chosen[0] if chosen else None
    if field.max_choices and len(chosen) > field.max_choices:
        raise Refusal(TOO_MANY, most=field.max_choices, label=field.label(language), field=field.id)
    return list(dict.fromkeys(chosen))


def _read_number(field: Field, given: Given, language: str) -> int | None:
    chosen = first(given, field.id)
    if not chosen or chosen == "skip":
        return None
    if chosen not in ("1", "2", "3", "4", "5"):
        raise Refusal(NOT_OFFERED, label=field.label(language), field=field.id)
    return int(chosen)

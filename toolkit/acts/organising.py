"""Reading what was written in an organiser form, typed on a page or taken from a table, or refusing it at the field."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from math import isfinite
from typing import Any

from babel.numbers import NumberFormatError, parse_decimal

from carousel.refusal import Refusal
from toolkit.acts.forms import MISSING, NOT_OFFERED, TOO_LONG, clean
from toolkit.content.form import Option
from toolkit.content.organiser_forms import OrganiserField, OrganiserForm
from toolkit.i18n import _

Given = Mapping[str, Any]
NO_NUMBER = _("This is not a number: {text}. Please write digits.")
WHOLE = _("Please write a whole number here.")
TOO_SMALL = _("The least possible here is {least}.")
TOO_LARGE = _("The most possible here is {most}.")
NO_DATE = _("This is not a date: {text}. Write it as 22. 11. 2026.")
FAR_DATE = _("This date lies too far away: {text}. Please check the year.")
WRITTEN = re.compile(r"(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})")  # babel would take the 13th month for a day
YEARS = range(1990, 2101)
TRUE = frozenset({"1", "true", "yes", "da", "x", "✓", "✔"})
FALSE = frozenset({"", "0", "false", "no", "ne"})


def read_record(form: OrganiserForm, given: Given, language: str) -> dict[str, Any]:
    """The values by field id, what was left empty is left out; refuses at the first wrong field."""
    values = {}
    for field in form.fields:
        value = read_value(field, given.get(field.id), language)
        if value is not False and value not in (None, "", []):  # 0 is an answer, and equal to False
            values[field.id] = value
        elif field.required:
            raise Refusal(MISSING, label=field.label(language), field=field.id)
    return values


def faults(form: OrganiserForm, given: Given, language: str) -> dict[str, Refusal]:
    """What is wrong, by field: at most one sentence a field; empty when the form can be kept."""
    found = {}
    for field in form.fields:
        try:
            read_record(replace(form, fields=(field,)), given, language)
        except Refusal as refusal:
            found[field.id] = refusal
    return found


def key_of(form: OrganiserForm, values: Given) -> str:
    """What tells a record apart in its community, without regard to case; one record only where the form says so."""
    return " · ".join(str(values.get(name, "")).casefold() for name in form.identity) or form.id


def read_value(field: OrganiserField, given: Any, language: str) -> Any:
    """One field's value, typed: from a page's widget or a spreadsheet's cell. None, "" or [] where it is empty."""
    if given is None:
        return None
    return READERS[field.type](field, given, language)


def _text(field: OrganiserField, given: Any, language: str) -> str:
    text = clean(str(given))
    if len(text) > field.max_length:
        raise Refusal(TOO_LONG, length=len(text), most=field.max_length, field=field.id)
    return text


def _number(field: OrganiserField, given: Any, language: str) -> float | int | None:
    number = given if isinstance(given, int | float) else _parsed(field, str(given), language)
    if number is None:
        return None
    if not isfinite(number):
        raise Refusal(NO_NUMBER, text=str(given)[:40], field=field.id)
    if field.least is not None and number < field.least:
        raise Refusal(TOO_SMALL, least=field.least, field=field.id)
    if field.most is not None and number > field.most:
        raise Refusal(TOO_LARGE, most=field.most, field=field.id)
    if field.type == "integer" and number != int(number):
        raise Refusal(WHOLE, field=field.id)
    return int(number) if number == int(number) else float(number)


def _parsed(field: OrganiserField, given: str, language: str) -> float | None:
    """A number as the language writes it, or with a decimal point."""
    text = clean(given).removesuffix("€").strip()
    if not text:
        return None
    for locale in dict.fromkeys((language, "en", "sl")):
        try:
            return float(parse_decimal(text, locale, strict=True))
        except (NumberFormatError, ValueError):
            continue
    raise Refusal(NO_NUMBER, text=text[:40], field=field.id)


def _date(field: OrganiserField, given: Any, language: str) -> str | None:
    if isinstance(given, date):
        return _likely(field, given).isoformat()
    text = clean(str(given))
    if not text:
        return None
    written = WRITTEN.fullmatch(text)
    iso = "{3}-{2:0>2}-{1:0>2}".format(*written.group(0, 1, 2, 3)) if written else text.split("T")[0].split(" ")[0]
    try:
        return _likely(field, date.fromisoformat(iso)).isoformat()
    except ValueError as error:
        raise Refusal(NO_DATE, text=text[:40], field=field.id) from error


def _likely(field: OrganiserField, day: date) -> date:
    if day.year not in YEARS:
        raise Refusal(FAR_DATE, text=day.isoformat(), field=field.id)
    return day


def _single(field: OrganiserField, given: Any, language: str) -> str | None:
    text = clean(str(given))
    return _chosen(field, text, language) if text else None


def _multi(field: OrganiserField, given: Any, language: str) -> list[str]:
    parts = given if isinstance(given, list | tuple) else str(given).split(";")
    return list(dict.fromkeys(_chosen(field, part, language) for part in map(clean, parts) if part))


def _chosen(field: OrganiserField, text: str, language: str) -> str:
    """The id of the option that is meant, by its id or by its label in any language it is written in."""
    for option in field.options:
        if text.casefold() in _names(option):
            return option.id
    raise Refusal(NOT_OFFERED, label=f"{field.label(language)} ({text[:40]})", field=field.id)


def _names(option: Option) -> set[str]:
    return {option.id.casefold(), *(option.label(language).casefold() for language in option.text)}


def _boolean(field: OrganiserField, given: Any, language: str) -> bool:
    text = clean(str(given)).casefold()
    if text in TRUE | FALSE:
        return text in TRUE
    raise Refusal(NOT_OFFERED, label=f"{field.label(language)} ({text[:40]})", field=field.id)


READERS: Mapping[str, Callable[[OrganiserField, Any, str], Any]] = {
    "text": _text, "textarea": _text, "integer": _number, "number": _number, "date": _date, "single": _single,
    "multi": _multi, "boolean": _boolean,
}  # fmt: skip

"""One widget for each kind of field of an organiser form, with what is wrong beneath it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st
from babel.numbers import get_decimal_symbol

from toolkit.content.organiser_forms import OrganiserField
from toolkit.desk.style import plain
from toolkit.i18n import Translator

FEW = 6  # choices that stand open; more go into a list
WIDE = ("textarea", "multi")
UNTIL_PRESSED: dict[str, Any] = {"on_change": "ignore", "persist_state": "page"}  # docs/architecture.md, traps
LONG = 120  # characters from which a line of text has a row of its own


def fields(words: Translator, asked: Sequence[OrganiserField], held: Mapping[str, Any], mark: str) -> None:
    """The widgets, small ones in two columns; their values are read by `given`. `mark` begins their keys."""
    waiting: list[OrganiserField] = []
    for one in asked:
        if _wide(one):
            _in_columns(words, waiting, held, mark)
            waiting = []
            widget(words, one, held.get(one.id), mark)
        else:
            waiting.append(one)
    _in_columns(words, waiting, held, mark)


def given(asked: Sequence[OrganiserField], mark: str) -> dict[str, Any]:
    """What stands in the widgets now."""
    return {one.id: st.session_state.get(f"{mark} {one.id}") for one in asked}


def names_of(asked: Sequence[OrganiserField], mark: str) -> list[str]:
    """The session's names of the widgets."""
    return [f"{mark} {one.id}" for one in asked]


def forget(asked: Sequence[OrganiserField], mark: str) -> None:
    """Empty the widgets, after what they held was kept."""
    for one in asked:
        st.session_state.pop(f"{mark} {one.id}", None)
    st.session_state.pop(f"{mark} wrong", None)


def widget(words: Translator, one: OrganiserField, held: Any, mark: str) -> None:
    """The widget that suits the field, `held` being its kept value; what stands in it is under `mark` and the id."""
    named = f"{one.label(words.language)}{' *' if one.required else ''}"
    shown: Any = _shown(words, one, held)
    typed: dict[str, Any] = {"key": f"{mark} {one.id}", **UNTIL_PRESSED}
    options = {option.id: option.label(words.language) for option in one.options}
    match one.type:
        case "textarea":
            st.text_area(named, shown, max_chars=one.max_length, height=90, **typed)
        case "multi":
            st.pills(named, [*options], selection_mode="multi", default=shown, format_func=options.__getitem__, **typed)
        case "single" if len(options) <= FEW:
            st.pills(named, [*options], default=shown, format_func=options.__getitem__, **typed)
        case "single":
            index: Any = [*options].index(shown) if shown else None
            choose = words("Choose")
            st.selectbox(named, [*options], index, options.__getitem__, placeholder=choose, **typed)
        case "boolean":
            st.checkbox(named, shown, **typed)
        case "date":
            st.date_input(named, shown, date(1990, 1, 1), date(2100, 12, 31), format="DD.MM.YYYY", **typed)
        case "integer" if one.least is not None and one.most is not None and one.most - one.least < FEW:
            st.segmented_control(named, range(one.least, one.most + 1), default=shown, **typed)
        case "integer" | "number":
            st.text_input(named, shown, max_chars=20, **typed)
        case _:
            st.text_input(named, shown, max_chars=one.max_length, **typed)
    _told(one, mark)


def _told(one: OrganiserField, mark: str) -> None:
    if fault := st.session_state.get(f"{mark} wrong", {}).get(one.id):
        st.markdown(f":red[**{plain(fault)}**]")


def written(one: OrganiserField, value: Any, words: Translator) -> str:
    """A kept value as people read it."""
    if value is None:
        return ""
    if one.type == "boolean":
        return words("Yes") if value else words("No")
    if one.type == "date":
        return words.date(date.fromisoformat(value), "short")
    if one.type in ("integer", "number"):
        return words.number(value) + (f" {one.unit}" if one.unit else "")
    names = {option.id: option.label(words.language) for option in one.options}
    chosen = value if isinstance(value, list) else [value]
    return ", ".join(names.get(each, str(each)) for each in chosen)


def fact(one: OrganiserField, value: Any, words: Translator) -> str:
    """A kept value with its name where it says nothing alone: a date, a number, a yes."""
    if one.type == "boolean":
        return one.label(words.language) if value else ""
    said = written(one, value, words)
    if said and one.type in ("date", "integer", "number"):
        return f"{one.label(words.language).partition(',')[0]}: {said}"  # "Once, in euros" has its unit in the value
    return said


def _wide(one: OrganiserField) -> bool:
    """Whether a field has a row of its own: long texts, and choices that stand open side by side."""
    if one.type == "single":
        return len(one.options) <= FEW
    return one.type in WIDE or (one.type == "text" and one.max_length > LONG)


def _in_columns(words: Translator, some: Sequence[OrganiserField], held: Mapping[str, Any], mark: str) -> None:
    for pair in (some[place : place + 2] for place in range(0, len(some), 2)):
        for column, one in zip(st.columns(2, gap="medium", vertical_alignment="bottom"), pair, strict=False):
            with column:
                widget(words, one, held.get(one.id), mark)


def _shown(words: Translator, one: OrganiserField, held: Any) -> Any:
    """The kept value as the widget wants it; a choice that is no longer offered is none."""
    if one.type == "date":
        return date.fromisoformat(held) if held else None
    if one.type in ("integer", "number"):
        chips = one.least is not None and one.most is not None and one.most - one.least < FEW
        return held if chips else "" if held is None else _digits(words, held)
    offered = {option.id for option in one.options}
    if one.type == "multi":
        return [each for each in held or () if each in offered]
    if one.type == "single":
        return held if held in offered else None
    return bool(held) if one.type == "boolean" else held or ""


def _digits(words: Translator, number: float) -> str:
    """A number as it is read again in this language: a decimal point would mean thousands in another one."""
    return f"{number:.15g}".replace(".", get_decimal_symbol(words.locale))

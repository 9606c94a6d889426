"""The part of the page of communities that counts residents by age and gender, with one source for all numbers."""

from html import escape

import streamlit as st

from toolkit.acts.census import field_of, keep_population, wrong_population
from toolkit.compare.population import ALL, Cell, ages, genders, missing, persons, total
from toolkit.content.organiser_forms import organiser_forms
from toolkit.desk.charts import show
from toolkit.desk.charts_population import residents
from toolkit.desk.communities import cell_key, cells, source_key
from toolkit.desk.community_pasting import paste
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_fields import UNTIL_PRESSED
from toolkit.desk.record_opening import mark_of
from toolkit.desk.style import plain
from toolkit.i18n import Translator, say
from toolkit.store.programme import Community
from toolkit.store.records import Record, records

FORM = "population"
WIDTHS = (1.3, 1, 1, 1)


def population(desk: Desk, community: Community) -> None:
    """The table to type in, its source, and what is kept as a picture."""
    _, held = desk.words, desk.ask(records, community.id, FORM)
    numbers, source = _held(community, held)
    st.write(_("Numbers from an official source. What you leave empty stays unknown. Nothing is guessed."))
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        grid(_, community.id, numbers)
    with right:
        _source(_, community.id, source)
        st.button(
            _("Keep the numbers"), type="primary", key=f"{mark_of(FORM, community.id)} keep", width="stretch",
            on_click=_keep, args=(desk, community.id),
        )  # fmt: skip
        paste(_, community.id)
    kept = {(one.values["age"], one.values["gender"]): int(one.values["persons"]) for one in held}
    if kept and total(kept) != community.population:
        number = _.number(community.population) if community.population is not None else "?"
        st.info(
            _("Elsewhere {number} residents are written down. Keep the table to bring both in step.", number=number)
        )
    if any(persons(kept, age, ALL) for age in ages()):
        show(residents(_, kept, community), "residents")


@st.fragment
def grid(_: Translator, community_id: int, held: dict[Cell, str]) -> None:
    """Ages by gender; an empty total shows in grey what its parts add up to."""
    known = typed(community_id, held)
    faults = st.session_state.get(f"{mark_of(FORM, community_id)} wrong", {})
    with st.container(gap="xsmall"):
        _rows(_, community_id, held, known, faults)
    st.html(f"<p>{escape(_sum(_, known))}</p>")


def _rows(
    _: Translator, community_id: int, held: dict[Cell, str], known: dict[Cell, int], faults: dict[str, str]
) -> None:
    form = organiser_forms()[FORM]
    age_names = {each.id: each.label(_.language) for each in form.field("age").options}
    gender_names = {each.id: each.label(_.language) for each in form.field("gender").options}
    heads = st.columns(WIDTHS, gap="small")
    for column, name in zip(heads, ("", *(gender_names[each] for each in (*genders(), ALL))), strict=True):
        column.html(f"<b>{escape(name)}</b>")
    for age in (*ages(), ALL):
        row = st.columns(WIDTHS, gap="small", vertical_alignment="center")
        row[0].html(f"<b>{escape(age_names[age])}</b>" if age == ALL else escape(age_names[age]))
        for column, gender in zip(row[1:], (*genders(), ALL), strict=True):
            worked_out = persons(known, age, gender)
            column.text_input(
                f"{age_names[age]}, {gender_names[gender]}", held.get((age, gender), ""), max_chars=12,
                key=cell_key(community_id, (age, gender)), persist_state="page", label_visibility="collapsed",
                placeholder="" if worked_out is None else f"= {_.number(worked_out)}",
            )  # fmt: skip
        _told(faults, [field_of((age, gender)) for gender in (*genders(), ALL)])


def typed(community_id: int, held: dict[Cell, str]) -> dict[Cell, int]:
    """The numbers in the widgets, or held where none is drawn yet, that are whole numbers already."""
    found = {}
    for cell in cells():
        stands = st.session_state.get(cell_key(community_id, cell), held.get(cell, ""))
        text = str(stands or "").replace(" ", "").replace(".", "")
        if text.isdecimal():
            found[cell] = int(text)
    return found


def _sum(_: Translator, known: dict[Cell, int]) -> str:
    whole, lacking = total(known), missing(known)
    if whole is not None:
        return _.ngettext("{n} resident in all.", "{number} residents in all.", whole, number=_.number(whole))
    if not known:
        return _("Do you know only the number of all residents? Write it in the last field.")
    return _.ngettext("The total is unknown: {n} age is missing.", "The total is unknown: {n} ages are missing.",
                      len(lacking))  # fmt: skip


def _source(_: Translator, community_id: int, held: str) -> None:
    asked = organiser_forms()[FORM].field("source")
    st.text_input(
        f"{asked.label(_.language)} *", held, key=source_key(community_id), max_chars=asked.max_length,
        placeholder=_("for example: statistical office, 1. 1. 2026"), **UNTIL_PRESSED,
    )  # fmt: skip
    _told(st.session_state.get(f"{mark_of(FORM, community_id)} wrong", {}), ["source"])


def _told(faults: dict[str, str], fields: list[str]) -> None:
    for said in dict.fromkeys(faults[field] for field in fields if field in faults):
        st.markdown(f":red[**{plain(said)}**]")


def _held(community: Community, held: tuple[Record, ...]) -> tuple[dict[Cell, str], str]:
    """The kept numbers and their source; a total that was written down elsewhere stands in its field."""
    kept = {(one.values["age"], one.values["gender"]): str(one.values["persons"]) for one in held}
    source = next((str(one.values["source"]) for one in held), community.population_source)
    if community.population is not None and not kept:
        kept[ALL, ALL] = str(community.population)
    return kept, source


def _keep(desk: Desk, community_id: int) -> None:
    _, mark = desk.words, mark_of(FORM, community_id)
    given = {cell: st.session_state.get(cell_key(community_id, cell)) for cell in cells()}
    source = str(st.session_state.get(source_key(community_id)) or "")
    found = desk.ask(wrong_population, community_id, given, source, _.language)
    st.session_state[f"{mark} wrong"] = {field: say(fault, _.language) for field, fault in found.items()}
    if found:
        return
    if carry_out(keep_population, (community_id, given, source, _.language), {"done": _("Kept.")}) is not None:
        for key in [cell_key(community_id, cell) for cell in cells()] + [source_key(community_id)]:
            st.session_state.pop(key, None)

"""The stakeholder register on its page: how many, whom to see, and each with what is clicked most."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from html import escape
from typing import Any

import streamlit as st
from babel.dates import format_date

from carousel.preparation import Stakeholder
from toolkit.acts.recording import keep_record
from toolkit.compare.stakeholders import Counts, counted, invited, silent
from toolkit.content.organiser_forms import organiser_forms
from toolkit.content.vocabulary import Term, vocabulary
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.record_fields import written
from toolkit.desk.record_opening import NEW, mark_of, open_new, open_record, opened
from toolkit.desk.recording import offer_back, record_form, remove_kept
from toolkit.desk.style import plain
from toolkit.i18n import Translator, _
from toolkit.store.records import Record

FORM = "stakeholder"
SCORES = ("interest", "influence", "affected")
INVITED, YES, CAME = "invited", "yes", "came"
FILTERS: Mapping[str, tuple[str, Callable[[Stakeholder, date], bool]]] = {
    "all": (_("All"), lambda one, today: True),
    "not_invited": (_("Not invited"), lambda one, today: not invited(one)),
    "no_reply": (_("No reply"), silent),
    "came": (_("Came"), lambda one, today: one.came),
}
Row = tuple[Record, Stakeholder]


def figures(words: Translator, register: Sequence[Stakeholder]) -> None:
    """The register in one sentence."""
    if not register:
        st.markdown(words("The register is empty. Add the first stakeholder or bring in a table."))
        return
    found: Counts = counted(register)
    of_types = words.ngettext("of {n} type", "of {n} types", found.types)
    said = [
        words.ngettext("{n} stakeholder", "{n} stakeholders", found.stakeholders) + f" {of_types}",
        words("invited: {n}", n=found.invited),
        words("said yes: {n}", n=found.yes),
        words("came: {n}", n=found.came),
    ]
    if found.came:
        said.append(words("types that came: {n} of {of}", n=found.types_came, of=found.types))
    st.markdown(f"**{plain(' · '.join(said))}**")


def register_list(desk: Desk, community_id: int, rows: Sequence[Row], today: date) -> None:
    """Every stakeholder by type, with quick answers; those that a filter leaves."""
    _, form, mark = desk.words, organiser_forms()[FORM], mark_of(FORM, community_id)
    offer_back(desk, mark)
    open_one = opened(mark)
    add, sieve = st.columns([1.3, 3], vertical_alignment="center")
    add.button(
        _("Add a stakeholder"), icon=":material/add:", type="secondary" if rows else "primary", key=f"{mark} add",
        on_click=open_new, args=(FORM, community_id), width="stretch",
    )  # fmt: skip
    if open_one == NEW:
        record_form(desk, community_id, form, mark, None)
    if not rows:
        return
    with sieve:
        shown = _sieved(_, rows, today, mark)
    if not shown:
        st.info(_("Nobody here."))
    for term in vocabulary().stakeholder_types:
        own = [row for row in shown if row[1].type == term.id]
        if own:
            _heading(short(term, _.language), len(own))
        for record, one in own:
            if open_one == record.id:
                _opened(desk, community_id, record, mark)
            else:
                _row(desk, community_id, record, one, mark, today)


def _heading(type: str, many: int) -> None:
    st.html(f"<h3 style='margin:.4rem 0 0;padding:0'>{escape(type)} <span class=v-soft>{many}</span></h3>")


def short(term: Term, language: str) -> str:
    """A type's name without its examples: "Javni zavod"."""
    return term.label(language).partition("(")[0].partition(",")[0].strip()


def _sieved(words: Translator, rows: Sequence[Row], today: date, mark: str) -> list[Row]:
    many = {id: sum(keeps(one, today) for _record, one in rows) for id, (_label, keeps) in FILTERS.items()}
    key = f"{mark} filter"
    if st.session_state.get(key) not in FILTERS:
        st.session_state[key] = "all"
    chosen = st.segmented_control(
        words("Show"), list(FILTERS), key=key, required=True, label_visibility="collapsed",
        format_func=lambda id: f"{words(FILTERS[id][0])} · {many[id]}",
    )  # fmt: skip
    return [row for row in rows if FILTERS[str(chosen)][1](row[1], today)]


def _row(desk: Desk, community_id: int, record: Record, one: Stakeholder, mark: str, today: date) -> None:
    _ = desk.words
    with st.container(border=True, gap=None):
        about, chips, change = st.columns([5, 4.4, 1.5], vertical_alignment="center")
        about.html(f"<b>{escape(one.name)}</b><div class=v-facts>{'<br>'.join(map(escape, _facts(_, record)))}</div>")
        with chips:
            _chips(_, record, one, mark, today)
        change.button(_("Change"), key=f"{mark} change {record.id}", width="stretch",
                      on_click=open_record, args=(FORM, community_id, record.id))  # fmt: skip


def _opened(desk: Desk, community_id: int, record: Record, mark: str) -> None:
    """The form of a kept stakeholder, and beneath it what takes the stakeholder away."""
    record_form(desk, community_id, organiser_forms()[FORM], mark, record)
    st.button(
        desk.words("Remove: {name}", name=plain(str(record.values["name"]))), key=f"{mark} remove", type="tertiary",
        icon=":material/delete:", on_click=remove_kept, args=(FORM, community_id, record.id),
    )  # fmt: skip


def _facts(words: Translator, record: Record) -> list[str]:
    """Short lines: how they stand, what they could become, for whom and how they are reached, what they replied."""
    form, held = organiser_forms()[FORM], record.values
    said = [
        f"{form.field(name).label(words.language).partition(',')[0]} {held[name]}" for name in SCORES if name in held
    ]
    levels = [written(form.field(name), held.get(name), words) for name in ("current_level", "wanted_level")]
    way = " → ".join(dict.fromkeys(level or words("not known yet") for level in levels)) if any(levels) else ""
    reply = written(form.field("reply"), held["reply"], words) if held.get("reply") not in (None, "yes_") else ""
    known = vocabulary()
    reached = [
        short(term, words.language)
        for name, part in (("target_groups", known.target_groups), ("channels", known.channels))
        for term in part
        if term.id in held.get(name, ())
    ]
    return [line for line in (" · ".join(said), way, ", ".join(reached), reply) if line]


def _chips(words: Translator, record: Record, one: Stakeholder, mark: str, today: date) -> None:
    """Invited, will come, came: one click each, a second click takes it back."""
    on = words("Invited {day}", day=day_and_month(words, one.invited_on)) if one.invited_on else ""
    names = {INVITED: on or words("Invited today"), YES: words("Will come"), CAME: words("Came")}
    lit = {INVITED: one.invited_on is not None, YES: one.reply == "yes_", CAME: one.came}
    key = f"{mark} chips {record.id} {record.version}"
    st.pills(
        one.name, list(names), selection_mode="multi", key=key, format_func=names.__getitem__,
        default=[name for name, is_on in lit.items() if is_on], label_visibility="collapsed",
        on_change=_click, args=(record, key, today, words.language),
    )  # fmt: skip


def day_and_month(words: Translator, day: date) -> str:
    """ "13. 11." or "13 Nov"."""
    return format_date(day, "d. M." if words.language == "sl" else "d MMM", words.locale)


def _click(record: Record, key: str, today: date, language: str) -> None:
    mark_as(record, set(st.session_state[key]), today, language)


def mark_as(record: Record, lit: set[str], today: date, language: str) -> None:
    """Keep which of invited, will come and came are true; a day or a reply that says more stays as it is."""
    values: dict[str, Any] = dict(record.values)
    if INVITED not in lit:
        values.pop("invited_on", None)
    else:
        values.setdefault("invited_on", today.isoformat())
    if YES in lit:
        values["reply"] = "yes_"
    elif values.get("reply") == "yes_":
        values.pop("reply")
    values["came"] = CAME in lit
    carry_out(
        keep_record, (record.community_id, FORM, values, language), {"record": record.id, "version": record.version}
    )


def invite_all(some: Sequence[Record], today: date, language: str) -> None:
    """Mark each as invited today; a button's callback."""
    for record in some:
        if "invited_on" not in record.values:
            values = {**record.values, "invited_on": today.isoformat()}
            named = {"record": record.id, "version": record.version}
            carry_out(keep_record, (record.community_id, FORM, values, language), named)

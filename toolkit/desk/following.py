"""The parts of the page that leads from the evening to the open door."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from toolkit.acts.recording import keep_record
from toolkit.content.organiser_forms import organiser_forms
from toolkit.desk.following_matches import proposals
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.recording import record_list
from toolkit.desk.register import register_tables
from toolkit.desk.style import plain
from toolkit.i18n import Translator
from toolkit.store.programme import Community
from toolkit.store.records import Record, records

SHOWN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "action": ("what", ("who", "due", "status", "done_on")),
    "activity": ("title", ("theme", "target_group", "organiser", "weekday", "time", "room", "start")),
    "budget": ("item", ("once", "yearly", "source")),
    "agreement": ("subject", ("parties", "keys_and_hours", "from", "until")),
    "promotion": ("channel", ("day", "message", "answerable")),
}


def names(words: Translator) -> Mapping[str, str]:
    """What the parts are called, by the form they are made of."""
    return {form: organiser_forms()[form].title.of(words.language) for form in SHOWN}


def show(desk: Desk, community: Community, form: str) -> None:
    """One part: what it is for, where it stands, its records, and the table of them."""
    st.write(plain(organiser_forms()[form].intro.of(desk.words.language)))
    if form == "action":
        _progress(desk, desk.ask(records, community.id, form))
    if form == "activity":
        proposals(desk, community)
    held = record_list(desk, community.id, form, *SHOWN[form])
    if form == "budget":
        _sums(desk.words, held)
    register_tables(desk, community.id, form)


def _progress(desk: Desk, held: Sequence[Record]) -> None:
    """How many of the steps that are due were done; which are late, with the button that says done."""
    _, today = desk.words, desk.today.isoformat()
    planned = [one for one in held if one.values.get("status") != "dropped"]
    due = [one for one in planned if one.values["due"] <= today]
    if not planned:
        return
    done = sum(one.values.get("status") == "done" for one in due)
    said = _("Done of those that are due: {done} of {due}.", done=done, due=len(due)) if due else _("Nothing is due.")
    st.markdown(f"**{plain(said)}**")
    for one in due:
        if one.values.get("status") != "done":
            _late(desk, one, today)
    coming = [one for one in planned if one.values["due"] > today and one.values.get("status") != "done"]
    for one in sorted(coming, key=lambda one: str(one.values["due"]))[:1]:
        st.caption(plain(_("Next: {what}, until {day}.", what=one.values["what"], day=_day(_, one))))


def _late(desk: Desk, one: Record, today: str) -> None:
    _ = desk.words
    said, done = st.columns([6, 1.3], vertical_alignment="center")
    said.warning(plain(_("Late since {day}: {what}", day=_day(_, one), what=one.values["what"])))
    values = {**one.values, "status": "done", "done_on": today}
    done.button(
        _("Done"), key=f"done {one.id}", width="stretch", on_click=carry_out,
        args=(keep_record, (one.community_id, one.form, values, _.language),
              {"record": one.id, "version": one.version}),
    )  # fmt: skip


def _day(words: Translator, one: Record) -> str:
    return words.date(date.fromisoformat(one.values["due"]), "short")


def _sums(words: Translator, held: Sequence[Record]) -> None:
    """What it costs in all, and how much of it is confirmed; what has no number is said."""
    if not held:
        return
    for name, said in (("once", words("Once")), ("yearly", words("A year"))):
        known = [one.values for one in held if name in one.values]
        whole, sure = _sum(known, name), _sum([one for one in known if one.get("confirmed")], name)
        st.markdown(
            plain(words("{what}: {sum} €, of which {sure} € confirmed.", what=said, sum=words.number(whole),
                        sure=words.number(sure)))
        )  # fmt: skip
    unknown = sum("once" not in one.values and "yearly" not in one.values for one in held)
    if unknown:
        st.caption(words.ngettext("{n} item has no amount yet.", "{n} items have no amount yet.", unknown))


def _sum(rows: Sequence[Mapping[str, Any]], name: str) -> float:
    return float(sum(row[name] for row in rows))

"""The library of good practice on the opening's page: examples to choose from, and adding one's own."""

from html import escape

import streamlit as st

from toolkit.acts.opening import MOST_EXAMPLES, add_example, choose_examples, remove_example, restore_example
from toolkit.content.good_practice import LONGEST, SHIPPED, Practice, Source, good_practice, practice_faults
from toolkit.content.good_practice_writing import FIELDS, LONGEST_HERE, NEEDED, faults
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.style import plain
from toolkit.i18n import Translator, say
from toolkit.store.opening import opening
from toolkit.store.workshops import Situation

MARK = "example"


def library(desk: Desk, where: Situation) -> None:
    """Every example as a card; those chosen are shown at the opening, at most four."""
    _, own = desk.words, desk.settings.good_practice
    held = good_practice(own)
    chosen = [id for id in desk.ask(opening, where.workshop.id).practices if id in held]
    st.markdown(
        plain(_("Choose up to {most} examples for this workshop. Each has two screens.", most=MOST_EXAMPLES))
        + f" **{plain(_('Chosen: {n}', n=len(chosen)))}**"
    )
    for fault in practice_faults(own):
        st.warning(plain(fault.said(_.language)))
    _offer_back(desk)
    columns = st.columns(2, gap="medium")
    named = sorted(held.values(), key=lambda one: (_shipped(one), one.name.of(_.language)))  # one's own first
    for place, one in enumerate(named):
        with columns[place % 2], st.container(border=True):
            st.html(_card(_, one))
            _choice(desk, where, one, chosen)


def _choice(desk: Desk, where: Situation, one: Practice, chosen: list[str]) -> None:
    _, workshop_id = desk.words, where.workshop.id
    taken = one.id in chosen
    show, away = st.columns([2, 1], vertical_alignment="center")
    st.session_state[f"{MARK} {one.id}"] = taken
    show.checkbox(
        _("Show at this workshop"), key=f"{MARK} {one.id}", disabled=not taken and len(chosen) >= MOST_EXAMPLES,
        on_change=_choose, args=(desk, workshop_id, one.id),
    )  # fmt: skip
    if not _shipped(one):
        away.button(_("Remove"), key=f"{MARK} remove {one.id}", type="tertiary", on_click=_remove, args=(one.id,))


def _choose(desk: Desk, workshop_id: int, id: str) -> None:
    """Two boxes ticked quickly arrive together: each goes by what is chosen now, not by what was drawn."""
    held = good_practice(desk.settings.good_practice)
    others = [one for one in desk.ask(opening, workshop_id).practices if one in held and one != id]
    wanted = [*others, id] if st.session_state[f"{MARK} {id}"] else others
    carry_out(choose_examples, (workshop_id, wanted), {})


def _shipped(one: Practice) -> bool:
    return (SHIPPED / f"{one.id}.yaml").exists()


def _card(_: Translator, one: Practice) -> str:
    language = _.language
    where = " · ".join(text.of(language) for text in (one.place, one.since) if len(text))
    runs = f"<p>{escape(_('Who runs it: {who}', who=one.runs.of(language)))}</p>" if len(one.runs) else ""
    sources = "".join(_source(_, source) for source in one.sources)
    return (
        f"<div class='v-card v-bare'><h3>{escape(one.name.of(language))}</h3><span class=v-soft>{escape(where)}</span>"
        f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in one.happens.of(language))}</ul>"
        f"<details><summary class=v-soft>{escape(_('What we can learn, and the sources'))}</summary>"
        f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in one.learn.of(language))}</ul>{runs}"
        f"<ul class=v-facts>{sources}</ul></details></div>"
    )


def _source(_: Translator, one: Source) -> str:
    title = escape(one.title)
    if one.address:
        title = f'<a href="{escape(one.address)}" target="_blank" rel="noreferrer">{title}</a>'
    return f"<li>{title}, {escape(_('read on {day}', day=_.date(one.read, 'short')))}</li>"


def add_own(desk: Desk) -> None:
    """The form for an example of one's own; what is wrong stands at its field, and the input is kept."""
    _ = desk.words
    with st.expander(_("Add your own example"), icon=":material/add:"):
        st.caption(_("Only what you can name a source for. A sentence a line, in your own words."))
        columns = st.columns(2, gap="medium")
        names = _names(_)
        for place, field in enumerate(FIELDS):
            with columns[place % 2]:
                _field(field, names[field])
        st.button(_("Keep"), type="primary", key=f"{MARK} keep", on_click=_keep, args=(_.language, _("Kept.")))


def _names(_: Translator) -> dict[str, str]:
    return {
        "name": _("What it is called"),
        "place": _("Town and country"),
        "since": _("Since when"),
        "happens": _("What happens there, up to three lines"),
        "runs": _("Who runs it"),
        "learn": _("What we can learn, one or two lines"),
        "title": _("Where you read it: title and date"),
        "address": _("Address of the source"),
    }


def _field(field: str, name: str) -> None:
    key, named = f"{MARK} new {field}", f"{name}{' *' if field in NEEDED else ''}"
    if field in ("happens", "learn"):
        st.text_area(named, key=key, height=110, max_chars=4 * LONGEST[field], on_change="ignore")
    else:
        st.text_input(named, key=key, max_chars=LONGEST_HERE[field], on_change="ignore")
    fault = st.session_state.get(f"{MARK} wrong", {}).get(field)
    if fault:
        st.markdown(f":red[**{plain(fault)}**]")


def _keep(language: str, done: str) -> None:
    given = {field: str(st.session_state.get(f"{MARK} new {field}", "")) for field in FIELDS}
    found = faults(given)
    st.session_state[f"{MARK} wrong"] = {field: say(fault, language) for field, fault in found.items()}
    if found or carry_out(add_example, (given, language), {"done": done}) is None:
        return
    for field in FIELDS:
        st.session_state[f"{MARK} new {field}"] = ""


def _remove(id: str) -> None:
    carry_out(remove_example, (id,), {})
    st.session_state[f"{MARK} gone"] = id


def _offer_back(desk: Desk) -> None:
    if gone := st.session_state.get(f"{MARK} gone"):
        said, back = st.columns([6, 1.6], vertical_alignment="center")
        said.info(desk.words("The entry is removed."))
        back.button(desk.words("Bring it back"), key=f"{MARK} back", on_click=_restore, args=(gone,))


def _restore(id: str) -> None:
    carry_out(restore_example, (id,), {})
    st.session_state.pop(f"{MARK} gone", None)

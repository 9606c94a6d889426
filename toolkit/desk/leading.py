"""Leading the evening: the run-sheet, one primary button, the clock, and what can be taken back."""

from html import escape

import streamlit as st

from carousel.stage import Stage, Verb, from_dict, legal
from toolkit.acts import hosting
from toolkit.desk.frame import Desk, desk_here
from toolkit.desk.joining import door
from toolkit.desk.navigation import page_path
from toolkit.desk.runsheet import HINTS, clock_text, lines, name, next_label, undo_label
from toolkit.i18n import _
from toolkit.store.notes import count_by_station
from toolkit.store.notes_held import waiting
from toolkit.store.workshops import Situation, last_move, situation

VERBS = {
    Verb.PAUSE: (_("Pause the clock"), "pause"),
    Verb.RESUME: (_("Let the clock run on"), "play_arrow"),
    Verb.EXTEND: (_("One minute more"), "more_time"),
    Verb.BREAK: (_("Break of ten minutes"), "coffee"),
    Verb.DROP: (_("Drop the last round"), "remove_circle"),
}


def run_sheet(desk: Desk, where: Situation) -> None:
    """Steps done, now and next, with planned minutes."""
    _ = desk.words
    rows = []
    for line in lines(where.step):
        sign = {"done": "✓", "now": "▶", "next": "·"}[line.state]
        said = _("{minutes} min", minutes=_.number(line.minutes)) if line.minutes else ""
        here = ' aria-current="step"' if line.state == "now" else ""
        rows.append(
            f"<li class={line.state}{here}><span aria-hidden=true>{sign}</span>"
            f"<span>{escape(name(_, line.stage, line.round))}</span><span>{escape(said)}</span></li>"
        )
    st.html(f"<ol class=v-steps>{''.join(rows)}</ol>")


def steer(desk: Desk, where: Situation) -> None:
    """Where the evening stands, its clock, the next step as the one primary button, and the rest beside it."""
    _, step = desk.words, where.step
    with st.container(border=True):
        st.html(
            f"<h2 style='margin:0;padding:0'>{escape(name(_, step.stage, step.round))}</h2>"
            f"<span class=v-soft>{escape(_(HINTS[step.stage]))}</span>"
        )
        if step.clock is not None:
            _clock(where.workshop.code, where.version)
        label = next_label(_, step, desk.now)
        if label is not None:
            _verb(desk, where, Verb.NEXT, label, look_type="primary", look_width="stretch")
        elif step.stage is Stage.THANKS:
            st.success(_("The evening is over. The report is on the page Report."))
        else:
            st.caption(_("The groups form when the first people have checked in."))
        with st.container(horizontal=True):
            for verb in legal(step):
                if verb in VERBS:
                    text, icon = VERBS[verb]
                    _verb(desk, where, verb, _(text), look_icon=f":material/{icon}:")
        _undo(desk, where)


def _verb(desk: Desk, where: Situation, verb: Verb, label: str, **look: object) -> None:
    desk.button(
        label, hosting.move, where.workshop.id, verb, where.version, look_key=f"{verb} {where.version}", **look
    )


def _undo(desk: Desk, where: Situation) -> None:
    _ = desk.words
    move = desk.ask(last_move, where.workshop.id)
    if move is not None:
        taken = undo_label(_, move.verb, from_dict(move.before["step"]))
        desk.button(
            _("Undo ({what})", what=taken), hosting.undo, where.workshop.id, where.version,
            look_icon=":material/undo:", look_type="tertiary", look_key=f"undo {where.version}",
        )  # fmt: skip


@st.fragment(run_every=1.0)
def _clock(code: str, version: int) -> None:
    desk = desk_here()
    where = desk.ask(situation, code)
    if where.version != version:
        st.rerun()
    clock, _ = where.step.clock, desk.words
    if clock is None:
        return
    left = clock.left(desk.now)
    said = _("paused") if clock.paused_at else _("time is up") if left == 0 else _("left")
    st.html(f"<div class=v-clock role=timer>{clock_text(left)} <small>{escape(said)}</small></div>")


def live(desk: Desk, where: Situation) -> None:
    """The numbers that matter, kept up to date, and the door for newcomers."""
    _numbers(where.workshop.code, where.version)
    door(desk, where)
    _, workshop = desk.words, where.workshop
    if st.button(_("QR code and prints"), icon=":material/print:", type="tertiary", width="stretch"):
        st.session_state["prepared"] = workshop.code
        st.switch_page(page_path("prepare"))
    st.link_button(
        _("Remote control for a phone"), f"/remote/{workshop.code}", icon=":material/settings_remote:",
        type="tertiary", width="stretch",
    )  # fmt: skip


@st.fragment(run_every=2.0)
def _numbers(code: str, version: int) -> None:
    desk = desk_here()
    _, where = desk.words, desk.ask(situation, code)
    if where.version != version:
        st.rerun()
    held = sum(note.status == "held" for note in desk.ask(waiting, where.workshop.id))
    figures = ((where.people, _("present")), (where.notes, _("notes")), (held, _("wait for you")))
    st.html(
        "<div class=v-figures>"
        + "".join(f"<div><b>{number}</b>{escape(text)}</div>" for number, text in figures)
        + f"</div><div class=v-door><span>{escape(_('code'))}</span><b>{escape(code)}</b></div>"
    )
    if where.carousel is not None:
        counts = desk.ask(count_by_station, where.workshop.id)
        rows = "".join(
            f"<li><span>{escape(_('Station {number}', number=number))}</span><span>"
            f"{escape(_.ngettext('{n} note', '{n} notes', counts.get(number, 0)))}</span></li>"
            for number in range(1, len(where.carousel.stations) + 1)
        )
        st.html(f"<ul class=v-steps>{rows}</ul>")


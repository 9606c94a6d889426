"""Learning from corrections: shown, switched on or off, taken along as a table and brought in from another one."""

from functools import partial

import streamlit as st

from carousel.refusal import Refusal
from toolkit.acts import settling
from toolkit.acts.learning import Lessons, corrections_csv, read_corrections
from toolkit.desk.frame import Desk, carry_out
from toolkit.i18n import say
from toolkit.store.sorting import corrections, learned_elsewhere, learning

FAULTS = 8
UPLOADER = """[data-testid=stFileUploaderDropzoneInstructions]{display:none}
[data-testid=stFileUploaderDropzone] button p{font-size:0}
[data-testid=stFileUploaderDropzone] button p::after{content:"%s";font-size:1rem}"""
"""Streamlit's own button speaks English only."""


def learning_part(desk: Desk) -> None:
    """How many corrections are used, the switch, and the tables in both directions."""
    _ = desk.words
    st.subheader(_("Learning from corrections"))
    own, on = desk.ask(corrections, _invented(desk)), desk.ask(learning)
    st.write(
        _.ngettext("Suggestions learn from corrections: {n} correction used.",
                   "Suggestions learn from corrections: {n} corrections used.", len(own) if on else 0)
    )  # fmt: skip
    st.session_state["learning"] = on
    st.toggle(
        _("Learn from corrections"), key="learning",
        on_change=lambda: carry_out(settling.set_learning, (bool(st.session_state["learning"]),), {}),
    )  # fmt: skip
    st.download_button(
        _("Download the corrections as a corpus (CSV)"), partial(corrections_csv, own), "corrections.csv", "text/csv",
        on_click="ignore", icon=":material/download:", disabled=not own, key="corrections csv",
    )  # fmt: skip
    st.caption(_("It holds published notes with their themes. Please read it before you pass it on."))
    _elsewhere(desk)


def _invented(desk: Desk) -> bool:
    """Whether only the demonstration is here: what was invented stays among its own."""
    found = desk.workshops()
    return bool(found) and all(one.workshop.demo for one in found)


def _elsewhere(desk: Desk) -> None:
    _ = desk.words
    st.markdown(f"**{_('Corrections of another programme')}**")
    if known := desk.ask(learned_elsewhere):
        st.write(_.ngettext("{n} correction of another programme is used.",
                            "{n} corrections of another programme are used.", len(known)))  # fmt: skip
        desk.button(_("Forget them"), settling.learn_from, (), done=_("They are forgotten."), look_key="forget lessons")
    st.html(f"<style>{UPLOADER % _('Choose a file')}</style>")
    given = st.file_uploader(
        _("A table with the columns theme, language, kind and text"), type=["csv"], key="lessons",
    )  # fmt: skip
    if given is None:
        return
    try:
        read = read_corrections(given.getvalue())
    except Refusal as refusal:
        st.warning(say(refusal, _.language))
        return
    _offer(desk, read)


def _offer(desk: Desk, read: Lessons) -> None:
    """What the table holds, each fault by its line, and the button that takes the rest over."""
    _ = desk.words
    for fault in read.faults[:FAULTS]:
        st.warning(say(fault, _.language))
    if (left := len(read.faults) - FAULTS) > 0:
        st.caption(_.ngettext("and {n} more row that cannot be used", "and {n} more rows that cannot be used", left))
    if not read.examples:
        st.info(_("No row of this table can be used."))
        return
    many = len(read.examples)
    said = _.ngettext("Use {n} correction", "Use {n} corrections", many)
    done = _.ngettext("{n} correction is used from now on.", "{n} corrections are used from now on.", many)
    desk.button(said, settling.learn_from, read.examples, done=done, look_type="primary", look_key="use lessons")

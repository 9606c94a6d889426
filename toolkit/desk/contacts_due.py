"""The reminder that something has been kept long enough, with one button and its consequence."""

import streamlit as st

from toolkit.acts import purging
from toolkit.acts.purging import Due
from toolkit.content.retention import RAFFLE_DAYS
from toolkit.desk.frame import Desk
from toolkit.i18n import Translator
from toolkit.store.backup import KEPT_DAYS


def reminder(desk: Desk) -> None:
    """What is due for deletion, for those who may delete it; nothing where nothing is due."""
    if not desk.staff.may("mentor"):
        return
    found = desk.store.read(purging.due, desk.today, programme=desk.staff.programme)
    if not found:
        return
    _ = desk.words
    with st.container(border=True):
        said, act = st.columns([4, 1.4], vertical_alignment="center")
        said.write(" ".join(what(_, found)))
        with act:
            desk.button(
                _("Delete now"), purging.purge_due, done=_("Deleted."), look_key="purge", look_type="primary",
                look_icon=":material/delete:", look_width="stretch",
            )  # fmt: skip


def what(_: Translator, found: Due) -> list[str]:
    """What is due and what deleting does."""
    said = []
    if found.contacts:
        said.append(_.ngettext("{n} contact is due for deletion.", "{n} contacts are due for deletion.",
                               len(found.contacts)))  # fmt: skip
    if found.tickets:
        said.append(_.ngettext("{n} raffle ticket is older than {days} days.",
                               "{n} raffle tickets are older than {days} days.", found.tickets,
                               days=RAFFLE_DAYS))  # fmt: skip
    said.append(_("Deleting cannot be undone. Backups forget it within {days} days.", days=KEPT_DAYS))
    return said

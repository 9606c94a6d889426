"""Backups on the staff's pages: a quiet line beside the evening, and on Settings where, when and how much."""

from html import escape

import streamlit as st

from carousel.refusal import Refusal
from carousel.stage import Stage
from toolkit.acts import backing_up
from toolkit.acts.clock_setting import last_jump
from toolkit.acts.restoring import drilled
from toolkit.desk.frame import Desk, carry_out, desk_here
from toolkit.desk.style import plain, table
from toolkit.i18n import Translator, _, say
from toolkit.store.backup import KEPT_DAYS
from toolkit.store.backups import kept
from toolkit.store.backups_keeper import Keeper, Standing
from toolkit.store.backups_place import Place, sticks
from toolkit.store.workshops import Situation

QUIET = (Stage.PREPARED, Stage.THANKS)
SHOWN = 3600.0  # seconds during which a set clock is told
LATE = _("The last backup is {age} old. Press Back up now on the page Settings.")
NEVER = _("There is no backup yet. Press Back up now on the page Settings.")
POSTGRESQL = _("This store is PostgreSQL. Its backups are made with pg_dump, see docs/trust.md.")


def backup_line(desk: Desk, where: Situation) -> None:
    """How old the newest backup is; a warning when it is late or its place is gone while the evening runs."""
    if backing_up.keeper_of(desk.store) is not None:
        _line(where.step.stage not in QUIET)


@st.fragment(run_every=15.0)
def _line(runs: bool) -> None:
    desk = desk_here()
    keeper = backing_up.keeper_of(desk.store)
    if keeper is None:
        return
    standings = keeper.standings()
    _told_clock(desk)
    for one in standings:
        if runs and keeper.late(one):
            st.warning(_trouble(desk.words, keeper, one))
    best = [one for one in standings if one.whole is not None and one.problem is None]
    if best:
        age = _age(desk.words, best[-1].age(keeper.steady()) or 0.0)
        said = desk.words("Backup {age} ago: {place}", age=age, place=name(desk.words, best[-1].place))
        st.html(f"<span class=v-facts>{escape(said)}</span>")


def _told_clock(desk: Desk) -> None:
    words, jump = desk.words, last_jump(desk.store)
    if jump is None or not 0 <= (desk.now - jump.now).total_seconds() < SHOWN:
        return
    by = _age(words, abs(jump.by).total_seconds())
    ahead = words("The computer's clock was set {by} ahead. The evening goes on.", by=by)
    st.info(ahead if jump.by.total_seconds() > 0 else
            words("The computer's clock was set {by} back. The evening goes on.", by=by))  # fmt: skip


def _trouble(words: Translator, keeper: Keeper, one: Standing) -> str:
    if one.problem is not None:
        return plain(say(one.problem, words.language))
    age = one.age(keeper.steady())
    return words(NEVER) if age is None else words(LATE, age=_age(words, age))


def _age(words: Translator, seconds: float) -> str:
    if seconds < 90:
        return words("{n} s", n=round(seconds))
    minutes = round(seconds / 60)
    return words("{n} min", n=minutes) if minutes < 90 else words("{n} h", n=round(minutes / 60))


def name(words: Translator, place: Place) -> str:
    """What a place is called on the screen."""
    return words("this computer") if place.own else place.name


def backups_part(desk: Desk) -> None:
    """The places and how they stand, a copy by hand, a try of the newest, and the choice of the second place."""
    _ = desk.words
    st.subheader(_("Backups"), anchor=False)
    keeper = backing_up.keeper_of(desk.store)
    if keeper is None:
        st.write(_(POSTGRESQL) if not desk.store.url.startswith("sqlite") else _("Backups begin with the program."))
        return
    with st.container(horizontal=True):
        if st.button(_("Back up now"), icon=":material/save:", key="back up now"):
            with st.spinner(_("Copying …")):
                keeper.round(anew=True)
        if st.button(_("Try the newest backup"), icon=":material/history:", type="tertiary", key="try backup"):
            _try(desk)
    _places(desk, keeper)
    st.caption(_("Every minute when something changed, and after each stage. Copies stay {days} days.", days=KEPT_DAYS))
    if desk.staff.may("owner"):
        _choice(desk, keeper)


def _places(desk: Desk, keeper: Keeper) -> None:
    _ = desk.words
    rows = []
    for one in keeper.standings():
        if one.problem is not None:
            st.warning(_trouble(_, keeper, one))
        if one.copy is None or one.at is None:
            continue
        rows.append([
            escape(name(_, one.place)), f"{escape(_.date(one.at, 'short'))} {escape(_.time(one.at))}",
            escape(_.number(one.copy.rows.get("note", 0))), escape(_.number(one.copy.total)),
        ])  # fmt: skip
    if rows:
        st.html(table([escape(_(head)) for head in (_("Place"), _("Last copy"), _("Notes"), _("Rows"))], rows))


def _try(desk: Desk) -> None:
    _, copies = desk.words, kept(desk.settings.data / "backups")
    if not copies:
        st.info(_("There is no backup yet."))
        return
    try:
        with st.spinner(_("Restoring for a try …")):
            done = drilled(copies[0].path)
    except Refusal as refusal:
        st.warning(plain(say(refusal, _.language)))
        return
    notes = _.ngettext("{n} note", "{n} notes", done.now.notes)
    st.success(_("The newest backup can be restored: {notes}.", notes=notes))


def _choice(desk: Desk, keeper: Keeper) -> None:
    _, own = desk.words, desk.settings
    if own.backup or own.https:
        return
    second = next((one for one in keeper.places() if not one.own), None)
    st.markdown(f"**{_('A second place')}**")
    for stick in sticks():
        if second is None or stick not in (second.folder, *second.folder.parents):
            desk.button(
                _("Also to {name}", name=plain(Place(stick).name)), backing_up.set_place, str(stick),
                done=_("Backups go there, too."), look_key=f"stick {stick}", look_icon=":material/usb:",
            )  # fmt: skip
    with st.form("backup place"):
        st.text_input(
            _("Folder, such as a USB stick"), str(second.folder) if second else "", key="place",
            placeholder="/media/usb", autocomplete="off",
        )  # fmt: skip
        st.form_submit_button(_("Keep"), on_click=_keep_place, args=(_("The place for backups is kept."),))
    if second is None:
        st.caption(_("A broken disk takes data and backups along. A stick does not break with it."))


def _keep_place(done: str) -> None:
    carry_out(backing_up.set_place, (st.session_state["place"],), {"done": done})

"""Lists for the follow-up: one for each purpose, of those who allowed it, made when they are wanted."""

from collections.abc import Iterator, Mapping, Sequence

import streamlit as st

from toolkit.acts import following_up
from toolkit.acts.consenting import wording
from toolkit.acts.following_up import Contact
from toolkit.content.form import Field
from toolkit.content.question import InterestForm
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk, carry_out
from toolkit.desk.order import to_the_end
from toolkit.i18n import Translator
from toolkit.paper.contact_list import REACH, WHOLE, contact_book, contact_csv, contact_file, contact_table
from toolkit.paper.tables import DataTable
from toolkit.paper.takeaway import MIME


def purposes(desk: Desk, found: Sequence[Contact]) -> dict[str, str]:
    """The newest words of each consent that somebody gave, in the language of the desk."""
    versions: dict[str, int] = {}
    for one in found:
        for id, held in one.consents.items():
            if held["given"]:
                versions[id] = max(versions.get(id, 1), held.get("version", 1))
    return {id: desk.ask(wording, id, version)[desk.words.language] for id, version in versions.items()}


def lists(desk: Desk, found: Sequence[Contact]) -> None:
    """Choose a purpose, then take its list away."""
    _ = desk.words
    st.subheader(_("To take away"), anchor=False)
    offered = purposes(desk, found)
    purpose = st.selectbox(
        _("For which purpose?"), list(offered), format_func=lambda one: offered.get(one, one), key="purpose"
    )
    if purpose is None:
        return
    people = [one for one in found if one.allows(purpose)]
    st.write(_.ngettext("{n} person has allowed this.", "{n} people have allowed this.", len(people)))
    if st.button(_("Make the list"), key="make list"):
        with to_the_end():
            taken = carry_out(following_up.export_contacts, (purpose,), {})
            if taken:
                _offer(desk, purpose, table_of(desk, purpose, offered[purpose], people))
        if not taken:
            st.rerun()  # it was refused, and is told at the top


def _offer(desk: Desk, purpose: str, table: DataTable) -> None:
    _ = desk.words
    st.caption(_("Delete the file after use. Whoever withdraws stays in it until then."))
    csv, xlsx = st.columns(2)
    for place, ending, made in (
        (xlsx, "xlsx", contact_book(_, table, desk.today)), (csv, "csv", contact_csv(table))
    ):  # fmt: skip
        place.download_button(
            ending.upper(), made, contact_file(purpose, desk.today, ending), MIME[ending], width="stretch",
            on_click="ignore", icon=":material/download:", key=f"take {ending}",
        )  # fmt: skip


def table_of(desk: Desk, consent: str, purpose: str, people: Sequence[Contact]) -> DataTable:
    """The list. Whoever allowed no more than to be passed on or written to is there with name and contact alone."""
    _, form = desk.words, question_set(folder=desk.settings.question_sets).interest
    whole = all(one.consents[consent].get("required") for one in people)
    fields = {id: field for id in (WHOLE if whole else REACH) if (field := form.field(id))}
    labels = {id: field.label(_.language).rstrip("?.") for id, field in fields.items()}
    return contact_table(_, purpose, _headed(_, form, labels), [dict(_row(_, fields, one)) for one in people])


def _headed(_: Translator, form: InterestForm, labels: Mapping[str, str]) -> dict[str, str]:
    """Short heads for the fields whose question is long."""
    short = {"name": _("Name"), "levels": _("How"), "themes": _("Themes"), "offer_kinds": _("Would contribute"),
             "idea": _("Idea"), "support_needed": _("Needs"), "availability": _("Free at"),
             "organisation": _("Organisation")}  # fmt: skip
    return {id: short.get(id, label) for id, label in labels.items()}


def _row(_: Translator, fields: Mapping[str, Field], one: Contact) -> Iterator[tuple[str, str]]:
    for id, field in fields.items():
        yield id, said(_, field, one.said.get(id))
    yield "community", one.community
    yield "until", one.until.isoformat()


def said(_: Translator, field: Field, value: object) -> str:
    """What was answered, in words."""
    values = value if isinstance(value, list | tuple) else [value] if value else []
    found = [(field.option(str(each)), str(each)) for each in values]
    return "; ".join(option.label(_.language) if option else text for option, text in found)

"""Who is responsible for the data, on the page Settings: the privacy notice and the record of processing say it."""

from functools import partial

import streamlit as st

from toolkit.acts import processing, settling
from toolkit.content.privacy import BASES
from toolkit.content.question_set import question_set
from toolkit.desk.frame import Desk, carry_out
from toolkit.i18n import languages, translator
from toolkit.paper.processing_record import processing_record
from toolkit.paper.takeaway import MIME
from toolkit.store.choices import choice

FIELDS = ("organiser", "contact", "officer", "basis", "host")


def organiser(desk: Desk) -> None:
    """Who is responsible for the data, as residents read it, and the documents made of it."""
    _ = desk.words
    st.subheader(_("Who is responsible"))
    st.write(_("Residents read this before they answer."))
    if not desk.ask(processing.is_set):
        st.info(_("Please fill this in before the first evening. The privacy notice is not complete without it."))
    said, longest = desk.ask(processing.details), settling.LONGEST_NAME
    with st.form("organiser"):
        st.text_input(
            _("Organiser"), desk.ask(choice, "organiser") or "", key="organiser", max_chars=longest,
            placeholder=_("Name of the institution"),
        )  # fmt: skip
        st.text_input(
            _("For questions"), desk.ask(choice, "contact") or "", key="contact", max_chars=longest,
            placeholder=_("E-mail or phone number"),
        )  # fmt: skip
        st.text_input(
            _("Data protection officer, if you have one"), said["officer"], key="officer", max_chars=longest,
            placeholder=_("Name and e-mail"),
        )  # fmt: skip
        bases = {"interest": _("A society, company or initiative: legitimate interest"),
                 "task": _("A municipality or public institution: task in the public interest")}  # fmt: skip
        st.selectbox(
            _("Who are you? Answers without names then have this legal basis."), BASES,
            BASES.index(said["basis"]), key="basis", format_func=lambda one: bases[one],
        )  # fmt: skip
        st.text_input(
            _("Who runs the server, if it is not your own computer"), said["host"], key="host", max_chars=longest
        )
        st.form_submit_button(_("Keep"), on_click=_keep, args=(_("The organiser is kept."),))
    _record(desk)


def _keep(done: str) -> None:
    name, contact, *rest = (st.session_state[key] for key in FIELDS)
    carry_out(processing.set_responsible, (name, contact), dict(zip(FIELDS[2:], rest, strict=True)) | {"done": done})


def _record(desk: Desk) -> None:
    """The record of processing in each language, made when it is wanted."""
    _ = desk.words
    st.caption(_("The record of processing (GDPR Art. 30) is made of this and of the dates of deletion."))
    asked = question_set(folder=desk.settings.question_sets)
    for lang, place in zip(languages(), st.columns(max(2, len(languages()))), strict=False):
        facts = desk.ask(processing.facts, asked, lang)
        place.download_button(
            _("Record: {language}", language=translator(lang).name),
            partial(processing_record, facts, lang, desk.today),
            f"record_of_processing_{lang}_{desk.today.isoformat()}.docx", MIME["docx"], on_click="ignore",
            icon=":material/description:", width="stretch", key=f"record {lang}",
        )  # fmt: skip

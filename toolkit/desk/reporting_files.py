"""The report to look at page by page and to take away, with progress while it is made."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import streamlit as st

from toolkit.acts import releasing
from toolkit.compare.summary import Report
from toolkit.desk.frame import Desk
from toolkit.desk.remembered import remembered
from toolkit.i18n import _, languages, translator
from toolkit.paper import report as paper
from toolkit.paper.export import file_name
from toolkit.paper.takeaway import TakeAway, of_workshop, tables_of_workshop
from toolkit.store.workshops import Situation

TELLS = _("Fewer than five people changed since the last file. Two files side by side could tell what they said.")
ICONS = {"pdf": "picture_as_pdf", "docx": "description", "xlsx": "table", "zip": "data_object", "csv": "csv"}


def language_of_files(desk: Desk, key: str = "report language") -> str:
    """In which language the files are: at first that of the desk."""
    chosen = st.segmented_control(
        desk.words("Language of the files"), languages(), default=desk.words.language, key=key,
        format_func=lambda one: translator(one).name,
    )  # fmt: skip
    return str(chosen or desk.words.language)


def downloads(desk: Desk, found: Report) -> None:
    """Every format of the report in one language, each made when it is wanted, or all at once."""
    st.subheader(desk.words("To take away"))
    language, own = language_of_files(desk), desk.situation().workshop.id
    if desk.store.read(releasing.tells_by_files, own):
        st.warning(desk.words(TELLS))
    files = _noted(desk, own, of_workshop(found, language, desk.now))
    offer(desk, files)
    tables = _noted(desk, own, tables_of_workshop(found, language))
    offer(desk, tables[:1])
    everything(desk, (*files, *tables), file_name(found.head.code, found.head.date, f"all_{language}", "zip"))


def _noted(desk: Desk, workshop: int, files: Sequence[TakeAway]) -> tuple[TakeAway, ...]:
    """The files, each of which leaves a note of what the answers were when it was made."""

    def make(one: TakeAway) -> bytes:
        desk.store.write(releasing.file_made, workshop)
        return one.make()

    return tuple(replace(one, make=partial(make, one)) for one in files)


def offer(desk: Desk, files: Sequence[TakeAway]) -> None:
    """A button for each file; its title is said in the language of the desk."""
    for one in files:
        st.download_button(
            desk.words(one.title), one.make, one.name, one.mime, width="stretch", on_click="ignore",
            icon=f":material/{ICONS[one.name.rpartition('.')[2]]}:", key=f"take {one.name}",
        )  # fmt: skip


def everything(desk: Desk, files: Sequence[TakeAway], name: str) -> None:
    """All files in one, made one after another while the page says which."""
    _ = desk.words
    if st.button(_("Make all files"), width="stretch", icon=":material/folder_zip:", key=f"make {name}"):
        with st.status(_("The files are being made"), expanded=True) as state:
            packed = _packed(desk, files)
            state.update(label=_("All files are ready"), state="complete", expanded=False)
        st.download_button(
            _("Download all files"), packed, name, "application/zip", width="stretch", on_click="ignore",
            type="primary", icon=":material/download:", key=f"take {name}",
        )  # fmt: skip


def _packed(desk: Desk, files: Sequence[TakeAway]) -> bytes:
    kept, bar = BytesIO(), st.progress(0.0)
    with ZipFile(kept, "w", ZIP_DEFLATED) as packed:
        for place, one in enumerate(files, start=1):
            bar.progress((place - 1) / len(files), desk.words(one.title))
            packed.writestr(one.name, one.make())
    bar.progress(1.0)
    return kept.getvalue()


def preview(desk: Desk, where: Situation, found: Report) -> None:
    """The pages of the PDF as pictures, as they will print."""
    _, language = desk.words, str(st.session_state.get("report language") or desk.words.language)
    with st.spinner(_("The pages are being set")):
        pages = remembered(desk, f"pages {language}", where, lambda: paper.pages(found, language))
    for place, page in enumerate(pages, start=1):
        said = _("Page {n} of {all}", n=place, all=len(pages))
        st.image(page, caption=said, alt=said, width="stretch")

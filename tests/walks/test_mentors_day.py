"""A mentor's day: three communities from the state analysis to the compared report, in a real browser."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.program import Server
from tests.walks.mentors import Mentor, answers, choose, colleague, register
from tests.walks.people import facilitator
from toolkit.store import Store
from toolkit.store.preparation import preparation
from toolkit.store.programme import communities, workshops

PLACES = ("Brezje", "Log", "Polana")
RESIDENTS = "do 14\t60\t70\n15–29\t80\t90\n30–44\t120\t110\n45–64\t150\t160\n65–74\t60\t50\n75 ali več\t60\t30"
FIRST, SECOND = (3, 2, 2, 3, 2, 2, 3), (3, 2, 2, 3, 2, 2, 1)


def test_a_mentor_leads_three_communities_from_the_state_analysis_to_the_compared_report(
    browser: Browser, server: Server, store: Store, tmp_path: Path
) -> None:
    desk = facilitator(browser, server, "en")
    mentor = Mentor(desk.page, desk.words, desk.url)
    ids = {place: mentor.found(place) for place in PLACES}
    for place in PLACES:
        _analyse(mentor, ids[place])
    _rate_and_decide(mentor, colleague(browser, mentor, "Druga mentorica (demo)"), ids["Brezje"])
    _invite(mentor, ids["Brezje"], tmp_path)
    _print(mentor)
    for seed, place in enumerate(PLACES):
        _bring_in_answers(mentor, place, tmp_path, seed)
    known = {one.name: one for one in store.read(communities)}
    assert [known[place].population for place in PLACES] == [1040] * 3
    assert store.read(preparation, known["Brezje"].id).decision is not None
    _compare(mentor, store)
    _report(mentor, store)


def _analyse(mentor: Mentor, community: str) -> None:
    """A room with its hours; residents pasted from a spreadsheet, refused without a source, then kept."""
    mentor.open("communities", community=community, part="premises")
    mentor.press("Add: room")
    mentor.fill("Name of the room", "Dvorana")
    mentor.fill("Hours used a week", "12")
    mentor.fill("Hours a week it could be open", "10")
    mentor.press("Keep")
    mentor.sees("Please answer this question: Source and date of the data")
    mentor.fill("Source and date of the data", "popis, 1. 9. 2026")
    mentor.press("Keep")
    mentor.sees("More hours are used than possible")
    mentor.fill("Hours a week it could be open", "40")
    mentor.press("Keep")
    mentor.sees("12 of 40")
    mentor.open("communities", community=community, part="population")
    mentor.open_up("Paste from a spreadsheet")
    mentor.fill("Copied rows", RESIDENTS)
    mentor.insist("Fill into the table", "1,040 residents in all.")
    mentor.fill("Source and date of the data", "statistični urad, 1. 1. 2026")
    mentor.press("Keep the numbers")
    mentor.sees("Residents by age and gender")


def _rate_and_decide(mentor: Mentor, other: Mentor, community: str) -> None:
    """Two rate blindly, talk where they stand apart, score again; then a person decides with public reasons."""
    mentor.rate(community, FIRST, "Both profiles appear when a second person has rated everything.")
    other.rate(community, SECOND, "You stand two or more apart")
    for one in (mentor, other):
        one.open("communities", community=community, part="readiness")
        choose(one.page.get_by_test_id("stRadio").first, "3 ·")
        one.fill("What this score rests on", "Javno zagotovilo na zboru")
        one.press("Keep the new scores")
    mentor.open("communities", community=community, part="decision")
    mentor.page.get_by_text("Selected", exact=True).first.click()
    mentor.fill("Reasons (public)", "Prostor in nosilci so pripravljeni.")
    mentor.press("Keep")
    mentor.sees("Prostor in nosilci so pripravljeni.")


def _invite(mentor: Mentor, community: str, folder: Path) -> None:
    """The office's register is brought in after a look at it; who is missing is said; messages are suggested."""
    (folder / "register.csv").write_bytes(register())
    mentor.open("stakeholders", community=community)
    mentor.open_up("Excel and CSV")
    mentor.bring(folder / "register.csv")
    mentor.press("Bring in")
    mentor.sees("3 stakeholders of 3 types")
    mentor.open("stakeholders", community=community, part="gaps")


def _print(mentor: Mentor) -> None:
    """A workshop is prepared, and everything on paper comes as one PDF."""
    mentor.prepare("Brezje")
    mentor.open("print")
    mentor.press("Make the PDF")
    pages = PdfReader(BytesIO(mentor.take("Download"))).pages
    assert len(pages) > 15


def _bring_in_answers(mentor: Mentor, place: str, folder: Path, seed: int) -> None:
    """What 24 people answered, from the program's own table."""
    (folder / f"{place}.csv").write_bytes(answers(24, seed))
    mentor.open("bring_in")
    mentor.bring(folder / f"{place}.csv")
    if mentor.page.get_by_text("Into a new open house").count():
        mentor.page.get_by_text("Into a new open house").first.click()
    box = mentor.page.get_by_role("combobox", name="Community", exact=True).last
    box.fill(place)
    box.press("Enter")
    mentor.page.get_by_role("button", name="Import", exact=True).click()
    mentor.sees("120 notes were added.")


def _compare(mentor: Mentor, store: Store) -> None:
    """Side by side, with what cannot be confirmed said; the link brings the view back."""
    codes = [one.workshop.code for one in store.read(workshops) if one.notes]
    mentor.open("compare", workshops=",".join(codes), view="P1")
    for place in PLACES:
        mentor.sees(place)
    mentor.open("compare", workshops=",".join(codes), view="words")
    mentor.sees("Compared:")
    mentor.open("compare", workshops=",".join(codes), view="P1")
    mentor.sees("Is a community space needed here?")
    address = mentor.page.url
    mentor.open("workshops")
    mentor.page.goto(address)
    mentor.sees("Is a community space needed here?")


def _report(mentor: Mentor, store: Store) -> None:
    """Everything to take away, in one file."""
    code = next(one.workshop.code for one in store.read(workshops) if one.notes)
    mentor.open("report", workshop=code)
    mentor.press("Make all files")
    names = ZipFile(BytesIO(mentor.take("Download all files"))).namelist()
    endings = {name.rpartition(".")[2] for name in names}
    assert endings >= {"pdf", "docx", "xlsx", "zip", "csv"}, names

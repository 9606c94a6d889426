"""A mentor's browser: a register brought in from Excel and taken away again, a plan, an invitation, a flyer."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Download, Page, expect

from tests.walks.people import Facilitator
from toolkit.acts.registering import read_table
from toolkit.content.organiser_forms import organiser_forms
from toolkit.paper.register_book import register_xlsx

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = [
    {"name": "Gasilci (demo)", "type": "drustvo", "interest": 4, "influence": 3, "affected": 2},
    {"name": "Mladinski klub (demo)", "type": "neformalna_skupina", "target_groups": ["mladi"], "interest": 5,
     "influence": 1, "affected": 5},
]  # fmt: skip


def taken(page: Page, label: str) -> bytes:
    """What a button gives to take away."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name=label).click()
    download: Download = waiting.value
    return Path(download.path()).read_bytes()


def test_a_mentor_invites_a_community(host: Facilitator) -> None:
    page = host.page
    host.open("stakeholders")
    page.get_by_role("button", name="New community").click()
    page.get_by_label("Name of the community").fill("Zgornja vas")
    page.get_by_label("Name of the community").press("Tab")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("The register is empty.")).to_be_visible()

    page.get_by_text("Excel and CSV").click()
    book = register_xlsx(organiser_forms()["stakeholder"], ROWS, "en")
    page.locator("input[type=file]").set_input_files({"name": "register.xlsx", "mimeType": XLSX, "buffer": book})
    page.get_by_role("button", name="Bring in").click()
    expect(page.get_by_text("2 stakeholders of 2 types")).to_be_visible()

    page.get_by_text("Invited today").first.click()
    expect(page.get_by_text("invited: 1")).to_be_visible()
    page.get_by_text("Who is missing").click()
    expect(page.get_by_text("Much affected, with little influence, and not invited:")).to_be_visible()
    page.get_by_text("Interest and influence").click()
    expect(page.locator(".js-plotly-plot .point")).to_have_count(2)

    page.get_by_text("Register", exact=True).click()
    page.get_by_text("Excel and CSV").click()
    back = read_table(taken(page, "Download as Excel"), "back.xlsx", "stakeholder", "en")
    assert [row["name"] for row in back.rows] == ["Gasilci (demo)", "Mladinski klub (demo)"]
    assert not back.faults


def test_a_mentor_plans_and_takes_the_invitations_away(host: Facilitator) -> None:
    page = host.page
    host.prepare("Spodnja vas")
    host.open("communication")
    page.get_by_role("button", name="Start with a suggested plan").click()
    expect(page.get_by_text("A reminder to all who were invited")).to_be_visible()
    page.get_by_text("Invitations", exact=True).click()
    page.get_by_label("Where", exact=True).fill("Fire station, Zgornja vas")
    page.get_by_label("Where", exact=True).press("Tab")
    expect(page.locator("[data-testid=stCode]").first).to_contain_text("Fire station, Zgornja vas")
    assert b"X-Unsent: 1" in taken(page, "E-mail")
    assert b"Fire station" in taken(page, "Calendar").replace(b"\r\n ", b"")
    assert taken(page, "Flyer (PDF)").startswith(b"%PDF-")


def test_the_template_is_a_workbook_of_three_sheets(host: Facilitator) -> None:
    host.open("communication")
    host.page.get_by_text("Excel and CSV").click()
    with ZipFile(BytesIO(taken(host.page, "Empty template"))) as book:
        assert sum(name.startswith("xl/worksheets/sheet") for name in book.namelist()) == 3

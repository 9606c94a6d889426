"""`bench accessibility`: every page of residents and staff read by axe, in all languages, light and dark."""

import shutil
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.bench.figures import Row, tell
from tests.conftest import BROWSER_ARGUMENTS, BROWSERS, PATIENCE
from tests.program import Server, serving
from tests.walks.barriers import grave, small, spaced, wide
from tests.walks.people import Facilitator, facilitator, phone
from toolkit.desk.navigation import PAGES
from toolkit.i18n import languages
from toolkit.settings import HERE

MODES = (False, True)
RESIDENT = ("", "/closing", "/interest", "/privacy", "/results", "/leave")


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row for each kind of page, language and mode: pages read, and what keeps people out."""
    rows: list[Row] = []
    with TemporaryDirectory() as folder, sync_playwright() as driver:
        learned = HERE / "var" / "learned"
        if learned.exists():
            shutil.copytree(learned, Path(folder) / "learned")
        found = next(filter(None, map(shutil.which, BROWSERS)), None)
        browser = driver.chromium.launch(executable_path=found, args=list(BROWSER_ARGUMENTS))
        expect.set_options(timeout=3 * PATIENCE)
        with serving(Path(folder), "--demo") as server:
            desk = facilitator(browser, server, "sl")
            for language, dark in product(languages(), MODES):
                rows.append(row("residents", language, dark, of_residents(browser, server, language, dark)))
                rows.append(row("staff", language, dark, of_staff(desk, server, language, dark)))
        browser.close()
    tell("accessibility", rows, as_json, "goal: nothing serious or critical for axe, nothing too wide or too small")


def row(who: str, language: str, dark: bool, found: dict[str, list[str]]) -> Row:
    """The counts; what was found is told after the table's first column."""
    wrong = [f"{page} {problem}" for page, problems in found.items() for problem in problems]
    for one in wrong:
        print(one)
    return {"pages of": who, "language": language, "mode": "dark" if dark else "light", "pages": len(found),
            "barriers": len(wrong)}  # fmt: skip


def of_residents(browser: Browser, server: Server, language: str, dark: bool) -> dict[str, list[str]]:
    """A phone of 320 px that has checked in."""
    one, code = phone(browser, server.codes[0], language), server.codes[0]
    one.page.set_viewport_size({"width": 320, "height": 640})
    one.page.emulate_media(color_scheme="dark" if dark else "light")
    one.page.goto(f"{server.url}/w/{code}")
    found = {"arriving": read(one.page, 44)}
    one.check_in(server.url)
    for path in (*(f"/w/{code}{each}" for each in RESIDENT), f"/accessibility?w={code}", "/?code", "/sign-in"):
        one.page.goto(server.url + path)
        found[path] = read(one.page, 24 if path == "/sign-in" else 44)
    one.page.context.close()
    return found


def of_staff(desk: Facilitator, server: Server, language: str, dark: bool) -> dict[str, list[str]]:
    """Every page of the menu, and the projector."""
    page, found = desk.page, {}
    page.emulate_media(color_scheme="dark" if dark else "light")
    for path in sorted(PAGES.glob("*.py")):
        page.goto(f"{server.url}/{'' if path.stem == 'workshops' else path.stem}?language={language}")
        expect(page.locator("main :is(h1,h2,h3)").first).to_be_visible()
        expect(page.locator("[data-test-script-state=notRunning]")).to_have_count(1)
        expect(page.locator("[data-testid=stSkeleton]")).to_have_count(0)
        found[path.stem] = grave(page) + small(page, 24)
        page.set_viewport_size({"width": 640, "height": 360})
        found[path.stem] += wide(page, staff=True)
        page.set_viewport_size({"width": 1280, "height": 720})
    page.goto(f"{server.url}/screen/{server.codes[0]}?lang={language}" + ("&look=dark" if dark else ""))
    expect(page.locator("main .view").first).to_be_visible()
    return found | {"screen": grave(page)}


def read(page: Page, least: int) -> list[str]:
    """Everything that is measured on a phone."""
    return grave(page) + wide(page) + small(page, least) + spaced(page)

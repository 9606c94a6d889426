"""`bench leaving`: every page in a real browser, each request that leaves for another place, each break of a policy."""

import os
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, Request, sync_playwright

from tests.bench.figures import Row, tell
from tests.conftest import BROWSER_ARGUMENTS
from tests.program import HERE, Server, serving
from tests.staff import projector_key
from tests.walks.people import looking_into
from toolkit.settings import Settings
from toolkit.store.workshops import situation

STAFF = tuple(sorted(path.stem for path in (HERE / "pages").glob("*.py")))
RESIDENTS = ("", "/results", "/privacy", "/leave", "/interest", "/closing", "/log")
LISTEN = """addEventListener('securitypolicyviolation', told =>
    console.log('VIOLATION ' + told.violatedDirective + ' ' + told.blockedURI))"""


@dataclass
class Watched:
    """A browser whose every request and every break of a policy is written down."""

    url: str
    requests: int = 0
    foreign: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def context(self, browser: Browser, language: str = "en") -> BrowserContext:
        """A context of its own, watched from its first page on."""
        made = browser.new_context(locale=language, viewport={"width": 1280, "height": 720})
        made.add_init_script(LISTEN)
        made.on("request", self.asked)
        made.on("console", lambda said: self.broken.append(said.text) if "VIOLATION" in said.text else None)
        made.on("page", lambda page: page.on("websocket", lambda socket: self._met(socket.url)))
        return made

    def asked(self, request: Request) -> None:
        """Count a request; what goes elsewhere is kept."""
        self._met(request.url)

    def _met(self, url: str) -> None:
        self.requests += 1
        here = (self.url, self.url.replace("http", "ws", 1), "data:", "blob:", "about:")
        if not url.startswith(here):
            self.foreign.append(url)


def signed_in(watched: Watched, browser: Browser, server: Server) -> Page:
    """A facilitator's page."""
    page = watched.context(browser).new_page()
    page.goto(server.sign_in)
    page.locator("button[value=later], button").last.click()
    page.wait_for_selector("[data-testid=stAppViewContainer]")
    return page


def visit_staff(page: Page, url: str, names: Iterable[str], language: str = "en") -> int:
    """Open each staff page and wait until it stands; how many."""
    seen = 0
    for name in names:
        page.goto(f"{url}/{name}?language={language}")
        page.wait_for_selector("[data-testid=stMain] [data-testid=stElementContainer]", state="attached")
        page.wait_for_function("!document.querySelector('[data-testid=stStatusWidget]')")
        page.wait_for_load_state("networkidle")
        seen += 1
    return seen


def visit_residents(watched: Watched, browser: Browser, server: Server) -> int:
    """Every page of a resident, before and after checking in, the door and its errors."""
    page, seen, code = watched.context(browser, "sl").new_page(), 0, server.codes[0]
    for step in ("before", "after"):
        for path in ("/?code", "/accessibility", "/w/ZZZZZZ", "/sign-in", *(f"/w/{code}{part}" for part in RESIDENTS)):
            page.goto(server.url + path)
            seen += 1
        if step == "before":
            page.goto(f"{server.url}/w/{code}")
            for name, value in (("lives_in", "this_ks"), ("stakeholder_type", "prebivalec"), ("need_before", "4")):
                page.locator(f"input[name={name}][value='{value}']").check()
            page.locator("form[action$=checkin] button").last.click()
            page.locator("#slip-title").wait_for()
    return seen


def visit_screen(watched: Watched, browser: Browser, server: Server) -> int:
    """The projector's page in each of its views."""
    store = looking_into(server)
    here = store.read(situation, server.codes[0]).workshop
    key = projector_key(store, Settings(data=server.data, url=""), here.id)
    store.close()
    page = watched.context(browser).new_page()
    views = ("follow", "welcome", "slides", "notes", "themes", "votes", "raffle")
    for view in views:
        page.goto(f"{server.url}/screen/{here.code}?key={key}&view={view}")
        page.wait_for_load_state("load")
    return len(views)


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print a row for staff, residents and the screen."""
    rows: list[Row] = []
    named = os.environ.get("VRTILJAK_CHROMIUM", "/usr/bin/chromium")
    kept = tempfile.TemporaryDirectory()
    with kept as folder, serving(Path(folder), "--demo") as server, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=named, args=list(BROWSER_ARGUMENTS))
        for who in ("staff", "residents", "screen"):
            watched = Watched(server.url)
            if who == "staff":
                page = signed_in(watched, browser, server)
                pages = sum(visit_staff(page, server.url, STAFF, language) for language in ("sl", "en"))
            else:
                pages = (visit_residents if who == "residents" else visit_screen)(watched, browser, server)
            rows.append({
                "who": who, "pages": pages, "requests": watched.requests, "to another place": len(watched.foreign),
                "breaks of a policy": len(watched.broken),
            })  # fmt: skip
            print(*watched.foreign, *watched.broken, sep="\n", end="")
        browser.close()
    tell("leaving", rows, as_json, "goal: nothing goes to another place, no policy is broken")

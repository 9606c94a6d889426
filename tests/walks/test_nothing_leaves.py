"""No page asks another site for anything or does what its policy forbids; every single one: `bench leaving`."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.bench.leaving import Watched, signed_in, visit_residents, visit_screen, visit_staff
from tests.program import Server, serving

DIFFERENT = ("compare", "harvest", "paper", "projector")
"""Staff pages whose parts are drawn in different ways: charts, the board, a script, a frame."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("filled"), "--demo") as server:
        yield server


def test_residents_pages_and_the_screen_stay_at_home(browser: Browser, filled: Server) -> None:
    watched = Watched(filled.url)
    assert visit_residents(watched, browser, filled) + visit_screen(watched, browser, filled) > 20
    assert watched.requests > 20
    assert (watched.foreign, watched.broken) == ([], [])


def test_staff_pages_stay_at_home(browser: Browser, filled: Server) -> None:
    watched = Watched(filled.url)
    visit_staff(signed_in(watched, browser, filled), filled.url, DIFFERENT)
    assert watched.requests > 50
    assert (watched.foreign, watched.broken) == ([], [])


def test_a_page_that_did_would_be_seen(browser: Browser, filled: Server) -> None:
    watched = Watched(filled.url)
    page = watched.context(browser).new_page()
    page.goto(f"{filled.url}/w/{filled.codes[0]}")
    with page.expect_console_message(lambda said: "VIOLATION" in said.text):
        page.evaluate("fetch('http://elsewhere.example/x').catch(() => 0)")
    assert watched.broken == ["VIOLATION connect-src http://elsewhere.example/x"]

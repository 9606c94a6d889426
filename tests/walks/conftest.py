"""A real browser for walks, a facilitator signed in to a program of this module, and a look into its store."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.conftest import BROWSER_ARGUMENTS
from tests.program import Server, serving
from tests.walks.people import Facilitator, facilitator, looking_into
from toolkit.store import Store


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(BROWSER_ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("walk")) as server:
        yield server


@pytest.fixture(scope="module")
def host(browser: Browser, server: Server) -> Facilitator:
    return facilitator(browser, server, "en")


@pytest.fixture
def store(server: Server) -> Iterator[Store]:
    store = looking_into(server)
    yield store
    store.close()

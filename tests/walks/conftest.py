"""A real browser for walks."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.conftest import BROWSER_ARGUMENTS
from tests.walks.people import PATIENCE


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium, args=list(BROWSER_ARGUMENTS))
        yield browser
        browser.close()

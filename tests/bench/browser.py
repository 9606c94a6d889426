"""A headless Chromium for the benches, bare and slowed down."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, CDPSession, sync_playwright

ARGUMENTS = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
KILOBITS, LATENCY, SLOWER = 1600, 150, 4


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium that the tests use."""
    path = os.environ.get("VRTILJAK_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


def slow_down(session: CDPSession) -> None:
    """A cheap phone on a crowded network: 1.6 Mbit/s, 150 ms, a four times slower processor."""
    rate = KILOBITS * 1000 / 8
    session.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": LATENCY, "downloadThroughput": rate, "uploadThroughput": rate},
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

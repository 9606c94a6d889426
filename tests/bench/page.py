"""`bench page`: a cold phone opens the residents' page, beside a Streamlit form with one field."""

import time
from typing import Any

from playwright.sync_api import Browser

from tests.bench.browser import chromium, slow_down
from tests.bench.figures import Row, percentile, tell
from tests.bench.hall import hall
from tests.bench.references import streamlit_form

FIELD = "main input:not([type=hidden]), main textarea, [data-testid=stTextInput] input"
TIMES = 3
GOAL = "goal: ≤ 4 requests, ≤ 25 KB, ≤ 1.5 s slow; ≥ 100 × lighter, ≥ 10 × sooner"


def visit(browser: Browser, url: str, slow: bool) -> tuple[int, float, float]:
    """Requests, kilobytes over the wire, and seconds until the first field can be used."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    seen = {"requests": 0, "bytes": 0.0}

    def asked(event: dict[str, Any]) -> None:
        seen["requests"] += not event["request"]["url"].startswith("data:")

    def loaded(event: dict[str, Any]) -> None:
        seen["bytes"] += event["encodedDataLength"]

    session.on("Network.requestWillBeSent", asked)
    session.on("Network.loadingFinished", loaded)
    if slow:
        slow_down(session)
    began = time.perf_counter()
    tab.goto(url, wait_until="commit", timeout=90_000)
    tab.locator(FIELD).first.wait_for(state="visible", timeout=90_000)
    usable = time.perf_counter() - began
    tab.wait_for_timeout(1000)
    context.close()
    return int(seen["requests"]), seen["bytes"] / 1024, usable


def measured(browser: Browser, page: str, url: str) -> list[Row]:
    """A row unthrottled and one as on a slow phone; the middle of three visits."""
    rows: list[Row] = []
    for slow in (False, True):
        visits = [visit(browser, url, slow) for _ in range(TIMES)]
        rows.append(
            {
                "page": page,
                "phone": "slow" if slow else "fast",
                "requests": max(v[0] for v in visits),
                "KB": percentile([v[1] for v in visits], 0.5),
                "usable s": percentile([v[2] for v in visits], 0.5),
            }
        )
    return rows


def main(as_json: bool, sizes: tuple[int, ...]) -> None:
    """Print ours, the reference's, and how many times lighter and sooner ours is."""
    with chromium() as browser:
        with hall() as server:
            ours = measured(browser, "check-in", f"{server.url}/w/{server.codes[0]}")
        with streamlit_form() as url:
            theirs = measured(browser, "Streamlit, one field", url)
    ratios: list[Row] = [
        {
            "page": "Streamlit ÷ ours",
            "phone": our["phone"],
            "requests": float(their["requests"]) / float(our["requests"]),
            "KB": float(their["KB"]) / float(our["KB"]),
            "usable s": float(their["usable s"]) / float(our["usable s"]),
        }
        for our, their in zip(ours, theirs, strict=True)
    ]
    tell("page", [*ours, *theirs, *ratios], as_json, GOAL)

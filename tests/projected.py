"""A page of an app in this process, shown by a real browser as a projector would."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from socket import socket
from typing import Literal

import uvicorn
from playwright.sync_api import Page, sync_playwright
from starlette.types import ASGIApp

from tests.conftest import BROWSER_ARGUMENTS


class Listening(uvicorn.Server):
    """A server that says when it listens."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__(uvicorn.Config(app, port=0, log_level="warning"))
        self.ready = threading.Event()

    async def startup(self, sockets: list[socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


@contextmanager
def projected(
    app: ASGIApp, path: str, chromium: str, motion: Literal["reduce", "no-preference"] = "no-preference"
) -> Iterator[Page]:
    """The page at this path, 1280 × 720; the server ends with it."""
    server = Listening(app)
    serving = threading.Thread(target=lambda: asyncio.run(server.serve()), daemon=True)
    serving.start()
    assert server.ready.wait(timeout=120)
    port = server.servers[0].sockets[0].getsockname()[1]
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=chromium, args=list(BROWSER_ARGUMENTS))
        page = browser.new_page(viewport={"width": 1280, "height": 720}, reduced_motion=motion)
        page.goto(f"http://127.0.0.1:{port}{path}")
        yield page
        browser.close()
    server.should_exit = True
    serving.join(timeout=60)
    assert not serving.is_alive()

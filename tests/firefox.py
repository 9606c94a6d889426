"""The Firefox that people have, spoken to in the language it understands by itself (WebDriver BiDi)."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import Thread
from time import monotonic
from typing import Any

from websockets.sync.client import ClientConnection, connect

NAMES = ("firefox-esr", "firefox")
LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
ENTER = "\ue006"
PATIENCE = 180.0  # seconds; a busy machine is slow, a broken page never comes
ONCE = 10.0  # seconds for one look at a page that changes
QUIET = {  # nothing but what a test asks for goes over the network
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.newtabpage.enabled": False,
    "browser.region.network.url": "",
    "browser.safebrowsing.downloads.remote.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.search.update": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "datareporting.healthreport.uploadEnabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "dom.disable_beforeunload": True,
    "extensions.getAddons.cache.enabled": False,
    "extensions.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.dns.disablePrefetch": True,
    "services.settings.server": "http://127.0.0.1:9",
    "toolkit.telemetry.server": "http://127.0.0.1:9",
}


def installed() -> str | None:
    """The path of a Firefox, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Firefox:
    """One running browser."""

    def __init__(self, wire: ClientConnection) -> None:
        self._wire, self._ids = wire, count(1)
        self.ask("session.new", capabilities={})

    def ask(self, method: str, patience: float = PATIENCE, **params: Any) -> Any:
        """Send a command and wait for its result, so many seconds."""
        wanted = next(self._ids)
        self._wire.send(json.dumps({"id": wanted, "method": method, "params": params}))
        while True:
            told = json.loads(self._wire.recv(timeout=patience))
            if told.get("id") == wanted:
                assert told["type"] == "success", f"{method}: {told.get('message')}"
                return told["result"]

    def phone(self) -> "Tab":
        """A tab with cookies and a memory of its own, like another person's phone."""
        return self.tab(self.ask("browser.createUserContext")["userContext"])

    def tab(self, owner: str) -> "Tab":
        """One more tab of the same phone."""
        made = self.ask("browsingContext.create", type="tab", userContext=owner)
        return Tab(self, made["context"], owner)


@dataclass(slots=True)
class Tab:
    """One page."""

    browser: Firefox
    context: str
    owner: str

    def goto(self, url: str) -> None:
        """Load a page."""
        self.browser.ask("browsingContext.navigate", context=self.context, url=url, wait="complete")

    def reload(self) -> None:
        """Load it again."""
        self.browser.ask("browsingContext.reload", context=self.context, wait="complete")

    def close(self) -> None:
        """Close the tab, without asking it."""
        self.browser.ask("browsingContext.close", context=self.context, promptUnload=False)

    def read(self, expression: str, patience: float = PATIENCE) -> Any:
        """What a JavaScript expression says."""
        told = self.browser.ask(
            "script.evaluate", patience, expression=f"(async () => JSON.stringify({expression}))()", awaitPromise=True,
            target={"context": self.context},
        )  # fmt: skip
        assert told["type"] == "success", told["exceptionDetails"]["text"]
        return json.loads(told["result"].get("value", "null"))

    def until(self, expression: str) -> None:
        """Wait until it is true; while a page changes it may have no answer."""
        end, why = monotonic() + PATIENCE, ""
        soon = f"await new Promise(done => setTimeout(() => done(!!({expression})), 40))"
        while monotonic() < end:
            try:
                if self.read(soon, ONCE):
                    return
            except (AssertionError, TimeoutError) as problem:  # a page that is left may take its answer with it
                why = str(problem)
        raise AssertionError(f"never true in Firefox: {expression} {why}")

    def press(self, selector: str) -> None:
        """Click on what is there, or comes soon."""
        self.until(f"!!document.querySelector({selector!r})")
        self.read(f"document.querySelector({selector!r}).click() ?? true")

    def type(self, selector: str, text: str) -> None:
        """Write into a field, key by key."""
        self.until(f"!!document.querySelector({selector!r})")
        self.read(f"document.querySelector({selector!r}).focus() ?? true")
        keys = [{"type": way, "value": letter.replace("\n", ENTER)} for letter in text for way in ("keyDown", "keyUp")]
        typing = [{"type": "key", "id": "keys", "actions": keys}]
        self.browser.ask("input.performActions", context=self.context, actions=typing)

    def picture(self, place: Path) -> None:
        """Keep what is seen as a PNG."""
        import base64

        told = self.browser.ask("browsingContext.captureScreenshot", context=self.context)
        place.write_bytes(base64.b64decode(told["data"]))


@contextmanager
def firefox(path: str, folder: Path) -> Iterator[Firefox]:
    """A Firefox without a window that keeps everything in this folder; ended whatever happens."""
    wanted = QUIET | {"intl.accept_languages": "sl,en"}
    lines = [f'user_pref("{name}", {json.dumps(value)});' for name, value in wanted.items()]
    (folder / "user.js").write_text("\n".join(lines), "utf-8")
    command = [path, "--headless", "--no-remote", "--profile", str(folder), "--remote-debugging-port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True) as process:
        try:
            found = next(filter(None, map(LISTENING.search, process.stderr or ())), None)
            assert found and process.stderr, "Firefox ended before it listened"
            Thread(target=process.stderr.read, daemon=True).start()  # whatever else it complains about
            with connect(f"{found[1]}/session", max_size=None) as wire:
                yield Firefox(wire)
        finally:
            process.kill()

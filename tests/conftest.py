"""What tests share: a store of their own, a free port, a running program, a browser."""

import os
import shutil
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import expect

from tests.program import Server, serving
from tests.stores import empty_store
from toolkit.settings import Settings
from toolkit.store import Store

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_ARGUMENTS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

PATIENCE = 120_000  # milliseconds; a busy machine is slow, a broken page never comes

# no test depends on how fast a machine is
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

LONG = ("walks", "faults", "rehearse", "compare")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Folders of long tests first, so that none of them is left alone at the end."""
    items.sort(key=lambda item: min((place for place, name in enumerate(LONG) if name in item.path.parts), default=9))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real store in a folder of its own."""
    kept = empty_store(tmp_path / "vrtiljak.sqlite")
    yield kept
    kept.close()


@pytest.fixture
def place(tmp_path: Path) -> Settings:
    """Settings for a folder of its own."""
    return Settings(data=tmp_path, url=f"sqlite:///{(tmp_path / 'vrtiljak.sqlite').as_posix()}")


@pytest.fixture
def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; `python3 run.py test` finds or installs one. What is expected of it may take long."""
    expect.set_options(timeout=PATIENCE)
    named = os.environ.get("VRTILJAK_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if not found:
        pytest.fail("no Chromium: start the tests with `python3 run.py test`")
    return found


@pytest.fixture(scope="session")
def demo_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One running program with the demo, for tests that only read or use their own workshop."""
    with serving(tmp_path_factory.mktemp("demo"), "--demo") as server:
        yield server

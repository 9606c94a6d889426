"""A store of its own for every test of the desk."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stores import empty_store
from toolkit.settings import Settings
from toolkit.store import Store


@pytest.fixture
def own(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, url=f"sqlite:///{(tmp_path / 'desk.sqlite').as_posix()}")


@pytest.fixture
def store(own: Settings) -> Iterator[Store]:
    opened = empty_store(own.data / "desk.sqlite")
    yield opened
    opened.close()

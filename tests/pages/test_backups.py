"""Backups on the staff's pages: quiet while all is well, one sentence when a stick is gone, a copy by hand."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from carousel.stage import Stage
from tests.pages.conftest import House
from toolkit.acts import backing_up
from toolkit.settings import settings
from toolkit.store.backups import kept
from toolkit.store.backups_keeper import Keeper
from toolkit.store.choices import choice


@pytest.fixture
def keeper(house: House) -> Iterator[Keeper]:
    made = backing_up.begin(house.store, settings())
    assert made is not None
    yield made
    backing_up.end(house.store)


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def choose(page: AppTest, folder: Path | str) -> AppTest:
    page.text_input(key="place").set_value(str(folder))
    form = next(one for one in page.button if one.key and "backup place" in one.key)
    return form.click().run()


def test_a_folder_is_chosen_and_a_copy_by_hand_goes_there_too(house: House, keeper: Keeper, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    page = choose(house.page("settings"), tmp_path / "stick")
    assert not page.exception and house.store.read(choice, backing_up.PLACE)["path"] == str(tmp_path / "stick")
    page = press(page, "back up now")
    assert not page.exception and not page.warning
    assert len(kept(tmp_path / "stick")) == 1 and len(kept(tmp_path / "backups")) == 1
    page = press(page, "try backup")
    assert "can be restored" in page.success[0].value


@pytest.mark.parametrize(("written", "told"), [("/nowhere/at/all", "is not there"), ("stick", "whole path")])
def test_a_folder_that_cannot_be_is_refused_and_stays_written(
    house: House, keeper: Keeper, written: str, told: str
) -> None:
    page = choose(house.page("settings"), written)
    assert told in page.warning[0].value and page.text_input(key="place").value == written
    assert house.store.read(choice, backing_up.PLACE) is None


def test_the_hosts_page_is_quiet_until_the_stick_is_gone(house: House, keeper: Keeper, tmp_path: Path) -> None:
    stick = tmp_path / "media" / "stick"
    stick.mkdir(parents=True)
    house.store.write(backing_up.set_place, str(stick), keeper.now())
    workshop = house.workshop(people=6, until=Stage.CHECKIN)
    keeper.round()
    page = house.page("host", workshop)
    assert not page.exception and not page.warning
    shutil.rmtree(tmp_path / "media")
    keeper.round(anew=True)
    page = house.page("host", workshop)
    assert any("Plug in the stick" in one.value for one in page.warning)


def test_the_computer_looks_at_itself_in_the_words_of_check(house: House, keeper: Keeper) -> None:
    page = press(house.page("settings"), "tonight")
    assert not page.exception
    assert any("in order" in one.label for one in page.expander)

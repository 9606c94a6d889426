"""The page Compare: views, links that restore them, and calm words where something is missing."""

from collections.abc import Iterator
from datetime import UTC, datetime
from random import Random

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import House, standing
from toolkit.acts.demo import play_demo
from toolkit.desk.compare_link import VIEWS
from toolkit.settings import HERE
from toolkit.store.programme import workshops

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house with the demo, which these tests only look at."""
    with standing(tmp_path_factory.mktemp("played")) as made:
        made.store.write(play_demo, "en", NOW, Random(1))
        yield made


@pytest.fixture(scope="module")
def codes(played: House) -> list[str]:
    """Codes of the demo's workshops that have notes."""
    return [one.workshop.code for one in played.store.read(workshops) if one.notes]


def link(house: House, **params: str) -> AppTest:
    """The page as a link opens it."""
    page = AppTest.from_file(str(HERE / "pages" / "compare.py"), default_timeout=300)
    page.session_state["staff_token"], page.session_state["language"] = house.token, "en"
    for name, value in params.items():
        page.query_params[name] = value
    return page.run()


def said(page: AppTest) -> str:
    """Everything that stands on the page as text."""
    parts = [*page.markdown, *page.caption, *page.info, *page.subheader]
    return "\n".join([*(str(one.value) for one in parts), *(str(one.proto) for one in page.get("html"))])


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_is_drawn(played: House, codes: list[str], view: str) -> None:
    page = link(played, workshops=",".join(codes), view=view)
    assert not page.exception and not page.error
    assert page.session_state["compare_view"] == view


def test_a_link_restores_the_workshops_the_view_and_the_options(played: House, codes: list[str]) -> None:
    page = link(played, workshops=f"{codes[2]},{codes[0]}", view="P3", open_house="beside", order="chosen")
    assert page.session_state["compared"] == [codes[2], codes[0]]
    shown = [page.session_state[f"compare_{name}"] for name in ("view", "house", "order")]
    assert shown == ["P3", "beside", "chosen"]
    assert f"workshops={codes[2]},{codes[0]}&view=P3" in page.code[0].value


def test_what_is_chosen_stands_in_the_address(played: House, codes: list[str]) -> None:
    page = link(played)
    page.multiselect(key="compared").set_value(codes[:2]).run()
    assert page.query_params["workshops"] == ",".join(codes[:2])


def test_a_link_to_workshops_that_are_gone_says_so_calmly(played: House, codes: list[str]) -> None:
    page = link(played, workshops=f"{codes[0]},ZZZZZZ,{codes[1]},QQQQQQ", view="nonsense")
    assert "2 workshops of this link are no longer here" in said(page)
    assert page.session_state["compared"] == codes[:2] and page.session_state["compare_view"] == "overview"


def test_with_fewer_than_two_the_page_says_what_to_do(played: House, codes: list[str]) -> None:
    assert "Choose at least two workshops" in said(link(played, workshops=codes[0]))


def test_an_empty_house_says_what_appears_here(house: House) -> None:
    assert "nothing to compare yet" in said(link(house))


def test_a_difference_that_cannot_be_confirmed_is_said_with_its_numbers(played: House, codes: list[str]) -> None:
    page = link(played, workshops=",".join(codes[:2]), view="words")
    assert "No difference can be confirmed." in said(page)
    assert "Newcombe" in said(page) and "is only a hint" in said(page)

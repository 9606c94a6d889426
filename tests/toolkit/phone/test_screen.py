"""The projector's page: who may see it, what it carries, and that it shows what happens without being touched."""

import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Page, expect
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from carousel.refusal import Refusal
from carousel.workshop import Workshop
from tests.projected import projected
from tests.staff import projector_key
from tests.stores import lay_out
from toolkit.acts import answering, hosting, mentoring
from toolkit.acts.paper_forms import ballot
from toolkit.phone.live import Hub
from toolkit.phone.screen import files, screen_key, screen_routes, version
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.choices import set_choice
from toolkit.store.workshops import situation


def now() -> datetime:
    return datetime.now(UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(data=tmp_path, url=lay_out(tmp_path / "evening.sqlite"), address="http://vrtiljak.local")


@pytest.fixture
def store(settings: Settings) -> Iterator[Store]:
    opened = Store(settings.url)
    yield opened
    opened.close()


@pytest.fixture
def workshop(store: Store) -> Workshop:
    community = store.write(mentoring.found_community, "Golnik (demo)", demo=True)
    return store.write(
        lambda tx: mentoring.prepare_workshop(
            tx, community, title="</script>Naš prostor", day=date(2026, 11, 26), rng=Random(1)
        )
    )


def app(store: Store, settings: Settings, *, staff: bool = False) -> Starlette:
    hub = Hub(store)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with hub.running():
            yield

    async def refused(request: Request, refusal: Exception) -> Response:
        return PlainTextResponse(str(refusal), refusal.status if isinstance(refusal, Refusal) else 500)

    routes = screen_routes(hub, settings, lambda request: staff)
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={Refusal: refused})


def test_a_stranger_is_refused_and_a_key_or_a_staff_session_opens(
    store: Store, settings: Settings, workshop: Workshop
) -> None:
    path = f"/screen/{workshop.code}"
    with TestClient(app(store, settings)) as hall:
        assert hall.get(path).status_code == 403
        assert hall.get(f"{path}/events").status_code == 403
        assert hall.get(path, params={"key": "guessed"}).status_code == 403
        assert hall.get(path, params={"key": screen_key(settings, "f" * 32)}).status_code == 403
        assert hall.get(path, params={"key": projector_key(store, settings, workshop.id)}).status_code == 200
    with TestClient(app(store, settings, staff=True)) as desk:
        assert desk.get(path).status_code == 200
        assert desk.get("/screen/ZZZZZZ").status_code == 404


def test_the_page_speaks_the_workshops_language_unless_asked_otherwise(
    store: Store, settings: Settings, workshop: Workshop
) -> None:
    with TestClient(app(store, settings, staff=True)) as desk:
        assert '<html lang="sl">' in desk.get(f"/screen/{workshop.code}").text
        assert '<html lang="en">' in desk.get(f"/screen/{workshop.code}?lang=en").text
        assert '<html lang="sl">' in desk.get(f"/screen/{workshop.code}?lang=../etc").text


def test_the_page_has_codes_for_the_network_and_the_page_and_says_that_it_is_a_demo(
    store: Store, settings: Settings, workshop: Workshop
) -> None:
    store.write(set_choice, "wifi", ["Dvorana", "skupaj2026"])
    with TestClient(app(store, settings, staff=True)) as desk:
        answer = desk.get(f"/screen/{workshop.code}")
        assert f"vrtiljak.local/w/{workshop.code}" in answer.text
        assert 'id="qr-wifi"' in answer.text
        assert "(demo)" in answer.text
        assert "</script>Naš" not in answer.text
        assert "script-src 'self'" in answer.headers["content-security-policy"]
        words = re.search(r'id="words">(.*?)</script>', answer.text)
        assert words is not None
        assert json.loads(words[1])["pause"] == "Odmor"


def test_only_the_pages_own_files_are_served(store: Store, settings: Settings) -> None:
    with TestClient(app(store, settings)) as hall:
        for name in files():
            assert hall.get(f"/screen/assets/{version()}/{name}").status_code == 200
        assert hall.get(f"/screen/assets/{version()}/settings.py").status_code == 404
        assert hall.get(f"/screen/assets/{version()}/..%2f..%2fscreen.py").status_code == 404


def test_the_whole_page_is_light(store: Store) -> None:
    assert sum(map(len, files().values())) < 60_000


@pytest.fixture
def projector(store: Store, settings: Settings, workshop: Workshop, chromium: str) -> Iterator[Page]:
    with projected(app(store, settings, staff=True), f"/screen/{workshop.code}?lang=en", chromium) as page:
        yield page


def press_next(store: Store, workshop: Workshop, times: int = 1) -> None:
    for _ in range(times):
        store.write(hosting.move, workshop.id, "next", store.read(situation, workshop.code).version, now())


def test_the_screen_follows_the_evening_untouched(store: Store, workshop: Workshop, projector: Page) -> None:
    expect(projector.get_by_text("We begin soon.")).to_be_visible()
    press_next(store, workshop)
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    for number in range(12):
        store.write(answering.check_in, workshop.code, given, f"key{number}", "en", now(), Random(number))
    expect(projector.locator(".count strong")).to_have_text("12")
    press_next(store, workshop, 2)
    expect(projector.locator(".group")).to_have_count(3)
    press_next(store, workshop)
    expect(projector.locator(".token")).to_have_count(3)
    store.write(hosting.host_notes, workshop.id, "S2_potrebe", ["A bench <b>under</b> the lime tree."], "k", now())
    first = projector.locator(".arriving .note p").first  # the first reading of notes may have to learn the themes
    expect(first).to_have_text("A bench <b>under</b> the lime tree.", timeout=180_000)
    store.write(hosting.steer_screen, workshop.id, "notes", now())
    expect(projector.locator(".wall .note")).to_have_count(1)
    store.write(hosting.steer_screen, workshop.id, "follow", now())
    press_next(store, workshop)
    expect(projector.locator(".move")).to_have_count(3)


def test_at_the_vote_the_screen_shows_the_numbers_of_the_paper_ballot(
    store: Store, workshop: Workshop, projector: Page
) -> None:
    press_next(store, workshop)
    given = {"lives_in": ["this_ks"], "stakeholder_type": ["prebivalec"]}
    for number in range(12):
        store.write(answering.check_in, workshop.code, given, f"key{number}", "en", now(), Random(number))
    press_next(store, workshop, 3)
    lines = [f"Wish number {number} for the room" for number in range(7)]
    store.write(hosting.host_notes, workshop.id, "S2_potrebe", lines, "k", now())
    store.write(hosting.steer_screen, workshop.id, "votes", now())
    expect(projector.locator(".view.side")).to_be_visible()
    while store.read(situation, workshop.code).step.stage != "vote":
        press_next(store, workshop)
    expect(projector.locator(".option")).to_have_count(7)
    offered = store.read(lambda tx: ballot(tx, situation(tx, workshop.code)))
    shown = dict(zip(*(projector.locator(f".option {part}").all_inner_texts() for part in "bp"), strict=True))
    assert shown == {str(number): one.name for number, one in offered.items()}
    store.write(hosting.hide_note, workshop.id, offered[3].id, now())
    expect(projector.locator(".option b")).to_have_text(["1", "2", "4", "5", "6", "7"])


def test_nothing_needs_scrolling(store: Store, workshop: Workshop, projector: Page) -> None:
    expect(projector.get_by_text("We begin soon.")).to_be_visible()
    beyond = projector.evaluate("[document.documentElement.scrollHeight, document.documentElement.scrollWidth]")
    assert beyond == [720, 1280]

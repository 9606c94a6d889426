"""The opening on the projector: what is told, who may turn, the same slide after a crash, and room for every word."""

import json
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random
from typing import Any

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
from toolkit.acts import hosting, mentoring, opening
from toolkit.acts.recording import keep_record
from toolkit.content.good_practice import good_practice
from toolkit.phone.live import Hub
from toolkit.phone.live.events import changes
from toolkit.phone.live.picture import Picture, look, look_again
from toolkit.phone.live.slides import slides_payload
from toolkit.phone.live.subscriber import Channel
from toolkit.phone.screen import screen_routes
from toolkit.settings import Settings
from toolkit.store import Announcement, Store
from toolkit.store.opening import slide_at
from toolkit.store.workshops import community_of, situation

NOW = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
TURNED = (Announcement(1, "screen"),)
LONGEST = "Občina zagotovi prostor. " * 16  # 400 letters, the most that the form takes
SIZES = ((1920, 1080), (1280, 720), (1024, 768))
HIDDEN = """() => {
  const top = document.querySelector("header").getBoundingClientRect().bottom;
  const foot = document.querySelector("footer").getBoundingClientRect().top;
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize);
  const bad = document.documentElement.scrollHeight > innerHeight ? ["the page scrolls"] : [];
  for (const node of document.querySelectorAll(".slide h1, .slide p, .slide li")) {
    const box = node.getBoundingClientRect();
    if (!node.textContent) continue;
    const out = box.top < top - 1 || box.bottom > foot + 1 || box.left < 0 || box.right > innerWidth;
    if (out || node.scrollWidth > node.clientWidth + 1) bad.push(node.textContent);
    if (parseFloat(getComputedStyle(node).fontSize) < 2.09 * unit) bad.push("small: " + node.textContent);
  }
  return bad;
}"""


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("VRTILJAK_DATA", str(tmp_path))
    return Settings(data=tmp_path, url=lay_out(tmp_path / "evening.sqlite"))


@pytest.fixture
def store(own: Settings) -> Iterator[Store]:
    opened = Store(own.url)
    yield opened
    opened.close()


@pytest.fixture
def workshop(store: Store) -> Workshop:
    """A workshop at its opening, with one public assurance and one that is not."""
    community = store.write(mentoring.found_community, "Golnik (demo)", demo=True)
    made = store.write(
        lambda tx: mentoring.prepare_workshop(tx, community, title="Naš prostor", day=date(2026, 11, 26), rng=Random(1))
    )
    for text, public in ((LONGEST, True), ("Perhaps 3,000 euros.", False)):
        store.write(keep_record, community, "assurance", {"text": text, "who": "Županja", "public": public}, "sl", NOW)
    for _ in range(2):
        store.write(hosting.move, made.id, "next", store.read(situation, made.code).version, NOW)
    return made


def app(store: Store, own: Settings) -> Starlette:
    hub = Hub(store, own.question_sets, own.good_practice)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with hub.running():
            yield

    async def refused(request: Request, refusal: Exception) -> Response:
        return PlainTextResponse(str(refusal), refusal.status if isinstance(refusal, Refusal) else 500)

    routes = screen_routes(hub, own, lambda request: False)
    return Starlette(routes=routes, lifespan=lifespan, exception_handlers={Refusal: refused})


def seen(store: Store, workshop: Workshop) -> Picture:
    return store.read(look, workshop.code, True, None)


def told(before: Picture, after: Picture, language: str = "en") -> dict[str, Any]:
    return dict(changes(before, after, Channel("screen", language), NOW))


def test_the_screen_is_told_public_words_only(store: Store, workshop: Workshop) -> None:
    store.write(opening.write_note, workshop.id, "evening", "Smile now.", NOW)
    said = json.dumps(slides_payload(seen(store, workshop), "sl"), ensure_ascii=False)

    assert "Občina zagotovi prostor." in said
    assert "Perhaps" not in said
    assert "Smile now." not in said
    assert "Povejte, kdo vabi" not in said


def test_a_turned_slide_is_one_small_event(store: Store, workshop: Workshop) -> None:
    before = seen(store, workshop)
    store.write(opening.turn_slide, workshop.id, 2, NOW)
    after = store.read(look_again, before, TURNED, True)

    assert list(told(before, after)) == ["slides"]
    assert told(before, after)["slides"]["slides"]["at"] == 2
    assert told(after, store.read(look_again, after, TURNED, True)) == {}


def test_an_example_speaks_the_screens_language_and_names_its_source(store: Store, workshop: Workshop) -> None:
    store.write(opening.choose_examples, workshop.id, ["rojc_pula"], NOW)
    for language, runs, source in (("sl", "Kdo vodi:", "Vir: rojcnet"), ("en", "Who runs it:", "Source: rojcnet")):
        shown: Any = slides_payload(seen(store, workshop), language)
        one, learn = shown["all"][3:5]
        assert (one["kind"], learn["kind"]) == ("practice", "learn")
        assert one["runs"].startswith(runs)
        assert one["source"].startswith(source)
        assert learn["lines"]


def test_a_slide_beyond_the_last_one_is_the_last_one(store: Store, workshop: Workshop) -> None:
    store.write(opening.turn_slide, workshop.id, 4, NOW)
    store.write(opening.show_slide, workshop.id, "together", False, NOW)
    assert seen(store, workshop).slide == 3


def test_only_a_page_of_ours_with_the_key_turns_the_slides(store: Store, own: Settings, workshop: Workshop) -> None:
    path, key = f"/screen/{workshop.code}/slide/2", {"key": projector_key(store, own, workshop.id)}
    ours, strange = {"origin": "http://testserver"}, {"origin": "http://elsewhere.example"}
    with TestClient(app(store, own)) as hall:
        assert hall.post(path, headers=ours).status_code == 403
        assert hall.post(path, params=key).status_code == 403
        assert hall.post(path, params=key, headers=strange).status_code == 403
        assert hall.get(path, params=key).status_code == 405
        assert store.read(slide_at, workshop.id) == 0
        assert hall.post(path, params=key, headers=ours).status_code == 204
        assert store.read(slide_at, workshop.id) == 2


@pytest.fixture
def projector(store: Store, own: Settings, workshop: Workshop, chromium: str) -> Iterator[Page]:
    key = projector_key(store, own, workshop.id)
    with projected(app(store, own), f"/screen/{workshop.code}?lang=en&key={key}", chromium, "reduce") as page:
        yield page


def test_the_host_and_the_clicker_turn_the_same_slides(store: Store, workshop: Workshop, projector: Page) -> None:
    title = projector.locator(".slide h1")
    expect(title).to_have_text("Why we are here today")
    store.write(opening.turn_slide, workshop.id, 1, NOW)
    expect(title).to_have_text("What the municipality assures")
    with projector.expect_response("**/slide/2?*"):
        projector.keyboard.press("PageDown")
    expect(title).to_have_text("How others do it")
    assert store.read(slide_at, workshop.id) == 2
    store.write(opening.turn_slide, workshop.id, 3, NOW)
    expect(title).to_have_text("How the evening goes")


def test_after_a_crash_the_same_slide_is_shown(store: Store, workshop: Workshop, projector: Page) -> None:
    store.write(opening.turn_slide, workshop.id, 3, NOW)
    expect(projector.locator(".slide h1")).to_have_text("How the evening goes")
    projector.reload()
    expect(projector.locator(".slide h1")).to_have_text("How the evening goes")
    expect(projector.locator(".dots i.on")).to_have_count(1)


def test_a_preview_stays_on_its_slide(store: Store, workshop: Workshop, projector: Page) -> None:
    projector.goto(f"{projector.url}&view=slides:2")
    store.write(opening.turn_slide, workshop.id, 3, NOW)
    projector.keyboard.press("PageDown")
    expect(projector.locator(".slide h1")).to_have_text("What the municipality assures")
    assert store.read(slide_at, workshop.id) == 3


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_slide_has_room_for_its_words(store: Store, workshop: Workshop, projector: Page, language: str) -> None:
    projector.goto(projector.url.replace("lang=en", f"lang={language}"))
    ids = list(good_practice())
    for batch in (ids[:4], ids[4:8], ids[8:]):
        store.write(opening.choose_examples, workshop.id, batch, NOW)
        count = 5 + 2 * len(batch)
        expect(projector.locator(".dots i")).to_have_count(count)
        for width, height in SIZES:
            projector.set_viewport_size({"width": width, "height": height})
            for at in range(count):
                store.write(opening.turn_slide, workshop.id, at, NOW)
                expect(projector.locator(".dots i").nth(at)).to_have_class("on")
                assert projector.evaluate(HIDDEN) == [], (batch, at, width)


def test_the_screen_can_be_dark(projector: Page) -> None:
    expect(projector.locator(".slide h1")).to_be_visible()
    grounds = []
    for asked in ("", "&look=dark"):
        projector.goto(f"{projector.url}{asked}")
        expect(projector.locator(".slide h1")).to_be_visible()
        grounds.append(projector.evaluate("getComputedStyle(document.body).backgroundColor"))
    assert grounds == ["rgb(251, 248, 242)", "rgb(16, 32, 30)"]


def test_the_hub_tells_a_slide_of_an_assurance_that_was_added(store: Store, workshop: Workshop) -> None:
    before = seen(store, workshop)
    community = store.read(community_of, workshop.id)
    given = {"text": "A key for every society.", "who": "The mayor", "public": True}
    store.write(keep_record, community, "assurance", given, "en", NOW)
    after = store.read(look_again, before, TURNED, True)
    assert "A key for every society." in json.dumps(told(before, after))

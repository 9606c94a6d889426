"""Signing in with the organisation's own accounts, against a provider on this machine."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from joserfc.jwk import RSAKey
from starlette.testclient import TestClient

from tests.toolkit.desk.provider import CLIENT, SECRET, LocalProvider, running
from toolkit.acts import belonging, entering
from toolkit.desk.doors import doors_app
from toolkit.settings import Provider, Settings
from toolkit.store import Store
from toolkit.store.members import members

DOOR = "/sign-in/organisation/"


@pytest.fixture(scope="module")
def everywhere() -> Iterator[LocalProvider]:
    with running() as there:
        yield there


@pytest.fixture
def provider(everywhere: LocalProvider) -> LocalProvider:
    everywhere.signing, everywhere.lies = None, {}
    return everywhere


@pytest.fixture
def browser(store: Store, own: Settings, provider: LocalProvider) -> Iterator[TestClient]:
    asked = replace(own, provider=Provider("Občina", provider.address, CLIENT, SECRET))
    with TestClient(doors_app(store, asked), follow_redirects=False) as client:
        yield client


def through(browser: TestClient, provider: LocalProvider, link: str = "") -> httpx.Response:
    """To the provider and back, as a browser is sent."""
    away = browser.get(DOOR, params={"link": link} if link else {})
    assert away.status_code == 302 and away.headers["location"].startswith(provider.address)
    back = httpx.get(away.headers["location"], trust_env=False)
    answered: httpx.Response = browser.get(back.headers["location"])
    return answered


def invited(store: Store, role: str = "mentor") -> str:
    return store.write(entering.make_link, role, datetime.now(UTC), person="Ana")


def who(browser: TestClient, store: Store) -> entering.Session | None:
    return store.read(entering.who, browser.cookies.get("vrtiljak_staff", ""), datetime.now(UTC))


def test_the_sign_in_page_offers_the_organisation_by_name(browser: TestClient) -> None:
    assert "Občina" in browser.get("/sign-in").text


def test_without_a_provider_there_is_no_such_door(store: Store, own: Settings) -> None:
    with TestClient(doors_app(store, own), follow_redirects=False) as client:
        assert client.get(DOOR).status_code == 404


def test_an_invited_person_comes_in_and_again_without_a_link(
    browser: TestClient, store: Store, provider: LocalProvider
) -> None:
    assert through(browser, provider, invited(store)).status_code == 200
    first = who(browser, store)
    assert first is not None and (first.role, first.name) == ("mentor", "Ana (demo)")
    browser.cookies.delete("vrtiljak_staff")
    assert through(browser, provider).status_code == 200
    assert who(browser, store) == first


def test_whoever_was_never_invited_stays_outside(browser: TestClient, store: Store, provider: LocalProvider) -> None:
    answer = through(browser, provider)
    assert answer.status_code == 403
    assert who(browser, store) is None
    assert store.read(members, 1) == ()


def test_two_people_of_one_name_have_two_accounts(browser: TestClient, store: Store, provider: LocalProvider) -> None:
    store.write(entering.open_account, "Ana (demo)", "hash")
    through(browser, provider, invited(store))
    assert [one.name for one in store.read(members, 1)] == ["Ana (demo) 2"]


@pytest.mark.parametrize(
    "lies",
    [{"aud": "somebody else"}, {"iss": "https://elsewhere.example"}, {"exp": 1}, {"nonce": "an old one"}, {"sub": ""}],
    ids=lambda lies: next(iter(lies)),
)
def test_a_token_that_is_not_for_us_opens_nothing(
    browser: TestClient, store: Store, provider: LocalProvider, lies: dict[str, Any]
) -> None:
    provider.lies = lies
    assert through(browser, provider, invited(store)).status_code == 502
    assert who(browser, store) is None


def test_a_token_that_somebody_else_signed_opens_nothing(
    browser: TestClient, store: Store, provider: LocalProvider
) -> None:
    provider.signing = RSAKey.generate_key(2048, {"kid": "one"})
    assert through(browser, provider, invited(store)).status_code == 502
    assert who(browser, store) is None


def test_an_answer_that_this_browser_did_not_ask_for_opens_nothing(
    browser: TestClient, store: Store, provider: LocalProvider
) -> None:
    assert browser.get(f"{DOOR}back", params={"code": "stolen", "state": "made up"}).status_code == 502
    assert browser.get(f"{DOOR}back").status_code == 502
    assert who(browser, store) is None


def test_an_ended_access_is_ended_here_too(browser: TestClient, store: Store, provider: LocalProvider) -> None:
    with_owner = store.write(entering.open_account, "Lastnica", "hash")
    store.write(
        entering.become, store.write(entering.enter_by_link, invited(store, "owner"), datetime.now(UTC)), with_owner,
        datetime.now(UTC),
    )  # fmt: skip
    through(browser, provider, invited(store))
    ana = next(one.id for one in store.read(members, 1) if one.name.startswith("Ana"))
    store.write(belonging.end_access, ana, programme=1)
    assert who(browser, store) is None
    assert through(browser, provider).status_code == 403

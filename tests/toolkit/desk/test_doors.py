"""How staff get in and out."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import httpx
import pytest
from starlette.testclient import TestClient

from toolkit.acts import entering, sealing
from toolkit.desk.doors import doors_app
from toolkit.settings import Settings
from toolkit.store import Store

NAME, PASSWORD, PHRASE = "Ana (demo)", "tri dobre besede", "modra luna nad vodo"


@pytest.fixture
def browser(store: Store, own: Settings) -> Iterator[TestClient]:
    with TestClient(doors_app(store, own), follow_redirects=False) as client:
        yield client


def sent(browser: TestClient, path: str, **fields: str) -> httpx.Response:
    """Open a page and send its form."""
    token = re.search(r'name="token" value="([^"]+)"', browser.get(path).text)
    assert token is not None
    answered: httpx.Response = browser.post(path, data={"token": token[1], **fields})
    return answered


def link(store: Store) -> str:
    return "/welcome/" + store.write(entering.make_link, "owner", datetime.now(UTC))


def set_up(browser: TestClient, store: Store) -> httpx.Response:
    return sent(browser, link(store), name=NAME, password=PASSWORD, passphrase=PHRASE, choice="now")


def session(browser: TestClient, store: Store) -> entering.Session | None:
    return store.read(entering.who, browser.cookies.get("vrtiljak_staff", ""), datetime.now(UTC))


def test_the_link_opens_the_desk_and_keeps_name_password_and_passphrase(browser: TestClient, store: Store) -> None:
    answer = set_up(browser, store)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert session(browser, store) == entering.Session("owner", NAME, 1, 1)
    assert store.read(sealing.can_seal)


def test_the_cookie_is_kept_from_scripts_and_other_sites(browser: TestClient, store: Store) -> None:
    cookie = set_up(browser, store).headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


def test_later_opens_the_desk_without_an_account(browser: TestClient, store: Store) -> None:
    sent(browser, link(store), choice="later")
    assert session(browser, store) == entering.Session("owner", "", 1)
    assert not store.read(sealing.can_seal)


def test_a_link_works_once(browser: TestClient, store: Store) -> None:
    path = link(store)
    token = re.search(r'name="token" value="([^"]+)"', browser.get(path).text)
    assert token is not None
    answers = [browser.post(path, data={"token": token[1], "choice": "later"}).status_code for _ in range(2)]
    assert answers == [303, 410]
    assert browser.get(path).status_code == 410


def test_a_short_password_is_refused_and_the_link_still_works(browser: TestClient, store: Store) -> None:
    path = link(store)
    assert sent(browser, path, name=NAME, password="kratko", choice="now").status_code == 422
    assert sent(browser, path, choice="later").status_code == 303


def test_signing_in_with_the_right_password(browser: TestClient, store: Store) -> None:
    set_up(browser, store)
    browser.cookies.clear()
    assert sent(browser, "/sign-in", name=NAME, password=PASSWORD).status_code == 303
    assert session(browser, store) is not None


def test_a_wrong_password_and_an_unknown_name_say_the_same(browser: TestClient, store: Store) -> None:
    set_up(browser, store)
    wrong = sent(browser, "/sign-in", name=NAME, password="ni pravo geslo")
    unknown = sent(browser, "/sign-in", name="Nihče", password="ni pravo geslo")
    assert wrong.status_code == unknown.status_code == 401
    problem = re.compile(r'role="alert">([^<]+)<')
    assert problem.findall(wrong.text) == problem.findall(unknown.text) != []


def test_after_many_wrong_passwords_one_waits(browser: TestClient, store: Store) -> None:
    set_up(browser, store)
    codes = [sent(browser, "/sign-in", name=NAME, password="x" * 10).status_code for _ in range(9)]
    assert codes[:5] == [401] * 5
    assert 429 in codes
    told = sent(browser, "/sign-in", name=NAME, password="x" * 10)
    assert int(told.headers["retry-after"]) >= 1


def test_what_is_no_door_is_said_in_the_readers_language(browser: TestClient) -> None:
    browser.headers["accept-language"] = "sl"
    for method, path, status in (("GET", "/welcome/a/b", 404), ("PUT", "/sign-in", 405)):
        answer = browser.request(method, path)
        assert answer.status_code == status and "Te strani ni" in answer.text


def test_a_form_that_cannot_be_read_is_said_on_a_page(browser: TestClient) -> None:
    broken = {"content-type": "multipart/form-data", "accept-language": "en"}
    answer = browser.post("/sign-in", content=b"x", headers=broken)
    assert answer.status_code == 400 and "could not be read" in answer.text and "<h1" in answer.text


def test_signing_out_ends_the_session_on_the_server(browser: TestClient, store: Store) -> None:
    set_up(browser, store)
    token = browser.cookies["vrtiljak_staff"]
    sent(browser, "/sign-out")
    assert store.read(entering.who, token, datetime.now(UTC)) is None


def test_a_form_without_its_token_is_refused(browser: TestClient) -> None:
    browser.get("/sign-in")
    assert browser.post("/sign-in", data={"name": NAME, "password": PASSWORD}).status_code == 403


def test_a_form_from_another_site_is_refused(browser: TestClient) -> None:
    token = re.search(r'name="token" value="([^"]+)"', browser.get("/sign-in").text)
    assert token is not None
    fields = {"token": token[1], "name": NAME, "password": PASSWORD}
    answer = browser.post("/sign-in", data=fields, headers={"origin": "http://elsewhere.example"})
    assert answer.status_code == 403


def test_a_huge_form_is_refused(browser: TestClient) -> None:
    assert browser.post("/sign-in", data={"name": "x" * 20_000}).status_code == 413
    assert browser.post("/sign-in", content=b"", headers={"content-length": b"\xb2"}).status_code == 413


def test_a_name_is_shown_as_text(browser: TestClient) -> None:
    answer = sent(browser, "/sign-in", name="<b>Ana</b>", password="x" * 10)
    assert "<b>Ana</b>" not in answer.text
    assert "&lt;b&gt;Ana" in answer.text


def test_the_page_speaks_the_language_that_was_chosen(browser: TestClient) -> None:
    assert 'lang="en"' in browser.get("/sign-in?language=en").text
    assert "Password" in browser.get("/sign-in").text
    assert "Geslo" in browser.get("/sign-in?language=sl").text

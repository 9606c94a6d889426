"""Every address a stranger can reach, which of them are open to whom, and that none of them breaks on bad input."""

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from random import Random
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given
from hypothesis import settings as trying
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from carousel.workshop import Format, Workshop
from tests.staff import host_token, projector_key
from tests.toolkit.phone.conftest import Hall, Phone
from toolkit.acts import mentoring
from toolkit.desk.doors import Staff, doors_app
from toolkit.desk.gate import Gate
from toolkit.phone.app import phone_app
from toolkit.phone.limits import Limits
from toolkit.phone.pages import script
from toolkit.phone.screen import screen_routes
from toolkit.phone.tokens import COOKIE
from toolkit.settings import Settings
from toolkit.store import Store, Transaction

WIDE = Limits(*[1e9] * 8)  # here it is the input that counts, not its pace
HUGE = str(10**30)

# What somebody without a slip, key or session is told: the status at a GET, or at a POST without our form's token.
OPEN: Mapping[str, int] = {
    "GET /": 200,
    "GET /health": 200,
    "GET /accessibility": 200,
    "GET /assets/{name}": 200,
    "GET /h/{token}": 200,
    "GET /w/{code}": 200,
    "GET /w/{code}/step": 200,
    "GET /w/{code}/events": 200,
    "GET /w/{code}/results": 200,
    "GET /w/{code}/report.pdf": 404,
    "GET /w/{code}/log": 404,
    "GET /w/{code}/interest": 200,
    "GET /w/{code}/closing": 200,
    "GET /w/{code}/leave": 200,
    "GET /w/{code}/privacy": 200,
    "GET /screen/assets/{version}/{name}": 200,
    "GET /screen/{code}": 403,
    "GET /screen/{code}/events": 403,
}
WRITES = {
    "/", "/language", "/h/{token}", "/w/{code}/checkin", "/w/{code}/notes", "/w/{code}/notes/{note:int}/correct",
    "/w/{code}/notes/{note:int}/withdraw", "/w/{code}/notes/{note:int}/tick", "/w/{code}/vote", "/w/{code}/interest",
    "/w/{code}/closing", "/w/{code}/leave", "/w/{code}/another", "/w/{code}/switch", "/w/{code}/noted",
    "/w/{code}/erase", "/screen/{code}/slide/{to:int}",
}  # fmt: skip
NEED_A_SLIP = {path for path in WRITES if re.search(r"/(notes|vote|interest|closing|leave)\b", path)}


@dataclass
class House:
    """The gate with everything behind it, several workshops at different stages, and one phone that is in them all."""

    client: TestClient
    routes: tuple[Route, ...]
    doors: tuple[Route, ...]
    halls: tuple[Hall, ...]
    cookie: str
    csrf: str
    host_token: str
    key: str
    faults: list[str]

    def filled(self, path: str, **parts: str) -> str:
        known = {"code": self.halls[0].workshop.code, "token": self.host_token, "note": "1", "version": "x", "to": "1"}
        known["name"] = "screen.css" if path.startswith("/screen") else script()[0]
        return re.sub(r"{(\w+)(:int)?}", lambda found: (known | parts)[found[1]], path)


class Faults(logging.Handler):
    """Remembers whatever the program complains about."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(logging.WARNING)
        self.faults = faults

    def emit(self, record: logging.LogRecord) -> None:
        self.faults.append(f"{record.getMessage()} {record.exc_info}")


def _another(tx: Transaction, title: str) -> Workshop:
    community = mentoring.found_community(tx, title)
    return mentoring.prepare_workshop(
        tx, community, title=title, day=date(2026, 11, 26), rng=Random(title), format=Format.CAROUSEL
    )


def _halls(first: Hall) -> Iterator[Hall]:
    """One at a round, one at the vote, one at the closing, and an open house."""
    for stage in ("round", "vote", "closing"):
        hall = first if stage == "round" else replace(first, workshop=first.store.write(_another, stage))
        hall.next()
        yield hall
    yield replace(first, workshop=first.open_house())


@pytest.fixture(scope="module")
def whole_house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("house")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VRTILJAK_DATA", str(folder))
        own = Settings(data=folder, url=f"sqlite:///{folder / 'house.sqlite'}")
        store = Store(own.url)
        yield _built(Hall(store, phone_app(store, own, limits=WIDE), store.write(_another, "round")), own)
        store.close()


@pytest.fixture
def house(whole_house: House) -> Iterator[House]:
    """The same house for every test, with a fresh browser and a log that is watched."""
    handler = Faults(whole_house.faults)
    logging.getLogger().addHandler(handler)
    whole_house.client.cookies.clear()
    whole_house.faults.clear()
    yield whole_house
    logging.getLogger().removeHandler(handler)


def _built(first: Hall, own: Settings) -> House:
    staff = Staff(first.store, own)
    first.app.routes.extend(screen_routes(first.app.state.hub, own, staff.present))
    first.app.state.hub.end_streams()  # so that a stream ends after its first event, and a test need not wait
    halls = tuple(_halls(first))
    phone = Phone(TestClient(first.app, headers={"accept-language": "en"}), "")
    for hall, stage in zip(halls, ("round", "vote", "closing", "open"), strict=True):
        _seat(phone, hall, stage)
    return House(
        client=TestClient(_gate(first.app, first.store, staff), raise_server_exceptions=False, follow_redirects=False),
        routes=tuple(route for route in first.app.routes if isinstance(route, Route)),
        doors=tuple(route for route in doors_app(first.store, own).routes if isinstance(route, Route)),
        halls=halls,
        cookie=f"{COOKIE}={phone.client.cookies[COOKIE]}",
        csrf=phone.hidden("/another")["csrf"],
        host_token=host_token(first.store, own.secret, halls[0].workshop.id),
        key=projector_key(first.store, own, halls[0].workshop.id),
        faults=[],
    )


def _seat(phone: Phone, hall: Hall, stage: str) -> None:
    phone.address = hall.address
    phone.client.follow_redirects = True
    phone.check_in()
    hall.until(stage)
    phone.look()
    if stage in ("round", "open"):
        phone.send("/notes", text="A room for everybody")


def _gate(residents: Starlette, store: Store, staff: Staff) -> Gate:
    own = residents.state.reception.settings
    desk = PlainTextResponse("the desk")
    return Gate(desk, residents=residents, doors=doors_app(store, own), staff=staff.present)


def named(routes: tuple[Route, ...], method: str) -> set[str]:
    return {route.path for route in routes if method in (route.methods or {"GET"})}


def test_every_address_is_known_to_be_open_or_not(house: House) -> None:
    assert {f"GET {path}" for path in named(house.routes, "GET")} == set(OPEN)
    assert named(house.routes, "POST") == WRITES


def test_a_stranger_reads_what_is_open_and_nothing_else(house: House) -> None:
    told = {ask: house.client.get(house.filled(ask.removeprefix("GET "))).status_code for ask in OPEN}
    assert told == dict(OPEN)


def test_the_screen_opens_with_its_own_key_only(house: House) -> None:
    first, second = (hall.workshop.code for hall in house.halls[:2])
    assert house.client.get(f"/screen/{first}?key={house.key}").status_code == 200
    for bad in ("", "x", house.key[:-3] + "abc", "č", HUGE):
        assert house.client.get(f"/screen/{first}", params={"key": bad}).status_code == 403
    assert house.client.get(f"/screen/{second}?key={house.key}").status_code == 403


def test_nobody_writes_without_our_form(house: House) -> None:
    for path in sorted(WRITES):
        for headers in ({}, {"cookie": house.cookie}):
            house.client.cookies.clear()
            assert house.client.post(house.filled(path), data={"text": "x"}, headers=headers).status_code == 403


def test_nobody_writes_for_a_workshop_without_a_slip_of_it(house: House) -> None:
    page = house.client.get(house.halls[0].address)
    csrf = re.findall(r'name="csrf" value="([^"]+)"', page.text)[0]
    for path in sorted(NEED_A_SLIP):
        answer = house.client.post(house.filled(path), data={"csrf": csrf, "text": "My words"})
        assert answer.status_code == 410, path
    others = {"csrf": csrf, "text": "My words", "for": "0" * 32}
    answer = house.client.post(house.filled("/w/{code}/notes"), data=others)
    assert answer.status_code == 410 and "My words" in answer.text


def test_the_desk_opens_to_nobody_without_a_session(house: House) -> None:
    paths = ("/host", "/_stcore/health", "/_stcore/stream", "/w/../_stcore/health", "/static/x", "/remote/ABC123")
    for path in paths:
        for method in ("GET", "POST", "PUT", "DELETE", "OPTIONS"):
            answer = house.client.request(method, path, headers={"cookie": house.cookie})
            assert answer.status_code in (303, 404) and "the desk" not in answer.text, (method, path)


JUNK = st.one_of(
    st.sampled_from((
        "", "0", "-1", HUGE, "9" * 5000, str(2**63), "٣", "\x00", "a\x00b", "..", "../../etc/passwd", "%00",
        "//evil.example",
        "\u202eevil", "👩\u200d👩\u200d👧", "č" * 300, "共享空間", "=1+1", "<script>alert(1)</script>",
        "{{7*7}}", "{text} %s",
        "'); DROP TABLE note;--", "\ud800", "skip", "5", "null", "A" * 9000,
    )),
    st.text(max_size=60),
)  # fmt: skip
NAMES = (
    "text", "key", "for", "question", "kind", "marks", "on", "slip", "erasure", "code", "language", "back", "lines",
    "ticks", "source", "lives_in", "stakeholder_type", "companion", "need_after", "where", "name", "email", "consent",
)  # fmt: skip
FORMS = st.lists(st.tuples(st.sampled_from(NAMES), JUNK), max_size=8)
HEADERS = st.fixed_dictionaries(
    {},
    optional={
        "host": st.sampled_from((b"[", b"[::1", b"a/b", b"", b"\xff", b"a b", b"evil.example", b"h:99999999")),
        "origin": st.sampled_from((b"http://[", b"http://a]b", b"null", b"http://evil.example", b"\xff")),
        "cookie": st.sampled_from((b"vrtiljak=", b"vrtiljak=\xff.x", b"vrtiljak_once=x", b";=;", b"vrtiljak_staff=x")),
        "content-type": st.sampled_from((b"text/plain", b"multipart/form-data", b"\xff", b"application/json")),
        "accept": st.sampled_from((b"application/json", b"\xff")),
        "accept-language": st.sampled_from((b"", b"en;q=abc", b"\xff", b"xx," * 3000)),
        "if-none-match": st.sampled_from((b"*", b"\xff", b'""')),
    },
)
BODIES = st.one_of(st.none(), st.binary(max_size=40), st.sampled_from((b"a=" + b"x" * 20_000, b"k=v&" * 1000)))
PARTS = st.dictionaries(st.sampled_from(("code", "note", "token", "name", "version")), JUNK, max_size=2)
METHODS = st.sampled_from((*["right"] * 8, "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH"))


@given(
    number=st.integers(0, 999), parts=PARTS, hall=st.integers(0, 3), method=METHODS, form=FORMS, headers=HEADERS,
    body=BODIES,
)  # fmt: skip
@example(number=-1, parts={"note": HUGE}, hall=0, method="right", form=[], headers={}, body=None)
@example(number=-1, parts={"note": "9" * 5000}, hall=0, method="right", form=[], headers={}, body=None)
@example(number=0, parts={}, hall=0, method="right", form=[], headers={"host": b"["}, body=None)
@example(number=0, parts={}, hall=0, method="POST", form=[], headers={"origin": b"http://["}, body=None)
@trying(
    max_examples=200, derandomize=True, database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
def test_malformed_requests_are_answered_in_words(
    house: House, number: int, parts: dict[str, str], hall: int, method: str, form: list[tuple[str, str]],
    headers: dict[str, bytes], body: bytes | None,
) -> None:  # fmt: skip
    writes = [route for route in house.routes if "note:int" in route.path]
    everything = (*house.routes, *house.doors)
    route = writes[number] if number < 0 else everything[number % len(everything)]
    escaped = {name: quote(part.encode(errors="replace"), safe="") for name, part in parts.items()}
    path = house.filled(route.path, **{"code": house.halls[hall].workshop.code} | escaped)
    verb = ("POST" if "POST" in (route.methods or ()) else "GET") if method == "right" else method
    content = body if body is not None else _encoded([("csrf", house.csrf), *form])
    usual = {"cookie": house.cookie.encode(), "content-type": b"application/x-www-form-urlencoded"}
    answer = house.client.request(verb, path, content=content, headers=list((usual | headers).items()))
    house.client.cookies.clear()
    assert answer.status_code < 500, answer.text
    assert "Traceback" not in answer.text and 'File "' not in answer.text
    assert house.faults == []


def _encoded(form: list[tuple[str, str]]) -> bytes:
    return urlencode([(name, value.encode(errors="replace")) for name, value in form]).encode()


def test_after_all_that_the_notes_are_still_there(house: House) -> None:
    for path in sorted(WRITES):
        for junk in ("", "\x00", "'); DROP TABLE note;--", "9" * 40):
            form = [("csrf", house.csrf), *((name, junk) for name in NAMES)]
            house.client.post(house.filled(path), content=_encoded(form), headers={
                "cookie": house.cookie, "content-type": "application/x-www-form-urlencoded",
            })  # fmt: skip
    assert "A room for everybody" in house.client.get(f"{house.halls[3].address}/results").text
    assert house.client.get("/health").json()["status"] == "ok"

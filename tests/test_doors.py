"""Every door of the assembled program: who may open it, what its answers tell a browser; no detour leads in."""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from tests.program import HERE, Server, serving
from tests.sockets import exchange, request
from tests.staff import by_link, host_token, projector_key
from tests.walks.people import looking_into
from toolkit.settings import Settings
from toolkit.store.workshops import situation

OPEN = {
    "residents GET,HEAD /",
    "residents GET,HEAD /accessibility",
    "residents GET,HEAD /assets/{name}",
    "residents GET,HEAD /h/{token}",
    "residents GET,HEAD /health",
    "residents GET,HEAD /screen/assets/{version}/{name}",
    "residents GET,HEAD /screen/{code}",
    "residents GET,HEAD /screen/{code}/events",
    *(
        f"residents GET,HEAD /w/{{code}}{page}"
        for page in ("", "/closing", "/events", "/interest", "/leave", "/log", "/privacy", "/report.pdf", "/results",
                     "/step")
    ),
    *(
        f"residents POST /w/{{code}}/{act}"
        for act in ("another", "checkin", "closing", "erase", "interest", "leave", "noted", "notes",
                    "notes/{note:int}/correct", "notes/{note:int}/tick", "notes/{note:int}/withdraw", "switch", "vote")
    ),
    "residents POST /",
    "residents POST /h/{token}",
    "residents POST /language",
    "residents POST /screen/{code}/slide/{to:int}",
    "doors GET,HEAD /sign-in",
    "doors GET,HEAD /sign-out",
    "doors GET,HEAD /welcome/{token}",
    "doors POST /sign-in",
    "doors POST /sign-out",
    "doors POST /welcome/{token}",
}  # fmt: skip
"""Anybody may ask; what is personal needs the phone's slip, the host's or the projector's link, or our form's token."""
ALL = "DELETE,GET,HEAD,OPTIONS,PATCH,POST,PUT"
STAFF = {
    "doors GET,HEAD /remote/{code}",
    "doors POST /remote/{code}",
    "desk MOUNT /",
    "desk WEBSOCKET /_stcore/stream",
    *(f"desk GET,HEAD {path}" for path in ("/auth/login", "/auth/logout", "/oauth2callback", "/_stcore/host-config")),
    *(
        f"desk {methods} {path}"
        for methods in ("GET,HEAD", "OPTIONS")
        for path in ("/_stcore/health", "/_stcore/metrics", "/media/{file_id:path}", "/component/{path:path}",
                     "/_stcore/bidi-components/{path:path}")
    ),
    *(f"desk {one} /_stcore/upload_file/{{session_id}}/{{file_id}}" for one in ("PUT", "DELETE", "OPTIONS")),
    *(f"desk {ALL} /_stcore/agent/{one}" for one in ("interact", "mcp", "openapi.json")),
}  # fmt: skip
"""Only with a staff session."""
DETOURS = (
    "//", "//_stcore/health", "/_stcore//health", "/./_stcore/health", "/%2e/_stcore/health", "/%2e%2e/_stcore/health",
    "/w/../_stcore/health", "/w/%2e%2e/_stcore/health", "/w/..%2f_stcore%2fhealth", "/sign-in/../_stcore/health",
    "/screen/..;/_stcore/health", "/w\\..\\_stcore\\health", "/%5fstcore/health", "/_STCORE/health", "/_stcore/health.",
    "/_stcore/health/", "/_stcore/health%00", "/_stcore/health%20", "/_stcore/health?x=/w/", "/_stcore/health#/w/",
    "/W/ABC123", "/host", "/HOST", "/host.", "/host/", "/host%2f", "/workshops?workshop=1",
    "/static/js/../../index.html",
    "/media/x.pdf", "/component/x", "/index.html", "/" + "a" * 5000, "/" + "%41" * 3000, "/w/" + "../" * 200 + "host",
    "http://HERE/_stcore/health", "http://elsewhere.example/_stcore/health", "HTTP://HERE/host", "*",
)  # fmt: skip
METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
ALWAYS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": r"SAMEORIGIN|DENY",
    "referrer-policy": r"same-origin|no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": r".*camera=\(\).*",
    "content-security-policy": r"default-src 'none'; .*base-uri 'none'.*",
    "cache-control": r".+",
}


@dataclass(frozen=True, slots=True)
class House:
    """A running program, somebody's session, and what opens the doors of one of its workshops."""

    server: Server
    cookie: str
    known: dict[str, str]

    @property
    def url(self) -> str:
        return self.server.url

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://")

    def filled(self, path: str) -> str:
        return re.sub(r"{(\w+)(:\w+)?}", lambda found: self.known.get(found[1], "x"), path)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    folder = tmp_path_factory.mktemp("doors")
    with serving(folder, "--demo") as server:
        own, code = Settings(data=folder, url=""), server.codes[0]
        store = looking_into(server)
        here = store.read(situation, code).workshop.id
        known = {
            "code": code, "token": host_token(store, own.secret, here), "key": projector_key(store, own, here),
            "note": "1", "to": "1",
        }  # fmt: skip
        session = by_link(store)
        store.close()
        yield House(server, f"vrtiljak_staff={session}", known)


@pytest.fixture
def stranger(house: House) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url) as client:
        yield client


@pytest.fixture
def staff(house: House) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=house.url, headers={"cookie": house.cookie}) as client:
        yield client


def lines_of_routes(folder: str) -> set[str]:
    command = [sys.executable, "-m", "tests.assembled"]
    said = subprocess.run(
        command, cwd=HERE, capture_output=True, text=True, timeout=600, check=True, env={"VRTILJAK_DATA": folder}
    )
    return set(said.stdout.splitlines())


def test_every_route_of_the_assembled_program_is_known_to_be_open_or_for_staff(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    found = lines_of_routes(str(tmp_path_factory.mktemp("routes")))
    assert found - OPEN - STAFF == set(), "a new route: say in OPEN or STAFF who may ask for it"
    assert (OPEN | STAFF) - found == set()


def test_nothing_for_staff_answers_without_a_session_whatever_the_method(house: House, stranger: httpx.Client) -> None:
    paths = {house.filled(line.split()[2]) for line in STAFF} - {"/"}
    for path in sorted(paths):
        for method in METHODS:
            answer = stranger.request(method, path)
            assert (answer.status_code, answer.headers.get("location")) == (303, "/sign-in"), (method, path)
            assert not answer.content


def test_with_a_session_they_do_answer(house: House, staff: httpx.Client) -> None:
    for path in ("/", "/host", "/_stcore/health", "/_stcore/host-config", house.filled("/remote/{code}")):
        assert staff.get(path).status_code == 200, path


def test_a_session_that_is_not_ours_opens_nothing(house: House, stranger: httpx.Client) -> None:
    right = house.cookie.partition("=")[2]
    for wrong in ("", "x", right[:-1], right + "x", right.swapcase(), f" {right[1:]}", "%00" + right):
        answer = stranger.get("/_stcore/health", headers={"cookie": f"vrtiljak_staff={wrong}"})
        assert answer.status_code == 303, wrong


@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS"])
def test_no_detour_leads_past_the_gate(house: House, method: str) -> None:
    for target in DETOURS:
        reply = exchange(house.url, request(method, target.replace("HERE", house.host), house.host))
        assert reply.status < 500, (target, reply)
        assert reply.body.strip() != b"ok" and b"streamlit" not in reply.body.lower(), (target, reply.body[:80])
        assert b"Traceback" not in reply.body


def shaken(house: House, *headers: str) -> int:
    """The status of a handshake: 101 when the socket opens."""
    wanted = ("Upgrade: websocket", "Sec-WebSocket-Version: 13", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==")
    sent = request("GET", "/_stcore/stream", house.host, *wanted, *headers)
    return exchange(house.url, sent.replace(b"Connection: close", b"Connection: Upgrade"), patience=10).status


def test_a_socket_opens_for_staff_on_our_own_page_only(house: House) -> None:
    ours, cookie = f"Origin: {house.url}", f"Cookie: {house.cookie}"
    assert shaken(house, ours, cookie) == 101
    assert shaken(house, ours) == 403
    assert shaken(house, cookie) == 403
    ours_inside = (f"{house.url}.evil.example", f"{house.url}@evil.example")
    for foreign in ("http://evil.example", "null", "http://[", *ours_inside):
        assert shaken(house, f"Origin: {foreign}", cookie) == 403, foreign


def answers(house: House, stranger: httpx.Client, staff: httpx.Client) -> Iterator[tuple[str, httpx.Response]]:
    """Answers of every door: pages, errors, redirects, files, JSON, and Streamlit's own."""
    for line in sorted(OPEN):
        _, methods, path = line.split()
        key = {"key": house.known["key"]} if "screen" in path else {}
        if not path.endswith("/events"):
            yield line, stranger.request(methods.split(",")[0], house.filled(path), params=key)
    for line in sorted(STAFF):
        _, methods, path = line.split()
        if methods != "WEBSOCKET":
            for method in ("GET" if methods == "MOUNT" else methods).split(","):
                yield f"staff {line}", staff.request(method, house.filled(path))
    page = staff.get("/").text
    files = re.findall(r'(?:src|href)="\.(/static/[^"]+)"', page)[:3]
    for path in ("/wrong", "/w/ZZZZZZ", "/w/ZZZZZZ/step", "/screen/ZZZZZZ", "/favicon.png", "/manifest.json", *files):
        yield path, stranger.get(path)
        yield f"staff {path}", staff.get(path)
    yield "wrong host", stranger.get("/", headers={"host": "["})
    yield "another site", staff.get("/", headers={"origin": "http://elsewhere.example"})
    yield "too long", stranger.post("/sign-in", content=b"x" * 20_000)
    with stranger.stream("GET", house.filled("/w/{code}/events")) as stream:
        yield "events", stream


def test_every_answer_of_every_door_tells_browsers_to_stay_here(
    house: House, stranger: httpx.Client, staff: httpx.Client
) -> None:
    for name, answer in answers(house, stranger, staff):
        assert answer.status_code < 500, name
        for header, wanted in ALWAYS.items():
            said = answer.headers.get(header, "")
            assert re.fullmatch(wanted, said), (name, answer.status_code, header, said)
        policy = answer.headers["content-security-policy"]
        assert "http" not in policy and "*" not in policy and "'unsafe-eval'" not in policy, name
        assert "frame-ancestors 'self'" in policy or "frame-ancestors 'none'" in policy, name
        assert "script-src 'unsafe-inline'" not in policy, name
        if not name.startswith("staff"):
            assert "'unsafe" not in policy, name
        assert "server" not in answer.headers and "x-powered-by" not in answer.headers, name
        assert "strict-transport-security" not in answer.headers, "only where HTTPS is set up"


KEPT = (
    "/step", "/assets/", "/screen/assets/", "/static/", "/favicon.png", "/manifest.json", "/_stcore/", "/component",
    "MOUNT",
)  # fmt: skip


def test_what_is_personal_is_kept_nowhere_on_the_way(house: House, stranger: httpx.Client, staff: httpx.Client) -> None:
    for name, answer in answers(house, stranger, staff):
        said = answer.headers["cache-control"]
        empty_desk = name.startswith("staff") and b"<title>Streamlit" in answer.content  # filled by the socket alone
        if not empty_desk and not any(part in name for part in KEPT):
            assert said in ("no-store", "private, no-cache"), (name, said)
        assert "public" not in said or not answer.headers.get("set-cookie"), name


def test_cookies_are_out_of_reach_of_scripts_and_other_sites(house: House, stranger: httpx.Client) -> None:
    set_by = {
        path: stranger.get(house.filled(path), headers={"cookie": ""}).headers.get_list("set-cookie")
        for path in ("/w/{code}", "/sign-in", "/sign-in?language=en")
    }
    assert all(set_by.values())
    for cookie in (one.lower() for cookies in set_by.values() for one in cookies):
        assert "httponly" in cookie and re.search("samesite=(strict|lax)", cookie) and "domain" not in cookie, cookie

"""Who gets through the gate: residents everywhere they belong, staff with a session, nobody else."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import ASGIApp
from starlette.websockets import WebSocket, WebSocketDisconnect

from toolkit.desk.gate import Gate


def said(word: str) -> ASGIApp:
    """An app that answers everything with one word, and every handshake too."""

    async def answer(request: Request) -> PlainTextResponse:
        return PlainTextResponse(word)

    async def shake(socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(word)
        await socket.close()

    return Starlette(
        routes=[Route("/{path:path}", answer, methods=["GET", "POST"]), WebSocketRoute("/{path:path}", shake)]
    )


async def staff(connection: HTTPConnection) -> bool:
    return connection.cookies.get("session") == "right"


def browser(*, signed_in: bool = False, hosts: tuple[str, ...] = ()) -> TestClient:
    gate = Gate(said("desk"), residents=said("residents"), doors=said("doors"), staff=staff, hosts=hosts)
    return TestClient(gate, follow_redirects=False, cookies={"session": "right"} if signed_in else {})


@pytest.fixture
def stranger() -> Iterator[TestClient]:
    with browser() as client:
        yield client


@pytest.fixture
def facilitator() -> Iterator[TestClient]:
    with browser(signed_in=True) as client:
        yield client


@pytest.mark.parametrize(
    "path", ["/", "/w/ABC123", "/h/token", "/screen/ABC123", "/assets/x.js", "/health", "/language"]
)
def test_a_resident_gets_the_residents_pages(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).text == "residents"


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/welcome/token"])
def test_the_doors_are_open_to_all(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).text == "doors"


@pytest.mark.parametrize(
    "path", ["/host", "/_stcore/health", "/_stcore/host-config", "/static/js/x.js", "/media/x", "/wrong"]
)
def test_everything_else_sends_a_stranger_to_sign_in(stranger: TestClient, path: str) -> None:
    answer = stranger.get(path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")


@pytest.mark.parametrize("path", ["/wx", "/healthy", "/screenshots", "/sign-in-too"])
def test_a_path_that_only_begins_like_a_public_one_is_not_public(stranger: TestClient, path: str) -> None:
    assert stranger.get(path).status_code == 303


def test_staff_get_the_desk(facilitator: TestClient) -> None:
    assert facilitator.get("/").text == "desk"
    assert facilitator.get("/host").text == "desk"


def test_staff_who_try_the_residents_pages_see_them(facilitator: TestClient) -> None:
    assert facilitator.get("/w/ABC123").text == "residents"


def test_the_desk_may_load_nothing_from_elsewhere(facilitator: TestClient) -> None:
    policy = facilitator.get("/").headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "http" not in policy


def test_another_site_may_not_ask_the_desk(facilitator: TestClient) -> None:
    assert facilitator.get("/", headers={"origin": "http://elsewhere.example"}).status_code == 403


@pytest.mark.parametrize("origin", ["http://[", "http://a]b"])
def test_an_origin_that_cannot_be_read_is_another_site(facilitator: TestClient, origin: str) -> None:
    assert facilitator.get("/", headers={"origin": origin}).status_code == 403


def test_a_wrong_session_is_no_session() -> None:
    with browser() as client:
        client.cookies.set("session", "wrong")
        assert client.get("/host").status_code == 303


def test_staff_open_the_socket_from_their_own_page(facilitator: TestClient) -> None:
    with facilitator.websocket_connect("/_stcore/stream", headers={"origin": "http://testserver"}) as socket:
        assert socket.receive_text() == "desk"


@pytest.mark.parametrize("origin", ["http://elsewhere.example", "null", "http://testserver.elsewhere.example", ""])
def test_a_socket_from_another_origin_is_closed_before_the_desk_sees_it(facilitator: TestClient, origin: str) -> None:
    with pytest.raises(WebSocketDisconnect) as closed, facilitator.websocket_connect(
        "/_stcore/stream", headers={"origin": origin}
    ):
        pass
    assert closed.value.code == 1008


def test_a_socket_without_a_session_is_closed(stranger: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect) as closed, stranger.websocket_connect(
        "/_stcore/stream", headers={"origin": "http://testserver"}
    ):
        pass
    assert closed.value.code == 1008


def test_a_socket_on_a_public_path_needs_a_session_too(stranger: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), stranger.websocket_connect(
        "/w/ABC123", headers={"origin": "http://testserver"}
    ):
        pass


def test_an_unknown_host_is_refused() -> None:
    with browser(hosts=("hall.local",)) as client:
        assert client.get("/", headers={"host": "evil.example"}).status_code == 400
        assert client.get("/", headers={"host": "hall.local:8501"}).text == "residents"


@pytest.mark.parametrize("hosts", [(), ("hall.local",)])
def test_a_host_that_cannot_be_read_is_refused(hosts: tuple[str, ...]) -> None:
    with browser(hosts=hosts) as client:
        assert client.get("/", headers={"host": "["}).status_code == 400

"""Who gets through the gate: residents everywhere they belong, staff with a session, nobody else."""

from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256

import pytest
from starlette.applications import Starlette
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket, WebSocketDisconnect

from carousel.refusal import Refusal
from toolkit.desk.gate import Gate
from toolkit.desk.mending import scripts


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
    gate = Gate(
        said("desk"), residents=said("residents"), doors=said("doors"), staff=staff, hosts=hosts, pages=("host",)
    )
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


def test_an_address_that_is_no_page_leads_to_the_first_one(facilitator: TestClient) -> None:
    for path in ("/workshops", "/hots", "/host", "/_stcore/health", "/static/index.js", "/"):
        answered = facilitator.get(path, headers={"accept": "text/html,*/*"}, follow_redirects=False)
        strayed = path in ("/workshops", "/hots")
        assert (answered.status_code, answered.headers.get("location")) == ((303, "/") if strayed else (200, None))


def test_staff_who_try_the_residents_pages_see_them(facilitator: TestClient) -> None:
    assert facilitator.get("/w/ABC123").text == "residents"


def test_the_desk_may_load_nothing_from_elsewhere(facilitator: TestClient) -> None:
    policy = facilitator.get("/").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; script-src 'self' ") and "http" not in policy and "*" not in policy


def test_at_the_desk_only_scripts_that_we_have_written_run_in_a_page(facilitator: TestClient) -> None:
    policy = facilitator.get("/").headers["content-security-policy"]
    allowed = policy.split("script-src ")[1].split(";")[0]
    assert "'unsafe-inline'" not in allowed and "'unsafe-eval'" not in allowed
    for one in scripts():
        assert b64encode(sha256(one.encode()).digest()).decode() in allowed


def test_browsers_are_told_to_come_by_https_only_where_it_is_set_up() -> None:
    for https in (True, False):
        gate = Gate(said("desk"), residents=said("residents"), doors=said("doors"), staff=staff, https=https)
        with TestClient(gate, follow_redirects=False) as client:
            for path in ("/", "/sign-in", "/host", "/w/ABC123"):
                told = client.get(path).headers.get("strict-transport-security", "")
                assert told == ("max-age=31536000" if https else ""), path


def failing(problem: Exception) -> ASGIApp:
    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        raise problem

    return app


@pytest.mark.parametrize(
    ("problem", "status"),
    [(ValueError("a secret text"), 500), (Refusal("Please wait {seconds}.", status=503, seconds=4), 503)],
)
def test_what_fails_is_told_in_a_sentence_without_what_it_was_about(problem: Exception, status: int) -> None:
    gate = Gate(said("desk"), residents=failing(problem), doors=said("doors"), staff=staff)
    answer = TestClient(gate).get("/w/ABC123")
    assert answer.status_code == status and "secret" not in answer.text and "Traceback" not in answer.text
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")
    assert answer.headers.get("retry-after") == ("4" if status == 503 else None)


def test_a_store_that_cannot_say_who_asks_opens_nothing() -> None:
    async def away(connection: HTTPConnection) -> bool:
        raise Refusal("Please wait {seconds}.", status=503, seconds=4)

    gate = Gate(said("desk"), residents=said("residents"), doors=said("doors"), staff=away)
    with TestClient(gate) as client:
        assert client.get("/host").status_code == 503
        with pytest.raises(WebSocketDisconnect) as closed, client.websocket_connect(
            "/_stcore/stream", headers={"origin": "http://testserver"}
        ):
            pass
        assert closed.value.code == 1008


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

"""Codes as people type them, and what guessing them costs."""

from collections.abc import Callable

import pytest

from tests.toolkit.phone.conftest import Hall
from toolkit.phone.limits import Limits


def test_a_code_typed_with_spaces_or_hyphens_opens_the_workshop(hall: Hall) -> None:
    code = hall.workshop.code
    for typed in (f"{code[:3]}-{code[3:]}", f" {code[:3]} {code[3:]} ", code.lower()):
        phone = hall.phone()
        csrf = phone.client.get("/?code").text.split('name="csrf" value="')[1].split('"')[0]
        answer = phone.client.post("/", data={"code": typed, "csrf": csrf}, follow_redirects=False)
        assert (answer.status_code, answer.headers.get("location")) == (303, hall.address)


@pytest.mark.parametrize("code", ["%00", "A%00B", "%C4%8CAAAAA", "AB.CDE", "%20"])
@pytest.mark.parametrize("page", ["", "/step", "/events", "/results", "/privacy"])
def test_what_cannot_be_a_code_is_not_found_without_asking_the_database(hall: Hall, code: str, page: str) -> None:
    hall.store.close()
    assert hall.phone().client.get(f"/w/{code}{page}").status_code == 404


@pytest.mark.parametrize("page", ["", "/step", "/events", "/results", "/privacy"])
def test_guesses_cost_the_same_wherever_they_are_tried(make_hall: Callable[..., Hall], page: str) -> None:
    hall = make_hall(Limits(guess_burst=2, guess_rate=0.01))
    guesser = hall.phone().client
    statuses = [guesser.get(f"/w/AAAAA{n}{page}").status_code for n in range(4)]
    assert statuses == [404, 404, 429, 429]


def test_a_guessed_check_in_costs_too_and_a_right_code_always_works(make_hall: Callable[..., Hall]) -> None:
    hall = make_hall(Limits(guess_burst=2, guess_rate=0.01))
    hall.next()
    phone = hall.phone()
    phone.look()
    form = phone.hidden("/checkin") | {"lives_in": "this_ks", "stakeholder_type": "prebivalec"}
    statuses = [phone.client.post(f"/w/AAAAA{n}/checkin", data=form).status_code for n in range(3)]
    assert statuses == [404, 404, 429]
    phone.check_in()
    assert phone.client.get(hall.address + "/step").status_code == 200


def test_wrong_erasure_codes_use_up_no_guesses_of_workshop_codes(make_hall: Callable[..., Hall]) -> None:
    hall = make_hall(Limits(guess_burst=1, guess_rate=0.01, erasure_burst=2, erasure_rate=0.01))
    hall.next()
    phone = hall.phone().check_in()
    phone.look("/privacy")
    data = {"csrf": phone.page.split('name="csrf" value="')[1].split('"')[0], "erasure": "AAAAAAAA"}
    assert [phone.client.post(hall.address + "/erase", data=data).status_code for _ in range(3)] == [404, 404, 429]
    assert [phone.client.get("/w/AAAAAA").status_code for _ in range(2)] == [404, 429]


def test_a_head_request_opens_no_stream(hall: Hall) -> None:
    answer = hall.phone().client.head(hall.address + "/events")
    assert answer.status_code == 200 and answer.headers["content-type"].startswith("text/event-stream")
    assert not any(room.subscribers for room in hall.app.state.hub.rooms.values())

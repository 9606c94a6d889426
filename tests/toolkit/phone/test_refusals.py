"""Every no has a page, a status and a way on; text is kept."""

import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from tests.toolkit.phone.conftest import Hall, Phone
from tests.toolkit.phone.test_hosting import host
from tests.toolkit.phone.test_walk import seated
from toolkit.acts import joining
from toolkit.phone.limits import Buckets, Limits
from toolkit.phone.tokens import COOKIE
from toolkit.store.evening import evening

JSON = {"accept": "application/json"}


def test_a_wrong_code_is_not_found(hall: Hall) -> None:
    answer = hall.phone().client.get("/w/ZZZZZZ")
    assert answer.status_code == 404 and "does not open a workshop" in answer.text


def test_guessing_codes_costs_patience(make_hall: Callable[..., Hall]) -> None:
    hall = make_hall(Limits(guess_burst=3, guess_rate=0.01))
    hall.next()
    inside = hall.phone().check_in()
    guesser = hall.phone().client
    statuses = [guesser.get(f"/w/AAAAA{n}").status_code for n in range(5)]
    assert statuses == [404, 404, 404, 429, 429]
    assert guesser.get(hall.address).status_code == 200
    inside.look()


def test_a_closed_door_says_so_and_shows_the_open_house(hall: Hall) -> None:
    hall.open_house()
    hall.store.write(joining.set_joining, hall.workshop.id, False, datetime.now(UTC))
    page = hall.phone().look("", 410)
    assert "<h1>Joining is closed</h1>" in page and "Open house" in page


def test_a_phone_without_a_slip_is_asked_to_check_in_again(hall: Hall) -> None:
    phone = hall.phone()
    phone.look()
    data = {"csrf": phone.hidden("/checkin")["csrf"], "text": "My words"}
    page = phone.client.post(hall.address + "/notes", data=data).text
    assert "<h1>Please check in again</h1>" in page and "My words" in page
    assert f'href="{hall.address}"' in page and "Joining is closed" not in page


def test_a_missing_answer_is_asked_for_at_its_field(hall: Hall) -> None:
    phone = hall.phone()
    phone.look()
    page = phone.send("/checkin", 422, lives_in="this_ks", age_band="a75")
    assert 'id="stakeholder_type-error"' in page
    assert 'value="a75" checked' in page


def test_a_far_too_long_note_comes_back_whole(hall: Hall) -> None:
    phone = seated(hall)[0]
    page = _send_long(phone)
    assert "x" * 10_000 in page and "At most 200 fit" in page


def _send_long(phone: Phone) -> str:
    phone.look()
    return phone.send("/notes", 422, text="x" * 10_000)


def test_a_note_that_the_page_has_no_field_for_is_told_with_its_text(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    form = phone.hidden("/notes") | {"text": "y" * 300}
    elsewhere = phone.client.post(hall.address + "/notes", data=form | {"question": "S9_none"})
    hall.next()
    later = phone.client.post(hall.address + "/notes", data=form)
    for answer in (elsewhere, later):
        assert answer.status_code == 422 and "y" * 300 in answer.text and 'role="alert"' in answer.text


def test_a_refused_correction_is_told_when_its_note_is_no_longer_on_the_page(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.write("A room for the choir")
    note = re.findall(r"/notes/(\d+)/correct", phone.page)[0]
    form = phone.hidden(f"/notes/{note}/correct") | {"text": "y" * 300}
    there = phone.client.post(f"{hall.address}/notes/{note}/correct", data=form)
    hall.next()
    gone = phone.client.post(f"{hall.address}/notes/{note}/correct", data=form)
    assert [one.status_code for one in (there, gone)] == [422, 422]
    assert f'id="own-{note}" open' in there.text and "y" * 300 in gone.text and "At most 200 fit" in gone.text


def test_a_body_over_the_limit_is_refused_before_it_is_read(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    phone.send("/notes", 413, text="x" * 20_000)


def test_a_form_without_our_token_is_refused_and_the_text_kept(hall: Hall) -> None:
    phone = seated(hall)[0]
    answer = phone.client.post(hall.address + "/notes", data={"text": "My words", "csrf": "wrong"})
    assert answer.status_code == 403 and "My words" in answer.text


def test_a_form_from_another_site_is_refused(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    form = phone.hidden("/notes") | {"text": "x"}
    for origin, status in (("http://evil.example", 403), ("null", 403), ("http://testserver", 200)):
        answer = phone.client.post(hall.address + "/notes", data=form, headers={"origin": origin})
        assert answer.status_code == status


@pytest.mark.parametrize("origin", ["http://[", "http://a]b"])
def test_an_origin_that_cannot_be_read_is_foreign(hall: Hall, origin: str) -> None:
    phone = seated(hall)[0]
    phone.look()
    form = phone.hidden("/notes") | {"text": "x"}
    assert phone.client.post(hall.address + "/notes", data=form, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("host", ["[", "[::1"])
def test_a_host_that_cannot_be_read_is_refused(hall: Hall, host: str) -> None:
    assert hall.phone().client.get(hall.address, headers={"host": host}).status_code == 400


def test_a_very_long_address_is_no_page(hall: Hall) -> None:
    assert hall.phone().client.get("/" + "x" * 600).status_code == 404


@pytest.mark.parametrize("note", [2**31, 10**17, 10**30])
def test_a_note_number_beyond_every_database_is_not_found(hall: Hall, note: int) -> None:
    phone = seated(hall)[0]
    phone.look()
    data = phone.hidden("/notes") | {"on": "1"}
    assert phone.client.post(f"{hall.address}/notes/{note}/tick", data=data).status_code == 404


def test_a_changed_cookie_is_no_cookie(hall: Hall) -> None:
    phone = hall.phone().check_in()
    value = phone.client.cookies[COOKIE]
    phone.client.cookies.clear()
    phone.client.cookies.set(COOKIE, value[:-2] + "xx")
    assert 'id="checkin"' in phone.look()


def test_somebody_who_sends_too_fast_is_asked_to_wait(make_hall: Callable[..., Hall]) -> None:
    hall = make_hall(Limits(slip_burst=3, slip_rate=0.01))
    hall.next()
    phone = seated(hall)[0]
    phone.look()
    form = phone.hidden("/notes")
    sent = [
        phone.client.post(hall.address + "/notes", data=form | {"text": f"{n}", "key": f"{n}"}, headers=JSON)
        for n in range(4)
    ]
    assert [one.status_code for one in sent] == [200, 200, 200, 429]
    assert int(sent[-1].headers["retry-after"]) >= 1 and sent[-1].json()["key"] == "3"


def test_a_vote_outside_its_time_is_refused(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    data = phone.hidden("/notes") | {"marks": "1"}
    answer = phone.client.post(hall.address + "/vote", data=data)
    assert answer.status_code == 409 and "not open now" in answer.text


def test_marks_that_are_no_numbers_do_not_empty_a_ballot(hall: Hall) -> None:
    phone = seated(hall)[0]
    host(hall).send("", lines="Choir\nGarden\nKitchen\nBooks\nMusic\nChess", question="S2_potrebe")
    hall.until("vote")
    mark = re.findall(r'name="marks" value="(\d+)"', phone.look())[0]
    form = phone.hidden("/vote")

    def cast(**marks: str) -> int:
        return int(phone.client.post(hall.address + "/vote", data=form | {"key": repr(marks)} | marks).status_code)

    assert [cast(marks=typed) for typed in (mark, "x", "", "9" * 30)] == [200, 409, 409, 409]
    assert ballots(hall) == [{int(mark)}]
    assert cast() == 200 and ballots(hall) == [set()]


def ballots(hall: Hall) -> list[set[int]]:
    return [set(vote.marks) for vote in hall.store.read(evening, hall.workshop.id).votes]


def test_markup_is_text_and_invisible_characters_are_gone(hall: Hall) -> None:
    phone = seated(hall)[0]
    page = phone.write("<script>alert(1)</script> \u202eevil\x07")
    assert "&lt;script&gt;" in page and "<script>alert" not in page
    assert "\u202e" not in page and "\x07" not in page


def test_every_answer_carries_the_security_headers(hall: Hall) -> None:
    phone = hall.phone()
    for path in ("/", hall.address, "/nothing", "/health"):
        headers = phone.client.get(path).headers
        assert "default-src 'none'" in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_the_script_is_kept_for_ever_and_an_old_name_is_gone(hall: Hall) -> None:
    phone = hall.phone().check_in()
    name = phone.page.split('src="/assets/')[1].split('"')[0]
    answer = phone.client.get(f"/assets/{name}")
    assert "immutable" in answer.headers["cache-control"]
    assert phone.client.get("/assets/phone.old.js").status_code == 404


def test_page_and_script_weigh_less_than_25_kb(hall: Hall) -> None:
    phone = hall.phone()
    first = phone.client.get(hall.address)
    phone.check_in()
    name = phone.page.split('src="/assets/')[1].split('"')[0]
    script = phone.client.get(f"/assets/{name}")
    assert sum(int(one.headers["content-length"]) for one in (first, script)) < 25_000


def test_a_bucket_fills_again_with_time() -> None:
    now = [0.0]
    buckets = Buckets(2, 1, clock=lambda: now[0])
    assert [buckets.wait("a") for _ in range(3)] == [0, 0, 1]
    now[0] = 1
    assert buckets.wait("a") == 0


def test_junk_in_every_form_never_breaks_the_server(hall: Hall) -> None:
    phone = seated(hall)[0]
    phone.look()
    csrf = phone.hidden("/notes")["csrf"]
    paths = ("/checkin", "/notes", "/vote", "/interest", "/closing", "/switch", "/erase", "/notes/99999/tick")
    for path in paths:
        for junk in ("", "\x00", "ž" * 500, "-1", "9" * 30, "' OR 1=1"):
            data = dict.fromkeys(("key", "text", "marks", "slip", "erasure", "question"), junk) | {"csrf": csrf}
            assert phone.client.post(hall.address + path, data=data).status_code < 500
    raw = phone.client.post(hall.address + "/notes", content=b"\xff\xfe=%zz", headers={"content-type": "text/plain"})
    assert raw.status_code == 415

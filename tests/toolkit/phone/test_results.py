"""The results for phones, the step for those who poll, and the door."""

from datetime import UTC, datetime

from tests.toolkit.phone.conftest import Hall
from tests.toolkit.phone.test_walk import seated
from toolkit.acts import hosting, mentoring


def test_the_results_answer_the_six_questions(hall: Hall) -> None:
    for phone in seated(hall):
        phone.write("A room for the choir")
    hall.until("thanks")
    page = hall.phone().look("/results")
    assert all(f'id="P{number}"' in page for number in range(1, 7))
    assert "<caption>" in page and 'scope="row"' in page


def test_the_page_stays_light_however_much_was_written(hall: Hall) -> None:
    phones = seated(hall)
    for turn in range(60):
        phones[turn % len(phones)].write(f"{turn} " + "Naj bo prostor v pritličju, svetel in topel. " * 4)
    hall.until("thanks")
    answer = hall.phone().client.get(hall.address + "/results")
    assert len(answer.content) <= 25 * 1024


def test_the_results_say_what_happens_next(hall: Hall) -> None:
    seated(hall)[0].write("A room for the choir")
    hall.until("thanks")
    page = hall.phone().look("/results")
    assert 'id="next"' in page and "within 14 days" in page


def test_results_that_have_not_changed_are_not_sent_again(hall: Hall) -> None:
    client = hall.phone().client
    first = client.get(hall.address + "/results")
    again = client.get(hall.address + "/results", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304


def test_results_wait_while_everybody_writes_without_looking(hall: Hall) -> None:
    hall.store.write(hosting.set_setting, hall.workshop.id, "hide_until_written", True, datetime.now(UTC))
    seated(hall)[0].write("A secret idea")
    page = hall.phone().look("/results")
    assert "A secret idea" not in page and "come after the rounds" in page


def test_the_report_is_there_once_it_is_shared(hall: Hall) -> None:
    seated(hall)[0].write("A room")
    hall.until("thanks")
    hall.phone().look("/report.pdf", 404)
    hall.store.write(mentoring.share_report, hall.workshop.id, True, datetime.now(UTC))
    answer = hall.phone().client.get(hall.address + "/report.pdf")
    assert answer.status_code == 200 and answer.content.startswith(b"%PDF")


def test_a_phone_that_polls_is_told_nothing_new_until_the_step_changes(hall: Hall) -> None:
    with hall.phone().client as client:
        first = client.get(hall.address + "/step")
        tag = {"if-none-match": first.headers["etag"]}
        assert client.get(hall.address + "/step", headers=tag).status_code == 304
        hall.next()
        assert client.get(hall.address + "/step", headers=tag).json()["version"] == first.json()["version"] + 1


def test_the_bare_address_leads_into_the_only_open_workshop(hall: Hall) -> None:
    assert hall.phone().client.get("/").url.path == hall.address


def test_a_typed_code_is_read_as_it_was_meant(hall: Hall) -> None:
    client = hall.phone().client
    page = client.get("/?code").text
    csrf = page.split('name="csrf" value="')[1].split('"')[0]
    answer = client.post("/", data={"csrf": csrf, "code": f" {hall.workshop.code.lower()} "})
    assert answer.url.path == hall.address
    assert client.post("/", data={"csrf": csrf, "code": "nope"}).status_code == 404


def test_health_is_json(hall: Hall) -> None:
    assert hall.phone().client.get("/health").json()["status"] == "ok"

"""What the computer says of itself before an evening: each sentence tells what to do, in both languages."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from toolkit.acts import machine, tonight
from toolkit.acts.machine import Power
from toolkit.acts.tonight import Evening, State, findings
from toolkit.i18n import translator
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.backups_place import Place


@pytest.fixture
def evening(place: Settings, free_port: int) -> Evening:
    return Evening(place, Place(place.data / "backups 2"), "192.168.1.5", free_port, datetime.now(UTC))


def test_every_finding_is_one_sentence_and_says_what_to_do_when_something_is_amiss(evening: Evening) -> None:
    found = list(findings(evening))
    assert len(found) == 15
    for language in ("en", "sl"):
        assert all(one.said(translator(language)).endswith((".", "/tcp")) for one in found)
    assert all(one.todo for one in found if one.state is not State.OK)


def test_nothing_is_left_behind_and_no_store_is_made(evening: Evening) -> None:
    list(findings(evening))
    assert list(evening.own.data.iterdir()) == []


def test_a_clock_from_the_past_must_be_set(evening: Evening) -> None:
    flat = replace(evening, now=datetime(2010, 1, 1, tzinfo=UTC))
    assert tonight.clock(flat).state is State.MUST
    (evening.own.data / "note").touch()
    assert tonight.clock(replace(evening, now=evening.now - timedelta(days=2))).state is State.MUST
    assert tonight.clock(evening).state is State.OK


def test_without_a_network_nobody_can_answer(evening: Evening) -> None:
    assert tonight.network(replace(evening, address=None)).state is State.MUST
    assert "192.168.1.5" in tonight.network(evening).said(translator("en"))


def test_a_second_place_is_wanted_there_and_on_another_disk(evening: Evening, tmp_path: Path) -> None:
    assert tonight.backup_place(replace(evening, second=None)).state is State.LOOK
    gone = Place(tmp_path / "pulled out" / "vrtiljak")
    assert tonight.backup_place(replace(evening, second=gone)).state is State.MUST
    assert tonight.backup_place(evening).state is State.LOOK
    left = Place(tmp_path, apart=True)
    assert "is not there" in tonight.backup_place(replace(evening, second=left)).said(translator("en"))


def test_a_store_is_sound_older_newer_or_damaged(evening: Evening) -> None:
    path = Path(evening.own.url.removeprefix("sqlite:///"))
    assert "none yet" in tonight.store(evening).sentence
    Store(evening.own.url).close()
    assert tonight.store(evening).state is State.OK
    with path.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * 20_000)
    assert tonight.store(evening).state is State.MUST


def test_a_taken_port_is_looked_at(evening: Evening) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", evening.port or 0))
        other.listen()
        assert tonight.port(evening).state is State.LOOK


@pytest.mark.parametrize(
    ("supplies", "told"),
    [
        ({}, Power()),
        ({"AC": {"type": "Mains", "online": "1"}, "BAT0": {"type": "Battery", "capacity": "93"}}, Power(True, 93)),
        ({"AC": {"type": "Mains", "online": "0"}, "BAT0": {"type": "Battery", "capacity": "41"}}, Power(False, 41)),
        ({"ucsi": {"type": "USB", "online": "1"}, "BAT1": {"type": "Battery", "capacity": "5"}}, Power(True, 5)),
        ({"mouse": {"type": "Battery", "capacity": "odd"}}, Power()),
    ],
)
def test_mains_and_battery_are_read_where_linux_keeps_them(
    tmp_path: Path, supplies: dict[str, dict[str, str]], told: Power
) -> None:
    for name, values in supplies.items():
        (tmp_path / name).mkdir()
        for key, value in values.items():
            (tmp_path / name / key).write_text(f"{value}\n", encoding="utf-8")
    assert machine.power(tmp_path) == told


def test_a_tool_that_is_not_there_says_nothing() -> None:
    assert machine.asked("no-such-tool-here") == ""

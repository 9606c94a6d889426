"""What looks like ballot stuffing at the door, and what does not: families, tablets, a hall behind one address."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import count

import pytest

from carousel.stage import Stage, Step
from carousel.workshop import Workshop
from toolkit.compare.left_out import CROWD, HASTE, PHONE, VOTE, WORDS
from toolkit.phone.watching import MOST, Found, Watch, place_of, remember
from toolkit.store.workshops import Situation

DAY = datetime(2026, 11, 26, 17, 0, tzinfo=UTC)
HALL, HOME = "8.8.4.7", "9.9.9.9"


@dataclass
class Door:
    """A watch with a clock of its own, and everybody it has flagged so far, by rule."""

    stage: Stage = Stage.CHECKIN
    expected: int = 24
    seconds: float = 1000.0
    flagged: dict[str, list[str]] = field(default_factory=dict)
    slips: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.watch = Watch(clock=lambda: self.seconds)

    @property
    def where(self) -> Situation:
        workshop = Workshop(id=1, code="ABC234", title="T", community="C", date=DAY.date(), expected=self.expected)
        return Situation(workshop=workshop, step=Step(stage=self.stage), version=1)

    def comes(self, address: str = HALL, phone: str = "", reading: float = 20.0) -> str:
        """Somebody opens the page, reads for so many seconds and checks in."""
        slip = f"slip {next(self.slips)}"
        phone = phone or f"phone of {slip}"
        self.watch.opened(phone)
        self.seconds += reading
        self.note(self.watch.joined(self.where, address, phone, slip))
        return slip

    def together(self, people: int, address: str = HALL, seconds: float = 60.0) -> list[str]:
        """So many phones that read at the same time and check in one after the other within `seconds`."""
        phones = {f"slip {number}": f"phone {number}" for number in (next(self.slips) for _ in range(people))}
        for phone in phones.values():
            self.watch.opened(phone)
        self.seconds += 5.0
        for slip, phone in phones.items():
            self.seconds += seconds / people
            self.note(self.watch.joined(self.where, address, phone, slip))
        return [*phones]

    def note(self, found: Iterator[Found]) -> None:
        for rule, slips in found:
            self.flagged.setdefault(rule, []).extend(slips)


def test_a_family_of_eight_on_one_phone_is_not_flagged() -> None:
    door = Door()
    for _ in range(8):
        door.comes(phone="the family's", reading=3.0)
    assert not door.flagged


def test_a_tablet_at_the_door_that_hands_out_forty_slips_at_the_pace_of_people_is_not_flagged() -> None:
    door = Door()
    for _ in range(40):
        door.comes(phone="tablet", reading=25.0)
    assert not door.flagged


@pytest.mark.parametrize(("people", "expected"), [(60, 24), (200, 120), (300, 100)])
def test_a_hall_behind_one_address_that_scans_in_the_same_minute_is_not_flagged(people: int, expected: int) -> None:
    door = Door(expected=expected)
    door.together(people)
    assert not door.flagged


def test_late_comers_and_a_class_at_the_open_house_are_not_flagged() -> None:
    late = Door(stage=Stage.ROUND)
    late.together(10)
    school = Door(stage=Stage.OPEN)
    school.together(28)
    assert not late.flagged and not school.flagged


def test_a_script_that_does_not_wait_is_flagged_slip_by_slip() -> None:
    door = Door()
    slips = [door.comes(reading=0.01) for _ in range(30)]
    assert door.flagged[HASTE] == slips


def test_one_phone_that_checks_in_faster_than_people_type_is_flagged_from_its_first_slip_on() -> None:
    door = Door()
    slips = [door.comes(phone="one", reading=2.5) for _ in range(30)]
    assert sorted(door.flagged[PHONE]) == sorted(slips)


def test_a_patient_machine_with_ever_new_cookies_is_flagged_whole_when_nobody_is_arriving() -> None:
    door = Door(stage=Stage.ROUND)
    slips = door.together(40, HOME)
    assert sorted(door.flagged[CROWD]) == sorted(slips)


def test_two_thousand_slips_from_one_address_are_flagged_even_while_the_hall_arrives() -> None:
    door = Door()
    own = door.together(30, HALL)
    stuffed = door.together(2000, HOME, seconds=300.0)
    assert set(door.flagged[CROWD]) == set(stuffed)
    assert not set(own) & set(door.flagged[CROWD])


def test_on_a_hotspot_where_each_phone_has_its_address_one_machine_is_flagged_even_while_the_hall_arrives() -> None:
    door = Door()
    for number in range(20):
        door.comes(f"192.168.137.{number}")
    stuffed = door.together(40, "192.168.137.99")
    assert set(door.flagged[CROWD]) == set(stuffed)


def test_a_hall_behind_one_address_of_the_own_network_is_not_flagged() -> None:
    door = Door()
    door.comes("10.0.0.2")
    door.together(60, "10.0.0.1")
    assert not door.flagged


def test_who_arrived_before_a_machine_behind_the_same_address_is_no_part_of_its_crowd() -> None:
    door = Door()
    for _ in range(30):
        door.comes()
    stuffed = door.together(400, HALL, seconds=40.0)
    assert set(door.flagged[CROWD]) == set(stuffed)


def test_who_comes_after_a_quiet_time_is_no_part_of_the_crowd_before() -> None:
    door = Door(stage=Stage.OPEN)
    door.together(25)
    door.seconds += 3600
    door.together(25)
    assert not door.flagged


def test_a_vote_within_seconds_of_check_in_is_flagged_and_a_later_one_is_not() -> None:
    door = Door()
    quick, slow = door.comes(), door.comes()
    door.seconds += 4
    door.note(door.watch.voted(slow))
    door.seconds += 60
    door.note(door.watch.voted(quick))
    assert door.flagged == {VOTE: [slow]}


def test_five_slips_with_the_same_long_sentence_are_flagged_all_of_them() -> None:
    door, said = Door(), "Potrebujemo  parkirišče namesto skupnostnega prostora."
    for number in range(7):
        door.note(door.watch.wrote("ABC234", f"slip {number}", said.upper() if number % 2 else said.replace("  ", " ")))
    assert sorted(door.flagged[WORDS]) == [f"slip {number}" for number in range(7)]


@pytest.mark.parametrize("said", ["Knjižnica", "Prostor za mlade", "Klopca v senci"])
def test_short_ideas_that_many_have_are_not_flagged(said: str) -> None:
    door = Door()
    for number in range(20):
        door.note(door.watch.wrote("ABC234", f"slip {number}", said))
    assert not door.flagged


def test_somebody_who_writes_the_same_sentence_again_and_again_is_one() -> None:
    door = Door()
    for _ in range(9):
        door.note(door.watch.wrote("ABC234", "slip", "Potrebujemo dvigalo za starejše in bolne."))
    assert not door.flagged


def test_all_addresses_of_a_household_are_one_place() -> None:
    assert place_of("2001:db8:1:2::5") == place_of("2001:db8:1:2:ffff::9") != place_of("2001:db8:1:3::5")
    assert place_of("::ffff:203.0.113.7") != place_of("::ffff:203.0.113.8")
    assert place_of("testclient") == "testclient"


def test_the_memory_is_bounded() -> None:
    kept: dict[int, int] = {}
    for number in range(MOST + 5):
        remember(kept, number, number)
    assert len(kept) == MOST and 4 not in kept and 5 in kept


def test_rehearsals_at_a_faster_pace_are_measured_at_that_pace() -> None:
    now = 0.0
    watch = Watch(clock=lambda: now, pace=10)
    watch.opened("phone")
    now = 0.3
    assert not list(watch.joined(Door().where, HALL, "phone", "slip"))

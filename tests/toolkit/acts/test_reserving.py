"""A code that stands on printed paper goes to no phone."""

from random import Random
from typing import Any

import pytest

from carousel.refusal import Refusal
from tests.evening_hall import Hall, new_hall
from toolkit.acts.answering import erase
from toolkit.acts.codes import slip_code
from toolkit.acts.paper_forms import type_check_in
from toolkit.acts.reserving import free_codes, printed_erasure, reserve_codes, reserved
from toolkit.settings import Settings
from toolkit.store import Store
from toolkit.store.slips import resident

DOOR = {"lives_in": "1"}


@pytest.fixture
def hall(store: Store, place: Settings, monkeypatch: pytest.MonkeyPatch) -> Hall:
    monkeypatch.setenv("VRTILJAK_DATA", str(place.data))
    hall = new_hall(store)
    hall.press()
    return hall


class Codes(Random):
    """Chance that makes the same code again and again before it makes another."""

    def __init__(self, stubborn: int) -> None:
        super().__init__(1)
        self.left = stubborn * 2

    def choices(self, *args: Any, **named: Any) -> list[Any]:
        self.left -= 1
        if self.left >= 0:
            return list("KLM") if self.left % 2 else list("47")
        return super().choices(*args, **named)


def test_a_phone_is_given_another_code_than_the_printed_one(hall: Hall) -> None:
    assert slip_code(Codes(1)) == "KLM47"
    hall.store.write(reserve_codes, hall.workshop.id, ["KLM47"])
    hall.rng = Codes(3)
    (person,) = hall.arrive()
    assert hall.rng.left < 0 and person.code != "KLM47"


def test_without_printed_paper_the_first_code_is_taken(hall: Hall) -> None:
    hall.rng = Codes(1)
    (person,) = hall.arrive()
    assert person.code == "KLM47"


def test_a_paper_slip_keeps_its_printed_code(hall: Hall) -> None:
    hall.store.write(reserve_codes, hall.workshop.id, ["KLM47"])
    slip = hall.store.write(type_check_in, hall.workshop.id, DOOR, hall.tick(), Random(1), slip="klm 47")
    assert slip[1] == "KLM47"


def test_a_code_that_a_phone_got_meanwhile_is_not_printed(hall: Hall) -> None:
    hall.rng = Codes(1)
    hall.arrive()
    assert not hall.store.write(reserve_codes, hall.workshop.id, ["ABC23", "KLM47"])
    assert hall.store.read(reserved, hall.workshop.id) == []


def test_printing_twice_reserves_once_and_the_next_pack_has_other_codes(hall: Hall) -> None:
    codes = hall.store.read(free_codes, hall.workshop.id, 40, Random(5))
    for _ in range(2):
        assert hall.store.write(reserve_codes, hall.workshop.id, codes)
    assert hall.store.read(reserved, hall.workshop.id) == codes
    assert not set(codes) & set(hall.store.read(free_codes, hall.workshop.id, 40, Random(5)))


def test_the_erasure_code_on_a_printed_slip_erases_what_was_typed_in(hall: Hall) -> None:
    code = printed_erasure(hall.workshop.id, "KLM47")
    with pytest.raises(Refusal):
        hall.store.write(erase, hall.workshop.code, code, hall.tick())
    slip, _ = hall.store.write(type_check_in, hall.workshop.id, DOOR, hall.tick(), Random(1), slip="klm 47")
    hall.store.write(erase, hall.workshop.code, code.lower(), hall.tick())
    with pytest.raises(Refusal):
        hall.store.read(resident, slip)
    assert len({code, printed_erasure(hall.workshop.id, "KLM48"), printed_erasure(hall.workshop.id + 1, "KLM47")}) == 3

"""Use of premises: only of rooms of which both numbers are known, and no share of nothing."""

from carousel.preparation import Premises
from toolkit.compare.premises import use


def test_hours_are_summed_over_the_rooms_of_which_both_are_known() -> None:
    rooms = [
        Premises(name="Dvorana", used_hours=30, bookable_hours=60),
        Premises(name="Učilnica", used_hours=15, bookable_hours=20),
        Premises(name="Klet", used_hours=5),
    ]
    found = use(rooms)
    assert (found.rooms, found.known, found.used, found.bookable) == (3, 2, 45, 80)
    assert found.share == 45 / 80


def test_a_room_that_nobody_uses_counts_and_one_without_hours_has_no_share() -> None:
    assert use([Premises(name="Dvorana", used_hours=0, bookable_hours=40)]).share == 0
    assert use([Premises(name="Klet", used_hours=0, bookable_hours=0)]).share is None
    assert use([]).share is None

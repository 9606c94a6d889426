"""A draw that anyone can repeat."""

from hypothesis import given
from hypothesis import strategies as st

from carousel.raffle import draw, fingerprint

TICKETS = st.lists(st.integers(1, 999), max_size=60)


def test_the_fingerprint_can_be_checked_by_hand() -> None:
    # printf '%s' 'skupaj:17' | sha256sum
    assert fingerprint(17, "skupaj") == "ae591b7f73a4714e9ea3dd3a26e91acdc95a888bc63c47b478b4307478b34e62"


@given(TICKETS, st.integers(0, 5), st.text(max_size=20))
def test_winners_hold_tickets_and_win_once(tickets: list[int], winners: int, seed: str) -> None:
    won = draw(tickets, winners, seed)
    assert len(won) == len(set(won)) == min(winners, len(set(tickets)))
    assert set(won) <= set(tickets)


@given(TICKETS, st.text(max_size=20))
def test_the_order_of_the_tickets_does_not_matter(tickets: list[int], seed: str) -> None:
    assert draw(sorted(tickets, reverse=True), 3, seed) == draw(tickets, 3, seed)


def test_one_more_prize_leaves_the_earlier_winners() -> None:
    tickets = range(100, 160)
    assert draw(tickets, 4, "skupaj")[:3] == draw(tickets, 3, "skupaj")


def test_another_seed_draws_other_tickets() -> None:
    assert draw(range(100, 160), 5, "skupaj") != draw(range(100, 160), 5, "drugače")

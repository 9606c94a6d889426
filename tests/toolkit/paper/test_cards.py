"""Host's cards tell the minutes of the evening's own rounds, and fit stations that share questions."""

from typing import Any

from tests.toolkit.paper.orders import QUESTIONS, order, read
from toolkit.i18n import translator
from toolkit.paper.cards import host_cards, self_run_cards

EN = translator("en")


def test_the_first_round_begins_with_silence_of_a_sixth_or_so() -> None:
    card: Any = host_cards(order(lengths=(1200, 930, 780, 660, 570)), EN)[0]
    assert [one["minutes"] for one in card["rounds"]] == ["20", "15.5", "13", "11", "9.5"]
    assert card["rounds"][0]["what"].startswith("3.5 min in silence")
    assert "4 min read and tick" in card["rounds"][1]["what"]


def test_a_shared_station_asks_all_its_questions_on_one_card() -> None:
    made = order(9)
    for cards in (host_cards(made, EN), self_run_cards(made, EN)):
        asked = [question for card in cards for question in _listed(card["questions"])]
        assert asked == [question.text.of("en") for question in QUESTIONS.questions]


def test_the_host_is_told_to_erase_nothing_and_keep_a_parking_lot() -> None:
    page = read("host_cards", "en")[0]
    assert "Erase nothing" in page and "parking lot" in page and "two minutes before the end" in page


def _listed(value: object) -> list[str]:
    assert isinstance(value, list)
    return value

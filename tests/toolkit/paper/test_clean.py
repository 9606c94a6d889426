"""What is printed or exported holds no signs that only machines read."""

from hypothesis import given
from hypothesis import strategies as some

from toolkit.paper.clean import plain, printable


def test_control_and_direction_signs_are_dropped() -> None:
    assert plain("a\x00b\u202ec\x0bd\ufeff") == "abc d"


def test_tabs_and_line_ends_become_one_space() -> None:
    assert plain(" ena\r\n\tdve ") == "ena dve"


def test_emoji_become_a_box_on_paper() -> None:
    assert printable("Bravo 👍🏽!") == "Bravo □!"


@given(some.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    assert printable(printable(text)) == printable(text)

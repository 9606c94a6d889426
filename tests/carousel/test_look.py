"""Groups can be told apart by colour, by shape and by letter, and read on their colour."""

import pytest

from carousel.look import colour, ink, letter, shape


def luminance(hexadecimal: str) -> float:
    """Relative luminance after WCAG 2.2."""
    parts = [int(hexadecimal[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("index", range(8))
def test_ink_can_be_read_on_the_groups_colour(index: int) -> None:
    light, dark = sorted((luminance(colour(index)), luminance(ink(index))), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_twenty_five_groups_look_different() -> None:
    assert len({(colour(index), shape(index)) for index in range(25)}) == 25


def test_groups_have_letters() -> None:
    assert [letter(index) for index in (0, 4, 24)] == ["A", "E", "Y"]

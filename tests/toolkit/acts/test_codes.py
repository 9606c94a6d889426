"""Codes as people type them."""

import pytest

from toolkit.acts.codes import DIGITS, LETTERS, spelled, typed


@pytest.mark.parametrize("written", ["ALB23", "alb23", " Alb 23", "alb-23"])
def test_a_slips_code_is_understood_however_it_is_typed_and_its_l_stays_an_l(written: str) -> None:
    assert spelled(written) == "ALB23"


def test_a_workshops_code_has_no_letters_that_look_like_digits() -> None:
    assert typed("o1l-i2") == "01112"


def test_slips_never_hold_what_is_taken_for_something_else() -> None:
    assert not {"O", "I", "0", "1"} & {*LETTERS, *DIGITS}

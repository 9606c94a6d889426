"""Rows of residents copied from a spreadsheet."""

import pytest

from carousel.refusal import Refusal
from toolkit.acts.pasting import pasted


def test_rows_with_headings_tabs_and_any_dash_are_found() -> None:
    text = "Starost\tŽenske\tMoški\n15-29\t140\t150\n 30 — 44 \t185\t\n\n75 ali več;130;80;210\n"
    assert pasted(text, "sl") == {
        ("a15_29", "f"): "140", ("a15_29", "m"): "150", ("a30_44", "f"): "185",
        ("a75", "f"): "130", ("a75", "m"): "80", ("a75", "all"): "210",
    }  # fmt: skip


def test_the_names_of_ages_are_known_in_every_language() -> None:
    assert pasted("All ages;;;1200", "sl") == pasted("Vse starosti;;;1200", "en") == {("all", "all"): "1200"}


def test_another_age_is_refused_with_its_row() -> None:
    with pytest.raises(Refusal, match="Row 2: “0–5”"):
        pasted("15–29;1;2\n0–5;3;4", "sl")


@pytest.mark.parametrize("text", ["", "  \n", "Starost;Ženske;Moški"])
def test_nothing_is_told_calmly(text: str) -> None:
    with pytest.raises(Refusal, match="Nothing was found"):
        pasted(text, "sl")

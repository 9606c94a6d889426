"""Themes suggested by the vocabulary's stems."""

import csv
from pathlib import Path

import pytest

from carousel.workshop import UNSORTED
from toolkit.harvest.themes import suggest

DEMO = Path(__file__).parents[3] / "data" / "demo" / "demo_answers.csv"


def test_forty_four_of_forty_five_demo_rows_get_their_theme() -> None:
    with DEMO.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert sum(suggest(row["text"], "sl").theme == row["theme"] for row in rows) >= 44
    assert sum(suggest(row["text"]).theme == row["theme"] for row in rows) >= 44


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("rabili bi tecaj za babice", "izobrazevanje"),
        ("Vrtec je poln", "otroci_druzine"),
        ("Vrt za vse", "vrt_hrana"),
        ("V soboto pridemo", UNSORTED),
        ("Pleskanje dvorane", "prostor_oprema"),
        ("", UNSORTED),
        ("🙂🙂", UNSORTED),
    ],
)
def test_folding_and_the_known_traps(text: str, theme: str) -> None:
    assert suggest(text, "sl").theme == theme


def test_a_phrase_weighs_two() -> None:
    assert suggest("sobo za popravilo in učna pomoč", "sl").theme == "otroci_druzine"


def test_a_tie_goes_to_the_word_that_stands_first() -> None:
    assert suggest("najem dvorane", "sl").theme == "upravljanje_pravila"
    assert suggest("dvorano v najem", "sl").theme == "prostor_oprema"


def test_the_words_that_led_there_are_told_and_others_follow() -> None:
    suggestion = suggest("Vrtnarjenje in zelenjava, pa tudi šport", "sl")
    assert suggestion.words == ("Vrtnarjenje", "zelenjava")
    assert suggestion.others == ("gibanje_zdravje",)


def test_an_english_note_is_recognised_as_english() -> None:
    assert suggest("We need more bicycle lanes and less traffic").theme == "okolje_mobilnost"

"""The flyer explains first and invites then; it leads to the open house where there is one."""

from dataclasses import replace
from typing import Any

import pytest

from carousel.workshop import Format
from tests.toolkit.paper.orders import QUESTIONS, order, read
from toolkit.content.reading import ContentError
from toolkit.i18n import translator
from toolkit.paper import qr
from toolkit.paper.flyer import flyer
from toolkit.paper.flyer_words import FILE, check_flyers, flyer_words


def said(**changed: Any) -> dict[str, Any]:
    return flyer(order(**changed), translator("en"))[0]


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_idea_and_its_benefits_stand_before_the_invitation(lang: str) -> None:
    words = flyer_words(QUESTIONS)
    for page in read("flyer", lang):
        idea, benefit = page.find(words.idea.of(lang)[0]), page.find(words.benefits.of(lang)[0])
        asked = page.find(words.invitation.of(lang).split("?")[0])
        assert 0 <= idea < benefit < asked < page.rfind("vrtiljak.example.org/w/Z4X9B2")


def test_there_is_a_large_flyer_and_a_page_with_two() -> None:
    large, small = read("flyer", "sl")
    assert large.count("Dom krajanov") == 1 and small.count("Dom krajanov") == 2


def test_the_code_leads_to_the_open_house_else_to_the_workshop() -> None:
    assert said()["svg"] == qr.svg("https://vrtiljak.example.org/w/Z4X9B2", "QR code of the page")
    assert said(open_house="")["svg"] == qr.svg("https://vrtiljak.example.org/w/K7M2QX", "QR code of the page")


def test_what_is_not_known_is_left_to_be_written_by_hand() -> None:
    facts = {one["label"]: one["text"] for one in said(venue="", opens=None)["facts"]}
    assert facts["Where"] == "" and ":" not in facts["When"]
    assert "at 17:30" in said()["facts"][1]["text"]


def test_an_open_house_says_from_which_day_it_is_open() -> None:
    house = replace(order().workshop, format=Format.OPEN_HOUSE)
    assert said(workshop=house, carousel=None)["facts"][1]["text"] == "from 26/11/2026 on"


def test_another_question_set_gets_words_that_suit_any() -> None:
    other = replace(QUESTIONS, questions=(replace(QUESTIONS.questions[0], id="S9"),))
    assert flyer_words(other) != flyer_words(QUESTIONS)
    assert flyer_words(other).asks == ()


def test_every_sentence_of_the_shipped_flyers_is_short() -> None:
    for words in check_flyers(FILE.read_text("utf-8")):
        for lang in ("sl", "en"):
            for line in (*words.idea.of(lang), *words.benefits.of(lang)):
                assert max(len(part.split()) for part in line.split(".")) <= 15


def test_a_file_without_words_for_other_sets_is_refused() -> None:
    with pytest.raises(ContentError, match="without “asks”"):
        check_flyers(FILE.read_text("utf-8").replace("  - headline:", "  - asks: [x]\n    headline:"))

"""The vocabularies are whole in both languages, and their stems and patterns work."""

import re

import pytest

from carousel.workshop import UNSORTED
from toolkit.content.reading import ContentError
from toolkit.content.vocabulary import FILE, PARTS, check_vocabulary, label, vocabulary

TEXT = FILE.read_text("utf-8")
WORDS = vocabulary()


@pytest.mark.parametrize("part", PARTS)
def test_every_entry_speaks_both_languages(part: str) -> None:
    assert WORDS.part(part)
    assert all(term.label("sl") and term.label("en") for term in WORDS.part(part))


def test_the_four_levels_are_modes_with_plain_words() -> None:
    assert [level.id for level in WORDS.participation_levels] == [
        "user",
        "consultative_co_creator",
        "collaboration_partner",
        "supported_initiative",
    ]
    assert WORDS.participation_levels[0].plain["en"] == "I would come to activities."
    assert all(level.owed for level in WORDS.participation_levels)


def test_unsorted_is_the_last_theme_and_has_no_stems() -> None:
    assert WORDS.themes[-1].id == UNSORTED
    assert not any(WORDS.themes[-1].stems.values())


def test_all_other_themes_have_stems_in_both_languages() -> None:
    assert all(theme.stems["sl"] and theme.stems["en"] for theme in WORDS.themes[:-1])


def test_readiness_has_a_sentence_for_each_score() -> None:
    assert all(len(each.scale["sl"]) == len(each.scale["en"]) == 4 for each in WORDS.readiness_criteria)


def test_weak_words_are_told_apart_from_strong_ones() -> None:
    assert {"banda", "pokvarjen"} <= set(WORDS.moderation.rude_weak_stems) & set(WORDS.moderation.rude_stems)
    assert "idiot" not in WORDS.moderation.rude_weak_stems


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("email", "pišite na nekdo@primer.si"),
        ("phone_si", "pokličite 040 000 000"),
        ("street_no", "Zgledna ulica 5"),
        ("two_capitals", "soseda Tončka Primer"),
        ("iban_si", "SI56 0000 0000 0000 000"),
    ],
)
def test_patterns_find_what_they_are_for(pattern: str, text: str) -> None:
    assert WORDS.moderation.patterns[pattern].search(text)


def test_an_entry_is_named_by_vocabulary_or_by_its_name() -> None:
    assert label("themes", "druzenje", "sl") == label(WORDS.themes, "druzenje", "sl") == "Druženje in srečevanje"


def test_an_unknown_entry_is_named_by_its_id() -> None:
    assert label("themes", "neznano", "en") == "neznano"
    assert WORDS.term("themes", "neznano") is None


def test_an_unknown_vocabulary_is_an_error() -> None:
    with pytest.raises(KeyError):
        WORDS.part("moderation")


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("{id: image,", "{id: need,", "“need” stands here twice"),
        ('en: "Obstacle or concern"', 'ne: "x"', "“en” is missing"),
        (r"emso: '(?<!\d)\d{13}(?!\d)'", "emso: '('", "The pattern “emso” does not work"),
        ("[družen,", "['+',", "“+” is not a stem"),
        ('"ni prostora", ', "", "“scale” needs four sentences"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(good: str, bad: str, said: str) -> None:
    assert good in TEXT
    text = TEXT.replace(good, bad, 1)
    text = text.replace('"no room", ', "", 1) if good.startswith('"ni prostora') else text

    with pytest.raises(ContentError, match=re.escape(said)) as refused:
        check_vocabulary(text)

    assert str(refused.value).startswith("data/vocabularies.yaml line ")

"""The program speaks Slovenian and English, counts in Slovenian and writes dates as people do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from carousel.refusal import Refusal
from toolkit import i18n
from toolkit.content.text import Lines, Text
from toolkit.i18n import languages, preferred, say, translator

SL, EN = translator("sl"), translator("en")


@pytest.fixture
def italian(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A catalogue for one more language, as somebody would add it."""
    lines = ['msgid ""', 'msgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"', ""]
    lines += ['msgid "Vote"', 'msgstr "Voto"', "", 'msgid "{n} day"', 'msgid_plural "{n} days"']
    lines += ['msgstr[0] "{n} giorno"', 'msgstr[1] "{n} giorni"']
    (tmp_path / "it.po").write_text("\n".join(lines), "utf-8")
    monkeypatch.setattr(i18n, "FOLDER", tmp_path)
    languages.cache_clear()
    translator.cache_clear()
    yield "it"
    languages.cache_clear()
    translator.cache_clear()


def test_slovenian_comes_first_and_english_second() -> None:
    assert languages()[:2] == ("sl", "en")


def test_names_in_braces_are_filled() -> None:
    assert EN("Hello {name}", name="Ana") == "Hello Ana"


def test_a_sentence_without_data_may_hold_braces() -> None:
    assert EN("like {this}") == "like {this}"


def test_nothing_is_said_for_an_empty_sentence() -> None:
    assert SL("") == ""


def test_an_unknown_language_is_answered_in_english() -> None:
    assert translator("xx").language == "en"
    assert translator("../../etc").language == "en"


def test_a_region_is_answered_in_its_language() -> None:
    assert translator("sl-SI").language == "sl"


def test_a_refusal_is_said_in_the_residents_language() -> None:
    refusal = Refusal("“{key}” is missing; add it here.", key="title")

    assert say(refusal, "en") == "“title” is missing; add it here."
    assert say(refusal, "sl") == "Manjka »title«; dodajte ga sem."


def test_dates_are_written_out() -> None:
    assert SL.date(date(2026, 11, 26)) == "četrtek, 26. november 2026"
    assert EN.date(date(2026, 11, 26)) == "Thursday, 26 November 2026"
    assert SL.date(date(2026, 11, 6), "short") == "6. 11. 2026"


def test_a_moment_is_told_in_local_time() -> None:
    late = datetime(2026, 11, 26, 23, 30, tzinfo=UTC)

    assert SL.time(late) == "00:30"
    assert SL.date(late).startswith("petek, 27.")


def test_numbers_have_the_decimal_sign_of_the_language() -> None:
    assert (SL.number(12.5), EN.number(12.5), SL.number(3.0), SL.number(2345)) == ("12,5", "12.5", "3", "2.345")
    assert SL.percent(0.468) == "47\N{NO-BREAK SPACE}%"


def test_languages_name_themselves() -> None:
    assert (SL.name, EN.name) == ("Slovenščina", "English")


@pytest.mark.parametrize(
    ("header", "language"),
    [("de-AT,de;q=0.9,en;q=0.5", "en"), ("sl", "sl"), ("en-GB", "en"), ("", "sl"), ("fr;q=1", "sl"), ("*", "sl")],
)
def test_a_browser_gets_the_first_language_we_speak(header: str, language: str) -> None:
    assert preferred(header, ("sl", "en")) == language


def test_a_new_language_is_one_new_file(italian: str) -> None:
    assert italian in languages()
    assert translator(italian)("Vote") == "Voto"
    assert translator(italian).ngettext("{n} day", "{n} days", 3) == "3 giorni"
    assert translator(italian).name == "Italiano"


def test_texts_of_a_question_set_fall_back_on_the_translation_of_their_english(italian: str) -> None:
    assert Text({"sl": "Glasovanje", "en": "Vote"}).of(italian) == "Voto"
    assert Text({"sl": "Klop", "en": "Bench"}).of(italian) == "Bench"
    assert Text({"sl": "Klop"}).of(italian) == "Klop"


def test_a_text_answers_like_a_mapping() -> None:
    text = Text({"sl": "Dober dan {name}", "en": "Hello {name}"})

    assert text["sl"] == "Dober dan {name}"
    assert text.of("en", name="Ana") == "Hello Ana"
    assert Lines((text,)).of("sl", name="Ana") == ("Dober dan Ana",)


def test_braces_that_nobody_fills_stay() -> None:
    assert Text({"en": "{k} of {all} {"}).of("en", k=3) == "3 of {all} {"

"""What people and survey tools write in a cell is read as it was meant, or refused with what to do."""

from datetime import UTC, datetime
from typing import Any

import pytest

from carousel.refusal import Refusal
from toolkit.acts.importing_columns import choices
from toolkit.acts.importing_values import LONGEST, read_cell, read_count, read_moment, read_text
from toolkit.content.question_set import question_set

ASKED = question_set()
NOW = datetime(2026, 11, 26, 18, 0, tzinfo=UTC)


def read(field: str, text: str, column: str = "") -> Any:
    found = ASKED.checkin.field(field) or ASKED.closing.field(field) or ASKED.note_field(field)
    assert found is not None
    return read_cell(found, choices(found), text, column, "en")


@pytest.mark.parametrize("said", ["this_ks", "V tej krajevni skupnosti (KS)", "in THIS local community KS"])
def test_a_choice_is_known_by_its_id_and_its_name_in_any_language(said: str) -> None:
    assert read("lives_in", said) == "this_ks"


@pytest.mark.parametrize("said", ["4", "Prej da", "prej da", "4 - Prej da", "4: rather yes"])
def test_a_scale_is_known_by_number_and_by_word(said: str) -> None:
    assert read("need_before", said) == 4


def test_an_empty_cell_says_nothing() -> None:
    assert [read(field, "") for field in ("lives_in", "channels", "need_before", "good")] == [None] * 4


@pytest.mark.parametrize("said", ["radio letaki_ks", "radio; letaki_ks", "radio, letaki_ks", "radio\nletaki_ks"])
def test_several_choices_may_be_joined_in_many_ways(said: str) -> None:
    assert read("channels", said) == ["radio", "letaki_ks"]


def test_a_comma_within_a_choice_does_not_part_it() -> None:
    joined = "Oglasna deska, trgovina, ambulanta, vhod v blok, Radio, Sosedje, znanci, od ust do ust"
    assert read("channels", joined) == ["oglasna_deska", "radio", "sosed"]


@pytest.mark.parametrize("said", ["15–29", "15-29", "a15_29"])
def test_an_age_band_is_known_with_any_dash(said: str) -> None:
    assert read("age_band", said) == "a15_29"


def test_a_split_choice_is_chosen_where_it_says_yes() -> None:
    assert read("channels", "1", "about/channels/radio") == ["radio"]
    assert read("channels", "0", "about/channels/radio") is None
    assert read("channels", "TRUE", "channels/letaki_ks") == ["letaki_ks"]


def test_an_unknown_choice_is_refused_with_those_that_are_offered() -> None:
    with pytest.raises(Refusal) as refused:
        read("gender", "zelena")
    assert str(refused.value) == "“zelena” is not offered here. Possible are: Woman; Man; Other; Prefer not to say"


@pytest.mark.parametrize("said", ["6", "0", "3.5", "-1", "=1+1"])
def test_a_number_beyond_the_scale_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        read("need_before", said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2026-11-22", "2026-11-21T23:00:00+00:00"),
        ("22. 11. 2026 18:05", "2026-11-22T17:05:00+00:00"),
        ("22.11.2026", "2026-11-21T23:00:00+00:00"),
        ("2026-11-22T18:05:11.004+01:00", "2026-11-22T17:05:11+00:00"),
        ("2026-11-22T18:05:11Z", "2026-11-22T18:05:11+00:00"),
        ("11/22/2026 6:05:11 PM", "2026-11-22T17:05:11+00:00"),
        ("2026/11/22 6:05:11 pm GMT+1", "2026-11-22T17:05:11+00:00"),
    ],
)
def test_dates_are_read_as_tools_and_people_write_them(said: str, meant: str) -> None:
    assert read_moment(said, NOW).isoformat() == meant


@pytest.mark.parametrize(
    "said",
    ["30. 2. 2026", "2026-13-01", "yesterday", "22. 11.", "1. 1. 1900", "2026-11-22 25:00", "2027-01-01", "9999"],
)
def test_a_wrong_date_is_refused(said: str) -> None:
    with pytest.raises(Refusal):
        read_moment(said, NOW)


def test_a_text_loses_only_what_guarded_it_from_a_spreadsheet() -> None:
    assert read_text("'=1+1") == "=1+1"
    assert read_text("'s is missing") == "'s is missing"
    assert read_text("one\n two") == "one two"


def test_a_text_of_32767_characters_is_refused_with_its_length() -> None:
    with pytest.raises(Refusal) as refused:
        read_text("x" * 32_767)
    assert "32767" in str(refused.value) and str(LONGEST) in str(refused.value)


@pytest.mark.parametrize("said", ["-1", "201", "1.5", "²", "many", "1" * 400])
def test_a_count_is_a_whole_number(said: str) -> None:
    with pytest.raises(Refusal):
        read_count(said, 200)

"""Columns of tables from elsewhere find their place by their names."""

import pytest

from toolkit.acts.importing_columns import guessed, origin
from toolkit.acts.importing_template import columns
from toolkit.content.question_set import question_set
from toolkit.paper.export import COLUMNS

ASKED = question_set()
NEED = "Ali naš kraj potrebuje skupnostni prostor?"


@pytest.mark.parametrize(
    ("header", "told"),
    [
        (["start", "_id", "_uuid", "_submission_time"], "kobo"),
        (["Timestamp", "Where do you live?"], "google"),
        (["Časovni žig", "Kje živite?"], "google"),
        (COLUMNS, "vrtiljak"),
        (["id", "besedilo"], "table"),
    ],
)
def test_where_a_table_comes_from_is_seen_in_its_header(header: list[str], told: str) -> None:
    assert origin(header) == told


def test_columns_of_kobo_are_known_behind_their_groups_and_split_choices() -> None:
    header = ["start", "about/lives_in", "about/channels", "about/channels/radio", "idea/S2_potrebe", "_id", "_uuid"]
    assert guessed(header, ASKED) == {
        "start": "", "about/lives_in": "checkin:lives_in", "about/channels": "checkin:channels",
        "about/channels/radio": "checkin:channels", "idea/S2_potrebe": "note:S2_potrebe", "_id": "", "_uuid": "id",
    }  # fmt: skip


def test_columns_of_google_forms_are_known_by_their_questions_in_any_language() -> None:
    header = ["Timestamp", "How old are you?", "2. Kje živite?", "Kaj pri nas že obstaja?", "E-mail"]
    assert list(guessed(header, ASKED).values()) == [
        "time", "checkin:age_band", "checkin:lives_in", "note:S3_obstojece", "",
    ]  # fmt: skip


def test_the_same_question_before_and_after_is_told_apart() -> None:
    assert list(guessed([NEED, f"{NEED} (2)"], ASKED).values()) == ["checkin:need_before", "closing:need_after"]


def test_no_two_columns_have_the_same_aim_unless_kobo_split_them() -> None:
    assert list(guessed(["text", "besedilo", "komentar"], ASKED).values()) == ["text", "", ""]


def test_our_own_export_comes_back_whole() -> None:
    found = guessed(COLUMNS, ASKED)
    assert {name: aim for name, aim in found.items() if not aim}.keys() == {
        "cluster", "station", "exposed", "redacted", "kind_label", "theme_label",
    }  # fmt: skip
    assert (found["ticks"], found["where"], found["id"]) == ("ticks", "detail:where", "id")


@pytest.mark.parametrize("language", ["sl", "en"])
def test_every_column_of_our_own_template_is_known(language: str) -> None:
    header = [name for name, _field in columns(ASKED, language)]
    found = guessed(header, ASKED)
    assert len(set(header)) == len(header)
    assert all(found.values()) and len(set(found.values())) == len(header)

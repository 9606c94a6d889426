"""Paper forms ask everything that the question set asks, and keep apart what must stay apart."""

from dataclasses import replace
from typing import Any

import pytest

from carousel.workshop import UNSORTED
from tests.toolkit.paper.orders import QUESTIONS, order, read
from toolkit.content.form import Field, Form, Option
from toolkit.content.text import Text
from toolkit.paper import forms, pack
from toolkit.paper.forms import MOST_BOXES

FORMS = {"checkin": QUESTIONS.checkin, "closing": QUESTIONS.closing, "interest": QUESTIONS.interest}


def words(part: str, lang: str) -> str:
    return squeezed(" ".join(read(part, lang)))


def squeezed(text: str) -> str:
    """Without blanks and hyphens: lines are broken where they must be."""
    return "".join(text.split())


def drawn(part: str, lang: str = "sl", **changed: Any) -> list[dict[str, Any]]:
    sheets: Any = pack.content(order(**changed), [part], [lang])["sheets"]
    found: list[dict[str, Any]] = sheets[0]["parts"]
    return found


@pytest.mark.parametrize("part", FORMS)
@pytest.mark.parametrize("lang", ["sl", "en"])
def test_every_field_and_every_answer_is_on_the_paper(part: str, lang: str) -> None:
    text = words(part, lang)
    for field in FORMS[part].fields:
        assert squeezed(field.label(lang)) in text, field.id
        if len(field.options) <= MOST_BOXES and field.type != "grid":
            for option in field.options:
                assert option.id == UNSORTED or squeezed(option.label(lang)) in text, option.id
        for side in (*field.rows, *field.cols):
            assert squeezed(side.label(lang)) in text


@pytest.mark.parametrize("lang", ["sl", "en"])
def test_the_interest_form_has_each_consent_on_its_own_and_the_whole_notice(lang: str) -> None:
    text, parts = words("interest", lang), drawn("interest", lang)
    consents = [consent.label(lang) for consent in QUESTIONS.interest.consents]
    assert consents in [part.get("options") for part in parts]
    assert "Ljudskauniverza(demo)" in text and "info@example.org" in text and "2027" in text
    assert "{" not in text


def test_without_an_organiser_on_the_desk_the_question_set_names_one() -> None:
    text = squeezed(" ".join(read("interest", "sl", order(organiser="", contact=""))))
    assert squeezed(QUESTIONS.organiser.of("sl")) in text and squeezed(QUESTIONS.contact.of("sl")) in text


def test_the_interest_form_carries_no_code() -> None:
    assert "code" not in {part["kind"] for part in drawn("interest")}
    assert "code" in {part["kind"] for part in drawn("checkin")}


def test_what_may_reveal_health_is_cut_off_from_the_code() -> None:
    kinds = [part["kind"] for part in drawn("checkin")]
    labels = [part.get("label") for part in drawn("checkin")]
    (helps,) = (field for field in QUESTIONS.checkin.fields if field.privacy == "ops")
    assert kinds.index("code") < kinds.index("cut") < labels.index(helps.label("sl"))


def test_scales_with_the_same_words_share_one_table() -> None:
    tables = [part for part in drawn("closing") if part["kind"] == "scale"]
    assert [len(part["rows"]) for part in tables] == [1, 4, 1]
    assert [part["faces"] for part in tables] == [True, True, False]


def test_a_list_too_long_to_be_read_becomes_a_line_to_write_on() -> None:
    roles = QUESTIONS.interest.field("stakeholder_type")
    assert roles and len(roles.options) > MOST_BOXES
    (part,) = (part for part in drawn("interest") if part.get("label") == roles.label("sl"))
    assert part["kind"] == "lines"


def test_another_question_set_prints_its_own_fields() -> None:
    def said(words: str) -> Text:
        return Text({"sl": words, "en": words})

    colours = tuple(Option(str(number), said(f"barva {number}")) for number in range(3))
    own = Form(title=said("Moj list"), fields=(
        Field(id="c", type="multi", text=said("Katere barve?"), options=colours),
        Field(id="t", type="tel", text=said("Številka")),
    ))  # fmt: skip
    made = order(questions=replace(QUESTIONS, checkin=own, closing=own))
    for part in ("checkin", "closing"):
        (page,) = read(part, "sl", made)
        assert all(word in page for word in ("Moj list", "Katere barve?", "barva 0", "barva 2", "Številka"))


def test_votes_are_four_a_page_and_officials_are_told_apart() -> None:
    (page,) = read("vote", "sl")
    assert page.count(QUESTIONS.vote.title.of("sl")) == 4
    sheets: Any = pack.content(order(), ["vote"], ["sl"])["sheets"]
    assert len(sheets[0]["apart"]) == len(QUESTIONS.vote.counted_apart) and sheets[0]["marks"] == forms.MARKS


def test_notes_carry_their_station_and_its_kinds() -> None:
    pages = read("notes", "en")
    assert len(pages) == len(QUESTIONS.questions)
    for page, question in zip(pages, QUESTIONS.questions, strict=True):
        assert page.count(question.short.of("en")) == 4
    assert pages[0].count("What the space should be like") == 4

"""The shipped question set is whole, and a mistake in somebody's own copy is named by file and line."""

import re
from pathlib import Path

import pytest

from toolkit.content.question_set import (
    SHIPPED,
    QuestionSet,
    check_question_set,
    copy_question_set,
    question_set,
    question_sets,
)
from toolkit.content.reading import ContentError
from toolkit.content.vocabulary import vocabulary

TEXT = (SHIPPED / "skupnostni_prostor.yaml").read_text("utf-8")
FILE = "data/question_sets/mine.yaml"
SET = question_set()


def line_of(part: str, text: str) -> int:
    return text[: text.index(part)].count("\n") + 1


@pytest.mark.parametrize("name", question_sets())
def test_every_shipped_set_is_whole(name: str) -> None:
    assert isinstance(question_set(name), QuestionSet)


def test_the_five_questions_stand_in_the_order_of_the_stations() -> None:
    assert [question.id[:2] for question in SET.questions] == ["S1", "S2", "S3", "S4", "S5"]


def test_a_question_speaks_both_languages() -> None:
    question = SET.questions[2]

    assert question.short["sl"] == "Kaj že imamo"
    assert question.text["en"] == "What already exists here?"
    assert len(question.prompts["sl"]) == len(question.prompts["en"]) == 3
    assert [field.id for field in question.extra_fields] == ["where", "when", "for_whom", "open_to_new"]


def test_every_purpose_is_answered_somewhere() -> None:
    assert [purpose.id for purpose in SET.purposes] == ["P1", "P2", "P3", "P4", "P5", "P6"]
    assert all(purpose.answered_by for purpose in SET.purposes)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_the_merge_plan_places_every_question_once(count: int) -> None:
    plan = SET.merge_plan[count]

    assert len(plan) == count
    assert sorted(id for place in plan for id in place) == sorted(question.id for question in SET.questions)


def test_vocabularies_become_options_in_plain_words() -> None:
    role = SET.checkin.field("stakeholder_type")

    assert role is not None
    assert role.options[0].label("sl") == "Prebivalec/prebivalka"
    assert {"obcina", "svet_ks", "koordinator"} <= {option.id for option in role.options}


def test_whoever_is_counted_apart_can_say_so_at_the_door() -> None:
    role = SET.checkin.field("stakeholder_type")

    assert role is not None
    assert set(SET.vote.counted_apart) <= {option.id for option in role.options}


def test_scales_have_five_steps() -> None:
    fields = [*SET.checkin.fields, *SET.closing.fields]

    assert all([o.id for o in f.options] == list("12345") for f in fields if f.type in ("scale", "smiley5"))


def test_a_grid_offers_its_cells() -> None:
    grid = SET.interest.field("availability")

    assert grid is not None
    assert grid.options[0].id == "mon_fri.morning"
    assert grid.options[0].label("en") == "Monday to Friday, morning"


def test_consents_are_separate_and_one_is_needed() -> None:
    assert SET.interest.consents[0].id == "c_next"
    assert SET.interest.consents[0].required
    assert sum(each.required for each in SET.interest.consents) == 1


def test_the_notices_name_the_organiser() -> None:
    data = {"organiser": SET.organiser["sl"], "contact": SET.contact["sl"]}

    assert "organizator delavnice" in SET.notice.lines.of("sl", **data)[0]
    assert "naslov na vabilu" in SET.interest.notice.of("sl", until="1. 1. 2028", **data)


def test_slides_name_the_community() -> None:
    lines = SET.programme.opening[0].lines.of("sl", community="Golnik (demo)")

    assert "Golnik (demo)" in lines[0]
    assert all(slide.notes["sl"] for slide in SET.programme.opening)


def test_only_the_interest_form_asks_for_contacts() -> None:
    assert {field.privacy for field in SET.interest.fields} == {"contact"}
    assert "contact" not in {field.privacy for field in (*SET.checkin.fields, *SET.closing.fields, *SET.note_fields)}


@pytest.mark.parametrize("language", ["sl", "en"])
def test_slides_and_notices_are_plain(language: str) -> None:
    lines = [*SET.notice.lines[language]]
    for slide in SET.programme.opening:
        lines += [*slide.lines[language], *slide.notes[language]]
    long = [part for line in lines for part in re.split(r"[.?!:;]\s", line) if len(part.split()) > 15]

    assert not long


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ("  - id: S2_potrebe", "  - id: S1_prostor", "“S1_prostor” stands here twice"),
        ("kinds: [offer]", "kinds: [ofer]", "“ofer” is not known here"),
        ("kinds: [offer]", "kinds: []", "“kinds” is empty"),
        ("extra_fields: [level]", "extra_fields: [levels]", "“levels” is not among “note_fields”"),
        ("vocabulary: channels", "vocabulary: chanels", "“chanels” is not known here"),
        ("shortlist: [prebivalec", "shortlist: [prebivalka", "“prebivalka” is not known here"),
        ('en: "What already exists here?"', 'de: "Was gibt es?"', "“en” is missing"),
        ('en: "What already exists here?"', 'en: ""', "The text for “en” is empty"),
        ("Choose at most {k}.", "Choose some.", "“{k}” must stand in every language"),
        (
            "  4: [[S1_prostor], [S2_potrebe]",
            "  4: [[S1_prostor], [S1_prostor]",
            "“S1_prostor” must stand here exactly",
        ),
        ("  5: [[S1_prostor]", "  6: [[S1_prostor]", "The plan for 5 stations is missing"),
        ("type: smiley5", "type: smiley", "“smiley” is not known here"),
        ("max_length: 200, required", "max_length: 0, required", "“max_length” must be 1 or more"),
        ("max_length: 200, required", "max_length: long, required", "“max_length” must be a whole number"),
        ("answered_by: [S1_prostor]", "answered_by: [S9]", "“S9” is neither a question nor a field"),
        ("kept_months: 12", "kept_months: twelve", "“kept_months” must be a whole number"),
        ("privacy: ops", "privacy: secret", "“secret” is not known here"),
        ("notice:  ", "notice: [  ", "This is not valid YAML"),
        ('"What would put you off?"]', "]", "equally many sentences"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(good: str, bad: str, said: str) -> None:
    assert good in TEXT

    with pytest.raises(ContentError, match=re.escape(said)) as refused:
        check_question_set(TEXT.replace(good, bad, 1), FILE)

    assert str(refused.value).startswith(f"{FILE} line ")


def test_the_line_is_the_one_with_the_mistake() -> None:
    wrong = TEXT.replace("kinds: [offer]", "kinds: [ofer]")

    with pytest.raises(ContentError, match=f"mine.yaml line {line_of('kinds: [ofer]', wrong)}: “ofer”"):
        check_question_set(wrong, FILE)


def test_a_mistake_is_told_in_slovenian_too() -> None:
    with pytest.raises(ContentError) as refused:
        check_question_set(TEXT.replace("kept_months: 12", "kept: 12"), FILE)

    assert "vrstica" in refused.value.said("sl")
    assert "Manjka »kept_months«" in refused.value.said("sl")


@pytest.mark.parametrize(
    "text", ["", "just words", "- a\n- b", "a: [", "a: 1\na: 2", "a: &x [*x]", "!!python/name:os.system"]
)
def test_any_text_gets_an_answer(text: str) -> None:
    with pytest.raises(ContentError, match=r"mine\.yaml line"):
        check_question_set(text, FILE)


def test_words_like_no_and_on_are_words() -> None:
    mine = TEXT.replace('{id: no_, sl: "Ne", en: "No"}', "{id: no, sl: Ne, en: on}")
    field = check_question_set(mine, FILE).note_field("open_to_new")

    assert field is not None
    assert field.options[1].id == "no"
    assert field.options[1].label("en") == "on"


def test_a_facilitator_copies_a_set_and_changes_it(tmp_path: Path) -> None:
    path = copy_question_set("skupnostni_prostor", "nas_kraj", tmp_path / "question_sets")
    path.write_text(path.read_text("utf-8").replace("Kaj že imamo", "Naše zaklade"), "utf-8")

    assert question_sets(path.parent) == (*question_sets(), "nas_kraj")
    assert question_set("nas_kraj", path.parent).questions[2].short["sl"] == "Naše zaklade"
    assert question_set("nas_kraj", path.parent).name == "nas_kraj"


def test_a_changed_set_is_read_again(tmp_path: Path) -> None:
    path = copy_question_set("skupnostni_prostor", "nas_kraj", tmp_path)
    before = question_set("nas_kraj", tmp_path)
    path.write_text(path.read_text("utf-8").replace("Kaj že imamo", "Naši zakladi"), "utf-8")

    assert question_set("nas_kraj", tmp_path).questions[2].short != before.questions[2].short


@pytest.mark.parametrize("name", ["", "../x", "Moj nabor", "a/b", "čšž", "x" * 61])
def test_a_copy_needs_a_simple_name(name: str, tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="small letters"):
        copy_question_set("skupnostni_prostor", name, tmp_path)


def test_a_copy_never_replaces_a_set(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="exists"):
        copy_question_set("skupnostni_prostor", "skupnostni_prostor", tmp_path)


@pytest.mark.parametrize("name", ["nothing", "../look", "/etc/passwd"])
def test_a_set_that_does_not_exist_is_refused(name: str) -> None:
    with pytest.raises(ContentError, match="no such question set"):
        question_set(name)


def test_all_kinds_but_other_are_asked_for_somewhere() -> None:
    asked = {kind for question in SET.questions for kind in question.kinds}

    assert asked == {kind.id for kind in vocabulary().note_kinds} - {"other"}

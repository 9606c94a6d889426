"""The demo is invented, says so, fits together, and is the same for the same seed."""

from collections import Counter

import pytest

from toolkit.content.demo import FOLDER, DemoEvening, check_demo, demo, demo_answers, expectations
from toolkit.content.demo_people import demo_people
from toolkit.content.question_set import question_set
from toolkit.content.reading import ContentError
from toolkit.content.vocabulary import vocabulary

EVENINGS = demo().evenings
every_evening = pytest.mark.parametrize("evening", EVENINGS, ids=lambda evening: str(evening.community))


def ids(part: str) -> set[str]:
    return {term.id for term in vocabulary().part(part)}


def test_every_name_says_demo() -> None:
    for evening in (*EVENINGS, demo().practice):
        assert evening.community.endswith("(demo)")
        assert all("(demo)" in evening.title[language] for language in ("sl", "en"))


def test_each_of_the_three_communities_has_its_fifteen_answers() -> None:
    assert Counter(answer.community for answer in demo_answers()) == {each.community: 15 for each in EVENINGS}


def test_answers_use_the_vocabularies_and_the_questions() -> None:
    questions = {question.id: question for question in question_set().questions}
    for answer in demo_answers():
        assert answer.kind in questions[answer.question].kinds
        assert answer.theme in ids("themes")
        assert answer.stakeholder_type in ids("stakeholder_types")
        assert answer.level in ids("participation_levels") | {""}
        assert len(answer.text) <= 200


def test_expectations_belong_to_the_answers_row_by_row() -> None:
    assert [(each.row, each.community) for each in expectations()] == [(a.row, a.community) for a in demo_answers()]
    assert {each.moderation for each in expectations()} <= {action.id for action in vocabulary().moderation.actions}
    assert {each.offer_kind for each in expectations()} <= ids("offer_kinds") | {""}
    assert {each.constraint for each in expectations()} <= ids("constraints") | {""}


@every_evening
def test_whoever_wrote_an_answer_was_there(evening: DemoEvening) -> None:
    present = {person.checkin.stakeholder_type for person in demo_people(evening, 1)}

    assert {answer.stakeholder_type for answer in demo_answers(evening.community)} <= present


@every_evening
def test_people_answer_what_the_forms_ask(evening: DemoEvening) -> None:
    forms = question_set()
    for name, counts in (*evening.checkin.items(), *evening.closing.items()):
        field = forms.checkin.field(name) or forms.closing.field(name)
        assert field is not None
        assert set(counts) <= {option.id for option in field.options}
    assert set(evening.interests["levels"]) <= ids("participation_levels")
    assert set(evening.interests["themes"]) <= ids("themes")


@every_evening
def test_counts_are_exact_for_every_seed(evening: DemoEvening) -> None:
    for seed in range(5):
        people = demo_people(evening, seed)
        assert len(people) == evening.people
        assert sum(person.closing is not None for person in people) == evening.closing_forms
        assert sum(person.interest is not None for person in people) == evening.interest_forms
        assert sum(bool(person.interest and person.interest.core) for person in people) == evening.core
        assert Counter(p.checkin.age_band for p in people if p.checkin.age_band) == dict(evening.checkin["age_band"])
        assert Counter(c for p in people for c in p.checkin.channels) == dict(evening.checkin["channels"])


@every_evening
def test_everyone_who_leaves_an_interest_form_ticks_a_level_once(evening: DemoEvening) -> None:
    for person in demo_people(evening, 3):
        if person.interest:
            assert person.interest.levels
            assert len(set(person.interest.levels)) == len(person.interest.levels)


@every_evening
def test_need_after_stands_beside_the_same_persons_need_before(evening: DemoEvening) -> None:
    assert all(p.closing.need_before == p.checkin.need_before for p in demo_people(evening, 2) if p.closing)


@every_evening
def test_the_population_is_marked_as_invented(evening: DemoEvening) -> None:
    assert evening.population
    assert "izmišljeno" in evening.population_source["sl"]


def test_the_same_seed_makes_the_same_people() -> None:
    assert demo_people(EVENINGS[0], 7) == demo_people(EVENINGS[0], 7)
    assert demo_people(EVENINGS[0], 7) != demo_people(EVENINGS[0], 8)


def test_the_practice_workshop_waits_for_its_first_person() -> None:
    assert demo().practice.people == 0
    assert demo_people(demo().practice, 1) == ()


@pytest.mark.parametrize(
    ("good", "bad", "said"),
    [
        ('community: "Golnik (demo)"', 'community: "Golnik"', "must end with “.demo.”"),
        ("gender: {f: 15, m: 8", "gender: {f: 15, m: 80", "At most 24 people"),
        ('date: "2026-10-15"', "date: 2026-15-10", "Write the date like"),
    ],
)
def test_a_mistake_is_named_by_file_and_line(good: str, bad: str, said: str) -> None:
    text = (FOLDER / "evenings.yaml").read_text("utf-8")
    assert good in text

    with pytest.raises(ContentError, match=f"data/demo/evenings.yaml line .*{said}"):
        check_demo(text.replace(good, bad, 1))
